"""Names across pages: one person under several spellings, and two people who must stay two. All names are made up."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.name_pairs import pairs, score_name_pairs
from twosource.annotate.language import read
from twosource.annotate.names import mentions
from twosource.records import Annotations, Article, Entity, Reading
from twosource.resolve.known_names import linked
from twosource.resolve.names import entities
from twosource.resolve.person_names import MAYBE, SURE, compare
from twosource.settings import KnownName


def article(number: int, text: str) -> Article:
    return Article(
        id=f"page{number:02}", source_file="", title=None, outlet=None, authors=(), published=None, updated=None,
        dates=(), dateline=None, credit=None, language=None, url=None, text=text, paragraphs=(), comments=(), notes=(),
    )  # fmt: skip


def reading(number: int, text: str) -> Reading:
    doc = read(text)
    sentences = tuple((sent.start_char, sent.end_char) for sent in doc.sents)
    page = article(number, text)
    return Reading(page, Annotations(page.id, sentences, mentions(doc), (), (), (), ()))


def story(*texts: str) -> tuple[Entity, ...]:
    return entities([reading(number, text) for number, text in enumerate(texts)])


def named(found: tuple[Entity, ...], alias: str) -> list[Entity]:
    return [entity for entity in found if alias in entity.aliases]


def test_pairs_of_spellings() -> None:
    """Precision first: of the pairs that the story takes for one person, hardly any is two."""
    figures = score_name_pairs(Path())
    assert figures["name_pairs_precision"] >= 99
    assert figures["name_pairs_recall"] >= 95
    assert figures["name_pairs_held_out_precision"] >= 95
    assert figures["name_pairs_held_out_recall"] >= 90


def test_the_set_of_pairs() -> None:
    every = list(pairs())
    assert len(every) >= 400
    assert 0.45 < sum(pair.same for pair in every) / len(every) < 0.55
    assert len({pair.note.split()[0] for pair in every if pair.note[0].isupper()}) >= 25
    assert len({frozenset((pair.one, pair.other)) for pair in every}) == len(every)


def test_pairs_are_symmetric() -> None:
    assert all(compare(one, other).score == compare(other, one).score for _, one, other, *_ in map(astuple, pairs()))


@pytest.mark.parametrize(("one", "other"), [("Karl Hansen", "Karl Hanson"), ("Paul Reed", "Paul Reade")])
def test_near_spellings_need_support(one: str, other: str) -> None:
    assert compare(one, other).score < SURE


def test_transliterations_are_one_person() -> None:
    found = story(
        "Opposition leader Sviatlana Harkavenka fled on Monday. Harkavenka said she was safe.",
        "Svetlana Garkavenko has fled. Garkavenko is in Riga.",
        "Reporters met Harkavenka in Riga.",
    )
    (person,) = named(found, "Sviatlana Harkavenka")
    assert set(person.aliases) == {"Sviatlana Harkavenka", "Harkavenka", "Svetlana Garkavenko", "Garkavenko"}
    assert person.articles == 3
    assert all(link.reason for link in person.links)


def test_two_people_of_one_surname_stay_two() -> None:
    found = story(
        "Mayor Viktor Dremov spoke. Dremov promised a bridge. His sister Larisa Dremova paints. Dremova lives in Riga.",
        "Anton Dremov won the race. Dremov was tired.",
    )
    assert {entity.name: entity.aliases for entity in found if entity.kind == "PERSON"} == {
        "Viktor Dremov": ("Dremov", "Viktor Dremov"),
        "Larisa Dremova": ("Dremova", "Larisa Dremova"),
        "Anton Dremov": ("Anton Dremov", "Dremov"),
    }


def test_a_bare_surname_goes_to_the_last_named() -> None:
    text = "Hilda Marsden spoke. Marsden was calm. Then Otto Marsden came. Marsden shouted. Mrs Marsden wept."
    people = {entity.name: len(entity.members) for entity in story(text) if entity.kind == "PERSON"}
    assert people == {"Hilda Marsden": 3, "Otto Marsden": 2}


def test_an_ambiguous_bare_surname_is_not_guessed() -> None:
    found = story("Hilda Marsden spoke.", "Otto Marsden spoke.", "Then Marsden left the hall.")
    (own,) = [entity for entity in found if entity.name == "Marsden"]
    assert len(own.members) == 1


def test_a_bare_surname_takes_the_storys_only_bearer() -> None:
    found = story("Hilda Marsden spoke.", "Later, Marsden left the hall.")
    (person,) = named(found, "Hilda Marsden")
    assert "Marsden" in person.aliases
    assert any("Hilda Marsden" in link.reason for link in person.links)


def test_another_walk_of_life_is_not_the_same_surname() -> None:
    found = story("Goalkeeper Hilda Marsden was hurt.", "Prosecutor Marsden closed the case.")
    assert len([entity for entity in found if "Marsden" in entity.name]) == 2


def test_genders_refuse() -> None:
    found = story("Mrs Alex Tolvik spoke.", "Mr Tolvik spoke.")
    assert len([entity for entity in found if entity.kind == "PERSON"]) == 2


def test_both_in_one_sentence_are_two() -> None:
    found = story("Sergei Kovalenok met Sergey Kovalenak in Riga, and the two shook hands.")
    assert len([entity for entity in found if entity.kind == "PERSON"]) == 2


def test_junior_is_the_son_where_a_page_names_both() -> None:
    both = story("Otto Marsden Jr. left. His father Otto Marsden stayed.", "Otto Marsden spoke.")
    alone = story("Otto Marsden Jr. left.", "Otto Marsden spoke.")
    assert len([entity for entity in both if entity.kind == "PERSON"]) == 2
    assert len([entity for entity in alone if entity.kind == "PERSON"]) == 1


def test_a_story_settles_the_kind_of_a_word() -> None:
    found = story("Ships lay in Velmora.", "They sailed from Velmora. In Velmora it rained.", "Velmora waited.")
    assert [(entity.kind, len(entity.members)) for entity in found if entity.name == "Velmora"] == [("LOC", 4)]


def test_acronyms_and_countries() -> None:
    found = story(
        "The Northern Harbours Council (NHC) met in the United States.",
        "The NHC and the EU agreed; the U.S. and the European Union did not.",
    )
    (council,) = named(found, "NHC")
    assert council.name == "Northern Harbours Council"
    assert set(named(found, "EU")[0].aliases) == {"EU", "European Union"}
    assert set(named(found, "U.S.")[0].aliases) == {"U.S.", "United States"}


def test_peoples_by_country() -> None:
    found = story("The Belarusian envoy met Belarusians and Swedes. A Swedish ship left.")
    assert {entity.aliases for entity in found if entity.kind == "NORP"} == {
        ("Belarusian", "Belarusians"), ("Swedes", "Swedish")
    }  # fmt: skip


TEXTS = (
    "Opposition leader Sviatlana Harkavenka fled. Harkavenka is safe in Riga.",
    "Svetlana Garkavenko, the opposition leader, met Otto Marsden of the Harbour Council (HC).",
    "Marsden and Hilda Marsden spoke. The HC agreed. Garkavenko did not.",
    "Hilda Marsden told the Latvian press that Mr. Marsden had left the European Union.",
    "The EU and Latvia thanked O. Marsden. Latvians cheered Harkavenko.",
)

WORDS = "Otto Hilda Marsden Mr. Tolvik and Harkavenka Garkavenko said . EU".split()


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_pages_does_not_show(order: list[int]) -> None:
    readings = [reading(number, text) for number, text in enumerate(TEXTS)]
    assert entities([readings[index] for index in order]) == entities(readings)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12), max_size=5))
def test_every_mention_is_in_one_entity(pages: list[list[str]]) -> None:
    readings = [reading(number, " ".join(words)) for number, words in enumerate(pages)]
    spans = [(span.article, span.start, span.end) for entity in entities(readings) for span in entity.members]
    wanted = [(one.article.id, m.start, m.end) for one in readings for m in one.annotations.mentions]
    assert sorted(spans) == sorted(wanted)


def test_links_match_members() -> None:
    for entity in story(*TEXTS):
        assert tuple(link.member for link in entity.links) == entity.members
        assert entity.name in entity.aliases


def test_the_seeds_people(shared: Path) -> None:
    found = story(*(path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))))
    (leader,) = named(found, "Tikhanovskaya")
    assert {"Sviatlana Tsikhanouskaya", "Svetlana Tikhanovskaya", "Tsikhanouskaya"} < set(leader.aliases)
    for alias, name in (("Putin", "Vladimir Putin"), ("Lukashenko", "Alexander Lukashenko"), ("EU", "European Union")):
        (entity,) = named(found, alias)
        assert set(entity.aliases) == {alias, name}
    (osce,) = named(found, "OSCE")
    assert osce.name == "Organization for Security and Co-operation in Europe"


def test_thresholds_are_in_order() -> None:
    assert 0 < MAYBE < SURE < 1


def test_two_family_names_stand_for_the_full_name() -> None:
    found = story("President Elena Rojas Quintar left. Rojas Quintar said it was over.")
    assert [set(entity.aliases) for entity in found if "Rojas Quintar" in entity.aliases] == [
        {"Elena Rojas Quintar", "Rojas Quintar"}
    ]


def test_a_second_family_name_left_out_is_said_so() -> None:
    verdict = compare("Elena Rojas", "Elena Rojas Quintar")
    assert verdict.score >= SURE
    assert "second family name 'quintar' left out" in verdict.reason


def test_a_namesake_told_apart_by_the_full_name_leaves_the_bare_one() -> None:
    found = story(
        "Pavan Chandra Mehta was sworn in. Mehta left. His cousin Dinesh Mehta was there. Mehta said it was over. "
        "“I am glad,” Dinesh Mehta said."
    )
    (owner,) = [entity for entity in found if "Pavan Chandra Mehta" in entity.aliases]
    assert len(owner.members) == 3


def test_a_family_name_is_no_place_where_pages_disagree() -> None:
    found = story(
        "Balram Rao Kadgar was held. The judge heard of it.",
        "The court heard the pleas of Kadgar and others in Kadgar.",
        "Kadgar said it was over. Mr Kadgar left.",
    )
    assert {entity.kind for entity in named(found, "Kadgar")} == {"PERSON"}


def test_a_short_name_that_most_pages_use_alone_is_not_joined_to_a_rare_long_one() -> None:
    rare = "The Institute of Harbours and Ships (IHS) wrote a report in Selm."
    pages = [rare, *(f"Fighters of IHS attacked the port of Selm in week {n}." for n in range(8))]
    found = entities([reading(number, text) for number, text in enumerate(pages)])
    assert sorted((entity.name, entity.articles) for entity in named(found, "IHS")) == [
        ("IHS", 8), ("Institute of Harbours and Ships", 1),
    ]  # fmt: skip


def test_a_name_of_the_users_list_is_linked_to_its_id_there() -> None:
    found = story("Ann Holm met Bo Lund of Harbour Bank.", "Lund spoke. Cay Holm left.")
    known = (
        KnownName("Q1", ("Ann Holm",), "PERSON"),
        KnownName("Q2", ("Lund",)),
        KnownName("Q3", ("Cay Holm",)),
        KnownName("Q4", ("Cay Holm",)),
        KnownName("Q5", ("Harbour Bank",), "PERSON"),
    )
    ids = {entity.name: entity.known_as for entity in linked(found, known)}
    assert ids["Ann Holm"] == "Q1"
    assert ids["Bo Lund"] is None, "a surname alone is many people's"
    assert ids["Cay Holm"] is None, "two of that name are known"
    assert ids["Harbour Bank"] is None, "the list says that it is a person"
    assert linked(found, ()) == found
