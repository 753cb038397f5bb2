"""Name variants: pairs of full names, one person or two, each pair as a story of two pages that are nothing but a name.

The set is ours (tests/resolve/name_pairs.tsv); pairs held out were written before the rules were last worked on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.copies import bare_reading
from twosource.records import Annotations, Mention, Reading
from twosource.resolve.names import entities

PAIRS = Path(__file__).parents[1] / "tests" / "resolve" / "name_pairs.tsv"
HELD_OUT = "held out"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one person's, the language or the trap, and the part of the set."""

    same: bool
    one: str
    other: str
    note: str
    part: str


def pairs() -> Iterator[Pair]:
    """The set, as it is in the file."""
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            verdict, one, other, note, part = line.split("\t")
            yield Pair(verdict == "same", one, other, note, part)


def called_one(pair: Pair) -> bool:
    """Whether a story takes the two names for one person."""
    return len(entities([_page("0", pair.one), _page("1", pair.other)])) == 1


def _page(ident: str, name: str) -> Reading:
    found = (Mention(0, len(name), "PERSON", name),)
    bare = bare_reading(ident, name, "", "")
    return Reading(bare.article, Annotations(ident, ((0, len(name)),), found, (), (), (), ()))


def score_name_pairs(_shared: Path) -> dict[str, float]:
    """Precision and recall of "one person", in percent: of the whole set, and of the pairs held out."""
    every = list(pairs())
    held_out = [pair for pair in every if pair.part == HELD_OUT]
    return {**_figures("name_pairs", every), **_figures("name_pairs_held_out", held_out)}


def _figures(name: str, chosen: Sequence[Pair]) -> dict[str, float]:
    counts = Counter((pair.same, called_one(pair)) for pair in chosen)
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    return {
        f"{name}_precision": round(100 * right / max(1, right + wrong), 2),
        f"{name}_recall": round(100 * right / max(1, right + missed), 2),
    }


if __name__ == "__main__":
    for figure, value in score_name_pairs(PAIRS).items():
        print(f"{figure}\t{value}")
    for pair in pairs():
        if pair.same != called_one(pair) and pair.part != HELD_OUT:
            print("one" if pair.same else "two", pair.one, pair.other, pair.note, sep="\t")
