"""Numbers in running English: figures, words, vague plurals ("tens of thousands"), fractions, with their exact extents.

What is a number here is only how it is written; what it counts is decided in `amounts.py`. Dates, clock times, ages,
telephone numbers, ordinals, labels ("Article 5") and codes ("S-400") are painted over first (`MASKS`): they count
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from twosource.annotate.units import codes, is_money_sign

Form = Literal["figures", "words", "vague", "fraction"]


@dataclass(frozen=True)
class Number:
    """`text[start:end]` reads as `mantissa * scale`; `high` is the upper end of a vague or ranged number."""

    start: int
    end: int
    mantissa: float
    scale: float
    high: float | None
    form: Form
    letter_m: bool = False
    """Written with a bare "m", which may mean million or metres."""

    @property
    def value(self) -> float:
        return product(self.mantissa, self.scale)


def product(mantissa: float, scale: float) -> float:
    """`mantissa * scale` without binary dust: 1.34 * 1e9 is 1340000000.0 exactly."""
    return float(f"{mantissa * scale:.12g}")


ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * (i + 2) for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "lac": 1e5, "crore": 1e7,
    "万": 1e4, "亿": 1e8,
    "k": 1e3, "mn": 1e6, "mln": 1e6, "mil": 1e6, "m": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
# What a plural says when no figure stands before it: from twice the unit to just below the next larger word in use.
VAGUE = {
    "tens": (20.0, 99.0), "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9999.0), "millions": (2e6, 9_999_999.0), "billions": (2e9, 9_999_999_999.0),
    "trillions": (2e12, 9_999_999_999_999.0), "lakhs": (2e5, 9_999_999.0), "crores": (2e7, 99_999_999.0),
}  # fmt: skip
# Small vague words: "several" and its like are three to nine of whatever follows.
FEW = {"several": (3.0, 9.0), "a few": (3.0, 9.0), "a handful of": (3.0, 9.0), "a couple of": (2.0, 2.0)}
FRACTIONS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
    "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10,
}  # fmt: skip
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAYS = rf"{DAY}(?:\s{{0,3}}(?:,|and|or|to|until|[-–/])\s{{0,3}}{DAY}){{0,8}}"
LABELS = (
    "No|Nos|no|nos|Number|number|Article|Articles|article|articles|Section|section|Chapter|chapter|Resolution|resolution|"
    "Protocol|Paragraph|paragraph|Clause|clause|Page|page|pages|Flight|flight|Route|route|Highway|highway|Interstate|"
    "Channel|channel|Room|room|Phase|phase|Level|level|Stage|stage|Tier|tier|Type|Part|part|Volume|Version|version|"
    "Apollo|Boeing|Airbus|Unit|Block|Gate|Pier|Platform|Season|season|Episode|episode|Grade|grade|Category|category|"
    "Area|Zone|District|Ward|Precinct|Brigade|Formula|Fortune|Gaza|Title|Section|Annex|Schedule|Figure|Table|Lot|Bus|"
    "Line|line|Day|Week|Year|War|Vatican|FTSE|Nasdaq|Dow|Nikkei|SARS|Windows|iPhone|Galaxy|Catch|Proposition|Prop|Amendment"
)
# Painted over before any number is read, in this order: (pattern, why it counts nothing).
MASKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b\w{1,12}://\S{1,2000}|\bwww\.\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}|(?<!\w)[@#]\w+"), "addresses"),
    (re.compile(r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}[\d:.]*Z?)?\b"), "ISO dates"),
    (re.compile(r"\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b"), "dates in figures"),
    (re.compile(rf"\b{DAYS}\s+(?:of\s+)?{MONTH}(?:,?\s+(?:of\s+)?\d{{4}}\b)?"), "day and month"),
    (re.compile(rf"\b{MONTH}\s+(?:the\s+)?(?:{DAYS}\b(?!,\d{{3}})(?:,?\s+\d{{4}}\b)?|(?:1[5-9]|"
                rf"20)\d\d\b)"), "month and day"),
    (re.compile(rf"\b{WEEKDAY},?\s+{DAY}\b(?=\s*[,.)\n]|$)"), "weekday and day"),
    (re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?(?!\d)"), "clock times"),
    (re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.m\.|[ap]m\b|o['’]clock\b)"), "clock times"),
    (re.compile(r"\b\d{1,2}[.:]?\d{2}\s*(?:GMT|UTC|BST|CET|EST|EDT|MSK|hrs|hours local)\b"), "clock times"),
    (re.compile(r"(?<![\w$€£¥])(?:mid-|['’])?\d{0,2}\d0['’]?s\b"), "decades and ages in decades"),
    (re.compile(r"\b(?:1[5-9]|20)\d\d\s?[-–/]\s?\d\d\b(?![\d,.%])"), "years with short second year"),
    (re.compile(r"\b(?:1[89]\d\d|20[0-4]\d)\s?[-–/]\s?(?:1[89]\d\d|20[0-4]\d)\b"), "spans of years"),
    (re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.I), "ordinals"),
    (re.compile(r"\bage(?:d|s)?\s+(?:of\s+|between\s+|from\s+)?\d{1,3}(?:\s*(?:to|and|or|"
                r"[-–])\s*\d{1,3})?\b", re.I), "ages"),
    (re.compile(r"\b[\w-]{1,20}[-\s]years?[-\s]old(?:s)?\b", re.I), "ages"),
    (re.compile(r"(?<=[A-Za-z]), \d{1,3}(?=, (?:who|a|an|the|from|was|of|and|an?|has|had|is|said|told)\b|\)|"
                r";)"), "ages"),
    (re.compile(r"\+\d[\d\s().-]{6,20}\d"), "telephone numbers"),
    (re.compile(r"\(\d{2,5}\)\s?\d{3,4}[-\s]?\d{3,4}\b|\b\d{3}[-.\s]\d{3,4}[-.]\d{4}\b|"
                r"\b\d{3}-\d{4}\b"), "telephone numbers"),
    (re.compile(r"\b0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}\b|\b1?-?[89]00-\d{3}-?\d{4}\b"), "telephone numbers"),
    (re.compile(rf"\b(?:{LABELS})\.?[ -](?:\d[\d.,]*(?:\s?(?:and|to|[-–])\s?\d+)?\b(?!\s*(?:per ?cent|%|million|"
                rf"billion))|"
                r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|II|III)\b)"), "labels with their number"),
    (re.compile(r"§\s*\d+|\[\d{1,3}\]|\(\d{1,2}\)(?!\s*(?:per cent|%))"), "paragraph and foot note numbers"),
    (re.compile(r"(?m)^\s*\d{1,2}[.)]\s"), "list numbers"),
    (re.compile(r"\b\d+(?:\.\d+){2,}\b"), "versions and network addresses"),
    (re.compile(r"\b24/7\b|\b9/11\b|\b7/7\b|\b50[-–/:]50\b|\b360\b"), "set phrases"),
    (re.compile(r"\bone[- ](?:on|to|by|party|man|off|way|time)[- ]?(?:one)?\b|"
                r"\bone[- ]and[- ](?:only|the same|done)\b|\bone another\b|\bno one\b", re.I),
     "set phrases"),
    (re.compile(r"\b\d+[GDHX]\b|\b\d+x\d+\b|\b\d{3}-\d{3}\b(?!,)"), "codes"),
    (re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}-\d{1,2}(?![\d-])"), "line-ups and dates"),
    (re.compile(r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)[- ]to[- ](?:1|one)\b"
                r"(?=[- ](?:odds?|margin|ratio|favou?rite|advantage|leverage)\b)", re.I), "odds and ratios"),
)  # fmt: skip
# Letters glued to a figure are a code (S-400, COVID-19, MH17), unless the letters are a currency (EUR1.26bn, Rs500).
CODE = re.compile(r"\b([A-Za-z]{1,15})([-–]?)(\d[\w-]*)")

FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[   ’]\d{3})+(?![\d])|\d+(?:\.\d+)?)"
LONG_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|lac|crore)"
FIGURES = re.compile(
    rf"(?<!\d)(?<!\d[.,/])(?P<figure>{FIGURE}|\d+,\d{{1,2}}(?=\s?(?:bn|million|billion|%|per "
    rf"cent)))(?P<vulgar>[½¼¾⅓⅔])?"
    rf"(?P<scales>(?:[\s-]?{LONG_SCALE}s?\b)+|\s?[万亿]|\s?(?:mn|mln|bn|bln|tn|trn)\b|[mkb]\b)?(?![\d/])",
    re.I,
)
VULGAR_ALONE = re.compile(r"(?<![\w])[½¼¾⅓⅔](?:\s+(?:a\s+)?(?P<scale>million|billion))?")
_WORD = "|".join([*ONES, *TENS, "hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"])
WORDS = re.compile(
    rf"(?<![\w-])(?:an?\s+)?(?:{_WORD})s?\b(?:(?:[\s-]+and[\s-]+a[\s-]+half|[\s-]+(?:and\s+)?(?:{_WORD})\b))*", re.I
)
VAGUE_WORDS = re.compile(
    rf"(?<![\w-])(?:(?:{'|'.join(VAGUE)})(?:\s+of\s+(?:{'|'.join(VAGUE)}))?|"
    rf"(?:several|a\s+few)\s+(?:{'|'.join(VAGUE)})(?:\s+of\s+(?:{'|'.join(VAGUE)}))?|"
    rf"a\s+(?:couple|handful)(?=\s+of\s+(?:the|his|her|its|their|our|my|your|these|those)\b)|"
    rf"(?:several|a\s+few|a\s+couple(?:\s+of)?|a\s+handful\s+of)(?:\s+{LONG_SCALE}\b)?)(?![\w-])",
    re.I,
)
HALF_SCALE = re.compile(
    r"(?<![\w-])(?:(?P<half>half|(?:a\s+)?quarter\s+of)\s+an?\s+(?P<scale>dozen|million|billion|trillion|crore|lakh))\b",
    re.I,
)
_DENOMINATOR = "|".join(FRACTIONS)
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<top>a|one|two|three|four|five|six|seven|eight|nine|\d)[\s-](?P<bottom>{_DENOMINATOR})(?P<plural>s)?|"
    r"(?P<half>half))\b(?!-)",
    re.I,
)
ONE_IN = re.compile(
    r"(?<![\w-])(?P<top>one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:(?:in|out\s+of)\s+(?:every\s+)?|of\s+(?=10\b|ten\b))"
    r"(?P<bottom>two|three|four|five|six|seven|eight|nine|ten|10|100|20|12|[2-9])\b(?![,.]\d)(?=\s+[a-z])",
    re.I,
)  # fmt: skip


def masked(text: str) -> str:
    """`text` with everything that `MASKS` names painted over by U+0000, character for character."""
    for pattern, _why in MASKS:
        text = pattern.sub(lambda found: "\0" * len(found.group()), text)
    return CODE.sub(_paint_code, text)


def _paint_code(found: re.Match[str]) -> str:
    letters = found.group(1)
    if not found.group(2) and (letters in codes() or is_money_sign(letters, found.string, found.start(3))):
        return found.group()
    return "\0" * len(found.group())


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of `text` in order, none overlapping another; the longer reading wins where two start together."""
    paper = masked(text)
    found = [*_half_scales(paper), *_fractions(paper), *_vague(paper), *_figures(paper), *_words(paper)]
    taken: list[Number] = []
    for number in sorted(found, key=lambda n: (n.start, -n.end, n.form)):
        if not taken or number.start >= taken[-1].end:
            taken.append(number)
    return tuple(taken)


def _figures(paper: str) -> list[Number]:
    out = [_figure(found) for found in FIGURES.finditer(paper)]
    for found in VULGAR_ALONE.finditer(paper):
        scale = SCALES[found["scale"].lower()] if found["scale"] else 1.0
        out.append(Number(found.start(), found.end(), VULGAR[found.group()[0]], scale, None, "figures"))
    return out


def _figure(found: re.Match[str]) -> Number:
    raw = found["figure"]
    if re.fullmatch(r"\d+,\d{1,2}", raw):
        raw = raw.replace(",", ".")
    mantissa = _float(re.sub(r"[,   ’]", "", raw)) + VULGAR.get(found["vulgar"] or "", 0.0)
    scales = [part.rstrip("s") for part in re.findall(r"[a-z]+|[万亿]", (found["scales"] or "").lower())]
    scale = 1.0
    for part in scales:
        scale *= SCALES[part]
    return Number(found.start(), found.end(), mantissa, scale, None, "figures", letter_m=scales == ["m"])


def _float(digits: str) -> float:
    return float(digits[:300])  # beyond that a float is infinite, and no newspaper counts so far


def _half_scales(paper: str) -> list[Number]:
    out = []
    for found in HALF_SCALE.finditer(paper):
        part = 0.5 if found["half"].lower() == "half" else 0.25
        out.append(Number(found.start(), found.end(), part, SCALES[found["scale"].lower()], None, "words"))
    return out


def _fractions(paper: str) -> list[Number]:
    out = []
    for found in FRACTION.finditer(paper):
        value = 0.5 if found["half"] else _small(found["top"]) * FRACTIONS[found["bottom"].lower()]
        if 0 < value < 1:
            out.append(Number(found.start(), found.end(), value, 1.0, None, "fraction"))
    for found in ONE_IN.finditer(paper):
        value = _small(found["top"]) / _small(found["bottom"])
        if 0 < value < 1:
            out.append(Number(found.start(), found.end(), value, 1.0, None, "fraction"))
    return out


def _small(word: str) -> float:
    low = word.lower()
    return 1.0 if low == "a" else float(ONES.get(low, 0)) or float(low)


def _vague(paper: str) -> list[Number]:
    out = []
    for found in VAGUE_WORDS.finditer(paper):
        words = " ".join(found.group().lower().split())
        low, high = _vague_bounds(words)
        out.append(Number(found.start(), found.end(), low, 1.0, high if high > low else None, "vague"))
    return out


def _vague_bounds(words: str) -> tuple[float, float]:
    """ "tens of thousands" -> (20000, 99999); "several thousand" -> (3000, 9999); "dozens" -> (24, 99)."""
    many = re.match(r"(?:several|a few) (?=[a-z]+s\b)", words)
    if many:  # "several tens of thousands": three to nine of them
        first, _, second = words[many.end() :].partition(" of ")
        scale = _one_of(first) * (_one_of(second) if second else 1.0)
        return 3 * scale, 10 * scale - 1
    first, _, second = words.partition(" of ")
    if second in VAGUE:
        scale = _one_of(second)
        low, high = VAGUE[first]
        return low * scale, (high + 1) * scale - 1
    if first in VAGUE:
        return VAGUE[first]
    for few, (low, high) in FEW.items():
        stem = few.removesuffix(" of")
        if words.startswith(stem):
            scale = SCALES.get(words.split()[-1], 1.0)
            return low * scale, (high * scale if low == high or scale == 1 else (high + 1) * scale - 1)
    return 1.0, 1.0


def _one_of(plural: str) -> float:
    """The number that a vague plural has many of: 12 of "dozens"."""
    return {"tens": 10.0, "scores": 20.0}.get(plural) or SCALES[plural.removesuffix("s")]


def _words(paper: str) -> list[Number]:
    out = []
    for found in WORDS.finditer(paper):
        at = found.start()
        tokens = [
            (part.group().lower(), at + part.start(), at + part.end())
            for part in re.finditer(r"[A-Za-z]+", found.group())
        ]
        while tokens:
            number, used = _read_words(tokens)
            if number is not None:
                out.append(number)
            tokens = tokens[used:]
    return out


def _read_words(tokens: list[tuple[str, int, int]]) -> tuple[Number | None, int]:
    """The longest number that `tokens` starts with, and how many of them it takes (at least one)."""
    i, total, current, scale_seen = 0, 0.0, -1.0, float("inf")
    if tokens[0][0] in {"a", "an"}:
        if len(tokens) < 2 or tokens[1][0] not in SCALES:
            return None, 1
        i, current = 1, 1.0
    mantissa, scale, end = current, 1.0, 0
    while i < len(tokens):
        word = tokens[i][0]
        if word == "and":
            if [t[0] for t in tokens[i + 1 : i + 3]] == ["a", "half"]:
                if total and current == 0:
                    total += scale_seen / 2  # "a million and a half"
                    mantissa = total / scale_seen
                else:
                    current = max(current, 0.0) + 0.5
                i += 3
                end = i
                continue
            if current < 0 or not _joins(tokens, i, scale_seen, total, current):
                break
            i += 1
            continue
        step = _step(word, current)
        if step is None:
            break
        if word in SCALES and SCALES[word] >= 1000:
            if SCALES[word] >= scale_seen:
                break
            scale_seen = SCALES[word]
            total, current = total + max(current, 1.0) * scale_seen, 0.0
            mantissa, scale = total / scale_seen, scale_seen
        else:
            current = step
            mantissa, scale = total + current, 1.0
        i += 1
        end = i
    if end == 0 or (end == 1 and tokens[0][0] in SCALES):
        return None, max(1, end)
    if current > 0 and total:
        mantissa, scale = total + current, 1.0
    elif current > 0:
        mantissa, scale = current, 1.0
    return Number(tokens[0][1], tokens[end - 1][2], mantissa, scale, None, "words"), end


def _step(word: str, current: float) -> float | None:
    """The running number below a thousand after `word`, or None when `word` begins another number."""
    low = max(current, 0.0)
    if word in ONES:
        free = (
            current <= 0 or (low % 100 == 0 and low >= 100) or (ONES[word] < 10 and low % 100 >= 20 and low % 10 == 0)
        )
        return low + ONES[word] if free and low % 1 == 0 else None
    if word in TENS:
        return low + TENS[word] if current <= 0 or (low % 100 == 0 and low >= 100) else None
    if word in {"hundred", "dozen"}:
        return low * SCALES[word] if 0 < low < 100 else None
    return low if word in SCALES and current > 0 else None


def _joins(tokens: list[tuple[str, int, int]], i: int, scale_seen: float, total: float, current: float) -> bool:
    """Whether the "and" at `i` stands inside one number ("two hundred and five"), not between two."""
    if not (current >= 100 or (total and current == 0)) or i + 1 >= len(tokens):
        return False
    rest = [word for word, _, _ in tokens[i + 1 : i + 4]]
    if rest[0] not in ONES and rest[0] not in TENS:
        return False
    later = [SCALES[word] for word in rest if word in SCALES]
    if scale_seen == float("inf"):
        return 100.0 not in later  # "one hundred and twenty thousand" is one, "two hundred and three hundred" two
    return not later or max(later) < scale_seen


def ranged(low: Number, high: Number) -> Number:
    """One number from `low` to `high`; a scale written only once ("5 to 7 million") serves both."""
    if low.scale == 1.0 and high.scale > 1.0 and low.mantissa < high.mantissa:
        low = replace(low, scale=high.scale)
    top = high.high if high.high is not None else high.value
    return replace(low, end=high.end, high=top, letter_m=high.letter_m)
