"""Times told by an event ("the May election", "last Sunday's vote"), and the date that another page gives to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.records import Range, Reading, TimeExpression

from .date_ranges import Stretch, moved, parse_day, stretch

# Nouns that one story uses for one event: a page's "polls" may be dated by another's "election".
_SAME_EVENT: Final = (
    ("election", "poll", "vote", "ballot", "voting", "contest"),
    ("war", "invasion", "offensive"),
    ("coup", "putsch"),
    ("revolution", "uprising", "revolt", "rebellion"),
    ("protest", "demonstration", "rally", "march"),
    ("quake", "earthquake", "tremor"),
    ("blast", "explosion", "bombing"),
    ("ceasefire", "truce", "armistice"),
    ("deal", "agreement", "accord", "treaty", "pact", "signing"),
    ("talk", "meeting", "summit", "conference"),
    ("crash", "collision", "derailment"),
    ("hurricane", "storm", "typhoon", "cyclone"),
    ("trial", "verdict", "ruling", "sentence"),
)
GROUPS: Final = {noun: group[0] for group in _SAME_EVENT for noun in group}
# Groups of event nouns that a definite article alone makes one event of a story. Talks, deals, trials, protests and
# attacks are too many in most: which of them "the meeting" is, nothing tells.
STANDS_ALONE: Final = frozenset(("election", "war", "coup", "revolution", "quake", "hurricane", "crash", "ceasefire"))
# Two events of one noun that differ in one of these are two: a country votes in many ways, and calms by many talks.
_SORTS: Final = frozenset(
    """presidential parliamentary legislative general local municipal regional mayoral primary senate gubernatorial
    european by first second third fourth fifth civil world trade peace budget""".split()
)
# An event that did not take place dates nothing.
_TAKES_PLACE: Final = frozenset({"happened", "ongoing", "planned"})
_SENTENCE_REACH: Final = 300
# "Last Sunday's vote" is told within this many days of it: of the Sunday before, when today's has not gone by.
WEEKDAY_REACH: Final = 13
_SORT_REACH: Final = 3


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event that a page dates with its year: what kind, whose, when, and where that stands."""

    noun: str
    sorts: frozenset[str]
    names: frozenset[str]
    value: str
    article: str
    quote: str
    outlet: str
    explicit: bool
    """Whether the words tell the whole date, rather than "last Sunday"."""


class DatedEvents:
    """The dated events of a story by their noun and by their page.

    Of those alike in all but the page the best two stand for all: one of them is of another page than that which asks.
    """

    def __init__(self, events: Iterable[DatedEvent]) -> None:
        alike: dict[tuple[object, ...], list[DatedEvent]] = {}
        self._by_page: dict[str, list[DatedEvent]] = {}
        self._by_noun: dict[str, list[DatedEvent]] = {}
        for event in sorted(events, key=_worth, reverse=True):
            self._by_page.setdefault(event.article, []).append(event)
            same_words = alike.setdefault((event.noun, event.sorts, event.names, event.value), [])
            if len(same_words) < 2 and all(other.article != event.article for other in same_words):
                same_words.append(event)
                self._by_noun.setdefault(event.noun, []).append(event)

    def of(self, noun: str, sorts: frozenset[str], names: frozenset[str], but: str = "") -> list[DatedEvent]:
        """Those of this noun and no other sort that share a name; none of the page `but`."""
        found = self._by_noun.get(noun, ())
        return [event for event in found if event.article != but and _may_be(event, noun, sorts, names)]

    def all(self, noun: str) -> Sequence[DatedEvent]:
        """Those of a noun, of whatever sort and names."""
        return self._by_noun.get(noun, ())

    def on(self, page: str, noun: str, sorts: frozenset[str], names: frozenset[str]) -> list[DatedEvent]:
        """Those of one page."""
        return [event for event in self._by_page.get(page, ()) if _may_be(event, noun, sorts, names)]


def _worth(event: DatedEvent) -> tuple[object, ...]:
    """How much an event tells: in full words, to the day; the rest only makes one order."""
    return (event.explicit, len(event.value), event.value, event.quote, event.article)


def _may_be(event: DatedEvent, noun: str, sorts: frozenset[str], names: frozenset[str]) -> bool:
    other_sort = event.sorts and sorts and event.sorts != sorts
    return event.noun == noun and not other_sort and not event.names.isdisjoint(names)


def event_noun(word: str) -> str:
    """The noun that stands for the group of an event noun."""
    word = word.lower()
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return GROUPS.get(single, GROUPS.get(word, single))


def names_in(reading: Reading, sentence: Range) -> frozenset[str]:
    """The names in a sentence, each by its last word in lower case; where it has none, those of the first sentence."""
    found = _names(reading, sentence)
    first = reading.annotations.sentences[:1]
    return found or (_names(reading, first[0]) if first else found)


def _names(reading: Reading, sentence: Range) -> frozenset[str]:
    start, end = sentence
    text = reading.article.text
    return frozenset(
        text[mention.start : mention.end].split()[-1].casefold()
        for mention in reading.annotations.mentions
        if mention.start >= start and mention.end <= end and text[mention.start : mention.end].strip()
    )


def sentence_of(reading: Reading, place: Range) -> Range:
    """The sentence that holds a place, or a stretch around it when none does."""
    for start, end in reading.annotations.sentences:
        if start <= place[0] < end:
            return start, end
    return max(0, place[0] - _SENTENCE_REACH), place[1] + _SENTENCE_REACH


def sorts_before(text: str, place: int) -> frozenset[str]:
    """What sort of event it is, by the words before its noun: "presidential"."""
    words = re.findall(r"\w+", text[max(0, place - 60) : place].lower())
    return _SORTS.intersection(words[-_SORT_REACH:])


def timed_by(reading: Reading) -> Mapping[Range, tuple[Range, ...]]:
    """The event words that each time expression of a page dates, as far as a clause says so."""
    found: dict[Range, tuple[Range, ...]] = {}
    for event in reading.annotations.events:
        if event.time and event.status in _TAKES_PLACE and "time" not in event.inherited:
            found[event.time] = (*found.get(event.time, ()), event.trigger)
    return found


def indefinite(reading: Reading, time: TimeExpression) -> bool:
    """Whether a weekday is any ("held on a Sunday"): counted from no day."""
    ahead = reading.article.text[max(0, time.start - 5) : time.start].lower()
    return bool(re.match(r"XXXX-WXX-[1-7]", time.unanchored)) and bool(re.search(r"\b(?:a|any|one) $", ahead))


def told_events(reading: Reading, values: Sequence[str]) -> list[DatedEvent]:
    """The events that a page dates by day, month or season; `values` are those of its times, "" where not known."""
    article, found, dated_by = reading.article, list[DatedEvent](), timed_by(reading)
    for time, value in zip(reading.annotations.times, values, strict=True):
        if not re.match(r"\d{4}-(?:\d\d|SP|SU|FA|WI)", value) or stretch(value) is None or indefinite(reading, time):
            continue
        place = (time.start, time.end)
        for start, end in sorted({*((time.event,) if time.event else ()), *dated_by.get(place, ())}):
            found.append(
                DatedEvent(
                    event_noun(article.text[start:end]), sorts_before(article.text, start),
                    names_in(reading, sentence_of(reading, place)), value[:10], article.id,
                    article.text[time.start : time.end], article.outlet or article.source_file,
                    time.anchor == "absolute",
                )
            )  # fmt: skip
    return found


def event_from_story(
    reading: Reading, time: TimeExpression, events: DatedEvents, page: Stretch
) -> tuple[str, DatedEvent] | None:
    """The value of a time told by an event, as another page dates it, and that event.

    The noun is of one group, a name is shared, and month, day and weekday do not contradict. None when none fits, when
    those that fit disagree, or, for a weekday, when such events recur, the story has another of that noun, whosoever,
    or `page`, the days the page may be of, lies too far from it.
    """
    if time.event is None:
        return None
    text = reading.article.text
    names = names_in(reading, sentence_of(reading, (time.start, time.end)))
    noun, sorts = event_noun(text[time.event[0] : time.event[1]]), sorts_before(text, time.event[0])
    candidates = events.of(noun, sorts, names, but=reading.article.id)
    if month := re.match(r"XXXX-(\d\d)(?:-(\d\d))?", time.unanchored):
        fitting = [event for event in candidates if _same_month(event.value, month[1], month[2])]
        if len({event.value[:4] for event in fitting}) == 1:
            return fitting[0].value[:4] + time.unanchored[4:], max(fitting, key=_worth)
        return None
    weekday = re.match(r"XXXX-WXX-([1-7])", time.unanchored)
    alone = weekday and noun in STANDS_ALONE and same(events.all(noun))
    one = same(candidates) if alone else None
    day = parse_day(one.value) if one else None
    if one and day and weekday and day.isoweekday() == int(weekday[1]) and _near(day, page):
        return day.isoformat(), one
    return None


def _near(day: dt.date, page: Stretch) -> bool:
    return page.within(Stretch(day, moved(day, WEEKDAY_REACH))) is not None


def dated_by(event: DatedEvent) -> str:
    """The receipt of a date taken from another page."""
    return f"{event.outlet} dates it: “{event.quote}”"


def same(events: Sequence[DatedEvent]) -> DatedEvent | None:
    """The finest of events that can all be one, each date lying within the others; None when they cannot."""
    if not events:
        return None
    finest = max(events, key=lambda event: (len(event.value), _worth(event)))
    days = stretch(finest.value)
    whole = [stretch(value) for value in {event.value for event in events}]
    return finest if days and all(days.within(other) == days for other in whole if other) else None


def _same_month(value: str, month: str, day: str | None) -> bool:
    if value[5:7] != month:
        return False
    return day is None or len(value) < 10 or value[8:10] == day
