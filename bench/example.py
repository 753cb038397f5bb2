"""The example story: which share of what a careful journalist reads in its pages is in the built story.

`expected.json` was made by hand from the pages. Each of its entries is one or more facts (see `example_facts`). The
golden test runs the same facts, one test each.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path

from bench.example_facts import Built, Entry, facts, key
from twosource import Story

EXAMPLE = Path(__file__).parents[1] / "examples" / "shipyard"
PAGES = EXAMPLE / "pages"
GROUPS = ("cleaning", "events", "dates", "merges", "origins", "disputes", "findings", "attributions", "names")


def score_example(shared: Path) -> dict[str, float]:
    """The share of the expected facts that are found, in percent, for each group and in all. `shared` is not needed."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(Path(folder) / "example.db")
    found: dict[str, list[bool]] = defaultdict(list)
    for fact in facts(expected()):
        found[fact.group].append(not fact.problem(built))
    rows = {f"example {group}": found[group] for group in GROUPS}
    every = [mark for marks in rows.values() for mark in marks]
    return {name: 100 * sum(marks) / len(marks) for name, marks in {**rows, "example in all": every}.items()}


def expected() -> Entry:
    """The hand-made expectations."""
    read: Entry = json.loads((EXAMPLE / "expected.json").read_text(encoding="utf-8"))
    return read


def build(into: Path) -> Built:
    """The example built into a new story file at `into`."""
    with Story.build([PAGES], into=into) as story:
        return built(story)


def built(story: Story) -> Built:
    """What `story`, built from the example's pages, shows."""
    return Built(
        articles={key(article.source_file): article for article in story.articles()},
        timeline=story.timeline(),
        findings=story.findings(),
        attributions=story.attributions(),
        names=story.names(),
    )
