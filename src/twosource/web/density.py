"""The density strip: how many items fall into each month (or day, or year) of the story, as bars that lead there."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from twosource.export.edtf import bounds
from twosource.records import TimelineItem

MOST_BARS = 120
"""Bars that can be told apart at the width of a page."""
DENSE, FAR = 0.9, 0.5
"""Where so large a share of the items lies within so small a share of the whole time, the strip shows that time alone:
one item of 1911 would make all else one bar."""
KNOWN = 366
"""Days; what is only known to lie in a longer time has no bar of its own."""
WIDTH, HEIGHT = 1000, 56


class Bar(NamedTuple):
    """One bar: where it stands (units of the strip's own width and height), what it covers, how many items."""

    x: float
    width: float
    height: float
    start: str
    end: str
    label: str
    items: int
    contested: int


class Strip(NamedTuple):
    """The bars, and the labels of the axis as (x, text)."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    before: int
    day_before: str
    """How many items lie before the strip, and the last day before it."""
    after: int
    day_after: str


Unit = tuple[str, Callable[[dt.date], dt.date], Callable[[dt.date], dt.date], Callable[[dt.date], str]]


def strip(items: Sequence[TimelineItem], contested: Sequence[TimelineItem]) -> Strip | None:
    """The strip of these items; None when fewer than two days are known."""
    days = sorted((day, item.id) for item in items if (day := _day(item)))
    if not days or days[0][0] == days[-1][0]:
        return None
    before, after = _cut([day for day, _ in days])
    kept = days[before : len(days) - after]
    unit = _unit(kept[0][0], kept[-1][0])
    disputed = {item.id for item in contested}
    counts = Counter(unit[1](day) for day, _ in kept)
    marked = Counter(unit[1](day) for day, item in kept if item in disputed)
    starts = _starts(unit[1](kept[0][0]), kept[-1][0], unit[2])
    width, most = WIDTH / len(starts), max(counts.values())
    bars = tuple(
        Bar(i * width, width, (HEIGHT - 6) * counts[start] / most, start.isoformat(),
            (unit[2](start) - dt.timedelta(days=1)).isoformat(), unit[3](start), counts[start], marked[start])
        for i, start in enumerate(starts) if counts[start]
    )  # fmt: skip
    ends = (starts[0] - dt.timedelta(days=1)).isoformat(), unit[2](starts[-1]).isoformat()
    return Strip(bars, _ticks(starts, width, unit), unit[0], before, ends[0], after, ends[1])


def _cut(days: Sequence[dt.date]) -> tuple[int, int]:
    """How many of the sorted days lie before and after the shortest time that holds most of them."""
    held = math.ceil(DENSE * len(days))
    spans = [(days[i + held - 1] - days[i], i) for i in range(len(days) - held + 1)]
    shortest, first = min(spans)
    if shortest > FAR * (days[-1] - days[0]) or not shortest:
        return 0, 0
    return first, len(days) - held - first


def _day(item: TimelineItem) -> dt.date | None:
    """The first day of an item whose date is known to within `KNOWN` days; None for the others."""
    earliest, latest = bounds(item.date)
    try:
        first, last = dt.date.fromisoformat(earliest or ""), dt.date.fromisoformat(latest or "")
    except ValueError:
        return None
    return first if (last - first).days <= KNOWN else None


def _unit(first: dt.date, last: dt.date) -> Unit:
    units: tuple[Unit, ...] = (
        ("day", lambda day: day, lambda day: day + dt.timedelta(days=1), lambda day: f"{day.day} {day:%B %Y}"),
        ("month", lambda day: day.replace(day=1), _next_month, lambda day: f"{day:%B %Y}"),
        ("year", lambda day: day.replace(month=1, day=1), lambda day: _year(day, 1), lambda day: f"{day.year}"),
        ("decade", lambda day: _year(day.replace(month=1, day=1), -(day.year % 10)), lambda day: _year(day, 10),
         lambda day: f"{day.year}s"),
    )  # fmt: skip
    lengths = (1, 30, 365)
    for unit, length in zip(units, lengths, strict=False):
        if (last - first).days / length <= MOST_BARS:
            return unit
    return units[-1]


def _next_month(day: dt.date) -> dt.date:
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)


def _year(day: dt.date, count: int) -> dt.date:
    return day.replace(year=min(max(day.year + count, 1), 9999))


def _starts(first: dt.date, last: dt.date, following: Callable[[dt.date], dt.date]) -> list[dt.date]:
    starts = [first]
    while len(starts) < 10 * MOST_BARS and (after := following(starts[-1])) <= last:
        starts.append(after)
    return starts


def _ticks(starts: Sequence[dt.date], width: float, unit: Unit) -> tuple[tuple[float, str], ...]:
    """A label at most every eighth of the strip."""
    step = max(1, -(-len(starts) // 8))
    return tuple((i * width, unit[3](start)) for i, start in enumerate(starts) if i % step == 0)
