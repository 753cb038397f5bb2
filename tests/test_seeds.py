"""The user's own five pages: what must come out right, whatever else works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.example import built
from bench.example_built import Built
from bench.example_facts import EXACT_DAY
from twosource import Story
from twosource.records import Article, TimelineItem

OPENING = ("SHARE THIS", "/   Russia", "Users Comments", "Related Contents", "LinkWithin", "Blog Widget")
FURNITURE = {
    "000": ("SHARE", "alternate addresses", "Press TV News", "   /   ", "file photo", "www."),
    "001": ("17:30", "Yesterday", "Trump", "Zelensky", "2155", "Araghchi"),
    "002": ("1 comment", "Only News", "Featured Post", "Tulsi", "LinkWithin", "illegitimate", "emphasized"),
    "003": ("Related Contents", "Erdogan", "Users Comments", "Source: PRESSTV", "Nagorno"),
    "004": ("<p>", "</p>", "2021-11-19"),
}
"""Words of menus, counters, captions, related headlines and comments, by page."""
PUBLISHED = {
    "000": (None,),
    "001": ("2020-08-15",),
    "002": ("2020-09-14",),
    "003": (None,),
    "004": ("2021-11-18", "2021-11-19"),
}
"""The days a page may be said to be of: what it states itself, twice in the fifth."""


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The story of the five pages."""
    with Story.build([shared / "seeds"], into=tmp_path_factory.mktemp("seeds") / "seeds.db") as story:
        return built(story)


@pytest.mark.parametrize("page", sorted(FURNITURE))
def test_no_furniture_stands_in_a_text(page: str, seeds: Built) -> None:
    text = _article(seeds, page).text
    assert [words for words in (*FURNITURE[page], *OPENING) if words in text] == []
    assert len(text.split()) > 150


@pytest.mark.parametrize("page", sorted(PUBLISHED))
def test_a_page_is_of_the_day_it_states_and_of_none_when_it_states_none(page: str, seeds: Built) -> None:
    published = _article(seeds, page).published
    assert (published.value[:10] if published else None) in PUBLISHED[page]


def test_every_page_is_an_article_with_its_title(seeds: Built) -> None:
    assert len(seeds.articles) == 5
    for article in seeds.articles.values():
        assert article.problem is None
        assert article.title and article.title not in article.text


def test_the_fifth_pages_body_is_there_once(seeds: Built) -> None:
    article = _article(seeds, "004")
    sentences = [s for s in re.split(r"(?<=[.!?”])\s+", article.text) if len(s.split()) > 6]
    assert len(sentences) == len(set(sentences))
    assert 250 < len(article.text.split()) < 420


def test_comments_are_kept_apart(seeds: Built) -> None:
    assert any("Peskov emphasized" in comment for comment in _article(seeds, "002").comments)


def test_the_election_is_one_item_from_three_pages(seeds: Built) -> None:
    items = [item for item in seeds.timeline if item.type == "ELECTION" and item.date == "2020-08-09"]
    assert len(items) == 1, _lines(seeds, "election")
    assert {"001", "002", "004"} <= _pages(items[0]), _lines(seeds, "election")
    assert items[0].date_known_by in ("stated", "relative")


def test_the_flight_to_lithuania_is_on_the_tuesday_before(seeds: Built) -> None:
    fled = [item for item in seeds.timeline if re.search(r"fled", item.headline) and "001" in _pages(item)]
    assert [item.date for item in fled] == ["2020-08-11"], _lines(seeds, "fled")
    assert fled[0].date_known_by == "relative"
    assert any("anovskaya" in name or "anouskaya" in name for name in fled[0].participants)


def test_the_non_recognition_is_one_item_of_two_pages_and_one_origin(seeds: Built) -> None:
    items = [item for item in seeds.timeline if item.date == "2020-09-15" and {"000", "003"} <= _pages(item)]
    assert len(items) == 1, _lines(seeds, "recognize")
    assert items[0].origins == 1, items[0].origin_reasons
    assert "recogni" in items[0].headline


@pytest.mark.parametrize("day", ["2021-11-15", "2021-11-17"])
def test_each_of_the_two_calls_has_its_day(day: str, seeds: Built) -> None:
    items = [item for item in seeds.timeline if item.date == day and item.type == "CONSULT" and "004" in _pages(item)]
    calls = [item for item in items if re.search(r"conversation|talk", item.headline)]
    assert len(calls) == 1, _lines(seeds, "conversation")
    assert {"Merkel", "Lukashenko"} <= {word for name in calls[0].participants for word in name.split()}


@pytest.mark.parametrize(("page", "day"), [("000", "Friday"), ("003", "Tuesday")])
def test_a_weekday_of_an_undated_page_gets_no_date(page: str, day: str, seeds: Built) -> None:
    told = [
        (item, report)
        for item in seeds.timeline
        for report in item.reports
        if _page(report.source_file) == page and re.search(rf"on {day}", report.quote, re.IGNORECASE)
        if item.type != "ELECTION"  # told in such a sentence too, and on a day that other pages state
    ]
    assert told
    for item, report in told:
        assert not EXACT_DAY.fullmatch(item.date), item
        assert not EXACT_DAY.fullmatch(report.date), report
    assert any(day in item.date_text for item, _ in told), [item.date_text for item, _ in told]
    if day == "Friday":  # the page tells of 15 September by its date, and of a bare Friday: a later one
        assert any(item.date_text == "a Friday, 2020-09-18 or later" for item, _ in told)


def test_the_opposition_leader_is_one_person(seeds: Built) -> None:
    spellings = ("Tsikhanouskaya", "Tikhanovskaya")
    views = [view for view in seeds.names if any(s in alias for s in spellings for alias in view.aliases)]
    assert len(views) == 1, [(view.name, view.aliases) for view in views]
    assert views[0].kind == "PERSON"
    assert all(any(spelling in alias for alias in views[0].aliases) for spelling in spellings)


@pytest.mark.parametrize(("one", "other"), [("Putin", "Lukashenko"), ("Putin", "Peskov"), ("Merkel", "Macron")])
def test_different_people_stay_apart(one: str, other: str, seeds: Built) -> None:
    views = {surname: [view.id for view in seeds.names if surname in view.name] for surname in (one, other)}
    assert views[one] and views[other]
    assert not set(views[one]) & set(views[other])


def test_the_loan_is_one_item_and_its_two_figures_are_compared(seeds: Built) -> None:
    loans = [item for item in seeds.timeline if "loan" in item.headline and len(_pages(item)) > 1]
    assert any({"000", "002", "003"} <= _pages(item) for item in loans), _lines(seeds, "loan")
    compared = [
        finding
        for finding in seeds.findings
        if any("1.5" in side.value for side in finding.sides) and any("1.26" in side.value for side in finding.sides)
    ]
    assert compared, [(finding.kind, [side.value for side in finding.sides]) for finding in seeds.findings]
    assert {finding.kind for finding in compared} == {"agreement"}
    assert all(re.search(r"European Central Bank|ECB", finding.reason) for finding in compared)


def test_every_report_has_its_receipt(seeds: Built) -> None:
    texts = {article.id: article.text for article in seeds.articles.values()}
    reports = [report for item in seeds.timeline for report in item.reports]
    assert reports
    for report in reports:
        assert texts[report.article][report.start : report.end] == report.quote


def test_the_allegation_of_fraud_and_its_denial_are_a_dispute(seeds: Built) -> None:
    about = [" ".join(side.quote for side in finding.sides) for finding in seeds.findings if finding.kind == "dispute"]
    assert any(re.search(r"fraud|rigg", quotes) and "rejected" in quotes for quotes in about), about


def _article(seeds: Built, page: str) -> Article:
    return next(article for name, article in seeds.articles.items() if name.startswith(page))


def _page(source_file: str) -> str:
    return Path(source_file).name[:3]


def _pages(item: TimelineItem) -> set[str]:
    return {_page(report.source_file) for report in item.reports}


def _lines(seeds: Built, word: str) -> list[str]:
    """The items that have a word, for a message."""
    return [
        f"{item.date or '?'} {item.type} {item.headline!r} {sorted(_pages(item))}"
        for item in seeds.timeline
        if word in item.headline or any(word in report.quote for report in item.reports)
    ]
