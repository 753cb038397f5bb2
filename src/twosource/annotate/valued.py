"""Money around a number: the sign or code before it, the words after it, and what the money is for."""

from __future__ import annotations

import re

from twosource.annotate.counted import Page
from twosource.annotate.numbers import Number
from twosource.annotate.units import (
    IN_THOUSANDS,
    NOT_PENCE,
    SIGNS_AFTER,
    SYMBOLS,
    codes,
    currency,
    is_money_sign,
    lands,
)
from twosource.records import Range

_SIGNS = sorted(SYMBOLS, key=lambda sign: (-len(sign), sign))
BEFORE = re.compile(
    rf"(?P<sign>{'|'.join(re.escape(sign) for sign in _SIGNS)})\s?$|(?<![A-Za-z])(?P<code>[A-Z]{{3}})\s?[$€£]?$"
)
AFTER = re.compile(
    rf"\s?(?P<sign>{'|'.join(re.escape(s) for s in _SIGNS if not s.isascii())})|"
    rf"\s?(?P<word>{'|'.join(SIGNS_AFTER)})(?![\w-])|(?P<pence>p)(?![\w-])|\s?(?P<code>[A-Z]{{3}})(?![A-Za-z-])"
)
WORD = re.compile(r"[\s-]+((?:U\.S\.|U\.K\.|[^\W\d_]+))")
# Nouns that money cannot be for; they follow it by chance ("$5m year on year", "€3bn deal" is fine).
NO_OBJECT = frozenset("year month week day quarter today yesterday tomorrow".split())
MAX_ADJECTIVES = 4


def money_before(text: str, start: int) -> tuple[int, str] | None:
    """The sign or ISO code right before `start`: (where it begins, code)."""
    found = BEFORE.search(text, max(0, start - 7), start)
    if found is None:
        return None
    sign = found["sign"]
    if sign is None:
        return (found.start(), found["code"]) if found["code"] in codes() else None
    glued = sign[0].isalpha() and found.start() > 0 and text[found.start() - 1].isalpha()
    if glued or not is_money_sign(sign, text, start):
        return None
    return found.start(), SYMBOLS[sign]


def money_after(text: str, number: Number) -> tuple[int, str, float] | None:
    """The currency sign, code or words right after a number: (where they end, code, factor)."""
    found = AFTER.match(text, number.end)
    if found is not None:
        if found["sign"]:
            return found.end(), SYMBOLS[found["sign"]], 1.0
        if found["word"]:
            return found.end(), SIGNS_AFTER[found["word"]], 1.0
        if found["pence"] and number.scale == 1 and number.value not in NOT_PENCE:
            return found.end(), "GBP", 0.01
        if found["code"] and found["code"] in codes():
            return found.end(), found["code"], 1.0
    return _words_after(text, number)


def _words_after(text: str, number: Number) -> tuple[int, str, float] | None:
    words: list[tuple[str, int]] = []
    at = number.end
    while len(words) < MAX_ADJECTIVES + 2 and (found := WORD.match(text, at)) is not None:
        words.append((found.group(1), found.end()))
        at = found.end()
    if words and words[0][0] == "of" and number.form == "vague":
        words = words[1:]
    for i, (word, end) in enumerate(words):
        adjective = " ".join(w for w, _ in words[:i])
        if i and not _is_country(adjective):
            continue
        read = _currency(adjective, word, number)
        if read is not None:
            return end, read[0], read[1]
    return None


def _is_country(adjective: str) -> bool:
    return adjective.lower() in lands()


def _currency(adjective: str, word: str, number: Number) -> tuple[str, float] | None:
    low = word.lower()
    if low == "won":  # also the past of "win"
        return ("KRW", 1.0) if number.value >= 1000 and "north" not in adjective.lower() else None
    singulars = (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y")
    for form in dict.fromkeys(singulars):
        read = currency(adjective, form)
        if read is not None and (adjective in {"", "new"} or read[0].isupper()):
            rare = read[0] in IN_THOUSANDS and not adjective and number.value < 1000
            return None if rare else read
    return None


OBJECT_BEFORE = re.compile(
    r"\s(?:of|worth|totall?ing)\s+(?:(?:a|an|the|some|about|around|up|to|more|than|at|least|nearly|almost|over)\s+){0,3}$",
    re.I,
)


def money_object(page: Page, start: int, end: int) -> Range | None:
    """What the money is for: "a loan" of "a loan of $5m", "loan" of "€1.3bn loan", "aid" of "$40m in aid"."""
    lead = page.text[max(0, start - 60) : start]
    before = OBJECT_BEFORE.search(lead)
    if before is not None:
        phrase = _phrase_before(page, start - len(lead) + before.start())
        if phrase is not None:
            return phrase
    return _phrase_after(page, end)


def _phrase_before(page: Page, end: int) -> Range | None:
    """The noun phrase that ends at `end`, its determiner included."""
    doc, last = page.doc, page.at(end) - 1
    while last >= 0 and doc[last].is_space:
        last -= 1
    if last < 0 or page.end(last) != end or doc[last].pos_ not in {"NOUN", "PROPN", ""}:
        return None
    first = last
    while (
        first > 0
        and last - first < 5
        and not doc[first].is_sent_start
        and doc[first - 1].pos_ in {"NOUN", "ADJ", "PROPN"}
    ):
        first -= 1
    if first > 0 and not doc[first].is_sent_start and doc[first - 1].pos_ == "DET":
        first -= 1
    return int(doc[first].idx), page.end(last)


def _phrase_after(page: Page, end: int) -> Range | None:
    doc, i = page.doc, page.at(end)
    if i < len(doc) and doc[i].lower_ in {"in", "of", "worth"} and not doc[i].is_sent_start:
        i += 2 if doc[i].lower_ == "worth" and i + 1 < len(doc) and doc[i + 1].lower_ == "of" else 1
    elif i < len(doc) and doc[i].text == "-":
        i += 1
    first = i
    while i < len(doc) and i - first < 5 and not doc[i].is_sent_start and doc[i].pos_ in {"NOUN", "ADJ"}:
        i += 1
    while i > first and doc[i - 1].pos_ != "NOUN":
        i -= 1
    if i == first or doc[i - 1].lower_ in NO_OBJECT:
        return None
    return int(doc[first].idx), page.end(i - 1)
