"""One name for people: its spellings, then its events and words in order of time, each on its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from twosource.cli.cells import file_name, grid, lines, when
from twosource.cli.terminal import safe
from twosource.export.exporter import count
from twosource.records import Act, Chronology, Report, Step

SAID: dict[Act, str] = {"thought": "said"}
"""How words were said, where the act is no verb of speech."""
SHOWN = 3
"""Receipts of a step that are shown; --json has all."""


def name(found: Chronology) -> RenderableType:
    """What it is and how it is written."""
    mentions = sum(one.mentions for one in found.spellings)
    what = found.kind or "no name of the story: found by its words"
    written = ", ".join(
        f"{safe(one.written)} ({one.mentions} on {count(one.articles, 'page')})" for one in found.spellings
    )
    known = " · ".join(filter(None, (what, count(mentions, "mention"), found.id)))
    return Group(lines((safe(found.name), "bold"), (known, "dim"), (f"written {written}", "")), Text())


def steps(steps: Sequence[Step]) -> Table:
    """A row a step: when, what, on which pages."""
    rows = grid(("WHEN", 22), ("WHAT", 0), ("WHERE", 26), gap=1)
    for step in steps:
        rows.add_row(when(step.date_text, step.date_known_by), _what(step), _where(step))
    return rows


def _what(step: Step) -> Text:
    if step.kind == "words":
        said = SAID.get(step.act, step.act) if step.act else "said"
        return lines((f"{said}: {safe(step.text)}", ""))
    status = "" if step.status == "happened" else f"{step.status}{f' ({safe(step.holder)})' if step.holder else ''}"
    quotes = dict.fromkeys(safe(report.quote) for report in step.reports[:SHOWN])
    return lines((safe(step.text), "bold"), (status, "italic"), *((f"“{quote}”", "dim") for quote in quotes))


def _where(step: Step) -> Text:
    more = len(step.reports) - SHOWN
    shown = [part for report in step.reports[:SHOWN] for part in _page(report)]
    return lines(*shown, (f"and {count(more, 'page')} more" if more > 0 else "", "dim"))


def _page(report: Report) -> tuple[tuple[str, str], tuple[str, str]]:
    return (safe(report.outlet), ""), (file_name(report.source_file), "dim")
