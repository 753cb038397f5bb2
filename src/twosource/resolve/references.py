"""References: pronouns and descriptions that act in events ("she met the French president"), and whom they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from twosource.records import Entity, Mention, Range, Reading, Reference, Span
from twosource.resolve.attributions import _Page, _resolve
from twosource.resolve.roles import profiles


def references(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Reference, ...]:
    """One `Reference` for every phrase that an event names as actor or recipient, and that is no name itself.

    What fits nobody, or several, has none. In the order of the readings and of the text.
    """
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    names = {entity.id: entity.name for entity in entities}
    known = profiles(readings, entity_of)
    out = []
    for reading in readings:
        page = _Page(reading, entity_of, names)
        local = profiles([reading], entity_of)
        for start, end in sorted(set(_phrases(reading))):
            found = _resolve(page, (start, end), local, known)
            if found.entity is not None:
                out.append(Reference(Span(reading.article.id, start, end), found.entity, found.reason))
    return tuple(out)


def _phrases(reading: Reading) -> Iterator[Range]:
    """The actors and recipients of events in which nobody is named."""
    named = {(m.start, m.end) for m in reading.annotations.mentions if m.kind != "NORP"}
    for event in reading.annotations.events:
        for phrase in (*event.actors, *event.recipients):
            if phrase not in named and not _holds_name(phrase, reading.annotations.mentions):
                yield phrase


def _holds_name(phrase: Range, mentions: Sequence[Mention]) -> bool:
    return any(phrase[0] <= m.start and m.end <= phrase[1] and m.kind != "NORP" for m in mentions)


def entity_by_span(found: Sequence[Reference]) -> Mapping[Span, str]:
    """The entity of every phrase."""
    return {reference.span: reference.entity for reference in found}
