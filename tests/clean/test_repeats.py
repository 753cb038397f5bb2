"""What stands twice is taken once."""

from __future__ import annotations

from tests.clean.pages import BODY, FIRST, SECOND, THIRD, TITLE
from twosource.clean.blocks import blocks_of
from twosource.clean.lines import Line, lines_of
from twosource.clean.repeats import once, without_title


def kept(*lines: str) -> list[str]:
    page = blocks_of(lines_of("\n".join(lines)))
    body = [index for index, block in enumerate(page) if block.label != "date"]
    return [page[index].text for index in once(page, body)]


def test_a_body_that_stands_twice_is_taken_once() -> None:
    assert kept(*BODY, *BODY) == list(BODY)


def test_of_a_flat_and_a_parted_copy_one_is_taken() -> None:
    assert " ".join(kept(" ".join(BODY), *BODY)) == " ".join(BODY)


def test_a_teaser_gives_way_to_the_body() -> None:
    assert kept(SECOND, "3 March 2021", FIRST, SECOND, THIRD) == [FIRST, SECOND, THIRD]


def test_short_sentences_may_be_said_twice() -> None:
    assert kept("We were lucky.", FIRST, "We were lucky.") == ["We were lucky.", FIRST, "We were lucky."]


def test_what_repeats_a_title() -> None:
    def is_left(text: str, head: int = 0) -> bool:
        return without_title(blocks_of([Line(text)]), [0], TITLE, head) == [0]

    part, end = "Norvik ferries collide", "closed until Friday"
    assert not is_left(TITLE.upper())
    assert is_left(part)
    assert not is_left(part, head=1)
    assert not is_left(end, head=1)
    assert is_left("ferries collide in fog", head=1)
    assert is_left("Harbour council meets", head=1)
    assert is_left(FIRST, head=1)
    assert is_left("—", head=1)


def test_only_the_head_of_a_body_is_asked_for_parts_of_its_title() -> None:
    blocks = blocks_of([Line("Norvik ferries collide"), Line(FIRST), Line("Norvik ferries collide"), Line(TITLE)])
    assert without_title(blocks, [0, 1, 2, 3], TITLE, head=2) == [1, 2]
