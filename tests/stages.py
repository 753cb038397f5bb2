"""Stages made small, so that the path through them can be tested by itself: each does its part in a way that shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from twosource.errors import UnreadablePage
from twosource.records import (
    Annotations,
    Article,
    AttributionView,
    Comparison,
    Date,
    Entity,
    Event,
    EventMember,
    EventMention,
    Finding,
    Judgement,
    Link,
    NameView,
    Origin,
    Page,
    Reading,
    Report,
    Resolution,
    Side,
    SourceView,
    Span,
    TimelineItem,
    Witness,
    content_id,
)
from twosource.settings import AnnotateSettings, CleanSettings, CompareSettings, ResolveSettings


class Calls:
    """What the stages were asked to do."""

    def __init__(self) -> None:
        self.cleaned: list[str] = []
        self.annotated: list[str] = []
        self.resolved: list[tuple[str, ...]] = []

    def clean(self, page: Page, settings: CleanSettings = CleanSettings()) -> Article:
        """The page's text as it is; its outlet as given."""
        self.cleaned.append(page.source)
        if b"\0" in page.content:
            raise UnreadablePage("binary", "these bytes are no text")
        text = page.content.decode()
        if "crash in clean" in text:
            raise ZeroDivisionError
        return Article(
            id=page.id,
            source_file=page.source,
            title=page.given.title,
            outlet=page.given.outlet,
            authors=(),
            published=Witness(page.given.published, "row") if page.given.published else None,
            updated=None,
            dates=(),
            dateline=None,
            credit=None,
            language="en",
            url=None,
            text=text,
            paragraphs=((0, len(text)),),
            comments=(),
            notes=(),
            problem="a cookie wall" if "cookies" in text else None,
        )

    def annotate(self, article: Article, settings: AnnotateSettings = AnnotateSettings()) -> Annotations:
        """Sentences, and an event for each."""
        self.annotated.append(article.source_file)
        if "crash in annotate" in article.text:
            raise KeyError("lemma")
        sentences = tuple(match.span() for match in re.finditer(r"\S[^.]*\.", article.text))
        events = tuple(
            EventMention(s, "sink", "DISASTER", (), (), None, None, "happened", None, (s,), s) for s in sentences
        )
        return Annotations(article.id, sentences, (), (), (), (), events)

    def resolve(
        self,
        readings: Sequence[Reading],
        settings: ResolveSettings,
        judgements: Sequence[Judgement],
        progress: Callable[[int, int], None],
    ) -> Resolution:
        """The same sentence is the same event."""
        progress(1, 1)
        self.resolved.append(tuple(reading.article.id for reading in readings))
        told: dict[str, list[EventMember]] = {}
        for reading in readings:
            for index, (start, end) in enumerate(reading.annotations.sentences):
                member = EventMember(reading.article.id, index, "the same words")
                told.setdefault(reading.article.text[start:end], []).append(member)
        date = Date("2031-02-03", "2031-02-03", "2031-02-03", "stated", "the page says so")
        events = tuple(
            Event(content_id(text), "DISASTER", date, tuple(members), (), None)
            for text, members in sorted(told.items())
        )
        spans = tuple(Span(reading.article.id, 0, 3) for reading in readings)
        links = tuple(Link(span, "the same words") for span in spans)
        entity = Entity("e1", "The Ferry", "ORG", ("The Ferry",), spans, links, len(spans))
        return Resolution((), (), (entity,), (), (), events)

    def compare(
        self,
        readings: Sequence[Reading],
        resolution: Resolution,
        settings: CompareSettings = CompareSettings(),
    ) -> Comparison:
        """An item an event, and a source a page."""
        articles = {reading.article.id: reading for reading in readings}
        items = tuple(item(event, articles) for event in resolution.events)
        return Comparison(items, (finding(),), (attribution(),), (name(),), tuple(source(r.article) for r in readings))


def item(event: Event, articles: dict[str, Reading]) -> TimelineItem:
    """The timeline's line of an event."""
    reports = tuple(report(articles[member.article], member.index) for member in event.members)
    return TimelineItem(
        id=event.id,
        date=event.date.edtf,
        date_known_by=event.date.known_by,
        date_text="3 February 2031",
        date_reason=event.date.reason,
        headline=reports[0].quote.rstrip("."),
        type=event.type,
        status="happened",
        holder=None,
        participants=("The Ferry",),
        place=None,
        outlets=len({report.outlet for report in reports}),
        origins=1,
        origin_reasons=(Origin("Bay Post", "text", tuple(report.article for report in reports), "one text"),),
        weight=float(len(reports)),
        reports=reports,
        findings=(),
    )


def report(reading: Reading, index: int) -> Report:
    """One article's telling."""
    article = reading.article
    start, end = reading.annotations.sentences[index]
    return Report(
        article=article.id,
        source_file=article.source_file,
        outlet=article.outlet,
        published=article.published.value if article.published else None,
        quote=article.text[start:end],
        prefix=article.text[max(0, start - 32) : start],
        suffix=article.text[end : end + 32],
        start=start,
        end=end,
        attributed_to=None,
        status="happened",
        date="2031-02-03",
    )


def finding() -> Finding:
    """A difference between two pages."""
    sides = tuple(
        Side(value, f"It cost {value}.", "a", f"{value}.txt", "Bay Post", 0, 10) for value in ("5 dollars", "6 dollars")
    )
    return Finding("f1", "difference", "the cost", sides, "5 and 6 are not the same")


def attribution() -> AttributionView:
    """What a captain said."""
    return AttributionView(
        "the captain", "Ann Holm", "said", "it sank", "indirect", "speech", "said", "a", "one.txt", "Bay Post", 0, 7,
        "it sank, the captain said.", "the only captain",
    )  # fmt: skip


def name() -> NameView:
    """A person in two spellings."""
    return NameView("n1", "Ann Holm", "PERSON", ("Ann Holm", "Anne Holm"), 3, 2, ("one letter apart",))


def source(article: Article) -> SourceView:
    """A page as a source."""
    published = article.published.value if article.published else None
    words = len(article.text.split())
    return SourceView(
        article.id, article.source_file, article.outlet, article.title, published, "row" if published else None,
        published or "", "stated by the row" if published else "not stated", None, words, (), None,
    )  # fmt: skip
