"""Predicates and their arguments: who (subject) did what (verb) to whom (object), read from the parts of speech.

A shallow parse: verb groups, base noun phrases, and the nearest phrase that can be an argument. Attributions and
events ask for predicates, never for the parse itself, so that a full parse can take this file's place.
All ranges are token ranges `(start, end)` of the Doc, end exclusive.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from spacy.tokens import Doc

from twosource.annotate.chunks import UNCHANGED, Group, Sentence, Tokens, participle
from twosource.annotate.tagging import BE, DO, HAVE, MODALS, candidates

RELATIVES = frozenset("who which that whom whose".split())
# Words that open a clause of their own: an argument is never looked for beyond them.
SUBORDINATORS = frozenset(
    "that because although though while whereas if unless whether as than when where why how until since before after "
    "once so".split()
)


class Predicate(msgspec.Struct, frozen=True):
    """One verb with what the clause says of it. `start` is the first token of its verb group."""

    verb: int
    start: int
    lemma: str
    subject: Tokens | None
    object: Tokens | None
    prepositions: tuple[tuple[str, Tokens], ...]
    """(preposition, its noun phrase), in text order."""
    complement: Tokens | None
    """The clause or infinitive that the verb governs, to the end of the clause."""
    passive: bool
    negated: bool
    tense: str
    """past, present, future, pluperfect, none (participles and infinitives)."""
    modal: str | None
    progressive: bool
    clause: Tokens
    """From the subject (or the verb) to the end of what the verb governs."""
    relative: bool
    """A relative clause ("who fled ..."): the subject is the antecedent."""
    infinitive: bool
    shared_subject: bool
    """The subject was taken over from the predicate before (coordination, participle, infinitive)."""


def predicates(doc: Doc) -> tuple[Predicate, ...]:
    """Every predicate of `doc`, in text order."""
    out: list[Predicate] = []
    for sent in doc.sents:
        clauses = _Clauses(doc, sent.start, sent.end)
        out.extend(_in_document(p, clauses) for p in clauses.predicates())
    return tuple(out)


def noun_phrases(doc: Doc) -> tuple[Tokens, ...]:
    """Every base noun phrase of `doc` (determiner to head noun, possessors included), in text order."""
    out: list[Tokens] = []
    for sent in doc.sents:
        sentence = Sentence(doc, sent.start, sent.end)
        out.extend(sentence.in_document(np) for np in sentence.phrases)
    return tuple(out)


def _in_document(p: Predicate, sentence: Sentence) -> Predicate:
    """The predicate with its places counted in the document's tokens instead of the sentence's words."""
    at = sentence.in_document
    return replace(
        p, verb=sentence.ids[p.verb], start=sentence.ids[p.start], subject=p.subject and at(p.subject),
        object=p.object and at(p.object), prepositions=tuple((name, at(np)) for name, np in p.prepositions),
        complement=p.complement and at(p.complement), clause=at(p.clause),
    )  # fmt: skip


class _Clauses(Sentence):
    """A sentence whose verb groups find their arguments."""

    def predicates(self) -> list[Predicate]:
        out: list[Predicate] = []
        for k, group in enumerate(self.groups):
            limit = self.groups[k + 1].start if k + 1 < len(self.groups) else self.end
            out.append(self._predicate(group, limit, out))
        return out

    def _predicate(self, group: Group, limit: int, before: list[Predicate]) -> Predicate:
        tokens = range(group.start, group.verb + 1)
        lows = [self.low[i] for i in tokens]
        infinitive = "to" in lows
        subject, relative, shared = self._subject(group, before, infinitive)
        obj, after = self._object(group.verb + 1, limit)
        to = obj if obj and self.lemmas[group.verb] in _GIVING else None
        if to and (given := self._object(after, limit)[0]) and given[0] == after:
            obj, after = given, given[1]  # "gave the town a loan": the second phrase is the object
        else:
            to = None
        prepositions, after = self._prepositions(after, limit)
        prepositions = ((("to", to), *prepositions) if to else prepositions)
        complement = self._complement(group.verb, after)
        passive = self._passive(group, lows)
        if obj is not None and obj == subject:
            obj = None
        end = complement[1] if complement else after
        start = subject[0] if subject and not shared and not relative and subject[0] < group.start else group.start
        modal = next((low for low in lows if low in MODALS), None)
        return Predicate(
            verb=group.verb, start=group.start, lemma=self.lemmas[group.verb], subject=subject, object=obj,
            prepositions=prepositions, complement=complement, passive=passive,
            negated=any(low in {"not", "n't", "never", "no"} for low in lows), tense=self._tense(group, lows),
            modal=modal, progressive=self.low[group.verb].endswith("ing") and any(low in BE for low in lows[:-1]),
            clause=(start, max(end, group.verb + 1)), relative=relative, infinitive=infinitive, shared_subject=shared,
        )  # fmt: skip

    def _passive(self, group: Group, lows: list[str]) -> bool:
        verb = self.low[group.verb]
        if self.pos[group.verb] != "VERB" or verb.endswith("ing"):
            return False
        if any(low in BE or low == "got" for low in lows[:-1]):
            return participle(verb)
        alone = len(lows) == 1 or all(self.pos[i] == "ADV" for i in range(group.start, group.verb))
        by = group.verb + 1 < self.end and self.low[group.verb + 1] == "by"
        return alone and by and participle(verb)

    def _tense(self, group: Group, lows: list[str]) -> str:
        first = next((low for low in lows if low not in {"not", "n't"} and self._pos_of(low, group) != "ADV"), lows[0])
        if first == "to":
            return "none"
        if first in {"will", "'ll", "shall", "wo"}:
            return "future"
        if first in MODALS:
            return "present"
        if first == "had" and len(lows) > 1:
            return "pluperfect"
        if first in {"was", "were", "did", "had"}:
            return "past"
        if first in BE | HAVE | DO:
            return "present"
        if first.endswith("ing"):
            return "none"
        verb = candidates(first).get("VERB")
        if verb is not None and verb != first:
            return "present" if first.endswith("s") and not first.endswith("ss") else "past"
        return "past" if verb in UNCHANGED else "present"

    def _pos_of(self, low: str, group: Group) -> str:
        return next((self.pos[i] for i in range(group.start, group.verb + 1) if self.low[i] == low), "")

    def _subject(self, group: Group, before: list[Predicate], infinitive: bool) -> tuple[Tokens | None, bool, bool]:
        """(subject, whether the clause is relative, whether it was taken over from another predicate)."""
        last = before[-1] if before else None
        i = self._left(group.start)
        if infinitive:
            return self._control(last), False, True
        if i >= self.start and self.low[i] in RELATIVES and self.pos[i] in {"PRON", "SCONJ"}:
            antecedent = self._phrase_before(i)
            if antecedent and (self.pos[i] == "PRON" or self.low[i] == "who"):
                return antecedent, True, False
        if self.low[group.verb].endswith("ing") and group.start == group.verb:
            return self._participle_subject(i, last), False, True
        resumed = self._resumed(i, group, before)
        if resumed:
            return resumed, False, False
        if i >= self.start and self.low[i] in {"and", "but", "or", ","} and last is not None and i + 1 not in self.ends:
            coordinated = self.low[i] != "," or participle(self.low[group.verb])
            if coordinated and not self._inverted_after(group):
                first = self._first_conjunct(i, before)
                return first.subject, first.relative, True
        inverted = self._inverted_after(group)
        found = None if inverted else self._phrase_ending(i, group)
        subject = self._widen(found) if found else inverted or self._antecedent_waiting(before)
        return subject, False, False

    def _resumed(self, i: int, group: Group, before: list[Predicate]) -> Tokens | None:
        """ "Roe, who fled on Monday, has called ...": after the relative clause the main verb takes its "
        "antecedent."""
        bare_participle = group.start == group.verb and self.low[group.verb].endswith("ing")
        if i < self.start or self.low[i] not in {",", "”"} or bare_participle:
            return None
        return self._antecedent_waiting(before)

    def _antecedent_waiting(self, before: list[Predicate]) -> Tokens | None:
        """The antecedent of a relative clause that has had no verb of its own yet."""
        for p in before:
            if (
                p.relative
                and not p.shared_subject
                and not any(q.subject == p.subject and not q.relative for q in before)
            ):
                return self._widen(p.subject) if p.subject else None
        return None

    def _first_conjunct(self, conj: int, before: list[Predicate]) -> Predicate:
        """After a comma and "and" the first finite verb of the sentence is joined, else the last."""
        last = before[-1]
        if conj > self.start and self.low[conj - 1] == "," and not last.relative:
            finite = [p for p in before if not p.infinitive and p.tense != "none" and p.subject]
            return finite[0] if finite else last
        if last.infinitive or last.tense == "none":
            return next((p for p in reversed(before) if not p.infinitive and p.tense != "none" and p.subject), last)
        return last

    def _control(self, last: Predicate | None) -> Tokens | None:
        """Who does what an infinitive says: the object of "urged X to ...", else the governing verb's subject."""
        if last is None:
            return None
        if last.object and last.lemma in _OBJECT_CONTROL:
            return last.object
        if last.lemma == "call" and last.prepositions:
            return last.prepositions[0][1]
        return last.subject

    def _participle_subject(self, i: int, last: Predicate | None) -> Tokens | None:
        np = self.ends.get(i + 1) if i >= self.start else None
        if np and (
            last is None
            or np[0] == self.start
            or self.low[np[0] - 1] in {"by", "of", "from"}
            or self.pos[np[0] - 1] != "ADP"
        ):
            return np  # "by a crowd seeking ...": the phrase right before; not so in "took to the streets chanting"
        if i > self.start and self.low[i] == "," and i in self.ends and self._begins(self.ends[i]):
            return self.ends[i]  # "Interfax, citing ..."
        return last.subject if last else None

    def _begins(self, np: Tokens) -> bool:
        return all(self.pos[k] in {"PUNCT", "SPACE", "CCONJ"} for k in range(self.start, np[0]))

    def _left(self, i: int) -> int:
        """The token before `i`, past adverbs."""
        i -= 1
        while i > self.start and self.pos[i] in {"ADV", "SPACE"}:
            i -= 1
        return i

    def _phrase_before(self, i: int) -> Tokens | None:
        """The noun phrase that ends right before token `i` (a comma between allowed), widened over appositions."""
        j = i
        if j - 1 >= self.start and self.low[j - 1] == ",":
            j -= 1
        return self.ends.get(j)

    def _phrase_ending(self, i: int, group: Group) -> Tokens | None:
        """The nearest noun phrase to the left that can be the subject of `group`."""
        j = i + 1
        while j > self.start:
            np = self.ends.get(j)
            if np is None:
                j -= 1
                if self._barrier(j, group):
                    return None
                continue
            prep = np[0] - 1
            if (
                prep >= self.start
                and self.pos[prep] == "ADP"
                and self.low[prep] not in {"since", "after", "before", "until"}
            ):
                j = prep
                continue
            if prep >= self.start and self.pos[prep] in {"VERB", "AUX"} and self._skipped_clause(prep, i):
                j = prep
                continue
            if prep >= self.start and self.low[prep] == "(" and prep in self.ends:
                return self.ends[prep]  # "the European Union (EU) imposed": the name before its short form
            return np
        return None

    def _barrier(self, j: int, group: Group) -> bool:
        """Whether a subject cannot stand to the left of token `j`."""
        low, pos = self.low[j], self.pos[j]
        if low in {";", ":", "—"} or (
            low in {"“", "”", '"', "«", "»"} and j not in self.quotes and j + 1 != group.start
        ):
            return True
        if pos == "SCONJ" or (pos == "CCONJ" and j + 1 not in self.at):
            return True
        return pos == "VERB" and not self._skipped_clause(j, group.start)

    def _skipped_clause(self, verb: int, until: int) -> bool:
        """A relative clause or participle between commas, or a participle after its noun: looked past."""
        comma = any(self.low[k] == "," for k in range(verb, until + 1) if k < self.end)
        opened = any(self.low[k] in RELATIVES | {","} for k in range(max(self.start, verb - 6), verb))
        return (comma and opened) or (
            self.low[verb].endswith(("ed", "en", "ing")) and not comma and (verb in self.ends)
        )

    def _widen(self, np: Tokens) -> Tokens:
        """Over appositions ("the president, Ana Roe, ...") and coordination ("Roe and Poe") to the left."""
        start = np[0]
        for _ in range(8):
            left = start - 1
            if left >= self.start and self.low[left] == "of" and left in self.ends:
                start = self.ends[left][0]
            elif left > self.start and self.low[left] == "and" and self._coordinated(left):
                start = self._coordinated(left)[0]  # type: ignore[index]
            elif (
                left > self.start
                and self.low[left] == ","
                and left in self.ends
                and self._apposed(self.ends[left], (start, np[1]))
            ):
                start = self.ends[left][0]
            else:
                break
        return start, np[1]

    def _coordinated(self, conj: int) -> Tokens | None:
        comma = self.low[conj - 1] == ","
        np = self.ends.get(conj - 1 if comma else conj)
        if np and self._governed(np):
            return None
        return np

    def _apposed(self, left: Tokens, right: Tokens) -> bool:
        """ "the president, Ana Roe": a description and a name, in either order; or an enumeration before "and"."""
        if self._governed(left):
            return False
        return self._named(left) != self._named(right) or any(self.low[k] == "and" for k in range(*right))

    def _governed(self, np: Tokens) -> bool:
        """Whether a preposition (through any "of") or a verb stands before the phrase."""
        while np[0] - 1 > self.start and self.low[np[0] - 1] == "of" and np[0] - 1 in self.ends:
            np = self.ends[np[0] - 1]
        return np[0] - 1 >= self.start and self.pos[np[0] - 1] in {"ADP", "VERB"} and self.low[np[0] - 1] != "of"

    def _named(self, np: Tokens) -> bool:
        return self.pos[np[1] - 1] == "PROPN"

    def _inverted_after(self, group: Group) -> Tokens | None:
        """ "...," said X: the subject stands after a bare verb that a closing mark or comma precedes."""
        i = self._left(group.start)
        if i >= self.start and (self.low[i] in {"”", '"', ",", "»", "?", "!"} or self.pos[i] == "PUNCT"):
            np = self.at.get(group.verb + 1)
            marks = {self.low[i], self.low.get(i - 1, "")} & {"”", '"', "»"}
            return np if marks else None
        return None

    def _object(self, i: int, limit: int) -> tuple[Tokens | None, int]:
        """The noun phrase right after the verb, and where to read on."""
        j = i
        while (
            j < limit
            and (self.pos[j] == "ADV" or self.low[j] in {"“", '"', "‘"})
            and j + 1 < self.end
            and (self.pos[j + 1] not in {"PUNCT"})
        ):
            j += 1
        if j < limit and self.pos[j] == "ADP" and self.low[j] in {"up", "off", "out", "down"} and j + 1 in self.at:
            j += 1  # a particle
        np = self.at.get(j)
        if np is None or np[1] > limit or (np[1] in self.group_starts and self._finite(np[1])):
            return None, i  # a phrase right before a verb is that verb's subject: "said Roe had left"
        np = self._extend(np, limit)
        return (None, i) if np[1] in self.group_starts and self._finite(np[1]) else (np, np[1])

    def _finite(self, group: int) -> bool:
        return self.low[group] != "to" and not self.low[group].endswith("ing")

    def _extend(self, np: Tokens, limit: int) -> Tokens:
        """Over "of" phrases and coordination to the right."""
        end = np[1]
        for _ in range(6):
            if end >= limit:
                break
            nxt = self.at.get(end + 1)
            joins = self.low.get(end) in {"of", "and", "or", "&"} and nxt is not None
            if joins and nxt is not None and nxt[1] not in self.group_starts and nxt[1] <= limit:
                end = nxt[1]
            else:
                break
        return np[0], end

    def _prepositions(self, i: int, limit: int) -> tuple[tuple[tuple[str, Tokens], ...], int]:
        out: list[tuple[str, Tokens]] = []
        j = i
        while j < limit:
            low, pos = self.low[j], self.pos[j]
            np = self.at.get(j + 1)
            opens = low in SUBORDINATORS and (
                low not in _TIME_PREPOSITIONS or (np is not None and np[1] in self.group_starts)
            )
            if pos in {"ADP", "SCONJ"} and np is not None and np[1] <= limit and not opens:
                np = self._extend(np, limit)
                out.append((low, np))
                j = np[1]
            elif pos in {"ADV", "PART", "ADP"} and low != "to":
                j += 1
            elif j in self.at and self._temporal(self.at[j]):
                j = self.at[j][1]
            else:
                break
        return tuple(out), j

    def _temporal(self, np: Tokens) -> bool:
        return self.low[np[0]].rstrip("s") in _DAYS or self.low[np[1] - 1] in _PERIODS

    def _joined_clause(self, after: int) -> int:
        """Where what is governed from `after` ends: before ", and" with a verb that goes back to the governing one."""
        for i in range(after, self.end - 2):
            if self.low[i] == "," and self.low[i + 1] in {"and", "but"} and i + 2 in self.group_starts:
                return i
        return self.end

    def _complement(self, verb: int, after: int) -> Tokens | None:
        """What a verb governs as a clause: from "that", "to", a quotation or the clause's first word to its end."""
        if after >= self.end:
            return None
        low = self.low[after]
        opens = (
            low in {"that", "to", "whether", ":", "if", "how", "why"} or after in self.at or after in self.group_starts
        )
        if not opens or self.lemmas[verb] == "be":
            return None
        if not any(g.start >= after for g in self.groups):
            return None
        if low == "if" and self.lemmas[verb] not in _ASKING:
            return None
        end = self._joined_clause(after)
        while end > after and self.pos[end - 1] in {"PUNCT", "SPACE"}:
            end -= 1
        return (after, end) if end > after else None


_GIVING = frozenset(
    "give grant extend offer lend send hand award pay owe promise deny tell show teach sell bring cost wish assign".split()
)
_ASKING = frozenset("ask wonder know see doubt decide question".split())
_TIME_PREPOSITIONS = frozenset("since before after until as than".split())
_PERIODS = frozenset("week month year morning night evening afternoon".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
_OBJECT_CONTROL = frozenset(
    "urge ask tell order force allow help persuade invite warn instruct advise encourage require press pressure beg "
    "permit enable want expect accuse authorize authorise convince direct request".split()
)
