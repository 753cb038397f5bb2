"""The title of a stripped page: which of the lines above the body it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.blocks import Block
from twosource.clean.language import WORDS

FUNCTION_WORDS = WORDS[0][1] | {"you", "your", "how", "why", "are", "this"}

REACH = 40
"""Lines above a body in which its title is looked for."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"\s+[|–—»:·•-]{1,2}\s+")


def title_above(page: Sequence[Block], kept: Sequence[int]) -> int | None:
    """Index of the line above the body that is most like a title; None when no line is like one.

    A title shares words with the body, has the length of one, stands near it, is followed by a date or a byline, is
    marked as a heading, or stands on the page more than once.
    """
    if not kept:
        return None
    body = {word for index in kept[:12] for word in _content(page[index].text)}
    above = [block.text for block in page[: kept[0]]]
    best, title = 0.0, None
    for index in range(max(0, kept[0] - REACH), kept[0]):
        points = _points(page, index, body, kept[0] - index)
        if points and above.count(page[index].text) > 1:
            points += 2.0
        if points > best:
            best, title = points, index
    return title


def _points(page: Sequence[Block], index: int, body: set[str], distance: int) -> float:
    block = page[index]
    words = _content(block.text)
    if block.label not in ("short", "sentence", "entry", "prose", "aside") or not 1 <= block.words <= 30 or not words:
        return 0.0
    shared = sum(word in body for word in words) / len(words)
    if shared < 0.25 and not (distance <= 3 and block.words >= 3):
        return 0.0
    beside = any(other.label in ("date", "byline") for other in page[index + 1 : index + 4])
    points = 10.0 * shared * min(1.0, block.words / 6) - 0.2 * distance
    points += 3.0 if 5 <= block.words <= 20 else 0.0
    points += 3.0 if beside else 0.0
    points += 2.0 if block.line.heading else 0.0
    points -= 4.0 if block.line.bullet else 0.0
    points -= 3.0 if block.text[-1] in ".:;," else 0.0
    points -= 4.0 if block.words < 3 or block.label == "prose" else 0.0
    return max(points, 0.1)


def _content(text: str) -> list[str]:
    """The words of `text` that say what it is about: those of a function word say nothing."""
    return [folded for word in _WORD.findall(text) if (folded := word.casefold()) not in FUNCTION_WORDS]


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
