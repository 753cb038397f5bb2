"""Review: what a person decides, as judgements. Each function here makes one, from what the person sees (a name, a
line of the timeline) and for `Story.judge`, which keeps it and makes the story anew.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal, get_args

from twosource.errors import JudgementError
from twosource.export.edtf import bounds
from twosource.records import (
    Entity,
    Event,
    EventType,
    Judgement,
    MentionKind,
    Selector,
    Span,
    Verb,
    content_id,
)
from twosource.story import Story

DATE = re.compile(r"(?:\.\.|\d{4}(?:-\d\d){0,2})(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}))?", re.ASCII)
SHOWN = 5
"""Names offered to a person whose words fit several."""


# --- finding what a person means -------------------------------------------------------------------------------------


def name(story: Story, words: str) -> Entity:
    """The one entity of this id, name or spelling. Raises JudgementError when there is none, or there are several."""
    entities = story.entities()
    if found := known(entities, words):
        return found
    folded = words.casefold()
    near = [e for e in entities if any(folded in alias.casefold() for alias in e.aliases)]
    hint = f"; near it: {_offered(near)}" if near else "; `twosource names STORY` lists them all"
    raise JudgementError(f"no name {words!r} in this story{hint}")


def known(entities: Sequence[Entity], words: str) -> Entity | None:
    """The one entity of this id, name or spelling, in this order; None for none. Raises JudgementError for several."""
    folded = words.casefold()
    for fits in (
        [e for e in entities if e.id == words],
        [e for e in entities if e.name.casefold() == folded],
        [e for e in entities if folded in {alias.casefold() for alias in e.aliases}],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise JudgementError(f"{words!r} may be {_offered(fits)}: give the id of the one that is meant")
    return None


def _offered(entities: Sequence[Entity]) -> str:
    shown = ", ".join(f"{e.name} ({e.id}, {len(e.members)} mentions)" for e in entities[:SHOWN])
    return shown + (f" and {len(entities) - SHOWN} more" if len(entities) > SHOWN else "")


def event(story: Story, event_id: str) -> Event:
    """The event with this id, as the timeline's items have it. Raises JudgementError."""
    for one in story.resolution().events:
        if one.id == event_id:
            return one
    raise JudgementError(f"no event {event_id!r} in this story: `twosource timeline STORY --json` shows every id")


# --- judgements about names ------------------------------------------------------------------------------------------


def merged(story: Story, entities: Sequence[Entity], who: str, why: str | None = None) -> Judgement:
    """That these are one."""
    if len({entity.id for entity in entities}) < 2:
        raise JudgementError("these are one name already: give two or more that are not")
    return _judgement("same", "name", [_of_name(story, entity) for entity in entities], who, why)


def taken_apart(story: Story, entity: Entity, spelling: str, who: str, why: str | None = None) -> Judgement:
    """That what is spelled so is somebody or something else than the rest of the entity."""
    texts = _texts(story, entity.members)
    taken = [span for span in entity.members if texts[span].casefold() == spelling.casefold()]
    left = [span for span in entity.members if texts[span].casefold() != spelling.casefold()]
    if not taken or not left:
        what = "no other spelling" if taken else f"no spelling {spelling!r}"
        raise JudgementError(f"{entity.name} has {what}: its spellings are {', '.join(entity.aliases)}")
    best = max(left, key=lambda span: (texts[span] == entity.name, span.article, -span.start))
    about = [_selector(texts, taken[0]), _selector(texts, best)]
    return _judgement("different", "name", about, who, why)


def renamed(story: Story, entity: Entity, to: str, who: str, why: str | None = None) -> Judgement:
    """That it is to be shown under another name."""
    if not to.strip():
        raise JudgementError("an empty name cannot be shown")
    return _judgement("rename", "name", [_of_name(story, entity)], who, why, value=to.strip())


def of_kind(story: Story, entity: Entity, kind: str, who: str, why: str | None = None) -> Judgement:
    """That it is a PERSON, ORG, LOC or NORP."""
    value = _one_of(kind, get_args(MentionKind))
    return _judgement("correct", "name", [_of_name(story, entity)], who, why, field="kind", value=value)


# --- judgements about events -----------------------------------------------------------------------------------------


def one_event(story: Story, events: Sequence[Event], who: str, why: str | None = None) -> Judgement:
    """That these lines tell one event."""
    if len({one.id for one in events}) < 2:
        raise JudgementError("these are one event already: give two or more that are not")
    return _judgement("same", "event", [_of_event(story, one) for one in events], who, why)


def another_event(story: Story, one: Event, article: str, who: str, why: str | None = None) -> Judgement:
    """That what this page tells is another event than what the rest of the event's pages tell."""
    spans = _triggers(story, one)
    taken = next((span for span in spans if span.article == article), None)
    left = next((span for span in spans if span.article != article), None)
    if taken is None or left is None:
        raise JudgementError(f"page {article} is not one of several that tell this event")
    texts = _texts(story, spans)
    return _judgement("different", "event", [_selector(texts, taken), _selector(texts, left)], who, why)


def corrected(
    story: Story, one: Event, field: Literal["date", "place", "type"], value: str, who: str, why: str | None = None
) -> Judgement:
    """That its date (EDTF: 2020, 2020-08, 2020-08-15, two with a slash, `..` for open), place or type is this."""
    value = value.strip()
    if field == "type":
        value = _one_of(value, get_args(EventType))
    elif field == "date":
        _check_date(value)
    elif not value:
        raise JudgementError("an empty place cannot be shown")
    return _judgement("correct", "event", [_of_event(story, one)], who, why, field=field, value=value)


def hidden(story: Story, one: Event, who: str, why: str | None = None) -> Judgement:
    """That it is to be left out of the timeline."""
    return _judgement("hide", "event", [_of_event(story, one)], who, why)


def noted(story: Story, one: Event | Entity, words: str, who: str) -> Judgement:
    """A remark beside an event or a name."""
    if not words.strip():
        raise JudgementError("an empty note says nothing")
    if isinstance(one, Event):
        return _judgement("note", "event", [_of_event(story, one)], who, None, value=words.strip())
    return _judgement("note", "name", [_of_name(story, one)], who, None, value=words.strip())


def withdrawn(story: Story, judgement: str, who: str, why: str | None = None) -> Judgement:
    """That an earlier judgement (by its id, or the beginning of it) no longer holds."""
    fits = [one for one in story.judgements() if one.id.startswith(judgement)]
    if len(fits) != 1:
        found = "no judgement" if not fits else f"{len(fits)} judgements"
        raise JudgementError(f"{found} {judgement!r}: `twosource review STORY` lists them with their ids")
    return _judgement("withdraw", "judgement", [], who, why, value=fits[0].id)


# --- inside ----------------------------------------------------------------------------------------------------------


def _judgement(
    verb: Verb,
    what: Literal["name", "event", "judgement"],
    about: Sequence[Selector],
    who: str,
    why: str | None,
    *,
    field: Literal["kind", "date", "place", "type"] | None = None,
    value: str | None = None,
) -> Judgement:
    when = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    made_by = " ".join(who.split())
    if not made_by:
        raise JudgementError("a judgement needs the name of the one who makes it")
    judgement_id = content_id(verb, what, about, field, value, made_by, when)
    return Judgement(judgement_id, verb, what, tuple(about), field, value, made_by, when, why or None)


def _of_name(story: Story, entity: Entity) -> Selector:
    """The first mention under the entity's own name, else its first."""
    texts = _texts(story, entity.members)
    return _selector(
        texts, min(entity.members, key=lambda span: (texts[span] != entity.name, span.article, span.start))
    )


def _of_event(story: Story, one: Event) -> Selector:
    spans = _triggers(story, one)
    return _selector(_texts(story, spans), spans[0])


def _triggers(story: Story, one: Event) -> list[Span]:
    read = {
        reading.article.id: reading.annotations.events for reading in story.readings({m.article for m in one.members})
    }
    return [Span(m.article, *read[m.article][m.index].trigger) for m in one.members]


def _texts(story: Story, spans: Sequence[Span]) -> dict[Span, str]:
    articles = {article.id: article.text for article in story.articles({span.article for span in spans})}
    return {span: articles[span.article][span.start : span.end] for span in spans}


def _selector(texts: dict[Span, str], span: Span) -> Selector:
    return Selector(span.article, span.start, span.end, texts[span])


def _one_of(value: str, known: Sequence[str]) -> str:
    if value.upper() not in known:
        raise JudgementError(f"{value!r} is not one of {', '.join(known)}")
    return value.upper()


def _check_date(value: str) -> None:
    first, last = bounds(value)
    try:
        days = [dt.date.fromisoformat(day) for day in (first, last) if day]
    except ValueError:
        days = []
    if not DATE.fullmatch(value) or not days or days != sorted(days):
        raise JudgementError(
            f"{value!r} is no date: write 2020, 2020-08, 2020-08-15, 2020-08-01/2020-08-15, 2020-08-15/.. or ../2020-08"
        )
