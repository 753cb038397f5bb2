"""A whole page run together on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY
from twosource.clean.flat import unflattened
from twosource.clean.lines import Line
from twosource.clean.oneline import is_page, parts

MENU = "Skip to content Home News Local Crime Courts Weather Sport Football Tennis Culture Books Film " * 3
HEAD = "LOCAL NEWS Ferries collide in thick fog off the harbour wall By Wanda Tull Posted March 3, 2021"
TEXT = " ".join(BODY * 3)
TAIL = "More from Local News Cat found on roof 2 hours ago Copyright 2021 Norvik Post. All rights reserved."
PAGE = f"{MENU}{HEAD} {TEXT} {TAIL}"


def article(text: str) -> str:
    return " ".join(line.text for line in parts(Line(text)) if not line.aside)


def test_the_article_stands_between_menu_and_foot() -> None:
    assert is_page(PAGE)
    told = article(PAGE)
    assert TEXT in told
    assert "Football" not in told
    assert "Cat found" not in told


def test_title_byline_and_date_stand_on_lines_of_their_own() -> None:
    lines = [line.text for line in parts(Line(PAGE)) if not line.aside]
    assert lines[:2] == ["Ferries collide in thick fog off the harbour wall", "By Wanda Tull"]
    assert "March 3, 2021" in lines[2]


@pytest.mark.parametrize(
    "box", ["Advertisement", "Story continues below", "Play 00:00 01:12 Mute Watch Norvik Harbour Camera Live"]
)
def test_a_box_between_two_sentences_is_cut(box: str) -> None:
    told = [line.text for line in parts(Line(f"{MENU}{HEAD} {TEXT} {box} {TEXT} {TAIL}")) if not line.aside]
    assert told[-2:] == [TEXT, TEXT]


def test_a_note_stands_alone() -> None:
    note = "Editor's note: The hour has been corrected in this story."
    assert note in [line.text for line in parts(Line(f"{MENU}{HEAD} {TEXT} {note} {TEXT} {TAIL}"))]


def test_a_long_paragraph_is_no_page() -> None:
    assert not is_page(" ".join(BODY * 12))


@given(st.text(max_size=300))
def test_nothing_is_made_up(text: str) -> None:
    whole = f"{PAGE} {text}"
    words = {word for line in unflattened([Line(whole)]) for word in line.text.split()}
    assert set("".join(words)) <= set(whole)
