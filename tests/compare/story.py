"""Readings and resolutions made by hand, for the tests of compare: made-up places and people, no annotator involved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.records import (
    Act,
    Amount,
    AmountKind,
    Annotations,
    Article,
    Attribution,
    Copy,
    Date,
    DocumentDate,
    Entity,
    Event,
    EventMember,
    EventMention,
    EventType,
    Hedge,
    Note,
    Range,
    Reading,
    Resolution,
    Span,
    Speaker,
    Status,
    TimeExpression,
    Witness,
    content_id,
)


def day(iso: str | None) -> Date:
    """A day, or nothing known."""
    return Date(iso or "", iso, iso, "stated" if iso else "unknown", "made by hand")


@dataclass
class Page:
    """One page under construction. Words are found in its text; each names a range by what stands there."""

    text: str
    name: str
    published: str | None = None
    outlet: str | None = None
    notes: tuple[Note, ...] = ()
    amounts: list[Amount] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    speakers: dict[int, str] = field(default_factory=dict)
    names: list[tuple[str, Range]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return content_id(self.name)

    def at(self, words: str) -> Range:
        start = self.text.index(words)
        return start, start + len(words)

    def sentence(self, span: Range) -> Range:
        return next(s for s in self.sentences() if s[0] <= span[0] < s[1])

    def sentences(self) -> list[Range]:
        out, start = [], 0
        for i, char in enumerate(self.text):
            if char == "." and (i + 1 == len(self.text) or self.text[i + 1] in " \n"):
                out.append((start, i + 1))
                start = i + 2
        return out

    def amount(
        self, words: str, kind: AmountKind, value: float, unit: str, hedge: Hedge | None = None, of: str | None = None
    ) -> Page:
        self.amounts.append(Amount(*self.at(words), kind, value, unit, None, hedge, self.at(of) if of else None))
        return self

    def says(self, source: str | None, cue: str, content: str, act: Act = "said", who: str | None = None) -> Page:
        spans = (self.at(content),)
        made = Attribution(self.at(source) if source else None, self.at(cue), spans, "indirect", "speech", act)
        if who:
            self.speakers[len(self.attributions)] = who
        self.attributions.append(made)
        return self

    def event(
        self,
        trigger: str,
        lemma: str,
        clause: str,
        type_: EventType = "OTHER",
        status: Status = "happened",
        object_: str | None = None,
    ) -> Page:
        at = self.at(trigger)
        self.events.append(
            EventMention(
                at, lemma, type_, (), (), None, None, status, None, (self.at(clause),), self.sentence(at), object_
            )
        )
        return self

    def names_of(self, entity: str, *words: str) -> Page:
        self.names += [(entity, self.at(word)) for word in words]
        return self

    def reading(self) -> Reading:
        published = Witness(self.published, "text") if self.published else None
        article = Article(
            self.id, self.name, self.name, self.outlet, (), published, None, (), None, None, "en", None,
            self.text, ((0, len(self.text)),), (), self.notes,
        )  # fmt: skip
        read = Annotations(
            self.id, tuple(self.sentences()), (), tuple(self.times), tuple(sorted(self.amounts, key=lambda a: a.start)),
            tuple(self.attributions), tuple(self.events),
        )  # fmt: skip
        return Reading(article, read)


def readings(pages: Sequence[Page]) -> dict[str, Reading]:
    return {page.id: page.reading() for page in pages}


def resolution(
    pages: Sequence[Page],
    events: Sequence[Event] = (),
    copies: Sequence[Copy] = (),
    names: Mapping[str, str] | None = None,
) -> Resolution:
    """Entities by the ids that pages use, documents by their day of publication."""
    members: dict[str, list[Span]] = {}
    for page in pages:
        for entity, (start, end) in page.names:
            members.setdefault(entity, []).append(Span(page.id, start, end))
    shown = names or {}
    told = {*members, *(who for page in pages for who in page.speakers.values())}
    entities = tuple(
        Entity(
            e, shown.get(e, e), "PERSON", (shown.get(e, e),), tuple(members.get(e, ())), (),
            len({s.article for s in members.get(e, ())}),
        )
        for e in sorted(told)
    )  # fmt: skip
    speakers = tuple(
        Speaker(Span(p.id, *a.content[0]), i, p.speakers.get(i), p.speakers.get(i), "made by hand")
        for p in pages
        for i, a in enumerate(p.attributions)
    )
    documents = tuple(DocumentDate(page.id, day(page.published)) for page in pages)
    return Resolution(documents, (), entities, speakers, tuple(copies), tuple(events))


def one_event(pages: Sequence[Page], date: str | None, type_: EventType = "OTHER") -> Event:
    """One event that every mention of the pages is a member of."""
    members = [EventMember(page.id, i, "made by hand") for page in pages for i in range(len(page.events))]
    return Event("event", type_, day(date), tuple(members), (), None)
