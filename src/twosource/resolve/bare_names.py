"""Bare names within a page, "Marsden" or "Hilda", given to whom of those that the page names in full.

One bearer is easy. Of several, a bare name goes to the one last named, in full or so, where that is close by; further
on it goes back to the one whom the page names most: a page calls its main person by the bare name, and the other
whom it brings in only as long as it speaks of that one. Whom it names only by the way ("in the years of Otto Marsden",
"Otto Marsden's house") it does not go on to speak of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.resolve.full_names import Person
from twosource.resolve.occurrences import Occurrence
from twosource.resolve.person_names import SURE, parse, single_fits

_CLOSE = 1
"""Sentences for which a bare name still means the one last named."""


_BY_THE_WAY = re.compile(
    r"\b(?:about|after|against|alongside|as|at|before|behind|between|by|during|for|from|including|into|like|near|of|on|"
    r"over|since|than|through|to|toward|towards|under|unlike|until|via|with|without)"
    r"(?: (?:the|an?|his|her|their|its|our|then|former|late|ex|outgoing|incoming))?(?: former| late)? \Z",
    re.IGNORECASE,
)
_REACH = 40


class Place(NamedTuple):
    """Where a page names a person; `full` is the mention, if it is by the full name."""

    start: int
    sentence: int
    person: Person
    full: Occurrence | None = None


def in_pages(bare: Sequence[Occurrence], persons: Sequence[Person], texts: Mapping[str, str]) -> list[Occurrence]:
    """Give bare names, in text order, to the persons their page names in full; those left over are returned.

    `texts`: of the pages, by article id.
    """
    pages: dict[str, list[Place]] = defaultdict(list)
    for person in persons:
        for one, _ in person.cluster.members:
            pages[one.article].append(Place(one.start, one.sentence, person, one))
    left = []
    known: dict[tuple[str, str, str | None], list[Place]] = {}
    first: dict[tuple[str, str], int] = {}
    given: dict[str, list[Place]] = defaultdict(list)
    for one in bare:
        key = (one.article, one.text, one.mention.gender)
        if key not in known:
            known[key] = _best(one, pages.get(one.article, []))
        start = first.setdefault(key[:2], one.start)
        chosen = _choose(one, known[key], given[one.article], start, texts[one.article])
        if chosen is None:
            left.append(one)
            continue
        person, reason = chosen
        person.cluster.members.append((one, reason))
        person.called[parse(one.text).family].add(one.article)
        person.addressed += [one.mention.gender] if one.mention.gender else []
        given[one.article].append(Place(one.start, one.sentence, person))
    return left


def _is_aside(one: Occurrence, text: str) -> bool:
    """Whether the page names a person by the way: "under President Otto Marsden", "Otto Marsden's house"."""
    if text.startswith(("'", "’"), one.end):
        return True
    before = text[max(0, one.start - len(one.mention.title or "") - _REACH) : one.start]
    title = one.mention.title
    if title and before.rstrip().endswith(title):
        before = before.rstrip().removesuffix(title)
    return _BY_THE_WAY.search(before) is not None


def _best(one: Occurrence, named: Sequence[Place]) -> list[Place]:
    """Where the page names in full those whom the bare name fits best."""
    fits = {ident: fit(one, person) for ident, person in {id(place.person): place.person for place in named}.items()}
    highest = max(fits.values(), default=0.0)
    needed = SURE if highest < 0.97 else 0.97
    return [place for place in named if fits[id(place.person)] >= needed]


def _choose(
    one: Occurrence, best: Sequence[Place], given: Sequence[Place], first: int, text: str
) -> tuple[Person, str] | None:
    """The person a bare name means, with the reason; None when no one is named before it and several after."""
    before = [place for place in best if place.start < one.start]
    bearers = {id(place.person): place.person for place in before or best}
    if not bearers or (len(bearers) > 1 and not before):
        return None
    if len(bearers) == 1:
        (person,) = bearers.values()
        where = "earlier" if before else "later"
        return _told_apart(one, best, first) or (
            person,
            f"{what(one, person)} of {person.name}, named {where} in this page",
        )
    return _told_apart(one, best, first) or _last_or_main(one, best, before, given, text)


def _last_or_main(
    one: Occurrence, best: Sequence[Place], before: Sequence[Place], given: Sequence[Place], text: str
) -> tuple[Person, str]:
    bearers = {id(place.person) for place in before}
    last = max((*before, *(place for place in given if id(place.person) in bearers)), key=lambda place: place.start)
    counts = Counter(id(place.person) for place in best)
    main = min(before, key=lambda place: (-counts[id(place.person)], place.start)).person
    close = one.sentence - last.sentence <= _CLOSE and not (last.full and _is_aside(last.full, text))
    if last.person is main or close:
        return last.person, f"{what(one, last.person)} of {last.person.name}, named earlier in this page"
    return main, f"{what(one, main)} of {main.name}, whom this page names most"


def _told_apart(one: Occurrence, best: Sequence[Place], first: int) -> tuple[Person, str] | None:
    """The person who had the bare name first, where the page goes on to name the later namesake in full each time.

    "Rojas" stays Ana Rojas when her cousin Luis Rojas, who comes in later, is always "Luis Rojas".
    """
    if len({id(place.person) for place in best}) != 2:
        return None
    early = [place.person for place in best if place.start < first]
    late = [place.person for place in best if place.start > first and all(place.person is not one for one in early)]
    if len({id(person) for person in early}) != 1 or len(late) < 2:
        return None
    owner = early[0]
    return owner, f"surname of {owner.name}, whom the page called so before it named {late[0].name} in full"


def fit(one: Occurrence, person: Person) -> float:
    """How well a bare occurrence fits a person; 0 when gender or generation speak against it."""
    gender, generation = one.mention.gender, parse(one.text).generation
    if gender and person.genders and gender not in person.genders:
        return 0.0
    if generation and all(parse(spelling.text).generation != generation for spelling in person.spellings):
        return 0.0
    return max(single_fits(one.text, spelling.text) for spelling in person.spellings)


def what(one: Occurrence, person: Person) -> str:
    """What of the person's full name a bare occurrence is."""
    word = parse(one.text).family
    firsts = {parse(spelling.text).words[0] for spelling in person.spellings}
    families = {parse(spelling.text).family for spelling in person.spellings}
    if word in families:
        return "surname"
    return "given name" if word in firsts else "a spelling of the surname"
