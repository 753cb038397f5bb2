"""A story file all of whose words are hostile, written straight into the store: for the desk to show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from tests.browsing import parts
from tests.export.story import hostile, item, source
from tests.hostile_texts import LONG, TEXTS
from twosource.records import (
    Amount,
    Annotations,
    Article,
    Attribution,
    Comparison,
    Date,
    Entity,
    Event,
    EventMember,
    EventMention,
    Judgement,
    Link,
    Mention,
    NameView,
    Note,
    Origin,
    Page,
    Place,
    Range,
    Report,
    Resolution,
    Selector,
    SourceView,
    Span,
    TimeExpression,
    TimelineItem,
    Witness,
)
from twosource.store import Store

SHORT = [text for text in TEXTS if text not in LONG]
GROUPS = parts(SHORT, 42)
"""Texts that stand on one page together, where each page shows one thing."""
MARK = "harbour"
"""A word in every article, to search for."""


def write(path: Path) -> None:
    """The story: an item, a name, a source, a finding, a quotation, a judgement, a problem of each text; and an event,
    a name and an article of each group."""
    told, articles = hostile(), [_article(f"h{n}", [text]) for n, text in enumerate(TEXTS)]
    groups = [_article(f"g{n}", group) for n, group in enumerate(GROUPS)]
    comparison = told.comparison
    items = [*comparison.timeline, *(_item(n, group) for n, group in enumerate(GROUPS))]
    names = [*comparison.names, *(_name(n, group) for n, group in enumerate(GROUPS))]
    sources = [*comparison.sources, *(_source(one) for one in groups)]
    sources = [replace(one, copies_from=("h0",)) if n % 5 == 1 else one for n, one in enumerate(sources)]
    everything = Comparison(tuple(items), comparison.findings, comparison.attributions, tuple(names), tuple(sources))
    with Store.create_or_open(path) as store:
        store.add_pages([_page(one) for one in (*articles, *groups)])
        store.add_pages(told.problems)
        store.save_articles([(one.id, one, None) for one in (*articles, *groups)], "tests")
        store.save_annotations([(one, _read(one), None) for one in (*articles, *groups)], "tests")
        for n, text in enumerate(TEXTS):
            about = (Selector(f"h{n}", 0, 5, text),)
            store.judge(Judgement(f"j{n}", "note", "event", about, None, text, text, "2031-02-03T10:00:00", text))
        results = {name: getattr(everything, name) for name in everything.__struct_fields__}
        resolution = _resolution(everything, [*articles, *groups])
        store.save_results({"resolution": resolution, **results}, "tests", store.reading_state())


def _article(name: str, texts: Sequence[str]) -> Article:
    """An article whose paragraphs, title, authors, notes and comments are these texts."""
    body, ranges = "", []
    for text in texts:
        start = len(body)
        body += f"The {MARK} {text}.\n"
        ranges.append((start, len(body) - 1))
    title = " ".join(texts)
    return Article(
        name, title, title, title, tuple(texts), Witness(title, title), None, (), None, title, "en", title, body,
        tuple(ranges), tuple(texts), tuple(Note("correction", text, text) for text in texts),
    )  # fmt: skip


def _page(article: Article) -> Page:
    content = "\n".join(article.comments).encode("utf-8", "replace")
    return Page(article.id, article.source_file, "0" * 64, "html", content)


def _read(article: Article) -> Annotations:
    """Everything there is to read, at every text."""
    spots = [(start + 5 + len(MARK), end - 1) for start, end in article.paragraphs]
    return Annotations(
        article.id,
        article.paragraphs,
        tuple(Mention(a, b, "PERSON", article.text[a:b], article.text[a:b]) for a, b in spots),
        tuple(TimeExpression(a, b, "DATE", "2031", "2031", "absolute") for a, b in spots),
        tuple(Amount(a, b, "count", 3, article.text[a:b]) for a, b in spots),
        tuple(Attribution((a, b), (a, b), ((a, b),), "direct", "speech", "said") for a, b in spots),
        tuple(_event(spot, whole) for spot, whole in zip(spots, article.paragraphs, strict=True)),
    )


def _event(spot: Range, sentence: Range) -> EventMention:
    return EventMention(spot, "x", "OTHER", (spot,), (), spot, spot, "alleged", spot, (spot,), sentence)


def _item(number: int, group: Sequence[str]) -> TimelineItem:
    every = " ".join(group)
    pages = [f"h{TEXTS.index(text)}" for text in group]
    told = tuple(
        Report(page, text, text, text, text, text, text, 0, 20, text, "alleged", "2031")
        for page, text in zip(pages, group, strict=True)
    )
    return item(
        f"ig{number}", "2031-02-02", *told, headline=every, holder=every, status="alleged", place=every,
        participants=tuple(group), date_text=every, date_reason=every, judged=tuple(group),
        origin_reasons=tuple(Origin(text, "text", (page,), text) for page, text in zip(pages, group, strict=True)),
    )  # fmt: skip


def _name(number: int, group: Sequence[str]) -> NameView:
    return NameView(f"ng{number}", " ".join(group), "PERSON", tuple(group), 9, 9, tuple(group), tuple(group))


def _source(article: Article) -> SourceView:
    words = article.title or ""
    return source(article.id, words, words, source_file=words, credit=words, date_reason=words)


def _resolution(told: Comparison, articles: Sequence[Article]) -> Resolution:
    """Each name an entity that stands in its article; each item an event of these, at a place on the map."""
    at = {article.id: Span(article.id, 0, 20) for article in articles}
    entities = []
    for view in told.names:
        span = at[view.id.replace("ng", "g").replace("n", "h")]
        links = tuple(Link(span, reason) for reason in (*view.aliases, view.name))
        entities.append(Entity(view.id, view.name, view.kind, view.aliases, (span,), links, 1))
    places = [n for n, view in enumerate(told.names) if view.kind == "LOC"]
    events = tuple(
        Event(
            one.id, "OTHER", Date("2031", None, None, "stated", one.headline),
            (EventMember(one.reports[0].article, 0, one.headline),),
            (entities[n].id, entities[(n + 1) % len(entities)].id), entities[places[n % len(places)]].id,
        )
        for n, one in enumerate(told.timeline)
    )  # fmt: skip
    where = tuple(
        Place(entities[n].id, entities[n].name, n / 3, n / 2, entities[n].name, entities[n].name) for n in places
    )
    return Resolution((), (), tuple(entities), (), (), events, (), where, ("j1",))
