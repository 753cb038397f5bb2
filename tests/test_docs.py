"""The documents: their links lead somewhere, the files and commands that they name exist, their example runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bench import readme
from docs import make_tutorial
from twosource import Story, cli

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]+\]\((?!\w+:)([^)#]+)")
FILE = re.compile(r"`((?:src|tests|bench|docs|examples|\.ci)/[\w./-]*)`")
COMMAND = re.compile(r"^(?: {4}|.*`)twosource ([a-z]+)", re.MULTILINE)
PLACEHOLDER = re.compile(r"KIND|FORMAT")
TARGET = re.compile(r"(?:^ {4}|`)make ([a-z]+)", re.MULTILINE)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if not (path.parent / link).exists()]
    files = [file for file in FILE.findall(text) if not PLACEHOLDER.search(file) and not (ROOT / file).exists()]
    commands = set(COMMAND.findall(text)) - set(get_command(cli.app).commands)  # type: ignore[attr-defined]
    targets = set(TARGET.findall(text)) - set(re.findall(r"^([a-z]+):", _makefile(), re.MULTILINE))
    assert (links, files, commands, targets) == ([], [], set(), set())


def _makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_example_of_the_how_to_runs() -> None:
    text = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    block = re.search(r"(?:^ {4}.*\n|^\n)*^ {4}from twosource\.annotate.*\n(?:^ {4}.*\n|^\n)*", text, re.MULTILINE)
    assert block
    known: dict[str, object] = {}
    exec("\n".join(line[4:] for line in block[0].splitlines()), known)
    assert "mentions" in known and "doc" in known


@pytest.fixture(scope="module")
def shipyard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example story in it, as `shipyard.db`."""
    folder = tmp_path_factory.mktemp("docs")
    Story.build([ROOT / "examples" / "shipyard" / "pages"], folder / "shipyard.db").close()
    return folder


@pytest.mark.parametrize("heading", ["Add a reader", "Add an annotator", "Add a comparison", "Add an exporter"])
def test_each_way_of_extending_runs_as_it_stands(heading: str, shipyard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    code = "\n".join(line[4:] for line in section.splitlines() if line.startswith("    ") or not line)
    assert "assert " in code
    monkeypatch.chdir(shipyard)
    exec(code, {"__name__": "extension"})


def test_the_tutorial_shows_what_its_commands_print() -> None:
    text = make_tutorial.TUTORIAL.read_text(encoding="utf-8")
    assert make_tutorial.renewed(text) == text, "run python docs/make_tutorial.py"


def test_the_pictures_are_small_and_shown() -> None:
    pictures = {path.name: path.stat().st_size for path in (ROOT / "docs" / "screenshots").glob("*.png")}
    told = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert pictures and max(pictures.values()) <= 150_000
    assert [name for name in pictures if f"screenshots/{name})" not in told] == []


def test_the_readme_shows_what_the_program_prints() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.section(text, "demo", readme.demo()) == text, "run make readme"
    assert not re.search(r"@[A-Z]+@", text)
