"""What each pattern of the grammar means: one short function a pattern, from lexemes `i` to `j` to a `Meaning`.

A function returns None where the words matched but say no time ("26 years old").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from .time_feasts import FIXED_FEASTS, WEEKDAY_FEASTS
from .time_lexing import Lexemes
from .time_meaning import Base, Grain, Meaning, Pick, Piece, Which, date, offset
from .time_words import LETTER

Result = Meaning | list[Piece] | None
Build = Callable[[Lexemes, int, int], Result]

_WHICH: Final[dict[str, Which]] = {
    "last": "last", "next": "next", "this": "this", "that": "that", "previous": "previous", "following": "following",
    "coming": "coming", "same": "that", "current": "this",
}  # fmt: skip
_ORDINALS: Final = (LETTER["ordinal"], LETTER["ordinal_word"], LETTER["last"])
_LAST_DAY: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NUMERIC: Final = frozenset(LETTER[name] for name in ("day", "year", "number", "word", "scale"))


def at(lexemes: Lexemes, name: str, i: int, j: int) -> int:
    """The first lexeme of a class from `i` to `j`, or -1."""
    return lexemes.kinds.find(LETTER[name], i, j)


def value(lexemes: Lexemes, name: str, i: int, j: int) -> int:
    """The number that the first lexeme of a class stands for, 0 where there is none."""
    place = at(lexemes, name, i, j)
    return int(lexemes.values[place]) if place >= 0 else 0


def text_value(lexemes: Lexemes, name: str, i: int, j: int) -> str:
    """The code that the first lexeme of a class stands for, "" where there is none."""
    place = at(lexemes, name, i, j)
    return str(lexemes.values[place]) if place >= 0 else ""


def which_of(lexemes: Lexemes, i: int, j: int) -> Which:
    """The pointing word ("last", "next", "that") among the lexemes."""
    for place in range(i, j):
        for name, which in _WHICH.items():
            if lexemes.kinds[place] == LETTER[name]:
                return which
    return ""


def amount(lexemes: Lexemes, i: int, j: int) -> float | None:
    """The number written from `i` to `j`, in words or digits; None where it is vague ("several"), 1 for "a"."""
    if any(at(lexemes, name, i, j) >= 0 for name in ("few", "several", "couple", "dozens")):
        return 2 if at(lexemes, "couple", i, j) >= 0 else None
    total, current, found = 0.0, 0.0, False
    for place in range(i, j):
        letter, number = lexemes.kinds[place], lexemes.values[place]
        if letter == LETTER["scale"]:
            current = (current or 1) * float(number)
            if float(number) >= 1000:
                total, current = total + current, 0
            found = True
        elif letter in NUMERIC:
            current, found = current + float(number), True
        elif letter == LETTER["half"] and found:
            current += 0.5
        elif lexemes.word(place) == "dozen":
            current, found = (current or 1) * 12, True
    return total + current if found else 1


def day_number(lexemes: Lexemes, i: int, j: int) -> int:
    """The day of the month among the lexemes: digits, "9th", "ninth", "twenty-first"."""
    if (digits := at(lexemes, "day", i, j)) >= 0:
        return int(lexemes.values[digits])
    if (ordinal := at(lexemes, "ordinal", i, j)) >= 0:
        return int(lexemes.values[ordinal])
    return value(lexemes, "ordinal_word", i, j) + value(lexemes, "word", i, j)


def told_year(lexemes: Lexemes, i: int, j: int) -> str:
    """A year among the lexemes as four digits, or BC and four digits; "XXXX" where none is told."""
    era = at(lexemes, "era", i, j)
    if (digits := at(lexemes, "year", i, j)) >= 0:
        number = int(lexemes.values[digits])
    elif (short := at(lexemes, "short_year", i, j)) >= 0:
        two = int(str(lexemes.values[short])[1:])
        number = two + (1900 if two >= 30 else 2000)
    elif (fixed := at(lexemes, "iso", i, j)) >= 0:
        return str(lexemes.values[fixed])
    elif era >= 0:
        plain = max(at(lexemes, "number", i, j), at(lexemes, "day", i, j))
        number = int(lexemes.values[plain]) if plain >= 0 else 0
    else:
        return "XXXX"
    return f"BC{number:04d}" if era >= 0 and lexemes.values[era] == -1 else f"{number:04d}"


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _LAST_DAY[month - 1]


def month_day(lexemes: Lexemes, i: int, j: int) -> Result:
    """Day and month, with or without year, in any order; a weekday may stand before them."""
    month, day = value(lexemes, "month", i, j), day_number(lexemes, i, j)
    if not _valid(month, day):
        return None
    told = date(f"{told_year(lexemes, i, j)}-{month:02d}-{day:02d}", Grain.DAY, which_of(lexemes, i, j))
    return _eve(lexemes, i, j, told)


def _eve(lexemes: Lexemes, i: int, j: int, day: Meaning) -> Meaning:
    """The day before, where "the eve of" stands before a day."""
    place = at(lexemes, "edge", i, j)
    return replace(day, pick=Pick(1, 0, "before")) if place >= 0 and lexemes.word(place) == "eve" else day


def month(lexemes: Lexemes, i: int, j: int) -> Result:
    """A month, with or without year."""
    number = value(lexemes, "month", i, j)
    return date(f"{told_year(lexemes, i, j)}-{number:02d}", Grain.MONTH, which_of(lexemes, i, j))


def week_of(lexemes: Lexemes, i: int, j: int) -> Result:
    """The week that a day lies in: "the week of March 6"."""
    day = month_day(lexemes, i, j)
    if not isinstance(day, Meaning) or text_value(lexemes, "unit", i, j) != "W":
        return None
    return Meaning("DATE", "XXXX-WXX", Grain.WEEK, day.base, of=day)


def days_of_month(lexemes: Lexemes, i: int, j: int) -> Result:
    """Several days of one month ("10 and 11 November", "March 5-7, 2021"): one piece each, all with month and year."""
    named = at(lexemes, "month", i, j)
    days = [k for k in range(i, j) if lexemes.kinds[k] in (LETTER["day"], LETTER["ordinal"])]
    number, year = int(lexemes.values[named]), told_year(lexemes, i, j)
    pieces = []
    for k in days:
        first, last = k, k + 1
        if k == days[0] and named < k:
            first = named
        if k == days[-1]:
            last = j
        if not _valid(number, int(lexemes.values[k])):
            return None
        pieces.append(Piece(first, last, date(f"{year}-{number:02d}-{int(lexemes.values[k]):02d}", Grain.DAY)))
    return pieces


def months(lexemes: Lexemes, i: int, j: int) -> Result:
    """Several months of one year ("May and June 2020"): one piece each."""
    named = [k for k in range(i, j) if lexemes.kinds[k] == LETTER["month"]]
    year = told_year(lexemes, i, j)
    return [
        Piece(k, j if k == named[-1] else k + 1, date(f"{year}-{int(lexemes.values[k]):02d}", Grain.MONTH))
        for k in named
    ]


def day_of_month(lexemes: Lexemes, i: int, j: int) -> Result:
    """A bare day of a month known from the context ("the 20th")."""
    day = day_number(lexemes, i, j)
    return date(f"XXXX-XX-{day:02d}", Grain.DAY, base="narrative") if 1 <= day <= 31 else None


def iso(lexemes: Lexemes, i: int, j: int) -> Result:
    """A date written as 2020-08-09, perhaps with a time."""
    told = str(lexemes.values[i])
    if len(told) == 4:
        return date(told, Grain.YEAR)
    if len(told) == 7:
        return date(told, Grain.SEASON)
    if not _valid(int(told[5:7]), int(told[8:10])):
        return None
    if len(told) > 10:
        return Meaning("TIME", told[:10], Grain.DAY, time=told[10:16])
    return date(told, Grain.DAY)


def slashed(lexemes: Lexemes, i: int, j: int) -> Result:
    """Numbers only: the day is the one above 12; with dots the day stands first; else the order is not known."""
    written = str(lexemes.values[i])
    first, second, year = (int(part) for part in re.split(r"[/.]", written))
    if year < 100:
        year += 1900 if year >= 69 else 2000
    if "." in written or first > 12:
        first, second = second, first
    elif second <= 12 and first != second:
        return date(f"{year}-XX-XX", Grain.DAY, base="absolute")
    return date(f"{year}-{first:02d}-{second:02d}", Grain.DAY) if _valid(first, second) else None


def year(lexemes: Lexemes, i: int, j: int) -> Result:
    """A year, alone or after "the year", "fiscal", "early"; "AD 79", "490 BC"."""
    told = told_year(lexemes, i, j)
    return date(told, Grain.YEAR) if told != "XXXX" else None


def spoken_year(lexemes: Lexemes, i: int, j: int) -> Result:
    """A year in words: "nineteen ninety-six", "two thousand one"."""
    words = [k for k in range(i, j) if lexemes.kinds[k] in (LETTER["word"], LETTER["scale"])]
    if at(lexemes, "scale", i, j) >= 0:
        number = int(amount(lexemes, i, j) or 0)
    else:
        number = int(lexemes.values[words[0]]) * 100 + sum(int(lexemes.values[k]) for k in words[1:])
        if not 11 <= int(lexemes.values[words[0]]) <= 20 or number % 100 < 10:
            return None
    return date(f"{number:04d}", Grain.YEAR) if 1000 <= number <= 2199 else None


def years(lexemes: Lexemes, i: int, j: int) -> Result:
    """A range of years ("1990-91", "1939-1945", "the 2019/20 financial year"): one piece each."""
    place = at(lexemes, "year", i, j)
    first = int(lexemes.values[place])
    last = int(lexemes.values[place + 2])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 150:
        return None
    return [Piece(i, place + 1, date(str(first), Grain.YEAR)), Piece(place + 2, j, date(str(last), Grain.YEAR))]


def season_over_years(lexemes: Lexemes, i: int, j: int) -> Result:
    """A winter by both of its years ("the winter of 2019-20"): the year that it began in."""
    first, last = value(lexemes, "year", i, j), int(lexemes.values[j - 1])
    return season(lexemes, i, j) if (first + 1) % 100 == last % 100 else None


def era_years(lexemes: Lexemes, i: int, j: int) -> Result:
    """A range of years whose era is told once ("499 to 493 BC", "31-14 BC"): one piece each."""
    told = told_year(lexemes, i + 2, j)
    first, last = float(lexemes.values[i]), int(told[-4:])
    before = told.startswith("BC")
    if first != int(first) or not (last < first if before else 0 < first < last):
        return None
    own = f"{'BC' if before else ''}{int(first):04d}"
    return [Piece(i, i + 1, date(own, Grain.YEAR)), Piece(i + 2, j, date(told, Grain.YEAR))]


def decade(lexemes: Lexemes, i: int, j: int) -> Result:
    """A decade ("the 1990s", "the late '80s", "the nineties"), as TimeML writes it: the year without its last digit."""
    if (words := at(lexemes, "decade_word", i, j)) >= 0:
        return date(f"19{lexemes.values[words]}", Grain.AGE)
    digits = re.sub(r"\D", "", text_value(lexemes, "decade", i, j))
    if len(digits) == 2:
        digits = ("19" if int(digits) >= 30 else "20") + digits
    told = digits.zfill(4)[:3]
    return date(f"BC{told}" if at(lexemes, "era", i, j) >= 0 else told, Grain.AGE)


def century(lexemes: Lexemes, i: int, j: int) -> Result:
    """A century ("the 20th century" is 19), or the one of the document for "this century"."""
    number = day_number(lexemes, i, j)
    if number < 1 or text_value(lexemes, "unit", i, j) != "100Y":
        return None
    before = at(lexemes, "era", i, j) >= 0 and text_value(lexemes, "era", i, j) == "-1"
    return date(f"{'BC' if before else ''}{number - 1:02d}", Grain.AGE)


def last_century(lexemes: Lexemes, i: int, j: int) -> Result:
    """The century that a half belongs to: "the first half of the 19th century"."""
    return century(lexemes, lexemes.kinds.index(LETTER["of"], i), j)


def centuries(lexemes: Lexemes, i: int, j: int) -> Result:
    """Two centuries told together ("the 18th and 19th centuries"): one piece each."""
    places = [k for k in range(i, j) if lexemes.kinds[k] in (LETTER["ordinal"], LETTER["ordinal_word"])]
    if text_value(lexemes, "units", i, j) != "100Y" or len(places) != 2:
        return None
    told = [date(f"{int(lexemes.values[k]) - 1:02d}", Grain.AGE) for k in places]
    return [Piece(i, places[0] + 1, told[0]), Piece(places[1], j, told[1])]


def season(lexemes: Lexemes, i: int, j: int) -> Result:
    """A season, with or without year."""
    code = text_value(lexemes, "season", i, j)
    return date(f"{told_year(lexemes, i, j)}-{code}", Grain.SEASON, which_of(lexemes, i, j))


def weekday(lexemes: Lexemes, i: int, j: int) -> Result:
    """A weekday, bare or pointed at."""
    number, which = value(lexemes, "weekday", i, j), which_of(lexemes, i, j)
    if lexemes.kinds[j : j + 1] == LETTER["of"] and (which == "last" or lexemes.kinds[i - 1 : i] in _ORDINALS):
        return None  # "the third Monday of the fair"
    return date(f"XXXX-WXX-{number}", Grain.DAY, which)


def weekdays(lexemes: Lexemes, i: int, j: int) -> Result:
    """Every week on that day: "Fridays", "every Friday", "Tuesday nights"."""
    number = value(lexemes, "weekdays", i, j) or value(lexemes, "weekday", i, j)
    part = text_value(lexemes, "parts", i, j) or text_value(lexemes, "part", i, j)
    return Meaning("SET", f"XXXX-WXX-{number}{part}", Grain.NONE, "none")


def today(lexemes: Lexemes, i: int, j: int) -> Result:
    """Yesterday, today, tomorrow; the day before yesterday, the day after tomorrow."""
    count = value(lexemes, "today", i, j)
    if at(lexemes, "unit", i, j) >= 0:
        count += count
    return offset(count, "D", "document")


_POINTED_UNITS: Final[dict[str, tuple[int, Base]]] = {
    "last": (-1, "document"), "this": (0, "document"), "next": (1, "document"), "current": (0, "document"),
    "coming": (1, "document"), "that": (0, "narrative"), "same": (0, "narrative"), "previous": (-1, "narrative"),
    "following": (1, "narrative"),
}  # fmt: skip


def pointed_unit(lexemes: Lexemes, i: int, j: int) -> Result:
    """A calendar unit told by a pointing word: "last week", "this year", "that month", "the following day"."""
    unit = text_value(lexemes, "unit", i, j)
    if unit == "D" and which_of(lexemes, i, j) == "last" and lexemes.kinds[j : j + 1] == LETTER["of"]:
        return None  # "the last day of the fair"
    unit = {"10Y": "E", "100Y": "C"}.get(unit, unit)
    if unit.startswith("T"):
        return None
    for name, (count, base) in _POINTED_UNITS.items():
        if at(lexemes, name, i, j) >= 0:
            narrative = name == "next" and at(lexemes, "the", i, j) >= 0
            told = offset(count, unit, "narrative" if narrative or (unit == "D" and count == 0) else base)
            return replace(told, which=which_of(lexemes, i, j))
    return None


def the_unit(lexemes: Lexemes, i: int, j: int) -> Result:
    """The unit that the text is in: "the end of the year", "year-end", "later in the day"."""
    unit = text_value(lexemes, "unit", i, j) or "Y"
    return None if unit.startswith("T") else offset(0, unit, "narrative" if unit in {"D", "M"} else "document")


def weekend(lexemes: Lexemes, i: int, j: int) -> Result:
    """A weekend, bare ("over the weekend": the last one, unless the tense says otherwise) or pointed at."""
    return date("XXXX-WXX-WE", Grain.DAY, which_of(lexemes, i, j))


def feast(lexemes: Lexemes, i: int, j: int) -> Result:
    """A feast, with or without year; movable ones wait for it."""
    name = text_value(lexemes, "feast", i, j)
    in_year = told_year(lexemes, i, j)
    if name in FIXED_FEASTS:
        month_number, day = FIXED_FEASTS[name]
        fixed = date(f"{in_year}-{month_number:02d}-{day:02d}", Grain.DAY, which_of(lexemes, i, j))
        return _eve(lexemes, i, j, fixed)
    base: Base = "document" if in_year == "XXXX" else "absolute"
    told = f"{in_year}-{WEEKDAY_FEASTS[name][0]:02d}" if name in WEEKDAY_FEASTS else in_year
    return _eve(lexemes, i, j, Meaning("DATE", told, Grain.DAY, base, which_of(lexemes, i, j), feast=name))
