"""Made-up treebank sentences to the table of exceptions and the list of base forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.lemmas import accuracy, counted, lexicon, write
from training.treebanks import treebank
from twosource.annotate.lemmas import BASES, TABLE, Lexicon

Row = tuple[str, str, str, str, str]

GLIMMED: list[Row] = [
    ("They", "they", "PRON", "PRP", "_"),
    ("glimmed", "glimme", "VERB", "VBD", "Tense=Past"),
    ("the", "the", "DET", "DT", "_"),
    ("snoaf", "snoven", "NOUN", "NNS", "Number=Plur"),
    ("Vossians", "Vossian", "PROPN", "NNPS", "Number=Plur"),
]
TYPO: list[Row] = [("teh", "the", "DET", "DT", "Typo=Yes")]
FOREIGN: list[Row] = [("mot", "_", "X", "FW", "_")]


def written(path: Path, *sentences: tuple[str, list[Row]]) -> Path:
    """A CoNLL-U file of (document, rows) sentences."""
    lines = []
    for document, rows in sentences:
        lines.append(f"# newdoc id = {document}")
        for i, (word, lemma, upos, xpos, feats) in enumerate(rows, start=1):
            lines.append("\t".join([str(i), word, lemma, upos, xpos, feats, str(i - 1), "dep", "_", "_"]))
        lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def learned(path: Path, *sentences: tuple[str, list[Row]]) -> Lexicon:
    return lexicon(counted(treebank(written(path / "made-up.conllu", *sentences))))


def test_only_what_the_rules_get_wrong_is_written(tmp_path: Path) -> None:
    made = learned(tmp_path, *[("GUM_news_selm", GLIMMED)] * 3)
    assert made.table[("snoaf", "NNS")] == "snoven"
    assert not {"they", "the", "Vossians", "glimmed"} & {form for form, _ in made.table}
    assert {("glimme", "VERB"), ("snoven", "NOUN")} <= made.bases
    assert made.lemma("glimming", "VERB", "VBG") == "glimme"
    assert accuracy(treebank(tmp_path / "made-up.conllu"), made) == 1.0


def test_texts_that_are_not_free_leave_no_trace(tmp_path: Path) -> None:
    made = learned(tmp_path, *[("GUM_fiction_selm", GLIMMED)] * 5)
    assert made == learned(tmp_path)


def test_a_word_seen_once_is_no_exception(tmp_path: Path) -> None:
    once, often = (learned(tmp_path, *[("GUM_news_selm", TYPO)] * times) for times in (1, 4))
    assert once.lemma("teh", "DET", "DT") == "teh"
    assert often.lemma("teh", "DET", "DT") == "the"


def test_a_form_whose_lemmas_disagree_is_left_to_the_rules(tmp_path: Path) -> None:
    other: list[Row] = [("snoaf", "snoaf", "NOUN", "NNS", "Number=Plur")]
    made = learned(tmp_path, *[("a", GLIMMED)] * 4, *[("a", other)] * 3)
    assert made.lemma("snoaf", "NOUN", "NNS") == "snoaf"


def test_irregular_verbs_need_no_treebank(tmp_path: Path) -> None:
    made = learned(tmp_path)
    assert [made.lemma(word, "VERB", "VBD") for word in ("fled", "sank", "withdrew")] == ["flee", "sink", "withdraw"]


def test_foreign_words_are_not_learned(tmp_path: Path) -> None:
    assert learned(tmp_path, *[("a", FOREIGN)] * 5) == learned(tmp_path)


def test_the_same_sentences_give_the_same_bytes(tmp_path: Path) -> None:
    sentences = [("a", GLIMMED), ("b", TYPO), ("c", GLIMMED)] * 3
    found = []
    for name, order in (("one", sentences), ("two", sentences[::-1])):
        folder = tmp_path / name
        folder.mkdir()
        write(learned(tmp_path, *order), folder)
        found.append([(folder / file).read_bytes() for file in (TABLE, BASES)])
    assert found[0] == found[1]
    assert Lexicon.read(tmp_path / "one") == learned(tmp_path, *sentences)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Lexicon.read(tmp_path)
