"""Another spaCy pipeline in place of the shipped model."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from twosource.annotate import annotate_text
from twosource.annotate.language import read
from twosource.errors import SettingsError
from twosource.settings import AnnotateSettings

TEXT = "Ana Roe opened the bridge in Selm."


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline on disk that was shown one sentence, labelled as ClearNLP labels it."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("morphologizer")
    pipeline.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    pipeline.add_pipe("parser", config={"min_action_freq": 1})
    words = [*TEXT.removesuffix(".").split(), "."]
    doc = Doc(
        pipeline.vocab, words=words, spaces=[True] * 6 + [False, False],
        pos=["PROPN", "PROPN", "VERB", "DET", "NOUN", "ADP", "PROPN", "PUNCT"],
        lemmas=["Ana", "Roe", "open", "the", "bridge", "in", "Selm", "."],
        heads=[1, 2, 2, 4, 2, 2, 5, 2],
        deps=["compound", "nsubj", "ROOT", "det", "dobj", "prep", "pobj", "punct"],
    )  # fmt: skip
    examples = [Example(pipeline.make_doc(TEXT), doc)]
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(40):
        pipeline.update(examples, sgd=optimizer)
    folder: Path = tmp_path_factory.mktemp("pipeline")
    pipeline.to_disk(folder)
    return folder


def test_a_pipeline_of_the_users_is_read_with(trained: Path) -> None:
    settings = AnnotateSettings(language_model=str(trained))
    doc = read(TEXT, settings)
    assert [token.dep_ for token in doc][:5] == ["compound", "nsubj", "ROOT", "det", "dobj"]
    (event,) = annotate_text("a", TEXT, settings=settings).events
    assert event.lemma == "open"
    assert [TEXT[start:end] for start, end in event.actors] == ["Ana Roe"]


def test_one_that_is_not_there_is_told_with_what_to_do() -> None:
    with pytest.raises(SettingsError, match="no spaCy pipeline 'xx_none' is installed: install it"):
        read("Ana left.", AnnotateSettings(language_model="xx_none"))


def test_one_that_says_too_little_is_told_with_what_lacks(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(SettingsError, match="no parts of speech and no lemmas and no dependency parse"):
        read("Ana left.", AnnotateSettings(language_model=str(tmp_path)))
