"""Which lines of a stripped page are its article: each line gets a label and a worth, and the body is the run of lines
worth most.

The idea is that of boilerplate removal by shallow text features (Kohlschütter, Fankhauser, Nejdl 2010) and of choosing
the body as one region (the maximum subsequence of Pasternack and Roth 2009): sentences speak for, short lines and the
words that sites use around articles speak against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from twosource.clean import credits, dates, furniture  # noqa: A004 - as DESIGN names the file
from twosource.clean.lines import Line
from twosource.clean.shapes import long_words_in, shape, shaped, words_in
from twosource.records import Note

Label = Literal[
    "prose", "sentence", "short", "entry", "furniture", "related", "end", "comments", "caption", "note", "credit",
    "date", "byline", "aside",
]  # fmt: skip

PROSE_WORDS = 10
"""From this length on a line with a sentence's end is running text; headlines end in none."""
ENTRY_WORDS = 8
"""A shorter entry of a list is no sentence, whatever ends it."""
TEASER_WORDS = 25
"""The text under a title in a list of other pages is seldom longer."""
LONGEST_COUNTED = 100
"""Words of one line that count: one huge line shall not outweigh an article."""

BOX = 24.0
"""What known furniture between two paragraphs speaks against at most: the remains of a player are twenty lines."""

WORTH: dict[Label, float] = {
    "short": -3.0,  # a heading inside, a menu outside: many of them in a row are no article
    "entry": -2.5,  # entries of lists stand in articles more often than lone labels
    "furniture": -4.0,
    "related": -14.0,  # what follows is other pages; the article may go on after it
    "end": -30.0,  # seldom is anything of the article left
    "comments": -60.0,
    "caption": -1.0,  # pictures stand anywhere in an article
    "note": 0.0,
    "credit": -2.0,
    "date": -3.0,
    "byline": -2.0,
    "aside": -2.0,
}

_LAST = frozenset(".!?…。！？:;,")
_CLOSING = frozenset("\"”’»')]|")
_CLOSED = re.compile(r"[.!?…。！？](?:[\"”’»')\]]|\s?\|)*$")
_QUOTED = re.compile(r"[.!?…][\"”’»]")
_INSIDE = re.compile(r"[^\W_]{2}[.!?…][\"”’»)]*\s+[\"“«(]*[^\Wa-zà-öø-ÿа-яё]")
_TOKEN = re.compile(r"\w+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class Block(Struct, frozen=True, gc=False):
    """A line with what it is and how many words it has."""

    line: Line
    label: Label
    words: int
    note: Note | None
    text: str
    """The line's own: asked for more often than all else."""


def word_count(text: str) -> int:
    """Words of `text`; two characters of a script without blanks count as one word."""
    return words_in(shape(text))


KNOWN = 20_000
"""Lines of which is kept what they tell; when a page is read after so many, all are forgotten."""
LONGEST_KNOWN = 80
"""Characters of a line that is kept: menus and buttons stand on page after page, longer lines on one."""
_KNOWN: dict[str, tuple[Label | None, Note | None]] = {}


def forget() -> None:
    """Forget what the lines of earlier pages told. It would be told again: only the time that it takes is another."""
    _KNOWN.clear()


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Each line with its label."""
    texts = [line.text for line in lines]
    if len(_KNOWN) > KNOWN:
        forget()
    blocks: list[Block] = []
    for line, text, form, words in zip(lines, texts, *shaped(texts), strict=True):
        if line.aside:
            blocks.append(Block(line, "aside", words, None, text))
            continue
        if (found := _KNOWN.get(text)) is None:
            found = _told(text, form, words)
            if len(text) <= LONGEST_KNOWN:
                _KNOWN[text] = found
        label, note = found
        blocks.append(Block(line, label or _by_shape(line, words, form), words, note, text))
    return _with_captions(blocks)


def _with_captions(blocks: list[Block]) -> list[Block]:
    """The blocks, with lines as captions that stand above "Credit: name" or below "Image caption"."""
    captions = [index for index, block in enumerate(blocks) if block.label == "caption"]
    for index in sorted({*captions, *(index + 1 for index in captions)} - {0, len(blocks)}):
        before, block = blocks[index - 1], blocks[index]
        if before.label == "caption" and _LABEL.fullmatch(before.text) and _may_be_caption(block):
            blocks[index] = replace(block, label="caption")
        elif block.label == "caption" and _may_be_caption(before) and _CREDIT.match(block.text):
            blocks[index - 1] = replace(before, label="caption")
    return blocks


def _may_be_caption(block: Block) -> bool:
    return block.label in ("short", "sentence", "prose") and 4 <= block.words <= 40 and block.text[-1] not in '.!?:,"”'


_LABEL = re.compile(r"(?:image|media|photo|video) caption[,:]?", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:credit|photo(?:graph)?|picture|image|foto|фото)s? ?(?:credit|by)? ?[:/©] ?.{2,60}$", re.IGNORECASE
)
"""Whose picture it is, on a line of its own: the line above says what is on it."""


def _told(text: str, form: bytes, words: int) -> tuple[Label | None, Note | None]:
    """What the words of a line tell: its label, None where its shape must tell, and the note it is."""
    small = text.lower()
    kind = furniture.kind_of_shaped(text, form, small)
    if kind == "caption" and credits.credit_at_end(text):
        kind = None  # "... the ministry said. (AP/AFP)" credits the text
    if b"0" in form and kind in (None, "furniture") and _is_date_line(text, form, words):
        return "date", None
    telling = credits.telling(small)
    if "note" in telling and (found := credits.note(text)):
        return "note", found
    if kind is not None or not telling:
        return kind, None
    if "byline" in telling and words <= (20 if text[-1] not in ".!?" else 8) and credits.authors(text):
        return "byline", None
    return "credit" if "credit" in telling and credits.credit_line(text) else None, None


def _by_shape(line: Line, words: int, form: bytes) -> Label:
    short: Label = "entry" if line.bullet else "short"
    if words < (ENTRY_WORDS if line.bullet else 2):
        return short
    text = line.text
    stops = b"." in form
    ends = _ends(text, stops)
    if (
        words >= PROSE_WORDS
        and (ends or (stops and _INSIDE.search(text)) or (words >= 40 and "," in text))
        and not _is_headline_case(text, form)
    ):
        return "prose"
    return "sentence" if ends and not line.heading else short


def _ends(text: str, stops: bool) -> bool:
    """Whether a sentence ends with the line, or in it behind a quotation. `stops` says whether a full stop is in it."""
    last = text[-1]
    if last in _LAST or not stops:
        return last in _LAST
    return _QUOTED.search(text) is not None or (last in _CLOSING and _CLOSED.search(text) is not None)


def is_headline_case(text: str) -> bool:
    """Whether Nearly Every Long Word Is Written Like This."""
    return _is_headline_case(text, shape(text))


def _is_headline_case(text: str, form: bytes) -> bool:
    capitals = form.count(b"A") + form.count(b"X")
    if capitals < 4 or capitals <= 0.8 * (long := long_words_in(form)) or long < 4:
        return False
    initials = [word[0] for word in _LONG_WORD.findall(text)]
    return sum(map(str.isupper, initials)) > 0.8 * long and not text.isupper()


_DATE_WORDS = re.compile(
    r"\b(?:by|on|at|in|the|published?|posted|updated?|last|first|modified|created|date|issued|edited|min(?:ute)?s?|read"
    r"|time|local|am|pm|ist|est|edt|gmt|utc|views?|comments?|shares?|hours?|ago|today|written|and|of)\b|\d+",
    re.IGNORECASE,
)
_AGE = re.compile(
    (r"(?:(?:last |first )?(?:updated|posted|published|modified)|today" r"|yesterday)\b[^.!?]{0,80}\d[^.!?]{0,40}$"),
    re.IGNORECASE,
)
_AGES_BEGIN = frozenset("lufpmtyLUFPMTY")


def is_date_line(text: str) -> bool:
    """Whether the line holds a date and little else: a name, a section, a count, but no sentence."""
    form = shape(text)
    return _is_date_line(text, form, words_in(form))


def _is_date_line(text: str, form: bytes, words: int) -> bool:
    if len(text) > 220 or "(@" in text:
        return False
    stated = dates.dates_in(text) if b"0000" in form else ()
    if not stated:
        return words <= 14 and text[0] in _AGES_BEGIN and bool(_AGE.match(text))
    rest = text
    for found in reversed(stated):
        rest = rest[: found.start] + " " + rest[found.end :]
    rest = _DATE_WORDS.sub(" ", rest)
    left = len(_TOKEN.findall(rest))
    lower = len(re.findall(r"\b[a-z]{3,}", rest))
    return left <= 8 and (lower <= 2 or bool(credits.authors(text)))


# --- the region ------------------------------------------------------------------------------------------------------


def with_asides(blocks: Sequence[Block]) -> list[Block]:
    """Lists of other pages marked as asides, from their heading to where the article goes on."""
    marked = list(blocks)
    inside, article, seen = False, False, 0
    streams = sum([block.label == "date" for block in blocks]) >= STREAM_DATES
    for index, block in enumerate(blocks):
        label = block.label
        if label in ("related", "end") or (streams and article and not inside and _starts_stream(blocks, index)):
            inside = True
        elif inside and _resumes(blocks, index, seen):
            inside = False
        elif inside and label in ("prose", "sentence", "short", "entry", "date", "byline"):
            marked[index] = replace(block, label="aside")
        if label == "prose" and not inside:
            seen += block.words
            # A page that begins with teasers is a list, of which this must not leave the first alone.
            article = article or block.words >= 60 or (index > 0 and blocks[index - 1].label == "prose")
    return marked


STREAM_DATES = 3
"""Dates among a few lines, from which on they are of other articles."""


def _starts_stream(blocks: Sequence[Block], index: int) -> bool:
    """Whether a stream of other articles begins here though no heading says so: entry, date, teaser, and so on."""
    if blocks[index].label not in ("entry", "short") or blocks[index].words < 3:
        return False
    window = blocks[index : index + 14]
    dates_in_it = sum(block.label == "date" for block in window)
    apart = all(not (a.label == b.label == "prose") or b.line.bullet for a, b in pairwise(window))
    return dates_in_it >= STREAM_DATES and apart


def _resumes(blocks: Sequence[Block], index: int, seen: int) -> bool:
    """Whether the article begins or goes on at `index`, where a list of other pages stood before it.

    `seen` is how many words of running text came before. A lone paragraph among the entries of a list is a teaser,
    unless it is long, or the list has entries of another kind.
    """
    block = blocks[index]
    if block.label != "prose" or block.line.bullet:
        return False
    run = words = 0
    for following in blocks[index : index + 6]:
        if following.label in ("caption", "furniture", "note"):
            continue
        if following.label not in ("prose", "sentence") or following.line.bullet:
            break
        run, words = run + 1, words + following.words
    before = blocks[index - 1]
    if seen >= 40 and before.label in ("short", "entry", "caption", "furniture") and _REPORTS.search(block.text):
        return True
    if (
        before.label == "short" and before.words >= 3 and block.words <= TEASER_WORDS and run >= 2
        and not (blocks[index - 2].label == "short" and blocks[index - 2].words >= 4)
    ):  # fmt: skip
        return False  # a title and its teaser; the next line may be the article's
    return (
        (run >= 2 and words >= 35)
        or (
            block.words >= 45 and not (run == 1 and before.label in ("entry", "short", "date", "byline") and seen >= 40)
        )
        or (seen < 40 and block.words >= 20 and before.label in ("date", "byline", "furniture", "caption"))
        or (seen < 40 and block.words >= 30 and before.label == "aside")
        or (
            seen < 40
            and block.words >= 12
            and before.label == "short"
            and before.words >= 4
            and _signed(blocks[index : index + 4])
        )
        or (seen >= 40 and block.words >= 25 and before.label == "entry")
    )


def _signed(blocks: Sequence[Block]) -> bool:
    """Whether a byline or date stands below: what is above it is a title and what says more of it."""
    return any(block.label in ("byline", "date") for block in blocks[1:])


_REPORTS = re.compile(
    r"[\"“][^\"“”]{15,300}[\"”],? (?:\w+ ){0,4}?(?:said|says|told|added|asked)\b|\b(?:said|says):? [\"“]"
)
"""Somebody is quoted with "said": the text under a headline seldom is."""


def worth(block: Block) -> float:
    """How much the line speaks for standing in the body, in words."""
    if (value := WORTH.get(block.label)) is not None:
        return value
    if block.label == "sentence":
        return 0.5 * min(block.words, 20)
    return float(min(block.words, LONGEST_COUNTED)) * (0.5 if block.line.bullet in ("*", "+", "•", "o") else 1.0)


def region(blocks: Sequence[Block]) -> tuple[int, int]:
    """The run of blocks that is worth most, as a range of indexes; (0, 0) when no line speaks for a body."""
    best, best_range, total, start, box = 0.0, (0, 0), 0.0, 0, 0.0
    for index, block in enumerate(blocks):
        if total <= 0:
            total, start = 0.0, index
        value = worth(block)
        if block.label == "furniture":
            value = max(value, box - BOX)
            box -= value
        elif block.label in ("prose", "sentence"):
            box = 0.0
        total += value
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range
