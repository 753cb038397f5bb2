"""What the user named, found on disk: files, and folders to their leaves."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from twosource.errors import InputError
from twosource.gather.carrier import Carrier, problem
from twosource.records import Problem


def found(paths: Sequence[Path], without: Path | None = None) -> Iterator[Carrier | Problem]:
    """Every file that the paths name, once, in the order of their names; what cannot be entered as a Problem.

    A file's source is the last part of the path that was given and what leads on from there ("pages/a.html" for
    `/home/ann/pages`): it is the same on every machine, and an exported receipt does not tell where someone keeps them.
    Raises InputError for a path that does not exist.
    """
    return _found(labels(paths), _hidden_by(without))


def labels(paths: Sequence[Path]) -> dict[str, Path]:
    """The paths by the shortest ends of them that tell them apart, sorted. Raises InputError for a missing one."""
    for path in paths:
        if not os.path.lexists(path):
            where = f"is it spelled right, and seen from this folder ({Path.cwd()})?"
            raise InputError(f"no file or folder at {path}: {where}")
    absolute = sorted({Path(os.path.abspath(path)) for path in paths})  # noqa: PTH100 - resolve() would rename links
    depth = 1
    while depth < 64 and len({_tail(path, depth) for path in absolute}) < len(absolute):
        depth += 1
    return dict(sorted((_tail(path, depth), path) for path in absolute))


def _tail(path: Path, depth: int) -> str:
    return _printable("/".join(path.parts[1:][-depth:]))


def _printable(name: str) -> str:
    """A file name that is no UTF-8 comes with surrogates, which no JSON can hold."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _hidden_by(without: Path | None) -> set[Path]:
    """A file, and what a database keeps beside it while it is written."""
    if without is None:
        return set()
    real = Path(os.path.realpath(without))
    return {real, *(real.with_name(real.name + ending) for ending in ("-wal", "-shm", "-journal"))}


def _found(named: dict[str, Path], seen: set[Path]) -> Iterator[Carrier | Problem]:
    for label, path in named.items():
        for item in _folder(label, path) if path.is_dir() else _file(label, path):
            if isinstance(item, Problem):
                yield item
                continue
            source, place = item
            real = Path(os.path.realpath(place))
            if real not in seen:
                seen.add(real)
                yield Carrier(source, place.stat().st_size, partial(_open, place))


def _folder(label: str, folder: Path) -> Iterator[tuple[str, Path] | Problem]:
    for source, item in sorted(_walk(label, folder), key=lambda found: found[0]):
        if isinstance(item, Path):
            yield from _file(source, item)
        else:
            yield item


def _walk(label: str, folder: Path) -> Iterator[tuple[str, Path | Problem]]:
    """Files by their source; a Problem for a folder that is empty or cannot be listed, or that is a link."""
    prefix = f"{label}/" if label else ""
    try:
        entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
    except OSError as error:
        yield label, problem(label, "unreadable", f"the folder cannot be read ({error.strerror}): may you open it?")
        return
    if not entries:
        yield label, problem(label, "empty", "no file in this folder: is it the right one?")
    for entry in entries:
        source = prefix + _printable(entry.name)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(source, Path(entry.path))
        elif entry.is_dir():
            yield (
                source,
                problem(source, "link", "a link to a folder is not followed: name the folder itself"),
            )
        else:
            yield source, Path(entry.path)


def _file(source: str, path: Path) -> Iterator[tuple[str, Path] | Problem]:
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        yield problem(source, "unreadable", f"the file cannot be read ({error.strerror}): is it a broken link?")
        return
    if regular:
        yield source, path
    else:
        yield problem(source, "not a file", "a device, pipe or socket is not read: give files and folders")


def _open(path: Path) -> BinaryIO:
    return cast("BinaryIO", path.open("rb"))
