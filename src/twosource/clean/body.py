"""The article in an HTML page: trafilatura finds the body, our tables clean its edges, the head tells the rest."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from twosource.clean import credits, dates, furniture, metadata, problems, repeats  # noqa: A004 - as DESIGN names the file
from twosource.clean.blocks import Block, blocks_of
from twosource.clean.draft import Draft
from twosource.clean.lines import Line, squeeze
from twosource.clean.plain_text import read_text
from twosource.records import Note, Witness

for _library in ("trafilatura", "htmldate"):  # what they find odd in a page is no message for the reader's terminal
    logging.getLogger(_library).addHandler(logging.NullHandler())

MAX_HTML = 5_000_000
"""Characters of a page that are read; the largest real news page seen in the benches has 2 million."""

EDGES = ("furniture", "related", "end", "date", "byline", "comments", "aside")
"""Labels that are cut from the head and the foot of what trafilatura takes for the body; inside it is trusted."""
ANYWHERE = ("caption", "note", "credit")
"""Labels that are taken out wherever they stand."""


_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]*)\s[^<>]{20000,}>")
"""A tag with more attributes than any page has: the parsers' time grows with their square."""


def read_html(text: str, url: str | None = None, min_words: int = 20) -> Draft:
    """The parts of the article in the HTML page `text`; `url` is its address if known.

    Never raises: a page that the libraries fail on, or in which they find no article, gives a Draft with a `problem`.
    """
    text = _LONG_TAG.sub(r"<\1>", text[:MAX_HTML])
    tree = metadata.parse(text)
    if tree is None:
        return Draft(problem=problems.EMPTY)
    head = metadata.read_head(tree, url)
    body, comments = _extracted(text)
    blocks = blocks_of([Line(line) for line in map(squeeze, body.split("\n")) if line])
    kept = _kept(blocks, head.title)
    if sum(blocks[index].words for index in kept) < min_words:
        return _without_body(text, head, min_words)
    if problem := problems.problem(blocks, kept, min_words):
        return Draft(title=head.title, outlet=head.outlet, url=head.url, problem=problem)
    return _draft(blocks, kept, _completed(head, tree, text, url), comments)


def _completed(head: metadata.Head, tree: HtmlElement, text: str, url: str | None) -> metadata.Head:
    """`head` with the dates and authors that stand on the page for readers, where its head states none."""
    if head.published and head.authors:
        return head
    plain = read_text(text, head.title)
    published = head.published or plain.published
    if not published and (visible := metadata.visible_date(tree, url)):
        published = (Witness(visible, "html"),)
    return replace(
        head, published=published, updated=head.updated or plain.updated, authors=head.authors or plain.authors
    )


def _extracted(text: str) -> tuple[str, tuple[str, ...]]:
    """Body and comments as trafilatura finds them; empty when it fails."""
    try:
        document = bare_extraction(text, favor_precision=True, include_comments=True, with_metadata=False)
    except Exception:  # pages made to break parsers raise anything at all; the page is then read as one without a body
        return "", ()
    if document is None or isinstance(document, dict):
        return "", ()
    comments = [squeeze(line) for line in (document.comments or "").split("\n")]
    said = tuple(line for line in comments if len(line.split()) >= 3 and furniture.kind_of(line) is None)
    return document.text or "", said


def _kept(blocks: list[Block], title: str | None) -> list[int]:
    """Indexes of the lines of the body."""
    kept = [i for i, block in enumerate(blocks) if block.label not in ANYWHERE]
    while kept and blocks[kept[0]].label in EDGES:
        kept.pop(0)
    while kept and blocks[kept[-1]].label in EDGES:
        kept.pop()
    if title:
        kept = [i for place, i in enumerate(kept) if not repeats.repeats_title(blocks[i], title, near=place < 2)]
    return kept


def _without_body(text: str, head: metadata.Head, min_words: int) -> Draft:
    """A page in which trafilatura finds no body, read as stripped text, for a fragment of HTML is an article too.

    Where that finds none either, it says at least what the page is instead.
    """
    plain = read_text(text.partition("</head>")[2] or text, head.title, min_words)
    return replace(
        plain,
        title=head.title or plain.title,
        outlet=head.outlet or plain.outlet,
        authors=head.authors or plain.authors,
        published=tuple(dict.fromkeys([*head.published, *plain.published])),
        updated=head.updated or plain.updated,
        url=head.url,
        language=head.language,
    )


def _draft(blocks: list[Block], kept: list[int], head: metadata.Head, comments: tuple[str, ...]) -> Draft:
    paragraphs = [blocks[index].text for index in kept]
    ending = credits.credit_at_end(paragraphs[-1])
    paragraphs[-1] = credits.without_end_mark(paragraphs[-1]) or paragraphs[-1]
    line = credits.dateline(paragraphs[0])
    published = list(head.published)
    if line and line.date and "X" not in line.date:
        published.append(Witness(line.date, "dateline"))
    named = next((c for block in blocks if block.label == "credit" and (c := credits.credit_line(block.text))), None)
    by = next((names for block in blocks if block.label == "byline" and (names := credits.persons(block.text))), ())
    return Draft(
        paragraphs=tuple(paragraphs),
        title=head.title,
        outlet=head.outlet,
        authors=head.authors or by,
        published=tuple(published),
        updated=head.updated,
        credit=named or ending or (line.agency if line else None),
        url=head.url,
        language=head.language,
        comments=comments,
        notes=_notes(blocks),
    )


def _notes(blocks: list[Block]) -> tuple[Note, ...]:
    notes: dict[str, Note] = {}
    for block in blocks:
        if block.note is not None:
            notes.setdefault(block.text, block.note)
        elif block.label == "caption" and block.words >= 5:
            stated = dates.dates_in(block.text)
            notes.setdefault(block.text, Note("caption", block.text, stated[0].value if stated else None))
    return tuple(notes.values())
