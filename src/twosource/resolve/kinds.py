"""One word, one kind across the story: what a page without evidence guessed, the other pages put right."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from twosource.records import MentionKind, Reading
from twosource.resolve.acronyms import definitions
from twosource.resolve.countries import countries, demonyms
from twosource.resolve.occurrences import Occurrence
from twosource.resolve.person_names import parse
from twosource.resolve.transliteration import fold

_SHARE = 0.6
"""Of the pages that use a word, this share settles its kind for those that stand against it."""


_LONGEST = 5
"""Words of a name that begins with a place: a longer one is a headline misread."""
_NONE: Counter[MentionKind] = Counter()

# A page that says outright what the name is counts for this many.
_DEFINED = 3
_BODY = re.compile(
    r"\s(?:party|bloc|coalition|alliance|group|company|agency|newspaper|broadcaster|union|airline|firm)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:party|bloc|coalition|alliance|group|company|agency|newspaper|broadcaster|union|airline|firm),?\s$"
)


def settle(found: Sequence[Occurrence], readings: Sequence[Reading]) -> list[Occurrence]:
    """The occurrences, those of a kind that the story outvotes moved to the kind that most of its pages give the word.

    A word that some page has as a person's family or given name is left alone where it is a person's, and so is a
    person with a title, and a country or people known by name.
    """
    found = _defined_bodies(found, readings)
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    texts = {reading.article.id: reading.article.text for reading in readings}
    said = {(one.article, fold(one.text), one.kind, _defined(one, texts[one.article])) for one in found}
    for _, word, kind, defined in said:
        votes[word][kind] += _DEFINED if defined else 1
    families = {parse(one.text).family for one in found if one.kind == "PERSON" and parse(one.text).full}
    found = _each(found, lambda one: _person_after_all(one, votes[fold(one.text)], families))
    bearers = {word for one in found if one.kind == "PERSON" and parse(one.text).full for word in parse(one.text).words}
    return _each(found, lambda one: _team_of(_settled(one, votes[fold(one.text)], bearers), votes))


def _each(found: Sequence[Occurrence], decide: Callable[[Occurrence], Occurrence]) -> list[Occurrence]:
    """The occurrences as decided: once for all of one spelling and kind, those with a title apart."""
    kinds: dict[tuple[str, MentionKind, bool], MentionKind] = {}
    out = []
    for one in found:
        told = (one.text, one.kind, one.mention.title is None)
        if told not in kinds:
            kinds[told] = decide(one).kind
        out.append(one if kinds[told] == one.kind else replace(one, kind=kinds[told]))
    return out


def _defined_bodies(found: Sequence[Occurrence], readings: Sequence[Reading]) -> list[Occurrence]:
    """What some page defines as the short name of an organisation is one wherever it stands in capitals."""
    bodies = definitions([one for one in found if one.kind == "ORG"], readings)
    short = {acronym.text for _, acronym in bodies if fold(acronym.text) not in countries()}
    return [replace(one, kind="ORG") if one.text in short else one for one in found]


def _defined(one: Occurrence, text: str) -> bool:
    """Whether the page says what the name is: "the Barents party", "the news agency Barents"."""
    if one.kind != "ORG":
        return one.mention.title is not None
    return bool(_BODY.match(text, one.end) or _BODY_BEFORE.search(text, max(0, one.start - 15), one.start))


def _person_after_all(one: Occurrence, votes: Counter[MentionKind], families: set[str]) -> Occurrence:
    """A bare family name of the story ("the pleas of Rojas") that as many pages took for a person as for a place."""
    word = fold(one.text)
    doubtful = one.kind == "LOC" and word in families and word not in countries()
    return replace(one, kind="PERSON") if doubtful and votes["PERSON"] >= votes["LOC"] else one


def _settled(one: Occurrence, votes: Counter[MentionKind], bearers: set[str]) -> Occurrence:
    word = fold(one.text)
    if len(votes) < 2 or word in countries() or word in demonyms() or _sure_person(one, word, bearers):
        return one
    kind = min(votes, key=lambda kind: (-votes[kind], kind))
    if votes[kind] < _SHARE * votes.total() or kind == one.kind:
        return one
    return replace(one, kind=kind)


def _team_of(one: Occurrence, votes: Mapping[str, Counter[MentionKind]]) -> Occurrence:
    """ "Velmora Lions" is the body that other pages call "Lions" after the place, and neither a place nor a person."""
    words = fold(one.text).split()
    if one.kind not in {"LOC", "PERSON"} or not 2 <= len(words) <= _LONGEST:
        return one
    needed = _DEFINED if one.mention.title else 0
    for at in range(1, len(words)):
        place, body = votes.get(" ".join(words[:at]), _NONE), votes.get(" ".join(words[at:]), _NONE)
        if body["ORG"] > max(needed, body["LOC"] + body["PERSON"]) and place["LOC"] > place["ORG"] + place["PERSON"]:
            return replace(one, kind="ORG")
    return one


def _sure_person(one: Occurrence, word: str, bearers: set[str]) -> bool:
    return one.kind == "PERSON" and (one.mention.title is not None or parse(one.text).family in bearers or not word)
