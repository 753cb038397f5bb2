"""Days picked by their place: "the first of the month", "the last Friday of May", "the day after Christmas"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .time_lexing import Lexemes
from .time_meaning import OFFSET, Grain, Meaning, Pick, Piece, offset, period
from .time_rules import Result, at, day_number, feast, month, pointed_unit, text_value, told_year, value, year
from .time_words import LETTER

_WEEKEND: Final = 8
_WEEK: Final = 9
# After one of these an ordinal is a place in a row, no day: "the storm was the second of the month".
_COPULAS: Final = frozenset("is was are were be been being became become becomes s as".split())
_INSIDE: Final = (LETTER["of"], LETTER["in"])


def day_of_unit(lexemes: Lexemes, i: int, j: int) -> Result:
    """A day of a month that a pointing word tells: "the first of the month", "the 15th of last month"."""
    if text_value(lexemes, "unit", _outer(lexemes, i, j), j) != "M" or _of_something(lexemes, j):
        return None
    before = i - 2 if lexemes.kinds[i - 1 : i] == LETTER["the"] else i - 1
    if at(lexemes, "ordinal_word", i, j) >= 0 and lexemes.word(before) in _COPULAS:
        return None
    return _day(lexemes, i, j, Pick(day_number(lexemes, i, _outer(lexemes, i, j))))


def day_picked(lexemes: Lexemes, i: int, j: int) -> Result:
    """A day, weekday or weekend by its place in a month or year: "the third Monday of October", "the last day of 2019".

    Two places make two pieces ("the first and third Monday of May").
    """
    outer = _outer(lexemes, i, j)
    weekday = value(lexemes, "weekday", i, outer) or value(lexemes, "weekdays", i, outer)
    if at(lexemes, "weekend", i, outer) >= 0:
        weekday = _WEEKEND
    if (not weekday and text_value(lexemes, "unit", i, outer) != "D") or _of_something(lexemes, j):
        return None
    places = [k for k in range(i, outer) if _place(lexemes, k)]
    meanings = [_day(lexemes, i, j, Pick(_place(lexemes, k), weekday)) for k in places]
    found = [meaning for meaning in meanings if meaning is not None]
    if not found or len(found) != len(places):
        return None
    if len(found) == 1 or found[0].type == "SET":
        return found[0]
    return [Piece(i, places[0] + 1, found[0]), Piece(places[1], j, found[1])]


def _outer(lexemes: Lexemes, i: int, j: int) -> int:
    """Where the longer time begins: behind the first "of" or "in"."""
    return next((k + 1 for k in range(i, j) if lexemes.kinds[k] in _INSIDE), j)


def _of_something(lexemes: Lexemes, j: int) -> bool:
    """Whether what looks like the longer time belongs to something else ("the last day of last month's fair")."""
    return lexemes.kinds[j : j + 1] == LETTER["apostrophe"] and lexemes.word(j + 1) == "s"


def _place(lexemes: Lexemes, place: int) -> int:
    """The place in a row that an ordinal, "last" or "final" tells, -1 the last; 0 for other words."""
    kind = lexemes.kinds[place]
    if kind in (LETTER["ordinal"], LETTER["ordinal_word"]):
        return int(lexemes.values[place])
    return -1 if kind == LETTER["last"] or lexemes.word(place) == "final" else 0


def _day(lexemes: Lexemes, i: int, j: int, pick: Pick) -> Meaning | None:
    """The day that `pick` tells of the longer time among the lexemes."""
    outer = _outer(lexemes, i, j)
    if not pick.nth or pick.nth > (6 if pick.weekday else 31):
        return None
    if at(lexemes, "every", i, j) >= 0:
        unit = str(lexemes.values[max(at(lexemes, "unit", outer, j), at(lexemes, "month", outer, j))])
        plain = unit == "M" and not pick.weekday and pick.nth > 0
        told = f"XXXX-XX-{pick.nth:02d}" if plain else period(1, "M" if unit == "M" else "Y")
        return Meaning("SET", told, Grain.NONE, "none")
    whole = _whole(lexemes, outer, j)
    if not isinstance(whole, Meaning):
        return None
    if whole.grain is Grain.DAY:
        return whole  # a feast of several days, whose own days are not known to the day
    if whole.grain is Grain.MONTH and pick.nth > 0 and not pick.weekday and whole.told[-2:].isdigit():
        return replace(whole, told=f"{whole.told}-{pick.nth:02d}", grain=Grain.DAY)
    return replace(whole, grain=Grain.DAY, pick=pick)


def _whole(lexemes: Lexemes, i: int, j: int) -> Result:
    """The longer time: a month, a year, or a unit that a pointing word tells."""
    if at(lexemes, "feast", i, j) >= 0:
        return feast(lexemes, i, j)
    if at(lexemes, "month", i, j) >= 0:
        return month(lexemes, i, j)
    if told_year(lexemes, i, j) != "XXXX":
        return year(lexemes, i, j)
    unit = text_value(lexemes, "unit", i, j)
    if unit not in {"M", "Y", "W", "Q"}:
        return None
    return pointed_unit(lexemes, i, j) or offset(0, unit, "document" if unit == "Y" else "narrative")


def beside(lexemes: Lexemes, left: Piece, right: Piece) -> Piece | None:
    """A day counted from the one behind it: "the day after Christmas", "the first Sunday after 9 May"."""
    coarse = right.meaning
    if _is_today(left, right):
        return Piece(left.first, right.last, replace(left.meaning, grain=Grain.DAY, pick=Pick(0, 0, "around")))
    if coarse.grain is not Grain.DAY or coarse.time or coarse.type != "DATE":
        return None
    if left.meaning.pick or _is_next(lexemes, right):
        return None
    if coarse.of is not None and coarse.of.pick:
        return None  # counted twice already: no text goes on, but for one that means harm
    if left.last == right.first and _is_next(lexemes, left):
        whole = _WEEK if left.meaning.told[2] == "W" else 0
        return Piece(left.first, right.last, _from(coarse, 1, whole, lexemes.word(left.last - 1)))
    side = lexemes.word(left.last)
    if left.last + 1 != right.first or side not in {"before", "after"} or not _is_fixed(coarse):
        return None
    first, nth = _counted(lexemes, left.first)
    if left.meaning.grain is not Grain.DAY or not left.meaning.told.startswith("XXXX-WXX-") or not nth:
        return None
    if left.meaning.told.endswith("WE") or left.meaning.which not in {"", "last"}:
        return None
    return Piece(first, right.last, _from(coarse, nth, int(left.meaning.told[9]), side))


def _from(day: Meaning, nth: int, weekday: int, side: str) -> Meaning:
    """A day counted from another, which may be a picked one itself."""
    pick = Pick(nth, weekday, "before" if side == "before" else "after")
    grain = Grain.WEEK if weekday == _WEEK else Grain.DAY
    return replace(day, pick=pick, grain=grain, of=day if day.pick else day.of)


def _is_today(left: Piece, right: Piece) -> bool:
    """Whether two pieces are "three years ago" and "today"."""
    ago = OFFSET.match(left.meaning.told)
    same = ago is not None and ago[2] in {"Y", "M", "W"} and ago[1][0] == "-" and left.meaning.base == "document"
    return same and right.meaning.told == "+0D" and right.meaning.type == "DATE" and left.last == right.first


def _is_next(lexemes: Lexemes, piece: Piece) -> bool:
    """Whether a piece is "the day before" or "the week after"."""
    return piece.meaning.told in {"-1D", "+1D", "-1W", "+1W"} and lexemes.word(piece.last - 1) in {"before", "after"}


def _is_fixed(meaning: Meaning) -> bool:
    """Whether a day is told by its name or number, and not from another ("Friday", "yesterday")."""
    if meaning.feast or meaning.pick:
        return True
    return not OFFSET.match(meaning.told) and meaning.told[5:7].isdigit() and meaning.told[8:10].isdigit()


def _counted(lexemes: Lexemes, first: int) -> tuple[int, int]:
    """Where the words begin that count a weekday, and its place: "the", "the first", "the last"; 0 for no such word."""
    if lexemes.kinds[first] == LETTER["the"]:
        return first, 1
    place = _place(lexemes, first - 1) if first else 0
    start = first - 1 if place else first
    if start and lexemes.kinds[start - 1] == LETTER["the"]:
        return start - 1, max(place, 1)
    return start, max(place, 0)


def around_feast(lexemes: Lexemes, i: int, j: int) -> Result:
    """The weekend or week of a feast: "the Easter weekend", "Christmas week"."""
    day = feast(lexemes, i, j)
    weekend = at(lexemes, "weekend", i, j) >= 0
    if not isinstance(day, Meaning) or (not weekend and text_value(lexemes, "unit", i, j) != "W"):
        return None
    return replace(day, grain=Grain.WEEK, pick=Pick(1, _WEEKEND if weekend else _WEEK, "around"))


def every_feast(lexemes: Lexemes, i: int, j: int) -> Result:
    """A feast each year: "every Christmas"."""
    return Meaning("SET", "P1Y", Grain.NONE, "none")
