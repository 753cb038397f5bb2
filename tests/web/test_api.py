"""The JSON API holds to the OpenAPI description that it gives of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import Client
from twosource.records import Article, Finding, Hit, NameView, SourceView, TimelineItem
from twosource.web import api, application
from twosource.web.guard import LOCAL

schemathesis = pytest.importorskip("schemathesis")
SCHEMA = "/api/schema/openapi.json"
LISTS = {"timeline": TimelineItem, "names": NameView, "findings": Finding, "sources": SourceView}


@pytest.fixture(scope="module")
def described(example: Path) -> Any:
    """The API as it describes itself, answered in this process."""
    return schemathesis.openapi.from_asgi(SCHEMA, application(example, hosts=LOCAL | {"testserver"}))


@pytest.mark.parametrize("address", [path.replace(":str", "") for one in api.HANDLERS for path in one.paths])
def test_every_answer_is_one_that_is_described(described: Any, address: str) -> None:
    asked: list[int] = []
    # No schema tells which days the calendar has, nor that the first is not to be the later one.
    spared = [schemathesis.checks.CHECKS.get_one("positive_data_acceptance")] if "timeline" in address else []

    @settings(max_examples=12, suppress_health_check=list(HealthCheck))
    @given(described[address]["GET"].as_strategy())
    def holds(case: Any) -> None:
        asked.append(case.call_and_validate(excluded_checks=spared).status_code)

    holds()
    assert asked and max(asked) < 500


def test_the_description_is_valid_openapi_3_1(client: Client) -> None:
    validator = pytest.importorskip("openapi_spec_validator")
    told = client.get(SCHEMA).json()
    assert told["openapi"].startswith("3.1")
    validator.validate(told, cls=validator.OpenAPIV31SpecValidator)
    filters = {one["name"] for one in told["paths"]["/api/timeline"]["get"]["parameters"]}
    assert {"start", "end", "name", "place", "type", "status", "outlet", "contested", "top", "limit"} <= filters
    assert {"TimelineItem", "Finding", "NameView", "Article", "Refusal"} <= set(told["components"]["schemas"])
    assert all(not address.startswith("/review") for address in told["paths"]), "it only reads"


@pytest.mark.parametrize("address", LISTS)
def test_pages_of_a_list_put_together_are_the_list(client: Client, address: str) -> None:
    whole = client.get(f"/api/{address}?limit=500").json()
    cut = [client.get(f"/api/{address}?limit=7&offset={n}").json() for n in range(0, whole["total"], 7)]
    assert [one for part in cut for one in part["items"]] == whole["items"] and len(whole["items"]) == whole["total"]
    assert msgspec.convert(whole["items"], tuple[LISTS[address], ...])  # type: ignore[valid-type]


def test_what_a_list_names_is_found_under_its_id(client: Client) -> None:
    for item in client.get("/api/timeline?limit=5").json()["items"]:
        assert client.get(f"/api/events/{item['id']}").json() == item
        report = item["reports"][0]
        article = msgspec.convert(client.get(f"/api/articles/{report['article']}").json(), Article)
        assert article.text[report["start"] : report["end"]] == report["quote"]
    name = client.get("/api/names").json()["items"][0]
    assert client.get(f"/api/names/{name['id']}").json() == name
    assert msgspec.convert(client.get("/api/search?q=explosion").json(), list[Hit])


def test_the_filters_are_those_of_the_page(client: Client) -> None:
    every = client.get("/api/timeline").json()["total"]
    for query in ("contested=1", "name=Khvorostina", "type=DEATH", "start=2023-05", "top=3"):
        some = client.get(f"/api/timeline?{query}").json()["total"]
        assert some < every and f"{some} line" in client.get(f"/timeline?{query}").text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    page=st.sampled_from(["timeline", "names", "said", "findings", "sources", "search", "articles/x", "names/x"]),
    asked=st.dictionaries(
        st.sampled_from(
            ["start", "end", "name", "type", "outlet", "contested", "top", "page", "q", "kind", "by", "at"]
        ),
        st.text(max_size=20),
        max_size=4,
    ),
)
def test_no_address_is_the_programs_own_fault(client: Client, page: str, asked: dict[str, str]) -> None:
    assert client.get(f"/{page}", params=asked).status_code in (200, 400, 404)
