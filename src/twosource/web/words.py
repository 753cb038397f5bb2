"""What the templates of the desk are given beside their records: filters and words (see `export/words.py`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from twosource.export.exporter import TIES, count, decided, marks, standing, tellers, who_says
from twosource.export.words import (
    KINDS,
    KNOWN_BY,
    MANNERS,
    MARKS,
    TYPES,
    after,
    before,
    clipped,
    dated,
    day,
    file_name,
    known,
)
from twosource.web.details import RAW, Taken

FINDINGS = {
    "dispute": "Disputes",
    "difference": "Differences",
    "revision": "Revisions",
    "agreement": "Agreements",
    "copy": "Copies",
}
HOW = {
    "stated": "a page says so",
    "relative": "from the page’s date",
    "inferred": "inferred",
    "inherited": "from the context",
    "judged": "set by a person",
    "unknown": "",
}
"""How a date is known, in the few words that stand under it."""
SHORT = 40
"""Characters of a value that can stand over its sentence; what is longer is bold inside it alone."""


DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
"""What the filters take for a date, as HTML's `pattern`: while one is being typed nothing is asked for."""
SAID = 20
"""Quotations shown on the page of a name; the others have a page of their own."""

LONGEST = 2000
"""Characters shown of anything but an article's own text: a longer title, name or sentence is a page badly cut, or one
that means harm."""


def bounded(text: str | None, longest: int = LONGEST) -> str:
    """Text of a page for a line of ours (see `export.words.shown`), cut where it is longer than anybody reads."""
    return clipped(text, longest)


def bold(quote: str | None, value: str | None) -> Markup:
    """A sentence with the words in question bold, where it has them as they are."""
    sentence, words = bounded(quote), bounded(value)
    start, found, end = sentence.partition(words) if words else (sentence, "", "")
    return Markup("{}<b>{}</b>{}").format(start, found, end) if found else escape(sentence)


def found(quote: str | None, asked: str) -> Markup:
    """A sentence that a search found, with the words that were asked for bold."""
    terms = sorted(
        {term for term in re.findall(r"\w+", asked[:200]) if len(term) > 1}, key=lambda one: (-len(one), one)
    )
    if not terms:
        return escape(bounded(quote))
    pieces = re.split(rf"\b((?:{'|'.join(map(re.escape, terms))})\w{{0,30}})", bounded(quote), flags=re.IGNORECASE)
    return Markup("").join(Markup("<b>{}</b>").format(one) if at % 2 else one for at, one in enumerate(pieces))


def meant(one: Taken) -> str:
    """What something in an article was taken for, as a reader would say it."""
    if one.kind == "event":
        kind, _, status = one.meaning.partition(", ")
        return ", ".join([TYPES.get(kind, kind), *([status] if status != "happened" else [])])
    if one.kind == "amount":
        value, _, unit = one.meaning.rpartition(" ")
        written = (word for word in one.words.split() if unit.isalpha() and word.casefold().startswith(unit))
        return f"{value} {next(written, unit)}"
    return day(one.meaning) if one.kind == "time" else bounded(one.meaning)


FILTERS: dict[str, Callable[..., Any]] = {
    "shown": bounded, "file_name": file_name, "day": day, "dated": dated, "known": known, "before": before,
    "after": after, "bold": bold, "found": found, "meant": meant, "decided": decided,
}  # fmt: skip
GLOBALS: dict[str, Any] = {
    "count": count, "marks": marks, "standing": standing, "tellers": tellers, "who_says": who_says,
    "MARKS": MARKS, "KNOWN_BY": KNOWN_BY, "KINDS": KINDS, "FINDINGS": FINDINGS, "TYPES": TYPES, "MANNERS": MANNERS,
    "TIES": TIES,
    "HOW": HOW, "SHORT": SHORT, "RAW": RAW, "DAY": DAY, "SAID": SAID,
}  # fmt: skip
