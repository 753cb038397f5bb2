from __future__ import annotations

from pathlib import Path

import pytest

from twosource import InputError
from twosource.gather.known import known_names
from twosource.settings import KnownName


def _list(folder: Path, text: str) -> Path:
    path = folder / "names"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_with_kinds_and_aliases(tmp_path: Path) -> None:
    text = "\ufeffId,Name,Kind,Aliases\nQ2,Harbour Bank,company,HB; The Bank\nQ1,Ann Holm,person,\n,Nobody,,\n"
    assert known_names(_list(tmp_path, text)) == (
        KnownName("Q1", ("Ann Holm",), "PERSON"),
        KnownName("Q2", ("Harbour Bank", "HB", "The Bank"), "ORG"),
    )


def test_follow_the_money_entities(tmp_path: Path) -> None:
    text = '{"id": "a", "schema": "Person", "properties": {"name": ["Ann Holm"], "alias": ["A. Holm"]}}\n\n'
    assert known_names(_list(tmp_path, text)) == (KnownName("a", ("Ann Holm", "A. Holm"), "PERSON"),)


@pytest.mark.parametrize("text", ["", "name,kind\nAnn,person\n", '{"id": "a"}\n', "{broken\n", "id,name\n"])
def test_what_is_no_list_is_said(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names"):
        known_names(_list(tmp_path, text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        known_names(tmp_path / "names")
