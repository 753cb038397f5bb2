"""Cleaning, scored on the benchmark's pages in all three of their forms by the scorer in `shared/score`."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import importlib.util
import io
import json
import re
import tempfile
from pathlib import Path
from types import ModuleType

from twosource.clean import clean
from twosource.errors import UnreadablePage
from twosource.records import Media, Page, content_id

STRIPPED = ("inscriptis", "html2text")
"""The pages as stripped text: with their lines kept, and hard-wrapped."""


def score_cleaning(shared: Path) -> dict[str, float]:
    """F1 of word 4-grams (0 to 1) of our bodies against the gold ones, for HTML and each stripped form.

    The figures are `cleaning_html_f1`, `cleaning_inscriptis_f1` and `cleaning_html2text_f1`.

    `shared` is the folder of development data. Raises FileNotFoundError where the benchmark is not in it.
    """
    folder = shared / "bench" / "cleaning"
    scorer = _scorer(shared / "score" / "score_cleaning.py")
    gold = folder / "ground-truth.json"
    pages = {path.name.split(".")[0]: gzip.decompress(path.read_bytes()) for path in (folder / "html").iterdir()}
    figures = {"cleaning_html_f1": _f1(scorer, gold, _bodies(pages, "html"))}
    for form in STRIPPED:
        texts = json.loads((folder / f"raw-text-{form}.json").read_text("utf-8"))
        bodies = _bodies({key: text.encode() for key, text in texts.items()}, "text")
        figures[f"cleaning_{form}_f1"] = _f1(scorer, gold, bodies)
    return figures


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_cleaning", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _bodies(pages: dict[str, bytes], media: Media) -> dict[str, str]:
    return {key: _body(key, pages[key], media) for key in sorted(pages)}


def _body(key: str, content: bytes, media: Media) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    encoding = "utf-8" if media == "text" else None
    try:
        return clean(Page(content_id(key, sha256), key, sha256, media, content, encoding=encoding)).text
    except UnreadablePage:
        return ""


def _f1(scorer: ModuleType, gold: Path, bodies: dict[str, str]) -> float:
    """What the scorer prints as F1 for these bodies."""
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.json"
        predicted.write_text(json.dumps(bodies), "utf-8")
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            scorer.main(str(gold), str(predicted))
    match = re.search(r"F1 ([\d.]+)", printed.getvalue())
    if match is None:
        raise ValueError(f"the scorer printed no F1: {printed.getvalue()!r}")
    return float(match[1])
