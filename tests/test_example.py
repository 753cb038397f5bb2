"""The golden test: the example story as a careful journalist read it (examples/shipyard/expected.json)."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from bench.example import EXAMPLE, PAGES, build, built, expected, gaps
from bench.example_built import Built, Entry, Fact, key
from bench.example_facts import facts
from twosource import Story, TimelineItem

ENTRIES = expected()
FACTS = tuple(facts(ENTRIES))
GAPS = gaps()
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The example, built once."""
    return build(tmp_path_factory.mktemp("example") / "example.db")


def _parameter(fact: Fact) -> ParameterSet:
    """A known gap is expected to fail, and to be taken off the list by whoever closes it."""
    known = [pytest.mark.xfail(reason=GAPS[fact.name], strict=True)] if fact.name in GAPS else []
    return pytest.param(fact, id=f"{fact.group}: {fact.name}", marks=known)


@pytest.mark.parametrize("fact", [_parameter(fact) for fact in FACTS])
def test_the_story_holds(fact: Fact, example: Built) -> None:
    problem = fact.problem(example)
    assert not problem, problem


def test_gaps_are_facts() -> None:
    names = [fact.name for fact in FACTS]
    assert len(names) == len(set(names))
    assert set(GAPS) <= set(names)


def test_every_page_is_in_the_story(example: Built) -> None:
    assert set(example.articles) == set(ENTRIES["articles"]) | set(ENTRIES["no_articles"])


def test_every_report_quotes_its_article(example: Built) -> None:
    texts = {article.id: article.text for article in example.articles.values()}
    reports = [report for item in example.timeline for report in item.reports]
    assert reports
    for report in reports:
        text = texts[report.article]
        assert text[report.start : report.end] == report.quote
        assert text[: report.start].endswith(report.prefix)
        assert text[report.end :].startswith(report.suffix)


def test_every_attribution_quotes_its_article(example: Built) -> None:
    texts = {article.id: article.text for article in example.articles.values()}
    assert example.attributions
    for view in example.attributions:
        text = texts[view.article]
        assert view.quote in text
        assert 0 <= view.start < view.end <= len(text)
        assert text[view.start : view.end] in view.quote or view.quote in text[view.start : view.end]


def test_every_side_of_a_finding_quotes_its_article(example: Built) -> None:
    articles = {article.id: article for article in example.articles.values()}
    sides = [side for finding in example.findings for side in finding.sides]
    assert sides
    for side in sides:
        article = articles[side.article]
        in_text = article.text[side.start : side.end] == side.quote
        assert in_text or any(side.quote in note.text for note in article.notes), side


def test_the_timeline_is_in_order_and_ids_are_single(example: Built) -> None:
    dated = [item.date for item in example.timeline if re.fullmatch(r"\d{4}-\d{2}-\d{2}", item.date)]
    ids = [item.id for item in example.timeline]
    assert dated == sorted(dated)
    assert len(ids) == len(set(ids))


def test_outlets_and_origins_agree_with_the_reports(example: Built) -> None:
    for item in example.timeline:
        articles = {report.article for report in item.reports}
        counted = [article for origin in item.origin_reasons for article in origin.articles]
        assert sorted(counted) == sorted(articles), item.headline
        assert item.origins == len(item.origin_reasons) <= len(articles)
        assert 1 <= item.outlets <= len(articles)


def test_building_again_changes_nothing(example: Built, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    first = build(path)
    again = build(path)
    assert first == again == example


def test_the_order_of_the_pages_changes_nothing(example: Built, tmp_path: Path) -> None:
    """The same pages in folders that turn their order round: the same items, findings, attributions and names."""
    for number, page in enumerate(sorted(PAGES.iterdir(), reverse=True)):
        folder = tmp_path / "pages" / f"{number:02}"
        folder.mkdir(parents=True)
        shutil.copy(page, folder)
    with Story.build([tmp_path / "pages"], into=tmp_path / "shuffled.db") as story:
        shuffled = built(story)
    assert [_shape(item) for item in shuffled.timeline] == [_shape(item) for item in example.timeline]
    assert [finding.id for finding in shuffled.findings] == [finding.id for finding in example.findings]
    assert shuffled.names == example.names
    assert _told(shuffled) == _told(example)


def _told(built: Built) -> list[tuple[str, int, str, str]]:
    return sorted((view.article, view.start, view.content, view.source_name or "") for view in built.attributions)


def _shape(item: TimelineItem) -> tuple[object, ...]:
    reports = [(report.article, report.start, report.end, report.date) for report in item.reports]
    return (item.id, item.date, item.date_text, item.headline, item.outlets, item.origins, reports)


# --- expected.json against the pages ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def page_texts() -> dict[str, str]:
    """The words of every page, tags off, white space made one blank, by the name that expected.json gives it."""
    texts: dict[str, str] = {}
    for path in sorted(PAGES.iterdir()):
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            for number, line in enumerate(content.splitlines(), 1):
                row = json.loads(line)
                texts[f"{path.name}#{number}"] = _words(f"{row['title']} {row.get('text') or row['html']}")
        else:
            texts[path.name] = _words(content)
    return texts


def _words(content: str) -> str:
    return " ".join(unescape(TAGS.sub(" ", content)).split())


def test_the_example_is_as_large_as_promised(page_texts: dict[str, str]) -> None:
    outlets = {entry["outlet"] for entry in ENTRIES["articles"].values()}
    suffixes = [Path(name.split("#")[0]).suffix for name in page_texts]
    assert len(page_texts) >= 16
    assert len(outlets) >= 7
    assert suffixes.count(".html") >= 5
    assert suffixes.count(".txt") >= 6
    assert suffixes.count(".jsonl") >= 4


def test_every_page_has_its_expectations_and_its_line_in_the_readme(page_texts: dict[str, str]) -> None:
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    assert set(page_texts) == set(ENTRIES["articles"]) | set(ENTRIES["no_articles"])
    for name in page_texts:
        assert f"`{name}`" in readme


@pytest.mark.parametrize("name", ENTRIES["articles"])
def test_what_is_expected_of_an_article_stands_in_its_page(name: str, page_texts: dict[str, str]) -> None:
    entry, text = ENTRIES["articles"][name], page_texts[name]
    for words in (entry["title"], entry["text_starts"], entry["text_ends"]):
        assert words in text
    for note in entry.get("notes", []):
        assert note["contains"] in text


def test_what_is_expected_of_the_story_stands_in_its_pages(page_texts: dict[str, str]) -> None:
    for event in ENTRIES["events"]:
        for name in event["articles"]:
            assert _holds(page_texts[name], event["headline_contains"]), (event["id"], name)
    for entry in ENTRIES["attributions"]:
        assert entry["content_contains"] in page_texts[entry["article"]]
    for entry in ENTRIES["no_exact_date"]:
        assert entry["words"] in page_texts[entry["article"]]
        assert ENTRIES["articles"][entry["article"]]["published"] is None
    for entry in ENTRIES["findings"]:
        together = " ".join(page_texts[name] for name in entry["articles"])
        assert _holds(together, entry.get("values", []), every=entry["id"] != "toll"), entry["id"]
    for entry in ENTRIES["names"]:
        for alias in entry["aliases"]:
            assert any(_holds(text, [alias]) for text in page_texts.values()), alias


def test_no_false_fact_stands_in_a_body(page_texts: dict[str, str]) -> None:
    """What `never` lists is in comments, related headlines and pages that are no article, and in no body."""
    for name, entry in ENTRIES["articles"].items():
        body = _body(page_texts[name], entry)
        assert [words for words in ENTRIES["never"] if words in body] == []
    for words in ENTRIES["never"]:
        assert any(words in text for text in page_texts.values()), words


def _holds(text: str, alternatives: list[str], every: bool = True) -> bool:
    found = [any(word.casefold() in text.casefold() for word in words.split("|")) for words in alternatives]
    return all(found) if every else any(found)


def _body(text: str, entry: Entry) -> str:
    """From the first words of a body to its last. Related headlines inside it (an aside) are cut out."""
    whole = text[text.index(entry["text_starts"]) : text.index(entry["text_ends"])]
    return re.sub(r"Read more .*? The interior minister", "The interior minister", whole)


def test_rows_are_found_by_their_line() -> None:
    assert key("somewhere/rows.jsonl#3") == "rows.jsonl#3"
