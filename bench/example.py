"""The example story: which share of what a careful journalist reads in its pages is in the built story.

`expected.json` was made by hand from the pages. Each of its entries is one or more facts (see `example_facts`). The
golden test runs the same facts, one test each. `python -m bench.example` prints those that do not stand.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench.example_built import Built, Entry, key
from bench.example_facts import facts
from twosource import Story

EXAMPLE = Path(__file__).parents[1] / "examples" / "shipyard"
PAGES = EXAMPLE / "pages"
GROUPS = ("cleaning", "events", "dates", "merges", "origins", "disputes", "findings", "attributions", "names")


def score_example(shared: Path) -> dict[str, float]:
    """The share of the expected facts that are found, in percent, for each group and in all. `shared` is not needed."""
    marks = {f"example {group}": [not problem for _, problem in found] for group, found in results().items()}
    marks["example in all"] = [mark for found in marks.values() for mark in found]
    return {name: 100 * sum(found) / len(found) for name, found in marks.items()}


def results() -> dict[str, list[tuple[str, str]]]:
    """Every fact of every group: its name, and what is wrong with it ("" for nothing) in the example built now."""
    with tempfile.TemporaryDirectory() as folder:
        story = build(Path(folder) / "example.db")
    found: dict[str, list[tuple[str, str]]] = {group: [] for group in GROUPS}
    for fact in facts(expected()):
        found[fact.group].append((fact.name, fact.problem(story)))
    return found


def expected() -> Entry:
    """The hand-made expectations."""
    read: Entry = json.loads((EXAMPLE / "expected.json").read_text(encoding="utf-8"))
    return read


def gaps() -> dict[str, str]:
    """What the program is known not to find yet: fact name to reason. A fact that stands must not be listed."""
    read: dict[str, str] = json.loads((EXAMPLE / "gaps.json").read_text(encoding="utf-8"))
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


def main() -> None:
    """Prints what is wrong, and how many facts of each group stand."""
    found = results()
    for group, facts_of in found.items():
        for name, problem in facts_of:
            if problem:
                print(f"{group} | {name}\n    {problem}")
    for group, facts_of in found.items():
        print(f"{group:14} {sum(not problem for _, problem in facts_of):4} of {len(facts_of)}")


if __name__ == "__main__":
    main()
