"""Quotations that no cue of the lexicon claims: what stands beside them says whose they are.

A dash and a name behind a quotation, a colon or a comma before it, any verb with its subject beside it, the second half
of a sentence that a cue has split. All ranges are token ranges.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate import sources
from twosource.annotate.cues import CUES
from twosource.annotate.extents import clean
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.reporting import Statement
from twosource.records import Act

_DASHES = frozenset("— – ― - -- ~".split())
_SIGNED = 14
"""Tokens: a longer line behind a dash is no signature."""
_GAP = 16
"""Tokens between a cue and the second half of what it splits."""
_LEAD = 40
"""Tokens between a verb and the colon behind which its words stand."""
_NOBODY = frozenset("it that which there this what".split())
_SURE = {"dash": 0.9, "colon": 0.8, "comma": 0.7, "verb": 0.8}


def beside(words: Words, found: list[Statement]) -> list[Statement]:
    """`found` with a statement, or a span of one, for each quotation that stood unclaimed beside its speaker."""
    taken = {words.quote[k] for one in found for a, b in one.spans for k in range(a, b) if words.quote[k] != -1}
    by_line: dict[int, list[int]] = {}
    for index, one in enumerate(found):
        by_line.setdefault(one.line, []).append(index)
    out = list(found)
    line = 0
    for number, parts in enumerate(words.quote_tokens):
        first, last = parts[0][0], parts[-1][1]
        if number in taken or last - first < 3:
            continue
        while line + 1 < len(words.lines) and words.lines[line + 1][0] <= first:
            line += 1
        half = _second_half(words, out, by_line.get(line, []), first)
        if half is not None:
            start = first if words.low[first - 1] in {",", "."} else first - 1
            out[half] = replace(out[half], spans=(*out[half].spans, (start, last)))
            continue
        start, end = words.lines[line]
        new = _told(words, number, first, last, start, max(end, last))
        if new is not None:
            out.append(replace(new, line=line))
    return out


def _second_half(words: Words, found: list[Statement], here: list[int], first: int) -> int | None:
    """The statement whose quotation a cue has split: "It is late," she said in the hall, "but we stay"."""
    for index in reversed(here):
        one = found[index]
        if one.cue is None or one.spans[-1][1] > first:
            continue
        heard = max(one.cue[1], one.source[1] if one.source is not None else 0)
        ended = words.quote[one.spans[-1][1] - 1] != -1
        if not ended or not one.spans[-1][1] <= one.cue[0] or first - heard > _GAP:
            return None
        if any(words.finite(k) and words.quote[k] == -1 for k in range(heard, first)):
            return None
        before = words.low[first - 1]
        joined = before in {"but", "and"} and words.word[first - 2] == ","
        return index if before in {",", "."} or joined else None
    return None


def _told(words: Words, number: int, first: int, last: int, start: int, end: int) -> Statement | None:
    parts = words.quote_tokens[number]
    if not words.sentence_quote(first):
        return _led(words, parts, first, start, sure=False)
    return (
        _signed(words, parts, first, last)
        or _led(words, parts, first, start, sure=True)
        or _followed(words, parts, last, end)
    )


def _signed(words: Words, parts: tuple[Tokens, ...], first: int, last: int) -> Statement | None:
    """'"We will stay." — Ana Roe, mayor': a quotation that begins its line, and who signs it."""
    k, stop = last, len(words.word)
    while k < stop and words.pos[k] == "SPACE" and words.word[k].count("\n") < 2:
        k += 1
    if len(words.word[last - 1]) > 1 and words.word[last - 1][-1] in _DASHES:
        k = last - 1  # the mark and the dash are one token
    if k >= stop - 1 or words.word[k][-1] not in _DASHES or not _begins_line(words, first):
        return None
    close = next((j for j in range(k + 1, min(stop, k + _SIGNED)) if "\n" in words.word[j]), None)
    if close is None:
        close = min(stop, k + _SIGNED)
        if close < stop:
            return None
    a, b = clean(words, k + 1, close)
    if a >= b or any(words.finite(j) for j in range(a, b)) or not words.nominal(words.base_right(a, b) - 1):
        return None
    return Statement((a, b), (k, k + 1), parts, "said", "speech", confidence=_SURE["dash"])


def _begins_line(words: Words, first: int) -> bool:
    return first == 0 or "\n" in words.word[first - 1] or words.word[first - 1] in _DASHES


def _led(words: Words, parts: tuple[Tokens, ...], first: int, floor: int, *, sure: bool) -> Statement | None:
    """'The ministry had this to say: "..."', 'Ana Roe: "..."', 'Ana Roe shot back, "..."'."""
    k = first - 1
    while k > 0 and words.pos[k] == "SPACE":
        k -= 1
    if k < 1 or words.word[k] not in {":", ","} or (words.word[k] == "," and not sure):
        return None
    if k < floor:  # the line before ends in the colon
        floor = next((j + 1 for j in range(k - 1, max(0, k - _LEAD), -1) if words.starts[j + 1]), k)
    verb = _leading_verb(words, k, max(floor, k - _LEAD))
    if words.word[k] == "," and (verb < k - 3 or words.low[k - 1] in {"and", "but"}):
        return None
    named = _named(words, parts, k, floor, verb) if words.word[k] == ":" else None
    if named is not None or verb < 0:
        return named
    source = sources.subject(words, verb, floor)
    if source is None:
        return None
    if words.low[source[0]] in _NOBODY and words.lemma[verb] not in CUES:
        source = None  # "Wait, it gets better: ..."
    return Statement(source, (verb, verb + 1), parts, _act(words, verb), "speech", confidence=_SURE["colon"])


def _leading_verb(words: Words, colon: int, floor: int) -> int:
    """The verb that leads to what stands behind the colon: one that reports, else the last; -1 for none."""
    verbs = [k for k in range(floor, colon) if words.quote[k] == -1 and words.finite(k)]
    reports = [k for k in verbs if any("q" in cue.frames for cue in CUES.get(words.lemma[k], ()))]
    if not verbs:
        return -1
    verb = (reports or verbs)[-1]
    while verb + 1 < colon and words.pos[verb] == "AUX" and words.pos[verb + 1] in {"VERB", "AUX"}:
        verb += 1
    return verb


def _act(words: Words, verb: int) -> Act:
    cues = CUES.get(words.lemma[verb])
    return cues[0].act if cues and cues[0].kind == "speech" else "said"


def _named(words: Words, parts: tuple[Tokens, ...], colon: int, floor: int, verb: int) -> Statement | None:
    """'Ana Roe, mayor of Selm: "..."' within a text, and 'The vote drew a crowd - Ana Roe: "..."'."""
    if verb >= 0:
        if words.mention[colon - 1] == -1 or words.mentions[words.mention[colon - 1]].kind not in {"PERSON", "ORG"}:
            return None
        floor = words.base_left(colon, max(floor, verb + 1))
        if words.word[floor - 1] not in _DASHES and words.low[floor - 1] not in {"from", "by"}:
            return None
    a, b = clean(words, floor, colon)
    if a >= b or b - a > _SIGNED or words.phrase_right(a, b) == a or words.timely(a):
        return None
    end = words.with_apposition(a, words.phrase_right(a, b), b)
    if end < b or not any(words.mention[j] != -1 for j in range(a, b)):
        return None
    return Statement((a, b), (colon, colon + 1), parts, "said", "speech", confidence=_SURE["colon"])


def _past_apposition(words: Words, i: int, end: int) -> int:
    """The verb that reports behind a long apposition: '"...," Ana Roe, who led the count for a day, said'."""
    if i < end and words.word[i] in {",", "("}:
        for k in range(i + 1, min(end, i + _LEAD)):
            if words.word[k - 1] == "," and words.lemma[k] in CUES and words.finite(k):
                return k
    return end


def _followed(words: Words, parts: tuple[Tokens, ...], last: int, end: int) -> Statement | None:
    """'"Go home," the driver barked': any verb reports beside a quotation that a comma ends."""
    first = parts[0][0]
    if not _begins_line(words, first) and words.word[first - 1] not in {".", "?", "!", "”", '"', ":"}:
        return None  # "a star of “Harbour,” thanked the mayor"
    if last >= end - 1 or words.word[last - 2] not in {",", "?", "!"} or words.pos[last] == "SPACE":
        return None
    if words.word[last - 2] != "," and words.word[last][0].isupper() and words.mention[last] == -1:
        return None
    stop = words.phrase_right(last, end)
    if stop > last:
        stop = words.with_apposition(last, stop, end)
        verb = stop + (stop < end and words.word[stop] == ",")
        while verb < end - 1 and words.pos[verb] in {"ADV", "AUX"}:
            verb += 1
        if verb >= end or not words.finite(verb):
            verb = _past_apposition(words, stop, end)
        if verb < end and words.finite(verb):
            source: Tokens | None = (last, stop)
            return Statement(source, (verb, verb + 1), parts, _act(words, verb), "speech", confidence=_SURE["verb"])
        return None
    if words.finite(last) and (source := sources.inverted(words, last, end)) is not None:
        return Statement(source, (last, last + 1), parts, _act(words, last), "speech", confidence=_SURE["verb"])
    return None
