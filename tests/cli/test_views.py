"""The views that follow a name and draw who copies whom, for people and for programs."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import msgspec
import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from twosource import Story, cli
from twosource.cli import display_sources
from twosource.compare.lineage import lineage
from twosource.records import Chronology, Copy, SourceView, Span

HERALD = (
    "Two boats sank in the harbour of Selm on Monday and eleven people were brought ashore by the pilots, the harbour"
    " office said. Ana Roe, the mayor, met the crews on Tuesday. “Nobody is missing,” Ana Roe said."
)
POST = (
    "Ana Roe fled to Ardan in 2019, long before the boats were lost there. The Tarn Act bars Ana Roe from the council"
    " of Selm, which is to meet in the week after the holidays."
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story of three pages, one of them a copy, built by the real stages."""
    folder = tmp_path_factory.mktemp("views")
    rows = [
        {"outlet": "Selm Herald", "published": "2021-05-12", "title": "Boats sink", "text": HERALD},
        {"outlet": "Ardan Post", "published": "2021-05-13", "title": "Boats lost", "text": HERALD},
        {"outlet": "Tarn Mail", "published": "2021-05-14", "title": "The mayor", "text": POST},
    ]
    (folder / "rows.jsonl").write_bytes(b"\n".join(msgspec.json.encode(row) for row in rows))
    Story.build(folder / "rows.jsonl", into=folder / "story.db", workers=1).close()
    return folder / "story.db"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(one) for one in arguments])


def test_a_name_is_shown_with_its_spellings_and_its_receipts(story: Path) -> None:
    out = run("names", "show", story, "ana roe").stdout
    assert "Ana Roe (" in out and "PERSON" in out
    assert "“Ana Roe, the mayor, met the crews on Tuesday.”" in out
    assert "said: “Nobody is missing,”" in out
    assert max(map(len, out.splitlines())) <= 100 and "\x1b" not in out
    assert out.index("met the crews") < out.index("bars Ana Roe")


def test_json_is_the_record(story: Path) -> None:
    with Story.open(story) as opened:
        found = opened.chronology("Ana Roe")
    shown = run("names", "show", story, "Ana Roe", "--json").stdout
    assert msgspec.json.decode(shown, type=Chronology) == found
    only = msgspec.json.decode(run("names", "show", story, "Ana Roe", "--json", "--only", "words").stdout)
    assert {step["kind"] for step in only["steps"]} == {"words"}


def test_words_that_are_no_name_are_found(story: Path) -> None:
    out = run("names", "show", story, "tarn act").stdout
    assert "no name of the story: found by its words" in out and "The Tarn Act bars Ana Roe" in out


def test_a_name_that_there_is_not_is_an_error_with_those_near_it(story: Path) -> None:
    failed = run("names", "show", story, "Anna Row")
    assert failed.exit_code != 0
    assert "no name 'Anna Row' in this story" in str(failed.exception) and "near it: Ana Ro" in str(failed.exception)
    assert "lists them all" in str(run("names", "show", story, "Quxx").exception)
    assert "no kind 'deeds'" in str(run("names", "show", story, "Ana Roe", "--only", "deeds").exception)


def test_a_copy_stands_under_what_it_was_taken_from_with_the_reason(story: Path) -> None:
    out = run("sources", story).stdout
    assert out.startswith("3 pages, 2 origins of text; 1 copied as a whole from another here")
    lines = out.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("Selm Herald · Boats sink"))
    assert lines[first + 1].startswith("    Ardan Post · Boats lost · 2021-05-13")
    told = " ".join(lines[first + 2 : first + 4])
    assert "of Selm Herald, all of it" in told and "published 2021-05-12 and 2021-05-13" in " ".join(told.split())


def test_programs_get_what_they_got(story: Path) -> None:
    views = msgspec.json.decode(run("sources", story, "--json").stdout, type=list[SourceView])
    by_outlet = {view.outlet: view for view in views}
    assert by_outlet["Ardan Post"].copies_from == (by_outlet["Selm Herald"].article,)


def test_on_a_terminal_the_tree_is_drawn() -> None:
    views = [
        SourceView(name, f"{name}.txt", outlet, None, None, None, "", "", None, 9, (), None)
        for name, outlet in (("a", "Selm Herald"), ("b", "Ardan \x1b[31mPost"))
    ]
    copies = [Copy(Span("a", 0, 9), Span("b", 0, 9), True, 9, "the same 9 words")]
    screen = Console(width=60, record=True, file=StringIO())
    screen.print(display_sources.copying(lineage(views, copies), {}, views, drawn=True))
    assert "└── Ardan Post" in screen.export_text() and "[31m" not in screen.export_text()
