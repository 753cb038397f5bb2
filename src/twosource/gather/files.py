"""One file, one page: saved HTML and text that a crawler stripped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from twosource.gather.carrier import Carrier, Reader, whole
from twosource.records import Given, Media, Page, Problem, content_id
from twosource.settings import GatherSettings


def make_page(source: str, media: Media, content: bytes, given: Given, encoding: str | None = None) -> Page:
    """A page whose id depends on its bytes, its media and what was given with it, not on where it lies."""
    digest = hashlib.sha256(content).hexdigest()
    return Page(
        id=content_id(digest, media, given),
        source=source,
        sha256=digest,
        media=media,
        content=content,
        given=given,
        encoding=encoding,
    )


def read_html(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    """The one page of an HTML file."""
    yield make_page(carrier.source, "html", whole(carrier, settings.max_page_bytes), Given())


def read_text(carrier: Carrier, settings: GatherSettings) -> Iterator[Page | Problem]:
    """The one page of a text file."""
    yield make_page(carrier.source, "text", whole(carrier, settings.max_page_bytes), Given())


HTML = Reader((".html", ".htm"), "a saved web page", read_html)
TEXT = Reader((".txt", ".md"), "the text of a page", read_text)
