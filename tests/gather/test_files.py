from __future__ import annotations

import hashlib
from pathlib import Path

from tests.gather.pages import gathered
from twosource.gather import SUFFIXES
from twosource.settings import GatherSettings


def test_a_page_is_kept_byte_for_byte_with_its_hash(tmp_path: Path) -> None:
    content = bytes(range(256))
    (tmp_path / "noise.TXT").write_bytes(content)
    (page,), problems = gathered(tmp_path)
    assert page.content == content and page.sha256 == hashlib.sha256(content).hexdigest()
    assert page.encoding is None and problems == []


def test_the_id_depends_on_the_bytes_and_the_media_and_not_on_the_place(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/two.md", "c/three.html", "d/four.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("other" if "four" in name else "words")
    a, b, c, d = ({page.id for page in gathered(tmp_path / folder)[0]} for folder in "abcd")
    assert a == b and len(a | c | d) == 3


def test_a_page_over_the_bound_is_left_out_unread(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_bytes(b"x" * 50_000_000)
    (tmp_path / "small.txt").write_text("words")
    pages, problems = gathered(tmp_path)
    assert [page.content for page in pages] == [b"words"]
    assert [(problem.kind, "50.0 MB" in problem.message) for problem in problems] == [("too large", True)]


def test_the_bound_is_a_setting_and_counts_bytes(tmp_path: Path) -> None:
    (tmp_path / "exact.txt").write_bytes(b"x" * 10)
    (tmp_path / "over.txt").write_bytes(b"x" * 11)
    pages, problems = gathered(tmp_path, settings=GatherSettings(max_page_bytes=10))
    assert [len(page.content) for page in pages] == [10] and len(problems) == 1


def test_an_empty_file_and_one_of_another_kind_are_a_line_each(tmp_path: Path) -> None:
    (tmp_path / "blank.html").write_bytes(b" \n")
    (tmp_path / "letter.docx").write_bytes(b"PK")
    (tmp_path / "README").write_text("words")
    pages, problems = gathered(tmp_path)
    assert pages == []
    assert [problem.kind for problem in problems] == ["not read", "empty", "not read"]
    assert all(suffix in problems[0].message for suffix in SUFFIXES)
    assert all("\n" not in problem.message for problem in problems)
