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
from .page_sides import Side, sides
from .repeated_times import Place, alongside, borrowed, repeated
from .written import Written, stated

# A day of a month without its year lies at most this far behind the page: 86 of 87 in TimeBank and AQUAINT do.
DAY_REACH: Final = 300
# A bare month behind the page lies less than a year back (54 of 55 within ten months).
MONTH_REACH: Final = 334
_ROUNDS: Final = 12
# A plain year must stand as an adverbial to bound a page: "said the 2025 budget" is no past, "the 2031 cup" no plan.
_ADVERBIAL: Final = re.compile(r"\b(?:in|since|during|after) $", re.IGNORECASE)
_ADVERBIAL_AHEAD: Final = re.compile(r"\b(?:in|by|until|till|before|during) $", re.IGNORECASE)
_LAST: Final = re.compile(r"(?:last|past|previous)\b", re.IGNORECASE)
# A page whose text is to this share another's is its repost, and younger; a passage alone may have been in many pages.
_REPOST: Final = 0.5
_ONLY_YEAR: Final = "the only year that fits,"
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)


@dataclass(slots=True)
class Story:
    """The state of the search: when each page was written, and the years chosen for its bare dates."""

    readings: tuple[Reading, ...]
    written: dict[str, Written] = field(default_factory=dict)
    chosen: dict[Place, tuple[str, str]] = field(default_factory=dict)
    """(article, index of the time) -> (value, reason)."""
    told_first: Mapping[Place, Place] = field(default_factory=dict)
    """The times of copied passages, and where they were told first."""
    alongside: Mapping[Place, tuple[Place, ...]] = field(default_factory=dict)
    """The same dates without a year in other pages that have the passage."""
    borrowed: frozenset[Place] = frozenset()
    """The times of passages that a page took, or may have taken, from another."""
    sides: Mapping[str, tuple[Side, ...]] = field(default_factory=dict)
    unsettled: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """The times of each page whose year the running time gave, and nothing warrants."""
    last_days: dict[str, dt.date | None] = field(default_factory=dict)
    """What `last_dated_day` found."""
    _by_id: dict[str, Reading] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id = {reading.article.id: reading for reading in self.readings}

    def reading(self, article: str) -> Reading:
        """The reading of an article."""
        return self._by_id[article]

    def value(self, reading: Reading, index: int) -> str:
        """The value of a time as far as known."""
        time = reading.annotations.times[index]
        own = time.unanchored if index in self.unsettled[reading.article.id] else time.value
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
    story = solve(ordered, written, copies)
    return tuple(DocumentDate(key, _date(story.written[key])) for key in sorted(story.written))


def solve(
    readings: tuple[Reading, ...],
    written: Mapping[str, Written],
    copies: Sequence[Copy],
    bounded_by_copies: bool = True,
) -> Story:
    """Passes the constraints around until nothing changes. Each round reads only the round before: no order matters."""
    told = {one.article.id: sides(one) for one in readings}
    open_years = {one.article.id: unsettled(one, told[one.article.id]) for one in readings}
    once = (repeated(readings, copies), alongside(readings, copies), borrowed(readings, copies), told, open_years)
    reposts = _reposts(readings, copies) if bounded_by_copies else ()
    story = Story(readings, dict(written), {}, *once)
    for _ in range(_ROUNDS):
        events = dated_events(story)
        following = Story(readings, dict(story.written), {}, *once)
        for reading in readings:
            _constrain(reading, story, events, following)
        _constrain_copies(story, following, reposts)
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
        if time.type not in {"DATE", "TIME"}:
            continue
        choice = _as_alongside(time, (key, index), story)
        if not choice and not story.from_elsewhere(reading, index):
            choice = _choice(reading, index, story, events)
        if choice:
            following.chosen[key, index] = choice
        if choice or not story.from_elsewhere(reading, index):
            value = choice[0] if choice else story.value(reading, index)
            written = _bounded_by(written, reading, time, story.sides[key][index], value, choice)
    for named in named_times(reading, events):
        if named.word == "since":
            quote = reading.article.text[slice(*named.place)]
            low = (stretch(named.event.value) or Stretch()).low
            written = written.after(low, f"it tells of “since {quote}” ({dated_by(named.event)})")
    following.written[key] = _weekdays_later(written, reading, following).settled()


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


def _as_alongside(time: TimeExpression, place: Place, story: Story) -> tuple[str, str] | None:
    """The year of a bare month or day as another page has it that tells the same passage and is dated, or had it first.

    None where those pages disagree.
    """
    found: dict[str, str] = {}
    for other in story.alongside.get(place, ()):
        if story.written[other[0]].known_by == "stated" or story.told_first.get(place) == other:
            reading = story.reading(other[0])
            value = story.value(reading, other[1])
            if re.match(r"\d{4}-\d\d", value) and value[4:] == time.unanchored[4:]:
                day = story.written[other[0]].days.day
                of = f", of {day}" if day else ""
                found.setdefault(
                    value, f"the passage stands in {reading.article.outlet or reading.article.source_file}{of}, too"
                )
    return next(iter(found.items())) if len(found) == 1 else None


def _choice(reading: Reading, index: int, story: Story, events: DatedEvents) -> tuple[str, str] | None:
    """The year of a bare month or day: as another page dates the same event, or the only one that fits.

    Of a weekday, the day that another page gives to the event that it is told with ("last Sunday's vote").
    """
    time, known = reading.annotations.times[index], story.written[reading.article.id]
    side = story.sides[reading.article.id][index]
    weekday = re.match(r"XXXX-WXX-[1-7]", time.unanchored)
    settled = stretch(time.value) and index not in story.unsettled[reading.article.id]
    if settled or not (weekday or re.match(r"XXXX-\d\d", time.unanchored)):
        return None
    told = None if weekday and (known.days.day or side >= 0) else event_from_story(reading, time, events, known.likely)
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
        if _fits(f"{year:04d}{time.unanchored[4:]}", side, known.likely, weekday_told(reading, time))
    ]
    if len(fitting) != 1:
        return None
    return f"{fitting[0]:04d}{time.unanchored[4:]}", f"{_ONLY_YEAR} as {known.root or known.high_reason}"


def _reach_years(days: Stretch) -> range:
    years = _years(days)
    return range(years.start - 1, years.stop + 1) if len(years) else years


def _fits(value: str, side: Side, page: Stretch, weekday: int | None) -> bool:
    """Whether a page written in `page` could tell of `value` without its year, on that side of it or on either."""
    days = stretch(value)
    if days is None or days.low is None or days.high is None:
        return False
    if weekday and days.day and days.day.isoweekday() != weekday:
        return False
    reach = DAY_REACH if days.day else MONTH_REACH
    behind = page.within(Stretch(days.low, moved(days.high, reach)))
    ahead = page.within(Stretch(moved(days.low, -reach), days.high))
    return bool((side <= 0 and behind) or (side >= 0 and ahead))


def weekday_told(reading: Reading, time: TimeExpression) -> int | None:
    """The weekday told beside a day of a month ("Friday, 18 September"); None when there is none."""
    found = _WEEKDAY.search(reading.article.text[time.start : time.end])
    return _WEEKDAYS.index(found[0].lower()) + 1 if found else None


def unsettled(reading: Reading, sides: Sequence[Side]) -> frozenset[int]:
    """The months and days that took their year from the time told before them, where that is not warranted.

    It does not fit the weekday told beside the day, or no past tense bears it. Or the page is undated news: it speaks
    of "Tuesday", "last week" or what is to come, and its bare "August" may as well be counted from its own day. A
    history, which never does, goes on in its year.
    """
    times, published = reading.annotations.times, reading.article.published
    undated = not (published and parse_day(published.value))
    news = any(map(_of_the_page, times)) or 1 in sides
    return frozenset(
        index
        for index, time in enumerate(times)
        if time.anchor == "narrative"
        and re.match(r"XXXX-(?!XX)", time.unanchored)
        and ((undated and (news or sides[index] >= 0)) or _against_weekday(reading, time))
    )


def _of_the_page(time: TimeExpression) -> bool:
    """Whether a time is counted from the page's own day, and from no other."""
    return time.anchor == "document" and bool(offset(time.unanchored) or time.unanchored.startswith("XXXX-WXX"))


def _against_weekday(reading: Reading, time: TimeExpression) -> bool:
    day = parse_day(time.value) if time.unanchored.startswith("XXXX-") else None
    weekday = weekday_told(reading, time) if day else None
    return bool(day and weekday and day.isoweekday() != weekday)


def _bounded_by(
    written: Written, reading: Reading, time: TimeExpression, side: Side, value: str, choice: tuple[str, str] | None
) -> Written:
    """What one time expression says of the page's day."""
    days = stretch(value)
    if days is None or days.low is None or days.high is None or (time.anchor == "document" and not choice):
        return written
    if time.anchor == "narrative" and offset(time.unanchored):
        return written  # "a week later" lies ahead of what was told before it, not of the page
    quote = reading.article.text[time.start : time.end]
    root = choice is None or not choice[1].startswith(_ONLY_YEAR)
    weekday = time.unanchored.startswith("XXXX-WXX")
    why = f" {value if weekday else value[:4]}" + (f" ({choice[1]})" if root else "") if choice else ""
    if not choice and not _adverbial(reading, time, side):
        return written
    if side > 0:
        return written.before(days.high, f"it announces “{quote}”{why}")
    if side < 0:
        written = written.after(days.low, f"it tells of “{quote}”{why} as past", root)
        if choice and not written.days.day:
            reach = WEEKDAY_REACH if weekday else DAY_REACH if days.day else MONTH_REACH
            written = written.softly(moved(days.high, reach))
    return written


def _adverbial(reading: Reading, time: TimeExpression, side: Side) -> bool:
    """Whether a plain year stands as an adverbial; decades and centuries bound nothing ahead."""
    if len(time.value) > 4:
        return True
    ahead = reading.article.text[max(0, time.start - 12) : time.start]
    if side > 0:
        return len(time.value) == 4 and bool(_ADVERBIAL_AHEAD.search(ahead))
    return bool(_ADVERBIAL.search(ahead))


def _weekdays_later(written: Written, reading: Reading, following: Story) -> Written:
    """A page that calls one day "15 September" and another just "Friday" is no older than the next Friday.

    News names a day by its date, without the year, once it lies a week back.
    """
    if written.days.day:
        return written
    for index, time in enumerate(reading.annotations.times):
        day = first_weekday(reading, time, written, following)
        told_as_past = following.sides[reading.article.id][index] < 0
        if day and told_as_past and not following.from_elsewhere(reading, index):
            quote = reading.article.text[time.start : time.end]
            written = written.after(
                day, f"{written.low_reason.split(', then ')[0]}, then of a bare “{quote}”", root=False
            )
    return written


def last_dated_day(reading: Reading, story: Story) -> dt.date | None:
    """The latest day that the page tells by day and month alone as past, its year known; None when there is none.

    In words of its own: a passage taken from another page names its days in that page's manner.
    """
    key = reading.article.id
    if key not in story.last_days:
        times, values, on_sides = reading.annotations.times, story.values(reading), story.sides[key]
        days = [
            found.day
            for index, (time, value, side) in enumerate(zip(times, values, on_sides, strict=True))
            if side < 0
            and (key, index) not in story.borrowed
            and re.match(r"XXXX-\d\d-\d\d", time.unanchored)
            and (found := stretch(value))
            and found.day
        ]
        story.last_days[key] = max(days, default=None)
    return story.last_days[key]


def first_weekday(reading: Reading, time: TimeExpression, written: Written, story: Story) -> dt.date | None:
    """The first day that a weekday told as past can be: in the page's last week, and after days named by their dates.

    "Last Friday" may lie another week back.
    """
    found = re.match(r"XXXX-WXX-([1-7])", time.unanchored)
    if not found:
        return None
    last = _LAST.match(reading.article.text, time.start)
    low = written.days.low
    dated_day = None if last else last_dated_day(reading, story)
    bounds = [moved(low, -WEEKDAY_REACH if last else -6)] if low else []
    if dated_day:
        bounds.append(moved(dated_day, 1))
    return weekday_near(max(bounds), int(found[1]), 1) if bounds else None


def _reposts(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[tuple[str, str], ...]:
    """Which pages are known to be reposts: (the page that had the text first, the repost)."""
    lengths = {reading.article.id: len(reading.article.text) for reading in readings}
    shared: dict[tuple[str, str], int] = {}
    for copy in copies:
        pair = (copy.first.article, copy.later.article)
        if copy.known_first and {*pair} <= lengths.keys():
            shared[pair] = shared.get(pair, 0) + copy.later.end - copy.later.start
    return tuple(sorted(pair for pair, length in shared.items() if length >= _REPOST * lengths[pair[1]]))


def _constrain_copies(story: Story, following: Story, reposts: Sequence[tuple[str, str]]) -> None:
    """A repost is no older than the page that it took."""
    for first, later in reposts:
        low, high = story.written[first].days.low, story.written[later].days.high
        following.written[later] = following.written[later].after(low, f"it copies a page of {low} or later").settled()
        following.written[first] = (
            following.written[first].before(high, f"a page of {high} or earlier copies it").settled()
        )


def _date(written: Written) -> Date:
    """The Date record of a page."""
    if written.known_by == "stated" and written.days.day:
        return dated(written.days.day.isoformat(), "stated", written.low_reason)
    reason = "; ".join(part for part in (written.low_reason, written.high_reason) if part)
    if not reason or written.at_odds:
        return Date("", None, None, "unknown", reason or "nothing in the page or the story bounds it")
    return bounded(written.days, "inferred", reason)
