"""Which words of a text stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

PARAGRAPH = re.compile(r"[^\n]+")
TYPED = re.compile(r"``|''|’’|‘‘")
"""Two single marks typed for one double mark."""
CLOSERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "「": "」", "『": "』"}
"""Opening marks with what may close them. A single straight mark is left out: it is nearly always an apostrophe."""


def quoted(text: str, starts: Sequence[int]) -> list[bool]:
    """For each place in `starts` (characters, sorted): whether it lies inside quotation marks.

    A quotation that a paragraph opens and does not close lasts to the end of the paragraph: the custom for speech of
    several paragraphs, each of which opens it again.
    """
    bounds = [place for stretch in stretches(text) for place in stretch]
    return [bisect_right(bounds, start) % 2 == 1 for start in starts]


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every quotation, outermost only, in order: from its opening mark to its closing one."""
    text = TYPED.sub('""', text)
    for paragraph in PARAGRAPH.finditer(text):
        place, end = paragraph.span()
        while place < end:
            closers = CLOSERS.get(text[place])
            if closers is None or (text[place] == "‘" and not text[place + 1 : place + 2].isalnum()):
                place += 1
                continue
            wide = 2 if text.startswith('""', place) else 1
            close = _close(text, place + wide, end, closers)
            yield place, close
            place = close + wide


def _close(text: str, place: int, end: int, closers: str) -> int:
    """Where a quotation closes: an apostrophe inside a word (it’s) does not close a single quotation."""
    while place < end:
        if text[place] in closers and not ("’" in closers and text[place + 1 : place + 2].isalnum()):
            return place
        place += 1
    return end
