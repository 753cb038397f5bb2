"""Entities and events in FollowTheMoney's model (https://followthemoney.tech), a JSON object a line, for Aleph.

People and organisations become Person and Organization; pages become Article; items become Event, with whom they
involve and which pages prove them. Only properties of the model's published schemata are written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

import msgspec

from twosource.export.edtf import bounds
from twosource.export.exporter import Exported, Exporter, standing, who_says
from twosource.records import NameView, SourceView, TimelineItem

SCHEMATA = {"PERSON": "Person", "ORG": "Organization"}
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
"""What the model takes as a date: a day, a month or a year."""


def write_ftm(story: Exported, stream: TextIO) -> None:
    """Names, pages, then events."""
    told = story.comparison
    involved = {name.name: _id(name.id) for name in told.names if name.kind in SCHEMATA}
    entities = [
        *(_name(name) for name in told.names if name.kind in SCHEMATA),
        *(_page(source, story.address(source.article)) for source in told.sources if not source.problem),
        *(_event(item, involved) for item in told.timeline),
    ]
    for entity in entities:
        stream.write(msgspec.json.encode(entity).decode() + "\n")


def _id(key: str) -> str:
    return f"ts-{key}"


def _entity(key: str, schema: str, properties: Mapping[str, list[str | None]]) -> dict[str, object]:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": _id(key), "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _name(name: NameView) -> dict[str, object]:
    others: list[str | None] = [alias for alias in name.aliases if alias != name.name]
    country = name.country.code.lower() if name.country else None
    return _entity(name.id, SCHEMATA[name.kind], {"name": [name.name], "alias": others, "country": [country]})


def _page(source: SourceView, address: str | None) -> dict[str, object]:
    published = DATE.match(source.published or source.date)
    properties: dict[str, list[str | None]] = {
        "name": [source.title or source.source_file],
        "title": [source.title],
        "fileName": [source.source_file],
        "publisher": [source.outlet],
        "publishedAt": [published[0] if published and _is_single(source) else None],
        "sourceUrl": [address],
    }
    return _entity(source.article, "Article", properties)


def _is_single(source: SourceView) -> bool:
    """Whether a day, month or year is known, and no interval."""
    return bool(source.published) or bool(DATE.fullmatch(source.date))


def _event(item: TimelineItem, involved: Mapping[str, str]) -> dict[str, object]:
    first, last = bounds(item.date)
    single = bool(DATE.fullmatch(item.date))
    notes = "; ".join(word for word in (item.date_text, standing(item), who_says(item)) if word)
    properties: dict[str, list[str | None]] = {
        "name": [item.headline],
        "date": [item.date if single else None],
        "startDate": [None if single else first],
        "endDate": [None if single else last],
        "location": [item.place],
        "involved": [involved.get(name) for name in item.participants],
        "proof": list(dict.fromkeys(_id(report.article) for report in item.reports)),
        "notes": [notes],
        "keywords": [item.type],
    }
    return _entity(item.id, "Event", properties)


FTM = Exporter("ftm", "FollowTheMoney entities, one a line, for Aleph and its kin", write_ftm)
