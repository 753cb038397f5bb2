"""Export: a story as files for others. Snippets only: a sentence at most, never an article's text.

A new export is a file here with an `Exporter`, a line in `EXPORTERS`, a test and a paragraph in docs/how-to.
"""

from __future__ import annotations

from twosource.export.annotations import ANNOTATIONS
from twosource.export.csl import CSL
from twosource.export.exporter import BinaryExporter, Exported, Exporter
from twosource.export.ftm import FTM
from twosource.export.icalendar import ICALENDAR
from twosource.export.jsonld import JSONLD
from twosource.export.markdown import MARKDOWN
from twosource.export.parquet import PARQUET
from twosource.export.plover import PLOVER
from twosource.export.report import REPORT
from twosource.export.tables import CSV, JSONL
from twosource.export.timelinejs import TIMELINEJS

EXPORTERS: tuple[Exporter | BinaryExporter, ...] = (
    REPORT, CSV, JSONL, MARKDOWN, TIMELINEJS, ICALENDAR, PARQUET, ANNOTATIONS, JSONLD, CSL, FTM, PLOVER,
)  # fmt: skip
"""Every format, those for people and tables first: the order in which the command line names them."""

__all__ = ["EXPORTERS", "BinaryExporter", "Exported", "Exporter"]
