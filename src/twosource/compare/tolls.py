"""Tolls: how many an incident killed, injured or displaced, as every report of it gives them, whatever event they tell.

A toll is retold for weeks, in reports of funerals, inquiries and visits. Two figures are of one toll when they count
the
same fate, name the same kind of incident, share somebody or some place, and stand in reports of the same weeks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - "date" is a word of many things here

from twosource.compare.amounts import as_finding, judged, plain
from twosource.compare.figures import GROWING, PEOPLE, Figure, fate, points_back
from twosource.compare.receipts import Voices, quote
from twosource.records import Date, Finding, Range, Reading, Resolution
from twosource.settings import CompareSettings

INCIDENTS: tuple[tuple[str, str], ...] = (
    ("explosion", r"explo\w+|blasts?|bomb\w*|detonat\w+"),
    ("crash", r"crash\w*|collision|collid\w+|derail\w*|pile-up"),
    ("fire", r"fires?\b|blaze|wildfires?|inferno"),
    ("earthquake", r"earthquake|quake|tremors?|aftershock"),
    ("flood", r"flood\w*|deluge|inundat\w+"),
    ("storm", r"storms?|hurricane|typhoon|cyclone|tornado\w*"),
    ("shooting", r"shootings?|gunm[ae]n|gunfire|opened fire|massacre"),
    ("attack", r"attack\w*|air ?strikes?|shell(?:ed|ing)|missiles?|drones?|raids?|ambush\w*|stabb\w+"),
    ("unrest", r"protest\w*|crackdown|clash\w*|rall(?:y|ies)|unrest|riots?|demonstrat\w+"),
    ("landslide", r"landslide|mudslide|avalanche"),
    ("sinking", r"sank|sunk|sink\w*|capsiz\w+|shipwreck"),
    ("collapse", r"collaps\w+"),
    ("outbreak", r"outbreak|virus|epidemic|pandemic|cholera|covid\S*"),
    ("crush", r"stampede|crush\b"),
    ("eruption", r"erupt\w+"),
    ("fighting", r"fighting|battle|offensive|war\b"),
)  # fmt: skip
INCIDENT = tuple((name, re.compile(rf"\b(?:{words})", re.I)) for name, words in INCIDENTS)
RECURRING = frozenset({"shooting", "attack", "unrest", "fighting", "outbreak"})
"""These come day after day at one place: figures are of one toll only where the sentences tell one event."""
WEEKS = 35
"""Days between two reports of one toll."""
COMMON = 0.2
LARGE = 60
"""In a story of more than LARGE articles an entity of more than this share of them shows nothing by itself."""


@dataclass(frozen=True)
class Toll:
    """A figure of a toll with what tells one incident from another."""

    figure: Figure
    incidents: frozenset[str]
    entities: frozenset[str]
    """Named in the sentence or the one before."""
    places: frozenset[str]
    """Places and organisations that the whole article names."""
    events: frozenset[str]
    """Events that the sentence tells."""

    @property
    def article(self) -> str:
        """The article's id."""
        return self.figure.reading.article.id


def toll_findings(
    readings: Mapping[str, Reading], resolution: Resolution, settings: CompareSettings, voices: Voices | None = None
) -> tuple[Finding, ...]:
    """One finding for each toll that several articles give: agreement, difference, or revision where it only grew."""
    voices = voices or Voices(readings, resolution)
    days, told = voices.days, _told(readings, resolution)
    out = []
    for group in _groups(_tolls(readings, resolution, voices, told), voices.written, _common(resolution)):
        chosen = _last_of_each(group)
        if len(chosen) > 1:
            kind, reason = judged([plain(f) for f in chosen], ("count", PEOPLE, chosen[0].fate or ""), days, settings)
            out.append(as_finding(_event(chosen, told), kind, chosen, reason, days, voices))
    return tuple(sorted(out, key=lambda finding: (finding.about, finding.id)))


def _tolls(
    readings: Mapping[str, Reading], resolution: Resolution, voices: Voices, told: Mapping[tuple[str, Range], set[str]]
) -> list[Toll]:
    fixed = {entity.id for entity in resolution.entities if entity.kind in {"LOC", "ORG"}}
    out = []
    for article in sorted(readings):
        reading = readings[article]
        places = frozenset(voices.entities(article, (0, len(reading.article.text))) & fixed)
        sentences = reading.annotations.sentences
        for i, within in enumerate(sentences):
            context = (sentences[max(0, i - 1)][0], within[1])
            for figure in _figures(reading, within):
                incidents = _incidents(quote(reading, within)) or _incidents(quote(reading, context))
                entities = voices.entities(article, context)
                if incidents and entities:
                    events = frozenset(told.get((article, within), ()))
                    out.append(Toll(figure, incidents, entities, places, events))
    return out


def _figures(reading: Reading, within: Range) -> list[Figure]:
    """The figures of tolls in one sentence."""
    inside = [a for a in reading.annotations.amounts if within[0] <= a.start and a.end <= within[1]]
    found = [Figure(reading, a, within, fate(reading, a, within)) for a in inside if not points_back(reading, a)]
    return [figure for figure in found if figure.fate in GROWING and not _is_past(reading, within)]


def _told(readings: Mapping[str, Reading], resolution: Resolution) -> dict[tuple[str, Range], set[str]]:
    """The events that each sentence tells."""
    out: dict[tuple[str, Range], set[str]] = {}
    for event in resolution.events:
        for member in event.members:
            reading = readings.get(member.article)
            if reading is not None and member.index < len(reading.annotations.events):
                within = reading.annotations.events[member.index].sentence
                out.setdefault((member.article, within), set()).add(event.id)
    return out


def _incidents(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in INCIDENT if pattern.search(words))


def _is_past(reading: Reading, within: Range) -> bool:
    """Told of another year than the report's: another incident, or one long past."""
    written = reading.article.published.value[:4] if reading.article.published else ""
    years = {
        t.value[:4] for t in reading.annotations.times if within[0] <= t.start < within[1] and t.value[:4].isdigit()
    }
    return bool(written) and any(abs(int(year) - int(written)) > 1 for year in years)


def _groups(tolls: Sequence[Toll], dates: Mapping[str, Date], common: frozenset[str]) -> list[list[Toll]]:
    """Tolls that meet, joined step by step; each group in the order of its articles.

    Only tolls of one fate that share an event, a name or a place are looked at: others cannot meet.
    """
    group = list(range(len(tolls)))
    sharing: dict[tuple[str, str], list[int]] = {}
    for i, toll in enumerate(tolls):
        for shared in sorted(toll.events | toll.entities | toll.places):
            before = sharing.setdefault((toll.figure.fate or "", shared), [])
            for j in before:
                one, other = _root(group, i), _root(group, j)
                if one != other and _one(toll, tolls[j], dates, common):
                    group[max(one, other)] = min(one, other)
            before.append(i)
    found: dict[int, list[Toll]] = {}
    for i, toll in enumerate(tolls):
        found.setdefault(_root(group, i), []).append(toll)
    return list(found.values())


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i


def _common(resolution: Resolution) -> frozenset[str]:
    size = len(resolution.documents)
    return frozenset(e.id for e in resolution.entities if size > LARGE and e.articles > COMMON * size)


def _one(one: Toll, other: Toll, dates: Mapping[str, Date], common: frozenset[str]) -> bool:
    kinds = one.incidents & other.incidents
    if one.figure.fate != other.figure.fate or not kinds or not _near(dates.get(one.article), dates.get(other.article)):
        return False
    if one.events & other.events:
        return True
    shared, fixed = one.entities & other.entities, one.places & other.places
    return bool(kinds - RECURRING) and bool(shared - common or len(shared) > 1 or len(fixed - common) > 1)


def _near(one: Date | None, other: Date | None) -> bool:
    """Whether two reports can be of the same weeks: open dates can."""
    if one is None or other is None:
        return True
    return not (_apart(one.latest, other.earliest) or _apart(other.latest, one.earliest))


def _apart(latest: str | None, earliest: str | None) -> bool:
    if not latest or not earliest:
        return False
    return (Day.fromisoformat(earliest) - Day.fromisoformat(latest)).days > WEEKS


def _last_of_each(group: Iterable[Toll]) -> list[Figure]:
    """One figure for each article: the largest, since a report that tells how a toll grew ends with where it stands."""
    best: dict[str, Figure] = {}
    for toll in group:
        held = best.get(toll.article)
        if held is None or _size(toll.figure) > _size(held):
            best[toll.article] = toll.figure
    return [best[article] for article in sorted(best)]


def _size(figure: Figure) -> tuple[float, int]:
    return figure.amount.value, -figure.amount.start


def _event(chosen: Sequence[Figure], told: Mapping[tuple[str, Range], set[str]]) -> str:
    """The event that most of the figures' sentences tell; "" when none does."""
    counts: dict[str, int] = {}
    for figure in chosen:
        for event in told.get((figure.reading.article.id, figure.sentence), ()):
            counts[event] = counts.get(event, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""
