"""Resolve: what the mentions of several pages are one of. Copies, dates, names, speakers, events, in this order, each
leaning on the ones before. Nothing depends on the order of the readings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from twosource.records import Entity, Judgement, Reading, Reference, Resolution, Speaker
from twosource.resolve.attributions import speakers
from twosource.resolve.casting import Casting
from twosource.resolve.copies import copies
from twosource.resolve.country_ties import tied
from twosource.resolve.events import events
from twosource.resolve.judgements import Judged, Places
from twosource.resolve.known_names import linked
from twosource.resolve.names import entities
from twosource.resolve.places import places
from twosource.resolve.references import references
from twosource.resolve.times import documents, times
from twosource.settings import ResolveSettings

T = TypeVar("T")

__all__ = ["copies", "documents", "entities", "events", "places", "references", "resolve", "speakers", "times"]


PARTS = 9


class _Steps:
    """Hands on what each part has made, and says how many of the parts are done."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._done, self._progress = 0, progress
        progress(0, PARTS)

    def __call__(self, made: T) -> T:
        self._done += 1
        self._progress(self._done, PARTS)
        return made


def resolve(
    readings: Sequence[Reading],
    settings: ResolveSettings = ResolveSettings(),
    judgements: Sequence[Judgement] = (),
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Resolution:
    """All that is one across `readings`, with what people decided above it. `progress`: (parts done, parts)."""
    step = _Steps(progress)
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    where = Places(ordered)
    of_names, of_events = (Judged(judgements, what, where) for what in ("name", "event"))
    copied = step(copies(ordered, settings))
    written = step(documents(ordered, copied))
    dated = step(times(ordered, written, copied))
    named = step(linked(entities(ordered, of_names), settings.known))
    speaking, referring = _who(ordered, named, step)
    told = step(events(ordered, dated, written, named, referring, copied, of_events))
    located = step(places(named, ordered))
    return Resolution(
        documents=written,
        times=dated,
        entities=step(tied(named, ordered, located)),
        speakers=speaking,
        copies=copied,
        events=told,
        references=referring,
        places=located,
        unapplied=(*of_names.unapplied(), *of_events.unapplied()),
    )


def _who(
    ordered: Sequence[Reading], named: Sequence[Entity], step: _Steps
) -> tuple[tuple[Speaker, ...], tuple[Reference, ...]]:
    """Who speaks, and whom pronouns and descriptions mean: both by the same casting, which is then let go."""
    casting = Casting(ordered, named)
    speaking = step(speakers(ordered, named, casting))
    return speaking, step(references(ordered, named, speaking, casting))
