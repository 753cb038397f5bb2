"""The pieces of a clause that a reader needs, in their order: who did what to whom, where, when."""

from __future__ import annotations

from msgspec.structs import replace
from spacy.tokens import Doc

from twosource.annotate.nominals import Tokens, characters
from twosource.annotate.predicates import Predicate
from twosource.records import Range

MAX_TOKENS = 34
# A headline ends before these when it already holds a verb and what it governs: what follows is another clause.
CUTS = frozenset(
    "after as while because although though when who which where whom amid saying adding citing but since before "
    "prompting leading sparking triggering whose following despite unless if".split()
)
UNITS = frozenset("minute hour day night week month year decade moment".split())
PHRASE_OPENERS = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT"})
DUE = frozenset({"due", "scheduled", "set", "expected", "planned"})
OPENING, CLOSING = frozenset("“«("), frozenset("”»)")


def headline(doc: Doc, p: Predicate) -> tuple[Range, ...]:
    """The trimmed clause of a predicate as ranges of the text, in text order."""
    end = _end(doc, p)
    p = replace(p, start=_due(doc, p))
    subject = p.subject
    if subject and subject[1] - subject[0] > 1 and doc[subject[0]].lower_ == "whose":
        subject = (subject[0] + 1, subject[1])
    if p.object and subject and p.object[1] <= subject[0] <= p.object[1] + 2 and not p.relative:
        return (characters(doc, (p.object[0], end)),)  # "the loan that the bank granted"
    if subject is None or (subject[0] > p.verb):
        start = p.start
        end = max(end, subject[1]) if subject else end
        return (characters(doc, (start, end)),)
    if subject[1] == p.start or _plain_between(doc, subject[1], p.start):
        return (characters(doc, (subject[0], end)),)
    return characters(doc, subject), characters(doc, (p.start, end))


def _due(doc: Doc, p: Predicate) -> int:
    """ "is expected to travel": what makes a plan of the infinitive opens the piece, with its auxiliary."""
    i = p.start
    if not p.infinitive or i < 2 or doc[i - 1].lower_ not in DUE or doc[i - 2].pos_ not in {"AUX", "ADV"}:
        return p.start
    i -= 1
    while i - 1 > (p.subject[1] - 1 if p.subject else 0) and doc[i - 1].pos_ in {"AUX", "ADV"}:
        i -= 1
    return i


def noun_headline(doc: Doc, np: Tokens) -> tuple[Range, ...]:
    """An event noun with its "of", "in", "on" phrases, and the relative clause after it."""
    sent_end = doc[np[0]].sent.end
    end = np[1]
    relative = False
    while end < sent_end and end - np[0] < MAX_TOKENS and not _stops(doc, end, sent_end, relative):
        relative = relative or doc[end].lower_ in {"which", "whom"}
        end += 1
    return (characters(doc, (np[0], _trimmed(doc, np[0], end))),)


def _stops(doc: Doc, i: int, sent_end: int, relative: bool) -> bool:
    token = doc[i]
    if relative:
        return token.pos_ in {"PUNCT", "SPACE", "CCONJ"}
    if token.text == "," and i + 2 < sent_end and doc[i + 2].lower_ in {"which", "whom"}:
        return False
    return token.pos_ in {"PUNCT", "SPACE", "SCONJ", "CCONJ", "AUX"} or (
        token.pos_ == "VERB" and doc[i - 1].pos_ != "ADP"
    )


def _end(doc: Doc, p: Predicate) -> int:
    """Where the headline ends: what the verb governs, to the next clause."""
    sent_end = doc[p.verb].sent.end
    least = max([p.verb + 1] + ([p.object[1]] if p.object else []) + [np[1] for _, np in p.prepositions])
    end = least
    governed = p.complement[1] if p.complement else sent_end
    limit = min(sent_end, governed, p.clause[0] + MAX_TOKENS, p.verb + MAX_TOKENS)
    that = p.complement is not None and doc[p.complement[0]].lower_ in {"that", "to"}
    while end < limit and not _cut(doc, end, p, that):
        end += 1
    if end == limit < min(sent_end, governed):
        end = _whole_phrase(doc, least, end)
    return _trimmed(doc, p.start, _balanced(doc, p.start, end, sent_end))


def _whole_phrase(doc: Doc, least: int, end: int) -> int:
    """Where what is too long can end without breaking a phrase: before its last preposition, clause or comma."""
    return next((i for i in range(end, least, -1) if doc[i].pos_ in PHRASE_OPENERS or _relative(doc, i)), end)


def _relative(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in {"that", "which", "who"} and doc[i].pos_ == "PRON"


def _cut(doc: Doc, i: int, p: Predicate, that: bool) -> bool:
    token = doc[i]
    if token.is_space or token.text in {";", ":", "—", "–"}:
        return True
    if token.text == ",":
        if (that and _aside(doc, i, p)) or _apposition(doc, i):
            return False
        return not (that and i + 1 < len(doc) and doc[i + 1].text[0].isdigit()) and not _year(doc, i)
    if token.pos_ == "AUX" and (p.infinitive or p.relative) and p.complement is None:
        return True  # the verb of the clause around it
    if token.lower_ in {"before", "after"} and doc[i - 1].lemma_.lower() in UNITS:
        return False  # "in the weeks before the vote"
    if token.lower_ in CUTS:
        return i > p.verb + 1 and (token.lower_ != "as" or _clause_follows(doc, i))
    return token.lower_ == "and" and i + 1 < len(doc) and doc[i + 1].pos_ in {"VERB", "AUX"}


def _apposition(doc: Doc, i: int) -> bool:
    """A comma that opens or closes a name in apposition ("the owner, Jon Poe, must pay")."""
    for opening in (i, *range(i - 1, max(0, i - 7), -1)):
        if doc[opening].text != ",":
            continue
        closing = next((k for k in range(opening + 1, min(opening + 7, len(doc))) if doc[k].text == ","), None)
        if closing is None or i not in {opening, closing}:
            continue
        inside = doc[opening + 1 : closing]
        verb = closing + 1 < len(doc) and doc[closing + 1].pos_ in {"VERB", "AUX", "ADP"}
        if verb and len(inside) and all(t.pos_ == "PROPN" for t in inside):
            return True
    return False


def _aside(doc: Doc, i: int, p: Predicate) -> bool:
    """The commas of "said that, for lack of money, it ..."."""
    that = p.complement[0] if p.complement else i
    commas = [k for k in range(that, min(i + 1, len(doc))) if doc[k].text == ","]
    return bool(commas) and commas[0] == that + 1 and len(commas) <= 2


def _clause_follows(doc: Doc, i: int) -> bool:
    """Whether "as" opens a clause ("as he left") rather than a role ("as president")."""
    for token in doc[i + 1 : i + 7]:
        if token.pos_ in {"PUNCT", "SPACE"}:
            return False
        if token.pos_ in {"VERB", "AUX"}:
            return True
    return False


def _year(doc: Doc, comma: int) -> bool:
    """The comma of a date: "August 9, 2020"."""
    return comma + 1 < len(doc) and doc[comma + 1].text.isdigit() and len(doc[comma + 1].text) == 4


def _balanced(doc: Doc, start: int, end: int, sent_end: int) -> int:
    """Past the closing mark when a quotation or bracket would be left open; before the opening one when it is far."""
    depth, opened = 0, end
    for i in range(start, end):
        if doc[i].text in OPENING:
            depth, opened = depth + 1, i if depth == 0 else opened
        elif doc[i].text in CLOSING and depth:
            depth -= 1
    if not depth:
        return end
    close = next((i for i in range(end, min(sent_end, end + 14)) if doc[i].text in CLOSING), None)
    return close + 1 if close is not None else max(opened, start + 1)


def _trimmed(doc: Doc, start: int, end: int) -> int:
    """Without trailing punctuation, conjunctions and prepositions."""
    while end - 1 > start and (
        doc[end - 1].pos_ in {"SPACE", "CCONJ", "SCONJ", "DET"}
        or (doc[end - 1].pos_ == "PUNCT" and doc[end - 1].text not in CLOSING)
        or (
            doc[end - 1].pos_ == "ADP"
            and doc[end - 1].lower_ in {"of", "in", "on", "at", "with", "for", "from", "to", "by"}
        )
    ):
        end -= 1
    return end


def _plain_between(doc: Doc, start: int, end: int) -> bool:
    """Whether only adverbs and phrases stand between subject and verb ("the dam in the valley on Friday collapsed")."""
    plain = {"ADV", "ADP", "PROPN", "NUM", "DET", "NOUN", "ADJ", "PART"}
    return start <= end and end - start <= 8 and all(doc[i].pos_ in plain for i in range(start, end))
