"""Speakers: which entity the source of each attribution is, and which stands at the end of its chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.records import Attribution, Entity, Range, Reading, Span, Speaker
from twosource.resolve.casting import Casting
from twosource.resolve.pages import Page
from twosource.resolve.references import WRITER, refer
from twosource.resolve.roles import Profile


def speakers(
    readings: Sequence[Reading], entities: Sequence[Entity], casting: Casting | None = None
) -> tuple[Speaker, ...]:
    """One `Speaker` for every attribution of every reading, in the order of `readings` and of the attributions.

    `casting` spares reading again what the pages tell of the entities.
    """
    casting = casting or Casting(readings, entities)
    out: list[Speaker] = []
    for reading in readings:
        page, local = casting.page(reading), casting.local[reading.article.id]
        for index, attribution in _in_source_order(reading):
            out.append(_speaker(page, index, attribution, local, casting.known))
    order = {reading.article.id: number for number, reading in enumerate(readings)}
    return tuple(sorted(out, key=lambda one: (order[one.attribution.article], one.index)))


def _in_source_order(reading: Reading) -> list[tuple[int, Attribution]]:
    """Attributions by where their source stands, since a pronoun looks back at the speakers before it; those of which
    "I" is the source last, since whose speech it stands in may be told behind it."""

    def place(pair: tuple[int, Attribution]) -> tuple[bool, Range, int]:
        source = pair[1].source
        first_person = source is not None and reading.article.text[slice(*source)].lower() in WRITER
        return first_person, source or pair[1].cue or pair[1].content[0], pair[0]

    return sorted(enumerate(reading.annotations.attributions), key=place)


def _speaker(
    page: Page, index: int, attribution: Attribution, local: Mapping[str, Profile], known: Mapping[str, Profile]
) -> Speaker:
    start, end = attribution.content[0]
    span = Span(page.reading.article.id, start, end)
    if attribution.source is None:
        return Speaker(span, index, None, None, "no source is named")
    found = refer(page, attribution.source, local, known)
    page.spoken[attribution.source[0]] = found
    origin = found.entity
    if attribution.chain:
        origin = refer(page, attribution.chain[-1], local, known).entity
        start, end = attribution.chain[-1]
        return Speaker(span, index, found.entity, origin, f"{found.reason}; citing “{page.text[start:end]}”")
    return Speaker(span, index, found.entity, origin, found.reason)
