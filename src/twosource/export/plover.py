"""Events in the shape of PLOVER's data (https://github.com/openeventdata/PLOVER), tab-separated, for conflict research.

A row an item: who, what kind, to whom as far as the roles are known, where, when. `event_type` is PLOVER's of its
sixteen and, where none fits, ours (see the schema); `told_type` is always ours. `event_mode` is empty: PLOVER's modes
are not read. `status` is how it is told.
"""

from __future__ import annotations

from typing import TextIO

from twosource.export.edtf import bounds
from twosource.export.exporter import Exported, Exporter, Roles
from twosource.export.tables import cell
from twosource.records import EventType, Status, TimelineItem

HEADER = ("id", "date", "date_last", "date_edtf", "event_type", "event_mode", "status", "holder", "actor", "recipient",
          "participants", "location", "told_type", "event_text", "source", "sources", "origins")  # fmt: skip


PLOVER_TYPES = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE CONCEDE AID RETREAT "
    "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
VERBAL: dict[str, str] = {
    **dict.fromkeys("CONSULT SUPPORT COOPERATE CONCEDE AID RETREAT".split(), "AGREE"),
    **dict.fromkeys("PROTEST SANCTION MOBILIZE COERCE ASSAULT REJECT".split(), "THREATEN"),
}
"""PLOVER codes a deed that lies ahead as the promise or threat of it; our types are of the deed, with its status."""
REFUSED = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE".split())


def plover_type(kind: EventType, status: Status) -> str:
    """The type of an event in PLOVER's own terms."""
    base = "COERCE" if kind == "COURT" else kind  # PLOVER counts arrests, trials and sentences as coercion
    if status == "planned":
        return VERBAL.get(base, base)
    return "REJECT" if status == "negated" and base in REFUSED else base


def write_plover(story: Exported, stream: TextIO) -> None:
    """A header, then a row an item in the timeline's order."""
    roles = story.roles()
    rows = (_row(item, roles.get(item.id, Roles((), ()))) for item in story.comparison.timeline)
    for row in (HEADER, *rows):
        stream.write("\t".join(_cell(value) for value in row) + "\n")


def _row(item: TimelineItem, roles: Roles) -> tuple[object, ...]:
    first, last = bounds(item.date)
    outlets = sorted({report.outlet or report.source_file for report in item.reports})
    return (
        item.id, first, last, item.date, plover_type(item.type, item.status), "", item.status, item.holder,
        *("; ".join(role) for role in roles), "; ".join(item.participants), item.place, item.type, item.headline,
        "; ".join(outlets), len(item.reports), item.origins,
    )  # fmt: skip


def _cell(value: object) -> str:
    """On one line, without a tab, and no formula: what cannot be seen goes first, so that it hides none."""
    text = "" if value is None else str(value)
    return str(cell(" ".join("".join(c if c.isprintable() else " " for c in text).split())))


PLOVER = Exporter("plover", "PLOVER-shaped rows, tab-separated, for event data", write_plover)
