from __future__ import annotations

import sys
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import cast

import pytest

from tests.export.story import hostile
from tests.export.story import story as told
from twosource import Story, notebook
from twosource.errors import SettingsError, StoreError
from twosource.records import Comparison


class Opened(Story):
    """A story that shows what it is given, with no file."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def comparison(self) -> Comparison:
        return self._comparison

    def timeline(self):  # type: ignore[no-untyped-def]
        return self._comparison.timeline

    def counts(self):  # type: ignore[no-untyped-def]
        return SimpleNamespace(pages=5)


def test_a_story_shows_itself_as_a_table() -> None:
    shown = Opened(told())._repr_html_()
    assert "5 pages, 3 lines; machine-extracted, not verified" in shown and shown.count("<tr>") == 4
    assert (
        "The ferry sank" in shown and "1 outlet and 1 page, 1 origin" in shown and "contested, figures differ" in shown
    )


def test_a_hostile_story_shows_a_table_and_nothing_else() -> None:
    tags: list[tuple[str, list[str]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append((tag, [name for name, _ in attrs]))

    shown = Opened(hostile().comparison)._repr_html_()
    Tags().feed(shown)
    assert {tag for tag, _ in tags} == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert {name for _, names in tags for name in names} == {"style"}
    assert f"the first {notebook.LINES} of them" in shown and shown.count("<tr>") == notebook.LINES + 1


def test_a_story_that_is_not_built_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def unbuilt(_self: Story) -> object:
        raise StoreError("there is <nothing> in it yet")

    monkeypatch.setattr(Opened, "timeline", unbuilt)
    assert Opened(told())._repr_html_() == "<p>there is &lt;nothing&gt; in it yet</p>"


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for method in (Opened(told()).to_arrow, Opened(told()).to_pandas):
        with pytest.raises(SettingsError, match=r"twosource\[tables\]"):
            method()


def test_the_tables_have_a_row_a_report() -> None:
    pytest.importorskip("pyarrow")
    rows = Opened(told()).to_arrow()
    assert rows.num_rows == 4 and rows.column("outlet").to_pylist() == ["Bay Post", None, "Bay Mail", "<b>Evil</b>"]


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")

    def missing() -> object:
        raise ImportError("no pandas")

    monkeypatch.setattr(notebook, "as_arrow", lambda _story: SimpleNamespace(to_pandas=missing))
    with pytest.raises(SettingsError, match="pip install pandas"):
        Opened(told()).to_pandas()


def test_a_data_frame_has_the_same_rows() -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    frame = Opened(told()).to_pandas()
    assert list(cast("list[str]", frame["headline"]))[:2] == ["The ferry sank", "The ferry sank"] and len(frame) == 4
