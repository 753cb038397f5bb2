"""How well amounts are read: exact range, kind, value and unit in sentences of ours; hedges beside them.

`tests/annotate/amounts.jsonl` has four parts: "first", "second" and "third", whose errors were read, and "held out",
drawn by lot from the second, marked by hand before any output was seen, and only counted since.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from twosource.annotate.amounts import amounts
from twosource.annotate.language import read
from twosource.records import Amount

TABLE = Path(__file__).parents[1] / "tests" / "annotate" / "amounts.jsonl"
HELD_OUT = "held out"

Key = tuple[int, int, str, float, str, float | None]
Hedged = tuple[Key, str | None]


def score_amounts(_shared: Path) -> dict[str, float]:
    """F1 from 0 to 1: of all sentences, of those held out, and of all with the hedge right too."""
    every, held_out = _keys(None), _keys(HELD_OUT)
    return {
        "amounts_f1": _f1([(_plain(gold), _plain(found)) for _, gold, found in every]),
        "amounts_held_out_f1": _f1([(_plain(gold), _plain(found)) for _, gold, found in held_out]),
        "amounts_hedged_f1": _f1([(gold, found) for _, gold, found in every]),
    }


def misread(part: str | None) -> list[tuple[str, set[Hedged], set[Hedged]]]:
    """The sentences of a part (None: of all) not wholly right: text, what was missed, what is wrong."""
    return [(text, gold - found, found - gold) for text, gold, found in _keys(part) if gold != found]


def _keys(part: str | None) -> list[tuple[str, set[Hedged], set[Hedged]]]:
    out = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if part in {None, row["part"]}:
            gold = {_marked(amount) for amount in row["amounts"]}
            out.append((row["text"], gold, {_read(amount) for amount in amounts(read(row["text"]))}))
    return out


def _marked(row: dict[str, Any]) -> Hedged:
    return (row["start"], row["end"], row["kind"], row["value"], row["unit"], row["high"]), row["hedge"]


def _read(amount: Amount) -> Hedged:
    return (amount.start, amount.end, amount.kind, amount.value, amount.unit, amount.high), amount.hedge


def _plain(keys: set[Hedged]) -> set[Key]:
    return {key for key, _ in keys}


def _f1(pairs: list[tuple[set[Any], set[Any]]]) -> float:
    right = sum(len(gold & found) for gold, found in pairs)
    total = sum(len(gold) + len(found) for gold, found in pairs)
    return round(2 * right / total, 4) if total else 1.0


def main() -> None:
    """`python -m bench.amounts [PART]`: prints the figures; with a part ("first", "second") its errors."""
    for name, figure in score_amounts(Path()).items():
        print(f"{name:24s} {figure}")
    for text, missed, wrong in misread(sys.argv[1]) if len(sys.argv) > 1 else ():
        print(text)
        for word, keys in (("missed", missed), ("wrong", wrong)):
            for (start, end, *rest), hedge in sorted(keys):
                print(f"    {word:6s} {text[start:end]!r} {rest} {hedge or ''}")


if __name__ == "__main__":
    main()
