from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.gather.pages import gathered
from twosource.errors import InputError
from twosource.gather import gather, labels


def test_a_folder_is_read_to_its_leaves_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/.hidden.txt", ".git/x.txt", "A.md"):
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).write_text(f"words of {name}")
    pages, problems = gathered(tmp_path / "pages")
    assert [page.source for page in pages] == ["pages/A.md", "pages/a/z.html", "pages/b.txt"]
    assert [page.media for page in pages] == ["text", "html", "text"]
    assert problems == []


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("the same")
    (tmp_path / "two.txt").write_text("the same")
    (tmp_path / "three.txt").write_text("other words")
    paths = [tmp_path / name for name in ("two.txt", "one.txt", "three.txt")]
    assert gathered(*paths) == gathered(*reversed(paths)) == gathered(*paths, *paths)


def test_a_file_named_twice_is_read_once_and_is_no_duplicate(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("words")
    pages, problems = gathered(tmp_path, tmp_path / "one.txt")
    assert len(pages) == 1 and problems == []


def test_the_same_bytes_twice_are_one_page_and_a_duplicate(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("the same words")
    pages, problems = gathered(tmp_path)
    assert [page.source.rpartition("/")[2] for page in pages] == ["one.txt"]
    assert [(problem.kind, problem.source.rpartition("/")[2]) for problem in problems] == [("duplicate", "two.txt")]
    assert "one.txt" in problems[0].message


def test_the_source_does_not_tell_where_the_folder_lies(tmp_path: Path) -> None:
    (tmp_path / "home" / "ann" / "pages").mkdir(parents=True)
    (tmp_path / "home" / "ann" / "pages" / "one.txt").write_text("words")
    (page,), _ = gathered(tmp_path / "home" / "ann" / "pages")
    assert page.source == "pages/one.txt"


def test_paths_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(folder)
    assert list(labels([tmp_path / "south" / "one.txt", tmp_path / "north" / "one.txt"])) == [
        "north/one.txt",
        "south/one.txt",
    ]


def test_a_path_that_is_not_there_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file or folder at .*nowhere.*spelled"):
        gather([tmp_path / "nowhere"])


def test_an_empty_folder_a_broken_link_and_a_socket_are_a_line_each(tmp_path: Path) -> None:
    (tmp_path / "empty" / "inside").mkdir(parents=True)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        pages, problems = gathered(*sorted(tmp_path.iterdir()))
    assert pages == []
    assert [(problem.source, problem.kind) for problem in problems] == [
        ("broken.txt", "unreadable"),
        ("empty/inside", "empty"),
        ("pipe.txt", "not a file"),
        ("s.txt", "not a file"),
    ]


def test_links_to_folders_are_not_followed_and_named(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text("words")
    (tmp_path / "pages" / "again").symlink_to(tmp_path / "pages")
    pages, problems = gathered(tmp_path / "pages")
    assert [page.source for page in pages] == ["pages/one.txt"]
    assert [(problem.source, problem.kind) for problem in problems] == [("pages/again", "link")]


def test_a_folder_that_cannot_be_listed_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("locked/one.txt", "open/two.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name)
    listing = os.scandir

    def guarded(folder: Path) -> object:
        if Path(folder).name == "locked":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    pages, problems = gathered(tmp_path)
    assert [page.content for page in pages] == [b"open/two.txt"]
    assert [(problem.source, problem.kind) for problem in problems] == [(f"{tmp_path.name}/locked", "unreadable")]
    assert "Permission denied" in problems[0].message


def test_a_file_that_cannot_be_opened_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked.txt").write_text("words")
    opening = Path.open

    def guarded(path: Path, *rest: object) -> object:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return opening(path, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    pages, problems = gathered(tmp_path)
    assert pages == [] and [problem.kind for problem in problems] == ["unreadable"]


def test_a_name_that_is_no_unicode_can_be_stored(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("words")
    (page,), _ = gathered(tmp_path)
    assert page.source.encode("utf-8").decode() == page.source
