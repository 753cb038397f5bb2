"""Pages made to break a reader end soon, take little memory, and say what was wrong with them."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable

import pytest

from tests.clean.pages import BODY, FIRST, SECOND, cleaned, html, page, paragraphs
from twosource.clean import bounds, clean
from twosource.errors import UnreadablePage
from twosource.records import Media
from twosource.run.steps import clean_page
from twosource.settings import CleanSettings

MILLION = 1_000_000
SECONDS, MEGABYTES = 12, 400
"""Processor time, and memory beyond the page's own, that no page may take: several times what any takes."""
TEXT = "\n\n".join(BODY)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)

DEEP = "<div><span><table><tr><td>"
PAGES: dict[str, tuple[Media, Callable[[], str | bytes]]] = {
    "tags a million deep": ("html", lambda: html("<div>" * MILLION + MARKUP)),
    "inline tags a million deep": ("html", lambda: html("<b>" * MILLION + MARKUP)),
    "tables in tables": ("html", lambda: html(DEEP * (MILLION // 5) + MARKUP)),
    "entries in entries": ("html", lambda: html("<article><h2>Fog</h2><time>12:30</time>" * (MILLION // 5) + MARKUP)),
    "a list in lists": ("html", lambda: html("<ul><li>" * MILLION + MARKUP)),
    "tags a million deep in text": ("text", lambda: "<div>" * MILLION + TEXT),
    "100 MB of HTML": ("html", lambda: html(MARKUP * (100 * MILLION // len(MARKUP)))),
    "100 MB of text": ("text", lambda: f"{TEXT}\n\n" * (100 * MILLION // len(TEXT))),
    "100 MB in one line": ("text", lambda: f"{FIRST} " * (100 * MILLION // len(FIRST))),
    "a line of 10 MB without blanks": ("text", lambda: "a" * (10 * MILLION)),
    "a paragraph of 10 MB": ("html", lambda: html(f"<p>{'fog ' * (5 * MILLION // 2)}")),
    "a million short lines": ("text", lambda: "fog\n" * MILLION),
    "a million breaks": ("html", lambda: html("fog<br>" * MILLION)),
    "a million empty lines": ("text", lambda: "\n" * MILLION + TEXT),
    "10 MB of blanks": ("text", lambda: " " * (10 * MILLION) + TEXT),
    "an unclosed script": ("html", lambda: html(MARKUP + "<script>" + "var a=1;" * MILLION)),
    "a million unclosed scripts": ("text", lambda: TEXT + "<script>" * MILLION),
    "an unclosed comment": ("html", lambda: html(MARKUP + "<!--" + "fog " * MILLION)),
    "a million unclosed comments": ("html", lambda: html(MARKUP + "<!--" * MILLION)),
    "an attribute of a megabyte": ("html", lambda: html(f'<div title="{"fog " * (MILLION // 4)}">{MARKUP}</div>')),
    "a million attributes": ("html", lambda: html(f"<div {'a=1 ' * MILLION}>{MARKUP}</div>")),
    "a million entities": ("html", lambda: html(f"<p>{'&amp;' * MILLION}</p>{MARKUP}")),
    "a million entities in text": ("text", lambda: "&amp;" * MILLION + TEXT),
    "a million angles": ("html", lambda: html("<" * MILLION + MARKUP)),
    "data a million deep": (
        "html",
        lambda: html(MARKUP, f'<script type="application/ld+json">{"[" * MILLION}</script>'),
    ),
    "a million times of day": ("text", lambda: "12:30 Fog\n" * MILLION),
    "a million dates": ("text", lambda: "3 March 2021, " * (MILLION // 14) + TEXT),
    "NUL bytes all through": ("text", lambda: "\0" * MILLION),
    "NUL bytes between the letters": ("html", lambda: "\0".join(html(MARKUP))),
    "invalid UTF-8 all through": ("text", lambda: b"\xc3\x28\xff fog " * (MILLION // 8)),
}
CUT = {name for name in PAGES if name.startswith(("100 MB", "a line of 10", "a paragraph of 10", "a million short"))}


def taken(media: Media, content: Callable[[], str | bytes]) -> tuple[str, str, float, float]:
    """In a process of its own: what became of the page, its problem and notes, seconds and megabytes taken."""
    receiving, sending = multiprocessing.Pipe(duplex=False)

    def run() -> None:
        source = page(content(), media)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        try:
            article = clean(source)
            became = ("article" if article.text else "none", f"{article.problem} {[n.text for n in article.notes]}")
        except UnreadablePage as error:
            became = ("unreadable", str(error))
        seconds = time.process_time() - start
        sending.send((*became, seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024))

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    found: tuple[str, str, float, float] = receiving.recv() if receiving.poll(120) else ("lost", "", 120, 0)
    process.kill()
    process.join()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_bounded_in_time_and_memory(name: str) -> None:
    became, said, seconds, megabytes = taken(*PAGES[name])
    assert became in ("article", "none", "unreadable")
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    assert became == "article" or len(said.removeprefix("None")) > 20
    assert name not in CUT or "page cut" in said


def test_what_was_not_read_is_told_in_a_note_and_to_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_TAGS", 100)
    source = page(html(f"<article>{MARKUP}</article>{'<p>fog</p>' * 100}"), "html")
    _, article, told = clean_page(source, CleanSettings())
    assert article is not None and paragraphs(article)[: len(BODY)] == BODY
    assert "more than 100 tags" in article.notes[-1].text
    assert told is not None and told.kind == "cut" and "more than 100 tags" in told.message


def test_a_page_without_an_article_in_the_part_that_was_read_says_so() -> None:
    article = cleaned("<i></i>" * bounds.MAX_TAGS + TEXT)
    assert article.problem is not None and "in the part of this page that was read; page cut" in article.problem


def test_empty_lines_cost_no_text() -> None:
    assert paragraphs(cleaned("\n" * MILLION + TEXT)) == BODY


@pytest.mark.parametrize("name", ["utf-16", "shift_jis", "rot13", "no-such-thing", "ascii", "utf-7"])
def test_a_wrong_declaration_of_the_encoding_costs_no_text(name: str) -> None:
    body = f"<article>{MARKUP}<p>Søren Ångström’s café said so, too, and so did the mayor’s men.</p></article>"
    content = body.join(["<html><head><meta charset='CODE'></head><body>".replace("CODE", name), "</body></html>"])
    article = cleaned(content.encode(), "html")
    assert FIRST in article.text and SECOND in article.text


def test_a_few_bad_bytes_cost_only_themselves() -> None:
    damaged = (
        TEXT.replace("fog", "f\udcffg").encode("utf-8", "surrogateescape") + "\n\nSøren Ångström sagði: já.".encode()
    )
    assert SECOND in cleaned(damaged).text
    assert FIRST in cleaned(TEXT.replace("Norvik", "Nor\0vik")).text
