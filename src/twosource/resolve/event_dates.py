"""Times told by an event ("the May election"), and the year that another page of the story gives to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.records import Range, Reading, TimeExpression

from .date_ranges import stretch

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
_GROUP: Final = {noun: group[0] for group in _SAME_EVENT for noun in group}
_SENTENCE_REACH: Final = 300


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event that a page dates with its year: what kind, whose, when, and where that stands."""

    noun: str
    names: frozenset[str]
    value: str
    article: str
    quote: str
    outlet: str
    explicit: bool
    """Whether the words tell the whole date, rather than "last Sunday"."""


def event_noun(reading: Reading, place: Range) -> str:
    """The group of the event noun at `place`."""
    word = reading.article.text[place[0] : place[1]].lower()
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return _GROUP.get(single, _GROUP.get(word, single))


def names_around(reading: Reading, time: TimeExpression) -> frozenset[str]:
    """The names in the sentence of a time expression, each by its last word in lower case."""
    start, end = sentence_of(reading, time)
    text = reading.article.text
    return frozenset(
        text[mention.start : mention.end].split()[-1].casefold()
        for mention in reading.annotations.mentions
        if mention.start >= start and mention.end <= end and text[mention.start : mention.end].strip()
    )


def sentence_of(reading: Reading, time: TimeExpression) -> Range:
    """The sentence that holds a time expression, or a stretch around it when none does."""
    for start, end in reading.annotations.sentences:
        if start <= time.start < end:
            return start, end
    return max(0, time.start - _SENTENCE_REACH), time.end + _SENTENCE_REACH


def told_event(reading: Reading, time: TimeExpression, value: str) -> DatedEvent | None:
    """The event that `time` dates when its value is known; None when it dates none, or only to the year."""
    days = stretch(value)
    if time.event is None or days is None or not re.match(r"\d{4}-(?:\d\d|SP|SU|FA|WI)", value):
        return None
    article = reading.article
    quote = article.text[time.start : time.end]
    return DatedEvent(
        event_noun(reading, time.event), names_around(reading, time), value, article.id, quote,
        article.outlet or article.source_file, time.anchor == "absolute",
    )  # fmt: skip


def year_from_story(reading: Reading, time: TimeExpression, events: Sequence[DatedEvent]) -> DatedEvent | None:
    """The dated event of another page that `time` tells without its year; None when none fits or they disagree.

    They fit when the noun is of one group, a name of the sentence is shared, and month and day do not contradict.
    """
    month = re.match(r"XXXX-(\d\d)(?:-(\d\d))?", time.unanchored)
    if time.event is None or month is None:
        return None
    noun, names = event_noun(reading, time.event), names_around(reading, time)
    fitting = [
        event
        for event in events
        if event.noun == noun and event.names & names and event.article != reading.article.id
        and _same_month(event.value, month[1], month[2])
    ]  # fmt: skip
    if not fitting or len({event.value[:4] for event in fitting}) > 1:
        return None
    return max(fitting, key=lambda event: (event.explicit, len(event.value), event.value, event.quote, event.article))


def _same_month(value: str, month: str, day: str | None) -> bool:
    if value[5:7] != month:
        return False
    return day is None or len(value) < 10 or value[8:10] == day
