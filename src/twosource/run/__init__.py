"""Run: where the work of a stage happens. The results are the same, in the same order, wherever that is."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from twosource.run import pool

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_POOL = 200
"""Items from which starting further processes, a second or two each, pays."""


def mapped(work: Callable[[T], R], items: Iterable[T], workers: int, lost: Callable[[T, str], R]) -> Iterator[R]:
    """`work` of every item, in order: in this process, or in a pool of `workers` processes.

    `work` is a function of a module, or a partial of one. `lost(item, reason)` makes the result for an item whose
    process died.
    """
    return map(work, items) if workers <= 1 else pool.mapped(work, items, workers, lost)


def workers_for(items: int, asked: int | None = None) -> int:
    """How many processes: as asked; else one for few items, and all cores but one, eight at most, for many."""
    if asked is not None:
        return max(1, asked)
    return 1 if items < WORTH_A_POOL else max(1, min(8, (os.cpu_count() or 1) - 1))


@contextmanager
def uncollected() -> Iterator[None]:
    """Work on a whole story without the collector of cycles: its millions of records are in none, and to go through
    them again and again takes a seventh of the time. What is no longer used is freed all the same."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
