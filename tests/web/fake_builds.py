"""Builds in place of the real one, for the process that the desk starts: they import nothing that takes time."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection
from pathlib import Path

STOPPED = "stopped here"


def slow(_paths: tuple[Path, ...], _story: Path, sender: Connection) -> None:
    """Goes on until it is stopped."""
    try:
        sender.send(("gather", 3, None))
        for number in range(1000):
            sender.send(("clean", number, 1000))
            time.sleep(0.05)
    except KeyboardInterrupt:
        sender.send(STOPPED)


def steady(_paths: tuple[Path, ...], _story: Path, sender: Connection) -> None:
    """Takes a few seconds, and ends well."""
    for stage in ("gather", "clean", "annotate", "resolve", "compare"):
        for done in range(4):
            sender.send((stage, done, 3))
            time.sleep(0.15)
    sender.send("")


def listing(paths: tuple[Path, ...], story: Path, sender: Connection) -> None:
    """Tells what it was given."""
    told = "; ".join(f"{path.name}={path.read_text()}" for path in paths)
    sender.send(f"given {told} for {story.name}")


def dying(_paths: tuple[Path, ...], _story: Path, _sender: Connection) -> None:
    """Ends without a word, as one that is killed does."""
    raise SystemExit(9)
