"""Claims and the denials that answer them."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.story import Page, readings, resolution
from twosource.compare.claims import DEED, DEEDS, stems
from twosource.compare.disputes import disputes
from twosource.records import Act, Finding
from twosource.settings import CompareSettings

RIGGED = "that the vote in Karsk had been rigged"


def accuses(name: str = "a", published: str | None = "2021-05-02") -> Page:
    page = Page(f"Ama Korte claimed {RIGGED}. It rained.", name, published)
    return page.says("Ama Korte", "claimed", RIGGED, "claimed", "korte").names_of("karsk", "Karsk")


def denies(deed: str = "falsified the ballots in Karsk", cue: str = "denied", who: str = "drest") -> Page:
    content = f"that his party had {deed}"
    page = Page(f"Orlan Drest {cue} {content}. He left.", "b", "2021-05-04")
    page.says("Orlan Drest", cue, content, "denied" if cue == "denied" else "said", who)
    return page.names_of("karsk", "Karsk") if "Karsk" in deed else page


def found(*pages: Page) -> tuple[Finding, ...]:
    return disputes(readings(pages), resolution(pages), CompareSettings())


def test_a_claim_and_its_denial_on_two_pages_are_one_dispute() -> None:
    (finding,) = found(accuses(), denies())
    assert finding.kind == "dispute"
    assert [side.attributed_to for side in finding.sides] == ["korte", "drest"]
    assert finding.reason == "said by korte; denied by drest; the first dated report is of 2021-05-02"
    assert finding.about == f"claimed {RIGGED}"


def test_all_who_claim_and_deny_stand_in_one_finding() -> None:
    other = accuses("c", None)
    other.speakers[0] = "volunteers"
    pages = [accuses(), other, denies()]
    (finding,) = found(*pages)
    assert len(finding.sides) == 3
    assert len({found(*order) for order in permutations(pages)}) == 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(denies("shelled the harbour at Osk"), id="another deed"),
        pytest.param(denies("falsified the accounts of a bank in Osk"), id="the same deed on something else"),
        pytest.param(denies(who="korte"), id="the same voice"),
        pytest.param(denies("won the vote in Karsk", "said"), id="nothing is denied"),
    ],
)
def test_what_does_not_answer_the_claim_makes_no_dispute(answer: Page) -> None:
    assert found(accuses(), answer) == ()


def near(second: str, cue: str, content: str, act: Act = "denied") -> Page:
    """A statement, and after it what somebody else says."""
    threat = "two men had threatened her at the school"
    page = Page(f"Ama Korte said {threat}. {second}", "near")
    page.says("Ama Korte", "said", threat, "said", "korte").names_of("korte", "Ama Korte")
    return page.says(None, cue, content, act, "drest")


def test_a_denial_without_content_answers_what_stands_before() -> None:
    (finding,) = found(near("The cabinet dismissed the account.", "dismissed", "the account"))
    values = [side.value for side in finding.sides]
    assert values == ["said two men had threatened her at the school", "dismissed the account"]


def test_a_denial_close_by_answers_a_plain_statement() -> None:
    content = "that men had threatened anybody"
    (finding,) = found(near(f"Drest denied {content} at the school.", "denied", f"{content} at the school"))
    assert [side.attributed_to for side in finding.sides] == ["korte", "drest"]


@pytest.mark.parametrize(
    ("second", "cue", "content"),
    [
        ("The cabinet rejected the official results.", "rejected", "the official results"),
        ("The cabinet declined to comment on the school.", "declined", "to comment on the school"),
        ("The cabinet refused to visit the school.", "refused", "to visit the school"),
        ("The cabinet denied the school a guard.", "denied", "the school a guard"),
    ],
)
def test_turning_something_down_is_no_denial_of_a_claim(second: str, cue: str, content: str) -> None:
    assert found(near(second, cue, content)) == ()


def test_allegations_named_by_their_denial_are_a_side_only_when_nobody_else_claims() -> None:
    named = "that his party had rigged the vote in Karsk"
    page = Page(f"Orlan Drest rejected allegations {named}. He left.", "d", "2021-05-05").names_of("karsk", "Karsk")
    page.says("Orlan Drest", "rejected", f"allegations {named}", "denied", "drest")
    page.says(None, "allegations", named, "accused")
    (alone,) = found(page)
    assert alone.reason.startswith("said by somebody not named; denied by drest")
    (both,) = found(page, accuses())
    assert [side.attributed_to for side in both.sides] == ["korte", "drest"]


def test_receipts_read_back() -> None:
    pages = [accuses(), denies()]
    texts = {page.id: page.text for page in pages}
    (finding,) = found(*pages)
    for side in finding.sides:
        assert texts[side.article][side.start : side.end] == side.quote
        assert side.value in side.quote


def test_stems_leave_names_and_small_words_out() -> None:
    assert stems("that Karsk had rejected observers") == stems("observer") == {"observ"}
    assert stems("tampering") == stems("tampered")
    assert stems("") == frozenset()


@pytest.mark.parametrize(
    ("source", "shown"),
    [("The union at the port", "the union at the port"), ("The Lantern", "The Lantern"), ("A clerk", "a clerk")],
)
def test_a_description_that_opened_its_sentence_stands_within_ours(source: str, shown: str) -> None:
    claim = accuses()
    claim.speakers[0] = source
    (finding,) = found(claim, denies())
    assert finding.reason.startswith(f"said by {shown}; denied by drest")


WORDS = st.sampled_from("Rigged RIG rigging ignored the warnings Shot dead boats fell hid lied. killings ten".split())


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_deeds_are_found_as_a_look_at_every_row_would(text: str) -> None:
    rows = {name: re.compile(rf"\b(?:{words})", re.I) for name, words in DEEDS}
    assert DEED.named(text) == {name for name, row in rows.items() if row.search(text)}
    bare = text
    for row in rows.values():
        bare = row.sub(" ", bare)
    assert DEED.without(text) == bare
