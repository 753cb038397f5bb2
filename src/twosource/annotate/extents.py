"""How far content reaches: where a clause, a noun phrase or a quotation that somebody said comes to its end.

Spans follow the convention of PARC 3 and PolNeAR: quotation marks, "that" and "to" belong to the content; the mark
that ends the sentence, the cue and the comma before it do not. All ranges are token ranges.
"""

from __future__ import annotations

from twosource.annotate.cues import CUES
from twosource.annotate.phrases import Tokens, Words

# Prepositions of where, when and to whom one speaks: what they introduce is stepped over on the way to the content.
CIRCUMSTANCES = frozenset(
    "in at on during after before following through via from to of by with ahead amid over outside inside".split()
)
_SPEAKING = frozenset(
    "say tell call add urge accuse vow promise assert claim argue warn insist demand announce note ask".split()
)
_ADVERBIAL = frozenset("while because after when before since although if".split())
_WHEN = frozenset("during amid following after before".split())
_REPORTING = frozenset("say tell add write note argue explain report claim announce".split())
_FINAL = frozenset(".,;:!?…-–—")


def clause(words: Words, i: int, stop: int) -> Tokens:
    """From `i` to where the clause ends: with the sentence, save where another attribution or an aside begins."""
    k = i + 1
    while k < stop:
        if words.quote[k] != -1:
            k += 1
            continue
        if words.role[k] == "conj" and (joint := _joint(words, k, i)) is not None:
            return clean(words, i, joint)
        if words.quote[k - 1] != -1 and words.word[k - 2] == "," and _after_quote(words, k, stop, i):
            break
        if (
            words.low[k] in {"while", "before", "after"}
            and k + 1 < stop
            and is_gerund(words, k + 1)
            and _speaks(words, k + 1)
        ):
            break
        if words.word[k] == "," and _cuts(words, k, stop, i):
            break
        if words.pos[k] == "CCONJ" and k + 1 < stop and _next_cue(words, k + 1, i):
            break
        if words.word[k] == ";":
            break
        if words.word[k] == ":" and k + 1 < stop and words.quote[k + 1] != -1:
            return clean(words, i, quoted(words, k + 1, stop)[1])
        if words.low[k] == "according" and k + 1 < stop and words.low[k + 1] == "to":
            break
        if words.pos[k] == "SPACE" and "\n" in words.word[k]:
            break
        k += 1
    return clean(words, i, k)


def _next_cue(words: Words, verb: int, begin: int) -> bool:
    """Whether the verb behind an "and" reports too, for the cue before `begin`: "said it fell and called for"."""
    verb += words.pos[verb] == "ADV" and verb + 1 < len(words.word)
    if words.pos[verb] != "VERB" or words.lemma[verb] not in (CUES if is_gerund(words, verb) else _SPEAKING):
        return False
    cue = next((k for k in range(begin - 1, max(-1, begin - 6), -1) if words.lemma[k] in CUES), begin - 1)
    if is_gerund(words, verb):
        return is_gerund(words, cue)
    return cue >= 0 and words.finite(verb) and words.tag(verb) == words.tag(cue)


def _joint(words: Words, verb: int, begin: int) -> int | None:
    """Where the clause of a verb begins that is joined to one before the content: "said it was late and left"."""
    if words.pos[verb] not in {"VERB", "AUX"} or words.head(verb) >= begin or not words.finite(verb):
        return None
    edge = words.left_edge(verb)
    return edge if edge > begin + 1 else None


def _cuts(words: Words, comma: int, stop: int, begin: int) -> bool:
    """Whether what follows the comma is no longer part of what was said."""
    nxt = comma + 1
    if nxt >= stop:
        return True
    low = words.low[nxt]
    if low.endswith("ing") and words.lemma[nxt] in CUES:
        return True
    if low == "while" and nxt + 1 < stop and is_gerund(words, nxt + 1):
        return True
    if low in {"according", "per"} or (
        low in {"and", "but"}
        and nxt + 1 < stop
        and words.pos[nxt + 1] == "VERB"
        and words.lemma[nxt + 1] in {"say", "tell", "call", "ask", "urge", "add", "accuse"}
    ):
        return True
    return _comma_cue(words, nxt, stop)


def _speaks(words: Words, i: int) -> bool:
    return words.lemma[i] in CUES


def _after_quote(words: Words, k: int, stop: int, begin: int) -> bool:
    """Whether a clause ends with the quotation before `k` whose last mark is a comma."""
    if words.quote[begin] == words.quote[k - 1] and words.quote[begin] != -1:
        return True
    if _cuts(words, k - 1, stop, begin):
        return True
    low = words.low[k]
    if low in {"before", "after", "while", "when", "as", "since", "but", "though", "although"} or is_gerund(words, k):
        return True
    if low == "and":
        return k + 1 < stop and (words.finite(k + 1) or words.pos[k + 1] == "ADV")
    end = words.base_right(k, stop)
    return end > k and end < stop and words.finite(end)


def _comma_cue(words: Words, i: int, stop: int) -> bool:
    """ ", the ministry said": a subject and a cue and nothing that the cue could govern."""
    end = words.phrase_right(i, stop)
    verb = end if end > i else i
    while verb < stop and words.pos[verb] in {"ADV", "AUX"}:
        verb += 1
    if verb >= stop or words.lemma[verb] not in _REPORTING:
        return False
    return words.finite(verb) and (
        verb + 1 >= stop or words.word[verb + 1] in {",", "."} or words.low[verb + 1] in CIRCUMSTANCES
    )


def object_phrase(words: Words, i: int, stop: int) -> Tokens:
    """A noun phrase that is content, with all that hangs on it, up to the comma or the adverbial clause after it."""
    if words.low[i] == "what":
        return clause(words, i, stop)
    k = i + 1
    while k < stop:
        if words.word[k] == ":" and k + 2 < stop:  # "asked a question: ...", "revealed a few facts: ..."
            return clean(words, i, quoted(words, k + 1, stop)[1] if words.sentence_quote(k + 1) else stop)
        if words.word[k] == "," and (beyond := _apposition(words, k, stop)) is not None:
            k = beyond
        elif words.quote[k] == -1 and _object_ends(words, k, stop):
            break
        else:
            k += 1
    return clean(words, i, k)


def _object_ends(words: Words, k: int, stop: int) -> bool:
    """Whether the token `k` begins something that is no part of the object: a mark, an adverbial, another verb."""
    low, pos = words.low[k], words.pos[k]
    if words.word[k] in {";", ":"} or pos == "SPACE" or low == "according":
        return True
    if words.word[k] == ",":
        said_as = words.low[k - 1] == "as" and k + 1 < stop and words.quote[k + 1] != -1
        return not said_as and not _lists(words, k, stop)
    if words.quote[k - 1] != -1 and words.word[k - 2] == ",":  # the comma of the clause stands inside the quotation
        return not _quotes_on(words, k, stop)
    if words.word[k] in {"-", "--", "–", "—"} and words.start[k] > words.end[k - 1]:
        return True
    if low == "as" and k + 1 < stop:
        return _subject_verb(words, k + 1, stop)
    if (pos == "SCONJ" and low in _ADVERBIAL) or (pos in {"ADP", "VERB"} and low in _WHEN):
        return True
    if pos == "CCONJ" and k + 1 < stop:
        return words.finite(k + 1) or words.low[k + 1] in {"he", "she", "they", "it"}
    return low in {"on", "in", "at"} and time_phrase(words, k, stop) > k


def _quotes_on(words: Words, k: int, stop: int) -> bool:
    """Whether a list of quoted words goes on: "a “liar,” a “bully” and a “fool”"."""
    after = k + (words.low[k] in {"and", "or"})
    after += after < stop and words.pos[after] == "DET"
    return after > k and after < stop and words.quote[after] != -1


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
        if (words.quote[k] == -1 and words.pos[k] in {"SCONJ"}) or words.low[k] in {"who", "which"}:
            return False
    return False


def _apposition(words: Words, comma: int, stop: int) -> int | None:
    """The "of" that follows an apposition: "accused the owner, Jon Poe, of fraud"; None when none follows."""
    relative = words.low[comma + 1 : comma + 2] in (["who"], ["which"], ["whose"])
    for k in range(comma + 1, min(stop - 1, comma + 14)):
        if (words.finite(k) and not relative) or words.quote[k] != -1:
            return None
        if words.word[k] == ",":
            return k + 1 if words.low[k + 1] in {"of", "for", "as", "to"} else None
    return None


def _subject_verb(words: Words, i: int, stop: int) -> bool:
    end = words.base_right(i, stop)
    return end > i and end < stop and words.finite(end)


def quoted(words: Words, i: int, stop: int) -> Tokens:
    """The quotation that opens at `i`, with the words after it when it is only the beginning of a sentence."""
    number = words.quote[i]
    part = next(p for p in words.quote_tokens[number] if p[0] <= i < p[1])
    if words.quotations[number].form == "sentence" or part[1] >= stop:
        return i, min(part[1], stop)
    return clause(words, i, stop)


def clean(words: Words, start: int, end: int) -> Tokens:
    """Without white space at the edges and without the marks that end a sentence; a quotation keeps its own."""
    while start < end and (words.pos[start] == "SPACE" or words.word[start] in {",", ":"}):
        start += 1
    while (
        end > start
        and words.quote[end - 1] == -1
        and (words.pos[end - 1] == "SPACE" or _FINAL.issuperset(words.word[end - 1]))
    ):
        end -= 1
    return start, end


def time_phrase(words: Words, i: int, stop: int) -> int:
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


def is_gerund(words: Words, i: int) -> bool:
    """A gerund: "proposed barring", "denied taking"."""
    return words.low[i].endswith("ing")
