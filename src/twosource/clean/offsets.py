"""Back from an article to its page: where a paragraph stands in the raw text, and a quotation in what readers see.

Cleaning changes white space, marks and entities, never letters and digits. So words are found again by these alone:
their letters are looked for in the letters of the page, each of which keeps its place.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from twosource.clean.lines import BLOCK_TAGS, INLINE_TAGS, squeeze
from twosource.records import Range

CONTEXT = 40
"""Letters of prefix and suffix that are compared."""
TRIES = 1_000
"""Places that are tried for one paragraph: a page may say one word a million times."""
GAP = 2_000
"""Characters between two words that are looked through for the marks of a paragraph's ends."""

UNSEEN = frozenset("script style noscript template head title iframe object svg math select textarea".split())
"""Elements whose text readers do not see, or not as text of the page."""
INLINE = frozenset(INLINE_TAGS.split("|")) - {"html", "body", "head"}
"""Elements that part no words; before and after any other one a new line begins."""

_NAMES = f"{BLOCK_TAGS}|{INLINE_TAGS}"
_DROPPED = (
    rf"</?(?i:{_NAMES})\b[^<>]{{0,1000}}>"
    rf"|&lt;/?(?i:{_NAMES})\b(?:(?!&gt;)[^<>]){{0,300}}&gt;"  # a tag that was escaped
    r"|!\[[^\[\]]{0,500}\]\([^()\s]{0,1000}\)|(?<=\])\((?:https?:|/|\#|mailto:)[^()\s]{0,1000}\)"  # images, addresses
)
_ENTITY = r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
_PIECES = re.compile(rf"(?:{_DROPPED})|(?P<entity>{_ENTITY})|(?P<word>[^\W_]+)")
_AS_IT_STANDS = re.compile(r"(?P<word>[^\W_]+)")
_MARKS = re.compile(rf"(?P<dropped>{_DROPPED})|(?P<entity>{_ENTITY})|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_SKIPPED = re.compile(r"[\s*_#\\>|]*")
"""What may stand between a paragraph's own marks in raw text: white space, and the marks of Markdown."""


class Letters(NamedTuple):
    """The letters and digits of a text in one string, and where each run of them stands in the text."""

    text: str
    starts: list[int]
    """Where each run begins in `text`."""
    places: list[Range]
    """Where each run stands; an entity is longer there than the letter that it means."""

    def find(self, words: str, start: int = 0) -> int | None:
        """Where `words` (letters and digits alone) first stand in `text` from `start` on, as whole runs."""
        for _ in range(TRIES):
            start = self.text.find(words, start) if words else -1
            if start < 0:
                return None
            if self._parts(start) and self._parts(start + len(words)):
                return start
            start += 1
        return None

    def find_last(self, words: str, start: int, end: int) -> int | None:
        """Where `words` last stand between `start` and `end`, if that is as whole runs."""
        at = self.text.rfind(words, start, end)
        return at if at >= 0 and self._parts(at) and self._parts(at + len(words)) else None

    def _parts(self, at: int) -> bool:
        run = bisect_left(self.starts, at)
        return at == len(self.text) or (run < len(self.starts) and self.starts[run] == at)

    def range(self, start: int, end: int) -> Range:
        """Where the letters from `start` to `end`, whole runs, stand."""
        return self.places[self._run(start)][0], self.places[self._run(end - 1)][1]

    def around(self, start: int, end: int) -> Range:
        """Where the run before these letters ends, and the one after them begins."""
        before, after = self._run(start) - 1, self._run(end - 1) + 1
        return (
            self.places[before][1] if before >= 0 else 0,
            self.places[after][0] if after < len(self.places) else self.places[-1][1] + GAP,
        )

    def _run(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def letters_of(text: str, pieces: re.Pattern[str] = _AS_IT_STANDS) -> Letters:
    """The letters and digits of `text`, with their places."""
    runs: list[str] = []
    starts: list[int] = []
    places: list[Range] = []
    at = 0
    for match in pieces.finditer(text):
        run = match["word"] or ""
        if not run and match.lastgroup == "entity":
            run = letters_in(html.unescape(match.group()))
        if run:
            runs.append(run)
            starts.append(at)
            places.append(match.span())
            at += len(run)
    return Letters("".join(runs), starts, places)


def letters_in(text: str) -> str:
    """The letters and digits of `text` alone."""
    return "".join(_WORD.findall(text))


# --- stripped text ---------------------------------------------------------------------------------------------------


def places(raw: str, paragraphs: Sequence[str]) -> tuple[Range | None, ...]:
    """Where each paragraph of an article stands in `raw`, the decoded text of its page; None for one that does not.

    A range runs from a paragraph's first character to its last, with what stood between and was cleaned away: line
    breaks, tags, marks. Of a text that stands there several times the place nearest to its neighbours is meant.
    """
    page, plain = letters_of(raw, _PIECES), None
    found: list[Range | None] = []
    for paragraph, place in zip(paragraphs, _aligned(page, [letters_in(p) for p in paragraphs]), strict=True):
        if place is not None:
            found.append(_widened(raw, page, place, paragraph))
            continue
        plain = plain or letters_of(raw)  # what looks like a tag or an address may be text
        words = letters_in(paragraph)
        if (at := plain.find(words)) is not None:
            found.append(_widened(raw, plain, (at, at + len(words)), paragraph))
        else:
            at = -1 if words else raw.find(paragraph)  # a paragraph may be marks alone
            found.append((at, at + len(paragraph)) if at >= 0 else None)
    return tuple(found)


def _aligned(page: Letters, paragraphs: Sequence[str]) -> list[Range | None]:
    """The place of each paragraph's letters in those of the page: after the one before it where they stand there, and
    then as near as can be to the one after it."""
    found: list[Range | None] = []
    at = 0
    for words in paragraphs:
        start = page.find(words, at)
        start = page.find(words) if start is None else start
        found.append(None if start is None else (start, start + len(words)))
        at = at if start is None else max(at, start + len(words))
    for place in range(len(found) - 2, -1, -1):
        here, after = found[place], found[place + 1]
        before = found[place - 1] if place else (0, 0)
        if here and after and before and before[1] <= here[0] < after[0]:
            start = page.find_last(paragraphs[place], here[0], after[0])
            found[place] = here if start is None else (start, start + len(paragraphs[place]))
    return found


def _widened(raw: str, page: Letters, place: Range, paragraph: str) -> Range:
    """Where these letters stand on the page, with the marks at the paragraph's ends: quotes, brackets, a stop."""
    start, end = page.range(*place)
    low, high = page.around(*place)
    low, high = max(low, start - GAP), min(high, end + GAP)
    lead = paragraph[: len(paragraph) - len(paragraph.lstrip(_marks_of(paragraph)))]
    tail = paragraph[len(paragraph.rstrip(_marks_of(paragraph))) :]
    before = list(_MARKS.finditer(raw, low, start))[::-1]
    edges = [match.start() for match in _matched(before, lead[::-1])]
    ends = [match.end() for match in _matched(_MARKS.finditer(raw, end, high), tail)]
    return edges[-1] if edges else start, ends[-1] if ends else end


def _marks_of(paragraph: str) -> str:
    """The characters of a paragraph that are no letters or digits."""
    return "".join({char for char in paragraph if not _WORD.match(char)})


def _matched(pieces: Iterable[re.Match[str]], marks: str) -> Iterator[re.Match[str]]:
    """The pieces of raw text that are `marks`, one after the other, with only what is cleaned away between."""
    wanted = [mark for mark in marks if not mark.isspace()]
    for piece in pieces:
        shown = "" if piece["dropped"] else html.unescape(piece.group())
        if not wanted:
            return
        if shown == wanted[0]:
            wanted.pop(0)
            yield piece
        elif squeeze(shown) and not _SKIPPED.fullmatch(shown):
            return


# --- HTML ------------------------------------------------------------------------------------------------------------


def visible_text(tree: HtmlElement) -> str:
    """What readers see of the parsed page `tree`, in one line: white space squeezed, no scripts and styles."""
    parts: list[str] = []
    waiting: list[HtmlElement | str] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            continue
        joint = "" if node.tag in INLINE else "\n"
        parts += [joint, node.text or ""]
        waiting.append(joint)
        for child in reversed(node):
            waiting += [child.tail or "", child]
    return squeeze("".join(parts))


def find_quote(page: Letters, quote: str, prefix: str = "", suffix: str = "") -> tuple[Range, ...]:
    """Where `quote` stands in a text, given by its letters, by the W3C's TextQuoteSelector: of several places those
    whose surroundings agree best with `prefix` and `suffix`. Empty when it does not stand there.

    White space and marks do not count: a row of a table has bars in an article, and none in what readers see.
    """
    words = letters_in(quote)
    before, after = letters_in(prefix)[-CONTEXT:], letters_in(suffix)[:CONTEXT]
    scored: list[tuple[int, Range]] = []
    at = page.find(words)
    while at is not None and len(scored) < TRIES:
        end = at + len(words)
        left, right = page.text[max(0, at - CONTEXT) : at], page.text[end : end + CONTEXT]
        scored.append((_shared(left[::-1], before[::-1]) + _shared(right, after), page.range(at, end)))
        at = page.find(words, end)
    best = max((score for score, _ in scored), default=0)
    return tuple(place for score, place in scored if score == best)


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
