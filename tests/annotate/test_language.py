"""Sentences, tags, lemmas."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.language import english, read, sentence_ranges
from twosource.annotate.sentences import dateline
from twosource.settings import AnnotateSettings


def sentences(text: str) -> list[str]:
    return [text[s:e] for s, e in sentence_ranges(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Roe left Selm. He was tired.", ["Mr. Roe left Selm.", "He was tired."]),
        ("Lt. Gen. Poe met Gov. Ash on Sept. 5 at No. 5 Mill St. in Selm.", 1),
        ("The U.S. Senate voted. It took hours.", 2),
        ("He lives in the U.S. The town is small.", 2),
        (
            "“We will go. We must,” she said. Nobody answered.",
            ["“We will go.", "We must,” she said.", "Nobody answered."],
        ),
        ('"Stop!" he cried. They stopped.', ['"Stop!" he cried.', "They stopped."]),
        ("He said: “No.” She left.", ["He said: “No.”", "She left."]),
        ("Prices rose 1.5 percent. Wages fell.", 2),
        ("A first paragraph\n\nA second one", ["A first paragraph", "A second one"]),
        ("A line that is wrapped\nin the middle. Another.", ["A line that is wrapped\nin the middle.", "Another."]),
        ("Wait… what? Yes.", 2),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str] | int) -> None:
    found = sentences(text)
    assert (len(found) if isinstance(expected, int) else found) == expected


def test_a_long_run_is_cut() -> None:
    doc = read("word " * 1000, AnnotateSettings(max_sentence_tokens=100))
    assert max(len(sent) for sent in doc.sents) <= 100


@given(st.text(max_size=300))
def test_the_text_is_never_altered_and_nothing_raises(text: str) -> None:
    doc = read(text)
    assert doc.text == text
    ranges = sentence_ranges(doc)
    assert all(s < e for s, e in ranges)
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    assert "".join(text.split()) == "".join("".join(text[s:e].split()) for s, e in ranges)


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        ("The minister has drawn up a list.", "drawn", "VERB", "draw"),
        ("The disputed vote was held.", "disputed", "VERB", "dispute"),
        ("He disputed the vote.", "disputed", "VERB", "dispute"),
        ("They plan to protest against the law.", "protest", "VERB", "protest"),
        ("The protest was loud.", "protest", "NOUN", "protest"),
        ("She fled to Ardan.", "fled", "VERB", "flee"),
        ("Police detained three men.", "detained", "VERB", "detain"),
        ("People wonder why.", "wonder", "VERB", "wonder"),
        ("The drafting of a law began.", "drafting", "NOUN", "drafting"),
        ("Selm's mayor left.", "'s", "PART", "'s"),
        ("Nobody saw Ana Roe there.", "Roe", "PROPN", "Roe"),
        ("Talks lasted four hours.", "Talks", "NOUN", "talk"),
    ],
)
def test_parts_of_speech(text: str, word: str, pos: str, lemma: str) -> None:
    token = next(t for t in read(text) if t.text == word)
    assert (token.pos_, token.lemma_) == (pos, lemma)


def test_odd_white_space_changes_no_tag() -> None:
    plain = [(t.text, t.pos_) for t in read("Ana Roe met with the envoy in Selm.")]
    odd = [(t.text, t.pos_) for t in read("Ana  Roe met with \xa0the envoy in\tSelm.") if not t.is_space]
    assert odd == plain


def test_english_keeps_the_order() -> None:
    assert [doc.text for doc in english(["One.", "Two."])] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("SELM — Three ministers resigned on Tuesday .", 2),
        ("SELM , May 3 ( Ardan Wire ) — Three ministers resigned .", 9),
        ("PORT SELM ( AW ) - Three ministers resigned .", 6),
        ("NATO - the alliance - said on Friday it would leave .", 0),
        ("SELM voted on Tuesday — and the ministers resigned .", 0),
        ("Selm — Three ministers resigned .", 0),
        ("", 0),
    ],
)
def test_datelines(text: str, opening: int) -> None:
    assert dateline(text.split()) == opening


def test_a_dateline_is_no_part_of_the_clause_behind_it() -> None:
    doc = read(
        "ORLETS — Ana Roe, the owner of the yard, was detained at the airport on Tuesday, two investigators said."
    )
    assert doc[0].dep_ == "dep" and doc[0].head.text == "said"
    assert next(token for token in doc if token.text == "Ana").head.text == "detained"
