"""Building from the desk: in a process of its own, the page says how far it is, nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from tests.browsing import Watched, needs_chromium, served
from tests.web import fake_builds
from tests.web.conftest import TOKEN, Client
from twosource import Story
from twosource.web import application, building
from twosource.web.building import STOPPED, Build

PAGE = (
    "Ferry runs aground\n\nOSTRAVA BAY, 3 February 2031 (Bay Post) - The ferry Solveig ran aground on Monday. "
    'Mayor Ann Holm said on Tuesday: "Nobody was hurt." The harbour board closed the port on 4 February 2031.\n'
)
OURS = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}


def wait(until: Callable[[], object], seconds: float = 120) -> None:
    """Until it is so."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(PAGE)
    return folder


def test_a_story_that_is_not_there_yet_is_built_while_the_desk_says_how_far_it_is(pages: Path, tmp_path: Path) -> None:
    story = tmp_path / "ferry.db"
    app = application(story, add=[pages])
    with TestClient(app, base_url="http://127.0.0.1") as reader:
        came = reader.get("/timeline")
        assert came.url.path == "/build" and came.status_code == 200
        assert 'hx-trigger="every 1s"' in came.text and '<noscript><meta http-equiv="refresh"' in came.text
        assert reader.get("/api/timeline").status_code == 503
        assert reader.post("/review/pages", headers=OURS).status_code == 404, "only what the command line names is read"
        wait(lambda: not app.state.desk.build.is_on())
        done = reader.get("/build").text
        assert "Done: 1 article from 1 page." in done and "hx-trigger" not in done.partition('id="progress"')[2]
        assert [step.label for step in app.state.desk.build.steps()] == list(building.STAGES.values())
        assert "ran aground" in reader.get("/timeline").text
    with Story.open(story) as built:
        assert built.is_finished()


def test_why_nothing_could_be_built_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    app = application(tmp_path / "none.db", add=[tmp_path / "empty"])
    with TestClient(app, base_url="http://127.0.0.1") as reader:
        wait(lambda: not app.state.desk.build.is_on())
        assert "no page to read" in reader.get("/timeline").text


def test_it_is_stopped_as_by_ctrl_c_and_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_build", fake_builds.slow)
    settled: list[int] = []
    build = Build(tmp_path / "x.db", lambda: settled.append(1))
    assert build.start([]) and not build.start([])
    wait(lambda: len(build.steps()) == 2)
    assert build.steps()[0][1:] == (3, None)
    build.stop()
    wait(lambda: not build.is_on())
    assert build.error == fake_builds.STOPPED and settled == [], "what was not whole is not worked in"
    build.stop()
    assert build.start([])
    build.stop()
    wait(lambda: not build.is_on())


def test_a_process_that_dies_is_a_build_that_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_build", fake_builds.dying)
    build = Build(tmp_path / "x.db", lambda: None)
    build.start([])
    wait(lambda: not build.is_on())
    assert build.error == STOPPED


def test_the_desk_ends_its_build_when_it_ends(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_build", fake_builds.slow)
    app = application(example, add=[tmp_path])
    with TestClient(app, base_url="http://127.0.0.1") as reader:
        assert "Pages are being read" in reader.get("/timeline").text, "the story as it was"
        process = app.state.desk.build._process
    assert not process.is_alive()


def test_files_from_the_browser_are_read_and_not_kept(reviewer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_build", fake_builds.listing)
    build: Build = reviewer.app.state.desk.build
    sent = [("pages", ("../one.txt", b"first")), ("pages", ("one.txt", b"second"))]
    assert reviewer.post("/review/pages", files=sent, headers=OURS).url.path == "/build"
    wait(lambda: not build.is_on())
    assert build.error == "given one.txt=first; one.txt=second for shipyard.db"
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert reviewer.post("/review/pages", files=sent, headers=headers).status_code == 403


def test_a_decision_made_meanwhile_is_kept_for_when_all_is_read(
    reviewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_build", fake_builds.slow)
    desk = reviewer.app.state.desk
    item = reviewer.get("/api/timeline").json()["items"][0]
    before = desk.view().made_by
    desk.build.start([])
    data = {"do": "note", "value": "seen", "who": "Ann"}
    answer = reviewer.post(f"/review/events/{item['id']}", data=data, headers=OURS)
    assert answer.url.path == "/review" and desk.view().made_by == before
    assert "seen" in answer.text and "Undo" in answer.text and "Take back" in answer.text
    desk.build.stop()
    wait(lambda: not desk.build.is_on())
    desk.settle().result()
    assert desk.view().made_by != before and "seen" in reviewer.get(f"/events/{item['id']}").text


@needs_chromium
@pytest.mark.parametrize("scripts", [True, False])
def test_a_person_adds_a_page_and_watches(
    browser: Any, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scripts: bool
) -> None:
    monkeypatch.setattr(building, "_build", fake_builds.steady)
    path = tmp_path / "shipyard.db"
    path.write_bytes(example.read_bytes())
    with served(application(path, token=TOKEN, review=True)) as desk:
        watched = Watched(browser, desk, java_script_enabled=scripts)
        page = watched.page
        page.goto(f"/?token={TOKEN}")
        page.get_by_role("link", name="Add pages").click()
        page.locator("input[type=file]").set_input_files(
            [{"name": "ferry.txt", "mimeType": "text/plain", "buffer": PAGE.encode()}]
        )
        page.get_by_role("button", name="Read them").click()
        page.locator("progress").nth(1).wait_for(timeout=60_000)
        page.get_by_text("Done:").wait_for(timeout=60_000)
        assert page.locator("progress").count() == 5
        page.get_by_role("link", name="To the timeline").click()
        page.wait_for_url("**/timeline")
        watched.close()
