"""Who takes part: the people, bodies and countries that a noun phrase stands for, a range for each.

A name is its mention. A phrase without a name at its head ("rebels in the north", "Selmian police") is the whole
phrase. A thing is nobody; who stands behind it is whose it is, whom it is of, by, from or against ("a Selmian offer",
"the attack on the port").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from twosource.annotate.nominals import QUANTITIES, Nominals, Tokens, characters
from twosource.annotate.schemes import SUBJECTS, Tree

if TYPE_CHECKING:
    from twosource.annotate.event_arguments import Clause
from twosource.records import Mention, Range

LONGEST = 14
"""Tokens that a phrase without a name has at most."""
DEEPEST = 4
BELONGING = frozenset("of in from at within".split())
# Who stands behind a thing, the surest first: "an attack by rebels on the port", "an offer from Selm".
AGENTS = ("by", "from", "between", "among")
OTHERS = ("against", "on", "with", "to", "of", "for", "toward", "towards", "into")
SPEAKERS = frozenset("he she they it".split())
DISPOSED = frozenset(
    "willing unwilling ready prepared able unable eager keen determined reluctant committed opposed".split()
)
PRONOUNS = frozenset("him her them he she they it".split())
# Heads of phrases that name people, beside the usual endings.
HUMANS = frozenset(
    "activist administrator author editor employer manager owner ruler "
    "agency ally army assembly authority banker bishop body bomber boss boy candidate chief "
    "child citizen civilian coalition commander committee community company congress council court creditor crew "
    "critic crowd customer defender delegation demonstrator deputy detainee diplomat director doctor employee "
    "enemy engineer envoy extremist faction family farmer fighter fisherman force girl government governor group "
    "guerrilla head hostage individual inhabitant inmate inspector investor journalist judge king lawmaker lawyer "
    "leader man mayor mediator member migrant militant military militia miner minister minority monitor nation "
    "national neighbor neighbour newspaper nurse observer officer official opponent opposition organisation "
    "organization parliament party partner passenger patient peacekeeper people player police population president "
    "pressure prisoner prosecutor protester public queen rebel refugee regime reporter republic researcher "
    "resident rival sailor senate senator serviceman settler shepherd soldier spokesman spokeswoman staff state "
    "striker student supporter suspect teacher team terrorist tourist trader traveller tribe troop union user "
    "victim villager voter warship woman worker youth".split()
)

# Bodies of people, which are "it".
BODIES = frozenset(
    "army assembly authority body coalition committee community company congress council court delegation faction "
    "force government group guerrilla military militia minority nation newspaper opposition organisation "
    "organization parliament party police public regime republic senate staff state team tribe troop union warship "
    "agency bank".split()
)


def human(lemma: str) -> bool:
    """Whether a common noun tells of people or a body of people."""
    return lemma in HUMANS or (len(lemma) > 6 and lemma.endswith(("ian", "ist", "woman", "worker", "holder", "keeper")))


class Parties:
    """The participants that phrases of a Doc stand for."""

    def __init__(self, tree: Tree, clause: Clause) -> None:
        self.tree = tree
        self.doc = tree.doc
        self.nominals = Nominals(tree)
        self.clause = clause

    def acting(self, np: Tokens | None) -> tuple[Range, ...]:
        """Everyone whom a subject or "by" phrase stands for."""
        head = self._head(np)
        return () if head is None else self._each(head, things=True)

    def affected(self, np: Tokens | None) -> tuple[Range, ...]:
        """Everyone in an object or after a preposition; a thing is nobody."""
        head = self._head(np)
        return () if head is None else self._each(head, things=False)

    def behind(self, np: Tokens | None) -> tuple[Range, ...]:
        """Those behind a thing."""
        head = self._head(np)
        return () if head is None else self._behind(head, 0)

    def places(self, np: Tokens | None) -> tuple[Range, ...]:
        """The places named at the heads of a phrase."""
        head = self._head(np)
        names = [self._place(i) for i in self._members(head)] if head is not None else []
        return tuple((m.start, m.end) for m in names if m is not None)

    def _place(self, i: int) -> Mention | None:
        """The place that a noun names, is called after ("the town of Selm") or stands beside ("Selm province")."""
        of = [c for c in self.tree.of(i, "oblique") if "of" in [self.tree.low[k] for k in self.tree.of(c, "case")]]
        for c in (i, *of, *self.tree.of(i, "modifier", "apposition")):
            for mention in self.clause.mentions_over(c):
                if mention.kind == "LOC":
                    return mention
        return None

    def hangs_on(self, np: Tokens) -> int | None:
        """What the head of a phrase hangs on."""
        head = self._head(np)
        return None if head is None else self.tree.heads[head]

    def meant(self, i: int, subjects: Mapping[int, Tokens | None]) -> tuple[Range, ...]:
        """Whom the pronoun of what somebody says means ("Selm said it would ..."): the one who says it."""
        verb = self.tree.heads[i]
        if self.tree.low[i] not in SPEAKERS or not (self.tree.roles[i] in SUBJECTS or self._disposed(verb)):
            return ()
        while verb in subjects and self.tree.roles[verb] in {"complement", "conjunct", "adverbial"}:
            above = self.tree.heads[verb]
            np = subjects.get(above)
            if self.tree.roles[verb] != "conjunct" and np is not None and np[0] < i and not np[0] <= i < np[1]:
                head = self._head(np)
                if head is not None and self._agree(head, self.tree.low[i]) and self.tree.pos[head] != "PRON":
                    return self._each(head, things=True)
            verb = above
        return ()

    def _disposed(self, verb: int) -> bool:
        """ "it is willing to leave": with these "it" is somebody, whatever the parse."""
        return any(self.tree.low[c] in DISPOSED for c in self.tree.of(verb, "attribute"))

    def _agree(self, head: int, pronoun: str) -> bool:
        """Whether a pronoun can mean the noun: one or several, a person or a body."""
        name = self._name(head)
        plural = self.doc[head].tag_ in {"NNS", "NNPS"} and (name is None or name.kind == "NORP")
        several = plural or len(self._members(head)) > 1
        if pronoun == "they":
            return several or name is None or name.kind != "PERSON"
        if name is None and self.tree.pos[head] == "PROPN":
            return not several  # a name that no table knows may be of either
        person = name.kind == "PERSON" if name is not None else self.doc[head].lemma_.lower() not in BODIES
        return not several and person == (pronoun != "it")

    # --- heads ---

    def _head(self, np: Tokens | None) -> int | None:
        """The token of a phrase that hangs on none in it; past a noun that only counts."""
        if np is None:
            return None
        inside = [i for i in range(*np) if not np[0] <= self.tree.heads[i] < np[1] or self.tree.heads[i] == i]
        head = next((i for i in inside if self.nominals.nominal(i)), None)
        return head if head is not None else next(iter(inside), None)

    def _each(self, head: int, things: bool) -> tuple[Range, ...]:
        out: list[Range] = []
        for i in self._members(head):
            found = self._party(i, things)
            if found is not None and found not in out:
                out.append(found)
        return tuple(out)

    def _members(self, head: int) -> list[int]:
        """A noun and the nouns joined to it."""
        out = [head]
        for i in out:
            if len(out) > 12:
                break
            joined = self.tree.of(i, "conjunct") + [
                k for c in self.tree.of(i, "apposition", "part") for k in self.tree.of(c, "conjunct")
            ]
            out += [c for c in joined if c not in out and self.nominals.nominal(c) and not self.nominals.asking(c)]
        return sorted(out)

    def _party(self, i: int, things: bool) -> Range | None:
        name = self._name(i)
        if name is not None and (name.kind != "NORP" or self._bare(i)):
            return name.start, name.end
        low, lemma = self.tree.low[i], self.doc[i].lemma_.lower()
        if low == "force":
            return None  # "took it by force"
        if self.tree.pos[i] == "PRON" and low not in PRONOUNS and not things:
            return None
        if things or name is not None or low in PRONOUNS or human(lemma) or self._counted(i):
            return characters(self.doc, self._whole(i))
        return None

    def _bare(self, i: int) -> bool:
        """Whether a people's name has nothing but an article beside it ("the Selmians", not "young Selmians")."""
        start, end = self._whole(i)
        return all(self.tree.pos[k] == "DET" for k in range(start, i)) and end == i + 1

    def _counted(self, i: int) -> bool:
        """ "thousands of people", "two of its citizens"."""
        return any(
            self.tree.low[k] == "of" and human(self.doc[c].lemma_.lower())
            for c in self.tree.of(i, "oblique") for k in self.tree.of(c, "case")
        ) and (self.tree.pos[i] == "NUM" or self.doc[i].lemma_.lower() in COUNTING)  # fmt: skip

    def _name(self, i: int) -> Mention | None:
        """The name that a noun is, ends with ("President Ana Roe") or has beside it ("the mayor, Ana Roe")."""
        own = self._mention_at(i)
        if own is not None:
            return own
        base = self.nominals.base(i)
        last = self._mention_at(base[1] - 1)
        if last is not None and base[1] - 1 > i:
            return last
        for c in self.tree.of(i, "apposition", "part"):
            found = self._mention_at(c)
            if found is not None and found.kind == "PERSON":
                return found
        return None

    def _mention_at(self, i: int) -> Mention | None:
        found = [m for m in self.clause.mentions_over(i) if m.kind not in {"WORK", "EVENT"}]
        if not found or self.tree.pos[i] == "ADJ" or self.tree.low[i] in QUANTITIES:
            return None
        return max(found, key=lambda m: m.end - m.start)

    def _whole(self, i: int) -> Tokens:
        """A phrase with what tells which ones are meant ("rebels in the north", "a paper based in Selm")."""
        start, end = self.nominals.base(i)
        for c in self.tree.children[i]:
            if c < end or self.tree.left[c] > end:
                continue
            case = next((self.tree.low[k] for k in self.tree.of(c, "case")), "")
            role = self.tree.roles[c]
            plain = role == "oblique" and case in BELONGING and not self.clause.is_time(c)
            based = role == "adnominal" and self.tree.low[c] in {"based", "living", "held"}
            if (plain or based) and self.tree.left[c] == end:
                end = min(self._flat(c) + 1, start + LONGEST)
        return start, end

    def _flat(self, i: int) -> int:
        """The last token under `i` before a comma, a conjunction or a clause."""
        last = self.tree.right[i]
        for k in range(i, last + 1):
            if self.tree.low[k] in {",", "(", ";", ":", "and", "or", "who", "which", "that"} or self.clause.is_time(k):
                return k - 1
        return last

    # --- behind things ---

    def _behind(self, i: int, depth: int) -> tuple[Range, ...]:
        if depth > DEEPEST:
            return ()
        for possessor in self.tree.of(i, "possessor"):
            if self.tree.pos[possessor] != "PRON" and (found := self._each(possessor, things=False)):
                return found
        return self._after(i, depth, AGENTS) or self._beside(i) or self._after(i, depth, OTHERS)

    def _beside(self, i: int) -> tuple[Range, ...]:
        """The name before a thing ("a Selmian offer")."""
        for c in self.tree.of(i, "modifier"):
            for mention in self.clause.mentions_over(c):
                if mention.kind in {"NORP", "LOC", "ORG", "PERSON"}:
                    return ((mention.start, mention.end),)
        return ()

    def _after(self, i: int, depth: int, names: tuple[str, ...]) -> tuple[Range, ...]:
        under = [(self._case(c), c) for c in self.tree.of(i, "oblique", "agent") if not self.clause.is_time(c)]
        for name in names:
            for c in (c for preposition, c in under if preposition == name):
                if found := self._each(c, things=False) or self._behind(c, depth + 1):
                    return found
        return ()

    def _case(self, i: int) -> str:
        return next((self.tree.low[k] for k in self.tree.of(i, "case")), "")


COUNTING = frozenset("ten dozen hundred thousand million score number group crowd handful majority some wave".split())
