"""What stripped text tells of its article: writers, credits, days, captions, comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY, TITLE, cleaned
from twosource.clean.plain_text import read_text

DAY = "3 March 2021"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (["Orla Tamm", DAY], ("Orla Tamm",)),
        (["By", "Orla Tamm", DAY], ("Orla Tamm",)),
        (["Orla Tamm", "Columnist", DAY], ("Orla Tamm",)),
        (["Orla Tamm, Staff Writer", DAY], ("Orla Tamm",)),
        (["Orla Tamm and Jon Ebb, Port Reporters"], ("Orla Tamm", "Jon Ebb")),
        (["Orla Tamm @orla_tamm", DAY], ("Orla Tamm",)),
        ([f"Orla Tamm | {DAY}"], ("Orla Tamm",)),
        (["Orla Tamm at Norvik Quay", DAY], ("Orla Tamm",)),
        (["Text: Orla Tamm", DAY], ("Orla Tamm",)),
        (["ByOrla Tamm", DAY], ("Orla Tamm",)),
        (["By Orla Tamm, Norvik Herald", DAY], ("Orla Tamm",)),
        (["Foreign Affairs", DAY], ()),
        (["Norvik Island", DAY], ()),
        ([f"San Tamm, {DAY}"], ()),
        ([DAY], ()),
    ],
)
def test_writers_without_a_byline(head: list[str], names: tuple[str, ...]) -> None:
    assert cleaned(page(TITLE, *head, *BODY)).authors == names


def test_a_name_of_which_the_body_tells_is_not_its_writer() -> None:
    told = "Orla Tamm said on Monday that the ferry would go on, and that nobody need fear for the winter timetable."
    assert cleaned(page(TITLE, "Orla Tamm", DAY, *BODY, told)).authors == ()


def test_a_letter_is_signed_below() -> None:
    letter = ["To the editor: " + BODY[0], *BODY[1:], "Orla Tamm", "5 Quay Lane, Norvik"]
    assert cleaned(page("Letters", TITLE, DAY, *letter)).authors == ("Orla Tamm",)


def test_the_box_below_tells_who_wrote() -> None:
    text = page(TITLE, DAY, *BODY, "Orla Tamm is a reporter for the Norvik Herald.")
    assert cleaned(text).authors == ("Orla Tamm",)


@pytest.mark.parametrize(
    ("lines", "credit"),
    [
        (["Source:", "Norvik Institute of Tides"], "Norvik Institute of Tides"),
        (["Norvik Business Wire", DAY], "Norvik Business Wire"),
        (["Harbour Lane", DAY], None),
    ],
)
def test_a_credit_on_a_line_of_its_own(lines: list[str], credit: str | None) -> None:
    assert read_text(page(TITLE, *lines, *BODY)).credit == credit


def test_the_source_of_a_table_is_not_that_of_the_text() -> None:
    table = ["Cod 411 12", "Herring 903 4", "Crab 77 31", "Source: Norvik Fish Board"]
    assert read_text(page(TITLE, DAY, *BODY, *table, *BODY[::-1])).credit is None


@pytest.mark.parametrize(
    "line",
    [
        "Fog over the quay at Norvik on Monday. Photo: Jon Ebb",
        "Fog over the quay at Norvik on Monday (Picture: Norvik Herald)",
        "Fog over the quay at Norvik. © Norvik Herald",
    ],
)
def test_a_caption_above_the_body(line: str) -> None:
    (note,) = read_text(page(TITLE, DAY, line, *BODY)).notes
    assert (note.kind, note.text, note.date) == ("caption", line, None)


def test_a_caption_is_dated_by_what_it_says() -> None:
    line = "In this file photo, taken on May 3, 2019, fog lies over the quay. (Photo by Jon Ebb)"
    (note,) = read_text(page(TITLE, DAY, line, *BODY)).notes
    assert (note.kind, note.date) == ("caption", "2019-05-03")


def test_who_took_a_picture_is_no_caption() -> None:
    assert read_text(page(TITLE, DAY, "Image source, Jon Ebb", *BODY)).notes == ()


@pytest.mark.parametrize(
    ("foot", "day"),
    [("This page was last modified: 5 March 2021", "2021-03-05"), ("Counter 5 March 2021", None)],
)
def test_the_page_says_when_it_was_changed(foot: str, day: str | None) -> None:
    updated = read_text(page(TITLE, DAY, *BODY, "* News", "* Sport", "* Coast", foot)).updated
    assert (updated[0].value if updated else None) == day


def test_the_day_of_an_issue_stands_above_its_greeting() -> None:
    letter = [
        "Norvik letter",
        "To all on the quay",
        "Every Wednesday",
        "3 March 2021",
        "Good morning, all of you out there.",
    ]
    told = read_text(page(*letter, TITLE, "By Orla Tamm", *BODY)).published
    assert [witness.value for witness in told] == ["2021-03-03"]
    assert (
        read_text(
            page("3 March 2021", "* News", "* Coast", "* Port", "* Sea", "* Sky", "* Fog", TITLE, *BODY)
        ).published
        == ()
    )


@pytest.mark.parametrize("heading", ["Comments (2) Sort by: Oldest", "Комментарии (2)", "Commentaires (2)"])
def test_comments_under_a_counter(heading: str) -> None:
    said = ["jon_e", "3 March 2021 18.10", "The fog was worse in my time, believe me.", "Reply"]
    said += [
        "orla",
        "3 March 2021 19.40",
        "nobody asked the gulls about it at all did they",
        "Reply",
        "View more comments",
    ]
    said += ["What is fog? Our guide tells you everything."]
    assert read_text("\n\n".join([TITLE, DAY, *BODY, heading, *said])).comments == (
        "The fog was worse in my time, believe me.",
        "nobody asked the gulls about it at all did they",
    )


def test_the_rules_of_a_thread_are_no_comment() -> None:
    said = ["Comments (1)", "All comments are from registered readers. Log in to comment.", "jon_e", DAY, "Fog it is."]
    assert read_text("\n".join([TITLE, *BODY, *said])).comments == ("Fog it is.",)


def test_the_other_posts_of_a_channel_are_no_comments() -> None:
    lines = ["Norvik Quay Herald", "* News", "* Coast", TITLE, DAY, *BODY, "12 comments"]
    lines += ["Norvik Quay Herald", "16:55", "The upper quay is shut tomorrow. The lower one opens at nine."]
    assert read_text("\n".join(lines)).comments == ()


def test_a_greeting_before_the_title_is_not_the_article() -> None:
    draft = read_text(
        page("Good morning, readers, and what a fine and foggy morning it is.", TITLE, "By Orla Tamm", *BODY)
    )
    assert (draft.title, draft.paragraphs) == (TITLE, tuple(BODY))


@given(st.lists(st.sampled_from([*BODY, TITLE, DAY, "By Orla Tamm", "Comments (2)", "#1", "Source:", "© 2021 X"])))
def test_any_order_of_lines_is_read(lines: list[str]) -> None:
    draft = read_text("\n".join(lines))
    assert draft.title is None or draft.title in " ".join(lines)  # lines that were broken are joined
