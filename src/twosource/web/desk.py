"""What the desk shows, held ready: the story's views with the indexes that its pages need, made once per build."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

from litestar import Request

from twosource.records import (
    AttributionView,
    Comparison,
    Entity,
    Event,
    Finding,
    Judgement,
    NameView,
    Problem,
    Reading,
    Resolution,
    ResolvedTime,
    SourceView,
    Span,
    Speaker,
    TimelineItem,
)
from twosource.resolve.judgements import standing
from twosource.story import Story
from twosource.web.building import Build

Asked = Request[Any, Any, Any]
PATIENCE = 3.0
"""Seconds that a person waits for a decision to show; what takes longer goes on behind."""


class View:
    """One state of a story. Every index is made when a page first asks for it."""

    def __init__(self, story: Story) -> None:
        self.made_by = story.version()
        self.comparison: Comparison = story.comparison()
        self.resolution: Resolution = story.resolution()
        self.problems: tuple[Problem, ...] = story.problems()
        self.judgements: tuple[Judgement, ...] = story.judgements()
        self.counts = story.counts()
        self.finished = story.is_finished()

    @property
    def timeline(self) -> tuple[TimelineItem, ...]:
        return self.comparison.timeline

    @cached_property
    def items(self) -> dict[str, TimelineItem]:
        return {item.id: item for item in self.timeline}

    @cached_property
    def events(self) -> dict[str, Event]:
        return {event.id: event for event in self.resolution.events}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.resolution.entities}

    @cached_property
    def entity_of(self) -> dict[Span, tuple[Entity, str]]:
        """The entity of each mention, and why it belongs there."""
        return {link.member: (entity, link.reason) for entity in self.resolution.entities for link in entity.links}

    @cached_property
    def times_of(self) -> dict[str, tuple[ResolvedTime, ...]]:
        """What the times of each article were resolved to."""
        found: dict[str, list[ResolvedTime]] = defaultdict(list)
        for time in self.resolution.times:
            found[time.span.article].append(time)
        return {article: tuple(times) for article, times in found.items()}

    @cached_property
    def speaker_of(self) -> dict[tuple[str, int], Speaker]:
        """Who speaks, by the article and the attribution's place in it."""
        return {(one.attribution.article, one.index): one for one in self.resolution.speakers}

    @cached_property
    def item_told(self) -> dict[tuple[str, int], TimelineItem]:
        """The item that each event mention is a telling of, by its article and place in it."""
        return {(m.article, m.index): item for item in self.timeline for m in self.events[item.id].members}

    @cached_property
    def names(self) -> dict[str, NameView]:
        return {view.id: view for view in self.comparison.names}

    @cached_property
    def sources(self) -> dict[str, SourceView]:
        return {view.article: view for view in self.comparison.sources}

    @cached_property
    def findings(self) -> dict[str, Finding]:
        return {finding.id: finding for finding in self.comparison.findings}

    @cached_property
    def items_of_name(self) -> dict[str, tuple[TimelineItem, ...]]:
        """The items in which each entity takes part, or that happened there."""
        found: dict[str, list[TimelineItem]] = defaultdict(list)
        for item in self.timeline:
            event = self.events[item.id]
            for entity in dict.fromkeys((*event.participants, *([event.place] if event.place else []))):
                found[entity].append(item)
        return {entity: tuple(items) for entity, items in found.items()}

    @cached_property
    def items_at(self) -> dict[str, tuple[TimelineItem, ...]]:
        """The items that happened at each place."""
        found: dict[str, list[TimelineItem]] = defaultdict(list)
        for item in self.timeline:
            if place := self.events[item.id].place:
                found[place].append(item)
        return {place: tuple(items) for place, items in found.items()}

    @cached_property
    def items_of_article(self) -> dict[str, tuple[TimelineItem, ...]]:
        found: dict[str, list[TimelineItem]] = defaultdict(list)
        for item in self.timeline:
            for article in {report.article for report in item.reports}:
                found[article].append(item)
        return {article: tuple(items) for article, items in found.items()}

    @cached_property
    def items_of_finding(self) -> dict[str, tuple[TimelineItem, ...]]:
        found: dict[str, list[TimelineItem]] = defaultdict(list)
        for item in self.timeline:
            for finding in item.findings:
                found[finding.id].append(item)
        return {finding: tuple(items) for finding, items in found.items()}

    @cached_property
    def said_by(self) -> dict[str, tuple[AttributionView, ...]]:
        """What each name said, by the name as shown."""
        found: dict[str, list[AttributionView]] = defaultdict(list)
        for view in self.comparison.attributions:
            if view.source_name:
                found[view.source_name].append(view)
        return {name: tuple(views) for name, views in found.items()}

    @cached_property
    def holding(self) -> frozenset[str]:
        """Ids of the judgements that hold."""
        return frozenset(one.id for one in standing(self.judgements))

    def decide(self, judgements: tuple[Judgement, ...]) -> None:
        """What people decided by now: it shows at once, though it is not worked in yet."""
        self.judgements = judgements
        self.__dict__.pop("holding", None)

    def names_of(self, item: TimelineItem) -> list[NameView]:
        """Who takes part in an item, as names that have pages of their own."""
        return list(self.known(self.events[item.id].participants))

    def place_of(self, item: TimelineItem) -> NameView | None:
        return self.names.get(self.events[item.id].place or "")

    def known(self, entities: Iterable[str]) -> Iterable[NameView]:
        return (self.names[one] for one in entities if one in self.names)


class Desk:
    """The story at a path, opened for each request's thread, with its view kept until a build changes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._view: View | None = None
        self._applying = ThreadPoolExecutor(max_workers=1, thread_name_prefix="judgements")
        self._pending: set[Future[None]] = set()
        self.build = Build(path, self.settle)

    def open(self, *, judging: bool = False) -> Story:
        """The story, to be used as a context manager."""
        return Story.open(self.path, judging=judging)

    def view(self) -> View:
        """The story as it is now. Raises StoreError while its first build is not finished."""
        with self._lock, self.open() as story:
            if self._view is None or self._view.made_by != story.version():
                self._view = View(story)
            return self._view

    def reading(self, article: str) -> Reading | None:
        """One article with what was read in it."""
        with self.open() as story:
            return next(iter(story.readings({article})), None)

    def judge(self, judgement: Judgement) -> bool:
        """Keeps a judgement and applies it; False when that takes longer than a person waits, and goes on behind."""
        with self.open(judging=True) as story:
            story.keep(judgement)
            if self._view is not None:
                self._view.decide(story.judgements())
        if self.build.is_on():
            return False  # what is read is not whole: the decision is applied when it is
        try:
            self.settle().result(timeout=PATIENCE)
        except TimeoutError:
            return False
        return True

    def settle(self) -> Future[None]:
        """Works every judgement in that is not yet, and the view after it, behind; nothing where all are."""
        made = self._applying.submit(self._apply)
        self._pending = {one for one in self._pending if not one.done()} | {made}
        return made

    def applying(self) -> bool:
        """Whether a judgement is still being worked into the story."""
        return any(not one.done() for one in self._pending)

    def _apply(self) -> None:
        with self.open(judging=True) as story:
            story.judge()
        self.view()
