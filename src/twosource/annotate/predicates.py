"""Predicates and their arguments: who (subject) did what (verb) to whom (object), read from the parts of speech.

A shallow parse: verb groups, base noun phrases, and the nearest phrase that can be an argument. Attributions and
events ask for predicates, never for the parse itself, so that a full parse can take this file's place.
All ranges are token ranges `(start, end)` of the Doc, end exclusive.
"""

from __future__ import annotations

from msgspec.structs import replace
from spacy.tokens import Doc

from twosource.annotate.chunks import UNCHANGED, Group, Sentence, Tokens, participle
from twosource.annotate.subjects import Predicate as Predicate
from twosource.annotate.subjects import Subjects
from twosource.annotate.tagging import BE, DO, HAVE, MODALS, candidates

# Words that open a clause of their own: an argument is never looked for beyond them.
SUBORDINATORS = frozenset(
    "that because although though while whereas if unless whether as than when where why how until since before after "
    "once so".split()
)


def predicates(doc: Doc) -> tuple[Predicate, ...]:
    """Every predicate of `doc`, in text order."""
    out: list[Predicate] = []
    for sent in doc.sents:
        clauses = _Clauses(doc, sent.start, sent.end)
        out.extend(_in_document(p, clauses) for p in _with_reduced(clauses.predicates()))
    return tuple(out)


def noun_phrases(doc: Doc) -> tuple[Tokens, ...]:
    """Every base noun phrase of `doc` (determiner to head noun, possessors included), in text order."""
    out: list[Tokens] = []
    for sent in doc.sents:
        sentence = Sentence(doc, sent.start, sent.end)
        out.extend(sentence.in_document(np) for np in sentence.phrases)
    return tuple(out)


def _with_reduced(found: list[Predicate]) -> list[Predicate]:
    """ "The boats seized on Monday sank": a participle whose noun gets a verb of its own is a passive relative."""
    out = []
    for i, p in enumerate(found):
        alone = p.verb == p.start and p.object is None and p.tense == "past" and not p.relative and not p.shared_subject
        verb_of_its_own = any(
            q.subject == p.subject and not q.shared_subject and q.tense != "none" and q.verb > p.verb
            for q in found[i + 1 :]
        )
        out.append(replace(p, passive=True, relative=True) if alone and p.subject and verb_of_its_own else p)
    return out


def _in_document(p: Predicate, sentence: Sentence) -> Predicate:
    """The predicate with its places counted in the document's tokens instead of the sentence's words."""
    at = sentence.in_document
    return replace(
        p, verb=sentence.ids[p.verb], start=sentence.ids[p.start], subject=p.subject and at(p.subject),
        object=p.object and at(p.object), prepositions=tuple((name, at(np)) for name, np in p.prepositions),
        complement=p.complement and at(p.complement), clause=at(p.clause),
    )  # fmt: skip


class _Clauses(Subjects):
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
        infinitive = "to" in lows and all(self.pos[i] == "ADV" for i in tokens[: lows.index("to")])
        subject, relative, shared = self._subject(group, before, infinitive)
        obj, after = self._object(group.verb + 1, limit)
        to = obj if obj and self.lemmas[group.verb] in _GIVING else None
        if to and (given := self._object(after, limit)[0]) and given[0] == after:
            obj, after = given, given[1]  # "gave the town a loan": the second phrase is the object
        else:
            to = None
        prepositions, after = self._prepositions(after, limit)
        prepositions = (("to", to), *prepositions) if to else prepositions
        complement = self._complement(group.verb, after)
        passive = self._passive(group, lows)
        if obj is None and not passive and subject and self.lemmas[group.verb] in _TRANSITIVE:
            obj = self._gap(subject)
        if obj is not None and obj == subject:
            obj = None
        end = complement[1] if complement else after
        start = subject[0] if subject and not shared and not relative and subject[0] < group.start else group.start
        modal = next((low for low in lows if low in MODALS), None)
        return Predicate(
            verb=group.verb, start=group.start, lemma=self.lemmas[group.verb], subject=subject, object=obj,
            prepositions=prepositions, complement=complement, passive=passive,
            negated=any(low in {"not", "n't", "never", "no"} for low in lows) or self._nobody(subject),
            tense=self._tense(group, lows),
            modal=modal, progressive=self.low[group.verb].endswith("ing") and any(low in BE for low in lows[:-1]),
            clause=(start, max(end, group.verb + 1)), relative=relative, infinitive=infinitive, shared_subject=shared,
        )  # fmt: skip

    def _nobody(self, subject: Tokens | None) -> bool:
        return subject is not None and self.low[subject[0]] in {"no", "nobody", "none", "neither"}

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
        if first in BE and "to" in lows:
            return "future"  # "is to speak", "was to have been"
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

    def _gap(self, subject: Tokens) -> Tokens | None:
        """ "the loan that the bank granted": the antecedent is the object."""
        that = subject[0] - 1
        opens = that > self.start and self.low[that] in {"that", "which", "whom"}
        np = self.ends.get(that) if opens else None
        told = np is not None and self.lemmas.get(np[0] - 1) in _TELLING  # "told reporters that Roe had promised"
        return self._widen(np) if np and not told else None

    def _finite(self, group: int) -> bool:
        return self.low[group] != "to" and not self.low[group].endswith("ing")

    def _extend(self, np: Tokens, limit: int) -> Tokens:
        """Over "of" phrases and coordination to the right."""
        end = np[1]
        for _ in range(6):
            if end >= limit:
                break
            nxt = self.at.get(end + 1)
            if self.low.get(end) == "," and nxt and nxt[1] <= limit and self._names(np, nxt):
                end = nxt[1] + (self.low.get(nxt[1]) == ",")
                continue
            joins = self.low.get(end) in {"of", "and", "or", "&"} and nxt is not None
            if joins and nxt is not None and nxt[1] not in self.group_starts and nxt[1] <= limit:
                end = nxt[1]
            else:
                break
        return np[0], end - (self.low.get(end - 1) == ",")

    def _names(self, np: Tokens, nxt: Tokens) -> bool:
        """ "the opposition leader, Ana Roe,": an apposition that names, closed by a comma or the sentence's end."""
        closed = self.low.get(nxt[1], ".") in {",", ".", ";", "”"} or nxt[1] >= self.end
        return closed and not self._named(np) and self._named(nxt)

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
            elif (
                (pos in {"ADV", "PART", "ADP"} and low != "to")
                or low in {"late", "early"}
                or self._closes_apposition(j)
            ):
                j += 1
            elif j in self.at and self._temporal(self.at[j]):
                j = self.at[j][1]
            else:
                break
        return tuple(out), j

    def _closes_apposition(self, j: int) -> bool:
        """The comma after "the opposition leader, Ana Roe," when a preposition goes on."""
        np = self.ends.get(j)
        apposed = np is not None and self.low.get(np[0] - 1) == "," and self._named(np)
        return self.low[j] == "," and apposed and self.pos.get(j + 1) == "ADP"

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
            low in {"that", "to", "whether", ":", "if", "how", "why"}
            or after in self.at
            or (after in self.group_starts and not (self.pos[after] == "AUX" and self._finite(after)))
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
    "give grant extend offer lend send hand award pay owe promise deny tell show teach sell bring cost wish "
    "assign".split()
)
# Verbs that take what a relative clause hangs on as their object.
_TRANSITIVE = _GIVING | frozenset(
    "impose sign buy sell build hold launch stage order attend lead organise organize approve pass adopt receive "
    "accept reject negotiate call make lose win issue publish".split()
)
_TELLING = frozenset("tell inform assure warn remind convince persuade advise notify".split())
_ASKING = frozenset("ask wonder know see doubt decide question".split())
_TIME_PREPOSITIONS = frozenset("since before after until as than".split())
_PERIODS = frozenset("week month year morning night evening afternoon".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
