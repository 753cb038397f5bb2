"""Entities tied to the country that they speak for, are a body of, or are the people of: linked to it, never merged.

"Moscow said" and "the Kremlin" stay Moscow and the Kremlin; "Belarusian officials" keep their word; a ministry is no
country. Each that can be told points to its country by ISO 3166-1 code, and to the story's own entity of the country
where it names it. What may be two countries' is nobody's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from twosource.records import CountryTie, Entity, Place, Reading, Span, Tie
from twosource.resolve.acronyms import is_acronym
from twosource.resolve.countries import (
    AT,
    capitals,
    codes_of,
    countries,
    country_name,
    seat_key,
    seats,
    settled,
    unarticled,
)
from twosource.resolve.occurrences import occurrences
from twosource.resolve.state_bodies import Whose, named_countries, state_bodies
from twosource.resolve.transliteration import fold


@dataclass(frozen=True, slots=True)
class _Story:
    """What the ties of one story rest on."""

    metonyms: Collection[Span]
    named: Mapping[str, frozenset[str]]
    """The countries that each page names."""
    bodies: Mapping[Span, Whose]
    countries: Mapping[str, Entity]
    """The most mentioned entity of each country, by code."""
    placed: Mapping[str, str]
    """The country in which a place was found to lie, by the place's entity."""


def tied(entities: Sequence[Entity], readings: Sequence[Reading], places: Sequence[Place]) -> tuple[Entity, ...]:
    """The entities, those that speak for, belong to or are the people of one country with that country."""
    story = _read(entities, readings, places)
    return tuple(replace(entity, country=tie) if (tie := _tie(entity, story)) else entity for entity in entities)


def _read(entities: Sequence[Entity], readings: Sequence[Reading], places: Sequence[Place]) -> _Story:
    found = occurrences(readings)
    return _Story(
        metonyms={one.span for one in found if one.mention.metonym},
        named=named_countries(found, readings),
        bodies={one.span: whose for one, whose in state_bodies(found, readings).items()},
        countries={
            code: entity
            for entity in sorted(entities, key=lambda one: (len(one.members), one.id))
            if entity.kind == "LOC" and (code := _own_code(entity))
        },
        placed={place.entity: place.country for place in places},
    )


def _own_code(entity: Entity) -> str | None:
    """The code of the country that an entity is itself."""
    codes = {code for alias in entity.aliases if (code := countries().get(unarticled(fold(alias))))}
    return codes.pop() if len(codes) == 1 else None


def _tie(entity: Entity, story: _Story) -> CountryTie | None:
    if entity.kind == "NORP":
        return _people(entity, story)
    if entity.kind == "PERSON" or (entity.kind == "LOC" and _own_code(entity)):
        return None
    return _body(entity, story) or _seat(entity, story) or _capital(entity, story)


def _people(entity: Entity, story: _Story) -> CountryTie | None:
    found = {code for alias in entity.aliases if (code := settled(codes_of(alias), _around(entity, story)))}
    if len(found) != 1:
        return None
    (code,) = found
    return _to(code, "people", f"“{entity.name}” is the word for its people and what is theirs", story)


def _seat(entity: Entity, story: _Story) -> CountryTie | None:
    """A palace, a street or an agency of ../data/seats.tsv; an acronym only as the entity's whole name."""
    names = [entity.name, *(alias for alias in entity.aliases if not is_acronym(alias))]
    seat = next((seats()[seat_key(name)] for name in names if seat_key(name) in seats()), None)
    code = settled(seat.codes, _around(entity, story)) if seat else None
    if not seat or not code:
        return None
    how: Tie = "seat" if seat.what.startswith(AT) else "body"
    return _to(code, how, f"{entity.name}: {seat.what}", story)


def _capital(entity: Entity, story: _Story) -> CountryTie | None:
    """A capital that speaks or acts somewhere, unless the story's town of that name lies in another country."""
    speaking = [span for span in entity.members if span in story.metonyms]
    codes = next((capitals()[fold(alias)] for alias in entity.aliases if fold(alias) in capitals()), ())
    code = settled(codes, _around(entity, story)) if speaking and codes else None
    if not code or story.placed.get(entity.id, code) not in codes:
        return None
    often = f"{len(speaking)} of {len(entity.members)} mentions"
    return _to(code, "seat", f"{entity.name}: its seat of government, for which it speaks or acts in {often}", story)


def _body(entity: Entity, story: _Story) -> CountryTie | None:
    """A body of a state, where those mentions that show whose it is agree; with the best reason."""
    known = [whose for span in entity.members if (whose := story.bodies.get(span))]
    if entity.kind != "ORG" or len({whose.code for whose in known}) != 1:
        return None
    best = min(known, key=lambda whose: whose.far)
    return _to(best.code, "body", best.reason, story)


def _around(entity: Entity, story: _Story) -> frozenset[str]:
    """The countries that the pages of an entity name."""
    return frozenset().union(*(story.named.get(span.article, frozenset()) for span in entity.members))


def _to(code: str, how: Tie, reason: str, story: _Story) -> CountryTie:
    known = story.countries.get(code)
    return CountryTie(how, code, known.name if known else country_name(code), known.id if known else None, reason)
