"""When one page was written, as far as known: what it states itself, and how bounds narrow that."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.records import DateKnownBy, Reading

from .date_ranges import Stretch, parse_day, stretch
from .note_dates import archived, past_days

AT_ODDS: Final = "the page tells as past what is later than it states to be, or than its copies are"


@dataclass(frozen=True, slots=True)
class Written:
    """When a page was written, as far as known. `soft` bounds choose years but are never shown."""

    days: Stretch = field(default_factory=Stretch)
    soft: dt.date | None = None
    known_by: DateKnownBy = "unknown"
    low_reason: str = ""
    high_reason: str = ""
    root: str = ""
    """The reason of the best lower bound that rests on no chosen year."""
    ceiling: dt.date | None = None
    """The last day that the page itself allows: of its year, of its update, of a correction."""
    ceiling_reason: str = ""
    at_odds: bool = False
    """Its own statement and its text contradict each other: nothing is known of it."""

    def after(self, low: dt.date | None, reason: str, root: bool = True) -> Written:
        """Not before `low`. `root` is false where the bound itself follows from a year chosen to fit."""
        if low is None or self._closed:
            return self
        if self.days.low and self.days.low >= low:
            return replace(self, root=reason) if root and not self.root else self
        root_reason = reason if root else self.root
        return replace(
            self, days=Stretch(low, self.days.high), low_reason=reason, known_by="inferred", root=root_reason
        )

    def before(self, high: dt.date | None, reason: str) -> Written:
        """Not after `high`; a plan for a day that is past by then says nothing."""
        past = high and self.days.low and high < self.days.low
        if high is None or past or self._closed or (self.days.high and self.days.high <= high):
            return self
        return replace(self, days=Stretch(self.days.low, high), high_reason=reason, known_by="inferred")

    def no_later(self, high: dt.date, reason: str) -> Written:
        """Not after `high`, as the page itself states."""
        if self.ceiling and self.ceiling <= high:
            return self
        return replace(self.before(high, reason), ceiling=high, ceiling_reason=reason)

    def softly(self, high: dt.date) -> Written:
        """Probably not after `high`."""
        return self if self.soft and self.soft <= high else replace(self, soft=high)

    def settled(self) -> Written:
        """Without bounds that contradict each other.

        An announcement gives way to what is told as past, for plans are told of the past as well. Where the page's own
        statement is contradicted, nothing says which of the two is wrong, and nothing is known.
        """
        low, high = self.days.low, self.days.high
        if not low or not high or low <= high:
            return self
        if self.ceiling and self.ceiling < low:
            return Written(low_reason=AT_ODDS, at_odds=True)
        return replace(self, days=Stretch(low, self.ceiling), high_reason=self.ceiling_reason)

    @property
    def likely(self) -> Stretch:
        """The days with the soft bound."""
        highs = [day for day in (self.days.high, self.soft) if day]
        return Stretch(self.days.low, min(highs, default=None))

    @property
    def _closed(self) -> bool:
        return self.known_by == "stated" or self.at_odds


def stated(reading: Reading) -> Written:
    """What the page itself states of its date, with bounds from its notes and the time of its update."""
    article = reading.article
    day = parse_day(article.published.value) if article.published else None
    if day and article.published:
        reason = f"the page states it ({article.published.known_by})"
        return Written(Stretch(day, day), None, "stated", reason)
    dateline = article.dateline.date if article.dateline else None
    if dateline and (day := parse_day(dateline)):
        return Written(Stretch(day, day), None, "stated", "the dateline states it")
    written = Written()
    days = stretch(article.published.value) if article.published else None
    if article.published and days and days.high:
        reason = f"the page states {article.published.value} ({article.published.known_by})"
        written = written.after(days.low, reason).no_later(days.high, reason)
    if article.updated and (day := parse_day(article.updated.value)):
        written = written.no_later(day, f"the page was updated on {day}")
    return _noted(written, reading)


def _noted(written: Written, reading: Reading) -> Written:
    """Bounds from the notes: a photo was taken before the page was made, unless of old; a correction came after."""
    for note in reading.article.notes:
        day = parse_day(note.date)
        if note.kind == "caption" and not archived(note.text):
            for taken in sorted(each for each in (day, *past_days(note.text)) if each):
                written = written.after(taken, f"a photo caption tells of {taken}")
        elif note.kind in {"correction", "update"} and day:
            written = written.no_later(day, f"it was corrected on {day}")
    return written
