from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.gather.pages import gathered
from twosource.records import Given
from twosource.settings import GatherSettings

ROW = {
    "text": "The ferry sank.",
    "title": "Ferry",
    "url": "https://example.org/1",
    "outlet": "Bay Post",
    "published": "2031-02-03",
}
FACTS = Given(title="Ferry", url="https://example.org/1", outlet="Bay Post", published="2031-02-03")


def _written(path: Path, rows: list[dict[str, str]]) -> Path:
    """Rows in the form that the ending of the path says."""
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, fieldnames=sorted({name for row in rows for name in row}))
            writer.writeheader()
            writer.writerows(rows)
    return path


@pytest.mark.parametrize(("name", "first"), [("rows.jsonl", 1), ("rows.json", 1), ("rows.csv", 2)])
def test_each_row_is_a_page_with_what_was_given(name: str, first: int, tmp_path: Path) -> None:
    pages, problems = gathered(_written(tmp_path / name, [ROW, {**ROW, "text": "It was “raised”,\nlater."}]))
    assert problems == []
    assert [page.source for page in pages] == [f"{name}#{first}", f"{name}#{first + 1}"]
    assert pages[0].given == FACTS and pages[0].media == "text" and pages[0].encoding == "utf-8"
    assert pages[1].content.decode() == "It was “raised”,\nlater."


def test_the_same_row_is_the_same_page_in_every_form(tmp_path: Path) -> None:
    ids = {gathered(_written(tmp_path / f"rows{suffix}", [ROW]))[0][0].id for suffix in (".jsonl", ".json", ".csv")}
    assert len(ids) == 1


def test_html_is_taken_before_text_and_one_object_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps({**ROW, "html": "<p>The ferry sank.</p>"}))
    (page,), _ = gathered(tmp_path)
    assert page.media == "html" and page.content == b"<p>The ferry sank.</p>"


def test_what_is_given_is_kept_as_written_and_nothing_is_made_of_lists(tmp_path: Path) -> None:
    row = {"text": "Words.", "title": "  ", "outlet": ["A", "B"], "published": 20310203, "url": None}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    (page,), _ = gathered(tmp_path)
    assert page.given == Given(published="20310203")


def test_bad_lines_are_a_problem_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = json.dumps(ROW)
    lines = [
        good,
        "{not json",
        "",
        "[1, 2]",
        '{"body": "words"}',
        '{"text": ""}',
        "[" * 100_000,
        good[:-1] + ', "x": 1}',
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines))
    pages, problems = gathered(tmp_path)
    folder = tmp_path.name
    assert [page.source for page in pages] == [f"{folder}/rows.jsonl#1"]
    assert [(problem.source.rpartition("#")[2], problem.kind) for problem in problems] == [
        ("2", "unreadable"),
        ("4", "no text"),
        ("5", "no text"),
        ("6", "no text"),
        ("7", "unreadable"),
        ("8", "duplicate"),
    ]
    assert "body" in problems[2].message


def test_a_line_of_50_mb_is_one_problem_and_the_next_line_is_read(tmp_path: Path) -> None:
    with (tmp_path / "rows.jsonl").open("w") as stream:
        stream.write('{"text": "' + "x" * 50_000_000 + '"}\n')
        stream.write(json.dumps(ROW))
    pages, problems = gathered(tmp_path)
    assert [page.source[-2:] for page in pages] == ["#2"]
    assert [(problem.source[-2:], problem.kind) for problem in problems] == [("#1", "too large")]


@pytest.mark.parametrize("name", ["rows.json", "rows.jsonl", "rows.csv"])
def test_a_page_over_the_bound_in_a_row_is_left_out(name: str, tmp_path: Path) -> None:
    rows = [{"text": "y" * 50}, {"text": "z" * 90}, {"text": "x" * 5000}, {"text": "w" * 20}]
    pages, problems = gathered(_written(tmp_path / name, rows), settings=GatherSettings(max_page_bytes=60))
    assert {page.content[:1] for page in pages} >= {b"y"}
    assert {problem.kind for problem in problems} <= {"too large", "unreadable"} and problems


def test_json_that_breaks_off_gives_the_rows_before_it(tmp_path: Path) -> None:
    rows = [{"text": f"Page {number}. " + "Words. " * 3000} for number in range(20)]
    (tmp_path / "rows.json").write_text(json.dumps(rows)[:-40])
    pages, problems = gathered(tmp_path)
    assert len(pages) == 19
    assert [(problem.source[-3:], problem.kind) for problem in problems] == [("#20", "unreadable")]


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"7", b'"words"', b"}{", random.Random(1).randbytes(4000)])
@pytest.mark.parametrize("name", ["rows.json", "rows.jsonl", "rows.csv"])
def test_rows_without_a_page_are_problems_and_never_raise(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    pages, problems = gathered(tmp_path)
    assert pages == []
    assert problems or name == "rows.jsonl"
    assert len(problems) == 1 or name == "rows.jsonl" or len(content) == 4000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["rows.json", "rows.jsonl", "rows.csv"])
def test_byte_order_marks_are_heeded(name: str, encoding: str, tmp_path: Path) -> None:
    path = _written(tmp_path / name, [{"text": "Zażółć gęślą jaźń."}])
    path.write_bytes(path.read_bytes().decode().encode(encoding))
    (page,), problems = gathered(path)
    assert page.content.decode() == "Zażółć gęślą jaźń." and problems == []


def test_a_table_that_is_no_utf8_hands_its_bytes_on(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes("title;text\nCafé;Un café “noir”.\n".encode("cp1252"))
    (page,), problems = gathered(tmp_path)
    assert page.content == "Un café “noir”.".encode("cp1252") and page.encoding is None
    assert page.given.title == "Café" and problems == []


def test_half_a_character_in_json_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "a \\ud83d b", "title": "\\udc00"}\n{"text": "whole"}')
    pages, _ = gathered(tmp_path)
    assert [page.content for page in pages] == [b"a ? b", b"whole"] and pages[0].given.title == "?"


def test_a_table_with_a_header_of_other_names_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("headline,body\na,b\nc,d\n")
    pages, problems = gathered(tmp_path)
    assert pages == [] and len(problems) == 1 and "body, headline" in problems[0].message


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), min_size=1, max_size=5)
)
def test_any_text_comes_through_json_unchanged(tmp_path: Path, texts: list[str]) -> None:
    for suffix in (".json", ".jsonl"):
        pages, _ = gathered(_written(tmp_path / f"rows{suffix}", [{"text": text} for text in texts]))
        assert [page.content.decode() for page in pages] == list(dict.fromkeys(texts))


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_of_a_table_end_as_any_system_ends_them(tmp_path: Path, end: str) -> None:
    (tmp_path / "rows.csv").write_bytes(end.join(("title,text", "A,first page", '"B",second page', "")).encode())
    pages, problems = gathered(tmp_path)
    assert [(page.source[-1], page.given.title, page.content) for page in pages] == [
        ("2", "A", b"first page"),
        ("3", "B", b"second page"),
    ]
    assert not problems


def test_a_header_may_have_a_line_break_in_a_quoted_name(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text('"a note\non the page",text\nx,the page\n')
    pages, problems = gathered(tmp_path)
    assert [page.content for page in pages] == [b"the page"]
    assert not problems


def test_bytes_that_are_no_table_are_one_problem_that_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "rows.jsonl").write_text('{"\\ud800": 1}\n')
    _, problems = gathered(tmp_path)
    assert [problem.kind for problem in problems] == ["no text"] * 2
    assert all(problem.message.encode() for problem in problems)  # a lone surrogate would stop the build


@pytest.mark.parametrize("name", ["rows.json", "rows.jsonl", "rows.csv"])
def test_a_file_without_a_row_is_one_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("\n")
    _, problems = gathered(tmp_path)
    assert [problem.source[-len(name) :] for problem in problems] == [name]


def test_a_row_with_an_empty_text_is_told_from_one_without(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": ""}\n{"body": "words"}\n')
    _, problems = gathered(tmp_path)
    assert "is empty" in problems[0].message and "its fields: body" in problems[1].message
