"""Cleaning, scored on the stripped pages in tests/clean/stripped: ours, one for each kind of site, with their truth.

python -m bench.stripped [NAME ...]     the pages, worst first; with names, what is missing and extra on those
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.clean import clean
from twosource.records import Article, Page, content_id

FOLDER = Path(__file__).parents[1] / "tests" / "clean" / "stripped"
SHINGLE = 4


@dataclass(frozen=True)
class Scored:
    """A page's truth and article. `precision` and `recall` are of word 4-grams; `facts` says which others are right."""

    name: str
    truth: dict[str, Any]
    article: Article
    precision: float
    recall: float
    facts: dict[str, bool]

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_stripped(shared: Path) -> dict[str, float]:
    """F1 of the bodies (0 to 1, averaged as by shared/score/score_cleaning.py) and the share of each other fact that is
    right: title, outlet, authors, published, credit, comments, captions and notes. `shared` is not needed.
    """
    pages = list(scored())
    precision, recall = (sum(getattr(p, k) for p in pages) / len(pages) for k in ("precision", "recall"))
    figures = {"cleaning_own_f1": round(2 * precision * recall / (precision + recall), 4)}
    for fact in pages[0].facts:
        figures[f"cleaning_own_{fact}"] = round(sum(p.facts[fact] for p in pages) / len(pages), 4)
    return figures


def scored(names: Sequence[str] = ()) -> Iterator[Scored]:
    """Every page of the set with its scores, or those of the given names."""
    for file in sorted(FOLDER.glob("*.json")):
        if not names or file.stem in names:
            yield _scored(file.stem, json.loads(file.read_text("utf-8")), file.with_suffix(".txt").read_bytes())


def _scored(name: str, truth: dict[str, Any], content: bytes) -> Scored:
    article = clean(Page(content_id(name), name, "", "text", content, encoding="utf-8"))
    want, got = _shingles(" ".join(truth["body"])), _shingles(article.text)
    hit = (want & got).total()
    return Scored(name, truth, article, hit / max(1, got.total()), hit / max(1, want.total()), _facts(truth, article))


def _facts(truth: dict[str, Any], article: Article) -> dict[str, bool]:
    kinds = Counter((note["kind"], note["date"]) for note in truth["notes"])
    starts = [_words(comment)[:4] for comment in truth["comments"]]
    return {
        "title": _words(truth["title"]) == _words(article.title),
        "outlet": truth["outlet"] is None or _words(truth["outlet"]) == _words(article.outlet),
        "authors": sorted(map(_words, truth["authors"])) == sorted(map(_words, article.authors)),
        "published": truth["published"] == (article.published.value[:10] if article.published else None),
        "updated": truth["updated"] == (article.updated.value[:10] if article.updated else None),
        "credit": _words(truth["credit"]) == _words(article.credit),
        "comments": starts == [_words(comment)[:4] for comment in article.comments],
        "notes": kinds == Counter((note.kind, note.date) for note in article.notes),
    }


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def main(names: Sequence[str]) -> int:
    """Prints the pages, worst first; what differs of those that are named."""
    for page in sorted(scored(names), key=lambda p: p.f1):
        wrong = ", ".join(fact for fact, right in page.facts.items() if not right)
        print(f"{page.f1:.3f}  P {page.precision:.3f}  R {page.recall:.3f}  {page.name:20} {wrong}")
        if names:
            print("\n".join(_differences(page)))
    if not names:
        print(json.dumps(score_stripped(FOLDER), indent=2))
    return 0


def _differences(page: Scored) -> Iterable[str]:
    ours = [page.article.text[start:end] for start, end in page.article.paragraphs]
    yield from (f"  - {p}" for p in page.truth["body"] if p not in ours)
    yield from (f"  + {p}" for p in ours if p not in page.truth["body"])
    told = page.article
    for fact, value in (
        ("title", told.title), ("outlet", told.outlet), ("authors", told.authors), ("published", told.published),
        ("updated", told.updated), ("credit", told.credit), ("comments", [c[:40] for c in told.comments]),
        ("notes", [(n.kind, n.date, n.text[:60]) for n in told.notes]),
    ):  # fmt: skip
        if not page.facts[fact]:
            yield f"  {fact}: {page.truth[fact]!r} but {value!r}"
    if told.problem:
        yield f"  problem: {told.problem}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
