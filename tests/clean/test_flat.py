"""Text that lost its line breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY, FIRST, TITLE
from twosource.clean.flat import unflattened
from twosource.clean.lines import Line

FLAT = " ".join(BODY)


def split(text: str) -> list[str]:
    return [line.text for line in unflattened([Line(text)])]


@pytest.mark.parametrize(
    "head", ["412 Wednesday, 3 March, 2021, 17:30", "March 3, 2021", "Published: 3 March 2021", "2021-03-03 |"]
)
def test_a_date_at_the_head_stands_alone_again(head: str) -> None:
    assert split(f"{head} {FLAT}") == [head.removesuffix(" |"), FLAT]


def test_title_counter_and_date_before_the_body_are_split_off() -> None:
    assert split(f"{TITLE} 412 Wednesday, 3 March, 2021, 17:30 {FLAT}") == [
        TITLE,
        "Wednesday, 3 March, 2021, 17:30",
        FLAT,
    ]


def test_furniture_after_the_last_sentence_is_split_off() -> None:
    lines = list(
        unflattened([Line(f"{FLAT} Share this article Facebook Related Articles Fog again Comments (1) It was so. |")])
    )
    assert [line.text for line in lines] == [
        FLAT, "Share this article Facebook", "Related Articles", "Fog again", "Comments (1)", "It was so.",
    ]  # fmt: skip
    assert [line.aside for line in lines] == [False, False, False, True, False, False]


def test_a_correction_at_the_end_is_split_off() -> None:
    note = "Correction: An earlier version of this article gave the wrong day."
    assert split(f"{FLAT} {note}") == [FLAT, note]


@pytest.mark.parametrize(
    "text",
    [
        f"On March 3, 2021, Norvik saw thick fog. {FLAT}",
        f"March 3, 2021, was a day of fog. {FLAT}",
        f"March 3, 2021 (Reuters) - {FLAT}",
        f"The fog of Wednesday, 3 March 2021, was the worst of the year. {FLAT}",
        f"{FLAT} Related companies were searched. The share was sold.",
        FIRST,
    ],
)
def test_sentences_are_not_cut(text: str) -> None:
    assert split(text) == [text]


@given(st.text(max_size=300).map(lambda text: f"{text} {FLAT}"))
def test_what_is_split_is_all_there(text: str) -> None:
    words = "".join(split(text)).split()
    assert set("".join(words)) <= set(text)
