"""Which items of a timeline to show. Nothing is dropped from the story; a filter says what it left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from twosource.errors import SettingsError
from twosource.export.edtf import bounds
from twosource.export.exporter import marks
from twosource.records import NameView, TimelineItem

WRITTEN = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def between(items: Sequence[TimelineItem], first: str | None, last: str | None) -> tuple[TimelineItem, ...]:
    """Items that may have happened from `first` to `last` (each "2020", "2020-08" or "2020-08-15", or None for open).

    An item whose date is not known at all is not among them. Raises SettingsError for what is no date.
    """
    start = _day(first, 0) or "0000-01-01"
    end = _day(last, 1) or "9999-12-31"
    if start > end:
        raise SettingsError(f"nothing lies from {first} to {last}: the first date is the later one")
    return tuple(item for item in items if _overlaps(item, start, end))


def _day(text: str | None, side: int) -> str | None:
    if text is None:
        return None
    day = bounds(text)[side] if WRITTEN.fullmatch(text) else None
    try:
        return date.fromisoformat(day or "").isoformat()
    except ValueError:
        raise SettingsError(f"{text!r} is no date: write 2020, 2020-08 or 2020-08-15") from None


def _overlaps(item: TimelineItem, start: str, end: str) -> bool:
    earliest, latest = bounds(item.date)
    if earliest is None and latest is None:
        return False
    return (earliest or start) <= end and (latest or end) >= start


def about(items: Sequence[TimelineItem], name: str, names: Sequence[NameView]) -> tuple[TimelineItem, ...]:
    """Items with someone or something of this name, under any of its spellings, among participants, place or quotes."""
    wanted = name.casefold()
    views = [(view.name, *view.aliases) for view in names if _is_named(view, wanted)]
    spelled = _shortest({spelling.casefold() for view in views for spelling in view} or {wanted})
    return tuple(item for item in items if _tells(item, spelled))


def _shortest(spelled: set[str]) -> tuple[str, ...]:
    """Those that hold none of the others: where one of the others stands, so does one of these."""
    kept: list[str] = []
    for one in sorted(spelled, key=lambda one: (len(one), one)):
        if not any(short in one for short in kept):
            kept.append(one)
    return tuple(kept)


def _is_named(view: NameView, wanted: str) -> bool:
    return any(wanted in spelling.casefold() for spelling in (view.name, *view.aliases))


def _tells(item: TimelineItem, spelled: Sequence[str]) -> bool:
    told = "\0".join((*item.participants, item.place or "", *(report.quote for report in item.reports))).casefold()
    return any(spelling in told for spelling in spelled)


def contested(items: Sequence[TimelineItem]) -> tuple[TimelineItem, ...]:
    """Items on which reports or speakers disagree, in figures, dates or the matter itself."""
    return tuple(item for item in items if marks(item))


def weightiest(items: Sequence[TimelineItem], number: int) -> tuple[TimelineItem, ...]:
    """The `number` items that the story leans on most, in the order in which they stood."""
    best = sorted(range(len(items)), key=lambda place: (-items[place].weight, place))[:number]
    return tuple(items[place] for place in sorted(best))
