"""The table of the CSV as Parquet (https://parquet.apache.org), with the types that a program wants. Needs pyarrow."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, BinaryIO

from twosource.errors import SettingsError
from twosource.export.exporter import BinaryExporter, Exported
from twosource.export.tables import COLUMNS

if TYPE_CHECKING:
    import pyarrow as pa

NUMBERS = frozenset({"outlets", "origins", "start", "end"})
DAYS = frozenset({"earliest", "latest"})


def table(story: Exported) -> pa.Table:
    """One row a report, under the columns of the CSV; what is not known is null. Without pyarrow: SettingsError."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise SettingsError('tables for programs need pyarrow: pip install "twosource[tables]"') from error
    rows = [(item, report) for item in story.comparison.timeline for report in item.reports]
    columns = [[_plain(name, value(*row)) for row in rows] for name, _, value in COLUMNS]
    kinds = [pa.int64() if name in NUMBERS else pa.date32() if name in DAYS else pa.string() for name, *_ in COLUMNS]
    schema = pa.schema([pa.field(name, kind) for (name, *_), kind in zip(COLUMNS, kinds, strict=True)])
    return pa.table(columns, schema=schema)


def _plain(name: str, value: object) -> object:
    """A value of a column: null for what is not known, and a day as a day."""
    if value in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(str(value)) if name in DAYS else value
    except ValueError:
        return None


def write_parquet(story: Exported, stream: BinaryIO) -> None:
    """One file, compressed. No index and no clock's time in it."""
    made = table(story)
    from pyarrow import parquet

    parquet.write_table(made, stream, compression="zstd")


PARQUET = BinaryExporter("parquet", "the same table for programs (needs pyarrow)", write_parquet)
