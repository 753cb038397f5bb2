"""Tags, entities, marks of lists and headings, and hard wrapping."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY, FIRST, SECOND, TITLE
from twosource.clean.lines import lines_of, squeeze, without_tags, wrap_width


def texts(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


def test_leftover_tags_break_lines_or_vanish() -> None:
    assert texts("<p> One <b>bold</b> word. </p> <p> </p><p>Two &amp; three.<br/>Four.</p>") == [
        "One bold word.",
        "Two & three.",
        "Four.",
    ]


def test_what_looks_like_a_tag_and_is_none_stays() -> None:
    assert without_tags("a < b and c > d <Norvik> 3<4") == "a < b and c > d <Norvik> 3<4"


def test_scripts_and_styles_go_with_what_they_hold() -> None:
    assert texts("<script>var x = 'no';</script><p>Yes.</p><style>p {}</style>") == ["Yes."]


def test_entities_that_hide_tags_are_read_too() -> None:
    assert texts("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;") == ["One.", "Two."]


def test_marks_of_lists_and_headings_are_told_apart_from_the_text() -> None:
    one, two, three, four = lines_of("# A title\n\n* an entry\n1. a first\n- “What fog is that?” asked the pilot.")
    assert one.heading and one.text == "A title"
    assert (two.bullet, two.text, two.gap) == ("*", "an entry", True)
    assert (three.bullet, three.text) == ("1.", "a first")
    assert (four.bullet, four.text) == ("", "- “What fog is that?” asked the pilot.")


@pytest.mark.parametrize("width", [60, 72, 78, 100])
def test_wrapped_text_is_joined_again(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (TITLE, *BODY, *BODY, FIRST))
    assert texts(wrapped) == [TITLE, *BODY, *BODY, FIRST]


def test_no_paragraph_stays_broken_where_empty_lines_are_missing() -> None:
    wrapped = "\n".join(textwrap.fill(paragraph, 70) for paragraph in BODY * 3)
    found = texts(wrapped)
    assert len(found) >= 3
    assert all(sum(paragraph in text for text in found) for paragraph in BODY)


def test_a_word_broken_at_its_hyphen_keeps_it() -> None:
    lines = ["The council met for a long and in the end fruitless debate about top-", "ranked boats and left."]
    filler = [textwrap.fill(f"{FIRST} {SECOND}", 70)] * 3
    assert any("top-ranked boats" in text for text in texts("\n\n".join([*filler, "\n".join(lines)])))


def test_text_with_a_paragraph_a_line_is_not_wrapped() -> None:
    assert wrap_width(list(BODY * 5)) is None
    assert texts("\n".join(BODY)) == list(BODY)


@given(st.text(max_size=400))
def test_lines_hold_single_blanks_and_something_to_read(text: str) -> None:
    for line in lines_of(text):
        assert line.text == squeeze(line.text) != ""


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "&lt;", "&gt;", "<script>", "a b", "\n", "> ", "* ", "**", "_"]), max_size=60
    )
)
def test_any_soup_of_marks_is_read(parts: list[str]) -> None:
    assert all(line.text for line in lines_of("".join(parts)))


def test_a_line_that_stops_inside_a_sentence_goes_on() -> None:
    head = "The former harbour master was named on Monday to head the"
    assert texts(f"{head}\ncommission, the mayor said.\nA second line follows.") == [
        f"{head} commission, the mayor said.",
        "A second line follows.",
    ]


def test_a_label_that_ends_in_a_small_word_stays_alone() -> None:
    assert texts("Get the best of\nNews from the harbour") == ["Get the best of", "News from the harbour"]


def test_a_blank_line_always_parts() -> None:
    head = "The former harbour master was named on Monday to head the"
    assert texts(f"{head}\n\nA second line follows.") == [head, "A second line follows."]


def test_a_script_s_name_in_odd_letters_is_no_script() -> None:
    assert without_tags("<ſcript>One.</ſcript><noscrıpt>Two.") == "<ſcript>One.</ſcript><noscrıpt>Two."


def test_every_script_of_many_goes() -> None:
    assert texts("<script>no();</SCRIPT >Yes. " * 1_000) == [" ".join(["Yes."] * 1_000)]


def test_a_heading_begins_a_line_of_its_own_wherever_it_is_set() -> None:
    head = "The former harbour master was named on Monday to head the"
    assert texts(f"{head}\n   ## Coast") == [head, "Coast"]


@given(st.text(alphabet="the o-#* \n,a", max_size=300))
def test_lines_joined_or_not_hold_the_same_words(text: str) -> None:
    kept = "".join(line.bullet + line.text for line in lines_of(text))
    assert set(kept) - {" "} <= set(text)
    assert kept.count("t") == text.count("t")


def test_a_sentence_broken_at_its_links_is_whole_again() -> None:
    text = (
        "In an\nopen letter\nsigned by nine towns, the council asks for lights.\n"
        "“It is late,” said\nMara Lind\n, who keeps the gate. “It is dark.”"
    )
    assert texts(text) == [
        "In an open letter signed by nine towns, the council asks for lights.",
        "“It is late,” said Mara Lind, who keeps the gate. “It is dark.”",
    ]


def test_labels_in_small_letters_are_not_joined() -> None:
    assert texts("Weather\nhome\nnews\nsport") == ["Weather", "home", "news", "sport"]


def test_a_syllable_at_the_end_of_a_line_loses_its_hyphen_and_a_prefix_does_not() -> None:
    body = textwrap.fill(" ".join(BODY), 60)
    wrapped = f"{body}\n\nIt was heard on Tuesday in the town hall, ac-\ncording to him, with self-\nmade lamps.\n"
    whole = " ".join(texts(wrapped))
    assert "hall, according to him" in whole
    assert "self-made lamps" in whole


def test_rows_of_a_table_are_asides() -> None:
    table = "Branch          Index     Month\nShips           118.0      -6.7\nPaper            97.3       0.4"
    assert [line.aside for line in lines_of(f"The table shows the orders by branch.\n\n{table}")] == [
        False, True, True, True,
    ]  # fmt: skip
