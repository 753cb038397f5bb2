"""What a time expression says, before it is anchored to a day, and how neighbouring pieces make one meaning.

A meaning's `told` is one of three: a complete TIMEX3 value ("2021-05-09", "P3D", "PRESENT_REF"), a value with X for
what the words leave open ("XXXX-08", "XXXX-WXX-5"), or an offset from an anchor ("-1D", "+2W").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final, Literal

from twosource.records import TimeType

Which = Literal["", "last", "next", "this", "that", "previous", "following", "coming", "fiscal"]
Base = Literal["absolute", "document", "narrative", "none"]

OFFSET: Final = re.compile(r"([+-]\d+)(TS|TM|TH|D|WE|W|M|Q|Y|E|C)$")


class Grain(IntEnum):
    """How fine a meaning is; a finer one may stand inside a coarser one."""

    CLOCK = 0
    PART = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    SEASON = 5
    YEAR = 6
    AGE = 7
    NONE = 8


@dataclass(frozen=True, slots=True)
class Pick:
    """A day picked by its place in a longer time, or counted from a day: "the last Friday of May", "the day after"."""

    nth: int
    """-1 is the last."""
    weekday: int = 0
    """1 Monday to 7 Sunday, 0 any day, 8 a weekend, 9 a week."""
    side: Literal["in", "before", "after", "around"] = "in"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words' own contribution. `of` is the time that this one lies in ("June" of "last year")."""

    type: TimeType
    told: str
    grain: Grain
    base: Base = "absolute"
    which: Which = ""
    of: Meaning | None = None
    time: str = ""
    """A part of the day or clock time to put behind the day: "TMO", "T17:30"."""
    feast: str = ""
    """A feast whose day depends on the year."""
    pick: Pick | None = None
    """The day that is meant, of the time that the rest tells."""

    @property
    def open(self) -> bool:
        """Whether the year is left open."""
        return self.told.startswith("XXXX")


@dataclass(frozen=True, slots=True)
class Piece:
    """A meaning with the lexemes it was read from, `first` to `last`, end exclusive."""

    first: int
    last: int
    meaning: Meaning


def date(told: str, grain: Grain, which: Which = "", base: Base | None = None) -> Meaning:
    """A DATE; what it is anchored to follows from whether its year is told."""
    return Meaning("DATE", told, grain, base or ("document" if told.startswith("XXXX") else "absolute"), which)


def offset(count: int, unit: str, base: Base) -> Meaning:
    """A DATE counted in `unit`s from an anchor."""
    if unit[:-1].isdigit() and unit not in {"10Y", "100Y", "1000Y"}:
        count, unit = count * int(unit[:-1]), unit[-1]
    if unit in {"10Y", "100Y", "1000Y"}:
        count, unit = count * int(unit[:-1]), "Y"
    kind: TimeType = "TIME" if unit.startswith("T") else "DATE"
    return Meaning(kind, f"{count:+d}{unit}", UNIT_GRAIN[unit], base)


UNIT_GRAIN: Final = {
    "TS": Grain.CLOCK, "TM": Grain.CLOCK, "TH": Grain.CLOCK, "D": Grain.DAY, "WE": Grain.WEEK, "W": Grain.WEEK,
    "M": Grain.MONTH, "Q": Grain.SEASON, "Y": Grain.YEAR, "E": Grain.AGE, "C": Grain.AGE,
}  # fmt: skip


def duration(count: float | None, unit: str) -> Meaning:
    """A DURATION of `count` units, None for an unknown number ("several days" is PXD)."""
    return Meaning("DURATION", period(count, unit), Grain.NONE, "none")


def period(count: float | None, unit: str) -> str:
    """An ISO 8601 duration. Halves go down one unit ("2 1/2 years" is P2Y6M), as TimeML's guidelines have it."""
    head = "PT" if unit.startswith("T") else "P"
    letter = unit.removeprefix("T")
    if letter[:-1].isdigit():
        count, letter = (None if count is None else count * int(letter[:-1])), letter[-1]
    if count is None:
        return f"{head}X{letter}"
    if count == int(count):
        return f"{head}{int(count)}{letter}"
    if (count * 2) == int(count * 2) and (head, letter) in _HALVES:
        whole = f"{int(count)}{letter}" if count >= 1 else ""
        return f"{head}{whole}{_HALVES[head, letter]}"
    return f"{head}{count:g}{letter}"


_HALVES: Final = {("P", "Y"): "6M", ("PT", "H"): "30M", ("PT", "M"): "30S", ("P", "D"): "T12H"}


def within(fine: Meaning, coarse: Meaning) -> Meaning | None:
    """One meaning of two that stand together ("June" "last year", "5 p.m." "Friday"), or None where they don't fit."""
    if (
        fine.type in {"DURATION", "SET"}
        or coarse.type in {"DURATION", "SET"}
        or Grain.NONE in {fine.grain, coarse.grain}
    ):
        return None
    if fine.grain <= Grain.PART:
        return _timed(fine, coarse)
    if fine.grain is Grain.DAY and coarse.grain is Grain.DAY and _is_weekday(fine) and not _is_weekday(coarse):
        return replace(coarse, time=coarse.time or fine.time) if not OFFSET.match(coarse.told) else None
    if not fine.open or fine.which or fine.of or fine.grain >= coarse.grain or coarse.grain > Grain.YEAR:
        return None
    if coarse.grain is Grain.YEAR and not _is_weekday(fine):
        return _in_year(fine, coarse)
    if coarse.grain is Grain.WEEK and _is_weekday(fine) and OFFSET.match(coarse.told):
        return replace(fine, of=coarse, base=coarse.base)
    return None


def _timed(fine: Meaning, coarse: Meaning) -> Meaning | None:
    """A time of day on a day."""
    if coarse.grain is not Grain.DAY or not fine.time:
        return None
    if coarse.time:
        return coarse if coarse.time == fine.time else None
    return replace(coarse, type="TIME", time=fine.time)


def _is_weekday(meaning: Meaning) -> bool:
    return meaning.told.startswith("XXXX-WXX-")


def _in_year(fine: Meaning, coarse: Meaning) -> Meaning | None:
    if re.fullmatch(r"\d{4}|BC\d{4}", coarse.told):
        return replace(fine, told=coarse.told + fine.told[4:], base="absolute")
    if OFFSET.match(coarse.told):
        return replace(fine, of=coarse, base=coarse.base)
    return None
