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

OPENING = re.compile(r"‘(?=[^\W_])|[" + "".join(mark for mark in CLOSERS if mark != "‘") + "]")
"""A single mark opens only before a letter or figure ..."""
CLOSING = {mark: re.compile(r"’(?![^\W_])" if mark == "‘" else f"[{closers}]")
           for mark, closers in CLOSERS.items()}  # fmt: skip
"""... and an apostrophe inside a word (it’s) closes none."""


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
        while opening := OPENING.search(text, place, end):
            place = opening.start()
            wide = 2 if text.startswith('""', place) else 1
            closing = CLOSING[text[place]].search(text, place + wide, end)
            close = closing.start() if closing else end
            yield place, close
            place = close + wide
