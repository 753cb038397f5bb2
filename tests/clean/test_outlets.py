"""By which name a page speaks of itself."""

from __future__ import annotations

import pytest

from tests.clean.pages import BODY, TITLE, cleaned

DAY = "3 March 2021"


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("© 2021 Radio Tamar. News every hour.", "Radio Tamar"),
        ("Copyright 2021 The Harbour Light. Registered as a newspaper.", "The Harbour Light"),
        ("© Norvik Digest 2021", "Norvik Digest"),
        ("© 2021 Tamar Media Group Ltd. All rights reserved.", None),
        ("© 2021 Associated Press. All rights reserved.", None),
        ("© 2021 Harbour Light Ltd. All rights reserved.", "Harbour Light"),
        ("Harbour & Light © 2021", "Harbour & Light"),
        ("© 2021 Tamar Newspapers. All rights reserved.", None),
        ("Copyright 2021. The contents of this site are protected.", None),
        ("© Jon Ebb", None),
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


def test_two_weak_signs_are_enough_and_one_is_not() -> None:
    assert cleaned("\n\n".join(["Fogline", DAY, TITLE, *BODY])).outlet is None
    assert (
        cleaned("\n\n".join(["Fogline", DAY, TITLE, *BODY, "Fogline is published by three friends."])).outlet
        == "Fogline"
    )
    assert cleaned("\n\n".join(["Fogline", DAY, TITLE, *BODY, "Write to us: quay@fogline.example"])).outlet == "Fogline"


def test_sections_are_no_outlets() -> None:
    page = ["Sport", "Opinion", "World", DAY, TITLE, *BODY, "Sport", "Opinion", "World", "More from Opinion"]
    assert cleaned("\n\n".join(page)).outlet is None


def test_the_foot_says_the_name_that_the_owner_is_called_like() -> None:
    foot = ["The Norvik Courier, 3 Quay Lane, Norvik", "© 2021 Norvik Courier Press. All rights reserved."]
    assert cleaned("\n\n".join([TITLE, DAY, *BODY, *foot])).outlet == "The Norvik Courier"


def test_a_masthead_in_capitals_is_written_as_the_text_writes_it() -> None:
    page = ["THE NORVIK LEDGER", "* News", "* Coast", TITLE, DAY, *BODY, "About The Norvik Ledger"]
    assert cleaned("\n\n".join(page)).outlet == "The Norvik Ledger"


def test_who_issues_a_press_release_is_its_outlet() -> None:
    page = ["Press release", TITLE, "From: Norvik Harbour Board", DAY, *BODY]
    assert cleaned("\n\n".join(page)).outlet == "Norvik Harbour Board"


def test_the_software_of_a_forum_is_not_the_outlet() -> None:
    foot = ["Powered by QuayBoard 3.1", "Copyright 2021 QuayBoard Software"]
    assert cleaned("\n\n".join([TITLE, DAY, *BODY, *foot])).outlet is None
