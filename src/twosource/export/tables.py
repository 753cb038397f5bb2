"""The timeline as tables: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import TextIO

import msgspec

from twosource.export.edtf import bounds
from twosource.export.exporter import Exported, Exporter, marks
from twosource.records import Report, TimelineItem

COLUMNS: tuple[tuple[str, str, Callable[[TimelineItem, Report], object]], ...] = (
    ("item", "id of the timeline's item; a row for each report of it", lambda item, _: item.id),
    ("date", "when it happened, EDTF; empty when nothing is known", lambda item, _: item.date),
    ("earliest", "first day that the date allows, ISO 8601", lambda item, _: bounds(item.date)[0]),
    ("latest", "last day that the date allows, ISO 8601", lambda item, _: bounds(item.date)[1]),
    ("date_known_by", "stated, relative, inferred, inherited or unknown", lambda item, _: item.date_known_by),
    ("date_text", "the date for people", lambda item, _: item.date_text),
    ("headline", "a source's clause, trimmed", lambda item, _: item.headline),
    (
        "type",
        "PLOVER's event type or one of ours (see the schema)",
        lambda item, _: item.type,
    ),
    ("status", "happened, ongoing, planned, possible, negated, alleged or denied", lambda item, _: item.status),
    ("holder", "whose allegation, denial or plan it is", lambda item, _: item.holder),
    ("participants", "names, the most told first; separated by '; '", lambda item, _: "; ".join(item.participants)),
    ("place", "where", lambda item, _: item.place),
    ("outlets", "how many outlets tell it", lambda item, _: item.outlets),
    ("origins", "how many of them are independent", lambda item, _: item.origins),
    (
        "marks",
        "contested, figures differ, dates differ, revised; separated by '; '",
        lambda item, _: "; ".join(marks(item)),
    ),
    ("outlet", "who reports it in this row", lambda _, report: report.outlet),
    ("source_file", "the page that was read", lambda _, report: report.source_file),
    ("published", "the page's own date, as it states it", lambda _, report: report.published),
    ("quote", "the exact sentence", lambda _, report: report.quote),
    ("attributed_to", "whom the report cites for it", lambda _, report: report.attributed_to),
    ("report_status", "the status as this report tells it", lambda _, report: report.status),
    ("report_date", "this report's own date for it, EDTF", lambda _, report: report.date),
    ("article", "id of the article", lambda _, report: report.article),
    ("start", "where the quote begins in the article's text, in characters", lambda _, report: report.start),
    ("end", "where the quote ends", lambda _, report: report.end),
)
"""Name, meaning and value of every column of the CSV, in order: the documented list is made from this."""

FORMULA = frozenset("=+-@＝＋－＠")
"""A cell that begins so is run as a formula by a spreadsheet (OWASP, CSV injection); an apostrophe stops that. The
full-width ones are taken for the others where Japanese or Chinese is set."""
BREAKS = frozenset("\t\r\n")
"""At the head of a cell these may make a spreadsheet begin another."""


def cell(value: object) -> object:
    """A value as a spreadsheet may safely show it."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and _is_run(value) else value


def _is_run(text: str) -> bool:
    """Whether a spreadsheet may run it: what it does not show, and what quotes, may stand before the sign."""
    sign = next((c for c in text if c in BREAKS or not (c.isspace() or not c.isprintable() or c in "\"'")), "")
    return sign in FORMULA or sign in BREAKS


def write_csv(story: Exported, stream: TextIO) -> None:
    """One row a report, each with its item's facts."""
    writer = csv.writer(stream)
    writer.writerow(name for name, _, _ in COLUMNS)
    for item in story.comparison.timeline:
        for report in item.reports:
            writer.writerow(cell(value(item, report)) for _, _, value in COLUMNS)


def write_jsonl(story: Exported, stream: TextIO) -> None:
    """One timeline item a line, with its reports and findings, as `timeline --json` prints them."""
    for item in story.comparison.timeline:
        stream.write(msgspec.json.encode(item).decode() + "\n")


CSV = Exporter("csv", "a table for spreadsheets, one row a report", write_csv)
JSONL = Exporter("jsonl", "one timeline item a line, for programs", write_jsonl)
