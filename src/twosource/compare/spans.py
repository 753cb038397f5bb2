"""Ranges of one text, found by place without a look at all of them: a long page has hundreds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from twosource.records import Range

Numbered = tuple[int, int, int]
"""Start, end, and the number of what stands there."""


class Spans:
    """Numbered ranges, which may overlap and repeat."""

    def __init__(self, ranges: Iterable[Numbered]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _, _ in self._ranges]
        self._longest = max((end - start for start, end, _ in self._ranges), default=0)

    def beside(self, span: Range) -> list[Numbered]:
        """Those that share a character with `span` or touch it, by their place."""
        first = bisect_left(self._starts, span[0] - self._longest)
        last = bisect_right(self._starts, span[1])
        return [one for one in self._ranges[first:last] if one[1] >= span[0]]
