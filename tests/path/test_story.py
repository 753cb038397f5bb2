from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.stages import Calls
from twosource import InputError, NothingToRead, Settings, StoreError, Story
from twosource.settings import CompareSettings


def _build(folder: Path, into: Path, **options: object) -> Story:
    with Story.build([folder], into, **options):  # type: ignore[arg-type]
        pass
    return Story.open(into)


def test_the_story_of_some_pages(stages: Calls, pages: Path, tmp_path: Path) -> None:
    story = _build(pages, tmp_path / "story.db")
    assert [(item.headline, len(item.reports)) for item in story.timeline()] == [
        ("The ferry sank", 2),
        ("The mayor wept", 1),
    ]
    assert [source.source_file for source in story.sources()[-2:]] == ["pages/wall.html", "pages/worse.txt"]
    assert story.counts() == (6, 3, 2, 3, 5)
    assert story.names()[0].aliases == ("Ann Holm", "Anne Holm") and story.entities()[0].name == "The Ferry"
    assert story.findings() == story.comparison().findings and story.attributions()[0].cue == "said"


def test_what_cannot_be_read_is_one_line_each_and_the_rest_goes_on(stages: Calls, pages: Path, tmp_path: Path) -> None:
    problems = _build(pages, tmp_path / "story.db").problems()
    assert [(problem.source, problem.stage, problem.kind) for problem in problems] == [
        ("pages/bad.txt", "clean", "crash"),
        ("pages/noise.txt", "clean", "binary"),
        ("pages/rows.jsonl#2", "gather", "unreadable"),
        ("pages/wall.html", "clean", "no article"),
        ("pages/worse.txt", "annotate", "crash"),
    ]
    assert "ZeroDivisionError" in problems[0].message and "KeyError: 'lemma'" in problems[4].message


def test_a_second_build_does_nothing_again(stages: Calls, pages: Path, tmp_path: Path) -> None:
    first = _build(pages, tmp_path / "story.db")
    before = (first.timeline(), first.problems(), first.counts())
    cleaned, annotated = list(stages.cleaned), list(stages.annotated)
    again = _build(pages, tmp_path / "story.db")
    assert (stages.cleaned, stages.annotated, len(stages.resolved)) == (cleaned, annotated, 1)
    assert (again.timeline(), again.problems(), again.counts()) == before


def test_more_pages_are_added_and_only_they_are_read(stages: Calls, pages: Path, tmp_path: Path) -> None:
    _build(pages, tmp_path / "story.db")
    stages.cleaned.clear()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "two.txt").write_text("The mayor wept.")
    (tmp_path / "more" / "same.txt").write_text("The ferry sank. The mayor wept.")
    story = _build(tmp_path / "more", tmp_path / "story.db")
    assert stages.cleaned == ["more/two.txt"]
    assert [len(item.reports) for item in story.timeline()] == [2, 2]
    assert [(p.source, p.kind) for p in story.problems() if p.source.startswith("more")] == [
        ("more/same.txt", "duplicate")
    ]


def test_pages_added_in_parts_are_the_same_story(stages: Calls, pages: Path, tmp_path: Path) -> None:
    for path in sorted(pages.iterdir(), reverse=True):
        Story.build([path], tmp_path / "parts.db").close()
    parts, whole = Story.open(tmp_path / "parts.db"), _build(pages, tmp_path / "whole.db")
    assert [item.id for item in parts.timeline()] == [item.id for item in whole.timeline()]
    assert [article.text for article in parts.articles()] == [article.text for article in whole.articles()]


@pytest.mark.parametrize("stage", ["clean", "annotate", "resolve"])
def test_a_build_that_was_stopped_goes_on(
    stage: str,
    stages: Calls,
    pages: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import twosource.annotate
    import twosource.clean
    import twosource.resolve

    module = {"clean": twosource.clean, "annotate": twosource.annotate, "resolve": twosource.resolve}[stage]
    whole = getattr(module, stage)
    asked: list[object] = []

    def stopped(*parts: object, **named: object) -> object:
        asked.append(parts)
        if len(asked) == (1 if stage == "resolve" else 2):
            raise KeyboardInterrupt
        return whole(*parts, **named)

    monkeypatch.setattr(module, stage, stopped)
    with pytest.raises(KeyboardInterrupt):
        _build(pages, tmp_path / "story.db")
    with Story.open(tmp_path / "story.db") as half, pytest.raises(StoreError, match="not finished"):
        half.timeline()
    monkeypatch.setattr(module, stage, whole)
    done = set(stages.cleaned), set(stages.annotated)
    stages.cleaned.clear()
    stages.annotated.clear()
    with Story.build([], tmp_path / "story.db") as story:
        assert [item.headline for item in story.timeline()] == ["The ferry sank", "The mayor wept"]
    assert not done[0] & set(stages.cleaned) and not done[1] & set(stages.annotated)


def test_what_was_made_by_other_settings_or_code_is_made_again(
    stages: Calls,
    pages: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _build(pages, tmp_path / "story.db")
    owners = Settings(compare=CompareSettings(same_owner=(("Bay Post", "Bay Mail"),)))
    _build(pages, tmp_path / "story.db", settings=owners)
    assert len(stages.resolved) == 2 and len(stages.cleaned) == 6
    assert _build(pages, tmp_path / "story.db").settings == owners, "settings are kept with the story"
    assert len(stages.resolved) == 2
    monkeypatch.setattr("twosource.story.code_version", lambda stage: f"another {stage}")
    story = _build(pages, tmp_path / "story.db")
    assert len(stages.cleaned) == 12 and len(stages.annotated) == 6 and story.counts() == (6, 3, 2, 3, 5)


def test_a_problem_that_was_put_right_is_gone(stages: Calls, pages: Path, tmp_path: Path) -> None:
    _build(pages, tmp_path / "story.db")
    (pages / "rows.jsonl").write_text((pages / "rows.jsonl").read_text().replace("{broken", '{"text": "It rained."}'))
    story = _build(pages, tmp_path / "story.db")
    assert "pages/rows.jsonl#2" not in {problem.source for problem in story.problems()}
    assert "It rained" in {item.headline for item in story.timeline()}


def test_nothing_to_read_says_what_was_found_and_doctor_still_knows(stages: Calls, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead, match="empty: no file in this folder"):
        _build(tmp_path / "empty", tmp_path / "story.db")
    assert [problem.kind for problem in Story.open(tmp_path / "story.db").problems()] == ["empty"]


def test_a_wrong_path_makes_no_file(stages: Calls, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        _build(tmp_path / "nowhere", tmp_path / "story.db")
    assert not (tmp_path / "story.db").exists()


def test_progress_is_told_stage_by_stage(stages: Calls, pages: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    Story.build([pages], tmp_path / "story.db", progress=lambda *step: told.append(step)).close()
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["gather", "clean", "annotate", "resolve", "compare"]
    assert ("clean", 6, 6) in told and ("annotate", 3, 3) in told


def test_a_finished_story_is_one_file_that_needs_no_writing(stages: Calls, pages: Path, tmp_path: Path) -> None:
    _build(pages, tmp_path / "story.db").close()
    assert [path.name for path in tmp_path.glob("story*")] == ["story.db"]
    (tmp_path / "story.db").chmod(0o444)
    assert Story.open(tmp_path / "story.db").timeline()


def test_every_page_is_kept_with_its_bytes(stages: Calls, pages: Path, tmp_path: Path) -> None:
    _build(pages, tmp_path / "story.db").close()
    kept = {row[0] for row in sqlite3.connect(tmp_path / "story.db").execute("SELECT content FROM pages")}
    assert b"\0\1\2" in kept and b"We use cookies." in kept


def test_a_story_may_lie_among_its_pages(stages: Calls, pages: Path) -> None:
    for _ in range(2):
        story = _build(pages, pages / "story.db")
        assert len(story.timeline()) == 2 and len(story.problems()) == 5


def test_one_path_needs_no_list(stages: Calls, pages: Path, tmp_path: Path) -> None:
    with Story.build(str(pages / "one.txt"), tmp_path / "story.db") as story:
        assert [article.source_file for article in story.articles()] == ["one.txt"]
