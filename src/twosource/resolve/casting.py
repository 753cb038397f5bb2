"""The persons of a story as its pages call them, page by page and in all: read once, for speakers and references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from twosource.records import Entity, Reading
from twosource.resolve.pages import Page
from twosource.resolve.roles import Cast, Profile, joined, profiles


class Casting:
    """What the `readings` tell of their `entities`. Nothing is read before it is asked for."""

    def __init__(self, readings: Sequence[Reading], entities: Sequence[Entity]) -> None:
        self.readings = readings
        self.entity_of = {member: entity.id for entity in entities for member in entity.members}
        self.names = {entity.id: entity.name for entity in entities}

    def page(self, reading: Reading) -> Page:
        """A reading to look back in, with nobody who has spoken yet."""
        return Page(reading, self.entity_of, self.names)

    @cached_property
    def local(self) -> Mapping[str, Mapping[str, Profile]]:
        """The profiles of the persons of each page, by the article's id."""
        return {reading.article.id: profiles(reading, self.entity_of) for reading in self.readings}

    @cached_property
    def known(self) -> Cast:
        """The profiles of all persons of the story."""
        return Cast(joined(self.local.values()))
