"""An article's text cut at everything that was read in it: each piece is text with the kinds of what covers it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from twosource.records import Range, Reading

SHOWN_KINDS = ("said", "name", "time", "amount", "event")
"""What is marked in an article, in the order in which a reader's click is answered last to first."""


class Piece(NamedTuple):
    """A piece of a paragraph: its place, its text, and the kinds that cover it."""

    start: int
    end: int
    text: str
    kinds: tuple[str, ...]


def covers(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of everything that was read in an article."""
    found = reading.annotations
    for attribution in found.attributions:
        if attribution.kind == "speech":
            yield from ((start, end, "said") for start, end in attribution.content)
    yield from ((one.start, one.end, "name") for one in found.mentions)
    yield from ((one.start, one.end, "time") for one in found.times)
    yield from ((one.start, one.end, "amount") for one in found.amounts)
    yield from ((*one.trigger, "event") for one in found.events)


def paragraphs(reading: Reading, lit: Range | None = None) -> list[list[Piece]]:
    """Every paragraph in pieces; those in `lit` are of kind "lit" too. Joined, the pieces are the paragraph."""
    marked = [*covers(reading), *([(*lit, "lit")] if lit else [])]
    text = reading.article.text
    return [_pieces(text, start, end, marked) for start, end in reading.article.paragraphs]


def _pieces(text: str, start: int, end: int, marked: list[tuple[int, int, str]]) -> list[Piece]:
    inside = [(max(s, start), min(e, end), kind) for s, e, kind in marked if s < end and start < e]
    cuts = sorted({start, end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    return [
        Piece(s, e, text[s:e], tuple(dict.fromkeys(kind for a, b, kind in inside if a <= s and e <= b)))
        for s, e in pairwise(cuts)
    ]
