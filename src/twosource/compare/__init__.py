"""Compare: where the reports of a story agree, differ and contradict each other, and the views that people look at.

To add a comparison: a file here with a function of (readings, resolution, settings, voices) that gives findings, a
line in COMPARISONS, a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from twosource.compare.amounts import amount_findings
from twosource.compare.attributions import attribution_views
from twosource.compare.copies import copy_findings
from twosource.compare.disputes import disputes
from twosource.compare.names import name_views
from twosource.compare.receipts import Voices
from twosource.compare.revisions import revisions
from twosource.compare.rival_figures import rival_figures
from twosource.compare.sources import source_views
from twosource.compare.timeline import timeline
from twosource.compare.times import date_findings
from twosource.compare.tolls import toll_findings
from twosource.records import Comparison, Event, Finding, Reading, Resolution
from twosource.settings import CompareSettings

Readings = Mapping[str, Reading]
Findings = tuple[Finding, ...]
OfEvent = Callable[[Event, Readings, Resolution, CompareSettings, Voices], Findings]
OfStory = Callable[[Readings, Resolution, CompareSettings, Voices], Findings]


def each_event(of_event: OfEvent) -> OfStory:
    """A comparison of the reports of one event, made for every event that several pages tell."""

    def of_story(readings: Readings, resolution: Resolution, settings: CompareSettings, voices: Voices) -> Findings:
        several = (e for e in resolution.events if len({m.article for m in e.members}) > 1)
        return tuple(f for event in several for f in of_event(event, readings, resolution, settings, voices))

    return of_story


COMPARISONS: tuple[OfStory, ...] = (
    each_event(amount_findings),
    each_event(date_findings),
    toll_findings,
    rival_figures,
    disputes,
    revisions,
    lambda readings, resolution, _settings, _voices: copy_findings(readings, resolution),
)

__all__ = ["COMPARISONS", "compare"]


def compare(
    readings: Sequence[Reading], resolution: Resolution, settings: CompareSettings = CompareSettings()
) -> Comparison:
    """All findings and views of a resolved story. The order of `readings` makes no difference."""
    by_id = {reading.article.id: reading for reading in sorted(readings, key=lambda r: r.article.id)}
    voices = Voices(by_id, resolution)
    found = {f.id: f for comparison in COMPARISONS for f in comparison(by_id, resolution, settings, voices)}
    findings = tuple(sorted(found.values(), key=lambda f: (KINDS.index(f.kind), f.about, f.id)))
    return Comparison(
        timeline=timeline(tuple(by_id.values()), resolution, findings, settings, voices),
        findings=findings,
        attributions=attribution_views(by_id, resolution),
        names=name_views(tuple(by_id.values()), resolution),
        sources=source_views(by_id, resolution),
    )


# The order in which findings are shown: what is contested first.
KINDS = ("dispute", "difference", "revision", "agreement", "copy")
