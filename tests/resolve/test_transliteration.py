"""Spellings: folding, sounds, nearness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.resolve.transliteration import alike, fold, nearness, phones, skeletons, sound_classes, variants
from twosource.resolve.wade_giles import pinyin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harkavenka", "Harkavenko"),
        ("Romanouskaya", "Romanovskaja"),
        ("Tchernychev", "Chernyshev"),
        ("Schukowskij", "Zhukovsky"),
        ("Şahinoğlu", "Sahinoglu"),
        ("Qavtaradze", "Kavtaradze"),
        ("Суворин", "Suvorin"),
        ("Moukhametov", "Mukhametov"),
        ("Xudaybergan", "Khudaibergan"),
        ("Quluzade", "Guluzade"),
        ("Charalampidis", "Haralambidis"),
        ("Tsikhelidze", "Cikhelidze"),
        ("Bouderouche", "Buderush"),
        ("Phongsawat", "Pongsawat"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert alike(fold(one), fold(other))
    assert skeletons(fold(one)) & skeletons(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marin", "Martin"), ("Wang", "Wong"), ("Karimi", "Karami"), ("Hansen", "Hanson"), ("Ivanenko", "Ivanchenko")],
)
def test_near_names_are_others(one: str, other: str) -> None:
    assert not alike(fold(one), fold(other))


@given(st.text(max_size=20), st.text(max_size=20))
def test_nearness_is_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = fold(one), fold(other)
    assert nearness(a, b) == pytest.approx(nearness(b, a))
    assert 0.0 <= nearness(a, b) <= 1.0
    assert nearness(a, a) == 1.0


@given(st.text(max_size=30))
def test_folding_leaves_plain_words(text: str) -> None:
    folded = fold(text)
    assert folded == fold(folded)
    assert all(char == " " or ("a" <= char <= "z") for char in folded)
    assert all(skeletons(word) and phones(word) is not None for word in folded.split())


def test_tables_know_forms_of_one_given_name() -> None:
    assert variants("siarhei", "sergei")
    assert variants("bill", "william")
    assert not variants("igor", "egor")


def test_given_names_meet_by_any_reading_of_their_first_sound() -> None:
    assert sound_classes("hristo") & sound_classes("khristo")
    assert sound_classes("djamil") & sound_classes("jamil")
    assert not sound_classes("boris") & sound_classes("igor")


@pytest.mark.parametrize(
    ("wade", "other"),
    [("Hsieh Chih-lin", "xiezhilin"), ("Ts'ai Tzu-yen", "caiziyan"), ("Teng Jung-kuo", "dengrongguo")],
)
def test_wade_and_giles_read_as_pinyin(wade: str, other: str) -> None:
    assert other in pinyin(wade)


@pytest.mark.parametrize("name", ["Zhang Guo-hua", "Otto Marsden", "Chang", "Chen Dong-li"])
def test_what_is_not_after_wade_and_giles(name: str) -> None:
    assert not pinyin(name)
