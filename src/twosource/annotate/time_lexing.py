"""Text to lexemes: each word or sign with its class, so that the grammar can be written over classes.

The text is read by our own expression rather than by the pipeline's tokens, for the grammar must see into "26-year",
"1990s", "7pm" and "mid-June" in the same way whatever tokenizer stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .time_feasts import FEASTS
from .time_words import CAPITALISED, LETTER, WORDS, Value

_LEXEME: Final = re.compile(
    r"""[ ]{0,2}+(?:
      (?P<word>[^\W\d_]+)
    | (?P<paragraph>\n[^\S\n]*\n\s*)
    | (?P<iso>(?<![\w-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))
    | (?P<slashed>(?<![\w/.])\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\w/]))
    | (?P<mixed>\d+[ ]\d/\d(?!\d))
    | (?P<decade>['’]?\d{1,3}0['’]?s\b)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<fq>\d[QH](?:\d{4}|\d{2})?(?![^\W_]))
    | (?P<clock>(?<![\d:.,])(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s?[ap]\.?m))(?![\d:%]|[.,]\d))
    | (?P<halved>\d{1,3}½)
    | (?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<short_year>(?<!\w)['’]\d{2}(?![\w]))
    | (?P<stop>[.!?…])
    | (?P<comma>,)
    | (?P<hyphen>[-‐‑–—]|(?<=\d{4})/(?=\d\d(?!\d)))
    | (?P<apostrophe>['’])
    | (?P<open>\()
    | (?P<currency>[$£€¥₤])
    | (?P<percent>%)
    | (?P<half>½)
    | (?P<other>[^\s\w])
    )
    """,
    re.VERBOSE,
)
_AMPM: Final = re.compile(r"([ap])(?:\. ?m\b\.?| ?m\b)", re.IGNORECASE)
_ERA: Final = re.compile(r"B\.C\b(?:\.E\.|\.)?|A\.D\.|C\.E\.|(?:BCE?|AD|CE)\b")
_DOTTED: Final = frozenset(
    "jan feb febr mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun".split()
)
_FEAST_WORDS: Final = {
    word: tuple(sorted((f for f in FEASTS if re.split(r"[ .']", f)[0] == word), key=lambda f: (-len(f), f)))
    for word in sorted({re.split(r"[ .']", feast)[0] for feast in FEASTS})
}
# Names of feasts are listed with blanks and straight apostrophes.
_AS_LISTED: Final = str.maketrans("’-‐", "'  ")
_PREFIXED_QUARTER: Final = re.compile(r"(?:Q([1-4])|H([12]))(?![^\W_])")
_FISCAL: Final = re.compile(r"FY ?(['’]?\d{2}|\d{4})\b")
# A full stop after these, or after a single capital, ends no sentence.
_NO_END: Final = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt gov sen rep pres rev hon st mt ft no vs inc corp co ltd jr sr".split()
)
# Where a sentence ends.
BREAKS: Final = re.compile(f"[{LETTER['stop']}{LETTER['paragraph']}]")
_BEFORE_AMPM: Final = frozenset(LETTER[name] for name in ("clock", "day", "word", "number"))
_SPECIAL: Final = frozenset({"am", "pm", "a", "p", "b", "bc", "bce", "ad", "ce", "c", "q", "h", "fy", "o", "mid"})

# Words that may have to do with time: the others, most of a text, are passed by.
_KNOWN: Final = frozenset(WORDS) | frozenset(_FEAST_WORDS) | _SPECIAL
# Those of them that are the same wherever they stand, with letter and value.
_PLAIN: Final = {
    word: (LETTER[shape], value)
    for word, (shape, value) in WORDS.items()
    if shape not in {"zone", "era"} and word not in CAPITALISED | _DOTTED | _SPECIAL | frozenset(_FEAST_WORDS)
}
OTHER: Final = LETTER["other"]
# Signs that stand for nothing but themselves, with their letters.
_SIGNS: Final = {
    sign: LETTER[sign] for sign in "paragraph stop comma hyphen apostrophe open currency percent other".split()
}


@dataclass(slots=True)
class Lexemes:
    """The lexemes of a text: `kinds` has one letter for each, the lists are parallel to it."""

    text: str
    kinds: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)

    def word(self, index: int) -> str:
        """The lexeme as written, in lower case; "" outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def raw(self, index: int) -> str:
        """The lexeme as written; "" outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""


def _number(digits: str) -> tuple[str, Value]:
    """Class and value of a run of digits: `day` for 1 to 31, `year` for four digits from 1000 on, else `number`."""
    if "," in digits or "." in digits:
        return "number", float(digits.replace(",", ""))
    if len(digits) > 9:
        return "other", 0
    number = int(digits)
    if len(digits) == 4 and 1000 <= number <= 2199:
        return "year", number
    if 1 <= number <= 31 and len(digits) <= 2:
        return "day", number
    return "number", number


def _special(text: str, start: int, lower: str, before: str) -> tuple[str, Value, int] | None:
    """Short words that only their surroundings tell: a.m., B.C., Q3, FY 2020; with their end."""
    if lower in {"am", "pm", "a", "p"} and before in _BEFORE_AMPM:
        found = _AMPM.match(text, start)
        if found:
            return "ampm", found[1].lower(), found.end()
    if lower in {"b", "bc", "bce", "ad", "a", "ce", "c"}:
        found = _ERA.match(text, start)
        if found and found[0].replace(".", "").replace(" ", "") in {"BC", "BCE", "AD", "CE"}:
            return "era", -1 if found[0][0] == "B" else 1, found.end()
    if lower in {"q", "h"}:
        found = _PREFIXED_QUARTER.match(text, start)
        if found:
            return "fq", f"Q{found[1]}" if found[1] else f"H{found[2]}", found.end()
    if lower == "fy":
        found = _FISCAL.match(text, start)
        if found:
            return "iso", _century(found[1]), found.end()
    if lower == "o" and text[start : start + 7].lower().replace("’", "'") == "o'clock":
        return "oclock", 0, start + 7
    return None


def _century(digits: str) -> str:
    """Four digits for a year of two: 69 to 99 are of the 1900s, as POSIX has it."""
    short = digits.lstrip("'’")
    if len(short) == 4:
        return short
    return f"{'19' if int(short) >= 69 else '20'}{short}"


def _feast(text: str, start: int, lower: str) -> tuple[str, int] | None:
    """The feast whose name begins here, longest first, and its end."""
    for feast in _FEAST_WORDS.get(lower, ()):
        end = start + len(feast)
        if text[start:end].lower().translate(_AS_LISTED) == feast and not text[end : end + 1].isalpha():
            return feast, end
    return None


def _word(text: str, start: int, end: int, before: str) -> tuple[str, Value, int]:
    """Class, value and end of the word at `start`."""
    raw = text[start:end]
    lower = raw.lower()
    if lower in _FEAST_WORDS and raw[0].isupper():
        feast = _feast(text, start, lower)
        if feast:
            return "feast", feast[0], feast[1]
    if lower in _SPECIAL:
        special = _special(text, start, lower, before)
        if special:
            return special
    known = WORDS.get(lower)
    if known is None:
        return "other", 0, end
    shape, value = known
    if (lower in CAPITALISED and raw == lower) or (shape in {"zone", "era"} and not raw.isupper()):
        return "other", 0, end
    if lower in _DOTTED and text[end : end + 1] == ".":
        end += 1
    return shape, value, end


def _signed(kind: str, found: str) -> tuple[str, Value]:
    """Class and value of a lexeme that is no word."""
    if kind == "digits":
        return _number(found)
    if kind == "mixed":
        whole, fraction = found.split(" ")
        above, below = fraction.split("/")
        return "number", int(whole) + (int(above) / int(below) if int(below) else 0)
    if kind == "halved":
        return "number", int(found[:-1]) + 0.5
    if kind == "ordinal":
        return "ordinal", int(found[:-2])
    if kind == "fq":
        code = found[1::-1]
        return ("fq", code) if len(found) == 2 else ("iso", f"{_century(found[2:])}-{code}")
    if kind == "half":
        return "number", 0.5
    return kind, found


def _abbreviated(word: str) -> bool:
    """Whether a full stop after `word` belongs to the word."""
    return (len(word) == 1 and word.isupper()) or word.lower() in _NO_END


def lex(text: str) -> Lexemes:
    """The lexemes of `text` in order; every character that is not white space belongs to one."""
    lexemes = Lexemes(text)
    starts, ends = lexemes.starts, lexemes.ends
    add_start, add_end, add_value, add_lower = starts.append, ends.append, lexemes.values.append, lexemes.lowers.append
    kinds: list[str] = []
    add_kind = kinds.append
    skip = 0
    before = OTHER
    for found in _LEXEME.finditer(text):
        group = found.lastindex or 0
        start, end = found.span(group)
        if start < skip:
            continue
        lower = found[group].lower()
        value: Value = 0
        kind = found.lastgroup
        if kind == "word":
            if (plain := _PLAIN.get(lower)) is not None:
                before, value = plain
            elif lower in _KNOWN:
                kind, value, end = _word(text, start, end, before)
                lower = text[start:end].lower()
                before = LETTER[kind]
            else:
                before = OTHER
        elif kind not in _SIGNS:
            kind, value = _signed(kind or "other", found[group])
            before = LETTER[kind]
        elif lower == "." and starts and ends[-1] == start and _abbreviated(text[starts[-1] : start]):
            before = OTHER
        else:
            before = _SIGNS[kind]
        add_kind(before)
        add_start(start)
        add_end(end)
        add_value(value)
        add_lower(lower)
        skip = end
    lexemes.kinds = "".join(kinds)
    return lexemes
