"""Arc scores to the best dependency tree with exactly one root: a maximum spanning arborescence.

The method is Chu and Liu's (1965) and Edmonds' (1967), with contraction in place. Scores are compared by rank first:
an arc from the root costs a whole rank, so the best arborescence has one root and nothing need be tried root by root
(the reweighting of Stanojević and Cohen, "A Root of a Problem", EMNLP 2021, free of its loss of precision).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LARGEST = 1e30


def tree(scores: NDArray[np.floating]) -> list[int]:
    """The head of each of n words in the best tree: a word's index, its own for the one root (spaCy's convention).

    `scores`, [n, n + 1]: at [i, 0] that word i is the root, at [i, j + 1] that word j is its head; higher is better,
    -inf and NaN are as good as impossible and taken only where no tree does without. A word is never its own head.
    Ties go to the lowest index. Raises ValueError for any other shape.
    """
    n = len(scores)
    if scores.shape != (n, n + 1) and n:
        raise ValueError(f"Arc scores must be [n, n + 1], found {scores.shape}: is the root's column missing?")
    clean = np.nan_to_num(scores.astype(np.float64), nan=-np.inf, posinf=LARGEST, neginf=-np.inf)
    words = np.arange(n)
    clean[words, words + 1] = -np.inf
    best = clean.argmax(axis=1) if n else words
    heads = np.where(best == 0, words, best - 1)
    if not _single_rooted(heads):
        heads = _Arcs.of(clean).spanning()
    return [int(head) for head in heads]


def _single_rooted(heads: NDArray[np.intp]) -> bool:
    """Whether exactly one word is its own head and every other leads to it."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(heads) and len(roots) != 1:
        return False
    far = heads
    for _ in range(len(heads).bit_length()):
        far = far[far]
    return bool((far == roots[0]).all()) if len(heads) else True


@dataclass
class _Arcs:
    """The arcs between the nodes left: node 0 is above the root, node i + 1 is word i or a cycle contracted into it.

    Each is [dependent, head]: `rank` and `value` are the score, `lower` and `upper` the two words' nodes that the arc
    joined before any contraction. `owner` says into which node each was contracted.
    """

    rank: Floats
    value: Floats
    lower: NDArray[np.intp]
    upper: NDArray[np.intp]
    owner: NDArray[np.intp]

    @staticmethod
    def of(scores: Floats) -> _Arcs:
        """`scores` as tree() takes them. A rank below all others bars arcs to oneself and into node 0."""
        size = len(scores) + 1
        nodes = np.arange(size)
        rank, value = np.zeros((size, size)), np.zeros((size, size))
        possible = np.isfinite(scores)
        rank[1:] = np.where(possible, 0.0, -1.0)
        value[1:] = np.where(possible, scores, 0.0)
        rank[:, 0] -= size
        rank[0], rank[nodes, nodes] = -np.inf, -np.inf
        lower, upper = np.meshgrid(nodes, nodes, indexing="ij")
        return _Arcs(rank, value, lower.copy(), upper.copy(), nodes.copy())

    def spanning(self) -> NDArray[np.intp]:
        """The heads of the words, the root's its own."""
        size = len(self.owner)
        best = np.zeros(size, dtype=np.intp)
        best[1:] = [self._best_head(node) for node in range(1, size)]
        undo = []
        while cycle := _cycle(best, self.owner):
            inner = [(int(self.lower[node, best[node]]), int(self.upper[node, best[node]])) for node in cycle]
            undo.append((cycle, inner, self.owner.copy()))
            self._contract(cycle, best)
            kept = cycle[0]
            best[self._among(cycle)[best]] = kept
            best[kept] = self._best_head(kept)
        return self._expand(best, undo)

    def _among(self, nodes: list[int]) -> NDArray[np.bool_]:
        """For each node, whether it is one of these."""
        out = np.zeros(len(self.owner), dtype=np.bool_)
        out[nodes] = True
        return out

    def _best_head(self, node: int) -> int:
        return int(_first_best(self.rank[node], self.value[node]))

    def _contract(self, cycle: list[int], best: NDArray[np.intp]) -> None:
        """Makes a cycle one node, the first of it. An arc into it counts by what it adds to the arc it breaks."""
        kept, rows = cycle[0], np.array(cycle)
        every = np.arange(len(self.owner))
        rank = self.rank[rows] - self.rank[rows, best[rows]][:, None]
        value = self.value[rows] - self.value[rows, best[rows]][:, None]
        entry = rows[_first_best(rank, value, axis=0)]
        way_out = rows[_first_best(self.rank[:, rows], self.value[:, rows], axis=1)]
        into = (
            self.rank[entry, every] - self.rank[entry, best[entry]],
            self.value[entry, every] - self.value[entry, best[entry]],
        )
        arcs = (self.rank, self.value, self.lower, self.upper)
        columns = [table[every, way_out] for table in arcs]
        lines = [*into, self.lower[entry, every], self.upper[entry, every]]
        for table, column, line in zip(arcs, columns, lines, strict=True):
            table[:, kept], table[kept] = column, line
        gone = rows[1:]
        self.rank[gone], self.rank[:, gone], self.rank[kept, kept] = -np.inf, -np.inf, -np.inf
        self.owner[self._among(cycle)[self.owner]] = kept

    def _expand(
        self, best: NDArray[np.intp], undo: list[tuple[list[int], list[tuple[int, int]], NDArray[np.intp]]]
    ) -> NDArray[np.intp]:
        """Heads of words from the arcs between the last nodes and, cycle by cycle, all but the arc that was broken."""
        heads = np.full(len(self.owner), -1, dtype=np.intp)
        for node in set(self.owner[1:].tolist()):
            heads[self.lower[node, best[node]]] = self.upper[node, best[node]]
        for cycle, inner, owner in reversed(undo):
            entered = owner[np.flatnonzero(self._among(cycle)[owner] & (heads >= 0))[0]]
            for node, (low, up) in zip(cycle, inner, strict=True):
                if node != entered:
                    heads[low] = up
        words = np.arange(len(heads) - 1)
        return np.where(heads[1:] == 0, words, heads[1:] - 1)


def _first_best(rank: Floats, value: Floats, axis: int = -1) -> NDArray[np.intp]:
    """Where the score is highest, rank before value, along an axis; the first of equals."""
    first: NDArray[np.intp] = np.where(rank == rank.max(axis=axis, keepdims=True), value, -np.inf).argmax(axis=axis)
    return first


def _cycle(best: NDArray[np.intp], owner: NDArray[np.intp]) -> list[int]:
    """The nodes of a cycle among the arcs `best` between the nodes left, the lowest first; empty if there is none."""
    heads = best.tolist()
    seen = [0] * len(heads)
    for start in sorted(set(owner[1:].tolist())):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = heads[node]
        if node and seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return sorted(cycle)
    return []
