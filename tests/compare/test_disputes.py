"""Claims and the denials that answer them."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.compare.story import Page, readings, resolution
from twosource.compare.claims import stems
from twosource.compare.disputes import disputes
from twosource.records import Act, Finding
from twosource.settings import CompareSettings


def accuses(name: str = "a", published: str | None = "2021-05-02") -> Page:
    page = Page("Ama Korte claimed that the vote in Karsk had been rigged. It rained.", name, published)
    return page.says("Ama Korte", "claimed", "that the vote in Karsk had been "
                                             "rigged", "claimed", "korte").names_of("karsk", "Karsk")


def denies(words: str = "falsified the ballots in Karsk", cue: str = "denied", name: str = "b", who: str =
"drest"
"drest"
"drest"
"drest"
"drest"
"drest")





-




-



-


-

-
-
->
Page
Page
Page
Page
Page
Page
Page
Page:
    page = Page(f"Orlan Drest {cue} that his
    party
   
    had
   
   
    {words}.
   
   
   
    He
   
   
   
   
    left.",
   
   
   
   
    name,
    "2021-05-04")
    page.says("Orlan Drest", cue, f"that his party had {words}", "denied" if cue == "denied" else "said", who)
    return page.names_of("karsk", "Karsk") if "Karsk" in words else page


def found(*pages: Page) -> tuple[Finding, ...]:
    return disputes(readings(pages), resolution(pages), CompareSettings())


def test_a_claim_and_its_denial_on_two_pages_are_one_dispute() -> None:
    (finding,) = found(accuses(), denies())
    assert finding.kind == "dispute"
    assert [side.attributed_to for side in finding.sides] == ["korte", "drest"]
    assert finding.reason == "said by korte; denied by drest; the first dated report is of 2021-05-02"
    assert finding.about == "claimed that the vote in Karsk had been rigged"


def test_all_who_claim_and_deny_stand_in_one_finding() -> None:
    other = accuses("c", None)
    other.speakers[0] = "volunteers"
    (finding,) = found(accuses(), other, denies())
    assert len(finding.sides) == 3
    assert len({found(*order) for order in permutations([accuses(), other, denies()])}) == 1


@pytest.mark.parametrize(
    "answer",
    [
        denies("shelled the harbour at Osk"),  # another deed
        denies("falsified the accounts of a bank in Osk"),  # the same deed, of something else
        denies(who="korte"),  # the same voice
        denies("won the vote in Karsk", "said"),  # nothing is denied
    ],
)
def test_what_does_not_answer_the_claim_makes_no_dispute(answer: Page) -> None:
    assert found(accuses(), answer) == ()


def near(second: str, cue: str, content: str, act: Act, first: str = "said", who: str = "drest") -> Page:
    page = Page(f"Ama Korte {first} two men had threatened her at the school. {second}", "near")
    page.says("Ama Korte", first, "two men had threatened her at the "
                                  "school", "said", "korte").names_of("korte", "Ama Korte")
    return page.says(None, cue, content, act, who)


def test_a_denial_without_content_answers_what_stands_before() -> None:
    page = near("The cabinet dismissed the account.", "dismissed", "the account", "denied")
    (finding,) = found(page)
    assert [side.value for side in finding.sides] == ["said two men had threatened her at the "
                                                      "school", "dismissed the account"]


def test_a_denial_close_by_answers_a_plain_statement() -> None:
    page = near("Drest denied that men had threatened anybody.", "denied", "that men had threatened anybody", "denied")
    assert len(found(page)) == 1


@pytest.mark.parametrize(
    ("second", "cue", "content"),
    [
        ("The cabinet rejected the official results.", "rejected", "the official results"),
        ("The cabinet declined to comment on the school.", "declined", "to comment on the school"),
        ("The cabinet refused to visit the school.", "refused", "to visit the school"),
    ],
)
def test_turning_something_down_is_no_denial_of_a_claim(second: str, cue: str, content: str) -> None:
    assert found(near(second, cue, content, "denied")) == ()


def test_allegations_named_by_their_denial_are_a_side_only_when_nobody_else_claims() -> None:
    text = "Orlan Drest rejected allegations that his party had rigged the vote in Karsk. He left."
    page = Page(text, "d", "2021-05-05").names_of("karsk", "Karsk")
    page.says("Orlan Drest", "rejected", "allegations that his party had rigged the vote in Karsk", "denied", "drest")
    page.says(None, "allegations", "that his party had rigged the vote in Karsk", "accused")
    (alone,) = found(page)
    assert alone.reason.startswith("said by somebody not named; denied by drest")
    (both,) = found(page, accuses())
    assert [side.attributed_to for side in both.sides] == ["korte", "drest"]


def test_receipts_read_back() -> None:
    pages = [accuses(), denies()]
    texts = {page.id: page.text for page in pages}
    for finding in found(*pages):
        for side in finding.sides:
            assert texts[side.article][side.start : side.end] == side.quote
            assert side.value in side.quote


def test_stems_leave_names_and_small_words_out() -> None:
    assert stems("that Karsk's observers were turned away") == {"observ", "turn"} | stems("turned")
    assert stems("") == frozenset()
