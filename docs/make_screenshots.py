"""Takes the pictures in docs/screenshots anew: the example story on the desk, and its report.

    python docs/make_screenshots.py

Builds the example, serves it on this machine alone and photographs it with Debian's chromium (`apt install chromium`;
another by TWOSOURCE_CHROMIUM). Fonts differ from machine to machine, so no test compares the pictures; take them anew
when a page has changed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from typer.testing import CliRunner

from twosource import Story, cli
from twosource.web import application

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "screenshots"
MOST = 150_000
"""Bytes of a picture: they are kept with the code."""
WIDE: Any = {"width": 1120, "height": 860}
PHONE: Any = {"width": 380, "height": 760}


@contextmanager
def served(story: Path) -> Iterator[str]:
    """The desk over a story; its address."""
    server = uvicorn.Server(uvicorn.Config(application(story), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def take(page: Page, name: str, height: int | None = None) -> None:
    """A picture of what the window shows, or of its upper part."""
    path, window = PICTURES / f"{name}.png", page.viewport_size or WIDE
    page.screenshot(path=path, clip={"x": 0, "y": 0, "width": window["width"], "height": height or window["height"]})
    if path.stat().st_size > MOST:
        sys.exit(f"{path} is over {MOST} bytes: photograph less")


def desk(browser: Browser, address: str) -> None:
    """The timeline, an event, an article and the differences on a screen; the timeline on a phone in the dark."""
    page = browser.new_page(base_url=address, viewport=WIDE, reduced_motion="reduce")
    page.goto("/timeline?top=16")
    page.locator("details.filters").evaluate("filters => filters.open = false")
    take(page, "timeline")
    page.get_by_role("link", name="Mourners and protesters").first.click()
    take(page, "event")
    leads = page.locator(".report .where a").nth(1).get_attribute("href") or ""
    page.goto(leads.partition("#")[0])
    take(page, "article", 640)
    page.goto("/findings")
    take(page, "differences")
    dark = browser.new_page(base_url=address, viewport=PHONE, color_scheme="dark")
    dark.goto("/timeline?top=16")
    dark.locator("details.filters").evaluate("filters => filters.open = false")
    take(dark, "phone")


def report(browser: Browser, story: Path) -> None:
    """The first window of the report."""
    out = story.with_suffix(".html")
    CliRunner().invoke(cli.app, ["export", str(story), "--format", "report", "--out", str(out), "--title",
                                 "The Orlets shipyard"], catch_exceptions=False)  # fmt: skip
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.goto(out.as_uri())
    take(page, "report")


def main() -> None:
    """All pictures."""
    chromium = os.environ.get("TWOSOURCE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        story = Path(folder) / "shipyard.db"
        Story.build([ROOT / "examples" / "shipyard" / "pages"], story).close()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(story) as address:
            desk(browser, address)
        report(browser, story)
        browser.close()


if __name__ == "__main__":
    main()
