"""Less common ways to write a time: fractions, ranges, halves, school years, clock times in words, ages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate import times_of
from twosource.annotate.language import read
from twosource.annotate.times import times

DAY = "2021-03-17"
"""A Wednesday."""


def found(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    """Words, type and value of every time in a text."""
    return [(text[t.start : t.end], t.type, t.value) for t in times(read(text), published)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The talks lasted three-quarters of an hour.", "three-quarters of an hour", "DURATION", "PT45M"),
        ("The talks lasted a quarter of an hour.", "a quarter of an hour", "DURATION", "PT15M"),
        ("The mine ran for a quarter of a century.", "a quarter of a century", "DURATION", "P25Y"),
        ("The talks lasted 2½ years.", "2½ years", "DURATION", "P2Y6M"),
        ("The dam fell a year and a half ago.", "a year and a half ago", "DATE", "2019-09"),
        ("It took between two and three weeks.", "two and three weeks", "DURATION", "P2W"),
        ("Output fell in 2Q20.", "2Q20", "DATE", "2020-Q2"),
        ("Output fell in the second half of May.", "the second half of May", "DATE", "2020-05"),
        ("It began in the first half of the 19th century.", "the first half of the 19th century", "DATE", "18"),
        ("It snowed in the winter of 2019-20.", "the winter of 2019-20", "DATE", "2019-WI"),
        ("The wall fell in the small hours of Sunday.", "the small hours of Sunday", "TIME", "2021-03-14TMO"),
        ("The wall fell in the early hours of Monday.", "the early hours of Monday", "TIME", "2021-03-15TMO"),
        ("The wall fell the night before last.", "the night before last", "TIME", "2021-03-15TNI"),
        ("The club met at half past five on Friday.", "half past five on Friday", "TIME", "2021-03-12T05:30"),
        ("The club met at a quarter to six on Friday.", "a quarter to six on Friday", "TIME", "2021-03-12T05:45"),
        ("It met at five o'clock in the afternoon.", "five o'clock in the afternoon", "TIME", "2021-03-17T17:00"),
        ("The club met at 12 noon on Friday.", "12 noon on Friday", "TIME", "2021-03-12T12:00"),
        ("The club met at 5pm.", "5pm", "TIME", "2021-03-17T17:00"),
    ],
)
def test_reads(text: str, words: str, kind: str, value: str) -> None:
    assert found(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It began in the 18th and 19th centuries.", ["17", "18"]),
        ("The school year 2019/20 was long.", ["2019", "2020"]),
        ("Output fell in the 2019/20 financial year.", ["2019", "2020"]),
        ("The fair ran from Monday to Friday.", ["2021-03-15", "2021-03-19"]),
        ("The fair ran Friday through Sunday.", ["2021-03-12", "2021-03-14"]),
        ("The road was shut from 9 a.m. to 5 p.m. on Friday.", ["2021-03-12T09:00", "2021-03-12T17:00"]),
        ("The road was shut from 9 to 11 a.m. on Friday.", ["2021-03-12T09:00", "2021-03-12T11:00"]),
        ("The mill opened on 9 May 1998. Half a year later, it shut.", ["1998-05-09", "1998-11"]),
    ],
)
def test_two_times(text: str, values: list[str]) -> None:
    assert [value for _, _, value in found(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The three-year-olds sang.",
        "He was in his early thirties.",
        "From 10 to 11 people came.",
        "She left half past the gate.",
        "It weighs 2½ tonnes.",
    ],
)
def test_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial opens Sept. 12.", "2021-09-12"),
        ("Voters go to the polls on Nov. 8.", "2021-11-08"),
        ("The election is on Nov. 8.", "2021-11-08"),
        ("The trial opens on Friday.", "2021-03-19"),
        ("The strike began on Nov. 8.", "2020-11-08"),
        ("The bridge, opened in 1998, fell on Nov. 8.", "2020-11-08"),
        ("In 1998, the bridge was opened. It fell on Nov. 8.", "1998-11-08"),
    ],
)
def test_a_day_far_from_the_page_goes_by_tense_and_background(text: str, value: str) -> None:
    assert found(text)[-1][2] == value


@given(st.integers(min_value=1, max_value=12), st.sampled_from(("half past", "quarter past", "a quarter to")))
@settings(max_examples=36, deadline=None)
def test_any_clock_time_in_words_comes_back(hour: int, form: str) -> None:
    number = "one two three four five six seven eight nine ten eleven twelve".split()[hour - 1]
    words = f"{form} {number} in the afternoon"
    minute = {"half past": 30, "quarter past": 15, "a quarter to": -15}[form]
    total = (hour % 12 + 12) * 60 + minute
    assert found(f"The council met at {words}.") == [(words, "TIME", f"{DAY}T{total // 60 % 24:02d}:{total % 60:02d}")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The house will be sold by 1 March.", "2031-03-01"),
        ("The house is to be sold by March 1.", "2031-03-01"),
        ("The talks will be held by May.", "2031-05"),
        ("He had sold the house by 1 March.", "2030-03-01"),
        ("They had been held by May.", "2030-05"),
    ],
)
def test_what_will_be_done_by_a_day_lies_ahead_of_the_page(text: str, value: str) -> None:
    assert [time.value for time in times_of(text, published="2031-01-10")] == [value]
