"""Where and when somebody spoke, as far as the clause of the cue says: "told a rally in Selm on Friday that ..."."""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.extents import time_phrase
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.reporting import Statement

_REACH = 24
"""Tokens around a cue in which its circumstances stand."""
_PLACING = frozenset("in at from outside near inside".split())
# Occasions and halls at which people speak, beside the places that bear a name.
_OCCASIONS = frozenset(
    "rally conference briefing hearing summit court parliament meeting congress assembly ceremony forum session event "
    "debate speech address funeral headquarters office square hall airport embassy hospital congregation trial lunch "
    "dinner breakfast gathering vigil protest town city capital village school university church mosque".split()
)
_DAYTIMES = frozenset("earlier later today yesterday tonight".split())


def placed(words: Words, one: Statement) -> Statement:
    """`one` with the place and the time of speaking."""
    if one.cue is None:
        return one
    time: Tokens | None = None
    place: Tokens | None = None
    for start, end in _regions(words, one):
        time = time or _time(words, start, end)
        place = place or _place(words, start, end)
    return replace(one, time=time, place=place) if time or place else one


def _regions(words: Words, one: Statement) -> list[Tokens]:
    """The tokens of the cue's clause that are neither content nor source: behind the cue, before it, at the opening."""
    cue = one.cue
    assert cue is not None
    start, end = words.lines[one.line] if one.line < len(words.lines) else (cue[0], cue[1])
    if not start <= cue[0] < end:
        return []
    after = max(cue[1], one.source[1]) if one.source is not None else cue[1]
    begin = min(cue[0], one.source[0]) if one.source is not None else cue[0]
    regions = [_clear(words, one, after, min(end, after + _REACH))]
    if one.source is not None and one.source[1] < cue[0]:
        regions.append((one.source[1], cue[0]))
        if cue[1] < after:
            regions.append(_clear(words, one, cue[1], after))
    opening = next((k for k in range(start, begin) if words.pos[k] not in {"SPACE", "CCONJ", "PUNCT"}), begin)
    adverbial = opening < begin and (words.pos[opening] == "ADP" or words.timely(opening) or _soon(words, opening))
    free = adverbial and not any(a < begin and b > opening for a, b in one.spans)
    if free and not words.finite_after(opening, begin):
        regions.append((opening, min(begin, opening + _REACH)))
    return regions


def _soon(words: Words, i: int) -> bool:
    return words.low[i] in _DAYTIMES or words.low[i] in {"last", "late", "early", "this"}


def _clear(words: Words, one: Statement, start: int, end: int) -> Tokens:
    """From `start` to the content, the next verb or the end of the clause."""
    k = start
    while k < end:
        if any(a <= k < b for a, b in one.spans) or words.finite(k) or words.quote[k] != -1:
            break
        if words.word[k] in {".", ";", ":"} or (words.pos[k] == "SPACE" and "\n" in words.word[k]):
            break
        if words.word[k] == "," and k > start and words.low[k + 1 : k + 2] in (["who"], ["which"], ["adding"]):
            break
        k += 1
    return start, k


def _time(words: Words, start: int, end: int) -> Tokens | None:
    for k in range(start, end):
        if words.low[k] in _DAYTIMES and not time_phrase(words, k, end) > k:
            return k, k + 1
        stop = time_phrase(words, k, end)
        if stop > k and words.low[k + 1 : k + 2] != ["'s"]:
            while k < stop and words.low[k] in {"on", "in", "of", "the"} and k + 1 < stop:
                k += 1
            return k, stop
    return None


def _place(words: Words, start: int, end: int) -> Tokens | None:
    for k in range(start, end - 1):
        if words.low[k] not in _PLACING or words.mention[k] != -1 or time_phrase(words, k, end) > k:
            continue
        first = k + 1
        stop = words.phrase_right(first, end)
        while stop > first and words.timely(stop - 1):
            stop -= 1
        while stop > first and words.pos[stop - 1] == "ADP":
            stop -= 1
        if stop > first and _is_place(words, first, stop):
            return first, stop
    return None


def _is_place(words: Words, first: int, stop: int) -> bool:
    head = words.base_right(first, stop) - 1
    named = any(words.mention[k] != -1 and words.mentions[words.mention[k]].kind == "LOC" for k in range(head, stop))
    return named or (head >= first and words.lemma[head] in _OCCASIONS)
