"""Countries as pages name them: by their names, their people and their seats of government, to ISO 3166-1 codes.

Read from ../data/countries.tsv and ../data/seats.tsv, and from babel's territories (Unicode CLDR).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from anyascii import anyascii
from babel import Locale

from twosource.resolve.transliteration import fold

UNIONS = frozenset({"EU", "UN"})
"""Codes of what is no country, though it is named like one (EU and UN as babel has them)."""
_PARTS = frozenset({"england", "scotland", "wales", "northern ireland", "west germany", "east germany", "gaza",
                    "gaza strip", "west bank"})  # fmt: skip
"""Parts of a country that have a name of their own are no spelling of the country's."""
_PEOPLES_OF_PARTS = frozenset({"English", "Scottish", "Welsh", "Northern Irish", "Scot", "Englishman", "Welshman"})
SHARED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("dominican", "dominicans"), ("DM", "DO")),
    **dict.fromkeys(("congo", "congolese"), ("CD", "CG")),
    **dict.fromkeys(("korea", "korean", "koreans"), ("KP", "KR")),
    "u s": ("US",),  # "U. S."
    "georgia": ("GE", ""),  # a state of the USA as well
}
"""Words that two countries share: whose they are, the rest of a page has to say. "" is what has no code."""
_PARTS_OF_BRITAIN = frozenset({"england", "scotland", "wales", "northern ireland"})


def _lines(name: str) -> Iterator[str]:
    text = (files("twosource") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple((*line.split("\t"), "", "", "", "", "")[:5]) for line in _lines("countries.tsv"))


def unarticled(name: str) -> str:
    """A folded name without "the" before it."""
    return name.removeprefix("the ")


@cache
def countries() -> dict[str, str]:
    """Folded names of countries, unions and territories to their ISO 3166-1 code (EU and UN as babel has them)."""
    found = {fold(name): code for code, name in Locale("en").territories.items() if len(code) == 2 and code != "ZZ"}
    found |= {fold(name.split(" (")[0]): code for code, name in Locale("en").territories.items() if len(code) == 2}
    found |= {fold(name.replace("&", "and")): code for code, name in Locale("en").territories.items() if len(code) == 2}
    found |= {fold(name): row[0] for row in _rows() for name in row[1].split("|") if name}
    found |= {"eu": "EU", "un": "UN", "united nations organization": "UN", "uno": "UN"}
    return {unarticled(name): code for name, code in found.items() if name not in _PARTS}


@cache
def demonyms() -> dict[str, str]:
    """Folded adjectives and nouns of peoples to the country's code. English, Scots and Welsh stay apart."""
    found: dict[str, str] = {}
    for form, code in _peoples():
        if form not in _of_parts():
            found.setdefault(form, code)
    return found


@cache
def _of_parts() -> frozenset[str]:
    return frozenset(form for word in _PEOPLES_OF_PARTS for form in _forms(word))


def _peoples() -> Iterator[tuple[str, str]]:
    """Folded forms of every adjective and noun for a people, with the code; the first of two countries comes first."""
    for code, _, adjectives, nouns, _ in _rows():
        for word in f"{adjectives}|{nouns}".split("|"):
            yield from ((form, code) for form in (_forms(word) if word else ()))


def _forms(word: str) -> tuple[str, ...]:
    forms = (word, word + "s", re.sub("man$", "men", word), re.sub("woman$", "women", word))
    return tuple(fold(form) for form in forms)


@cache
def capitals() -> dict[str, tuple[str, ...]]:
    """Folded names of capitals to the codes of those whose government they stand for."""
    found = {fold(name): (code,) for code, *_, towns in _rows() for name in towns.split("|") if name}
    return found | {fold(name): codes for name, codes in _SEVERAL_SEATS.items()}


_SEVERAL_SEATS = {"Brussels": ("BE", "EU"), "The Hague": ("NL", ""), "Hague": ("NL", ""), "Vienna": ("AT", "")}
"""Capitals that speak for others too: for a union, or ("") for courts and agencies of the world."""


AT = "seat of "
"""What the row of a palace or street begins with."""


class Seat(NamedTuple):
    """A row of seats.tsv: what the name stands for ("seat of the president"), and of which countries one has it."""

    what: str
    codes: tuple[str, ...]


@cache
def seats() -> dict[str, Seat]:
    """Folded names of palaces, streets, parliaments and agencies (`seat_key`) to whose they are."""
    found: dict[str, Seat] = {}
    for line in _lines("seats.tsv"):
        codes, names, what = line.split("\t")
        found |= {seat_key(name): Seat(what, tuple(codes.split("|"))) for name in names.split("|")}
    return found


@cache
def body_names() -> dict[str, Seat]:
    """Of the seats those that are bodies themselves, not the places of one."""
    return {name: seat for name, seat in seats().items() if not seat.what.startswith(AT)}


def seat_key(name: str) -> str:
    """What spellings of a seat share: unlike `fold`, with its numbers ("No 10")."""
    return unarticled(" ".join(anyascii(name).lower().replace(".", "").replace("-", " ").split()))


@cache
def country_name(code: str) -> str:
    """What a country is called in English (Unicode CLDR)."""
    return str(Locale("en").territories.get(code, code)).replace(" & ", " and ")


@cache
def _every_word() -> Mapping[str, tuple[str, ...]]:
    """Folded names of countries and words for their people to codes: several where countries share the word."""
    parts = dict.fromkeys(_of_parts() | _PARTS_OF_BRITAIN, "GB")
    every = demonyms() | countries() | parts
    known = {word: code for word, code in every.items() if code not in UNIONS and word not in _IN_NAMES}
    return {**{word: (code,) for word, code in known.items()}, **SHARED}


_IN_NAMES = frozenset({"states"})
"""Of the words for countries those that stand in the names of other things: "the States" is one, "States" is not."""

# Words before a country's name that make another place of it ("New Mexico"), and after it ("Panama City").
_ANOTHER = frozenset("new north south east west northern southern eastern western central inner greater upper".split())
_TOWN = frozenset("city town columbia ocean sea".split())
LONGEST = 5
"""Words of a country's name at most."""
POSSESSIVE = re.compile(r"['’]s?$")


def codes_of(name: str) -> tuple[str, ...]:
    """The codes of the country or people that a name is, several where two share the word; () for any other name."""
    return _every_word().get(unarticled(fold(name)), ())


def codes_in(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The countries and peoples named in the words of a phrase, each with its codes, in the phrase's order."""
    return [codes for _, codes in _parts(words) if codes]


def without_countries(words: Sequence[str]) -> list[str]:
    """The words of a phrase but for the countries and peoples named in it."""
    return [word for part, codes in _parts(words) if not codes for word in part]


def _parts(words: Sequence[str]) -> Iterator[tuple[Sequence[str], tuple[str, ...]]]:
    """The phrase in pieces: each country or people with its codes, and every other word alone."""
    at = 0
    while at < len(words):
        end, codes = _longest(words, at)
        yield words[at:end], codes
        at = end


def _longest(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest country or people that begins at `at` ends, and its codes; one word further when none does."""
    for end in range(min(at + LONGEST, len(words)), at, -1):
        taken = [POSSESSIVE.sub("", word) for word in words[at:end]]
        codes = codes_of(" ".join(taken)) if taken[0][:1].isupper() and taken[-1][:1].isupper() else ()
        if codes:
            return end, () if elsewhere(words, at, end) else codes
    return at + 1, ()


def elsewhere(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words around a country's name make another place of it: "New Mexico", "Panama City"."""
    return (start > 0 and fold(words[start - 1]) in _ANOTHER) or fold(" ".join(words[end : end + 1])) in _TOWN


def settled(codes: Collection[str], named: Collection[str]) -> str | None:
    """The one of several codes that the pages name otherwise; None when that leaves none, or more than one."""
    if len(codes) == 1:
        return next(iter(codes)) or None
    fits = {code for code in codes if code in named}
    return fits.pop() if len(fits) == 1 else None
