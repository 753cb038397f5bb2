"""Relative clauses whose word is part of what was said: "which Ana Roe called a farce", "who police say fled".

The content begins with the relative word (PARC 3 and PolNeAR have it so). All ranges are token ranges.
"""

from __future__ import annotations

from twosource.annotate.cue_verbs import cue_start, passive
from twosource.annotate.cues import CUES
from twosource.annotate.extents import clause, clean
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.reporting import Statement

_LONGEST_SUBJECT = 12
"""Tokens between the relative word and the verb."""
_WORDS = frozenset("which who whom that what".split())


def relative(words: Words, i: int, start: int, end: int) -> Statement | None:
    """The statement of the cue verb `i` if it stands in a clause whose relative word it says something of."""
    cues = CUES[words.lemma[i]]
    group = words.group_start(i)
    opened = _opened(words, group, start)
    if opened is None or passive(words, group, i) or not any(words.finite(k) for k in range(group, i + 1)):
        return None
    source = clean(words, opened + 1, group)
    if source[0] >= source[1] or words.phrase_right(source[0], group) == source[0]:
        return None
    closed = words.word[opened - 1] == "," if opened > start else False
    frames = frozenset().union(*(cue.frames for cue in cues))
    said = _called(words, i, end) if "s" in frames else _told(words, i, end, closed=closed) if "c" in frames else None
    if said is None or said[1] <= said[0]:
        return None
    return Statement(
        source,
        (cue_start(words, group, i), i + 1),
        ((opened, opened + 1), said),
        cues[0].act,
        cues[0].kind,
        confidence=0.9,
    )


def _opened(words: Words, group: int, start: int) -> int | None:
    """The relative word before the subject of the verb group; None for a "that" that begins a reported clause."""
    for k in range(group - 1, max(start, group - _LONGEST_SUBJECT) - 1, -1):
        if words.low[k] in _WORDS and k < group - 1:
            pronoun = words.pos[k] in {"PRON", "DET"} and words.role[k] != "mark"
            behind = words.low[k] == "what" or (k > start and (words.nominal(k - 1) or words.word[k - 1] in ",)"))
            return k if pronoun and behind else None
        if words.finite(k) or words.word[k] in ",;:" or words.quote[k] != words.quote[group]:
            return None
    return None


def _called(words: Words, i: int, end: int) -> Tokens | None:
    """What it was called: a quotation, or a phrase, with "as" before it."""
    first = i + 1
    at = first + (words.low[first : first + 1] == ["as"])
    quoted = next((k for k in range(at, min(end, at + 3)) if words.quote[k] != -1), -1)
    if quoted >= 0 and all(words.pos[k] in {"DET", "ADV", "ADP"} for k in range(at, quoted)):
        parts = words.quote_tokens[words.quote[quoted]]
        return first, min(parts[-1][1], end)
    stop = words.phrase_right(at, end) if at < end else at
    return (first, stop) if stop > at else None


def _told(words: Words, i: int, end: int, *, closed: bool) -> Tokens | None:
    """What is told of it: the finite verb right behind the cue, with what hangs on it."""
    first = i + 1
    verb = next((k for k in range(first, min(end, first + 5)) if words.pos[k] in {"VERB", "AUX"}), -1)
    if verb < 0 or not words.finite(verb) or any(words.pos[k] not in {"ADV", "PART"} for k in range(first, verb)):
        return None
    if closed:
        comma = next((k for k in range(verb, end) if words.word[k] == "," and words.quote[k] == -1), end)
        return clean(words, first, comma)
    told = next((k for k in range(verb, min(end, verb + 6)) if words.role[k] == "ccomp" and words.head(k) == i), -1)
    return clean(words, first, min(end, words.right_edge(told) + 1)) if told >= 0 else clause(words, first, end)
