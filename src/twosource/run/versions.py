"""Which code made a result: a hash of the code itself, so that no one has to remember to count a version up."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

SHARED = ("records.py", "data")
"""What every stage's result depends on beside its own folder."""
FURTHER = {"annotate": ("model",)}
"""What one stage's result depends on beside these."""


@cache
def code_version(stage: str) -> str:
    """Sixteen hexadecimal digits that change when the code or data of a stage's folder do."""
    root = files("twosource")
    digest = hashlib.sha256()
    for name in (stage, *SHARED, *FURTHER.get(stage, ())):
        _add(digest, name, root / name)
    return digest.hexdigest()[:16]


def _add(digest: hashlib._Hash, name: str, place: Traversable) -> None:
    if place.is_dir():
        for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
            if entry.name != "__pycache__":
                _add(digest, f"{name}/{entry.name}", entry)
    elif place.is_file():
        digest.update(f"{name}\n".encode())
        digest.update(place.read_bytes())
