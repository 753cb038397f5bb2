"""Arithmetic on TIMEX3 values: units forward and back, weeks, and days picked out of longer times."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

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


def span(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a day, week, month, quarter or year."""
    if day := day_of(value):
        return day, day
    if monday := first_day_of_week(value):
        return monday, monday + dt.timedelta(days=6)
    year = year_of(value)
    if year is None or not 1 <= year <= 9998:
        return None
    if len(value) == 4:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    quarter = _QUARTER.match(value)
    month = month_of(value) if quarter or _MONTH.match(value) else None
    if month is None or not 1 <= month[1] <= 12:
        return None
    behind = month[1] + (3 if quarter else 1)
    return dt.date(year, month[1], 1), dt.date(year + behind // 13, (behind - 1) % 12 + 1, 1) - dt.timedelta(days=1)


def same_day(value: str, day: dt.date) -> str | None:
    """The day of a year, month or week that answers to another day ("three years ago today")."""
    if monday := first_day_of_week(value):
        return (monday + dt.timedelta(days=day.weekday())).isoformat()
    told = value + day.isoformat()[len(value) :]
    return told if len(value) in {4, 7} and day_of(told) else None


def picked(value: str, nth: int, weekday: int, side: str) -> str | None:
    """The nth day (0), weekday (1 to 7) or weekend (8) in a time, before it or after it; None where there is none."""
    days = span(value)
    if days and days[0] == days[1] and (weekday == 9 or side == "around"):
        return _week_beside(days[0], weekday, side)
    if days is None or (side != "in" and days[0] != days[1]):
        return None
    back = side == "before" or (side == "in" and nth < 0)
    step = -1 if back else 1
    start = days[0 if back else 1] + dt.timedelta(days=step) if side != "in" else days[1 if back else 0]
    wanted = 6 if weekday == 8 else weekday
    to_first = (step * (wanted - start.isoweekday())) % 7 if wanted else 0
    day = add_days(start, step * (to_first + (abs(nth) - 1) * (7 if wanted else 1)))
    if day is None or (side == "in" and not days[0] <= day <= days[1]):
        return None
    return f"{week_value(day)}-WE" if weekday == 8 else day.isoformat()


def _week_beside(day: dt.date, weekday: int, side: str) -> str | None:
    """The week (9) or weekend (8) of a day, or the one before or after it; Monday and Tuesday end a long weekend."""
    count = {"before": -7, "after": 7}.get(side, -7 if weekday == 8 and day.isoweekday() <= 2 else 0)
    there = add_days(day, count)
    return (week_value(there) + ("-WE" if weekday == 8 else "")) if there else None


def signed_year(value: str) -> int | None:
    """The year of a value, those before our era below zero; None where it tells none."""
    if before := re.match(r"BC(\d{4})", value):
        return -int(before[1])
    return year_of(value)
