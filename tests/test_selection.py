from __future__ import annotations

import pytest

from tests.export.story import difference, item, report
from twosource.errors import SettingsError
from twosource.records import NameView
from twosource.selection import about, between, contested, weightiest

ITEMS = (
    item("old", "2019", report("It was old.", "A"), weight=1.0),
    item("day", "2020-08-15", report("It was Anne Holm.", "A"), weight=9.0, participants=()),
    item("open", "2020-09-18/..", report("It was open.", "A"), weight=5.0, findings=(difference(),)),
    item("unknown", "", report("It was somewhere.", "A"), weight=9.0, participants=("Bo Lind",)),
)
NAMES = (NameView("n", "Ann Holm", "PERSON", ("Ann Holm", "Anne Holm"), 2, 2, ()),)


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        ("2020", None, ["day", "open"]),
        ("2020-08-15", "2020-08-15", ["day"]),
        (None, "2020-08", ["old", "day"]),
        ("2019-06", "2019-07", ["old"]),
        ("2025", None, ["open"]),
        (None, "2018", []),
    ],
)
def test_items_that_may_lie_between(first: str | None, last: str | None, ids: list[str]) -> None:
    assert [one.id for one in between(ITEMS, first, last)] == ids


@pytest.mark.parametrize("text", ["yesterday", "2020/2021", "", "15.8.2020", "2020-02-31", "2020-13", "0000"])
def test_what_is_no_date_is_an_error_that_shows_one(text: str) -> None:
    with pytest.raises(SettingsError, match="write 2020, 2020-08 or 2020-08-15"):
        between(ITEMS, text, None)


def test_an_end_before_its_beginning_is_an_error() -> None:
    with pytest.raises(SettingsError, match="from 2021 to 2020-08"):
        between(ITEMS, "2021", "2020-08")


def test_a_name_is_found_under_every_spelling() -> None:
    assert [one.id for one in about(ITEMS, "ann holm", NAMES)] == ["old", "day", "open"]
    assert [one.id for one in about(ITEMS, "Lind", NAMES)] == ["unknown"]
    assert about(ITEMS, "Nobody", NAMES) == ()


def test_the_contested_and_the_weightiest_keep_their_order() -> None:
    assert [one.id for one in contested(ITEMS)] == ["open"]
    assert [one.id for one in weightiest(ITEMS, 2)] == ["day", "unknown"]
    assert [one.id for one in weightiest(ITEMS, 3)] == ["day", "open", "unknown"]
