"""Copies, attributions and sources as shown, and receipts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.story import Page, readings, resolution
from twosource.compare.attributions import attribution_views
from twosource.compare.copies import copy_findings
from twosource.compare.receipts import Voices, context, sentence, side
from twosource.compare.sources import source_views
from twosource.records import Attribution, Copy, Span

TEXT = "Ama Korte said the dam was safe. The dam is old. Nobody lives below it."


def copied(known: bool = True) -> tuple[list[Page], Copy]:
    first, later = Page(TEXT, "first", "2021-03-01", "The Osk Post"), Page("Note. " + TEXT, "later")
    passage, same = Span(first.id, 0, len(TEXT)), Span(later.id, 6, 6 + len(TEXT))
    return [first, later], Copy(passage, same, known, 14, "published earlier")


def test_a_copy_says_who_had_it_first() -> None:
    pages, copy = copied()
    (finding,) = copy_findings(readings(pages), resolution(pages, copies=[copy]))
    stands = "one passage, 14 words, in The Osk Post and in later"
    assert finding.kind == "copy"
    assert finding.reason == f"{stands}; The Osk Post had it first: published earlier"
    assert [s.quote for s in finding.sides] == ["Ama Korte said the dam was safe."] * 2


def test_a_copy_of_unknown_order_says_that() -> None:
    pages, copy = copied(known=False)
    resolved = resolution(pages, copies=[copy])
    (finding,) = copy_findings(readings(pages), resolved)
    assert finding.reason.endswith("nothing tells who had the text first")
    assert all(view.copies_from == () for view in source_views(readings(pages), resolved))


def test_sources_list_what_they_took() -> None:
    pages, copy = copied()
    first, later = source_views(readings(pages), resolution(pages, copies=[copy]))
    assert (first.copies_from, later.copies_from) == ((), (pages[0].id,))
    assert (first.words, first.outlet, first.published, first.date) == (15, "The Osk Post", "2021-03-01", "2021-03-01")
    assert later.date == ""


def test_an_attribution_is_shown_with_its_words_and_its_resolved_speaker() -> None:
    page = Page("“The dam,” she said, “is safe.” It rained.", "page")
    pieces = page.at("“The dam,”"), page.at("“is safe.”")
    page.attributions.append(Attribution(page.at("she"), page.at("said"), pieces, "direct", "speech", "said"))
    page.speakers[0] = "korte"
    (view,) = attribution_views(readings([page]), resolution([page], names={"korte": "Ama Korte"}))
    assert (view.source, view.source_name, view.cue) == ("she", "Ama Korte", "said")
    assert view.content == "“The dam,” “is safe.”"
    assert view.quote == "“The dam,” she said, “is safe.”" == page.text[view.start : view.end]


def test_an_attribution_is_shown_with_all_that_is_known_of_its_saying() -> None:
    page = Page("The Wire, citing two clerks, told the court in Selm on Monday that it denied this: it fell.", "page")
    where = {word: page.at(word) for word in ("two clerks", "the court", "Selm", "Monday", "it fell")}
    said = Attribution(
        page.at("The Wire"), page.at("told"), (page.at("that it denied this"),), "indirect", "speech", "denied",
        (where["two clerks"],), where["the court"], 1.0, where["Selm"], where["Monday"], where["it fell"],
    )  # fmt: skip
    page.attributions.append(said)
    (view,) = attribution_views(readings([page]), resolution([page]))
    assert (view.chain, view.addressee) == (("two clerks",), "the court")
    assert (view.place, view.time, view.answers) == ("Selm", "Monday", "it fell")


def test_an_attribution_without_content_is_not_shown() -> None:
    page = Page("She said.", "page")
    page.attributions.append(Attribution(None, page.at("said"), (), "indirect", "speech", "said"))
    assert attribution_views(readings([page]), resolution([])) == ()


def test_words_within_a_statement_are_its_speakers() -> None:
    page = Page(TEXT, "page").says("Ama Korte", "said", "the dam was safe", who="korte")
    voices = Voices(readings([page]), resolution([page]))
    assert voices.said_by(page.id, page.at("safe")) == "korte"
    assert voices.said_by(page.id, page.at("old")) is None


@pytest.mark.parametrize(
    ("words", "expected"), [("dam is", "The dam is old."), ("old. Nobody", "The dam is old. Nobody")]
)
def test_the_sentence_that_holds_a_range(words: str, expected: str) -> None:
    page = Page(TEXT, "page")
    start, end = sentence(page.reading(), page.at(words))
    assert TEXT[start:end] == expected


@given(st.integers(-5, 200), st.integers(-5, 200), st.text(max_size=60))
def test_receipts_always_read_back(start: int, end: int, text: str) -> None:
    reading = Page(text, "page").reading()
    made = side(reading, (start, end))
    assert text[made.start : made.end] == made.quote
    prefix, suffix = context(reading, (start, end))
    assert len(prefix) <= 40
    assert len(suffix) <= 40
