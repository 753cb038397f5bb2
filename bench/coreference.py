"""How alike two partitions of mentions are: MUC, B-cubed, CEAF with entities' similarity, and the mean of their F1.

As in the reference scorer (Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions"): the two sides
need not hold the same mentions, clusters of one mention count, and a mention that one side lacks counts against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

Clusters = Sequence[Set[Hashable]]


@dataclass(frozen=True, slots=True)
class Measure:
    """Sums of one measure over any number of stories: what was right, of how much, on both sides."""

    right_gold: float = 0.0
    gold: float = 0.0
    right_said: float = 0.0
    said: float = 0.0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.right_gold + other.right_gold, self.gold + other.gold,
            self.right_said + other.right_said, self.said + other.said,
        )  # fmt: skip

    @property
    def recall(self) -> float:
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.right_said / self.said if self.said else 0.0

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def conll(measures: Iterable[Measure]) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF."""
    found = [measure.f1 for measure in measures]
    return sum(found) / len(found)


def measured(gold: Clusters, said: Clusters) -> tuple[Measure, Measure, Measure]:
    """MUC, B-cubed and CEAF (entities) of one story."""
    return muc(gold, said), b_cubed(gold, said), ceaf(gold, said)


def muc(gold: Clusters, said: Clusters) -> Measure:
    """Links: how many of a cluster's fewest links the other side has (Vilain et al. 1995)."""
    return Measure(*_links(gold, said), *_links(said, gold))


def _links(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    where = _where(others)
    parts = sum(len({where.get(one, ("alone", one)) for one in cluster}) for cluster in clusters)
    mentions = sum(map(len, clusters))
    return float(mentions - parts), float(mentions - len(clusters))


def _where(clusters: Clusters) -> Mapping[Hashable, Hashable]:
    return {one: number for number, cluster in enumerate(clusters) for one in cluster}


def b_cubed(gold: Clusters, said: Clusters) -> Measure:
    """Mentions: the share of a mention's cluster that the other side puts with it (Bagga and Baldwin 1998)."""
    shared = list(_shared(gold, said).items())
    return Measure(
        sum(many * many / len(gold[one]) for (one, _), many in shared), float(sum(map(len, gold))),
        sum(many * many / len(said[other]) for (_, other), many in shared), float(sum(map(len, said))),
    )  # fmt: skip


def ceaf(gold: Clusters, said: Clusters) -> Measure:
    """Entities: the best pairing of clusters, a pair's likeness being its Dice coefficient (Luo 2005, phi 4)."""
    alike = {
        (one, other): 2 * many / (len(gold[one]) + len(said[other]))
        for (one, other), many in _shared(gold, said).items()
    }
    best = sum(_best_pairing(group) for group in _components(alike))
    return Measure(best, float(len(gold)), best, float(len(said)))


def _shared(gold: Clusters, said: Clusters) -> dict[tuple[int, int], int]:
    where = {one: number for number, cluster in enumerate(said) for one in cluster}
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for number, cluster in enumerate(gold):
        for one in cluster:
            if one in where:
                counts[number, where[one]] += 1
    return counts


def _components(alike: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs in groups that share no cluster: each is paired up alone."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def first(node: tuple[str, int]) -> tuple[str, int]:
        while leader.setdefault(node, node) != node:
            node = leader[node]
        return node

    for one, other in alike:
        leader[first(("gold", one))] = first(("said", other))
    groups: dict[tuple[str, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (one, other), value in alike.items():
        groups[first(("gold", one))][one, other] = value
    return list(groups.values())


def _best_pairing(alike: Mapping[tuple[int, int], float]) -> float:
    """The largest sum of pairs, no cluster used twice: shortest augmenting paths with potentials (Kuhn, Munkres)."""
    rows, columns = sorted({one for one, _ in alike}), sorted({other for _, other in alike})
    if len(rows) > len(columns):
        return _best_pairing({(other, one): value for (one, other), value in alike.items()})
    cost = [[-alike.get((one, other), 0.0) for other in columns] for one in rows]
    owner = [-1] * len(columns)
    up, across = [0.0] * len(rows), [0.0] * len(columns)
    for row in range(len(rows)):
        _augment(row, cost, owner, up, across)
    return -sum(cost[row][column] for column, row in enumerate(owner) if row >= 0)


def _augment(start: int, cost: list[list[float]], owner: list[int], up: list[float], across: list[float]) -> None:
    """Give one more row a column, moving others on, at the least cost."""
    width = len(owner)
    least, came, seen = [float("inf")] * width, [-1] * width, set[int]()
    row, last = start, -1
    while True:
        for column in range(width):
            if column not in seen and (slack := cost[row][column] - up[row] - across[column]) < least[column]:
                least[column], came[column] = slack, last
        nearest = min((column for column in range(width) if column not in seen), key=least.__getitem__)
        step = least[nearest]
        up[start] += step
        for column in range(width):
            if column in seen:
                up[owner[column]] += step
                across[column] -= step
            else:
                least[column] -= step
        seen.add(nearest)
        last = nearest
        if owner[nearest] < 0:
            break
        row = owner[nearest]
    while last >= 0:
        before = came[last]
        owner[last] = owner[before] if before >= 0 else start
        last = before
