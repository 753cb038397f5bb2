"""Small stories for tests: pages written as (outlet, published, text), read by the real stages."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate import annotate
from twosource.compare import compare
from twosource.records import Article, Comparison, Reading, Resolution, Witness, content_id
from twosource.resolve import resolve

Page = tuple[str | None, str | None, str]


def reading(outlet: str | None, published: str | None, text: str, **more: object) -> Reading:
    """One page, cleaned by hand."""
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((start, start + len(part)))
        start += len(part) + 2
    article = Article(
        id=content_id(outlet, published, text), source_file=f"{(outlet or 'page').lower().replace(' ', '-')}.txt",
        title=None, outlet=outlet, authors=(), published=Witness(published, "row") if published else None, updated=None,
        dates=(), dateline=None, credit=None, language="en", url=None, text=text, paragraphs=tuple(paragraphs),
        comments=(), notes=(), **more,  # type: ignore[arg-type]
    )  # fmt: skip
    return Reading(article, annotate(article))


def story(pages: Sequence[Page]) -> tuple[list[Reading], Resolution, Comparison]:
    """The readings of the pages, resolved and compared."""
    readings = [reading(*page) for page in pages]
    resolution = resolve(readings)
    return readings, resolution, compare(readings, resolution)
