"""What the templates of the desk are given beside their records: filters and words (see `export/words.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from twosource.export.exporter import count, decided, marks, standing, tellers, who_says
from twosource.export.words import KINDS, KNOWN_BY, MARKS, day, file_name, shown

FINDINGS = {
    "dispute": "Disputes",
    "difference": "Differences",
    "revision": "Revisions",
    "agreement": "Agreements",
    "copy": "Copies",
}

FILTERS: dict[str, Callable[..., Any]] = {"shown": shown, "file_name": file_name, "day": day, "decided": decided}
GLOBALS: dict[str, Any] = {
    "count": count, "marks": marks, "standing": standing, "tellers": tellers, "who_says": who_says,
    "MARKS": MARKS, "KNOWN_BY": KNOWN_BY, "KINDS": KINDS, "FINDINGS": FINDINGS,
}  # fmt: skip
