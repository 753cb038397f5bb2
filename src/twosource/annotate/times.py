"""Time expressions of a text with TIMEX3 type and value: our own grammar over the words, no date parser.

The grammar (`time_grammar.py`) reads what the words say, `time_tense.py` which way they lean, `time_anchoring.py` which
day they mean. Values follow ISO-TimeML at the granularity written; the measure is TempEval-3's.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.attrs import DEP, IDX, POS
from spacy.symbols import VERB
from spacy.tokens import Doc

from twosource.records import Range, TimeExpression

from . import time_calendar as calendar
from .time_anchoring import anchored
from .time_context import Anchored, Context, remember
from .time_events import event_of
from .time_filters import is_time
from .time_grammar import read
from .time_lexing import BREAKS, Lexemes, lex
from .time_meaning import OFFSET, Grain, Meaning, Piece, within
from .time_ranges import with_years
from .time_tense import NEAREST, lean, set_beforehand
from .time_words import LETTER

# A text is a narrative of other times when at least this many days or months with a year are told in it ...
_NARRATIVE_TIMES: Final = 3
# ... of plain years it takes this many times as many, for news has them in its background paragraphs ...
_PLAIN_YEARS: Final = 4
# ... and most of them lie at least this far from the document's year.
_NARRATIVE_YEARS: Final = 2
_IN_FULL: Final = re.compile(r"\d{4}(?:-\d\d){0,2}$")
_YEARLESS: Final = re.compile(r"XXXX-\d\d")
# Lexemes between a clock time and the day it is told with.
_DAY_AFTER_CLOCK: Final = 8


def times(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Every time expression of `doc` in text order, none overlapping.

    `published` is the ISO date or date-time of the document, None when nothing states it: then relative expressions
    keep their X's in `value` too. Offsets are into `doc.text`. Any text is allowed; nothing raises.
    """
    lexemes = lex(doc.text)
    verbs = _verbs(doc)
    pieces = [piece for piece in read(lexemes) if is_time(lexemes, piece, verbs)]
    day = published_day(published)
    breaks = _Breaks(lexemes)
    context = Context(day, _is_narrative(pieces, day))
    found = []
    for piece in _with_days(lexemes, with_years(lexemes, pieces)):
        context.paragraph, context.sentence = breaks.of(piece.first)
        leaning = lean(lexemes, piece.first, piece.last, verbs) if _leans(piece.meaning, day) else 0
        if (
            day
            and leaning <= 0
            and _YEARLESS.match(piece.meaning.told)
            and set_beforehand(lexemes, piece.first, piece.last)
        ):
            leaning = NEAREST
        result = anchored(piece.meaning, leaning, context)
        found.append(_expression(lexemes, piece, result))
        remember(lexemes, context, piece, result)
    return tuple(found)


def _leans(meaning: Meaning, day: dt.date | None) -> bool:
    """Whether tense has a say: not for lengths, nor for a date told in full where the document's day is known."""
    if meaning.type in {"DURATION", "SET"} or meaning.grain is Grain.NONE:
        return False
    return day is None or meaning.of is not None or not _IN_FULL.match(meaning.told)


def published_day(published: str | None) -> dt.date | None:
    """The day of an ISO date or date-time; None where there is none or it is malformed."""
    return calendar.day_of(published) if published else None


def _with_days(lexemes: Lexemes, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, a bare clock time with the day that follows it close by: "at 10:35 (0735 GMT) on Friday"."""
    for place, piece in enumerate(pieces):
        day = _day_behind(lexemes, piece, pieces[place + 1 : place + 3]) if piece.meaning.grain is Grain.CLOCK else None
        timed = within(piece.meaning, day) if day else None
        yield replace(piece, meaning=timed) if timed else piece


def _day_behind(lexemes: Lexemes, piece: Piece, others: list[Piece]) -> Meaning | None:
    """The first day among `others` that stands near and in the sentence of a clock time."""
    for other in others:
        near = other.first - piece.last <= _DAY_AFTER_CLOCK and not BREAKS.search(
            lexemes.kinds, piece.last, other.first
        )
        if near and other.meaning.grain is Grain.DAY and not other.meaning.time[:2].isalpha():
            return replace(other.meaning, time="")
    return None


class _Breaks:
    """Which paragraph and sentence a lexeme stands in."""

    def __init__(self, lexemes: Lexemes) -> None:
        places = [found.start() for found in BREAKS.finditer(lexemes.kinds)]
        self._sentences = places
        self._paragraphs = [place for place in places if lexemes.kinds[place] == LETTER["paragraph"]]

    def of(self, place: int) -> tuple[int, int]:
        return bisect_right(self._paragraphs, place), bisect_right(self._sentences, place)


def _verbs(doc: Doc) -> frozenset[int] | None:
    """Offsets of the verbs, but for participles that stand before a noun ("the exiled leader"); None when the pipeline
    tells no parts of speech.
    """
    if not doc.has_annotation("POS"):
        return None
    parts = doc.to_array([POS, DEP, IDX])
    verbs = (parts[:, 0] == VERB) & (parts[:, 1] != doc.vocab.strings["amod"])
    return frozenset(parts[verbs, 2].tolist())


def _is_narrative(pieces: list[Piece], day: dt.date | None) -> bool:
    """Whether most times with a year lie far from the document's, and few point from its own day."""
    told = [
        piece.meaning for piece in pieces if piece.meaning.told[:4].isdigit() or piece.meaning.told.startswith("BC")
    ]
    fine = [meaning for meaning in told if meaning.grain in {Grain.DAY, Grain.MONTH, Grain.SEASON}]
    plain = [meaning for meaning in told if meaning.grain is Grain.YEAR]
    if day is None or len(fine) + len(plain) / _PLAIN_YEARS < _NARRATIVE_TIMES:
        return False
    near = sum(_is_near(meaning, day) for meaning in fine + plain)
    told_here = sum(
        piece.meaning.base == "document" and piece.meaning.grain is Grain.DAY and _deictic(piece) for piece in pieces
    )
    far = len(fine) + len(plain) - near
    return far > near and far > 2 * told_here


def _is_near(meaning: Meaning, day: dt.date) -> bool:
    """Whether a time is of the document's year or one beside it."""
    return meaning.told[:4].isdigit() and abs(int(meaning.told[:4]) - day.year) < _NARRATIVE_YEARS


def _deictic(piece: Piece) -> bool:
    """Whether the words point from the document's own day: "yesterday", "Friday"."""
    return bool(OFFSET.match(piece.meaning.told)) or piece.meaning.told.startswith("XXXX-WXX")


def _expression(lexemes: Lexemes, piece: Piece, result: Anchored) -> TimeExpression:
    start, end = lexemes.starts[piece.first], lexemes.ends[piece.last - 1]
    return TimeExpression(
        start, end, piece.meaning.type, result.value, result.unanchored, result.anchor, result.direction,
        _event(lexemes, piece),
    )  # fmt: skip


def _event(lexemes: Lexemes, piece: Piece) -> Range | None:
    place = event_of(lexemes, piece)
    return None if place is None else (lexemes.starts[place], lexemes.ends[place])
