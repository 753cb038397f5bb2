"""The vote on the language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import BODY
from twosource.clean.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" ".join(BODY), "en"),
        ("Der Rat hat sich mit der Fähre und dem Nebel befasst, und er wird das auch am Freitag noch tun.", "de"),
        ("Le conseil s'est réuni dans la nuit pour parler des bateaux et du brouillard qui est sur le lac.", "fr"),
        ("Совет собрался вечером, и капитан сказал, что туман был очень густым, но никто не пострадал.", "ru"),
        ("議会は夜に集まり、フェリーと霧について話した。", "ja"),
        ("의회는 밤에 모여 여객선과 안개에 대해 이야기했다.", "ko"),
        ("اجتمع المجلس ليلا للحديث عن العبارات والضباب", "ar"),
        ("12345 67", None),
        ("", None),
        ("Xyzzy plugh", None),
    ],
)
def test_the_language_is_told(text: str, code: str | None) -> None:
    assert language(text) == code


@given(st.text(max_size=500))
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = language(text)
    assert found is None or len(found) == 2
