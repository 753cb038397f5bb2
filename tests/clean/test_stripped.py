"""The stripped pages that we wrote, one for each kind of site: bodies, and what is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.stripped import FOLDER, Scored, score_stripped, scored

PAGES = sorted(file.stem for file in FOLDER.glob("*.json"))
LEAST = 0.7
"""F1 of a page on its own: the worst may not hide among the others."""


def test_bodies_and_facts_are_as_good_as_they_were() -> None:
    figures = score_stripped(Path())
    assert len(PAGES) >= 40
    assert figures["cleaning_own_f1"] >= 0.95
    for fact in ("title", "published", "comments"):
        assert figures[f"cleaning_own_{fact}"] >= 0.9, fact


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_an_article_with_its_body(name: str) -> None:
    (page,) = scored([name])
    assert isinstance(page, Scored)
    assert page.article.problem is None
    assert page.f1 >= LEAST
