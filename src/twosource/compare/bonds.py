"""Bonds: what two reports of an event may have in common that makes them one origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from twosource.compare.agencies import agencies, key_of
from twosource.compare.spans import Spans
from twosource.records import Article, Attribution, Copy, Event, Range, Reading, Resolution, Span, Speaker
from twosource.settings import CompareSettings

Sort = Literal["speaker", "agency", "whole", "passage", "outlet", "owner"]

MOST = 0.6
"""A text of which this share stands in another is a copy of it as a whole..."""
LEAST = 0.25
"""... and a text of which less than this does is a round-up that holds it, which may tell the event elsewhere."""
TELLING = 0.5
"""A passage covers a telling when they share half of the shorter; a statement, when it holds half of the telling."""


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """Something in common. `key` tells it from others of its sort; reports with an equal bond are of one origin."""

    sort: Sort
    key: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An article that tells an event, and the places where it does: sentences, and the triggers if they are known.

    `spoken` says whether the event can be an act of speech, which rests on the speaker. A meeting is none, though the
    word for it ("discussed") is one for speech as well: others see it.
    """

    reading: Reading
    spans: tuple[Range, ...]
    triggers: tuple[Range, ...] = ()
    spoken: bool = True

    @property
    def article(self) -> Article:
        """The article."""
        return self.reading.article


@dataclass(slots=True)
class Bonds:
    """Every bond with the articles that have it and the names that it goes by."""

    articles: dict[Bond, set[str]] = field(default_factory=dict)
    names: dict[Bond, Counter[str]] = field(default_factory=dict)

    def add(self, bond: Bond, article: str, name: str = "") -> None:
        """Record that an article has a bond, under a name as written there."""
        self.articles.setdefault(bond, set()).add(article)
        self.names.setdefault(bond, Counter())[name] += 1

    def name(self, bond: Bond) -> str:
        """The most frequent name, the first in order among equals."""
        return min(self.names[bond].items(), key=lambda item: (-item[1], item[0]))[0]


class Index:
    """A resolution by article. Make it once when the origins of many events are asked for."""

    def __init__(self, resolution: Resolution) -> None:
        self.names = {entity.id: entity.name for entity in resolution.entities}
        self.copies: dict[str, list[Copy]] = {}
        self.speakers: dict[str, list[Speaker]] = {}
        for copy in resolution.copies:
            for article in {copy.first.article, copy.later.article}:
                self.copies.setdefault(article, []).append(copy)
        for speaker in resolution.speakers:
            if speaker.entity or speaker.origin:
                self.speakers.setdefault(speaker.attribution.article, []).append(speaker)
        self._statements: dict[str, Statements] = {}

    def statements(self, reading: Reading) -> Statements:
        """What the speakers of an article say in it who are somebody."""
        name = reading.article.id
        if name not in self._statements:
            self._statements[name] = Statements(reading, self.speakers.get(name, ()))
        return self._statements[name]


class Statements:
    """The speech of one article, and where it stands: contents and cues."""

    def __init__(self, reading: Reading, speakers: Iterable[Speaker]) -> None:
        known = reading.annotations.attributions
        pairs = [(one, known[one.index]) for one in speakers if 0 <= one.index < len(known)]
        self.all = [(speaker, attribution) for speaker, attribution in pairs if attribution.kind == "speech"]
        said = [(number, attribution) for number, (_, attribution) in enumerate(self.all)]
        self._contents = Spans((*part, number) for number, one in said for part in one.content)
        self._cues = Spans((*one.cue, number) for number, one in said if one.cue)

    def under(self, telling: Telling) -> list[tuple[Speaker, Attribution]]:
        """Those on which a telling rests, or a part of it that matters."""
        if not telling.triggers:
            return [pair for pair in self.all if _covers(pair[1], telling.spans)]
        places = (self._contents, self._cues) if telling.spoken else (self._contents,)
        found = {
            number
            for trigger in telling.triggers
            for ranges in places
            for start, end, number in ranges.beside(trigger)
            if start < trigger[1] and trigger[0] < end
        }
        return [self.all[number] for number in sorted(found)]


def bonds(tellings: Mapping[str, Telling], index: Index, settings: CompareSettings) -> Bonds:
    """The bonds of some tellings, by article id. A bond that only one article has is kept: it names its origin."""
    found = Bonds()
    articles = [tellings[name].article for name in sorted(tellings)]
    for article in articles:
        _outlet(found, article, settings)
        for key, name in _credited(article):
            found.add(Bond("agency", key), article.id, name)
    _speakers(found, tellings, index)
    for article in articles:
        for key, name in agencies(article.outlet):
            if Bond("agency", key) in found.articles:
                found.add(Bond("agency", key), article.id, name)
    _copies(found, tellings, {copy for name in tellings for copy in index.copies.get(name, ())})
    return found


def _outlet(found: Bonds, article: Article, settings: CompareSettings) -> None:
    key = key_of(article.outlet)
    if not key:
        return
    found.add(Bond("outlet", key), article.id, article.outlet or "")
    for owned in settings.same_owner:
        keys = sorted(map(key_of, owned))
        if key in keys:
            found.add(Bond("owner", "\n".join(keys)), article.id, " and ".join(sorted(owned)))


def _credited(article: Article) -> Iterator[tuple[str, str]]:
    """Whom an article credits for its text. A credit to its own outlet says nothing."""
    own = {key for key, _ in agencies(article.outlet)} | {key_of(article.outlet)}
    written = (article.credit, article.dateline.agency if article.dateline else None)
    for key, name in dict(pair for credit in written for pair in agencies(credit)).items():
        if key not in own:
            yield key, name


# --- speakers ---------------------------------------------------------------------------------------------------------


def _speakers(found: Bonds, tellings: Mapping[str, Telling], index: Index) -> None:
    """Whom a telling rests on: the speaker, and who stands at the end of the chain. An unnamed one binds nobody.

    A speaker that is another telling's outlet or agency ("the Courier reported") is bound to that one too.
    """
    printed = {bond.key for bond in found.articles if bond.sort in ("agency", "outlet")}
    for article, telling in sorted(tellings.items()):
        for speaker, attribution in index.statements(telling.reading).under(telling):
            for entity in sorted({each for each in (speaker.entity, speaker.origin) if each}):
                name = index.names.get(entity, entity)
                found.add(Bond("speaker", entity), article, _as_written(telling.article.text, attribution, name))
                for key, known in agencies(name):
                    if key in printed and key != key_of(telling.article.outlet):
                        found.add(Bond("agency", key), article, known)


def _covers(attribution: Attribution, spans: Iterable[Range]) -> bool:
    """Whether the content holds half of one of the spans, without the words for who says it."""
    frame = tuple(part for part in (attribution.source, attribution.cue) if part)
    return any(
        sum(_shared(span, part) for part in attribution.content)
        >= TELLING * (span[1] - span[0] - sum(_shared(span, part) for part in frame))
        and any(_shared(span, part) for part in attribution.content)
        for span in spans
    )


def _as_written(text: str, attribution: Attribution, name: str) -> str:
    """The name of a speaker, with the article where the source has one: "the Kremlin"."""
    source = text[slice(*attribution.source)] if attribution.source else ""
    return f"the {name}" if source.casefold() == f"the {name}".casefold() else name


# --- copies -----------------------------------------------------------------------------------------------------------


def _copies(found: Bonds, tellings: Mapping[str, Telling], copies: Set[Copy]) -> None:
    """Tellings that are one text: a passage that tells the event stands in both, or most of one article in the other.

    Two tellings that both stand in a third article, at the same place, are one text as well, though that article does
    not tell the event or the two were not compared.
    """
    pairs: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
    for copy in copies:
        pairs.setdefault((copy.first.article, copy.later.article), []).append((copy.first, copy.later))
    joined: dict[Sort, list[tuple[str, str]]] = {"whole": [], "passage": []}
    through: dict[str, list[tuple[int, int, str]]] = {}
    for (one, two), spans in sorted(pairs.items()):
        if one in tellings and two in tellings:
            joined["whole"] += [(one, two)] * _whole(tellings[one].article, tellings[two].article, spans)
            joined["passage"] += [(one, two)] * any(_told_in(tellings, a) and _told_in(tellings, b) for a, b in spans)
        for a, b in (*spans, *((b, a) for a, b in spans)):
            if a.article in tellings and _told_in(tellings, a):
                through.setdefault(b.article, []).append((b.start, b.end, a.article))
    for places in through.values():
        joined["passage"] += _at_one_place(sorted(places))
    for sort, edges in sorted(joined.items()):
        for group in components(edges):
            for article in group:
                found.add(Bond(sort, group[0]), article)


def _told_in(tellings: Mapping[str, Telling], span: Span) -> bool:
    return any(_half(span, telling) for telling in tellings[span.article].spans)


def _half(span: Span, telling: Range) -> bool:
    shared = _shared((span.start, span.end), telling)
    return shared > 0 and shared >= TELLING * min(span.end - span.start, telling[1] - telling[0])


def _whole(one: Article, two: Article, spans: Iterable[tuple[Span, Span]]) -> bool:
    """Whether most of the shorter article stands in the other, and that is a good part of the other too."""
    spans = list(spans)
    shares = sorted(
        (
            sum(a.end - a.start for a, _ in spans) / max(1, len(one.text)),
            sum(b.end - b.start for _, b in spans) / max(1, len(two.text)),
        )
    )
    return shares[1] >= MOST and shares[0] >= LEAST


def _at_one_place(places: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """Articles whose passages share half of the shorter one in a third article, each with one before it."""
    for number, (start, end, article) in enumerate(places):
        for earlier in reversed(places[:number]):
            if _half(Span("", start, end), earlier[:2]):
                yield earlier[2], article
                break


def components(edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected groups of a graph, each sorted, in order of their first."""
    root: dict[str, str] = {}

    def find(name: str) -> str:
        while root.setdefault(name, name) != name:
            root[name] = name = root[root[name]]
        return name

    for one, two in edges:
        low, high = sorted((find(one), find(two)))
        root[high] = low
    groups: dict[str, list[str]] = {}
    for name in sorted(root):
        groups.setdefault(find(name), []).append(name)
    return [groups[name] for name in sorted(groups)]


def _shared(one: Range, two: Range) -> int:
    """How many characters two ranges share."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def triggers(event: Event | None, readings: Mapping[str, Reading]) -> dict[str, list[Range]]:
    """The triggers of an event in each of some articles, by id; none when the event is not given."""
    found: dict[str, list[Range]] = {}
    for member in event.members if event else ():
        events = readings[member.article].annotations.events if member.article in readings else ()
        if 0 <= member.index < len(events):
            found.setdefault(member.article, []).append(events[member.index].trigger)
    return found
