"""A telling: one event mention with all that is resolved about it, ready to be compared with another page's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

import msgspec

from twosource.records import Amount, Date, DocumentDate, Entity, EventMention, Range, Reading, Reference, ResolvedTime

LEAD_SENTENCES = 3
WORD = re.compile(r"[^\W\d_]{3,}")
# Words that say nothing about which event it is.
PLAIN = frozenset(
    "the and for with that this from his her their its was were has have had been are not but who which "
    "over after into said would will than about also more two new first last earlier later".split()
)

PRONOUNS = frozenset("she they them him her his their those these this that some many others all one who which".split())


class Telling(msgspec.Struct, frozen=True, dict=True):
    """One event mention of one article.

    `date` is its own date (None when the clause gives none); `entities` are the ids of its participants, `acting` and
    `receiving` those among them that do and undergo it, `people` the persons; `words` what the clause says beside its
    trigger and its participants; `lead` is true in the first sentences of a page, where the news stands.
    """

    article: str
    index: int
    event: EventMention
    date: Date | None
    document: Date
    entities: frozenset[str]
    acting: frozenset[str]
    receiving: frozenset[str]
    people: frozenset[str]
    place: str | None
    amounts: tuple[Amount, ...]
    words: frozenset[str]
    lead: bool
    page: frozenset[str]
    """Ids of all that its article names."""
    doers: frozenset[str]
    """The content words of its actors; none for a pronoun."""
    sites: frozenset[str]
    """Ids of the places that its clause names."""
    running: bool
    """Its page is a running report, whose entries tell one kind of thing over and over."""

    @property
    def key(self) -> tuple[str, int]:
        return self.article, self.index

    @property
    def where(self) -> tuple[str, Range]:
        """Its article and sentence."""
        return self.article, self.event.sentence

    @property
    def day(self) -> str | None:
        """The one day that it is dated to."""
        return self.date.earliest if self.date and self.date.earliest == self.date.latest else None

    @cached_property
    def earliest(self) -> str | None:
        """No day before this is possible for the event, as far as is known."""
        if self.date is not None:
            return self.date.earliest
        return self.document.earliest if self.event.status == "planned" else None

    @cached_property
    def latest(self) -> str | None:
        """No day after this: an event told as having happened happened before the page was written."""
        if self.date is not None:
            return self.date.latest
        return self.document.latest if self.event.status in {"happened", "ongoing"} else None


class Participants:
    """Which entity a range of an article names, by the entities' members."""

    def __init__(self, entities: Sequence[Entity], references: Sequence[Reference]) -> None:
        self.kind = {e.id: e.kind for e in entities}
        self.speaks_for = {e.id: e.country.entity for e in entities if e.country and e.country.how == "seat"}
        self._starts: dict[str, list[int]] = {}
        self._members: dict[str, list[tuple[int, int, str]]] = {}
        for entity in entities:
            for span in entity.members:
                self._members.setdefault(span.article, []).append((span.start, span.end, entity.id))
        for one in references:
            self._members.setdefault(one.span.article, []).append((one.span.start, one.span.end, one.entity))
        for article, members in self._members.items():
            members.sort()
            self._starts[article] = [m[0] for m in members]

    def named(self, article: str, start: int, end: int) -> list[str]:
        """The entities named inside a range, in text order."""
        starts = self._starts.get(article, [])
        members = self._members.get(article, [])
        lo, hi = bisect_left(starts, start), bisect_right(starts, end - 1)
        return list(dict.fromkeys(m[2] for m in members[lo:hi] if m[1] <= end))


def tellings(
    readings: Sequence[Reading],
    times: Sequence[ResolvedTime],
    documents: Sequence[DocumentDate],
    participants: Participants,
) -> list[Telling]:
    """Every event mention that can be an item, by article and place in it."""
    dates = {(t.span.article, t.span.start): t.date for t in times}
    written = {d.article: d.date for d in documents}
    out = []
    for reading in sorted(readings, key=lambda r: r.article.id):
        annotations = reading.annotations
        page = frozenset(participants.named(reading.article.id, 0, len(reading.article.text)))
        ends = [dates.get((reading.article.id, t.start)) for t in annotations.times]
        for index, event in enumerate(annotations.events):
            if event.embedded:
                continue
            own = [d for t, d in zip(annotations.times, ends, strict=True) if d and _covers(event, t.start)]
            out.append(_telling(reading, index, event, _union(own), written[reading.article.id], participants, page))
    return out


def _covers(event: EventMention, start: int) -> bool:
    return event.time is not None and event.time[0] <= start < event.time[1]


def _union(dates: Sequence[Date]) -> Date | None:
    """One date, or from the first to the last of several ("on 10 and 11 November")."""
    if len(dates) < 2 or any(d.earliest is None or d.latest is None for d in dates):
        return dates[0] if dates else None
    first, last = min(d.earliest or "" for d in dates), max(d.latest or "" for d in dates)
    return msgspec.structs.replace(dates[0], edtf=f"{first}/{last}", earliest=first, latest=last)


def _telling(
    reading: Reading,
    index: int,
    event: EventMention,
    date: Date | None,
    document: Date,
    participants: Participants,
    page: frozenset[str],
) -> Telling:
    article = reading.article
    ids: list[str] = []
    for start, end in (*event.actors, *event.recipients):
        ids.extend(participants.named(article.id, start, end))
    acting = frozenset(i for start, end in event.actors for i in participants.named(article.id, start, end))
    acting |= {country for i in acting if (country := participants.speaks_for.get(i))}
    place = participants.named(article.id, *event.place)[:1] if event.place else []
    lead_end = reading.annotations.sentences[:LEAD_SENTENCES][-1][1] if reading.annotations.sentences else 0
    known = frozenset(ids)
    known |= {country for i in known if (country := participants.speaks_for.get(i))}
    return Telling(
        article=article.id, index=index, event=event, date=date, document=document, entities=known, acting=acting,
        receiving=frozenset(i for i in known - acting if participants.kind.get(i) != "NORP"),
        people=frozenset(i for i in known if participants.kind.get(i) == "PERSON"),
        place=place[0] if place else None, amounts=_amounts(reading, event),
        words=_words(article.text, event), lead=event.sentence[0] < lead_end and not event.background,
        page=page, doers=_doers(article.text, event),
        sites=_sites(article.id, event, participants), running=article.kind != "article",
    )  # fmt: skip


def _words(text: str, event: EventMention) -> frozenset[str]:
    """The content words of the clause without its trigger and participants, which are weighed for themselves."""
    weighed = (event.trigger, *event.actors, *event.recipients)
    found = (m for start, end in event.headline for m in WORD.finditer(text, start, end))
    return (
        frozenset(m.group().lower() for m in found if not any(s <= m.start() and m.end() <= e for s, e in weighed))
        - PLAIN
    )


def _sites(article: str, event: EventMention, participants: Participants) -> frozenset[str]:
    named = (i for start, end in event.headline for i in participants.named(article, start, end))
    return frozenset(i for i in named if participants.kind.get(i) == "LOC")


def _doers(text: str, event: EventMention) -> frozenset[str]:
    return frozenset(m.group().lower() for span in event.actors for m in WORD.finditer(text, *span)) - PLAIN - PRONOUNS


def _amounts(reading: Reading, event: EventMention) -> tuple[Amount, ...]:
    """The amounts inside the event's headline pieces."""
    return tuple(a for a in reading.annotations.amounts if any(s <= a.start and a.end <= e for s, e in event.headline))
