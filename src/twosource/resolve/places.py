"""Places on the map: which of the towns of one name is meant, by what the story says around it.

Read from ../data/gazetteer.tsv.xz (GeoNames, CC BY 4.0; see training/places.py). A place that speaks or acts for a
government is not put anywhere; a country is known by its code and has no point; where two towns fit about as well, or
none does, the place stays unplaced.
"""

from __future__ import annotations

import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from twosource.records import Entity, Place, Reading
from twosource.resolve.countries import countries, demonyms
from twosource.resolve.transliteration import fold

NAMED_HERE, BESIDE, FIRST, MARGIN = 2.0, 4.0, 1.0, 0.75
"""In powers of ten of a town's people: what it weighs that pages which name the town name its country as well (at
most), that they write "Town, Country" or "Town, State", that it is the town's first name in the table; and by how much
the best must lead."""
KNOWN_ALONE = 100_000
"""People of a town that is meant by its name alone, where no page says in which country it lies."""
NO_TOWNS = ("continents", "seas", "disputed")
"""Groups of ../data/places.txt whose names some town bears too, and never means in the news."""
AFTER = re.compile(r",\s+((?:[A-Z][\w.'\u2019-]*\s?){1,3})")
"""What stands after "Town, "."""
STATES = {
    "AL": "alabama ala", "AK": "alaska", "AZ": "arizona ariz", "AR": "arkansas ark", "CA": "california calif",
    "CO": "colorado colo", "CT": "connecticut conn", "DE": "delaware del", "FL": "florida fla", "GA": "georgia ga",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois ill", "IN": "indiana ind", "IA": "iowa", "KS": "kansas kan",
    "KY": "kentucky ky", "LA": "louisiana la", "ME": "maine", "MD": "maryland md", "MA": "massachusetts mass",
    "MI": "michigan mich", "MN": "minnesota minn", "MS": "mississippi miss", "MO": "missouri mo", "MT": "montana mont",
    "NE": "nebraska neb", "NV": "nevada nev", "NH": "newhampshire nh", "NJ": "newjersey nj", "NM": "newmexico nm",
    "NY": "newyork ny", "NC": "northcarolina nc", "ND": "northdakota nd", "OH": "ohio", "OK": "oklahoma okla",
    "OR": "oregon ore", "PA": "pennsylvania pa penn", "RI": "rhodeisland ri", "SC": "southcarolina sc",
    "SD": "southdakota sd", "TN": "tennessee tenn", "TX": "texas tex", "UT": "utah", "VT": "vermont vt",
    "VA": "virginia va", "WA": "washington wash", "WV": "westvirginia wva", "WI": "wisconsin wis", "WY": "wyoming wyo",
    "DC": "dc districtofcolumbia",
}  # fmt: skip
"""States of the United States as news pages write them after a town (Associated Press), by GeoNames' division codes."""
BOTH = frozenset({"NY", "WA", "DC"})
"""States whose name alone means their city, or the capital."""


class Town(NamedTuple):
    """A row of the gazetteer."""

    name: str
    country: str
    division: str
    latitude: float
    longitude: float
    people: int


@cache
def full_states() -> Mapping[str, str]:
    """Names of the states, whole: "Ore" and "Mass" by themselves are other things."""
    return {words.split()[0]: code for code, words in STATES.items() if code not in BOTH}


def towns(wanted: Collection[str]) -> dict[str, dict[Town, bool]]:
    """Towns by the wanted names (folded), each with whether that is its first name.

    The table is read through for each story: an index of its half a million names would weigh more than it saves.
    """
    found: dict[str, dict[Town, bool]] = {name: {} for name in wanted}
    for line in _lines():
        name, further, country, division, latitude, longitude, people = line.split("\t")
        names = [name.casefold(), *further.casefold().split("|")]
        for place, one in enumerate(names):
            if one in found:
                town = Town(name, country, division, float(latitude), float(longitude), int(people))
                found[one][town] = found[one].get(town, False) or place == 0 or fold(name) == one
    return found


@cache
def _lines() -> tuple[str, ...]:
    packed = (files("twosource") / "data" / "gazetteer.tsv.xz").read_bytes()
    return tuple(lzma.decompress(packed).decode("utf-8").splitlines())


def _spelled(alias: str) -> set[str]:
    """The forms in which a name may stand in the table."""
    return {alias.casefold(), fold(alias), re.sub(r"\bst\.? ", "saint ", alias.casefold())}


@cache
def states() -> Mapping[str, str]:
    """Folded names and abbreviations of the states to their code."""
    return {word: code for code, words in STATES.items() for word in words.split()}


@cache
def _no_towns() -> frozenset[str]:
    text = (files("twosource") / "data" / "places.txt").read_text(encoding="utf-8")
    groups = (line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(fold(name) for group, names in groups if group in NO_TOWNS for name in names.split(","))


@cache
def state_centres() -> Mapping[str, tuple[float, float]]:
    """Where the people of each state of the United States live, in the mean: latitude, longitude."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for line in _lines():
        _, _, country, division, latitude, longitude, people = line.split("\t")
        if country == "US":
            weight = float(people)
            for place, value in enumerate((float(latitude) * weight, float(longitude) * weight, weight)):
                sums[division][place] += value
    return {state: (round(a / n, 3), round(b / n, 3)) for state, (a, b, n) in sums.items() if n}


def places(entities: Sequence[Entity], readings: Sequence[Reading]) -> tuple[Place, ...]:
    """Where the places of a story are: those that can be told, by entity id."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    metonyms = {
        (reading.article.id, mention.start)
        for reading in readings
        for mention in reading.annotations.mentions
        if mention.metonym
    }
    named = _countries_by_page(entities)
    local = [entity for entity in entities if entity.kind == "LOC"]
    known = towns({form for entity in local for alias in entity.aliases for form in _spelled(alias)})
    found = []
    for entity in local:
        literal = [span for span in entity.members if (span.article, span.start) not in metonyms]
        around = Counter(code for span in literal for code in named.get(span.article, ()))
        after = Counter(word for span in literal if (word := _after(texts[span.article], span.end)))
        pages = len({span.article for span in literal})
        if literal and (place := _region(entity, around) or _placed(entity, known, around, after, pages)):
            found.append(place)
    return tuple(sorted(found, key=lambda place: place.entity))


def _countries_by_page(entities: Sequence[Entity]) -> dict[str, set[str]]:
    """The countries that each page names, by themselves or by their people."""
    known = countries()
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.kind not in {"LOC", "NORP", "ORG"}:
            continue
        codes = {code for alias in entity.aliases if (code := known.get(fold(alias)) or demonyms().get(fold(alias)))}
        for span in entity.members if codes else ():
            found[span.article] |= codes
    return found


def _after(text: str, end: int) -> str | None:
    match = AFTER.match(text, end, end + 60)
    return match[1].strip() if match else None


def _region(entity: Entity, around: Counter[str]) -> Place | None:
    """A country, without a point, or a state of the United States, in its middle."""
    names = [fold(alias) for alias in entity.aliases]
    code = next((countries()[name] for name in names if name in countries()), None)
    state = next((full_states()[key] for name in names if (key := name.replace(" ", "")) in full_states()), None)
    if state and (not code or around["US"] > around[code] - len(entity.members)):
        latitude, longitude = state_centres()[state]
        reason = f"{entity.name} is a state of the United States"
        return Place(entity.id, entity.name, latitude, longitude, "US", reason)
    if code:
        return Place(entity.id, entity.name, None, None, code, f"{entity.name} is a country or territory")
    return None


def _placed(
    entity: Entity, known: Mapping[str, Mapping[Town, bool]], around: Counter[str], after: Counter[str], pages: int
) -> Place | None:
    candidates: dict[Town, bool] = {}
    for form in {form for alias in entity.aliases for form in _spelled(alias)}:
        for town, first in known[form].items():
            candidates[town] = candidates.get(town, False) or first
    candidates = {town: first for town, first in candidates.items() if _likely(town, first, around, after)}
    if not candidates or any(fold(alias) in _no_towns() for alias in entity.aliases):
        return None
    said = {town: _said(town, after) for town in candidates}
    scores = {
        town: math.log10(max(town.people, 1))
        + NAMED_HERE * around[town.country] / pages
        + BESIDE * bool(said[town])
        + FIRST * candidates[town]
        for town in candidates
    }
    best, *others = sorted(candidates, key=lambda town: (-scores[town], town))
    if others and scores[best] - scores[others[0]] < MARGIN:
        return None
    reason = said[best] or (
        f"the pages that name it name its country, {best.country}" if around[best.country] else
        "the only town of this name that is known" if not others else
        f"by far the largest of {len(candidates)} towns of this name"
    )  # fmt: skip
    return Place(entity.id, best.name, best.latitude, best.longitude, best.country, reason)


def _likely(town: Town, first: bool, around: Counter[str], after: Counter[str]) -> bool:
    """A small town, or one under a further name, is meant only where something says so."""
    if around[town.country] or _said(town, after):
        return True
    return first and town.people >= KNOWN_ALONE


def _said(town: Town, after: Counter[str]) -> str:
    """Why the words after the name fit the town: "Springfield, Ohio"; "" when they don't."""
    for words in sorted(after):
        parts = [words, words.split()[0]]
        for part in parts:
            key = fold(part.replace(".", "").strip())
            if countries().get(key) == town.country:
                return f"a page writes \u201c{town.name}, {part}\u201d"
            if town.country == "US" and states().get(key.replace(" ", "")) == town.division:
                return f"a page writes \u201c{town.name}, {part}\u201d"
    return ""
