"""What stands inside a body and is not of it, and what of it stands above its byline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from twosource.clean.blocks import Block

LABELS = 4
"""So many short lines on end, with no mark of a list, are a box: hotels, prices, a form."""
LABEL_WORDS = 8
"""Longer lines, and those with a colon ("Winner: name"), are a list of the article whose marks were lost."""
ABOVE = 20
"""Lines between a standfirst and the first paragraph: byline, date, buttons, a picture."""
POINT_WORDS = 8
"""Points of a list above an article say what happened; entries of a menu are shorter."""

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: [A-ZÀ-ÖØ-Þ][\w.’'-]*){1,3}"
_TRADE = (
    r"(?:writer|reporter|journalist|editor|correspondent|columnist|author|professor|fellow|photographer|critic|historian"
    r"|contributor|researcher|lecturer|novelist|blogger|presenter|producer|freelancer?|member of)"
)
_AUTHOR = re.compile(
    rf"{_NAME},? (?:(?:is|was) (?:an? |the |our )?(?:[\w’'-]+ ){{0,6}}?{_TRADE}\b"
    r"|(?:writes|reports|blogs) (?:about|on|for|from|every|regularly)\b|covers [a-z]|(?:lives|works) (?:in|on|for) "
    r"|(?:tweets|can be (?:reached|found|followed)) )"
)
_SAID = re.compile(r"\b(?:said|says|told)\b|[\"“]\w[^\"”]{40}")


def without(page: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """`kept` without boxes of labels, lists of links, heads of printed pages, and what is told of the author."""
    shorts = Counter([page[index].text for index in kept if page[index].label == "short"])
    heads = {text for text, count in shorts.items() if count > 1}  # what stands twice is the head of printed pages
    once = [index for index in kept if page[index].text not in heads] if heads else kept
    left = [index for run in _runs(page, once) for index in run if not _is_box(page, run)]
    while len(left) > 2 and _is_author(page, left):
        left.pop()
        while len(left) > 2 and page[left[-1]].label == "short" and page[left[-1]].words <= 4:
            left.pop()
    return left


def _runs(page: Sequence[Block], kept: Sequence[int]) -> Iterator[list[int]]:
    """Lines of one kind that follow each other: short ones, entries of a list, or any other one alone."""
    run: list[int] = []
    before = ""
    for index in kept:
        shape = _shape(page[index])
        if run and (shape != before or not shape or index - run[-1] > 4):
            yield run
            run = []
        run.append(index)
        before = shape
    if run:
        yield run


def _shape(block: Block) -> str:
    return "short" if block.label == "short" else "entry" if block.line.bullet in ("*", "+", "•", "o") else ""


def _is_box(page: Sequence[Block], run: Sequence[int]) -> bool:
    if page[run[0]].label == "short":
        told = [": " in page[i].text or " : " in page[i].text or page[i].words > LABEL_WORDS for i in run]
        return len(run) >= LABELS and sum(told) < 0.4 * len(run)
    if _shape(page[run[0]]) == "entry":  # a link among them that says what it is tells what the others are
        about = range(max(0, run[0] - 1), min(len(page), run[-1] + 2))
        return any(page[i].label == "furniture" and page[i].line.bullet for i in about)
    return False


def _is_author(page: Sequence[Block], kept: Sequence[int]) -> bool:
    """Whether the last line of a body tells of its author, or of a person whose name is the heading above it."""
    last, above = page[kept[-1]], page[kept[-2]]
    if last.words > 80 or _SAID.search(last.text):
        return False
    if above.label == "short" and 2 <= above.words <= 5:
        name = above.text.removeprefix("About ")
        if last.text.startswith((name, f"{name.partition(' ')[0]} ")):
            return True
    return bool(_AUTHOR.match(last.text))


def standfirst(page: Sequence[Block], start: int) -> list[int]:
    """Indexes of the lines between the title and the byline that are of the article: its lead, or its key points."""
    found: list[int] = []
    signed = False
    for index in range(start - 1, max(0, start - ABOVE), -1):
        block = page[index]
        if block.label in ("related", "end", "note") or (block.label == "short" and block.words > 12):
            return []
        signed = signed or block.label in ("byline", "date")
        title = page[index - 1]
        if block.label == "prose" and not block.line.bullet:
            above = title.label in ("short", "sentence") and title.words >= 4 and not title.line.bullet
            return [index] if signed and above and block.words <= 60 and not found else []
        if block.label == "entry" and block.words >= POINT_WORDS and block.line.bullet:
            found.insert(0, index)
        elif found:
            heads = block.label == "sentence" and block.text.endswith(":")
            points = [index, *found] if heads else found
            return points if len(found) >= 2 and (heads or _title_near(page, index)) else []
    return []


def _title_near(page: Sequence[Block], index: int) -> bool:
    return any(block.label in ("byline", "date") for block in page[max(0, index - 4) : index + 1])
