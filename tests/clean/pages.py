"""What the pages of these tests are made of: a made-up ferry accident in a made-up town."""

from __future__ import annotations

import hashlib

from twosource.clean import clean
from twosource.records import Article, Given, Media, Page, content_id

TITLE = "Norvik ferries collide in fog, crossing closed until Friday"
FIRST = (
    "The mayor of Norvik, Ilsa Marren, has called a meeting of the harbour council after two ferries collided in thick "
    "fog late on Tuesday."
)
SECOND = (
    "Nobody was hurt, the coast guard said, but both boats were towed back to port and the crossing to Lake Tamar will "
    "stay closed until Friday."
)
THIRD = (
    '"We were lucky," said Toma Brandt, who captained the larger ferry. "A minute later and this would be a different '
    'story."'
)
FOURTH = (
    "The council had ordered new radar in March, but the delivery was put off twice, according to minutes seen by this "
    "paper."
)
BODY = (FIRST, SECOND, THIRD, FOURTH)


def page(content: str | bytes, media: Media = "text", given: Given = Given(), encoding: str | None = None) -> Page:
    """A page with this content, as gather would hand it over."""
    raw = content.encode() if isinstance(content, str) else content
    sha256 = hashlib.sha256(raw).hexdigest()
    return Page(content_id("here", sha256), "here", sha256, media, raw, given, encoding)


def cleaned(content: str | bytes, media: Media = "text", given: Given = Given()) -> Article:
    """The article on a page with this content."""
    return clean(page(content, media, given))


def paragraphs(article: Article) -> tuple[str, ...]:
    """The paragraphs of an article as texts."""
    return tuple(article.text[start:end] for start, end in article.paragraphs)


def html(body: str, head: str = "") -> str:
    """A whole HTML page."""
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
