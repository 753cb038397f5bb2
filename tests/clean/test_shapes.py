"""Shapes say of every character what the patterns would."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from twosource.clean.blocks import _LONG_WORD
from twosource.clean.language import WORDS, language
from twosource.clean.repeats import _may_repeat, sentences_of
from twosource.clean.shapes import long_words_in, shape, shaped, words_in

LETTERS = st.sampled_from([*"abcXYZ019_ .!?…,-’“”é\u00dfÉñяЯїЖ漢の、。！ſıİK→\n\t٣²", "fog ", "Fog. "])
TEXTS = st.lists(LETTERS, max_size=40).map("".join)
OWN = sorted((Path(__file__).parent / "stripped").glob("*.txt"))


def _words(text: str) -> int:
    return max(len(re.findall(r"\w+", text)), len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text)) // 2)


@given(TEXTS)
def test_words_are_counted_as_patterns_count_them(text: str) -> None:
    form = shape(text)
    assert len(form) == len(text) + 1
    assert words_in(form) == _words(text)
    assert long_words_in(form) == len(_LONG_WORD.findall(text))


def test_every_character_is_of_its_kind() -> None:
    kinds = {
        "0": re.compile(r"\d"),
        ".": re.compile("[.!?…。！？]"),
        "a": re.compile("[a-zа-я]"),
        "A": re.compile("[A-ZА-Я]"),
    }
    text = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if not 0xD800 <= ord(c) < 0xE000)
    form = shape(text)[1:].decode()
    for kind, pattern in kinds.items():
        assert {c for c, k in zip(text, form, strict=True) if k == kind} == set(pattern.findall(text))
    assert {c for c, k in zip(text, form, strict=True) if k in "aAxXc"} == set(re.findall(r"[^\W\d_]", text))
    assert all((k in "AX") == c.isupper() for c, k in zip(text, form, strict=True) if k in "aAxX")


@given(st.lists(TEXTS, max_size=6))
def test_many_lines_are_read_as_each_alone(texts: list[str]) -> None:
    forms, words = shaped(texts)
    assert forms == [shape(text) for text in texts]
    assert words == list(map(_words, texts))


@given(st.lists(TEXTS, max_size=12))
def test_what_is_said_to_have_no_sentence_twice_has_none(texts: list[str]) -> None:
    said = [sentence for text in texts for sentence, _ in sentences_of(text)]
    assert _may_repeat(texts) or len(set(said)) == len(said)


@given(
    st.lists(st.sampled_from("The Fog, over the old harbour lifted on Monday! It was 'late'. “A b c d e f.”".split()))
)
def test_sentences_that_stand_twice_are_seen(words: list[str]) -> None:
    text = " ".join(words)
    said = [sentence for sentence, _ in sentences_of(text)]
    assert _may_repeat([text, text.upper()]) or not said


def _voted(text: str) -> str | None:
    """The vote as it is defined, word by word."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    votes = [sum(word in known for word in words) for _, known in WORDS]
    most = max(votes)
    return None if most < 2 or most < 0.08 * len(words) else WORDS[votes.index(most)][0]


@given(
    st.lists(
        st.sampled_from([*"the of and der die é été à não são ż że nie".split(), "fog", "İ", "STRASSE", "x1y", "ß_a"])
    )
)
def test_languages_are_voted_for_word_by_word(words: list[str]) -> None:
    assert language(" ".join(words)) == _voted(" ".join(words))


def test_our_own_pages_are_voted_for_word_by_word() -> None:
    pages = [path.read_text("utf-8", "replace")[:9000] for path in OWN]
    latin = [page for page in pages if not re.search(r"[\u0370-\u03ff\u0530-\uffdc]", page)]
    assert [language(page) for page in latin] == [_voted(page) for page in latin]
