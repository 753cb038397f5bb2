"""The best sequence of BIO tags: Viterbi over the encoder's scores, in which I-X follows only B-X or I-X."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NEVER = np.float32(-1e9)


def best_tags(scores: Floats, tags: tuple[str, ...]) -> list[str]:
    """The tags of n words of one text from their scores [n, tags], consistent among themselves."""
    best = scores.argmax(1)
    if not len(scores) or consistent([tags[i] for i in best]):
        return [tags[i] for i in best]
    moves = _moves(tags)
    total = scores[0] + _opening(tags)
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = total[:, None] + moves
        back[i] = paths.argmax(0)
        total = paths.max(0) + scores[i]
    out = [int(total.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        out.append(int(back[i, out[-1]]))
    return [tags[i] for i in reversed(out)]


def consistent(tags: Sequence[str]) -> bool:
    """Whether each I- goes on with what stands before it."""
    return all(tag[0] != "I" or before[1:] == tag[1:] for before, tag in zip(["O", *tags], tags, strict=False))


@lru_cache(maxsize=4)
def _moves(tags: tuple[str, ...]) -> Floats:
    return np.array(
        [[0 if consistent([a if a[0] != "I" else "B" + a[1:], b]) else NEVER for b in tags] for a in tags], np.float32
    )


@lru_cache(maxsize=4)
def _opening(tags: tuple[str, ...]) -> Floats:
    return np.array([0 if consistent([tag]) else NEVER for tag in tags], dtype=np.float32)
