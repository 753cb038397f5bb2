from __future__ import annotations

import csv
import io
import json
import re

import pytest

from tests.export.story import EVIL, exported, given, item, report, story
from twosource.export import EXPORTERS, Exported, Exporter
from twosource.export.exporter import marks, of_country, standing, who_says
from twosource.export.markdown import MARKDOWN, plain
from twosource.export.tables import COLUMNS, CSV, JSONL, cell
from twosource.export.timelinejs import TIMELINEJS
from twosource.records import Comparison

TEXT = [exporter for exporter in EXPORTERS if isinstance(exporter, Exporter)]
SHOWN = {
    "csl": ("Ferry sinks", "a2.html"),
    "annotations": ("ferry sank", "article:a2"),
    "jsonld": ("ferry sank", "article:a2"),
    "plover": ("ferry sank", "a2.html"),
}
"""What is looked for where it is not the line of the ferry and the file of the page without an outlet."""


@pytest.mark.parametrize("exporter", TEXT, ids=lambda exporter: str(exporter.name))
def test_every_format_is_the_same_each_time_and_has_all_receipts_it_shows(exporter: Exporter) -> None:
    written = exported(exporter)
    assert written == exported(exporter) and written.endswith("\n")
    for words in SHOWN.get(exporter.name, ("ferry sank", "a2.html")):
        assert words in written.replace("\r\n ", "").replace("\\", "")
    assert not re.search(r"20[0-2]\d-\d\d", written), "no clock's time"


@pytest.mark.parametrize("exporter", TEXT, ids=lambda exporter: str(exporter.name))
def test_every_format_can_be_made_of_nothing(exporter: Exporter) -> None:
    assert exported(exporter, Exported(Comparison((), (), (), (), ()))) is not None


def test_every_format_has_its_own_name_and_says_what_it_is_for() -> None:
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)
    assert all(exporter.what and exporter.name.isalnum() for exporter in EXPORTERS)


@pytest.mark.parametrize(
    ("stated", "fits"),
    [
        ("https://bay-post.invalid/ferry?a=1&b=2#c", True),
        ("http://bay-post.invalid", True),
        ("HTTPS://bay-post.invalid", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//bay-post.invalid", False),
        ("https://", False),
        ("https://bay-post.invalid/a b", False),
        ('https://bay-post.invalid/"onclick', False),
        ("https://bay-post.invalid/<b>", False),
        ("https://bay-post.invalid/\u202egpj", False),
        ("https://[", False),
        ("https://bay-post.invalid/" + "a" * 3000, False),
        ("", False),
    ],
)
def test_an_address_is_one_of_the_web_or_none(stated: str, fits: bool) -> None:
    assert given(addresses={"a1": stated}).address("a1") == (stated if fits else None)
    assert given().address("a2") is None


def test_the_table_has_a_row_a_report_under_documented_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(exported(CSV), newline="")))
    assert list(rows[0]) == [name for name, _, _ in COLUMNS]
    assert [(row["item"], row["outlet"]) for row in rows] == [
        ("ferry", "Bay Post"),
        ("ferry", ""),
        ("loan", "Bay Mail"),
        ("evil", "<b>Evil</b>"),
    ]
    assert (rows[0]["earliest"], rows[0]["latest"]) == ("2031-02-02", "2031-02-02")
    assert (rows[2]["earliest"], rows[2]["latest"], rows[2]["holder"]) == ("2031-02-01", "", "the bank")
    assert rows[0]["marks"] == "contested; figures differ" and rows[0]["participants"] == "Ann Holm; the harbour board"
    assert rows[0]["quote"] == "The ferry sank." and rows[0]["start"] == "10"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", '"=1', "'=1", "\0=1", "\u200b=1", "\xa0=1", "＝1", EVIL]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert str(cell(text)).startswith("'")


@pytest.mark.parametrize("value", ["words", "“quoted”", "", 7, 0, "1=1"])
def test_other_cells_are_as_they_are(value: object) -> None:
    assert cell(value) == value


def test_lines_are_the_items_of_the_timeline() -> None:
    rows = [json.loads(line) for line in exported(JSONL).splitlines()]
    assert [row["id"] for row in rows] == ["ferry", "loan", "evil"]
    assert rows[2]["headline"] == EVIL and rows[0]["findings"][0]["kind"] == "difference"


def test_a_document_shows_what_a_page_says_and_runs_none_of_it() -> None:
    written = exported(MARKDOWN)
    assert "<script" not in written and "\x1b" not in written
    assert re.search(r"(?<!\\)\]\(", written) is None and "http://" not in written
    assert "> The ferry sank." in written and "citing the mayor" in written and "figures differ" in written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# head", "\\# head"),
        ("- list", "\\- list"),
        ("12. list", "12\\. list"),
        ("=====", "\\====="),
        ("*bold* and _this_", "\\*bold\\* and \\_this\\_"),
        ("a_file_name-2020-08-09.txt", "a_file_name-2020-08-09.txt"),
        ("`code`", "\\`code\\`"),
        ("<b>&amp;", "&lt;b>&amp;amp;"),
        ("![x](y)", "!\\[x\\](y)"),
        ("a\n\n# b", "a # b"),
        ("| a | b |", "\\| a \\| b \\|"),
    ],
)
def test_markdown_shows_just_what_was_written(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_slides_are_of_items_with_a_date_and_escape_what_pages_say() -> None:
    slides = json.loads(exported(TIMELINEJS))
    assert [slide["unique_id"] for slide in slides["events"]] == ["ferry", "loan"]
    assert slides["title"]["text"]["text"] == "1 item without a date not shown"
    assert slides["events"][0]["start_date"] == {"year": 2031, "month": 2, "day": 2}
    assert "end_date" not in slides["events"][0] and slides["events"][1]["display_date"] == "on 2031-02/.."
    assert "<blockquote>The ferry sank.<br>" in slides["events"][0]["text"]["text"]


def test_slides_of_an_evil_page_hold_no_markup_of_it() -> None:
    evil = item("evil", "2031", report(EVIL, "<b>Evil</b>"), headline=EVIL)
    written = exported(TIMELINEJS, given(Comparison((evil,), (), (), (), ())))
    assert "<script" not in written and "<b>" not in written


def test_who_says_so_counts_outlets_and_pages_of_unknown_outlets() -> None:
    known = report("x", "Bay Post", "a1")
    again, nameless, other = report("y", "Bay Post", "a2"), report("z", None, "a3"), report("z", None, "a4")
    assert who_says(item("x", "", known)) == "1 outlet, 1 origin"
    assert who_says(item("x", "", known, again, origins=2)) == "1 outlet, 2 origins"
    assert who_says(item("x", "", nameless, nameless)) == "1 page, 1 origin"
    assert who_says(item("x", "", known, nameless, other)) == "1 outlet and 2 pages, 1 origin"


def test_a_status_names_its_holder_and_never_judges() -> None:
    said = {
        status: standing(item("x", "", report("x", None), status=status, holder="the union"))
        for status in ("happened", "alleged", "denied", "planned")
    }
    assert said == {
        "happened": "",
        "alleged": "alleged by the union",
        "denied": "denied by the union",
        "planned": "planned (the union)",
    }
    assert standing(item("x", "", report("x", None), status="possible")) == "possible"
    assert marks(story().timeline[0]) == ("contested", "figures differ") and marks(story().timeline[1]) == ()


def test_a_names_country_is_told_in_words() -> None:
    assert [of_country(name) for name in story().names] == [
        "", "of Czechia", "speaks for Czechia", "people of Czechia", "",
    ]  # fmt: skip
