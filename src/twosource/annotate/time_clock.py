"""What the patterns of times of day mean: parts of a day and clock times. The companion of `time_rules.py`."""

from __future__ import annotations

import re
from typing import Final

from .time_lexing import Lexemes
from .time_meaning import Base, Grain, Meaning, Piece
from .time_rules import Result, at, text_value
from .time_words import ZONES


def part_hours(lexemes: Lexemes, i: int, j: int) -> Result:
    """ "The early morning hours": the part of the day that they are; "the small hours" are of the morning."""
    if text_value(lexemes, "units", i, j) != "TH":
        return None
    told = text_value(lexemes, "part", i, j) or "TMO"
    return Meaning("TIME", "XXXX-XX-XX", Grain.PART, "narrative", time=told)


def tonight(lexemes: Lexemes, i: int, j: int) -> Result:
    """Tonight."""
    return Meaning("TIME", "+0D", Grain.DAY, "document", time="TNI")


def overnight(lexemes: Lexemes, i: int, j: int) -> Result:
    """Overnight: the night that ends on the document's day."""
    return Meaning("TIME", "-1D", Grain.DAY, "document", time="TNI")


_POINTED_PARTS: Final[dict[str, tuple[int, Base]]] = {
    "last": (-1, "document"), "this": (0, "document"), "that": (0, "narrative"), "same": (0, "narrative"),
    "next": (1, "narrative"), "following": (1, "narrative"), "previous": (-1, "narrative"),
}  # fmt: skip


def pointed_part(lexemes: Lexemes, i: int, j: int) -> Result:
    """A part of a day told by a pointing word: "last night", "this morning", "the next morning", "that evening"."""
    part = text_value(lexemes, "part", i, j)
    for name, (count, base) in _POINTED_PARTS.items():
        if at(lexemes, name, i, j) >= 0:
            return Meaning("TIME", f"{count:+d}D", Grain.DAY, base, time=part)
    return None


def part_before_last(lexemes: Lexemes, i: int, j: int) -> Result:
    """ "The night before last"."""
    return Meaning("TIME", "-2D", Grain.DAY, "document", time=text_value(lexemes, "part", i, j))


def part(lexemes: Lexemes, i: int, j: int) -> Result:
    """A part of a day with no day told: "the morning", "noon"."""
    return Meaning("TIME", "XXXX-XX-XX", Grain.PART, "narrative", time=text_value(lexemes, "part", i, j))


def clock(lexemes: Lexemes, i: int, j: int) -> Result:
    """A clock time, with a.m. or p.m., a part of the day or a zone."""
    time = _clock_time(lexemes, i, j)
    return Meaning("TIME", "XXXX-XX-XX", Grain.CLOCK, "narrative", time=time) if time else None


def clocks(lexemes: Lexemes, i: int, j: int) -> Result:
    """Two clock times whose half of the day is told once ("from 9 to 11 a.m."): one piece each."""
    last = i + 2
    half = text_value(lexemes, "ampm", last, j)
    times = _clock_time(lexemes, i, i + 1, half), _clock_time(lexemes, last, j)
    if not all(times):
        return None
    meanings = [Meaning("TIME", "XXXX-XX-XX", Grain.CLOCK, "narrative", time=time) for time in times]
    return [Piece(i, i + 1, meanings[0]), Piece(last, j, meanings[1])]


def spoken_clock(lexemes: Lexemes, i: int, j: int) -> Result:
    """A clock time in words: "half past five", "a quarter to six in the evening"."""
    past = at(lexemes, "past", i, j)
    middle = past if past >= 0 else at(lexemes, "to", i, j)
    half = at(lexemes, "half", i, middle) >= 0
    if middle < 0 or (half and past < 0) or (not half and text_value(lexemes, "unit", i, middle) != "Q"):
        return None
    told = _clock_time(lexemes, middle + 1, j)
    if not told:
        return None
    hour, minute = (int(told[1:3]), 30 if half else 15) if past >= 0 else ((int(told[1:3]) - 1) % 24, 45)
    return Meaning("TIME", "XXXX-XX-XX", Grain.CLOCK, "narrative", time=f"T{hour:02d}:{minute:02d}{told[6:]}")


def twelve(lexemes: Lexemes, i: int, j: int) -> Result:
    """ "12 noon", "twelve midnight"."""
    place = max(at(lexemes, "day", i, j), at(lexemes, "word", i, j))
    named = text_value(lexemes, "part", i, j)
    return part(lexemes, i, j) if lexemes.values[place] == 12 and named[1:3].isdigit() else None


def _clock_time(lexemes: Lexemes, i: int, j: int, half: str = "") -> str:
    """The time told from `i` to `j`; `half` is the half of the day ("a", "p") where other words tell it."""
    if (written := at(lexemes, "clock", i, j)) >= 0:
        hour, minute = (int(number) for number in re.split(r"[:.]", str(lexemes.values[written]))[:2])
    elif (four := max(at(lexemes, "year", i, j), at(lexemes, "number", i, j))) >= 0:
        if not re.fullmatch(r"\d{4}", lexemes.raw(four)):
            return ""
        hour, minute = divmod(int(lexemes.values[four]), 100)
    else:
        place = max(at(lexemes, "day", i, j), at(lexemes, "word", i, j))
        hour, minute = int(lexemes.values[place]), 0
    half = half or text_value(lexemes, "ampm", i, j)
    if at(lexemes, "part", i, j) >= 0:
        half = "a" if text_value(lexemes, "part", i, j) == "TMO" else "p"
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return ""
    zone = at(lexemes, "zone", i, j)
    return f"T{hour:02d}:{minute:02d}{ZONES[lexemes.word(zone)] if zone >= 0 else ''}"
