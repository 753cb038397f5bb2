"""Every source's idea of a name turned into ours."""

from __future__ import annotations

import tarfile
from dataclasses import replace
from pathlib import Path

from training.names import corpora, own, spans, with_names
from training.treebanks import Sentence


def sentence(
    text: str, tags: str, document: str, entities: list[tuple[int, int, str, bool]], heads: list[int]
) -> Sentence:
    words, pairs = text.split(), [tag.split("/") for tag in tags.split()]
    return Sentence(
        words, [True] * len(words), document, upos=[p[0] for p in pairs], xpos=[p[1] for p in pairs], heads=heads,
        entities=entities,
    )  # fmt: skip


def test_an_entity_gives_its_name_without_title_article_or_description() -> None:
    read = sentence(
        "the Selmian President Ana Roe visited Port Orrin .",
        "DET/DT ADJ/JJ PROPN/NNP PROPN/NNP PROPN/NNP VERB/VBD PROPN/NNP PROPN/NNP PUNCT/.",
        "GUM_news_x", [(0, 5, "person", False), (6, 8, "place", True)], [3, 3, 3, 5, 3, -1, 7, 5, 5],
    )  # fmt: skip
    # "President", in a name's capital and in no entity of its own, is left open.
    assert with_names(read).names == ["O", "O", None, "B-PERSON", "I-PERSON", "O", "B-LOC", "I-LOC", "O"]


def test_without_entities_a_proper_noun_is_open_and_the_rest_is_none() -> None:
    read = sentence(
        "French boats left Orrin .", "ADJ/JJ NOUN/NNS VERB/VBD PROPN/NNP PUNCT/.", "weblog-x", [], [1, 2, -1, 2, 2]
    )
    assert with_names(read).names == ["B-NORP", "O", "O", None, "O"]


def test_a_name_is_whole_though_its_first_word_is_a_verb_or_adjective_elsewhere() -> None:
    tags = "ADJ/NNP PROPN/NNP ADP/IN DET/DT VERB/NNP PROPN/NNPS VERB/VBD DET/DT ADJ/JJ NOUN/NN"
    read = sentence(
        "European Ports of the United Harbours united the busy docks", tags, "GUM_news_x",
        [(0, 2, "organization", False), (3, 6, "place", True)], [1, 6, 5, 5, 5, 1, -1, 9, 9, 6],
    )  # fmt: skip
    assert with_names(read).names == ["B-ORG", "I-ORG", "O", "O", "B-LOC", "I-LOC", "O", "O", "O", "O"]
    # Elsewhere such a word is open, as every proper noun is.
    assert with_names(replace(read, document="weblog-x", entities=[])).names == [
        None, None, None, None, None, None, "O", "O", "O", "O",
    ]  # fmt: skip


def test_spans_of_both_tag_schemes() -> None:
    assert spans(["B-ORG", "I-ORG", "O", "I-LOC", "I-LOC", "B-LOC"]) == [(0, 2, "ORG"), (3, 5, "LOC"), (5, 6, "LOC")]


def test_corpora_keep_to_what_is_free_and_has_names(tmp_path: Path) -> None:
    texts = {
        "wikigold/CONLL-format/data/wikigold.conll.txt": "Ana I-PER\nRoe I-PER\nleft O\n\nIt O\nrained O\n",
        "re3d/CONLL-format/data-by-source/conll/CENTCOM/A.conll": (
            "The\tB-Person\nminister\tI-Person\nmet\tO\nIvo\tB-Person\nLund\tI-Person\nin\tO\nOrrin\tB-Location\n"
        ),
        "re3d/CONLL-format/data-by-source/conll/BBC_Online/B.conll": "Ivo\tB-Person\nleft\tO\n",
    }
    with tarfile.open(tmp_path / "names.tar.xz", "w:xz") as tar:
        for name, text in texts.items():
            (tmp_path / "part").write_text(text, encoding="utf-8")
            tar.add(tmp_path / "part", name)
    found = {s.document.partition(":")[0]: s.names for s in corpora(tmp_path / "names.tar.xz")}
    assert found == {
        "wikigold": ["B-PERSON", "I-PERSON", "O"],
        "re3d": ["O", None, "O", "B-PERSON", "I-PERSON", "O", "B-LOC"],
    }


def test_our_sentences_become_words_with_tags(tmp_path: Path) -> None:
    lines = ["[Ana Roe|PERSON] left [Port Orrin|LOC]-based [Lund & Co.|ORG]"] * 10
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    train, held = own(tmp_path)
    assert (len(train), len(held)) == (9, 1)
    assert [(" ".join(held[0].words[s:e]), kind) for s, e, kind in spans(held[0].names)] == [
        ("Ana Roe", "PERSON"), ("Port Orrin", "LOC"), ("Lund & Co.", "ORG"),
    ]  # fmt: skip
