"""Names of the story that stand in a list of the user's: linked to their id there, never merged by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from twosource.records import Entity
from twosource.resolve.transliteration import fold
from twosource.settings import KnownName


def linked(entities: Sequence[Entity], known: Sequence[KnownName]) -> tuple[Entity, ...]:
    """The entities, each with the id of the one known name that it is called by; a surname alone links nobody."""
    if not known:
        return tuple(entities)
    by_name: dict[str, list[KnownName]] = defaultdict(list)
    for one in known:
        for name in dict.fromkeys(fold(name) for name in one.names):
            by_name[name].append(one)
    return tuple(_linked(entity, by_name) for entity in entities)


def _linked(entity: Entity, by_name: dict[str, list[KnownName]]) -> Entity:
    whole = [alias for alias in (entity.name, *entity.aliases) if entity.kind != "PERSON" or " " in fold(alias)]
    fits = {
        one.id for alias in whole for one in by_name.get(fold(alias), ()) if one.kind is None or one.kind == entity.kind
    }
    return replace(entity, known_as=fits.pop()) if len(fits) == 1 else entity
