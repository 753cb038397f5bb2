"""Arithmetic on TIMEX3 values: units forward and back, weeks, and the days of movable feasts."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import Final

from .time_words import EASTER_FEASTS, WEEKDAY_FEASTS

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH: Final = re.compile(r"\d{4}-\d{2}$")
_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})(?:-WE)?$")
_QUARTER: Final = re.compile(r"(\d{4})-Q([1-4])$")
_YEAR: Final = re.compile(r"\d{4}")
FIRST_MONTH_OF_SEASON: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def day_of(value: str) -> dt.date | None:
    """The day of a value that tells one, with or without a time behind it."""
    if not _DAY.match(value):
        return None
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def year_of(value: str) -> int | None:
    """The year of a value that tells one (no era, no X)."""
    return int(value[:4]) if _YEAR.match(value) else None


def month_of(value: str) -> tuple[int, int] | None:
    """Year and month of a day, month, season or quarter; a season or quarter counts by its first month."""
    year = year_of(value)
    if year is None:
        return None
    if re.match(r"\d{4}-\d{2}", value):
        return year, int(value[5:7])
    if quarter := _QUARTER.match(value):
        return year, int(quarter[2]) * 3 - 2
    if value[5:7] in FIRST_MONTH_OF_SEASON:
        return year, FIRST_MONTH_OF_SEASON[value[5:7]]
    if day := first_day_of_week(value):
        return day.year, day.month
    return None


def first_day_of_week(value: str) -> dt.date | None:
    """The Monday of a week value such as 1998-W10."""
    week = _WEEK.match(value)
    if not week:
        return None
    try:
        return dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
    except ValueError:
        return None


def week_value(day: dt.date) -> str:
    """The ISO week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def add_days(day: dt.date, count: int) -> dt.date | None:
    """A day moved; None beyond the calendar."""
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return None


def add_months(year: int, month: int, count: int) -> str | None:
    """A month moved, as a value; None beyond the calendar."""
    total = year * 12 + month - 1 + count
    return f"{total // 12:04d}-{total % 12 + 1:02d}" if 1 <= total // 12 <= 9999 else None


def moved(anchor: str, count: int, unit: str) -> str | None:
    """The value `count` units from `anchor`, at the unit's own grain; None where the anchor is too coarse to say.

    Three years before 1998-03-22 is 1995, two weeks before it is 1998-W10, ten days before it is 1998-03-12.
    """
    if unit == "Y":
        if before := re.match(r"BC(\d{4})", anchor):
            return f"BC{int(before[1]) - count:04d}" if int(before[1]) > count else None
        year = year_of(anchor)
        return f"{year + count:04d}" if year is not None and 1 <= year + count <= 9999 else None
    if unit in {"E", "C"}:
        year = year_of(anchor)
        ages = None if year is None else year // (10 if unit == "E" else 100) + count
        return None if ages is None else f"{ages:0{3 if unit == 'E' else 2}d}"
    if unit in {"M", "Q"}:
        month = month_of(anchor)
        if month is None or (unit == "M" and not (_MONTH.match(anchor) or day_of(anchor))):
            return None
        told = add_months(*month, count * (3 if unit == "Q" else 1))
        return told if unit == "M" or told is None else f"{told[:4]}-Q{(int(told[5:7]) + 2) // 3}"
    return _moved_days(anchor, count, unit)


def _moved_days(anchor: str, count: int, unit: str) -> str | None:
    day = day_of(anchor) or (first_day_of_week(anchor) if unit in {"W", "WE"} else None)
    if day is None:
        return None
    if unit in {"W", "WE"}:
        to = add_days(day, 7 * count)
        return week_value(to) + ("-WE" if unit == "WE" else "") if to else None
    if unit == "D":
        to = add_days(day, count)
        return to.isoformat() if to else None
    return _moved_clock(anchor, count, unit)


def _moved_clock(anchor: str, count: int, unit: str) -> str | None:
    """Hours, minutes or seconds from a clock time; None when the anchor tells no clock time."""
    if not re.match(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", anchor):
        return None
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit]
    try:
        return (dt.datetime.fromisoformat(anchor[:16]) + dt.timedelta(seconds=seconds * count)).isoformat()[:16]
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as Meeus gives it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def feast_day(name: str, year: int) -> dt.date | None:
    """The day of a movable feast in a year; None for a name or year outside the tables."""
    if not 1583 <= year <= 9998:
        return None
    if name in EASTER_FEASTS:
        return easter(year) + dt.timedelta(days=EASTER_FEASTS[name])
    if name in WEEKDAY_FEASTS:
        return nth_weekday(year, *WEEKDAY_FEASTS[name])
    return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth weekday (1 Monday) of a month; -1 is the last."""
    if nth < 0:
        last = dt.date(year, month, monthrange(year, month)[1])
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def signed_year(value: str) -> int | None:
    """The year of a value, those before our era below zero; None where it tells none."""
    if before := re.match(r"BC(\d{4})", value):
        return -int(before[1])
    return year_of(value)
