"""Amounts on a table of sentences that we wrote, and their invariants on anything."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.amounts import amounts
from twosource.annotate.language import read
from twosource.records import Amount

TABLE = Path(__file__).with_name("amounts.jsonl")
FLOOR = 0.97
"""F1 on the table; an amount counts as found when its range, kind, value, unit, high and hedge are all exactly
right."""

Key = tuple[int, int, str, float, str, float | None, str | None]


def key(amount: Amount) -> Key:
    return (amount.start, amount.end, amount.kind, amount.value, amount.unit, amount.high, amount.hedge)


def rows() -> list[tuple[str, set[Key]]]:
    out = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        keys = {(a["start"], a["end"], a["kind"], a["value"], a["unit"], a["high"], a["hedge"]) for a in row["amounts"]}
        out.append((row["text"], keys))
    return out


def score() -> tuple[float, list[tuple[str, set[Key], set[Key]]]]:
    """F1 over the whole table, and the sentences that are not wholly right: (text, missed, wrong)."""
    right = wanted = given_ = 0
    misses = []
    for text, gold in rows():
        found = {key(amount) for amount in amounts(read(text))}
        right, wanted, given_ = right + len(gold & found), wanted + len(gold), given_ + len(found)
        if gold != found:
            misses.append((text, gold - found, found - gold))
    return 2 * right / (wanted + given_), misses


def test_the_table_is_read_at_the_floor() -> None:
    f1, misses = score()
    shown = "\n".join(
        f"{text}\n   missed {sorted(missed)}\n   wrong  {sorted(wrong)}" for text, missed, wrong in misses
    )
    assert f1 >= FLOOR, f"F1 {f1:.3f}\n{shown}"


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert sum(len(gold) for _, gold in rows()) >= 120


def one(text: str) -> Amount:
    (amount,) = amounts(read(text))
    return amount


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Lower Toria was granted a loan of $2.5bn.", "a loan"),
        ("The bank announced a $2.5bn loan.", "loan"),
        ("She won 61.4% of the vote.", "the vote"),
        ("They adopted four packages of measures.", "measures"),
        ("Ships carried 60,000 tonnes of grain.", "grain"),
        ("The number of strikers rose to 4,500.", "strikers"),
    ],
)
def test_what_an_amount_is_of(text: str, of: str) -> None:
    amount = one(text)
    assert amount.of is not None
    assert text[slice(*amount.of)] == of
    assert amount.of[1] <= amount.start or amount.end <= amount.of[0]


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("The death toll rose to 12 on Monday.", "12", "people"),
        ("Police put the number of marchers at 8,000.", "8,000", "marcher"),
        ("The number of people killed in the blast rose to at least four.", "at least four", "people"),
    ],
)
def test_a_number_whose_noun_stands_before(text: str, words: str, unit: str) -> None:
    amount = one(text)
    assert (text[amount.start : amount.end], amount.unit) == (words, unit)


def test_a_doc_without_tags_is_read_too() -> None:
    doc = spacy.blank("en")("The bank lent €1.5bn to 40 firms.")
    assert [(a.kind, a.value, a.unit) for a in amounts(doc)] == [("money", 1.5e9, "EUR"), ("count", 40.0, "firm")]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "…", "१२३", "日本語", "$", "1" * 400, "9" * 30_000, "a1" * 20_000, "€" * 20_000]
)
def test_odd_input_gives_no_exception(text: str) -> None:
    for amount in amounts(read(text)):
        assert 0 <= amount.start < amount.end <= len(text)


WORDS = st.sampled_from(
    "two 40 1,500 3.5 tens of thousands several hundred million bn $ € % per cent people killed officials at "
    "least up to "
    "between and or - – 10 to 2020 votes km a dozen half the number rose . , \n\n Toria dollars one third".split(" ")
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_amounts_are_in_order_apart_and_never_backwards(text: str) -> None:
    found = amounts(read(text))
    for amount in found:
        assert 0 <= amount.start < amount.end <= len(text)
        assert amount.high is None or amount.high > amount.value
        assert amount.of is None or 0 <= amount.of[0] < amount.of[1] <= len(text)
    for before, after in pairwise(found):
        assert before.end <= after.start
