"""What patterns begin with, and that no line is refused of which a pattern knows the whole."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.clean import credits  # noqa: A004
from twosource.clean.beginnings import ANY, LENGTH, Beginnings, beginnings, sizes
from twosource.clean.furniture import BUTTON_WORDS, FURNITURE, is_buttons, kind_of
from twosource.clean.lines import squeeze
from twosource.clean.sections import CAPTION, COMMENTS, END, NOTICES, RELATED, Rule

TABLES = (*COMMENTS, *CAPTION, *FURNITURE, *RELATED, *END, *NOTICES)


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("fog", {"fog"}),
        ("harbour", {"harbo"}),
        ("(?:in )?fog", {"in fo", "fog"}),
        (r"a\b.{0,9}", {"a" + ANY, "a"}),
        (r"[Nn]o(?=x)[13]?", {"no1", "no3", "no"}),
        (r"(?P<x>[a-c]){2}", {"aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"}),
        (r"(?:-+ ?)?x", {"x", "-x", "- x", "--x", "-- x", "---x", "--- x", "----x", "---- ", "-----"}),
        (r"\(c\)\w+", {"(c)" + ANY}),
        (r"\s*by", {"by", " by", "  by", "   by", "    b", "     "}),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, begins: set[str]) -> None:
    assert beginnings(pattern) == begins


@pytest.mark.parametrize(
    ("pattern", "least", "most"), [("fog|ferry", 3, 5), (r"a{2,3}(?:bc)?", 2, 5), (r"[ab]\d{4}(?!x)", 5, 5)]
)
def test_how_long_matches_are(pattern: str, least: int, most: int) -> None:
    assert sizes(pattern) == (least, most)


def test_a_pattern_that_can_begin_with_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="anything"):
        Beginnings([(beginnings(".{1,9}fog"), 1)])


def test_a_bracket_that_is_not_closed_is_no_pattern() -> None:
    with pytest.raises(ValueError, match="cannot read"):
        beginnings("fog)")


@pytest.mark.parametrize("rule", TABLES, ids=[rule.pattern[:30] for rule in TABLES])
@given(data=st.data())
def test_a_line_that_a_pattern_matches_is_let_through(rule: Rule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rule.pattern, fullmatch=True))
    least, most = sizes(rule.pattern)
    assert least <= len(line) <= most
    if rule.needs:
        assert any(need in line for need in rule.needs)
        assert not rule.also or any(word in line for word in rule.also)
        assert line[-1] not in rule.never_last
    else:
        assert Beginnings([(beginnings(rule.pattern), True)]).of(line)


def test_no_rule_knows_the_empty_line() -> None:
    assert min(sizes(rule.pattern)[0] for rule in TABLES) >= 1


def test_patterns_without_needs_have_no_white_space_but_blanks_near_their_beginning() -> None:
    assert not [rule.pattern for rule in TABLES if not rule.needs and re.match(r".{0,200}?\\s", rule.pattern)]


@pytest.mark.parametrize(("telling", "form"), credits._FORMS)
@given(data=st.data())
def test_a_line_that_tells_something_is_asked(
    telling: credits.Telling, form: re.Pattern[str], data: st.DataObject
) -> None:
    line = squeeze(data.draw(st.from_regex(form)))
    if line and form.match(line):
        assert telling in credits.telling(line.lower())


def test_what_counts_as_a_letter_of_ascii_where_case_is_ignored_is_not_ascii_in_small_letters() -> None:
    letters = re.compile("[a-z]", re.IGNORECASE)
    odd = [c for c in map(chr, range(128, sys.maxunicode + 1)) if letters.match(c)]
    assert all(not c.lower().isascii() or letters.match(c.lower()) for c in odd)
    assert not re.search("[buted]", "".join(odd), re.IGNORECASE)
    assert not re.search("[lufpmty]", "".join(odd), re.IGNORECASE)


@given(
    st.lists(st.sampled_from([*sorted(BUTTON_WORDS)[::4], "fog", "12", "don't", *' -–—.,:;/|()[]*’“”"']), max_size=8)
)
def test_rows_of_buttons_are_found_though_most_lines_are_not_asked(pieces: list[str]) -> None:
    line = squeeze("".join(pieces))
    assert not is_buttons(line) or kind_of(line) in ("furniture", "comments")


def test_a_digit_of_any_script_is_a_digit() -> None:
    assert kind_of("٣ views") == kind_of("3 views") == "furniture"


def test_a_line_that_grows_in_small_letters_is_read() -> None:
    assert kind_of("İ" * 700) is None


def test_beginnings_are_as_long_as_they_are_said_to_be() -> None:
    assert max(len(begin) for rule in TABLES for begin in beginnings(rule.pattern)) == LENGTH
