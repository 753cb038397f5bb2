"""What the matches of a pattern begin with and how long they are: most patterns need not be tried on most lines.

Read from the patterns themselves: a table of first letters beside them would be wrong as soon as one of them changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from string import digits
from typing import Generic, NamedTuple, TypeVar

LENGTH = 5
"""Characters by which lines are told apart: two lines in three begin as no pattern of furniture does."""
MOST = 20
"""Beginnings of one pattern that are told apart; where there are more, they are cut off before they branch."""
ANY = "\0"
"""Stands at the end of a beginning for all that may follow, where it is too much to list."""
ENDLESS = 10_000
"""How often at most what has no bound is taken to stand."""

_T = TypeVar("_T")


class Beginnings(Generic[_T]):
    """Things by the beginnings that were given with each."""

    def __init__(self, given: Iterable[tuple[frozenset[str], _T]]) -> None:
        found: dict[str, list[_T]] = {}
        for begins, thing in given:
            for begin in begins:
                found.setdefault(begin, []).append(thing)
        cut = {begin[:-1]: things for begin, things in found.items() if begin[-1:] == ANY}
        if "" in cut:
            raise ValueError("a pattern that can begin with anything is no help")
        self._whole = {begin: (*things, *_of_cut(begin, cut)) for begin, things in found.items() if begin[-1:] != ANY}
        """For the first `LENGTH` characters of a line."""
        self._cut = {begin: (*things, *_of_cut(begin, cut)) for begin, things in cut.items()}
        by_letter = groupby(sorted(cut), key=itemgetter(0))
        self._cut_by_letter = {letter: tuple(sorted(begins, key=len, reverse=True)) for letter, begins in by_letter}
        """For its first character, where those are not in `_whole`: beginnings that were cut off, the longest first."""

    def of(self, small: str) -> tuple[_T, ...]:
        """All things whose patterns may match a squeezed line in small letters; some that do not are among them."""
        if (found := self._whole.get(small[:LENGTH])) is not None:
            return found
        first = small[:1]
        if (cut := self._cut_by_letter.get(first)) is None:
            return self.of("0" + small[1:]) if first.isdecimal() and not first.isascii() else ()
        if not small.startswith(cut):
            return ()
        return next(self._cut[begin] for begin in cut if small.startswith(begin))


def _of_cut(begin: str, cut: dict[str, list[_T]]) -> list[_T]:
    return [thing for length in range(1, len(begin)) for thing in cut.get(begin[:length], ())]


def beginnings(pattern: str) -> frozenset[str]:
    """The first `LENGTH` characters, in small letters, of all that `pattern` matches.

    Fewer, with `ANY` behind them, where there are too many to list; fewer without it where the match may end there. Too
    many are never wrong: what must stand before or after a match (`\\b`, `(?=...)`) is left out of account. White space
    is a blank, and digits stand only in first place, those of ASCII for all.
    """
    return _extended(frozenset([""]), _read(pattern))


def sizes(pattern: str) -> tuple[int, int]:
    """How many characters a match of `pattern` has at least and at most."""
    return _sizes(_read(pattern))


class _Repeat(NamedTuple):
    part: _Part
    least: int
    most: int


_Part = frozenset[str] | None | tuple["_Part", ...] | list["_Part"] | _Repeat
"""Of a pattern: one character of a set (of any, for None), parts in a row (tuple), alternatives (list), repetition."""


def _is_closed(begin: str) -> bool:
    return len(begin) == LENGTH or begin[-1:] == ANY


def _extended(begun: frozenset[str], part: _Part) -> frozenset[str]:
    """What has begun as in `begun` and goes on as `part` says."""
    going = frozenset(begin for begin in begun if not _is_closed(begin))
    if not going:
        return begun
    done = begun - going
    if isinstance(part, list):
        return done.union(*(_extended(going, each) for each in part))
    if isinstance(part, _Repeat):
        return done | _repeated(going, part)
    if isinstance(part, tuple):
        for each in part:
            going = _extended(going, each)
        return done | going
    if part is None:
        return done | {begin + ANY for begin in going}
    many = len(part) * len(going) > MOST or "0" in part
    return done.union(*({begin + ANY} if many and begin else {begin + letter for letter in part} for begin in going))


def _repeated(going: frozenset[str], part: _Repeat) -> frozenset[str]:
    found = going if part.least == 0 else frozenset[str]()
    for count in range(1, min(part.most, LENGTH + part.least) + 1):
        going = _extended(going, part.part)
        if count >= part.least:
            found |= going
    return found


def _sizes(part: _Part) -> tuple[int, int]:
    if part is None or isinstance(part, frozenset):
        return 1, 1
    if isinstance(part, _Repeat):
        least, most = _sizes(part.part)
        return part.least * least, min(part.most * most, ENDLESS)
    both = list(map(_sizes, part))
    if isinstance(part, list):
        return min(least for least, _ in both), max(most for _, most in both)
    return sum(least for least, _ in both), min(sum(most for _, most in both), ENDLESS)


# --- reading patterns ------------------------------------------------------------------------------------------------

_NUMBER = re.compile(r"\{(\d+)?(,?)(\d+)?\}")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|-?\w*:))?")
_CLASSES = {"d": frozenset(digits), "s": frozenset(" ")}


def _read(pattern: str) -> _Part:
    part, end = _alternatives(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"cannot read {pattern!r} from {end}")
    return part


def _alternatives(pattern: str, at: int) -> tuple[_Part, int]:
    """The alternatives from `at` to the bracket that closes them, or to the end, and where that is."""
    found: list[_Part] = []
    while True:
        row: list[_Part] = []
        while at < len(pattern) and pattern[at] not in "|)":
            part, at = _one(pattern, at)
            least, most, at = _times(pattern, at)
            row.append(part if (least, most) == (1, 1) else _Repeat(part, least, most))
        found.append(tuple(row))
        if at == len(pattern) or pattern[at] == ")":
            return found, at
        at += 1


def _one(pattern: str, at: int) -> tuple[_Part, int]:
    """The character, class or group at `at`, and where it ends."""
    letter = pattern[at]
    if letter == "(":
        opening = _OPENING.match(pattern, at)
        part, end = _alternatives(pattern, opening.end() if opening else at + 1)
        looks = opening is not None and opening.group().endswith(("=", "!"))  # takes up no character
        return () if looks else part, end + 1
    if letter == "[":
        return _class(pattern, at + 1)
    if letter == "\\":
        return _escaped(pattern[at + 1]), at + 2
    if letter == ".":
        return None, at + 1
    return () if letter in "^$" else frozenset(letter.lower()), at + 1


def _escaped(letter: str) -> _Part:
    if letter in "bBAZ":
        return ()
    return _CLASSES.get(letter) if letter.isalnum() else frozenset(letter)


def _class(pattern: str, at: int) -> tuple[_Part, int]:
    wide = pattern[at] == "^"
    found: set[str] = set()
    while pattern[at] != "]":
        letter, at = pattern[at], at + 1
        if letter == "\\":
            part, at = _escaped(pattern[at]), at + 1
            wide, found = wide or part is None, found | (part if isinstance(part, frozenset) else set())
        elif pattern[at] == "-" and pattern[at + 1] != "]":
            found.update(chr(code).lower() for code in range(ord(letter), ord(pattern[at + 1]) + 1))
            at += 2
        else:
            found.add(letter.lower())
    return None if wide else frozenset(found), at + 1


def _times(pattern: str, at: int) -> tuple[int, int, int]:
    """How often what ends at `at` may stand, at least and at most, and where that is written."""
    mark = pattern[at : at + 1]
    if number := _NUMBER.match(pattern, at):
        least = int(number[1] or 0)
        most, at = int(number[3]) if number[3] else ENDLESS if number[2] else least, number.end()
    elif mark and mark in "?*+":
        least, most, at = int(mark == "+"), 1 if mark == "?" else ENDLESS, at + 1
    else:
        return 1, 1, at
    return least, most, at + (pattern[at : at + 1] == "?")
