"""Amounts: money, counts with what is counted, shares, votes and measures. Usable alone: `amounts(read(text))`.

An amount's range runs from its hedge to what it counts ("at least two protesters", "up to €1.3bn", "80.1%"), so that
who quotes the range quotes the hedge. Conventions, all in the tables of `numbers.py`, `units.py` and `hedges.py`:

- money: `unit` is the ISO 4217 code; a word that several countries share ("pesos") stays the word in lower case;
- counts: `unit` is the lemma of the counted noun; "people" where persons are counted and no noun says so ("12 dead");
- vague plurals run from twice the word to just below the next larger word: "tens of thousands" is 20,000 to 99,999;
  "several" and "a few" are 3 to 9 of what follows;
- shares are in per cent ("two thirds" is 66.67 with unit "%"); percentage points have a unit of their own;
- a unit told once serves both figures ("from 400 to 550 workers", "187 dead, up from 164"): `told_once.py`;
- "a record" belongs to the range, and bounds nothing;
- ordinals, dates, years, clock times, ages, lengths of time, telephone numbers, scores and labels are no amounts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from twosource.annotate.counted import Counted, Page, counted, counted_before, is_plural
from twosource.annotate.hedges import hedged, is_hedged
from twosource.annotate.numbers import Number, numbers, product
from twosource.annotate.ranges import is_tally, joined
from twosource.annotate.told_once import unit_before, unit_behind
from twosource.annotate.units import HYPHENATED, MEASURES, NO_NOUN, PERCENT, WEIGHED
from twosource.annotate.valued import money_after, money_before, money_object
from twosource.records import Amount, AmountKind, Range

ORDINAL_HALF = re.compile(
    r"\b(?:first|second|third|fourth|last|final|opening|latter|other|better|this|next|previous|past)\s+$", re.I
)
SHARED = re.compile(
    r"\s+(?:of\s+)?(?:the|its|his|her|their|our|all|those|these|that|this|my|your)\s+\w|\s+of\s+\w|-?\s?majority\b",
    re.I,
)
# A change or a comparison is a share too: "by a quarter", "by more than half", "a third less".
BY = re.compile(
    r"\bby\s+(?:(?:more|less|about|around|over|under|almost|nearly|at|least|up|to|than|some)\s+){0,3}$", re.I
)
LESS = re.compile(r"\s+(?:less|more|fewer|higher|lower|cheaper|larger|smaller|bigger)\b", re.I)
UNSHARED = re.compile(
    r"\s+(?:of\s+)?(?:an?|the|past|that)?\s*(?:hour|day|week|month|year|decade|century|time|way|mile|brother|sister|season|game|match)s?\b",
    re.I,
)
MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\s+of|[-\s])\s*$", re.I)
RICHTER = re.compile(r"\s+on\s+the\s+(?:open-ended\s+)?(?:Richter|moment\s+magnitude)\b", re.I)
METRES_AFTER = re.compile(
    r"[\s-]+(?:tall|high|deep|long|wide|away|above|below|from|underground|apart|offshore|race|sprint|final|freestyle|hurdles|dash|off|down|of\s+(?:cable|pipe|fence|rope|wall))\b"
)
METRES_APART = re.compile(rf"(\sm)(?=[,.;)]\s|{METRES_AFTER.pattern})")
""" "1,420 m long": an "m" apart from its figure is never million where nothing follows that it could count."""
# Plurals that stand for people when nothing is counted; bare "millions" is as often money, and "several" needs its
# noun.
BARE_CROWD = re.compile(r"(?:(?:tens|hundreds)\s+of\s+thousands|thousands|hundreds|dozens|scores|tens)", re.I)
ROW = re.compile(r"[ \t]+\d")
"""A figure with another right behind it is a cell of a table, or a year: it counts nothing."""
LABELLED = frozenset("top latest number no route".split())


def amounts(doc: Doc) -> tuple[Amount, ...]:
    """Every amount of a text, in text order and never overlapping; offsets are of `doc.text`. Never raises.

    Needs `pos_` as `annotate.language.read` sets it; on a Doc without tags every word is taken for a noun.
    """
    page = Page(doc)
    out: list[Amount] = []
    told: Number | None = None  # the number of the last amount
    untold: Number | None = None  # the last number, where it is no amount
    found = joined(page.text, numbers(page.text))
    for i, number in enumerate(found):
        before = out[-1].end if out else 0
        tally = is_tally(page.text, found, i)
        amount = _votes_of_tally(page.text, number) if tally else _read(page, number)
        if amount is None and told is not None:
            amount = unit_before(page.text, out[-1], told, number)
        if amount is None:
            untold = number
            continue
        if amount.start < before and number.start < before:
            continue
        if untold is not None and untold.start >= before:
            out += unit_behind(page.text, untold, amount, number)
            before = out[-1].end if out else 0
        out.append(replace_start(amount, max(before, amount.start)))
        told, untold = number, None
    return tuple(out)


def replace_start(amount: Amount, start: int) -> Amount:
    """`amount` from `start` on."""
    if start == amount.start:
        return amount
    return Amount(start, amount.end, amount.kind, amount.value, amount.unit, amount.high, amount.hedge, amount.of)


def _votes_of_tally(text: str, number: Number) -> Amount:
    named = re.compile(r"\s+votes?\b").match(text, number.end)
    return Amount(number.start, named.end() if named else number.end, "votes", number.value, "vote")


def _read(page: Page, number: Number) -> Amount | None:
    """The first reading that fits, from the most to the least marked."""
    if number.form == "fraction":
        return _fraction(page, number)
    if ROW.match(page.text, number.end) and money_before(page.text, number.start) is None:
        return None
    readers = (_money, _percent, _measure, _count)
    for reader in readers:
        amount = reader(page, number)
        if amount is not None:
            return amount
    return None


def _amount(
    page: Page,
    number: Number,
    kind: AmountKind,
    unit: str,
    start: int,
    end: int,
    factor: float = 1.0,
    of: Range | None = None,
) -> Amount:
    start, end, hedge = hedged(page.text, number, start, end)
    high = product(number.high, factor) if number.high is not None else None
    return Amount(start, end, kind, product(number.value, factor), unit, high, hedge, of)


def _money(page: Page, number: Number) -> Amount | None:
    before = money_before(page.text, number.start)
    if before is not None:
        start, unit = before
        after = money_after(page.text, number)
        end = after[0] if after is not None and unit in {"USD", after[1]} else number.end
        unit = after[1] if after is not None and unit == "USD" else unit
        of = money_object(page, start, end)
        return _amount(page, number, "money", unit, start, end, of=of)
    after = money_after(page.text, number)
    if after is None:
        return None
    end, unit, factor = after
    if unit == "GBP" and factor == 1 and _is_weight(page.text, number, end):
        return _amount(page, number, "measure", "lb", number.start, end)
    return _amount(page, number, "money", unit, number.start, end, factor, of=money_object(page, number.start, end))


def _is_weight(text: str, number: Number, end: int) -> bool:
    """ "30 pounds of cocaine", "weighing 30 pounds": pounds by weight. A million of them is money."""
    if number.scale >= 1e6 or re.search(r"sterling|british", text[number.end : end], re.I):
        return False
    before = set(re.findall(r"[a-z]+", text[max(0, number.start - 40) : number.start].lower()))
    of = re.match(
        r"\s+of\s+(?:the\s+)?(?!aid|funding|debt|damage|money|loan|invest|public|taxpayer|support|revenue|sav)",
        text[end : end + 40],
    )
    return bool(before & WEIGHED or of or text[number.end : number.end + 1] == "-")


def _percent(page: Page, number: Number) -> Amount | None:
    found = PERCENT.match(page.text, number.end)
    if found is None:
        return None
    unit = "percentage point" if "point" in found.group().lower() else "%"
    start, sign = _signed(page.text, number, unit)
    return _amount(page, number, "share", unit, start, found.end(), sign, of=_shared(page, found.end()))


def _shared(page: Page, end: int) -> Range | None:
    """The noun phrase after "of" ("of the vote"), determiner included."""
    found = re.match(r"\s+of\s+", page.text[end : end + 8])
    if found is None:
        return None
    reading = counted(page, end, 2.0, True)
    if reading is None or reading.end <= end + found.end():
        return None
    return reading.of or (end + found.end(), reading.end)


def _fraction(page: Page, number: Number) -> Amount | None:
    text, end = page.text, number.end
    words = text[number.start : end].lower()
    if ORDINAL_HALF.search(text[max(0, number.start - 12) : number.start]) or UNSHARED.match(text, end):
        return None
    told = words.endswith("s") or re.search(r" (?:in|of) ", words) or LESS.match(text, end)
    told = told or BY.search(text, max(0, number.start - 32), number.start)
    if not told and not SHARED.match(text, end):
        return None
    if not told and words.startswith("a ") and not re.match(r"\s+of\s", text[end : end + 4]):
        return None
    value = round(number.mantissa * 100, 2)
    whole = replace(number, mantissa=value)
    of = _shared(page, end) or _next_phrase(page, end)
    return _amount(page, whole, "share", "%", number.start, end, of=of)


def _next_phrase(page: Page, end: int) -> Range | None:
    found = re.match(r"\s+(?:(?:the|its|his|her|their|our|all|those|these)\s+)?", page.text[end : end + 12])
    if found is None:
        return None
    reading = counted(page, end + found.end(), 2.0, False)
    start = end + re.match(r"\s*", page.text[end:]).end()  # type: ignore[union-attr]
    return (start, reading.end) if reading is not None and reading.end > end + found.end() else None


def _spellings() -> dict[str, str]:
    """Every spelling of `MEASURES`, singular and plural ("degrees celsius", "square kilometres"), to its symbol."""
    out = dict(MEASURES)
    for key, symbol in MEASURES.items():
        words = key.split()
        for i, word in enumerate(words):
            if len(word) > 2 and word.isalpha():
                for plural in (word + "s", word + "es"):
                    out.setdefault(" ".join([*words[:i], plural, *words[i + 1 :]]), symbol)
    return out


SPELLINGS = _spellings()
MEASURE = re.compile(
    r"[\s-]?(?:of\s+)?("
    + "|".join(re.escape(key).replace(r"\ ", r"[\s-]") for key in sorted(SPELLINGS, key=lambda k: (-len(k), k)))
    + r")(?![\w²³])",
    re.I,
)


def _measure(page: Page, number: Number) -> Amount | None:
    text = page.text
    if number.letter_m and METRES_AFTER.match(text, number.end):
        return _amount(page, replace(number, scale=1.0), "measure", "m", number.start, number.end)
    apart = METRES_APART.match(text, number.end)
    if apart:
        return _amount(page, number, "measure", "m", number.start, apart.end(1))
    found = MAGNITUDE_BEFORE.search(text[max(0, number.start - 14) : number.start])
    if found and number.value < 10:
        return _amount(page, number, "measure", "magnitude", number.start - len(found.group()), number.end)
    if number.value < 10 and RICHTER.match(text, number.end):
        return _amount(page, number, "measure", "magnitude", number.start, number.end)
    after = re.compile(r"[-\s]magnitude\b", re.I).match(text, number.end)
    if after:
        return _amount(page, number, "measure", "magnitude", number.start, after.end())
    spelled = MEASURE.match(text, number.end)
    if spelled is None or (" of " in spelled.group().lower() and number.form != "vague"):
        return None
    unit = _symbol(spelled.group(1))
    start, sign = _signed(text, number, unit)
    return _amount(page, number, "measure", unit, start, spelled.end(), sign, of=_shared(page, spelled.end()))


def _symbol(words: str) -> str:
    low = " ".join(words.lower().split())
    return SPELLINGS[low] if low in SPELLINGS else SPELLINGS[low.replace("-", " ")]


MINUS = re.compile(r"(?<!plus or )(?<!plus/)\bminus\s+$|(?:^|(?<=[\s(“\"]))[-−]$", re.I)
BELOW_ZERO = frozenset({"°C", "°F", "degree", "%", "percentage point"})


def _signed(text: str, number: Number, unit: str) -> tuple[int, float]:
    """What can be below zero: "minus 10 degrees", "-0.5%"."""
    if unit in BELOW_ZERO and number.high is None:
        found = MINUS.search(text, max(0, number.start - 16), number.start)
        if found:
            return number.start - len(found.group()), -1.0
    return number.start, 1.0


def _count(page: Page, number: Number) -> Amount | None:
    text = page.text
    if (number.mantissa % 1 and number.scale == 1) or _is_name(page, number):
        return None
    hyphen = re.match(r"[-–]([a-z]+)\b", text[number.end : number.end + 20])
    skip = re.match(r"\s?\+|-(?:plus|odd)\b|\s+or\s+(?:so|more|fewer|less)\b", text[number.end : number.end + 12])
    if hyphen and not skip:
        return _hyphenated(page, number, hyphen)
    end = number.end + (skip.end() if skip else 0)
    vague = number.form == "vague" and BARE_CROWD.fullmatch(text[number.start : number.end]) is not None
    reading = counted(page, end, number.value, vague) or _counted_before(page, number)
    if reading is None or (reading.unit == NO_NOUN and _is_figure_of_speech(text, number, reading)):
        return None
    if _is_year(text, number, reading):
        return None
    kind: AmountKind = "votes" if reading.unit == "vote" else "count"
    return _amount(page, number, kind, reading.unit, number.start, max(reading.end, number.end), of=reading.of)


def _counted_before(page: Page, number: Number) -> Counted | None:
    """ "The number of strikers rose to about 400": the noun stands before, hedges between."""
    start = hedged(page.text, number, number.start, number.end)[0]
    reading = counted_before(page, start)
    return replace(reading, end=number.end) if reading is not None else None


def _hyphenated(page: Page, number: Number, found: re.Match[str]) -> Amount | None:
    """ "a 40-member council", "a 25-vote majority", "a 200-strong crowd"."""
    word = found.group(1)
    if word not in HYPHENATED and word != "vote":
        return None
    unit = NO_NOUN if word in {"strong", "person", "man"} else word
    return _amount(page, number, "votes" if word == "vote" else "count", unit, number.start, number.end + found.end())


def _is_figure_of_speech(text: str, number: Number, reading: Counted) -> bool:
    """Bare plurals that count nobody: "in their thousands", "test scores", "tens"."""
    if number.form != "vague" or reading.end > number.end:
        return False
    words = text[number.start : number.end].lower()
    before = text[max(0, number.start - 12) : number.start].lower()
    return words in {"scores", "tens"} or re.search(r"\b(?:in|by)\s+(?:the|their)\s+$", before) is not None


YEARS = re.compile(r"1[0-9]\d\d|20\d\d")
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|during|before|after|the|early|late|mid|his|her|its|their|a|this|for|through|to|and|’s|'s|spring|"
    r"summer|autumn|winter|fall)[\s-]+$",
    re.I,
)


def _is_year(text: str, number: Number, reading: Counted) -> bool:
    """Four bare figures between 1000 and 2099 are a year where a year can stand, unless people are counted with a
    hedge."""
    if number.high is not None or not YEARS.fullmatch(text[number.start : number.end]):
        return False
    lead = text[max(0, number.start - 24) : number.start]
    if is_hedged(lead) and not re.search(r"\b(?:over|above|under|below)\s+$", lead):
        return False
    round_hundreds = number.value % 100 == 0 and number.value != 2000
    modern = number.value >= 1900
    preposition = YEAR_BEFORE.search(lead) or re.search(r"\b(?:above|below|over|under|than|at)\s+$", lead)
    return (modern and not round_hundreds and preposition is not None) or (
        modern and reading.unit in {"election", "poll", "protest"}
    )


def _is_name(page: Page, number: Number) -> bool:
    """A number that is part of a name ("Group of Seven", "Falcon 9") or of a ranking ("top 10")."""
    text, doc = page.text, page.doc
    i = page.at(number.start)
    if i >= len(doc) or i == 0 or doc[i].is_sent_start:
        return False
    before = doc[i - 1]
    after = page.at(number.end)
    next_capital = (
        after < len(doc)
        and doc[after].text[:1].isupper()
        and doc[after].text[1:].islower()
        and not is_plural(doc[after].text)
    )
    if text[number.start].isupper() and number.form == "words":
        return before.text[:1].isupper() or before.lower_ == "of" or next_capital
    if before.lower_ in LABELLED:
        return True
    small_figure = number.form == "figures" and number.value < 10 and number.scale == 1
    return bool(small_figure and before.pos_ == "PROPN" and not before.is_sent_start)
