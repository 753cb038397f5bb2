"""Undated pages: PolNeAR articles in stories of sixty, half of them without their date, and what is found of it.

An article's date is withheld by a hash of its name, so that the same ones are asked each time. What is found is an
interval, open or closed: it must hold the true day. How wide it is matters less; that a day is right, most of all.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from msgspec import structs

from bench.copies import articles
from twosource.annotate import annotate
from twosource.records import Date, Reading
from twosource.resolve import copies
from twosource.resolve.times import documents
from twosource.settings import ResolveSettings

STORY = 60
"""Articles in a story."""
STORIES = 2


def score_undated(shared: Path) -> dict[str, float]:
    """`undated_contain`: percent of the intervals found that hold the true day; `undated_bounded`: percent of the pages
    that have one; `undated_days`: the days between the true day and the nearest bound, in the median.

    Raises FileNotFoundError where the data are absent.
    """
    ordered = sorted(articles(shared), key=lambda reading: _hash(reading.article.id))
    found: list[tuple[str, Date]] = []
    for number in range(STORIES):
        found += _story(ordered[number * STORY : (number + 1) * STORY])
    bounded = [(day, date) for day, date in found if date.earliest or date.latest]
    right = [(day, date) for day, date in bounded if (date.earliest or "") <= day <= (date.latest or "9999")]
    return {
        "undated_contain": round(100 * len(right) / max(1, len(bounded)), 2),
        "undated_bounded": round(100 * len(bounded) / max(1, len(found)), 2),
        "undated_days": float(median([_gap(day, date) for day, date in right] or [0])),
    }


def _story(pages: Sequence[Reading]) -> list[tuple[str, Date]]:
    """The true day and what is found, of each page of a story whose date is withheld."""
    truth: dict[str, str] = {}
    readings = []
    for page in pages:
        article = page.article
        if article.published and _hash(article.id + " withheld") % 2:
            truth[article.id] = article.published.value
            article = structs.replace(article, published=None)
        readings.append(Reading(article, annotate(article)))
    written = documents(readings, copies(readings, ResolveSettings()))
    return [(truth[each.article], each.date) for each in written if each.article in truth]


def _hash(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])


def _gap(day: str, date: Date) -> int:
    """The days from the true day to the nearer bound."""
    bounds = [bound for bound in (date.earliest, date.latest) if bound]
    return min(abs((dt.date.fromisoformat(bound) - dt.date.fromisoformat(day)).days) for bound in bounds)
