"""The characters of lines as what they are: small letters, capitals, digits, marks, one byte each.

Most questions about a line (how many words has it, is there a year in it, a full stop, a capital inside a word) need
only this, and bytes of few values answer them many times as fast as patterns do over text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence

ALPHABET = "cp1252"
"""Of one byte a letter, with all letters of most pages: bytes are read many times as fast as text."""
STOPS = ".!?…。！？"

_SMALL, _CAPITAL = re.compile("[a-zа-я]"), re.compile("[A-ZА-Я]")
_LETTER = re.compile(r"[^\W\d_]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def table(written: Callable[[str], str]) -> bytes:
    """What `bytes.translate` needs to write each letter of the alphabet as `written` says; "\ufffd" is none of it."""
    return b"".join(written(bytes([code]).decode(ALPHABET, "replace")).encode(ALPHABET) for code in range(256))


UNEQUAL = "\0"
"""Stands for a letter whose case, folded, the alphabet lacks, or has as two letters."""


def fold(letter: str) -> str:
    """`letter` case-folded, for tables: one letter of the alphabet, or `UNEQUAL`."""
    letters = letter.casefold()
    return letters if letters.encode(ALPHABET, "ignore").decode(ALPHABET) == letters and len(letters) == 1 else UNEQUAL


def _folded(letter: str) -> str:
    return letter if letter == "\n" else fold(letter) if _LETTER.match(letter) else " "


_FOLDED = table(_folded)


def folded(text: str) -> str | None:
    """`text` case-folded, with blanks for all but letters and line breaks; None where the alphabet lacks some of it."""
    try:
        letters = text.encode(ALPHABET).translate(_FOLDED).decode(ALPHABET)
    except UnicodeEncodeError:
        return None
    return None if UNEQUAL in letters else letters


def _kind(letter: str) -> str:
    """`letter` as a shape has it: `a`, `A`, `x` and `X` (letters of other alphabets), `c` and `C` (letters and marks of
    scripts without blanks), `0`, `_`, `.`, " "."""
    if _SMALL.match(letter):
        return "a"
    if _CAPITAL.match(letter):
        return "A"
    if _CJK.match(letter):
        return "c" if _LETTER.match(letter) else "C"
    if _LETTER.match(letter):
        return "X" if letter.isupper() else "x"
    return "." if letter in STOPS else "0" if letter.isdecimal() else letter if letter in "_\n" else " "


_LACKING = {"c": 0x81, "C": 0x8D}
"""Kinds of which the alphabet has no letter, each with a byte that is no letter of it."""
_KINDS = bytearray(table(_kind))
for _name, _code in _LACKING.items():
    _KINDS[_code] = ord(_name)
_WORDS = bytes.maketrans(b"aAxXc0_.C", b"aaaaaaa  ")
_RUNS = bytes.maketrans(b"aAxXc0_.C", b"aaaaa    ")


PIECE = 300
"""Characters that are read one by one where one is beyond the alphabet: there are mostly more behind it."""


class _StandIns(dict[int, str]):
    """For each character a byte of the same kind, looked up once."""

    def __missing__(self, code: int) -> str:
        byte = self[code] = chr(_KINDS.index(_kind(chr(code)).encode()))
        return byte


_STAND_INS = _StandIns()


def _stand_in(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    piece = error.object[error.start : error.start + PIECE]
    return piece.translate(_STAND_INS).encode("latin-1"), error.start + len(piece)


_BY_KIND = "twosource.clean.shapes"
codecs.register_error(_BY_KIND, _stand_in)


def shape(text: str) -> bytes:
    """The kinds of all characters of `text`, behind a blank, so that each word has one before it."""
    return b" " + _shape(text).replace(b"\n", b" ")


def _shape(text: str) -> bytes:
    return text.encode(ALPHABET, _BY_KIND).translate(_KINDS)


def words_in(form: bytes) -> int:
    """How many words a text of this shape has; two characters of a script without blanks count as one."""
    return max(form.translate(_WORDS).count(b" a"), (form.count(b"c") + form.count(b"C")) // 2)


def shaped(texts: Sequence[str]) -> tuple[list[bytes], list[int]]:
    """The shape of each of `texts`, and how many words it has: of all at once, unless there is a line break in one."""
    page = b" " + _shape("\n ".join(texts))
    forms = page.split(b"\n")
    if len(forms) != len(texts):
        forms = list(map(shape, texts))
    elif b"c" not in page and b"C" not in page:
        return forms, [words.count(b" a") for words in page.translate(_WORDS).split(b"\n")]
    return forms, list(map(words_in, forms))


def long_words_in(form: bytes) -> int:
    """How many runs of four letters and more."""
    return form.translate(_RUNS).count(b" aaaa")
