"""How a word of a parsed text stands: it happened, goes on, is planned, possible, negated, alleged or denied.

Read from the tree, top down: what governs the word (operators of `event_operators.py`, conditions, purposes) says how
its clause stands; negation, modals and tense of the clause say the rest; the attribution around it comes last. Any
predicate can be asked for: a verb, an event noun, an adjective.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from twosource.annotate import event_operators as operators
from twosource.annotate.event_operators import FAILING, GROUNDS, HOLDING, SAME, Signature
from twosource.annotate.predicates import Predicate
from twosource.annotate.schemes import SUBJECTS, VERBAL, Tree
from twosource.records import Act, Attribution, Range, Status

# What an attribution's act makes of what stands in its content.
ACT_STATUS: dict[Act, Status] = {
    "claimed": "alleged",
    "accused": "alleged",
    "denied": "denied",
    "promised": "planned",
    "demanded": "possible",
    "asked": "possible",
    "thought": "possible",
}
DEEPEST = 24
"""Governors that are followed upwards at most."""
NOUN_ROLES = frozenset("subject object indirect oblique agent unmarked attribute".split()) | {"passive subject"}
# "the talks will begin": these say of their subject that it takes place, and stand as it does.
OCCURRING = frozenset(
    "begin start happen occur take follow last continue resume come be break erupt ensue go proceed end remain".split()
)
BEGINNING = frozenset("begin start happen occur take follow resume come erupt ensue".split())
"""Those of them that, negated, say that there was nothing of the kind."""
NO_NOUN = frozenset("no neither nor zero".split())
DEFINITE = frozenset("the this that these those".split())
OPEN = frozenset("condition unsure question purpose doubted unreal able required attempted feared asked".split())
"""Grounds under which what is negated stays open ("if he does not leave", "asked him not to leave")."""


class Standing(NamedTuple):
    """A word's status, why, and the operator (a token) that it stands under."""

    status: Status
    ground: str
    operator: int | None


class Statuses:
    """The standing of any token of a Doc."""

    def __init__(self, doc: Doc, found: Sequence[Predicate]) -> None:
        self.doc = doc
        self.tree = Tree(doc)
        self.predicates = {p.verb: p for p in found}
        self.known: dict[int, tuple[str, int | None]] = {}

    def of(self, i: int) -> Standing:
        """How token `i` stands by what the text itself says, whoever speaks."""
        ground, operator = self._ground(i, 0)
        return Standing(GROUNDS[ground], ground, operator)

    def _ground(self, i: int, depth: int) -> tuple[str, int | None]:
        if i not in self.known:
            self.known[i] = ("told", None)  # should a tree have a cycle
            self.known[i] = self._combined(i, depth)
        return self.known[i]

    def _combined(self, i: int, depth: int) -> tuple[str, int | None]:
        own = self._own(i)
        if depth > DEEPEST:
            return own or "told", None
        above, operator = self._above(i, depth)
        if own is None:
            return above or "told", operator
        if above is None or above in {"told", "reported", "ongoing"}:
            return own, operator
        if own == "ongoing":
            return above, operator
        if own == "negation":
            doubled = above in FAILING and i in self.predicates  # "no talks were held" is no double negation
            return ("told" if doubled else "doubted" if above in OPEN else "negation"), operator
        return (above if above in FAILING else own), operator

    # --- what the clause itself says ---

    def _own(self, i: int) -> str | None:
        p = self.predicates.get(i)
        if p is not None:
            return self._of_clause(i, p)
        if self.tree.pos[i] in VERBAL or self.tree.pos[i] == "ADJ":
            return self._beside(i)
        return self._of_phrase(i)

    def _of_clause(self, i: int, p: Predicate) -> str | None:
        if p.negated:
            return "negation"
        hedge = self._adverb(i)
        if hedge:
            return hedge
        if p.tense == "future" or self._going_to(i):
            return "future"
        if p.modal in {"would", "'d"} and self._to_come(i):
            return "future"
        if p.modal:
            return operators.MODALS.get(p.modal, "unsure")
        if self._asked(i):
            return "question"
        if p.progressive and p.tense == "present":
            return "ongoing"
        return None

    def _to_come(self, i: int) -> bool:
        """ "said it would leave": what was to come when it was said, unless it hangs on a condition or is past."""
        said = self.predicates.get(self.tree.heads[i])
        signature = operators.OF_VERBS.get(said.lemma) if said and self.tree.roles[i] == "complement" else None
        told = signature is not None and signature.held in {"reported", "told"}
        over = any(self.tree.low[c] == "have" for c in self.tree.of(i, "auxiliary"))
        return told and not over and not any(self._opener(c) in {"if", "unless"} for c in self.tree.of(i, "adverbial"))

    def _adverb(self, i: int) -> str | None:
        found = (operators.ADVERBS_BESIDE.get(self.tree.low[c]) for c in self.tree.of(i, "adverb", "modifier"))
        return next((ground for ground in found if ground), None)

    def _going_to(self, i: int) -> bool:
        head = self.tree.heads[i]
        return (
            self.tree.roles[i] == "complement"
            and self.tree.low[head] == "going"
            and self.tree.infinitive(i) is not None
        )

    def _asked(self, i: int) -> bool:
        if self.tree.roles[i] != "root":
            return False
        right = [c for c in self.tree.children[i] if self.tree.roles[c] == "punct"]
        return bool(right) and self.tree.low[right[-1]] == "?"

    def _beside(self, i: int) -> str | None:
        if any(self.tree.low[c] in {"not", "n't", "never"} for c in self.tree.of(i, "adverb", "modifier")):
            return "negation"
        return self._adverb(i)

    def _of_phrase(self, i: int) -> str | None:
        """What the words in a noun's own phrase say ("no talks", "a possible strike", "without violence")."""
        for c in self.tree.of(i, "modifier", "adnominal"):
            low = self.tree.low[c]
            if low in NO_NOUN:
                return "negation"
            if low in operators.WORDS_BESIDE:
                return operators.WORDS_BESIDE[low]
        return None

    # --- what governs it ---

    def _above(self, i: int, depth: int) -> tuple[str | None, int | None]:
        role, head = self.tree.roles[i], self.tree.heads[i]
        if head == i or role == "root":
            return None, None
        if role == "conjunct":
            return self._joined(i, head, depth)
        if role in {"complement", "clausal subject"}:
            return self._governed(i, head, depth)
        if role == "adverbial":
            return self._adverbial(i, head, depth)
        if role == "adnominal":
            return self._on_noun(i, head, depth)
        if role in NOUN_ROLES:
            return self._as_noun(i, head, depth)
        if role in {"modifier", "possessor"} and self.tree.pos[i] in {"NOUN", "VERB"}:
            return self._ground(head, depth + 1)
        if role in {"auxiliary", "passive", "copula", "case", "part"}:
            return self._ground(head, depth + 1)
        return None, None

    def _joined(self, i: int, first: int, depth: int) -> tuple[str | None, int | None]:
        """What is joined stands under the same governor; without auxiliary or subject of its own, as the first does."""
        p = self.predicates.get(i)
        if p is None or p.tense == "none":
            return self._ground(first, depth + 1)
        while self.tree.roles[first] == "conjunct" and self.tree.heads[first] != first:
            first = self.tree.heads[first]
        return self._above(first, depth + 1)

    def _governed(self, i: int, head: int, depth: int) -> tuple[str | None, int | None]:
        """The complement of a verb, an adjective or a noun."""
        lemma, finite = self._lemma(head), self._finite(i)
        marker = self._opener(i)
        if self.tree.pos[head] in VERBAL:
            signature = operators.OF_CLAUSES.get(lemma) if finite else None
            signature = signature or operators.OF_VERBS.get(lemma)
            if marker == "from" and self.tree.roles[i] != "clausal subject":
                signature = Signature("prevented", "unsure")
        elif self.tree.pos[head] == "ADJ":
            signature = operators.OF_ADJECTIVES.get(lemma)
        else:
            signature = operators.OF_NOUNS.get(lemma)
        if marker in {"if", "whether"}:
            return "question", head
        if signature is not None:
            return self._signed(signature, head, depth)
        if finite:
            return "told", None
        above, operator = self._ground(head, depth + 1)
        return above, operator

    def _signed(self, signature: Signature, head: int, depth: int) -> tuple[str | None, int | None]:
        """The complement of an operator, as the operator itself stands."""
        ground, above = self._ground(head, depth + 1)
        if ground in FAILING:
            made = signature.negated
        elif ground in HOLDING or signature.held not in {SAME, "prevented"}:
            made = signature.held
        else:
            made = SAME if signature.held == SAME else "unsure"
        if made != SAME:
            return made, head
        return ground, head if above is None else above  # "promised to help negotiate" is a promise

    def _adverbial(self, i: int, head: int, depth: int) -> tuple[str | None, int | None]:
        opener = self._opener(i)
        if opener in operators.OPENERS and not (
            opener == "for" and self.tree.low[i].endswith("ing") and self._judged(head)
        ):
            return operators.OPENERS[opener], None
        if self._infinitive(i):
            signature = operators.OF_VERBS.get(self._lemma(head))
            if signature is not None and signature.held not in {"told", "reported", "prevented"}:
                return self._signed(signature, head, depth)
            return "purpose", None
        if self._finite(i):
            p = self.predicates.get(i)
            above, operator = self._ground(head, depth + 1)
            later = opener in {"when", "as", "after", "while", "where"} and above in {"future", "planned", "unsure"}
            return ("expected", operator) if later and p and p.tense == "present" else ("told", None)
        ground, operator = self._ground(head, depth + 1)
        if (
            opener == "from"
            and (signature := operators.OF_VERBS.get(self._lemma(head)))
            and signature.held == "prevented"
        ):
            return self._signed(signature, head, depth)
        return (None, None) if ground in FAILING else (ground, operator)  # "did not answer, citing ..."

    def _judged(self, head: int) -> bool:
        """ "blamed for shelling": what somebody is blamed, thanked or punished for was done, or is said to be."""
        return self._lemma(head) in JUDGING

    def _on_noun(self, i: int, noun: int, depth: int) -> tuple[str | None, int | None]:
        signature = operators.OF_NOUNS.get(self._lemma(noun))
        if self._infinitive(i) or self.tree.of(i, "marker"):
            if signature is not None:
                above = "told" if signature.held != SAME else None
                ground, _ = self._ground(noun, depth + 1)
                return (signature.negated if ground in FAILING else above and signature.held), noun
            return ("purpose", None) if self._infinitive(i) else ("told", None)
        ground, operator = self._ground(noun, depth + 1)
        bare = ground not in FAILING or self._of_phrase(noun) == "negation"  # "no sign pointing to ..."
        return (ground, operator) if bare and ground not in HOLDING else ("told", None)

    def _as_noun(self, i: int, head: int, depth: int) -> tuple[str | None, int | None]:
        """A noun by the word that it depends on: "feared an attack", "the threat of war", "held talks"."""
        preposition = next((self.tree.low[c] for c in self.tree.of(i, "case")), "")
        if preposition in {"without", "despite", "instead"}:
            return ("prevented", None) if preposition != "despite" else ("told", None)
        lemma = self._lemma(head)
        if self.tree.pos[head] not in VERBAL:
            signature = operators.OF_NOUNS.get(lemma) or operators.OF_ADJECTIVES.get(lemma)
            if signature is None or preposition not in {"of", "for", "to", "on", "against", ""}:
                return self._ground(head, depth + 1) if preposition == "of" else (None, None)
            return self._signed(signature, head, depth)
        role = self.tree.roles[i]
        passive = self.tree.roles[i] == "passive subject"
        if role in {"object", "oblique"} or passive:
            key = f"{lemma}_{preposition}" if role == "oblique" else lemma
            signature = operators.OF_OBJECTS.get(key)
            if signature is not None:
                return self._signed(signature, head, depth)
        if role == "agent" or (role in {"oblique", "unmarked"} and preposition != "to"):
            return None, None
        ground, operator = self._ground(head, depth + 1)
        if ground in HOLDING:
            return None, None
        takes_place = lemma in OCCURRING and not (ground in FAILING and lemma not in BEGINNING)
        if role in SUBJECTS and not passive and ground != "condition" and not takes_place:
            return None, None
        if ground in FAILING and self._definite(i):
            return None, None  # "did not discuss the attack": there was one
        return ground, operator

    def _definite(self, i: int) -> bool:
        words = (self.tree.low[c] for c in self.tree.of(i, "modifier"))
        return bool(self.tree.of(i, "possessor")) or any(low in DEFINITE for low in words)

    # --- forms ---

    def _lemma(self, i: int) -> str:
        return (self.doc[i].lemma_ or self.tree.low[i]).lower()

    def _infinitive(self, i: int) -> bool:
        p = self.predicates.get(i)
        return p.infinitive if p is not None else self.tree.infinitive(i) is not None

    def _finite(self, i: int) -> bool:
        p = self.predicates.get(i)
        return p is not None and p.tense != "none"

    def _opener(self, i: int) -> str:
        found = [c for c in self.tree.of(i, "marker", "adverb", "case") if c < i and self.tree.low[c] != "to"]
        return next((self.tree.low[c] for c in found if self.tree.low[c] in OPENING), "")


OPENING = frozenset(operators.OPENERS) | frozenset("from when as after while where because since by in with".split())
JUDGING = frozenset(
    "blame thank criticise criticize condemn praise fault punish jail imprison sentence arrest fine prosecute convict "
    "charge indict denounce sack fire sue accuse detain apologise apologize try forgive reward know".split()
)


def attributed(
    trigger: Range, status: Status, holder: Range | None, attributions: Sequence[Attribution]
) -> tuple[Status, Range | None]:
    """The status under the innermost attribution whose content holds `trigger`, and its holder."""
    inside = [
        a
        for a in attributions
        if any(s <= trigger[0] and trigger[1] <= e for s, e in a.content) and not (a.cue and a.cue == trigger)
    ]
    if not inside:
        return status, holder
    inner = min(inside, key=lambda a: (sum(e - s for s, e in a.content), a.content))
    made = ACT_STATUS.get(inner.act) or ("alleged" if inner.manner == "direct" else None)
    if made is None or (status in {"planned", "possible", "negated"} and made != "denied"):
        return status, holder
    return made, holder or inner.source
