"""Titles, with and without the name of the outlet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY, TITLE
from twosource.clean.blocks import blocks_of
from twosource.clean.lines import lines_of
from twosource.clean.titles import title_above, title_at, title_parts, without_title


@pytest.mark.parametrize(
    ("text", "outlet", "parts"),
    [
        (f"{TITLE} | Norvik Herald", None, (TITLE, "Norvik Herald")),
        (f"{TITLE} - Norvik Herald", "The Norvik Herald", (TITLE, "Norvik Herald")),
        (f"Norvik Herald: {TITLE}", "Norvik Herald", (f"Norvik Herald: {TITLE}", None)),
        (f"Norvik Herald | {TITLE}", "Norvik Herald", (TITLE, "Norvik Herald")),
        (TITLE, None, (TITLE, None)),
        ("Fog - again", None, ("Fog - again", None)),
        (
            "Mayor to council – meet tonight or resign, all of you",
            None,
            ("Mayor to council – meet tonight or resign, all of you", None),
        ),
    ],
)
def test_the_outlet_is_no_part_of_a_title(text: str, outlet: str | None, parts: tuple[str, str | None]) -> None:
    assert title_parts(text, outlet) == parts


def title_of(*above: str) -> str | None:
    page = blocks_of(lines_of("\n".join([*above, *BODY])))
    at = title_above(page, range(len(page) - len(BODY), len(page)))
    return None if at is None else page[at].text


def test_the_title_is_the_line_most_like_one() -> None:
    assert title_of("Coast news", TITLE, "By Jonas Ek", "3 March 2021") == TITLE
    assert title_of("Ferry prices to rise in June", "Home", TITLE, "News", "Share") == TITLE


def test_a_title_on_the_page_again_is_the_title() -> None:
    assert title_of(f"Home > Port > {TITLE}", TITLE, "Ferry council meets again in Norvik on Tuesday") == TITLE


def test_fields_tickers_and_addresses_are_no_titles() -> None:
    assert title_of(TITLE, "From: Norvik harbour council, ferries and coast guard") == TITLE
    assert title_of("Breaking", "Norvik council calls second meeting on ferries in fog", TITLE, "By Jonas Ek") == TITLE
    assert title_of(TITLE, "View in browser: https://norvik.example/ferries/fog/harbour/council") == TITLE


def test_a_title_over_two_lines_is_one() -> None:
    page = blocks_of(lines_of("Norvik ferries collide in thick fog,\n\ncrossing closed\n\n" + "\n\n".join(BODY)))
    assert title_at(page, 0) == "Norvik ferries collide in thick fog, crossing closed"


def test_marks_for_desks_are_no_part_of_a_title() -> None:
    page = blocks_of(lines_of(f"UPDATE 2-{TITLE}\n\n" + "\n\n".join(BODY)))
    assert title_at(page, 0) == TITLE


def test_without_a_line_above_there_is_no_title() -> None:
    assert title_of() is None


@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=40)))
def test_parts_of_a_title_are_parts_of_it(text: str, outlet: str | None) -> None:
    head, name = title_parts(text, outlet)
    assert head in text and (name or "") in text


def test_a_title_at_the_head_of_a_flat_text_is_cut() -> None:
    title = "Council closes the old harbour road"
    body = "Brentvale, March 3 (QNS) The council voted on Monday to close the old harbour road."
    assert without_title(f"{title} {body}", title) == body


def test_a_sentence_that_begins_as_the_title_does_is_left() -> None:
    title = "Council closes the old harbour road"
    text = f"{title} for three months, after a vote on Monday in which nobody spoke against it."
    assert without_title(text, title) == text
    assert (
        without_title("Ana Roe Ana Roe said on Monday that she would leave the council at once.", "Ana Roe")[:3]
        == "Ana"
    )
