"""The timeline as iCalendar (RFC 5545): an all-day entry for every item whose date is known to within a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TextIO

from twosource.export.edtf import bounds
from twosource.export.exporter import Exported, Exporter, marks, standing, who_says
from twosource.records import TimelineItem

LONGEST = dt.timedelta(days=31)
"""An item that is known less exactly would fill a calendar with what is not known."""
STAMP = "19700101T000000Z"
"""DTSTAMP is required; the same story must give the same file, so it is no clock's time."""
OCTETS = 75
"""Longest line of a file, in octets, without its line break (RFC 5545, 3.1)."""


def write_icalendar(story: Exported, stream: TextIO) -> None:
    """One calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//twosource//timeline//EN", "CALSCALE:GREGORIAN"]
    for item in story.comparison.timeline:
        lines += _entry(item)
    stream.write("".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line)))


def _entry(item: TimelineItem) -> Iterator[str]:
    days = _days(item.date)
    if days is None:
        return
    notes = [who_says(item), standing(item), *marks(item), f"date: {item.date_text} ({item.date_reason})"]
    quotes = [f"{report.outlet or report.source_file}: {report.quote}" for report in item.reports]
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@twosource.invalid"
    yield f"DTSTAMP:{STAMP}"
    yield f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{days[1]:%Y%m%d}"
    yield f"SUMMARY:{escaped(item.headline)}"
    yield f"DESCRIPTION:{escaped(chr(10).join(note for note in [*notes, *quotes] if note))}"
    if item.place:
        yield f"LOCATION:{escaped(item.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(edtf: str) -> tuple[dt.date, dt.date] | None:
    """The first day of an entry and the day after its last; None for what a calendar cannot show."""
    first, last = bounds(edtf)
    if not first or not last:
        return None
    try:
        begins, after = dt.date.fromisoformat(first), dt.date.fromisoformat(last) + dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return (begins, after) if dt.timedelta(0) < after - begins <= LONGEST and begins.year >= 1000 else None


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11): no mark of the format, no control character, each line break as such."""
    lines = ("".join(c for c in line.replace("\t", " ") if c.isprintable()) for line in text.splitlines())
    kept = "\n".join(lines)
    for mark in ("\\", ";", ","):
        kept = kept.replace(mark, f"\\{mark}")
    return kept.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, each but the first begun by a blank; no character is cut."""
    piece: list[str] = []
    size = 0
    for letter in line:
        weight = len(letter.encode("utf-8", "replace"))
        if size + weight > OCTETS:
            yield "".join(piece)
            piece, size = [" "], 1
        piece.append(letter)
        size += weight
    yield "".join(piece)


ICALENDAR = Exporter("icalendar", "a calendar (.ics): dated items as all-day entries", write_icalendar)
