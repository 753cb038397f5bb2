"""Pages that are no article say what they are instead."""

from __future__ import annotations

import pytest

from tests.clean.pages import FIRST, cleaned, html
from twosource.clean import problems
from twosource.records import Media

NEWS = "\n".join(
    f"Story {n} about the harbour\n{n} March 2021\nThe council met on day {n} to speak of fog, at night.\nRead more"
    for n in range(3, 12)
)
CONSENT = "We use cookies to improve this site. By accepting you consent to cookies.\nAccept all\nPrivacy policy"
WALL = "Norvik Herald\nSubscribe to continue reading\nSign in\nAlready a subscriber? Log in\nFrom 3 euros per month."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", problems.EMPTY),
        (" \n \n\t", problems.EMPTY),
        ("404\nPage not found\nSorry, the page could not be found.\nHome", problems.ERROR),
        ("Just a moment...\nChecking your browser before you go on.", problems.ERROR),
        (CONSENT, problems.CONSENT),
        (WALL, problems.WALL),
        (NEWS, problems.INDEX),
        ("Norvik\nFog today.", problems.SHORT.format(20)),
    ],
)
def test_the_problem_is_named(text: str, problem: str) -> None:
    article = cleaned(text)
    assert (article.problem, article.text, article.paragraphs) == (problem, "", ())


@pytest.mark.parametrize("media", ["html", "text"])
def test_an_empty_html_page(media: Media) -> None:
    assert cleaned(html(""), media).problem == problems.EMPTY


def test_each_problem_says_what_happened_why_and_what_to_do() -> None:
    for text in (problems.EMPTY, problems.CONSENT, problems.WALL, problems.ERROR, problems.INDEX, problems.SHORT):
        assert text.count(";") == 2 and "\n" not in text


def test_a_report_about_an_outage_is_an_article() -> None:
    text = f'{FIRST} Passengers who looked for help read "service unavailable" on the company\'s site, she said.'
    assert cleaned(text).problem is None
