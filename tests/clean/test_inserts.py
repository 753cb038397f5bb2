"""What stands inside a body and is not of it, and what of it stands above the byline."""

from __future__ import annotations

import pytest

from tests.clean.pages import BODY, TITLE
from twosource.clean.plain_text import read_text

LEAD = "For nine years nobody has counted the fogs of Norvik, and now somebody has begun to do it."


def body(*lines: str) -> tuple[str, ...]:
    return read_text("\n\n".join(lines)).paragraphs


def between(*box: str) -> tuple[str, ...]:
    return body(TITLE, "March 3, 2021", *BODY[:2], *box, *BODY[2:])


@pytest.mark.parametrize(
    "box",
    [
        ("Where to stay", "The Anchor Inn", "Harbour, 0.4 km", "from 94 a night", "The Old Mill"),
        ("* Live: the fog hour by hour", "* What to do when a ferry is late", "* Why fog comes in March"),
        ("Video Player is loading.", "Current Time 0:00", "Loaded: 12%", "Playback Rate", "This is a modal window."),
        ("Sign me up", "Your name", "Email address"),
    ],
)
def test_a_box_inside_is_left_out(box: tuple[str, ...]) -> None:
    assert between(*box) == tuple(BODY)


def test_a_list_of_the_article_stays() -> None:
    results = ("Winner: Wanda Tull", "Second: Osk Brandt", "Third: Mara Lind", "Fourth: Jon Aske")
    assert set(results) <= set(between(*results))


def test_what_is_told_of_the_author_at_the_end_is_left_out() -> None:
    told = ("About the author", "Wanda Tull is a staff writer at the Norvik Post. She keeps bees.")
    assert body(TITLE, "March 3, 2021", *BODY, *told) == tuple(BODY)
    assert body(TITLE, "March 3, 2021", *BODY, told[1]) == tuple(BODY)


def test_who_speaks_last_is_no_author() -> None:
    said = "Wanda Tull is a writer of letters to the harbour, and she said that she would write another."
    assert body(TITLE, "March 3, 2021", *BODY, said)[-1] == said


def test_the_lead_above_the_byline_is_of_the_body() -> None:
    assert body(TITLE, LEAD, "By Wanda Tull", "March 3, 2021", *BODY) == (LEAD, *BODY)


def test_key_points_above_the_body_are_of_it() -> None:
    points = ("* Two ferries collided in thick fog at dawn", "* Nobody was hurt and the crossing stays closed")
    told = body(TITLE, "By Wanda Tull", "March 3, 2021", "Key points:", *points, *BODY)
    assert [part.removeprefix("* ") for part in told[:3]] == ["Key points:", *(point[2:] for point in points)]
