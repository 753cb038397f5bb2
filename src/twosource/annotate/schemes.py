"""One view of a dependency tree, whichever scheme its labels are of: Universal Dependencies or ClearNLP (as spaCy's
`en_core_web_*`). The readers of clauses ask for roles and never for labels.

The view differs from both schemes where they differ from each other: a preposition hangs on its noun (as in UD), the
noun of "is the mayor" hangs on the verb (as in ClearNLP), "is to meet" has one verb, and what "wants Roe to leave"
says of Roe is the object of "wants".
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from twosource.annotate.attachments import mend

ROLES_UD = {
    "nsubj": "subject", "nsubj:pass": "passive subject", "csubj": "clausal subject", "obj": "object",
    "iobj": "indirect", "obl": "oblique", "obl:agent": "agent", "nmod": "oblique", "nmod:poss": "possessor",
    "nmod:unmarked": "modifier", "nmod:npmod": "modifier", "nmod:tmod": "modifier", "nmod:desc": "modifier",
    "case": "case", "mark": "marker", "aux": "auxiliary", "aux:pass": "passive", "cop": "copula",
    "advmod": "adverb", "acl": "adnominal", "acl:relcl": "relative", "advcl": "adverbial", "ccomp": "complement",
    "xcomp": "complement", "parataxis": "parataxis", "conj": "conjunct", "cc": "coordinator", "appos": "apposition",
    "flat": "part", "fixed": "part", "goeswith": "part", "compound": "modifier", "compound:prt": "particle",
    "det": "modifier", "amod": "modifier", "nummod": "modifier", "expl": "expletive", "punct": "punct",
}  # fmt: skip
ROLES_CLEAR = {
    "nsubj": "subject", "nsubjpass": "passive subject", "csubj": "clausal subject", "csubjpass": "clausal subject",
    "dobj": "object", "dative": "indirect", "attr": "attribute", "oprd": "attribute", "acomp": "attribute",
    "prep": "preposition", "agent": "preposition", "pobj": "governed", "pcomp": "governed", "npadvmod": "unmarked",
    "nmod": "modifier", "poss": "possessor", "case": "case", "mark": "marker", "aux": "auxiliary",
    "auxpass": "passive", "neg": "adverb", "advmod": "adverb", "acl": "adnominal", "relcl": "relative",
    "advcl": "adverbial", "ccomp": "complement", "xcomp": "complement", "parataxis": "parataxis",
    "conj": "conjunct", "cc": "coordinator", "preconj": "coordinator", "appos": "apposition",
    "compound": "modifier", "nummod": "modifier", "quantmod": "modifier", "amod": "modifier", "det": "modifier",
    "predet": "modifier", "prt": "particle", "expl": "expletive", "punct": "punct",
}  # fmt: skip
# Labels that only one of the schemes has: one of these in a Doc and its trees are ClearNLP's.
ONLY_CLEAR = frozenset(ROLES_CLEAR) - frozenset(ROLES_UD)

ADPOSITIONS = frozenset({"ADP", "SCONJ"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"subject", "passive subject"})
# What belongs to the clause when its verb is the copula, not to the noun or adjective that UD makes its head.
CLAUSAL = SUBJECTS | {"clausal subject", "auxiliary", "passive", "expletive", "adverbial", "parataxis"}
NEGATIONS = frozenset({"not", "n't", "never"})
NOMINATIVES = frozenset("i he she we they".split())


class Tree:
    """Heads (a root is its own), roles, children and extents of the tokens of a Doc.

    Roles: root, subject, passive subject, clausal subject, object, indirect, attribute, oblique (its preposition is
    its "case"), agent, unmarked ("last week"), complement, relative, adnominal, adverbial, parataxis, conjunct,
    coordinator, apposition, possessor, modifier, part, case, marker, auxiliary, passive, adverb, particle, expletive,
    punct, space, other.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.low = [token.text.lower().replace("’", "'") for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.heads = _heads(doc)
        clear = any(token.dep_ in ONLY_CLEAR for token in doc)
        self.roles = [_role(token.dep_, ROLES_CLEAR if clear else ROLES_UD) for token in doc]
        for i, pos in enumerate(self.pos):
            if pos == "SPACE":
                self.roles[i] = "space"
            elif self.heads[i] == i:
                self.roles[i] = "root"
        self.children = self._children()
        (_from_clear if clear else _from_universal)(self)
        _settle(self)
        mend(self)
        self.left, self.right, self.order = self._extents()

    def of(self, i: int, *roles: str) -> list[int]:
        """The children of token `i` with one of these roles, in text order."""
        return [c for c in self.children[i] if self.roles[c] in roles]

    def move(self, i: int, head: int) -> None:
        """Hang token `i` on `head`."""
        if self.heads[i] != i:
            self.children[self.heads[i]].remove(i)
        self.heads[i] = head
        if i != head:
            self.children[head] = sorted([*self.children[head], i])

    def lift(self, child: int, below: str, keep: Callable[[int], bool]) -> None:
        """`child` takes the place of its head, which gets the role `below`; the head's children that are not to be
        kept go along.
        """
        head = self.heads[child]
        self.roles[child], self.roles[head] = self.roles[head], below
        for other in [c for c in self.children[head] if c != child and not keep(c)]:
            self.move(other, child)
        self.move(child, child if self.heads[head] == head else self.heads[head])
        self.move(head, child)

    def infinitive(self, i: int) -> int | None:
        """The "to" of an infinitive, also where it is the last word of a fixed "in order to"."""
        markers = self.of(i, "marker")
        words = [*markers, *(c for marker in markers for c in self.of(marker, "part"))]
        return next((c for c in words if self.low[c] == "to" and c < i), None)

    def _children(self) -> list[list[int]]:
        out: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                out[head].append(i)
        return out

    def _extents(self) -> tuple[list[int], list[int], list[int]]:
        """The first and the last token under each token, white space left out; and all tokens, heads first."""
        order = [i for i, head in enumerate(self.heads) if head == i]
        for i in order:
            order.extend(self.children[i])
        left, right = [*range(len(self.heads))], [*range(len(self.heads))]
        for i in reversed(order):
            if self.roles[i] != "space":
                left[self.heads[i]] = min(left[self.heads[i]], left[i])
                right[self.heads[i]] = max(right[self.heads[i]], right[i])
        return left, right, order


def _heads(doc: Doc) -> list[int]:
    """The head of each token; its own place for a root, and where the head is of another sentence."""
    heads = [token.i for token in doc]
    for sent in doc.sents:
        for token in sent:
            if sent.start <= token.head.i < sent.end:
                heads[token.i] = token.head.i
    return heads


def _role(label: str, roles: dict[str, str]) -> str:
    return roles.get(label) or roles.get(label.split(":")[0]) or "other"


# --- Universal Dependencies ---


def _from_universal(tree: Tree) -> None:
    for i in [i for i, role in enumerate(tree.roles) if role == "copula"]:
        head = tree.heads[i]
        to = tree.infinitive(head)
        if tree.pos[head] == "VERB" and to is not None and i < to and _adverbs(tree, i + 1, to):
            tree.roles[i] = "auxiliary"  # "is to meet"
            continue
        below = "complement" if tree.pos[head] == "VERB" else "oblique" if tree.of(head, "case") else "attribute"
        tree.lift(i, below, lambda c, verb=i: not _of_clause(tree, c, verb))  # type: ignore[misc]


def _of_clause(tree: Tree, i: int, verb: int) -> bool:
    """Whether a child of what UD makes the head of a copular clause belongs to the clause."""
    role = tree.roles[i]
    if role == "conjunct":
        return tree.pos[i] in VERBAL or bool(tree.of(i, "copula", "subject", "passive subject"))
    if role == "adverb":
        return i < verb or tree.low[i] in NEGATIONS
    if role in {"marker", "coordinator"}:
        return i < verb  # "was due to fly": the marker is the infinitive's
    return role in CLAUSAL or (role == "copula" and i != verb)


# --- ClearNLP ---


def _from_clear(tree: Tree) -> None:
    _prepositions(tree)
    for i, role in enumerate(tree.roles):
        if role == "auxiliary" and tree.low[i] == "to":
            tree.roles[i] = "marker"
    for i in [i for i, role in enumerate(tree.roles) if role == "complement"]:
        _raised(tree, i)
        _be_to(tree, i)


def _prepositions(tree: Tree) -> None:
    """ "in" over "Selm" becomes "Selm" with the case "in"; before a verb the preposition becomes its marker."""
    for i in [i for i, role in enumerate(tree.roles) if role == "conjunct"]:
        head = tree.heads[i]
        if tree.roles[head] == "preposition" and tree.pos[i] == "ADP":  # "in Selm and in Ardan"
            tree.move(i, tree.heads[head])
            tree.roles[i] = "preposition"
    for i in [i for i, role in enumerate(tree.roles) if role == "governed"]:
        verb = tree.pos[i] in VERBAL
        while tree.pos[i] not in ADPOSITIONS and _adposition(tree, tree.heads[i]):
            agent = tree.doc[tree.heads[i]].dep_ == "agent"
            tree.lift(i, "marker" if verb else "case", lambda _: True)
            tree.roles[i] = "agent" if agent else "oblique"
        if tree.heads[i] == i:
            tree.roles[i] = "root"
        elif verb and tree.roles[i] == "oblique":
            tree.roles[i] = "adverbial" if tree.pos[tree.heads[i]] in VERBAL else "adnominal"


def _adposition(tree: Tree, i: int) -> bool:
    role, adposition = tree.roles[i], tree.pos[i] in ADPOSITIONS
    return role == "preposition" or (adposition and role in {"governed", "indirect"})


def _raised(tree: Tree, verb: int) -> None:
    """ "wants Roe to leave", "ordered him jailed": the subject of a clause that is not finite is the object above."""
    subject = next(iter(tree.of(verb, "subject", "passive subject")), None)
    above = tree.heads[verb]
    markers = [c for c in tree.of(verb, "marker") if tree.low[c] != "to"]
    auxiliaries = [c for c in tree.of(verb, "auxiliary", "passive") if tree.doc[c].tag_ not in {"VB", "VBN"}]
    if subject is None or markers or auxiliaries or tree.low[subject] in NOMINATIVES or tree.of(above, "object"):
        return
    if tree.doc[verb].tag_ in {"VB", "VBN", "VBG"} and above < subject < verb:
        tree.move(subject, above)
        tree.roles[subject] = "object"


def _be_to(tree: Tree, verb: int) -> None:
    """ "is to meet": the infinitive is the verb, "is" its auxiliary, as in UD."""
    be, to = tree.heads[verb], tree.infinitive(verb)
    if to is None or tree.doc[be].lemma_ != "be" or be > to or tree.of(be, "attribute", "oblique"):
        return
    if _adverbs(tree, be + 1, to):
        tree.lift(verb, "auxiliary", lambda c: tree.roles[c] == "punct")


# --- both ---


def _adverbs(tree: Tree, start: int, end: int) -> bool:
    return all(tree.pos[k] in {"ADV", "PART"} for k in range(start, end))


def _settle(tree: Tree) -> None:
    """What the labels leave open: nouns without a preposition, "there were protests", a noun as a complement."""
    for i, role in enumerate(tree.roles):
        if role in SUBJECTS:
            _second(tree, i)
        elif role == "marker" and tree.low[i] in {"that", "whether"}:
            _before_marker(tree, i)
    for i, role in enumerate(tree.roles):
        if role in {"oblique", "agent"} and not tree.of(i, "case"):
            nominal = tree.pos[tree.heads[i]] not in VERBAL
            tree.roles[i] = "modifier" if nominal else "unmarked"
        elif role == "unmarked" and tree.pos[tree.heads[i]] not in VERBAL:
            tree.roles[i] = "modifier"
        elif role == "adverbial" and tree.of(i, "case") and tree.doc[i].tag_.startswith("NN"):
            tree.roles[i] = "oblique"
        elif role == "complement" and tree.pos[i] not in VERBAL and not tree.of(i, *SUBJECTS):
            tree.roles[i] = "attribute"
        elif role == "expletive" and tree.low[i] == "there":
            for subject in tree.of(tree.heads[i], "subject"):
                tree.roles[subject] = "attribute"
        elif role in {"preposition", "governed"}:
            tree.roles[i] = "part" if tree.roles[tree.heads[i]] == "case" else "adverb"  # "because of"


def _second(tree: Tree, subject: int) -> None:
    """A second subject that a conjunction opens is joined to the first ("Roe, 65, and Poe met"), and one that follows a
    comma stands in apposition ("Doe, a lawyer, met").
    """
    first = next(iter(tree.of(tree.heads[subject], *SUBJECTS)))
    if not first < subject < tree.heads[subject]:
        return
    under = [subject, *tree.children[subject]]
    comma = tree.low[min(under) - 1] == "," or tree.low[min(under)] == ","
    joined = any(c < subject for c in tree.of(subject, "coordinator"))
    if joined or comma:
        tree.move(subject, first)
        tree.roles[subject] = "conjunct" if joined else "apposition"


def _before_marker(tree: Tree, marker: int) -> None:
    """ "told reporters on Monday that ...": what stands before "that" belongs to the verb above, whatever the parse."""
    verb = tree.heads[marker]
    above = tree.heads[verb]
    if above == verb or tree.pos[above] not in VERBAL or above > marker:
        return
    for c in tree.of(verb, "oblique", "unmarked", "adverb"):
        if above < c < marker:
            tree.move(c, above)
