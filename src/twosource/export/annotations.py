"""Every receipt as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/), one JSON-LD object a line.

The body is the line of the timeline; the target is the sentence in the page, found in two ways: by a TextQuoteSelector
(its words and what stands around them) and by a TextPositionSelector, which counts the characters of the article's text
as twosource reads it. The source is the page's own address where it states one, else an id of ours.
"""

from __future__ import annotations

from typing import TextIO

import msgspec

from twosource.export.exporter import Exported, Exporter
from twosource.records import Report, TimelineItem

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write_annotations(story: Exported, stream: TextIO) -> None:
    """One annotation a report, a line each."""
    for item in story.comparison.timeline:
        for report in item.reports:
            stream.write(msgspec.json.encode(annotation(item, report, story.address(report.article))).decode() + "\n")


def annotation(item: TimelineItem, report: Report, address: str | None = None) -> dict[str, object]:
    """One receipt."""
    return {
        "@context": CONTEXT,
        "id": f"urn:twosource:receipt:{item.id}:{report.article}:{report.start}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": "urn:twosource", "type": "Software", "name": "twosource"},
        "body": {"type": "TextualBody", "value": item.headline, "format": "text/plain", "purpose": "describing"},
        "target": {"source": address or f"urn:twosource:article:{report.article}", "selector": selectors(report)},
    }


def selectors(report: Report) -> list[dict[str, object]]:
    """Where the quote stands: by its words, and by its place. Each alone says it (Web Annotation, 4.2)."""
    return [
        {"type": "TextQuoteSelector", "exact": report.quote, "prefix": report.prefix, "suffix": report.suffix},
        {"type": "TextPositionSelector", "start": report.start, "end": report.end},
    ]


ANNOTATIONS = Exporter("annotations", "W3C Web Annotations, one a line: every receipt, for annotation tools",
                       write_annotations)  # fmt: skip
