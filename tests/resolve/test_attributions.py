"""Speakers: names, pronouns and descriptions to entities, with the reason, and what stays without a name."""

from __future__ import annotations

import pytest

from tests.pages import reading
from twosource.records import Entity, Mention, Reading, Span, Speaker
from twosource.resolve.attributions import speakers
from twosource.resolve.roles import country_key, is_unnamed


def entities(*readings: Reading) -> tuple[Entity, ...]:
    """One entity for each last name: enough to see which mention a source was led to."""
    members: dict[str, list[tuple[Mention, Span]]] = {}
    for one in readings:
        for mention in one.annotations.mentions:
            if mention.kind != "NORP":
                span = Span(one.article.id, mention.start, mention.end)
                members.setdefault(mention.text.split()[-1], []).append((mention, span))
    return tuple(
        Entity(key, key, found[0][0].kind, (key,), tuple(span for _, span in found), (), 1)
        for key, found in sorted(members.items())
    )


def found(text: str, *others: str) -> list[Speaker]:
    """The speakers of the first text, with the other texts in the same story."""
    first = reading("A", "2021-05-10", text)
    rest = [reading("B", "2021-05-10", other) for other in others]
    out = speakers([first, *rest], entities(first, *rest))
    assert len(out) == sum(len(one.annotations.attributions) for one in [first, *rest])
    return [one for one in out if one.attribution.article == first.article.id]


def last(text: str, *others: str) -> Speaker:
    return found(text, *others)[-1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # names: the head, not its modifiers
        ("Ana Roe said it was over.", "Roe"),
        ("Palace spokesman Jon Poe said it was over.", "Poe"),
        ("Jon Poe, the mayor of Selm, said it was over.", "Poe"),
        ("Ana Roe’s press secretary, Jon Poe, said it was over.", "Poe"),
        ("A spokesman for the mayor, Jon Poe, said it was over.", "Poe"),
        ("Jon Poe, who met Ana Roe, said it was over.", "Poe"),
        # pronouns
        ("Jon Poe left Selm. He said it was over.", "Poe"),
        ("Jon Poe met Mrs Ana Roe. She said it was over.", "Roe"),
        ("Mrs Ana Roe met Mr Jon Poe. He said it was over.", "Poe"),
        ("Jon Poe said it was late. He said it was over.", "Poe"),
        ("“It is over,” Jon Poe said. In his words, Selm won.", "Poe"),
        ("Jon Poe thanked Mr Li Dahl. “Selm won,” he said. He added that it was over.", "Poe"),
        # descriptions
        ("President Jon Poe met Minister Ana Roe. The president said it was over.", "Poe"),
        ("French President Jon Poe met German Chancellor Ana Roe. The French president said it was over.", "Poe"),
        ("French President Jon Poe met Italian President Li Dahl. The Italian president said it was over.", "Dahl"),
        ("President Jon Poe met opposition leader Ana Roe. The opposition leader said it was over.", "Roe"),
        ("President Jon Poe met opposition leader Ana Roe. The leader said it was over.", "Poe"),
        # offices with "of" in their name, and what stands behind a name
        ("Inspector General of Police Jon Poe said it was over.", "Poe"),
        ("Leader of the Opposition Jon Poe said it was over.", "Poe"),
        ("The head of the union, Jon Poe II, said it was over.", "Poe"),
        # an age goes on about the one who was spoken of
        ("Jon Poe left Selm. “It is over,” the 61-year-old leader said.", "Poe"),
    ],
)
def test_the_speaker_is_found(text: str, who: str) -> None:
    speaker = last(text)
    assert speaker.entity == who, speaker.reason
    assert speaker.origin == who
    assert speaker.reason


@pytest.mark.parametrize(
    "text",
    [
        "Officials said it was over.",
        "Sources close to Jon Poe said it was over.",
        "Analysts said it was over.",
        "Jon Poe met Ana Roe. They said it was over.",
        "Jon Poe and Ana Roe said it was over.",
        "Mrs Ana Roe left. He said it was over.",
        "The mayor said it was over.",
        "French President Jon Poe left. The Italian president said it was over.",
        "President Jon Poe left. A president said it was over.",
    ],
)
def test_what_names_nobody_stays_without_a_name(text: str) -> None:
    speaker = last(text)
    assert speaker.entity is None, speaker.reason
    assert speaker.reason


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Kremlin press service said it was over.", "Kremlin"),
        ("The New Shore Party marched in Selm. The party said it was over.", "Party"),
        ("The port of Ukraine was shut. The Ukrainian government said it was over.", "Ukraine"),
    ],
)
def test_bodies_speak_too(text: str, who: str) -> None:
    assert last(text).entity == who, last(text).reason


def test_the_office_of_a_person_is_not_the_person() -> None:
    assert last("President Jon Poe left. The president’s office said it was over.").entity is None


def test_an_aide_to_the_minister_is_not_the_minister() -> None:
    assert last("Minister Jon Poe left. The aide to the minister said it was over.").entity is None


def test_a_description_is_looked_up_in_the_story_when_the_page_has_none() -> None:
    speaker = last("The Ardan president said it was over.", "Ardan President Jon Poe arrived in Selm.")
    assert speaker.entity == "Poe"
    assert "in the story" in speaker.reason


def test_the_page_comes_before_the_story() -> None:
    speaker = last("President Jon Poe left. The president said it was over.", "President Li Dahl arrived in Selm.")
    assert speaker.entity == "Poe"
    assert "in this page" in speaker.reason


def test_the_reason_names_the_one_referred_to() -> None:
    assert last("Jon Poe left Selm. He said it was over.").reason == (
        "“He” refers to Poe, the subject in the sentence before"
    )


def test_the_origin_is_the_end_of_the_chain() -> None:
    (speaker,) = found("Selm Radio, citing Ana Roe, said the mayor had left.")
    assert (speaker.entity, speaker.origin) == ("Radio", "Roe")
    assert "citing" in speaker.reason


def test_an_unnamed_end_of_the_chain_gives_no_origin() -> None:
    (speaker,) = found("Selm Radio, citing local media, said the mayor had left.")
    assert (speaker.entity, speaker.origin) == ("Radio", None)


def test_every_attribution_gets_a_speaker_in_order() -> None:
    text = "Ana Roe said it was over. She denied that it was late. Officials said nothing was lost."
    out = found(text)
    assert [one.index for one in out] == [0, 1, 2]
    assert [one.entity for one in out] == ["Roe", "Roe", None]


def test_no_entities_and_no_readings() -> None:
    one = reading("A", None, "Ana Roe said it was over. She said it was late.")
    assert speakers([], ()) == ()
    assert [speaker.entity for speaker in speakers([one], ())] == [None, None]


def test_the_order_of_pages_changes_no_speaker() -> None:
    pages = [
        reading("A", "2021-05-10", "The Ardan president said it was over."),
        reading("B", "2021-05-10", "Ardan President Jon Poe arrived. He said it was late."),
    ]
    known = entities(*pages)
    assert set(speakers(pages, known)) == set(speakers(pages[::-1], known))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Belarus", "Belarusian", True),
        ("France", "French", True),
        ("Ardan", "Ardani", True),
        ("Norway", "North", False),
    ],
)
def test_countries_and_their_adjectives(one: str, two: str, same: bool) -> None:
    assert (country_key(one) == country_key(two)) is same


@pytest.mark.parametrize(
    ("phrase", "unnamed"),
    [("two officials familiar with the talks", True), ("senior analysts", True), ("the president", False), ("", False)],
)
def test_unnamed_sources(phrase: str, unnamed: bool) -> None:
    assert is_unnamed(phrase) is unnamed


def test_a_loose_rank_is_nobody_beyond_its_page() -> None:
    """Every page has a leader of something: the description reaches no other page's."""
    speaker = last("The talks failed. The leader said it was over.", "Union leader Ana Roe left Selm.")
    assert speaker.entity is None, speaker.reason


def test_a_name_that_could_not_be_told_is_not_replaced_by_a_rank() -> None:
    """Whoever is named with an office holds it: no other holder of that office is taken instead."""
    text = "Former Head of Dams at the union, Nana Kwabo Osei, said it was over."
    speaker = last(text, "Union head Ana Roe left Selm.")
    assert speaker.entity != "Roe", speaker.reason
