"""Dates written out in a caption or another note, which no annotator reads."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from .date_ranges import parse_day

_MONTHS: Final = "january february march april may june july august september october november december".split()
_WRITTEN_DATE: Final = re.compile(
    r"\b(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<month>[A-Z][a-z]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"
    r"|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]+),? (?P<year2>\d{4})|(?P<month3>[A-Z][a-z]+),? (?P<year3>\d{4}))\b"
)
# Before a date in a caption: what it shows was still to come ("the pier, due to open on 3 June 2030").
_STILL_TO_COME: Final = re.compile(r"\b(?:will|due|until|by|planned|scheduled|set|expected) [^.]{0,60}$")

# A picture from the files says nothing of the page, not even that it is younger: it may illustrate anything.
_ARCHIVED: Final = re.compile(
    r"\b(?:file|library|stock|archive|archival|undated) (?:photo|photograph|picture|image|pic|footage)s?\b"
    r"|\((?:file|archive)\)|\barchives?\b|\bfile\W{0,3}$",
    re.IGNORECASE,
)


def archived(text: str) -> bool:
    """Whether a caption is of a picture from the files."""
    return _ARCHIVED.search(text) is not None


def past_days(text: str) -> list[dt.date | None]:
    """The days that a note tells as past, each the first of what is written out (a day, a month); None for no date."""
    found = [each for each in _WRITTEN_DATE.finditer(text) if not _STILL_TO_COME.search(text[: each.start()][-80:])]
    return [_written_day(each) for each in found]


def _written_day(found: re.Match[str]) -> dt.date | None:
    if found["iso"]:
        return parse_day(found["iso"])
    month = (found["month"] or found["month2"] or found["month3"]).lower()
    numbers = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(month) and len(month) >= 3]
    if not numbers:
        return None
    day = int(found["day"] or found["day2"] or 1)
    return parse_day(f"{int(found['year'] or found['year2'] or found['year3']):04d}-{numbers[0]:02d}-{day:02d}")
