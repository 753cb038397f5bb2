"""One event told by several pages: tellings linked where enough evidence joins them and nothing forbids it.

Pairs that share a deed, an object or a day are weighed, and clustered by average linkage with cannot-links: there is no
transitive closure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date as day

import msgspec

from twosource.records import (
    Copy,
    Date,
    DocumentDate,
    Entity,
    Event,
    EventMember,
    EventType,
    Reading,
    Reference,
    ResolvedTime,
    Span,
    content_id,
)
from twosource.resolve.event_clusters import Pair, clusters
from twosource.resolve.event_conflicts import conflict
from twosource.resolve.event_context import Context, Pile
from twosource.resolve.event_pairs import pairs, worth_weighing
from twosource.resolve.judged_events import corrected_events
from twosource.resolve.judgements import Judged, index_of
from twosource.resolve.same_event import MEAN, THRESHOLD, evidence, reasons
from twosource.resolve.tellings import Participants, Telling, tellings


def events(
    readings: Sequence[Reading],
    times: Sequence[ResolvedTime],
    documents: Sequence[DocumentDate],
    entities: Sequence[Entity],
    references: Sequence[Reference],
    copies: Sequence[Copy],
    judged: Judged | None = None,
) -> tuple[Event, ...]:
    """The events of a story. `references` give pronouns and descriptions their entity. Sorted by id.

    `judged`: what people decided about events; it is applied last.
    """
    told = tellings(readings, times, documents, Participants(entities, references))
    links = Links(told, copies, Pile(readings))
    found = clusters(len(told), links.scores, THRESHOLD, MEAN, lambda i, j: conflict(told[i], told[j]) is not None)
    made = [_event(told, cluster, links) for cluster in found] if not judged else _judged(told, found, links, judged)
    if judged:
        made = corrected_events(made, readings, judged)
    return tuple(sorted(made, key=lambda e: e.id))


# --- pairs ---


class Links:
    """The pairs of tellings that were weighed: how strongly each is linked, and why."""

    def __init__(self, told: Sequence[Telling], copies: Sequence[Copy], pile: Pile) -> None:
        self._told, self._pile, self._copied = told, pile, _copied(told, copies)
        self._sentences = [pile.sentence(*telling.where) for telling in told]
        self.scores = {
            pair: evidence(told[pair[0]], told[pair[1]], pair in self._copied, self._context(pair))
            for pair in pairs(told, pile)
            if (pair in self._copied or worth_weighing(told[pair[0]], told[pair[1]], pile))
            and not conflict(told[pair[0]], told[pair[1]])
        }

    def _context(self, pair: Pair) -> Context:
        i, j = pair
        pages = self._told[i].article, self._told[j].article
        return self._pile.context(pages, (self._sentences[i], self._sentences[j]))

    def reason(self, i: int, cluster: Iterable[int]) -> str:
        """Why a telling stands in a cluster: what speaks for its strongest link there."""
        linked = [pair for j in cluster if (pair := (min(i, j), max(i, j))) in self.scores]
        if not linked:
            return "told in this page alone"
        best = max(self.scores[pair] for pair in linked)
        said = max(self._reasons(pair) for pair in linked if self.scores[pair] == best)
        return said or "the same kind of event"

    def _reasons(self, pair: Pair) -> str:
        one, two = self._told[pair[0]], self._told[pair[1]]
        return reasons(one, two, pair in self._copied, self._context(pair))


def _copied(told: Sequence[Telling], copies: Sequence[Copy]) -> set[Pair]:
    """Pairs of tellings whose sentences stand in one copied passage, at the same place in it."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(told):
        by_article[telling.article].append(i)
    out = set()
    for copy in copies:
        left = [i for i in by_article[copy.first.article] if _inside(told[i], copy.first)]
        right = [j for j in by_article[copy.later.article] if _inside(told[j], copy.later)]
        for i in left:
            for j in right:
                if told[i].event.lemma == told[j].event.lemma and told[i].words == told[j].words:
                    out.add((min(i, j), max(i, j)))
    return out


def _inside(telling: Telling, span: Span) -> bool:
    return span.start <= telling.event.trigger[0] and telling.event.trigger[1] <= span.end


# --- what people decided ---


def _judged(told: Sequence[Telling], found: Sequence[list[int]], links: Links, judged: Judged) -> list[Event]:
    """Clusters put together and taken apart by people. What is taken out takes all tellings of its page with it."""
    groups = [{i: links.reason(i, cluster) for i in cluster} for cluster in found]
    telling_at = index_of({i: [(t.article, *t.event.trigger)] for i, t in enumerate(told)})
    made = []
    for group, lines in judged.regrouped(
        groups, telling_at, lambda one, taken: told[one].article == told[taken].article
    ):
        made.append(msgspec.structs.replace(_event(told, sorted(group), links), judged=lines))
    return made


# --- the event ---


def _event(told: Sequence[Telling], cluster: list[int], links: Links) -> Event:
    members = [told[i] for i in cluster]
    first = min(members, key=lambda t: t.key)
    acting = {entity for t in members for entity in t.acting}
    entities = Counter(entity for t in members for entity in t.entities)
    places = Counter(t.place for t in members if t.place)
    return Event(
        id=content_id("event", sorted((t.article, *t.event.trigger) for t in members)),
        type=_most(t.event.type for t in members if t.event.type != "OTHER") or first.event.type,
        date=_date(members),
        members=tuple(EventMember(*told[i].key, links.reason(i, cluster)) for i in _in_order(told, cluster)),
        participants=tuple(sorted(entities, key=lambda e: (-entities[e], e not in acting, e))),
        place=min(places, key=lambda p: (-places[p], p)) if places else None,
    )  # fmt: skip


def _in_order(told: Sequence[Telling], cluster: list[int]) -> list[int]:
    return sorted(cluster, key=lambda i: told[i].key)


def _most(values: Iterable[EventType]) -> EventType | None:
    counts = Counter(values)
    return min(counts.items(), key=lambda kind: (-kind[1], kind[0]))[0] if counts else None


KNOWN_RANK = {"stated": 0, "relative": 1, "inferred": 2, "inherited": 3, "unknown": 4}


def _date(members: Sequence[Telling]) -> Date:
    """The most exact date that a member tells; else what the pages' own dates bound it to."""
    told = [t.date for t in members if t.date is not None]
    known = [d for d in told if d.earliest is not None and d.latest is not None]
    if known:
        return min(known, key=lambda d: (_days(d), KNOWN_RANK[d.known_by], d.earliest or "", d.reason))
    bounded = [d for d in told if d.earliest is not None or d.weekday is not None]
    if bounded:
        return min(bounded, key=lambda d: (d.weekday is None, d.earliest or "", d.reason))
    return _bounded(members)


def _days(date: Date) -> int:
    return (day.fromisoformat(date.latest or "") - day.fromisoformat(date.earliest or "")).days


def _bounded(members: Sequence[Telling]) -> Date:
    """No page dates it: it lies before the first page that tells it as done, or after the page that announces it."""
    done = sorted(t.document.latest for t in members if t.latest is not None and t.document.latest)
    if done:
        reason = f"no page dates it; the first page that tells it was written by {done[0]}"
        return Date(f"../{done[0]}", None, done[0], "inferred", reason)
    ahead = sorted(t.document.earliest for t in members if t.event.status == "planned" and t.document.earliest)
    if ahead:
        return Date(f"{ahead[0]}/..", ahead[0], None, "inferred", f"told as planned in a page of {ahead[0]} or later")
    return Date("", None, None, "unknown", "no page dates it, and none of them says when it was written")
