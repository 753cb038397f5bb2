"""The characters of lines as what they are: small letters, capitals, digits, marks, one byte each.

Most questions about a line (how many words has it, is there a year in it, a full stop, a capital inside a word) need
only this, and bytes of few values answer them many times as fast as patterns do over text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

ALPHABETS = ("cp1252", "cp1251")
"""Of one byte a letter: most lines are written in one of them."""
STOPS = ".!?…。！？"

_SMALL, _CAPITAL = re.compile("[a-zа-я]"), re.compile("[A-ZА-Я]")
_LETTER = re.compile(r"[^\W\d_]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def _kind(letter: str) -> str:
    """`letter` as a shape has it: one of `a`, `A`, `x` and `X` (letters of other alphabets), `0`, `_`, `.`, " "."""
    if _SMALL.match(letter):
        return "a"
    if _CAPITAL.match(letter):
        return "A"
    if _LETTER.match(letter):
        return "X" if letter.isupper() else "x"
    return "." if letter in STOPS else "0" if letter.isdecimal() else letter if letter in "_\n" else " "


def _kinds(alphabet: str) -> bytes:
    return "".join(_kind(bytes([code]).decode(alphabet, "replace")) for code in range(256)).encode()


_TABLES = tuple((alphabet, _kinds(alphabet)) for alphabet in ALPHABETS)
_WORDS = bytes.maketrans(b"aAxX0_.", b"aaaaaa ")
_RUNS = bytes.maketrans(b"aAxX0_.", b"aaaa   ")


class _Kinds(dict[int, str]):
    """The kinds of the characters of all other alphabets, each looked up once."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


_KINDS = _Kinds()


def shape(text: str) -> bytes:
    """The kinds of all characters of `text`, behind a blank, so that each word has one before it."""
    return b" " + _shape(text).replace(b"\n", b" ")


def _shape(text: str) -> bytes:
    if text.isascii():
        return text.encode().translate(_TABLES[0][1])
    for alphabet, kinds in _TABLES:
        try:
            return text.encode(alphabet).translate(kinds)
        except UnicodeEncodeError:
            continue
    return text.translate(_KINDS).encode()


def words_in(text: str, form: bytes) -> int:
    """How many words `text`, of this shape, has; two characters of a script without blanks count as one."""
    words = form.translate(_WORDS).count(b" a")
    return words if text.isascii() else max(words, len(_CJK.findall(text)) // 2)


def shaped(texts: Sequence[str]) -> tuple[list[bytes], list[int]]:
    """The shape of each of `texts`, and how many words it has: of all at once where one alphabet has all letters."""
    alphabet, kinds = _TABLES[0]
    try:
        page = b" " + "\n ".join(texts).encode(alphabet).translate(kinds)
    except UnicodeEncodeError:
        page = None
    forms = page.split(b"\n") if page else []
    if page and len(forms) == len(texts):
        return forms, [words.count(b" a") for words in page.translate(_WORDS).split(b"\n")]
    forms = list(map(shape, texts))
    return forms, list(map(words_in, texts, forms))


def long_words_in(form: bytes) -> int:
    """How many runs of four letters and more."""
    return form.translate(_RUNS).count(b" aaaa")
