"""Verbs that report: the statement that each cue verb makes, with its source before, after or behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.annotate import contents, sources
from twosource.annotate.cue_verbs import auxiliary, cue_start, passive, reduced_passive
from twosource.annotate.cues import CUES, Cue
from twosource.annotate.extents import clause, object_phrase, quoted
from twosource.annotate.phrases import Tokens, Words
from twosource.records import Act, AttributionKind

_NEGATED: dict[Act, Act] = {"agreed": "denied", "denied": "agreed"}  # "did not recognise", "did not deny"
_WHENEVER = frozenset("when if while once after before by".split())
_RUMOURED = frozenset("say report allege claim rumour rumor".split())  # "is said to have left"


@dataclass(frozen=True, slots=True)
class Statement:
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
    place: Tokens | None = None
    time: Tokens | None = None
    answers: Tokens | None = None


def verb_statement(words: Words, i: int, start: int, end: int, before: list[Statement]) -> Statement | None:
    group = words.group_start(i)
    participle = words.low[i].endswith("ing") and not auxiliary(words, group, i)
    infinitive = any(words.low[k] == "to" for k in range(group, i))
    if passive(words, group, i):
        return _passive_verb(words, i, group, start, end)
    if reduced_passive(words, i, group, start):
        comma = next((k for k in range(i, end) if words.word[k] == "," and words.quote[k] == -1), end)
        return _passive_verb(words, i, group, start, comma)
    source: Tokens | None
    if words.lemma[i] in {"seem", "appear"}:
        return _seems(words, i, start, end)
    if words.lemma[i] == "quote" and _as_saying(words, i, end) is not None:
        return None  # "quoted Ana Roe as saying": "saying" speaks for itself
    if words.low[i] == "saying" and (quoted_one := _quoted_one(words, i, start)) is not None:
        statement = _governed(words, i, group, quoted_one, start, end, left=False)
        return statement or _before_quoting(words, i, quoted_one, start)
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


def _as_saying(words: Words, i: int, end: int) -> int | None:
    """The "saying" of "quoted Ana Roe as saying"."""
    for k in range(i + 2, min(end, i + 14)):
        if words.low[k] in {"saying", "telling", "writing"} and words.low[k - 1] == "as":
            return k
        if words.finite(k):
            return None
    return None


def _quoted_one(words: Words, i: int, start: int) -> Tokens | None:
    """Who is quoted "as saying": the object of the active verb."""
    if words.low[i - 1 : i] != ["as"]:
        return None
    verb = next((k for k in range(i - 2, max(start, i - 14) - 1, -1) if words.lemma[k] == "quote"), None)
    if verb is None or verb + 1 >= i - 1 or passive(words, words.group_start(verb), verb):
        return None
    return verb + 1, i - 1


def _before_quoting(words: Words, i: int, source: Tokens, start: int) -> Statement | None:
    """'"...," the Courier quoted Ana Roe as saying': the quotation that the line begins with."""
    first = next((k for k in range(start, i) if words.pos[k] != "SPACE"), i)
    if not words.sentence_quote(first):
        return None
    return Statement(source, (i, i + 1), words.quote_tokens[words.quote[first]], "said", "speech")


def _goes_on_to(words: Words, group: int, start: int) -> bool:
    """An infinitive tells what was said only after some verbs: "went on to say", "took to the air to call for"."""
    for k in range(group - 1, max(start, group - 6) - 1, -1):
        if words.pos[k] == "VERB":
            return words.lemma[k] in {"go", "continue", "proceed", "take", "use", "hasten", "rush", "turn"}
    return False


def _turns(words: Words, i: int, group: int, start: int) -> bool:
    """Whether the subject may follow the cue: right after a quotation or the comma of what was said."""
    k = group - 1
    if k < start:
        return words.low[i] in {"said", "says"}
    if words.lemma[i] in {"tell", "remind", "assure", "accuse", "inform", "urge", "deny", "reject"}:
        return False  # these need their object: what follows is the hearer, or what is denied
    return group == i and (words.word[k] == "," or words.sentence_quote(k) or words.quote[k] != -1)


def _controller(words: Words, i: int, group: int, start: int, end: int, before: list[Statement]) -> Tokens | None:
    """Who is "adding": the speaker of the cue before it in the sentence, or the subject of the clause it hangs on."""
    main = _main_source(before)
    if group > start and words.low[group - 1] in {",", "while"} and main is not None:
        last = before[-1]
        if last.cue is not None and not any(
            words.finite(k) for k in range(last.cue[1], group) if not _within(k, last.spans)
        ):
            return main
    found = sources.participle_subject(words, i, start)
    return found or _last_source(before) or sources.following_subject(words, i, end)


def _within(k: int, spans: tuple[Tokens, ...]) -> bool:
    return any(a <= k < b for a, b in spans)


def _main_source(before: list[Statement]) -> Tokens | None:
    """The source of the last statement that does not stand within another's words."""
    return next((one.source for one in reversed(before) if not any(inside(one, other) for other in before)), None)


def _last_source(before: list[Statement]) -> Tokens | None:
    return before[-1].source if before else None


def inside(one: Statement, other: Statement) -> bool:
    """Whether a statement lies within what another says: attitudes there are the outer speaker's words about others."""
    first, last = one.spans[0][0], one.spans[-1][1]
    return one is not other and any(a <= first and last <= b and b - a > last - first for a, b in other.spans)


def _governed(
    words: Words, i: int, group: int, source: Tokens | None, start: int, end: int, *, left: bool
) -> Statement | None:
    """The statement of a cue with its subject before it (or none): what was said stands around it, or to its right."""
    cues = CUES[words.lemma[i]]
    cue = (cue_start(words, group, i), i + 1)
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
            return Statement(source, cue, spans, cues[0].act, cues[0].kind, addressee=hearer)
    if right is None:
        return None
    chain = _citing(words, i, begin, source)
    act = _NEGATED.get(right.act, right.act) if cue[0] < i else right.act
    return Statement(source, (cue[0], right.cue_end), right.spans, act, _kind(right.kind), chain, right.addressee)


def _opening_end(words: Words, group: int, start: int, end: int) -> int:
    """A participle that opens the sentence ("Asked whether he would run, Lee said") governs up to the comma."""
    first = next(
        (k for k in range(start, end) if words.pos[k] not in {"SPACE", "PUNCT"} and words.low[k] not in _WHENEVER),
        start,
    )
    if first not in {group, group + 1} or not words.low[first].endswith(("ing", "ed")):
        return end
    for k in range(first, end):
        if words.word[k] == "," and words.quote[k] == -1:
            return k
        if k > first and words.quote[k - 1] != -1 and words.quote[k] != words.quote[k - 1] and words.word[k - 2] == ",":
            return k
    return end


def _around(
    words: Words, before: tuple[Tokens, ...], right: contents.Found | None, i: int, end: int
) -> tuple[Tokens, ...]:
    """What was said when something stands before the cue: that, with a second half after the cue, or nothing of it."""
    quoted = _is_quotation(words, before)
    heard = contents.hearer(words, i, end)
    after = contents.step_over(words, heard[1] if heard is not None else i + 1, end)
    after = contents.past_circumstances(words, after, end)
    at_stop = (
        after >= end
        or words.word[after] in {",", ".", ":", ";", "-", "–", "—", ")"}
        or words.pos[after] in {"SPACE", "SCONJ"}
    )
    if right is not None and right.frame == "q":
        resumes = words.quote[right.spans[0][0]] != -1 and words.word[right.spans[0][0] - 1] in {",", "."}
        if (quoted and resumes) or (resumes and not words.finite_after(*before[-1]) and False):
            return (*before, *right.spans)
        return before if quoted else ()
    if quoted:
        return (
            (*before, *_rest(words, before, after, end)) if right is None or right.frame in {"p", "n", "w"} else before
        )
    if right is not None and right.frame in {"t", "w"}:
        return ()  # "When the hall closed, she said that ...": what stands before tells when
    if not at_stop and not (right is None and words.pos[after] in {"ADP", "ADV", "CCONJ"}):
        return ()
    if right is not None and words.pos[right.spans[0][0]] not in {"SCONJ", "ADP"}:
        return ()
    rest = _rest(words, before, after, end)
    return (*before, *rest) if rest or _says(words, before[0]) or _governs(words, i, before[0]) else ()


def _governs(words: Words, verb: int, span: Tokens) -> bool:
    """Whether the parse makes the words before a cue its complement, or the cue an aside to them."""
    aside = words.role[verb] == "parataxis" and span[0] <= words.head(verb) < span[1]
    return aside or any(words.role[k] == "ccomp" and words.head(k) == verb for k in range(*span))


def _says(words: Words, span: Tokens) -> bool:
    """Whether the words before a cue can be what was said: a clause with a verb, and no "When asked" or "In 2012"."""
    first = next((k for k in range(*span) if words.pos[k] not in {"PUNCT", "ADV", "CCONJ"}), span[0])
    if (
        words.pos[first] in {"SCONJ", "VERB", "ADP"}
        and words.mention[first] == -1
        and not words.low[first].endswith("ing")
    ):
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
    if any(words.quote[k] != -1 or (words.lemma[k] in CUES and words.finite(k)) for k in range(i + 1, last)):
        return None
    k = end
    while k < len(words.word) and words.pos[k] == "SPACE":
        k += 1
    if k >= len(words.word) or words.quote[k] == -1:
        return None
    return contents.Found(words.quote_tokens[words.quote[k]], "q", cues[0].act, cues[0].kind, i + 1)


def _kind(name: str) -> AttributionKind:
    return "attitude" if name == "attitude" else "speech"


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
    return words.quote[last - 1] != -1 and (
        words.quote[first] == words.quote[last - 1] or words.sentence_quote(last - 1)
    )


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
    span = clause(words, after + 1, end)
    return (span,) if span[1] > span[0] else ()


def _inverted(words: Words, i: int, group: int, source: Tokens, start: int, end: int) -> Statement | None:
    cues = CUES[words.lemma[i]]
    before = _before(words, cues, group, start) or _line_before(words, cues, group, start)
    k = source[1]
    if before is not None and not _is_quotation(words, before) and not _says(words, before[0]):
        return None  # "Ana Roe, the mayor, noted the rule": the subject stands before its cue
    if before is None:
        return _opening_said(words, i, source, start, end)
    spans = before
    nxt = k + 1 if k < end and words.word[k] in {",", ":", "."} else k
    if nxt < end and words.quote[nxt] != -1 and words.quote[nxt] != words.quote[before[-1][0]]:
        spans = (*before, quoted(words, nxt, end))
    elif k + 1 < end and words.word[k] == "," and words.finite(k + 1):
        spans = (*before, *_rest(words, before, k, end))
    return Statement(source, (i, i + 1), spans, cues[0].act, cues[0].kind)


def _opening_said(words: Words, i: int, source: Tokens, start: int, end: int) -> Statement | None:
    """'Said Ann Lee, who had been there: "..."'."""
    if any(words.pos[k] not in {"SPACE", "PUNCT"} for k in range(start, i)):
        return None
    k = next((k for k in range(source[1], end) if words.sentence_quote(k)), -1)
    if k < 0:
        return None
    return Statement(source, (i, i + 1), (quoted(words, k, end),), "said", "speech")


def _passive_verb(words: Words, i: int, group: int, start: int, end: int) -> Statement | None:
    """ "was quoted as saying", "was accused of fraud by X", "it was announced that", "was told that"."""
    if words.lemma[i] == "quote":
        return None  # "as saying" speaks for itself, with the subject of "was quoted"
    cues = CUES[words.lemma[i]]
    if words.lemma[i] == "expect":
        return _seems(words, i, start, end)
    source = _by(words, i, end)
    right = contents.right(words, i, tuple(cue for cue in cues if cue.kind == "speech"), i + 1, end)
    if right is None and words.lemma[i] in _RUMOURED:
        return _seems(words, i, start, end)
    if right is None or right.frame in {"n", "c"}:
        return None
    return Statement(source, (i, right.cue_end), right.spans, right.act, _kind(right.kind), confidence=0.8)


def _seems(words: Words, i: int, start: int, end: int) -> Statement | None:
    """ "The vote seems to be over", "is expected to leave": nobody's words in particular, about the subject."""
    about = sources.subject(words, i, start)
    k = i + 1
    if about is None or k + 1 >= end or words.low[k] != "to":
        return None
    told = words.lemma[i] in _RUMOURED
    act: Act = ("said" if words.lemma[i] in {"say", "report"} else "claimed") if told else "thought"
    kind: AttributionKind = "speech" if told else "attitude"
    return Statement(None, (i, i + 1), (about, object_phrase(words, k, end)), act, kind, confidence=0.7)


def _by(words: Words, i: int, end: int) -> Tokens | None:
    if i + 2 < end and words.low[i + 1] == "by":
        return sources.after(words, i + 2, end)
    return None


def _citing(words: Words, i: int, begin: int, source: Tokens | None) -> tuple[Tokens, ...]:
    """The sources behind the source, when they stand between it and its cue: "Coast Wire, citing X, said"."""
    if source is None:
        return ()
    for k in range(source[0], i):
        if words.low[k] in {"citing", "quoting"}:
            behind = sources.after(words, k + 1, i)
            return (behind,) if behind is not None else ()
    return ()


def _cites(words: Words, i: int, start: int, end: int) -> bool:
    """Whether this "citing X" stands beside a subject and its cue: "Harbour Wire, citing X, said"."""
    behind = sources.after(words, i + 1, end)
    if behind is None or i - 1 < start or words.word[i - 1] != "," or behind[1] >= end or words.word[behind[1]] != ",":
        return False
    verb = behind[1] + 1
    while verb < end - 1 and words.pos[verb] in {"ADV", "AUX"}:
        verb += 1
    return verb < end and words.lemma[verb] in CUES and words.finite(verb)
