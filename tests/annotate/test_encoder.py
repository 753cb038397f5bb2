"""The shipped encoder: the same words in any company, nothing cut off, tags that agree with each other."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from bench.language import model_size
from twosource.annotate.encoder import LONGEST, WINDOW, Encoder, encoder
from twosource.annotate.language import Tokens, english, parsed, read
from twosource.annotate.sentences import breaks, sentence_starts, settled
from twosource.annotate.spans import best_tags, consistent, tidied
from twosource.settings import AnnotateSettings

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
TEXTS = [
    "The mayor of Selm, Ana Roe, said on Tuesday that the bridge was closed.",
    "PORT WORKERS STRIKE\n\nThe Harbour Union called 300 workers out. “We were never asked,” said Ivo Lund.",
    "Rain. " * 60,
    "",
    "Ardan's foreign ministry denied the report, which the Orrin Post had published a day earlier. " * 9,
]


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.pos_, t.tag_, t.lemma_, str(t.morph), t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


def test_company_and_order_change_nothing() -> None:
    alone = [said(read(text)) for text in TEXTS]
    together = [said(doc) for doc in english(TEXTS * 5)]
    turned = [said(doc) for doc in english(reversed(TEXTS))]
    assert together == alone * 5
    assert turned == alone[::-1]


def test_threads_change_nothing() -> None:
    two = AnnotateSettings(threads=2)
    assert [said(doc) for doc in english(TEXTS, two)] == [said(doc) for doc in english(TEXTS)]


def test_windows_hold_every_word_once_and_none_is_too_long() -> None:
    words = ("word " * 1500 + ".").split() + ["\n\n"] + "A short one .".split() * 40
    spaces = [True] * len(words)
    made = encoder().windows(words, breaks(words), sentence_starts(words, spaces))
    assert [i for window in made for i in window.words] == [i for i, word in enumerate(words) if not word.isspace()]
    assert max(len(window.pieces) for window in made) <= LONGEST
    assert sum(len(window.pieces) > WINDOW for window in made) <= 4, "only what has no sentence end is that long"
    assert all(len(w.pieces) == len(w.cases) and len(w.first) == len(w.words) + 1 for w in made)


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_one_root_a_sentence(text: str) -> None:
    doc = read(text)
    for sent in doc.sents:
        roots = [t for t in sent if t.head.i == t.i and not t.is_space]
        assert len(roots) == (1 if any(not t.is_space for t in sent) else 0)
        assert all(sent.start <= t.head.i < sent.end for t in sent)


def test_a_text_of_another_language_passes_and_is_marked() -> None:
    german = (
        "Der Bürgermeister sagte am Montag, dass die Brücke gesperrt bleibt, weil das Wasser weiter steigt und "
        "niemand weiß, wann der Regen endet; die Wehr rief alle auf, ihre Häuser zu verlassen und Ruhe zu bewahren."
    )
    docs = list(english([german, "Мэр сказал в понедельник, что мост закрыт.", "The mayor spoke on Monday."]))
    assert [doc._.is_english for doc in docs] == [False, False, True]
    assert docs[0].text == german


def test_given_tokens_and_sentences_are_kept() -> None:
    words = ["Ana", "left", "Selm", "Ivo", "stayed"]
    (doc,) = parsed([Tokens(words, [True] * 5, [True] + [False] * 4, [True, False, False, True, False], settled=True)])
    assert [token.text for token in doc] == words
    assert [sent.text for sent in doc.sents] == ["Ana left Selm", "Ivo stayed"]


@given(st.lists(st.tuples(st.floats(-9, 9), st.booleans(), st.booleans()), max_size=60), st.integers(1, 20))
def test_sentences_cover_the_words_and_keep_to_paragraphs(words: list[tuple[float, bool, bool]], most: int) -> None:
    forced = [must for _, _, must in words]
    found = settled([says for says, _, _ in words], [rule for _, rule, _ in words], forced, most)
    assert [i for start, end in found for i in range(start, end)] == list(range(len(words)))
    assert all(end - start <= most for start, end in found)
    assert {i for i, must in enumerate(forced) if must and i} <= {start for start, _ in found}


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(-5, 5), min_size=5, max_size=5), max_size=6))
def test_tags_are_the_best_consistent_ones(rows: list[list[float]]) -> None:
    scores = np.array(rows, dtype=np.float32).reshape(len(rows), len(TAGS))
    found = best_tags(scores, TAGS)
    assert consistent(found)
    total = sum(scores[i, TAGS.index(tag)] for i, tag in enumerate(found))
    for i in range(len(rows)):
        for tag in TAGS:
            other = [*found[:i], tag, *found[i + 1 :]]
            if consistent(other):
                assert sum(scores[k, TAGS.index(t)] for k, t in enumerate(other)) <= total + 1e-4


def test_names_end_in_no_signs_and_stand_apart() -> None:
    words = "T. Roe of Selm , Rolm Selmian Rolmian ( Port".split()
    tags = "B-PERSON B-PERSON O B-LOC I-LOC B-LOC B-NORP B-NORP B-LOC I-LOC".split()
    tidy = "B-PERSON I-PERSON O B-LOC I-LOC I-LOC B-NORP B-NORP O B-LOC".split()
    assert tidied(tags, words) == tidy
    assert tidied(["B-ORG", "I-ORG"], ["Selm", "-"]) == ["B-ORG", "O"]
    assert tidied(["B-PERSON", "I-PERSON"], ["Miss", "Roe"]) == ["O", "B-PERSON"]


@given(st.lists(st.tuples(st.sampled_from(TAGS), st.sampled_from(["Roe", ",", ".", "(", "’", "Miss"])), max_size=12))
def test_tidying_keeps_tags_consistent_and_is_done_once(pairs: list[tuple[str, str]]) -> None:
    words = [word for _, word in pairs]
    tags = [tag if consistent([*(t for t, _ in pairs[:i]), tag]) else "O" for i, (tag, _) in enumerate(pairs)]
    tidy = tidied([t if consistent(tags[: i + 1]) else "O" for i, t in enumerate(tags)], words)
    assert consistent(tidy)
    assert tidied(tidy, words) == tidy


def test_the_folder_is_small_enough_for_the_repository_and_complete() -> None:
    assert model_size() < 30
    labels = Encoder().labels
    assert {"PERSON", "ORG", "LOC", "NORP"} == {tag[2:] for tag in labels.names if tag != "O"}
    assert {"nsubj", "obj", "obl", "ccomp", "root"} <= set(labels.deps)
