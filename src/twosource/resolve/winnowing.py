"""Winnowing fingerprints: which passages of which texts may be the same (Schleimer, Wilkerson and Aiken, 2003).

Texts become arrays of word hashes; every run of `k` words has a fingerprint; of every `window` consecutive ones the
least is kept, so that two texts sharing `k + window - 1` words in a row are certain to share a fingerprint. What comes
out are seeds: pairs of places with the same `k` words and enough of the same words around them. All of it is arrays
and sorting: the time grows with the number of words, not with the number of pairs of texts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")

ALL_PAIRS = 24
"""A fingerprint in more texts than this joins each text with the first and the one before only: a passage in n texts
then costs n pairs and not n². All copies of one passage stay connected."""
AROUND = 20
"""Words looked at on either side of a seed before it is believed."""
SHIFTS = (-2, -1, 0, 1, 2)
"""Words inserted or dropped beside a seed that the look around it forgives."""
CHUNK = 20_000
"""Seeds looked at in one go: bounds the memory to some tens of megabytes."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each starts and ends, in characters, and a hash of its normalised form."""

    starts: Places
    ends: Places
    hashes: Hashes


@dataclass(frozen=True, slots=True)
class Seed:
    """The same `k` words stand at word `at_a` of text `a` and at word `at_b` of text `b`; `a < b`."""

    a: int
    b: int
    at_a: int
    at_b: int


class Index:
    """Texts by their fingerprints. `words` holds the words of each text, in the order given."""

    def __init__(self, texts: Sequence[str], k: int, window: int) -> None:
        self.k, self.window = k, window
        self.words = tuple(split(texts))
        sizes = np.array([len(words.hashes) for words in self.words], dtype=np.int64)
        self._offsets = np.concatenate(([0], np.cumsum(sizes + AROUND + max(SHIFTS)))) + AROUND + max(SHIFTS)
        self._all = np.zeros(int(self._offsets[-1]), dtype=np.uint64)
        for offset, words in zip(self._offsets, self.words, strict=False):
            self._all[offset : offset + len(words.hashes)] = words.hashes
        self._values, self._texts, self._places = self._fingerprints()

    def _fingerprints(self) -> tuple[Hashes, Places, Places]:
        """Fingerprints sorted by value, then text; one that a text holds twice counts once, at its first place."""
        values, texts, places = [], [], []
        for number, words in enumerate(self.words):
            grams = fingerprints(words.hashes, self.k)
            kept = winnow(grams, self.window)
            values.append(grams[kept])
            texts.append(np.full(len(kept), number, dtype=np.int64))
            places.append(kept)
        if not values:
            nothing = np.zeros(0, dtype=np.int64)
            return nothing.astype(np.uint64), nothing, nothing
        value, text, place = np.concatenate(values), np.concatenate(texts), np.concatenate(places)
        order = np.lexsort((place, text, value))
        value, text, place = value[order], text[order], place[order]
        first = np.ones(len(value), dtype=bool)
        first[1:] = (value[1:] != value[:-1]) | (text[1:] != text[:-1])
        return value[first], text[first], place[first]

    def seeds(self, enough: int) -> Iterator[Seed]:
        """Places that hold the same words, sorted; `enough` of the words at and around both must be the same.

        Of the seeds in one run of equal words only the first is given.
        """
        left, right = self._joined()
        rows = np.stack((self._texts[left], self._texts[right], self._places[left], self._places[right]), axis=1)
        rows = rows[_heads(rows, self.k)]
        rows = rows[self._believable(rows, enough)]
        for a, b, at_a, at_b in rows[np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))].tolist():
            yield Seed(a, b, at_a, at_b)

    def _joined(self) -> tuple[Places, Places]:
        """Rows of the fingerprint table that are joined: all of a small group, a line and a star of a large one."""
        edges = np.flatnonzero(np.concatenate(([True], self._values[1:] != self._values[:-1], [True])))
        starts, sizes = edges[:-1], np.diff(edges)
        left, right = [], []
        for size in np.unique(sizes[sizes > 1]).tolist():
            of_size = starts[sizes == size][:, None]
            one, two = _pairs(size)
            left.append((of_size + one).ravel())
            right.append((of_size + two).ravel())
        if not left:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        return np.concatenate(left), np.concatenate(right)

    def _believable(self, rows: Places, enough: int) -> NDArray[np.bool_]:
        """Which seeds have `enough` equal words at and around them, counted along the best few diagonals."""
        found = [self._alike(rows[start : start + CHUNK]) for start in range(0, len(rows), CHUNK)]
        return np.concatenate(found) >= enough if found else np.zeros(0, dtype=bool)

    def _alike(self, rows: Places) -> Places:
        here, there = self._offsets[rows[:, 0]] + rows[:, 2], self._offsets[rows[:, 1]] + rows[:, 3]
        before, after = -1 - np.arange(AROUND), self.k + np.arange(AROUND)
        return self.k + self._equal(here, there, before) + self._equal(here, there, after)

    def _equal(self, here: Places, there: Places, steps: Places) -> Places:
        """The most equal words of `here` and `there` at `steps` from each, over the shifts."""
        mine = self._all[np.minimum(here[:, None] + steps, len(self._all) - 1)]
        best = np.zeros(len(here), dtype=np.int64)
        for shift in SHIFTS:
            yours = self._all[np.minimum(there[:, None] + steps + shift, len(self._all) - 1)]
            best = np.maximum(best, ((mine == yours) & (mine != 0)).sum(axis=1))
        return best

    def worn(self, groups: Sequence[int], often: int) -> tuple[NDArray[np.bool_], ...]:
        """For each text and word: whether a fingerprint there stands in `often` or more texts of one group.

        `groups` gives each text's group; a negative one belongs to none.
        """
        marks = tuple(np.zeros(len(words.hashes), dtype=bool) for words in self.words)
        group = np.asarray(groups, dtype=np.int64)[self._texts] if len(self._texts) else self._texts
        order = np.lexsort((group, self._values))
        values, group = self._values[order], group[order]
        same = (values[1:] == values[:-1]) & (group[1:] == group[:-1])
        edges = np.flatnonzero(np.concatenate(([True], ~same, [True]))) if len(values) else np.zeros(0, dtype=np.int64)
        many = (np.diff(edges) >= often) & (group[edges[:-1]] >= 0) if len(edges) else np.zeros(0, dtype=bool)
        worn = np.unique(values[edges[:-1]][many]) if many.any() else values[:0]
        for row in np.flatnonzero(np.isin(self._values, worn)).tolist():
            place = int(self._places[row])
            marks[int(self._texts[row])][place : place + self.k] = True
        return marks


def split(texts: Sequence[str]) -> Iterator[Words]:
    """The words of each text. Case, punctuation, kinds of apostrophe and a possessive `'s` make no difference."""
    known: dict[str, int] = {}
    for text in texts:
        starts, ends, hashes = [], [], []
        for match in WORD.finditer(text):
            word = match.group()
            number = known.get(word)
            if number is None:
                number = known[word] = _word_hash(word)
            starts.append(match.start())
            ends.append(match.end())
            hashes.append(number)
        yield Words(np.array(starts, np.int64), np.array(ends, np.int64), np.array(hashes, np.uint64))


def _word_hash(word: str) -> int:
    """64 bits that depend on the normalised word alone, on any machine; never 0, which stands between texts."""
    plain = unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("ʼ", "'").removesuffix("'s")
    return int.from_bytes(hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest(), "big") or 1


def fingerprints(hashes: Hashes, k: int) -> Hashes:
    """The fingerprint of every run of `k` words: a polynomial of the word hashes, mixed, modulo 2**64."""
    count = len(hashes) - k + 1
    if count <= 0:
        return hashes[:0]
    total = np.zeros(count, dtype=np.uint64)
    for step in range(k):
        total = total * np.uint64(0x9E3779B97F4A7C15) + hashes[step : step + count]
    total ^= total >> np.uint64(31)
    return total * np.uint64(0xBF58476D1CE4E5B9)


def winnow(grams: Hashes, window: int) -> Places:
    """Places of the least fingerprint of every `window` consecutive ones, the last of equals; sorted, each once."""
    if len(grams) == 0:
        return np.zeros(0, dtype=np.int64)
    window = min(window, len(grams))
    windows = np.lib.stride_tricks.sliding_window_view(grams, window)
    least = window - 1 - np.argmin(windows[:, ::-1], axis=1)
    return np.unique(least + np.arange(len(windows)))


def _pairs(size: int) -> tuple[Places, Places]:
    """Which of `size` places are joined: all with all, or for many each with the first and with the one before."""
    if size <= ALL_PAIRS:
        one, two = np.triu_indices(size, 1)
        return one.astype(np.int64), two.astype(np.int64)
    each = np.arange(1, size, dtype=np.int64)
    return np.concatenate((np.zeros(size - 1, dtype=np.int64), each[1:] - 1)), np.concatenate((each, each[1:]))


def _heads(rows: Places, k: int) -> NDArray[np.bool_]:
    """Which seeds are the first of their run: not within `k` words after another seed on the same diagonal."""
    diagonal = rows[:, 3] - rows[:, 2]
    order = np.lexsort((rows[:, 2], diagonal, rows[:, 1], rows[:, 0]))
    a, b, d, at = rows[order, 0], rows[order, 1], diagonal[order], rows[order, 2]
    follows = (a[1:] == a[:-1]) & (b[1:] == b[:-1]) & (d[1:] == d[:-1]) & (at[1:] - at[:-1] <= k)
    keep = np.ones(len(rows), dtype=bool)
    keep[order[1:][follows]] = False
    return keep
