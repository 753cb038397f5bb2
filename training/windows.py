"""Sentences to the numbers that the encoder reads: vocabularies of labels, windows of sentences, padded batches."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from training.markup import NAMES
from training.treebanks import Sentence
from twosource.annotate.encoder import Labels
from twosource.annotate.pieces import CASES, Pieces, case_of

IGNORE = -100
TASKS = ("upos", "xpos", "feats")


def labels_of(sentences: Sequence[Sentence]) -> Labels:
    """The labels of the heads: those seen two or three times at least, by frequency; the BIO tags of all names."""

    def seen(field: str, least: int) -> tuple[str, ...]:
        counts = Counter(label for s in sentences for label in getattr(s, field))
        return tuple(label for label, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= least)

    names = ("O", *(f"{bio}-{kind}" for kind in NAMES for bio in "BI"))
    return Labels(seen("upos", 2), seen("xpos", 2), seen("feats", 3), seen("deps", 2), names)


@dataclass(frozen=True)
class Window:
    """Consecutive sentences of one document as one input. Word 0 is [CLS], so word i of the text stands at i + 1."""

    pieces: list[int]
    cases: list[int]
    first: list[int]
    labels: dict[str, list[int]]
    sentence: list[int]


class Windows:
    """Makes windows of sentences; `limit` is the most pieces of one."""

    def __init__(self, labels: Labels, pieces: Pieces) -> None:
        self.pieces = pieces
        self.index = {task: {label: i for i, label in enumerate(getattr(labels, task))}
                      for task in (*TASKS, "deps", "names")}  # fmt: skip

    def groups(
        self, sentences: Sequence[Sentence], rng: random.Random | None, limit: int = 160
    ) -> list[list[Sentence]]:
        """Runs of sentences of one document. With `rng`, of random length (training); without, filled (evaluation)."""
        out: list[list[Sentence]] = []
        size, most = 0, 0
        for sentence in sentences:
            n = sum(len(self.pieces.of(w)) for w in sentence.words)
            if out and out[-1][-1].document == sentence.document and size + n <= most:
                out[-1].append(sentence)
                size += n
            else:
                out.append([sentence])
                size, most = n, (rng.choice((24, 48, 96, limit)) if rng else limit)
        return out

    def window(self, group: Sequence[Sentence], shout: str = "") -> Window:
        """One window. `shout`: "upper" or "title" shows the words so written, with the labels they have."""
        out = Window([self.pieces.cls], [0], [0], {t: [IGNORE] for t in (*self.index, "heads", "starts")}, [-1])
        for k, sentence in enumerate(group):
            offset = len(out.first)
            if k and sentence.paragraph != group[k - 1].paragraph:
                out.pieces.append(self.pieces.sep)
                out.cases.append(0)
            for i, word in enumerate(sentence.words):
                self._word(out, word.upper() if shout == "upper" else word.title() if shout == "title" else word)
                self._labels(out, sentence, i, offset)
                out.sentence.append(k)
        out.pieces.append(self.pieces.sep)
        out.cases.append(0)
        return out

    def _word(self, out: Window, word: str) -> None:
        ids = self.pieces.of(word)
        out.first.append(len(out.pieces))
        out.pieces.extend(ids)
        out.cases.extend([CASES.index(case_of(word))] * len(ids))

    def _labels(self, out: Window, s: Sentence, i: int, offset: int) -> None:
        for task, index in self.index.items():
            values = getattr(s, task)
            out.labels[task].append(index.get(values[i], IGNORE) if values else IGNORE)
        out.labels["heads"].append(IGNORE if not s.heads else 0 if s.heads[i] < 0 else s.heads[i] + offset)
        out.labels["starts"].append(int(i == 0) if s.heads or i == 0 else IGNORE)


@dataclass(frozen=True)
class Batch:
    """Padded arrays. `inside`: which word may be which word's head (same sentence, or [CLS])."""

    pieces: torch.Tensor
    mask: torch.Tensor
    cases: torch.Tensor
    first: torch.Tensor
    inside: torch.Tensor
    labels: dict[str, torch.Tensor]


def batches(windows: Sequence[Window], size: int, rng: random.Random | None) -> Iterator[Batch]:
    """Windows of like length together, up to `size` pieces with padding; shuffled where `rng` is given."""
    order = sorted(range(len(windows)), key=lambda i: (len(windows[i].pieces), rng.random() if rng else i))
    chunks, chunk = list[list[int]](), list[int]()
    for i in order:
        if chunk and (len(chunk) + 1) * len(windows[i].pieces) > size:
            chunks.append(chunk)
            chunk = []
        chunk.append(i)
    chunks.append(chunk)
    if rng:
        rng.shuffle(chunks)
    for chunk in chunks:
        yield batch([windows[i] for i in chunk])


def batch(windows: Sequence[Window]) -> Batch:
    """The windows padded to one shape."""
    p, w = max(len(x.pieces) for x in windows), max(len(x.first) for x in windows)

    def padded(rows: list[list[int]], width: int, fill: int) -> torch.Tensor:
        return torch.from_numpy(np.array([row + [fill] * (width - len(row)) for row in rows], dtype=np.int64))

    sentence = padded([x.sentence for x in windows], w, -2)
    inside = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, :, None] >= 0)
    inside[:, :, 0] = True
    return Batch(
        pieces=padded([x.pieces for x in windows], p, 0),
        mask=padded([[1] * len(x.pieces) for x in windows], p, 0).bool(),
        cases=padded([x.cases for x in windows], p, 0),
        first=padded([x.first for x in windows], w, 0),
        inside=inside,
        labels={t: padded([x.labels[t] for x in windows], w, IGNORE) for t in windows[0].labels},
    )
