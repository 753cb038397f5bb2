"""Events used as times ("since the revolution", "three days after the coup"), dated by what the story dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from twosource.records import Range, Reading, TimeExpression

from .date_ranges import Stretch, counted_from, stretch
from .event_dates import (
    GROUPS,
    STANDS_ALONE,
    DatedEvent,
    DatedEvents,
    event_noun,
    names_in,
    same,
    sentence_of,
    sorts_before,
)

_NOUNS: Final = "|".join(sorted(noun for noun, group in GROUPS.items() if group in STANDS_ALONE))
_NAMED: Final = re.compile(
    rf"\b(since|after|before|following|until|during) (the (?:[\w’'-]{{1,30}} ){{0,3}}?({_NOUNS})s?)\b", re.IGNORECASE
)
# With one of these, another than the one that the story dates may be meant.
_OTHERS: Final = re.compile(
    r"\b(?:last|next|coming|upcoming|previous|earlier|later|latest|new|other|another|forthcoming|planned|snap|repeat)\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(r"P(\d{1,4})([DWMY])$")
_AFTER: Final = re.compile(r"\s{1,3}(after|before|following)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An event used as a time: the word before it, where it stands, and the event that the story dates."""

    word: str
    place: Range
    event: DatedEvent


def named_times(reading: Reading, events: DatedEvents) -> Iterator[Named]:
    """The events used as times in a page, in text order, of those that the story dates without contradiction.

    One with a time of its own ("since the May election") is no such: it is dated as a time expression.
    """
    for found in _NAMED.finditer(reading.article.text):
        place = found.span(2)
        if _OTHERS.search(found[2]) or _timed(reading, place):
            continue
        event = _event(reading, found.span(3), events)
        if event:
            yield Named(found[1].lower(), place, event)


def counted_from_event(
    reading: Reading, time: TimeExpression, events: DatedEvents
) -> tuple[Stretch, DatedEvent] | None:
    """The days of a length told before or after an event ("three days after the coup"), and that event."""
    period = _PERIOD.match(time.value) if time.type == "DURATION" and time.event else None
    order = _AFTER.match(reading.article.text, time.end)
    if not period or not order or time.event is None:
        return None
    event = _event(reading, time.event, events)
    days = stretch(event.value) if event else None
    count = -int(period[1]) if order[1].lower() == "before" else int(period[1])
    moved = counted_from(days, count, period[2]) if days else None
    return (moved, event) if moved and event else None


def _timed(reading: Reading, place: Range) -> bool:
    """Whether a time expression stands in a phrase."""
    times = reading.annotations.times
    after = bisect_left(times, place[1], key=lambda time: time.start)
    return after > 0 and times[after - 1].end > place[0]


def _event(reading: Reading, place: Range, events: DatedEvents) -> DatedEvent | None:
    """The one event of the story that a noun names: of its own page, else of the others."""
    noun = event_noun(reading.article.text[place[0] : place[1]])
    if noun not in STANDS_ALONE:
        return None
    sorts = sorts_before(reading.article.text, place[0])
    names = names_in(reading, sentence_of(reading, place))
    return same(events.on(reading.article.id, noun, sorts, names)) or same(events.of(noun, sorts, names))
