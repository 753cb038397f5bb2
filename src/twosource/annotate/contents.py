"""What was said: which of the stretches of text around a cue it governs, to its right or to its left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.annotate.cues import Cue
from twosource.annotate.extents import CIRCUMSTANCES, clause, clean, is_gerund, object_phrase, quoted, time_phrase
from twosource.annotate.phrases import OBJECT_PRONOUNS, Tokens, Words
from twosource.records import Act

QUESTION_WORDS = frozenset("whether if what why how who when where which".split())
_TELLING = frozenset("tell remind inform assure".split())  # their object is always the hearer
_OF_THINGS = frozenset("threaten question query warn".split())
_OPENERS = frozenset("there this that if under both despite among not no".split())
_FILLERS = frozenset(
    "also again then later earlier however too once further recently publicly privately simply".split()
)


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
    """The content to the right of `verb`; `start` is where to begin looking."""
    i, addressee = start, None
    i = step_over(words, i, stop)
    if any("a" in cue.frames for cue in cues):
        addressee = _addressee(words, i, stop)
        if addressee is not None and words.low[i] in {"a", "an"} and words.lemma[verb] not in _TELLING:
            addressee = None  # "asked a question", "promised a loan"
        if addressee is not None:
            i = step_over(words, addressee[1], stop)
    past = past_circumstances(words, i, stop)
    for at in dict.fromkeys((i, past)):
        for cue in cues:
            found = _frame(words, verb, cue, at, stop, addressee)
            if found is not None:
                return found
    found = _that_far(words, verb, cues, i, stop, addressee)
    if found is not None:
        return found
    far = words.complement_of(verb, past, stop)
    if far is not None and words.quote[far] == -1:
        for cue in cues:
            if "c" in cue.frames and words.low[far] not in QUESTION_WORDS:
                return Found((clause(words, far, stop),), "c", cue.act, cue.kind, verb + 1, addressee)
    if addressee is not None and words.low[past : past + 1] == ["to"] and words.lemma[verb] == "tell":
        return Found((object_phrase(words, past, stop),), "i", "demanded", "speech", verb + 1, addressee)
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
    if i >= stop or (words.low[i] not in CIRCUMSTANCES and words.word[i] != ",") or words.quote[i] != -1:
        return None
    aside = words.low[i] in {"before", "after"}  # "claimed before he left that": its one verb is no content's
    for k in range(i + 1, min(stop, i + 25)):
        if aside and words.finite(k):
            aside = False
            continue
        if words.finite(k) or words.quote[k] != -1 or words.word[k] in {":", ";"}:
            return None
        if words.low[k] == "that":
            for cue in cues:
                if cue.frames & set("ct"):
                    return _frame(words, verb, cue, k, stop, addressee)
            return None
    return None


def step_over(words: Words, i: int, stop: int) -> int:
    """Past adverbs, times and asides between commas: "said, however, on Friday"."""
    while i < stop:
        if words.mention[i] == -1 and (words.low[i] in _FILLERS or _when(words, i, stop)):
            i += 1
        elif (
            words.low[i] in {"last", "this", "earlier", "late", "early", "next", "on", "in"}
            and time_phrase(words, i, stop) > i
        ):
            i = time_phrase(words, i, stop)
        elif words.word[i] == "," and (close := _aside(words, i, stop)) > i:
            i = close
        else:
            break
    return i


def _when(words: Words, i: int, stop: int) -> bool:
    """A word of time by itself: no verb, and not what "Friday's vote" begins with."""
    return words.timely(i) and not words.finite(i) and words.low[i + 1 : i + 2] not in (["'s"], ["'"])


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
    if (
        i >= stop
        or words.quote[i] != -1
        or (words.pos[i] in {"SYM", "NUM"} and words.low[i + 1 : i + 2] != ["of"])
        or words.low[i] in {"that", "to", "how", "what", "if", "whether", "why"}
    ):
        return None
    end = words.phrase_right(i, stop)
    if end == i or (end < stop and words.finite(end) and words.word[end] != ","):
        return None
    by = next((k for k in range(i + 1, end) if words.low[k] in {"by", "via", "from"}), end)
    return i, by  # "told the Courier by phone"


def hearer(words: Words, verb: int, stop: int) -> Tokens | None:
    """To whom the words beside "told" were said: its object."""
    if words.lemma[verb] not in _TELLING:
        return None
    return _addressee(words, step_over(words, verb + 1, stop), stop)


def past_circumstances(words: Words, i: int, stop: int) -> int:
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
        i = step_over(words, end, stop)
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
            return made((quoted(words, nxt, stop),), "q")
        if colon and cue.frames & set("qct") and nxt < stop - 1:
            return made((clean(words, nxt, stop),), "q")
        if words.low[nxt] == "that" and cue.frames & set("ct") and words.finite_after(nxt + 1, stop):
            return made((clause(words, nxt, stop),), "c")
        return None
    low = words.low[i]
    if (low in cue.prepositions and i == verb + 1) or (low in cue.prepositions and addressee is not None):
        return _prepositional(words, cue, i, stop, made)
    if words.quote[i] != -1 and (i == 0 or words.quote[i - 1] != words.quote[i]):
        if words.sentence_quote(i) and cue.frames & set("qct"):
            return made((quoted(words, i, stop),), "q")
        if words.quotations[words.quote[i]].form == "title" and cue.frames == {"q"}:
            return None  # "read “The Long Way Home” aloud"
        if cue.frames & set("qctns"):
            return made((clause(words, i, stop),), "c")
        return None
    if low == "that" and cue.frames & set("ct") and words.finite_after(i + 1, stop):
        return made((clause(words, i, stop),), "t")
    if low == "to" and i + 1 < stop and "i" in cue.frames and _infinitive(words, i + 1):
        act = "demanded" if cue.act == "asked" else cue.act
        return Found((object_phrase(words, i, stop),), "i", act, cue.kind, verb + 1, addressee)
    if low == "as" and "s" in cue.frames and i == verb + 1 and i + 1 < stop:  # "described as hopeless the talks"
        return made((object_phrase(words, i, stop),), "s", i)
    if low in CIRCUMSTANCES or low in {"as", "when", "while", "because"}:
        return None
    if low in QUESTION_WORDS and cue.frames & set("w"):
        return made((clause(words, i, stop),), "w")
    if addressee is not None and low == "to" and cue.act in {"asked", "demanded"}:
        return Found((clause(words, addressee[0], stop),), "s", cue.act, cue.kind, verb + 1)
    return _phrase_or_clause(words, verb, cue, i, stop, made)


def _phrase_or_clause(words: Words, verb: int, cue: Cue, i: int, stop: int, made: Callable[..., Found]) -> Found | None:
    if words.pos[i] in {"PUNCT", "CCONJ", "SPACE"} and words.word[i] not in {"$", "#", "("}:
        return None
    if "c" in cue.frames and (_bare_clause(words, i, stop) if "n" not in cue.frames else _clause_at(words, i, stop)):
        return made((clause(words, i, stop),), "c")
    if "c" in cue.frames and words.complement_of(verb, i, stop) in (
        {i, i + 1} if words.pos[i] in {"PUNCT", "ADV"} else {i}
    ):
        return made((clause(words, i, stop),), "c")
    if cue.lemma in _OF_THINGS and _somebody(words, i):
        return None
    if "n" in cue.frames and words.pos[i] == "VERB" and is_gerund(words, i):
        return made((object_phrase(words, i, stop),), "n")
    if i + 1 < stop and words.low[i] in OBJECT_PRONOUNS and words.word[i + 1] in {",", "."} and "a" in cue.frames:
        return None
    if cue.frames & set("ns") and words.phrase_right(i, stop) > i and words.pos[i] != "ADP":
        thing = object_phrase(words, i, stop)
        called = _called(words, thing, stop) if "s" in cue.frames else None
        return made((thing, called) if called is not None else (thing,), "n")
    return None


def _called(words: Words, thing: Tokens, stop: int) -> Tokens | None:
    """What a thing was called, behind the time of it: "called the vote on Saturday “a farce”"."""
    at = past_circumstances(words, step_over(words, thing[1], stop), stop)
    if at == thing[1] or at >= stop:
        return None
    quotes = words.quote[at] != -1 or (words.pos[at] == "DET" and at + 1 < stop and words.quote[at + 1] != -1)
    return object_phrase(words, at, stop) if quotes or words.low[at] == "as" else None


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
    return end < stop and words.finite(end) and words.low[end - 1] not in {"who", "which"}


def _somebody(words: Words, i: int) -> bool:
    """Whether the object is a person: people are threatened and questioned without a word being reported."""
    named = words.mention[i] != -1 and words.mentions[words.mention[i]].kind == "PERSON"
    return named or words.low[i] in OBJECT_PRONOUNS or words.low[i] == "her" or words.pos[i] == "NUM"


def _prepositional(words: Words, cue: Cue, i: int, stop: int, made: Callable[..., Found]) -> Found | None:
    first = i + 1
    if first >= stop or words.word[first] in frozenset(".,;:!?…-–—"):
        return None
    topic = object_phrase(words, first, stop)
    after = topic[1] + 1
    if after < stop and words.word[after - 1] == "," and words.sentence_quote(after) and "q" in cue.frames:
        return made((quoted(words, after, stop),), "q", first)  # 'said of the vote, "..."'
    return made((topic,), "p", first)


def _infinitive(words: Words, i: int) -> bool:
    return words.pos[i] in {"VERB", "AUX", "ADV"} or (
        words.pos[i] not in {"DET", "PROPN", "NUM"} and words.low[i] not in {"the", "a"}
    )


def _bare_clause(words: Words, i: int, stop: int) -> bool:
    """A clause without "that": something that can be a subject, and a finite verb after it and before the next stop."""
    end = words.base_right(i, stop)
    opens = end > i or words.low[i] in _OPENERS or words.pos[i] in {"DET", "ADV", "VERB"}
    if not opens or words.low[i] in QUESTION_WORDS - {"if"}:
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
    start = left_start(words, k, floor)
    return (clean(words, start, k),) if k - start >= 1 else None


def _left_quotation(words: Words, number: int, end: int, floor: int) -> tuple[Tokens, ...] | None:
    parts = words.quote_tokens[number]
    first = parts[-1][0] if parts[-1][0] >= floor else floor
    before = first - 1
    while before >= floor and words.pos[before] == "SPACE":
        before -= 1
    alone = before < floor or words.word[before] in {":", ".", "?", "!", "”", '"'}
    if alone or (words.quotations[number].form == "sentence" and words.word[before] == ","):
        return parts
    return (clean(words, left_start(words, end, floor), end),)


def _past_dateline(words: Words, start: int, end: int) -> int:
    """Past "SELM, May 3 (Ardan Wire) — " at the head of a paragraph: nobody said that."""
    if start >= end or not words.word[start].isupper() or len(words.word[start]) < 3:
        return start
    for k in range(start + 1, min(end, start + 12)):
        if words.word[k] in {"—", "–", "-", "--"} and words.start[k] > words.end[k - 1]:
            return k + 1
        if words.finite(k):
            return start
    return start


def left_start(words: Words, end: int, floor: int) -> int:
    """Where the clause that ends at `end` begins: with the sentence, or after a semicolon or a colon."""
    k = end - 1
    while k >= floor:
        if words.quote[k] == -1 and (words.word[k] in {";", "\n"} or "\n" in words.word[k]):
            break
        k -= 1
    k += 1
    k = _past_dateline(words, k, end)
    while k < end and (words.pos[k] == "SPACE" or (words.low[k] in {"and", "but"} and k == floor)):
        k += 1
    return k
