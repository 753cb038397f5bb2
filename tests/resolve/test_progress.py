"""Resolving a large story takes minutes: it says how far it is."""

from __future__ import annotations

from tests.pages import reading
from twosource.resolve import resolve


def test_every_part_is_told_once_in_order() -> None:
    page = reading("Selm Herald", "2021-05-15", "Jon Poe resigned in Selm on Sunday.")
    told: list[tuple[int, int]] = []
    resolve([page], progress=lambda done, parts: told.append((done, parts)))
    parts = told[-1][1]
    assert told == [(done, parts) for done in range(parts + 1)]
