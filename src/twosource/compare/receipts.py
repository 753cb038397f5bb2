"""Receipts: the exact sentence that a line stands on, with what stands around it, and who is said to have said it.

Everything here is cut out of `Article.text`; nothing is composed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.compare.spans import Spans
from twosource.records import Attribution, Date, Range, Reading, Resolution, ResolvedTime, Side

CONTEXT = 40
"""Characters of prefix and suffix in a W3C TextQuoteSelector: enough to find a quotation again after small edits."""


def sentence(reading: Reading, span: Range) -> Range:
    """The sentence that holds the start of `span`, widened to hold all of it; `span` itself where no sentence is
    known."""
    start, end = clipped(reading, span)
    sentences = reading.annotations.sentences
    i = bisect_right(sentences, (start, len(reading.article.text) + 1)) - 1
    if i < 0 or sentences[i][1] <= start:
        return start, end
    return trimmed(reading.article.text, (sentences[i][0], max(end, sentences[i][1])))


def clipped(reading: Reading, span: Range) -> Range:
    """`span` kept within the text, so that a receipt always reads back."""
    size = len(reading.article.text)
    start = min(max(0, span[0]), size)
    return start, min(max(start, span[1]), size)


def trimmed(text: str, span: Range) -> Range:
    """`span` without white space at either end."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def quote(reading: Reading, span: Range) -> str:
    """The words at `span`."""
    start, end = clipped(reading, span)
    return reading.article.text[start:end]


def context(reading: Reading, span: Range, size: int = CONTEXT) -> tuple[str, str]:
    """The `size` characters before and after `span`: (prefix, suffix)."""
    start, end = clipped(reading, span)
    text = reading.article.text
    return text[max(0, start - size) : start], text[end : end + size]


def one_line(words: str) -> str:
    """`words` with every run of white space as one blank: for values that people read, never for receipts."""
    return " ".join(words.split())


def side(reading: Reading, value: Range | str, receipt: Range | None = None, attributed_to: str | None = None) -> Side:
    """One side of a finding. `value`: the words that it is about; `receipt`: their sentence unless given."""
    if receipt is None:
        receipt = sentence(reading, value) if not isinstance(value, str) else (0, 0)
    start, end = clipped(reading, receipt)
    article = reading.article
    shown = value if isinstance(value, str) else quote(reading, value)
    return Side(
        value=one_line(shown),
        quote=article.text[start:end],
        article=article.id,
        source_file=article.source_file,
        outlet=article.outlet,
        start=start,
        end=end,
        attributed_to=attributed_to,
    )


def by_place(sides: Sequence[Side], dates: Mapping[str, str] | None = None) -> tuple[Side, ...]:
    """Sides in the order of their articles' dates (undated last), then of the articles' ids and offsets; none twice."""
    known = dates or {}
    unique = dict.fromkeys(sides)
    return tuple(sorted(unique, key=lambda s: (known.get(s.article) or "9", s.article, s.start, s.end, s.value)))


def document_dates(resolution: Resolution) -> dict[str, Date]:
    """The date of every article."""
    return {document.article: document.date for document in resolution.documents}


def document_days(resolution: Resolution) -> dict[str, str]:
    """The day of every article whose day is known: earliest and latest are one."""
    dates = document_dates(resolution).items()
    return {article: date.earliest for article, date in dates if date.earliest and date.earliest == date.latest}


@dataclass(frozen=True)
class Voice:
    """One attribution with who speaks, as a name where resolved, else as written."""

    reading: Reading
    index: int
    attribution: Attribution
    entity: str | None
    name: str | None
    """The resolved name, None for an unnamed source."""

    @property
    def said_by(self) -> str | None:
        """The name, or the source as written; None for a bare relative ("which he denied")."""
        words = one_line(quote(self.reading, self.attribution.source)) if self.attribution.source else ""
        return self.name or (None if words.lower() in {"", "who", "which", "that", "whom", "whose"} else words)


@dataclass
class Voices:
    """All attributions of a story with their speakers, the entities at any place and the dates: built once for a
    comparison."""

    readings: Mapping[str, Reading]
    resolution: Resolution
    names: dict[str, str] = field(init=False)
    speakers: dict[tuple[str, int], str | None] = field(init=False)
    places: dict[str, list[tuple[int, int, str]]] = field(init=False)
    dates: dict[tuple[str, int, int], ResolvedTime] = field(init=False)
    """The resolved times by article, start and end."""
    written: dict[str, Date] = field(init=False)
    """The date of every article."""
    days: dict[str, str] = field(init=False)
    """The day of every article whose day is known."""
    events: dict[tuple[str, int], set[str]] = field(init=False)
    """The ids of the events that a mention, by article and index, is a telling of."""
    _of: dict[str, tuple[Voice, ...]] = field(init=False, repr=False)
    _contents: dict[str, Spans] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.names = {entity.id: entity.name for entity in self.resolution.entities}
        self.speakers = {(s.attribution.article, s.index): s.entity for s in self.resolution.speakers}
        self.dates = {(t.span.article, t.span.start, t.span.end): t for t in self.resolution.times}
        self.places = {}
        for entity in self.resolution.entities:
            for span in entity.members:
                self.places.setdefault(span.article, []).append((span.start, span.end, entity.id))
        for reference in self.resolution.references:  # "she", "the president"
            span = reference.span
            self.places.setdefault(span.article, []).append((span.start, span.end, reference.entity))
        for places in self.places.values():
            places.sort()
        self.written, self.days = document_dates(self.resolution), document_days(self.resolution)
        self.events = {}
        for event in self.resolution.events:
            for member in event.members:
                self.events.setdefault((member.article, member.index), set()).add(event.id)
        self._of, self._contents = {}, {}

    def of(self, article: str) -> tuple[Voice, ...]:
        """The attributions of one article, in text order."""
        if article in self._of:
            return self._of[article]
        reading = self.readings[article]
        found = []
        for index, attribution in enumerate(reading.annotations.attributions):
            entity = self.speakers.get((article, index))
            found.append(Voice(reading, index, attribution, entity, self.names.get(entity) if entity else None))
        self._of[article] = tuple(found)
        return self._of[article]

    def around(self, article: str, span: Range) -> Voice | None:
        """The attribution whose content holds all of `span`: the innermost where several do."""
        if article not in self._contents:
            contents = ((s, e, voice.index) for voice in self.of(article) for s, e in voice.attribution.content)
            self._contents[article] = Spans(contents)
        near = self._contents[article].beside(span)
        around = [(end - start, index) for start, end, index in near if start <= span[0] and span[1] <= end]
        return self.of(article)[min(around)[1]] if around else None

    def said_by(self, article: str, span: Range) -> str | None:
        """Who is said to have said the words at `span`; None where the article itself says them."""
        voice = self.around(article, span)
        return voice.said_by if voice else None

    def entities(self, article: str, span: Range) -> frozenset[str]:
        """Ids of the entities named within `span`."""
        places = self.places.get(article, [])
        first = bisect_left(places, (span[0], 0, ""))
        last = bisect_left(places, (span[1], 0, ""))
        return frozenset(entity for _start, end, entity in places[first:last] if end <= span[1])
