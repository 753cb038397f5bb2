"""Resolve: what the mentions of several pages are one of. Copies, dates, names, speakers, events, in this order, each
leaning on the ones before. Nothing depends on the order of the readings.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.records import Reading, Resolution
from twosource.resolve.attributions import speakers
from twosource.resolve.copies import copies
from twosource.resolve.events import events
from twosource.resolve.names import entities
from twosource.resolve.references import references
from twosource.resolve.times import documents, times
from twosource.settings import ResolveSettings

__all__ = ["copies", "documents", "entities", "events", "references", "resolve", "speakers", "times"]


def resolve(readings: Sequence[Reading], settings: ResolveSettings = ResolveSettings()) -> Resolution:
    """All that is one across `readings`."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    copied = copies(ordered, settings)
    written = documents(ordered, copied)
    dated = times(ordered, written, copied)
    named = entities(ordered)
    speaking = speakers(ordered, named)
    referring = references(ordered, named, speaking)
    told = events(ordered, dated, written, named, referring, copied)
    return Resolution(
        documents=written,
        times=dated,
        entities=named,
        speakers=speaking,
        copies=copied,
        events=told,
        references=referring,
    )
