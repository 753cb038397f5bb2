"""How well time expressions are read: TempEval-3's measure on TimeBank, AQUAINT and WikiWars, and texts a second."""

from __future__ import annotations

import importlib.util
import json
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from twosource.annotate.language import read
from twosource.annotate.times import times

CORPORA = ("timebank", "aquaint", "wikiwars")


def score_times(shared: Path) -> dict[str, float]:
    """Figures by name, F1 and accuracy from 0 to 100, `times_per_second` in TimeBank texts given the parse.

    Raises FileNotFoundError where the data are absent.
    """
    figures: dict[str, float] = {}
    for corpus in CORPORA:
        result, seconds, texts = _scored(shared, corpus)
        figures[f"{corpus}_relaxed_f1"] = round(100 * result["relaxed"]["F1"], 2)
        figures[f"{corpus}_strict_f1"] = round(100 * result["strict"]["F1"], 2)
        figures[f"{corpus}_type_f1"] = round(100 * result["type"]["F1"], 2)
        figures[f"{corpus}_value_f1"] = round(100 * result["value"]["F1"], 2)
        if corpus == "timebank":
            figures["times_per_second"] = round(texts / seconds, 1)
    return figures


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_times", shared / "score" / "score_times.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scored(shared: Path, corpus: str, errors: Path | None = None) -> tuple[dict[str, Any], float, int]:
    """The scorer's result, the seconds that `times` took, and the number of texts."""
    scorer = _scorer(shared)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(shared / "bench" / "times" / f"{corpus}.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        gold = scorer.load_gold(str(Path(folder) / corpus))
    docs = [(name, dct, read(text)) for name, dct, text, _ in gold]
    began = time.perf_counter()
    found = {name: times(doc, dct) for name, dct, doc in docs}
    seconds = time.perf_counter() - began
    predictions = {
        name: [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in expressions]
        for name, expressions in found.items()
    }
    result, mistakes = scorer.score(gold, predictions)
    if errors is not None:
        errors.write_text("".join(json.dumps(mistake) + "\n" for mistake in mistakes), encoding="utf-8")
    return result, seconds, len(docs)


def main() -> None:
    """`python bench/times.py SHARED [ERRORS]`: prints the figures; writes every error into the folder ERRORS."""
    shared = Path(sys.argv[1])
    for name, figure in score_times(shared).items():
        print(f"{name:24s} {figure}")
    if len(sys.argv) > 2:
        for corpus in CORPORA:
            _scored(shared, corpus, Path(sys.argv[2]) / f"{corpus}.jsonl")


if __name__ == "__main__":
    main()
