"""The timeline: items with headline, status, counts and receipts."""

from __future__ import annotations

import msgspec

from tests.pages import Page, story
from twosource.records import TimelineItem

KEYS = {
    "id", "date", "date_known_by", "headline", "type", "status", "participants", "place", "outlets", "origins",
    "reports", "findings",
}  # fmt: skip
REPORT_KEYS = {
    "article", "source_file", "outlet", "published", "quote", "prefix", "suffix", "start", "end", "attributed_to",
}  # fmt: skip


def timeline(pages: list[Page]) -> tuple[TimelineItem, ...]:
    return story(pages)[2].timeline


PAGES: list[Page] = [
    ("Selm Herald", "2021-05-12", "Ana Roe, who fled to Ardan on Monday, has called for calm. Police held Jon Poe."),
    ("Ardan Post", "2021-05-13", "Ana Roe fled to Ardan on Monday, said the mayor, Liv Dahl."),
]  # fmt: skip


def test_items_have_the_documented_keys() -> None:
    items = msgspec.to_builtins(timeline(PAGES))
    assert items
    for item in items:
        assert item.keys() >= KEYS
        assert all(report.keys() >= REPORT_KEYS for report in item["reports"])


def test_every_report_is_the_exact_sentence() -> None:
    readings, _, comparison = story(PAGES)
    texts = {r.article.id: r.article.text for r in readings}
    for item in comparison.timeline:
        assert item.reports
        for report in item.reports:
            text = texts[report.article]
            assert text[report.start : report.end] == report.quote
            assert text[: report.start].endswith(report.prefix)
            assert text[report.end :].startswith(report.suffix)


def test_one_item_two_outlets() -> None:
    item = next(i for i in timeline(PAGES) if "fled" in i.headline)
    assert (item.date, item.date_known_by, item.outlets, item.origins) == ("2021-05-10", "relative", 2, 2)
    assert item.headline in {"Ana Roe fled to Ardan on Monday"}
    assert item.participants[0] == "Ana Roe"
    assert item.place == "Ardan"
    assert {r.attributed_to for r in item.reports} == {None, "Liv Dahl"}


def test_headlines_hold_only_words_of_the_source() -> None:
    readings, _, comparison = story(PAGES)
    words = {w for r in readings for w in r.article.text.replace(",", " ").replace(".", " ").split()}
    for item in comparison.timeline:
        assert set(item.headline.replace("…", " ").replace(",", " ").split()) <= words


def test_a_pronoun_gives_way_to_the_name_in_brackets() -> None:
    text = "Ana Roe left Selm in May.\n\nNewspapers praised Ana Roe. On 3 June 2021, she met Jon Poe at the port."
    headlines = [i.headline for i in timeline([("A", "2021-06-04", text)])]
    assert "[Ana Roe] met Jon Poe at the port" in headlines


def test_items_stand_in_the_order_of_their_dates() -> None:
    pages: list[Page] = [
        ("A", "2021-05-12", "Police arrested Jon Poe on 4 May 2021. Ana Roe fled to Ardan on 2 May 2021."),
        ("B", None, "Ana Roe met Liv Dahl."),
    ]
    assert [i.date for i in timeline(pages)] == ["2021-05-02", "2021-05-04", ""]


def test_a_denial_is_not_told_as_having_happened() -> None:
    (item,) = timeline([("A", "2021-05-12", "Jon Poe denied that police had arrested Ana Roe in Selm on 4 May 2021.")])[
        -1:
    ]
    assert item.status in {"denied", "alleged"}


def test_a_bare_denial_is_no_item() -> None:
    pages: list[Page] = [("A", "2021-05-13", "Prosecutors accused Jon Poe of theft. Jon Poe has denied the charges.")]
    assert not any("denied" in item.headline for item in timeline(pages))
    dated: list[Page] = [("A", "2021-05-13", "Jon Poe denied the charges on Monday.")]
    assert any("denied" in item.headline for item in timeline(dated))


def test_what_nobody_named_did_in_some_year_is_no_item() -> None:
    pages: list[Page] = [("A", "2021-05-13", "The rigs and their drivers crossed the border in 2007.")]
    assert not timeline(pages)
