"""Who "the French president" is: what titles and countries the pages give people, and the match with a description."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from twosource.records import Mention, Range, Reading, Span
from twosource.resolve.callings import Calling, calling, callings, words_of
from twosource.resolve.human_nouns import Gender, gender_of, is_human, women_given

# Words of rank that news uses for one another; a match across a row is worth less than the very word.
RANKS: tuple[frozenset[str], ...] = (
    frozenset("president leader ruler strongman head".split()),
    frozenset("premier chancellor prime leader".split()),
    frozenset("spokesman spokeswoman spokesperson spokespeople".split()),
    frozenset("minister secretary".split()),
    frozenset("chairman chairwoman chair chairperson".split()),
    frozenset("candidate challenger contender nominee hopeful".split()),
    frozenset("senator lawmaker legislator".split()),
    frozenset("governor".split()),
    frozenset("chief head boss director".split()),
    frozenset("opponent rival".split()),
)
# Modifiers that make another person of a role: a "deputy minister" is no "minister" ...
OTHERS = frozenset("deputy vice assistant shadow acting".split())
# ... and those that the next sentence leaves out less often than others do.
TELLING = frozenset("opposition former ex press presidential prime".split())
ROLES = frozenset(word for row in RANKS for word in row) | frozenset(
    "ambassador commander general king queen prince pope mayor judge prosecutor lawyer attorney analyst adviser "
    "advisor aide economist expert officer representative envoy diplomat politician activist scientist professor "
    "author singer actor "
    "coach captain manager executive official congressman congresswoman assemblyman commissioner counterpart "
    "democrat republican businessman billionaire".split()
)
# What one person of a page is at most, though it is no rank.
TRADES = frozenset(
    "founder owner editor negotiator inspector poet novelist writer painter composer playwright striker midfielder "
    "goalkeeper footballer champion bishop archbishop cardinal priest imam rabbi suspect defendant accused".split()
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
    "academy agency alliance assembly association authority bank bloc board bureau cabinet campaign chamber channel "
    "church club coalition college commission committee company congress confederation council court department "
    "embassy federation force foundation front fund group guild hospital institute league ministry mosque movement "
    "museum network newspaper office orchestra organisation organization parliament party police port prison radio "
    "school senate service society station television theatre tribunal union university".split()
)
# Of these the names say nothing: "the company" is whichever body spoke or acted last, if its name says no other kind.
UNTYPED = frozenset(
    "company firm business club team side newspaper paper daily weekly magazine outlet broadcaster website airline "
    "carmaker manufacturer maker retailer operator supplier charity organisation organization startup".split()
)
# What says something and is nobody.
THINGS = frozenset(
    "account ad advertisement affidavit article audit bill blog book column complaint document editorial email essay "
    "film filing headline indictment interview law lawsuit letter map memo message note novel petition photo poll post "
    "recording report ruling song speech statement story study survey text transcript tweet verdict video will".split()
)
# What bodies of a kind have in their names instead of the noun for it.
KINDRED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("newspaper", "paper", "daily", "weekly", "magazine"),
        frozenset(
            "times post herald courier mirror tribune gazette ledger journal news telegraph chronicle observer".split()
        ),
    ),
    **dict.fromkeys(("broadcaster", "station", "channel"), frozenset("tv radio television broadcasting fm".split())),
    **dict.fromkeys(("club", "team", "side"), frozenset("united rovers city athletic wanderers fc".split())),
    "airline": frozenset("air airlines airways".split()),
    "agency": frozenset("press news wire".split()),
}
# What speaks for the body or the country before it: "the Kremlin press service", "the Belarusian government".
VOICES = frozenset(
    "authorities government administration office press-service service statement spokesman spokeswoman spokesperson "
    "representative ministry embassy".split()
)
_SAME_STEM = 4  # letters: Belarus and Belarusian, Lithuania and Lithuanian


# Descriptions that are kept with whom they fit.
KEPT = 4096
# What a person is to another: no office of its own.
_TOWARDS = frozenset("rival opponent counterpart".split())


@dataclass(slots=True)
class Profile:
    """What the pages call a person: the words for it, its countries, and its gender where shown."""

    callings: set[Calling] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    """The genders of the pronouns that go on about it within its own sentences."""
    spellings: set[str] = field(default_factory=set)

    def may_be(self, gender: str, taken: str | None = None) -> bool:
        """Whether the pages show no other gender: names and titles come before the pronouns beside them, then comes a
        woman's given name alone, and last `taken`, what a pronoun elsewhere took the person for."""
        shown = self.genders or (self.told if len(self.told) == 1 else set())
        if not shown and self.spellings and self.spellings <= women_given():
            shown = {"f"}
        if not shown and taken:
            shown = {taken}
        return not gender or not shown or gender in shown

    def add(self, other: Profile) -> None:
        """Put in what another page tells."""
        self.callings |= other.callings
        self.countries |= other.countries
        self.genders |= other.genders
        self.told |= other.told
        self.spellings |= other.spellings

    def owned(self) -> Profile:
        """The profile with what it is to somebody: "his lawyer" is no lawyer of another."""
        return replace(self, callings={one for one in self.callings if one.owned})

    @property
    def has_role(self) -> bool:
        """Whether the pages give it an office or a trade."""
        return any(is_human(one.head) and one.head not in _TOWARDS for one in self.callings)


@lru_cache(1 << 16)
def country_key(word: str) -> str:
    """One key for a country and its adjective: "Belarus", "Belarusian", "Belarus’s" give the same."""
    low = re.sub(r"['’]s?$", "", word.lower())
    low = IRREGULAR.get(low, low)
    return low[:_SAME_STEM]


def profiles(reading: Reading, entity_of: Mapping[Span, str]) -> dict[str, Profile]:
    """A profile for each person of a page, from every mention of it there."""
    found: dict[str, Profile] = {}
    ends = [mention.end for mention in reading.annotations.mentions]
    starts = [start for start, _ in reading.annotations.sentences]
    for mention in reading.annotations.mentions:
        if mention.kind != "PERSON":
            continue
        entity = entity_of.get(Span(reading.article.id, mention.start, mention.end))
        if entity is None:
            continue
        number = bisect_right(starts, mention.start) - 1
        sentence = reading.annotations.sentences[number] if number >= 0 else (0, len(reading.article.text))
        _add(found.setdefault(entity, Profile()), reading, mention, sentence, ends)
    return found


def joined(pages: Iterable[Mapping[str, Profile]]) -> dict[str, Profile]:
    """A profile for each person of a story, from those of its pages."""
    found: dict[str, Profile] = {}
    for page in pages:
        for who, profile in page.items():
            found.setdefault(who, Profile()).add(profile)
    return found


def _add(profile: Profile, reading: Reading, mention: Mention, sentence: Range, ends: list[int]) -> None:
    text = reading.article.text
    called = set(callings(text, mention, sentence))
    profile.spellings.add(mention.text)
    shown = {gender_of(one.head) for one in called} - {""}
    profile.callings |= called
    if mention.gender:
        profile.genders.add(mention.gender)
    elif len(shown) == 1:
        profile.genders |= shown
    if (gender := _told(text, mention, sentence, reading, ends)) is not None:
        profile.told.add(gender)
    if mention.title:
        profile.countries.update(_countries(reading, mention, ends))


_PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_MARK = re.compile(r"[“”\"‘«]")
_NEAR_START = 40  # characters before a name that are its title and article, if it is the subject
_REACH = 160


def _told(text: str, mention: Mention, sentence: Range, reading: Reading, ends: list[int]) -> Gender | None:
    """The gender of the first pronoun after a name that begins its sentence, if no one else stands between the two."""
    if mention.start - sentence[0] > _NEAR_START or text[mention.end : mention.end + 1] in {"'", "’"}:
        return None
    found = _PRONOUN.search(text, mention.end, min(sentence[1], mention.end + _REACH))
    if found is None:
        return None
    between = text[mention.end : found.start()]
    before = text[sentence[0] : mention.start]
    others = reading.annotations.mentions[bisect_right(ends, mention.end) :]
    near = any(one.kind == "PERSON" and one.start < found.start() for one in others[:3])
    if near or _MARK.search(before + between) or _PRONOUN.search(before):
        return None
    if any(is_human(word) for word in words_of(between)):
        return None
    return "m" if found[1] else "f"


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


# Offices told apart by the word before them: a "finance minister" is no "transport minister".
_PORTFOLIOS = frozenset("minister secretary chief director officer commissioner spokesman spokeswoman coach".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a description asks for: its noun, the names among the words before it, and the countries that it names."""

    calling: Calling
    proper: frozenset[str]
    countries: frozenset[str]

    @classmethod
    def of(cls, phrase: str, countries: AbstractSet[str]) -> Wanted | None:
        """None for a phrase without words."""
        called = calling(phrase.split(",")[0])
        if called is None:
            return None
        proper = {word.lower() for word in re.findall(r"(?<=\s)[A-Z][\w-]+", phrase)} & called.modifiers
        return cls(called, frozenset(proper), frozenset(countries))


class Holder:
    """A person as who may hold an office: of what the pages call it, that which a description's noun may mean."""

    def __init__(self, profile: Profile, noun: str) -> None:
        self.profile = profile
        self.related = [one for one in profile.callings if _related(noun, one.head)]
        self.others = frozenset(word for one in self.related for word in one.modifiers)

    @cached_property
    def known(self) -> set[str]:
        """The keys of all words and countries that it is called by."""
        words = (word for one in self.profile.callings for word in (one.head, *one.modifiers, *one.tied))
        return {country_key(word) for word in words} | self.profile.countries

    def match(self, wanted: Wanted) -> float:
        """How well a description fits: 0 when it does not, more for each word and country shared."""
        if not self.related:
            return 0.0
        called, countries = wanted.calling, self.profile.countries
        shared = {word for word in wanted.proper if country_key(word) in self.known}
        if shared:
            called = Calling(called.head, called.modifiers - shared, called.tied)
        elif wanted.proper and self.others - called.modifiers:
            return 0.0  # none of the names is told of it, and other words are
        best = max(_alike(called, one, self.others, wanted.proper - shared) for one in self.related)
        if best <= 0.0:
            return 0.0
        best += len(shared)
        if wanted.countries and countries:
            best += 2.0 if wanted.countries & countries else -10.0
        return max(best, 0.0)


Scored = Sequence[tuple[float, str]]
"""Persons with how well a description fits each, the best first; those that it does not fit are left out."""


def ranked(wanted: Wanted, scope: Mapping[str, Profile], gender: str, owned: bool) -> Scored:
    """Whom of `scope` a description fits; `owned`: as what somebody's ("his lawyer")."""
    noun = wanted.calling.head
    return _scored(
        wanted, scope, {who: Holder(one.owned() if owned else one, noun) for who, one in scope.items()}, gender
    )


def _scored(wanted: Wanted, scope: Mapping[str, Profile], holders: Mapping[str, Holder], gender: str) -> Scored:
    found = ((one.match(wanted), who) for who, one in holders.items() if scope[who].may_be(gender))
    return sorted((one for one in found if one[0] > 0), reverse=True)


class Cast(dict[str, Profile]):
    """The profiles of a whole story, found by what the pages call them: a description looks at those alone whom a noun
    of its rank is told of, and one that comes again is answered from memory.
    """

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        super().__init__(profiles)
        self._called: dict[str, list[str]] = {}
        for who, profile in profiles.items():
            for head in {one.head for one in profile.callings}:
                self._called.setdefault(head, []).append(who)
        self._holders = lru_cache(None)(self._of_rank)
        self.ranked = lru_cache(KEPT)(self._ranked)

    def _of_rank(self, noun: str, owned: bool) -> Mapping[str, Holder]:
        those = {who for one, those in self._called.items() if _related(noun, one) for who in those}
        return {who: Holder(self[who].owned() if owned else self[who], noun) for who in those}

    def _ranked(self, wanted: Wanted, gender: str, owned: bool) -> Scored:
        return _scored(wanted, self, self._holders(wanted.calling.head, owned), gender)


def _alike(wanted: Calling, one: Calling, others: frozenset[str], proper: frozenset[str]) -> float:
    """The very noun is worth more than one of its rank; words before it that differ count against it.

    `others` are the words that stand before such nouns for the same person, `proper` are names of the description
    that are nowhere among the person's: a "Republican nominee" is no "Libertarian nominee".
    """
    if not _related(wanted.head, one.head):
        return 0.0
    missing = wanted.modifiers - one.modifiers - one.tied
    extra = one.modifiers - wanted.modifiers - wanted.tied
    if (missing | extra) & OTHERS:
        return 0.0
    if missing and wanted.head != one.head:
        return 0.0
    score = 3.0 if wanted.head == one.head else 2.0
    score += len(wanted.modifiers & (one.modifiers | one.tied)) + 0.5 * len(wanted.tied & (one.modifiers | one.tied))
    score -= 2.0 * len((missing | extra) & TELLING)
    if missing & proper and others - wanted.modifiers:
        return 0.0
    if missing and extra - TELLING:
        return 0.0 if wanted.head in _PORTFOLIOS else score - 2.0
    return score - (0.5 if missing else 0.0)


@lru_cache(1 << 16)
def _related(one: str, other: str) -> bool:
    return one == other or (any(one in row and other in row for row in RANKS) and not _genders_differ(one, other))


def _genders_differ(one: str, other: str) -> bool:
    return bool(gender_of(one)) and bool(gender_of(other)) and gender_of(one) != gender_of(other)
