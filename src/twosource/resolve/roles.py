"""Who "the French president" is: what titles and countries the pages give people, and the match with a description."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.records import Mention, Reading, Span

_TIED = re.compile(r"\s(?:of|for|to|from|in|at|with|on|who|which|that)\s|,")
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
# Words of rank that news uses for one another; a match across a row is worth less than the very word.
RANKS: tuple[frozenset[str], ...] = (
    frozenset("president leader ruler strongman head".split()),
    frozenset("premier chancellor prime leader".split()),
    frozenset("spokesman spokeswoman spokesperson".split()),
    frozenset("minister secretary".split()),
    frozenset("chairman chairwoman chair chairperson".split()),
    frozenset("candidate challenger contender nominee hopeful".split()),
    frozenset("senator lawmaker legislator".split()),
    frozenset("governor".split()),
    frozenset("chief head boss director".split()),
    frozenset("opponent rival".split()),
)
# Modifiers that make another person of a role: a "deputy minister" is no "minister".
TELLING = frozenset(
    "opposition former deputy vice ex press foreign defence defense interior finance presidential prime acting".split()
)
ROLES = frozenset(word for row in RANKS for word in row) | frozenset(
    "ambassador commander general king queen prince pope mayor judge prosecutor lawyer attorney analyst adviser "
    "advisor aide economist expert officer representative envoy diplomat politician activist scientist professor "
    "author singer actor "
    "coach captain manager executive official congressman congresswoman assemblyman commissioner counterpart "
    "democrat republican businessman billionaire".split()
)
# Sources that are meant to have no name: they are counted, never guessed.
UNNAMED = frozenset(
    "sources source officials official analysts analyst experts critics witnesses residents observers diplomats people "
    "protesters media reports supporters opponents activists voters investigators prosecutors lawmakers others".split()
)
# Adjectives of countries that do not begin as the country does (the rest are told by their first letters).
IRREGULAR = {
    "french": "france", "german": "germany", "dutch": "netherlands", "british": "britain", "english": "england",
    "spanish": "spain", "swiss": "switzerland", "greek": "greece", "turkish": "turkey", "danish": "denmark",
    "finnish": "finland", "polish": "poland", "irish": "ireland", "welsh": "wales", "american": "us", "u.s": "us",
    "thai": "thailand", "filipino": "philippines", "norwegian": "norway", "swedish": "sweden", "czech": "czech",
    "cypriot": "cyprus", "kyiv": "ukraine", "moscow": "russia", "kremlin": "russia", "minsk": "belarus",
}  # fmt: skip
# Kinds of bodies: after a name they add nothing to it ("the New Shore party"), and "the union" may stand for one.
BODIES = frozenset(
    "agency alliance association bank bloc board campaign channel club coalition commission committee company council "
    "court federation foundation front group institute league ministry movement network newspaper organisation "
    "organization parliament party radio station television tribunal union university".split()
)
# What speaks for the body or the country before it: "the Kremlin press service", "the Belarusian government".
VOICES = frozenset(
    "authorities government administration office press-service service statement spokesman spokeswoman spokesperson "
    "representative ministry embassy".split()
)
_SAME_STEM = 4  # letters: Belarus and Belarusian, Lithuania and Lithuanian


@dataclass(slots=True)
class Profile:
    """What the pages call an entity: its role words, its countries, and its gender where shown."""

    words: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)


def country_key(word: str) -> str:
    """One key for a country and its adjective: "Belarus", "Belarusian", "Belarus’s" give the same."""
    low = re.sub(r"['’]s?$", "", word.lower())
    low = IRREGULAR.get(low, low)
    return low[:_SAME_STEM]


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in lower case, without possessive endings."""
    return [re.sub(r"['’]s$", "", word.lower()) for word in _WORD.findall(phrase)]


def profiles(readings: Sequence[Reading], entity_of: Mapping[Span, str]) -> dict[str, Profile]:
    """A profile for each entity, from every mention of it in `readings`."""
    found: dict[str, Profile] = {}
    for reading in readings:
        ends = [mention.end for mention in reading.annotations.mentions]
        for mention in reading.annotations.mentions:
            entity = entity_of.get(Span(reading.article.id, mention.start, mention.end))
            if entity is None or mention.kind != "PERSON":
                continue
            profile = found.setdefault(entity, Profile())
            if mention.gender:
                profile.genders.add(mention.gender)
            if mention.title:
                profile.words.update(words_of(mention.title))
                profile.countries.update(_countries(reading, mention, ends))
    return found


def _countries(reading: Reading, mention: Mention, ends: list[int]) -> set[str]:
    """The peoples and places named just before a title: "the Kenyan president, Amos Poe"."""
    reach = len(mention.title or "") + 4
    first = bisect_left(ends, mention.start - reach)
    near = (one for one in reading.annotations.mentions[first:] if one.start < mention.start)
    return {country_key(one.text) for one in near if one.kind in {"NORP", "LOC"} and one.end <= mention.start}


def is_unnamed(phrase: str) -> bool:
    """Whether a source is one that pages leave without a name: "officials", "two people familiar with the talks"."""
    words = words_of(re.split(r",| (?:of|for|from|in|at|who|with|familiar|close|on) ", phrase + " ", maxsplit=1)[0])
    return bool(words) and words[-1] in UNNAMED


def role_words(phrase: str) -> list[str]:
    """The words of a description that name its own role, in order: not the minister's in "an aide to the minister"."""
    head = words_of(_TIED.split(phrase, maxsplit=1)[0])
    return [word for word in head if word in ROLES] if head and head[-1] not in VOICES - ROLES else []


def match(phrase: str, countries: set[str], profile: Profile) -> float:
    """How well a description fits a profile: 0 when it does not, more for each word and country shared."""
    roles = role_words(phrase)
    if not roles or not profile.words:
        return 0.0
    score = 0.0
    for role in roles:
        if role in profile.words:
            score += 3.0
        elif any(role in row and row & profile.words for row in RANKS):
            score += 2.0
    if score == 0.0:
        return 0.0
    described = set(words_of(phrase))
    score -= 2.0 * len((described ^ profile.words) & TELLING)
    if countries and profile.countries:
        score += 2.0 if countries & profile.countries else -10.0
    return max(score, 0.0)
