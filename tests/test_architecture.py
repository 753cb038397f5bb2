"""The shape of the program: which way imports go, what is public, how long a file is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import twosource

SOURCE = Path(twosource.__file__).parent
STAGES = ("gather", "clean", "annotate", "resolve", "compare", "export")
SHARED_BY_ALL = ("twosource.records", "twosource.errors", "twosource.settings")

MOST_LINES = 450
LONG = ("records.py",)
"""Every record type in one place is the point of this file."""

MAY_IMPORT = {
    **{stage: (*SHARED_BY_ALL, f"twosource.{stage}") for stage in STAGES},
    "store": (*SHARED_BY_ALL, "twosource.store"),
    "records.py": (),
    "errors.py": (),
    "settings.py": ("twosource.errors",),
}
"""What of ours each part may import. Those not named here (the main path, the commands) put the parts together."""

VERSION = {"store": {"twosource"}}
"""The store writes the version of the program into a story, and may ask the package for that."""

FILES = {str(path.relative_to(SOURCE)): path for path in sorted(SOURCE.rglob("*.py"))}


def imported(code: str, package: str) -> Iterator[str]:
    """The modules of ours that some code in `package` imports. What is taken from the bare package counts by name."""
    for node in ast.walk(ast.parse(code)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            above = parts[: len(parts) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "twosource" else [module]
        yield from (name for name in names if name.split(".")[0] == "twosource")


def strays(code: str, part: str) -> set[str]:
    """What code of a part imports of ours and may not."""
    allowed = MAY_IMPORT.get(part, ("twosource",))
    package = f"twosource.{part}" if not part.endswith(".py") else "twosource"
    return {
        name
        for name in imported(code, package)
        if not any(name == prefix or name.startswith(f"{prefix}.") for prefix in allowed)
        and name not in VERSION.get(part, ())
    }


@pytest.mark.parametrize("name", FILES)
def test_a_stage_imports_what_all_share_and_its_own_folder(name: str) -> None:
    assert strays(FILES[name].read_text(encoding="utf-8"), name.split("/")[0]) == set()


@pytest.mark.parametrize(
    ("code", "stray"),
    [
        ("from twosource.resolve import names", "twosource.resolve"),
        ("from twosource.resolve.names import entities", "twosource.resolve.names"),
        ("from ..resolve import names", "twosource.resolve"),
        ("from twosource import Story", "twosource.Story"),
        ("def late():\n    import twosource.store", "twosource.store"),
        ("import twosource", "twosource"),
    ],
)
def test_a_stray_import_is_seen(code: str, stray: str) -> None:
    assert strays(code, "compare") == {stray}


@pytest.mark.parametrize(
    "code", ["from twosource.records import Page", "from twosource import records", "from . import bonds", "import re"]
)
def test_what_all_share_is_no_stray(code: str) -> None:
    assert strays(code, "compare") == set()


def test_every_stage_is_there() -> None:
    assert [stage for stage in STAGES if f"{stage}/__init__.py" not in FILES] == []


@pytest.mark.parametrize("name", [name for name in FILES if name not in LONG])
def test_a_file_is_short_enough_to_read(name: str) -> None:
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_the_public_names_are_those_that_are_listed() -> None:
    tree = ast.parse(FILES["__init__.py"].read_text(encoding="utf-8"))
    bound = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__"
        for alias in node.names
    }
    listed = list(twosource.__all__)
    assert listed == sorted(set(listed))
    assert [name for name in listed if not hasattr(twosource, name)] == []
    assert {name for name in bound if not name.startswith("_")} <= set(listed)
