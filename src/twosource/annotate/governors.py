"""Whose act a verb of a parsed sentence tells: its own subject, the noun that it hangs on, the subject of the verb that
it is joined to, or the participant of the verb above that an infinitive or participle is about.
"""

from __future__ import annotations

import msgspec

from twosource.annotate.attachments import personal
from twosource.annotate.nominals import RELATIVES, Nominals, Tokens
from twosource.annotate.schemes import SUBJECTS, VERBAL, Tree

# In these roles a verb form is no verb of its own: "the missing men", "according to", "including".
WORDS = frozenset(
    "modifier possessor part auxiliary passive copula case marker coordinator adverb particle expletive punct "
    "space preposition".split()
)
# "promised the town to leave": whoever promises does it, not the object.
SUBJECT_CONTROL = frozenset("promise vow pledge swear threaten use need take spend".split())
# With these an infinitive is about the object even where the parse makes it an adverbial clause.
OBJECT_CONTROL = frozenset(
    "urge ask tell order force allow help persuade invite warn instruct advise encourage require press pressure beg "
    "permit enable want expect authorize authorise convince direct request send appoint elect call".split()
)
# "called on Roe to resign": the infinitive is about what the preposition governs.
CALLING = frozenset("call appeal plead signal shout beckon".split())
# "blamed Roe for shelling": here "for" tells what the object did; in "used boats for smuggling" what the subject did.
JUDGING = frozenset(
    "blame thank criticise criticize condemn praise fault punish jail imprison sentence arrest fine prosecute convict "
    "charge indict sanction denounce sack fire sue accuse detain".split()
)
# "accused Roe of lying", "kept him from leaving", "talked him into leaving".
ABOUT_OBJECT = frozenset("of from into against".split())
# "the first man to fly": the noun itself does it.
SINGLING = frozenset("first second third last latest next only youngest oldest".split())


class Subject(msgspec.Struct, frozen=True):
    """The subject of a verb, whether the verb opens a relative clause, whether it was taken over from elsewhere."""

    phrase: Tokens | None
    relative: bool = False
    shared: bool = False


class Governors:
    """The verbs of a parsed Doc and their subjects."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.doc = tree.doc
        self.nominals = Nominals(tree)
        self.origins = self._origins()
        self.verbs = [i for i in range(len(self.doc)) if self._is_verb(i)]
        self.is_verb = frozenset(self.verbs)
        self.subjects: dict[int, Subject] = {}
        for i in tree.order:  # heads first: a subject may be that of the verb above
            if i in self.is_verb:
                self.subjects[i] = self._subject(i)

    # --- forms ---

    def form(self, i: int) -> str:
        """finite, base, ing or participle."""
        tag, low = self.doc[i].tag_, self.tree.low[i]
        if tag in FORMS:
            return FORMS[tag]
        kinds, tenses = self.doc[i].morph.get("VerbForm", []), self.doc[i].morph.get("Tense", [])
        if kinds:
            past = kinds == ["Part"] and tenses != ["Pres"]
            return "participle" if past else {"Fin": "finite", "Inf": "base"}.get(kinds[0], "ing")
        if low.endswith("ing"):
            return "ing"
        if self.tree.of(i, "auxiliary", "passive") and self.doc[i].lemma_.lower() != low:
            return "participle"
        return "base" if self.tree.infinitive(i) is not None else "finite"

    def auxiliaries(self, i: int) -> list[int]:
        """The auxiliaries and the "to" of a verb, its own or those that it shares with the verb it is joined to."""
        own = self.own_auxiliaries(i)
        first = self.origins[i]
        if own or first == i or self.form(i) == "finite" or self.tree.of(i, *SUBJECTS):
            return own
        return self.own_auxiliaries(first) if self.form(first) == self.form(i) else []

    def own_auxiliaries(self, i: int) -> list[int]:
        """The auxiliaries and the "to" that hang on the verb itself, in text order."""
        found = [c for c in self.tree.of(i, "auxiliary", "passive") if c < i]
        to = self.tree.infinitive(i)
        if to is None:
            return found
        beside = [a for a in found if all(self.tree.pos[k] in GROUP for k in range(a, to))]  # not so: "is due to fly"
        return sorted([*beside, to])

    def bare_participle(self, i: int) -> bool:
        """ "the boats seized on Monday", "Backed by Ardan, ...": a past participle without auxiliary or subject."""
        first = self.origins[i]
        if self.auxiliaries(i) or self.tree.of(i, *SUBJECTS):
            return False
        hung = self.tree.roles[first] == "adnominal"  # a tag of the past tense is mistaken here
        forms = {"participle", "finite"} if hung else {"participle"}
        return self.form(i) in forms and self.form(first) in forms

    # --- subjects ---

    def _origins(self) -> list[int]:
        """For each token the first of those that it is joined to by coordination; itself when it is joined to none."""
        out = [*range(len(self.doc))]
        for i in self.tree.order:
            if self.tree.roles[i] == "conjunct":
                out[i] = out[self.tree.heads[i]]
        return out

    def _is_verb(self, i: int) -> bool:
        verbal = self.tree.pos[i] in VERBAL and self.tree.roles[self.origins[i]] not in WORDS
        return verbal and not self.doc[i].tag_.startswith("NN") and self.tree.roles[i] not in WORDS

    def _subject(self, i: int) -> Subject:
        infinitive = self.infinitive(i)
        own = sorted(self.tree.of(i, *SUBJECTS), key=lambda c: (c > i, abs(i - c)))
        if own:
            return self._own(i, own[0], infinitive)  # the nearest, should a parse give it two
        if self.tree.of(i, "expletive"):
            it = self.tree.of(i, "expletive")[0]
            return Subject(None if self.tree.low[it] == "there" else (it, it + 1))
        role, head = self.tree.roles[i], self.tree.heads[i]
        if role == "conjunct" and head in self.subjects:
            return Subject(self.subjects[head].phrase, self.subjects[head].relative, True)
        if role in {"relative", "adnominal"}:
            return self._of_noun(i, head, infinitive)
        shared = infinitive or self.form(i) == "ing"
        if role == "complement" and self._finite(i) and (clause := self.relative_clause(i)) is not None:
            return Subject(self.antecedent(clause, "that"), True)  # "boats that he said were smuggling arms"
        if role in {"complement", "adverbial"} and (above := self.verb_above(i)) is not None:
            return Subject(self._control(i, above), False, True)
        return Subject(None, False, shared)

    def _own(self, i: int, subject: int, infinitive: bool) -> Subject:
        low = self.tree.low[subject]
        if not self.nominals.asking(subject):
            read = self.nominals.subject if subject < i else self.nominals.argument  # "said Ana Roe, the mayor"
            return Subject(read(subject) if self.nominals.nominal(subject) else None, False, infinitive)
        clause = self.relative_clause(i)
        if clause is None and self.tree.roles[i] in {"adverbial", "adnominal", "parataxis"}:
            return self._nearby(subject)
        if clause is None or low not in RELATIVES:
            return Subject(None)
        return Subject(self.antecedent(clause, low), True, False)

    def _nearby(self, pronoun: int) -> Subject:
        """The subject of a relative clause that a parse has hung elsewhere: the noun before its pronoun; before "that"
        no bare name, for which the clause would tell nothing apart.
        """
        comma = pronoun > 0 and self.tree.low[pronoun - 1] == ","
        noun = pronoun - 1 - comma
        if noun < 0 or self.doc[pronoun].is_sent_start or not self.nominals.nominal(noun):
            return Subject(None)
        while not comma and self.tree.pos[noun] == "PROPN" and self.tree.roles[noun] in {"oblique", "conjunct"}:
            noun = self.tree.heads[noun]
        while self.tree.low[pronoun] == "which" and personal(self.tree, noun) and self.tree.heads[noun] < noun:
            noun = self.tree.heads[noun]  # "talks between Roe and Poe, which ..."
        found = self.nominals.nominal(noun) and not self.nominals.asking(noun) and noun < pronoun
        return Subject(self.nominals.base(noun), True) if found else Subject(None)

    def antecedent(self, clause: int, pronoun: str) -> Tokens | None:
        """The phrase that a relative clause (its verb) hangs on; None when it stands for none ("what happened")."""
        noun = self.tree.heads[clause]
        if noun == clause or not self.nominals.nominal(noun) or self.nominals.asking(noun):
            return None
        return self.nominals.antecedent(noun, clause, pronoun in {"which", "that"})

    def relative_clause(self, i: int) -> int | None:
        """The verb of the relative clause that `i` stands in, itself or through what it is the complement of."""
        while self.tree.roles[i] in {"conjunct", "complement"} and self.tree.heads[i] in self.is_verb:
            i = self.tree.heads[i]
        return i if self.tree.roles[i] == "relative" else None

    def _finite(self, i: int) -> bool:
        first = next(iter(self.own_auxiliaries(i)), i)
        return FORMS.get(self.doc[first].tag_) == "finite"

    def _of_noun(self, i: int, noun: int, infinitive: bool) -> Subject:
        if self.tree.roles[i] == "relative":
            if any(self.nominals.asking(c) for c in self.tree.of(i, "object", "oblique", "adverb")):
                return Subject(None)
            return Subject(self.antecedent(i, ""), True, False)
        marked = any(c < i for c in self.tree.of(i, "marker"))
        if self.form(i) in {"participle", "finite"} and not marked:
            return Subject(self.antecedent(i, ""), True, False)
        if self.form(i) == "ing" and not marked:
            return Subject(self.antecedent(i, ""), False, True)
        return Subject(self._doer(noun, i) if infinitive or marked else None, False, True)

    def _doer(self, noun: int, clause: int) -> Tokens | None:
        """Who is to do what hangs on a noun ("Roe's plan to leave", "announced a plan to leave")."""
        if any(self.tree.low[c] in SINGLING for c in self.tree.of(noun, "modifier")):
            return self.antecedent(clause, "")
        possessor = next(iter(self.tree.of(noun, "possessor")), None)
        if possessor is not None:
            return self._whose(possessor)
        above = self.verb_above(noun)
        if above is None or self.tree.roles[noun] in SUBJECTS:
            return None
        given = self.tree.of(above, "indirect")
        return self.nominals.argument(given[0]) if given else self.subjects[above].phrase

    def _whose(self, possessor: int) -> Tokens:
        start, end = self.nominals.base(possessor)
        return start, end - (end - 1 > possessor and self.tree.roles[end - 1] == "case")

    def verb_above(self, i: int) -> int | None:
        """The nearest verb over a token, through nouns and adjectives, whose subject is known."""
        while self.tree.heads[i] != i:
            i = self.tree.heads[i]
            if i in self.is_verb:
                return i if i in self.subjects else None
        return None

    def _control(self, i: int, above: int) -> Tokens | None:
        """Who does what an infinitive, a participle or a clause without subject says under the verb `above`."""
        subject, lemma = self.subjects[above].phrase, self.doc[above].lemma_.lower()
        if self.tree.of(above, "passive", "passive subject"):
            return subject
        marker = next((self.tree.low[c] for c in self.tree.of(i, "marker") if c < i and self.tree.low[c] != "to"), "")
        objects = self.tree.of(above, "object", "indirect")
        if lemma in CALLING and not objects and self.infinitive(i):
            called = [c for c in self.tree.of(above, "oblique") if above < c < i]
            return self.nominals.argument(called[0]) if called else subject
        direct = self.tree.heads[i] == above and bool(objects) and objects[0] < i
        if not direct or self.nominals.asking(objects[0]):
            return subject
        if self.tree.roles[i] == "complement" and not marker:
            about = lemma not in SUBJECT_CONTROL
        elif self.infinitive(i):
            about = lemma in OBJECT_CONTROL
        else:
            about = marker in ABOUT_OBJECT or (marker == "for" and lemma in JUDGING)
        return self.nominals.argument(objects[0]) if about else subject

    def infinitive(self, i: int) -> bool:
        """Whether the verb is a "to" infinitive ("is to meet" is none: it has a finite auxiliary)."""
        first = next(iter(self.auxiliaries(i)), i)
        return self.tree.low[first] == "to" and first != i


GROUP = frozenset("AUX ADV PART".split())
FORMS = {
    "VBD": "finite", "VBP": "finite", "VBZ": "finite", "MD": "finite", "VB": "base", "VBG": "ing",
    "VBN": "participle",
}  # fmt: skip
