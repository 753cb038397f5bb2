"""Frozen settings, one section a stage. The defaults are what the measurements in bench/ were made with."""

from __future__ import annotations

import msgspec


class GatherSettings(msgspec.Struct, frozen=True):
    """Bounds on what is taken in."""

    max_page_bytes: int = 10_000_000
    """A page larger than this is recorded as a problem: the largest real news page seen in the benches is 2 MB."""
    max_archive_bytes: int = 2_000_000_000
    """What a .zip may unpack to in all: guards against archives made to explode."""


class CleanSettings(msgspec.Struct, frozen=True):
    """Bounds on an article."""

    min_words: int = 20
    """Fewer words than this are no article."""
    max_text: int = 1_000_000
    """Characters of a body; what lies beyond is cut, and the page says so."""


class AnnotateSettings(msgspec.Struct, frozen=True):
    """How the language is read."""

    max_sentence_tokens: int = 400
    """A longer run without a sentence end is split: bounds the time of every rule."""
    language_model: str | None = None
    """Name or folder of an installed spaCy pipeline; None for the model that ships with twosource."""
    threads: int = 1
    """Threads of the shipped model in each process. Changes how fast, never what is read."""


class KnownName(msgspec.Struct, frozen=True):
    """A name of a list that the user has: its id there, its spellings, and what it is ("PERSON", "ORG", "LOC")."""

    id: str
    names: tuple[str, ...]
    kind: str | None = None


class ResolveSettings(msgspec.Struct, frozen=True):
    """When two things are one."""

    shingle_words: int = 5
    """Words of a fingerprint for copied passages (4 to 6 by measurement)."""
    min_copy_words: int = 12
    """A shared passage shorter than this is not called a copy."""
    known: tuple[KnownName, ...] = ()
    """Names that the user has a list of: what the story calls so is linked to its id there."""


class CompareSettings(msgspec.Struct, frozen=True):
    """When two figures differ."""

    tolerance: float = 0.02
    """Figures nearer than this, relatively, agree; rounding as written widens it."""
    same_owner: tuple[tuple[str, ...], ...] = ()
    """Groups of outlets that the user declares to be of one owner: they count as one origin."""


class Settings(msgspec.Struct, frozen=True):
    """All sections."""

    gather: GatherSettings = GatherSettings()
    clean: CleanSettings = CleanSettings()
    annotate: AnnotateSettings = AnnotateSettings()
    resolve: ResolveSettings = ResolveSettings()
    compare: CompareSettings = CompareSettings()
