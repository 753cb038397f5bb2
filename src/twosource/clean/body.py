"""The article in an HTML page: trafilatura finds the body, our tables clean its edges, the head tells the rest."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from twosource.clean import credits, furniture, kinds, metadata, opinions, problems, repeats  # noqa: A004 - as DESIGN names the file
from twosource.clean.blocks import Block, blocks_of
from twosource.clean.captions import SHORTEST, caption_note
from twosource.clean.draft import Draft
from twosource.clean.lines import Line, squeeze
from twosource.clean.plain_text import read_text
from twosource.clean.sections import Rule
from twosource.records import Note, Witness

for _library in ("trafilatura", "htmldate"):  # what they find odd in a page is no message for the reader's terminal
    logging.getLogger(_library).addHandler(logging.NullHandler())

EDGES = ("furniture", "related", "end", "date", "byline", "comments", "aside")
"""Labels that are cut from the head and the foot of what trafilatura takes for the body; inside it is trusted."""
ANYWHERE = ("caption", "note", "credit")
"""Labels that are taken out wherever they stand."""
HEADING_WORDS = 8
"""A longer line is no heading of a list of other pages."""
FOOT_WORDS = 100
"""A longer paragraph at the foot of a body is part of it, whatever it says."""

FOOT = (
    Rule(
        r"(?:get|sign up|subscribe|register|join|download|click|tap|follow|like|support)\b.{0,160}"
        r"\b(?:inbox|newsletters?|subscri\w+|delivered|apps?|here"
        r"|on (?:twitter|facebook|instagram|telegram))\b.{0,300}",
        "asks readers to do something",
    ),
    Rule(
        r"(?:(?:have|got) (?:a|any) (?:news )?(?:tip|story|question|comment)|tell us|let us know|e-?mail us|contact us"
        r"|you may also like|follow .{1,60} full coverage)\b.{0,300}",
        "asks readers to do something",
    ),
    Rule(r".{0,300}\bfollow (?:him|her|them|me|us|@\w+) (?:\w+ )?(?:on|at)\b.{0,160}", "where its writer is found"),
    Rule(r".{0,200}\b(?:can|may) be (?:reached|contacted) (?:at|on|by|via)\b.{0,200}", "where its writer is found"),
    Rule(
        r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) is (?:an?|the) (?:[\w-]+ ){0,6}?"
        r"(?:reporter|writer|editor|columnist|correspondent|journalist|contributor|producer)"
        r" (?:at|for|with|based|covering|who (?:covers|writes))\b.{0,400}",
        "biography of its writer",
    ),
)
"""Paragraphs that end a page's text and not its article; nothing that somebody said."""
_FOOT = tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in FOOT)
_SAID = re.compile(r"\b(?:said|says|told)\b")

_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]*)\s[^<>]{20000,}>")
"""A tag with more attributes than any page has: the parsers' time grows with their square."""


def read_html(text: str, url: str | None = None, min_words: int = 20) -> Draft:
    """The parts of the article in the HTML page `text`; `url` is its address if known.

    Never raises: a page that the libraries fail on, or in which they find no article, gives a Draft with a `problem`.
    """
    text = _LONG_TAG.sub(r"<\1>", text)
    tree = metadata.parse(text)
    if tree is None:
        return Draft(problem=problems.EMPTY)
    head = metadata.read_head(tree, url)
    found = opinions.body_of(tree, text, head.body)
    blocks = blocks_of([Line(line) for line in map(_plain, found.text.split("\n")) if line])
    kept = _kept(blocks, head.title)
    if sum(blocks[index].words for index in kept) < min_words:
        return _without_body(text, head, min_words)
    body = [blocks[index].text for index in kept]
    kind = kinds.of_tree(tree, text, body)
    if kind == "article" and kinds.says_live(head.title):  # the times of its entries are in no markup for times
        kind = read_text(text, head.title).kind
    problem = problems.problem(blocks, kept, min_words)
    if problem and (kind == "article" or problem != problems.INDEX):
        return Draft(title=head.title, outlet=head.outlet, url=head.url, problem=problem)
    draft = _draft(blocks, kept, _completed(head, tree, body, url), _comments(found.comments))
    return replace(draft, kind=kind)


def _completed(head: metadata.Head, tree: HtmlElement, body: Sequence[str], url: str | None) -> metadata.Head:
    """`head` with the dates and authors that stand about the body for readers, where its head states none."""
    if head.published and head.authors:
        return head
    plain = read_text("\n".join(metadata.lines_about(tree, head.title, body)), head.title)
    published = head.published or plain.published
    if not published and (visible := metadata.visible_date(tree, url)):
        published = (Witness(visible, "html"),)
    return replace(
        head, published=published, updated=head.updated or plain.updated, authors=head.authors or plain.authors
    )


def _plain(line: str) -> str:
    """A line of trafilatura's as text: a row of a table without its outer bars, "" for a rule ("___")."""
    line = squeeze(line)
    if line.startswith("|"):
        line = " | ".join(cell for part in line.split("|") if (cell := part.strip()))
    return line if any(map(str.isalnum, line)) else ""


def _comments(text: str) -> tuple[str, ...]:
    comments = map(squeeze, text.split("\n"))
    return tuple(line for line in comments if len(line.split()) >= 3 and furniture.kind_of(line) is None)


def _kept(blocks: list[Block], title: str | None) -> list[int]:
    """Indexes of the lines of the body."""
    kept = [i for i, block in enumerate(blocks) if block.label not in ANYWHERE and not _heads_a_list(block)]
    while kept and blocks[kept[0]].label in EDGES:
        kept.pop(0)
    kept = kept[: _tells_of_company(blocks, kept)]
    while kept and (blocks[kept[-1]].label in EDGES or _is_foot(blocks[kept[-1]])):
        kept.pop()
    if title:
        kept = repeats.without_title(blocks, kept, title, head=2)
    return kept


def _heads_a_list(block: Block) -> bool:
    return block.label == "related" and block.words <= HEADING_WORDS


def _is_foot(block: Block) -> bool:
    """Whether a paragraph at the foot of a body is about its writer, or asks something of its readers."""
    text = block.text
    return block.words <= FOOT_WORDS and not _SAID.search(text) and any(form.fullmatch(text) for form in _FOOT)


def _tells_of_company(blocks: list[Block], kept: list[int]) -> int:
    """The place in `kept` where a company begins to tell of itself ("About X", "X is ..."); its length without one."""
    for place in range(len(kept) // 2, len(kept) - 1):
        heading = blocks[kept[place]]
        name = heading.text.removeprefix("About ").rstrip(":")
        following = blocks[kept[place + 1]].text.removeprefix("The ")
        if heading.text.startswith("About ") and heading.words <= HEADING_WORDS and following.startswith(name):
            return place
    return len(kept)


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
        elif block.label == "caption" and block.words >= SHORTEST:
            notes.setdefault(block.text, caption_note(block.text))
    return tuple(notes.values())
