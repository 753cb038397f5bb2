"""Headlines: pronouns for people whom the clause does not name give way to their names, in brackets."""

from __future__ import annotations

import pytest

from tests.pages import reading
from twosource.compare.headlines import headline
from twosource.records import EventMention, Range, Span


def shown(text: str, pieces: list[str], **names: str) -> str:
    """The headline of these pieces of a text; `names` by the pronoun or description (its words joined by _)."""
    page = reading("A", "2021-05-12", text)
    spans = {_at(text, words.replace("_", " ")): name for words, name in names.items()}
    event = EventMention(
        (0, 1), "be", "OTHER", (), (), None, None, "happened", None, tuple(_at(text, piece) for piece in pieces), (0, 9)
    )
    return headline(page, event, {Span(page.article.id, *span): name for span, name in spans.items()})


def _at(text: str, words: str) -> Range:
    start = f" {text} ".replace(".", " ").replace(",", " ").index(f" {words.replace(',', ' ')} ")
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two men threatened her at the gate", "Two men threatened [Ana Roe] at the gate"),
        ("Two men threatened her son at the gate", "Two men threatened [Ana Roe's] son at the gate"),
        ("Two men told her that it was over", "Two men told [Ana Roe] that it was over"),
        ("Two men threatened her", "Two men threatened [Ana Roe]"),
        ("Roe said two men had met her", "Roe said two men had met her"),
    ],
)
def test_a_pronoun_for_somebody_outside_the_clause_becomes_a_name(text: str, told: str) -> None:
    assert shown(text, [text], her="Ana Roe") == told


def test_a_name_is_put_in_once() -> None:
    text = "Police told him that his boat sank"
    assert shown(text, [text], him="Jon Poe", his="Jon Poe") == "Police told [Jon Poe] that his boat sank"


def test_whom_a_description_tells_already_is_not_named_again() -> None:
    text = "The mayor urged her hosts to wait"
    assert shown(text, [text], The_mayor="Ana Roe", her="Ana Roe") == text


def test_what_a_pronoun_for_things_means_stays_where_it_is_but_at_the_beginning() -> None:
    text = "They ended it on Monday"
    assert shown(text, [text], They="Tarn Union", it="Tarn Union") == "[Tarn Union] ended it on Monday"
