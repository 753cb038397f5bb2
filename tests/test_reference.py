from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from twosource.records import Article, TimelineItem

DOCS = Path(__file__).parents[1] / "docs"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()


@pytest.mark.parametrize("name", sorted(SCRIPT.FILES))
def test_the_reference_is_what_the_code_says(name: str) -> None:
    written = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert written == SCRIPT.FILES[name](), "run: python docs/make_reference.py"


def test_the_reference_has_no_file_that_is_not_made() -> None:
    assert {path.name for path in (DOCS / "reference").iterdir()} == set(SCRIPT.FILES)


def test_the_schema_names_every_field() -> None:
    defined = json.loads(SCRIPT.schema())["$defs"]
    for kind in (Article, TimelineItem):
        assert list(defined[kind.__name__]["properties"]) == list(kind.__struct_fields__)
    assert "Judgement" in defined and "Hit" in defined
