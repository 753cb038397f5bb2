"""The timeline as a Markdown document, every line with its receipts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from twosource.export.exporter import Exported, Exporter, marks, standing, who_says
from twosource.records import Finding, Report, TimelineItem


def write_markdown(story: Exported, stream: TextIO) -> None:
    """A heading a day, an entry an item, a quotation a report."""
    stream.write("# Timeline\n")
    day = None
    for item in story.comparison.timeline:
        if item.date_text != day:
            day = item.date_text
            stream.write(f"\n## {plain(day)}\n")
        stream.writelines(f"{line}\n" for line in _item(item))


MARKUP = re.compile(r"[\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_])|^(?:[#>=+-]|\d+(?=[.)]))")
"""What Markdown reads as markup: anywhere, at the edge of a word, or at the start of a line."""


def plain(text: str) -> str:
    """Text of a page as Markdown that shows just these characters: no markup, no link, no HTML, on one line."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    escaped = MARKUP.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", words)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace("://", ":&#8203;//")


def _item(item: TimelineItem) -> Iterator[str]:
    notes = ", ".join(word for word in (standing(item), *marks(item)) if word)
    yield f"\n### {plain(item.headline)}\n"
    facts = (who_says(item), notes, f"date: {item.date_reason}" if item.date_reason else "")
    yield " · ".join(plain(fact) for fact in facts if fact) + "\n"
    for report in item.reports:
        yield from _report(report)
    for finding in item.findings:
        yield from _finding(finding)


def _report(report: Report) -> Iterator[str]:
    where = " · ".join(plain(part) for part in (report.outlet, report.source_file, report.published) if part)
    cited = f" · citing {plain(report.attributed_to)}" if report.attributed_to else ""
    yield f"> {plain(report.quote)}  \n> — {where}{cited}\n"


def _finding(finding: Finding) -> Iterator[str]:
    yield f"- **{finding.kind}** ({plain(finding.about)}): {plain(finding.reason)}"
    for side in finding.sides:
        yield f"    - {plain(side.value)} — {plain(side.attributed_to or side.outlet or side.source_file)}"
    yield ""


MARKDOWN = Exporter("markdown", "a document to read and to send, with all receipts", write_markdown)
