"""Rival figures: two voices on one page that give different figures for one thing.

"The union says 300 have left. The company put the number at 40." The two stand close together, are told by different
voices, and count the same noun; or the second says by its form that it answers the first ("put the number of ... at").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from twosource.compare.amounts import agree, as_finding, plain
from twosource.compare.figures import PEOPLE, Figure, fate, points_back
from twosource.compare.receipts import Voices, one_line, quote
from twosource.records import Amount, Finding, Range, Reading, Resolution
from twosource.settings import CompareSettings

REACH = 2
"""Sentences between the two figures at most."""
LEAST = 10.0
"""Smaller counts are of parts and persons more often than they are rival totals."""
PUTS = re.compile(
    r"\b(?:put(?:s|ting)?|estimat(?:es?|ed|ing)|gave|gives|reckon(?:s|ed)?|place[sd]?)\s+(?:the\s+)?(?:\w+\s+){0,2}?"
    r"(?:number|figure|toll|total|count|turnout|attendance|size|crowd|cost|damage|losses)\b",
    re.I,
)
""" "Put the number of strikers at": an estimate that stands against another."""
SUBJECT_END = re.compile(r",?\s+(?:has|have|had|later|also|however|meanwhile|on \w+)?\s*$", re.I)


@dataclass(frozen=True)
class Voiced:
    """A figure with who gives it and whether its form says that it is one estimate among others."""

    figure: Figure
    number: int
    who: str
    key: str
    """Who, so that two spellings of one voice are one: the entity where it is known."""
    estimate: bool


def rival_figures(
    readings: Mapping[str, Reading], resolution: Resolution, settings: CompareSettings, voices: Voices | None = None
) -> tuple[Finding, ...]:
    """One finding of kind difference for each pair of voices whose figures differ, by article and place."""
    voices = voices or Voices(readings, resolution)
    out = []
    for article in sorted(readings):
        told = list(_voiced(readings[article], voices))
        for one, other in pairwise(told):
            if _rivals(one, other) and not agree(plain(one.figure), plain(other.figure), settings):
                reason = f"figures differ: {one.figure.words} ({one.who}); {other.figure.words} ({other.who})"
                pair = [one.figure, other.figure]
                says = {one.figure.span: one.who, other.figure.span: other.who}
                out.append(as_finding("", "difference", pair, reason, voices.days, voices, says))
    return tuple(out)


def _voiced(reading: Reading, voices: Voices) -> Iterator[Voiced]:
    """The counts and sums of one article that somebody is said to give, alone in their sentences."""
    for number, within in enumerate(reading.annotations.sentences):
        inside = [a for a in reading.annotations.amounts if within[0] <= a.start and a.end <= within[1]]
        large = [a for a in inside if a.kind in {"count", "money"} and a.value >= LEAST and not points_back(reading, a)]
        if len(large) != 1:
            continue
        amount = large[0]
        estimate = PUTS.search(reading.article.text, within[0], amount.start) is not None
        voice = voices.around(reading.article.id, (amount.start, amount.end))
        if voice is not None and voice.said_by:
            yield Voiced(
                _figure(reading, amount, within), number, voice.said_by, voice.entity or voice.said_by, estimate
            )
        elif estimate:
            named = _who_puts(reading, within, voices)
            if named is not None:
                yield Voiced(_figure(reading, amount, within), number, *named, estimate)


def _figure(reading: Reading, amount: Amount, within: Range) -> Figure:
    return Figure(reading, amount, within, fate(reading, amount, within))


def _who_puts(reading: Reading, within: Range, voices: Voices) -> tuple[str, str] | None:
    """Name and key of the subject of "put the number at"."""
    found = PUTS.search(reading.article.text, within[0], within[1])
    if found is None:
        return None
    subject = SUBJECT_END.sub("", quote(reading, (within[0], found.start())))
    entities = sorted(voices.entities(reading.article.id, (within[0], found.start())))
    if len(entities) == 1:
        return voices.names.get(entities[0], one_line(subject)), entities[0]
    words = one_line(subject)
    return (words, words) if words and len(words) < 120 else None


def _rivals(one: Voiced, other: Voiced) -> bool:
    """Whether two figures told close together are of one thing, by two voices."""
    if one.key == other.key or other.number - one.number > REACH:
        return False
    a, b = one.figure, other.figure
    if a.amount.kind != b.amount.kind:
        return False
    if a.amount.kind == "money":
        return a.amount.unit == b.amount.unit and (other.estimate or (a.object == b.object and a.object is not None))
    if one.estimate or other.estimate:
        return other.number - one.number == 1 or a.noun == b.noun
    return a.noun == b.noun and a.fate == b.fate and (a.noun != PEOPLE or a.fate is not None)
