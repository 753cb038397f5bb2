"""Debian's chromium for the tests: a tab that remembers what should not have happened, and what a page is made of."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn

from tests.hostile_texts import HOST

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("TWOSOURCE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (apt install chromium)")

TAGS = """
iframe object embed base applet frame marquee audio video img foreignobject animate use math
""".split()
"""Elements that load or run something: the desk and the report have none of them."""
STRANGE = """host => {
  const found = [];
  if (window.pwned !== undefined) found.push("a script ran");
  for (const one of document.querySelectorAll("*")) {
    const tag = one.localName;
    if (TAGS.includes(tag)) found.push(tag);
    if (tag === "script" && !/^\\/static\\/[a-z.]+js$/.test(one.getAttribute("src") || "")) found.push("script");
    for (const { name, value } of one.attributes) {
      if (/^(on|style$|srcdoc$|data-hx-|hx-on|popovertarget|background$|autofocus$)/.test(name)) found.push(tag + name);
      if (/^(href|xlink:href|src|action|formaction|poster|hx-get|hx-post)$/.test(name)) {
        const link = new URL(value, document.baseURI);
        const ours = link.host !== host && link.origin === location.origin && /^(http|file):$/.test(link.protocol);
        if (!ours) found.push(`${tag} ${name}`);
      }
    }
  }
  return [...new Set(found)];
}""".replace("TAGS", json.dumps(TAGS))
"""What a page holds that is none of ours: elements that load or run, handlers, links that lead elsewhere."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser with nothing of a person's in it."""
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def served(app: Any) -> Iterator[str]:
    """The address of a desk that answers at a free port."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


class Watched:
    """A browser tab that remembers what should not have happened: errors, dialogs, requests that leave `home`."""

    def __init__(self, browser: Any, home: str, **options: Any) -> None:
        self.context = browser.new_context(base_url=home, **options)
        self.page = self.context.new_page()
        self.bad: list[str] = []
        self.page.on("console", lambda said: self.bad.append(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.bad.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda asked: self.bad.append(asked.url) if not asked.url.startswith(home) else None)

    def _dialog(self, shown: Any) -> None:
        self.bad.append(f"dialog {shown.message}")
        shown.dismiss()

    def read(self, address: str) -> str:
        """Goes there, holds the page to be made of our own parts alone, and gives its words with one space between."""
        self.page.goto(address)
        assert self.page.evaluate(STRANGE, HOST) == [], address
        assert self.bad == [], address
        return " ".join(self.page.evaluate("document.documentElement.textContent").split())

    def close(self) -> None:
        """Nothing bad may have happened."""
        self.context.close()
        assert self.bad == []


def parts(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    """The texts, so many at a time."""
    return [texts[start : start + size] for start in range(0, len(texts), size)]
