"""Gathering for tests: what came, and what did not."""

from __future__ import annotations

from pathlib import Path

from twosource.gather import gather
from twosource.records import Page, Problem
from twosource.settings import GatherSettings


def gathered(*paths: Path, settings: GatherSettings = GatherSettings()) -> tuple[list[Page], list[Problem]]:
    """The pages and the problems of some paths."""
    items = list(gather(paths, settings))
    return [item for item in items if isinstance(item, Page)], [item for item in items if isinstance(item, Problem)]
