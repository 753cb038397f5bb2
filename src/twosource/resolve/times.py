"""The date of every page and of every time expression of a story, with how it is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.records import Copy, Date, DocumentDate, Reading, ResolvedTime, Span, TimeExpression

from .date_ranges import Stretch, bounded, counted_from, dated, edtf, moved, offset, parse_day, stretch, value_from
from .document_dates import Story, dated_events, document_dates, first_weekday, solve, weekday_told
from .event_dates import WEEKDAY_REACH, DatedEvents, dated_by, indefinite
from .named_times import counted_from_event, named_times
from .numeric_dates import numeric_day
from .written import Written, stated


def documents(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[DocumentDate, ...]:
    """When each article was written: stated, or an interval with its reasons, or unknown. In order of article id."""
    return document_dates(readings, copies)


def times(
    readings: Sequence[Reading], documents: Sequence[DocumentDate], copies: Sequence[Copy] = ()
) -> tuple[ResolvedTime, ...]:
    """The date of every DATE and TIME expression and of every event used as a time ("since the revolution", "two days
    after the coup") that the story dates, in order of article id and offset.

    `documents` are the dates of the articles (`documents()`, or as a person corrected them); an article without one is
    taken as undated. Nothing gets a day that is not warranted: what is known is an interval, or a weekday alone. What
    stands in a passage of `copies` is counted from the page that had it first.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    given = {document.article: document.date for document in documents}
    written = {key: _written(reading, given.get(key)) for reading in ordered for key in (reading.article.id,)}
    story = solve(ordered, written, copies, bounded_by_copies=False)
    events = dated_events(story)
    pages = {reading.article.id: reading.annotations.times for reading in ordered}
    found = {reading.article.id: _article(reading, story, events) for reading in ordered}
    return tuple(
        ResolvedTime(Span(reading.article.id, *place), date)
        for reading in ordered
        for place, date in sorted(_told_first(reading, story, found, pages).items())
    )


Dates = dict[tuple[int, int], Date]
"""The dates of one article, by range."""


def _told_first(
    reading: Reading, story: Story, found: Mapping[str, Dates], pages: Mapping[str, Sequence[TimeExpression]]
) -> Dates:
    """The dates of an article; those of copied passages as in the page that had them first."""
    dates = dict(found[reading.article.id])
    for index, time in enumerate(reading.annotations.times):
        place = story.told_first.get((reading.article.id, index))
        if place and (time.start, time.end) in dates and time.anchor != "absolute":
            original = pages[place[0]][place[1]]
            date = found[place[0]].get((original.start, original.end))
            if date and date != dates[time.start, time.end]:
                reason = f"the passage was copied; where it stood first, {date.reason}"
                dates[time.start, time.end] = _but(date, reason)
    return dates


def _but(date: Date, reason: str) -> Date:
    return Date(date.edtf, date.earliest, date.latest, date.known_by, reason, date.weekday)


def _written(reading: Reading, date: Date | None) -> Written:
    """A document's date as the solver's state."""
    if date is None:
        return Written()
    if date.known_by == "unknown" and stated(reading).ceiling:
        return Written(low_reason=date.reason, at_odds=True)
    days = Stretch(parse_day(date.earliest), parse_day(date.latest))
    known_by = date.known_by if date.known_by == "unknown" or not days.day else "stated"
    return Written(days, None, known_by, date.reason, "")


@dataclass(frozen=True, slots=True)
class _Running:
    """What the text told last: days as far as known, the weekday where that alone is, and the words."""

    days: Stretch = field(default_factory=Stretch)
    weekday: int | None = None
    words: str = ""

    def then(self, time: TimeExpression, date: Date, words: str) -> _Running:
        """The running time after `time` was told: one that says nothing, or "that year" of a known day, leaves it.

        After a look back ("the month before, it had leaked"), the story may go on from there or from where it was.
        """
        days = Stretch(parse_day(date.earliest), parse_day(date.latest))
        counted = offset(time.unanchored)
        if counted and not counted[0] and self.words and self.days.within(days) == self.days:
            return self
        if days == Stretch() and not date.weekday:
            return self if time.value.endswith("_REF") or time.anchor == "none" else _Running(words=words)
        if time.anchor == "narrative" and time.direction < 0 and self.days.high and days.low:
            days = Stretch(days.low, max(self.days.high, days.high or self.days.high))
        weekday = days.day.isoweekday() if days.day else date.weekday
        return _Running(days, weekday, words)


def _article(reading: Reading, story: Story, events: DatedEvents) -> Dates:
    found: Dates = {}
    running, lost = _Running(), False
    for index, time in enumerate(reading.annotations.times):
        place = (time.start, time.end)
        if time.type in {"DATE", "TIME"}:
            lost = time.anchor != "absolute" and (lost or _lost(time))
            found[place] = _resolved(reading, index, time, story, running, lost)
            running = running.then(time, found[place], reading.article.text[time.start : time.end])
        elif counted := counted_from_event(reading, time, events):
            found[place] = bounded(counted[0], "inferred", f"counted from the event; {dated_by(counted[1])}")
    for named in named_times(reading, events):
        found.setdefault(named.place, dated(named.event.value, "inferred", dated_by(named.event)))
    return found


def _lost(time: TimeExpression) -> bool:
    """Whether the annotator lost the running time here: a time counted from the page's day, which it did not know."""
    return time.anchor == "document" and not stretch(time.value) and not time.value.endswith("_REF")


def _resolved(reading: Reading, index: int, time: TimeExpression, story: Story, running: _Running, lost: bool) -> Date:
    """The date of one expression: as the page resolves it, as the story does, or what bounds it.

    Where the annotator `lost` the running time, what it counted from there is counted again from what is known now.
    """
    written = story.written[reading.article.id]
    chosen = story.chosen.get((reading.article.id, index))
    if chosen:
        return dated(chosen[0], "inferred", chosen[1])
    if indefinite(reading, time):
        return Date("", None, None, "unknown", "one such day, which is not told", int(time.unanchored[9]))
    if index in story.unsettled[reading.article.id]:
        return _from_page(reading, time, written, story)
    again = lost and time.anchor == "narrative" and offset(time.unanchored)
    if not again and (stretch(time.value) or time.value.startswith("BC")):
        return _told(reading, time)
    if time.value.endswith("_REF") or time.anchor == "none":
        return Date("", None, None, "unknown", "the words tell no date")
    if time.anchor == "absolute" and (day := numeric_day(reading, time, written.days)):
        return day
    if time.anchor == "narrative":
        return _from_running(time, running)
    return _from_page(reading, time, written, story)


def _from_page(reading: Reading, time: TimeExpression, written: Written, story: Story) -> Date:
    """Counted from the page's day, or from the days that it may be of."""
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


def _from_running(time: TimeExpression, running: _Running) -> Date:
    """Counted from what was told before it in the text: a day from a day, else all the days that it may be."""
    reason = f"counted from “{running.words}”, told before it"
    counted = offset(time.unanchored)
    if counted and ":" not in time.unanchored and running.words:
        weekday = (running.weekday - 1 + counted[0]) % 7 + 1 if running.weekday and counted[1] == "D" else None
        days = counted_from(running.days, *counted)
        value = value_from(running.days.day, time.unanchored, time.direction) if running.days.day else None
        if value:
            return dated(value, "inferred", reason)
        if days and days != Stretch():
            return bounded(days, "inferred", reason, weekday)
        if weekday:
            return Date("", None, None, "unknown", reason, weekday)
    if (day := _day_of_month(time, running.days)) is not None:
        return dated(day.isoformat(), "inferred", reason)
    told = "" if counted else edtf(time.unanchored.split(":")[-1])
    return Date(told if told.strip("X-") else "", None, None, "unknown", "counted from a time that is not known")


def _day_of_month(time: TimeExpression, days: Stretch) -> dt.date | None:
    """A bare day ("the 20th") of the month that the text is in."""
    found = re.match(r"XXXX-XX-(\d\d)", time.unanchored)
    if not found or not days.low or not days.high or days.low.replace(day=1) != days.high.replace(day=1):
        return None
    return parse_day(f"{days.low.isoformat()[:7]}-{found[1]}")


def _bounds(reading: Reading, time: TimeExpression, written: Written, story: Story) -> Date:
    """What is known of an expression when its page's day is not."""
    if weekday := re.match(r"XXXX-WXX-([1-7])", time.unanchored):
        return _weekday(reading, time, int(weekday[1]), written, story)
    counted = offset(time.unanchored)
    days = counted_from(written.days, *counted) if counted and ":" not in time.unanchored else None
    if days and days != Stretch():
        return bounded(days, "inferred", f"counted from the page's day: {_reason(written)}")
    told = "" if counted else edtf(time.unanchored)
    return Date(
        told if told.strip("X-") else "",
        None,
        None,
        "unknown",
        "nothing tells its year" if told else "the page is undated",
        weekday_told(reading, time),
    )


def _weekday(reading: Reading, time: TimeExpression, weekday: int, written: Written, story: Story) -> Date:
    """A bare weekday of an undated page: never a day, only from when on and until when."""
    low, high = written.days.low, written.days.high
    ahead = moved(high, WEEKDAY_REACH) if high else None
    if time.direction > 0:
        days = Stretch(low, ahead)
    else:
        days = Stretch(first_weekday(reading, time, written, story), high if time.direction else ahead)
    if days.low is None and days.high is None:
        return Date("", None, None, "unknown", "nothing tells when the page was written", weekday)
    if days.low and days.high and days.low > days.high:
        days = Stretch(None, days.high)
    return bounded(days, "inferred", _reason(written), weekday)


def _reason(written: Written) -> str:
    return "; ".join(part for part in (written.low_reason, written.high_reason) if part) or "the page is undated"
