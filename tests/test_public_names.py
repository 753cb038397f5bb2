from __future__ import annotations

import tomllib
from pathlib import Path

import twosource
from twosource import errors

ROOT = Path(__file__).parents[1]


def test_every_error_is_public_and_of_one_tree() -> None:
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
    assert kinds <= set(twosource.__all__)
    assert all(issubclass(getattr(errors, name), twosource.TwosourceError) for name in kinds)


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert twosource.__version__ == project["version"]


def test_the_public_names_are_one_screen() -> None:
    assert len(Path(twosource.__file__).read_text(encoding="utf-8").splitlines()) <= 60
