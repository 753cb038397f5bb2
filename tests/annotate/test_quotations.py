"""Quotation marks of all kinds: what they enclose, how they nest, and that nothing is ever lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.quotations import MARKS, Quotation, quotations


def texts(text: str) -> list[str]:
    return ["|".join(text[s:e] for s, e in quotation.parts) for quotation in quotations(text)]


def only(text: str) -> Quotation:
    (found,) = quotations(text)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“No,” Ana Roe said. “Not now.”", ["“No,”", "“Not now.”"]),
        ('"No," Ana Roe said. "Not now."', ['"No,"', '"Not now."']),
        ("``No,'' Ana Roe said.", ["``No,''"]),
        ("„Nein“, sagte sie.", ["„Nein“"]),
        ("«Oui», dit-elle. »Ja«, sagte er.", ["«Oui»", "»Ja«"]),
        ("”Ja”, sade hon.", ["”Ja”"]),
        ("「はい」と言った。", ["「はい」"]),
        ("She wrote “so“ at the end.", ["“so“"]),
        ("‘No,’ Ana Roe said.", ["‘No,’"]),
        ("The 'problems' will go.", ["'problems'"]),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”", "‘never’"]),
        ("“One “two” three”", ["“One “two” three”", "“two”"]),
    ],
)
def test_marks_of_the_world(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The workers' party doesn't want Selm's vote in the '90s.",
        "It's 6'2\" tall.",
        "Rock 'n' roll, 'tis said",
        "A stray ” mark",
        "",
        "\n\n",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert texts(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert texts("He said 'it is the miners' choice' today.") == ["'it is the miners' choice'"]


def test_paragraphs_that_open_again_are_one_quotation() -> None:
    text = "“First.\n\n“Second.\n\n“Third.”\n\nAna Roe left."
    found = only(text)
    assert [text[s:e] for s, e in found.parts] == ["“First.", "“Second.", "“Third.”"]
    assert found.closed
    assert (found.start, found.end) == (0, text.index("”") + 1)


def test_a_quotation_that_never_closes_ends_with_its_line() -> None:
    text = "She said: “We will go on.\nThe rain stopped. “Yes,” she added."
    assert texts(text) == ["“We will go on.", "“Yes,”"]
    assert [quotation.closed for quotation in quotations(text)] == [False, True]


def test_one_lost_mark_spoils_only_its_paragraph() -> None:
    assert texts('A lost " mark here\n\n"Right," she said. "Good."')[-2:] == ['"Right,"', '"Good."']


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We will not go,” she said.", "sentence"),
        ("She said, “actually, we have been ready to go for a year.”", "sentence"),
        ("It was a “difficult situation” for all.", "fragment"),
        ("They met the “legitimate” mayor.", "fragment"),
        ("He read “The Long Way Home” aloud.", "title"),
        ("The film called “never again” opened.", "title"),
    ],
)
def test_statements_are_told_from_scare_quotes_and_titles(text: str, form: str) -> None:
    assert only(text).form == form


marks = st.sampled_from([*MARKS, " ", "\n", "\n\n", "a", "Word", "s", ".", ",", "9", "é", "م", "\u200b"])


@given(st.lists(marks, max_size=60).map("".join))
def test_ranges_lie_in_the_text_and_nest(text: str) -> None:
    last = -1
    for quotation in quotations(text):
        for (_, end), (start, _) in zip(quotation.parts, quotation.parts[1:], strict=False):
            assert end <= start
        for start, end in quotation.parts:
            assert 0 <= start < end <= len(text)
            assert any(text.startswith(mark, start) for mark in MARKS)
        assert quotation.start >= last
        last = quotation.start


@given(st.text(max_size=200))
def test_any_text_is_scanned(text: str) -> None:
    assert quotations(text) == quotations(text)


@pytest.mark.parametrize("mark", ["'", '"', "“", "‘", "' a", "a' 'b "])
def test_a_long_run_of_marks_takes_no_time(mark: str) -> None:
    assert isinstance(quotations(mark * (40_000 // len(mark))), tuple)


@given(st.lists(marks, max_size=80).map("".join))
def test_no_character_is_lost_or_told_twice(text: str) -> None:
    outermost = [part for quotation in quotations(text) if quotation.depth == 0 for part in quotation.parts]
    edges = [0, *(edge for part in sorted(outermost) for edge in part), len(text)]
    assert edges == sorted(edges)
    assert "".join(text[a:b] for a, b in pairwise(edges)) == text


@pytest.mark.parametrize("text", ["” … he spoke for an hour,” Ana Roe said.", "”Fear. We are afraid,” Ana Roe said."])
def test_a_mark_of_either_shape_opens_a_paragraph(text: str) -> None:
    assert texts(text) == [text[: text.index("” Ana") + 1]]
