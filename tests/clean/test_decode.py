"""Bytes to text, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.clean.decode import decode
from twosource.errors import UnreadablePage

WORDS = "Der Bürgermeister von Norvik hörte zu. Später sprach er über die Fähre und den Nebel, „ganz ruhig“. "


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_a_known_encoding_is_read(name: str) -> None:
    assert decode((WORDS * 5).encode(name)) == WORDS * 5


def test_what_the_carrier_declares_is_tried_first() -> None:
    assert decode("Кіт спить".encode("koi8-u"), "koi8-u") == "Кіт спить"


def test_a_wrong_declaration_gives_way() -> None:
    assert decode(WORDS.encode("utf-8"), "ascii-nonsense") == WORDS
    assert decode(WORDS.encode("cp1252"), "utf-8") == WORDS


def test_latin_1_is_windows_1252_as_on_the_web() -> None:
    assert decode("“Nebel”".encode("cp1252"), "iso-8859-1") == "“Nebel”"


def test_a_page_declares_its_own_encoding() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Туман над озером</p>'
    assert "Туман над озером" in decode(page.encode("cp1251"), html=True)


def test_one_damaged_byte_does_not_spoil_utf_8() -> None:
    damaged = (WORDS * 20).encode()[:-40] + b"\xff" + WORDS.encode()
    assert decode(damaged).count("\ufffd") == 1


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 and more", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04rest", b"\x00\x01\x02\x03" * 200, bytes(range(256)) * 40],
    ids=["pdf", "png", "zip", "controls", "every byte"],
)
def test_binaries_are_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(UnreadablePage) as raised:
        decode(content)
    assert raised.value.kind == "binary"
    assert ";" in str(raised.value)


@given(
    st.binary(max_size=2000), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "rot13", "hex", "idna", "x" * 50])
)
def test_any_bytes_are_text_or_unreadable(content: bytes, declared: str | None) -> None:
    try:
        assert isinstance(decode(content, declared, html=True), str)
    except UnreadablePage as unreadable:
        assert unreadable.kind in ("binary", "encoding")
