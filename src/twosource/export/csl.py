"""The pages as CSL-JSON, for reference managers (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""

from __future__ import annotations

import re
from typing import TextIO

import msgspec

from twosource.export.exporter import Exported, Exporter
from twosource.records import SourceView

DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def write_csl(story: Exported, stream: TextIO) -> None:
    """One list of `article-newspaper` items, in the order of the sources."""
    sources = [source for source in story.comparison.sources if not source.problem]
    items = [_item(source, story.address(source.article)) for source in sources]
    stream.write(msgspec.json.format(msgspec.json.encode(items), indent=1).decode() + "\n")


def _item(source: SourceView, address: str | None) -> dict[str, object]:
    facts = {
        "id": source.article,
        "type": "article-newspaper",
        "title": source.title,
        "container-title": source.outlet,
        "issued": _issued(source),
        "URL": address,
        "note": f"read from {source.source_file}" + (f"; credits {source.credit}" if source.credit else ""),
    }
    return {key: value for key, value in facts.items() if value}


def _issued(source: SourceView) -> dict[str, object] | None:
    """The stated day; where none is stated, what is known of it, as words."""
    if source.published and (found := DAY.match(source.published)):
        return {"date-parts": [[int(part) for part in found.groups() if part]]}
    return {"literal": source.date} if source.date else None


CSL = Exporter("csl", "CSL-JSON: the pages as references, for Zotero and its kin", write_csl)
