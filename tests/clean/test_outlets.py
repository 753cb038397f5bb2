"""By which name a page speaks of itself."""

from __future__ import annotations

import pytest

from tests.clean.pages import BODY, TITLE, cleaned


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("© 2021 Radio Tamar. News every hour.", "Radio Tamar"),
        ("Copyright 2021 The Harbour Light. Registered as a newspaper.", "The Harbour Light"),
        ("© Norvik Digest 2021", "Norvik Digest"),
        ("© 2021 Tamar Media Group Ltd. All rights reserved.", None),
        ("© 2021 Associated Press. All rights reserved.", None),
        ("© 2021", None),
        ("All rights reserved.", None),
    ],
)
def test_the_owner_at_the_foot(foot: str, name: str | None) -> None:
    assert cleaned("\n\n".join([TITLE, *BODY, foot])).outlet == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (["The Lantern", "* News", "* Coast"], "The Lantern"),
        (["Norvik Tribune", "City | Port | Region | Sport"], "Norvik Tribune"),
        (["Fog and More", "* News", "* Coast"], None),
        (["Home", "Coast"], None),
    ],
)
def test_a_masthead_above_a_menu(head: list[str], name: str | None) -> None:
    assert cleaned("\n".join([*head, TITLE, *BODY])).outlet == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Tamar Coast Examiner | News | Port | Sport", "The Tamar Coast Examiner"),
        ("Norvik Sentinel — Your window on the bay", "Norvik Sentinel"),
        ("Fog and more | News | Port", None),
    ],
)
def test_a_paper_before_its_menu_or_motto(line: str, name: str | None) -> None:
    assert cleaned("\n".join([line, TITLE, *BODY])).outlet == name


def test_the_name_behind_the_title_that_stands_there_again() -> None:
    assert cleaned("\n\n".join([f"{TITLE} | Norvik Echo", TITLE, *BODY])).outlet == "Norvik Echo"


def test_an_agency_that_sells_to_all_is_not_the_outlet() -> None:
    assert cleaned("\n\n".join([TITLE, "Reuters", f"NORVIK (Reuters) - {BODY[0]}", *BODY[1:]])).outlet is None
