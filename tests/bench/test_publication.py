"""How dates of publication are scored."""

from __future__ import annotations

import pytest

from bench.publication import DATA, is_same, is_visible, score_dates


@pytest.mark.parametrize(
    ("stated", "given", "same"),
    [
        ("2021-03-03T09:15+00:00", "2021-03-03", True),
        ("2021-03-03T07:03+00:00", "2021-03-02T23:03", True),
        ("2021-03-03T07:03+00:00", "2021-03-02T23:04", False),
        ("2021-03-03T17:03+00:00", "2021-03-02T23:03", False),
        ("2021-03-03T07:03+00:00", "2021-03-02", False),
        ("2021-03-03", "2021-03-02T23:03", False),
    ],
)
def test_a_day_is_the_same_as_written_or_at_one_instant(stated: str, given: str, same: bool) -> None:
    assert is_same(stated, given) is same


@pytest.mark.parametrize(
    "text", ["Wed, 3rd March, 2021 9:15", "Mar 3 20219:15", "03.03.2021", "2021-03-03", "3 Mar. 2021"]
)
def test_a_day_is_visible_in_whatever_form(text: str) -> None:
    assert is_visible("2021-03-03T09:15", f"By Jonas Ek\n{text}\nFog")
    assert not is_visible("2021-04-09", text)


def test_right_is_of_all_and_precision_of_those_given() -> None:
    stated = {"a": "2021-03-03", "b": "2021-03-04", "c": "2021-03-05", "d": "2021-03-06"}
    given = {"a": "2021-03-03T10:00", "b": "2021-03-05", "c": None}
    assert score_dates(stated, given) == {"right": 25.0, "precision": 50.0}


def test_what_a_page_states_for_machines_is_taken_from_it() -> None:
    page = b'<meta charset="utf-8"><meta name=date content=x><script type="application/ld+json">\n{}</script><p>Fog</p>'
    assert DATA.sub(b"", page) == b'<meta charset="utf-8"><p>Fog</p>'
