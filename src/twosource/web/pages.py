"""The pages of the desk: each is one address that can be sent, works without JavaScript, and shows one View."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, get_args
from urllib.parse import unquote

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template

from twosource import selection
from twosource.records import AttributionView, EventType, NameView, Range
from twosource.web import density, details, world
from twosource.web.desk import Asked, Desk, View
from twosource.web.filters import Filters
from twosource.web.guard import COOKIE, token_cookie
from twosource.web.marked import paragraphs

T = TypeVar("T")
WHO = "twosource-who"
"""The cookie that keeps who decides, so that a person says it once."""

LINES = 100
"""Lines on one page of a list."""


def _desk(request: Asked) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def view_of(request: Asked) -> View:
    """The story as it is now: one state of it for the whole of a request."""
    if "view" not in request.state:
        request.state.view = _desk(request).view()
    view: View = request.state.view
    return view


def page(request: Asked, template: str, **context: object) -> Template:
    """A page of the desk, in its frame."""
    view = view_of(request)
    review, desk = request.app.state.review, _desk(request)
    decided = request.query_params.get("decided", "") if review else ""
    shown = {
        "view": view,
        "who": unquote(request.cookies.get(WHO, "")) if review else "",
        "applying": desk.applying(),
        "building": desk.build.is_on(),
        "decided": next((one for one in view.judgements if one.id == decided), None),
        "story": desk.path.stem,
        "here": template.partition(".")[0],
        **context,
    }
    return Template(template, context=shown)


def _part(request: Asked, items: Sequence[T]) -> tuple[Sequence[T], int, int]:
    """The lines of the page asked for, its number, and how many pages there are."""
    pages = max(1, -(-len(items) // LINES))
    asked = request.query_params.get("page", "1")
    number = min(max(int(asked) if asked.isdecimal() and len(asked) < 9 else 1, 1), pages)
    return items[(number - 1) * LINES : number * LINES], number, pages


def _one(found: T | None) -> T:
    if found is None:
        raise NotFoundException
    return found


@get("/", include_in_schema=False)
async def home(request: Asked) -> Response[Any]:
    """The timeline; with the token in the address, a cookie takes its place so that it stays out of the history."""
    answer: Response[Any] = Redirect("/timeline")
    if token_cookie(request, request.app.state.gate):
        answer.set_cookie(COOKIE, request.app.state.gate.token, httponly=True, samesite="strict", path="/")
    return answer


@get("/timeline", include_in_schema=False, sync_to_thread=True)
def timeline(request: Asked) -> Template:
    """What happened: filtered, with the density strip of all that the other filters leave."""
    view, filters = view_of(request), Filters.of(request.query_params)
    wide = filters.of_any_time(view)
    items = filters.within(wide)
    lines, number, pages = _part(request, items)
    return page(
        request, "timeline.html", filters=filters, items=lines, found=len(items), number=number, pages=pages,
        strip=density.strip(wide, selection.contested(wide)), choices=details.choices(view),
    )  # fmt: skip


@get("/events/{event:str}", include_in_schema=False, sync_to_thread=True)
def event(request: Asked, event: FromPath[str]) -> Template:
    """One event: its reports side by side, its origins, what differs."""
    view = view_of(request)
    item = _one(view.items.get(event))
    return page(request, "event.html", item=item, types=get_args(EventType), **details.of_event(view, item))


@get("/articles/{article:str}", include_in_schema=False, sync_to_thread=True)
def article(request: Asked, article: FromPath[str]) -> Template:
    """One article as read, with what was read in it; `at=120-180` lights a passage and says what was taken from it."""
    view = view_of(request)
    source = _one(view.sources.get(article))
    reading = _one(_desk(request).reading(article))
    lit = _range(request.query_params.get("at", ""), len(reading.article.text))
    taken = details.taken(view, reading, lit) if lit else ()
    return page(
        request, "article.html", source=source, article=reading.article, paragraphs=paragraphs(reading, lit),
        lit=lit, taken=taken, items=view.items_of_article.get(article, ()),
    )  # fmt: skip


@get("/articles/{article:str}/raw", include_in_schema=False, sync_to_thread=True)
def raw(request: Asked, article: FromPath[str]) -> Template:
    """The page that came in, as text."""
    with _desk(request).open() as story:
        came = _one(story.page(article))
    return page(request, "raw.html", page=came, text=came.content[: details.RAW].decode("utf-8", "replace"))


@get("/names", include_in_schema=False, sync_to_thread=True)
def names(request: Asked) -> Template:
    """Every name, most mentioned first."""
    kind, words = request.query_params.get("kind", ""), request.query_params.get("q", "").strip()
    fits = [one for one in view_of(request).comparison.names if kind in ("", one.kind) and _is_called(one, words)]
    lines, number, pages = _part(request, fits)
    return page(request, "names.html", names=lines, found=len(fits), number=number, pages=pages, kind=kind, words=words)


def _is_called(name: NameView, words: str) -> bool:
    return not words or any(words.casefold() in alias.casefold() for alias in (name.name, *name.aliases))


@get("/names/{name:str}", include_in_schema=False, sync_to_thread=True)
def name(request: Asked, name: FromPath[str]) -> Template:
    """One name: its spellings and why they are one, what it did, what it said, with whom."""
    view = view_of(request)
    known = _one(view.names.get(name))
    lines, number, pages = _part(request, view.items_of_name.get(name, ()))
    return page(
        request, "name.html", name=known, items=lines, number=number, pages=pages, **details.of_name(view, known)
    )


@get("/said", include_in_schema=False, sync_to_thread=True)
def said(request: Asked) -> Template:
    """Who said what; attitudes (thinks, hopes) only when asked for."""
    asked = {key: request.query_params.get(key, "").strip() for key in ("by", "q", "act", "attitudes")}
    found = [one for one in view_of(request).comparison.attributions if _is_said(one, asked)]
    lines, number, pages = _part(request, found)
    speakers = details.speakers(view_of(request))
    return page(
        request, "said.html", said=lines, found=len(found), number=number, pages=pages, asked=asked, speakers=speakers
    )


def _is_said(one: AttributionView, asked: dict[str, str]) -> bool:
    return (
        (one.kind == "speech" or bool(asked["attitudes"]))
        and asked["by"].casefold() in f"{one.source_name or ''}\n{one.source or ''}".casefold()
        and asked["q"].casefold() in one.content.casefold()
        and asked["act"] in ("", one.act)
    )


@get("/findings", include_in_schema=False, sync_to_thread=True)
def findings(request: Asked) -> Template:
    """Where reports differ, dispute, revise, agree or copy: what is contested first."""
    kind = request.query_params.get("kind", "")
    every = view_of(request).comparison.findings
    fits = [one for one in every if kind in ("", one.kind) and (kind or one.kind not in ("agreement", "copy"))]
    lines, number, pages = _part(request, fits)
    kinds = details.counted(one.kind for one in every)
    return page(request, "findings.html", findings=lines, number=number, pages=pages, kind=kind, kinds=kinds)


@get("/sources", include_in_schema=False, sync_to_thread=True)
def sources(request: Asked) -> Template:
    """The outlets and pages, who copies whom, and how often outlets tell the same."""
    view = view_of(request)
    lines, number, pages = _part(request, view.comparison.sources)
    return page(
        request, "sources.html", sources=lines, number=number, pages=pages, stemma=details.stemma(view),
        matrix=details.matrix(view),
    )  # fmt: skip


@get("/map", include_in_schema=False, sync_to_thread=True)
def world_map(request: Asked) -> Template:
    """Where it happened, as far as places are known."""
    places = world.placed(view_of(request))
    shown = {"world": world.outline(), "places": places, "window": world.window(places)}
    return page(request, "map.html", **shown, lettered=world.lettered(places))


@get("/search", include_in_schema=False, sync_to_thread=True)
def search(request: Asked) -> Template:
    """Sentences with all the words."""
    words = request.query_params.get("q", "").strip()
    with _desk(request).open() as story:
        hits = story.search(words, LINES) if words else ()
    return page(request, "search.html", words=words, hits=hits, limit=LINES)


@get("/problems", include_in_schema=False, sync_to_thread=True)
def problems(request: Asked) -> Template:
    """What could not be read, and why."""
    return page(request, "problems.html")


@get("/about", include_in_schema=False, sync_to_thread=True)
def about(request: Asked) -> Template:
    """How this was made, what the marks mean, and what it cannot do."""
    return page(request, "about.html")


def _range(text: str, length: int) -> Range | None:
    """ "120-180" as a range inside a text; None for anything else."""
    start, dash, end = text.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and len(text) < 24):
        return None
    found = (int(start), min(int(end), length))
    return found if found[0] < found[1] else None


HANDLERS = [
    home, timeline, event, article, raw, names, name, said, findings, sources, world_map, search, problems, about,
]  # fmt: skip
