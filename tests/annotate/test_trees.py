"""The best tree over arc scores: as good as the best of all trees, always one root."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from twosource.annotate.trees import tree

Scores = NDArray[np.float64]


def single_rooted(heads: tuple[int, ...] | list[int]) -> bool:
    """Whether one word is its own head and all others reach it."""
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for i in range(len(heads)):
        node, steps = i, 0
        while node != roots[0] and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != roots[0]:
            return False
    return True


def total(scores: Scores, heads: tuple[int, ...] | list[int]) -> tuple[int, float]:
    """How many arcs are possible, and the sum of their scores."""
    taken = [scores[i, 0 if head == i else head + 1] for i, head in enumerate(heads)]
    return sum(bool(np.isfinite(s)) for s in taken), float(sum(s for s in taken if np.isfinite(s)))


def best_total(scores: Scores) -> tuple[int, float]:
    n = len(scores)
    return max(total(scores, heads) for heads in itertools.product(range(n), repeat=n) if single_rooted(heads))


def matrices(least: int, most: int, values: st.SearchStrategy[float]) -> st.SearchStrategy[Scores]:
    return st.integers(least, most).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=values))


SCORES = st.floats(-100, 100, width=32)
WHOLE = st.integers(-3, 3).map(float)
MASKED = st.one_of(WHOLE, st.sampled_from([-np.inf, -1e9]))


@given(matrices(1, 4, SCORES) | matrices(1, 5, WHOLE) | matrices(1, 4, MASKED))
def test_no_tree_is_better(scores: Scores) -> None:
    heads = tree(scores)
    assert single_rooted(heads)
    assert total(scores, heads) == pytest.approx(best_total(scores), abs=1e-6)


@given(matrices(0, 25, st.one_of(SCORES, MASKED, st.just(np.nan))))
def test_always_one_root(scores: Scores) -> None:
    before = scores.copy()
    heads = tree(scores)
    assert len(heads) == len(scores)
    assert single_rooted(heads) or not heads
    assert tree(scores) == heads
    assert np.array_equal(scores, before, equal_nan=True)


@given(matrices(2, 6, WHOLE), st.floats(-50, 50), st.floats(0.5, 4))
def test_only_differences_count(scores: Scores, shift: float, scale: float) -> None:
    moved = tree(scores * scale + shift)
    assert total(scores, moved) == pytest.approx(total(scores, tree(scores)), abs=1e-6)


def test_a_tree_by_argmax_is_taken() -> None:
    scores = np.full((4, 5), -5.0)
    for i, column in enumerate([2, 0, 4, 2]):
        scores[i, column] = 3.0
    assert tree(scores) == [1, 1, 3, 1]


def test_ties_go_to_the_lowest_index() -> None:
    assert tree(np.zeros((4, 5))) == [0, 0, 0, 0]
    assert tree(np.full((3, 4), -np.inf)) == [0, 0, 0]


def test_the_worse_of_two_roots_is_given_up() -> None:
    scores = np.array([[9.0, -9.0, 1.0, 0.0], [8.0, 7.0, -9.0, 0.0], [0.0, 0.0, 5.0, -9.0]])
    assert tree(scores) == [0, 0, 1]


def test_a_cycle_within_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[-9.0, -9, 10, 0, 0], [-9, 10, -9, 8, 0], [1, 0, 9, -9, 9], [2, 0, 0, 9, -9]])
    heads = tree(scores)
    assert total(scores, heads) == best_total(scores)


def test_no_words_no_heads() -> None:
    assert tree(np.zeros((0, 1))) == []


def test_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="root's column"):
        tree(np.zeros((3, 3)))


@pytest.mark.parametrize("kind", ["random", "equal", "chain of cycles"])
def test_a_long_sentence_is_quick(kind: str) -> None:
    n = 400
    scores = np.random.default_rng(7).normal(size=(n, n + 1))
    if kind == "equal":
        scores[:] = -1.0
        scores[:, 0] = 1.0
    elif kind == "chain of cycles":
        scores = -np.abs(np.arange(n)[:, None] - np.arange(-1, n)[None, :]).astype(float)
        scores[:, 0] -= n
    begun = time.perf_counter()
    heads = tree(scores)
    assert time.perf_counter() - begun < 1.0
    assert single_rooted(heads)
