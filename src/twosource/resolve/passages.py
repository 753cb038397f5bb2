"""From seeds to passages: the longest stretches of two texts that are word for word the same but for small edits.

A seed grows to the run of equal words around it. Runs that follow each other in both texts are chained; difflib finds
what is equal in the gaps and beyond the ends; then a chain is cut where the edits outweigh what is equal, as a local
alignment is (Smith and Waterman, 1981). The work is linear in the words but for the gaps, which are short.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

GAP = 30
"""Words between two runs of one passage, at most: a long sentence put in."""
MARGIN = 24
"""Words looked at beyond the ends of a chain."""
DROP = 12
"""A passage ends where this many more words differ than are the same."""
LOOK_BACK = 40
"""Runs before a run that it may follow: bounds the time on texts with thousands of runs."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` equal words at word `a` of the one text and word `b` of the other."""

    a: int
    b: int
    length: int

    @property
    def end_a(self) -> int:
        """The word after the run in the one text."""
        return self.a + self.length

    @property
    def end_b(self) -> int:
        """The word after the run in the other text."""
        return self.b + self.length


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage by its runs of equal words, in order."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> tuple[int, int]:
        """Its first word and the word after it in the one text."""
        return self.runs[0].a, self.runs[-1].end_a

    @property
    def b(self) -> tuple[int, int]:
        """Its first word and the word after it in the other text."""
        return self.runs[0].b, self.runs[-1].end_b

    @property
    def equal(self) -> int:
        """How many words are the same."""
        return sum(run.length for run in self.runs)

    @property
    def length(self) -> int:
        """Its length in words, in the text where it is longer."""
        return max(self.a[1] - self.a[0], self.b[1] - self.b[0])


def passages(one: Sequence[int], two: Sequence[int], seeds: Iterable[tuple[int, int]]) -> tuple[Passage, ...]:
    """The passages of two sequences of word hashes that hold a seed (a place in each), in the order of the first.

    No word of either sequence is in two passages.
    """
    grown: set[Run] = set()
    ends: dict[int, int] = {}
    for at_one, at_two in sorted(seeds):
        if ends.get(at_two - at_one, -1) <= at_one:
            run = _grow(one, two, at_one, at_two)
            ends[at_two - at_one] = run.end_a
            grown.add(run)
    found = [part for chain in _chains(sorted(grown)) for part in _cut(_filled(one, two, chain))]
    return _apart(found, len(one), len(two))


def _grow(one: Sequence[int], two: Sequence[int], a: int, b: int) -> Run:
    """The longest run of equal words that holds this place."""
    back = 0
    while back < min(a, b) and one[a - back - 1] == two[b - back - 1]:
        back += 1
    forth, most = 0, min(len(one) - a, len(two) - b)
    while forth < most and one[a + forth] == two[b + forth]:
        forth += 1
    return Run(a - back, b - back, back + forth)


def _chains(runs: list[Run]) -> list[list[Run]]:
    """Runs joined to chains in which each follows the one before in both texts, the heaviest chain first."""
    weight: list[float] = [run.length for run in runs]
    before: list[int | None] = [None] * len(runs)
    for i, run in enumerate(runs):
        for j in range(max(0, i - LOOK_BACK), i):
            joined = weight[j] + run.length - _distance(runs[j], run)
            if joined > weight[i]:
                weight[i], before[i] = joined, j
    chains, used = [], [False] * len(runs)
    for last in sorted(range(len(runs)), key=lambda i: (-weight[i], i)):
        chain: list[Run] = []
        place: int | None = last
        while place is not None and not used[place]:
            used[place] = True
            chain.append(runs[place])
            place = before[place]
        if chain:
            chains.append(_trimmed(chain[::-1]))
    return chains


def _distance(one: Run, two: Run) -> float:
    """What it costs to go from a run to a later one; infinite when it cannot follow."""
    gap_a, gap_b = two.a - one.end_a, two.b - one.end_b
    overlap = max(0, -gap_a, -gap_b)
    if overlap >= min(two.length, one.length) or max(gap_a, gap_b) > GAP:
        return float("inf")
    return overlap + 0.3 * max(gap_a, gap_b, 0) + 0.2 * abs(gap_a - gap_b)


def _trimmed(chain: list[Run]) -> list[Run]:
    """The chain with each run shortened at its start where it overlaps the one before."""
    trimmed = chain[:1]
    for run in chain[1:]:
        cut = max(0, trimmed[-1].end_a - run.a, trimmed[-1].end_b - run.b)
        if cut < run.length:
            trimmed.append(Run(run.a + cut, run.b + cut, run.length - cut))
    return trimmed


def _filled(one: Sequence[int], two: Sequence[int], chain: list[Run]) -> list[Run]:
    """The chain with the equal words in its gaps and beyond its ends."""
    first, last = chain[0], chain[-1]
    runs = _equal(one, two, (max(0, first.a - MARGIN), first.a), (max(0, first.b - MARGIN), first.b))
    for run, following in zip(chain, [*chain[1:], None], strict=True):
        runs.append(run)
        if following is not None:
            runs += _equal(one, two, (run.end_a, following.a), (run.end_b, following.b))
    return runs + _equal(one, two, (last.end_a, last.end_a + MARGIN), (last.end_b, last.end_b + MARGIN))


def _equal(one: Sequence[int], two: Sequence[int], a: tuple[int, int], b: tuple[int, int]) -> list[Run]:
    """Runs of equal words in a stretch of each, in order."""
    mine, yours = one[a[0] : a[1]], two[b[0] : b[1]]
    if not mine or not yours:
        return []
    blocks = SequenceMatcher(None, mine, yours, autojunk=False).get_matching_blocks()
    return [Run(a[0] + block.a, b[0] + block.b, block.size) for block in blocks if block.size]


def _cut(runs: list[Run]) -> list[Passage]:
    """The best scoring stretches: an equal word counts one, a word that differs takes one away."""
    found: list[Passage] = []
    part: list[Run] = []
    score = best = kept = 0
    for run in runs:
        if part:
            score -= max(run.a - part[-1].end_a, run.b - part[-1].end_b)
            if score <= 0 or score < best - DROP:
                found.append(Passage(tuple(part[:kept])))
                part, score, best = [], 0, 0
        part.append(run)
        score += run.length
        if score > best:
            best, kept = score, len(part)
    if part:
        found.append(Passage(tuple(part[:kept])))
    return found


def _apart(found: list[Passage], size_one: int, size_two: int) -> tuple[Passage, ...]:
    """The passages with the most equal words first claim their words; one that overlaps a claimed one is dropped."""
    one, two = bytearray(size_one), bytearray(size_two)
    kept = []
    for passage in sorted(found, key=lambda each: (-each.equal, each.a, each.b)):
        mine, yours = slice(*passage.a), slice(*passage.b)
        if 1 not in one[mine] and 1 not in two[yours]:
            one[mine] = b"\1" * (passage.a[1] - passage.a[0])
            two[yours] = b"\1" * (passage.b[1] - passage.b[0])
            kept.append(passage)
    return tuple(sorted(kept, key=lambda each: (each.a, each.b)))
