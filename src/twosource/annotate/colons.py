"""Speakers before a colon: the headline "Minister: No talks before May" and the turns of a transcript."""

from __future__ import annotations

from collections import Counter

from twosource.annotate.cues import SPEAKERS
from twosource.annotate.extents import clean
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.reporting import Statement

_REPORT_WORDS = 12
"""A report is longer than what a headline lets its speaker say."""
_LABEL = 12
"""Tokens: a longer run before a colon names no speaker."""
# Labels that are nobody: of films and sounds in a transcript, of the page's own notes.
_NOBODY = frozenset(
    "video audio clip crosstalk applause laughter music note notes update correction clarification editor watch photo "
    "photos read more related breaking opinion analysis exclusive live explainer factbox".split()
)
# Who speaks at the end of a headline.
_HEADLINE_SPEAKERS = SPEAKERS | frozenset(
    "mayor minister president premier governor king queen pope lawyer lawyers spokesman prosecutor judge court "
    "government envoy ambassador general army military navy union company opposition study survey poll watchdog "
    "doctors hospital family regulator chief leader leaders".split()
)
_MARKS = frozenset("“ \" ''".split())


def turns(words: Words) -> list[Statement]:
    """ "Minister: No talks before May" as the first line, and speakers in capitals at the head of a paragraph."""
    heads: list[tuple[int, int, int, int]] = []
    fresh = True
    for number, (start, end) in enumerate(words.lines):
        first = next((k for k in range(start, end) if words.pos[k] != "SPACE" and words.word[k] not in _MARKS), end)
        colon = next((k for k in range(first, min(end, first + _LABEL)) if words.word[k] == ":"), -1)
        if fresh and colon > first and (number == 0 or (words.word[first].isupper() and len(words.word[first]) > 2)):
            heads.append((number, first, colon, end))
        fresh = "\n" in words.word[end - 1] or any("\n" in words.word[k] for k in range(start, first))
    speakers = Counter(words.low[first] for _, first, _, _ in heads)
    transcript = any(count > 1 for count in speakers.values())
    found = (
        _colon(words, *head, turn=transcript and (head[0] > 0 or speakers[words.low[head[1]]] > 1)) for head in heads
    )
    last = _headline_end(words)
    return [one for one in (last, *found) if one is not None]


def _headline_end(words: Words) -> Statement | None:
    """ "Port will close in May - mayor", "‘Port will close’: mayor": the first line, its speaker at the end. Behind
    a dash a capital is mostly the outlet's."""
    if not words.lines:
        return None
    start, end = words.lines[0]
    start, end = clean(words, start, end)
    for k in range(max(start + 3, end - 5), end - 1):
        spaced = words.start[k] > words.end[k - 1] or words.word[k] == ":"
        if words.word[k] not in {"-", "–", "—", ":"} or not spaced or words.low[end - 1] not in _HEADLINE_SPEAKERS:
            continue
        small = words.word[k + 1][0].islower() and words.phrase_right(k + 1, end) == end
        if small and (words.word[k] != ":" or words.quote[k - 1] != -1):
            return Statement((k + 1, end), (k, k + 1), (clean(words, start, k),), "said", "speech", confidence=0.8)
    return None


def _colon(words: Words, number: int, first: int, colon: int, end: int, *, turn: bool) -> Statement | None:
    """One headline, or one turn of a transcript, which lasts to the end of its paragraph."""
    if turn:
        end = next((k for k in range(colon, len(words.word)) if "\n" in words.word[k]), len(words.word))
    last = clean(words, colon + 1, end)
    if last[1] - last[0] < 2 or any(words.finite(k) for k in range(first, colon)):
        return None
    quoted = words.quote[first]
    if quoted != -1 and words.quotations[quoted].closed and not turn:
        return None
    named = words.phrase_right(first, colon)
    if not turn and _dateline(words, first, colon, last):
        return None
    if named == first or words.low[first] in _NOBODY or words.pos[first] in {"NUM", "DET"} or words.timely(first):
        return None
    return Statement((first, named), (colon, colon + 1), (last,), "said", "speech", confidence=0.8, line=number)


def _dateline(words: Words, first: int, colon: int, last: Tokens) -> bool:
    """ "BRENTVALE: The council voted ...": the place from where a report comes says nothing."""
    placed = words.mention[colon - 1] != -1 and words.mentions[words.mention[colon - 1]].kind == "LOC"
    return placed and words.mention[first] != -1 and last[1] - last[0] >= _REPORT_WORDS
