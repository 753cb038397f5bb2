"""The shipped encoder at work: words in; tags, names, sentence starts and dependency scores out.

Words go in windows of whole paragraphs, cut at likely sentence ends, batched by length. What a window gives does not
depend on what else is in its batch, so the same text gives the same result in any company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.annotate.pieces import CASES, Pieces, case_of

MODEL = Path(__file__).parents[1] / "model"
WINDOW = 128
"""Pieces of a window of several sentences: parsing needs the sentence, and attention's cost grows with the square."""
LONGEST = 510
"""Pieces of one window at most: the encoder has 512 positions."""
BATCH = 512
"""Pieces of a batch, padding counted: more than this leave the processor's cache."""

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]


class Labels(msgspec.Struct, frozen=True):
    """The labels of each head, in the order of its outputs; `names` are BIO tags."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Window:
    """A run of words as the encoder reads them: `words` are their places in the text's list of words."""

    words: list[int]
    pieces: list[int]
    cases: list[int]
    first: list[int]


@dataclass(frozen=True)
class Reading:
    """What the encoder says of a window of n words: numbers of labels [n], log-odds of a sentence start [n], logits of
    name tags [n, tags], scores of arcs [n, n + 1] (column 0 is the root, column j + 1 the word j), and the vectors from
    which relations are told [n + 1, 128] (row 0 is the root's).
    """

    words: list[int]
    upos: Whole
    xpos: Whole
    feats: Whole
    starts: Floats
    names: Floats
    arcs: Floats
    low: Floats
    high: Floats


class Encoder:
    """The two graphs of the model with their labels. `threads`: how many a single run may use."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def session(name: str) -> Any:
            return onnxruntime.InferenceSession(folder / name, options, providers=["CPUExecutionProvider"])

        self.labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
        self.pieces = Pieces(folder / "vocabulary.txt")
        self._encoder, self._relations = session("encoder.onnx"), session("relations.onnx")
        self._outputs = [output.name for output in self._encoder.get_outputs()]

    def windows(self, words: Sequence[str], breaks: Sequence[bool], ends: Sequence[bool]) -> list[Window]:
        """Windows of the words that are not white space. `breaks`: whether a paragraph starts with the word; `ends`:
        whether a sentence probably starts there.
        """
        out: list[Window] = []
        run: list[int] = []
        for i, word in enumerate(words):
            if run and (breaks[i] or ends[i]) and not word.isspace():
                self._place(out, words, run, breaks)
                run = []
            if not word.isspace():
                run.append(i)
        if run:
            self._place(out, words, run, breaks)
        return out

    def _place(self, out: list[Window], words: Sequence[str], run: list[int], breaks: Sequence[bool]) -> None:
        """Adds a run of words to the last window, if it fits, or in windows of its own."""
        ids = [self.pieces.of(words[i]) for i in run]
        size = sum(map(len, ids)) + breaks[run[0]]
        if not out or len(out[-1].pieces) + size > WINDOW:
            out.append(self._opened())
        elif breaks[run[0]]:
            out[-1].pieces.append(self.pieces.sep)
            out[-1].cases.append(0)
        for i, pieces in zip(run, ids, strict=True):
            if len(out[-1].pieces) + len(pieces) > LONGEST:
                out.append(self._opened())
            window = out[-1]
            window.words.append(i)
            window.first.append(len(window.pieces))
            window.pieces.extend(pieces)
            window.cases.extend([CASES.index(case_of(words[i]))] * len(pieces))

    def _opened(self) -> Window:
        return Window([], [self.pieces.cls], [0], [0])

    def read(self, windows: Sequence[Window]) -> list[Reading]:
        """A reading for each window, in order."""
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].pieces))
        found = {i: reading for chunk in _chunks(order, windows) for i, reading in self._run(chunk, windows)}
        return [found[i] for i in range(len(windows))]

    def _run(self, chunk: Sequence[int], all_windows: Sequence[Window]) -> Iterator[tuple[int, Reading]]:
        windows = [all_windows[i] for i in chunk]
        width = max(len(w.pieces) for w in windows) + 1
        pieces = _padded([[*w.pieces, self.pieces.sep] for w in windows], width)
        inputs = {
            "pieces": pieces,
            "cases": _padded([w.cases for w in windows], width),
            "first": _padded([w.first for w in windows], max(len(w.first) for w in windows)),
            "mask": _padded([[1] * (len(w.pieces) + 1) for w in windows], width).astype(np.int32),
        }
        found = dict(zip(self._outputs, self._encoder.run(self._outputs, inputs), strict=True))
        for k, window in enumerate(windows):
            n = len(window.words) + 1
            starts = found["starts"][k, 1:n]
            yield chunk[k], Reading(
                words=window.words,
                upos=found["upos"][k, 1:n], xpos=found["xpos"][k, 1:n], feats=found["feats"][k, 1:n],
                starts=starts[:, 1] - starts[:, 0], names=found["names"][k, 1:n],
                arcs=found["arcs"][k, 1:n, :n], low=found["dep_low"][k, :n], high=found["dep_high"][k, :n],
            )  # fmt: skip

    def relations(self, low: Floats, high: Floats) -> Whole:
        """The number of the relation of each of n words to its head, from their vectors [n, 128]."""
        found: Whole = self._relations.run(["deps"], {"dep_low": low, "dep_high": high})[0]
        return found


@lru_cache(maxsize=4)
def encoder(threads: int = 1) -> Encoder:
    """The shipped encoder, loaded once a process."""
    return Encoder(threads=threads)


def _chunks(order: Iterable[int], windows: Sequence[Window]) -> Iterator[list[int]]:
    chunk: list[int] = []
    for i in order:
        if chunk and (len(chunk) + 1) * (len(windows[i].pieces) + 1) > BATCH:
            yield chunk
            chunk = []
        chunk.append(i)
    if chunk:
        yield chunk


def _padded(rows: list[list[int]], width: int) -> Whole:
    out = np.zeros((len(rows), width), dtype=np.int64)
    for row, values in zip(out, rows, strict=True):
        row[: len(values)] = values
    return out
