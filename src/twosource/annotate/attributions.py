"""Who said what: source, cue and content of every attribution in a text.

Cues are looked up in the lexicon (`cues.py`); around each, `sources.py` finds the subject and `contents.py` what it
governs. Then quotations without a cue of their own are given to whoever was speaking. The field's terms and span
conventions are those of PARC 3 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from twosource.annotate import contents, sources
from twosource.annotate.cues import CUES, NOUN_CUES, WORDS_NOUNS, Cue
from twosource.annotate.phrases import Tokens, Words
from twosource.records import Act, Attribution, AttributionKind, Manner, Mention, Range

_BE = frozenset("be am is are was were been being 's 're get gets got".split())
_OWNERS = frozenset("my your his her its our their 's".split())
_NEGATED: dict[Act, Act] = {"agreed": "denied", "denied": "agreed"}  # "did not recognise", "did not deny"
_PLAIN = frozenset("say says said saying tell tells told telling add adds added adding".split())


@dataclass(frozen=True, slots=True)
class _Statement:
    """An attribution in tokens, before it is written down."""

    source: Tokens | None
    cue: Tokens | None
    spans: tuple[Tokens, ...]
    act: Act
    kind: AttributionKind
    chain: tuple[Tokens, ...] = ()
    addressee: Tokens | None = None
    confidence: float = 1.0
    line: int = 0


def attributions(doc: Doc, mentions: tuple[Mention, ...] = ()) -> tuple[Attribution, ...]:
    """Every attribution of `doc`, by the start of its content. `mentions` make names whole; () is allowed.

    All ranges are characters of `doc.text`. Never raises; linear in the length of the text.
    """
    words = Words(doc, mentions)
    found: list[_Statement] = []
    for number, (start, end) in enumerate(words.lines):
        found.extend(_line(words, number, start, end))
    found.extend(_headline(words))
    found = _continued(words, found)
    return tuple(
        _written(words, one) for one in sorted(_unique(found), key=lambda one: (one.spans[0], one.cue or (0, 0)))
    )


# --- one line ---------------------------------------------------------------------------------------------------------


def _line(words: Words, number: int, start: int, end: int) -> list[_Statement]:
    found: list[_Statement] = []
    for i in range(start, end):
        if words.sentence_quote(i):
            continue
        statement = _according(words, i, start, end) or _in_words(words, i, start, end)
        if statement is None and words.lemma[i] in CUES and _verbal(words, i):
            statement = _verb(words, i, start, end, found)
        if statement is None and words.lemma[i] in NOUN_CUES and words.pos[i] == "NOUN":
            statement = _noun(words, i, start, end)
        if statement is not None and any(b > a for a, b in statement.spans):
            found.append(replace(statement, line=number))
    return found


def _verbal(words: Words, i: int) -> bool:
    """Whether token `i` is used as a verb; words that hardly are anything else need no tag."""
    if words.mention[i] != -1:
        return False
    if words.joined[i] or (i > 0 and words.joined[i - 1]):
        return False  # "op-ed urging" is none, "self-described" neither
    if i > 0 and words.mention[i - 1] == -1 and words.low[i] not in _PLAIN and (
        words.pos[i - 1] in {"DET", "ADJ", "NUM"} and words.low[i - 1] not in {"who", "that", "this", "many", "some", "most", "all"}
        or words.low[i - 1] in _OWNERS
    ):  # fmt: skip
        return False  # "his disputed win"
    return words.pos[i] == "VERB" or words.low[i] in _PLAIN


def _verb(words: Words, i: int, start: int, end: int, before: list[_Statement]) -> _Statement | None:
    group = words.group_start(i)
    participle = words.low[i].endswith("ing") and not _auxiliary(words, group, i)
    infinitive = any(words.low[k] == "to" for k in range(group, i))
    if _passive(words, group, i):
        return _passive_verb(words, i, group, start, end)
    source: Tokens | None
    if words.lemma[i] in {"seem", "appear"}:
        return _seems(words, i, start, end)
    if words.low[i] in {"citing", "quoting"} and _cites(words, i, start, end):
        return None  # a link of the chain, not a statement
    if participle and words.low[group] not in {"to"}:
        source = _controller(words, i, group, start, end, before)
        return _governed(words, i, group, source, start, end, left=False)
    if infinitive:
        if not _goes_on_to(words, group, start):
            return None
        source = sources.governing_subject(words, group, start) or _last_source(before)
        statement = _governed(words, i, group, source, start, end, left=False)
        return replace(statement, confidence=0.7) if statement is not None else None
    turned = sources.inverted(words, i, end) if _turns(words, i, group, start) else None
    if turned is not None and (statement := _inverted(words, i, group, turned, start, end)) is not None:
        return statement
    if group > start and words.low[group - 1] in {"and", "or", "but", "then"} and _last_source(before) is not None:
        source = _main_source(before)  # "called it a farce and said": whose cue came before
    else:
        source = sources.subject(words, i, start)
    return _governed(words, i, group, source, start, end, left=True)


def _goes_on_to(words: Words, group: int, start: int) -> bool:
    """An infinitive tells what was said only after some verbs: "went on to say", "took to the air to call for"."""
    for k in range(group - 1, max(start, group - 6) - 1, -1):
        if words.pos[k] == "VERB":
            return words.lemma[k] in {"go", "continue", "proceed", "take", "use", "hasten", "rush", "turn"}
    return False


def _auxiliary(words: Words, group: int, i: int) -> bool:
    return any(words.pos[k] == "AUX" or words.low[k] in _BE for k in range(group, i))


def _passive(words: Words, group: int, i: int) -> bool:
    form = words.low[i]
    if form.endswith("ing") or form == words.lemma[i] and form not in {"put", "set", "quote"}:
        return False
    return any(words.low[k] in _BE for k in range(group, i))


def _turns(words: Words, i: int, group: int, start: int) -> bool:
    """Whether the subject may follow the cue: right after a quotation or the comma of what was said."""
    k = group - 1
    if k < start:
        return words.low[i] in {"said", "says"}
    if words.lemma[i] in {"tell", "remind", "assure", "accuse", "inform", "urge"}:
        return False  # these need their object: what follows is the hearer
    return group == i and (words.word[k] == "," or words.sentence_quote(k) or words.quote[k] != -1)


def _controller(words: Words, i: int, group: int, start: int, end: int, before: list[_Statement]) -> Tokens | None:
    """Who is "adding": the speaker of the cue before it in the sentence, or the subject of the clause it hangs on."""
    if group > start and words.word[group - 1] == "," and before and before[-1].source is not None:
        last = before[-1]
        if last.cue is not None and not any(
            words.finite(k) for k in range(last.cue[1], group) if not _within(k, last.spans)
        ):
            return last.source
    found = sources.participle_subject(words, i, start)
    return found or _last_source(before) or sources.following_subject(words, i, end)


def _within(k: int, spans: tuple[Tokens, ...]) -> bool:
    return any(a <= k < b for a, b in spans)


def _main_source(before: list[_Statement]) -> Tokens | None:
    """The source of the last statement that does not stand within another's words."""
    return next((one.source for one in reversed(before) if not any(_inside(one, other) for other in before)), None)


def _last_source(before: list[_Statement]) -> Tokens | None:
    return before[-1].source if before else None


def _governed(
    words: Words, i: int, group: int, source: Tokens | None, start: int, end: int, *, left: bool
) -> _Statement | None:
    """The statement of a cue with its subject before it (or none): what was said stands around it, or to its right."""
    cues = CUES[words.lemma[i]]
    cue = (_cue_start(words, group, i), i + 1)
    begin = min(group, source[0]) if source is not None and source[1] <= group + 1 else group
    stop = _opening_end(words, group, start, end)
    right = contents.right(words, i, cues, i + 1, stop) or _next_quotation(words, i, cues, end)
    before = _before(words, cues, begin, start) if left and source is not None else None
    if before is None and left and source is not None and (right is None or right.frame == "p"):
        before = _line_before(words, cues, begin, start)
    if before is not None:
        spans = _around(words, before, right, i, end)
        if spans:
            hearer = contents.hearer(words, i, end)
            return _Statement(source, cue, spans, cues[0].act, cues[0].kind, addressee=hearer)
    if right is None:
        return None
    chain = _citing(words, i, begin, source)
    act = _NEGATED.get(right.act, right.act) if cue[0] < i else right.act
    return _Statement(source, (cue[0], right.cue_end), right.spans, act, _kind(right.kind), chain, right.addressee)


def _opening_end(words: Words, group: int, start: int, end: int) -> int:
    """A participle that opens the sentence ("Asked whether he would run, Lee said") governs up to the comma."""
    first = next((k for k in range(start, end) if words.pos[k] not in {"SPACE", "PUNCT"}), start)
    if first != group or not words.low[group].endswith(("ing", "ed")):
        return end
    return next((k for k in range(group, end) if words.word[k] == "," and words.quote[k] == -1), end)


def _around(
    words: Words, before: tuple[Tokens, ...], right: contents.Found | None, i: int, end: int
) -> tuple[Tokens, ...]:
    """What was said when something stands before the cue: that, with a second half after the cue, or nothing of it."""
    quoted = _is_quotation(words, before)
    after = contents._circumstances(words, contents._step_over(words, i + 1, end), end)
    at_stop = after >= end or words.word[after] in {",", ".", ":", ";", "-", "–", "—", ")"} or words.pos[after] in {"SPACE", "SCONJ"}
    if right is not None and right.frame == "q":
        resumes = words.quote[right.spans[0][0]] != -1 and words.word[right.spans[0][0] - 1] in {",", "."}
        if quoted and resumes or (resumes and not words.finite_after(*before[-1]) and False):
            return (*before, *right.spans)
        return before if quoted else ()
    if quoted:
        return (*before, *_rest(words, before, after, end)) if right is None or right.frame in {"p", "n", "w"} else before
    if not at_stop and not (right is None and words.pos[after] in {"ADP", "ADV", "CCONJ"}):
        return ()
    if right is not None and words.pos[right.spans[0][0]] not in {"SCONJ", "ADP"}:
        return ()
    rest = _rest(words, before, after, end)
    return (*before, *rest) if rest or _says(words, before[0]) else ()


def _says(words: Words, span: Tokens) -> bool:
    """Whether the words before a cue can be what was said: a clause with a verb, and no "When asked" or "In 2012"."""
    first = next((k for k in range(*span) if words.pos[k] not in {"PUNCT", "ADV", "CCONJ"}), span[0])
    if words.pos[first] in {"SCONJ", "VERB", "ADP"} and words.mention[first] == -1:
        commas = [k for k in range(*span) if words.word[k] == "," and words.quote[k] == -1]
        return bool(commas) and words.finite_after(commas[0] + 1, span[1])
    return words.finite_after(*span)


def _next_quotation(words: Words, i: int, cues: tuple[Cue, ...], end: int) -> contents.Found | None:
    """ "He declared:" at the end of a line, and the quotation in the next."""
    last = end - 1
    while last > i and words.pos[last] == "SPACE":
        last -= 1
    if words.word[last] != ":" or last - i > 25 or not any(cue.frames & set("qct") for cue in cues):
        return None
    if any(words.quote[k] != -1 or words.lemma[k] in CUES and words.finite(k) for k in range(i + 1, last)):
        return None
    k = end
    while k < len(words.word) and words.pos[k] == "SPACE":
        k += 1
    if k >= len(words.word) or words.quote[k] == -1:
        return None
    return contents.Found(words.quote_tokens[words.quote[k]], "q", cues[0].act, cues[0].kind, i + 1)


def _kind(name: str) -> AttributionKind:
    return "attitude" if name == "attitude" else "speech"


def _cue_start(words: Words, group: int, i: int) -> int:
    """The cue is the verb; with "not" and its auxiliary, since without them it would say the opposite."""
    for k in range(group, i):
        if words.low[k] in {"not", "n't", "never"}:
            return max(group, k - 1)
    return i


def _before(words: Words, cues: tuple[Cue, ...], begin: int, start: int) -> tuple[Tokens, ...] | None:
    """What stands before the cue in its line: a quotation, or a clause up to a comma."""
    if not any(cue.frames & set("qct") for cue in cues):
        return None
    found = contents.left(words, begin, start)
    if found is None:
        return None
    return found if _is_quotation(words, found) or any("c" in cue.frames for cue in cues) else None


def _is_quotation(words: Words, spans: tuple[Tokens, ...]) -> bool:
    """Whether what stands before a cue is a quotation, and not a clause that ends in a quoted word."""
    first, last = spans[-1]
    return words.quote[last - 1] != -1 and (words.quote[first] == words.quote[last - 1] or words.sentence_quote(last - 1))


def _line_before(words: Words, cues: tuple[Cue, ...], begin: int, start: int) -> tuple[Tokens, ...] | None:
    """The question or exclamation that ends the line before: '"Why?" she asked'."""
    if not any(cue.frames & set("qct") for cue in cues):
        return None
    if any(words.pos[k] not in {"SPACE", "PUNCT"} for k in range(start, begin)):
        return None
    k = start - 1
    while k >= 0 and words.pos[k] == "SPACE" and "\n" not in words.word[k]:
        k -= 1
    return words.quote_tokens[words.quote[k]] if k >= 0 and words.sentence_quote(k) else None


def _rest(words: Words, before: tuple[Tokens, ...], after: int, end: int) -> tuple[Tokens, ...]:
    """The second half of a split statement: "The plan, she said, would fail"."""
    if after >= end - 1 or words.word[after] != ",":
        return ()
    quoted = _is_quotation(words, before)
    if not words.finite(after + 1) and (quoted or _says(words, before[-1])):
        return ()
    if words.lemma[after + 1] in CUES and words.low[after + 1].endswith("ing"):
        return ()
    span = contents._clause(words, after + 1, end)
    return (span,) if span[1] > span[0] else ()


def _inverted(words: Words, i: int, group: int, source: Tokens, start: int, end: int) -> _Statement | None:
    cues = CUES[words.lemma[i]]
    before = _before(words, cues, group, start) or _line_before(words, cues, group, start)
    k = source[1]
    if before is None:
        return _opening_said(words, i, source, start, end)
    spans = before
    nxt = k + 1 if k < end and words.word[k] in {",", ":", "."} else k
    if nxt < end and words.quote[nxt] != -1 and words.quote[nxt] != words.quote[before[-1][0]]:
        spans = (*before, contents._quoted(words, nxt, end))
    return _Statement(source, (i, i + 1), spans, cues[0].act, cues[0].kind)


def _opening_said(words: Words, i: int, source: Tokens, start: int, end: int) -> _Statement | None:
    """ 'Said Ann Lee, who had been there: "..."'."""
    if any(words.pos[k] not in {"SPACE", "PUNCT"} for k in range(start, i)):
        return None
    k = next((k for k in range(source[1], end) if words.sentence_quote(k)), -1)
    if k < 0:
        return None
    return _Statement(source, (i, i + 1), (contents._quoted(words, k, end),), "said", "speech")


def _passive_verb(words: Words, i: int, group: int, start: int, end: int) -> _Statement | None:
    """ "was quoted as saying", "was accused of fraud by X", "it was announced that", "was told that"."""
    if words.lemma[i] == "quote":
        return None  # "as saying" speaks for itself, with the subject of "was quoted"
    cues = CUES[words.lemma[i]]
    if words.lemma[i] == "expect":
        return _seems(words, i, start, end)
    source = _by(words, i, end)
    right = contents.right(words, i, tuple(cue for cue in cues if cue.kind == "speech"), i + 1, end)
    if right is None or right.frame in {"n", "c"}:
        return None
    return _Statement(source, (i, right.cue_end), right.spans, right.act, _kind(right.kind), confidence=0.8)


def _seems(words: Words, i: int, start: int, end: int) -> _Statement | None:
    """ "The vote seems to be over", "is expected to leave": nobody's words in particular, about the subject."""
    about = sources.subject(words, i, start)
    k = i + 1
    if about is None or k + 1 >= end or words.low[k] != "to":
        return None
    return _Statement(None, (i, i + 1), (about, contents._object(words, k, end)), "thought", "attitude", confidence=0.7)


def _by(words: Words, i: int, end: int) -> Tokens | None:
    if i + 2 < end and words.low[i + 1] == "by":
        return sources.after(words, i + 2, end)
    return None


def _citing(words: Words, i: int, begin: int, source: Tokens | None) -> tuple[Tokens, ...]:
    """The sources behind the source, when they stand between it and its cue: "Interfax, citing local media, said"."""
    if source is None:
        return ()
    for k in range(source[0], i):
        if words.low[k] in {"citing", "quoting"}:
            behind = sources.after(words, k + 1, i)
            return (behind,) if behind is not None else ()
    return ()


def _cites(words: Words, i: int, start: int, end: int) -> bool:
    """Whether this "citing X" stands beside a subject and its cue: "Interfax, citing X, said"."""
    behind = sources.after(words, i + 1, end)
    if behind is None or i - 1 < start or words.word[i - 1] != "," or behind[1] >= end or words.word[behind[1]] != ",":
        return False
    verb = behind[1] + 1
    while verb < end - 1 and words.pos[verb] in {"ADV", "AUX"}:
        verb += 1
    return verb < end and words.lemma[verb] in CUES and words.finite(verb)


# --- phrases ----------------------------------------------------------------------------------------------------------


def _according(words: Words, i: int, start: int, end: int) -> _Statement | None:
    """ "according to X": the clause before it, or after its comma when it opens the sentence."""
    if words.low[i] != "according" or i + 2 >= end or words.low[i + 1] != "to":
        return None
    source = sources.after(words, i + 2, end)
    if source is None:
        return None
    opens = all(words.pos[k] in {"SPACE", "CCONJ", "ADV", "PUNCT"} for k in range(start, i))
    if opens or (words.word[i - 1] == "," and not words.finite_after(start, i)):
        comma = next((k for k in range(source[1] - 1, end) if words.word[k] == ","), source[1] - 1)
        after = contents._clause(words, comma + 1, end) if comma + 1 < end else (end, end)
        spans = (after,) if opens else (contents._clean(words, start, i), after)
    else:
        spans = (contents._clean(words, contents._left_start(words, i, start), i),)
    return _Statement(source, (i, i + 2), spans, "said", "speech")


def _in_words(words: Words, i: int, start: int, end: int) -> _Statement | None:
    """ "In his words, ...", "in the ministry's view": the possessor is the source, the rest of the clause the content."""
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
        spans: tuple[Tokens, ...] = (contents._clause(words, after + 1, end),)
    elif opening > start and words.word[opening - 1] == ",":
        spans = (contents._clean(words, contents._left_start(words, opening, start), opening),)
    else:
        return None
    act = WORDS_NOUNS[words.low[i]]
    return _Statement(possessor, (opening, i + 1), spans, act, "attitude" if act == "thought" else "speech")


def _noun(words: Words, i: int, start: int, end: int) -> _Statement | None:
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
    return _Statement(owner, (i, i + 1), (contents._clause(words, i + 1, end),), act, kind, confidence=0.8)


def _headline(words: Words) -> list[_Statement]:
    """ "Minister: No talks before May" as the first line, and speakers in capitals at the head of a paragraph."""
    found: list[_Statement] = []
    fresh = True
    for number, (start, end) in enumerate(words.lines):
        first = next((k for k in range(start, end) if words.pos[k] != "SPACE"), end)
        colon = next((k for k in range(first, min(end, first + 12)) if words.word[k] == ":"), -1)
        if fresh and colon > first and (number == 0 or words.word[first].isupper() and len(words.word[first]) > 2):
            statement = _colon(words, number, first, colon, end)
            if statement is not None:
                found.append(statement)
        fresh = "\n" in words.word[end - 1] or any("\n" in words.word[k] for k in range(start, first))
    return found


def _colon(words: Words, number: int, first: int, colon: int, end: int) -> _Statement | None:
    last = contents._clean(words, colon + 1, end)
    if last[1] - last[0] < 2 or any(words.finite(k) or words.quote[k] != -1 for k in range(first, colon)):
        return None
    named = words.phrase_right(first, colon)
    if named == first or words.pos[first] in {"NUM", "DET"} or words.timely(first):
        return None
    return _Statement((first, named), (colon, colon + 1), (last,), "said", "speech", confidence=0.8, line=number)


# --- quotations that go on ---------------------------------------------------------------------------------------------


def _continued(words: Words, found: list[_Statement]) -> list[_Statement]:
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


def _direct(words: Words, one: _Statement) -> bool:
    return any(words.quote[a] != -1 or words.quote[b - 1] != -1 for a, b in one.spans if b > a)


def _lone(words: Words, start: int, end: int) -> Tokens | None:
    """The line's quotation, when the line is nothing else."""
    a, b = contents._clean(words, start, end)
    if a >= b or words.quote[a] == -1:
        return None
    return (a, b) if all(words.quote[k] != -1 or words.pos[k] == "SPACE" for k in range(a, b)) else None


# --- writing down -----------------------------------------------------------------------------------------------------


def _unique(found: list[_Statement]) -> list[_Statement]:
    """One statement for each content and cue; of two with one content, the one with a source."""
    kept: dict[tuple[Tokens | None, tuple[Tokens, ...]], _Statement] = {}
    for one in found:
        spans = tuple(span for span in one.spans if span[1] > span[0])
        if spans:
            kept.setdefault((one.cue, spans), replace(one, spans=spans))
    statements = list(kept.values())
    return [one for one in statements if one.kind == "speech" or not any(_inside(one, other) for other in statements)]


def _inside(one: _Statement, other: _Statement) -> bool:
    """Whether a statement lies within what another says: attitudes there are the outer speaker's words about others."""
    first, last = one.spans[0][0], one.spans[-1][1]
    return one is not other and any(a <= first and last <= b and b - a > last - first for a, b in other.spans)


def _range(words: Words, tokens: Tokens) -> Range:
    return words.start[tokens[0]], words.end[tokens[1] - 1]


def _written(words: Words, one: _Statement) -> Attribution:
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


def _manner(words: Words, one: _Statement) -> Manner:
    inside = [words.quote[k] != -1 for a, b in one.spans for k in range(a, b) if words.pos[k] not in {"SPACE", "PUNCT"}]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"
