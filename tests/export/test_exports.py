from __future__ import annotations

import csv
import io
import json
import re

import pytest

from tests.export.story import EVIL, exported, item, report, story
from twosource.export import EXPORTERS, Exporter
from twosource.export.exporter import marks, standing, who_says
from twosource.export.markdown import MARKDOWN, plain
from twosource.export.tables import COLUMNS, CSV, JSONL, cell
from twosource.export.timelinejs import TIMELINEJS


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: str(exporter.name))
def test_every_format_is_the_same_each_time_and_has_all_receipts_it_shows(exporter: Exporter) -> None:
    written = exported(exporter)
    assert written == exported(exporter) and written.endswith("\n")
    assert "ferry sank" in written and "a2.html" in written.replace("\\", "")
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)


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
    assert rows[0]["marks"] == "figures differ" and rows[0]["participants"] == "Ann Holm; the harbour board"
    assert rows[0]["quote"] == "The ferry sank." and rows[0]["start"] == "10"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", '"=1', "'=1", EVIL])
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
    stream = io.StringIO()
    evil = item("evil", "2031", report(EVIL, "<b>Evil</b>"), headline=EVIL)
    TIMELINEJS.write(type(story())((evil,), (), (), (), ()), stream)
    assert "<script" not in stream.getvalue() and "<b>" not in stream.getvalue()


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
    assert marks(story().timeline[0]) == ("figures differ",) and marks(story().timeline[1]) == ()
