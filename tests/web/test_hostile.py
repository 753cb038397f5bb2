"""The desk over a story all of whose words are hostile, in the real browser: all of it stays text, nothing leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.browsing import STRANGE, Watched, needs_chromium, served
from tests.hostile_texts import HOST, LONG, TEXTS
from tests.web import hostile
from tests.web.conftest import TOKEN
from twosource.export.words import shown
from twosource.web import application
from twosource.web.building import kept_in, plain_name

NAME = "<img src=x onerror=pwned=1>{{ 7 * 7 }}.db"
"""What the story itself is called: it stands in the title and at the head of every page."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("hostile") / NAME
    hostile.write(path)
    app = application(path, token=TOKEN, review=True)
    app.state.desk.build.begun, app.state.desk.build.error = True, " ".join(hostile.GROUPS[0])
    with served(app) as address:
        yield address


@pytest.fixture
def tab(browser: Any, desk: str) -> Iterator[Watched]:
    watched = Watched(browser, desk)
    watched.page.goto(f"/?token={TOKEN}")
    yield watched
    watched.close()


def _missing(words: str, texts: Any = TEXTS) -> list[str]:
    """Texts that a page does not show, as far as a page shows them."""
    return [text for text in texts if shown(text)[:300] not in words]


@needs_chromium
@pytest.mark.parametrize(
    "pages",
    [
        ("/timeline", "/timeline?page=2"), ("/findings", "/findings?page=2"), ("/said", "/said?page=2"),
        ("/names", "/names?page=2"), ("/sources", "/sources?page=2"), ("/problems",), ("/review",),
    ],
    ids=lambda pages: pages[0][1:],
)  # fmt: skip
def test_the_lists_show_every_text_as_text(tab: Watched, pages: tuple[str, ...]) -> None:
    assert _missing(" ".join(tab.read(page) for page in pages)) == []


@needs_chromium
def test_the_map_and_the_search_show_a_hundred_as_text(tab: Watched) -> None:
    assert len(TEXTS) - len(_missing(tab.read(f"/search?q={hostile.MARK}"))) >= 90
    assert len(TEXTS) - len(_missing(tab.read("/map"))) >= 50
    assert tab.page.locator("svg title").count() >= 50


@needs_chromium
@pytest.mark.parametrize("kind", ["events/ig", "names/ng", "articles/g"])
def test_headings_receipts_highlights_and_forms_hold_a_hundred(tab: Watched, kind: str) -> None:
    for number, group in enumerate(hostile.GROUPS):
        words = tab.read(f"/{kind}{number}" + ("?at=5-90" if kind.startswith("art") else ""))
        assert _missing(words, group) == []
        assert _missing(" ".join(tab.page.locator("h1").inner_text().split()), group) == []


@needs_chromium
def test_what_comes_in_the_address_is_text_too(tab: Watched) -> None:
    for group in hostile.GROUPS:
        text = " ".join(group)
        for page, fields in {
            "timeline": ("name", "place", "type", "status", "outlet"),
            "names": ("q", "kind"),
            "said": ("by", "q", "act"),
            "search": ("q",),
            "findings": ("kind",),
        }.items():
            tab.read(f"/{page}?{urlencode(dict.fromkeys(fields, text))}")
            if page == "search":
                assert _missing(tab.page.locator("h1").inner_text(), group) == []
    assert _missing(tab.read("/articles/h0/raw?" + urlencode({"at": TEXTS[0]})), TEXTS[:1]) == []


@needs_chromium
def test_the_watch_sees_what_a_page_that_escapes_nothing_would_do(browser: Any) -> None:
    watched = Watched(browser, "http://127.0.0.1")
    for text in ("<script>pwned=1</script>", "<svg onload=pwned=1>", "<a href=javascript:pwned=1>read on</a>"):
        watched.page.set_content(text)
        assert watched.page.evaluate(STRANGE, HOST) != [], text
    watched.context.close()


@needs_chromium
def test_why_a_build_failed_is_text(tab: Watched) -> None:
    assert _missing(tab.read("/build"), hostile.GROUPS[0]) == []


@needs_chromium
def test_what_is_refused_is_told_as_text(tab: Watched) -> None:
    for group in hostile.GROUPS:
        tab.page.goto(f"/timeline?{urlencode({'start': ' '.join(group)})}")
        assert "is no date" in tab.page.locator("#told").inner_text()
        tab.bad = [one for one in tab.bad if "status of 400" not in one]
        assert tab.page.evaluate("window.pwned") is None


@needs_chromium
def test_the_pages_as_they_came_in_are_text(tab: Watched) -> None:
    for number, group in enumerate(hostile.GROUPS):
        words = tab.read(f"/articles/g{number}/raw")
        assert _missing(shown(words), [text for text in group if text == shown(text)]) == []


@pytest.mark.parametrize("text", [one for one in TEXTS if one not in LONG[1:]])
def test_a_file_that_is_sent_is_kept_where_it_may_be(tmp_path: Path, text: str) -> None:
    name = plain_name(text)
    assert name and name == Path(name).name and not name.startswith(".") and len(name.encode()) < 250
    one, other = kept_in(tmp_path, [(text, b"1"), (text, b"2")])
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    assert all(tmp_path in path.resolve().parents for path in (one, other))
    assert plain_name(f"{text}.html").endswith(".html")
