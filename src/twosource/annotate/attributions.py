"""Who said what: source, cue and content of every attribution in a text.

Cues are looked up in the lexicon (`cues.py`); around each, `sources.py` finds the subject and `contents.py` what it
governs. Then quotations without a cue of their own are given to whoever was speaking. The field's terms and span
conventions are those of PARC 3 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from twosource.annotate import contents, sources
from twosource.annotate.cues import CUES, NOUN_CUES, SPEAKERS, WORDS_NOUNS
from twosource.annotate.extents import clause, clean
from twosource.annotate.phrases import Tokens, Words
from twosource.annotate.reporting import Statement, inside, is_cue_verb, verb_statement
from twosource.records import Attribution, AttributionKind, Manner, Mention, Range


def attributions(doc: Doc, mentions: tuple[Mention, ...] = ()) -> tuple[Attribution, ...]:
    """Every attribution of `doc`, by the start of its content. `mentions` make names whole; () is allowed.

    All ranges are characters of `doc.text`. Never raises; linear in the length of the text.
    """
    words = Words(doc, mentions)
    found: list[Statement] = []
    for number, (start, end) in enumerate(words.lines):
        found.extend(_line(words, number, start, end))
    found.extend(_headline(words))
    found = _continued(words, found)
    return tuple(
        _written(words, one) for one in sorted(_unique(words, found), key=lambda one: (one.spans[0], one.cue or (0, 0)))
    )


def _line(words: Words, number: int, start: int, end: int) -> list[Statement]:
    found: list[Statement] = []
    for i in range(start, end):
        if words.quoted_long(i):
            continue
        statement = _according(words, i, start, end) or _in_words(words, i, start, end)
        if statement is None and words.lemma[i] in CUES and is_cue_verb(words, i):
            statement = verb_statement(words, i, start, end, found)
        if statement is None and words.lemma[i] in NOUN_CUES and words.pos[i] == "NOUN":
            statement = _noun(words, i, start, end)
        if statement is not None and any(b > a for a, b in statement.spans):
            found.append(replace(statement, line=number))
    return _chained(words, found)


def _chained(words: Words, found: list[Statement]) -> list[Statement]:
    """ "the Courier reported, citing two officials": who is cited becomes a link of the chain of what was reported."""
    out: list[Statement] = []
    for one in found:
        cites = one.cue is not None and words.low[one.cue[0]] in {"citing", "quoting"}
        main = next((k for k in range(len(out) - 1, -1, -1) if out[k].source == one.source), None)
        if cites and main is not None and not out[main].chain and _speaks(words, one.spans[0]):
            out[main] = replace(out[main], chain=(one.spans[0],))
        else:
            out.append(one)
    return out


def _speaks(words: Words, span: Tokens) -> bool:
    """Whether what is cited can speak: a named person or body, officials, media; and no figure or law."""
    end = words.base_right(*span)
    named = any(m != -1 and words.mentions[m].kind in {"PERSON", "ORG"} for m in words.mention[end - 1 : end])
    return named or words.low[end - 1] in SPEAKERS


def _according(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "according to X": the clause before it, or after its comma when it opens the sentence."""
    if words.low[i] != "according" or i + 2 >= end or words.low[i + 1] != "to":
        return None
    source = sources.after(words, i + 2, end)
    if source is None:
        return None
    opens = all(words.pos[k] in {"SPACE", "CCONJ", "ADV", "PUNCT"} for k in range(start, i))
    if opens or (words.word[i - 1] == "," and not words.finite_after(start, i)):
        comma = next((k for k in range(source[1] - 1, end) if words.word[k] == ","), source[1] - 1)
        after = clause(words, comma + 1, end) if comma + 1 < end else (end, end)
        spans = (after,) if opens else (clean(words, start, i), after)
    else:
        spans = (clean(words, contents.left_start(words, i, start), i),)
    return Statement(source, (i, i + 2), spans, "said", "speech")


def _in_words(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "In his words, ...", "in the ministry's view": the possessor is the source, the clause the content."""
    if words.low[i] not in WORDS_NOUNS or words.pos[i] != "NOUN":
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


def _noun(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "the opposition's claim that the vote was rigged": a noun with its clause; the possessor is the source."""
    if i + 2 >= end or words.low[i + 1] != "that" or not words.finite_after(i + 2, end):
        return None
    if words.finite(i + 2) and words.pos[i + 2] != "AUX":
        return None  # "a statement that shocked many": a relative clause
    base = words.base_left(i + 1, start)
    owner: Tokens | None = None
    if words.low[base] in {"his", "her", "its", "their", "my", "our"}:
        owner = (base, base + 1)
    else:
        mark = next((k for k in range(base, i) if words.low[k] in {"'s", "'"}), -1)
        if mark > base:
            owner = (base, mark)
    if owner is None and words.lemma[i] not in {"allegation", "accusation", "claim"}:
        return None
    act = NOUN_CUES[words.lemma[i]]
    kind: AttributionKind = "attitude" if act == "thought" else "speech"
    return Statement(owner, (i, i + 1), (clause(words, i + 1, end),), act, kind, confidence=0.8)


def _headline(words: Words) -> list[Statement]:
    """ "Minister: No talks before May" as the first line, and speakers in capitals at the head of a paragraph."""
    found: list[Statement] = []
    fresh = True
    for number, (start, end) in enumerate(words.lines):
        first = next((k for k in range(start, end) if words.pos[k] != "SPACE"), end)
        colon = next((k for k in range(first, min(end, first + 12)) if words.word[k] == ":"), -1)
        if fresh and colon > first and (number == 0 or (words.word[first].isupper() and len(words.word[first]) > 2)):
            statement = _colon(words, number, first, colon, end)
            if statement is not None:
                found.append(statement)
        fresh = "\n" in words.word[end - 1] or any("\n" in words.word[k] for k in range(start, first))
    return found


def _colon(words: Words, number: int, first: int, colon: int, end: int) -> Statement | None:
    last = clean(words, colon + 1, end)
    if last[1] - last[0] < 2 or any(words.finite(k) or words.quote[k] != -1 for k in range(first, colon)):
        return None
    named = words.phrase_right(first, colon)
    if _dateline(words, first, colon, last):
        return None
    if named == first or words.pos[first] in {"NUM", "DET"} or words.timely(first):
        return None
    return Statement((first, named), (colon, colon + 1), (last,), "said", "speech", confidence=0.8, line=number)


_REPORT_WORDS = 12
"""A report is longer than what a headline lets its speaker say."""


def _dateline(words: Words, first: int, colon: int, last: Tokens) -> bool:
    """ "BRENTVALE: The council voted ...": the place from where a report comes says nothing."""
    placed = words.mention[colon - 1] != -1 and words.mentions[words.mention[colon - 1]].kind == "LOC"
    return placed and words.mention[first] != -1 and last[1] - last[0] >= _REPORT_WORDS


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
        spans = tuple(span for span in one.spans if span[1] > span[0])
        if spans and not _said_nothing(words, one):
            kept.setdefault((one.cue, spans), replace(one, spans=spans))
    by_line: dict[int, list[Statement]] = {}
    for one in kept.values():
        by_line.setdefault(one.line, []).append(one)
    return [
        one
        for one in kept.values()
        if one.kind == "speech" or not any(inside(one, other) for other in by_line[one.line])
    ]


def _range(words: Words, tokens: Tokens) -> Range:
    start, end = words.start[tokens[0]], words.end[tokens[1] - 1]
    trimmed = len(words.text[start:end].rstrip(".…"))
    return start, start + trimmed if end - start - trimmed > 1 else end  # the dots of a text that was cut off


def _written(words: Words, one: Statement) -> Attribution:
    return Attribution(
        source=_range(words, one.source) if one.source is not None else None,
        cue=_range(words, one.cue) if one.cue is not None else None,
        content=tuple(_range(words, span) for span in one.spans),
        manner=_manner(words, one),
        kind=one.kind,
        act=one.act,
        chain=tuple(_range(words, tokens) for tokens in one.chain),
        addressee=_range(words, one.addressee) if one.addressee is not None else None,
        confidence=one.confidence,
    )


def _manner(words: Words, one: Statement) -> Manner:
    inside = [words.quote[k] != -1 for a, b in one.spans for k in range(a, b) if words.pos[k] not in {"SPACE", "PUNCT"}]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"
