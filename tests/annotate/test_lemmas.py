"""Dictionary forms by the shipped table, base forms and rules."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.annotate.encoder import MODEL
from twosource.annotate.lemmas import BASES, TABLE, Lexicon, lemma, shipped

FORMS = """
stopped VERB VBD stop; making VERB VBG make; played VERB VBN play; denies VERB VBZ deny; fled VERB VBD flee
hoping VERB VBG hope; hopping VERB VBG hop; dying VERB VBG die; tied VERB VBD tie; watches VERB VBZ watch
overthrew VERB VBD overthrow; re-elected VERB VBN re-elect; panicked VERB VBD panic; cancelled VERB VBN cancel
Said VERB VBD say; KILLED VERB VBN kill; found VERB VBD find; found VERB VB found; wounded VERB VBN wound
houses NOUN NNS house; buses NOUN NNS bus; viruses NOUN NNS virus; countries NOUN NNS country; wives NOUN NNS wife
crises NOUN NNS crisis; policewomen NOUN NNS policewoman; ex-wives NOUN NNS ex-wife; taxis NOUN NNS taxi
series NOUN NNS series; children NOUN NNS child; TROOPS NOUN NNS troops; 1990s NOUN NNS 1990s; 1990's NOUN NNS 1990s
news NOUN NN news; Talks NOUN NNS talk; TV NOUN NN TV; CO2 NOUN NN CO2; p.m. NOUN NN p.m.; B NOUN NN B
larger ADJ JJR large; biggest ADJ JJS big; happier ADJ JJR happy; better ADJ JJR good; worst ADJ JJS bad
better ADV RBR well; sooner ADV RBR soon; More ADJ JJR more; Large ADJ JJ large; Unprovoked ADJ JJ unprovoked
French ADJ JJ French; Vossian ADJ JJ Vossian; pro-Vossian ADJ JJ pro-Vossian; LARGE ADJ JJ large
is AUX VBZ be; 's AUX VBZ be; ’re AUX VBP be; had AUX VBD have; 'd AUX VBD have; 'd AUX MD would; wo AUX MD will
n't PART RB not; n’t PART RB not; 's PART POS 's; ’s PART POS 's; To PART TO to
them PRON PRP they; I PRON PRP I; me PRON PRP I; her PRON PRP she; her PRON PRP$ her; These DET DT this; An DET DT a
1,200 NUM CD 1200; 1,200.50 NUM CD 1200.50; 3.5 NUM CD 3.5; IV NUM CD IV; Two NUM CD two
Selm PROPN NNP Selm; SELM PROPN NNP SELM; Vossians PROPN NNPS Vossian; O’Roe PROPN NNP O’Roe; Sept. PROPN NNP September
Jan PROPN NNP Jan; Netherlands PROPN NNPS Netherlands; “ PUNCT `` "; . PUNCT . .; $ SYM $ $
"""


@pytest.mark.parametrize("row", [row.strip() for line in FORMS.strip().splitlines() for row in line.split(";")])
def test_the_treebanks_conventions(row: str) -> None:
    word, upos, xpos, expected = row.split()
    assert lemma(word, upos, xpos) == expected


@pytest.mark.parametrize(
    ("word", "upos", "feats", "expected"),
    [
        ("marched", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", "march"),
        ("marching", "VERB", "Tense=Pres|VerbForm=Part", "march"),
        ("marches", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "march"),
        ("marches", "NOUN", "Number=Plur", "march"),
        ("largest", "ADJ", "Degree=Sup", "large"),
        ("her", "PRON", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs", "she"),
        ("her", "PRON", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "her"),
    ],
)
def test_features_serve_where_there_is_no_penn_tag(word: str, upos: str, feats: str, expected: str) -> None:
    assert lemma(word, upos, "", feats) == expected


def test_a_part_of_a_name_is_inflected_too() -> None:
    assert lemma("United", "VERB", "NNP", "Tense=Past|VerbForm=Part") == "Unite"


@pytest.mark.parametrize(
    ("word", "xpos", "expected"),
    [
        ("grobbed", "VBD", "grob"),
        ("flavizing", "VBG", "flavize"),
        ("strented", "VBD", "strent"),
        ("drimbled", "VBD", "drimble"),
        ("quellates", "VBZ", "quellate"),
        ("glistrellicked", "VBD", "glistrellic"),
        ("bry-ing", "VBG", "bry-ing"),
        ("ed", "VBD", "ed"),
    ],
)
def test_the_rules_alone_undo_regular_inflection(word: str, xpos: str, expected: str) -> None:
    assert Lexicon().lemma(word, "VERB", xpos) == expected


def test_a_base_form_decides_between_two_readings() -> None:
    plain, known = Lexicon(), Lexicon(bases=frozenset({("dremit", "VERB"), ("stroe", "NOUN")}))
    assert (plain.lemma("dremitted", "VERB", "VBD"), known.lemma("dremitted", "VERB", "VBD")) == ("dremit", "dremit")
    assert (plain.lemma("stroes", "NOUN", "NNS"), known.lemma("stroes", "NOUN", "NNS")) == ("stro", "stroe")


def test_a_base_form_is_its_own_lemma() -> None:
    tags = {"VERB": "VB", "NOUN": "NN", "ADJ": "JJ"}
    changed = [word for word, kind in shipped().bases if lemma(word, kind, tags[kind]).lower() != word]
    assert changed == []


def test_a_lemma_of_the_table_is_its_own_lemma() -> None:
    tags = {
        "VBD": ("VERB", "VB"),
        "VBG": ("VERB", "VB"),
        "VBZ": ("VERB", "VB"),
        "JJR": ("ADJ", "JJ"),
        "JJS": ("ADJ", "JJ"),
    }
    inflected = [(found, *tags[key]) for (_, key), found in shipped().table.items() if key in tags]
    assert [found for found, upos, xpos in inflected if found.islower() and lemma(found, upos, xpos) != found] == []


WORDS = st.text(max_size=30) | st.from_regex(r"[A-Za-z'-]{0,8}(ed|ing|ies|es|er|est|'s)", fullmatch=True)
UPOS = st.sampled_from("ADJ ADP ADV AUX DET INTJ NOUN NUM PART PRON PROPN PUNCT SYM VERB X SPACE".split())
XPOS = st.sampled_from("VBZ VBD VBN VBG VB NN NNS NNP NNPS JJ JJR JJS RBR CD FW POS PRP$ _SP".split()) | st.just("")


@given(WORDS, UPOS, XPOS)
@example("'S", "ADJ", "NNS")
def test_any_word_has_a_lemma(word: str, upos: str, xpos: str) -> None:
    found = lemma(word, upos, xpos)
    assert bool(found) == bool(word)
    assert lemma(word, upos, xpos) == shipped().lemma(word, upos, xpos)


def test_the_files_are_small_and_in_order() -> None:
    rows = (MODEL / TABLE).read_text(encoding="utf-8").splitlines()
    assert rows == sorted(rows, key=lambda row: row.split("\t"))
    assert all(len(row.split("\t")) == 3 for row in rows)
    assert sum((MODEL / name).stat().st_size for name in (TABLE, BASES)) < 400_000
