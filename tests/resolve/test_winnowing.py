"""Winnowing: the guarantee, the fingerprints, and seeds that are what they say."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.resolve.winnowing import ALL_PAIRS, Index, fingerprints, split, winnow

WORDS = st.lists(st.sampled_from([f"w{number}" for number in range(12)]), max_size=40)


def test_words_are_told_apart_by_letters_alone() -> None:
    (one, two) = split(["The Mayor’s “new” plan", "the MAYOR new; Plan!"])
    assert one.hashes.tolist() == two.hashes.tolist()
    assert one.starts.tolist() == [0, 4, 13, 18]
    assert one.ends.tolist() == [3, 11, 16, 22]


def test_a_word_hash_is_the_same_on_every_machine() -> None:
    (words,) = split(["harbour"])
    assert words.hashes.tolist() == [359356526591091938]


@given(st.lists(st.integers(0, 2**64 - 1), max_size=60), st.integers(1, 9))
def test_every_window_keeps_its_least_fingerprint(values: list[int], window: int) -> None:
    grams = np.array(values, dtype=np.uint64)
    kept = set(winnow(grams, window).tolist())
    for start in range(max(0, len(values) - window + 1)):
        inside = range(start, start + window)
        assert min(values[place] for place in inside) in {values[place] for place in inside if place in kept}
    assert bool(kept) == bool(values)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, WORDS, st.integers(1, 8))
def test_a_shared_run_of_the_guaranteed_length_has_a_seed(
    before: list[str], after: list[str], noise: list[str], window: int
) -> None:
    k = 4
    run = [f"own{number}" for number in range(k + window - 1)]
    one, two = " ".join([*before, *run, *after]), " ".join([*noise, *run])
    seeds = [seed for seed in Index([one, two], k, window).seeds(enough=k) if seed.at_a < len(before) + window]
    assert any(seed.at_b - len(noise) == seed.at_a - len(before) for seed in seeds)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS.map(" ".join), max_size=5), st.integers(1, 4))
def test_seeds_hold_the_same_words(texts: list[str], window: int) -> None:
    index = Index(texts, 3, window)
    for seed in index.seeds(enough=3):
        one, two = index.words[seed.a].hashes, index.words[seed.b].hashes
        assert seed.a < seed.b
        assert one[seed.at_a : seed.at_a + 3].tolist() == two[seed.at_b : seed.at_b + 3].tolist()


def test_a_text_shorter_than_a_fingerprint_has_none() -> None:
    (words,) = split(["one two"])
    assert len(fingerprints(words.hashes, 3)) == 0
    assert list(Index(["one two", "one two", ""], 3, 2).seeds(3)) == []
    assert list(Index([], 3, 2).seeds(3)) == []


def test_a_passage_in_many_texts_costs_a_line_and_a_star() -> None:
    many = ALL_PAIRS * 3
    seeds = list(Index(["one two three four five"] * many, 5, 1).seeds(5))
    assert {seed.b for seed in seeds} == set(range(1, many))
    assert len(seeds) <= 2 * many


def test_worn_words_are_those_of_many_texts_of_one_group() -> None:
    texts = ["aa bb cc dd", "xx aa bb cc", "aa bb cc", "ee ff gg"]
    index = Index(texts, 3, 1)
    assert [marks.tolist() for marks in index.worn([0, 0, 0, 0], 3)] == [
        [True, True, True, False], [False, True, True, True], [True] * 3, [False] * 3,
    ]  # fmt: skip
    assert not any(marks.any() for marks in index.worn([0, 0, 1, 1], 3))
    assert not any(marks.any() for marks in index.worn([-1, -1, -1, -1], 3))
