"""A pool of processes. A page that kills its process (out of memory, a fault in a library) costs that page alone."""

from __future__ import annotations

import itertools
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 8
"""Items handed over at once: few enough that the processes finish together."""
AHEAD = 3
"""Chunks waiting per process: keeps all at work while pages, up to 10 MB each, are not all held at once."""


def mapped(work: Callable[[T], R], items: Iterable[T], workers: int, lost: Callable[[T, str], R]) -> Iterator[R]:
    """`work` of every item, in order. `lost(item, reason)` makes the result for an item whose process died."""
    remaining = iter(items)
    chunks = iter(lambda: list(itertools.islice(remaining, CHUNK)), [])
    left: deque[list[T]] = deque()
    while True:
        try:
            yield from _until_broken(work, chunks, left, workers)
            return
        except BrokenProcessPool:
            # One of the waiting chunks did it: each of its items is tried in a process of its own.
            for item in left.popleft():
                yield _alone(work, item, lost)


def _until_broken(work: Callable[[T], R], chunks: Iterator[list[T]], left: deque[list[T]], workers: int) -> Iterator[R]:
    """Works through what is `left` of an earlier pool, then the chunks; what is undone when it breaks is in `left`."""
    executor = _executor(workers)
    waiting: deque[Future[list[R]]] = deque(executor.submit(_chunk, work, chunk) for chunk in left)
    try:
        while True:
            while len(waiting) < workers * AHEAD and (chunk := next(chunks, None)):
                left.append(chunk)
                waiting.append(executor.submit(_chunk, work, chunk))
            if not waiting:
                return
            done = waiting.popleft().result()
            left.popleft()
            yield from done
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _alone(work: Callable[[T], R], item: T, lost: Callable[[T, str], R]) -> R:
    with _executor(1) as executor:
        try:
            return executor.submit(work, item).result()
        except BrokenProcessPool:
            return lost(item, "the process that read it died: out of memory, or a fault in a library")


def _executor(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: progress is drawn by a thread, and a fork beside threads can hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_alone)


def _leave_interrupts_alone() -> None:
    """Ctrl-C is for the process that the person started: it keeps what is done and stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunk(work: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [work(item) for item in chunk]
