from __future__ import annotations

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)


def test_files_of_others_are_as_they_were_published() -> None:
    rows = ROW.findall((ROOT / "docs" / "vendored.md").read_text(encoding="utf-8"))
    assert len(rows) == 3
    for name, digest in rows:
        assert hashlib.sha256((ROOT / name).read_bytes()).hexdigest() == digest, name
