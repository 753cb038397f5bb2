"""The desk in Debian's chromium: what a person sees and does, with JavaScript and without; all requests stay here."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.web.conftest import TOKEN
from twosource.web import application

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("TWOSOURCE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (apt install chromium)")

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PAGES = ("/timeline", "/findings", "/said", "/names", "/sources", "/map", "/search?q=explosion", "/problems", "/about")


def _served(app: Any) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def desk(example: Path) -> Iterator[str]:
    """The address of a desk to read."""
    yield from _served(application(example))


@pytest.fixture
def review_desk(example: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a desk on which people decide things."""
    path = tmp_path / "shipyard.db"
    path.write_bytes(example.read_bytes())
    yield from _served(application(path, token=TOKEN, review=True))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Watched:
    """A browser tab that remembers what should not have happened."""

    def __init__(self, browser: Any, desk: str, **options: Any) -> None:
        self.context = browser.new_context(base_url=desk, **options)
        self.page = self.context.new_page()
        self.bad: list[str] = []
        self.page.on("console", lambda said: self.bad.append(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.bad.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda asked: self.bad.append(asked.url) if not asked.url.startswith(desk) else None)

    def _dialog(self, shown: Any) -> None:
        self.bad.append(f"dialog {shown.message}")
        shown.dismiss()

    def close(self) -> None:
        self.context.close()
        assert self.bad == []


@pytest.fixture
def tab(browser: Any, desk: str) -> Iterator[Watched]:
    watched = Watched(browser, desk)
    yield watched
    watched.close()


def test_from_the_timeline_to_the_lit_sentence(tab: Watched) -> None:
    page = tab.page
    page.goto("/timeline")
    page.locator(".told .headline").first.click()
    page.wait_for_url("**/events/*")
    quote = page.locator(".report .quote").first.inner_text()
    page.locator(".report .where a").first.click()
    page.wait_for_url("**/articles/**")
    lit = "".join(page.locator(".lit").all_inner_texts())
    assert " ".join(lit.split()) == " ".join(quote.split())
    assert page.locator(".taken dt").count() > 0


def test_filters_search_and_brush(tab: Watched) -> None:
    page = tab.page
    page.goto("/timeline")
    every = page.locator(".line").count()
    page.locator(".filters summary").click()
    page.locator(".filters input[name=contested]").check()
    page.locator(".filters button").click()
    page.wait_for_url("**contested=1**")
    assert 0 < page.locator(".line").count() < every
    page.locator("#find").fill("explosion")
    page.locator("#find").press("Enter")
    page.wait_for_url("**/search?q=explosion")
    assert page.locator(".receipt").count() > 0
    page.goto("/timeline")
    box = page.locator(".strip svg").bounding_box()
    page.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 20, steps=5)
    page.mouse.up()
    page.wait_for_url("**start=**end=**")


def test_by_keyboard(tab: Watched) -> None:
    page = tab.page
    page.goto("/timeline")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") == "headline"
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_the_reading_paths_work_without_javascript(browser: Any, desk: str) -> None:
    watched = Watched(browser, desk, java_script_enabled=False)
    page = watched.page
    for address in PAGES:
        page.goto(address)
        assert page.locator("h1").count() == 1
    page.goto("/timeline")
    page.locator(".strip a").first.click()
    page.wait_for_url("**start=**")
    page.goto("/timeline?contested=1")
    page.locator(".headline").first.click()
    page.locator(".report .where a").first.click()
    assert page.locator(".lit").count() > 0
    watched.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, desk: str, scheme: str) -> None:
    watched = Watched(browser, desk, color_scheme=scheme, bypass_csp=True)
    page = watched.page
    page.goto("/timeline")
    event = page.locator(".told .headline").first.get_attribute("href")
    name = "/names"
    for address in (*PAGES, event, name):
        page.goto(address)
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        serious = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        told = [(address, one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in serious]
        assert told == []
    watched.close()


def test_nothing_runs_over_at_380_pixels(browser: Any, desk: str) -> None:
    watched = Watched(browser, desk, viewport={"width": 380, "height": 800})
    for address in PAGES:
        watched.page.goto(address)
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 380, address
    watched.close()


def test_two_names_are_merged_and_that_is_taken_back(browser: Any, review_desk: str) -> None:
    watched = Watched(browser, review_desk)
    page = watched.page
    page.goto(f"/?token={TOKEN}")
    page.goto("/names?kind=PERSON")
    names = page.locator("tbody tr").count()
    boxes = page.locator("tbody input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    with page.expect_navigation():
        page.get_by_role("button", name="These are one name").click()
    assert _names(page) == names - 1
    page.goto("/review")
    with page.expect_navigation():
        page.get_by_role("button", name="Take back").first.click()
    assert _names(page) == names
    watched.close()


def _names(page: Any) -> int:
    """How many names there are, once what was decided has been worked in."""
    page.goto("/names?kind=PERSON")
    while page.get_by_text("is being worked into the story").count():
        page.reload()
    count: int = page.locator("tbody tr").count()
    return count
