"""Amounts on a table of sentences that we wrote, and their invariants on anything."""

from __future__ import annotations

import json
from pathlib import Path

from twosource.annotate.amounts import amounts
from twosource.annotate.language import read
from twosource.records import Amount

TABLE = Path(__file__).with_name("amounts.jsonl")
FLOOR = 0.97
"""F1 on the table; an amount counts as found when its range, kind, value, unit, high and hedge are all exactly right."""

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
