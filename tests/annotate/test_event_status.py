"""How a word stands: what its own clause says, what governs it, and both together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate import read
from twosource.annotate.event_operators import (
    ADJECTIVES,
    ADVERBS,
    BESIDE,
    CLAUSAL,
    GROUNDS,
    HOLDING,
    MODALS,
    NOUNS,
    OPENERS,
    OVER_NOUNS,
    SAME,
    SIGNATURES,
)
from twosource.annotate.event_status import Statuses
from twosource.annotate.predicates import predicates


def status(text: str, word: str) -> str:
    """The status of the first token that is `word`."""
    doc = read(text)
    return Statuses(doc, predicates(doc)).of(next(token.i for token in doc if token.text == word)).status


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("Miners blocked the road.", "blocked", "happened"),
        ("Miners are blocking the road.", "blocking", "ongoing"),
        ("Miners will block the road.", "block", "planned"),
        ("Miners may block the road.", "block", "possible"),
        ("Miners did not block the road.", "block", "negated"),
        ("The union said that miners would block the road.", "block", "planned"),
        ("Miners would block the road if the pit closed.", "closed", "possible"),
        ("Perhaps the miners blocked the road.", "blocked", "possible"),
        ("The miners allegedly blocked the road.", "blocked", "alleged"),
    ],
)
def test_the_clause_itself(text: str, word: str, said: str) -> None:
    assert status(text, word) == said


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("The mayor managed to reopen the bridge.", "reopen", "happened"),
        ("The mayor did not manage to reopen the bridge.", "reopen", "negated"),
        ("The mayor failed to reopen the bridge.", "reopen", "negated"),
        ("The mayor did not fail to reopen the bridge.", "reopen", "happened"),
        ("The mayor refused to reopen the bridge.", "reopen", "negated"),
        ("The mayor tried to reopen the bridge.", "reopen", "possible"),
        ("The mayor promised to reopen the bridge.", "reopen", "planned"),
        ("The mayor promised to help reopen the bridge.", "reopen", "planned"),
        ("The mayor wants to reopen the bridge.", "reopen", "possible"),
        ("The mayor ordered the guards to reopen the bridge.", "reopen", "possible"),
        ("The mayor knew that the guards had reopened the bridge.", "reopened", "happened"),
        ("The mayor did not know that the guards had reopened the bridge.", "reopened", "happened"),
        ("The mayor denied that the guards had reopened the bridge.", "reopened", "denied"),
        ("Police barred the crowd from reaching the bridge.", "reaching", "negated"),
        ("The mayor left without reopening the bridge.", "reopening", "negated"),
        ("The mayor is ready to reopen the bridge.", "reopen", "planned"),
        ("The mayor is unable to reopen the bridge.", "reopen", "negated"),
        ("The mayor announced a plan to reopen the bridge.", "reopen", "planned"),
    ],
)
def test_what_governs_it(text: str, word: str, said: str) -> None:
    assert status(text, word) == said


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("The mayor condemned the attack.", "attack", "happened"),
        ("The guards prevented an attack on the bridge.", "attack", "negated"),
        ("The mayor called for talks.", "talks", "possible"),
        ("The mayor fears an attack.", "attack", "possible"),
        ("No attack was reported.", "attack", "negated"),
        ("The talks will begin on Monday.", "talks", "planned"),
        ("The planned talks are in Selm.", "talks", "planned"),
        ("The mayor did not discuss the attack.", "attack", "happened"),
        ("There is a threat of war.", "war", "possible"),
    ],
)
def test_event_nouns(text: str, word: str, said: str) -> None:
    assert status(text, word) == said


def test_what_goes_along_with_a_refusal_is_not_refused() -> None:
    assert status("The company would not answer, citing a lawsuit.", "citing") == "happened"


def test_every_ground_claims_a_status() -> None:
    named = {*BESIDE, *ADVERBS, *MODALS.values(), *OPENERS.values(), *HOLDING}
    for table in (SIGNATURES, CLAUSAL, OVER_NOUNS, ADJECTIVES, NOUNS):
        named.update(ground for signature in table for ground in signature)
    assert named - {SAME} <= set(GROUNDS)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("Roe Poe fled not said that to if may in Selm without a plan , and talks will .".split())),
)
def test_every_word_of_any_text_stands_somehow(parts: list[str]) -> None:
    doc = read(" ".join(parts))
    statuses = Statuses(doc, predicates(doc))
    assert all(statuses.of(token.i).status == GROUNDS[statuses.of(token.i).ground] for token in doc)
