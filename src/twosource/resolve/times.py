"""The date of every page and of every time expression of a story, with how it is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from twosource.records import Copy, Date, DocumentDate, Reading, ResolvedTime, Span, TimeExpression

from .date_ranges import Stretch, bounded, dated, edtf, moved, offset, parse_day, stretch, value_from
from .document_dates import Story, Written, document_dates, first_weekday, solve


def documents(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[DocumentDate, ...]:
    """When each article was written: stated, or an interval with its reasons, or unknown. In order of article id."""
    return document_dates(readings, copies)


def times(readings: Sequence[Reading], documents: Sequence[DocumentDate]) -> tuple[ResolvedTime, ...]:
    """The date of every DATE and TIME expression, in order of article id and offset.

    `documents` are the dates of the articles (`documents()`, or as a person corrected them); an article without one is
    taken as undated. Nothing gets a day that is not warranted: what is known is an interval, or a weekday alone.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    given = {document.article: _written(document.date) for document in documents}
    story = solve(ordered, {reading.article.id: given.get(reading.article.id, Written()) for reading in ordered}, ())
    resolved: list[ResolvedTime] = []
    for reading in ordered:
        resolved.extend(_article(reading, story))
    return tuple(resolved)


def _written(date: Date) -> Written:
    """A document's date as the solver's state."""
    days = Stretch(parse_day(date.earliest), parse_day(date.latest))
    known_by = date.known_by if date.known_by == "unknown" or not days.day else "stated"
    return Written(days, None, known_by, date.reason, "")


def _article(reading: Reading, story: Story) -> list[ResolvedTime]:
    found: list[ResolvedTime] = []
    running: dt.date | None = None
    for index, time in enumerate(reading.annotations.times):
        if time.type not in {"DATE", "TIME"}:
            continue
        date = _resolved(reading, index, time, story, running)
        running = parse_day(date.edtf) or running
        found.append(ResolvedTime(Span(reading.article.id, time.start, time.end), date))
    return found


def _resolved(reading: Reading, index: int, time: TimeExpression, story: Story, running: dt.date | None) -> Date:
    """The date of one expression: as the page resolves it, as the story does, or what bounds it."""
    written = story.written[reading.article.id]
    chosen = story.chosen.get((reading.article.id, index))
    if chosen:
        return dated(chosen[0], "inferred", chosen[1])
    if stretch(time.value) or time.value.startswith("BC"):
        return _told(reading, time)
    if time.value.endswith("_REF") or time.anchor == "none":
        return Date("", None, None, "unknown", "the words tell no date")
    if time.anchor == "narrative":
        return _from_running(time, running)
    if written.days.day:
        value = value_from(written.days.day, time.unanchored, time.direction)
        if value:
            return dated(value, "relative", f"counted from the page's day, {written.days.day}: {written.low_reason}")
    return _bounds(reading, time, written, story)


def _told(reading: Reading, time: TimeExpression) -> Date:
    """What the page's own words and date give."""
    if time.anchor == "absolute":
        return dated(time.value, "stated", "the words tell it")
    if time.anchor == "narrative":
        return dated(time.value, "inferred", "counted from the time told before it")
    day = reading.article.published.value[:10] if reading.article.published else "its date"
    return dated(time.value, "relative", f"counted from the page's day, {day}")


def _from_running(time: TimeExpression, running: dt.date | None) -> Date:
    """Counted from the day told before it in the text."""
    value = value_from(running, time.unanchored, time.direction or 1) if running else None
    if value and offset(time.unanchored):
        return dated(value, "inferred", f"counted from {running}, told before it")
    return Date(edtf(time.unanchored.split(":")[-1]) if not offset(time.unanchored) else "", None, None, "unknown",
                "counted from a time that is not known")  # fmt: skip


def _bounds(reading: Reading, time: TimeExpression, written: Written, story: Story) -> Date:
    """What is known of an expression when its page's day is not."""
    if weekday := re.match(r"XXXX-WXX-([1-7])", time.unanchored):
        return _weekday(reading, time, int(weekday[1]), written, story)
    counted = offset(time.unanchored)
    if counted and counted[1] == "D" and (written.days.low or written.days.high):
        days = Stretch(*(moved(day, counted[0]) if day else None for day in (written.days.low, written.days.high)))
        return bounded(days, "inferred", f"counted from the page's day: {_reason(written)}")
    told = "" if counted else edtf(time.unanchored)
    return Date(
        told if told.strip("X-") else "",
        None,
        None,
        "unknown",
        "nothing tells its year" if told else "the page is undated",
    )


def _weekday(reading: Reading, time: TimeExpression, weekday: int, written: Written, story: Story) -> Date:
    """A bare weekday of an undated page: never a day, only from when on and until when."""
    if time.direction > 0:
        low = written.days.low
        return bounded(Stretch(low, None), "inferred" if low else "unknown", _reason(written), weekday)
    days = Stretch(first_weekday(reading, time, written, story), written.days.high)
    if days.low is None and days.high is None:
        return Date("", None, None, "unknown", "nothing tells when the page was written", weekday)
    if days.low and days.high and days.low > days.high:
        days = Stretch(None, days.high)
    return bounded(days, "inferred", _reason(written), weekday)


def _reason(written: Written) -> str:
    return "; ".join(part for part in (written.low_reason, written.high_reason) if part) or "the page is undated"
