"""Predicates and their arguments: who (subject) did what (verb) to whom (object), read from the dependency tree.

Attributions and events ask for predicates, never for the tree itself: any pipeline that parses can stand behind them.
All ranges are token ranges `(start, end)` of the Doc, end exclusive.
"""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc

from twosource.annotate.governors import Governors
from twosource.annotate.nominals import NOMINAL, Nominals, Tokens
from twosource.annotate.schemes import NEGATIONS, Tree

BE = frozenset("am is are was were be been being 's 're 'm ’s ’re ’m".split())
MODALS = frozenset("will would shall should can could may might must 'll ca wo ought cannot".split())
# Past forms that are the base form.
UNCHANGED = frozenset("put set cut hit let shut cost hurt quit spread split shed cast burst beat bid rid".split())
NOBODY = frozenset("no nobody none neither".split())
FUTURE = frozenset("will 'll shall wo".split())
PAST = frozenset("was were did had got".split())
# A relative clause without pronoun says this of when, how or why, and has no object in what it hangs on.
ADVERBIAL_NOUNS = frozenset("day time moment week month year night morning way reason place".split())
# Verbs that say nothing without an object: with none after it, such a past form is a participle.
NEEDING_OBJECT = frozenset("kill injure wound arrest detain jail imprison".split())
OPENING = frozenset("DET NUM NOUN PROPN PRON ADJ SYM".split())
# Prepositions that open what a verb governs, when a participle follows ("accused of lying", "kept from leaving").
GOVERNED = frozenset("of from for into against on in at about with to".split())


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
    """Every predicate of a parsed `doc`, in text order. Labels of Universal Dependencies or of ClearNLP."""
    clauses = _Clauses(Tree(doc))
    return tuple(clauses.predicate(i) for i in clauses.verbs)


def noun_phrases(doc: Doc) -> tuple[Tokens, ...]:
    """Every base noun phrase of a parsed `doc` (determiner to head noun, possessors included), in text order."""
    return Nominals(Tree(doc)).phrases()


class _Clauses(Governors):
    """The verbs of a parsed Doc with what their clauses say."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree)
        self.sentences = {i: (sent.start, sent.end) for sent in self.doc.sents for i in range(sent.start, sent.end)}

    def predicate(self, i: int) -> Predicate:
        """The predicate of verb `i`."""
        low, subject, auxiliaries = self.tree.low, self.subjects[i], self.auxiliaries(i)
        own, obj = not subject.relative and not subject.shared, self._object(i)
        if obj == subject.phrase:
            obj = None
        prepositions, complement = self._prepositions(i, obj), self._complement(i)
        start = self._start(i)
        opens = subject.phrase[0] if own and subject.phrase and subject.phrase[0] < start else start
        return Predicate(
            verb=i, start=start, lemma=self._lemma(i), subject=subject.phrase, object=obj,
            prepositions=prepositions, complement=complement, passive=self._passive(i),
            negated=self._negated(i) or (subject.phrase is not None and low[subject.phrase[0]] in NOBODY),
            tense=self._tense(i, auxiliaries), modal=self._modal(auxiliaries),
            progressive=self.form(i) == "ing" and any(low[a] in BE for a in auxiliaries),
            clause=(opens, self._clause_end(i, obj, prepositions, complement)),
            relative=subject.relative, infinitive=self.infinitive(i), shared_subject=subject.shared,
        )  # fmt: skip

    # --- the verb group ---

    def _lemma(self, i: int) -> str:
        return self.doc[i].lemma_ or self.tree.low[i]

    def _start(self, i: int) -> int:
        """The first auxiliary, unless the subject stands between it and the verb ("Will Roe leave?")."""
        subjects = [c for c in self.tree.of(i, "subject", "passive subject", "expletive") if c < i]
        after = subjects[-1] if subjects else -1
        return next((a for a in self.own_auxiliaries(i) if a > after), i)

    def _passive(self, i: int) -> bool:
        if self.tree.of(i, "passive subject"):
            return True
        passive = any(self.tree.roles[a] == "passive" for a in self.auxiliaries(i))
        if (passive and self.form(i) in {"participle", "finite"}) or self.bare_participle(i):
            return True
        return not self.auxiliaries(i) and bool(self.tree.of(i, "subject")) and self._elliptic(i)

    def _elliptic(self, i: int) -> bool:
        """ "The paper was closed and its editor arrested"; "Two killed in Selm", as headlines have it."""
        first, token = self.origins[i], self.doc[i]
        if first != i and any(self.tree.roles[a] == "passive" for a in self.own_auxiliaries(first)):
            return token.tag_ == "VBN" or token.morph.get("VerbForm", []) == ["Part"]
        after = self.tree.pos[i + 1] if i + 1 < self._last_of_sentence(i) else ""
        return token.lemma_.lower() in NEEDING_OBJECT and self._tense_alone(i) == "past" and after not in OPENING

    def _negated(self, i: int) -> bool:
        first = self.origins[i]
        if any(self._negation(c) for c in self.tree.of(i, "adverb", "modifier", "coordinator")):
            return True
        shares = first != i and not self.own_auxiliaries(i) and bool(self.auxiliaries(i))
        joint = self._coordinator(i)
        if joint == "nor":
            return True
        return shares and joint != "but" and any(self._negation(c) for c in self.tree.of(first, "adverb"))

    def _negation(self, c: int) -> bool:
        """ "not", "never", "no longer", "neither ... nor"; but "not only" denies nothing."""
        low = self.tree.low
        only = c + 1 < len(low) and low[c + 1] in {"only", "just", "merely"}
        longer = self.tree.roles[c] == "adverb" and any(low[k] == "no" for k in self.tree.children[c])
        return (low[c] in NEGATIONS and not only) or low[c] in {"neither", "nor"} or longer

    def _coordinator(self, i: int) -> str:
        """The conjunction before a conjunct: it hangs on it (UD) or on what it is joined to (ClearNLP)."""
        if self.tree.roles[i] != "conjunct":
            return ""
        around = [*self.tree.of(i, "coordinator"), *self.tree.of(self.tree.heads[i], "coordinator")]
        before = [c for c in around if c < i]
        return self.tree.low[max(before)] if before else ""

    def _modal(self, auxiliaries: list[int]) -> str | None:
        modals = (a for a in auxiliaries if self.tree.low[a] in MODALS or self.doc[a].tag_ == "MD")
        return next((self.tree.low[a] for a in modals), None)

    def _tense(self, i: int, auxiliaries: list[int]) -> str:
        if not auxiliaries:
            return self._tense_alone(i)
        lows = [self.tree.low[a] for a in auxiliaries]
        first, tag = lows[0], self.doc[auxiliaries[0]].tag_
        if first == "to" or first.endswith("ing"):
            return "none"
        if first in FUTURE or (first in BE and "to" in lows):
            return "future"
        if tag == "MD" or first in MODALS:
            return "present"
        if first == "had" or (first == "'d" and tag != "MD"):
            return "pluperfect"
        return "past" if first in PAST or tag == "VBD" else "present"

    def _tense_alone(self, i: int) -> str:
        form, tag, low = self.form(i), self.doc[i].tag_, self.tree.low[i]
        if form == "ing":
            return "none"
        if form == "participle" or tag == "VBD" or self.doc[i].morph.get("Tense", []) == ["Past"]:
            return "past"
        if form == "base":
            governed = self.tree.roles[self.origins[i]] in {"complement", "adverbial"}
            return "none" if governed and not self.tree.of(i, "subject") else "present"
        untagged = not tag and not self.doc[i].morph.get("Tense", [])
        past = low in PAST | UNCHANGED or (low not in BE and low != self._lemma(i) and not low.endswith("s"))
        return "past" if untagged and past else "present"

    # --- object ---

    def _object(self, i: int) -> Tokens | None:
        for c in self.tree.of(i, "object", "indirect", "attribute"):
            if self.tree.roles[c] == "indirect" and self.tree.of(i, "object"):
                continue
            if self.nominals.asking(c):
                return self._asked(i, c)
            if self.nominals.nominal(c) and not (self.tree.roles[c] == "attribute" and c < i):
                return self.nominals.argument(c)
        return self._gap(i)

    def _asked(self, i: int, pronoun: int) -> Tokens | None:
        clause = self.relative_clause(i)
        relative = clause is not None and self.tree.low[pronoun] in {"that", "which", "whom", "who"}
        return self.antecedent(clause, "that") if relative and clause is not None else None

    def _gap(self, i: int) -> Tokens | None:
        """ "the loan the bank granted", "the man Roe wants to meet": the antecedent is the innermost verb's object."""
        clause = self.relative_clause(i)
        below = [c for c in self.tree.of(i, "complement") if c in self.is_verb]
        if clause is None or self._passive(i) or below or self.doc[i].lemma_ == "be":
            return None
        if self.subjects[clause].relative or not self.tree.of(clause, "subject", "passive subject"):
            return None
        within = (k for k in range(self.tree.left[clause], clause) if self.nominals.asking(k))
        stranded = any(self.tree.pos[c] == "ADP" for c in self.tree.of(i, "case", "adverb", "oblique", "unmarked"))
        told = self.doc[self.tree.heads[clause]].lemma_.lower() in ADVERBIAL_NOUNS
        question = any(self.doc[k].tag_ == "WRB" for k in range(self.tree.left[clause], i))
        if stranded or told or question or any(self.tree.roles[k] != "object" for k in within):
            return None
        return self.antecedent(clause, "that")

    # --- prepositions ---

    def _prepositions(self, i: int, obj: Tokens | None) -> tuple[tuple[str, Tokens], ...]:
        """What hangs on the verb, and on its object and the phrases after it: readers take them in a row."""
        barrier, out = self._barrier(i), []
        given = self.tree.of(i, "indirect")
        if given and self.tree.of(i, "object") and not self.nominals.asking(given[0]):
            out.append(("to", self.nominals.argument(given[0])))
        done = obj[1] if obj and obj[0] > i else 0
        for noun in sorted(self._governed(i)):
            name, start = self.nominals.preposition(noun), self.nominals.base(noun)[0]
            first = start - len(name.split())
            if not name or self.nominals.asking(noun) or (first > i and (first < done or noun > barrier)):
                continue
            np = self.nominals.argument(noun)
            out.append((name, np))
            done = np[1] if np[0] > i else done
        return tuple(out)

    def _governed(self, i: int) -> list[int]:
        """The nouns with prepositions under a verb, directly or through its object or one another."""
        agents = self.tree.of(i, "agent")
        own = [c for c in self.tree.of(i, "oblique", "agent") if self.nominals.nominal(c)]
        if agents:  # "was closed by police by Monday"
            own = [c for c in own if c in agents or self.nominals.preposition(c) != "by"]
        row = [c for c in own if c > i]
        row += [c for c in self.tree.of(i, "object", "attribute", "indirect", "unmarked") if c > i]
        out = [c for c in own if c < i]
        for noun in row:
            if self.tree.roles[noun] in {"oblique", "agent"}:
                out.append(noun)
            below = self.tree.of(noun, "oblique", "conjunct")
            row += [c for c in below if c > i and self.nominals.nominal(c)]
        return out

    def _barrier(self, i: int) -> int:
        """The next verb after `i` that is none of a reduced clause ("a man accused of theft") on what `i` governs: an
        argument is never looked for beyond it.
        """
        last = self._last_of_sentence(i)
        for k in range(i + 1, last):
            if k in self.is_verb and not self._reduced(k):
                return k
        return last

    def _reduced(self, i: int) -> bool:
        return self.tree.roles[self.origins[i]] == "adnominal" and self.form(i) in {"participle", "ing"}

    def _last_of_sentence(self, i: int) -> int:
        return self.sentences[i][1]

    # --- complement and clause ---

    def _complement(self, i: int) -> Tokens | None:
        """The clause that the verb governs, to the right of it: "that ...", "to ...", a quotation, "of lying"."""
        if self.doc[i].lemma_ == "be":
            return None
        found = [(rank, c) for c in self._below(i) if c > i and (rank := self._rank(i, c)) is not None]
        if not found:
            return None
        rank, clause = min(found)
        start, end = max(self.tree.left[clause], i + 1), self.tree.right[clause] + 1
        if rank == 2:
            start = max(start, *(c + 1 for c in self.tree.of(clause, "marker") if c < clause))
        return self._trimmed(start, min(end, self._last_of_sentence(i)))

    def _below(self, i: int) -> list[int]:
        """The clauses under a verb, and those on its object or adjective."""
        nouns = [c for c in self.tree.of(i, "object", "attribute", "oblique", "agent") if c > i]
        under = self.tree.of(i, "complement", "parataxis", "adverbial")
        return [*under, *(k for c in nouns for k in self.tree.of(c, "complement", "adnominal", "adverbial"))]

    def _rank(self, i: int, clause: int) -> int | None:
        """How surely a clause is governed, 0 the surest; None when it is not."""
        role = self.tree.roles[clause]
        marker = next((self.tree.low[c] for c in self.tree.of(clause, "marker") if c < clause), "")
        if role == "complement" or (role in {"adnominal", "adverbial"} and marker in {"that", "whether"}):
            return 0
        if role == "parataxis":
            before = range(i + 1, self.tree.left[clause] + 1)
            return 1 if any(self.tree.low[k] in {":", "“", '"', "«"} for k in before) else None
        if self.form(clause) == "ing" and marker in GOVERNED:
            return 2
        if self.infinitive(clause):
            return 3 if role == "adnominal" else 4
        return None

    def _trimmed(self, start: int, end: int) -> Tokens | None:
        while start < end and self.tree.roles[start] in {"punct", "space"}:
            start += 1
        while end > start and self.tree.roles[end - 1] in {"punct", "space"}:
            end -= 1
        return (start, end) if end > start else None

    def _clause_end(
        self, i: int, obj: Tokens | None, prepositions: tuple[tuple[str, Tokens], ...], complement: Tokens | None
    ) -> int:
        ends = [np[1] for np in (obj, complement, *(np for _, np in prepositions)) if np and np[0] > i]
        barrier = self._barrier(i)
        ends.extend(
            self.nominals.base(c)[1] if self.tree.pos[c] in NOMINAL else c + 1
            for c in self.tree.of(i, "adverb", "particle", "unmarked", "attribute")
            if i < c < barrier
        )
        subject = self.subjects[i].phrase
        if subject and any(i < c for c in self.tree.of(i, "subject", "passive subject")):
            ends.append(subject[1])  # "said Ana Roe"
        return max([i + 1, *ends])
