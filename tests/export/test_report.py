from __future__ import annotations

import re

import pytest

from tests.export.story import difference, dispute, exported, given, item, report, source, story
from twosource.export.report import REPORT, SNIPPET
from twosource.export.words import clipped
from twosource.records import Comparison, TimelineItem

UNKNOWN = "Date not known"


def plain(page: str) -> str:
    """What a reader reads."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL).split())


def of(*items: TimelineItem) -> str:
    return exported(REPORT, given(Comparison(items, (), (), (), ())))


def test_the_report_says_what_it_is_and_begins_with_what_differs() -> None:
    page, read = exported(REPORT), plain(exported(REPORT))
    assert page.startswith("<!doctype html>") and "<h1>The ferry</h1>" in page
    assert "Machine-extracted, not verified. The program twosource 1.2 read 5 pages and found 4 articles" in read
    places = [page.index(f'id="{part}"') for part in ("differ", "timeline", "names", "sources", "reading", "problems")]
    assert places == sorted(places)
    assert [page.index(f'id="d{number}"') for number in (1, 2)] == sorted(page.index(f'id="d{n}"') for n in (1, 2))
    assert page.index('id="d1"') < page.index("said by Ann Holm; denied by the pilot") < page.index('id="d2"')


def test_it_stands_alone() -> None:
    page = exported(REPORT)
    assert not re.search(r"<(?:script|link|img|iframe|object|form)\b|\bsrc=|url\(|@import", page)
    assert set(re.findall(r'href="(.)', page)) == {"#"}
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "https://bay-post.invalid/ferry" in plain(page), "an address of a page is text"
    assert "javascript:pwned" not in page, "and only one of the web"


def test_every_link_leads_to_a_place_in_it() -> None:
    page = exported(REPORT)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_sources_are_numbered_as_they_are_cited_and_lead_back() -> None:
    page = exported(REPORT)
    notes = [plain(note) for note in re.findall(r'<li id="s\d">.*?</li>', page, re.DOTALL)]
    assert [note.split()[0] for note in notes] == ["1", "2", "3", "4"]
    assert "Ferry sinks Bay Post, 3 February 2031" in notes[0] and "Cited in D1 , D2 ; line 1" in notes[0]
    assert "credits Coast Agency" in notes[1], "the denial is the second source that is cited"
    assert "Outlet not known, no date on the page" in notes[2] and "has text of 1" in notes[2]


def test_a_line_has_its_date_with_how_it_is_known_who_says_so_and_its_marks() -> None:
    lines = [plain(line) for line in re.findall(r'<article class="line.*?</article>', exported(REPORT), re.DOTALL)]
    assert lines[0].startswith("1 on 2 February 2031") and "the page says so" not in lines[0], "stated needs no reason"
    assert "Bay Post, 1 page of no known outlet · 1 origin" in lines[0]
    assert "contested figures differ see D1 , D2" in lines[0]
    assert "The ferry sank. — the mayor, in Bay Post 1" in lines[0]
    assert "planned (the bank)" in lines[1]
    assert lines[2].startswith("3 date not known the page says so")


def test_a_sentence_that_several_pages_have_is_shown_once_with_all_of_them() -> None:
    page = plain(of(item("x", "2031", report("It sank.", "Bay Post"), report("It sank.", "Bay Mail", "a2"))))
    assert page.count("It sank.") == 1 and "in Bay Post 1 ; Bay Mail 2" in page


def test_the_part_that_differs_is_bold_where_the_sentence_has_it() -> None:
    page = exported(REPORT)
    assert "The mayor said it <b>hit a rock</b>." in page and "The pilot <b>denied it</b>." in page
    assert "<b>5 dead</b>." in page


def test_a_sentence_without_an_end_is_cut() -> None:
    page = of(item("x", "2031", report("wide " * 4000, "Bay Post")))
    assert 0 < page.count("wide") <= SNIPPET // 5 and "wide …" in page
    assert clipped("ab cd ef", 6) == "ab cd …" and clipped("abcdefgh", 4) == "abcd …" and clipped("ab cd", 5) == "ab cd"


@pytest.mark.parametrize(
    ("dates", "headings"),
    [
        (("2030", "2031-02-02", "../2031-02-09", "2031-03/..", ""), ["2030", "February 2031", "March 2031", UNKNOWN]),
        (("2031", "2031-01-02", "2031-22", "2032-01"), ["2031", "2032"]),
        (("2031-01-02", "2030-01-02", "2031-01-03"), []),
        (("soon",), [UNKNOWN]),
    ],
)  # fmt: skip
def test_the_timeline_stands_under_months_where_its_order_allows(dates: tuple[str, ...], headings: list[str]) -> None:
    page = of(*(item(f"x{n}", date, report("It sank.", "Bay Post")) for n, date in enumerate(dates)))
    assert re.findall(r'class="month" id="m\d+">([^<]*)<', page) == headings
    assert page.count('<article class="line') == len(dates)


def test_people_and_organisations_have_their_spellings_and_lines() -> None:
    page = plain(exported(REPORT))
    assert "Ann Holm A. Holm 2 1 , 2 , 3" in page and "the harbour board 1 1 , 2 , 3" in page
    assert "Ostravans" not in page, "a people is no person"


def test_what_could_not_be_read_is_told() -> None:
    page = plain(exported(REPORT))
    assert "What could not be read pages/a5.html only a cookie notice is written here" in page


def test_a_report_of_nothing_says_so() -> None:
    page = plain(exported(REPORT, given(Comparison((), (), (), (), ()), problems=())))
    assert "No difference was found" in page and "Nothing was found that can be put on a timeline" in page
    assert "What could not be read" not in page and "People and organisations" not in page


def test_the_marks_that_are_used_are_explained_and_no_others() -> None:
    page = plain(exported(REPORT))
    assert "contested One source says it, another denies it." in page and "Told as something to come." in page
    assert "Reports give different dates." not in page


def test_what_a_person_decided_is_marked() -> None:
    decided = "the date: 2031-02-04, by Ann"
    assert "A person has decided some of it" not in exported(REPORT)
    page = of(item("x", "2031", report("It sank.", "Bay Post"), judged=(decided,)))
    assert f"Decided by a person: {decided}" in page
    assert "A person has decided some of it" in page and 'class="mark mark-judged"' in page


def test_a_cited_page_that_was_no_article_still_has_its_note() -> None:
    told = Comparison((item("x", "2031", report("It sank.", "Bay Post", "a9")),), (difference(), dispute()), (), (),
                      (source("a9", "Bay Post", problem="a digest"),))  # fmt: skip
    assert 'id="s' in exported(REPORT, given(told)) and story().sources
