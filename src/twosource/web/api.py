"""The JSON API: the story's records as they are, filtered and paged as the pages are. OpenAPI is at /api/schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar, get_args

import msgspec
from litestar import get
from litestar.exceptions import NotFoundException
from litestar.openapi import ResponseSpec
from litestar.openapi.spec import Example
from litestar.params import FromPath, FromQuery, QueryParameter

from twosource.records import (
    Article,
    AttributionView,
    EventType,
    Finding,
    FindingKind,
    Hit,
    MentionKind,
    NameView,
    Problem,
    SourceView,
    Status,
    TimelineItem,
)
from twosource.web.desk import Asked
from twosource.web.filters import Filters
from twosource.web.pages import view_of
from twosource.web.words import DAY

T = TypeVar("T")
MOST = 500


class Page(msgspec.Struct, Generic[T]):
    """A part of a list: the whole has `total`, this begins at `offset`."""

    total: int
    offset: int
    limit: int
    items: list[T]


class Refusal(msgspec.Struct):
    """Why there is no answer."""

    error: str
    status: int


def _refused(*statuses: int) -> dict[int, ResponseSpec]:
    told = {400: "A parameter has a value that it cannot have.", 404: "The story has no such thing.",
            503: "The story's first build is not finished."}  # fmt: skip
    return {one: ResponseSpec(Refusal, description=told[one], generate_examples=False) for one in statuses}


LISTS, ONE = _refused(400, 503), _refused(400, 404, 503)

Limit = Annotated[int, QueryParameter(description=f"How many at most; more than {MOST} are not given at once.")]
Offset = Annotated[int, QueryParameter(description="How many of the list come before.")]


def _of(kinds: object, what: str, name: str | None = None) -> QueryParameter:
    return QueryParameter(name=name, description=f"{what}: one of {', '.join(get_args(kinds))}.")


def _day(what: str) -> QueryParameter:
    examples = [Example(value=one) for one in ("2031", "2031-02", "2031-02-03")]
    return QueryParameter(
        description=f"{what}: a year, month or day (ISO 8601).",
        examples=examples,
        schema_extra={"pattern": f"^({DAY})?$"},
    )


def _cut(items: Sequence[T], limit: int, offset: int) -> Page[T]:
    limit, offset = min(max(limit, 1), MOST), max(offset, 0)
    return Page(len(items), offset, limit, list(items[offset : offset + limit]))


@get("/api/timeline", sync_to_thread=True, responses=LISTS)
def timeline(
    request: Asked,
    start: Annotated[str, _day("Items that may have happened then or later")] = "",
    end: Annotated[str, _day("Items that may have happened then or before")] = "",
    name: Annotated[str, QueryParameter(description="Part of the name, in any spelling, of whoever takes part.")] = "",
    place: Annotated[str, QueryParameter(description="The place, as items name it.")] = "",
    event_type: Annotated[str, _of(EventType, "What happened", name="type")] = "",
    status: Annotated[str, _of(Status, "How it is told")] = "",
    outlet: Annotated[str, QueryParameter(description="The outlet of one of the reports.")] = "",
    contested: Annotated[str, QueryParameter(description='"1" for those that sources contest or differ on.')] = "",
    top: Annotated[str, QueryParameter(description="So many of those on which the story leans most.")] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Page[TimelineItem]:
    """Items in order, filtered as in the page."""
    asked = {"start": start, "end": end, "name": name, "place": place, "type": event_type, "status": status,
             "outlet": outlet, "contested": contested, "top": top}  # fmt: skip
    return _cut(Filters.of(asked).chosen(view_of(request)), limit, offset)


@get("/api/events/{event:str}", sync_to_thread=True, responses=ONE)
def event(request: Asked, event: FromPath[str]) -> TimelineItem:
    """One item with all its reports, origins and findings."""
    return _one(view_of(request).items, event)


@get("/api/names", sync_to_thread=True, responses=LISTS)
def names(
    request: Asked,
    kind: Annotated[str, _of(MentionKind, "Of one kind")] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Page[NameView]:
    """Names, most mentioned first."""
    return _cut([one for one in view_of(request).comparison.names if kind in ("", one.kind)], limit, offset)


@get("/api/names/{name:str}", sync_to_thread=True, responses=ONE)
def name(request: Asked, name: FromPath[str]) -> NameView:
    """One name."""
    return _one(view_of(request).names, name)


@get("/api/attributions", sync_to_thread=True, responses=LISTS)
def attributions(
    request: Asked,
    by: Annotated[str, QueryParameter(description="Part of the speaker's name.")] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Page[AttributionView]:
    """Who said what."""
    wanted = by.casefold()
    every: Sequence[AttributionView] = view_of(request).comparison.attributions
    return _cut([one for one in every if wanted in (one.source_name or one.source or "").casefold()], limit, offset)


@get("/api/findings", sync_to_thread=True, responses=LISTS)
def findings(
    request: Asked,
    kind: Annotated[str, _of(FindingKind, "Of one kind")] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Page[Finding]:
    """Findings, what is contested first."""
    every: Sequence[Finding] = view_of(request).comparison.findings
    return _cut([one for one in every if kind in ("", one.kind)], limit, offset)


@get("/api/sources", sync_to_thread=True, responses=LISTS)
def sources(request: Asked, limit: Limit = 100, offset: Offset = 0) -> Page[SourceView]:
    """The pages as sources."""
    return _cut(view_of(request).comparison.sources, limit, offset)


@get("/api/articles/{article:str}", sync_to_thread=True, responses=ONE)
def article(request: Asked, article: FromPath[str]) -> Article:
    """One article, with its text: what a receipt's `start` and `end` count in."""
    reading = request.app.state.desk.reading(article)
    if reading is None:
        raise NotFoundException
    found: Article = reading.article
    return found


@get("/api/search", sync_to_thread=True, responses=LISTS)
def search(request: Asked, q: FromQuery[str], limit: Limit = 50) -> list[Hit]:
    """Sentences with all the words, best first."""
    with request.app.state.desk.open() as story:
        return list(story.search(q, min(max(limit, 1), MOST)))


@get("/api/problems", sync_to_thread=True, responses=_refused(503))
def problems(request: Asked) -> list[Problem]:
    """What could not be read, and why."""
    return list(view_of(request).problems)


def _one(known: dict[str, T], key: str) -> T:
    if key not in known:
        raise NotFoundException
    return known[key]


HANDLERS = [timeline, event, names, name, attributions, findings, sources, article, search, problems]
