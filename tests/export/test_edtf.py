from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.export.edtf import bounds


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2020-09-15", ("2020-09-15", "2020-09-15")),
        ("2020-09-15T17:30", ("2020-09-15", "2020-09-15")),
        ("2020-08", ("2020-08-01", "2020-08-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020~", ("2020-01-01", "2020-12-31")),
        ("2020-08-XX", ("2020-08-01", "2020-08-31")),
        ("2020-XX", ("2020-01-01", "2020-12-31")),
        ("202X", ("2020-01-01", "2029-12-31")),
        ("2020-22", ("2020-06-01", "2020-08-31")),
        ("2020-24", ("2020-12-01", "2021-02-28")),
        ("2020-33", ("2020-01-01", "2020-03-31")),
        ("2020-09-18/..", ("2020-09-18", None)),
        ("../2020-09-18", (None, "2020-09-18")),
        ("2020-08/2020-09-02", ("2020-08-01", "2020-09-02")),
        ("", (None, None)),
        ("soon", (None, None)),
        ("2020-77", (None, None)),
    ],
)
def test_first_and_last_day(edtf: str, expected: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == expected


@given(st.text("0123456789-/.XT~"))
def test_no_text_raises(edtf: str) -> None:
    first, last = bounds(edtf)
    assert first is None or len(first) == 10
    assert last is None or len(last) == 10
