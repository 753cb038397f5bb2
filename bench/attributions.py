"""How well attributions are read: content, exact span, speaker and joint F1 on PolNeAR's dev articles."""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import lzma
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from twosource.annotate.attributions import attributions
from twosource.annotate.language import read
from twosource.annotate.names import mentions
from twosource.records import Attribution

SUBSETS = ("speech", "direct", "all")
FILES = {"dev": "polnear-dev.jsonl", "train": "polnear-train.jsonl.xz"}


def score_attributions(shared: Path, split: str = "dev", articles: int | None = None) -> dict[str, float]:
    """Figures by name, from 0 to 100, and `attributions_words_per_second` of processor time, given parse and names.

    For each of speech, direct and all: `content_f1`, `exact_f1`, `speaker` (right where the content is found) and
    `joint_f1` (content and speaker). Raises FileNotFoundError where the data are absent.
    """
    scorer = _scorer(shared)
    counts: collections.Counter[Any] = collections.Counter()
    seconds, words = 0.0, 0
    for number, gold in enumerate(_gold(shared, split)):
        if number == articles:
            break
        doc = read(gold["text"])
        names = mentions(doc)
        began = time.process_time()
        found = attributions(doc, names)
        seconds += time.process_time() - began
        words += len(gold["text"].split())
        scorer.score_doc(gold["text"], gold["attributions"], [statement(one) for one in found], counts)
    figures = _figures(scorer.report(counts))
    figures["attributions_words_per_second"] = round(words / seconds, 1) if seconds else 0.0
    return figures


def statement(one: Attribution) -> dict[str, Any]:
    """An attribution in the form that the scorer reads."""
    return {"speaker": one.source, "cue": one.cue, "content": one.content}


def _figures(report: dict[str, dict[str, float]]) -> dict[str, float]:
    names = {"F1": "content_f1", "exactF1": "exact_f1", "src_acc": "speaker", "jointF1": "joint_f1"}
    return {f"{sub}_{name}": round(100 * report[sub][key], 2) for sub in SUBSETS for key, name in names.items()}


def _gold(shared: Path, split: str) -> Iterator[dict[str, Any]]:
    path = shared / "bench" / "attribution" / FILES[split]
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", shared / "score" / "score_attribution.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--split", choices=tuple(FILES), default="dev")
    parser.add_argument("--articles", type=int)
    chosen = parser.parse_args()
    for figure, value in score_attributions(chosen.shared, chosen.split, chosen.articles).items():
        print(f"{figure:32} {value:9.2f}")
