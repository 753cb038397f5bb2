"""Credits and names of outlets, brought to one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.agencies import agencies, key_of, plain


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bay TV", "BAYTV"),
        ("The Bay Courier", "Bay Courier"),
        ("www.baycourier.co.uk", "Baycourier"),
        ("https://baycourier.com/news", "Bay Courier"),
        ("(Hill Wire)", "Source: Hill Wire news agency"),
        ("© Hill Wire 2031", "Hill Wire"),
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "(AFP)"),
    ],
)
def test_ways_of_writing_one_name(one: str, two: str) -> None:
    assert key_of(one) == key_of(two) != ""


def test_names_that_differ() -> None:
    assert key_of("Bay Courier") != key_of("Bay Times")
    assert plain(None) == plain("") == key_of(" ") == ""


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Hill Wire", ["Hill Wire"]),
        ("Hill Wire / Bay Courier", ["Hill Wire", "Bay Courier"]),
        ("Reuters and AP", ["Reuters", "AP"]),
        ("With additional reporting by Reuters", ["Reuters"]),
        ("AP and staff", ["AP"]),
        ("News and Star", ["News and Star"]),
        ("Staff and agencies", []),
        ("Agencies", []),
        (None, []),
        ("", []),
    ],
)
def test_whom_a_credit_names(credit: str | None, names: list[str]) -> None:
    assert [name for _, name in agencies(credit)] == names


@given(st.text(max_size=60))
def test_any_credit_can_be_read(credit: str) -> None:
    keys = [key for key, _ in agencies(credit)]
    assert len(keys) == len(set(keys)) and all(keys)
