"""Meanings to TIMEX3 values: which day, month or year a relative expression points at.

Two anchors: the document's own day, and the running time of the narrative (what the text dated last). Tense and cues
decide the direction (`time_tense.py`); bare months and days after an explicit year follow the narrative.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from . import time_calendar as calendar
from . import time_feasts as feasts
from .time_context import Anchored, Context, Direction
from .time_meaning import OFFSET, Grain, Meaning, Pick
from .time_tense import NEAREST
from .time_years import lies_ahead, narrative_year, nearest_year, recent_quarter

_UNKNOWN: Final = {
    "Y": "XXXX", "Q": "XXXX-QX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX",
    "E": "XXX", "C": "XX", "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX:XX", "TS": "XXXX-XX-XXTXX:XX",
}  # fmt: skip
# A weekday for which something "was due", this many days back at most, is the last one, else the next.
_NEAR_DAYS: Final = 2


def anchored(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """The TIMEX3 value of a meaning in its context. `lean` is as `time_tense.lean` has it: where tense puts it."""
    if meaning.type in {"DURATION", "SET"} or meaning.grain is Grain.NONE:
        return Anchored(meaning.told, meaning.told, "none")
    if meaning.pick:
        return _picked(meaning, meaning.pick, lean, context)
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


def _picked(meaning: Meaning, pick: Pick, lean: int, context: Context) -> Anchored:
    """A day picked out of a longer time, or counted from a day: that first."""
    whole = meaning.of if meaning.of and meaning.of.pick else replace(meaning, pick=None, time="")
    outer = anchored(whole, lean, context)
    value = calendar.picked(outer.value, pick.nth, pick.weekday, pick.side)
    if pick.nth == 0 and context.day:
        value = calendar.same_day(outer.value, context.day)
    if value and outer.anchor == "document" and context.day and meaning.told == "+0M" and not meaning.which:
        value = _other_month(value, pick, lean, context.day)
    if value is None:
        told = outer.value if pick.side == "in" else _UNKNOWN["D"]
        return replace(outer, value=told, unanchored=outer.unanchored if pick.side == "in" else told)
    unanchored = value + meaning.time if outer.anchor == "absolute" else outer.unanchored
    return replace(outer, value=value + meaning.time, unanchored=unanchored)


def _other_month(value: str, pick: Pick, lean: int, day: dt.date) -> str:
    """A day picked from "the month", in the month before or after the document's where the tense sends it there."""
    own = day.isoformat()
    count = 1 if lean > 0 and value < own else -1 if lean < 0 and value > own else 0
    month = calendar.moved(own, count, "M") if count and value[5:7].isdigit() else None
    return (month and calendar.picked(month, pick.nth, pick.weekday, pick.side)) or value


def _sign(number: int) -> Direction:
    return -1 if number < 0 else 1 if number > 0 else 0


def _towards(lean: int) -> Direction:
    return 0 if lean == NEAREST else _sign(lean)


def _against(told: str, lean: int, context: Context) -> Direction:
    """Where a complete date lies from the document: by its day when that is known, else by the tense."""
    if context.day is None:
        return _towards(lean)
    own = context.day.isoformat()[: len(told[:10])]
    return (
        _sign((told[:10] > own) - (told[:10] < own))
        if told[:4].isdigit() and told[5:6] not in set("QSFWH")
        else _towards(lean)
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
    if running is None and meaning.which == "that" and meaning.told[1] != "0":
        return []
    if running is None:
        return [(day, "document")] if day and not context.narrative else []
    anchors: list[tuple[str, Literal["document", "narrative"]]] = [(running.value, "narrative")]
    if len(running.value) == 4 and context.lately[:4] == running.value:
        anchors.append((context.lately, "narrative"))
    elif day[:4] == running.value and not context.narrative:
        anchors.append((day, "document"))
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
    name, told = meaning.feast, meaning.told
    if not meaning.open:
        value = _feast_in(name, told) or told
        return Anchored(value + meaning.time, value + meaning.time, "absolute", _against(value, lean, context))
    if meaning.of is not None:
        outer = anchored(meaning.of, lean, context)
        value = _feast_in(name, outer.value) or outer.value
        return Anchored(value + meaning.time, outer.unanchored, outer.anchor, outer.direction)
    year = narrative_year(meaning, lean, context)
    if year and (value := _feast_in(name, year)):
        return Anchored(value + meaning.time, told, "narrative")
    if context.day is None:
        return Anchored(told, told, "document", _towards(lean))
    value, direction = _feast_near(meaning, lean, context.day)
    return Anchored(value + meaning.time if value else told, told, "document", direction)


def _feast_in(name: str, year: str) -> str:
    return (feasts.feast_value(name, int(year[:4])) or "") if re.match(r"\d{4}", year) else ""


def _feast_near(meaning: Meaning, lean: int, base: dt.date) -> tuple[str, Direction]:
    """The feast next to a day, back or forward as a word or the tense has it; a tense gives way to a long while."""
    kept = [days for year in (base.year - 1, base.year, base.year + 1) for days in
            feasts.occurrences(meaning.feast, year)]  # fmt: skip
    last = max((days for days in kept if days[0] < base or (days[0] == base and not meaning.which)), default=None)
    following = min((days for days in kept if days[0] > base), default=None)
    if meaning.which in {"last", "previous"} or following is None:
        forward = False
    elif meaning.which in {"next", "coming"}:
        forward = True
    elif meaning.which == "this":
        forward = following[0].year == base.year and (last is None or last[0].year != base.year)
    else:
        forward = lies_ahead((following[0] - base).days, lean)
    chosen = following if forward else last
    return (feasts.value_of(chosen) or "" if chosen else ""), 1 if forward else -1


def _partial(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A month, day, weekday, season or quarter whose year is open."""
    told = meaning.told
    if told.startswith("XXXX-XX-XX"):
        return _time_of_day(meaning, context)
    if told.startswith("XXXX-XX-"):
        return _day_of_month(meaning, lean, context)
    if told.startswith("XXXX-WXX"):
        return _weekday(meaning, lean, context)
    return _yearless(meaning, lean, context)


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
        own, day = context.day, int(meaning.told[8:10])
        count = 1 if lean > 0 and day < own.day else -1 if lean < 0 and day > own.day else 0
        moved = calendar.add_months(own.year, own.month, count)
        month = (int(moved[:4]), int(moved[5:7])) if moved else None
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


_WHICH: Final[Mapping[str, Direction]] = {"last": -1, "previous": -1, "next": 1, "coming": 1}
"""Where a month lies by the word before it."""


def _yearless(meaning: Meaning, lean: int, context: Context) -> Anchored:
    """A month, month and day, season, quarter or half without its year."""
    told = meaning.told
    unanchored = told + meaning.time
    narrative = narrative_year(meaning, lean, context)
    if narrative and not (told_day := re.fullmatch(r"XXXX(-\d\d-\d\d)", told)):
        return Anchored(narrative + told[4:] + meaning.time, unanchored, "narrative")
    if narrative and told_day and (narrative[0] == "B" or calendar.day_of(narrative + told_day[1])):
        return Anchored(narrative + told[4:] + meaning.time, unanchored, "narrative")
    if context.day is None:
        return Anchored(unanchored, unanchored, "document", _WHICH.get(meaning.which, _towards(lean)))
    if told[5:6] == "Q":
        return Anchored(recent_quarter(told, lean, context.day), unanchored, "document", _towards(lean))
    year, direction = nearest_year(meaning, lean, context.day)
    return Anchored(f"{year:04d}{told[4:]}{meaning.time}", unanchored, "document", direction)
