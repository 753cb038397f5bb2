from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from tests.gather.pages import gathered
from twosource.settings import GatherSettings


def _zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_members_are_pages_and_rows_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    members = {
        "b/two.html": b"<p>Two.</p>",
        "a.jsonl": json.dumps({"text": "One."}).encode(),
        "b/.DS_Store": b"x",
        "__MACOSX/b/two.html": b"x",
        "b/": b"",
        "picture.png": b"x",
    }
    pages, problems = gathered(_zipped(tmp_path / "old.zip", members))
    assert [page.source for page in pages] == ["old.zip/a.jsonl#1", "old.zip/b/two.html"]
    assert [(problem.source, problem.kind) for problem in problems] == [("old.zip/picture.png", "not read")]


def test_a_path_that_leads_out_of_the_archive_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    pages, problems = gathered(_zipped(tmp_path / "inside" / "old.zip", {"../../evil.txt": b"x", "/abs.txt": b"y"}))
    assert {page.content for page in pages} == {b"x", b"y"} and problems == []
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["inside", "old.zip"]


def test_an_archive_made_to_explode_is_stopped(tmp_path: Path) -> None:
    bomb = _zipped(tmp_path / "bomb.zip", {f"{number}.txt": b"0" * 1_000_000 for number in range(50)})
    pages, problems = gathered(bomb, settings=GatherSettings(max_archive_bytes=3_500_000))
    assert len(pages) == 1, "the pages are the same"
    assert [problem.kind for problem in problems] == ["duplicate", "duplicate", "too large", "too large"]
    assert problems[-1].source == "bomb.zip"


def test_a_member_over_the_bound_is_not_unpacked_whole(tmp_path: Path) -> None:
    path = _zipped(tmp_path / "old.zip", {"big.txt": b"0" * 30_000_000, "small.txt": b"words"})
    pages, problems = gathered(path, settings=GatherSettings(max_archive_bytes=12_000_000))
    assert [page.content for page in pages] == [b"words"]
    assert [(problem.source, problem.kind) for problem in problems] == [("old.zip/big.txt", "too large")]


def test_archives_inside_archives_are_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("one.txt", "words")
    pages, problems = gathered(_zipped(tmp_path / "outer.zip", {"inner.zip": inner.getvalue()}))
    assert pages == [] and [problem.kind for problem in problems] == ["nested archive"]


def test_damaged_archives_are_one_problem_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    whole = _zipped(tmp_path / "a.zip", {"one.txt": b"words " * 500, "two.txt": b"other words"}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[:-30])
    (tmp_path / "none.zip").write_bytes(b"no archive at all")
    (tmp_path / "bent.zip").write_bytes(whole[:45] + b"\xff\xff\xff" + whole[48:])
    (tmp_path / "z.txt").write_text("the rest")
    pages, problems = gathered(tmp_path)
    assert pages[-1].content == b"the rest"
    kinds = {problem.source.partition("/")[2]: problem.kind for problem in problems if problem.kind != "duplicate"}
    assert kinds == {"cut.zip": "damaged", "none.zip": "damaged", "bent.zip/one.txt": "damaged"}


def test_a_member_with_a_password_is_one_problem(tmp_path: Path) -> None:
    content = bytearray(_zipped(tmp_path / "a.zip", {"one.txt": b"words"}).read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    pages, problems = gathered(tmp_path)
    assert pages == [] and [problem.kind for problem in problems] == ["encrypted"]


def test_an_archive_of_nothing_is_one_problem(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as archive:
        archive.writestr("folder/", "")
    _, problems = gathered(tmp_path)
    assert [(problem.source[-8:], problem.kind) for problem in problems] == [("none.zip", "empty")]
