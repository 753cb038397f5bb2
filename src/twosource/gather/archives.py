"""Zip archives: their members as carriers, read in place. Nothing is unpacked to disk: no path inside can do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from twosource.errors import UnreadablePage
from twosource.gather.carrier import Carrier, megabytes, problem
from twosource.records import Problem
from twosource.settings import GatherSettings

SUFFIXES = (".zip",)
WHAT = "an archive of such files"


class _Budget:
    """How many bytes an archive may still unpack to."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.left = limit

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise UnreadablePage(
                "too large", f"the archive unpacks to more than {megabytes(self.limit)}: unpack it yourself"
            )


class _Metered(io.RawIOBase):
    """A member's bytes, counted as they are unpacked: the size that an archive declares may be a lie."""

    def __init__(self, stream: IO[bytes], budget: _Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        content = self._stream.read(len(view))
        self._budget.spend(len(content))
        view[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._stream.close()
        super().close()


def members(carrier: Carrier, settings: GatherSettings) -> Iterator[Carrier | Problem]:
    """The files in a zip archive by name, each named `archive.zip/path`. Hidden files are left out."""
    budget = _Budget(settings.max_archive_bytes)
    with carrier.open() as stream, zipfile.ZipFile(stream) as archive:
        entries = [entry for entry in archive.infolist() if not (entry.is_dir() or _hidden(entry.filename))]
        if not entries:
            yield problem(carrier.source, "empty", "no file in this archive: is it the right one?")
        for entry in sorted(entries, key=lambda entry: (entry.filename, entry.header_offset)):
            if budget.left <= 0:
                message = f"it unpacks to more than {megabytes(budget.limit)}: unpack it and give the folder"
                yield problem(carrier.source, "too large", message)
                return
            source = f"{carrier.source}/{entry.filename}"
            if entry.filename.lower().endswith(SUFFIXES):
                yield problem(source, "nested archive", "an archive inside an archive is not opened: unpack it first")
            else:
                yield Carrier(source, None, partial(_open, archive, entry, budget))


def _open(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: _Budget) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Metered(archive.open(entry), budget)))


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part.strip(".") for part in parts)
