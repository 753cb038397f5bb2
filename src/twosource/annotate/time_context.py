"""What the text has told so far, which the next time expression is anchored to, and what a new one changes in it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Literal

from . import time_calendar as calendar
from .time_lexing import BREAKS, Lexemes
from .time_meaning import OFFSET, Grain, Piece
from .time_tense import AHEAD
from .time_words import LETTER

Direction = Literal[-1, 0, 1]
# Years before the document's from which a paragraph tells of the background.
LONG_BEFORE: Final = 2
# A history that names a plain year goes on in it when the year lies this close ahead ...
_ASIDE: Final = 1
# ... or stands this close to the beginning of its sentence.
_OPENING: Final = 4
# ... with so few words before it that have nothing to do with time.
_LEADING: Final = 1
# Lexemes between a plan and its year, at most.
_PLANNED: Final = 4
# Lexemes on each side of a year in a heading, at most.
_HEADING: Final = 10
_QUARTER: Final = re.compile(r"\d{4}-Q[1-4]$")
# Periods that reports of results tell besides quarters.
_REPORTED: Final = re.compile(r"P(?:6M|9M|12M|1Y|2Q|3Q)|[+]0Y")
# With one of these the months are those up to today, and no period of a report.
_ROLLING: Final = frozenset("last past next coming recent previous this".split())
_DEFINITE: Final = frozenset(LETTER[name] for name in ("the", "its"))


@dataclass(frozen=True, slots=True)
class Running:
    """The running time: the value told last, the paragraph it stands in, and whether the words told its year."""

    value: str
    paragraph: int
    sentence: int
    absolute: bool
    heading: bool = False
    """Whether it stands in a heading, whose year holds for what follows."""


@dataclass(slots=True)
class Context:
    """What an expression is anchored to. `day` is the document's, None when nothing states it."""

    day: dt.date | None
    narrative: bool
    """Whether the text tells of times far from its own day (a history, not news)."""
    running: Running | None = None
    fixed: Running | None = None
    """The last time whose year the words told."""
    fine: Running | None = None
    """The last month or day whose year the words told."""
    background: Running | None = None
    """The last time of a background paragraph: of a year long before the document's, until its own days are told."""
    lately: str = ""
    """The last month or day told: what "the previous month" is counted from after "that year"."""
    quarter: str = ""
    """The last quarter told, for "the quarter" in reports of results."""
    compared: str = ""
    """The period that a report speaks of now, that quarter or its year: what "a year earlier" is a year before."""
    paragraph: int = 0
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Anchored:
    """A value with how it came about; see records.TimeExpression."""

    value: str
    unanchored: str
    anchor: Literal["absolute", "document", "narrative", "none"]
    direction: Direction = 0


def _is_aside(lexemes: Lexemes, context: Context, piece: Piece, result: Anchored) -> bool:
    """Whether a history names a plain year in passing ("the largest since 1813", "found in 2004") and goes on where it
    was: the year lies far from what was told last and doesn't open its sentence.
    """
    told = context.fine or context.fixed
    if not context.narrative or told is None or piece.meaning.grain is not Grain.YEAR or result.anchor != "absolute":
        return False
    if _opens(lexemes, piece.first):
        return False
    here, there = calendar.signed_year(result.value), calendar.signed_year(told.value)
    if here is None or there is None:
        return False
    return not there <= here <= there + _ASIDE or (here > there and _is_plan(lexemes, piece.first))


def _is_plan(lexemes: Lexemes, place: int) -> bool:
    """Whether a plan is named right before a year ("exposed for a planned campaign in 1976")."""
    return any(lexemes.word(before) in AHEAD for before in range(max(0, place - _PLANNED), place))


def _opens(lexemes: Lexemes, place: int) -> bool:
    """Whether a year opens its sentence, but for words that lead to it: "In 1905, ...", "Throughout 1905 ..."."""
    start = max(0, place - _OPENING)
    breaks = list(BREAKS.finditer(lexemes.kinds, start, place))
    if start and not breaks:
        return False
    return lexemes.kinds.count(LETTER["other"], breaks[-1].end() if breaks else start, place) <= _LEADING


def _in_heading(lexemes: Lexemes, piece: Piece) -> bool:
    """Whether a time stands in a short paragraph without a full stop."""
    behind = BREAKS.search(lexemes.kinds, piece.last, piece.last + _HEADING)
    start = max(0, piece.first - _HEADING)
    ahead = list(BREAKS.finditer(lexemes.kinds, start, piece.first))
    if not behind or behind[0] != LETTER["paragraph"]:
        return False
    return ahead[-1][0] == LETTER["paragraph"] if ahead else start == 0


def remember(lexemes: Lexemes, context: Context, piece: Piece, result: Anchored) -> None:
    """Moves the running time to what was just told."""
    meaning = piece.meaning
    _compare(lexemes, context, piece, result)
    if (
        meaning.type in {"DURATION", "SET"}
        or meaning.grain in {Grain.NONE, Grain.AGE}
        or result.value.startswith("XXXX")
    ):
        return
    absolute = result.anchor == "absolute"
    if context.narrative and not absolute and (result.anchor == "document" or meaning.told.endswith("Y")):
        return
    now = Running(
        result.value, context.paragraph, context.sentence, absolute, context.narrative and _in_heading(lexemes, piece)
    )
    aside = _is_aside(lexemes, context, piece, result)
    context.running = now
    context.background = _background(lexemes, context, piece, result, now)
    if re.match(r"\d{4}-\d\d", result.value):
        context.lately = result.value
    if aside:
        return
    if absolute or (result.anchor == "narrative" and (context.narrative or meaning.open)):
        context.fixed = now
        if len(result.value) != 4:
            context.fine = now


def _background(lexemes: Lexemes, context: Context, piece: Piece, result: Anchored, now: Running) -> Running | None:
    """What the background is told from after a time; nothing once the document's own days are told again.

    A plain year in the middle of a sentence ("since 1980", "dating to 1994") leads nowhere; one that opens it does, and
    so does one counted from what was told ("the following year").
    """
    year = calendar.signed_year(now.value)
    if context.day is None or context.narrative or year is None or context.day.year - year < LONG_BEFORE:
        return None
    if result.anchor == "document":
        return None
    plain = now.absolute and len(now.value) == 4
    return now if not plain or _opens(lexemes, piece.first) else context.background


def _compare(lexemes: Lexemes, context: Context, piece: Piece, result: Anchored) -> None:
    """Which period a report of results speaks of: the quarter told last, until it tells of the nine months."""
    quarter, told = result.value, piece.meaning.told
    if _QUARTER.match(quarter):
        if told == "+0Q" or (not OFFSET.match(told) and not told.endswith("-QX") and not _is_beside(quarter, context)):
            context.quarter = context.compared = quarter
    elif _REPORTED.fullmatch(told) and not any(
        lexemes.word(place) in _ROLLING for place in range(piece.first, piece.last)
    ):
        context.compared = context.compared[:4] if lexemes.kinds[piece.first] in _DEFINITE else context.compared


def _is_beside(quarter: str, context: Context) -> bool:
    """Whether a quarter is only held against the one spoken of: the same of the year before, or one not yet over."""
    if not context.quarter:
        return False
    now = f"{context.day.year:04d}-Q{(context.day.month + 2) // 3}" if context.day else "9999"
    return quarter >= now > context.quarter or (quarter[4:] == context.quarter[4:] and quarter < context.quarter)
