"""Who said what: source, cue and content of every attribution in a text.

Cues are looked up in the lexicon (`cues.py`); around each, `sources.py` finds the subject and `contents.py` what it
governs. Then quotations without a cue of their own are given to whoever was speaking. The field's terms and span
conventions are those of PARC 3 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from twosource.annotate.answers import answered
from twosource.annotate.asides import ASIDES, aside
from twosource.annotate.chains import chained
from twosource.annotate.circumstances import placed
from twosource.annotate.colons import turns
from twosource.annotate.cue_verbs import is_cue_verb
from twosource.annotate.cues import CUES, NOUN_CUES, STANCES
from twosource.annotate.extents import clause, clean, object_phrase
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.relatives import relative
from twosource.annotate.reporting import Statement, inside, verb_statement
from twosource.annotate.stances import stance
from twosource.annotate.unclaimed import beside
from twosource.records import Attribution, AttributionKind, Manner, Mention, Range


def attributions(doc: Doc, mentions: tuple[Mention, ...] = ()) -> tuple[Attribution, ...]:
    """Every attribution of `doc`, by the start of its content. `mentions` make names whole; () is allowed.

    All ranges are characters of `doc.text`. Never raises; linear in the length of the text.
    """
    words = Words(doc, mentions)
    found: list[Statement] = []
    for number, (start, end) in enumerate(words.lines):
        found.extend(_line(words, number, start, end))
    found.extend(turns(words))
    found = _continued(words, beside(words, found))
    ordered = sorted(_unique(words, found), key=lambda one: (one.spans[0], one.cue or (0, 0)))
    return tuple(_written(words, one) for one in answered(words, [placed(words, one) for one in ordered]))


def _line(words: Words, number: int, start: int, end: int) -> list[Statement]:
    found: list[Statement] = []
    for i in range(start, end):
        if words.quote[i] != -1:
            continue  # another's words: what they tell of is not told by the page
        statement = aside(words, i, start, end) if words.low[i] in ASIDES else None
        if statement is None and words.lemma[i] in CUES and is_cue_verb(words, i):
            statement = relative(words, i, start, end) or verb_statement(words, i, start, end, found)
        if statement is None and words.low[i] in STANCES:
            statement = stance(words, i, start, end)
        if statement is None and words.lemma[i] in NOUN_CUES and words.pos[i] == "NOUN":
            statement = _noun(words, i, start, end)
        if statement is not None and any(b > a for a, b in statement.spans):
            found.append(replace(statement, line=number))
    return chained(words, found)


def _noun(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "the opposition's claim that the vote was rigged": a noun with its clause; the possessor is the source."""
    if i + 2 >= end:
        return None
    if words.low[i + 1] in _NOUN_TIES:
        return _noun_of(words, i, start, end)
    if words.low[i + 1] != "that" or not words.finite_after(i + 2, end):
        return None
    if words.finite(i + 2) and words.pos[i + 2] != "AUX":
        return None  # "a statement that shocked many": a relative clause
    owner = _owner(words, i, start)
    if owner is None and words.lemma[i] not in {"allegation", "accusation", "claim"}:
        return None
    act = NOUN_CUES[words.lemma[i]]
    kind: AttributionKind = "attitude" if act == "thought" else "speech"
    return Statement(owner, (i, i + 1), (_that_clause(words, i, end),), act, kind, confidence=0.8)


def _owner(words: Words, i: int, start: int) -> Tokens | None:
    """Whose claim it is: "her claim", "the ministry's claim"."""
    base = words.base_left(i + 1, start)
    if words.low[base] in {"his", "her", "its", "their", "my", "our"}:
        return base, base + 1
    mark = next((k for k in range(base, i) if words.low[k] in {"'s", "'"}), -1)
    return (base, mark) if mark > base else None


def _that_clause(words: Words, noun: int, end: int) -> Tokens:
    """The clause of a noun, which ends in the parse before the verb of the noun: "the claim that it fell is old"."""
    span = clause(words, noun + 1, end)
    for k in range(noun + 2, span[1]):
        if words.role[k] in {"acl", "ccomp"} and words.head(k) == noun and words.left_edge(k) == noun + 1:
            return clean(words, span[0], min(span[1], words.right_edge(k) + 1))
    return span


# What ties a noun to its content, and the nouns that it ties.
_NOUN_TIES = {
    "to": frozenset("promise pledge vow threat demand plan decision desire refusal offer call request".split()),
    "of": frozenset("allegation accusation claim charge warning criticism endorsement".split()),
    "for": frozenset("call demand request praise desire plan".split()),
}
_OWNERLESS = frozenset({"allegation", "accusation"})
"""Nouns that are content to report even where nobody is named who says so."""


def _noun_of(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "her promise to stay", "allegations of fraud", "its call for talks"."""
    lemma, tie = words.lemma[i], words.low[i + 1]
    owner = _owner(words, i, start)
    if lemma not in _NOUN_TIES[tie] or (owner is None and (tie != "of" or lemma not in _OWNERLESS)):
        return None
    if tie == "to" and words.pos[i + 2] != "VERB":
        return None
    first = i + 1 if tie == "to" else i + 2
    span = object_phrase(words, first, end) if tie == "to" else (first, words.phrase_right(first, end))
    if tie == "to" and words.head(i + 2) == i:
        span = (first, min(span[1], words.right_edge(i + 2) + 1))
    if span[1] <= span[0]:
        return None
    stop = next((k for k in range(span[0] + 1, span[1]) if words.finite(k) and words.head(k) < i), span[1])
    act = NOUN_CUES[lemma]
    kind: AttributionKind = "attitude" if act == "thought" else "speech"
    return Statement(owner, (i, i + 1), (clean(words, span[0], stop),), act, kind, confidence=0.8)


def _continued(words: Words, found: list[Statement]) -> list[Statement]:
    """Gives each quotation that no cue claimed to the speaker of the quotation before it."""
    taken = {words.quote[k] for one in found for a, b in one.spans for k in range(a, b) if words.quote[k] != -1}
    by_line: dict[int, list[int]] = {}
    for index, one in enumerate(found):
        by_line.setdefault(one.line, []).append(index)
    out = list(found)
    speaking: int | None = None
    waiting: list[Tokens] = []  # quotations whose speaker is named only after them
    for number, (start, end) in enumerate(words.lines):
        here = [k for k in by_line.get(number, ()) if _direct(words, out[k])]
        if here:
            first = out[here[0]]
            if waiting and words.quote[first.spans[0][0]] != -1 and first.spans[0][0] <= start + 1:
                out[here[0]] = replace(first, spans=(*waiting, *first.spans))
            speaking, waiting = here[-1], []
            continue
        lone = _lone(words, start, end)
        if lone is None:
            if any(words.pos[k] not in {"SPACE", "PUNCT"} for k in range(start, end)):
                speaking, waiting = None, []
            continue
        if words.quote[lone[0]] in taken:
            continue
        if speaking is not None:
            out[speaking] = replace(out[speaking], spans=(*out[speaking].spans, lone))
        else:
            waiting.append(lone)
    return out


def _direct(words: Words, one: Statement) -> bool:
    return any(words.quote[a] != -1 or words.quote[b - 1] != -1 for a, b in one.spans if b > a)


def _lone(words: Words, start: int, end: int) -> Tokens | None:
    """The line's quotation, when the line is nothing else."""
    a, b = clean(words, start, end)
    if a >= b or words.quote[a] == -1:
        return None
    return (a, b) if all(words.quote[k] != -1 or words.pos[k] == "SPACE" for k in range(a, b)) else None


_ANONYMOUS = re.compile(r"to be (?:named|identified|quoted)\b", re.IGNORECASE)
_TOLL = re.compile(r"(?:[\d,.]+|\w+|the) (?:\w+ )?(?:lives|life|victims)\b", re.IGNORECASE)


def _said_nothing(words: Words, one: Statement) -> bool:
    """ "did not wish to be named" tells of the source, and "the flood claimed 131 lives" of no words at all."""
    (first, last), *_ = one.spans
    content = words.text[words.start[first] : words.end[last - 1]]
    if _ANONYMOUS.match(content):
        return True
    return one.cue is not None and words.lemma[one.cue[1] - 1] == "claim" and bool(_TOLL.match(content))


def _unique(words: Words, found: list[Statement]) -> list[Statement]:
    """One statement for each content and cue; of two with one content, the one with a source."""
    kept: dict[tuple[Tokens | None, tuple[Tokens, ...]], Statement] = {}
    for one in found:
        spans = _whole(words, tuple(span for span in one.spans if span[1] > span[0]))
        if spans and not _said_nothing(words, one):
            kept.setdefault((one.cue, spans), one if spans == one.spans else replace(one, spans=spans))
    by_line: dict[int, list[Statement]] = {}
    for one in kept.values():
        by_line.setdefault(one.line, []).append(one)
    return [
        one
        for one in kept.values()
        if not _dependent(words, one) or not any(inside(one, other) for other in by_line[one.line])
    ]


def _dependent(words: Words, one: Statement) -> bool:
    """What is no statement of its own within another: an attitude, "the allegations of fraud" that are rejected."""
    noun = one.source is None and one.cue is not None and words.pos[one.cue[0]] == "NOUN"
    return one.kind != "speech" or noun


def _whole(words: Words, spans: tuple[Tokens, ...]) -> tuple[Tokens, ...]:
    """The spans with the further paragraphs of the quotation that the last of them is."""
    if not spans:
        return spans
    first, last = spans[-1]
    number = words.quote[first]
    if number == -1 or all(part[0] != first for part in words.quote_tokens[number]):
        return spans
    return (*spans, *(part for part in words.quote_tokens[number] if part[0] >= last))


def _range(words: Words, tokens: Tokens) -> Range:
    start, end = words.start[tokens[0]], words.end[tokens[1] - 1]
    trimmed = len(words.text[start:end].rstrip(".…"))
    return start, start + trimmed if end - start - trimmed > 1 else end  # the dots of a text that was cut off


def _written(words: Words, one: Statement) -> Attribution:
    return Attribution(
        source=_optional(words, one.source),
        cue=_optional(words, one.cue),
        content=tuple(_range(words, span) for span in one.spans),
        manner=_manner(words, one),
        kind=one.kind,
        act=one.act,
        chain=tuple(_range(words, tokens) for tokens in one.chain),
        addressee=_optional(words, one.addressee),
        confidence=one.confidence,
        place=_optional(words, one.place),
        time=_optional(words, one.time),
        answers=_optional(words, one.answers),
    )


def _optional(words: Words, tokens: Tokens | None) -> Range | None:
    return _range(words, tokens) if tokens is not None else None


def _manner(words: Words, one: Statement) -> Manner:
    inside = [words.quote[k] != -1 for a, b in one.spans for k in range(a, b) if words.pos[k] not in {"SPACE", "PUNCT"}]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"
