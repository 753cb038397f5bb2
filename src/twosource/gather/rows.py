"""Rows of pages: JSON Lines, a JSON list or object, CSV; each row `{text|html, title?, url?, outlet?, published?}`.

A row's source is its file and number: the line of a JSON Lines file, the element of a JSON list, the row of a table
as a spreadsheet counts it (the header is 1). Files are streamed, and no row is held that is larger than a page may be.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TextIO

from twosource.errors import UnreadablePage
from twosource.gather.carrier import Carrier, Reader, bounded_lines, problem, text_stream, too_large
from twosource.gather.files import make_page
from twosource.records import Given, Media, Page, Problem
from twosource.settings import GatherSettings

BODIES: tuple[tuple[str, Media], ...] = (("html", "html"), ("text", "text"))
"""Where a row's body stands; HTML first, since it also tells the title and date that stripped text has lost."""
GIVEN = ("title", "url", "outlet", "published")
DELIMITERS = (",", ";", "\t")
"""Spreadsheets in countries with a decimal comma write semicolons."""
NO_TEXT = "the row's text or html is empty, or no text: was the page cut off when the rows were made?"
LONE_RETURN = re.compile(r"(?<=\r)(?!\n|\Z)")
"""After a carriage return that ends a line by itself, as spreadsheets on a Mac may; the csv module wants it last."""
ESCAPING = 2
"""A row may be this many times the size of its page: JSON writes quotes, newlines and other scripts as escapes."""


def read_lines(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    """The pages of a JSON Lines file, one a line."""
    limit = settings.max_page_bytes * ESCAPING
    rows = 0
    with carrier.open() as stream:
        for number, line in bounded_lines(text_stream(stream), limit):
            source = f"{carrier.source}#{number}"
            rows += line is None or bool(line.strip())
            if line is None:
                yield problem(source, "too large", too_large("the line", limit))
            elif line.strip():
                yield _from_line(source, line, settings)
    if rows == 0:
        yield problem(carrier.source, "empty", "no row in this file: one JSON object a line is read")


def _from_line(source: str, line: str, settings: GatherSettings) -> Page | Problem:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return problem(source, "unreadable", f"the line is no JSON ({_brief(error)}): one object a line is read")
    return _from_row(source, row, settings)


def read_json(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    """The pages of a JSON file: one object, a list of objects, or objects one after another."""
    number = 0
    with carrier.open() as stream:
        try:
            for number, row in enumerate(_values(text_stream(stream), settings.max_page_bytes * ESCAPING), 1):
                yield _from_row(f"{carrier.source}#{number}", row, settings)
        except (ValueError, RecursionError) as error:
            message = f"no JSON from row {number + 1} on ({_brief(error)}): a list of objects, or one object, is read"
            yield problem(f"{carrier.source}#{number + 1}", "unreadable", message)
            return
    if number == 0:
        yield problem(carrier.source, "empty", "no row in this file: a list of objects, or one object, is read")


def _values(stream: TextIO, limit: int) -> Iterator[object]:
    """The values of a JSON list, or those that follow each other, decoded from a window that grows as one needs it.

    Raises ValueError at what is no JSON, and UnreadablePage at a value of more than `limit` characters.
    """
    decoder = json.JSONDecoder()
    window, position = stream.read(1 << 16), 0
    while True:
        position = _skip(window, position)
        if position == len(window):
            window, position = stream.read(1 << 16), 0
            if not window:
                return
            continue
        try:
            value, position = decoder.raw_decode(window, position)
        except ValueError:
            if len(window) - position > limit:
                raise UnreadablePage("too large", too_large("a row", limit)) from None
            more = stream.read(max(1 << 16, len(window) - position))
            if not more:
                raise
            window, position = window[position:] + more, 0
            continue
        yield value


def _skip(window: str, position: int) -> int:
    """Past what stands between values. The brackets of the outer list are skipped: it is never whole in memory."""
    while position < len(window) and window[position] in " \t\r\n,[]":
        position += 1
    return position


def read_table(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    """The pages of a CSV file with a header row; commas, semicolons or tabs between the fields."""
    csv.field_size_limit(settings.max_page_bytes * ESCAPING)
    too_long: list[int] = []
    with carrier.open() as stream:
        lines = _table_lines(text_stream(stream), settings.max_page_bytes * ESCAPING, too_long)
        header = next(lines, "")
        rows = csv.reader(chain([header], lines), delimiter=max(DELIMITERS, key=header.count))
        names = _header(rows)
        if not {name for name, _ in BODIES} & set(names):
            yield problem(carrier.source, "no text", _no_body(names))
            return
        yield from _table_rows(carrier.source, rows, names, settings)
    for number in too_long:
        yield problem(
            f"{carrier.source}#{number}", "too large", too_large(f"line {number}", settings.max_page_bytes * ESCAPING)
        )


def _table_lines(stream: TextIO, limit: int, too_long: list[int]) -> Iterator[str]:
    for number, line in bounded_lines(stream, limit):
        if line is None:
            too_long.append(number)
        yield from LONE_RETURN.split((line or "").replace("\0", ""))


def _header(rows: Iterator[list[str]]) -> list[str]:
    """The names of a table's columns; none where its first row is no CSV."""
    try:
        return [name.strip().lower() for name in next(rows, [])]
    except csv.Error:
        return []


def _table_rows(
    source: str, rows: Iterator[list[str]], names: list[str], settings: GatherSettings
) -> Iterator[Page | Problem]:
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield problem(f"{source}#{number}", "unreadable", f"the row is no CSV ({error}): is a quote left open?")
            continue
        if any(cell.strip() for cell in cells):
            yield _from_row(f"{source}#{number}", dict(zip(names, cells, strict=False)), settings)


def _from_row(source: str, row: object, settings: GatherSettings) -> Page | Problem:
    if not isinstance(row, Mapping):
        return problem(
            source, "no text", "the row is no object: {text or html, title?, url?, outlet?, published?} is read"
        )
    fields = {str(name).strip().lower(): value for name, value in row.items()}
    body = next(((fields[name], media) for name, media in BODIES if _is_text(fields.get(name))), None)
    if body is None:
        empty = any(name in fields for name, _ in BODIES)
        return problem(source, "no text", NO_TEXT if empty else _no_body(list(fields)))
    content, encoding = _bytes(str(body[0]))
    if len(content) > settings.max_page_bytes:
        return problem(source, "too large", too_large("the page of this row", settings.max_page_bytes))
    given = Given(**{name: _stated(fields.get(name)) for name in GIVEN})
    return make_page(source, body[1], content, given, encoding)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _no_body(names: list[str]) -> str:
    found = ", ".join(sorted(name[:30] for name in names if name)[:8]) or "none"
    return f"no text or html in the row (its fields: {found}): name the field that holds the page text or html"


def _bytes(text: str) -> tuple[bytes, str | None]:
    """The bytes of a row's page and their encoding; None where the file is no UTF-8 and they are left to be told."""
    try:
        return text.encode("utf-8"), "utf-8"
    except UnicodeEncodeError:
        pass
    try:
        return text.encode("utf-8", "surrogateescape"), None
    except UnicodeEncodeError:  # half of a character, written as a lone escape
        return text.encode("utf-8", "replace"), "utf-8"


def _stated(value: object) -> str | None:
    """What a field states, as written, without the space around it; None for nothing, and for lists and objects."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    content, encoding = _bytes(str(value))
    # Windows-1252 is what the web takes unlabelled western text for (WHATWG Encoding); it reads any byte but five.
    return content.decode(encoding or "cp1252", "replace").strip() or None


def _brief(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return str(error)[:100] if isinstance(error, ValueError) else "it is nested too deeply"


LINES = Reader((".jsonl",), "rows, one JSON object a line", read_lines)
JSON = Reader((".json",), "rows, a JSON list of objects or one object", read_json)
TABLE = Reader((".csv",), "rows, a table with a header", read_table)
