"""A name's chronology: what it did, underwent and said, in order of time, on its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.pages import Page, story
from twosource.compare.chronologies import articles_of, chronology
from twosource.records import Chronology, Entity, Reading, Resolution, Step

PAGES: list[Page] = [
    (
        "Selm Herald",
        "2021-05-12",
        "Ana Roe fled to Ardan on Monday. Police arrested Jon Poe on 4 May 2021. “I will come back,” Ana Roe said on"
        " Tuesday.\n\nJon Poe denied that he had helped Ana Roe.",
    ),
    ("Ardan Post", "2021-05-14", "The mayor of Ardan, Liv Dahl, met Ana Roe on Thursday. Ana Roe was born in 1980."),
    ("Tarn Mail", "2021-05-15", "“I will come back,” Ana Roe said. The Tarn Act bars Jon Poe from leaving Selm."),
]


def made(name: str | None = None, words: str | None = None, pages: Sequence[Page] = PAGES) -> Chronology:
    readings, resolution, _ = story(pages)
    return chronology(words or entity(resolution, name or ""), readings, resolution)


def entity(resolution: Resolution, name: str) -> Entity:
    return next(one for one in resolution.entities if name in one.aliases)


def texts(steps: Sequence[Step]) -> list[str]:
    return [step.text for step in steps]


def test_steps_stand_in_order_of_time() -> None:
    steps = made("Ana Roe").steps
    told = [next(i for i, text in enumerate(texts(steps)) if words in text) for words in ("born", "fled", "met")]
    assert told == sorted(told)
    assert [step.stands_at for step in steps] == sorted(step.stands_at for step in steps)


def test_words_told_by_two_pages_are_one_step_with_the_day_that_one_of_them_tells() -> None:
    (said,) = [step for step in made("Ana Roe").steps if "come back" in step.text]
    assert (said.kind, said.date, said.date_known_by, len(said.reports)) == ("words", "2021-05-11", "relative", 2)


def test_every_receipt_is_exact() -> None:
    readings, resolution, _ = story(PAGES)
    by_id = {reading.article.id: reading.article.text for reading in readings}
    for one in resolution.entities:
        for step in chronology(one, readings, resolution).steps:
            assert step.reports
            for report in step.reports:
                assert by_id[report.article][report.start : report.end] == report.quote


def test_who_acts_and_who_undergoes() -> None:
    (arrest,) = [step for step in made("Jon Poe").steps if "arrested" in step.text]
    assert arrest.part == "undergoes"
    (flight,) = [step for step in made("Ana Roe").steps if "fled" in step.text]
    assert flight.part == "acts"


def test_what_a_name_denies_is_told_once() -> None:
    assert texts([step for step in made("Jon Poe").steps if "helped" in step.text]) == [
        "Jon Poe denied that he had helped Ana Roe"
    ]


def test_what_no_page_dates_goes_with_the_day_told_before_it_and_is_dated_no_closer() -> None:
    text = "Ana Roe met Liv Dahl in Selm on Friday. Ana Roe thanked the police."
    (thanks,) = [step for step in made("Ana Roe", pages=[("A", "2021-05-17", text)]).steps if "thanked" in step.text]
    assert (thanks.stands_at, thanks.date) == ("2021-05-14", "../2021-05-17")


def test_spellings_are_counted() -> None:
    text = "Ana Roe left Selm on Monday. Roe met Jon Poe. Roe then called Liv Dahl."
    spellings = made("Ana Roe", pages=[("A", "2021-05-12", text), ("B", "2021-05-13", "Ana Roe is back.")]).spellings
    assert [(one.written, one.mentions, one.articles) for one in spellings] == [("Ana Roe", 2, 2), ("Roe", 2, 1)]


def test_words_that_are_no_name_are_followed_too() -> None:
    found = made(words="the Tarn Act")
    assert (found.id, found.kind) == (None, None)
    assert [one.written for one in found.spellings] == ["The Tarn Act"]
    assert any("bars Jon Poe" in text for text in texts(found.steps))


def test_the_articles_asked_for_are_enough() -> None:
    readings, resolution, _ = story(PAGES)
    for one in resolution.entities:
        some = [reading for reading in readings if reading.article.id in articles_of(one, resolution)]
        assert chronology(one, some, resolution).steps == chronology(one, readings, resolution).steps


READ: list[tuple[list[Reading], Resolution]] = []


@given(st.permutations(range(len(PAGES))))
def test_the_order_of_the_pages_is_no_matter(order: list[int]) -> None:
    if not READ:
        READ.append(story(PAGES)[:2])
    readings, resolution = READ[0]
    one = entity(resolution, "Ana Roe")
    assert chronology(one, [readings[i] for i in order], resolution) == chronology(one, readings, resolution)
