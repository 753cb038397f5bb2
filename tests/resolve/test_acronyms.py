"""Acronyms and what they stand for, across pages. All bodies but two are made up."""

from __future__ import annotations

import pytest

from tests.resolve.test_names import named, story
from tests.resolve.test_people import sizes
from tests.resolve.test_people import story as marked
from twosource.resolve.acronyms import is_acronym


def test_an_acronym_of_another_page_than_its_definition() -> None:
    found = story(
        "NHC boats left on Monday. The NHC agreed, and the Northern Harbours Council (NHC) met again.",
        "The NHC met on Tuesday.",
    )
    (council,) = named(found, "NHC")
    assert council.name == "Northern Harbours Council" and council.articles == 2
    assert {link.reason for link in council.links} == {
        "same spelling", "defined as short for Northern Harbours Council",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["{NHC} ({Northern Harbours Council}) met.", "{Northern Harbours Council} ({NHC}) met."]
)
def test_a_definition_either_way_round(text: str) -> None:
    assert sizes(marked(text, "The {NHC} agreed.")) == {"Northern Harbours Council": 3}


def test_two_pages_may_mean_two_bodies_by_one_acronym() -> None:
    pages = (
        "The {Selm Harbour Authority} ({SHA}) met. The {SHA} agreed.",
        "The {Social Housing Agency} ({SHA}) met. The {SHA} agreed.",
        "The {SHA} built a pier.",
    )
    assert sizes(marked(*pages)) == {"Selm Harbour Authority": 3, "Social Housing Agency": 3, "SHA": 1}


def test_what_a_page_names_in_full_goes_before_what_another_defines() -> None:
    pages = (
        "The {Selm Harbour Authority} ({SHA}) met.",
        "The {Social Housing Agency} met. The {SHA} agreed.",
        "The {SHA} built a pier.",
    )
    assert sizes(marked(*pages)) == {"Selm Harbour Authority": 3, "Social Housing Agency": 2}


def test_a_foreign_acronym_needs_a_definition() -> None:
    assert sizes(marked("The {Ferry Crews' League} ({PLV}) met.", "The {PLV} agreed.")) == {"Ferry Crews' League": 3}
    assert sizes(marked("The {Ferry Crews' League} met.", "The {PLV} agreed.")) == {"Ferry Crews' League": 1, "PLV": 1}


def test_what_is_defined_as_a_body_is_no_place_elsewhere() -> None:
    pages = ["The {Selm Harbour Authority} ({SHA}) met.", *(f"Boats of <SHA> left in week {n}." for n in range(4))]
    (body,) = marked(*pages)
    assert (body.kind, body.articles) == ("ORG", 5)


def test_a_hyphen_in_a_word_is_no_other_word() -> None:
    pages = ("The {Agency for Harbour Co-operation} met.", "The {Agency for Harbour Cooperation} met.")
    assert len(marked(*pages)) == 1


@pytest.mark.parametrize(
    ("text", "wanted"), [("NHC", True), ("U.N.", True), ("Nhc", False), ("N", False), ("R&A", True)]
)
def test_what_an_acronym_is(text: str, *, wanted: bool) -> None:
    assert is_acronym(text) is wanted
