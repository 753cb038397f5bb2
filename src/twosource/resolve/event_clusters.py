"""Tellings into events by average linkage: two clusters join while the mean of all pairs between them supports it, and
some pair is strong by itself.

No link is carried over to what it was not made for: a pair that was never looked at, or that speaks against, counts in
the mean, and one pair that cannot be forbids the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]
Sums = tuple[float, int, float]
"""Of the pairs scored between two clusters: the sum, how many, and the best."""
# A pair that shares no block has nothing in common that was looked for.
UNSEEN = -5.0


def clusters(
    size: int, scores: Mapping[Pair, float], strong: float, mean: float, apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """The numbers below `size` in clusters, each sorted, by the scores of their pairs (lower number first).

    A join needs a pair of `strong` or more and a mean of `mean` or more. `apart` says of two numbers that they cannot
    be one, scored or not. Of equal means the lower numbers join first.
    """
    return _Linkage(size, scores, strong, mean, apart).joined()


class _Linkage:
    def __init__(
        self, size: int, scores: Mapping[Pair, float], strong: float, mean: float, apart: Callable[[int, int], bool]
    ) -> None:
        self.strong, self.mean, self.apart = strong, mean, apart
        self.members: dict[int, list[int]] = {one: [one] for one in range(size)}
        self.near: dict[int, dict[int, Sums]] = {}
        """Cluster to cluster: what is scored between them."""
        for (one, two), score in scores.items():
            self.near.setdefault(one, {})[two] = self.near.setdefault(two, {})[one] = (score, 1, score)
        self.heap = [(-score, one, two) for (one, two), score in scores.items() if score >= strong]
        heapify(self.heap)

    def joined(self) -> list[list[int]]:
        fresh = len(self.members)
        while self.heap:
            _, one, two = heappop(self.heap)
            if one in self.members and two in self.members and self._compatible(one, two):
                self._join(one, two, fresh)
                fresh += 1
        return [sorted(cluster) for cluster in self.members.values()]

    def _compatible(self, one: int, two: int) -> bool:
        return not any(self.apart(i, j) for i in self.members[one] for j in self.members[two])

    def _join(self, one: int, two: int, fresh: int) -> None:
        self.members[fresh] = self.members.pop(one) + self.members.pop(two)
        near = self.near.pop(one)
        for other, (total, many, best) in self.near.pop(two).items():
            before, so_many, best_before = near.get(other, (0.0, 0, best))
            near[other] = (before + total, so_many + many, max(best, best_before))
        near = {other: sums for other, sums in near.items() if other in self.members}
        self.near[fresh] = near
        for other, sums in near.items():
            around = self.near[other]
            around.pop(one, None)
            around.pop(two, None)
            around[fresh] = sums
            self._offer(other, fresh, sums)

    def _offer(self, one: int, two: int, sums: Sums) -> None:
        total, scored, best = sums
        pairs = len(self.members[one]) * len(self.members[two])
        mean = (total + UNSEEN * (pairs - scored)) / pairs
        if best >= self.strong and mean >= self.mean:
            heappush(self.heap, (-mean, one, two))
