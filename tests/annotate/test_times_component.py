"""Times of a text alone, and as a component of anyone's spaCy pipeline."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from twosource.annotate import english, times, times_of
from twosource.annotate.components import FACTORY, Times

ROOT = Path(__file__).parents[2]
TEXT = "The ferry sank on Tuesday at 5 p.m. and the crew waited three days."


def pipeline(**config: object) -> Language:
    """A pipeline without a tagger, and the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY, config=config)
    return nlp


def test_a_text_alone() -> None:
    told = [(TEXT[time.start : time.end], time.type, time.value) for time in times_of(TEXT, "2031-04-09")]
    assert told == [("Tuesday at 5 p.m.", "TIME", "2031-04-08T17:00"), ("three days", "DURATION", "P3D")]
    assert times_of(TEXT, dt.date(2031, 4, 9)) == times_of(TEXT, "2031-04-09T10:00:00Z")
    assert times_of(TEXT)[0].value == "XXXX-WXX-2T17:00"
    assert times_of("") == ()


def test_the_component_says_what_the_function_says() -> None:
    (doc,) = english([TEXT])
    assert Times(published="2031-04-09")(doc)._.times == times(doc, "2031-04-09") == times_of(TEXT, "2031-04-09")


def test_a_pipeline_without_a_tagger() -> None:
    doc = pipeline(published="2031-04-09")(TEXT)
    assert [time.value for time in doc._.times] == ["2031-04-08T17:00", "P3D"]
    assert [(span.text, span.label_, span.id_) for span in doc.spans["times"]] == [
        ("Tuesday at 5 p.m.", "TIME", "2031-04-08T17:00"),
        ("three days", "DURATION", "P3D"),
    ]
    assert doc.text == TEXT and not doc.ents


def test_the_days_of_the_documents_differ() -> None:
    nlp = pipeline(published="2031-04-09")
    docs = [nlp.make_doc("It sank on Tuesday.") for _ in range(3)]
    docs[1]._.published = dt.date(2031, 4, 16)
    docs[2]._.published = "2031-04-23T08:00:00"
    assert [doc._.times[0].value for doc in nlp.pipe(docs)] == ["2031-04-08", "2031-04-15", "2031-04-22"]
    assert docs[1]._.published == "2031-04-16"


@pytest.mark.parametrize("published", [None, "", "yesterday", "2031-02-31", 7])
def test_a_day_that_is_none_anchors_nothing(published: object) -> None:
    nlp = pipeline()
    doc = nlp.make_doc("It sank on Tuesday.")
    doc._.published = published
    assert nlp(doc)._.times[0].value == "XXXX-WXX-2"


def test_another_key_and_two_components() -> None:
    nlp = pipeline(spans_key="when")
    doc = nlp(TEXT)
    assert len(doc.spans["when"]) == 2 and "times" not in doc.spans
    assert nlp.get_pipe_meta(FACTORY).assigns == ["doc._.times", "doc.spans"]


def test_what_it_finds_outlives_the_process(tmp_path: Path) -> None:
    nlp = pipeline(published="2031-04-09")
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.times == doc._.times
    assert [span.id_ for span in again.spans["times"]] == [time.value for time in doc._.times]
    nlp.to_disk(tmp_path / "nlp")
    assert spacy.load(tmp_path / "nlp")(TEXT)._.times == doc._.times


def test_a_doc_that_it_has_not_seen_has_no_times() -> None:
    assert spacy.blank("en")(TEXT)._.times == ()


def test_the_entry_point_is_the_factory() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    module, _, name = points["spacy_factories"][FACTORY].partition(":")
    assert callable(getattr(import_module(module), name)) and Language.has_factory(FACTORY)


def test_the_how_to_shows_what_is_found() -> None:
    text = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    section = text.split("## Find times alone")[1].split("\n## ")[0]
    known: dict[str, object] = {}
    exec("\n".join(line[4:] for line in section.splitlines() if re.match(" {4}", line)), known)
    doc = known["doc"]
    assert isinstance(doc, Doc)
    assert [(time.type, time.value) for time in doc._.times] == [("DATE", "2031-04-08")]


WORDS = st.sampled_from(["Tuesday", "the 3rd", "of", "May", "5pm", "3-day", "10:30GMT", "2031/04", "...", "’s", "\n\n"])


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=8).map(" ".join), st.lists(WORDS).map("".join)))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_span_for_each_time(text: str) -> None:
    doc = BLANK(text)
    assert doc.text == text
    assert len(doc.spans["times"]) == len(doc._.times)
    for time, span in zip(doc._.times, doc.spans["times"], strict=True):
        assert span.start_char <= time.start < time.end <= span.end_char


BLANK = pipeline(published="2031-04-09")
