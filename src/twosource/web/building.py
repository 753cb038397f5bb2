"""Building from the desk: pages are read in a process of their own, so that the desk answers meanwhile, and the page
says how far that is. What is done is kept whenever it is stopped: the next build goes on from there.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import NamedTuple

from twosource.errors import TwosourceError
from twosource.export.words import file_name, shown
from twosource.story import Story

LOG = logging.getLogger(__name__)

STAGES = {
    "gather": "Pages found",
    "clean": "Articles taken out of them",
    "annotate": "Articles read",
    "resolve": "What is one put together",
    "compare": "Reports compared",
}
"""The stages of a build, in order, in a person's words."""
PATIENCE = 20.0
"""Seconds in which a build that is stopped comes to the end of the page that it reads."""
LONGEST_NAME = 120
"""Characters kept of a file's name, from its end: most file systems take 255 bytes."""
STOPPED = "The build was stopped. What is done is kept: building again goes on from there."
FAULT = "A fault of the program's own. The terminal in which it runs says where."


class Step(NamedTuple):
    """How far a stage is; `total` is None while nobody knows."""

    label: str
    done: int
    total: int | None


class Build:
    """The build of one story, when the desk makes one: at most one at a time."""

    def __init__(self, story: Path, then: Callable[[], object]) -> None:
        self.story = story
        self.error = ""
        self.begun = False
        self._then = then
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._steps: dict[str, tuple[int, int | None]] = {}

    def is_on(self) -> bool:
        """Whether pages are being read."""
        return self._process is not None

    def steps(self) -> tuple[Step, ...]:
        """How far it is, for each stage that has begun."""
        known = dict(self._steps)
        return tuple(Step(label, *known[stage]) for stage, label in STAGES.items() if stage in known)

    def start(self, paths: Sequence[Path], folder: tempfile.TemporaryDirectory[str] | None = None) -> bool:
        """Begins to read `paths` into the story, and `folder` goes when that is done; False when one is going on."""
        with self._lock:
            if self._process is not None:
                return False
            spawn = multiprocessing.get_context("spawn")
            receiver, sender = spawn.Pipe(duplex=False)
            self._process = spawn.Process(target=_build, args=(tuple(paths), self.story, sender), name="build")
            self._steps, self.error, self.begun = {}, "", True
            self._process.start()
        sender.close()  # the child has its own: when it ends, so does the pipe
        threading.Thread(target=self._follow, args=(self._process, receiver, folder), daemon=True).start()
        return True

    def stop(self) -> None:
        """Ends it as Ctrl-C does."""
        process = self._process
        if process is None or process.pid is None:
            return
        with suppress(ProcessLookupError, ValueError):
            os.kill(process.pid, signal.SIGINT)
        process.join(PATIENCE)
        if process.is_alive():
            process.terminate()

    def _follow(
        self, process: SpawnProcess, receiver: Connection, folder: tempfile.TemporaryDirectory[str] | None
    ) -> None:
        """Takes what the build tells until it ends."""
        ended = STOPPED
        with suppress(EOFError, OSError):
            while True:
                told = receiver.recv()
                if isinstance(told, str):
                    ended = told
                else:
                    stage, done, total = told
                    self._steps[stage] = (done, total)
        process.join()
        if folder is not None:
            folder.cleanup()
        self.error = ended
        self._process = None
        if not ended:
            self._then()


def _build(paths: tuple[Path, ...], story: Path, sender: Connection) -> None:
    """The build, in its own process: sends each step, and at the end why it failed, "" when it did not."""
    try:
        Story.build(paths, story, progress=lambda *step: sender.send(step)).close()
        ended = ""
    except KeyboardInterrupt:
        ended = STOPPED
    except BrokenPipeError:
        return  # the desk is gone
    except TwosourceError as error:
        ended = str(error)
    except Exception:
        LOG.exception("a fault in the build")
        ended = FAULT
    with suppress(OSError, KeyboardInterrupt):
        sender.send(ended)


def kept_in(folder: Path, files: Sequence[tuple[str, bytes]]) -> list[Path]:
    """Files that a browser sent, written under names that lead nowhere else; two of one name in two folders."""
    paths: list[Path] = []
    for name, content in files:
        path = folder / plain_name(name)
        if path.exists():
            path = folder / str(len(paths)) / path.name
            path.parent.mkdir()
        path.write_bytes(content)
        paths.append(path)
    return paths


def plain_name(name: str) -> str:
    """The last part of a file's name as a browser tells it, fit for any file system."""
    last = file_name(shown(name).replace("\\", "/"))
    plain = "".join(c if c not in '/:*?"<>|' else "_" for c in last)[-LONGEST_NAME:]
    while len(plain.encode()) > 2 * LONGEST_NAME:
        plain = plain[1:]
    return f"page{plain}" if plain[:1] in ("", ".", " ", "-") else plain
