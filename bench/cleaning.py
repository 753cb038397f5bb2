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

from bench.publication import DATA, is_visible, score_dates, stated_days
from twosource.clean import clean
from twosource.errors import UnreadablePage
from twosource.records import Article, Media, Page, content_id

STRIPPED = ("inscriptis", "html2text")
"""The pages as stripped text: with their lines kept, and hard-wrapped."""


def score_cleaning(shared: Path) -> dict[str, float]:
    """F1 of word 4-grams (0 to 1) of our bodies against the gold ones, for HTML and each stripped form.

    The figures are `cleaning_html_f1`, `cleaning_inscriptis_f1` and `cleaning_html2text_f1`; and of the pages whose
    data state their day of publication, in percent: `cleaning_dates_right`, those that get this day from their
    stripped text, `cleaning_dates_seen_right`, the same of those in whose text the day stands at all,
    `cleaning_dates_precision`, how many of the days given are right; `cleaning_html_dates_right` and `..._precision`
    for HTML without its data.

    `shared` is the folder of development data. Raises FileNotFoundError where the benchmark is not in it.
    """
    folder = shared / "bench" / "cleaning"
    scorer = _scorer(shared / "score" / "score_cleaning.py")
    gold = folder / "ground-truth.json"
    pages = {path.name.split(".")[0]: gzip.decompress(path.read_bytes()) for path in (folder / "html").iterdir()}
    articles = _articles(pages, "html")
    figures = {"cleaning_html_f1": _f1(scorer, gold, articles)}
    stated = stated_days(articles)
    told: dict[str, str] = {}
    seen: dict[str, str] = {}
    given: dict[str, str | None] = {}
    for form in STRIPPED:
        texts = json.loads((folder / f"raw-text-{form}.json").read_text("utf-8"))
        articles = _articles({key: text.encode() for key, text in texts.items()}, "text")
        figures[f"cleaning_{form}_f1"] = _f1(scorer, gold, articles)
        told |= {f"{form} {key}": day for key, day in stated.items()}
        seen |= {f"{form} {key}": day for key, day in stated.items() if is_visible(day, texts[key])}
        given |= {f"{form} {key}": _day(article) for key, article in articles.items()}
    of_told = score_dates(told, given)
    figures |= {f"cleaning_dates_{name}": value for name, value in of_told.items()}
    figures["cleaning_dates_seen_right"] = score_dates(seen, given)["right"]
    blind = _articles({key: DATA.sub(b"", pages[key]) for key in stated}, "html")
    of_blind = score_dates(stated, {key: _day(article) for key, article in blind.items()})
    return figures | {f"cleaning_html_dates_{name}": value for name, value in of_blind.items()}


def _day(article: Article) -> str | None:
    return article.published.value if article.published else None


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_cleaning", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _articles(pages: dict[str, bytes], media: Media) -> dict[str, Article]:
    """The articles by page; pages that cannot be read have none."""
    found = {key: _article(key, pages[key], media) for key in sorted(pages)}
    return {key: article for key, article in found.items() if article is not None}


def _article(key: str, content: bytes, media: Media) -> Article | None:
    sha256 = hashlib.sha256(content).hexdigest()
    encoding = "utf-8" if media == "text" else None
    try:
        return clean(Page(content_id(key, sha256), key, sha256, media, content, encoding=encoding))
    except UnreadablePage:
        return None


def _f1(scorer: ModuleType, gold: Path, articles: dict[str, Article]) -> float:
    """What the scorer prints as F1 for the bodies of these articles; for a page without one, for an empty body."""
    bodies = {key: articles[key].text if key in articles else "" for key in json.loads(gold.read_text("utf-8"))}
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
