"""What an export is: a name, what it is for, and what writes a story."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple, TextIO
from urllib.parse import urlsplit

from twosource.records import Comparison, Judgement, NameView, Problem, Report, TimelineItem


class Roles(NamedTuple):
    """The names that act in an event and those that it is done to, the most told first."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Exported(NamedTuple):
    """A story as every exporter gets it."""

    comparison: Comparison
    title: str = "Timeline"
    pages: int = 0
    """Pages that came in, read or not."""
    problems: tuple[Problem, ...] = ()
    addresses: Mapping[str, str] = {}
    """The address that a page states as its own, by article; as the page states it (see `address`)."""
    version: str = ""
    """Of twosource."""
    roles: Callable[[], Mapping[str, Roles]] = dict
    """Who acts on whom in each item, by its id: asked for only by a format that tells roles."""

    def address(self, article: str) -> str | None:
        """Where the article stands on the web by its own word, if that is an address of the web at all."""
        stated = self.addresses.get(article, "")
        try:
            parts = urlsplit(stated)
        except ValueError:
            return None
        fits = parts.scheme in ("http", "https") and parts.hostname and len(stated) <= LONGEST_ADDRESS
        return stated if fits and stated.isascii() and not set(stated) & NOT_IN_ADDRESSES else None


LONGEST_ADDRESS = 2000
NOT_IN_ADDRESSES = frozenset(" \"<>\\^`{|}'()") | {chr(code) for code in (*range(32), 127)}
"""What RFC 3986 does not allow in an address, and what could end one in a text around it."""


class Exporter(NamedTuple):
    """A format that is text: its name on the command line, what it is for, and what writes a story to a stream."""

    name: str
    what: str
    write: Callable[[Exported, TextIO], None]

    def made(self, story: Exported) -> bytes:
        """The whole file, in UTF-8."""
        stream = io.StringIO(newline="")
        self.write(story, stream)
        return stream.getvalue().encode("utf-8", "replace")


class BinaryExporter(NamedTuple):
    """A format that is no text: the same, and it writes bytes."""

    name: str
    what: str
    write: Callable[[Exported, BinaryIO], None]

    def made(self, story: Exported) -> bytes:
        """The whole file."""
        stream = io.BytesIO()
        self.write(story, stream)
        return stream.getvalue()


def count(number: int, one: str) -> str:
    """A number with its noun: "1 outlet", "3 outlets"."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def tellers(reports: tuple[Report, ...]) -> tuple[tuple[str, ...], int]:
    """The outlets that tell an item, by name, and how many further pages do whose outlet is not known."""
    outlets = sorted({report.outlet for report in reports if report.outlet}, key=lambda name: (name.casefold(), name))
    return tuple(outlets), len({report.article for report in reports if not report.outlet})


def who_says(item: TimelineItem) -> str:
    """How many tell an item, how many independently: "3 outlets, 2 origins", "1 outlet and 2 pages, 1 origin"."""
    outlets, pages = tellers(item.reports)
    told = [count(len(outlets), "outlet")] if outlets else []
    if pages:
        told.append(count(pages, "page"))
    return f"{' and '.join(told) or 'no page'}, {count(item.origins, 'origin')}"


def standing(item: TimelineItem) -> str:
    """An item's status in words, "" for what is told as having happened: "alleged by the opposition", "planned"."""
    if item.status == "happened":
        return ""
    if not item.holder:
        return str(item.status)
    return (
        f"{item.status} by {item.holder}" if item.status in ("alleged", "denied") else f"{item.status} ({item.holder})"
    )


def marks(item: TimelineItem) -> tuple[str, ...]:
    """What a reader must see beside an item, in words."""
    kinds = {finding.kind for finding in item.findings}
    contested = "dispute" in kinds or any(report.status == "denied" for report in item.reports)
    dates = any(finding.kind == "difference" and "date" in finding.about for finding in item.findings)
    figures = any(finding.kind == "difference" and "date" not in finding.about for finding in item.findings)
    return tuple(
        word
        for word, holds in (
            ("contested", contested),
            ("figures differ", figures),
            ("dates differ", dates),
            ("revised", "revision" in kinds),
        )
        if holds
    )


TIES = {"seat": "speaks for", "body": "of", "people": "people of"}
"""What ties a name to a country, before the country's name."""


def of_country(name: NameView) -> str:
    """The country that a name is tied to, in words: "speaks for Norway"; "" when it is tied to none."""
    return f"{TIES[name.country.how]} {name.country.name}" if name.country else ""


def decided(one: Judgement) -> str:
    """A judgement in words: "Anna Holm and Ana Holm are one"."""
    about = [selector.quote for selector in one.about]
    said = {
        "same": f"{' and '.join(about)} are one",
        "different": f"{about[0] if about else ''} is another than {about[-1] if about else ''}",
        "rename": f"{', '.join(about)} is called {one.value}",
        "correct": f"{', '.join(about)}: {one.field} {one.value}",
        "hide": f"left out of the timeline: {', '.join(about)}",
        "note": f"{', '.join(about)}: note {one.value!r}",
        "withdraw": f"takes back {(one.value or '')[:6]}",
    }
    return said[one.verb]
