"""TIMEX3 values as stretches of days and as EDTF, and the arithmetic that dating pages needs."""

from __future__ import annotations

import datetime as dt
import math
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from twosource.records import Date, DateKnownBy

_SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
# EDTF (ISO 8601-2) codes for the parts of a year that TIMEX3 writes with letters.
_EDTF_PARTS: Final = {
    "SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40",
    "H2": "41",
}  # fmt: skip
_HOURS: Final = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}
# A month or day without its year is the next one when that lies this many days ahead at most: where nothing tells the
# tense, where the words put it ahead, where they put it behind. As `annotate.time_anchoring` has it of a dated page.
_NEAR_AHEAD: Final = 75
_FAR_AHEAD: Final = 240
_VERY_NEAR: Final = 45
_OFFSET: Final = re.compile(r"([+-]\d+)(TS|TM|TH|D|WE|W|M|Q|Y|E|C)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `low` to `high`, both included; None where open."""

    low: dt.date | None = None
    high: dt.date | None = None

    def within(self, other: Stretch) -> Stretch | None:
        """The days in both, None when there are none."""
        lows = [day for day in (self.low, other.low) if day]
        highs = [day for day in (self.high, other.high) if day]
        both = Stretch(max(lows, default=None), min(highs, default=None))
        return None if both.low and both.high and both.low > both.high else both

    @property
    def day(self) -> dt.date | None:
        """The one day of a stretch of one day."""
        return self.low if self.low == self.high else None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def parse_day(text: str | None) -> dt.date | None:
    """The day at the head of an ISO date or date-time; None where there is none."""
    return _day(text[:10]) if text and re.match(r"\d{4}-\d{2}-\d{2}", text) else None


def stretch(value: str) -> Stretch | None:
    """The days of a TIMEX3 value; None when it tells no year or no days (XXXX-08, PAST_REF, BC0490)."""
    if day := parse_day(value):
        return Stretch(day, day)
    year = int(value[:4]) if re.match(r"\d{4}(?:-|$)", value) else 0
    if not year:
        return _ages(value)
    part = value[5:]
    if not part:
        return Stretch(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if re.fullmatch(r"\d\d", part) and 1 <= int(part) <= 12:
        return _months(year, int(part), int(part))
    if part in _SEASON_MONTHS:
        return _months(year, *_SEASON_MONTHS[part])
    if re.fullmatch(r"Q[1-4]", part):
        return _months(year, int(part[1]) * 3 - 2, int(part[1]) * 3)
    if re.fullmatch(r"H[12]", part):
        return _months(year, int(part[1]) * 6 - 5, int(part[1]) * 6)
    if week := re.fullmatch(r"W(\d\d)(-WE)?", part):
        return _week(year, int(week[1]), bool(week[2]))
    return None


def _ages(value: str) -> Stretch | None:
    """A decade (199) or a century (19)."""
    if re.fullmatch(r"\d{3}|\d{2}", value) and int(value) > 0:
        span = 10 ** (4 - len(value))
        first = int(value) * span
        return Stretch(dt.date(first, 1, 1), dt.date(first + span - 1, 12, 31))
    return None


def _months(year: int, first: int, last: int) -> Stretch | None:
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    if end_year > 9999:
        return None
    return Stretch(dt.date(year, first, 1), dt.date(end_year, end_month, monthrange(end_year, end_month)[1]))


def _week(year: int, week: int, weekend: bool) -> Stretch | None:
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Stretch(moved(monday, 5 if weekend else 0), moved(monday, 6))


def edtf(value: str) -> str:
    """A TIMEX3 value as EDTF, "" when it tells nothing. Times of day are left out: EDTF stands for the day."""
    if re.match(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", value):
        return value[:10]
    if re.fullmatch(r"\d{4}(?:-\d{2})?|XXXX-\d{2}", value):
        return value
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if re.fullmatch(r"BC\d{4}", value):
        return f"{1 - int(value[2:]):05d}" if value != "BC0001" else "0000"
    if found := re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])", value):
        return f"{found[1]}-{_EDTF_PARTS[found[2]]}"
    days = stretch(value)
    return interval(days) if days else ""


def interval(days: Stretch) -> str:
    """A stretch of days as EDTF: a day, "2021-05-21/2021-06-04", "2021-05-21/..", or "" when open on both sides."""
    if days.low is None and days.high is None:
        return ""
    if days.day:
        return days.day.isoformat()
    return f"{days.low.isoformat() if days.low else '..'}/{days.high.isoformat() if days.high else '..'}"


def dated(value: str, known_by: DateKnownBy, reason: str) -> Date:
    """The Date of a value that tells its year; one without days or year gets what EDTF can say of it."""
    days = stretch(value) or Stretch()
    return Date(edtf(value), iso(days.low), iso(days.high), known_by, reason)


def bounded(days: Stretch, known_by: DateKnownBy, reason: str, weekday: int | None = None) -> Date:
    """The Date of a stretch of days."""
    return Date(interval(days), iso(days.low), iso(days.high), known_by, reason, weekday)


def iso(day: dt.date | None) -> str | None:
    """ISO form, None for None."""
    return day.isoformat() if day else None


def moved(day: dt.date, count: int) -> dt.date:
    """A day moved by `count` days, held within the calendar."""
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return dt.date.max if count > 0 else dt.date.min


def offset(unanchored: str) -> tuple[int, str] | None:
    """Count and unit of an offset such as "-1D" or "+2W:XXXX-WXX-5"; None when it is no offset."""
    found = _OFFSET.match(unanchored)
    return (int(found[1]), found[2]) if found else None


def value_from(anchor: dt.date, unanchored: str, direction: int) -> str | None:
    """The TIMEX3 value of an unanchored one for a text written on `anchor`; None where it takes more than the day.

    `direction` sends weekdays and months forward (+1) or back (0 and -1), as `records.TimeExpression` has it.
    """
    counted = offset(unanchored)
    if counted:
        inner = unanchored.partition(":")[2]
        value = _offset_value(anchor, *counted)
        if value and inner:
            return value[:4] + inner[4:] if re.fullmatch(r"\d{4}", value) else None
        return value
    if found := re.match(r"XXXX-WXX-(\d)", unanchored):
        return weekday_near(anchor, int(found[1]), direction).isoformat()
    if re.match(r"XXXX-(?!XX|WXX)", unanchored):
        return _nearest(anchor, unanchored, direction)
    return None


def _offset_value(anchor: dt.date, count: int, unit: str) -> str | None:
    if unit == "D":
        return moved(anchor, count).isoformat()
    if unit in {"W", "WE"}:
        year, week, _ = moved(anchor, 7 * count).isocalendar()
        return f"{year:04d}-W{week:02d}{'-WE' if unit == 'WE' else ''}"
    months = {"M": 1, "Q": 3, "Y": 12}.get(unit)
    if months is None:
        return None
    total = anchor.year * 12 + anchor.month - 1 + count * months
    year, month = total // 12, total % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return {"M": f"{year:04d}-{month:02d}", "Q": f"{year:04d}-Q{(month + 2) // 3}", "Y": f"{year:04d}"}[unit]


def counted_from(days: Stretch, count: int, unit: str) -> Stretch | None:
    """The days that lie `count` units from some day of a stretch; open where it is. None for decades and centuries.

    Hours from a day whose hour is not known may run into the next day.
    """
    if unit in _HOURS:
        hours = count * _HOURS[unit]
        return Stretch(
            moved(days.low, math.floor(hours / 24)) if days.low else None,
            moved(days.high, math.ceil(hours / 24)) if days.high else None,
        )
    ends = [_offset_value(day, count, unit) if day else None for day in (days.low, days.high)]
    if any(day and not end for day, end in zip((days.low, days.high), ends, strict=True)):
        return None
    first, last = (stretch(end) if end else Stretch() for end in ends)
    return Stretch(first.low, last.high) if first and last else None


def weekday_near(anchor: dt.date, weekday: int, direction: int) -> dt.date:
    """The weekday (1 Monday) on or before `anchor`, or on or after it for a positive direction."""
    if direction > 0:
        return moved(anchor, (weekday - anchor.isoweekday()) % 7)
    return moved(anchor, -((anchor.isoweekday() - weekday) % 7))


def _nearest(anchor: dt.date, unanchored: str, direction: int) -> str | None:
    """The latest occurrence begun by `anchor`, or the earliest not over where that is likelier for the direction."""
    found = []
    for year in range(max(1, anchor.year - 8), min(9998, anchor.year + 8) + 1):
        value = f"{year:04d}{unanchored[4:]}"
        days = stretch(value)
        if days and days.low and days.high:
            found.append((value, days.low, days.high))
    behind = [each for each in found if each[1] <= anchor]
    ahead = [each for each in found if each[2] >= anchor]
    if not behind or not ahead:
        return None
    near = (ahead[0][1] - anchor).days <= (_NEAR_AHEAD, _FAR_AHEAD, _VERY_NEAR)[direction]
    return ahead[0][0] if near else behind[-1][0]
