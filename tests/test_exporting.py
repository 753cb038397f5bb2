"""A story of two pages, read by the real stages, made ready for the exporters."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import twosource
from twosource import SettingsError, Story, cli
from twosource.export import EXPORTERS
from twosource.exporting import exported, exporter

PAGE = """<html><head><title>{title}</title><link rel="canonical" href="{url}">
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="2031-03-04T10:00:00Z">
</head><body><article><h1>{title}</h1>{text}</article></body></html>"""
TEXT = (
    "<p>President Ada Lund accused the Harbour Union of blackmail on Tuesday.</p>"
    "<p>The Harbour Union rejected the claim and said that the talks in Selm would go on without her.</p>"
    "<p>The two sides had met in the town hall for nine hours before the talks were broken off.</p>"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exporting")
    (folder / "pages").mkdir()
    page = PAGE.format(title="Lund accuses union", url="https://bay-post.invalid/lund", outlet="Bay Post", text=TEXT)
    (folder / "pages" / "one.html").write_text(page)
    Story.build(folder / "pages", folder / "story.db").close()
    return folder / "story.db"


def test_a_story_is_made_ready_with_all_that_exporters_are_given(built: Path) -> None:
    with Story.open(built) as story:
        ready = exported(story, "Talks")
        roles = ready.roles()
    (source,) = ready.comparison.sources
    assert (ready.title, ready.pages, ready.version) == ("Talks", 1, twosource.__version__)
    assert ready.address(source.article) == "https://bay-post.invalid/lund"
    (accused,) = (item for item in ready.comparison.timeline if item.type == "ACCUSE")
    assert roles[accused.id].actors == ("Ada Lund",) and roles[accused.id].recipients == ("Harbour Union",)


def test_a_format_is_found_by_its_name_and_another_named() -> None:
    assert all(exporter(one.name.upper()) is one for one in EXPORTERS)
    with pytest.raises(SettingsError, match="no export format 'pdf': there are report, csv"):
        exporter("pdf")


def test_the_command_writes_a_report_under_a_title(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "story.html"
    asked = ["export", str(built), "--format", "report", "--out", str(out), "--title", "Talks in Selm"]
    assert CliRunner().invoke(cli.app, asked).exit_code == 0
    assert "<h1>Talks in Selm</h1>" in out.read_text(encoding="utf-8")
    assert "<h1>story</h1>" in CliRunner().invoke(cli.app, asked[:4]).output, "by default the name of the file"


def test_a_format_that_is_no_text_goes_to_a_file_or_a_pipe(built: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path / "story.parquet"
    asked = ["export", str(built), "--format", "parquet"]
    assert CliRunner().invoke(cli.app, [*asked, "--out", str(out)]).exit_code == 0
    assert out.read_bytes()[:4] == b"PAR1" == CliRunner().invoke(cli.app, asked).stdout_bytes[:4]
