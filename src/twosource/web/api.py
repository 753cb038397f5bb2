"""The JSON API: the story's records as they are, filtered and paged as the pages are. OpenAPI is at /api/schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery

from twosource.records import (
    Article,
    AttributionView,
    Finding,
    Hit,
    NameView,
    Problem,
    SourceView,
    TimelineItem,
)
from twosource.web.desk import Asked
from twosource.web.filters import Filters
from twosource.web.pages import view_of

T = TypeVar("T")
MOST = 500


class Page(msgspec.Struct):
    """A part of a list: the whole has `total`, this begins at `offset`."""

    total: int
    offset: int
    limit: int
    items: list[Any]


def _cut(items: Sequence[Any], limit: int, offset: int) -> Page:
    limit, offset = min(max(limit, 1), MOST), max(offset, 0)
    return Page(len(items), offset, limit, list(items[offset : offset + limit]))


@get("/api/timeline", sync_to_thread=True)
def timeline(request: Asked, limit: FromQuery[int] = 100, offset: FromQuery[int] = 0) -> Page:
    """Items in order. Filters as in the page: start, end, name, place, type, status, outlet, contested, top."""
    return _cut(Filters.of(request.query_params).chosen(view_of(request)), limit, offset)


@get("/api/events/{event:str}", sync_to_thread=True)
def event(request: Asked, event: FromPath[str]) -> TimelineItem:
    """One item with all its reports, origins and findings."""
    return _one(view_of(request).items, event)


@get("/api/names", sync_to_thread=True)
def names(request: Asked, kind: FromQuery[str] = "", limit: FromQuery[int] = 100, offset: FromQuery[int] = 0) -> Page:
    """Names, most mentioned first; of one kind: PERSON, ORG, LOC, NORP."""
    return _cut([one for one in view_of(request).comparison.names if kind in ("", one.kind)], limit, offset)


@get("/api/names/{name:str}", sync_to_thread=True)
def name(request: Asked, name: FromPath[str]) -> NameView:
    """One name."""
    return _one(view_of(request).names, name)


@get("/api/attributions", sync_to_thread=True)
def attributions(
    request: Asked, by: FromQuery[str] = "", limit: FromQuery[int] = 100, offset: FromQuery[int] = 0
) -> Page:
    """Who said what; `by` is part of a speaker's name."""
    wanted = by.casefold()
    every: Sequence[AttributionView] = view_of(request).comparison.attributions
    return _cut([one for one in every if wanted in (one.source_name or one.source or "").casefold()], limit, offset)


@get("/api/findings", sync_to_thread=True)
def findings(
    request: Asked, kind: FromQuery[str] = "", limit: FromQuery[int] = 100, offset: FromQuery[int] = 0
) -> Page:
    """Findings, what is contested first; of one kind: dispute, difference, revision, agreement, copy."""
    every: Sequence[Finding] = view_of(request).comparison.findings
    return _cut([one for one in every if kind in ("", one.kind)], limit, offset)


@get("/api/sources", sync_to_thread=True)
def sources(request: Asked, limit: FromQuery[int] = 100, offset: FromQuery[int] = 0) -> Page:
    """The pages as sources."""
    every: Sequence[SourceView] = view_of(request).comparison.sources
    return _cut(every, limit, offset)


@get("/api/articles/{article:str}", sync_to_thread=True)
def article(request: Asked, article: FromPath[str]) -> Article:
    """One article, with its text: what a receipt's `start` and `end` count in."""
    reading = request.app.state.desk.reading(article)
    if reading is None:
        raise NotFoundException
    found: Article = reading.article
    return found


@get("/api/search", sync_to_thread=True)
def search(request: Asked, q: FromQuery[str], limit: FromQuery[int] = 50) -> list[Hit]:
    """Sentences with all the words, best first."""
    with request.app.state.desk.open() as story:
        return list(story.search(q, min(max(limit, 1), MOST)))


@get("/api/problems", sync_to_thread=True)
def problems(request: Asked) -> list[Problem]:
    """What could not be read, and why."""
    return list(view_of(request).problems)


def _one(known: dict[str, T], key: str) -> T:
    if key not in known:
        raise NotFoundException
    return known[key]


HANDLERS = [timeline, event, names, name, attributions, findings, sources, article, search, problems]
