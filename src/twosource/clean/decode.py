"""Bytes to text: which character encoding, and whether they are text at all. Time is linear in the number of bytes."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from twosource.errors import UnreadablePage

SAMPLE = 64_000
"""Bytes that decide whether content is binary, and that a guess of the encoding is made from."""
CONTROL_SHARE = 0.01
"""More control characters than this are no text; stray ones in saved pages are rarer by orders of magnitude."""
FEW_CONTROLS = 8
"""So many may stand in a short text, too."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"SQLite format 3\x00", "a database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
)
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_WEB_NAMES = {  # What pages call Latin-1 or ASCII is Windows-1252, by the web's own standard (WHATWG Encoding).
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "windows-1252": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932",
    "shift_jis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "utf8": "utf-8", "unicode": "utf-16",
    "iso-8859-9": "cp1254", "tis-620": "cp874", "x-user-defined": "cp1252",
}  # fmt: skip


def decode(content: bytes, declared: str | None = None, html: bool = False) -> str:
    """The text of `content`.

    Tried in this order, each strictly: a byte-order mark, the encoding that the carrier `declared`, the one that an
    HTML page declares, UTF-8, then a guess of charset-normalizer. Raises UnreadablePage with kind "binary" for content
    that is no text, and "encoding" for text in no encoding that fits.
    """
    _refuse_binary(content)
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content.decode(name, errors="replace")
    for stated in (declared, _declared_inside(content) if html else None, _wide(content), "utf-8"):
        text = _strictly(content, stated)
        if text is not None:
            return text
    return _guessed(content)


def _refuse_binary(content: bytes) -> None:
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadablePage(
                "binary", f"this is {what}, not a page of text; convert it to text or HTML, or leave it out"
            )
    sample = content[:SAMPLE]
    if not sample or any(content.startswith(bom) for bom, _ in _BOMS) or _wide(content):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(FEW_CONTROLS, CONTROL_SHARE * len(sample)):
        raise UnreadablePage(
            "binary",
            (
                "these bytes are no text (too many control characters); a picture, archive or program was named "
                "as a page; leave it out"
            ),
        )


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark, told by its zero bytes: every second byte of text in Latin letters is zero."""
    sample = content[: SAMPLE & ~1]
    if len(sample) < 4 or 0 not in sample:
        return None
    for name, letters, zeros in (("utf-16-le", sample[0::2], sample[1::2]), ("utf-16-be", sample[1::2], sample[0::2])):
        controls = len(letters) - len(letters.translate(None, _CONTROLS))
        if zeros.count(0) > 0.4 * len(zeros) and controls <= 0.02 * len(letters):
            return name
    return None


def _declared_inside(content: bytes) -> str | None:
    match = _META.search(content[:4096])
    name = match[1].decode("ascii", "ignore") if match else None
    # A page whose declaration could be read byte by byte is in no wide encoding, whatever it says.
    return "utf-8" if name and name.lower().startswith(("utf-16", "utf-32")) else name


def _strictly(content: bytes, name: str | None) -> str | None:
    if not name:
        return None
    known = _WEB_NAMES.get(name.strip().lower(), name.strip())
    try:
        if not codecs.lookup(known)._is_text_encoding:
            return None
        return content.decode(known)
    except (LookupError, ValueError):
        return None


def _guessed(content: bytes) -> str:
    nearly = content.decode("utf-8", errors="replace")
    wrong = nearly.count("\ufffd")
    if wrong <= max(2, len(nearly) // 1000) and sum(char > "\x7f" for char in nearly[:SAMPLE]) > 4 * wrong:
        return nearly
    best = from_bytes(content[:SAMPLE], cp_exclusion=["utf_7"]).best()
    if best is None:
        raise UnreadablePage(
            "encoding", "the character encoding of this page could not be told; it may be damaged; save it as UTF-8"
        )
    return content.decode(best.encoding, errors="replace")
