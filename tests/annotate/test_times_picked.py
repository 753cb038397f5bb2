"""Days picked by their place in a longer time, and days counted from a day: "the first of the month"."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.language import read
from twosource.annotate.times import times

DAY = "2021-03-17"
"""A Wednesday."""

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "2nd": 2, "final": -1}


def found(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    """Words, type and value of every time in a text."""
    return [(text[t.start : t.end], t.type, t.value) for t in times(read(text), published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # days of a month that is pointed at
        ("The mayor resigned on the first of the month.", "the first of the month", "2021-03-01"),
        ("Rents will rise on the first of the month.", "the first of the month", "2021-04-01"),
        ("Rents rose on the last day of the month.", "the last day of the month", "2021-02-28"),
        ("The pier was shut on the 15th of last month.", "the 15th of last month", "2021-02-15"),
        ("The fair opens on the first of next month.", "the first of next month", "2021-04-01"),
        ("The fair opened on the 5th of this month.", "the 5th of this month", "2021-03-05"),
        ("The shop closed at the end of last month.", "the end of last month", "2021-02"),
        ("The shop closed at the beginning of the month.", "the beginning of the month", "2021-03"),
        ("Fees will rise on the 5th.", "the 5th", "2021-04-05"),
        ("Fees rose on the 25th.", "the 25th", "2021-02-25"),
        # days of a month or year by name
        ("The ferry stopped on the last day of March 2020.", "the last day of March 2020", "2020-03-31"),
        ("The ferry stopped on the last day of February 2020.", "the last day of February 2020", "2020-02-29"),
        ("The ferry stopped on the first day of the year.", "the first day of the year", "2021-01-01"),
        ("The ferry stopped on the final day of 2019.", "the final day of 2019", "2019-12-31"),
        # weekdays and weekends
        ("The club met on the third Monday of October 2021.", "the third Monday of October 2021", "2021-10-18"),
        ("The club will meet on the second Tuesday in November.", "the second Tuesday in November", "2021-11-09"),
        ("The club opened on the last Friday of May.", "the last Friday of May", "2020-05-29"),
        ("The club met on the last Sunday in October, 2019.", "the last Sunday in October, 2019", "2019-10-27"),
        ("The club met on the third Monday of May last year.", "the third Monday of May last year", "2020-05-18"),
        ("The club met on the first Monday of last month.", "the first Monday of last month", "2021-02-01"),
        ("The club met on the first weekend of May 2020.", "the first weekend of May 2020", "2020-W18-WE"),
        ("The club met on the fifth Monday of February 2021.", "the fifth Monday of February 2021", "2021-02"),
        # counted from a day
        ("The fair was on the first Sunday after Easter 2019.", "the first Sunday after Easter 2019", "2019-04-28"),
        ("The shops closed on the Friday before Christmas.", "the Friday before Christmas", "2020-12-18"),
        ("The fair was on the Saturday after 9 May 2020.", "the Saturday after 9 May 2020", "2020-05-16"),
        (
            "The vote was on the first Tuesday after the first Monday in November 2020.",
            "the first Tuesday after the first Monday in November 2020",
            "2020-11-03",
        ),
        ("The shops closed the day after Thanksgiving.", "the day after Thanksgiving", "2020-11-27"),
        ("The shops closed the day before 1 March 2020.", "the day before 1 March 2020", "2020-02-29"),
        ("The shops closed on the eve of 9 May 1998.", "the eve of 9 May 1998", "1998-05-08"),
        ("The shops closed the week before Christmas.", "the week before Christmas", "2020-W51"),
        ("The shops closed the week before last.", "the week before last", "2021-W09"),
        ("The dam fell three years ago today.", "three years ago today", "2018-03-17"),
        ("The dam fell a week ago today.", "a week ago today", "2021-03-10"),
    ],
)
def test_a_day_is_picked_by_its_place(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The club meets on the first Thursday of every month.", "the first Thursday of every month", "P1M"),
        ("The club meets every third Thursday of the month.", "every third Thursday of the month", "P1M"),
        ("Wages are paid on the 15th of each month.", "the 15th of each month", "XXXX-XX-15"),
        ("The club meets on the first Monday of each year.", "the first Monday of each year", "P1Y"),
    ],
)
def test_a_day_of_every_month_is_a_set(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, "SET", value)]


def test_two_places_are_two_days() -> None:
    text = "The club met on the first and third Monday of May 2020."
    assert [value for _, _, value in found(text)] == ["2020-05-04", "2020-05-18"]


def test_a_clock_time_on_a_picked_day() -> None:
    text = "The club met at 5 p.m. on the third Monday of October 2021."
    assert found(text) == [("5 p.m. on the third Monday of October 2021", "TIME", "2021-10-18T17:00")]


@pytest.mark.parametrize(
    "text",
    [
        "It was the third day of the talks.",
        "They met on the last day of the fair.",
        "They met on the third Monday of the fair.",
        "They met on the last Friday of the season.",
        "The storm was the second of the month.",
        "It was the first of the month's storms.",
    ],
)
def test_a_place_in_something_else_is_no_date(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unanchored"),
    [
        ("The club met on the third Monday of October.", "XXXX-10", "XXXX-10"),
        ("The pier was shut on the 15th of last month.", "XXXX-XX", "-1M"),
        ("The club met on the third Monday of October 2021.", "2021-10-18", "2021-10-18"),
        ("The shops closed the day after the dam fell.", "XXXX-XX-XX", "+1D"),
    ],
)
def test_without_the_page_date_only_the_longer_time_is_told(text: str, value: str, unanchored: str) -> None:
    (only,) = times(read(text), None)
    assert (only.value, only.unanchored) == (value, unanchored)


def test_the_day_after_something_undated_is_not_counted_from_the_page() -> None:
    assert found("The shops closed the day after the dam fell.")[0][2] == "XXXX-XX-XX"


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2150, 12, 31)),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(("of", "in")),
    st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)).map(dt.date.isoformat)),
)
@settings(max_examples=150, deadline=None)
def test_any_weekday_of_any_month_comes_back(day: dt.date, place: str, link: str, published: str | None) -> None:
    weekday = WEEKDAYS[day.weekday()]
    words = f"the {place} {weekday} {link} {MONTHS[day.month - 1]} {day.year}"
    text = f"The council met on {words}."
    days = [
        each
        for number in range(1, monthrange(day.year, day.month)[1] + 1)
        if (each := day.replace(day=number)).weekday() == day.weekday()
    ]
    picked = days[PLACES[place] - (PLACES[place] > 0)]
    assert found(text, published) == [(words, "DATE", picked.isoformat())]


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)),
    st.sampled_from(("last", "this", "next")),
    st.integers(min_value=1, max_value=28),
)
@settings(max_examples=100, deadline=None)
def test_any_day_of_a_pointed_month_comes_back(published: dt.date, which: str, number: int) -> None:
    th = "th" if 10 <= number <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    months = published.year * 12 + published.month - 1 + {"last": -1, "this": 0, "next": 1}[which]
    (only,) = found(f"The council met on the {number}{th} of {which} month.", published.isoformat())
    assert only[2] == f"{months // 12:04d}-{months % 12 + 1:02d}-{number:02d}"
