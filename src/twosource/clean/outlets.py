"""The outlet of a stripped page: the name by which the page speaks of itself. None is better than a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.blocks import Block
from twosource.clean.credits import AGENCY_NAMES
from twosource.clean.titles import title_parts

MASTHEAD_LINES = 6
"""A masthead stands among the first lines of a page."""

_OWN_NAME = re.compile(r"(.{2,50}?)(?:’s|'s|’|')? (?:news )?(?:web)?site can also be accessed\b", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w&’'-]*\.? ){0,3}(?:Herald|Tribune|Gazette|Times|Guardian|Chronicle|Observer|Telegraph"
    r"|Courier|Post|Daily|Journal|Independent|Standard|Examiner|Sentinel|Dispatch|Mirror|News Agency|Press Agency"
    r"|Broadcasting|Television|TV|Radio)(?: [A-Z][\w-]*)?"
    r"|(?:[\w-]+\.)+(?:com|org|net|info|news|tv|by|ru|ua|co\.uk|ie|ca|au)"
)
"""The name of a paper, an agency or a station tells itself by its words."""
_NAMED_WITH_THE = re.compile(r"The (?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*){0,2}")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|\s|(?:19|20)\d\d|[-–—,.])+(?P<name>[^\W\d_].*?)"
    r"\s*(?:$|[.,;|(–—]|\s-\s|all rights|(?:19|20)\d\d|terms|privacy|powered)",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"\b(?:media|group|inc|llc|ltd|limited|gmbh|ag|plc|corp(?:oration)?|company|holdings?|network|communications?"
    r"|publishing|publishers?|publications|institute|foundation|interactive|universal|pty|private"
    r"|condé nast|gannett|hearst|microsoft|tegna|nexstar|all rights|reserved|this|the content|images?|photos?)\b",
    re.IGNORECASE,
)
"""Owners of several papers stand in copyright lines too; they are not the outlet."""


def outlet(page: Sequence[Block], around: Sequence[int], agency: str | None, title: str | None) -> str | None:
    """The outlet's name as the page writes it.

    It is found in a notice of the site's other addresses, on a line of its own that says the dateline's agency again,
    in the copyright line at the foot, as a masthead, behind the title, or beside the date where it is a paper's name.
    """
    for block in page:
        if match := _OWN_NAME.match(block.text):
            return match[1].strip()
    wire = agency is None or agency.upper() in AGENCY_NAMES  # sells to all, so its name says nothing about the page
    for index in around:
        if (
            agency
            and not wire
            and _letters(page[index].text) == _letters(agency)
            and page[index].label in ("short", "credit")
        ):
            return page[index].text.strip(" ()-–—")
    return (
        _owner(page)
        or _masthead(page, title)
        or _first_cell(page, title)
        or _behind_title(page, title)
        or _beside_date(page, around)
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _owner(page: Sequence[Block]) -> str | None:
    """Whose copyright the last notice of the page claims, unless that is an owner of many or an agency."""
    notices = [b.text for b in page if re.match(r"©|\(c\)|copyright\b", b.text, re.IGNORECASE)]
    dated = [notice for notice in notices if re.search(r"(?:19|20)\d\d", notice)]
    match = _COPYRIGHT.match(dated[-1][:120]) if dated else None
    name = match["name"].strip() if match else ""
    if not 2 <= len(name) <= 40 or len(name.split()) > 5 or not (name[0].isupper() or "." in name):
        return None
    return None if _OWNER.search(name) or name.removeprefix("The ").upper() in AGENCY_NAMES else name


def _masthead(page: Sequence[Block], title: str | None) -> str | None:
    for index, block in enumerate(page[:MASTHEAD_LINES]):
        following = page[index + 1 : index + 5]
        menu = any(other.label in ("furniture", "entry", "related", "end") for other in following)
        if block.label != "short" or block.line.bullet or not menu or block.text == title:
            continue
        if _PAPER.fullmatch(block.text) or _NAMED_WITH_THE.fullmatch(block.text):
            return block.text
    return None


_CELLS = re.compile(r"\s+[|–—»•·]\s+")


def _first_cell(page: Sequence[Block], title: str | None) -> str | None:
    """A paper's name that opens the page's first line, with its menu or its motto behind it."""
    for block in page[:1]:
        cells = _CELLS.split(block.text)
        plain = block.label in ("short", "furniture", "entry", "aside") and block.text != title
        if len(cells) > 1 and plain and len(cells[0].split()) > 1 and _PAPER.fullmatch(cells[0]):
            return cells[0]
    return None


def _behind_title(page: Sequence[Block], title: str | None) -> str | None:
    for block in page:
        head, name = title_parts(block.text)
        if title and name and _letters(head) == _letters(title):
            return name
    return None


def _beside_date(page: Sequence[Block], around: Sequence[int]) -> str | None:
    for index in around:
        beside = [page[i].label for i in (index - 1, index + 1) if 0 <= i < len(page)]
        if page[index].label == "short" and "date" in beside and _PAPER.fullmatch(page[index].text):
            return page[index].text
    return None
