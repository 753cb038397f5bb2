"""What stands twice is taken once."""

from __future__ import annotations

from tests.clean.pages import BODY, FIRST, SECOND, THIRD, TITLE
from twosource.clean.blocks import Block, blocks_of
from twosource.clean.lines import Line, lines_of
from twosource.clean.repeats import once, repeats_title


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
    def block(text: str) -> Block:
        return blocks_of([Line(text)])[0]

    assert repeats_title(block(TITLE.upper()), TITLE, near=False)
    assert repeats_title(block("Norvik ferries collide"), TITLE, near=True)
    assert not repeats_title(block("Norvik ferries collide"), TITLE, near=False)
    assert not repeats_title(block("Harbour council meets"), TITLE, near=True)
    assert not repeats_title(block(FIRST), TITLE, near=True)
