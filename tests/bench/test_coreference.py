"""Scores of coreference: the worked example of the reference scorer's paper, and what must hold of any partition."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.coreference import b_cubed, ceaf, conll, measured, muc

# Pradhan et al. 2014, figure 1: key and response of predicted mentions.
KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]


def test_the_papers_example() -> None:
    assert (muc(KEY, RESPONSE).recall, muc(KEY, RESPONSE).precision) == pytest.approx((2 / 5, 2 / 5))
    cubed = b_cubed(KEY, RESPONSE)
    assert cubed.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert cubed.precision == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    entities = ceaf(KEY, RESPONSE)
    best = 2 * 2 / 5 + 2 * 2 / 8
    assert (entities.recall, entities.precision) == pytest.approx((best / 2, best / 3))
    assert conll(measured(KEY, RESPONSE)) == pytest.approx((muc(KEY, RESPONSE).f1 + cubed.f1 + entities.f1) / 3)


def test_vilains_example() -> None:
    """Vilain et al. 1995: a chain of four in two pieces has one link too few."""
    found = muc([set("abcd")], [set("ab"), set("cd")])
    assert (found.recall, found.precision) == pytest.approx((2 / 3, 1.0))


def test_one_wrong_merge() -> None:
    """Bagga and Baldwin 1998: twelve mentions, the two larger of three chains joined: precision 58 %, recall 1."""
    key = [set("12345"), set("67"), set("89ABC")]
    found = b_cubed(key, [set("12345"), set("6789ABC")])
    assert found.recall == 1.0
    assert found.precision == pytest.approx((5 + 4 / 7 + 25 / 7) / 12)


PARTITION = st.lists(st.integers(0, 4), min_size=1, max_size=9).map(
    lambda marks: [{at for at, mark in enumerate(marks) if mark == group} for group in sorted(set(marks))]
)


@given(PARTITION, PARTITION)
def test_bounds_and_sides(gold: list[set[int]], said: list[set[int]]) -> None:
    for one, turned in zip(measured(gold, said), measured(said, gold), strict=True):
        assert 0 <= one.recall <= 1.000001
        assert one.recall == pytest.approx(turned.precision)
        assert one.f1 == pytest.approx(turned.f1)


@given(PARTITION)
def test_the_same_is_right(gold: list[set[int]]) -> None:
    assert b_cubed(gold, gold).f1 == pytest.approx(1)
    assert ceaf(gold, gold).f1 == pytest.approx(1)


@given(PARTITION, PARTITION)
def test_the_pairing_is_the_best(gold: list[set[int]], said: list[set[int]]) -> None:
    short, long = sorted((gold, said), key=len)
    best = max(
        sum(2 * len(one & other) / (len(one) + len(other)) for one, other in zip(short, order, strict=True))
        for order in permutations(long, len(short))
    )
    assert ceaf(gold, said).right_gold == pytest.approx(best)
