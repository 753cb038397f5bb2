"""Ranges whose year is told once, at their end: "July 29 to August 2, 1920", "the spring and summer of 1979"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .time_lexing import Lexemes
from .time_meaning import Grain, Meaning, Piece
from .time_words import LETTER

# What may stand between the ends of a range.
_BETWEEN: Final = re.compile(
    "(?:{to}|{hyphen}|{until}|{and}|{or})(?:{the}|{early}|{in}|{on}|{hyphen})*$".format(**LETTER)
)
_TO: Final = re.compile("(?:{to}|{hyphen}|{until})$".format(**LETTER))
_YEARLESS: Final = re.compile(r"XXXX-(?:\d\d(?:-\d\d)?|SP|SU|FA|WI)$")
_YEARED: Final = re.compile(r"(\d{4})-(\d\d(?:-\d\d)?|SP|SU|FA|WI)$")


def with_years(lexemes: Lexemes, pieces: list[Piece]) -> list[Piece]:
    """The pieces, the first end of a range with the year that its last end tells, and the last weekday of one told from
    its first ("from Monday to Friday").
    """
    done: list[Piece] = []
    for piece in reversed(pieces):
        year = _year(lexemes, piece, done[-1]) if done else ""
        if done and _is_week(lexemes, piece, done[-1]):
            done[-1] = replace(done[-1], meaning=replace(done[-1].meaning, which="following"))
        done.append(replace(piece, meaning=_in(piece.meaning, year)) if year else piece)
    return done[::-1]


def _is_week(lexemes: Lexemes, first: Piece, last: Piece) -> bool:
    """Whether two weekdays are the ends of a range."""
    days = all(
        piece.meaning.told.startswith("XXXX-WXX-") and not piece.meaning.which and piece.meaning.type != "SET"
        for piece in (first, last)
    )
    return days and bool(_TO.match(lexemes.kinds[first.last : last.first]))


def _year(lexemes: Lexemes, first: Piece, last: Piece) -> str:
    """The year of the first end: that of the last, or the one before ("November 15 to February 15, 1989")."""
    meaning, other = first.meaning, last.meaning
    if (
        not _YEARLESS.match(meaning.told)
        or meaning.which
        or meaning.of
        or meaning.feast
        or meaning.grain > Grain.SEASON
    ):
        return ""
    told = _YEARED.match(other.told)
    if not told or told[2].isalpha() != meaning.told[5:].isalpha() or other.which or other.feast:
        return ""
    if not _BETWEEN.match(lexemes.kinds[first.last : last.first]):
        return ""
    over = not told[2].isalpha() and meaning.told[5:] > told[2]
    year = int(told[1]) - over
    return f"{year:04d}" if year else ""


def _in(meaning: Meaning, year: str) -> Meaning:
    return replace(meaning, told=year + meaning.told[4:], base="absolute")
