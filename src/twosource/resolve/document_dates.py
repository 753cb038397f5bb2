"""When each page was written, from all that the story allows.

A page that states its date is done. For the others every witness is a constraint: what it tells as past lies before it,
what it announces lies after it, a copied passage of a dated page came later or earlier than that page, and a month
without a year ("in May") lies within a year before it, once any page of the story gives the year. The constraints
are passed around until nothing changes; each leaves its reason.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.records import Copy, Date, DocumentDate, Reading, TimeExpression

from .date_ranges import Stretch, bounded, dated, moved, offset, parse_day, stretch, value_from, weekday_near
from .event_dates import WEEKDAY_REACH, DatedEvents, dated_by, event_from_story, told_events
from .named_times import named_times
from .note_dates import past_days
from .repeated_times import Place, repeated

# A day of a month without its year lies at most this far behind the page: 86 of 87 in TimeBank and AQUAINT do.
DAY_REACH: Final = 300
# A bare month behind the page lies less than a year back (54 of 55 within ten months).
MONTH_REACH: Final = 334
_ROUNDS: Final = 12
_ADVERBIAL: Final = re.compile(r"\b(?:in|since|during|after) $", re.IGNORECASE)
_ONLY_YEAR: Final = "the only year that fits,"
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """When a page was written, as far as known. `soft` bounds choose years but are never shown."""

    days: Stretch = field(default_factory=Stretch)
    soft: dt.date | None = None
    known_by: str = "unknown"
    low_reason: str = ""
    high_reason: str = ""
    root: str = ""
    """The reason of the best lower bound that rests on no chosen year."""

    def after(self, low: dt.date | None, reason: str, root: bool = True) -> Written:
        """Not before `low`. `root` is false where the bound itself follows from a year chosen to fit."""
        if low is None or self.known_by == "stated":
            return self
        if self.days.low and self.days.low >= low:
            return replace(self, root=reason) if root and not self.root else self
        root_reason = reason if root else self.root
        return replace(
            self, days=Stretch(low, self.days.high), low_reason=reason, known_by="inferred", root=root_reason
        )

    def before(self, high: dt.date | None, reason: str) -> Written:
        """Not after `high`."""
        if high is None or self.known_by == "stated" or (self.days.high and self.days.high <= high):
            return self
        return replace(self, days=Stretch(self.days.low, high), high_reason=reason, known_by="inferred")

    def softly(self, high: dt.date) -> Written:
        """Probably not after `high`."""
        return self if self.soft and self.soft <= high else replace(self, soft=high)

    @property
    def likely(self) -> Stretch:
        """The days with the soft bound."""
        highs = [day for day in (self.days.high, self.soft) if day]
        return Stretch(self.days.low, min(highs, default=None))


@dataclass(slots=True)
class Story:
    """The state of the search: when each page was written, and the years chosen for its bare dates."""

    readings: tuple[Reading, ...]
    written: dict[str, Written] = field(default_factory=dict)
    chosen: dict[Place, tuple[str, str]] = field(default_factory=dict)
    """(article, index of the time) -> (value, reason)."""
    told_first: Mapping[Place, Place] = field(default_factory=dict)
    """The times of copied passages, and where they were told first."""
    last_days: dict[str, dt.date | None] = field(default_factory=dict)
    """What `last_dated_day` found."""

    def value(self, reading: Reading, index: int) -> str:
        """The value of a time as far as known."""
        time = reading.annotations.times[index]
        own = time.unanchored if against_weekday(reading, time) else time.value
        return self.chosen.get((reading.article.id, index), (own, ""))[0]

    def from_elsewhere(self, reading: Reading, index: int) -> bool:
        """Whether a time is counted from another page, whose passage this one copied: it says nothing of this page."""
        relative = reading.annotations.times[index].anchor != "absolute"
        return relative and (reading.article.id, index) in self.told_first

    def values(self, reading: Reading) -> list[str]:
        """The values of a page's times; "" for those that are counted from another page."""
        count = len(reading.annotations.times)
        return ["" if self.from_elsewhere(reading, index) else self.value(reading, index) for index in range(count)]


def document_dates(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[DocumentDate, ...]:
    """The date of every article, in order of id; an interval or unknown where no day is warranted."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    written = {reading.article.id: stated(reading) for reading in ordered}
    story = solve(ordered, written, copies, repeated(ordered, copies))
    return tuple(DocumentDate(key, _date(story.written[key])) for key in sorted(story.written))


def stated(reading: Reading) -> Written:
    """What the page itself states of its date, with bounds from its notes and the time of its update."""
    article = reading.article
    day = parse_day(article.published.value) if article.published else None
    if day and article.published:
        reason = f"the page states it ({article.published.known_by})"
        return Written(Stretch(day, day), None, "stated", reason)
    dateline = article.dateline.date if article.dateline else None
    if dateline and (day := parse_day(dateline)):
        return Written(Stretch(day, day), None, "stated", "the dateline states it")
    written = Written()
    if article.published and (days := stretch(article.published.value)):
        reason = f"the page states {article.published.value} ({article.published.known_by})"
        written = written.after(days.low, reason).before(days.high, "")
    if article.updated and (day := parse_day(article.updated.value)):
        written = written.before(day, f"the page was updated on {day}")
    return _noted(written, reading)


def _noted(written: Written, reading: Reading) -> Written:
    """Bounds from the notes: a photo was taken before the page was made, a correction came after."""
    for note in reading.article.notes:
        days = ([parse_day(note.date)] if note.date else []) + past_days(note.text)
        for day in sorted(day for day in days if day):
            if note.kind == "caption":
                written = written.after(day, f"a photo caption tells of {day}")
            elif note.kind in {"correction", "update"} and note.date:
                written = written.before(day, f"it was corrected on {day}")
    return written


def solve(
    readings: tuple[Reading, ...],
    written: Mapping[str, Written],
    copies: Sequence[Copy],
    told_first: Mapping[Place, Place],
) -> Story:
    """Passes the constraints around until nothing changes. Each round reads only the round before: no order matters."""
    story = Story(readings, dict(written), told_first=told_first)
    for _ in range(_ROUNDS):
        events = dated_events(story)
        following = Story(readings, dict(story.written), told_first=told_first)
        for reading in readings:
            _constrain(reading, story, events, following)
        _constrain_copies(story, following, copies)
        if following.written == story.written and following.chosen == story.chosen:
            break
        story = following
    return story


def dated_events(story: Story) -> DatedEvents:
    """Every event that a page dates with its year, as far as known by now."""
    return DatedEvents(event for reading in story.readings for event in told_events(reading, story.values(reading)))


def _constrain(reading: Reading, story: Story, events: DatedEvents, following: Story) -> None:
    """One page's constraints for the next round."""
    key = reading.article.id
    known = story.written[key]
    if known.known_by == "stated":
        following.chosen.update({pair: told for pair, told in story.chosen.items() if pair[0] == key})
        return
    written = _dateline(reading, known)
    for index, time in enumerate(reading.annotations.times):
        if time.type not in {"DATE", "TIME"} or story.from_elsewhere(reading, index):
            continue
        choice = _choice(reading, time, known, events)
        if choice:
            following.chosen[key, index] = choice
        written = _bounded_by(written, reading, time, choice)
    for named in named_times(reading, events):
        if named.word == "since":
            quote = reading.article.text[slice(*named.place)]
            low = (stretch(named.event.value) or Stretch()).low
            written = written.after(low, f"it tells of “since {quote}” ({dated_by(named.event)})")
    following.written[key] = _settled(_weekdays_later(written, reading, following))


def _dateline(reading: Reading, written: Written) -> Written:
    """A dateline without its year ("SELM, Nov 18") is the day itself, once only one year is possible."""
    dateline = reading.article.dateline.date if reading.article.dateline else None
    if not dateline or not re.fullmatch(r"XXXX-\d\d-\d\d", dateline):
        return written
    days = [day for year in _years(written.likely) if (day := parse_day(f"{year:04d}{dateline[4:]}"))]
    possible = [day for day in days if written.likely.within(Stretch(day, day))]
    if len(possible) != 1:
        return written
    reason = f"the dateline gives day and month; {written.low_reason or written.high_reason}"
    return replace(written, days=Stretch(possible[0], possible[0]), known_by="inferred", low_reason=reason)


def _years(days: Stretch) -> range:
    """The years of a stretch that is closed on both sides; none of an open one, for nothing would choose among them."""
    return range(days.low.year, days.high.year + 1) if days.low and days.high else range(0)


def _choice(reading: Reading, time: TimeExpression, known: Written, events: DatedEvents) -> tuple[str, str] | None:
    """The year of a bare month or day: as another page dates the same event, or the only one that fits.

    Of a weekday, the day that another page gives to the event that it is told with ("last Sunday's vote").
    """
    weekday = re.match(r"XXXX-WXX-[1-7]", time.unanchored)
    settled = stretch(time.value) and not against_weekday(reading, time)
    if settled or not (weekday or re.match(r"XXXX-\d\d", time.unanchored)):
        return None
    told = None if weekday and known.days.day else event_from_story(reading, time, events, known.likely)
    if told:
        return told[0], dated_by(told[1])
    if weekday:
        return None
    if known.days.day:
        value = value_from(known.days.day, time.unanchored, time.direction)
        return (value, f"the page is of {known.days.day}") if value else None
    fitting = [
        year
        for year in _reach_years(known.likely)
        if _fits(f"{year:04d}{time.unanchored[4:]}", time, known.likely, weekday_told(reading, time))
    ]
    if len(fitting) != 1:
        return None
    return f"{fitting[0]:04d}{time.unanchored[4:]}", f"{_ONLY_YEAR} as {known.root or known.high_reason}"


def _reach_years(days: Stretch) -> range:
    years = _years(days)
    return range(years.start - 1, years.stop + 1) if len(years) else years


def _fits(value: str, time: TimeExpression, page: Stretch, weekday: int | None) -> bool:
    """Whether a page written in `page` could tell of `value` without its year."""
    days = stretch(value)
    if days is None or days.low is None or days.high is None:
        return False
    if weekday and days.day and days.day.isoweekday() != weekday:
        return False
    reach = DAY_REACH if days.day else MONTH_REACH
    if time.direction > 0:
        return page.within(Stretch(moved(days.low, -reach), days.high)) is not None
    return page.within(Stretch(days.low, moved(days.high, reach))) is not None


def weekday_told(reading: Reading, time: TimeExpression) -> int | None:
    """The weekday told beside a day of a month ("Friday, 18 September"); None when there is none."""
    found = _WEEKDAY.search(reading.article.text[time.start : time.end])
    return _WEEKDAYS.index(found[0].lower()) + 1 if found else None


def against_weekday(reading: Reading, time: TimeExpression) -> bool:
    """Whether the year that the running time gave to a day does not fit the weekday told beside it."""
    day = parse_day(time.value) if time.anchor == "narrative" and time.unanchored.startswith("XXXX-") else None
    weekday = weekday_told(reading, time) if day else None
    return bool(day and weekday and day.isoweekday() != weekday)


def _bounded_by(written: Written, reading: Reading, time: TimeExpression, choice: tuple[str, str] | None) -> Written:
    """What one time expression says of the page's day."""
    value = choice[0] if choice else "" if against_weekday(reading, time) else time.value
    days = stretch(value)
    if days is None or days.low is None or days.high is None or (time.anchor == "document" and not choice):
        return written
    if time.anchor == "narrative" and offset(time.unanchored):
        return written  # "a week later" lies ahead of what was told before it, not of the page
    quote = reading.article.text[time.start : time.end]
    root = choice is None or not choice[1].startswith(_ONLY_YEAR)
    weekday = time.unanchored.startswith("XXXX-WXX")
    why = f" {value if weekday else value[:4]}" + (f" ({choice[1]})" if root else "") if choice else ""
    if time.direction > 0:
        return written.before(days.high, f"it announces “{quote}”{why}") if choice or _announced(value) else written
    if weekday or (time.direction < 0 and (choice or _in_past(reading, time))):
        written = written.after(days.low, f"it tells of “{quote}”{why} as past", root)
        if choice and not written.days.day:
            reach = WEEKDAY_REACH if weekday else DAY_REACH if days.day else MONTH_REACH
            written = written.softly(moved(days.high, reach))
    return written


def _in_past(reading: Reading, time: TimeExpression) -> bool:
    """Whether a complete date told in the past tense is one that the text speaks from after.

    A plain year must stand as an adverbial: "said the 2025 budget" is no past.
    """
    if time.anchor == "document":
        return False
    return len(time.value) > 4 or bool(_ADVERBIAL.search(reading.article.text[max(0, time.start - 12) : time.start]))


def _announced(value: str) -> bool:
    """Only days and months bound a page from above: "by 2030" may be written at any time."""
    return bool(re.match(r"\d{4}-\d\d", value))


def _weekdays_later(written: Written, reading: Reading, following: Story) -> Written:
    """A page that calls one day "15 September" and another just "Friday" is no older than the next Friday."""
    if written.days.day:
        return written
    for index, time in enumerate(reading.annotations.times):
        day = first_weekday(reading, time, written, following)
        if day and time.direction <= 0 and not following.from_elsewhere(reading, index):
            quote = reading.article.text[time.start : time.end]
            written = written.after(
                day, f"{written.low_reason.split(', then ')[0]}, then of a bare “{quote}”", root=False
            )
    return written


def last_dated_day(reading: Reading, story: Story) -> dt.date | None:
    """The latest day that the page tells by day and month as past, with its year known; None when there is none."""
    key = reading.article.id
    if key not in story.last_days:
        days = [
            found.day
            for time, value in zip(reading.annotations.times, story.values(reading), strict=True)
            if (found := stretch(value))
            and found.day
            and time.direction <= 0
            and re.match(r"(?:XXXX|\d{4})-\d\d-\d\d", time.unanchored)
        ]
        story.last_days[key] = max(days, default=None)
    return story.last_days[key]


def first_weekday(reading: Reading, time: TimeExpression, written: Written, story: Story) -> dt.date | None:
    """The first day that a bare weekday can be: after the days that the page names by date, in its last week."""
    found = re.match(r"XXXX-WXX-([1-7])", time.unanchored)
    if not found:
        return None
    low = written.days.low
    dated_day = last_dated_day(reading, story)
    bounds = [moved(low, -6)] if low else []
    if dated_day:
        bounds.append(moved(dated_day, 1))
    return weekday_near(max(bounds), int(found[1]), 1) if bounds else None


def _settled(written: Written) -> Written:
    """Bounds that contradict each other: the announcement is dropped, for plans are told of the past as well."""
    if written.days.low and written.days.high and written.days.low > written.days.high:
        return replace(written, days=Stretch(written.days.low, None), high_reason="")
    return written


def _constrain_copies(story: Story, following: Story, copies: Sequence[Copy]) -> None:
    """A passage came first in one page, if that is known, and later in the other."""
    for copy in sorted(
        copies, key=lambda copy: (copy.first.article, copy.later.article, copy.first.start, copy.later.start)
    ):
        first, later = copy.first.article, copy.later.article
        if not copy.known_first or first not in story.written or later not in story.written:
            continue
        low, high = story.written[first].days.low, story.written[later].days.high
        following.written[later] = _settled(following.written[later].after(low, f"it copies a page of {low} or later"))
        following.written[first] = _settled(
            following.written[first].before(high, f"a page of {high} or earlier copies it")
        )


def _date(written: Written) -> Date:
    """The Date record of a page."""
    if written.known_by == "stated" and written.days.day:
        return dated(written.days.day.isoformat(), "stated", written.low_reason)
    reason = "; ".join(part for part in (written.low_reason, written.high_reason) if part)
    if not reason:
        return Date("", None, None, "unknown", "nothing in the page or the story bounds it")
    return bounded(written.days, "inferred", reason)
