"""What was said: the stretch of text that a cue governs, to its right, to its left, or around it.

Spans follow the convention of PARC 3 and PolNeAR: quotation marks, "that" and "to" belong to the content; the mark
that ends the sentence, the cue and the comma before it do not. All ranges are token ranges.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.cues import CUES, Cue
from twosource.annotate.phrases import OBJECT_PRONOUNS, Tokens, Words
from twosource.records import Act

QUESTION_WORDS = frozenset("whether if what why how who when where which".split())
# Prepositions of where, when and to whom one speaks: what they introduce is stepped over on the way to the content.
CIRCUMSTANCES = frozenset(
    "in at on during after before following through via from to of by with ahead amid over outside inside".split()
)
_SPEAKING = frozenset("say tell call add urge accuse vow promise assert claim argue warn insist demand announce note ask".split())
_FILLERS = frozenset(
    "also again then later earlier however too once further recently publicly privately simply".split()
)
_FINAL = frozenset(".,;:!?…-–—")


@dataclass(frozen=True, slots=True)
class Found:
    """A content: its spans, the frame it was found in, the act (a cue may have several), and where the cue ends."""

    spans: tuple[Tokens, ...]
    frame: str
    act: Act
    kind: str
    cue_end: int
    addressee: Tokens | None = None


def right(words: Words, verb: int, cues: tuple[Cue, ...], start: int, stop: int) -> Found | None:
    """The content to the right of `verb`; `start` is where to begin looking, after an inverted subject if there is one."""
    i, addressee = start, None
    i = _step_over(words, i, stop)
    if any("a" in cue.frames for cue in cues) or words.lemma[verb] in {
        "tell",
        "remind",
        "inform",
        "warn",
        "ask",
        "assure",
        "advise",
    }:
        addressee = _addressee(words, i, stop)
        if addressee is not None:
            i = _step_over(words, addressee[1], stop)
    for at in dict.fromkeys((i, _circumstances(words, i, stop))):
        for cue in cues:
            found = _frame(words, verb, cue, at, stop, addressee)
            if found is not None:
                return found
    found = _that_far(words, verb, cues, i, stop, addressee)
    if found is not None:
        return found
    if addressee is not None and words.lemma[verb] != "tell":  # "asked a question": the object was no addressee
        for cue in cues:
            found = _frame(words, verb, cue, start, stop, None)
            if found is not None:
                return found
    return None


def _that_far(
    words: Words, verb: int, cues: tuple[Cue, ...], i: int, stop: int, addressee: Tokens | None
) -> Found | None:
    """A that-clause behind a longer phrase of place: "said at a hall in Sorn, the capital, that"."""
    if i >= stop or words.low[i] not in CIRCUMSTANCES and words.word[i] != "," or words.quote[i] != -1:
        return None
    for k in range(i + 1, min(stop, i + 25)):
        if words.finite(k) or words.quote[k] != -1 or words.word[k] in {":", ";"}:
            return None
        if words.low[k] == "that":
            for cue in cues:
                if cue.frames & set("ct"):
                    return _frame(words, verb, cue, k, stop, addressee)
            return None
    return None


def _step_over(words: Words, i: int, stop: int) -> int:
    """Past adverbs, times and asides between commas: "said, however, on Friday"."""
    while i < stop:
        if words.mention[i] == -1 and (words.low[i] in _FILLERS or words.timely(i) and not words.finite(i)):
            i += 1
        elif (
            words.low[i] in {"last", "this", "earlier", "late", "early", "next", "on", "in"}
            and _time_phrase(words, i, stop) > i
        ):
            i = _time_phrase(words, i, stop)
        elif words.word[i] == "," and (close := _aside(words, i, stop)) > i:
            i = close
        else:
            break
    return i


def _time_phrase(words: Words, i: int, stop: int) -> int:
    """The end of "last Tuesday", "on Friday night", "earlier this week", "in 2012"; `i` when it is none."""
    j = i
    while j < min(stop, i + 5) and (
        words.timely(j) or words.low[j] in {"last", "this", "earlier", "late", "early", "next", "on", "in", "the", "of"}
        or words.low[j].isdigit()
    ):  # fmt: skip
        j += 1
    while j > i and not (words.timely(j - 1) or words.low[j - 1].isdigit()):
        j -= 1
    return j if any(words.timely(k) for k in range(i, j)) else i


def _aside(words: Words, i: int, stop: int) -> int:
    """The token after the comma that closes an aside of adverbs or a phrase of place or time; `i` when it is none."""
    close = next((k for k in range(i + 1, min(stop, i + 12)) if words.word[k] == ","), -1)
    if close < 0 or close == i + 1:
        return i
    first = i + 1
    if any(words.finite(k) or words.quote[k] != -1 for k in range(first, close)):
        return i
    if words.pos[first] in {"ADV", "ADP", "SCONJ"} or words.low[first] in _FILLERS or words.timely(close - 1):
        return close + 1
    return i


def _addressee(words: Words, i: int, stop: int) -> Tokens | None:
    if i >= stop or words.quote[i] != -1 or words.pos[i] in {"SYM", "NUM"} or words.low[i] in {"a", "an", "that", "to", "how", "what", "if", "whether", "why"}:
        return None
    end = words.phrase_right(i, stop)
    if end == i or (end < stop and words.finite(end) and words.word[end] != ","):
        return None
    return i, end


def hearer(words: Words, verb: int, stop: int) -> Tokens | None:
    """To whom the words beside "told" were said: its object."""
    if words.lemma[verb] not in {"tell", "remind", "inform", "assure"}:
        return None
    return _addressee(words, _step_over(words, verb + 1, stop), stop)


def _circumstances(words: Words, i: int, stop: int) -> int:
    """Past prepositional phrases of place, time and occasion: "in a statement on Friday"."""
    for _ in range(4):
        if i >= stop or words.low[i] not in CIRCUMSTANCES or words.mention[i] != -1:
            break
        first = i + 1
        end = words.base_right(first, stop)
        if end == first:
            break
        while (
            end < stop and words.low[end] in {"of", "and", "for", "with"} and words.base_right(end + 1, stop) > end + 1
        ):
            further = words.base_right(end + 1, stop)
            if further < stop and words.finite(further):
                break
            end = further
        i = _step_over(words, end, stop)
    return i


def _frame(words: Words, verb: int, cue: Cue, at: int, stop: int, addressee: Tokens | None) -> Found | None:
    """What stands at `at`, if the cue can govern it."""

    def made(spans: tuple[Tokens, ...], frame: str, cue_end: int = verb + 1) -> Found:
        return Found(spans, frame, cue.act, cue.kind, cue_end, addressee)

    if at >= stop:
        return None
    i = at
    if words.word[i] in {",", ":"} and i + 1 < stop:
        colon = words.word[i] == ":"
        nxt = i + 1
        if words.quote[nxt] != -1 and words.quote[nxt] != words.quote[i] and cue.frames & set("qct"):
            return made((_quoted(words, nxt, stop),), "q")
        if colon and cue.frames & set("qct") and nxt < stop - 1:
            return made((_clean(words, nxt, stop),), "q")
        if words.low[nxt] == "that" and cue.frames & set("ct") and words.finite_after(nxt + 1, stop):
            return made((_clause(words, nxt, stop),), "c")
        return None
    low = words.low[i]
    if low in cue.prepositions and i == verb + 1 or low in cue.prepositions and addressee is not None:
        return _prepositional(words, cue, i, stop, made)
    if words.quote[i] != -1 and (i == 0 or words.quote[i - 1] != words.quote[i]):
        if words.sentence_quote(i) and cue.frames & set("qct"):
            return made((_quoted(words, i, stop),), "q")
        if cue.frames & set("qctns"):
            return made((_clause(words, i, stop),), "c")
        return None
    if low == "that" and cue.frames & set("ct") and words.finite_after(i + 1, stop):
        return made((_clause(words, i, stop),), "t")
    if low == "to" and i + 1 < stop and "i" in cue.frames and _infinitive(words, i + 1):
        return made((_object(words, i, stop),), "i")
    if low in CIRCUMSTANCES or low in {"as", "when", "while", "because"}:
        return None
    if low in QUESTION_WORDS and cue.frames & set("w"):
        return made((_clause(words, i, stop),), "w")
    if addressee is not None and low == "to" and cue.act in {"asked", "demanded"}:
        return Found((_clause(words, addressee[0], stop),), "s", cue.act, cue.kind, verb + 1)
    return _phrase_or_clause(words, cue, i, stop, made)


def _phrase_or_clause(words: Words, cue: Cue, i: int, stop: int, made) -> Found | None:  # type: ignore[no-untyped-def]
    if words.pos[i] in {"PUNCT", "CCONJ", "SPACE"} and words.word[i] not in {"$", "#", "("}:
        return None
    if "c" in cue.frames and (_bare_clause(words, i, stop) if "n" not in cue.frames else _clause_at(words, i, stop)):
        return made((_clause(words, i, stop),), "c")
    if "n" in cue.frames and words.pos[i] == "VERB" and low_ing(words, i):
        return made((_object(words, i, stop),), "n")
    if i + 1 < stop and words.low[i] in OBJECT_PRONOUNS and words.word[i + 1] in {",", "."} and "a" in cue.frames:
        return None
    if cue.frames & set("ns") and words.phrase_right(i, stop) > i and words.pos[i] != "ADP":
        return made((_object(words, i, stop),), "n")
    return None


def _clause_at(words: Words, i: int, stop: int) -> bool:
    """A clause for sure: a noun phrase and right after it a finite verb, as "claimed victory in the vote" is none."""
    if words.low[i] in {"there", "if", "it"}:
        return words.finite_after(i + 1, stop)
    end = words.phrase_right(i, stop)
    if end == i:
        return False
    while end < stop and words.pos[end] == "ADV":
        end += 1
    if end < stop and words.word[end] == ",":
        close = next((k for k in range(end + 1, min(stop, end + 20)) if words.word[k] == ","), end)
        end = close + 1
    return end < stop and words.finite(end) and not (words.low[end - 1] in {"who", "which"})


def low_ing(words: Words, i: int) -> bool:
    """A gerund: "proposed barring", "denied taking"."""
    return words.low[i].endswith("ing")


def _prepositional(words: Words, cue: Cue, i: int, stop: int, made) -> Found | None:  # type: ignore[no-untyped-def]
    first = i + 1
    if first >= stop or words.word[first] in _FINAL:
        return None
    return made((_object(words, first, stop),), "p", first)  # type: ignore[no-any-return]


def _infinitive(words: Words, i: int) -> bool:
    return words.pos[i] in {"VERB", "AUX", "ADV"} or (
        words.pos[i] not in {"DET", "PROPN", "NUM"} and words.low[i] not in {"the", "a"}
    )


def _bare_clause(words: Words, i: int, stop: int) -> bool:
    """A clause without "that": something that can be a subject, and a finite verb after it and before the next stop."""
    end = words.base_right(i, stop)
    opens = end > i or words.low[i] in {
        "there",
        "this",
        "that",
        "when",
        "if",
        "in",
        "as",
        "while",
        "because",
        "under",
        "both",
    }
    if not opens and words.pos[i] not in {"ADP", "SCONJ", "DET", "ADV", "VERB"}:
        return False
    depth = 0
    for k in range(max(i + 1, end if end > i else i + 1), min(stop, i + 45)):
        if words.low[k] in {"who", "which", "whose", "that"} and words.pos[k - 1] in {"NOUN", "PROPN"}:
            depth += 1
        if words.finite(k):
            if depth == 0:
                return True
            depth -= 1
        if words.word[k] in {";", ":"}:
            return False
        if (
            words.low[k] in {"as", "while", "because", "after", "when", "since", "although"}
            and words.pos[k] == "SCONJ"
            and end > i
        ):
            return False
    return False


def _quoted(words: Words, i: int, stop: int) -> Tokens:
    """The quotation that opens at `i`, with the words after it when it is only the beginning of a sentence."""
    number = words.quote[i]
    part = next(p for p in words.quote_tokens[number] if p[0] <= i < p[1])
    if words.quotations[number].form == "sentence" or part[1] >= stop:
        return i, min(part[1], stop)
    return _clause(words, i, stop)


def _clause(words: Words, i: int, stop: int) -> Tokens:
    """From `i` to where the clause ends: with the sentence, save where another attribution or an aside begins."""
    k = i + 1
    while k < stop:
        if words.quote[k] != -1:
            k += 1
            continue
        if words.quote[k - 1] != -1 and words.word[k - 2] == "," and _cuts(words, k - 1, stop, i):
            break
        if words.word[k] == "," and _cuts(words, k, stop, i):
            break
        if words.pos[k] == "CCONJ" and k + 1 < stop and low_ing(words, k + 1) and words.lemma[k + 1] in _SPEAKING and low_ing(words, i - 1):
            break
        if words.word[k] == ";":
            break
        if words.word[k] == ":" and k + 1 < stop and words.quote[k + 1] != -1:
            return _clean(words, i, _quoted(words, k + 1, stop)[1])
        if words.low[k] == "according" and k + 1 < stop and words.low[k + 1] == "to":
            break
        if words.pos[k] == "SPACE" and "\n" in words.word[k]:
            break
        k += 1
    return _clean(words, i, k)


def _cuts(words: Words, comma: int, stop: int, begin: int) -> bool:
    """Whether what follows the comma is no longer part of what was said."""
    nxt = comma + 1
    if nxt >= stop:
        return True
    low = words.low[nxt]
    if low.endswith("ing") and words.lemma[nxt] in CUES:
        return True
    if low == "while" and nxt + 1 < stop and low_ing(words, nxt + 1):
        return True
    if low in {"according", "per"} or (
        low in {"and", "but"}
        and nxt + 1 < stop
        and words.pos[nxt + 1] == "VERB"
        and words.lemma[nxt + 1] in {"say", "tell", "call", "ask", "urge", "add", "accuse"}
    ):
        return True
    return _comma_cue(words, nxt, stop)


def _comma_cue(words: Words, i: int, stop: int) -> bool:
    """ ", the ministry said": a subject and a cue and nothing that the cue could govern."""
    end = words.phrase_right(i, stop)
    verb = end if end > i else i
    while verb < stop and words.pos[verb] in {"ADV", "AUX"}:
        verb += 1
    if verb >= stop or words.lemma[verb] not in {
        "say",
        "tell",
        "add",
        "write",
        "note",
        "argue",
        "explain",
        "report",
        "claim",
        "announce",
    }:
        return False
    return words.finite(verb) and (
        verb + 1 >= stop or words.word[verb + 1] in {",", "."} or words.low[verb + 1] in CIRCUMSTANCES
    )


def _object(words: Words, i: int, stop: int) -> Tokens:
    """A noun phrase that is content, with all that hangs on it, up to the comma or the adverbial clause after it."""
    if words.low[i] == "what":
        return _clause(words, i, stop)
    k = i + 1
    while k < stop:
        if words.quote[k] != -1:
            k += 1
            continue
        if words.word[k] in {",", ";", ":"} or words.pos[k] == "SPACE":
            break
        if words.pos[k] == "SCONJ" and words.low[k] in {
            "as",
            "while",
            "because",
            "after",
            "when",
            "before",
            "since",
            "although",
            "if",
        }:
            break
        if (
            words.pos[k] == "CCONJ"
            and k + 1 < stop
            and (words.finite(k + 1) or words.low[k + 1] in {"he", "she", "they", "it"})
        ):
            break
        if words.low[k] in {"during", "amid", "following", "after", "before"} and words.pos[k] in {"ADP", "VERB"}:
            break
        if words.low[k] in {"on", "in", "at"} and _time_phrase(words, k, stop) > k:
            break
        k += 1
    return _clean(words, i, k)


def _lists(words: Words, comma: int, stop: int) -> bool:
    """Whether the comma stands in a list: another comma or nothing but a noun phrase before the closing "and"."""
    if words.pos[comma - 1] == "ADJ" and comma + 1 < stop and words.pos[comma + 1] == "ADJ":
        return True
    if _list_ahead(words, comma, stop):
        return True
    k = comma + 1
    for _ in range(6):
        end = words.phrase_right(k, stop)
        if end == k or (end < stop and words.finite(end)):
            return False
        if words.low[end - 1] not in {"and", "or"} and any(words.low[j] in {"and", "or"} for j in range(k, end)):
            return words.low[k] in {"and", "or"} or end >= stop or words.word[end] in {".", ","}
        if end >= stop or words.word[end] != ",":
            return False
        k = end + 1
        if k < stop and words.low[k] in {"and", "or"}:
            after = words.phrase_right(k + 1, stop)
            return after > k + 1 and not (after < stop and words.finite(after))
    return False


def _list_ahead(words: Words, comma: int, stop: int) -> bool:
    """A last ", and" with a noun phrase ahead, and no finite verb before or right after it."""
    if not words._inner(comma + 1) if comma + 1 < stop else True:
        return False
    for k in range(comma + 1, min(stop - 2, comma + 30)):
        if words.word[k] == "," and words.low[k + 1] in {"and", "or"}:
            after = words.phrase_right(k + 2, stop)
            return after > k + 2 and not (after < stop and words.finite(after))
        if words.finite(k) and not (k + 1 < stop and words.pos[k + 1] == "ADP" and words.low[k].endswith("ed")):
            return False
        if words.quote[k] == -1 and words.pos[k] in {"SCONJ"} or words.low[k] in {"who", "which"}:
            return False
    return False


def _subject_verb(words: Words, i: int, stop: int) -> bool:
    end = words.base_right(i, stop)
    return end > i and end < stop and words.finite(end)


def left(words: Words, end: int, floor: int) -> tuple[Tokens, ...] | None:
    """The content before a cue (and its subject) that begins at `end`: a quotation, or the clause up to the comma."""
    k = end
    while k > floor and (words.word[k - 1] in {",", "-", "–", "—"} or words.pos[k - 1] == "SPACE"):
        k -= 1
    if k <= floor:
        return None
    comma = k < end
    number = words.quote[k - 1]
    if number != -1 and words.quotations[number].end <= words.end[k - 1]:
        return _left_quotation(words, number, k, floor)
    if not comma:
        return None
    start = _left_start(words, k, floor)
    return (_clean(words, start, k),) if k - start >= 1 else None


def _left_quotation(words: Words, number: int, end: int, floor: int) -> tuple[Tokens, ...] | None:
    parts = words.quote_tokens[number]
    first = parts[-1][0] if parts[-1][0] >= floor else floor
    before = first - 1
    while before >= floor and words.pos[before] == "SPACE":
        before -= 1
    alone = before < floor or words.word[before] in {":", ".", "?", "!", "”", '"'}
    if alone or words.quotations[number].form == "sentence" and words.word[before] == ",":
        return parts
    return (_clean(words, _left_start(words, end, floor), end),)


def _left_start(words: Words, end: int, floor: int) -> int:
    """Where the clause that ends at `end` begins: with the sentence, or after a semicolon or a colon."""
    k = end - 1
    while k >= floor:
        if words.quote[k] == -1 and (words.word[k] in {";", "\n"} or "\n" in words.word[k]):
            break
        k -= 1
    k += 1
    while k < end and (words.pos[k] == "SPACE" or words.low[k] in {"and", "but"} and k == floor):
        k += 1
    return k


def _clean(words: Words, start: int, end: int) -> Tokens:
    """Without white space at the edges and without the marks that end a sentence; a quotation keeps its own."""
    while start < end and (words.pos[start] == "SPACE" or words.word[start] in {",", ":"}):
        start += 1
    while (
        end > start and words.quote[end - 1] == -1 and (words.pos[end - 1] == "SPACE" or words.word[end - 1] in _FINAL)
    ):
        end -= 1
    return start, end
