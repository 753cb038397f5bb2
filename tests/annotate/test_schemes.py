"""Predicates and arguments out of a dependency tree, in the labels of Universal Dependencies and of ClearNLP alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from twosource.annotate.nominals import Tokens
from twosource.annotate.predicates import Predicate, noun_phrases, predicates
from twosource.annotate.schemes import ROLES_CLEAR, ROLES_UD, Tree

UD, CLEAR = 4, 6
VOCAB = Vocab()

# A row is a word: form, UPOS, XPOS, lemma, then head and label in UD, head and label in ClearNLP. Heads count from 1.
APPOSITION = """
Ana PROPN NNP Ana 10 nsubj 2 compound
Roe PROPN NNP Roe 1 flat 10 nsubj
, PUNCT , , 5 punct 2 punct
the DET DT the 5 det 5 det
mayor NOUN NN mayor 1 appos 2 appos
of ADP IN of 7 case 5 prep
Selm PROPN NNP Selm 5 nmod 6 pobj
, PUNCT , , 5 punct 2 punct
has AUX VBZ have 10 aux 10 aux
met VERB VBN meet 0 root 0 ROOT
the DET DT the 12 det 12 det
envoy NOUN NN envoy 10 obj 10 dobj
in ADP IN in 14 case 10 prep
Selm PROPN NNP Selm 10 obl 13 pobj
on ADP IN on 16 case 10 prep
Monday PROPN NNP Monday 10 obl 15 pobj
. PUNCT . . 10 punct 10 punct
"""
GIVING = """
The DET DT the 2 det 2 det
bank NOUN NN bank 3 nsubj 3 nsubj
gave VERB VBD give 0 root 0 ROOT
the DET DT the 5 det 5 det
town NOUN NN town 3 iobj 3 dative
a DET DT a 7 det 7 det
loan NOUN NN loan 3 obj 3 dobj
of ADP IN of 10 case 7 prep
two NUM CD two 10 nummod 10 nummod
crowns NOUN NNS crown 7 nmod 8 pobj
. PUNCT . . 3 punct 3 punct
"""
PASSIVE = """
Two NUM CD two 2 nummod 2 nummod
miners NOUN NNS miner 5 nsubj:pass 5 nsubjpass
were AUX VBD be 5 aux:pass 5 auxpass
not PART RB not 5 advmod 5 neg
arrested VERB VBN arrest 0 root 0 ROOT
by ADP IN by 7 case 5 agent
police NOUN NNS police 5 obl:agent 6 pobj
or CCONJ CC or 9 cc 5 cc
beaten VERB VBN beat 5 conj 5 conj
. PUNCT . . 5 punct 5 punct
"""
RAISED = """
Roe PROPN NNP Roe 2 nsubj 2 nsubj
wants VERB VBZ want 0 root 0 ROOT
Poe PROPN NNP Poe 2 obj 5 nsubj
to PART TO to 5 mark 5 aux
leave VERB VB leave 2 xcomp 2 ccomp
Selm PROPN NNP Selm 5 obj 5 dobj
. PUNCT . . 2 punct 2 punct
"""
OBJECT_RELATIVE = """
The DET DT the 2 det 2 det
loan NOUN NN loan 8 nsubj:pass 8 nsubjpass
that PRON WDT that 6 obj 6 dobj
the DET DT the 5 det 5 det
bank NOUN NN bank 6 nsubj 6 nsubj
granted VERB VBD grant 2 acl:relcl 2 relcl
was AUX VBD be 8 aux:pass 8 auxpass
repaid VERB VBN repay 0 root 0 ROOT
. PUNCT . . 8 punct 8 punct
"""
SUBJECT_RELATIVE = """
Roe PROPN NNP Roe 7 nsubj 7 nsubj
, PUNCT , , 4 punct 1 punct
who PRON WP who 4 nsubj 4 nsubj
fled VERB VBD flee 1 acl:relcl 1 relcl
Selm PROPN NNP Selm 4 obj 4 dobj
, PUNCT , , 4 punct 1 punct
said VERB VBD say 0 root 0 ROOT
that SCONJ IN that 12 mark 12 mark
he PRON PRP he 12 nsubj 12 nsubj
had AUX VBD have 12 aux 12 aux
not PART RB not 12 advmod 12 neg
resigned VERB VBN resign 7 ccomp 7 ccomp
. PUNCT . . 7 punct 7 punct
"""
COPULA = """
Roe PROPN NNP Roe 4 nsubj 2 nsubj
is AUX VBZ be 4 cop 0 ROOT
the DET DT the 4 det 4 det
head NOUN NN head 0 root 2 attr
of ADP IN of 6 case 4 prep
Selm PROPN NNP Selm 4 nmod 5 pobj
and CCONJ CC and 9 cc 2 cc
was AUX VBD be 9 cop 2 conj
able ADJ JJ able 4 conj 8 acomp
to PART TO to 11 mark 11 aux
stay VERB VB stay 9 xcomp 9 xcomp
. PUNCT . . 4 punct 2 punct
"""
EXISTENTIAL = """
There PRON EX there 2 expl 2 expl
were VERB VBD be 0 root 0 ROOT
protests NOUN NNS protest 2 nsubj 2 attr
in ADP IN in 5 case 2 prep
Selm PROPN NNP Selm 2 obl 4 pobj
. PUNCT . . 2 punct 2 punct
"""
PLACE_COPULA = """
Roe PROPN NNP Roe 5 nsubj 3 nsubj
may AUX MD may 5 aux 3 aux
be AUX VB be 5 cop 0 ROOT
in ADP IN in 5 case 3 prep
Selm PROPN NNP Selm 0 root 4 pobj
. PUNCT . . 5 punct 3 punct
"""
REDUCED = """
The DET DT the 2 det 2 det
man NOUN NN man 6 nsubj 6 nsubj
accused VERB VBN accuse 2 acl 2 acl
of SCONJ IN of 5 mark 3 prep
lying VERB VBG lie 3 advcl 4 pcomp
denied VERB VBD deny 0 root 0 ROOT
it PRON PRP it 6 obj 6 dobj
. PUNCT . . 6 punct 6 punct
"""
INVERTED = """
“ PUNCT `` “ 3 punct 6 punct
We PRON PRP we 3 nsubj 3 nsubj
stay VERB VBP stay 6 ccomp 6 ccomp
, PUNCT , , 6 punct 6 punct
” PUNCT '' ” 6 punct 6 punct
said VERB VBD say 0 root 0 ROOT
Ana PROPN NNP Ana 6 nsubj 8 compound
Roe PROPN NNP Roe 7 flat 6 nsubj
. PUNCT . . 6 punct 6 punct
"""
BE_TO = """
The DET DT the 2 det 2 det
council NOUN NN council 5 nsubj:outer 3 nsubj
is AUX VBZ be 5 cop 0 ROOT
to PART TO to 5 mark 5 aux
meet VERB VB meet 0 root 3 xcomp
in ADP IN in 7 case 5 prep
Selm PROPN NNP Selm 5 obl 6 pobj
. PUNCT . . 5 punct 3 punct
"""
PLAN = """
Roe PROPN NNP Roe 2 nsubj 2 nsubj
announced VERB VBD announce 0 root 0 ROOT
a DET DT a 4 det 4 det
plan NOUN NN plan 2 obj 2 dobj
to PART TO to 6 mark 6 aux
close VERB VB close 4 acl 4 acl
Poe PROPN NNP Poe 9 nmod:poss 9 poss
's PART POS 's 7 case 7 case
port NOUN NN port 6 obj 6 dobj
because ADP IN because 13 case 6 prep
of ADP IN of 10 fixed 10 pcomp
the DET DT the 13 det 13 det
storm NOUN NN storm 6 obl 10 pobj
. PUNCT . . 2 punct 2 punct
"""
CALLING = """
Last ADJ JJ last 2 amod 2 amod
week NOUN NN week 4 obl:unmarked 4 npadvmod
Roe PROPN NNP Roe 4 nsubj 4 nsubj
called VERB VBD call 0 root 0 ROOT
on ADP IN on 6 case 4 prep
Poe PROPN NNP Poe 4 obl 5 pobj
to PART TO to 8 mark 8 aux
resign VERB VB resign 4 xcomp 4 xcomp
and CCONJ CC and 10 cc 4 cc
left VERB VBD leave 4 conj 4 conj
. PUNCT . . 4 punct 4 punct
"""
CONSEQUENCE = """
Gunmen NOUN NNS gunman 2 nsubj 2 nsubj
attacked VERB VBD attack 0 root 0 ROOT
talks NOUN NNS talk 2 obj 2 dobj
with ADP IN with 5 case 3 prep
Poe PROPN NNP Poe 3 nmod 4 pobj
after ADP IN after 7 case 2 prep
dark NOUN NN dark 2 obl 6 pobj
, PUNCT , , 9 punct 2 punct
killing VERB VBG kill 2 advcl 2 advcl
dozens NOUN NNS dozen 9 obj 9 dobj
of ADP IN of 12 case 10 prep
people NOUN NNS people 10 nmod 11 pobj
. PUNCT . . 2 punct 2 punct
"""
# As a parser may hang words wrong: head and label in UD alone.
MISHUNG = {
    """
The DET DT the 2 det
bank NOUN NN bank 3 nsubj
left VERB VBD leave 0 root
after ADP IN after 6 case
the DET DT the 6 det
vote NOUN NN vote 3 obl
of ADP IN of 8 case
7 NUM CD 7 9 nummod
May PROPN NNP May 6 nmod
. PUNCT . . 3 punct
""": ["left: The bank > -; after the vote of 7 May; past"],
    """
Roe PROPN NNP Roe 2 nsubj
lent VERB VBD lend 0 root
Selm PROPN NNP Selm 2 obj
a DET DT a 5 det
boat NOUN NN boat 2 obj
. PUNCT . . 2 punct
""": ["lent: Roe > a boat; to Selm; past"],
    """
Roe PROPN NNP Roe 2 nsubj
paid VERB VBD pay 0 root
the DET DT the 4 det
loan NOUN NN loan 2 obj
of ADP IN of 6 case
€ SYM $ € 4 nmod
5m NUM CD 5m 6 nummod
that PRON WDT that 11 obj
the DET DT the 10 det
bank NOUN NN bank 11 nsubj
granted VERB VBN grant 6 acl
. PUNCT . . 2 punct
""": ["paid: Roe > the loan of €5m; past", "granted: the bank > the loan of €5m; past"],
    """
Roe PROPN NNP Roe 2 nsubj
backed VERB VBD back 0 root
it PRON PRP it 2 obj
and CCONJ CC and 6 cc
promised VERB VBD promise 2 conj
money NOUN NN money 2 conj
. PUNCT . . 2 punct
""": ["backed: Roe > it; past", "promised: Roe > money; past shared"],
}
SENTENCES = {
    APPOSITION: ["has met: Ana Roe, the mayor > the envoy; in Selm; on Monday; present"],
    GIVING: ["gave: The bank > a loan of two crowns; to the town; past"],
    PASSIVE: [
        "were not arrested: Two miners > -; by police; past passive negated",
        "beaten: Two miners > -; past passive negated shared",
    ],
    RAISED: ["wants: Roe > Poe; [to leave Selm]; present", "to leave: Poe > Selm; none infinitive shared"],
    OBJECT_RELATIVE: ["granted: the bank > The loan; past", "was repaid: The loan > -; past passive"],
    SUBJECT_RELATIVE: [
        "fled: Roe > Selm; past relative",
        "said: Roe > -; [that he had not resigned]; past",
        "had not resigned: he > -; pluperfect negated",
    ],
    COPULA: [
        "is: Roe > the head of Selm; present",
        "was: Roe > -; past shared",
        "to stay: Roe > -; none infinitive shared",
    ],
    EXISTENTIAL: ["were: - > protests; in Selm; past"],
    PLACE_COPULA: ["may be: Roe > -; in Selm; present may"],
    REDUCED: [
        "accused: The man > -; [lying]; past passive relative",
        "lying: The man > -; none shared",
        "denied: The man > it; past",
    ],
    INVERTED: ["stay: We > -; present", "said: Ana Roe > -; past"],
    BE_TO: ["is to meet: The council > -; in Selm; future"],
    PLAN: [
        "announced: Roe > a plan; [to close Poe's port because of the storm]; past",
        "to close: Roe > Poe's port; because of the storm; none infinitive shared",
    ],
    CALLING: [
        "called: Roe > -; on Poe; [to resign]; past",
        "to resign: Poe > -; none infinitive shared",
        "left: Roe > -; past shared",
    ],
    CONSEQUENCE: [
        "attacked: Gunmen > talks; with Poe; after dark; past",
        "killing: Gunmen > dozens of people; none shared",
    ],
}


def parsed(table: str, scheme: int) -> Doc:
    """A Doc of the table's words with the tree of one scheme."""
    rows = [line.split(" ") for line in table.strip().splitlines()]
    words, pos, tags, lemmas = ([row[k] for row in rows] for k in range(4))
    spaces = [b not in {",", ".", "'s", "”"} and a not in {"“", "€"} for a, b in pairwise([*words, "."])]
    heads = [int(row[scheme]) - 1 if int(row[scheme]) else i for i, row in enumerate(rows)]
    deps = [row[scheme + 1] for row in rows]
    return Doc(VOCAB, words, spaces, pos=pos, tags=tags, lemmas=lemmas, heads=heads, deps=deps)


def shown(doc: Doc, p: Predicate) -> str:
    """A predicate as one line: "verb group: subject > object; preposition phrase; [complement]; what else"."""

    def words(np: Tokens | None) -> str:
        return doc[np[0] : np[1]].text if np else "-"

    parts = [f"{words((p.start, p.verb + 1))}: {words(p.subject)} > {words(p.object)}"]
    parts += [f"{name} {words(np)}" for name, np in p.prepositions]
    parts += [f"[{words(p.complement)}]"] if p.complement else []
    flags = {
        "passive": p.passive, "negated": p.negated, "progressive": p.progressive, "relative": p.relative,
        "infinitive": p.infinitive, "shared": p.shared_subject,
    }  # fmt: skip
    return "; ".join([*parts, " ".join([p.tense, *([p.modal] if p.modal else []), *(k for k in flags if flags[k])])])


@pytest.mark.parametrize("scheme", [UD, CLEAR])
@pytest.mark.parametrize("table", SENTENCES)
def test_who_did_what(table: str, scheme: int) -> None:
    doc = parsed(table, scheme)
    assert [shown(doc, p) for p in predicates(doc)] == SENTENCES[table]


@pytest.mark.parametrize("table", MISHUNG)
def test_what_a_parser_hung_wrong_is_put_right(table: str) -> None:
    doc = parsed(table, UD)
    assert [shown(doc, p) for p in predicates(doc)] == MISHUNG[table]


@pytest.mark.parametrize("table", SENTENCES)
def test_both_schemes_give_the_same(table: str) -> None:
    universal, clear = parsed(table, UD), parsed(table, CLEAR)
    assert predicates(universal) == predicates(clear)
    assert noun_phrases(universal) == noun_phrases(clear)


@pytest.mark.parametrize("scheme", [UD, CLEAR])
def test_base_noun_phrases(scheme: int) -> None:
    def phrases(table: str) -> list[str]:
        doc = parsed(table, scheme)
        return [doc[start:end].text for start, end in noun_phrases(doc)]

    assert phrases(APPOSITION) == ["Ana Roe", "the mayor", "Selm", "the envoy", "Selm", "Monday"]
    assert phrases(PLAN) == ["Roe", "a plan", "Poe's port", "the storm"]
    assert phrases(CONSEQUENCE) == ["Gunmen", "talks", "Poe", "dark", "dozens of people"]


def test_the_clause_runs_from_the_subject_to_the_end_of_what_is_governed() -> None:
    doc = parsed(APPOSITION, UD)
    (met,) = predicates(doc)
    assert doc[met.clause[0] : met.clause[1]].text == "Ana Roe, the mayor of Selm, has met the envoy in Selm on Monday"


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Any words in any tree with any labels of either scheme."""
    n = draw(st.integers(1, 14))
    order = draw(st.permutations(range(n)))
    heads = [*range(n)]
    for k in range(1, n):
        heads[order[k]] = order[draw(st.integers(0, k - 1))]
    drawn = (
        "to that who of by is been not Roe the said 's and , “ no tens there - up at least",
        "NOUN PROPN PRON VERB AUX ADP PART SCONJ DET PUNCT SPACE ADJ ADV CCONJ NUM",
        "NN NNP VBD VBZ VB VBN VBG TO IN WP WDT MD DT",
    )
    words, pos, tags = ([draw(st.sampled_from(values.split())) for _ in range(n)] for values in drawn)
    labels = draw(st.sampled_from([[*ROLES_UD], [*ROLES_CLEAR], [*ROLES_UD, *ROLES_CLEAR]]))
    deps = [draw(st.sampled_from([*labels, "dep", "root"])) for _ in range(n)]
    return Doc(VOCAB, words, pos=pos, tags=tags, lemmas=words, heads=heads, deps=deps)


@given(trees())
def test_any_tree_is_read_and_ranges_stay_in_the_sentence(doc: Doc) -> None:
    verbs = []
    for p in predicates(doc):
        sent = doc[p.verb].sent
        assert sent.start <= p.start <= p.verb < sent.end
        assert p.clause[0] <= p.verb < p.clause[1]
        for np in (p.subject, p.object, p.complement, p.clause, *(np for _, np in p.prepositions)):
            assert np is None or sent.start <= np[0] < np[1] <= sent.end
        verbs.append(p.verb)
    assert verbs == sorted(set(verbs))
    assert all(a[1] <= b[0] for a, b in pairwise(noun_phrases(doc)))


def test_a_very_deep_tree_is_read() -> None:
    n = 1500
    words, heads = ["said"] * n, [max(0, i - 1) for i in range(n)]
    for label in ("conj", "ccomp", "nmod", "xcomp", "appos"):
        for pos in ("VERB", "NOUN"):
            doc = Doc(VOCAB, words, pos=[pos] * n, lemmas=words, heads=heads, deps=["ROOT", *[label] * (n - 1)])
            assert len(predicates(doc)) <= n


def test_an_empty_doc() -> None:
    assert predicates(Doc(VOCAB)) == ()
    assert noun_phrases(Doc(VOCAB)) == ()


def test_a_sentence_cut_after_due_to_ends_where_it_was_cut() -> None:
    words = "They were due to stick to issues .".split()
    heads, deps = [2, 2, 2, 2, 4, 6, 4, 4], ["nsubj", "cop", "ROOT", "mark", "ROOT", "case", "obl", "punct"]
    tags = ["PRP", "VBD", "JJ", "TO", "VB", "IN", "NNS", "."]
    pos = ["PRON", "AUX", "ADJ", "PART", "VERB", "ADP", "NOUN", "PUNCT"]
    starts: list[bool | int | None] = [True, False, False, False, True, False, False, False]
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=pos, sent_starts=starts)
    tree = Tree(doc)
    assert [i for i, role in enumerate(tree.roles) if role == "root"] == [i for i, h in enumerate(tree.heads) if h == i]
    assert predicates(doc)
