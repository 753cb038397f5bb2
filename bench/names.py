"""Scores of names, by all votes together: exact spans and kinds on UNER's EWT dev, a text for each document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from twosource.annotate.language import read
from twosource.annotate.names import mentions

Span = tuple[int, int, str]
KINDS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}


def documents(path: Path) -> Iterator[tuple[str, list[Span]]]:
    """Text and gold spans of each document: sentences as their `# text` has them, one a line."""
    text = ""
    gold: list[Span] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if "# newdoc" in block and text:
            yield text, gold
            text, gold = "", []
        sentence, spans = _sentence(block)
        gold += [(start + len(text), end + len(text), kind) for start, end, kind in spans]
        text += sentence + "\n"
    if text:
        yield text, gold


def _sentence(block: str) -> tuple[str, list[Span]]:
    found = re.search(r"^# text = (.*)$", block, re.MULTILINE)
    if not found:
        return "", []
    text, at, spans = found[1], 0, []
    for line in block.splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 3:
            continue
        start = text.find(cells[1], at)
        if start < 0:
            continue
        at = start + len(cells[1])
        if cells[2].startswith("B-"):
            spans.append((start, at, KINDS.get(cells[2][2:], "")))
        elif cells[2].startswith("I-") and spans:
            spans[-1] = (spans[-1][0], at, spans[-1][2])
    return text, [span for span in spans if span[2]]


def predicted(doc: Doc) -> set[Span]:
    """Our spans of the kinds that UNER has."""
    return {(m.start, m.end, m.kind) for m in mentions(doc) if m.kind in KINDS.values()}


def score_names(shared: Path) -> dict[str, float]:
    """F1 of exact span and kind over PERSON, ORG and LOC; precision, recall, F1 by kind, F1 of spans alone; and F1 of
    the rules without a model's names, as with a pipeline that gives none.
    """
    counts: Counter[str] = Counter()
    by_rules: Counter[str] = Counter()
    for text, gold in documents(shared / "bench" / "names" / "uner-ewt-dev.iob2"):
        doc = read(text)
        _count(counts, set(gold), predicted(doc))
        doc.set_ents([], default="missing")
        _count(by_rules, set(gold), predicted(doc))
    scores = {f"names_{key}_f1": _f1(counts, key) for key in ("all", "spans", *KINDS.values())}
    scores["names_precision"] = counts["all right"] / max(1, counts["all said"])
    scores["names_recall"] = counts["all right"] / max(1, counts["all gold"])
    scores["names_rules_f1"] = _f1(by_rules, "all")
    return {key: round(value, 4) for key, value in scores.items()}


def _count(counts: Counter[str], gold: set[Span], said: set[Span]) -> None:
    bare_gold, bare_said = {span[:2] for span in gold}, {span[:2] for span in said}
    counts.update(
        {"spans right": len(bare_gold & bare_said), "spans gold": len(bare_gold), "spans said": len(bare_said)}
    )
    for kind in KINDS.values():
        right, want = {s for s in said if s[2] == kind}, {s for s in gold if s[2] == kind}
        for key in ("all", kind):
            counts.update({f"{key} right": len(right & want), f"{key} gold": len(want), f"{key} said": len(right)})


def _f1(counts: Counter[str], key: str) -> float:
    return 2 * counts[f"{key} right"] / max(1, counts[f"{key} gold"] + counts[f"{key} said"])


if __name__ == "__main__":
    for name, value in score_names(Path(__file__).parents[2] / "shared").items():
        print(f"{name}\t{value}")
