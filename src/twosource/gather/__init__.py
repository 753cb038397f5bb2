"""Gather: from what the user named to pages, byte for byte.

A new input format is a file here with a `Reader`, a line in `READERS`, a test and a paragraph in docs/how-to.
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from twosource.errors import UnreadablePage
from twosource.gather import archives
from twosource.gather.carrier import Carrier, Reader, problem
from twosource.gather.files import HTML, TEXT
from twosource.gather.folders import found, labels
from twosource.gather.rows import JSON, LINES, TABLE
from twosource.records import Page, Problem
from twosource.settings import GatherSettings

READERS: tuple[Reader, ...] = (HTML, TEXT, LINES, JSON, TABLE)

SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes) + archives.SUFFIXES

DEFAULTS = GatherSettings()

DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
"""What a damaged archive, or one of a method that is not known, raises."""

__all__ = ["READERS", "SUFFIXES", "gather", "labels"]


def gather(
    paths: Sequence[Path], settings: GatherSettings = DEFAULTS, without: Path | None = None
) -> Iterator[Page | Problem]:
    """The pages of files, folders and archives, in the order of their sources; what cannot be read as a Problem.

    The same bytes with the same given facts are one page, the first by source; the others are Problems ("duplicate").
    `without` is a file to pass over: the story that is made, where it lies among its pages.
    Raises InputError at once for a path that does not exist.
    """
    return _once(_all(found(paths, without), settings))


def _all(carriers: Iterator[Carrier | Problem], settings: GatherSettings) -> Iterator[Page | Problem]:
    for carrier in carriers:
        if isinstance(carrier, Problem):
            yield carrier
        else:
            yield from _guarded(carrier, settings)


def _once(items: Iterator[Page | Problem]) -> Iterator[Page | Problem]:
    sources: dict[str, str] = {}
    for item in items:
        if isinstance(item, Page) and item.id in sources:
            yield problem(item.source, "duplicate", f"the same page as {sources[item.id]}, which is kept")
            continue
        if isinstance(item, Page):
            sources[item.id] = item.source
        yield item


def _guarded(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    """The pages of one carrier; whatever goes wrong in it is one Problem, and the next carrier is read."""
    try:
        yield from _read(carrier, settings)
    except UnreadablePage as error:
        yield problem(carrier.source, error.kind, str(error))
    except OSError as error:
        reason = error.strerror or str(error)
        yield problem(carrier.source, "unreadable", f"the file cannot be read ({reason}): may you open it?")
    except DAMAGE as error:
        yield problem(
            carrier.source, "damaged", f"the archive is damaged or of a kind not known ({error}): fetch it again"
        )
    except RuntimeError as error:  # zipfile's word for a password
        yield problem(carrier.source, "encrypted", f"it cannot be opened ({error}): unpack it and give the folder")
    except UnicodeError as error:
        yield problem(
            carrier.source, "unreadable", f"it is not in the encoding that it declares ({error}): save it as UTF-8"
        )


def _read(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    name = carrier.source.lower()
    if name.endswith(archives.SUFFIXES):
        yield from _all(archives.members(carrier, settings), settings)
        return
    for reader in READERS:
        if name.endswith(reader.suffixes):
            yield from reader.read(carrier, settings)
            return
    yield problem(carrier.source, "not read", f"this kind of file is not read; read are {' '.join(SUFFIXES)}")
