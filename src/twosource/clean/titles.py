"""The title of a stripped page: which of the lines above the body it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.blocks import Block
from twosource.clean.language import WORDS
from twosource.clean.shapes import folded

FUNCTION_WORDS = WORDS[0][1] | {"you", "your", "how", "why", "are", "this"}

REACH = 40
"""Lines above a body in which its title is looked for."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"\s+[|–—»:·•-]{1,2}\s+")


_FIELD = re.compile(
    r"(?:from|to|date|source|contact|release|view in browser|shared by|posted by|first seen|category|section|topics?"
    r"|ref|reference|department|case no|author|language|languages|views|tags|summary|location|posts|user|join date"
    r"|search|trending|photographs?|words|text|pictures?)\b[^:]{0,20}:",
    re.IGNORECASE,
)
"""The label of a field: what stands behind it is no title."""
_IN_NO_TITLE = ("http", "www.", "](")
_NO_TITLE = re.compile(r"https?://|www\.|\]\(|^\[[^\]]*\]|^[*=_~|+-]{3}")
_WIRE_MARK = re.compile(r"(?:UPDATE ?\d{0,2}|CORRECTED|REFILE|RPT|WRAPUP ?\d|EXCLUSIVE|FACTBOX)-(?=[A-Z\"“'‘])")
"""What agencies write before a title for the desks that get it."""
_IN_KICKER = ("NEWS", "SPORT", "POLITICS", "BUSINESS", "OPINION")
_KICKER = re.compile(r".{0,40}\b(?:NEWS|SPORTS?|POLITICS|BUSINESS|OPINION)\s+(?=[A-Z][a-z])")
"""The section's name, before the title where the page's line breaks are lost."""
_TICKER = ("breaking", "live", "latest", "just in", "urgent", "trending", "developing")
"""A line that says so heads the titles of other pages."""
NEAR = 4.0
"""Points; lines that are further behind the best are not looked for elsewhere on the page."""


def title_above(page: Sequence[Block], kept: Sequence[int]) -> int | None:
    """Index of the line above the body that is most like a title; None when no line is like one.

    A title shares words with the body, has the length of one, stands near it, is followed by a date or a byline, is
    marked as a heading, or stands on the page more than once: behind the breadcrumb, before the outlet's name.
    """
    if not kept:
        return None
    body = _words_in(page, kept)
    above = [index for index in range(max(0, kept[0] - REACH), kept[0]) if _may_be_title(page[index])]
    found: dict[int, float] = {}
    for index, words in zip(above, _words_of_each([page[index].text for index in above]), strict=True):
        if points := _points(page, index, words, body, kept[0] - index):
            found[index] = points
    if not found:
        return None
    best = max(found, key=lambda index: (found[index], -index))
    near = [index for index in found if found[index] >= found[best] - NEAR and page[index].words >= 4]
    if near in ([], [best]):
        return best
    text = "\n".join([block.text for block in page]).casefold()
    for index in near:
        found[index] += ECHO * min(2, text.count(page[index].text[:CUT].casefold().rstrip(".")) - 1)
    return max(found, key=lambda index: (found[index], -index))


def _words_in(page: Sequence[Block], kept: Sequence[int]) -> set[str]:
    """The words with which a body begins."""
    return set(_words(" ".join([page[index].text for index in kept[:12]])))


def _words(text: str) -> list[str]:
    """The runs of letters of `text`, case-folded; single letters may be left out."""
    letters = folded(text)
    return _WORD.findall(text.casefold()) if letters is None else letters.split()


def _words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """The words of each line: of all lines at once where one alphabet has all their letters, for that is quicker."""
    letters = folded("\n".join(texts))
    lines = [] if letters is None else letters.split("\n")
    return [line.split() for line in lines] if len(lines) == len(texts) else list(map(_words, texts))


def title_inside(page: Sequence[Block], kept: Sequence[int], above: int | None) -> int | None:
    """Index of a title that stands below the first lines of `kept`, which are then a greeting or a banner; None else.

    It has a byline below it, and is more like a title than the line `above`.
    """
    signed = [
        index
        for index in range(kept[0], min(kept[-1], kept[0] + REACH))
        if page[index].label == "short"
        and not page[index].line.bullet
        and 4 <= page[index].words <= 25
        and any(other.label == "byline" for other in page[index + 1 : index + 3])
    ]
    if not signed:
        return None
    total = sum(page[index].words for index in kept)
    best, found = _of(page, above, kept) if above is not None else NEAR, None
    for index in signed:
        rest = [i for i in kept if i > index]
        left = sum(page[i].words for i in rest)
        if left >= (1 - INTRODUCTION) * total and (points := _of(page, index, rest)) > best:
            best, found = points, index
    return found


def _of(page: Sequence[Block], index: int, kept: Sequence[int]) -> float:
    body = _words_in(page, kept)
    if not _may_be_title(page[index]):
        return 0.0
    return _points(page, index, _words(page[index].text), body, max(1, kept[0] - index))


INTRODUCTION = 0.3
"""Share of a body's words that may stand before its title."""
ECHO = 2.0
"""Points for each of two other places on which a title stands."""
CUT = 45
"""Characters; breadcrumbs cut a title off behind them."""


def _may_be_title(block: Block) -> bool:
    return block.label in _TITLES and 1 <= block.words <= 30


_TITLES = frozenset(("short", "sentence", "entry", "prose", "aside", "note"))


def _points(page: Sequence[Block], index: int, words: Sequence[str], body: set[str], distance: int) -> float:
    """How like a title the line is, 0 for not at all. `words` are its own, `body` has those of the text below."""
    block = page[index]
    signed = block.words >= 4 and "byline" in [other.label for other in page[index + 1 : index + 3]]
    placed = signed or (distance <= 3 and block.words >= 3)
    if not placed and body.isdisjoint(words):
        return 0.0
    # Words that say what it is about: those of a function word say nothing.
    content = [word for word in words if word not in FUNCTION_WORDS and len(word) > 1]
    if not content:
        return 0.0
    shared = sum(map(body.__contains__, content)) / len(content)
    if shared < 0.25 and not placed:
        return 0.0
    if _is_no_title(block.text) or (block.label == "note" and not _WIRE_MARK.match(block.text)):
        return 0.0
    following = [other.label in ("date", "byline") for other in page[index + 1 : index + 5]]
    points = 10.0 * shared * min(1.0, block.words / 6) - 0.2 * distance
    points += 3.0 if 5 <= block.words <= 20 else 0.0
    points += 4.0 if any(following[:2]) else 3.0 if any(following) else 0.0
    points += 3.0 if sum(following) >= 2 and signed else 0.0
    points += 3.0 if block.line.heading else 0.0
    points += 4.0 if _WIRE_MARK.match(block.text) else 0.0
    points -= 4.0 if block.line.bullet else 0.0
    points -= 3.0 if block.text[-1] in ".:;" else 0.0
    points -= 4.0 if block.words < 3 or block.label == "prose" else 0.0
    points -= 6.0 if _FIELD.match(block.text) else 0.0
    points -= 3.0 if index and page[index - 1].text.casefold().strip(" :!") in _TICKER else 0.0
    return max(points, 0.1)


def _is_no_title(text: str) -> bool:
    """Whether `text` has an address or begins with marks."""
    return (text[0] in "[*=_~|+-" or any(sign in text for sign in _IN_NO_TITLE)) and bool(_NO_TITLE.search(text))


def title_at(page: Sequence[Block], index: int) -> str:
    """The title that stands at `index`, with the rest of it where it is broken over two lines, and without marks."""
    text = page[index].text
    if text[-1] == "," and index + 1 < len(page):
        rest = page[index + 1]
        if rest.label in ("short", "sentence") and rest.words <= 10 and rest.text[0].islower():
            text = f"{text} {rest.text}"
    if any(section in text for section in _IN_KICKER):
        text = _KICKER.sub("", text)
    return _WIRE_MARK.sub("", text)


_LONG_TITLE = 5
"""Words; a shorter title may be a name with which the first sentence begins."""
_AFTER_TITLE = re.compile(r"[ .:|–—-]{1,4}(?=[A-ZÀ-ÖØ-Þ“\"‘(])")


def without_title(paragraph: str, title: str) -> str:
    """`paragraph` without the title at its head, as pages whose line breaks are lost have it; a sentence must follow.

    "Council votes again Council members voted ..." is cut; "Council votes again on the plan" is not.
    """
    title = title.strip()
    if len(title.split()) < _LONG_TITLE or not paragraph.startswith(title):
        return paragraph
    behind = _AFTER_TITLE.match(paragraph, len(title))
    rest = paragraph[behind.end() :] if behind else ""
    return rest if len(rest.split()) >= 2 * _LONG_TITLE else paragraph


def title_parts(text: str, outlet: str | None = None) -> tuple[str, str | None]:
    """A title without the name of the outlet that stands behind it ("... | The Paper"), and that name.

    Without knowing the outlet, only a last part of one to five words behind a longer title is taken for a name.
    """
    text = text.strip()
    parts = list(_PARTS.finditer(text))
    if not parts:
        return text, None
    last = parts[-1]
    head, name = text[: last.start()].strip(), text[last.end() :].strip()
    if outlet and _same(name, outlet):
        return head, name
    if outlet and _same(text[: parts[0].start()], outlet):
        return text[parts[0].end() :].strip(), text[: parts[0].start()].strip()
    named = 1 <= len(name.split()) <= 5 and len(head.split()) >= 4 and name[:1].isupper() and ":" not in last.group()
    return (
        (head, name)
        if (named and "|" in last.group()) or (named and outlet is None and len(name.split()) <= 3)
        else (text, None)
    )


def _same(name: str, outlet: str) -> bool:
    a, b = (re.sub(r"\W+|^the |\.(?:com|org|net)$", "", part.casefold().strip()) for part in (name, outlet))
    return bool(a) and (a == b or a in b or b in a)
