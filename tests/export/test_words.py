"""What records say in words: an interval stays one, a page's own words stay as they are."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.export.words import CONTEXT, KNOWN_BY, MANNERS, MARKS, TYPES, after, before, dated, day, known, shown
from twosource.records import DateKnownBy, EventType, Manner, Status


def test_every_value_of_a_record_has_its_word() -> None:
    assert set(TYPES) == set(get_args(EventType)) and set(MANNERS) == set(get_args(Manner))
    assert set(KNOWN_BY) == set(get_args(DateKnownBy)) and set(get_args(Status)) - {"happened"} <= set(MARKS)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-03-03", "3 March 2031"),
        ("2031-03-03T10:50+02:00", "3 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-21", "2031-21"),
        ("2031-03-03/..", "3 March 2031 or later"),
        ("../2031-03", "March 2031 or earlier"),
        ("2031-03-03/2031-04-01", "between 3 March 2031 and 1 April 2031"),
        ("../..", ""),
        (None, ""),
        ("soon", "soon"),
    ],
)
def test_a_date_for_people(edtf: str | None, words: str) -> None:
    assert shown(day(edtf)) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a Friday, 2031-05-21 or later", "a Friday, 21 May 2031 or later"),
        ("2031-05-15 to 21", "15 to 21 May 2031"),
        ("published 2031-05-18 and 2031-05-24T06:55+02:00", "published 18 May 2031 and 24 May 2031"),
        ("it tells of “2031-05-17”, of 2031-05-21, as past", "it tells of “2031-05-17”, of 21 May 2031, as past"),
        ("file-2031-05-21.html and 2031-13-45", "file-2031-05-21.html and 2031-13-45"),
        ("2031-05-21-02", "2031-05-21-02"),
    ],
)
def test_days_in_a_line(line: str, words: str) -> None:
    assert shown(dated(line)) == words


def test_where_a_page_states_its_date_is_told_in_words() -> None:
    assert known("the page states it (json-ld)") == "the page states it in the data behind it"
    assert known("the page states 2031-05 (text)") == "the page states 2031-05 in its text"
    assert known("the page states it (somewhere)") == "the page states it"


def test_the_context_of_a_quotation_begins_and_ends_with_a_word() -> None:
    assert before("x" * 10 + " " + "y" * (CONTEXT - 11)) == f"… {'y' * (CONTEXT - 11)}"
    assert after("y" * (CONTEXT - 3) + " xx") == f"{'y' * (CONTEXT - 3)} …"
    assert before("It was so.") == "It was so." and after("") == ""


@given(st.text())
def test_any_text_is_worded(text: str) -> None:
    for made in (day, dated, known, before, after):
        assert isinstance(made(text), str)
