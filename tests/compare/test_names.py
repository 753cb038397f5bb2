"""Names as shown."""

from __future__ import annotations

from twosource.compare.names import name_views
from twosource.records import Annotations, Article, Entity, Link, Reading, Resolution, Span


def reading(name: str) -> Reading:
    article = Article(
        id=name, source_file="", title=None, outlet=None, authors=(), published=None, updated=None, dates=(),
        dateline=None, credit=None, language=None, url=None, text="", paragraphs=(), comments=(), notes=(),
    )  # fmt: skip
    return Reading(article, Annotations(name, (), (), (), (), (), ()))


def entity(name: str, *places: tuple[str, int, str]) -> Entity:
    spans = tuple(Span(article, start, start + 3) for article, start, _ in places)
    links = tuple(Link(span, reason) for span, (_, _, reason) in zip(spans, places, strict=True))
    return Entity(name, name, "PERSON", (name,), spans, links, len({span.article for span in spans}))


def test_views_count_and_give_each_reason_once() -> None:
    many = entity("Tolvik", ("a", 0, "same spelling"), ("a", 9, "surname"), ("b", 0, "same spelling"))
    few = entity("Marsden", ("b", 5, "same spelling"))
    gone = entity("Weyde", ("elsewhere", 0, "same spelling"))
    resolution = Resolution((), (), (few, gone, many), (), (), ())
    views = name_views([reading("a"), reading("b")], resolution)
    assert [(view.name, view.mentions, view.articles) for view in views] == [("Tolvik", 3, 2), ("Marsden", 1, 1)]
    assert views[0].reasons == ("same spelling", "surname")
