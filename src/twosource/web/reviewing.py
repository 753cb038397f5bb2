"""Review in the browser: forms that make judgements, the log of them, and taking one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import ValidationException
from litestar.params import Body, FromPath
from litestar.response import Redirect, Template

from twosource import review
from twosource.records import Entity, Judgement, Selector
from twosource.resolve.judgements import index_of
from twosource.story import Story
from twosource.web.desk import Asked, Desk, View
from twosource.web.pages import WHO, page

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
Make = Callable[[Story, str, str | None], Judgement]


@get("/review", include_in_schema=False, sync_to_thread=True)
def log(request: Asked) -> Template:
    """What was decided, by whom, why, and whether it still applies; the latest first."""
    view: View = request.app.state.desk.view()
    return page(request, "review.html", unapplied=set(view.resolution.unapplied))


@get("/review/applied", include_in_schema=False, sync_to_thread=True)
def applied(request: Asked) -> Response[Any]:
    """Nothing (204) while a decision is being worked in; then the line that says so, for the page that asks."""
    if request.app.state.desk.applying():
        return Response(None, status_code=204)
    return Template("applied.html")


@post("/review/names", include_in_schema=False, sync_to_thread=True)
def merge(request: Asked, data: Form) -> Response[Any]:
    """The names chosen in the list are one."""
    chosen = data.get("name", [])
    ids = chosen if isinstance(chosen, list) else [chosen]
    return _decide(
        request, data, lambda story, who, why: review.merged(story, [review.name(story, one) for one in ids], who, why)
    )


@post("/review/names/{name:str}", include_in_schema=False, sync_to_thread=True)
def of_name(request: Asked, name: FromPath[str], data: Form) -> Response[Any]:
    """Something about one name: `do` says what."""
    value = str(data.get("value", ""))

    def make(story: Story, who: str, why: str | None) -> Judgement:
        entity = review.name(story, name)
        made: dict[str, Callable[[], Judgement]] = {
            "merge": lambda: review.merged(story, [entity, review.name(story, value)], who, why),
            "split": lambda: review.taken_apart(story, entity, value, who, why),
            "rename": lambda: review.renamed(story, entity, value, who, why),
            "kind": lambda: review.of_kind(story, entity, value, who, why),
            "note": lambda: review.noted(story, entity, value, who),
        }
        return _asked_for(made, data)

    return _decide(request, data, make)


@post("/review/events/{event:str}", include_in_schema=False, sync_to_thread=True)
def of_event(request: Asked, event: FromPath[str], data: Form) -> Response[Any]:
    """Something about one event: `do` says what."""
    value = str(data.get("value", ""))

    def make(story: Story, who: str, why: str | None) -> Judgement:
        one = review.event(story, event)
        made: dict[str, Callable[[], Judgement]] = {
            "date": lambda: review.corrected(story, one, "date", value, who, why),
            "place": lambda: review.corrected(story, one, "place", value, who, why),
            "type": lambda: review.corrected(story, one, "type", value, who, why),
            "same": lambda: review.one_event(story, [one, review.event(story, _event_id(value))], who, why),
            "different": lambda: review.another_event(story, one, value, who, why),
            "hide": lambda: review.hidden(story, one, who, why),
            "note": lambda: review.noted(story, one, value, who),
        }
        return _asked_for(made, data)

    return _decide(request, data, make)


@post("/review/undo", include_in_schema=False, sync_to_thread=True)
def undo(request: Asked, data: Form) -> Response[Any]:
    """A judgement is taken back."""
    wanted = str(data.get("judgement", ""))
    return _decide(request, data, lambda story, who, why: review.withdrawn(story, wanted, who, why))


def _asked_for(made: dict[str, Callable[[], Judgement]], data: dict[str, Any]) -> Judgement:
    asked = str(data.get("do", ""))
    if asked not in made:
        raise ValidationException(f"{asked!r} is nothing that can be decided here: {', '.join(made)}")
    return made[asked]()


def _event_id(value: str) -> str:
    """An event's id, from itself or from the address of its page."""
    return value.strip().rstrip("/").rpartition("/")[2].partition("?")[0]


def _decide(request: Asked, data: dict[str, Any], make: Make) -> Response[Any]:
    """Makes the judgement, keeps and applies it, and leads to what it is about as it is now."""
    desk: Desk = request.app.state.desk
    who = str(data.get("who", "")).strip() or "somebody"
    with desk.open() as story:
        judgement = make(story, who, str(data.get("why", "")).strip() or None)
    applied = desk.judge(judgement)
    address = _address(desk, judgement) if applied else "/review"
    answer: Response[Any] = Redirect(f"{address}?decided={judgement.id}", status_code=303)
    answer.set_cookie(WHO, quote(who), httponly=True, samesite="strict", path="/", max_age=31_536_000)
    return answer


def _address(desk: Desk, judgement: Judgement) -> str:
    """The page of what a judgement is about, once it was applied; of what was decided before it for one that undoes."""
    view = desk.view()
    if judgement.verb == "withdraw":
        judgement = next((one for one in view.judgements if one.id == judgement.value), judgement)
    elif judgement.verb == "hide":
        return "/review"
    if not judgement.about:
        return "/review"
    place = judgement.about[0]
    found = _name_at(view, place) if judgement.what == "name" else _event_at(desk, view, place)
    return found or "/review"


def _name_at(view: View, place: Selector) -> str | None:
    entities: list[Entity] = [e for e in view.resolution.entities if any(s.article == place.article for s in e.members)]
    at = index_of({e.id: [(s.article, s.start, s.end) for s in e.members] for e in entities})
    found = at(place)
    return f"/names/{found}" if found else None


def _event_at(desk: Desk, view: View, place: Selector) -> str | None:
    """The line that tells the event with this trigger."""
    reading = desk.reading(place.article)
    triggers = [event.trigger for event in reading.annotations.events] if reading else []
    here = {(place.article, i) for i, (start, end) in enumerate(triggers) if start < place.end and place.start < end}
    for item in view.items_of_article.get(place.article, ()):
        if any((member.article, member.index) in here for member in view.events[item.id].members):
            return f"/events/{item.id}"
    return None


HANDLERS = [log, applied, merge, of_name, of_event, undo]
