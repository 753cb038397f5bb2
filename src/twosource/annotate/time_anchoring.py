"""Meanings to TIMEX3 values: which day, month or year a relative expression points at.

Two anchors: the document's own day, and the running time of the narrative (what the text dated last). Tense and cues
decide the direction (`time_tense.py`); bare months and days after an explicit year follow the narrative.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, Literal

from . import time_calendar as calendar
from .time_context import Anchored, Context, Direction
from .time_meaning import OFFSET, Grain, Meaning
from .time_tense import NEAREST

_UNKNOWN: Final = {
    "Y": "XXXX", "Q": "XXXX-QX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX",
    "E": "XXX", "C": "XX", "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX:XX", "TS": "XXXX-XX-XXTXX:XX",
}  # fmt: skip
# How far ahead, in days, a bare month or day may lie when nothing tells the tense, before the last one is likelier.
_NEAR_AHEAD: Final = 75
# Sentences over which an explicit year carries on to a bare month, in news.
_CARRY: Final = 1
# Months that a history must seem to go back before it is read as having gone on to the next year.
_ROLL_OVER: Final = 8
# Days behind the document within which a bare month or day is taken from it, whatever year was told before.
_CLOSE_BEHIND: Final = 45
# Of days and months told without a year none lies further than this ahead, and 1 of 87 further than that behind
# (TimeBank, AQUAINT): beyond these the tense is overruled.
_FAR_AHEAD: Final = 240
_FAR_BEHIND: Final = 320
# A weekday for which something "was due", this many days back at most, is the last one, else the next.
_NEAR_DAYS: Final = 2


def anchored(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """The TIMEX3 value of a meaning in its context. `lean` is as `time_tense.lean` has it: where tense puts it."""
    if meaning.type in {"DURATION", "SET"} or meaning.grain is Grain.NONE:
        return Anchored(meaning.told, meaning.told, "none")
    if meaning.feast:
        return _feast(meaning, lean, context)
    if OFFSET.match(meaning.told):
        return _offset(meaning, lean, context)
    if meaning.told.endswith("-QX") and context.compared and not meaning.open:
        return Anchored(meaning.told[:4] + context.compared[4:], meaning.told[:4], "narrative")
    if meaning.told.endswith("-QX"):
        return Anchored(meaning.told[:4], meaning.told[:4], "absolute")
    if (meaning.base == "absolute" and meaning.of is None) or not meaning.open:
        told = meaning.told + meaning.time
        return Anchored(told, told, "absolute", _against(told, lean, context))
    if meaning.of is not None:
        return _inside(meaning, lean, context)
    return _partial(meaning, lean, context)


def _sign(number: int) -> Direction:
    return -1 if number < 0 else 1 if number > 0 else 0


def _against(told: str, lean: int, context: Context) -> Direction:
    """Where a complete date lies from the document: by its day when that is known, else by the tense."""
    if context.day is None:
        return _sign(lean)
    own = context.day.isoformat()[: len(told[:10])]
    return (
        _sign((told[:10] > own) - (told[:10] < own))
        if told[:4].isdigit() and told[5:6] not in set("QSFWH")
        else _sign(lean)
    )


def _offset(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """Counted from an anchor: "yesterday", "two weeks later"."""
    found = OFFSET.match(meaning.told)
    assert found
    count, unit = int(found[1]), found[2]
    unanchored = meaning.told + meaning.time
    direction = _sign(count)
    if unit == "Y" and meaning.grain is Grain.SEASON:
        told = _year_on_year(count, context, meaning) or _year_before(count, context)
        return Anchored(told, unanchored, "narrative", direction)
    if unit == "Y" and (quarter := _year_on_year(count, context, meaning)):
        return Anchored(quarter, unanchored, "narrative", direction)
    if unit == "Q" and count == 0 and meaning.base == "narrative":
        return Anchored(_quarter(context), unanchored, "narrative")
    for anchor, kind in _anchors(meaning, context):
        value = calendar.moved(anchor, count, unit)
        if value:
            return Anchored(value + meaning.time, unanchored, kind, direction)
    base: Literal["narrative", "document"] = "narrative" if meaning.base == "narrative" else "document"
    return Anchored(_UNKNOWN[unit] + meaning.time, unanchored, base, direction)


def _anchors(meaning: Meaning, context: Context) -> list[tuple[str, Literal["document", "narrative"]]]:
    """The values to count from, best first."""
    day = context.day.isoformat() if context.day else ""
    in_year = context.narrative and meaning.told == "+0Y" and not meaning.which
    if meaning.base == "document" and not in_year:
        return [(day, "document")] if day else []
    running = context.running
    if running is None:
        return [(day, "document")] if day and not context.narrative else []
    anchors: list[tuple[str, Literal["document", "narrative"]]] = [(running.value, "narrative")]
    if meaning.told[1] == "0" and day and not context.narrative and meaning.which != "that":
        anchors.append((day, "document"))
    return anchors


def _year_on_year(count: int, context: Context, meaning: Meaning) -> str:
    """A year from the quarter that the sentence speaks of: reports of results compare quarter with quarter."""
    if abs(count) != 1 or meaning.which or not context.compared or meaning.of is not None:
        return ""
    if meaning.base == "document" and meaning.told != "-1Y":
        return ""
    return f"{int(context.compared[:4]) + count:04d}{context.compared[4:]}"


def _year_before(count: int, context: Context) -> str:
    """The quarter that the text speaks of, in another year."""
    quarter = _quarter(context)
    return f"{int(quarter[:4]) + count:04d}{quarter[4:]}" if quarter[:4].isdigit() else quarter


def _quarter(context: Context) -> str:
    """The quarter told last, else the one that ended before the document's day."""
    if context.quarter:
        return context.quarter
    if context.day is None:
        return "XXXX-QX"
    return calendar.moved(context.day.isoformat(), -1, "Q") or "XXXX-QX"


def _inside(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A part of a time that is itself counted: "June last year", "Friday of this week"."""
    assert meaning.of is not None
    outer = anchored(meaning.of, lean, context)
    unanchored = f"{outer.unanchored}:{meaning.told}{meaning.time}"
    direction = outer.direction
    if meaning.grain is Grain.WEEK and (within := calendar.day_of(outer.value)):
        return Anchored(calendar.week_value(within), unanchored, outer.anchor, direction)
    if re.match(r"\d{4}$", outer.value):
        return Anchored(outer.value + meaning.told[4:] + meaning.time, unanchored, outer.anchor, direction)
    monday = calendar.first_day_of_week(outer.value)
    if monday and meaning.told.startswith("XXXX-WXX-") and meaning.told[9:].isdigit():
        day = calendar.add_days(monday, int(meaning.told[9:]) - 1)
        if day:
            return Anchored(day.isoformat() + meaning.time, unanchored, outer.anchor, direction)
    return Anchored(meaning.told + meaning.time, unanchored, outer.anchor, direction)


def _feast(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A movable feast: its year first, then its day."""
    if not meaning.open:
        day = calendar.feast_day(meaning.feast, int(meaning.told[:4])) if meaning.told[:4].isdigit() else None
        told = day.isoformat() if day else meaning.told
        return Anchored(told, told, "absolute")
    base = context.day
    if base is None:
        return Anchored(meaning.told, meaning.told, "document", _sign(lean))
    days = [
        day for year in (base.year - 1, base.year, base.year + 1) if (day := calendar.feast_day(meaning.feast, year))
    ]
    ahead = meaning.which in {"next", "coming"} or (lean > 0 and meaning.which != "last")
    chosen = [day for day in days if (day > base if ahead else day < base or (day == base and meaning.which != "last"))]
    if not chosen:
        return Anchored(meaning.told, meaning.told, "document")
    day = min(chosen) if ahead else max(chosen)
    return Anchored(day.isoformat() + meaning.time, meaning.told, "document", 1 if ahead else -1)


def _partial(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A month, day, weekday, season or quarter whose year is open."""
    told = meaning.told
    if told.startswith("XXXX-XX-XX"):
        return _time_of_day(meaning, context)
    if told.startswith("XXXX-XX-"):
        return _day_of_month(meaning, lean, context)
    if told.startswith("XXXX-WXX"):
        return _weekday(meaning, lean, context)
    return _yearless(meaning, min(lean, 2) if lean != NEAREST else 1, context)


def _time_of_day(meaning: Meaning, context: Context) -> Anchored:
    """A clock time or part of a day on the day told last in the sentence, else the document's."""
    running = context.running
    unanchored = meaning.told + meaning.time
    if (
        running
        and (day := calendar.day_of(running.value))
        and (context.narrative or running.sentence >= context.sentence - 1)
    ):
        return Anchored(day.isoformat() + meaning.time, unanchored, "narrative")
    if context.day and not context.narrative:
        return Anchored(context.day.isoformat() + meaning.time, unanchored, "document")
    return Anchored(unanchored, unanchored, "narrative")


def _day_of_month(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A bare day ("the 20th") in the month told last."""
    month = calendar.month_of(context.running.value) if context.running else None
    if month is None and context.day and not context.narrative:
        month = (context.day.year, context.day.month)
    told = f"{month[0]:04d}-{month[1]:02d}{meaning.told[7:]}" if month else meaning.told
    if month and calendar.day_of(told) is None:
        told = meaning.told
    return Anchored(told + meaning.time, meaning.told + meaning.time, "narrative")


def _weekday(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A weekday or weekend: back to the last one unless the tense or a word sends it forward."""
    weekday = 6 if meaning.told.endswith("WE") else int(meaning.told[9:10])
    told = meaning.told + meaning.time
    base, kind = _weekday_anchor(meaning, context)
    forward = _forward(meaning, lean)
    if lean == NEAREST and base is not None and (base.isoweekday() - weekday) % 7 <= _NEAR_DAYS:
        forward = False
    if base is None:
        return Anchored(told, told, kind, 1 if forward else -1 if lean < 0 or meaning.which else 0)
    gap = (weekday - base.isoweekday()) % 7 if forward else -((base.isoweekday() - weekday) % 7)
    if gap == 0 and meaning.which in {"last", "previous", "next", "following", "coming"}:
        gap = 7 if forward else -7
    day = calendar.add_days(base, gap)
    if day is None:
        return Anchored(told, told, kind)
    value = calendar.week_value(day) + "-WE" if meaning.told.endswith("WE") else day.isoformat()
    return Anchored(value + meaning.time, told, kind, _sign(gap) or (1 if forward else -1 if lean < 0 else 0))


def _forward(meaning: Meaning, lean: int) -> bool:
    if meaning.which in {"next", "coming", "following"}:
        return True
    if meaning.which == "this":
        return lean >= 0
    return meaning.which not in {"last", "previous"} and lean > 0


def _weekday_anchor(meaning: Meaning, context: Context) -> tuple[dt.date | None, Literal["document", "narrative"]]:
    """The day a weekday is counted from."""
    told = calendar.day_of(context.running.value) if context.running else None
    if told and meaning.which in {"previous", "following", "that"}:
        return told, "narrative"
    if context.narrative and told:
        return told, "narrative"
    return context.day, "document"


def _yearless(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A month, month and day, season, quarter or half without its year."""
    told = meaning.told
    unanchored = told + meaning.time
    narrative = _narrative_year(meaning, lean, context)
    if narrative and not (told_day := re.fullmatch(r"XXXX(-\d\d-\d\d)", told)):
        return Anchored(narrative + told[4:] + meaning.time, unanchored, "narrative")
    if narrative and told_day and (narrative[0] == "B" or calendar.day_of(narrative + told_day[1])):
        return Anchored(narrative + told[4:] + meaning.time, unanchored, "narrative")
    if context.day is None:
        direction = (
            -1 if meaning.which in {"last", "previous"} else 1 if meaning.which in {"next", "coming"} else _sign(lean)
        )
        return Anchored(unanchored, unanchored, "document", direction)
    if told[5:6] == "Q":
        return Anchored(_recent_quarter(told, lean, context.day), unanchored, "document", _sign(lean))
    year, direction = _nearest_year(meaning, lean, context.day)
    return Anchored(f"{year:04d}{told[4:]}{meaning.time}", unanchored, "document", direction)


def _narrative_year(meaning: Meaning, lean: int, context: Context) -> str:
    """The year of the running time, where the expression follows the narrative rather than the document; else ""."""
    fixed = context.fixed
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
    part = told[5:7]
    if part.isdigit():
        return int(part)
    if part[0] == "Q" and part[1].isdigit():
        return int(part[1]) * 3 - 2
    if part[0] == "H":
        return 1 if part[1] == "1" else 7
    return calendar.FIRST_MONTH_OF_SEASON.get(part, 1)


def _lies_ahead(days: int, lean: int) -> bool:
    """Whether the next occurrence, `days` ahead, is meant rather than the last one, 365 less that behind."""
    if lean > 0:
        return lean > 1 or days <= _FAR_AHEAD
    return days <= (_NEAR_AHEAD if lean == 0 else 365 - _FAR_BEHIND)


def _recent_quarter(told: str, lean: int, day: dt.date) -> str:
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


def _nearest_year(meaning: Meaning, lean: int, day: dt.date) -> tuple[int, Direction]:
    """The year, and whether it was sought back or forward from the document's day."""
    month = _first_month(meaning.told)
    told_day = int(meaning.told[8:10]) if re.match(r"XXXX-\d\d-\d\d", meaning.told) else None
    here = (month, told_day) if told_day else (month,)
    now = (day.month, day.day) if told_day else (day.month,)
    if meaning.which == "this":
        return day.year, _sign((here > now) - (here < now))
    if meaning.which in {"last", "previous"}:
        return (day.year if here < now else day.year - 1), -1
    if meaning.which in {"next", "coming"}:
        return (day.year if here > now else day.year + 1), 1
    if here == now:
        return day.year, 0
    if _lies_ahead(_days_ahead(month, told_day, day), lean):
        return (day.year if here > now else day.year + 1), 1
    return (day.year if here < now else day.year - 1), -1
