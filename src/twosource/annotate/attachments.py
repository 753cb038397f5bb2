"""Attachments that parsers often get wrong, put right where the words themselves decide, whatever the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.annotate import name_lists as lists

if TYPE_CHECKING:
    from twosource.annotate.schemes import Tree

GOVERNED = frozenset({"complement", "adverbial"})
INNER = frozenset({"oblique", "modifier"})
ABOVE = INNER | {"apposition", "part"}
PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ent", "ant")
# What is told or thought: "the claim that Roe left" says what the claim is, not which one.
CONTENT_NOUNS = frozenset(
    "claim fact belief report statement allegation hope sign evidence news idea view promise warning fear accusation "
    "charge suggestion rumour rumor assertion announcement guarantee assurance condition proposal demand decision "
    "argument conclusion doubt suspicion concern impression notion possibility chance risk threat ruling pledge "
    "proof feeling confidence agreement understanding indication prediction complaint admission confession denial "
    "opinion message request order hint expectation day time moment week month year way reason point".split()
)
# Participles that say where a place lies or which one it is, and are hardly ever verbs before a noun.
ATTRIBUTIVE = frozenset("neighbouring neighboring surrounding adjoining remaining existing outlying".split())
# Where people are, who accuse and demand: the place does not.
PLACES = frozenset(
    "street square road avenue city town capital centre center building station border park stadium plaza campus gate "
    "embassy headquarters bridge village airport port".split()
)
SPOKEN = frozenset(
    "accuse blame call demand urge chant shout say claim denounce condemn protest cry threaten ask".split()
)
HIGHEST = 6
"""Steps that anything is lifted at most."""


def mend(tree: Tree) -> None:
    """Hangs relative clauses, appositions, objects, joined verbs and the "to" of "due to fly" where they belong."""
    for i, role in enumerate(tree.roles):
        if role == "part" and tree.low[i] == "to":
            _due_to(tree, i)
        elif role == "case":
            _before_number(tree, i)
        elif tree.doc[i].tag_ == "VBG":
            _participle(tree, i)
        elif role == "adnominal":
            _gap(tree, i)
        elif role == "relative":
            _relative(tree, i)
        elif role == "apposition":
            _apposition(tree, i)
        elif role == "conjunct" and tree.pos[i] in {"VERB", "AUX"}:
            _joined(tree, i)
        elif role == "conjunct" and tree.pos[i] in {"NOUN", "PROPN"}:
            _object_of_joined(tree, i)
        elif role == "object":
            _given(tree, i)
    for i, head in enumerate(tree.heads):
        if head == i and tree.roles[i] != "space":
            tree.roles[i] = "root"  # a walk up the tree ends at a root by its role as by its head


def _participle(tree: Tree, verb: int) -> None:
    _before_noun(tree, verb)
    if tree.roles[verb] == "adnominal":
        _not_of_a_place(tree, verb)
    elif tree.roles[verb] == "conjunct":
        _joined(tree, verb)


def _due_to(tree: Tree, to: int) -> None:
    """ "was due to take place": "due to" is no preposition before a verb."""
    verb = to + 1
    if verb >= len(tree.low) or tree.doc[verb].is_sent_start:
        return
    if tree.doc[verb].tag_ == "VB" and tree.pos[verb] in {"VERB", "AUX"}:
        tree.move(to, verb)
        tree.roles[to], tree.roles[verb] = "marker", "complement"


def _before_number(tree: Tree, case: int) -> None:
    """ "the vote of 7 May": a preposition is of the noun, not of the number before it."""
    number = tree.heads[case]
    noun = tree.heads[number]
    if case < number < noun and tree.pos[number] == "NUM" and tree.roles[number] == "modifier":
        tree.move(case, noun)
        if tree.roles[noun] in {"modifier", "unmarked"}:
            tree.roles[noun] = "oblique"


def _before_noun(tree: Tree, word: int) -> None:
    """ "to neighbouring Ardan": between a preposition and its noun stands no verb."""
    noun = word + 1
    if noun >= len(tree.low) or tree.pos[noun] not in {"NOUN", "PROPN"}:
        return
    if tree.heads[noun] == word and tree.low[word] in ATTRIBUTIVE and tree.heads[word] != word:
        tree.lift(noun, "modifier", lambda _: False)
        tree.roles[noun] = "oblique"
        for c in tree.of(noun, "marker"):
            tree.roles[c] = "case"
    elif word - 1 in tree.of(noun, "case") and not tree.children[word]:
        tree.move(word, noun)
        tree.roles[word] = "modifier"


def _not_of_a_place(tree: Tree, verb: int) -> None:
    """ "took to the streets accusing Roe": a place accuses nobody; whoever went there does."""
    noun = tree.heads[verb]
    above = tree.heads[noun]
    spoken = tree.doc[verb].tag_ == "VBG" and tree.doc[verb].lemma_.lower() in SPOKEN and verb > noun
    place = tree.roles[noun] == "oblique" and tree.doc[noun].lemma_.lower() in PLACES
    if spoken and place and tree.pos[above] == "VERB":
        tree.move(verb, above)
        tree.roles[verb] = "adverbial"


def _gap(tree: Tree, verb: int) -> None:
    """ "the loan that the bank granted": the clause lacks an object, which "that" stands for; it is a relative one."""
    if any(tree.doc[c].tag_ == "WDT" for c in tree.of(verb, "object")):
        tree.roles[verb] = "relative"
        _relative(tree, verb)
        return
    noun, marker = tree.heads[verb], next((c for c in tree.of(verb, "marker") if tree.low[c] == "that"), None)
    whole = marker is None or not tree.of(verb, "subject") or tree.of(verb, "object", "complement", "passive")
    if not whole and marker is not None and tree.doc[noun].lemma_.lower() not in CONTENT_NOUNS:
        tree.roles[marker], tree.roles[verb] = "object", "relative"
        _relative(tree, verb)


def _relative(tree: Tree, verb: int) -> None:
    """ "a visit to Selm that had been planned", "a loan of 7 million euros that was agreed": a clause opened by "that"
    or "which" without a comma tells which one is meant; a proper name or a sum needs no such telling.
    """
    first = min([verb, *(c for c in tree.children[verb] if c < verb)])
    if tree.low[first] == "which":
        _not_of_a_person(tree, verb)
    if tree.low[first] not in {"that", "which"} or first == 0 or tree.low[first - 1] == ",":
        return
    for _ in range(HIGHEST):
        noun = tree.heads[verb]
        named = tree.pos[noun] in {"PROPN", "SYM"} or any(tree.pos[c] == "NUM" for c in tree.of(noun, "modifier"))
        if not named or tree.roles[noun] not in INNER or tree.pos[tree.heads[noun]] not in {"NOUN", "SYM"}:
            return
        tree.move(verb, tree.heads[noun])


def _not_of_a_person(tree: Tree, verb: int) -> None:
    """ "talks between Selm and its rival, Ana Roe, which were due today": "which" stands for no person."""
    noun = tree.heads[verb]
    for _ in range(HIGHEST):
        if tree.doc[noun].ent_type_ != "PERSON" and tree.low[noun] not in lists.ROLE_NOUNS:
            break
        while tree.roles[noun] == "conjunct":
            noun = tree.heads[noun]
        if tree.roles[noun] not in ABOVE or tree.pos[tree.heads[noun]] not in {"NOUN", "PROPN"}:
            return
        noun = tree.heads[noun]
    if noun != tree.heads[verb]:
        tree.move(verb, noun)


def _apposition(tree: Tree, name: int) -> None:
    """ "the owner of the yard, Ivo Lund,": a person is put beside the noun that can be one."""
    noun = tree.heads[name]
    if tree.doc[name].ent_type_ != "PERSON" or personal(tree, noun):
        return
    above = noun
    for _ in range(HIGHEST):
        if tree.roles[above] not in INNER or tree.pos[tree.heads[above]] not in {"NOUN", "PROPN"}:
            return
        above = tree.heads[above]
        if personal(tree, above):
            tree.move(name, above)
            return


def personal(tree: Tree, noun: int) -> bool:
    """Whether the word can say who a person is."""
    low = tree.low[noun]
    return tree.doc[noun].ent_type_ == "PERSON" or low in lists.ROLE_NOUNS or low.endswith(PERSONAL)


def _joined(tree: Tree, verb: int) -> None:
    """ "Roe has promised to help if it rains, and pledged to stay": after a comma, what has no subject of its own goes
    on with the main verb.
    """
    joint = next((c for c in tree.of(verb, "coordinator") if c < verb), 0)
    if not joint or tree.low[joint - 1] != "," or tree.of(verb, "subject", "passive subject", "auxiliary", "marker"):
        return
    for _ in range(HIGHEST):
        head = tree.heads[verb]
        if tree.roles[head] not in GOVERNED or tree.heads[head] > head or tree.doc[verb].tag_ == "VB":
            return
        if tree.doc[verb].tag_ == "VBG" and not (tree.of(head, "marker") and tree.doc[tree.heads[head]].tag_ == "VBG"):
            return  # "accusing Roe of lying, and calling for a vote"
        tree.move(verb, tree.heads[head])


def _object_of_joined(tree: Tree, noun: int) -> None:
    """ "Roe has backed the plan and promised money": a noun right after a joined verb is its object, joined to none."""
    first = min([noun, *(c for c in tree.children[noun] if tree.roles[c] != "coordinator")])
    verb, head = first - 1, tree.heads[noun]
    joined = verb > head == tree.heads[verb] and tree.roles[verb] == "conjunct" and tree.pos[verb] == "VERB"
    if joined and not tree.of(verb, "object", "complement"):
        for c in tree.of(noun, "coordinator"):
            tree.move(c, verb)
        tree.move(noun, verb)
        tree.roles[noun] = "object"


def _given(tree: Tree, noun: int) -> None:
    """ "would lend Selm a large sum": of two objects after their verb the first is who gets the second."""
    verb = tree.heads[noun]
    objects = [c for c in tree.of(verb, "object") if c > verb]
    if len(objects) == 2 and noun == objects[0] and not tree.of(verb, "indirect"):
        tree.roles[noun] = "indirect"
