"""What carries pages: a file on disk or a member of an archive, as bytes that are read within bounds."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, TextIO, cast

from twosource.errors import UnreadablePage
from twosource.records import Page, Problem
from twosource.settings import GatherSettings


class Carrier(NamedTuple):
    """Bytes by name. `source` is the name shown to people; `size` is in bytes, None when only reading can tell."""

    source: str
    size: int | None
    open: Callable[[], BinaryIO]


class Reader(NamedTuple):
    """One input format: the endings of its files, what it is in a few words, and how its pages are read."""

    suffixes: tuple[str, ...]
    what: str
    read: Callable[[Carrier, GatherSettings], Iterator[Page | Problem]]


# The order matters: the mark of UTF-32-LE begins with that of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def problem(source: str, kind: str, message: str) -> Problem:
    """A problem of this stage. What it quotes of a file (a column's name) may be no Unicode, which cannot be kept."""
    return Problem(source=source, stage="gather", kind=kind, message=message.encode("utf-8", "replace").decode())


def megabytes(size: float) -> str:
    """A size for people: "52.4 MB"."""
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size:.0f} bytes"


def too_large(what: str, limit: int) -> str:
    """The message for something over a bound."""
    return (
        f"{what} is over the bound of {megabytes(limit)}, so it was left out: this is rarely one news page; "
        "split it, or raise max_page_bytes in Python (GatherSettings)"
    )


def whole(carrier: Carrier, limit: int) -> bytes:
    """All bytes of a carrier. Raises UnreadablePage ("too large", "empty") without reading more than `limit`."""
    if carrier.size is not None and carrier.size > limit:
        raise UnreadablePage("too large", too_large(f"a page of {megabytes(carrier.size)}", limit))
    with carrier.open() as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise UnreadablePage("too large", too_large("a page", limit))
    if not content.strip():
        raise UnreadablePage("empty", "the file is empty: was the download cut off? Save the page again")
    return content


def text_stream(stream: BinaryIO) -> TextIO:
    """The characters of a stream: by its byte order mark, else UTF-8. Lines end at "\\n" alone.

    Bytes that are not UTF-8 stay in the text as surrogates (PEP 383), so that a row can hand its own bytes on.
    """
    buffered = cast(
        "io.BufferedReader", stream if hasattr(stream, "peek") else io.BufferedReader(cast("io.RawIOBase", stream))
    )
    start = buffered.peek(4)[:4]
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if start.startswith(mark)), "utf-8")
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return io.TextIOWrapper(buffered, encoding=encoding, errors=errors, newline="\n")


def bounded_lines(stream: TextIO, limit: int) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers from 1; None in place of a line of more than `limit` characters, which is skipped."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith("\n"):
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = stream.readline(1 << 20)
        yield number, None
