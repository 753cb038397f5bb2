"""The count: a model's scores of a text's words, what the rules and the page add to them, and the names that follow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc, Token

from twosource.annotate.name_told import KINDS, TAGS, Scores, columns, told
from twosource.annotate.spans import best_tags, tidied
from twosource.records import MentionKind


@dataclass(slots=True, frozen=True)
class Span:
    """A name as counted: tokens `start:end` of the ballot."""

    start: int
    end: int
    kind: MentionKind


class Ballot:
    """Scores of the tokens of a Doc that are not white space; votes are added until the names are read off."""

    def __init__(self, doc: Doc) -> None:
        self.tokens: list[Token] = [token for token in doc if not token.is_space]
        self.words = [token.text for token in self.tokens]
        self.starts = [token.idx for token in self.tokens]
        self.ends = [token.idx + len(token) for token in self.tokens]
        self.scores: Scores = told(self.tokens)
        text = doc.text
        lines = (
            at for at, (end, start) in enumerate(zip(self.ends, self.starts[1:], strict=False), 1)
            if start - end > 0 and ("\n" in text[end:start] or "\r" in text[end:start])
        )  # fmt: skip
        self.lines = [0, *lines, len(self.tokens)]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the characters `start:end` touch."""
        return max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)

    def vote(self, start: int, end: int, kind: MentionKind, weight: float) -> None:
        """For `kind` in tokens `start:end`, wherever the name begins."""
        self.scores[start:end, columns(kind)] += weight

    def against(self, start: int, end: int, weight: float) -> None:
        """Against any name in tokens `start:end`."""
        self.scores[start:end, 0] += weight

    def whole(self, start: int, end: int, kind: MentionKind, weight: float) -> None:
        """For one name of `kind` that is exactly tokens `start:end`."""
        at = columns(kind).start
        self.scores[start, at] += weight
        self.scores[start + 1 : end, at + 1] += weight

    def chances(self) -> Scores:
        """Of each token its scores for no name and for each of KINDS [n, 1 + kinds]."""
        pairs = [np.logaddexp.reduce(self.scores[:, columns(kind)], axis=1) for kind in KINDS]
        found: Scores = np.stack([self.scores[:, 0], *pairs], axis=1)
        return found

    def names(self) -> list[Span]:
        """The best names by all votes, in order. None crosses a line."""
        found: list[Span] = []
        for start, end in pairwise(self.lines):
            if start < end:
                tags = tidied(best_tags(self.scores[start:end], TAGS), self.words[start:end])
                found.extend(_spans(tags, start))
        return found


_KIND: dict[str, MentionKind] = {kind: kind for kind in KINDS}


def _spans(tags: list[str], offset: int) -> list[Span]:
    found: list[Span] = []
    for at, tag in enumerate(tags, offset):
        if tag == "O":
            continue
        kind = _KIND[tag[2:]]
        if tag[0] == "I" and found and found[-1].end == at and found[-1].kind == kind:
            found[-1] = Span(found[-1].start, at + 1, kind)
        else:
            found.append(Span(at, at + 1, kind))
    return found
