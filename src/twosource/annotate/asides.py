"""Asides that name a source: "according to X", "per X", "as X put it", "in X's words". All ranges are token ranges."""

from __future__ import annotations

from twosource.annotate import contents, sources
from twosource.annotate.cue_verbs import is_cue_verb
from twosource.annotate.cues import CUES, WORDS_NOUNS
from twosource.annotate.extents import clause, clean, quoted
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.reporting import Statement
from twosource.records import Act, AttributionKind

ASIDES = frozenset({"according", "per", "as", *WORDS_NOUNS})
"""The words that the cue of an aside begins or ends with."""


def aside(words: Words, i: int, start: int, end: int) -> Statement | None:
    """The statement of the aside whose cue begins at `i`, in the line `start:end`; None when none does."""
    low = words.low[i]
    if low in {"according", "per"}:
        return _according(words, i, start, end)
    if low == "as":
        return _as_told(words, i, start, end)
    return _in_words(words, i, start, end) if low in WORDS_NOUNS else None


def _according(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "according to X": the clause before it, or after its comma when it opens the sentence."""
    first = i + 1 + (words.low[i] == "according")
    if first >= end or (words.low[i] == "according" and words.low[i + 1] != "to"):
        return None
    if words.low[i] == "per" and not _names_source(words, i, start):
        return None
    source = sources.after(words, first, end)
    if source is None:
        return None
    opens = all(words.pos[k] in {"SPACE", "CCONJ", "ADV", "PUNCT"} for k in range(start, i))
    relative = opens and words.low[source[1] + 1 : source[1] + 2] in (["who"], ["which"], ["whose"])
    if opens and source[1] >= end - 1:  # what follows the comma was no apposition
        source = (source[0], words.phrase_right(*source))
    comma = next((k for k in range(source[1] - 1, end) if words.word[k] == ","), source[1] - 1)
    if relative:  # "According to the ministry, which runs the port, ..."
        comma = next((k for k in range(comma + 2, end) if words.word[k] == ","), comma)
    if opens or (words.word[i - 1] == "," and not words.finite_after(start, i)):
        after = clause(words, comma + 1, end) if comma + 1 < end else (end, end)
        spans = (after,) if opens else (clean(words, start, i), after)
    else:
        spans = (clean(words, contents.left_start(words, i, start), i),)
    return Statement(source, (i, first), spans, "said", "speech")


def _names_source(words: Words, i: int, start: int) -> bool:
    """Whether "per" stands where a source can: "per day" and "per person" follow a figure."""
    placed = i == start or words.word[i - 1] in {",", "(", "–", "—"} or words.pos[i - 1] == "SPACE"
    return placed and i + 1 < len(words.word) and (words.mention[i + 1] != -1 or words.pos[i + 1] in {"DET", "PRON"})


def _in_words(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "In his words, ...", "in the ministry's view": the possessor is the source, the clause the content."""
    if words.pos[i] != "NOUN":
        return None
    opening = next((k for k in range(i - 1, max(start, i - 8) - 1, -1) if words.low[k] == "in"), -1)
    if opening < 0 or i - opening < 2:
        return None
    possessor = (opening + 1, opening + 2) if i == opening + 2 else (opening + 1, i - 1)
    if words.low[i - 1] not in {"my", "his", "her", "its", "our", "their", "'s", "'"}:
        if i + 2 < end and words.low[i + 1] == "of" and words.low[i - 1] == "the":
            possessor = sources.after(words, i + 2, end) or possessor
        else:
            return None
    after = max(i + 1, possessor[1])
    if after < end and words.word[after] == ",":
        spans: tuple[Tokens, ...] = (clause(words, after + 1, end),)
    elif opening > start and words.word[opening - 1] == ",":
        spans = (clean(words, contents.left_start(words, opening, start), opening),)
    else:
        return None
    act = WORDS_NOUNS[words.low[i]]
    return Statement(possessor, (opening, i + 1), spans, act, "attitude" if act == "thought" else "speech")


_AS_FAR = 14
"""Tokens between "as" and its verb."""
_TOLD = frozenset(
    "say tell note put point observe report write explain argue warn predict describe suggest recall claim state "
    "mention remark show indicate acknowledge announce promise".split()
)


def _as_told(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "As Ana Roe put it, ...", "..., as the ministry noted in May", "as reported by the Courier"."""
    verb = _as_verb(words, i, end)
    if verb is None:
        return None
    stop = verb + 1 + (words.low[verb + 1 : verb + 2] == ["it"])
    if words.low[stop : stop + 1] == ["by"] and verb == i + 1:
        source = sources.after(words, stop + 1, end)
        stop = source[1] if source is not None else stop
    else:
        source = (i + 1, words.group_start(verb))
        source = clean(words, *source)
    if source is None or source[0] >= source[1] or not any(words.nominal(k) for k in range(*source)):
        return None
    close = contents.past_circumstances(words, contents.step_over(words, stop, end), end)
    spans = _around(words, i, close, start, end)
    if not spans:
        return None
    cue = (verb, verb + 1 + (words.low[verb + 1 : verb + 2] == ["it"]))
    cues = CUES.get(words.lemma[verb], ())
    act: Act = cues[0].act if cues else "said"
    kind: AttributionKind = cues[0].kind if cues else "speech"
    return Statement(source, cue, spans, act, kind, confidence=0.9)


def _as_verb(words: Words, i: int, end: int) -> int | None:
    """The verb of an as-clause that reports and governs nothing but "it"."""
    for k in range(i + 1, min(end, i + _AS_FAR)):
        if words.pos[k] not in {"VERB", "AUX"} or words.mention[k] != -1:
            if words.low[k] in {"as", "that", "to"} or words.word[k] in {";", ":"}:
                return None
            continue
        if words.lemma[k] == "put":
            return k if words.low[k + 1 : k + 2] == ["it"] else None
        if words.pos[k] == "VERB" and words.lemma[k] in _TOLD:
            return k if is_cue_verb(words, k) or k == i + 1 else None
        if words.pos[k] == "VERB" and words.finite(k):
            return None
    return None


def _around(words: Words, i: int, close: int, start: int, end: int) -> tuple[Tokens, ...]:
    """What an aside from `i` to `close` is about: what follows its comma, what stands before it, or both halves."""
    opens = all(words.pos[k] in {"SPACE", "CCONJ", "ADV", "PUNCT"} for k in range(start, i))
    if close < end and words.word[close] == ":":
        return ()  # "as the report notes: ..." leads to what follows
    closed = close < end and words.word[close] == ","
    if not closed and close < end and words.pos[close] not in {"PUNCT", "SPACE"}:
        return ()
    if opens:
        if not closed or close + 1 >= end:
            return ()
        return (quoted(words, close + 1, end) if words.quote[close + 1] != -1 else clause(words, close + 1, end),)
    if words.word[i - 1] not in {",", "-", "–", "—"} and words.quote[i - 1] == -1:
        return ()
    before = clean(words, contents.left_start(words, i, start), i)
    if closed and close + 1 < end and not words.finite_after(*before):
        return (before, clause(words, close + 1, end))
    if closed and close + 1 < end and words.quote[close + 1] != -1:
        return (before, quoted(words, close + 1, end))
    return (before,) if words.finite_after(*before) else ()
