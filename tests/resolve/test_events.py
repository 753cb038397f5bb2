"""One event told by several pages: what is joined, what is kept apart, and how it is dated."""

from __future__ import annotations

import random

import pytest

from tests.pages import Page, reading, story
from twosource.records import Event, Reading
from twosource.resolve import resolve


def outlets(event: Event, readings: list[Reading]) -> set[str | None]:
    by_id = {r.article.id: r.article.outlet for r in readings}
    return {by_id[m.article] for m in event.members}


def events(pages: list[Page], kind: str) -> tuple[list[Event], list[Reading]]:
    readings, resolution, _ = story(pages)
    return [e for e in resolution.events if e.type == kind], readings


VOTE: list[Page] = [
    ("Selm Herald", "2021-05-15", "Thousands protested in Selm over last Sunday’s presidential election."),
    ("Ardan Post", "2021-06-14", "Jon Poe has not been abroad since the 9 May presidential polls."),
    (
        "Coast Wire",
        "2021-11-19",
        "Selm has been restless after the presidential election of 9 May 2021, in which Jon Poe won.",
    ),
]


def test_a_vote_dated_three_ways_is_one_event() -> None:
    found, readings = events(VOTE, "ELECTION")
    (event,) = found
    assert outlets(event, readings) == {"Selm Herald", "Ardan Post", "Coast Wire"}
    assert (event.date.edtf, event.date.earliest) == ("2021-05-09", "2021-05-09")
    assert all(member.reason for member in event.members)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Roe met Jon Poe in Selm on 3 May 2021.", "Ana Roe met Jon Poe in Selm on 7 May 2021."),
        ("Ana Roe met Jon Poe on 3 May 2021.", "Ana Roe met Liv Dahl on 3 May 2021."),
        ("Ana Roe met Jon Poe in Selm.", "Miners met in Ardan."),
        ("The council imposed sanctions on Ardan.", "Western countries imposed four sets of sanctions."),
        ("Ana Roe signed the treaty on 3 May 2021.", "Ana Roe did not sign the treaty on 3 May 2021."),
    ],
)
def test_what_excludes_each_other_stays_apart(one: str, two: str) -> None:
    readings, resolution, _ = story([("A", "2021-05-10", one), ("B", "2021-05-10", two)])
    assert all(len(outlets(e, readings)) == 1 for e in resolution.events)


def test_the_news_of_two_days_stays_apart() -> None:
    text = "Ana Roe and Jon Poe have expressed confidence that the strike in Selm will end soon."
    readings, resolution, _ = story([("A", "2021-03-01", text), ("B", "2021-05-20", text.replace("soon", "quickly"))])
    assert all(len(outlets(e, readings)) == 1 for e in resolution.events)


def test_pages_that_tell_one_loan_are_joined() -> None:
    pages: list[Page] = [
        ("A", "2021-05-10", "Jon Poe promised a €1.2bn loan to Ardan."),
        ("B", "2021-05-11", "Jon Poe vowed to send a loan of 1.4 billion dollars to Ardan."),
    ]
    found, readings = events(pages, "AGREE")
    assert [outlets(e, readings) for e in found] == [{"A", "B"}]


def test_a_pronoun_joins_two_tellings_of_one_page() -> None:
    text = (
        "Ardan’s president, Jon Poe, met opposition leader Ana Roe in Selm.\n\n"
        "Ana Roe left her country in May. On 3 June 2021, she met Jon Poe at the port."
    )
    found, _ = events([("A", "2021-06-04", text)], "CONSULT")
    assert [(len(e.members), e.date.edtf) for e in found] == [(2, "2021-06-03")]


def test_an_undated_event_lies_before_the_page_that_tells_it() -> None:
    found, _ = events([("A", "2021-05-10", "Ana Roe has backed Jon Poe.")], "SUPPORT")
    (event,) = found
    assert (event.date.earliest, event.date.latest, event.date.known_by) == (None, "2021-05-10", "inferred")


def test_nothing_is_dated_that_no_page_dates() -> None:
    found, _ = events([("A", None, "Ana Roe met Jon Poe in Selm on Friday.")], "CONSULT")
    (event,) = found
    assert event.date.earliest is None
    assert event.date.latest is None
    assert event.date.weekday == 5


def test_the_order_of_the_pages_makes_no_difference() -> None:
    pages = [
        *VOTE,
        ("D", "2021-05-16", "Ana Roe fled to Ardan on Tuesday."),
        ("E", None, "Ana Roe fled to Ardan in May."),
    ]
    readings = [reading(*page) for page in pages]
    expected = resolve(readings)
    for seed in range(3):
        shuffled = readings[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled).events == expected.events


def test_the_first_and_the_second_package_stay_two() -> None:
    pages: list[Page] = [
        ("A", "2021-05-13", "The Harbour Union imposed a first package of sanctions on Ardan on Wednesday."),
        (None, None, "The Harbour Union adopted a second package of sanctions against Ardan on Friday."),
    ]
    found, _ = events(pages, "SANCTION")
    assert [len(e.members) for e in found] == [1, 1]


def test_two_talks_of_the_same_people_without_a_date_in_common_stay_two() -> None:
    pages: list[Page] = [
        ("A", "2021-05-13", "Ana Roe spoke by telephone with Prime Minister Jon Poe."),
        (None, None, "On Friday Ana Roe held talks with Prime Minister Jon Poe."),
    ]
    found, _ = events(pages, "CONSULT")
    assert all(len(e.members) == 1 for e in found)


@pytest.mark.parametrize(("page", "day"), [("2021-05-18", "2021-05-17"), ("2021-05-16", "2021-05-17")])
def test_what_was_due_on_monday_is_dated_to_the_nearest(page: str, day: str) -> None:
    _, resolution, _ = story([("A", page, "The trial, which was due to open on Monday, was put off.")])
    assert day in {t.date.edtf for t in resolution.times}
