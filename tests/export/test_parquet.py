from __future__ import annotations

import csv
import datetime as dt
import io
import sys

import pytest

from tests.export.story import exported, given, hostile
from twosource.errors import SettingsError
from twosource.export.parquet import PARQUET, table
from twosource.export.tables import COLUMNS, CSV


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SettingsError, match=r'pip install "twosource\[tables\]"'):
        PARQUET.made(given())


def test_the_table_is_the_csv_with_types() -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = parquet.read_table(io.BytesIO(PARQUET.made(given()))).to_pylist()
    plain = list(csv.DictReader(io.StringIO(exported(CSV), newline="")))
    assert list(rows[0]) == [name for name, *_ in COLUMNS] and len(rows) == len(plain) == 4
    for row, text in zip(rows, plain, strict=True):
        assert {key: "" if value is None else str(value) for key, value in row.items()} == {
            key: value.removeprefix("'") for key, value in text.items()
        }
    assert rows[0]["earliest"] == dt.date(2031, 2, 2) and rows[2]["latest"] is None and rows[0]["start"] == 10


def test_the_same_story_gives_the_same_bytes_and_a_hostile_one_comes_back() -> None:
    pytest.importorskip("pyarrow")
    assert PARQUET.made(given()) == PARQUET.made(given())
    told = [report.quote for item in hostile().comparison.timeline for report in item.reports]
    assert table(hostile()).column("quote").to_pylist() == told
