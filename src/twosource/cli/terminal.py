"""Writing to a person's terminal and to programs: plain when piped, and free of what a page could do harm with."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from twosource.story import Progress

PIPED_WIDTH = 100
"""Columns where there is no terminal to ask."""

ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?")
"""Sequences that a terminal acts on (ECMA-48): colours, titles, the clipboard."""
REORDERING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
"""Unicode's direction controls: they can make a line read as something that it does not say."""


def safe(text: str | None) -> str:
    """Text of a page on one line, without control characters; "" for None."""
    if not text:
        return ""
    kept = ESCAPES.sub("", text).translate(REORDERING)
    return " ".join("".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in kept).split())


def console(*, stderr: bool = False) -> Console:
    """Where tables go. What pages say is never read as markup."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def show(what: RenderableType) -> None:
    """A table or blocks of text on standard output; without the blanks that fill its lines where no person looks."""
    screen = console()
    if screen.is_terminal:
        screen.print(what)
        return
    with screen.capture() as shown:
        screen.print(what)
    write("".join(f"{line.rstrip()}\n" for line in shown.get().splitlines()))


def print_json(value: object) -> None:
    """One JSON value, indented, on standard output, as UTF-8."""
    write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def print_json_line(value: object) -> None:
    """One JSON value on one line."""
    write(msgspec.json.encode(value).decode() + "\n")


def write(text: str) -> None:
    """Text to standard output as UTF-8 whatever the locale; control characters that JSON lets through are escaped."""
    escaped = re.sub(r"[\x7f-\x9f]", lambda match: f"\\u{ord(match[0]):04x}", text)
    sys.stdout.flush()
    sys.stdout.buffer.write(escaped.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """One line to the person, on standard error."""
    print(f"twosource: {safe(message)}", file=sys.stderr)  # noqa: T201


@contextmanager
def progress() -> Iterator[Progress]:
    """Bars on standard error while a story is built; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bars:
        tasks: dict[str, object] = {}

        def show(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield show
