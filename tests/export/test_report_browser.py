"""The report as it reaches people: opened from a file with the network off, read, followed, printed on A4."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import STRANGE, Watched, needs_chromium
from tests.export.story import exported, given, hostile
from tests.hostile_texts import HOST, TEXTS
from twosource.export.report import REPORT
from twosource.export.words import clipped

pytestmark = needs_chromium
A4 = (595, 842)
"""Points: 210 by 297 millimetres."""


def _opened(browser: Any, path: Path, written: str, **options: Any) -> Watched:
    """A file in a browser that has no network."""
    path.write_text(written, encoding="utf-8")
    watched = Watched(browser, path.as_uri(), offline=True, **options)
    watched.page.goto(path.as_uri())
    return watched


@pytest.fixture(scope="module")
def evil(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The report whose every word is hostile."""
    watched = _opened(browser, tmp_path_factory.mktemp("report") / "evil.html", exported(REPORT, hostile()))
    yield watched
    watched.close()


def test_it_opens_from_a_file_without_a_network_and_its_notes_lead_there_and_back(browser: Any, tmp_path: Path) -> None:
    watched = _opened(browser, tmp_path / "story.html", exported(REPORT))
    page = watched.page
    assert page.locator("h1").inner_text() == "The ferry"
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "", "its own style holds"
    assert page.evaluate("matchMedia('print').matches") is False
    page.locator("a.note").first.click()
    assert page.evaluate("location.hash") == "#s1" and page.locator("#s1").is_visible()
    page.locator("#s1 a[href^='#l']").first.click()
    assert re.fullmatch(r"#l\d+", page.evaluate("location.hash"))
    assert page.evaluate(STRANGE, HOST) == []
    watched.close()


@pytest.mark.parametrize(("width", "scheme"), [(380, "light"), (380, "dark"), (1200, "dark")])
def test_nothing_runs_over_and_no_colour_is_too_pale(browser: Any, tmp_path: Path, width: int, scheme: str) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "bypass_csp": True}
    watched = _opened(browser, tmp_path / "story.html", exported(REPORT), **options)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    watched.page.add_script_tag(path=str(Path(__file__).parents[1] / "web" / "vendor" / "axe.min.js"))
    found = watched.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [(one["id"], [node["html"] for node in one["nodes"][:4]]) for one in found["violations"]
               if one["impact"] in ("serious", "critical")]  # fmt: skip
    assert serious == []
    watched.close()


def test_it_prints_on_a4_with_its_notes(browser: Any, tmp_path: Path) -> None:
    watched = _opened(browser, tmp_path / "story.html", exported(REPORT, given()))
    made = watched.page.pdf(format="A4")
    watched.close()
    assert made.startswith(b"%PDF-")
    sheets = _sheets(made)
    assert 1 < len(sheets) < 8
    for sheet in sheets:
        assert [float(side) for side in sheet.mediabox[2:]] == pytest.approx(A4, abs=1.5)
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]  # a font may join f and i
    words = " ".join(" ".join(texts).split())
    for told in ("Machine-extracted, not verified", "Where the sources differ", "How to read this", "bay-post.invalid"):
        assert told in words
    notes = words[words.index("Numbered as they are first cited") :]
    assert 0 < notes.find("1 Ferry sinks") < notes.find("Cited in D1, D2; line 1") < notes.find("2 Loan promised")
    links = [mark.get_object() for sheet in sheets for mark in sheet.get("/Annots", [])]
    assert len([one for one in links if one["/Subtype"] == "/Link"]) >= 10, (
        "the notes lead to their sources on paper too"
    )
    assert not [one for one in links if "/A" in one and "/URI" in one["/A"]], "and nothing leads out"
    assert all(len(text.split()) > 30 for text in texts), "no sheet is left all but empty"


def test_the_hostile_report_runs_nothing_loads_nothing_and_shows_every_text(evil: Watched) -> None:
    assert evil.page.evaluate(STRANGE, HOST) == []
    words = " ".join(evil.page.evaluate("document.body.textContent").split())
    assert [text for text in TEXTS if clipped(text, 300).removesuffix(" …") not in words] == []


def test_the_hostile_report_is_followed_and_printed_like_any_other(evil: Watched) -> None:
    evil.page.locator("a.note").first.click()
    assert evil.page.evaluate("window.pwned") is None
    sheets = _sheets(evil.page.pdf(format="A4", page_ranges="1-9"))
    assert len(sheets) == 9
    links = [mark.get_object() for sheet in sheets for mark in sheet.get("/Annots", [])]
    assert links and not [one for one in links if "/A" in one and "/URI" in one["/A"]]


def _sheets(made: bytes) -> list[Any]:
    pypdf = pytest.importorskip("pypdf")
    return list(pypdf.PdfReader(io.BytesIO(made)).pages)
