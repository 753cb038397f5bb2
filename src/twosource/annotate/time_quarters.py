"""What the patterns of quarters and of the year that a report tells of mean: the companion of `time_rules.py`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .time_lexing import Lexemes
from .time_meaning import Grain, Meaning, date, duration, offset
from .time_rules import Result, at, day_number, text_value, told_year
from .time_words import LETTER

# Before "the year", "the week" they tell that the current one is meant: "profit for the year", "a high of the week".
_OF_THE_UNIT: Final = frozenset({"for", "of", "during", "throughout"})


def quarter(lexemes: Lexemes, i: int, j: int) -> Result:
    """A quarter or half of a year by its number, with or without year."""
    number = 2 if (at(lexemes, "last", i, j) >= 0 and at(lexemes, "half", i, j) >= 0) else day_number(lexemes, i, j)
    if number == 0 and at(lexemes, "last", i, j) >= 0:
        number = 4
    letter = "H" if at(lexemes, "half", i, j) >= 0 else "Q"
    if letter == "Q" and text_value(lexemes, "unit", i, j) != "Q":
        return None
    if not 1 <= number <= (2 if letter == "H" else 4):
        return None
    return date(f"{told_year(lexemes, i, j)}-{letter}{number}", Grain.SEASON)


def quarter_code(lexemes: Lexemes, i: int, j: int) -> Result:
    """Q3 2020, 3Q, H1."""
    return date(f"{told_year(lexemes, i, j)}-{text_value(lexemes, 'fq', i, j)}", Grain.SEASON)


def same_quarter(lexemes: Lexemes, i: int, j: int) -> Result:
    """The period that the text has been speaking of ("the quarter", "the latest quarter")."""
    if text_value(lexemes, "unit", i, j) not in {"", "Q"}:
        return None
    return Meaning("DATE", "+0Q", Grain.SEASON, "narrative", "that")


def bare_unit(lexemes: Lexemes, i: int, j: int) -> Result:
    """ "The quarter" of a report of results, "the year ended March 31"; any other unit is too plain to be a time."""
    unit = text_value(lexemes, "unit", i, j)
    if unit == "Q":
        return None if lexemes.kinds[j : j + 1] == LETTER["hyphen"] else same_quarter(lexemes, i, j)
    if unit == "Y" and at(lexemes, "fiscal", i, j) >= 0:
        return offset(0, unit, "document")
    if unit == "Y" and lexemes.kinds[j : j + 1] == LETTER["ended"]:
        return duration(1, unit)
    if unit in {"Y", "W"} and lexemes.word(i - 1) in _OF_THE_UNIT and lexemes.raw(j - 1).islower():
        return offset(0, unit, "document" if unit == "Y" else "narrative")
    return None


def quarter_before(lexemes: Lexemes, i: int, j: int) -> Result:
    """The same period of the year before ("the year-ago quarter", "the year-earlier period")."""
    if at(lexemes, "period", i, j) >= 0 and at(lexemes, "hyphen", i, j) < 0:
        return offset(-1, "Y", "document")
    named = lexemes.kinds.count(LETTER["unit"], i, j) > 1
    return Meaning("DATE", "-1Y", Grain.SEASON, "narrative", "that" if named else "")


def quarter_of_year(lexemes: Lexemes, i: int, j: int) -> Result:
    """The same period of another year ("the 1988 quarter", "the 1988 period")."""
    if text_value(lexemes, "unit", i, j) not in {"", "Q"}:
        return None
    return replace(date(f"{told_year(lexemes, i, j)}-QX", Grain.SEASON), base="narrative")


def full_year(lexemes: Lexemes, i: int, j: int) -> Result:
    """The year that a report tells of as a whole ("sales for the full year"); a full month or week is a length."""
    unit = text_value(lexemes, "unit", i, j)
    return offset(0, unit, "document") if unit == "Y" else duration(1, unit)
