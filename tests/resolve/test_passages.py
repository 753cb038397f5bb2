"""Passages: maximal, tolerant of edits, apart from each other, and bounded in time."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.resolve.passages import passages


def test_a_seed_grows_to_all_that_is_equal() -> None:
    one, two = [1, 2, 3, 4, 5, 6, 9], [8, 2, 3, 4, 5, 6, 7]
    (passage,) = passages(one, two, [(2, 2)])
    assert (passage.a, passage.b, passage.equal, passage.length) == ((1, 6), (1, 6), 5, 5)


def test_runs_around_an_edit_are_one_passage() -> None:
    one = list(range(20))
    two = [*range(9), 99, 98, *range(10, 20)]
    (passage,) = passages(one, two, [(0, 0), (12, 13)])
    assert (passage.a, passage.b, passage.equal, passage.length) == ((0, 20), (0, 21), 19, 21)


def test_equal_words_are_found_beyond_the_last_seed() -> None:
    one = list(range(20))
    two = [*range(12), 99, 13, 14, 15, 98, 17, 18, 19]
    (passage,) = passages(one, two, [(0, 0)])
    assert passage.a == (0, 20)


def test_what_stands_far_apart_is_two_passages() -> None:
    one = [*range(20), *range(100, 140), *range(20, 40)]
    two = [*range(20), *range(200, 240), *range(20, 40)]
    found = passages(one, two, [(0, 0), (62, 62)])
    assert [passage.a for passage in found] == [(0, 20), (60, 80)]


SEQUENCES = st.lists(st.integers(0, 6), max_size=80)


@settings(max_examples=100, deadline=None)
@given(SEQUENCES, SEQUENCES)
def test_passages_are_apart_and_equal_where_they_say_so(one: list[int], two: list[int]) -> None:
    seeds = [(a, b) for a in range(len(one) - 2) for b in range(len(two) - 2) if one[a : a + 3] == two[b : b + 3]]
    found = passages(one, two, seeds)
    assert bool(found) == bool(seeds)
    for passage in found:
        for run in passage.runs:
            assert one[run.a : run.end_a] == two[run.b : run.end_b]
        for before, after in pairwise(passage.runs):
            assert before.end_a <= after.a and before.end_b <= after.b
    for sides in ([passage.a for passage in found], sorted(passage.b for passage in found)):
        assert all(before[1] <= after[0] for before, after in pairwise(sides))


def test_very_long_texts_take_little_time() -> None:
    long = list(range(200_000))
    edited = [word if word % 50 else -word for word in long]
    start = time.perf_counter()
    (passage,) = passages(long, edited, [(place, place) for place in range(1, 200_000, 50)])
    assert passage.equal >= 195_990
    assert time.perf_counter() - start < 20
