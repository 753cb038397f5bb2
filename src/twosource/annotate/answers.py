"""What a denial, an agreement or a reply answers, where that stands in the same text: the statement before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.annotate.phrases import Words
from twosource.annotate.reporting import Statement

_BACK = 10
"""Statements looked back over."""
_LINES = 8
"""Sentences between an answer and what it answers."""
_REPLIES = frozenset(
    "reply respond retort answer counter rebut refute dispute dismiss reject deny concur agree".split()
)
# Content that names nothing itself: it answers whatever stands before it.
_EMPTY = frozenset(
    "it this that them so these those any all such claim claims allegation allegations accusation accusations charge "
    "charges report reports assertion assertions suggestion suggestions criticism remark remarks statement comments "
    "wrongdoing involvement he she him her idea notion rumor rumors rumour rumours account version".split()
)
_CHARGES = frozenset("allegation allegations accusation accusations charge charges criticism wrongdoing".split())
_BEARING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def answered(words: Words, found: Sequence[Statement]) -> list[Statement]:
    """`found`, in text order, with the content that each denial, agreement and reply answers."""
    out = list(found)
    bearing = [_bearing(words, one) for one in found]
    for index, one in enumerate(found):
        if one.kind != "speech" or not _answers(words, one):
            continue
        before = [
            k
            for k in range(index - 1, max(-1, index - 1 - _BACK), -1)
            if found[k].kind == "speech" and one.line - found[k].line <= _LINES and not _same(words, found[k], one)
            and not _meets(found[k], one)
        ]  # fmt: skip
        target = _target(words, found, bearing, index, before)
        if target is not None:
            spans = found[target].spans
            out[index] = replace(one, answers=(spans[0][0], max(b for _, b in spans)))
    return out


def _answers(words: Words, one: Statement) -> bool:
    if one.cue is None:
        return False
    lemma = words.lemma[one.cue[1] - 1]
    verb = next((words.lemma[k] for k in range(*one.cue) if words.lemma[k] in _REPLIES), lemma)
    if verb in {"refuse", "decline", "thank", "praise", "credit", "congratulate"}:
        return False
    return verb in _REPLIES or one.act in {"denied", "agreed"}


def _meets(one: Statement, other: Statement) -> bool:
    """Whether one stands in the other: "said that he denied it" answers nothing of itself."""
    return one.spans[0][0] < other.spans[-1][1] and other.spans[0][0] < one.spans[-1][1]


def _same(words: Words, one: Statement, other: Statement) -> bool:
    """Whether both have the same source as written; pronouns of one kind count as the same."""
    if one.source is None or other.source is None:
        return one.source is other.source
    a, b = (words.low[one.source[0] : one.source[1]], words.low[other.source[0] : other.source[1]])
    return a == b or one.source == other.source


def _bearing(words: Words, one: Statement) -> frozenset[str]:
    """The words of a content that bear its meaning, as lemmas."""
    return frozenset(
        words.lemma[k].lower()
        for a, b in one.spans
        for k in range(a, b)
        if words.pos[k] in _BEARING and words.low[k] not in _EMPTY
    )


def _target(
    words: Words, found: Sequence[Statement], bearing: list[frozenset[str]], index: int, before: list[int]
) -> int | None:
    """Which of the statements before, nearest first, is answered; None when none is."""
    one = found[index]
    assert one.cue is not None
    named = [k for k in before if _names(words, one, found[k])]
    if named:
        return named[0]
    alike = [k for k in before if _alike(bearing[index], bearing[k])]
    if alike:
        return max(alike, key=lambda k: (len(bearing[index] & bearing[k]), k))
    low = {words.low[k] for a, b in one.spans for k in range(a, b)}
    empty = not bearing[index] or low & _CHARGES
    replies = words.lemma[one.cue[1] - 1] in {"reply", "respond", "retort", "answer", "counter", "concur", "agree"}
    if not (empty or replies):
        return None
    near = [k for k in before if one.line - found[k].line <= 4]
    if low & _CHARGES:
        charged = [k for k in near if found[k].act in {"accused", "claimed"}]
        return charged[0] if charged else None
    return near[0] if near else None


def _names(words: Words, one: Statement, other: Statement) -> bool:
    """ "agreed with Ana Roe": whose words they were."""
    if other.source is None or one.act not in {"agreed", "denied"}:
        return False
    name = words.low[other.source[1] - 1]
    first, last = one.spans[0]
    short = last - first <= 5
    return short and words.pos[other.source[1] - 1] == "PROPN" and name in words.low[first:last]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = one & other
    return len(shared) >= 2 and 2 * len(shared) >= min(len(one), len(other))
