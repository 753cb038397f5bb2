"""Dates for people, and reports of one event that date it differently."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from twosource.compare.receipts import Voices
from twosource.records import Date, Event, EventMention, Finding, Reading, Resolution, ResolvedTime, Side, content_id
from twosource.settings import CompareSettings

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PARTS: Final = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter", "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4",
    "40": "first half of", "41": "second half of",
}  # fmt: skip
Told = tuple[ResolvedTime, str, EventMention]
"""The date that a report tells of an event, with its article."""


def date_text(date: Date) -> str:
    """A date in a few words: "2021-05-09", "July 2021", "a Friday, 2021-05-21 or later", "date unknown"."""
    weekday = _WEEKDAYS[date.weekday - 1] if date.weekday and 1 <= date.weekday <= 7 else None
    if weekday and "/" in date.edtf:
        return f"a {weekday}, {_interval(date.edtf)}"
    if weekday and not date.edtf:
        return f"a {weekday}, date unknown"
    return _plain(date.edtf) if date.edtf else "date unknown"


def _plain(edtf: str) -> str:
    if "/" in edtf:
        return _interval(edtf)
    if found := re.fullmatch(r"([\dX]{4})-(\d\d)", edtf):
        return _part(found[1], found[2])
    if found := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", edtf):
        return f"{int(found[2])} {_month(found[1])}, no year"
    if re.fullmatch(r"\d{3}X", edtf):
        return f"the {edtf[:3]}0s"
    if re.fullmatch(r"\d{2}XX", edtf):
        return f"the {edtf[:2]}00s"
    if re.fullmatch(r"-\d{4}|0000", edtf):
        return f"{1 - int(edtf)} BC"
    return edtf


def _month(number: str) -> str:
    return _MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else number


def _part(year: str, code: str) -> str:
    """A month, season, quarter or half, of a year or of one not known."""
    name = _PARTS.get(code) or _month(code)
    if year != "XXXX":
        return f"{name} {year}"
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def _interval(edtf: str) -> str:
    low, high = edtf.split("/", 1)
    if low == "..":
        return f"{high} or earlier"
    if high == "..":
        return f"{low} or later"
    return _nights(low, high) or f"between {low} and {high}"


def _nights(low: str, high: str) -> str:
    """Days that follow each other within a week: "2020-09-14 to 20"."""
    try:
        days = (dt.date.fromisoformat(high) - dt.date.fromisoformat(low)).days
    except ValueError:
        return ""
    return f"{low} to {high[8:]}" if 0 < days < 7 and low[:7] == high[:7] else ""


def date_findings(
    event: Event,
    readings: Mapping[str, Reading],
    resolution: Resolution,
    settings: CompareSettings,
    voices: Voices | None = None,
) -> tuple[Finding, ...]:
    """One finding when reports of an event give it days that cannot both be: each date with its receipts.

    `voices` spares building the index of dates again for every event.
    """
    dated = _told(event, readings, (voices or Voices(readings, resolution)).dates)
    clashing = _clashing(dated)
    if len({one[1] for one in clashing}) < 2:
        return ()
    sides = tuple(_side(readings[article], time, mention) for time, article, mention in clashing)
    dates = sorted({date_text(time.date) for time, _, _ in clashing})
    reason = f"{len({one[1] for one in clashing})} reports date it differently: {', '.join(dates)}"
    key = content_id("date", event.id, [(side.article, side.start, side.end) for side in sides])
    return (Finding(key, "difference", "date", sides, reason, event.id),)


def _told(
    event: Event, readings: Mapping[str, Reading], by_span: Mapping[tuple[str, int, int], ResolvedTime]
) -> list[Told]:
    """The dates that the reports themselves tell of the event, in order of article; inherited ones are out."""
    found = []
    for member in sorted(event.members, key=lambda member: (member.article, member.index)):
        reading = readings.get(member.article)
        if reading is None or member.index >= len(reading.annotations.events):
            continue
        mention = reading.annotations.events[member.index]
        if mention.time is None or "time" in mention.inherited:
            continue
        time = by_span.get((member.article, *mention.time))
        if time and time.date.known_by in {"stated", "relative"} and (time.date.earliest or time.date.latest):
            found.append((time, member.article, mention))
    return found


def _clashing(dated: Sequence[Told]) -> list[Told]:
    """Those that share no day with another."""
    begun = max((time.date.earliest or "" for time, _, _ in dated), default="")
    over = min((time.date.latest for time, _, _ in dated if time.date.latest), default="")
    return [
        one
        for one in dated
        if (one[0].date.latest and one[0].date.latest < begun)
        or (one[0].date.earliest and over and over < one[0].date.earliest)
    ]


def _side(reading: Reading, time: ResolvedTime, mention: EventMention) -> Side:
    article = reading.article
    start, end = mention.sentence
    words = article.text[time.span.start : time.span.end]
    value = date_text(time.date) if words == time.date.edtf else f"{words} ({date_text(time.date)})"
    return Side(value, article.text[start:end], article.id, article.source_file, article.outlet, start, end)
