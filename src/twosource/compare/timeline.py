"""The timeline: an item for every event that says enough, with its reports, origins, findings and a headline."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day
from operator import attrgetter
from typing import Literal

from twosource.compare import independence
from twosource.compare.headlines import fitness, headline
from twosource.compare.receipts import Voices, context, quote, sentence
from twosource.compare.times import date_text
from twosource.compare.weights import Weights
from twosource.records import (
    Date,
    Entity,
    Event,
    EventMention,
    Finding,
    Range,
    Reading,
    Report,
    Resolution,
    Span,
    Status,
    TimelineItem,
)
from twosource.settings import CompareSettings

# Of statuses told by as many reports, the one that says most goes first.
STATUS_ORDER: tuple[Status, ...] = ("happened", "ongoing", "alleged", "denied", "planned", "negated", "possible")
# What a bare denial or rejection names: which charge it was stands elsewhere.
CHARGES = frozenset("charge allegation accusation claim report wrongdoing criticism suggestion".split())
BARE_CHARGE = 20
"""Characters of "the charges", "all the allegations": no more is said of them."""
BARE_WORDS = 4
MONTH = 31
"""Days; a date wider than this, of what nobody named did, dates no item."""
Telling = tuple[Reading, EventMention, int]


def timeline(
    readings: Sequence[Reading],
    resolution: Resolution,
    findings: Sequence[Finding],
    settings: CompareSettings,
    voices: Voices,
) -> tuple[TimelineItem, ...]:
    """Every item, in the order of its date; items of one date by weight, undated ones last."""
    maker = Maker(readings, resolution, findings, settings, voices)
    items = [item for event in resolution.events if not event.hidden and (item := maker.item(event)) is not None]
    return tuple(sorted(items, key=_order))


def _order(item: TimelineItem) -> tuple[str, float, str]:
    first, _, last = item.date.partition("/")
    day = first if first and first != ".." else last
    return (day if day and day[:1].isdigit() else "9999"), -item.weight, item.id


class Maker:
    """Makes the items of a story. `made` makes that of any event, `item` only of one that says enough."""

    def __init__(
        self,
        readings: Sequence[Reading],
        resolution: Resolution,
        findings: Sequence[Finding],
        settings: CompareSettings,
        voices: Voices,
    ) -> None:
        self.readings = {r.article.id: r for r in readings}
        self.resolution, self.settings = resolution, settings
        self.entities: dict[str, Entity] = {e.id: e for e in resolution.entities}
        self.voices = voices
        self.index = independence.Index(resolution)
        self.names = self._referred()
        self.dates = {(t.span.article, t.span.start): t.date for t in resolution.times}
        self.by_event, self.by_article = _findings(findings)
        self.weights = Weights(self.readings, resolution, voices)

    def _referred(self) -> dict[str, dict[Span, str]]:
        """Pronouns and descriptions with the names of those they refer to, by article."""
        out: dict[str, dict[Span, str]] = defaultdict(dict)
        for reference in self.resolution.references:
            name, here = self.entities[reference.entity].name, out[reference.span.article]
            before = here.get(reference.span)
            here[reference.span] = f"{before} and {name}" if before else name
        return out

    def item(self, event: Event) -> TimelineItem | None:
        """The item of an event, or None when it says too little to stand in a timeline."""
        told = [self._telling(m.article, m.index) for m in event.members]
        return self.made(event) if event.judged or self._worth(event, told) else None

    def made(self, event: Event) -> TimelineItem:
        """The item of an event, however little it says."""
        told = [self._telling(m.article, m.index) for m in event.members]
        fitness = {(t[0].article.id, t[2]): self._fitness(t) for t in told}
        best = max(told, key=lambda t: (*fitness[t[0].article.id, t[2]], t[0].article.id, -t[2]))
        chosen = _chosen(told, fitness)
        reports = tuple(sorted((self._report(t) for t in chosen), key=lambda r: (r.published or "9", r.article)))
        spans = [(r, Span(r.article.id, *e.sentence)) for r, e, _ in told]
        roots = independence.origins(spans, self.resolution, self.settings, event, self.index)
        status, holder = self._status(told)
        found = self._findings(event, told)
        return TimelineItem(
            id=event.id, date=event.date.edtf, date_known_by=event.date.known_by, date_text=date_text(event.date),
            date_reason=event.date.reason, headline=self._headline(*best[:2]), type=event.type, status=status,
            holder=holder, participants=tuple(self._name(i) for i in event.participants),
            place=self._name(event.place) if event.place else None, outlets=_outlets(t[0] for t in chosen),
            origins=len(roots), origin_reasons=roots, reports=reports, findings=found, judged=event.judged,
            weight=self.weights.of(event, [(r, e) for r, e, _ in told], status, len(roots), len(found)),
        )  # fmt: skip

    def _headline(self, reading: Reading, event: EventMention) -> str:
        return headline(reading, event, self.names[reading.article.id])

    def _telling(self, article: str, index: int) -> Telling:
        reading = self.readings[article]
        return reading, reading.annotations.events[index], index

    def _worth(self, event: Event, told: Sequence[Telling]) -> bool:
        """Whether a reader would miss it: it is dated by a page, or somebody named did something of a known kind."""
        if not told or all(self._slight(r, e) for r, e, _ in told):
            return False
        dated = any(e.time is not None for _, e, _ in told)
        named = [i for i in event.participants if self.entities[i].kind in {"PERSON", "ORG", "LOC"}]
        if dated and not named and self._vague(event, told):
            return False
        if dated and (event.participants or event.place or event.type != "OTHER" or not told[0][1].background):
            return True
        only_possible = all(e.status in {"possible", "negated"} for _, e, _ in told)
        return bool(named) and not only_possible and (event.type != "OTHER" or len({t[0].article.id for t in told}) > 1)

    def _vague(self, event: Event, told: Sequence[Telling]) -> bool:
        """Nobody named did it, one page tells it, and no month is known: background, or nothing that happened."""
        if len({r.article.id for r, _, _ in told}) > 1 or event.type in {"ELECTION", "DISASTER"}:
            return False
        first, last = event.date.earliest, event.date.latest
        coarse = first is not None and last is not None and (day.fromisoformat(last) - day.fromisoformat(first)).days
        return bool(coarse and coarse > MONTH)

    def _slight(self, reading: Reading, event: EventMention) -> bool:
        """What says nothing by itself: an undated "denied the charges", whose place is the dispute; "the 1998 war"."""
        if event.time is None:
            return event.type == "REJECT" and event.object in CHARGES and not self._names_charge(reading, event)
        words = sum(len(reading.article.text[s:e].split()) for s, e in event.headline)
        return event.background and words <= BARE_WORDS and not event.actors and not self._day(reading, event)

    def _names_charge(self, reading: Reading, event: EventMention) -> bool:
        """ "rejected the charge that he took money" says which charge; "denied the charges" does not."""
        return any(s <= event.trigger[1] < e and e - event.trigger[1] > BARE_CHARGE for s, e in event.headline)

    def _day(self, reading: Reading, event: EventMention) -> bool:
        date = self._own_date(reading, event)
        return date is None or date.earliest is None or date.earliest == date.latest

    def _fitness(self, telling: Telling) -> tuple[float, int]:
        reading, event, _ = telling
        pieces = event.headline
        named = {i for piece in pieces for i in self.voices.entities(reading.article.id, piece)}
        shown = event.time is not None and any(s <= event.time[0] < e for s, e in pieces)
        return fitness(reading, event, self._exactness(reading, event) if shown else 0, len(named))

    def _exactness(self, reading: Reading, event: EventMention) -> int:
        date = self._own_date(reading, event)
        if date is None or date.earliest is None or date.earliest != date.latest:
            return 1
        return 3 if date.known_by == "stated" else 2

    def _report(self, telling: Telling) -> Report:
        reading, event, _ = telling
        article = reading.article
        start, end = span = sentence(reading, event.sentence)
        prefix, suffix = context(reading, span)
        date = self._own_date(reading, event)
        return Report(
            article=article.id, source_file=article.source_file, outlet=article.outlet,
            published=article.published.value if article.published else None, quote=quote(reading, span), prefix=prefix,
            suffix=suffix, start=start, end=end, attributed_to=self.voices.said_by(article.id, event.trigger),
            status=event.status, date=date.edtf if date else "",
        )  # fmt: skip

    def _own_date(self, reading: Reading, event: EventMention) -> Date | None:
        if event.time is None:
            return None
        times, start = reading.annotations.times, attrgetter("start")
        first, last = (bisect_left(times, at, key=start) for at in event.time)
        found = (self.dates.get((reading.article.id, time.start)) for time in times[first:last])
        return next((date for date in found if date), None)

    def _status(self, told: Sequence[Telling]) -> tuple[Status, str | None]:
        counts = Counter(e.status for _, e, _ in told)
        status = min(counts, key=lambda s: (-counts[s], STATUS_ORDER.index(s)))
        holders = [self._holder(r, e.holder) for r, e, _ in told if e.status == status and e.holder]
        return status, min(holders) if holders else None

    def _holder(self, reading: Reading, span: Range) -> str:
        """Whoever speaks there, as resolved; else the person named in those words, or whoever is; else the words."""
        voices = (v for v in self.voices.of(reading.article.id) if v.attribution.source == span)
        speaker = next((v.name for v in voices if v.name), None)
        if speaker:
            return speaker
        named = self.voices.entities(reading.article.id, span)
        ranked = sorted(named, key=lambda i: (self.entities[i].kind != "PERSON", -self.weights.named[i], i))
        if ranked:
            return self._name(ranked[0])
        return self.names[reading.article.id].get(Span(reading.article.id, *span)) or quote(reading, span)

    def _name(self, entity: str) -> str:
        """The name of an entity; a place that a person put in has no other than its words."""
        return self.entities[entity].name if entity in self.entities else entity

    def _findings(self, event: Event, told: Sequence[Telling]) -> tuple[Finding, ...]:
        """Those about the event, and those one of whose sides stands in a sentence that tells it."""
        found = {f.id: f for f in self.by_event.get(event.id, ())}
        for reading, mention, _ in told:
            for finding, span in self.by_article.get(reading.article.id, ()):
                if span[0] <= mention.trigger[0] and mention.trigger[1] <= span[1]:
                    found.setdefault(finding.id, finding)
        return tuple(found[k] for k in sorted(found))


def _chosen(told: Sequence[Telling], fitness: Mapping[tuple[str, int], tuple[float, int]]) -> list[Telling]:
    """One telling an article: the one that says most."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        by_article[telling[0].article.id].append(telling)
    return [
        max(of, key=lambda t: (t[1].time is not None, *fitness[t[0].article.id, t[2]], -t[2]))
        for of in by_article.values()
    ]


Side = tuple[Finding, Range]


def _findings(findings: Iterable[Finding]) -> tuple[dict[str, list[Finding]], dict[str, list[Side]]]:
    by_event: dict[str, list[Finding]] = defaultdict(list)
    by_article: dict[str, list[Side]] = defaultdict(list)
    joined: tuple[Literal["dispute"], Literal["revision"]] = ("dispute", "revision")
    for finding in findings:
        if finding.event:
            by_event[finding.event].append(finding)
        elif finding.kind in joined:
            for side in finding.sides:
                by_article[side.article].append((finding, (side.start, side.end)))
    return by_event, by_article


def _outlets(readings: Iterable[Reading]) -> int:
    """Outlets by name; a page that names none counts as one of its own."""
    return len({r.article.outlet or f"page {r.article.id}" for r in readings})
