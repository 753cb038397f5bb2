"""Fixtures of the path from pages to a story."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import twosource.annotate
import twosource.clean
import twosource.compare
import twosource.resolve
from tests.stages import Calls
from twosource import cli


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Small stages in place of the real ones; it records what they were asked."""
    calls = Calls()
    monkeypatch.setattr(twosource.clean, "clean", calls.clean, raising=False)
    monkeypatch.setattr(twosource.annotate, "annotate", calls.annotate, raising=False)
    monkeypatch.setattr(twosource.resolve, "resolve", calls.resolve, raising=False)
    monkeypatch.setattr(twosource.compare, "compare", calls.compare, raising=False)
    return calls


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two pages that tell one event, one that tells another, and four that cannot be read."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text("The ferry sank. The mayor wept.")
    (folder / "rows.jsonl").write_text(
        '{"text": "The ferry sank.", "outlet": "Bay Post", "published": "2031-02-03", "title": "Ferry"}\n{broken\n'
    )
    (folder / "wall.html").write_text("We use cookies.")
    (folder / "noise.txt").write_bytes(b"\0\1\2")
    (folder / "bad.txt").write_text("This page makes a crash in clean.")
    (folder / "worse.txt").write_text("This page makes a crash in annotate.")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def ran(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["twosource", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, *capsys.readouterr())

    return ran
