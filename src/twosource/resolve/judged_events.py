"""What people decided about events: same or different, another date, place or type, out of the timeline, a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from twosource.records import Date, Event, EventType, Judgement, Reading
from twosource.resolve.date_ranges import iso, stretch
from twosource.resolve.judgements import Judged, index_of, line


def corrected_events(events: Sequence[Event], readings: Sequence[Reading], judged: Judged) -> list[Event]:
    """Events with what was decided about each; who is one with whom is settled before (see `events`)."""
    made = {event.id: event for event in events}
    triggers = {reading.article.id: [e.trigger for e in reading.annotations.events] for reading in readings}
    event_at = index_of({e.id: [(m.article, *triggers[m.article][m.index]) for m in e.members] for e in events})
    for event_id, judgement in judged.corrections(event_at):
        made[event_id] = _corrected(made[event_id], judgement)
    return list(made.values())


def _corrected(event: Event, judgement: Judgement) -> Event:
    value = judgement.value or ""
    if judgement.verb == "hide":
        return replace(event, hidden=True, judged=(*event.judged, line(judgement, "left out")))
    if judgement.verb == "note":
        return replace(event, judged=(*event.judged, line(judgement, f"note {value!r}")))
    said = line(judgement, f"{judgement.field} {value} set")
    changed = replace(event, judged=(*event.judged, said))
    if judgement.field == "date":
        return replace(changed, date=Date(value, *_ends(value), "judged", said))
    if judgement.field == "place":
        return replace(changed, place=value)
    return replace(changed, type=cast(EventType, value))


def _ends(edtf: str) -> tuple[str | None, str | None]:
    """First and last day of a date as people write it: 2020, 2020-08, 2020-08-15, or two with a slash between."""
    first, _, last = edtf.partition("/") if "/" in edtf else (edtf, "", edtf)
    low, high = stretch(first), stretch(last)
    return iso(low.low) if low else None, iso(high.high) if high else None
