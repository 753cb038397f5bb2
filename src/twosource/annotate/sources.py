"""Whose words they are: the subject of a cue, before it, after it, or taken over from the verb before."""

from __future__ import annotations

from itertools import pairwise

from twosource.annotate.phrases import OBJECT_PRONOUNS, RELATIVES, Tokens, Words

_HARD_STOPS = frozenset(";:—–…|")
QUANTIFIERS = frozenset("most many some others few both all half several".split())
_CIRCUMSTANCES = frozenset("in at on during after by through via".split())
# What words are put into: "the ministry said in a statement" names no ministry of statements.
_PAPERS = frozenset(
    "statement statements interview interviews letter letters email emails e-mail tweet tweets post message speech "
    "report article note press release briefing conference video call memo column remarks comments testimony".split()
)
_FAR = 60  # tokens: no subject is looked for farther away from its verb


def subject(words: Words, verb: int, floor: int) -> Tokens | None:
    """The subject of the finite verb `verb`, from tokens `floor` on; None when the clause shows none before it."""
    found = _subject(words, words.group_start(verb), max(floor, verb - _FAR), 0)
    if found is None or words.low[found[0]] in OBJECT_PRONOUNS or words.low[found[0]] == "there":
        return None
    return found


def inverted(words: Words, verb: int, stop: int) -> Tokens | None:
    """The subject that follows its cue: '"...," said Ann Lee, head of the union'."""
    i = verb + 1
    if (
        i >= stop
        or words.quote[i] != -1
        or words.timely(i)
        or words.low[i] in OBJECT_PRONOUNS
        or words.low[i] == "that"
    ):
        return None
    if words.pos[i] in {"ADP", "ADV", "VERB", "AUX", "SCONJ", "PUNCT", "PART", "CCONJ"} and words.mention[i] == -1:
        return None
    end = words.phrase_right(i, stop)
    if end == i or (end < stop and words.quote[end] == -1 and words.finite(_past_adverbs(words, end, stop))):
        return None  # "said it will": what follows is a clause
    end = _without_circumstance(words, i, end)
    return i, words.with_apposition(i, end, stop)


def _without_circumstance(words: Words, i: int, end: int) -> int:
    """Where a name ends before the place or the paper of what was said: "said Ana Roe at the rally", "in a letter"."""
    for k in range(i + 1, end):
        if words.low[k] in _CIRCUMSTANCES and words.mention[k] == -1:
            named = words.mention[k - 1] != -1 and words.mentions[words.mention[k - 1]].kind == "PERSON"
            head = words.base_right(k + 1, end) - 1
            if named or (head > k and words.low[head] in _PAPERS):
                return k
    return end


def _past_adverbs(words: Words, i: int, stop: int) -> int:
    while i < stop - 1 and words.pos[i] == "ADV":
        i += 1
    return i


def after(words: Words, i: int, stop: int) -> Tokens | None:
    """The source noun phrase that starts at `i`, as after "according to"."""
    if i < stop and words.pos[i] == "ADV" and not words.nominal(i):
        i += 1
    end = words.phrase_right(i, stop)
    if end == i:
        return None
    if end < stop and words.low[end] in RELATIVES:
        return i, end
    return i, words.with_apposition(i, end, stop)


def participle_subject(words: Words, verb: int, floor: int) -> Tokens | None:
    """Who is "saying": the noun right before it ("a report saying"), else the subject of the clause it hangs on."""
    at = words.group_start(verb)
    before = at - 1
    if (
        before >= floor
        and words.low[before] not in {"and", "or", "but"}
        and words.nominal(before)
        and not words.timely(before)
    ):
        start = _tied_left(words, before + 1, floor)
        governed = start > floor and words.finite(start - 1)
        if start > floor + 1 and words.pos[start - 1] == "ADP" and not words.nominal(start - 2):
            governed = True  # "have taken to the streets accusing": the streets accuse nobody
        if not governed:
            return start, before + 1
    return governing_subject(words, at, floor)


def governing_subject(words: Words, at: int, floor: int) -> Tokens | None:
    """The subject of the nearest finite verb to the left of `at`, outside quotations."""
    for k in range(at - 1, max(floor, at - _FAR) - 1, -1):
        if words.finite(k) and not words.sentence_quote(k) and not _in_relative(words, k, floor):
            found = subject(words, k, floor)
            if found is not None:
                return found
    return None


def following_subject(words: Words, at: int, stop: int) -> Tokens | None:
    """The subject of the main clause to the right: "Citing the report, Ann Lee said"."""
    for k in range(at, min(stop, at + _FAR) - 1):
        if words.word[k] == "," and not words.sentence_quote(k):
            end = words.phrase_right(k + 1, stop)
            if end > k + 1 and words.low[k + 1] not in OBJECT_PRONOUNS:
                verb = _past_commas(words, end, stop)
                if verb < stop and words.finite(verb):
                    return k + 1, words.with_apposition(k + 1, end, stop)
    return None


def _past_commas(words: Words, i: int, stop: int) -> int:
    """The next token that is no adverb, skipping one stretch between commas."""
    if i < stop and words.word[i] == ",":
        close = next((k for k in range(i + 1, min(stop, i + 30)) if words.word[k] == ","), -1)
        if close > 0:
            i = close + 1
    while i < stop and words.pos[i] == "ADV":
        i += 1
    return i


def _subject(words: Words, group: int, floor: int, depth: int) -> Tokens | None:
    """See `subject`: reads leftwards to where the clause begins, then takes its first noun phrase."""
    left, why, verb = _clause_start(words, group, floor)
    if why == "relative":
        return _antecedent(words, left, floor)
    if why == "shared" and verb is not None and depth < 4:
        return _subject(words, words.group_start(verb), floor, depth + 1)
    region = _trim(words, left, group)
    if region[0] >= region[1]:
        if verb is not None and depth < 4:  # "denied it and said", "rose, sat down and said"
            return _subject(words, words.group_start(verb), floor, depth + 1)
        return None
    return _choose(words, region, why, words.word[group - 1] == ",")


def _clause_start(words: Words, group: int, floor: int) -> tuple[int, str, int | None]:
    """Where the clause of the verb group at `group` begins, why there, and the finite verb that bounds it, if any."""
    k, conjunction = group - 1, -1
    if k > floor and words.low[k] in {"and", "or", "but", "then"}:  # "denied it and said"
        for j in range(k - 1, floor - 1, -1):
            if words.finite(j) and not words.sentence_quote(j) and _in_relative(words, j, floor) is None:
                return k, "shared", j
        return k, "stop", None
    while k >= floor:
        low = words.low[k]
        if words.word[k] in _HARD_STOPS or (words.word[k] in {"-", "--"} and words.start[k] > words.end[k - 1]):
            if k == group - 1 and (opened := _dash_before(words, k, floor)) is not None:
                k = opened - 1
                continue
            return k + 1, "stop", None
        if words.sentence_quote(k) or (
            words.quote[k] != -1 and words.word[k] in "“”\"'‘’" and words.word[k - 1] == ","
        ):
            return k + 1, "stop", None
        if low == ")":
            k = next((j for j in range(k - 1, max(floor, k - 15) - 1, -1) if words.low[j] == "("), k) - 1
            continue
        if low in RELATIVES or low == "that":
            if _only_adverbs(words, k + 1, group):
                return k, "relative" if k > floor else "stop", None
            if low == "that" or low == "whose" or words.pos[k] == "SCONJ":
                return k + 1, "stop", None
        elif _subordinates(words, k, group):
            return k + 1, "stop", None
        elif words.finite(k):
            relative = _in_relative(words, k, floor)
            if relative is not None and _closes(words, k, group):
                k = relative - 1
                continue
            if not _reduced(words, k, group):
                if conjunction >= 0:
                    return conjunction + 1, "conjunct", k
                return k + 1, "verb", k
        elif words.pos[k] == "CCONJ" or low in {"but", "and", "or"}:
            conjunction = k
        k -= 1
    return floor, "start", None


def _subordinates(words: Words, k: int, group: int) -> bool:
    low = words.low[k]
    if words.pos[k] == "SCONJ" and low != "than" and not _as_what(words, k, group):
        return True
    return low in {"after", "before", "since", "until"} and _opens_clause(words, k, group)


def _opens_clause(words: Words, k: int, group: int) -> bool:
    """ "The vote came after Ann Lee, the minister, told ...": a person with an apposition is the subject behind it."""
    number = words.mention[k + 1]
    if number == -1 or words.mentions[number].kind != "PERSON" or words.word[group - 1] != ",":
        return False
    behind = words.tokens(words.mentions[number].start, words.mentions[number].end)[1]
    return behind < group - 1 and words.word[behind] == ","


def _as_what(words: Words, k: int, group: int) -> bool:
    """An "as" that is a preposition: "who resigned as minister in May, said"."""
    closed = words.word[group - 1] == ","
    return closed and words.low[k] == "as" and not any(words.finite(j) for j in range(k + 1, group))


def _dash_before(words: Words, k: int, floor: int) -> int | None:
    """The dash that opens the aside which the dash at `k` closes."""
    return next((j for j in range(k - 1, max(floor, k - 25) - 1, -1) if words.word[j] == words.word[k]), None)


def _only_adverbs(words: Words, i: int, j: int) -> bool:
    return all(words.pos[k] in {"ADV", "AUX", "PART"} or words.word[k] == "," for k in range(i, j))


def _in_relative(words: Words, verb: int, floor: int) -> int | None:
    """The relative pronoun of the clause that the finite verb belongs to, if it is a relative clause."""
    group = words.group_start(verb)
    if group > floor and words.low[group - 1] in {"and", "but", "or"}:  # "who sits on the board and is no friend of it"
        before = next((k for k in range(group - 2, max(floor, group - 15) - 1, -1) if words.finite(k)), -1)
        return _in_relative(words, before, floor) if before >= floor else None
    for k in range(verb - 1, max(floor, verb - 10) - 1, -1):
        if words.low[k] in RELATIVES or (
            words.low[k] == "that" and k > floor and words.pos[k - 1] in {"NOUN", "PROPN"}
        ):
            return k if k > floor and (words.nominal(k - 1) or words.word[k - 1] in {",", ")"}) else None
        if words.word[k] == "," or (words.finite(k) and words.pos[k] == "VERB") or words.pos[k] == "SCONJ":
            return None
    return None


def _closes(words: Words, verb: int, group: int) -> bool:
    """Whether the relative clause with this verb can end before `group`: its verb is not the group's own."""
    return any(words.pos[k] not in {"ADV", "AUX", "PART"} for k in range(verb + 1, group))


def _reduced(words: Words, verb: int, group: int) -> bool:
    """ "the people based in Sorn said": a participle whose prepositional phrase holds the only noun left."""
    if words.pos[verb] != "VERB" or not words.low[verb].endswith(("ed", "en", "wn", "ade", "un", "nt", "id")):
        return False
    comma = verb > 0 and words.word[verb - 1] == ","
    if not (comma or (verb > 0 and words.pos[verb - 1] in {"NOUN", "PROPN"})) or verb + 1 >= group:
        return False
    between = range(verb + 1, group)
    if comma:  # ", backed by the party, said"
        return words.pos[verb + 1] == "ADP" and words.word[group - 1] == ","
    return words.pos[verb + 1] == "ADP" and all(words.word[k] != "," and words.pos[k] != "CCONJ" for k in between)


def _antecedent(words: Words, relative: int, floor: int) -> Tokens | None:
    end = relative
    while end > floor and words.word[end - 1] in {",", ")"}:
        end -= 1
    named = end > floor and words.pos[end - 1] == "PROPN"
    start = words.base_left(end, floor) if named else _tied_left(words, end, floor)
    return (start, relative + 1) if start < end else (relative, relative + 1)


def _tied_left(words: Words, end: int, floor: int) -> int:
    """The start of the noun phrase that ends at `end`, with the phrase that it is tied to ("a spokesman for")."""
    start = words.base_left(end, floor)
    for _ in range(3):
        if start >= end or start - 2 < floor or words.low[start - 1] not in {"of", "for", "from", "with", "in", "at"}:
            return start
        before = words.base_left(start - 1, floor)
        if before == start - 1 or words.timely(start - 2):
            return start
        start = before
    return start


def _trim(words: Words, left: int, right: int) -> Tokens:
    """The region without conjunctions, adverbs and marks at its edges."""
    while left < right and (words.pos[left] in {"CCONJ", "PUNCT", "SPACE", "INTJ"} or words.word[left] in ",“”\"'’)"):
        left += 1
    while right > left and (words.pos[right - 1] in {"PUNCT", "SPACE", "CCONJ"} and words.low[right - 1] != ")"):
        right -= 1
    if right > left and all(
        words.pos[k] in {"ADV", "PART", "PUNCT"} and words.mention[k] == -1 and words.low[k] not in QUANTIFIERS
        for k in range(left, right)
    ):
        return right, right
    return left, right


def _choose(words: Words, region: Tokens, why: str, closed: bool) -> Tokens | None:
    """The noun phrase of a clause's beginning that is its subject: the first that is no adjunct and no time."""
    left, right = region
    segments = _segments(words, left, right)
    if why == "verb" and len(segments) > 1:
        segments = segments[1:]
    if not closed and len(segments) > 1 and not any(words.low[k] in {"and", "or"} for k in range(*segments[-1])):
        segments = segments[-1:]  # "This time, Lee said": an apposition would have been closed by a comma
    for number, (a, b) in enumerate(segments):
        while (
            a < b
            and words.pos[a] in {"ADV", "CCONJ", "INTJ", "PART"}
            and words.mention[a] == -1
            and not words.nominal(a)
        ):
            a += 1
        last = number == len(segments) - 1
        if a < b and words.low[a] in RELATIVES and not last:
            continue
        if a >= b or (words.timely(b - 1) and not last and b - a < 4):
            continue
        if (why == "verb" and len(segments) == 1) or _adjunct(words, a):
            if not last:
                continue
            start = _nearest(words, a, b)
            if start is not None:
                return start
            continue
        end = words.phrase_right(a, b)
        if words.timely(end - 1) and end < b and words.mention[end - 1] == -1:  # "Last week the ministry", "Friday he"
            return _nearest(words, end, b)
        if end > a:
            return a, words.with_apposition(a, end, right)
    return None


def _adjunct(words: Words, i: int) -> bool:
    if words.timely(i) and words.low[i] not in {"may"}:
        return True
    return words.mention[i] == -1 and words.pos[i] in {"ADP", "SCONJ", "VERB", "AUX", "PART"} and words.low[i] != "us"


def _nearest(words: Words, a: int, b: int) -> Tokens | None:
    """The noun phrase next to the verb, past the times that stand between ("the ministry on Friday said")."""
    end = b
    while end > a and not words.nominal(end - 1):
        end -= 1
    while end > a and words.timely(end - 1):
        end = words.base_left(end, a) if words.base_left(end, a) < end else end - 1
        if end > a and words.pos[end - 1] == "ADP":
            end -= 1
    start = _tied_left(words, end, a)
    if start >= end:
        return None
    if start > a and words.pos[start - 1] == "ADP" and words.low[start - 1] not in {"on"} and end < b:
        return None
    return start, end


def _segments(words: Words, left: int, right: int) -> list[Tokens]:
    cuts = [k for k in range(left, right) if words.word[k] == "," and words.quote[k] == -1]
    edges = [left - 1, *cuts, right]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
