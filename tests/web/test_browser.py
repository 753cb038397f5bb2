"""The desk in Debian's chromium: what a person sees and does, with JavaScript and without; all requests stay here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import Watched, needs_chromium, served, sync_api
from tests.web.conftest import TOKEN
from twosource.web import application

pytestmark = needs_chromium
expect = sync_api.expect

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
PAGES = ("/timeline", "/findings", "/said", "/names", "/sources", "/map", "/search?q=explosion", "/problems", "/about")


def every_page(page: Any) -> tuple[str, ...]:
    """The addresses of all kinds of pages: the lists, and an event, an article, a name, a raw page."""
    page.goto("/timeline")
    event = page.locator(".told .headline").first.get_attribute("href")
    page.goto(event)
    article = page.locator(".report .where a").first.get_attribute("href").partition("#")[0]
    page.goto("/names")
    name = page.locator("tbody a").first.get_attribute("href")
    return (*PAGES, "/timeline?contested=1", event, article, f"{article.partition('?')[0]}/raw", name, "/build")


@pytest.fixture(scope="module")
def desk(example: Path) -> Iterator[str]:
    """The address of a desk to read."""
    with served(application(example)) as address:
        yield address


@pytest.fixture
def review_desk(example: Path, tmp_path: Path, patient: None) -> Iterator[str]:
    """The address of a desk on which people decide things."""
    path = tmp_path / "shipyard.db"
    path.write_bytes(example.read_bytes())
    with served(application(path, token=TOKEN, review=True)) as address:
        yield address


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
    expect(page.locator(".line")).not_to_have_count(every)
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
    for address in every_page(page):
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
def test_axe_finds_nothing_serious_on_any_page(browser: Any, review_desk: str, scheme: str) -> None:
    watched = Watched(browser, review_desk, color_scheme=scheme, bypass_csp=True)
    page = watched.page
    page.goto(f"/?token={TOKEN}")
    for address in (*every_page(page), "/review"):
        page.goto(address)
        page.evaluate(OPENED)
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        serious = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        told = [(address, one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in serious]
        assert told == []
    watched.close()


def test_nothing_runs_over_at_380_pixels(browser: Any, review_desk: str) -> None:
    watched = Watched(browser, review_desk, viewport={"width": 380, "height": 800})
    watched.page.goto(f"/?token={TOKEN}")
    for address in (*every_page(watched.page), "/review"):
        watched.page.goto(address)
        watched.page.evaluate(OPENED)
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 380, address
    watched.close()


def test_lists_answer_while_a_filter_is_filled_in(tab: Watched) -> None:
    page = tab.page
    page.goto("/names")
    page.evaluate("window.same = true")
    every = page.locator("tbody tr").count()
    page.get_by_label("Called").press_sequentially("khvor")
    page.wait_for_url("**q=khvor**")
    expect(page.locator("tbody tr")).not_to_have_count(every)
    some = page.locator("tbody tr").count()
    assert some and page.locator("#sum").inner_text().startswith(f"{some} name")
    assert page.get_by_label("Called").input_value() == "khvor" and page.evaluate("window.same"), "the page stayed"
    found = page.locator("tbody").inner_text()
    page.reload()
    assert page.locator("tbody").inner_text() == found, "its address gives the same"

    page.goto("/said")
    page.get_by_label("With the words").fill("yard")
    page.wait_for_url("**q=yard**")
    expect(page.locator(".said blockquote").filter(has_not_text=re.compile("yard", re.IGNORECASE))).to_have_count(0)
    assert page.locator(".said").count()

    page.goto("/search?q=explosion")
    page.locator("#find").fill("harbour")
    page.wait_for_url("**/search?q=harbour")
    expect(page.locator("h1")).to_contain_text("harbour")


def test_the_timeline_and_its_strip_follow_the_filters(tab: Watched) -> None:
    page = tab.page
    page.goto("/timeline")
    page.evaluate("window.same = true")
    every, bars = page.locator(".line").count(), page.locator(".strip a").count()
    page.locator(".filters summary").click()
    page.locator(".filters input[name=contested]").check()
    page.wait_for_url("**contested=1**")
    expect(page.locator(".line")).not_to_have_count(every)
    assert page.locator(".strip a").count() <= bars and page.locator(".strip .bar.contested").count()
    page.locator(".filters input[name=contested]").uncheck()
    expect(page.locator(".line")).to_have_count(every)
    page.locator(".filters input[name=start]").press_sequentially("2023-0")
    page.wait_for_timeout(500)
    assert page.locator(".line").count() == every, "half a date is not asked for"
    page.locator(".filters input[name=start]").fill("2023-06")
    page.locator(".filters input[name=end]").fill("2023-05")
    page.get_by_text("the first date is the later one").wait_for()
    assert page.locator(".filters input[name=start]").input_value() == "2023-06" and page.locator(".line").count()
    tab.bad = [one for one in tab.bad if "status of 400" not in one]
    page.locator(".filters input[name=end]").fill("2024")
    expect(page.locator("#notice")).to_have_text("")
    assert page.evaluate("window.same")
    box = page.locator(".strip svg").first.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.9 * box["width"], box["y"] + 20, steps=5)
    with page.expect_navigation():
        page.mouse.up()
    assert "start=" in page.url and page.evaluate("window.same") is None


@pytest.mark.parametrize("scripts", [True, False])
def test_two_names_are_merged_and_that_is_taken_back(browser: Any, review_desk: str, scripts: bool) -> None:
    watched = Watched(browser, review_desk, java_script_enabled=scripts)
    page = watched.page
    page.goto(f"/?token={TOKEN}")
    page.goto("/names?kind=PERSON")
    if scripts:
        page.evaluate("window.same = true")
    before = page.locator("tbody a").all_inner_texts()
    boxes = page.locator("tbody input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="These are one name").click()
    page.get_by_role("button", name="Undo").wait_for()
    page.wait_for_url("**decided=**")
    assert "are one" in page.locator("#notice").inner_text()
    if scripts:
        assert page.evaluate("window.same"), "in place"
    assert len(_names(page)) == len(before) - 1
    page.go_back()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken back.").wait_for()
    assert _names(page) == before
    page.goto("/review")
    assert page.get_by_text("taken back").count() == 1
    watched.close()


def test_what_cannot_be_decided_is_said_and_what_was_written_stays(browser: Any, review_desk: str) -> None:
    watched = Watched(browser, review_desk)
    page = watched.page
    page.goto(f"/?token={TOKEN}")
    page.locator(".headline").first.click()
    page.wait_for_url("**/events/*")
    page.locator(".decide summary").click()
    form = page.locator(".decide form:has(input[value=date])")
    form.locator("[name=value]").fill("soon")
    form.locator("[name=who]").fill("Ann")
    form.get_by_role("button").click()
    page.locator("#notice #told").wait_for()
    assert "soon" in page.locator("#told").inner_text() and form.locator("[name=value]").input_value() == "soon"
    watched.bad = [one for one in watched.bad if "status of 400" not in one]
    form.locator("[name=value]").fill("2023-05-02")
    form.get_by_role("button").click()
    page.get_by_role("button", name="Undo").wait_for()
    assert "by Ann" in page.locator(".facts").inner_text()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken back.").wait_for()
    assert "by Ann" not in page.locator(".facts").inner_text()
    watched.close()


def test_names_are_put_together_by_keyboard_alone(browser: Any, review_desk: str) -> None:
    watched = Watched(browser, review_desk)
    page = watched.page
    page.goto(f"/?token={TOKEN}")
    page.goto("/names?kind=PERSON")
    page.locator("tbody input[type=checkbox]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("tbody input:checked").count() == 2
    page.get_by_role("button", name="These are one name").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Undo").wait_for()
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Taken back.").wait_for()
    watched.close()


def _names(page: Any) -> list[str]:
    """The names that there are, once what was decided has been worked in."""
    page.goto("/names?kind=PERSON")
    while page.get_by_text("is being worked into the story").count():
        page.reload()
    names: list[str] = page.locator("tbody a").all_inner_texts()
    return names
