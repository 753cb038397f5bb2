"""Copies as findings: one for each pair of articles that share passages, with who had the text first as far as
known."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.compare.receipts import clipped, sentence, side, trimmed
from twosource.records import Copy, Finding, Range, Reading, Resolution, Side, Span, content_id

SHOWN = 3
"""Passages of a pair that are shown as sides, longest first; the reason counts all."""
VALUE_WORDS = 12
"""Words of a passage that stand as its value."""


def copy_findings(readings: Mapping[str, Reading], resolution: Resolution) -> tuple[Finding, ...]:
    """One finding of kind copy for each pair of articles, those with most words in common first.

    Sides come in pairs: the passage in the article that had it first (or, where that is not known, in the first by id),
    then the same passage in the other. A quotation is a sentence of the passage, never all of it.
    """
    pairs: dict[tuple[str, str], list[Copy]] = {}
    for copy in resolution.copies:
        if copy.first.article in readings and copy.later.article in readings:
            pairs.setdefault((copy.first.article, copy.later.article), []).append(copy)
    found = [(sum(c.words for c in pairs[pair]), pair, _finding(pairs[pair], readings)) for pair in sorted(pairs)]
    return tuple(finding for _, _, finding in sorted(found, key=lambda row: (-row[0], row[1])))


def _finding(copies: list[Copy], readings: Mapping[str, Reading]) -> Finding:
    ordered = sorted(copies, key=lambda c: (-c.words, c.first.start, c.later.start, c.first.end, c.later.end))
    first, later = readings[ordered[0].first.article], readings[ordered[0].later.article]
    sides = [_side(readings[span.article], span) for copy in ordered[:SHOWN] for span in (copy.first, copy.later)]
    words = sum(copy.words for copy in copies)
    about = sides[0].value
    places = [(c.first.article, c.first.start, c.later.article, c.later.start) for c in ordered]
    return Finding(content_id("copy", places), "copy", about, tuple(sides), _reason(ordered, first, later, words))


def _reason(copies: list[Copy], first: Reading, later: Reading, words: int) -> str:
    passages = "one passage" if len(copies) == 1 else f"{len(copies)} passages"
    stands = f"{passages}, {words} words, in {_name(first)} and in {_name(later)}"
    known = [copy for copy in copies if copy.known_first]
    if not known:
        return f"{stands}; nothing tells who had the text first"
    return f"{stands}; {_name(first)} had it first: {known[0].reason}"


def _name(reading: Reading) -> str:
    return reading.article.outlet or reading.article.source_file


def _side(reading: Reading, span: Span) -> Side:
    receipt = _shown(reading, (span.start, span.end))
    words = reading.article.text[slice(*receipt)].split()
    value = " ".join(words[:VALUE_WORDS]) + (" …" if len(words) > VALUE_WORDS else "")
    return side(reading, value, receipt)


def _shown(reading: Reading, span: Range) -> Range:
    """The first whole sentence of the passage, or as much of the passage as its first sentence holds."""
    start, end = trimmed(reading.article.text, clipped(reading, span))
    for sentence_start, sentence_end in reading.annotations.sentences:
        if start <= sentence_start and sentence_end <= end:
            return trimmed(reading.article.text, (sentence_start, sentence_end))
    first = sentence(reading, (start, min(start + 1, end)))
    return start, max(start, min(end, first[1]))
