"""Export: a story as files for others. Snippets only: a sentence at most, never an article's text.

A new export is a file here with an `Exporter`, a line in `EXPORTERS`, a test and a paragraph in docs/how-to.
"""

from __future__ import annotations

from twosource.export.exporter import Exporter
from twosource.export.markdown import MARKDOWN
from twosource.export.tables import CSV, JSONL
from twosource.export.timelinejs import TIMELINEJS

EXPORTERS: tuple[Exporter, ...] = (CSV, JSONL, MARKDOWN, TIMELINEJS)

__all__ = ["EXPORTERS", "Exporter"]
