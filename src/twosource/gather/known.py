"""Lists of names that the user has: a CSV, or FollowTheMoney entities (JSON Lines), as investigators keep them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from twosource.errors import InputError
from twosource.settings import KnownName

KINDS = {
    "PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "NORP": "NORP", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
    "COMPANY": "ORG", "PUBLICBODY": "ORG", "LEGALENTITY": "ORG", "PLACE": "LOC", "ADDRESS": "LOC",
}  # fmt: skip
"""What lists call kinds, FollowTheMoney's schemata among it; another word tells nothing."""
NAMES = ("name", "alias", "weakAlias", "previousName")
"""FollowTheMoney's properties that hold names."""


def known_names(path: Path) -> tuple[KnownName, ...]:
    """The names of a list, sorted by id. Raises InputError for a file that is none, naming the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise InputError(f"the list of names {path} cannot be read ({reason})") from error
    read = _entities if text.lstrip()[:1] == "{" else _rows
    found = tuple(sorted(read(path, text), key=lambda one: one.id))
    if not found:
        raise InputError(f"no name in {path}: a CSV has the columns id and name; FollowTheMoney one entity a line")
    return found


def _rows(path: Path, text: str) -> Iterator[KnownName]:
    try:
        rows = csv.DictReader(text.splitlines(), delimiter="\t" if "\t" in text.partition("\n")[0] else ",")
        columns = [(column or "").strip().casefold() for column in rows.fieldnames or ()]
        if not {"id", "name"} <= set(columns):
            raise InputError(f"{path} has no columns id and name: its first line is {', '.join(columns) or 'empty'}")
        rows.fieldnames = columns
        for row in rows:
            others = (row.get("aliases") or "").replace("|", ";").split(";")
            yield from _known(row["id"] or "", [row["name"] or "", *others], row.get("kind") or "")
    except csv.Error as error:
        raise InputError(f"{path} is no CSV ({error})") from error


def _entities(path: Path, text: str) -> Iterator[KnownName]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            properties = entity["properties"]
            names = [str(name) for key in NAMES for name in properties.get(key, ())]
            yield from _known(str(entity["id"]), names, str(entity.get("schema", "")))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(f"{path}, line {number} is no FollowTheMoney entity: id, schema, properties") from error


def _known(known_id: str, names: Sequence[str], kind: str) -> Iterator[KnownName]:
    kept = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if known_id.strip() and kept:
        yield KnownName(known_id.strip(), kept, KINDS.get(kind.strip().upper()))
