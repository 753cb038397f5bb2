"""Corrections and reversals."""

from __future__ import annotations

import pytest

from tests.compare.story import Page, readings, resolution
from twosource.compare.corrections import says_something
from twosource.compare.reversals import same_thing
from twosource.compare.revisions import revisions
from twosource.records import Finding, Note
from twosource.settings import CompareSettings


def found(*pages: Page) -> tuple[Finding, ...]:
    return revisions(readings(pages), resolution(pages), CompareSettings())


def plan(
    published: str = "2021-03-01", text: str = "President Orlan Drest will visit Velmora on Friday. It is spring."
) -> Page:
    page = Page(text, "plan", published).names_of("drest", "Orlan Drest").names_of("velmora", "Velmora")
    return page.event("visit", "visit", text[: text.index(". It")], "CONSULT", "planned")


def later(text: str, published: str = "2021-03-04") -> Page:
    return Page(text, "later", published).names_of("drest", "Drest").names_of("velmora", "Velmora")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Drest cancelled his visit to Velmora on Thursday. It rained.", "called off"),
        ("The visit of Drest to Velmora was called off. It rained.", "called off"),
        ("Drest postponed the trip to Velmora. It rained.", "put off"),
        ("The visit of Drest to Velmora did not take place. It rained.", "not done"),
    ],
)
def test_a_plan_called_off_later_is_a_revision(text: str, how: str) -> None:
    (finding,) = found(plan(), later(text))
    assert finding.kind == "revision"
    assert finding.reason == f"told as planned on 2021-03-01, reported on 2021-03-04 as {how}"
    assert [side.source_file for side in finding.sides] == ["plan", "later"]


def test_a_negated_event_undoes_the_plan() -> None:
    page = later("Drest did not visit Velmora on Friday. It rained.", "2021-03-06")
    page.event("visit", "visit", "Drest did not visit Velmora on Friday", "CONSULT", "negated")
    (finding,) = found(plan(), page)
    assert finding.reason.endswith("reported on 2021-03-06 as not done")


@pytest.mark.parametrize(
    "other",
    [
        later("Drest cancelled his visit to Velmora. It rained.", "2021-02-20"),  # before the plan
        later("Drest cancelled his visit to Velmora. It rained.", "2022-03-04"),  # a year later: another visit
        later("Drest cancelled the tax on Velmora cheese. It rained."),  # something else
        later("Drest will not cancel his visit to Velmora. It rained."),  # the plan stands
        Page("Ama Korte cancelled her visit to Osk. It rained.", "later", "2021-03-04").names_of("korte", "Ama Korte"),
    ],
)
def test_what_undoes_nothing(other: Page) -> None:
    assert found(plan(), other) == ()


def test_a_demand_is_no_plan() -> None:
    text = "Ama Korte called on Orlan Drest to visit Velmora. It is spring."
    assert found(plan(text=text), later("Drest cancelled his visit to Velmora on Thursday. It rained.")) == ()


def test_a_correction_stands_on_the_sentence_it_corrects() -> None:
    note = Note("correction", "Correction: an earlier version gave the number of boats as 14.", "2021-03-04")
    page = Page("Karsk lies by the sea. It has 41 boats. They are green.", "fleet", notes=(note,))
    (finding,) = found(page)
    (side,) = finding.sides
    assert side.value == note.text
    assert side.quote == "It has 41 boats."
    assert "dated 2021-03-04" in finding.reason


def test_a_correction_within_the_text_is_found() -> None:
    page = Page("Karsk has 41 boats. An earlier version of this article said that it had 14.", "fleet")
    (finding,) = found(page)
    assert finding.sides[0].quote == "An earlier version of this article said that it had 14."


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (Note("update", "Updated on 4 March 2021 at 17:30 GMT"), False),
        (Note("update", "This story has been updated with comments from the harbour master."), False),
        (Note("correction", "Correction appended."), False),
        (Note("caption", "Boats at Karsk, which has forty-one of them."), False),
        (Note("update", "Update: the harbour master has since resigned."), True),
        (Note("correction", "The harbour is in Karsk, not in Osk."), True),
    ],
)
def test_which_notes_say_something(note: Note, says: bool) -> None:
    assert says_something(note) is says


def test_an_empty_article_with_a_note_still_has_a_receipt() -> None:
    (finding,) = found(Page("", "empty", notes=(Note("correction", "The harbour is in Karsk, not in Osk."),)))
    assert (finding.sides[0].start, finding.sides[0].end, finding.sides[0].quote) == (0, 0, "")


@pytest.mark.parametrize(
    ("one", "other", "same"), [("visit", "trip", True), ("deploy", "deployment", True), ("visit", "loan", False)]
)
def test_words_for_one_thing(one: str, other: str, same: bool) -> None:
    assert same_thing(one, other) is same is same_thing(other, one)
