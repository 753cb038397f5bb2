"""One page with what is needed to look back in it: its names, its sentences, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from twosource.records import Mention, Range, Reading, Span
from twosource.resolve.callings import Calling, callings
from twosource.resolve.quoted import stretches
from twosource.resolve.roles import country_key


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a phrase refers to, None for nobody who is known by name; and why, in a line for people."""

    entity: str | None
    reason: str


NOBODY = Found(None, "")


class Page:
    """One reading, and the entities of its mentions. `spoken` is filled as its sources are resolved, in text order."""

    def __init__(self, reading: Reading, entity_of: Mapping[Span, str], names: Mapping[str, str]) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.mentions = reading.annotations.mentions
        self.starts = [mention.start for mention in self.mentions]
        self.sentences = reading.annotations.sentences
        self.sentence_starts = [start for start, _ in self.sentences]
        self.entity_of = entity_of
        self.names = names
        self.countries = {
            country_key(m.text): who
            for m in reversed(self.mentions)
            if m.kind == "LOC" and not m.metonym and (who := self.entity(m))
        }
        self.quotations = list(stretches(self.text))
        self.quotation_starts = [start for start, _ in self.quotations]
        self.ends = dict(sorted(one.source for one in reading.annotations.attributions if one.source))
        """Start and end of every source."""
        self.source_starts = list(self.ends)
        self.said = {one.source[0]: one.content for one in reading.annotations.attributions if one.source}
        """Start of a source, and what it says."""
        self.spoken: dict[int, Found] = {}
        """Start of a source, and who it turned out to be."""
        self._beside: dict[int, frozenset[Calling]] = {}
        self.taken: dict[str, str] = {}
        """Of persons whose gender nothing shows: that of the first pronoun that went to them in this page."""

    def entity(self, mention: Mention) -> str | None:
        """The entity that a mention is a member of."""
        return self.entity_of.get(Span(self.reading.article.id, mention.start, mention.end))

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions within `start:end`, in text order."""
        return [
            m for m in self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)] if m.end <= end
        ]

    def beside(self, mention: Mention) -> frozenset[Calling]:
        """What the words beside a mention call it."""
        known = self._beside.get(mention.start)
        if known is None:
            sentence = self.sentences[self.sentence(mention.start)]
            known = self._beside[mention.start] = frozenset(callings(self.text, mention, sentence))
        return known

    def before(self, at: int) -> tuple[Mention, ...]:
        """The mentions that start before `at`."""
        return self.mentions[: bisect_left(self.starts, at)]

    def quotation(self, at: int) -> Range | None:
        """The quotation that holds character `at`."""
        number = bisect_right(self.quotation_starts, at) - 1
        return self.quotations[number] if number >= 0 and at < self.quotations[number][1] else None

    def sentence(self, at: int) -> int:
        """The index of the sentence that holds character `at`."""
        return max(0, bisect_right(self.sentence_starts, at) - 1)

    def sources(self, start: int, stop: int) -> list[tuple[Range, Found]]:
        """The sources that were resolved so far and start within `start:stop`, in text order."""
        first, last = (bisect_left(self.source_starts, at) for at in (start, stop))
        return [((at, self.ends[at]), self.spoken[at]) for at in self.source_starts[first:last] if at in self.spoken]

    def name(self, entity: str) -> str:
        """How the story calls an entity."""
        return self.names.get(entity, entity)
