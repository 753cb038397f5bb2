"""Chains: who stands behind a source that hands on another's words. All ranges are token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.annotate.cues import SPEAKERS
from twosource.annotate.phrases import RELATIVES, Tokens, Words
from twosource.annotate.reporting import Statement

_NEAR = 6
"""Statements beside one among which its links are looked for."""
_CITING = frozenset({"citing", "quoting"})
_NEUTRAL = frozenset("say tell report announce write state confirm inform add note explain".split())
_HANDED = frozenset("quoted cited citing quoting quotes cites".split())


def chained(words: Words, found: Sequence[Statement]) -> list[Statement]:
    """The statements of a line, in the order of their cues, with whom each source cites as the links of its chain.

    "The Courier reported, citing two officials", "Citing two officials, the Courier said", "citing the Wire, which
    quoted an official", and what is nested: "The ministry said the mayor had told it that ...".
    """
    out: list[Statement] = []
    opening: Statement | None = None
    for one in found:
        if opening is not None and one.source is not None and one.source == opening.source and not one.chain:
            out.remove(opening)
            one, opening = replace(one, chain=(opening.spans[0],)), None
        if not _cites(words, one):
            out.append(one)
            continue
        main = next(
            (k for k in range(len(out) - 1, max(-1, len(out) - 1 - _NEAR), -1) if _hands_on(words, out[k], one)), None
        )
        if main is not None:
            out[main] = replace(out[main], chain=(*out[main].chain, one.spans[0]))
            continue
        if one.cue is not None and words.low[one.cue[0]] in _CITING:
            opening = one
        out.append(one)
    return _nested(words, out)


def _cites(words: Words, one: Statement) -> bool:
    return one.cue is not None and words.low[one.cue[1] - 1] in _HANDED and _speaks(words, one.spans[0])


def _hands_on(words: Words, main: Statement, one: Statement) -> bool:
    """Whether whom `one` cites stands behind `main`: the same source cites, or the last link of its chain."""
    assert one.cue is not None
    if words.low[one.cue[0]] in _CITING and main.source == one.source and not main.chain:
        return True
    if not main.chain or one.source is None:
        return False
    relative = words.low[one.source[1] - 1] in RELATIVES
    return relative and main.chain[-1][0] <= one.source[0] <= main.chain[-1][1]


def _speaks(words: Words, span: Tokens) -> bool:
    """Whether what is cited can speak: a named person or body, officials, media; and no figure or law."""
    end = words.base_right(*span)
    named = any(m != -1 and words.mentions[m].kind in {"PERSON", "ORG"} for m in words.mention[end - 1 : end])
    return named or words.low[end - 1] in SPEAKERS


def _nested(words: Words, found: list[Statement]) -> list[Statement]:
    """ "A said that B had told C that it fell": all that A hands on is B's, who stands behind A."""
    out = list(found)
    for k in range(len(found) - 1, -1, -1):  # innermost first: their chains are links of the outer ones
        outer = out[k]
        if outer.kind != "speech" or outer.chain or len(outer.spans) != 1 or outer.source is None:
            continue
        beside = (*out[max(0, k - _NEAR) : k], *out[k + 1 : k + 1 + _NEAR])
        inner = next((one for one in beside if _fills(words, outer, one)), None)
        if inner is not None and inner.source is not None:
            out[k] = replace(outer, chain=(inner.source, *inner.chain))
    return out


def _fills(words: Words, outer: Statement, one: Statement) -> bool:
    """Whether the content of `outer` is nothing but the statement `one`."""
    if one.kind != "speech" or one.source is None or one.cue is None or len(one.spans) != 1:
        return False
    first, last = outer.spans[0]
    begins = min(one.source[0], one.spans[0][0])
    while first < begins and (words.low[first] == "that" or words.pos[first] in {"PUNCT", "DET", "ADJ"}):
        first += 1
    ends = max(one.spans[0][1], one.source[1], one.cue[1])
    if words.lemma[one.cue[1] - 1] not in _NEUTRAL:
        return False  # "said that the mayor had threatened it" is the speaker's own word
    inside = outer.spans[0][0] <= begins and ends <= last and last - ends <= 1
    negated = any(words.low[k] in {"not", "n't", "never"} for k in range(*one.cue))
    return inside and first >= begins and one.source[0] < one.cue[0] and words.finite(one.cue[1] - 1) and not negated
