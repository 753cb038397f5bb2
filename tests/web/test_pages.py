from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.conftest import Client
from twosource import Story
from twosource.web import application, density, world
from twosource.web.filters import Filters
from twosource.web.marked import paragraphs

PAGES = ("/timeline", "/findings", "/said", "/names", "/sources", "/map", "/search?q=explosion", "/problems", "/about")


def _text(html: str) -> str:
    """What a page shows, roughly."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_and_says_that_a_machine_made_it(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Machine-extracted, not verified" in answer.text and answer.text.count("<h1") == 1
    assert len(answer.content) < 300_000
    assert not re.search(r"\son\w+=|javascript:|style=|<script(?! src=\"/static/)", answer.text)


def test_every_link_of_the_desk_leads_somewhere(client: Client) -> None:
    seen: set[str] = set()
    todo = ["/timeline"]
    while todo and len(seen) < 150:
        address = todo.pop()
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        kinds = [re.sub(r"[0-9a-f]{16}|\d+-\d+", "*", one) for one in seen]
        for link in re.findall(r'href="([^"#]+)', answer.text):
            link = unescape(link)
            link = address.partition("?")[0] + link if link.startswith("?") else link
            kind = re.sub(r"[0-9a-f]{16}|\d+-\d+", "*", link)
            if link.startswith("/") and link not in seen and link not in todo and kinds.count(kind) < 6:
                todo.append(link)
    assert len(seen) > 60


def test_the_timeline_has_every_line_and_its_filters_leave_some(client: Client, example: Path) -> None:
    with Story.open(example) as story:
        items = story.timeline()
    whole = client.get("/timeline").text
    assert all(f"/events/{item.id}" in whole for item in items) and len(items) <= 100
    contested = client.get("/timeline?contested=1").text
    assert 0 < contested.count('class="headline"') < len(items)
    assert client.get("/timeline?name=Khvorostina&top=3").text.count('class="headline"') == 3
    assert "No line fits" in client.get("/timeline?name=Nobody").text
    wrong = client.get("/timeline?start=soon")
    assert wrong.status_code == 400 and "is no date" in wrong.text


def test_an_event_leads_to_the_exact_sentence_of_each_report(client: Client, example: Path) -> None:
    with Story.open(example) as story:
        item = max(story.timeline(), key=lambda one: len(one.reports))
    page = client.get(f"/events/{item.id}").text
    for report in item.reports:
        link = f"/articles/{report.article}?at={report.start}-{report.end}"
        assert link in page and " ".join(report.quote.split()) in _text(page)
        lit = re.findall(r'<(?:a|span)[^>]*class="[^"]*\blit\b[^"]*"[^>]*>([^<]*)<', client.get(link).text)
        assert " ".join("".join(unescape(part) for part in lit).split()) == " ".join(report.quote.split())
    for origin in item.origin_reasons:
        assert origin.reason.split(";")[0][:40] in _text(page)


def test_an_article_shows_all_its_words_and_what_was_read_at_a_place(client: Client, example: Path) -> None:
    with Story.open(example) as story:
        for reading in story.readings():
            for pieces, (start, end) in zip(paragraphs(reading, (5, 30)), reading.article.paragraphs, strict=True):
                assert "".join(piece.text for piece in pieces) == reading.article.text[start:end]
        mention = reading.annotations.mentions[0]
    page = client.get(f"/articles/{reading.article.id}?at={mention.start}-{mention.end}").text
    assert "Read here" in page and "/names/" in page
    assert "as it came in" in client.get(f"/articles/{reading.article.id}/raw").text


@pytest.mark.parametrize("address", ["/events/x", "/names/x", "/articles/x", "/articles/x/raw", "/nowhere", "/review"])
def test_what_is_not_there_is_said_plainly(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404 and "no such page here" in answer.text and "Traceback" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_odd_addresses_do_no_harm(client: Client) -> None:
    for query in (
        "page=-1",
        "page=99999999999",
        "page=x",
        "top=-3",
        "top=99999999999999999999",
        "kind=%00",
        "q=%22%27",
    ):
        for page in ("/timeline", "/names", "/said", "/findings", "/sources", "/search"):
            assert client.get(f"{page}?{query}").status_code in (200, 400)


def test_filters_come_back_from_the_address_they_make() -> None:
    filters = Filters(name="Ann & Bo", contested="1", start="2031")
    from urllib.parse import parse_qsl

    assert Filters.of(dict(parse_qsl(filters.query()[1:]))) == filters
    assert Filters().query() == "" and not Filters() and filters
    assert filters.query(name="", contested="", start="") == ""


def test_the_strip_shows_where_most_lines_are_and_counts_the_rest(example: Path) -> None:
    with Story.open(example) as story:
        items = story.timeline()
    strip = density.strip(items, ())
    assert strip and strip.bars and max(bar.height for bar in strip.bars) == pytest.approx(density.HEIGHT - 6)
    assert sum(bar.items for bar in strip.bars) + strip.before + strip.after <= len(items)
    assert all(0 <= bar.x <= density.WIDTH and bar.start <= bar.end for bar in strip.bars)
    assert density.strip(items[:1], ()) is None


def test_no_name_on_the_map_hides_another() -> None:
    def place(x: float, name: str) -> world.Place:
        return world.Place(x, 200, name, "", f"/names/{name}", ())

    places = (place(400, "Selm"), place(400.5, "Orlets"), place(600, "Brentvale"))
    assert world.lettered(places) == {"/names/Selm", "/names/Brentvale"}
    assert world.lettered(()) == frozenset()


def test_the_world_is_drawn_within_the_map() -> None:
    shapes = world.outline()
    points = [tuple(map(float, one.split(","))) for shape in shapes for one in re.findall(r"[\d.]+,[\d.]+", shape)]
    assert len(shapes) > 150 and all(0 <= x <= world.WIDTH and 0 <= y <= world.HEIGHT for x, y in points)
    assert world.point(0, 0) == (500, 250)


def test_a_name_leads_to_the_country_that_it_speaks_for(tmp_path: Path) -> None:
    page = (
        "Harbour opens to ferries\n\nThe Kremlin said on Monday that the harbour in Russia was open to ferries again. "
        "The crews had waited for three weeks.\n\nThe Foreign Office in London said that two ferries would sail, "
        "and that tickets were sold on board. Nobody was hurt in the storm that had closed the harbour."
    )
    (tmp_path / "harbour.txt").write_text(page, encoding="utf-8")
    with Story.build([tmp_path / "harbour.txt"], tmp_path / "harbour.db") as story:
        names = {name.name: name.id for name in story.names()}
    with TestClient(application(tmp_path / "harbour.db"), base_url="http://127.0.0.1") as reader:
        text = reader.get(f"/names/{names['Kremlin']}").text
        assert "Speaks for" in text and f'href="/names/{names["Russia"]}"' in text and "seat of its president" in text
        text = reader.get(f"/names/{names['Foreign Office']}").text
        assert "United Kingdom" in text and "its foreign ministry" in text
        assert "Speaks for" not in reader.get(f"/names/{names['Russia']}").text
