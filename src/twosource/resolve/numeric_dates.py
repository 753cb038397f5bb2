"""Dates in figures whose day and month the words leave open ("05/06/2020"): the weekday, the page's other dates and the
page's own day settle some.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, Literal

from twosource.records import Date, Reading, TimeExpression

from .date_ranges import Stretch, bounded, dated
from .document_dates import weekday_told

_FIGURES: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])")
_MONTHS: Final = 12
# Times of a page in which its habit is looked for: enough for any article, little for a table of ten thousand days.
_LOOKED_AT: Final = 200

Order = Literal["day first", "month first"]


def numeric_day(reading: Reading, time: TimeExpression, page: Stretch) -> Date | None:
    """The day of a date in figures, or from the earlier to the later of the two that it may be; None for other words.

    `page` is when the page was written, as far as known: what it tells as past lies no later.
    """
    found = _FIGURES.search(reading.article.text, time.start, time.end)
    if found is None or not re.match(r"\d{4}-XX-XX", time.value):
        return None
    days: dict[Order, dt.date] = {order: day for order in _ORDERS if (day := _day(found, order))}
    weekday = weekday_told(reading, time)
    fitting = {order: day for order, day in days.items() if not weekday or day.isoweekday() == weekday}
    if days and not fitting:
        return bounded(
            Stretch(min(days.values()), max(days.values())), "inferred", "the weekday told with it fits neither"
        )
    if len(set(fitting.values())) == 1:
        reason = "the weekday tells day from month" if weekday else "day and month are one number"
        return dated(min(fitting.values()).isoformat(), "inferred", reason)
    habit = _habit(reading)
    if habit and habit in fitting:
        return dated(fitting[habit].isoformat(), "inferred", f"{habit}, as in the page's other dates")
    both = set(fitting.values())
    past = {day for day in both if not (page.high and day > page.high and _happened(reading, time))} or both
    if len(past) == 1:
        return dated(min(past).isoformat(), "inferred", f"told as past in a page of {page.high} or earlier")
    return bounded(Stretch(min(past), max(past)), "inferred", "the one or the other: nothing tells day from month")


_ORDERS: Final[tuple[Order, Order]] = ("day first", "month first")


def _day(found: re.Match[str], order: Order) -> dt.date | None:
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    try:
        return dt.date(year, two, one) if order == "day first" else dt.date(year, one, two)
    except ValueError:
        return None


def _happened(reading: Reading, time: TimeExpression) -> bool:
    """Whether the time is told of something that happened."""
    place = (time.start, time.end)
    return any(event.time == place and event.status == "happened" for event in reading.annotations.events)


def _habit(reading: Reading) -> Order | None:
    """The order of the page's other dates in figures, where they show one order alone."""
    shown: set[Order] = set()
    for time in reading.annotations.times[:_LOOKED_AT]:
        found = _FIGURES.search(reading.article.text, time.start, time.end)
        if found and int(found[1]) > _MONTHS >= int(found[3]):
            shown.add("day first")
        elif found and int(found[3]) > _MONTHS >= int(found[1]):
            shown.add("month first")
    return shown.pop() if len(shown) == 1 else None
