"""The desk over the example story and over one made by us to do harm, for the tests of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.browsing import browser
from twosource import Story
from twosource.web import application, desk

EXAMPLE = Path(__file__).parents[2] / "examples" / "shipyard" / "pages"
TOKEN = "a-token-for-tests"
__all__ = ["browser"]
Client = TestClient[Litestar]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example story's file; not to be changed."""
    path = tmp_path_factory.mktemp("desk") / "shipyard.db"
    Story.build([EXAMPLE], path).close()
    return path


@pytest.fixture
def client(example: Path) -> Iterator[Client]:
    """A reader of the example story."""
    with TestClient(application(example), base_url="http://127.0.0.1") as reader:
        yield reader


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decisions are waited for however long a busy machine takes."""
    monkeypatch.setattr(desk, "PATIENCE", 120.0)


@pytest.fixture
def reviewer(example: Path, tmp_path: Path, patient: None) -> Iterator[Client]:
    """A person who may decide things, over a copy of the example story."""
    path = tmp_path / "shipyard.db"
    path.write_bytes(example.read_bytes())
    with TestClient(application(path, token=TOKEN, review=True), base_url="http://127.0.0.1") as person:
        person.get(f"/?token={TOKEN}")
        yield person
