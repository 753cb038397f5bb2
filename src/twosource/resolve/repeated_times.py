"""Times that a page took over with a passage: "on Friday" in a repost is the Friday of the page that had it first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from twosource.records import Copy, Reading, Span

Place = tuple[str, int]
"""A page and the index of one of its times."""


def repeated(readings: Sequence[Reading], copies: Sequence[Copy]) -> dict[Place, Place]:
    """For each time of a copied passage, the same time where it was told first: in a page that copied it from nobody.

    Only where it is known who had the passage first, and where both tell the same times in the same words.
    """
    pages = {reading.article.id: reading for reading in readings}
    source: dict[Place, Place] = {}
    for copy in sorted(copies, key=_order):
        first, later = pages.get(copy.first.article), pages.get(copy.later.article)
        if copy.known_first and first and later:
            mine, theirs = _inside(first, copy.first), _inside(later, copy.later)
            if [words for words, _ in mine] == [words for words, _ in theirs]:
                for (_, here), (_, there) in zip(mine, theirs, strict=True):
                    source.setdefault((later.article.id, there), (first.article.id, here))
    return {place: _root(place, source) for place in source}


def alongside(readings: Sequence[Reading], copies: Sequence[Copy]) -> dict[Place, tuple[Place, ...]]:
    """For each month and day without its year in a copied passage, the same in the other pages that have the passage.

    Whoever had it first: what one sentence tells of "17 May" is one day in all of them.
    """
    pages = {reading.article.id: reading for reading in readings}
    found: dict[Place, set[Place]] = {}
    for copy in copies:
        one, two = pages.get(copy.first.article), pages.get(copy.later.article)
        if one and two:
            mine, theirs = _inside(one, copy.first), _inside(two, copy.later)
            if [words for words, _ in mine] == [words for words, _ in theirs]:
                for (_, here), (_, there) in zip(mine, theirs, strict=True):
                    if re.match(r"XXXX-\d\d", one.annotations.times[here].unanchored):
                        found.setdefault((one.article.id, here), set()).add((two.article.id, there))
                        found.setdefault((two.article.id, there), set()).add((one.article.id, here))
    return {place: tuple(sorted(places)) for place, places in found.items()}


def borrowed(readings: Sequence[Reading], copies: Sequence[Copy]) -> frozenset[Place]:
    """The times of a copied passage in the pages that took it, or of which nothing tells that they did not."""
    pages = {reading.article.id: reading for reading in readings}
    spans = [span for copy in copies for span in ((copy.later,) if copy.known_first else (copy.first, copy.later))]
    return frozenset(
        (span.article, index)
        for span in spans
        if span.article in pages
        for _, index in _inside(pages[span.article], span)
    )


def _order(copy: Copy) -> tuple[str, int, str, int]:
    return (copy.later.article, copy.later.start, copy.first.article, copy.first.start)


def _inside(reading: Reading, span: Span) -> list[tuple[str, int]]:
    """The times of a passage: words and index."""
    return [
        (reading.article.text[time.start : time.end], index)
        for index, time in enumerate(reading.annotations.times)
        if span.start <= time.start and time.end <= span.end
    ]


def _root(place: Place, source: Mapping[Place, Place]) -> Place:
    """Where a time was told first of all; of pages that copy each other in a ring, the one before the ring closes."""
    seen = {place}
    while (above := source.get(place)) and above not in seen:
        seen.add(above)
        place = above
    return place
