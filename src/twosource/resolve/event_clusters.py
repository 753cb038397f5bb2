"""Tellings into events by average linkage: two clusters join while the mean of all pairs between them supports it, and
some pair is strong by itself.

No link is carried over to what it was not made for: a pair that was never looked at, or that speaks against, counts in
the mean, and one pair that cannot be forbids the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import inf

Pair = tuple[int, int]
Sums = tuple[float, int, float]
"""Of the pairs scored between two clusters: the sum, how many, and the best."""
Near = dict[int, dict[int, Sums]]
"""Cluster to cluster: what is scored between them."""
# A pair that shares no block has nothing in common that was looked for.
UNSEEN = -5.0
NOTHING: Sums = (0.0, 0, -inf)


def clusters(
    size: int, scores: Mapping[Pair, float], strong: float, mean: float, apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """The numbers below `size` in clusters, each sorted, by the scores of their pairs (lower number first).

    A join needs a pair of `strong` or more and a mean of `mean` or more. `apart` says of two numbers that they cannot
    be one, scored or not. Of equal means the lower numbers join first.
    """
    group = _groups(size, (pair for pair, score in scores.items() if score >= strong))
    near: dict[int, Near] = defaultdict(dict)
    for one in range(size):
        near[group[one]][one] = {}
    for (one, two), score in scores.items():
        if group[one] == group[two]:
            around = near[group[one]]
            around[one][two] = around[two][one] = (score, 1, score)
    return [cluster for around in near.values() for cluster in _Linkage(around, strong, mean, apart).joined()]


def _groups(size: int, links: Iterable[Pair]) -> list[int]:
    """The group of each number: those that a chain of strong pairs joins. No cluster can reach beyond its group."""
    of = list(range(size))

    def top(one: int) -> int:
        while of[one] != one:
            of[one] = one = of[of[one]]
        return one

    for one, two in links:
        of[top(two)] = top(one)
    return [top(one) for one in range(size)]


class _Linkage:
    """The clusters of one group."""

    def __init__(self, near: Near, strong: float, mean: float, apart: Callable[[int, int], bool]) -> None:
        self.near, self.strong, self.mean, self.apart = near, strong, mean, apart
        self.members = {one: [one] for one in near}
        self.heap = [
            (-score, one, two)
            for one, around in near.items()
            for two, (score, _, _) in around.items()
            if one < two and score >= strong
        ]
        heapify(self.heap)

    def joined(self) -> list[list[int]]:
        fresh = max(self.members) + 1
        while self.heap:
            _, one, two = heappop(self.heap)
            if one in self.members and two in self.members and self._compatible(one, two):
                self._join(one, two, fresh)
                fresh += 1
        return [sorted(cluster) for cluster in self.members.values()]

    def _compatible(self, one: int, two: int) -> bool:
        return not any(self.apart(i, j) for i in self.members[one] for j in self.members[two])

    def _join(self, one: int, two: int, fresh: int) -> None:
        self.members[fresh] = members = self.members.pop(one) + self.members.pop(two)
        less, more = sorted((self.near.pop(one), self.near.pop(two)), key=len)
        for other, (total, many, best) in less.items():
            before, so_many, best_before = more.get(other, NOTHING)
            more[other] = (before + total, so_many + many, max(best, best_before))
        more.pop(one, None)
        more.pop(two, None)
        self.near[fresh] = more
        for other, sums in more.items():
            around = self.near[other]
            around.pop(one, None)
            around.pop(two, None)
            around[fresh] = sums
            total, scored, best = sums
            if best >= self.strong:
                pairs = len(members) * len(self.members[other])
                mean = (total + UNSEEN * (pairs - scored)) / pairs
                if mean >= self.mean:
                    heappush(self.heap, (-mean, other, fresh))
