"""Mentions across the story, each with its page, sentence and neighbours: what the resolvers of names work on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.records import Entity, Link, Mention, MentionKind, Reading, Span, content_id
from twosource.resolve.transliteration import fold


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A mention where it stands. Sorts by page, then place."""

    article: str
    start: int
    end: int
    sentence: int = field(compare=False)
    mention: Mention = field(compare=False)
    kind: MentionKind = field(compare=False)
    """The mention's kind, or what most pages of the story call the same word (see `kinds.settle`)."""

    @property
    def text(self) -> str:
        return self.mention.text

    @property
    def span(self) -> Span:
        return Span(self.article, self.start, self.end)


def occurrences(readings: Sequence[Reading]) -> list[Occurrence]:
    """Every mention of every page, by article id and place: the order of `readings` does not show."""
    found: list[Occurrence] = []
    for reading in readings:
        starts = [start for start, _ in reading.annotations.sentences]
        for mention in reading.annotations.mentions:
            sentence = bisect_right(starts, mention.start) - 1
            found.append(Occurrence(reading.article.id, mention.start, mention.end, sentence, mention, mention.kind))
    return sorted(found)


@dataclass(slots=True)
class Cluster:
    """Occurrences of one thing, each with the reason why it belongs."""

    members: list[tuple[Occurrence, str]] = field(default_factory=list)

    def entity(self, full: Iterable[str] | None = None) -> Entity:
        """The cluster as a record. `full`: the spellings fit to be its name; all when None or empty."""
        members = sorted(self.members, key=lambda pair: pair[0])
        counts = Counter(one.text for one, _ in members)
        fit = [text for text in (set(full) if full is not None else set()) if text in counts] or list(counts)
        name = min(fit, key=lambda text: (-counts[text], -len(text), text))
        kind = _kind(members)
        return Entity(
            id=content_id("entity", kind, [(one.article, one.start, one.end) for one, _ in members]),
            name=name,
            kind=kind,
            aliases=tuple(sorted(counts, key=lambda text: (-counts[text], text))),
            members=tuple(one.span for one, _ in members),
            links=tuple(Link(one.span, _why(one.text, name, reason)) for one, reason in members),
            articles=len({one.article for one, _ in members}),
        )


SAME = "same but for capitals, accents, hyphens or small words"


def _why(text: str, name: str, reason: str) -> str:
    if text == name:
        return "same spelling"
    return SAME if fold(text.replace(".", "")) == fold(name.replace(".", "")) else reason


def _kind(members: Sequence[tuple[Occurrence, str]]) -> MentionKind:
    counts = Counter(one.kind for one, _ in members)
    return min(counts, key=lambda kind: (-counts[kind], kind))
