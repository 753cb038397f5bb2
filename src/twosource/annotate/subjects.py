"""Who does what a verb group says: the nearest phrase that can be its subject, through relative clauses, coordination,
participles, infinitives and inversion.
"""

from __future__ import annotations

import msgspec

from twosource.annotate.chunks import Group, Sentence, Tokens, participle

RELATIVES = frozenset("who which that whom whose".split())


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


class Subjects(Sentence):
    """A sentence whose verb groups find their subjects."""

    def _subject(self, group: Group, before: list[Predicate], infinitive: bool) -> tuple[Tokens | None, bool, bool]:
        """(subject, whether the clause is relative, whether it was taken over from another predicate)."""
        last = before[-1] if before else None
        i = self._left(group.start)
        if infinitive:
            return self._control(last), False, True
        if i >= self.start and self.low[i] in RELATIVES and self.pos[i] in {"PRON", "SCONJ"}:
            antecedent = self._phrase_before(i)
            if antecedent and (self.pos[i] == "PRON" or self.low[i] == "who"):
                thing = (self.low[i] == "which" and self.low.get(i - 1) == ",") or self._of_thing(i, antecedent)
                if thing and self.pos[antecedent[0]] == "NUM" and antecedent[0] - 1 in self.ends:
                    return (self.ends[antecedent[0] - 1][0], antecedent[1]), True, False  # "a loan of two crowns"
                return (self._whole(antecedent) if thing else antecedent), True, False
        if self.low[group.verb].endswith("ing") and group.start == group.verb:
            return self._participle_subject(i, last), False, True
        np = self.ends.get(group.start)
        if np and group.start == group.verb and self._reduced(group.verb):
            return self._widen(np), True, False
        resumed = self._resumed(i, group, before)
        if resumed:
            return resumed, False, False
        if i >= self.start and self.low[i] in {"and", "but", "or", ","} and last is not None and i + 1 not in self.ends:
            apposed = i in self.ends and self.low.get(self.ends[i][0] - 1) == ","
            coordinated = self.low[i] != "," or (participle(self.low[group.verb]) and not apposed)
            if coordinated and not self._inverted_after(group):
                first = self._first_conjunct(i, before)
                return first.subject, first.relative, True
        inverted = self._inverted_after(group)
        found = None if inverted else self._phrase_ending(i, group)
        if (
            found
            and last
            and last.infinitive
            and found == last.object
            and (waiting := self._antecedent_waiting(before))
        ):
            return waiting, False, False  # "the summit that was due to take place in Selm has been called off"
        subject = self._widen(found) if found else inverted or self._antecedent_waiting(before)
        return subject, False, False

    def _reduced(self, verb: int) -> bool:
        """ "the workers killed at the yard": a participle of a verb that always has an object, with none after it."""
        nxt = verb + 1
        bare = nxt not in self.at and self.pos.get(nxt) not in {"DET", "PRON"}
        return self.lemmas[verb] in _PASSIVE_ONLY and bare and not self.low[verb].endswith("ing")

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
                (p.relative or self._hung_on(p))
                and not p.shared_subject
                and not any(
                    q is not p and q.subject == p.subject and not q.relative and not q.infinitive for q in before
                )
            ):
                return self._widen(p.subject) if p.subject else None
        return None

    def _hung_on(self, p: Predicate) -> bool:
        """ "The treaty, signed on Sunday by Roe, ends ...": a bare participle after a phrase and a comma."""
        bare = p.start == p.verb and p.object is None and participle(self.low[p.verb]) and not p.shared_subject
        return bare and p.subject is not None and p.subject[1] == p.verb - 1 and self.low[p.verb - 1] == ","

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
            return self.ends[i]  # "Harbour Wire, citing ..."
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

    def _of_thing(self, relative: int, np: Tokens) -> bool:
        """ "a visit to Selm that was planned", "a loan of two crowns that was agreed": a bare name or a sum takes no
        clause that tells it apart, so the clause is about what the name hangs on."""
        if self.low[relative] not in {"that", "which"} or self.low.get(relative - 1) == ",":
            return False
        hangs = np[0] - 1 > self.start and (self.pos[np[0] - 1] == "ADP" or self.low[np[0] - 1] == "and")
        return hangs and (self.pos[np[0]] == "NUM" or all(self.pos[k] == "PROPN" for k in range(*np)))

    def _whole(self, np: Tokens) -> Tokens:
        """ "talks between Roe and Poe, which ...": what the phrase hangs on by its prepositions, with all of it."""
        np = self._widen(np)
        start = np[0]
        while start - 1 > self.start and start - 1 in self.ends:
            if self.pos[start - 1] != "ADP" and self.low[start - 1] != "and":
                break
            start = self._widen(self.ends[start - 1])[0]
        return start, np[1]

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
            if prep > self.start and self.low[prep] == "and" and (pair := self._between(prep)) is not None:
                j = pair
                continue
            if prep >= self.start and self.pos[prep] in {"VERB", "AUX"} and self._skipped_clause(prep, i):
                j = prep
                continue
            if prep >= self.start and self.low[prep] == "(" and prep in self.ends:
                return self.ends[prep]  # "the European Union (EU) imposed": the name before its short form
            return np
        return None

    def _between(self, conj: int) -> int | None:
        """ "A summit between Ana Roe and Jon Poe will": where "between" stands, when the conjunction joins its two."""
        np = self.ends.get(conj)
        for _ in range(3):
            if np is None or np[0] - 1 < self.start:
                return None
            if self.low[np[0] - 1] == "between":
                return np[0] - 1
            np = self.ends.get(np[0] - 1) if self.low[np[0] - 1] in {",", "of"} else None
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


# Verbs that without an object after them are passive participles.
_PASSIVE_ONLY = frozenset(
    "kill injure wound arrest detain imprison jail displace trap accuse convict charge impose schedule cause appoint "
    "elect register base locate back "
    "wreck destroy damage affect hold own use build name publish issue sign grant send".split()
)
_OBJECT_CONTROL = frozenset(
    "urge ask tell order force allow help persuade invite warn instruct advise encourage require press pressure beg "
    "permit enable want expect accuse authorize authorise convince direct request".split()
)
