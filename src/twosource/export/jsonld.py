"""The story as schema.org JSON-LD: Event, NewsArticle, Quotation and Claim; never ClaimReview, which is a verdict."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TextIO

import msgspec

from twosource.export.edtf import bounds
from twosource.export.exporter import Exported, Exporter, standing, who_says
from twosource.records import AttributionView, Finding, NameView, SourceView, TimelineItem

Node = dict[str, object]
Names = Mapping[str, str]
"""The id in the graph of a name, by the name as shown."""
STATUS = {"planned": "https://schema.org/EventScheduled"}
"""Of our statuses the one for which schema.org has a word."""
KINDS = {"PERSON": "Person", "ORG": "Organization", "LOC": "Place"}
IN_COUNTRY = {"ORG": "areaServed", "LOC": "containedInPlace"}
"""The property by which a body's country is told, and that of a capital which speaks for it."""
SPEAKING = ("PERSON", "ORG")
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
"""An ISO 8601 date, whole or cut short, as schema.org's Date."""


def write_jsonld(story: Exported, stream: TextIO) -> None:
    """One document with a graph of everything."""
    told = story.comparison
    names = {name.name: _id("name", name.id) for name in told.names if name.kind in KINDS}
    speakers = {name.name: _id("name", name.id) for name in told.names if name.kind in SPEAKING}
    graph = [
        *(_article(source, story.address(source.article)) for source in told.sources if not source.problem),
        *(_name(name, frozenset(names.values())) for name in told.names if name.kind in KINDS),
        *(_event(item, names) for item in told.timeline),
        *(_quotation(one, speakers) for one in told.attributions if one.kind == "speech" and one.manner == "direct"),
        *(claim for finding in told.findings for claim in _claims(finding, speakers)),
    ]
    document = {"@context": "https://schema.org", "@graph": [_full(node) for node in graph]}
    stream.write(msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n")


def _full(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _id(kind: str, of: str) -> str:
    return f"urn:twosource:{kind}:{of}"


def _article(source: SourceView, address: str | None) -> Node:
    return {
        "@type": "NewsArticle",
        "@id": _id("article", source.article),
        "headline": source.title,
        "url": address,
        "datePublished": source.published,
        "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
        "creditText": source.credit,
        "wordCount": source.words,
        "isBasedOn": [{"@id": _id("article", one)} for one in source.copies_from],
    }


def _name(name: NameView, known: Collection[str]) -> Node:
    others = [alias for alias in name.aliases if alias != name.name]
    return {
        "@type": KINDS[name.kind],
        "@id": _id("name", name.id),
        "name": name.name,
        "alternateName": others,
        IN_COUNTRY.get(name.kind, ""): _country(name, known),
    }


def _country(name: NameView, known: Collection[str]) -> Node | None:
    """The country that a name is tied to: the graph's own node, where it has one."""
    tie = name.country
    if tie is None:
        return None
    node = _id("name", tie.entity or "")
    return _full({"@type": "Country", "@id": node if node in known else None, "name": tie.name, "identifier": tie.code})


def _event(item: TimelineItem, names: Names) -> Node:
    first, last = (item.date, None) if DATE.fullmatch(item.date) else bounds(item.date)
    told = (item.date_text, item.date_reason, standing(item), who_says(item))
    return {
        "@type": "Event",
        "@id": _id("event", item.id),
        "name": item.headline,
        "description": "; ".join(word for word in told if word),
        "startDate": first,
        "endDate": last,
        "eventStatus": STATUS.get(item.status),
        "about": [{"@id": names[name]} for name in item.participants if name in names],
        "location": {"@type": "Place", "name": item.place} if item.place else None,
        "subjectOf": [{"@id": _id("article", one)} for one in dict.fromkeys(r.article for r in item.reports)],
    }


def _who(name: str | None, speakers: Names) -> object:
    """A speaker of the graph where the story knows one; else the page's words: what they are is not guessed."""
    return {"@id": speakers[name]} if name and name in speakers else name


def _quotation(one: AttributionView, speakers: Names) -> Node:
    return {
        "@type": "Quotation",
        "@id": _id("quotation", f"{one.article}:{one.start}"),
        "text": one.content,
        "spokenByCharacter": _who(one.source_name or one.source, speakers),
        "isPartOf": {"@id": _id("article", one.article)},
    }


def _claims(finding: Finding, speakers: Names) -> Iterator[Node]:
    """Each side of a dispute, as a claim of whoever made it."""
    for number, side in enumerate(finding.sides if finding.kind == "dispute" else ()):
        yield {
            "@type": "Claim",
            "@id": _id("claim", f"{finding.id}:{number}"),
            "text": side.quote,
            "claimInterpreter": _who(side.attributed_to, speakers),
            "appearance": {"@id": _id("article", side.article)},
        }


JSONLD = Exporter("jsonld", "schema.org JSON-LD: articles, events, quotations, claims", write_jsonld)
