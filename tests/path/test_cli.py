from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

import twosource.clean
from tests import stages as samples
from tests.path.conftest import Run
from tests.stages import Calls
from twosource import Story, cli
from twosource.cli import display, making


@pytest.fixture
def story(stages: Calls, pages: Path, tmp_path: Path) -> Path:
    """A built story's file."""
    Story.build([pages], tmp_path / "story.db").close()
    return tmp_path / "story.db"


def test_build_says_what_it_did_and_what_it_could_not(stages: Calls, pages: Path, tmp_path: Path, run: Run) -> None:
    ran = run("build", pages, "--into", tmp_path / "story.db")
    assert ran.code == 0
    assert "3 articles from 6 pages" in ran.out and "twosource timeline" in ran.out
    lines = ran.err.splitlines()
    assert len(lines) == 5 and all(line.startswith("twosource: pages/") for line in lines)
    assert run("build", pages, "--into", tmp_path / "story.db", "--json").json["articles"] == 3


def test_a_timeline_for_people_is_readable_at_100_columns(story: Path, run: Run) -> None:
    ran = run("timeline", story)
    assert ran.code == 0 and ran.err == ""
    assert max(len(line) for line in ran.out.splitlines()) <= 100
    assert "3 February 2031" in ran.out and "The ferry sank" in ran.out
    assert "1 outlet and 1 page, 1 origin" in ran.out and "\x1b" not in ran.out


def test_receipts_are_the_exact_sentences_with_their_pages(story: Path, run: Run) -> None:
    out = run("timeline", story, "--receipts", "--top", 1).out
    assert out.count("“The ferry sank.”") == 2 and "The mayor wept" not in out
    assert "Bay Post · pages/rows.jsonl#1 · published 2031-02-03" in out
    assert "pages/one.txt · no date on the page" in out


ITEM = {
    "id", "date", "date_known_by", "headline", "type", "status", "participants", "place", "outlets", "origins",
    "reports", "findings",
}  # fmt: skip
REPORT = {
    "article", "source_file", "outlet", "published", "quote", "prefix", "suffix", "start", "end", "attributed_to",
}  # fmt: skip
ATTRIBUTION = {
    "source", "source_name", "cue", "content", "manner", "kind", "article", "source_file", "start", "end", "quote",
    "chain", "addressee", "place", "time", "answers",
}  # fmt: skip


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("timeline", ITEM),
        ("attributions", ATTRIBUTION),
        ("names", {"name", "kind", "aliases", "mentions", "articles"}),
        ("findings", {"kind", "about", "sides", "reason"}),
        ("sources", {"source_file", "outlet", "title", "published", "date", "words", "copies_from", "problem"}),
    ],
)
def test_json_is_an_array_of_records_with_the_promised_fields(
    command: str, keys: set[str], story: Path, run: Run
) -> None:
    ran = run(command, story, "--json")
    assert ran.code == 0 and ran.json and ran.err == ""
    assert all(keys <= set(record) for record in ran.json)


def test_the_parts_of_items_and_findings_have_the_promised_fields(story: Path, run: Run) -> None:
    (first, *_) = run("timeline", story, "--json").json
    assert set(first["reports"][0]) >= REPORT and len(first["reports"]) == 2
    (finding,) = run("findings", story, "--json").json
    assert {"value", "quote", "article", "source_file"} <= set(finding["sides"][0])


def test_filters_say_what_they_left_out(story: Path, run: Run) -> None:
    assert run("timeline", story, "--name", "ferry", "--json").json == run("timeline", story, "--json").json
    ran = run("timeline", story, "--to", "2030")
    assert "no item" in ran.out and "0 of 2 items shown" in ran.err
    assert run("timeline", story, "--from", "soon").code == 1
    for kind in ("names", "findings"):
        ran = run(kind, story, "--kind", "lies")
        assert ran.code == 1 and "no kind 'lies': there are" in ran.err
    assert run("findings", story, "--kind", "dispute", "--json").json == []
    assert (
        run("names", story, "--kind", "person", "--json").json and run("attributions", story, "--by", "holm").code == 0
    )


def test_attitudes_are_shown_when_asked_for(story: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    held = msgspec.structs.replace(samples.attribution(), kind="attitude", cue="fears")
    monkeypatch.setattr(Story, "attributions", lambda _: (samples.attribution(), held))
    assert [one["cue"] for one in run("attributions", story, "--json").json] == ["said"]
    assert [one["cue"] for one in run("attributions", story, "--attitudes", "--json").json] == ["said", "fears"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["attributions"], ["Ann Holm", "it sank", "Bay Post"]),
        (["names"], ["Ann Holm", "PERSON", "Anne Holm"]),
        (["findings"], ["DIFFERENCE", "the cost", "It cost 5 dollars.", "Bay Post"]),
        (["sources"], ["Bay Post", "2031-02-03", "a cookie wall", "not known"]),
        (["search", "ferry"], ["The ferry sank.", "pages/one.txt", "Bay Post"]),
        (["search", "whale"], ["no sentence"]),
        (["doctor"], ["3 articles from 6 pages", "pages/noise.txt", "binary", "The file is whole"]),
    ],
)
def test_tables_for_people(arguments: list[str], words: list[str], stages: Calls, story: Path, run: Run) -> None:
    ran = run(arguments[0], story, *arguments[1:])
    assert ran.code == 0 and max(len(line) for line in ran.out.splitlines()) <= 100
    for word in words:
        assert word in ran.out


def test_search_and_doctor_for_programs(story: Path, run: Run) -> None:
    hits = run("search", story, "ferry", "--json").json
    assert {hit["source_file"] for hit in hits} == {"pages/one.txt", "pages/rows.jsonl#1"}
    health = run("doctor", story, "--json").json
    assert health["pages"] == 6 and len(health["problems"]) == 5 and health["faults"] == []


def test_many_problems_of_one_kind_share_a_line(stages: Calls, pages: Path, tmp_path: Path, run: Run) -> None:
    for number in range(30):
        (pages / f"{number}.png").touch()
    built = run("build", pages, "--into", tmp_path / "story.db")
    assert len(built.err.splitlines()) == making.SHOWN_PROBLEMS + 1 and "15 more problems" in built.err
    ran = run("doctor", tmp_path / "story.db")
    assert ran.out.count(".png") == display.LISTED and "and 10 more" in ran.out
    assert ran.out.count("this kind of file is not read") == 1


@pytest.mark.parametrize(
    ("form", "start"), [("csv", "item,date,"), ("jsonl", '{"id":'), ("markdown", "# Timeline"), ("timelinejs", "{")]
)
def test_export_to_the_screen_and_to_a_file(form: str, start: str, story: Path, tmp_path: Path, run: Run) -> None:
    ran = run("export", story, "--format", form)
    assert ran.code == 0 and ran.out.startswith(start)
    assert run("export", story, "--format", form, "--out", tmp_path / "out").out == ""
    assert (tmp_path / "out").read_bytes().decode("utf-8-sig") == ran.out


def test_an_export_is_never_written_over_the_story(story: Path, run: Run) -> None:
    before = story.read_bytes()
    ran = run("export", story, "-f", "csv", "-o", story)
    assert ran.code == 1 and "the story itself" in ran.err and story.read_bytes() == before


def test_a_table_in_a_file_is_for_excel(story: Path, tmp_path: Path, run: Run) -> None:
    run("export", story, "-f", "csv", "-o", tmp_path / "story.csv")
    assert (tmp_path / "story.csv").read_bytes().startswith(b"\xef\xbb\xbfitem,")
    with (tmp_path / "story.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["quote"] for row in csv.DictReader(stream)].count("The ferry sank.") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "nowhere.db"], "no story at"),
        (["build", "nowhere", "--into", "x.db"], "no file or folder at"),
        (["build", "--into", "x.db"], "no page to read"),
        (["build", ".", "--into", "x.db", "--same-owner", "A"], "at least two outlets"),
        (["build", ".", "--into", "x.db", "--language-model", "xx_none"], "no spaCy pipeline 'xx_none' is installed"),
        (["annotate", "-", "--language-model", "xx_none"], "no spaCy pipeline 'xx_none' is installed"),
        (["annotate", "nowhere.jsonl"], "cannot be read"),
        (["clean", "nowhere.html"], "no file or folder at"),
    ],
)
def test_an_error_is_one_line_and_exit_code_1(
    arguments: list[str], words: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments)
    assert ran.code == 1 and ran.out == ""
    assert len(ran.err.splitlines()) == 1 and ran.err.startswith("twosource: ") and words in ran.err


def test_an_unknown_export_format_names_those_there_are(story: Path, run: Run) -> None:
    ran = run("export", story, "--format", "pdf")
    assert ran.code == 1 and "csv, jsonl, markdown, timelinejs" in ran.err


@pytest.mark.parametrize(
    "arguments", [["timeline"], ["nonsense"], ["build", "pages"], ["timeline", "x", "--top", "none"]]
)
def test_wrong_use_is_exit_code_2(arguments: list[str], run: Run) -> None:
    ran = run(*arguments)
    assert ran.code == 2 and "Usage" in ran.err


def test_ctrl_c_says_how_to_go_on(
    stages: Calls, pages: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(twosource.clean, "clean", stopped, raising=False)
    ran = run("build", pages, "--into", tmp_path / "story.db")
    assert ran.code == 130 and "the same command again goes on" in ran.err
    monkeypatch.setattr(twosource.clean, "clean", stages.clean)
    assert run("build", "--into", tmp_path / "story.db").code == 0


def test_a_story_whose_next_build_was_stopped_says_so(
    stages: Calls, pages: Path, story: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> object:
        raise KeyboardInterrupt

    assert "stopped" not in run("timeline", story).err
    (tmp_path / "more.txt").write_text("The ferry sank again. It was raised.")
    monkeypatch.setattr(twosource.clean, "clean", stopped, raising=False)
    assert run("build", tmp_path / "more.txt", "--into", story).code == 130
    for command in ("timeline", "sources", "names"):
        ran = run(command, story)
        assert ran.code == 0 and ran.out and "was stopped: run it again" in ran.err
    assert not run("doctor", story, "--json").json["finished"]
    monkeypatch.setattr(twosource.clean, "clean", stages.clean)
    run("build", tmp_path / "more.txt", "--into", story)
    assert run("doctor", story, "--json").json["finished"] and run("timeline", story).err == ""


def test_a_fault_of_its_own_is_one_line_too(
    stages: Calls, pages: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("twosource.resolve.resolve", failing)
    ran = run("build", pages, "--into", tmp_path / "story.db")
    assert ran.code == 1 and "ZeroDivisionError: by zero" in ran.err.splitlines()[-1] and "report" in ran.err


def test_what_a_page_says_cannot_reach_the_terminal(stages: Calls, tmp_path: Path, run: Run) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "evil.txt").write_text("The \x1b[31mferry\x1b]0;x\x07 [bold]sank\u202e :smile: it.")
    run("build", tmp_path / "pages", "--into", tmp_path / "story.db")
    for arguments in (["timeline"], ["timeline", "--receipts"], ["search", "smile"], ["export", "-f", "markdown"]):
        out = run(arguments[0], tmp_path / "story.db", *arguments[1:]).out
        assert "\x1b" not in out and "\u202e" not in out and "\x07" not in out
        assert "smile:" in out
    assert "[bold]sank" in run("timeline", tmp_path / "story.db").out


@pytest.mark.parametrize("command", [*cli.COMMANDS])
def test_every_command_teaches_by_examples(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert ran.code == 0 and f"twosource {command} " in ran.out.partition("Example")[2]


def test_help_comes_at_once_and_loads_no_language_library() -> None:
    started = time.monotonic()
    shown = subprocess.run([sys.executable, "-m", "twosource", "--help"], capture_output=True, text=True, check=True)
    assert time.monotonic() - started < 3, "half a second on an idle machine"
    assert "twosource build pages/ --into story.db" in shown.stdout
    loaded = "import sys, twosource.cli; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "trafilatura", "sqlalchemy", "rich", "lxml", "numpy"} & set(modules)


def test_a_reader_that_has_seen_enough_is_no_error(story: Path) -> None:
    command = f"{sys.executable} -m twosource timeline {story} --json | head -c 1"
    for _ in range(3):
        ran = subprocess.run(command, shell=True, capture_output=True, text=True, env={**os.environ}, check=True)
        assert (ran.stdout, ran.stderr) == ("[", "")
