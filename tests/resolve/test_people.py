"""Persons and bodies across pages, on mentions marked by hand: [person], {organisation}, <place>. All are made up."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from bench.copies import bare_reading
from bench.name_pairs import pairs
from twosource.records import Annotations, Entity, Mention, MentionKind, Reading
from twosource.resolve.full_names import marks
from twosource.resolve.names import entities
from twosource.resolve.person_names import MAYBE, SURE, compare, parse

KINDS: dict[str, MentionKind] = {"[": "PERSON", "{": "ORG", "<": "LOC"}
MARKED = re.compile(r"(?:\((?P<title>[^()]*)\) )?(?P<mark>[\[{<])(?P<name>[^\]}>]*)[\]}>]")


def page(number: int, marked: str) -> Reading:
    """A page from a text with marks; a title stands in brackets before the mark, and gives the gender if Mr or Mrs."""
    text, found, at = "", [], 0
    for one in MARKED.finditer(marked):
        text += marked[at : one.start()]
        title, name = one["title"], one["name"]
        gender = {"Mr": "m", "Mrs": "f"}.get(title)
        found.append(Mention(len(text), len(text) + len(name), KINDS[one["mark"]], name, title, gender))  # type: ignore[arg-type]
        text, at = text + name, one.end()
    text += marked[at:]
    ends = [0, *(stop.end() for stop in re.finditer(r"[.!] ", text)), len(text)]
    bare = bare_reading(f"page{number:02}", text, "", "")
    sentences = tuple(pairwise(ends))
    return Reading(bare.article, Annotations(bare.article.id, sentences, tuple(found), (), (), (), ()))


def story(*pages: str) -> tuple[Entity, ...]:
    return entities([page(number, text) for number, text in enumerate(pages)])


def sizes(found: tuple[Entity, ...]) -> dict[str, int]:
    return {entity.name: len(entity.members) for entity in found}


def test_a_bare_name_goes_back_to_the_pages_main_person() -> None:
    text = (
        "[Hilda Marsden] ran. [Hilda Marsden] won. Her brother [Otto Marsden] came. [Marsden] had helped. It rained. "
        "The night was long. Then [Marsden] went home."
    )
    assert sizes(story(text)) == {"Hilda Marsden": 3, "Otto Marsden": 2}


@pytest.mark.parametrize(
    ("aside", "his"),
    [
        ("Few knew it under [Otto Marsden].", 1),
        ("Few knew it in the years of former (President) [Otto Marsden].", 1),
        ("Few knew [Otto Marsden]'s house.", 1),
        ("Few had met [Otto Marsden].", 2),
    ],
)
def test_whom_a_page_names_by_the_way_it_does_not_go_on_about(aside: str, his: int) -> None:
    found = sizes(story(f"[Hilda Marsden] ran. [Hilda Marsden] won. {aside} [Marsden] left."))
    assert found == {"Hilda Marsden": 4 - his, "Otto Marsden": his}


def test_a_bare_name_no_page_explains_is_whose_nearly_all_pages_mean() -> None:
    hers = ["[Hilda Marsden] ran. [Marsden] won."] * 9
    assert sizes(story(*hers, "[Otto Marsden] sang.", "Then [Marsden] left.")) == {
        "Hilda Marsden": 19,
        "Otto Marsden": 1,
    }


def test_a_bare_name_is_not_guessed_where_pages_differ() -> None:
    hers, his = ["[Hilda Marsden] ran. [Marsden] won."] * 9, ["[Otto Marsden] sang. [Marsden] won."] * 3
    found = sizes(story(*hers, *his, "Then [Marsden] left."))
    assert found == {"Hilda Marsden": 18, "Otto Marsden": 6, "Marsden": 1}


def test_a_title_may_tell_who_is_meant() -> None:
    hers = ["[Hilda Marsden] ran. (Mrs) [Marsden] won."] * 9
    found = sizes(story(*hers, "(Mr) [Otto Marsden] sang.", "(Mr) [Marsden] left."))
    assert found == {"Hilda Marsden": 18, "Otto Marsden": 2}


def test_a_given_name_with_junior_is_not_the_father() -> None:
    assert sizes(story("[Otto Marsden] spoke. [Otto Jr.] left.")) == {"Otto Marsden": 1, "Otto Jr.": 1}


def test_another_form_of_the_name_in_the_same_office_is_the_same_junior() -> None:
    found = story("(Mayor) [Joseph R. Tolvik Jr.] spoke. “Go, [Joe Tolvik]!” they cried.", "(Mayor) [Joe Tolvik] left.")
    assert sizes(found) == {"Joe Tolvik": 3}


def test_words_before_a_name_are_none_of_it() -> None:
    found = story(*["[Paul Hale] spoke."] * 3, "[Chamber Speaker Paul Hale] left.", "[Peter Paul Hale] sang.")
    assert sizes(found) == {"Paul Hale": 4, "Peter Paul Hale": 1}
    assert any("words before it" in link.reason for link in found[0].links)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tah Hale", "Thomas Arthur Hale"),
        ("Abu Bakr Karimi", "Abubakr Karimi"),
        ("Chang Kuo-lin", "Zhang Guolin"),
        ("Rory Mac Tarn", "Rory MacTarn"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert compare(one, other).score >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Tansley", "George W. H. Tansley"),
        ("Tah Hale", "Thomas Hale"),
        ("Dominic Garnier", "Dominique Garnier"),
        ("Chang Kuo-lin", "Zhang Kunlin"),
        ("Nils Berg", "Nils Bergh Olsen"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert compare(one, other).score < SURE


def test_a_team_without_its_town() -> None:
    found = story("The {Velmora Lions} met {Selm Town} in <Velmora>. The {Lions} won.", "The {Lions} rest.")
    assert sizes(found)["Velmora Lions"] == 3
    assert {link.reason for link in found[0].links} >= {"short for Velmora Lions, named in this page"}


def test_a_team_taken_for_its_town() -> None:
    found = story(
        "<Velmora> is wet. <Velmora Lions> won.", "The {Lions} won.", "The {Velmora Lions} won. The {Lions} rest."
    )
    assert {(entity.kind, entity.name, len(entity.members)) for entity in found} == {
        ("ORG", "Velmora Lions", 4),
        ("LOC", "Velmora", 1),
    }


def test_a_firm_without_its_business() -> None:
    found = story("{Tarnex Foods} closed. {Tarnex} had 40 shops.", "{Tarnex} closed.")
    assert sizes(found) == {"Tarnex Foods": 3}


@pytest.mark.parametrize(
    "text",
    [
        "{Velmora University} closed. <Velmora> is wet. {Velmora} is dry.",
        "{Marsden Foods} closed. [Otto Marsden] wept. {Marsden} left.",
    ],
)
def test_a_place_or_a_person_is_no_short_name(text: str) -> None:
    assert max(sizes(story(text)).values()) == 1 or "{Marsden} left" in text
    assert all("short for" not in link.reason for entity in story(text) for link in entity.links)


def test_a_short_name_of_two_is_left_alone() -> None:
    found = story("{Tarnex Foods} and {Tarnex Steel} closed. {Tarnex} wept.")
    assert sizes(found) == {"Tarnex Foods": 1, "Tarnex Steel": 1, "Tarnex": 1}


def test_names_that_are_near_share_a_mark() -> None:
    near = [(pair.one, pair.other) for pair in pairs() if compare(pair.one, pair.other).score >= MAYBE]
    full = [(one, other) for one, other in near if parse(one).full and parse(other).full]
    assert len(full) > 20
    assert [pair for pair in full if marks(pair[0]).isdisjoint(marks(pair[1]))] == []
