"""How much of a page is read: pages are hostile, and every later rule takes time for what it is given."""

from __future__ import annotations

import re

from twosource.clean.lines import MAX_LINES

MAX_HTML, MAX_TEXT = 3_000_000, 2_000_000
"""Characters of a page that are read; the largest news page in the benches has 1.5 million, with its tags."""
MAX_TAGS = 30_000
"""Marks of tags that are read; the pages in the benches have 3,000. The time and memory of parsers grow with these."""
CUT = "twosource: "
"""What a note begins with that says what was not read."""

_EMPTY_LINES = re.compile(r"\n{3,}")


def bounded(text: str, html: bool) -> tuple[str, str | None]:
    """The part of a page's text that is read, and a line that says so where it is not all of it."""
    whole, most = len(text), MAX_HTML if html else MAX_TEXT
    text = text[:most]
    if text.count("<") > MAX_TAGS:
        text = text[: _end_of(text, "<", MAX_TAGS)]
        return text, f"page cut at character {len(text):,}: more than {MAX_TAGS:,} tags"
    if not html and text.count("\n") > MAX_LINES:
        text = _EMPTY_LINES.sub("\n\n", text)
        end = _end_of(text, "\n", MAX_LINES)
        if end < len(text):
            return text[:end], f"page cut after {MAX_LINES:,} lines"
    return text, f"page cut after {most:,} characters" if whole > most else None


def _end_of(text: str, mark: str, most: int) -> int:
    """Where the mark stands that is one too many; the length of the text where there are not so many."""
    kept = text.split(mark, most)
    return len(text) - len(kept[-1]) - 1 if len(kept) > most else len(text)
