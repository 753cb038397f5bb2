"""What each counted pattern of the grammar means: offsets, lengths, frequencies, and words that tell no date at all.

The companion of `time_rules.py`, which has the patterns that name a date.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .time_lexing import Lexemes
from .time_meaning import Base, Grain, Meaning, date, duration, offset, period
from .time_rules import NUMERIC, Result, amount, at, text_value, value
from .time_words import LETTER

_BACKWARD: Final = ("ago", "earlier", "before")


def counted(lexemes: Lexemes, i: int, j: int) -> Result:
    """A count of units from an anchor: "three years ago", "two weeks later", "a year earlier", "a month from now"."""
    place = max(at(lexemes, "unit", i, j), at(lexemes, "units", i, j))
    number = amount(lexemes, i, place)
    back = any(at(lexemes, name, place, j) >= 0 for name in _BACKWARD)
    told_here = any(at(lexemes, name, place, j) >= 0 for name in ("ago", "ref", "hence"))
    sign = -1 if back else 1
    base: Base = "document" if told_here else "narrative"
    if number is not None and at(lexemes, "half", i, j) >= 0:
        if str(lexemes.values[place]).startswith("T"):
            return None  # "a minute and a half" is a length, whatever it is counted from
        halved = at(lexemes, "half", i, place) >= 0 and not any(kind in NUMERIC for kind in lexemes.kinds[i:place])
        number = 0.5 if halved else number + 0.5 * (at(lexemes, "half", place, j) >= 0)
    if number is None or (lexemes.kinds[place] == LETTER["units"] and place == i):
        return (
            date("PAST_REF" if back else "FUTURE_REF", Grain.NONE, base="none") if told_here else _vague(lexemes, place)
        )
    if number != int(number):
        return _counted_halves(number, str(lexemes.values[place]), sign, base)
    return offset(sign * int(number), str(lexemes.values[place]), base)


def _counted_halves(number: float, unit: str, sign: int, base: Base) -> Result:
    if unit == "Y":
        return offset(sign * int(number * 12), "M", base)
    return offset(sign * int(number + 0.5), unit, base)


# Before "one day" they tell that it is still to come.
_COMING: Final = frozenset("will ll would could may might shall can".split())
_UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}


def _vague(lexemes: Lexemes, place: int) -> Result:
    """An unknown number of units away ("days later")."""
    unit = str(lexemes.values[place])
    told = _UNKNOWN.get(unit[-1] if unit[0] != "T" else "")
    return Meaning("DATE", told, Grain.NONE, "none") if told else None


def adjacent_day(lexemes: Lexemes, i: int, j: int) -> Result:
    """The day before, the week after: one unit from what was told last; from an event where words go on ("the day after
    the mill opened").
    """
    sign = -1 if at(lexemes, "before", i, j) >= 0 else 1
    told = offset(sign, text_value(lexemes, "unit", i, j), "narrative")
    return replace(told, which="that") if lexemes.raw(j).isalpha() and lexemes.kinds[j] != LETTER["on"] else told


# What may not follow "the day before last": the day before last Tuesday is another thing.
_POINTED_AT: Final = frozenset(
    LETTER[name] for name in ("weekday", "month", "season", "feast", "unit", "part", "weekend")
)


def before_last(lexemes: Lexemes, i: int, j: int) -> Result:
    """ "The week before last", two units back."""
    unit = text_value(lexemes, "unit", i, j)
    if unit.startswith("T") or lexemes.kinds[j : j + 1] in _POINTED_AT:
        return None
    return offset(-2, unit, "document")


def quarters_of(lexemes: Lexemes, i: int, j: int) -> Result:
    """Quarters of a unit as a length: "a quarter of a century", "three-quarters of an hour"."""
    of = at(lexemes, "of", i, j)
    place = max(at(lexemes, "unit", i, of), at(lexemes, "units", i, of))
    number, unit = amount(lexemes, i, place), str(lexemes.values[j - 1])
    if lexemes.values[place] != "Q" or number is None or number > 3 or unit not in _QUARTERS:
        return None
    size, finer = _QUARTERS[unit]
    return duration(number * size, finer)


# A quarter of a unit, in finer ones.
_QUARTERS: Final = {"100Y": (25, "Y"), "Y": (3, "M"), "D": (6, "TH"), "TH": (15, "TM"), "TM": (15, "TS")}


def some_day(lexemes: Lexemes, i: int, j: int) -> Result:
    """ "One day" is a length, but for what "will one day" come."""
    if lexemes.word(i - 1) in _COMING and text_value(lexemes, "unit", i, j) == "D":
        return Meaning("DATE", "FUTURE_REF", Grain.NONE, "none")
    return None


def length(lexemes: Lexemes, i: int, j: int) -> Result:
    """A length of time: "four hours", "26-year", "several weeks", "the past two months", "a year and a half"."""
    place = max(at(lexemes, "unit", i, j), at(lexemes, "units", i, j))
    unit = str(lexemes.values[place])
    if lexemes.kinds[i] == LETTER["a"] and place == i + 1 and lexemes.kinds[place] == LETTER["units"]:
        return None  # "a months-long siege" counts no months
    if at(lexemes, "old", place, j) >= 0 or (unit == "TS" and lexemes.word(place) == "second"):
        return None
    if at(lexemes, "half", i, place) >= 0 and not any(kind in NUMERIC for kind in lexemes.kinds[i:place]):
        return duration(0.5, unit)
    ranged = max(at(lexemes, "to", i, place), at(lexemes, "or", i, place), _between(lexemes, i, place))
    ranged = ranged if ranged > i and lexemes.kinds[ranged - 1] in NUMERIC else -1
    number = amount(lexemes, i, place if ranged < 0 else ranged)
    if unit == "Q" and number is not None and number <= 4 and not _pointed(lexemes, i, place):
        return None
    if at(lexemes, "half", place, j) >= 0 and number is not None:
        number += 0.5
    return duration(number, unit)


def _between(lexemes: Lexemes, i: int, j: int) -> int:
    """The "and" of "between two and three weeks"; -1 for that of a single number ("a hundred and five")."""
    place = at(lexemes, "and", i, j)
    single = lexemes.kinds[place - 1 : place] == LETTER["word"] and lexemes.kinds[place + 1] == LETTER["word"]
    return place if place > i and single else -1


def _pointed(lexemes: Lexemes, i: int, j: int) -> bool:
    """Whether a pointing word stands among the lexemes: "three quarters" alone are a fraction."""
    return any(at(lexemes, name, i, j) >= 0 for name in ("last", "past", "next", "coming", "previous", "following"))


def vague_length(lexemes: Lexemes, i: int, j: int) -> Result:
    """Units without a number: "for years", "in recent months", "decades-long"."""
    return duration(None, text_value(lexemes, "units", i, j) or text_value(lexemes, "unit", i, j))


def unit_length(lexemes: Lexemes, i: int, j: int) -> Result:
    """One unit as a length: "year-long", "the past year", "the full year"."""
    return duration(1, text_value(lexemes, "unit", i, j))


def age(lexemes: Lexemes, i: int, j: int) -> Result:
    """An age is no time: "26 years old", "a 12-year-old"."""
    return None


def often(lexemes: Lexemes, i: int, j: int) -> Result:
    """How often: "daily", "hourly"."""
    return Meaning("SET", text_value(lexemes, "often", i, j), Grain.NONE, "none")


def every(lexemes: Lexemes, i: int, j: int) -> Result:
    """Each unit, month, season, part: "every two weeks", "each July", "per year", "every summer", "every night"."""
    if at(lexemes, "month", i, j) >= 0:
        told = f"XXXX-{value(lexemes, 'month', i, j):02d}"
    elif at(lexemes, "season", i, j) >= 0:
        told = f"XXXX-{text_value(lexemes, 'season', i, j)}"
    elif at(lexemes, "part", i, j) >= 0:
        told = f"XXXX-XX-XX{text_value(lexemes, 'part', i, j)}"
    elif at(lexemes, "weekend", i, j) >= 0:
        told = "XXXX-WXX-WE"
    else:
        place = max(at(lexemes, "unit", i, j), at(lexemes, "units", i, j))
        other = 2 if at(lexemes, "other", i, j) >= 0 else None
        told = period(other or amount(lexemes, i, place), str(lexemes.values[place]))
    return Meaning("SET", told, Grain.NONE, "none")


def weekends(lexemes: Lexemes, i: int, j: int) -> Result:
    """Every weekend."""
    return Meaning("SET", "XXXX-WXX-WE", Grain.NONE, "none")


def reference(lexemes: Lexemes, i: int, j: int) -> Result:
    """Words that point at no date: "now", "recently", "soon"."""
    return Meaning("DATE", text_value(lexemes, "ref", i, j), Grain.NONE, "none")


def present(lexemes: Lexemes, i: int, j: int) -> Result:
    """The present: "these days", "current", "at the moment"."""
    return Meaning("DATE", "PRESENT_REF", Grain.NONE, "none")


def past(lexemes: Lexemes, i: int, j: int) -> Result:
    """A past without a date: "recent", "the past"."""
    return Meaning("DATE", "PAST_REF", Grain.NONE, "none")


def future(lexemes: Lexemes, i: int, j: int) -> Result:
    """A future without a date: "the future", "as soon as possible", "the near future"."""
    return Meaning("DATE", "FUTURE_REF", Grain.NONE, "none")
