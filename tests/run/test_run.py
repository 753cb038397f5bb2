from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import twosource.clean
from twosource import run
from twosource.errors import UnreadablePage
from twosource.gather.files import make_page
from twosource.records import Given, Problem
from twosource.run import pool, steps
from twosource.run.versions import code_version
from twosource.settings import CleanSettings


def _square(number: int) -> int:
    return number * number


def _square_or_die(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def _lost(number: int, reason: str) -> int:
    assert "died" in reason
    return -number


def test_the_results_are_in_order_and_the_same_anywhere() -> None:
    expected = [number * number for number in range(100)]
    assert list(run.mapped(_square, range(100), 1, _lost)) == expected
    assert list(run.mapped(_square, range(100), 2, _lost)) == expected
    assert list(run.mapped(_square, [], 2, _lost)) == []


def test_an_item_that_kills_its_process_costs_that_item_alone() -> None:
    expected = [-13 if number == 13 else number * number for number in range(40)]
    assert list(run.mapped(_square_or_die, range(40), 2, _lost)) == expected


def test_items_are_not_all_taken_at_once() -> None:
    taken = 0

    def counted() -> Iterator[int]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    results = run.mapped(_square, counted(), 2, _lost)
    next(iter(results))
    assert taken <= 2 * pool.AHEAD * pool.CHUNK + pool.CHUNK


def test_few_items_are_done_here_and_a_wish_is_heeded() -> None:
    assert run.workers_for(5) == 1 and run.workers_for(5, 3) == 3 and run.workers_for(100_000, 1) == 1
    assert 1 <= run.workers_for(100_000) <= 8


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (UnreadablePage("binary", "no text at all"), "binary", "no text at all"),
        (ValueError("odd\nthing"), "crash", "ValueError: odd thing"),
        (RecursionError(), "crash", "RecursionError"),
        (MemoryError(), "crash", "MemoryError"),
    ],
)
def test_whatever_goes_wrong_in_a_page_is_its_problem(
    error: Exception, kind: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        raise error

    monkeypatch.setattr(twosource.clean, "clean", failing, raising=False)
    page = make_page("one.txt", "text", b"words", Given())
    name, article, problem = steps.clean_page(page, CleanSettings())
    assert (name, article) == (page.id, None) and isinstance(problem, Problem)
    assert (problem.source, problem.stage, problem.kind) == ("one.txt", "clean", kind)
    assert words in problem.message and "\n" not in problem.message


def test_the_version_of_the_code_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("clean/a.py", "compare/b.py", "data/words.txt", "records.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1")
    monkeypatch.setattr("twosource.run.versions.files", lambda _: tmp_path)

    def version(stage: str) -> str:
        code_version.cache_clear()
        return code_version(stage)

    before = version("clean")
    (tmp_path / "compare" / "b.py").write_text("2")
    assert version("clean") == before
    (tmp_path / "data" / "words.txt").write_text("2")
    assert version("clean") != before
    (tmp_path / "data" / "words.txt").write_text("1")
    assert version("clean") == before
    (tmp_path / "clean" / "c.py").touch()
    assert version("clean") != before
    code_version.cache_clear()


def test_the_collector_is_off_for_a_while_and_on_again_whatever_happens() -> None:
    with pytest.raises(ZeroDivisionError), run.uncollected():
        assert not gc.isenabled()
        assert 1 // 0
    assert gc.isenabled()
    gc.disable()
    try:
        with run.uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
