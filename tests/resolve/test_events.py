"""One event told by several pages: what is joined, what is kept apart, and how it is dated."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages import Page, reading, story
from twosource.records import Event, Reading
from twosource.resolve import resolve
from twosource.resolve.event_clusters import UNSEEN, clusters
from twosource.resolve.event_context import Pile, cosine, stem
from twosource.resolve.event_deeds import deeds, verbs_of


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


def test_who_won_a_dated_vote_tells_the_vote() -> None:
    won = ("Dorn Daily", None, "Selm has been restless since Jon Poe won the country’s presidential election in May.")
    votes, readings = events([*VOTE, won], "ELECTION")
    assert "Dorn Daily" in outlets(max(votes, key=lambda vote: len(vote.members)), readings)


def test_a_promise_and_what_is_promised_are_one_event() -> None:
    text = "Ana Roe promised a loan of 40 million euros. Ardan would extend Selm a loan of 40 million euros, she said."
    readings, resolution, _ = story([("A", "2021-05-10", text)])
    (reading,) = readings
    joined = [e for e in resolution.events if len(e.members) > 1]
    assert {reading.annotations.events[m.index].lemma for e in joined for m in e.members} == {"promise", "extend"}


def test_a_seat_of_government_takes_part_as_its_country() -> None:
    """Of real capitals and countries, for only those are in the tables; what they do is made up."""
    pages: list[Page] = [
        (
            "A",
            "2031-05-10",
            "Oslo lent Iceland 40 million euros for a harbour on Friday, officials said. Oslo said so.",
        ),
        ("B", "2031-05-11", "Norway lent Iceland 40 million euros for a harbour on Friday. Norway has two harbours."),
    ]
    readings, resolution, _ = story(pages)
    country = next(e.id for e in resolution.entities if e.name == "Norway")
    (event,) = (e for e in resolution.events if len(outlets(e, readings)) == 2)
    assert country in event.participants


@pytest.mark.parametrize(("kind", "joined"), [("article", True), ("live", False)])
def test_entries_of_a_running_report_are_each_of_their_own_place(kind: str, joined: bool) -> None:
    text = "Ana Roe has won the vote in Selm and Brentvale on Monday.\n\nAna Roe has won the vote in Selm on Monday."
    found = resolve([reading("A", "2021-05-10", text, kind=kind)]).events
    assert any(len(event.members) > 1 for event in found) is joined


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Roe met Jon Poe in Selm on 3 May 2021.", "Ana Roe met Jon Poe in Selm on 7 May 2021."),
        ("Ana Roe met Jon Poe on 3 May 2021.", "Ana Roe met Liv Dahl on 3 May 2021."),
        ("Ana Roe met Jon Poe in Selm.", "Miners met in Ardan."),
        ("The council imposed sanctions on Ardan.", "Western countries imposed four sets of sanctions."),
        ("Ana Roe signed the treaty on 3 May 2021.", "Ana Roe did not sign the treaty on 3 May 2021."),
        ("Ana Roe lost the election.", "Ana Roe lost her job with the port."),
        ("Ana Roe accused Jon Poe of fraud on 3 May 2021.", "Jon Poe accused Ana Roe of fraud on 3 May 2021."),
        ("Ana Roe sued Jon Poe in May 2021.", "Ana Roe was sued by Jon Poe in May 2021."),
        (
            "The Ardan Institute conducted a poll in May.",
            "The Ardan Institute conducted another poll earlier this month.",
        ),
        ("Soldiers shelled the harbour.", "Nobody knew if soldiers would shell the market."),
    ],
)
def test_what_excludes_each_other_stays_apart(one: str, two: str) -> None:
    readings, resolution, _ = story([("A", "2021-05-10", one), ("B", "2021-05-10", two)])
    assert all(len(outlets(e, readings)) == 1 for e in resolution.events)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Roe met Jon Poe in Selm on 3 May 2021.", "Jon Poe met Ana Roe in Selm on 3 May 2021."),
        ("Ana Roe sued Jon Poe in Selm on 3 May 2021.", "Jon Poe was sued by Ana Roe in Selm on 3 May 2021."),
        ("Ana Roe married Jon Poe in Selm on 3 May 2021.", "Jon Poe married Ana Roe in Selm on 3 May 2021."),
    ],
)
def test_one_deed_told_from_either_side_is_one(one: str, two: str) -> None:
    readings, resolution, _ = story([("A", "2021-05-10", one), ("B", "2021-05-10", two)])
    assert any(len(outlets(e, readings)) == 2 for e in resolution.events)


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


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("acquisition", "acquire"),
        ("explosion", "explode"),
        ("arrival", "arrive"),
        ("stabbing", "stab"),
        ("reduction", "reduce"),
        ("agreement", "agree"),
        ("admission", "admit"),
        ("accusation", "accuse"),
        ("notification", "notify"),
    ],
)
def test_a_noun_is_traced_to_its_verb(noun: str, verb: str) -> None:
    assert verb in verbs_of(noun)


def test_a_noun_counts_as_its_verb_only_where_the_story_has_the_verb() -> None:
    found = deeds(["arrival", "arrive", "festival", "blaze", "fire"])
    assert found["arrival"] & found["arrive"]
    assert found["festival"] == {"festival"}
    assert found["blaze"] & found["fire"]
    assert not found["fire"] & found["arrive"]


def _joined(size: int, scores: dict[tuple[int, int], float], apart: set[tuple[int, int]] = frozenset()) -> set[str]:  # type: ignore[assignment]
    found = clusters(size, scores, 3.0, 2.0, lambda i, j: (min(i, j), max(i, j)) in apart)
    return {"".join(map(str, cluster)) for cluster in found}


def test_what_two_links_join_is_not_closed_over() -> None:
    assert _joined(3, {(0, 1): 9.0, (1, 2): 4.0}) == {"01", "2"}
    assert _joined(3, {(0, 1): 9.0, (1, 2): 9.0, (0, 2): 1.0}) == {"012"}


def test_one_pair_that_cannot_be_forbids_the_whole() -> None:
    scores = {(0, 1): 9.0, (1, 2): 9.0, (0, 2): 9.0, (2, 3): 5.0}
    assert _joined(4, scores, {(0, 3)}) == {"012", "3"}


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-9, 9).map(lambda score: round(score, 2)),
)


@given(SCORES, st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_every_number_is_in_one_cluster_and_none_with_what_it_cannot_be(
    scores: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> None:
    found = clusters(8, scores, 3.0, 2.0, lambda i, j: (min(i, j), max(i, j)) in apart)
    assert sorted(one for cluster in found for one in cluster) == list(range(8))
    assert not any({i, j} <= set(cluster) for cluster in found for i, j in apart if i < j)


@given(SCORES, st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_clusters_are_those_of_the_method_as_it_is_written(
    scores: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> None:
    scores = {pair: round(score * 4) / 4 for pair, score in scores.items()}  # sums in any order are exact
    members = {one: [one] for one in range(8)}
    while found := sorted(_joins(members, scores, apart)):
        _, one, two = found[0]
        members[max(members) + 1] = members.pop(one) + members.pop(two)
    plain = {"".join(map(str, sorted(cluster))) for cluster in members.values()}
    assert _joined(8, scores, apart) == plain


def _joins(
    members: dict[int, list[int]], scores: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> Iterator[tuple[float, int, int]]:
    """The joins that are allowed: (the mean, below zero; the two clusters)."""
    for one, two in combinations(sorted(members), 2):
        every = [(min(i, j), max(i, j)) for i in members[one] for j in members[two]]
        mean = sum(scores.get(pair, UNSEEN) for pair in every) / len(every)
        if max(scores.get(pair, UNSEEN) for pair in every) >= 3.0 and mean >= 2.0 and not apart & set(every):
            yield -mean, one, two


PILE = [
    ("A", "2021-05-10", "A ferry sank off Selm in a storm. The ferry had left Ardan with forty sheep on board."),
    ("B", "2021-05-11", "The ferry sank off Selm; its sheep swam ashore. Nobody else was on board in the storm."),
    *(
        (f"C{i}", "2021-05-12", f"The council of Dorn number {i} met about a bridge of type {i * 7}.")
        for i in range(12)
    ),
]


def test_pages_of_one_thing_are_alike_and_neighbours() -> None:
    readings = [reading(*page) for page in PILE]
    pile = Pile(readings)
    one, two, three = (r.article.id for r in readings[:3])
    assert pile.pages_alike(one, two) > 0.2 > pile.pages_alike(one, three)
    assert pile.pages_alike(one, one) == 1
    assert two in pile.neighbours(one)
    assert one in pile.neighbours(two)
    for r in readings:
        assert cosine(pile.page(r.article.id), pile.page(r.article.id)) == pytest.approx(1)


def test_a_few_pages_are_of_one_story_whatever_their_words() -> None:
    assert Pile([reading(*page) for page in PILE[:5]]).weight == 0
    assert Pile([reading(*page) for page in PILE]).weight > 0


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_stem_opens_its_word(word: str) -> None:
    assert stem(word)
    assert word.startswith(stem(word).removesuffix("y"))


def test_one_word_told_of_two_doers_on_one_page_stays_two() -> None:
    text = "Ana Roe won the race in Selm and in her home town of Ardan.\n\nJon Poe won the race in Selm and in Dorn."
    _, resolution, _ = story([("A", "2021-05-10", text)])
    assert all(len(e.members) == 1 for e in resolution.events)


def test_what_might_be_done_is_not_joined_without_a_date() -> None:
    pages: list[Page] = [
        ("A", "2021-05-10", "The Harbour Bank could raise rates in Selm."),
        ("B", "2021-05-11", "The Harbour Bank may raise rates in Ardan."),
    ]
    readings, resolution, _ = story(pages)
    assert all(len(outlets(e, readings)) == 1 for e in resolution.events)
