"""The exports that follow a published schema, held to it: by its library where that installs, else by its terms."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.story import exported, given, item, report, story
from twosource.export.annotations import ANNOTATIONS
from twosource.export.csl import CSL
from twosource.export.ftm import FTM
from twosource.export.icalendar import ICALENDAR, OCTETS, escaped, folded
from twosource.export.jsonld import JSONLD
from twosource.export.plover import HEADER, PLOVER, plover_type
from twosource.export.tables import CSV, JSONL
from twosource.records import Comparison, TimelineItem

# --- W3C Web Annotation ----------------------------------------------------------------------------------------------


def receipts() -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(ANNOTATIONS).splitlines()]


def test_an_annotation_has_what_the_model_requires_and_leads_to_the_sentence() -> None:
    """https://www.w3.org/TR/annotation-model/: 3.1 (id, type, target), 3.2.4 (TextualBody), 4.2 (selectors)."""
    first = receipts()[0]
    assert len(receipts()) == 4 and len({one["id"] for one in receipts()}) == 4
    assert first["@context"] == "http://www.w3.org/ns/anno.jsonld" and first["type"] == "Annotation"
    assert first["body"] == {
        "type": "TextualBody", "value": "The ferry sank", "format": "text/plain", "purpose": "describing",
    }  # fmt: skip
    assert first["target"] == {
        "source": "https://bay-post.invalid/ferry",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "The ferry sank.", "prefix": "", "suffix": ""},
            {"type": "TextPositionSelector", "start": 10, "end": 25},
        ],
    }
    assert receipts()[3]["target"]["source"] == "urn:twosource:article:a4", "no address that is none of the web"


# --- schema.org ------------------------------------------------------------------------------------------------------

THING = {"@type", "@id", "name", "alternateName", "description", "url", "subjectOf"}
WORK = {*THING, "text", "isPartOf", "publisher", "datePublished", "headline", "isBasedOn", "about", "creditText"}
SCHEMA_ORG = {
    "NewsArticle": {*WORK, "wordCount"},
    "Person": THING,
    "Organization": {*THING, "areaServed"},
    "Place": {*THING, "containedInPlace"},
    "Event": {*THING, "startDate", "endDate", "eventStatus", "about", "location"},
    "Quotation": {*WORK, "spokenByCharacter"},
    "Claim": {*WORK, "claimInterpreter", "appearance"},
}
"""The types of https://schema.org that are written, with those of their properties that may be."""


def graph() -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(exported(JSONLD))["@graph"]
    return nodes


def test_every_node_has_a_type_of_schema_org_and_properties_of_that_type() -> None:
    for node in graph():
        assert set(node) <= SCHEMA_ORG[node["@type"]], node
        assert re.fullmatch(r"urn:twosource:\w+:[\w:]+", node["@id"])
        for key in ("startDate", "endDate", "datePublished"):
            assert re.match(r"\d{4}(-\d\d(-\d\d|$)|$)", node.get(key, "2031"))
    assert "ClaimReview" not in exported(JSONLD)
    assert {node["@type"] for node in graph()} == set(SCHEMA_ORG)


def test_what_a_node_leads_to_is_in_the_graph() -> None:
    known = {node["@id"] for node in graph()}
    named = set(re.findall(r'"@id": "([^"]+)"', exported(JSONLD)))
    assert len(known) == len(graph()) and named <= known


def test_a_speaker_is_a_node_where_known_and_else_the_words_of_the_page() -> None:
    assert [one["spokenByCharacter"] for one in graph() if one["@type"] == "Quotation"] == [
        {"@id": "urn:twosource:name:n1"},
        "a witness",
    ]
    assert [one["claimInterpreter"] for one in graph() if one["@type"] == "Claim"] == [
        {"@id": "urn:twosource:name:n1"},
        "the pilot",
    ]


def test_an_event_says_no_more_of_its_date_than_is_known() -> None:
    dates = {one["@id"][-4:]: (one.get("startDate"), one.get("endDate")) for one in graph() if one["@type"] == "Event"}
    assert dates == {"erry": ("2031-02-02", None), "loan": ("2031-02-01", None), "evil": (None, None)}


def test_what_is_a_countrys_points_to_it_as_a_node_where_the_graph_has_one() -> None:
    nodes = {one["@id"][-2:]: one for one in graph()}
    assert nodes["n2"]["areaServed"] == {"@type": "Country", "name": "Czechia", "identifier": "CZ"}
    assert nodes["n3"]["containedInPlace"]["@id"] == nodes["n5"]["@id"] and "areaServed" not in nodes["n3"]
    alone = given(replace(story(), names=story().names[2:3]))
    (bay,) = [one for one in json.loads(exported(JSONLD, alone))["@graph"] if one["@type"] == "Place"]
    assert "@id" not in bay["containedInPlace"], "a selection may leave the country out"


def test_json_ld_expands_without_loss() -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    context = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}
    asked: list[str] = []

    def offline(url: str, _options: object) -> dict[str, object]:
        asked.append(url)
        return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}

    expanded = jsonld.expand(json.loads(exported(JSONLD)), {"documentLoader": offline})
    assert set(asked) == {"https://schema.org"}
    for node, full in zip(graph(), expanded, strict=True):
        assert full["@type"] == [f"https://schema.org/{node['@type']}"] and full["@id"] == node["@id"]
        assert {key for key in full if key[:1] != "@"} == {
            f"https://schema.org/{key}" for key in node if key[:1] != "@"
        }


def test_annotations_expand_by_the_terms_of_the_model() -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    oa = "http://www.w3.org/ns/oa#"
    terms = {name: f"{oa}{name}" for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector", "exact",
                                              "prefix", "suffix", "start", "end", "TextualBody")}  # fmt: skip
    links = {"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector"}
    context: dict[str, object] = {
        "id": "@id", "type": "@type", **terms,
        **{name: {"@id": f"{oa}{of}", "@type": "@id"} for name, of in links.items()},
    }  # fmt: skip

    def offline(url: str, _options: object) -> dict[str, object]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}, "contentType": "x"}

    (full,) = jsonld.expand(receipts()[0], {"documentLoader": offline})
    assert full["@type"] == [f"{oa}Annotation"]
    (target,) = full[f"{oa}hasTarget"]
    assert target[f"{oa}hasSource"] == [{"@id": "https://bay-post.invalid/ferry"}]
    assert {one["@type"][0] for one in target[f"{oa}hasSelector"]} == {
        f"{oa}TextQuoteSelector",
        f"{oa}TextPositionSelector",
    }


# --- CSL-JSON --------------------------------------------------------------------------------------------------------

CSL_KEYS = {"id", "type", "title", "container-title", "issued", "URL", "note"}
"""Of the properties of https://github.com/citation-style-language/schema (csl-data.json), those that are written."""


def test_references_have_what_the_schema_requires_and_nothing_that_it_does_not_know() -> None:
    rows = json.loads(exported(CSL))
    assert [row["id"] for row in rows] == ["a1", "a2", "a3", "a4"], "a page that is no article is no reference"
    for row in rows:
        assert row["type"] == "article-newspaper" and set(row) <= CSL_KEYS
        assert all(isinstance(value, str) for key, value in row.items() if key != "issued")
    assert rows[0]["issued"] == {"date-parts": [[2031, 2, 3]]} and rows[0]["URL"] == "https://bay-post.invalid/ferry"
    assert rows[1]["issued"] == {"literal": "../2031-02-09"} and "title" not in rows[1] and "URL" not in rows[3]
    assert rows[2]["note"] == "read from pages/a3.html; credits Coast Agency"


# --- FollowTheMoney --------------------------------------------------------------------------------------------------

FTM_THING = {"name", "alias", "summary", "publisher", "keywords", "notes", "proof", "sourceUrl"}
FTM_SCHEMATA = {
    "Person": FTM_THING,
    "Organization": {*FTM_THING, "country"},
    "Article": {*FTM_THING, "title", "fileName", "publishedAt", "author"},
    "Event": {*FTM_THING, "startDate", "endDate", "date", "location", "involved"},
}
"""Properties of the model's schemata Thing, LegalEntity, Document and Interval, and of those that extend them, as
published in https://github.com/alephdata/followthemoney (followthemoney/schema)."""
FTM_RANGES = {"involved": {"Person", "Organization"}, "proof": {"Article"}}


def entities() -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(FTM).splitlines()]


def test_entities_have_properties_of_their_schema_and_every_value_is_a_list() -> None:
    for one in entities():
        assert set(one) == {"id", "schema", "properties"}
        assert set(one["properties"]) <= FTM_SCHEMATA[one["schema"]]
        assert one["properties"]["name"], "Thing and Event require a name"
        for values in one["properties"].values():
            assert values and all(isinstance(value, str) and value for value in values)
        for key in ("date", "startDate", "endDate", "publishedAt"):
            assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", value) for value in one["properties"].get(key, []))
    assert {one["schema"] for one in entities()} == set(FTM_SCHEMATA)


def test_links_lead_to_entities_of_the_right_kind() -> None:
    kinds = {one["id"]: one["schema"] for one in entities()}
    assert len(kinds) == len(entities())
    for one in entities():
        for key, fits in FTM_RANGES.items():
            assert {kinds[value] for value in one["properties"].get(key, [])} <= fits
    (ferry,) = (one["properties"] for one in entities() if one["id"] == "ts-ferry")
    assert ferry["proof"] == ["ts-a1", "ts-a2"] and ferry["involved"] == ["ts-n1", "ts-n2"]
    assert ferry["date"] == ["2031-02-02"] and "startDate" not in ferry
    assert [one["properties"]["country"] for one in entities() if "country" in one["properties"]] == [["cz"]]
    published = {one["id"]: one["properties"].get("publishedAt") for one in entities() if one["schema"] == "Article"}
    assert published == {"ts-a1": ["2031-02-03"], "ts-a2": None, "ts-a3": ["2031-02"], "ts-a4": ["2031-02-03"]}


# --- iCalendar -------------------------------------------------------------------------------------------------------


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda mark: "\n" if mark[1] in "nN" else mark[1], value)


def fields(text: str) -> Iterator[tuple[str, str]]:
    for line in unfolded(text):
        name, _, value = line.partition(":")
        yield name, value


def test_a_calendar_has_an_entry_for_what_is_dated_well_enough() -> None:
    written = exported(ICALENDAR)
    found = list(fields(written))
    assert found[0] == ("BEGIN", "VCALENDAR") and found[-1] == ("END", "VCALENDAR")
    assert [value for name, value in found if name == "UID"] == ["ferry@twosource.invalid"], "the loan's end is open"
    assert ("DTSTART;VALUE=DATE", "20310202") in found and ("DTEND;VALUE=DATE", "20310203") in found
    (described,) = (unescaped(value) for name, value in found if name == "DESCRIPTION")
    assert described.splitlines()[-2:] == ["Bay Post: The ferry sank.", "pages/a2.html: A ferry sank."]
    assert all(len(line.encode()) <= OCTETS for line in written.split("\r\n")) and "\n" not in written.replace(
        "\r\n", ""
    )


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2031-02", ("20310201", "20310301")),
        ("2031-02-02/2031-02-04", ("20310202", "20310205")),
        ("2031", None),
        ("2031-02/..", None),
        ("../2031-02", None),
        ("", None),
        ("2031-02-31", None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("2031-02-04/2031-02-02", None),
    ],
)
def test_an_entry_covers_the_days_that_are_possible(edtf: str, days: tuple[str, str] | None) -> None:
    found = dict(fields(exported(ICALENDAR, given(Comparison((item("x", edtf, report("x", None)),), (), (), (), ())))))
    shown = (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) if "DTSTART;VALUE=DATE" in found else None
    assert shown == days


@examples(st.text())
def test_folding_loses_nothing_and_cuts_no_character(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    parts = list(folded(line))
    assert all(len(part.encode("utf-8", "replace")) <= OCTETS for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@examples(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == "".join(c for c in text if c.isprintable())


def test_a_calendar_is_read_by_the_library() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(exported(ICALENDAR))
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "The ferry sank" and event.decoded("DTSTART") == dt.date(2031, 2, 2)
    assert not event.errors and not calendar.errors and "The ferry sank." in str(event["DESCRIPTION"])


# --- tables ----------------------------------------------------------------------------------------------------------


def test_event_data_say_who_acts_on_whom_only_where_it_is_known() -> None:
    lines = exported(PLOVER).splitlines()
    rows = [dict(zip(HEADER, line.split("\t"), strict=True)) for line in lines[1:]]
    assert lines[0].split("\t") == list(HEADER) and len(rows) == 3
    assert (rows[0]["actor"], rows[0]["recipient"]) == ("Ann Holm", "the harbour board")
    assert (rows[1]["actor"], rows[1]["recipient"]) == ("", "") and rows[1]["participants"]
    assert rows[0]["date"] == rows[0]["date_last"] == "2031-02-02" and rows[0]["source"] == "Bay Post; pages/a2.html"
    assert (rows[1]["status"], rows[1]["holder"], rows[1]["event_mode"]) == ("planned", "the bank", "")


def test_a_type_is_told_in_plovers_terms_by_how_it_stands() -> None:
    assert plover_type("AID", "happened") == "AID"
    assert plover_type("AID", "planned") == "AGREE" and plover_type("SANCTION", "planned") == "THREATEN"
    assert plover_type("CONSULT", "negated") == "REJECT" and plover_type("ASSAULT", "negated") == "ASSAULT"
    assert plover_type("COURT", "happened") == "COERCE" and plover_type("DISASTER", "happened") == "DISASTER"


def test_lines_of_json_come_back_as_the_same_records() -> None:
    read = [msgspec.json.decode(line, type=TimelineItem) for line in exported(JSONL).splitlines()]
    assert tuple(read) == given().comparison.timeline


def test_a_table_comes_back_as_it_was_but_for_the_apostrophes() -> None:
    rows = list(csv.DictReader(io.StringIO(exported(CSV), newline="")))
    told = [(one, its) for one in given().comparison.timeline for its in one.reports]
    for row, (one, its) in zip(rows, told, strict=True):
        assert row["headline"].removeprefix("'") == one.headline and row["quote"].removeprefix("'") == its.quote
        assert (row["date"], int(row["start"]), int(row["end"])) == (one.date, its.start, its.end)
