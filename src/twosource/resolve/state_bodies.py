"""Ministries, parliaments, armies and courts with the country whose they are: in their name, beside it, or by the page.

"Foreign Ministry" is as many bodies as there are countries: it is one with "Foreign Ministry of Norway" where a page
says so, and none with Latvia's. Where nothing says whose it is, nothing is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from twosource.records import Reading
from twosource.resolve.acronyms import is_acronym
from twosource.resolve.countries import (
    LONGEST,
    POSSESSIVE,
    UNIONS,
    body_names,
    capitals,
    codes_in,
    codes_of,
    elsewhere,
    seat_key,
    settled,
    without_countries,
)
from twosource.resolve.occurrences import Occurrence
from twosource.resolve.transliteration import fold

HEADS = frozenset(
    "agency army assembly authorities authority bureau cabinet commission commissioner committee congress consulate "
    "corps council court department directorate embassy federation force forces government guard guards inspectorate "
    "legislature marines military ministry mission navy office parliament police prosecutor senate service services "
    "staff treasury troops".split()
)
"""What a body of a state is called, as the first or the last word of its name, where the country stands with it."""
NATIONAL = frozenset({"ministry", "general staff", "central bank", "constitutional court", "national assembly"})
"""Bodies that the news of a country calls so without the country: the page may say whose they are. Not parliaments and
supreme courts, which a foreign page calls so of its own country too."""
PORTFOLIOS = frozenset(
    "affairs agriculture antiquities aviation civil commerce communication communications construction culture "
    "defence defense development digital disaster economic economy education electricity emergencies emergency "
    "employment energy environment environmental external family finance fisheries food foreign foreigners forestry "
    "health higher home housing human immigration industry information infrastructure innovation interior internal "
    "investment justice labor labour land law local management mines mining natural oil petroleum planning power "
    "protection public railways religious resources rural science situations social sport sports supplies technology "
    "tourism trade transport transportation urban veterans water welfare women works youth".split()
)
"""What ministries are for: the words of a name that says no region or town."""
OUTWARD = frozenset("foreign external defence defense trade".split())
"""Portfolios that deal with other countries: the only one that a page names may be the other one."""
_JOINTS = frozenset("of for and the".split())


class Whose(NamedTuple):
    """The country of a body, and how that is known. `far`: 0 in its name, 1 beside it, 2 and 3 in its page."""

    code: str
    reason: str
    far: int


def state_bodies(found: Sequence[Occurrence], readings: Sequence[Reading]) -> dict[Occurrence, Whose]:
    """Whose the bodies among the mentions are, where their name, the words beside it or the page say so.

    `found`: the mentions of all kinds.
    """
    bodies = [one for one in found if one.kind == "ORG" and (_is_body(one.text) or seat_key(one.text) in body_names())]
    texts = {reading.article.id: reading.article.text for reading in readings}
    named = named_countries(found, readings)
    known = {one: whose for one in bodies if (whose := _said(one, texts[one.article], named[one.article]))}
    pages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one, whose in known.items():
        pages[one.article, fold(bare(one.text))].add(whose.code)
    datelines = {reading.article.id: _dateline(reading) for reading in readings}
    for one in bodies:
        said = pages.get((one.article, fold(bare(one.text))), set())
        if one not in known and len(said) == 1:
            known[one] = Whose(min(said), "a page says elsewhere whose it is", 2)
        elif one not in known and not said:
            whose = _alone(one, named[one.article]) or _home(one, named[one.article], datelines[one.article])
            known |= {one: whose} if whose else {}
    return known


def named_countries(found: Sequence[Occurrence], readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """The countries that each page names: by name, people or capital, in its dateline and in the names of bodies."""
    named: dict[str, set[str]] = {reading.article.id: set() for reading in readings}
    for one in found:
        if one.kind != "PERSON":
            named[one.article] |= _named_by(one.text)
    for reading in readings:
        named[reading.article.id] |= _dateline(reading)
    return {page: frozenset(codes - UNIONS) for page, codes in named.items()}


@lru_cache(maxsize=100_000)
def _named_by(name: str) -> frozenset[str]:
    groups = [codes_of(name), capitals().get(fold(name), ()), *codes_in(_words(name))]
    return frozenset(codes[0] for codes in groups if len(codes) == 1)


def _dateline(reading: Reading) -> frozenset[str]:
    """The country of the page's dateline, where that names it or its capital."""
    place = reading.article.dateline.place if reading.article.dateline else None
    return frozenset().union(*(_named_by(part) for part in re.split(r",\s*", place or "")))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s,()\"“”]+", text)


@lru_cache(maxsize=100_000)
def _is_body(text: str) -> bool:
    """Whether a name is one of a body of a state: by its first word, its last, or the one before "of"."""
    words = fold(_WHERE.split(text)[0]).split()
    before_of = [words[at - 1] for at in range(1, len(words)) if words[at] in {"of", "for"}][:1]
    heads = HEADS.intersection((*words[:1], *words[-1:], *before_of))
    return bool(heads) or any(" " in head and head in " ".join(words) for head in NATIONAL)


@lru_cache(maxsize=100_000)
def bare(text: str) -> str:
    """A body's name without its country."""
    return " ".join(without_countries(_words(text)))


_WHERE = re.compile(r"\s(?:in|at|to)\s")
"""What comes after these is where a body is, not whose: "Embassy of Norway in Latvia"."""
_OF = re.compile(r" of (?:the )?(?=[A-Z])")
_CLOSED = re.compile(r"(?<![A-Z]\.[A-Z])[.,;:)]\Z")
"""A mark at the end of a word that parts it from the next; the full stop of "U.S." does not."""
_ARTICLE = re.compile(r"^[Tt]he\s")
_REACH = 80


def _said(one: Occurrence, text: str, named: Collection[str]) -> Whose | None:
    """Whose the body is by its name, or by the words on either side of it."""
    within = codes_in(_words(_WHERE.split(one.text)[0]))
    if within:
        code = settled(within[0], named) if len(set(within)) == 1 else None
        return Whose(code, f"by its name, “{one.text}”", 0) if code else None
    for codes, phrase in _beside(one, text):
        if code := settled(codes, named):
            return Whose(code, f"as a page writes “{phrase}”", 1)
    return None


def _alone(one: Occurrence, named: Collection[str]) -> Whose | None:
    """Whose the body is because no other country has one of its name: "Bundestag"."""
    seat = body_names().get(seat_key(one.text))
    code = settled(seat.codes, named) if seat and not is_acronym(one.text) else None
    return Whose(code, f"{one.text}: {seat.what}", 1) if code and seat else None


def _beside(one: Occurrence, text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Countries and peoples that stand right before the name ("Norway's", "Norwegian") or after it ("of Norway")."""
    before = text[max(0, one.start - _REACH) : one.start]
    words = before.split()[-LONGEST:] if before.endswith(" ") else []
    for at in range(len(words)):
        taken = " ".join(words[at:])
        codes = codes_of(POSSESSIVE.sub("", taken)) if taken[0].isupper() and not _CLOSED.search(taken) else ()
        if codes:
            yield () if elsewhere(words, at, len(words)) else codes, f"{_ARTICLE.sub('', taken)} {one.text}"
            break
    after = _OF.match(text, one.end)
    words = text[after.end() : after.end() + _REACH].split()[:LONGEST] if after else []
    for end in range(len(words), 0, -1):
        taken = " ".join(words[:end]).rstrip(",.;:")
        if codes := codes_of(POSSESSIVE.sub("", taken)):
            yield () if elsewhere(words, 0, end) else codes, f"{one.text} of {taken}"
            break


def _home(one: Occurrence, named: Collection[str], dateline: Collection[str]) -> Whose | None:
    """The only country of the page, for a body that has nothing but its office for a name."""
    words = [word for word in fold(one.text).split() if word not in _JOINTS]
    name = " ".join(words)
    generic = name in NATIONAL or ("ministry" in words and all(word in PORTFOLIOS | {"ministry"} for word in words))
    if not generic or len(named) != 1 or (OUTWARD & set(words) and not dateline):
        return None
    where = "of the page and its dateline" if dateline else "that the page names"
    return Whose(next(iter(named)), f"by the only country {where}", 3)
