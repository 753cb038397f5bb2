"""Quotations: where the quotation marks of a text open and close.

One pass over the marks with a stack. What a mark does is decided by its neighbours first (a mark after a space and
before a letter opens) and by its shape second, since the web writes “so“, "so", ”so”, »so« and ``so''. A block of
text (between blank lines) is scanned by itself, so that one lost mark never spoils more than its paragraph; a quotation
left open at the end of a block goes on where the next block opens with a mark again, as printers do it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from twosource.records import Range

Form = Literal["sentence", "fragment", "title"]
Role = Literal["open", "close", "either"]
Family = Literal["double", "single", "corner", "white corner"]

# What each mark is by its shape. Families: a mark closes the nearest open mark of its own family only.
MARKS: dict[str, tuple[Family, Role]] = {
    "“": ("double", "open"),
    "”": ("double", "close"),
    "„": ("double", "open"),  # German, Polish, Russian by hand: „so“, „so”
    "‟": ("double", "open"),
    '"': ("double", "either"),
    "＂": ("double", "either"),
    "``": ("double", "open"),  # TeX, and treebanks
    "''": ("double", "close"),
    "«": ("double", "either"),  # French and Russian «so», German and Danish »so«
    "»": ("double", "either"),
    "〝": ("double", "open"),
    "〞": ("double", "close"),
    "〟": ("double", "close"),
    "‘": ("single", "open"),
    "’": ("single", "close"),
    "‚": ("single", "open"),
    "‛": ("single", "open"),
    "'": ("single", "either"),
    "‹": ("single", "either"),
    "›": ("single", "either"),
    "「": ("corner", "open"),
    "」": ("corner", "close"),
    "『": ("white corner", "open"),
    "』": ("white corner", "close"),
}
_MARK = re.compile("``|''|[" + "".join(mark for mark in MARKS if len(mark) == 1) + "]")
_BLOCK = re.compile(r"\n[^\S\n]*\n\s*")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OPENING_NEIGHBOURS = frozenset("([{<-–—―/:;=>…|*_•")
_CLOSING_NEIGHBOURS = frozenset(")]}>-–—―/:;,.!?<…|*_")
# Words that lose their first letters to an apostrophe: no quotation opens before them.
ELISIONS = frozenset("em til tis twas twere cause round bout neath n nuff ere cos coz".split())
# Nouns that a title of a work, law or slogan follows: what they introduce was not said by anyone.
TITLE_NOUNS = frozenset(
    "album anthem article banner book called campaign column cover documentary dubbed editorial entitled episode essay "
    "film headline headlined hit known magazine movie named nicknamed novel opera paper play poem programme program "
    "project report series show single song study titled video".split()
)
_SMALL_WORDS = frozenset("a an and as at but by de for from in into is nor of on or the to with vs via".split())
_MARGIN = 80  # characters looked at before a mark to see whether it opens a line
_LOOK_AHEAD = 2000  # characters: a single-quoted passage longer than this is an apostrophe without a partner


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks. `parts` are ranges with their marks, one for each paragraph it runs over.

    `depth` is 0 for the outermost. `closed` is false when its last mark is missing: it then ends with its line.
    `form`: a `sentence` stands by itself, a `fragment` is a few words inside another's sentence (scare quotes too),
    a `title` names a work.
    """

    parts: tuple[Range, ...]
    depth: int
    closed: bool
    form: Form

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Just after the last mark."""
        return self.parts[-1][1]


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    family: Family
    depth: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text`, by start; nested ones after the one they stand in. Never raises; linear in time."""
    found: list[tuple[list[Range], int, bool]] = []
    running: int | None = None
    for start, end in _blocks(text):
        closed, unclosed = _scan(text, start, end)
        goes_on = running is not None and _opens_at(text, start)
        for part, depth, whole in sorted([*closed, *unclosed], key=lambda piece: (piece[0][0], -piece[0][1])):
            if goes_on and running is not None and part[0] == start and depth == 0:
                parts, _, _ = found[running]
                found[running] = ([*parts, part], 0, whole)
                goes_on = False
                running = running if not whole else None
                continue
            found.append(([part], depth, whole))
        running = _left_open(found, end)
    return tuple(
        Quotation(tuple(parts), depth, whole, _form(text, parts)) for parts, depth, whole in sorted(found, key=_order)
    )


def _order(piece: tuple[list[Range], int, bool]) -> tuple[int, int]:
    parts, depth, _ = piece
    return parts[0][0], depth


def _blocks(text: str) -> list[Range]:
    blocks, start = [], 0
    for gap in _BLOCK.finditer(text):
        blocks.append((start, gap.start()))
        start = gap.end()
    blocks.append((start, len(text)))
    return [(start + _leading(text, start, end), end) for start, end in blocks if text[start:end].strip()]


def _leading(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip())


def _opens_at(text: str, at: int) -> bool:
    mark = _MARK.match(text, at)
    return mark is not None and MARKS[mark.group()][0] == "double"


def _left_open(found: list[tuple[list[Range], int, bool]], end: int) -> int | None:
    """The index of the quotation that the block left open at its very end."""
    for index in range(len(found) - 1, max(-1, len(found) - 8), -1):
        parts, depth, whole = found[index]
        if not whole and depth == 0 and parts[-1][1] >= end:
            return index
    return None


def _scan(text: str, start: int, end: int) -> tuple[list[tuple[Range, int, bool]], list[tuple[Range, int, bool]]]:
    """The quotations of one block: closed ones, and ones that never close (they end with their line)."""
    closed: list[tuple[Range, int, bool]] = []
    unclosed: list[tuple[Range, int, bool]] = []
    stack: list[_Open] = []
    marks = list(_MARK.finditer(text, start, end))
    closers = [mark.start() for mark in marks if _may_close_single(text, mark, start, end)]
    for mark in marks:
        family, role = MARKS[mark.group()]
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), None)
        does = _does(text, mark, start, end, role, depth is not None)
        if family == "single":
            does = _single(text, mark, does, depth is not None, closers, end)
        if does == "close" and depth is not None:
            _give_up(text, end, stack[depth + 1 :], unclosed)
            opened = stack[depth]
            del stack[depth:]
            closed.append(((opened.start, mark.end()), opened.depth, True))
        elif does == "open":
            if depth is not None and family == "double" and not _nests(text, mark, stack, depth):
                _give_up(text, mark.start(), stack[depth:], unclosed)
                del stack[depth:]
            stack.append(_Open(mark.start(), mark.end(), family, len(stack)))
    _give_up(text, end, stack, unclosed)
    return closed, unclosed


def _does(text: str, mark: re.Match[str], start: int, end: int, role: Role, is_open: bool) -> Role | Literal["nothing"]:
    """What a mark does, by its neighbours first and its shape second."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    can_open = not after.isspace() and (before.isspace() or before in _OPENING_NEIGHBOURS or before in MARKS)
    can_close = not before.isspace() and (after.isspace() or after in _CLOSING_NEIGHBOURS or after in MARKS)
    if role == "open":
        return "close" if is_open and can_close and not can_open else "open"
    if role == "close":
        first = mark.start() == start  # whatever its shape, it has nothing to close
        return "open" if not is_open and (first or (can_open and not can_close)) else "close"
    if can_open != can_close:
        if can_open:
            return "open"
        return "close" if is_open else "nothing"
    if is_open:
        return "close"
    return "open" if can_open and not before.isalnum() else "nothing"


def _may_close_single(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if MARKS[mark.group()][0] != "single" or mark.group() in "‘‚‛" or mark.start() == start:
        return False
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    return not before.isspace() and not after.isalnum()


def _single(
    text: str, mark: re.Match[str], does: str, is_open: bool, closers: list[int], end: int
) -> Literal["open", "close", "nothing"]:
    """Tells single quotation marks from apostrophes, the same characters in most texts."""
    at = mark.start()
    after = text[mark.end() : mark.end() + 1]
    if is_open and not after.isalnum() and text[at - 1 : at].strip() and does != "open":
        return "nothing" if _plural_possessive(text, at, closers, end) else "close"
    if does != "open" or mark.group() == "’" or text[at - 1 : at].isalnum():
        return "nothing"
    word = _WORD.match(text, mark.end())
    if (after.isdigit() and mark.group() != "‘") or (word is not None and word.group().lower() in ELISIONS):
        return "nothing"
    following = bisect_right(closers, at)
    return "open" if following < len(closers) and closers[following] - at <= _LOOK_AHEAD else "nothing"


def _plural_possessive(text: str, at: int, closers: list[int], end: int) -> bool:
    """`the workers' party` inside single quotes: an s before, a small letter after, and another mark to close with."""
    following = bisect_right(closers, at)
    if text[at - 1] != "s" or following >= len(closers):
        return False
    between = text[at + 1 : min(closers[following], at + 200, end)]
    return len(between) > 1 and between[0] == " " and between[1].islower() and not re.search(r"[.!?] | ['‘]", between)


def _nests(text: str, mark: re.Match[str], stack: list[_Open], depth: int) -> bool:
    """A double mark inside double marks nests only if its shape says that it opens and it stands inside a line."""
    before = text[max(0, mark.start() - _MARGIN) : mark.start()].rpartition("\n")[2]
    return depth < 3 and MARKS[mark.group()][1] == "open" and before.strip() != ""


def _give_up(text: str, end: int, opened: list[_Open], unclosed: list[tuple[Range, int, bool]]) -> None:
    """Ends quotations that never close: an outermost double one with its line, others are no quotations at all."""
    for one in opened:
        if one.family == "double" and one.depth == 0:
            line_end = text.find("\n", one.start, end)
            stop = line_end if line_end != -1 else end
            stop = one.inner + len(text[one.inner : stop].rstrip())
            if stop > one.inner:
                unclosed.append(((one.start, stop), 0, False))


def _form(text: str, parts: list[Range]) -> Form:
    """Whether a quotation is a sentence of its own, a fragment of one, or the name of a work."""
    start, end = parts[0][0], parts[-1][1]
    inner = text[start:end].strip("".join(mark for mark in MARKS if len(mark) == 1) + "`").strip()
    words = _WORD.findall(inner)
    before = _WORD.findall(text[max(0, start - 40) : start])
    ended = inner[-1:] in ".,!?…;-–—" or (text[end : end + 1] in "," and text[end : end + 1] != "")
    if not words:
        return "fragment"
    if _titled(words) and inner[-1:] not in ".!?…" and not (inner[-1:] == "," and len(words) == 1):
        return "title"
    if before and before[-1].lower() in TITLE_NOUNS and text[start - 2 : start - 1] not in ":," and len(words) < 12:
        return "title"
    starts = inner[0].isupper() or inner[0] in "…[(.$£€" or inner[0].isdigit() or inner[0] in MARKS
    introduced = text[max(0, start - 4) : start].rstrip()[-1:] in {",", ":"}
    if introduced and len(words) > 5 and (ended or len(words) > 9):
        return "sentence"
    if len(parts) > 1 or (ended and starts and (len(words) > 2 or inner[-1] in "!?.,")):
        return "sentence"
    return "fragment"


def _titled(words: list[str]) -> bool:
    """Title Case: every word but the small ones has a capital, and there are two such words at least."""
    heavy = [word for word in words if word.lower() not in _SMALL_WORDS]
    capital = [word for word in heavy if word[0].isupper() or word[0].isdigit()]
    return len(words) >= 2 and len(heavy) >= 2 and len(capital) == len(heavy) and len(words) < 14
