"""Every format over a story all of whose words are hostile: all of it stays text."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from tests.export.story import exported, hostile
from tests.export.test_standards import fields, unescaped
from tests.hostile_texts import TEXTS
from twosource.export import EXPORTERS, Exporter
from twosource.export.icalendar import ICALENDAR
from twosource.export.markdown import MARKDOWN
from twosource.export.plover import HEADER, PLOVER
from twosource.export.report import REPORT
from twosource.export.tables import COLUMNS, CSV, FORMULA
from twosource.export.timelinejs import TIMELINEJS
from twosource.export.words import clipped, shown

STORY = hostile()
TAGS = set(
    "html head meta title style body main header nav section article div p span h1 h2 h3 strong b br a ul ol li dl dt "
    "dd table caption thead tbody tr th td".split()
)
ATTRIBUTES = {"class", "id", "href", "lang", "charset", "name", "content", "http-equiv", "aria-label", "scope"}


class Tags(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.other: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def test_there_are_at_least_a_hundred_of_them() -> None:
    assert len(set(TEXTS)) == len(TEXTS) >= 100


@pytest.mark.parametrize("exporter", [one for one in EXPORTERS if isinstance(one, Exporter)], ids=lambda one: one.name)
def test_every_format_is_written_and_is_the_same_each_time(exporter: Exporter) -> None:
    assert exported(exporter, STORY) == exported(exporter, STORY) != ""


@pytest.mark.parametrize("name", ["jsonl", "annotations", "jsonld", "csl", "ftm"])
def test_json_holds_the_texts_as_texts(name: str) -> None:
    (exporter,) = (one for one in EXPORTERS if one.name == name)
    written = exported(exporter, STORY)
    lines = written.split("\n")[:-1] if name in ("jsonl", "annotations", "ftm") else [written]
    held = {text for line in lines for text in strings(json.loads(line))}
    assert [text for text in TEXTS if text not in held] == [] and not re.search(r"[\x00-\x09\x0b-\x1f]", written)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_no_address_is_given_that_is_none_of_the_web() -> None:
    for number in range(len(TEXTS)):
        address = STORY.address(f"h{number}")
        assert address is None or re.fullmatch(r"https?://[\w.-]+[\w./?=&#%-]*", address)


def test_the_report_has_no_tag_no_attribute_and_no_link_but_its_own() -> None:
    page = Tags(exported(REPORT, STORY))
    assert {tag for tag, _ in page.tags} <= TAGS and page.other == []
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    links = [attributes["href"] or "" for tag, attributes in page.tags if tag == "a"]
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert links and all(re.fullmatch(r"#[a-z]+\d*", link) for link in links)
    assert len(ids) == len(set(ids)) and {link[1:] for link in links} <= set(ids)
    (style,) = (words for words in page.words if "--paper" in words)
    assert "url(" not in style and "@import" not in style and "evil" not in style


def test_the_report_shows_every_text_and_nothing_that_hides_or_turns() -> None:
    written = exported(REPORT, STORY)
    words = " ".join("".join(Tags(written).words).split())
    assert [text for text in TEXTS if clipped(text, 300).removesuffix(" …") not in words] == []
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]", written)
    assert len(written) < 40 * len(TEXTS) * 1000


def test_a_slide_has_no_tag_but_its_own() -> None:
    slides = json.loads(exported(TIMELINEJS, STORY))["events"]
    assert [slide["text"]["headline"] for slide in slides] == [html.escape(shown(text)) for text in TEXTS[1::2]]
    for slide in slides:
        for part in (slide["text"]["headline"], slide["text"]["text"], slide["display_date"]):
            page = Tags(part)
            assert {tag for tag, _ in page.tags} <= {"p", "blockquote", "br"} and page.other == []
            assert all(not attributes for _, attributes in page.tags)


def test_a_document_has_no_markup_of_a_page() -> None:
    page = Tags(MarkdownIt("commonmark", {"html": True}).enable("table").render(exported(MARKDOWN, STORY)))
    assert {tag for tag, _ in page.tags} <= {"h1", "h2", "h3", "p", "blockquote", "br", "ul", "li", "strong"}
    assert all(not attributes for _, attributes in page.tags) and page.other == []


def test_no_cell_of_a_table_runs_and_every_row_is_whole() -> None:
    rows = list(csv.reader(io.StringIO(exported(CSV, STORY), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)} and len(rows) == len(TEXTS) + 1
    assert [row[-4:-3] for row in rows if any(_runs(cell) for cell in row)] == []
    quotes = [row[[name for name, *_ in COLUMNS].index("quote")] for row in rows[1:]]
    assert [quote for quote, text in zip(quotes, TEXTS, strict=True) if quote not in (text, f"'{text}")] == []


def _runs(cell: str) -> bool:
    """Whether a spreadsheet that overlooks what cannot be seen, and quotes, takes it for a formula."""
    bare = "".join(c for c in cell if c.isprintable() and not c.isspace() and c not in "\"'")
    return bare[:1] != "" and bare[0] in FORMULA and not cell.startswith("'")


def test_event_data_are_one_line_a_row_with_every_cell_in_place() -> None:
    lines = exported(PLOVER, STORY).split("\n")
    assert len(lines) == len(TEXTS) + 2 and lines[-1] == ""
    for line in lines[:-1]:
        cells = line.split("\t")
        assert len(cells) == len(HEADER) and not any(_runs(cell) for cell in cells)
        assert all(c.isprintable() for c in line.replace("\t", ""))


def test_a_calendar_has_the_entries_that_it_was_given_and_no_other() -> None:
    found = list(fields(exported(ICALENDAR, STORY)))
    assert [value for name, value in found if name == "UID"] == [
        f"i{number}@twosource.invalid" for number in range(1, len(TEXTS), 2)
    ]
    names = {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART;VALUE=DATE",
             "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "LOCATION", "TRANSP"}  # fmt: skip
    assert {name for name, _ in found} == names
    titles = [unescaped(value) for name, value in found if name == "SUMMARY"]
    for title, text in zip(titles, TEXTS[1::2], strict=True):
        assert "".join(title.split()) == "".join(c for c in text if c.isprintable() and not c.isspace())


def test_a_hostile_calendar_is_read_by_the_library() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(exported(ICALENDAR, STORY))
    assert len(calendar.walk("VEVENT")) == len(TEXTS) // 2
    assert all(not event.errors and "ATTACH" not in event for event in calendar.walk("VEVENT"))
