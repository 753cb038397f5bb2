"""Cells, rows and blocks that several tables are made of."""

from __future__ import annotations

from typing import Literal

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twosource.cli.terminal import safe
from twosource.records import DateKnownBy

FILE_NAME = 24
"""Columns for the name of a page's file."""
KNOWN_BY: dict[DateKnownBy, str] = {
    "relative": "from the page's date",
    "inferred": "inferred",
    "inherited": "from the text before",
}
"""What is said beside a date that no source states in full."""


def grid(*columns: tuple[str, int], gap: int = 0) -> Table:
    """A table without lines, of columns with their widest widths, 0 for the one that takes what is left.

    `gap` is the number of blank lines after a row.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, gap, 0), header_style="bold", expand=True)
    for title, width in columns:
        justify: Literal["left", "right"] = "right" if title in ("WORDS", "TOLD", "PAGES") else "left"
        table.add_column(title, overflow="fold", max_width=width or None, ratio=None if width else 1, justify=justify)
    return table


def indented(what: RenderableType, columns: int) -> RenderableType:
    """What is shown moved to the right."""
    return Padding(what, (0, 0, 0, columns))


def lines(*parts: tuple[str, str]) -> Text:
    """Lines of one cell with their styles; empty ones are left out."""
    return Text("\n").join(Text(text, style=style) for text, style in parts if text.strip())


def when(date_text: str, known_by: DateKnownBy) -> Text:
    """A date, and below it how it is known."""
    return lines((safe(date_text), ""), (KNOWN_BY.get(known_by, ""), "dim"))


def file_name(source: str) -> str:
    """The name of a page's file, short enough for its column."""
    name = safe(source.rpartition("/")[2])
    half = (FILE_NAME - 1) // 2
    return name if len(name) <= FILE_NAME else f"{name[:half]}…{name[-half:]}"
