"""How chronologies are scored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.chronology import UNKNOWN, Line, Token, awareness, placed, relations
from tests.pages import reading

GOLD = [
    Line(0, UNKNOWN, ("1-9-lost",)),
    Line(1, "2021", ("1-2-left",)),
    Line(2, "2021-05-03", ("1-3-met", "2-3-met")),
    Line(2, "2021-05-03", ("1-4-said",)),
    Line(3, UNKNOWN, ("2-5-came",)),
]


def test_the_relations_are_a_tree_over_events_and_dates() -> None:
    assert relations(GOLD[1:]) == [
        ("1-2-left", "SIMULTANEOUS", "2021"),
        ("1-3-met", "SIMULTANEOUS", "2021-05-03"),
        ("2-3-met", "SIMULTANEOUS", "2021-05-03"),
        ("1-4-said", "SIMULTANEOUS", "2021-05-03"),
        ("1-2-left", "BEFORE", "1-3-met"),
        ("1-3-met", "BEFORE", "2-5-came"),
    ]


def test_the_same_is_right_and_place_nought_is_left_out() -> None:
    found = awareness(GOLD, GOLD[1:])
    assert (found.precision, found.recall) == (1.0, 1.0)


def test_what_follows_counts() -> None:
    """An event that is missing in between takes nothing from the order of those around it."""
    found = awareness(GOLD, [GOLD[1], Line(2, UNKNOWN, ("2-5-came",))])
    assert found.precision == 1.0
    assert found.recall == pytest.approx(1 / 6)


def test_a_wrong_order_and_a_wrong_date_are_wrong() -> None:
    turned = [Line(1, "2021-05-03", ("1-3-met",)), Line(2, "2020", ("1-2-left",))]
    assert awareness(GOLD, turned).right_said == 1


LINES = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([UNKNOWN, "2020", "2021"])), max_size=6).map(
    lambda rows: [Line(place, anchor, (f"1-{at}-x",)) for at, (place, anchor) in enumerate(sorted(rows))]
)


@given(LINES, LINES)
def test_bounds_and_sides(gold: list[Line], said: list[Line]) -> None:
    found, turned = awareness(gold, said), awareness(said, gold)
    assert 0 <= found.right_said <= found.said
    assert (found.right_gold, found.gold) == (turned.right_said, turned.said)
    assert awareness(gold, gold).right_gold == awareness(gold, gold).gold


def test_words_are_found_again_where_cleaning_took_some_out() -> None:
    page = "Fog over Selm\n\nAna Roe left."
    tokens = [Token(0, "Fog", 0, 3), Token(2, "Ana", 15, 18), Token(2, "left", 23, 27)]
    article = reading("A", None, "Ana Roe left.").article
    assert placed(article, "7", page, tokens) == [((0, 3), "7-2", "Ana"), ((8, 12), "7-2", "left")]
