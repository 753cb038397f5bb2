"""Labels of lines, and the region of the body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY, FIRST, TITLE
from twosource.clean import blocks as module
from twosource.clean.blocks import (
    blocks_of,
    forget,
    is_date_line,
    is_headline_case,
    region,
    with_asides,
    word_count,
)
from twosource.clean.lines import Line, lines_of
from twosource.clean.threads import thread_start


@pytest.mark.parametrize(
    "line",
    [
        "2021-03-03",
        "Wednesday, March 3, 2021",
        "Published 03.03.2021 09:15 | Updated 04.03.2021 10:00",
        "Reuters March 3, 2021 11:03 PM",
        "By Jonas Ek on Wednesday, March 3rd, 2021 at 11:08 a.m.",
        "March 3, 2021 / 12:21 AM / Updated 14 hours ago",
    ],
)
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank on 3 March 2021 off the coast of Tamar.",
        "The mayor was elected on 3 March 2021 and sworn in later",
        "— Ilsa Marren (@ilsa) March 3, 2021",
        "Fog at noon",
    ],
)
def test_sentences_with_dates_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_words_of_scripts_without_blanks_are_counted() -> None:
    assert word_count("two ferries collided") == 3
    assert word_count("議会は夜に集まり") == 4


def test_headlines_are_told_by_their_capitals() -> None:
    assert is_headline_case("Norvik Ferries Collide In Thick Fog")
    assert not is_headline_case(FIRST)


def test_the_region_is_the_body_between_menus() -> None:
    menu = "\n".join(f"* Part {n}" for n in range(40))
    blocks = blocks_of(lines_of("\n".join([menu, TITLE, *BODY, menu])))
    start, stop = region(blocks)
    assert [block.text for block in blocks[start:stop]] == list(BODY)


def test_a_page_of_labels_has_no_region() -> None:
    assert region(blocks_of(lines_of("Home\nNews\nSport\nContact"))) == (0, 0)


def test_a_teaser_in_a_list_is_an_aside_and_two_paragraphs_are_the_article_again() -> None:
    page = [
        *BODY[:2],
        "Related articles",
        "Ferry prices to rise",
        "The ferry company wants a tenth more from June on.",
        *BODY[2:],
    ]
    labels = [block.label for block in with_asides(blocks_of(lines_of("\n".join(page))))]
    assert labels == ["prose", "prose", "related", "aside", "aside", "prose", "prose"]


def test_a_counter_above_the_article_heads_no_thread() -> None:
    blocks = blocks_of(lines_of("\n".join([TITLE, "12 comments", *BODY, "2 comments", "Mia: It was so.", "Reply"])))
    assert thread_start(blocks) == len(BODY) + 2


def test_without_comments_there_is_no_thread() -> None:
    blocks = blocks_of(lines_of("\n".join(BODY)))
    assert thread_start(blocks) == len(blocks)


def test_a_stream_of_other_articles_ends_the_body_though_no_heading_says_so() -> None:
    stream = [f"* Fog in part {n} of the town\n{n} March 2021\n{FIRST}" for n in range(3, 8)]
    blocks = with_asides(blocks_of(lines_of("\n".join([*BODY, *stream]))))
    start, stop = region(blocks)
    assert [block.text for block in blocks[start:stop]] == list(BODY)


def test_a_line_seen_before_is_labelled_by_its_own_shape_all_the_same() -> None:
    plain, entry, heading = (
        Line("Fog over the harbour again?"),
        Line("Fog over the harbour again?", bullet="*"),
        Line("Fog over the harbour again?", heading=True),
    )
    assert [block.label for block in blocks_of([plain, entry, heading, plain])] == [
        "sentence",
        "entry",
        "short",
        "sentence",
    ]


def test_the_line_above_a_credit_and_below_a_caption_label_is_the_caption() -> None:
    text = "The ferry at the old pier on Sunday\nCredit: Norvik Pictures\nImage caption,\nFog over the harbour at dawn"
    assert [block.label for block in blocks_of(lines_of(text))] == ["caption"] * 4


READ = st.lists(st.sampled_from(["Home", "Share", "By Ilsa Marren", "3 March 2021", "Read more", "Note: fog", *BODY]))


@given(READ, READ)
def test_what_was_read_before_changes_no_label(before: list[str], texts: list[str]) -> None:
    lines = list(map(Line, texts))
    forget()
    alone = blocks_of(lines)
    forget()
    blocks_of(list(map(Line, before)))
    assert blocks_of(lines) == alone


def test_few_lines_are_kept_and_no_long_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KNOWN", 5)
    forget()
    for page in range(20):
        blocks_of([Line(f"Part {page} {line}") for line in range(3)] + [Line(FIRST)])
        assert len(module._KNOWN) <= 5 + 3
        assert FIRST not in module._KNOWN
