"""Dates of publication: how often cleaning gives the day that a page's data state, where it cannot see those data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from twosource.records import Article

DATA = re.compile(rb"<script[^>]*ld\+json.*?</script>|<meta\b(?![^>]*charset)[^>]*>|<link\b[^>]*>", re.DOTALL | re.I)
"""What a page states for machines: JSON-LD, meta elements, its address."""
FARTHEST = timedelta(hours=14)
"""No two clocks on earth are further apart, but for one island."""
QUARTER = timedelta(minutes=15)
"""Zones differ by whole quarters of an hour."""


def stated_days(articles: Mapping[str, Article]) -> dict[str, str]:
    """What JSON-LD or a meta element gives as the date of publication, by page; pages that state none are left out."""
    found = {
        key: next((w.value for w in article.dates if w.known_by in ("json-ld", "meta")), "")
        for key, article in articles.items()
    }
    return {key: value for key, value in found.items() if value}


def score_dates(stated: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, float]:
    """Of the pages in `stated`, how many are `given` the same day, and of the days given how many are the same, in
    percent: `right` and `precision`."""
    same = sum(is_same(stated[key], value) for key in stated if (value := given.get(key)))
    said = sum(bool(given.get(key)) for key in stated)
    return {"right": 100 * same / max(1, len(stated)), "precision": 100 * same / max(1, said)}


def is_same(stated: str, given: str) -> bool:
    """Whether two ISO dates are of one day as written, or two date-times of one instant told in two zones."""
    if stated[:10] == given[:10]:
        return True
    if "T" not in stated or "T" not in given:
        return False
    apart = abs(_instant(stated) - _instant(given[:16]))  # a page's time as readers see it, in the zone it was made in
    return apart <= FARTHEST and apart % QUARTER == timedelta(0)


def _instant(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def is_visible(day: str, text: str) -> bool:
    """Whether an ISO day stands in `text` with its year, in whatever order; by no rule of twosource's own."""
    letters = re.sub(r"[\W_]+", "", text).casefold()
    return any(form in letters for form in _forms(date.fromisoformat(day[:10])))


def _forms(day: date) -> Iterator[str]:
    year, numbers = day.year, {str(day.day), f"{day.day:02d}"}
    for number in {*numbers, *(f"{day.day}{ending}" for ending in ("st", "nd", "rd", "th"))}:
        for month in (day.strftime("%B").lower(), day.strftime("%b").lower(), day.strftime("%b").lower() + "t"):
            yield from (f"{month}{number}{year}", f"{number}{month}{year}")
    for number in numbers:
        for month in {str(day.month), f"{day.month:02d}"}:
            yield from (f"{number}{month}{year}", f"{month}{number}{year}", f"{year}{month}{number}")
            yield f"{year}年{month}月{number}日"
