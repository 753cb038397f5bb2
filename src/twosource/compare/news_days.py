"""The days that pages tell of as their news: what an undated sentence goes with, so that it can be put in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date as Day  # noqa: N812 - "date" is a word of many things here

from twosource.compare.receipts import Voices
from twosource.records import Date, Range, ResolvedTime

LAST = "9999"
NEWS = 7
"""Days before its own that a page still tells as news."""
HAPPENED = frozenset({"happened", "ongoing"})


class NewsDays:
    """Dates by their place in the articles of a story."""

    def __init__(self, voices: Voices) -> None:
        self._readings, self.written = voices.readings, voices.written
        self._times: dict[str, list[ResolvedTime]] = {}
        for time in voices.resolution.times:
            self._times.setdefault(time.span.article, []).append(time)
        self._days: dict[str, list[tuple[int, str]]] = {}

    def at(self, article: str, span: Range | None) -> Date | None:
        """The date that the first time expression in a span tells."""
        times = self._times.get(article, ()) if span else ()
        return next((time.date for time in times if span and span[0] <= time.span.start < span[1]), None)

    def before(self, article: str, place: int) -> str:
        """The day that the article told of last before this place, "" for none."""
        if article not in self._days:
            self._days[article] = sorted(self._told(article))
        days = self._days[article]
        at = bisect_right(days, (place, LAST))
        return days[at - 1][1] if at else ""

    def stand(self, date: Date, told: Iterable[tuple[str, int, bool]]) -> str:
        """The day at which something of this date stands in order; `told`: article, place, whether as background.

        The first day that its date allows. What is only known to lie before its page's day, and is not told as
        background, is news of that page: it goes with what the page tells before it. "" for what nothing dates.
        """
        if date.earliest is not None or date.latest is None:
            return date.earliest or ""
        news = (self.before(article, place) for article, place, background in told if not background)
        return min((day for day in news if day and day <= date.latest), default=date.latest)

    def _told(self, article: str) -> Iterator[tuple[int, str]]:
        """Days within a week of the page's own on which something happened or was said, each at its place."""
        written = self.written.get(article)
        if written is None or written.latest is None:
            return
        annotations = self._readings[article].annotations
        told = [event.time for event in annotations.events if not event.background and event.status in HAPPENED]
        told += [attribution.time for attribution in annotations.attributions]
        spans = [span for span in told if span is not None]
        for time in self._times.get(article, ()):
            day, at = time.date.earliest, time.span.start
            if day is None or day != time.date.latest or not 0 <= _days(day, written.latest) <= NEWS:
                continue
            if any(start <= at < end for start, end in spans):
                yield at, day


def _days(first: str, last: str) -> int:
    return (Day.fromisoformat(last) - Day.fromisoformat(first)).days
