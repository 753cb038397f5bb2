"""The best sequence of BIO tags: Viterbi over the encoder's scores, in which I-X follows only B-X or I-X; and what no
name looks like put right.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.name_lists import HONORIFICS

Floats = NDArray[np.float32]
NEVER = np.float32(-1e9)
ENDINGS = frozenset((".", "!", "?", ")", "'", "’", "+", "°"))
"""Signs in which a name may end: "Roe Inc.", "Help!", "Roe (Selm)"."""
STACKED = "NORP"
"""Of this kind names stand side by side: "Turkish Cypriot". Of another they are one, but in lists without commas."""


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


def tidied(tags: Sequence[str], words: Sequence[str]) -> list[str]:
    """The tags without signs at the ends of names and forms of address before them, and with names of one kind that
    stand side by side as one.
    """
    out = ["O", *tags, "O"]
    for i in range(1, len(out) - 1):
        if out[i][0] == "B" and out[i][1:] == out[i - 1][1:] and out[i][2:] != STACKED:
            out[i] = "I" + out[i][1:]
    for i in range(len(out) - 2, 0, -1):
        if out[i] != "O" and out[i + 1][0] != "I" and _is_sign(words[i - 1]) and words[i - 1] not in ENDINGS:
            out[i] = "O"
    for i in range(1, len(out) - 1):
        addressed = out[i + 1] == "I-PERSON" and words[i - 1].lower() in HONORIFICS
        if out[i][0] == "B" and (addressed or _is_sign(words[i - 1])):
            out[i + 1] = "B" + out[i + 1][1:] if out[i + 1][0] == "I" else out[i + 1]
            out[i] = "O"
    return out[1:-1]


def _is_sign(word: str) -> bool:
    return not any(c.isalnum() for c in word)


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
