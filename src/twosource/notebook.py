"""A story in a notebook: as an HTML table to look at, and as a table of pyarrow or pandas to compute with."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from twosource.errors import SettingsError, StoreError
from twosource.export.exporter import Exported, count, marks, standing, who_says
from twosource.export.parquet import table
from twosource.export.words import clipped
from twosource.records import TimelineItem

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from twosource.story import Story

LINES = 40
"""Lines of the timeline that are shown: a notebook is no place to read a thousand."""
LONGEST = 300
"""Characters of a cell."""
HEADER = ("when", "what", "who says so", "marks")


def as_html(story: Story) -> str:
    """The timeline as a table; what pages say is escaped."""
    try:
        items, counts = story.timeline(), story.counts()
    except StoreError as error:
        return f"<p>{escape(clipped(str(error), LONGEST))}</p>"
    more = f", the first {LINES} of them" if len(items) > LINES else ""
    caption = f"{count(counts.pages, 'page')}, {count(len(items), 'line')}{more}; machine-extracted, not verified"
    head = "".join(f'<th style="text-align:left">{name}</th>' for name in HEADER)
    body = "".join(f"<tr>{''.join(_cells(item))}</tr>" for item in items[:LINES])
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(item: TimelineItem) -> list[str]:
    notes = ", ".join(word for word in (standing(item), *marks(item)) if word)
    cells = (item.date_text, item.headline, who_says(item), notes)
    return [f'<td style="text-align:left">{escape(clipped(cell, LONGEST))}</td>' for cell in cells]


def as_arrow(story: Story) -> pa.Table:
    """One row a report, under the columns of the CSV. Raises SettingsError without pyarrow."""
    return table(Exported(story.comparison()))


def as_pandas(story: Story) -> pd.DataFrame:
    """The same as a data frame. Raises SettingsError without pyarrow and pandas."""
    rows = as_arrow(story)
    try:
        frame: pd.DataFrame = rows.to_pandas()
    except ImportError as error:
        raise SettingsError("a data frame needs pandas: pip install pandas") from error
    return frame
