"""Feasts of several calendars: the day where one calendar settles it, else the unit that holds every day it may be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.language import read
from twosource.annotate.time_feasts import FEASTS, FIXED_FEASTS, feast_value, occurrences, value_of
from twosource.annotate.times import times

DAY = "2021-03-17"
"""A Wednesday."""


def found(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    """Words, type and value of every time in a text."""
    return [(text[t.start : t.end], t.type, t.value) for t in times(read(text), published)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        # as the calendars of these years were printed
        ("easter", "2024-03-31"), ("easter", "2000-04-23"), ("orthodox easter", "2021-05-02"),
        ("orthodox easter", "2016-05-01"), ("orthodox easter", "2010-04-04"), ("rosh hashanah", "2021-09-07"),
        ("rosh hashanah", "2013-09-05"), ("yom kippur", "2020-09-28"), ("purim", "2021-02-26"),
        ("purim", "2016-03-24"), ("shavuot", "2021-05-17"), ("chinese new year", "2021-02-12"),
        ("chinese new year", "2023-01-22"), ("chinese new year", "1985-02-20"), ("mid autumn festival", "2020-10-01"),
        ("mid autumn festival", "2021-09-21"), ("dragon boat festival", "2020-06-25"), ("thanksgiving", "2019-11-28"),
        ("canadian thanksgiving", "2020-10-12"), ("memorial day", "2021-05-31"),
    ],
)  # fmt: skip
def test_a_feast_settled_to_the_day(name: str, day: str) -> None:
    assert feast_value(name, int(day[:4])) == day


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("ramadan", "2021-04-13", "2021-05-12"), ("ramadan", "2016-06-06", "2016-07-05"),
        ("eid al fitr", "2021-05-13", "2021-05-13"), ("eid al fitr", "2019-06-04", "2019-06-05"),
        ("eid al adha", "2021-07-20", "2021-07-20"), ("ashura", "2020-08-29", "2020-08-30"),
        ("diwali", "2020-11-14", "2020-11-14"), ("diwali", "2024-10-31", "2024-11-01"),
        ("diwali", "2017-10-19", "2017-10-19"), ("holi", "2021-03-29", "2021-03-29"),
        ("holi", "2018-03-02", "2018-03-02"), ("passover", "2021-03-28", "2021-04-04"),
        ("hanukkah", "2024-12-25", "2025-01-02"), ("hanukkah", "2021-11-28", "2021-12-06"),
        ("nowruz", "2021-03-20", "2021-03-21"), ("vesak", "2021-05-26", "2021-05-26"),
    ],
)  # fmt: skip
def test_a_feast_that_is_not_settled_holds_the_days_it_was_kept(name: str, first: str, last: str) -> None:
    (days,) = occurrences(name, int(first[:4]))
    assert days[0] <= dt.date.fromisoformat(first) <= dt.date.fromisoformat(last) <= days[1]
    assert (days[1] - days[0]).days <= 40
    assert not str(feast_value(name, int(first[:4])))[-3:].startswith("-0") or days[0].month == days[1].month


def test_a_feast_kept_twice_in_a_year_tells_the_year_only() -> None:
    assert len(occurrences("eid al fitr", 2000)) == 2
    assert feast_value("eid al fitr", 2000) == "2000"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The market closed during Ramadan last year.", "Ramadan last year", "2020-Q2"),
        ("The market opened after Eid al-Fitr 2021.", "Eid al-Fitr 2021", "2021-W19"),
        ("The market opened after Eid-ul-Fitr 2021.", "Eid-ul-Fitr 2021", "2021-W19"),
        ("The market will close for Eid al-Adha this year.", "Eid al-Adha this year", "2021-07"),
        ("The market opened for Diwali.", "Diwali", "2020-11"),
        ("The market closed on Orthodox Christmas.", "Orthodox Christmas", "2021-01-07"),
        ("The market closed on Orthodox Easter in 2018.", "Orthodox Easter in 2018", "2018-04-08"),
        ("The market closed on Yom Kippur.", "Yom Kippur", "2020-09-28"),
        ("The lamps were lit at Hanukkah in 2018.", "Hanukkah in 2018", "2018-12"),
        ("Crowds came for Chinese New Year.", "Chinese New Year", "2021-02-12"),
        ("They met at Nowruz 2019.", "Nowruz 2019", "2019-W12"),
        ("They met on the last day of Ramadan.", "the last day of Ramadan", "2021-Q2"),
        ("They will meet on Thanksgiving.", "Thanksgiving", "2021-11-25"),
        ("They met over the Easter weekend in 2019.", "the Easter weekend in 2019", "2019-W16-WE"),
        ("They met in Easter week 2019.", "Easter week 2019", "2019-W16"),
        ("They met on Memorial Day weekend 2020.", "Memorial Day weekend 2020", "2020-W21-WE"),
        ("They met on the eve of Easter 2019.", "the eve of Easter 2019", "2019-04-20"),
    ],
)
def test_a_feast_in_a_sentence(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    "text", ["They sailed to Christmas Island.", "It was named Operation Ramadan.", "The ashura of the herons."]
)
def test_a_name_that_only_holds_a_feast_is_no_time(text: str) -> None:
    assert found(text) == []


def test_every_feast_is_a_set() -> None:
    assert found("The shops close every Christmas.") == [("every Christmas", "SET", "P1Y")]


def test_a_feast_in_a_history_is_of_its_year() -> None:
    text = (
        "The league was founded on 2 May 1904. In June 1905, it split. The southern towns left in July 1905. "
        "In 1906, it was quiet. At Easter, a fire broke out."
    )
    assert found(text)[-1] == ("Easter", "DATE", "1906-04-15")


@given(st.sampled_from(sorted(FEASTS)), st.integers(min_value=1500, max_value=9999))
@settings(max_examples=300, deadline=None)
def test_every_occurrence_lies_in_its_value(name: str, year: int) -> None:
    for days in occurrences(name, year):
        value = value_of(days)
        assert days[0] <= days[1]
        if value is None:
            continue
        if len(value) == 10:
            assert days[0] == days[1] == dt.date.fromisoformat(value)
        elif "-W" in value and value[6:].isdigit():
            assert {f"{day.isocalendar()[0]:04d}-W{day.isocalendar()[1]:02d}" for day in days} == {value}
        elif value[5:].isdigit():
            assert {f"{day:%Y-%m}"[-7:] for day in days} == {value[-7:]}
        elif value[5:6] == "Q":
            assert {(day.month + 2) // 3 for day in days} == {int(value[6])}


CASED = {"al": "al", "ul": "ul", "el": "el", "un": "un", "of": "of", "the": "the", "de": "de"}


@given(
    st.sampled_from(sorted(FEASTS)),
    st.integers(min_value=1910, max_value=2090),
    st.sampled_from(("The bridge fell on {}.", "On {}, the bridge fell.", "Two ships met ({}).")),
    st.one_of(st.none(), st.just(DAY)),
)
@settings(max_examples=200, deadline=None)
def test_any_feast_with_its_year_comes_back(name: str, year: int, sentence: str, published: str | None) -> None:
    written = " ".join(CASED.get(word, word[0].upper() + word[1:]) for word in name.split())
    words = f"{written} {year}"
    expected = feast_value(name, year) or f"{year}"
    assert found(sentence.format(words), published) == [(words, "DATE", expected)]


def test_fixed_feasts_are_days_of_the_calendar() -> None:
    assert all(dt.date(2021, *day) for day in FIXED_FEASTS.values())
