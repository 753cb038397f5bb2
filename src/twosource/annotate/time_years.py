"""Which year a month, day, season, quarter or feast without one is of: the narrative's, or one near the document's."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from . import time_calendar as calendar
from .time_context import Context, Direction
from .time_meaning import Meaning
from .time_tense import NEAREST

# How far ahead, in days, a bare month or day may lie when nothing tells the tense, before the last one is likelier.
_NEAR_AHEAD: Final = 75
# Sentences over which an explicit year carries on to a bare month, in news.
_CARRY: Final = 1
# ... and over which a background paragraph does, whose year lies far behind.
_CARRY_BACKGROUND: Final = 2
# Months that a history must seem to go back before it is read as having gone on to the next year.
_ROLL_OVER: Final = 8
# Days behind the document within which a bare month or day is taken from it, whatever year was told before.
_CLOSE_BEHIND: Final = 45
# Of days and months told without a year none lies further than this ahead, and 1 of 87 further than that behind
# (TimeBank, AQUAINT): beyond these the tense is overruled.
_HALF_YEAR: Final = 182
_FAR_AHEAD: Final = 240
_FAR_BEHIND: Final = 320


def narrative_year(meaning: Meaning, lean: int, context: Context) -> str:
    """The year of the running time, where the expression follows the narrative rather than the document; else ""."""
    fixed = context.fixed
    if year := _background_year(meaning, lean, context):
        return year
    if fixed is None or (meaning.which in {"last", "next", "this", "coming"} and not context.narrative):
        return ""
    if not context.narrative and not re.match(r"\d{4}-\d\d", fixed.value):
        return ""
    if not context.narrative and (fixed.paragraph != context.paragraph or context.sentence - fixed.sentence > _CARRY):
        return ""
    if not context.narrative and lean > 0:
        return ""
    if context.day and not context.narrative and _close(meaning.told, context.day):
        return ""
    if (
        context.narrative
        and context.fine
        and fixed.paragraph != context.paragraph
        and len(fixed.value) == 4
        and not fixed.heading
    ):
        fixed = context.fine
    source = fixed
    if rolled := _rolled_over(meaning.told, source.value, context):
        return rolled
    return source.value[:6] if source.value.startswith("BC") else source.value[:4]


def _background_year(meaning: Meaning, lean: int, context: Context) -> str:
    """The year of the background that the paragraph has been telling of; else ""."""
    told = context.background
    if told is None or lean > 0 or meaning.which in {"last", "next", "this", "coming"}:
        return ""
    if context.day and _close(meaning.told, context.day):
        return ""
    if meaning.told[5:6] in {"Q", "H"}:
        return ""  # reports of results tell their own periods among years of the background
    if told.paragraph != context.paragraph or context.sentence - told.sentence > _CARRY_BACKGROUND:
        return ""
    return told.value[:4]


def _rolled_over(told: str, running: str, context: Context) -> str:
    """The next year, where a history goes on from late in one year to early in the next (November, then February)."""
    if not context.narrative or not re.match(r"\d{4}-\d\d", running) or not told[5:7].isdigit():
        return ""
    return f"{int(running[:4]) + 1:04d}" if int(running[5:7]) - int(told[5:7]) >= _ROLL_OVER else ""


def _close(told: str, day: dt.date) -> bool:
    """Whether the last such month or day lies right behind the document's day: then the news is told, not history."""
    month = _first_month(told)
    told_day = int(told[8:10]) if re.match(r"XXXX-\d\d-\d\d", told) else None
    return (365 - _days_ahead(month, told_day, day)) % 365 <= _CLOSE_BEHIND


def _first_month(told: str) -> int:
    """The month that a yearless value begins in."""
    part = told[5:7] or "01"
    if part.isdigit():
        return int(part)
    if part[0] == "Q" and part[1].isdigit():
        return int(part[1]) * 3 - 2
    if part[0] == "H":
        return 1 if part[1] == "1" else 7
    return calendar.FIRST_MONTH_OF_SEASON.get(part, 1)


def lies_ahead(days: int, lean: int) -> bool:
    """Whether the next occurrence, `days` ahead, is meant rather than the last one, 365 less that behind."""
    if lean == NEAREST:
        return days <= _HALF_YEAR
    if lean > 0:
        return lean > 1 or days <= _FAR_AHEAD
    return days <= (_NEAR_AHEAD if lean == 0 else 365 - _FAR_BEHIND)


def recent_quarter(told: str, lean: int, day: dt.date) -> str:
    """A quarter by its number: the last that has begun, for results are told of it in whatever tense; else the next."""
    now = (day.month + 2) // 3
    number = int(told[6]) if told[6].isdigit() else 0
    if not number:
        return f"{day.year:04d}-QX"
    behind = (now - number) % 4
    ahead = lean > 0 and behind > 1
    return f"{day.year + (number < now if ahead else -(number > now)):04d}{told[4:]}"


def _days_ahead(month: int, told_day: int | None, day: dt.date) -> int:
    """Days from `day` to the next such month or day of a month, roughly: months of 30.4 days."""
    here = (month - 1) * 30.4 + (told_day or 15)
    now = (day.month - 1) * 30.4 + (day.day if told_day else 15)
    return int((here - now) % 365)


def nearest_year(meaning: Meaning, lean: int, day: dt.date) -> tuple[int, Direction]:
    """The year, and whether it was sought back or forward from the document's day."""
    month = _first_month(meaning.told)
    told_day = int(meaning.told[8:10]) if re.match(r"XXXX-\d\d-\d\d", meaning.told) else None
    here = (month, told_day) if told_day else (month,)
    now = (day.month, day.day) if told_day else (day.month,)
    if meaning.which == "this":
        return day.year, 1 if here > now else -1 if here < now else 0
    if meaning.which in {"last", "previous"}:
        return (day.year if here < now else day.year - 1), -1
    if meaning.which in {"next", "coming"}:
        return (day.year if here > now else day.year + 1), 1
    if here == now:
        return day.year, 0
    if lies_ahead(_days_ahead(month, told_day, day), lean):
        return (day.year if here > now else day.year + 1), 1
    return (day.year if here < now else day.year - 1), -1
