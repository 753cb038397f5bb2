"""The made-up articles that findings are timed on: every offset of theirs holds, and they are the same every time."""

from __future__ import annotations

from itertools import pairwise

from bench.scale_findings import BUDGET, made_up, table
from bench.scale_names import STORY
from tests.pages import reading

SEEDS = [
    reading("A", "2021-05-12", "Ana Roe, the mayor of Selm, fled to Ardan on Monday. Jonas Poelman stayed."),
    reading("B", "2021-05-13", "Police held Jonas Poelman in Selmburg. “It is over,” Ana Roe said."),
]


def test_every_offset_holds_and_every_article_is_its_own() -> None:
    made = list(made_up(SEEDS, 3 * STORY))
    assert len({one.article.id for one in made}) == 3 * STORY
    for one in made:
        assert one.annotations.article == one.article.id
        assert all(one.article.text[m.start : m.end] == m.text for m in one.annotations.mentions)
        assert {len(one.article.text)} <= {len(seed.article.text) for seed in SEEDS}


def test_more_articles_are_the_same_and_more() -> None:
    assert list(made_up(SEEDS, 30)) == list(made_up(SEEDS, 60))[:30]


def test_stories_have_names_of_their_own() -> None:
    made = list(made_up(SEEDS, 40 * STORY))
    names = {story: {m.text for one in made if int(one.article.id) // STORY == story for m in one.annotations.mentions}
             for story in range(40)}  # fmt: skip
    assert any(one != other for one, other in pairwise(names.values()))
    assert set.intersection(*names.values())


def test_growth_is_told_as_a_power() -> None:
    shown = table({100: {"events": 1.0}, 1000: {"events": 100.0}}).splitlines()
    assert shown[1].split() == ["events", "1.0", "100.0", "2.00"]
    assert shown[-1].split() == ["allowed", f"{BUDGET * 100:.1f}", f"{BUDGET * 1000:.1f}"]
