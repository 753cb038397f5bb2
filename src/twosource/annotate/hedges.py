"""Words that bound a number: "more than", "up to", "nearly", "a record". They belong to the amount's range."""

from __future__ import annotations

import re

from twosource.annotate.numbers import Number
from twosource.records import Hedge

A_BIT = (
    r"(?:well |far |many |much |just |slightly |significantly |considerably |a (?:little|bit|shade|fraction) |"
    r"(?<!a )little )?"
)
# "nearly" and its like come near from below but are read as "about": the figure is the writer's estimate, not a bound.
HEDGES_BEFORE: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (re.compile(rf"(?:\b(?:at (?:the very )?least|at a minimum|{A_BIT}(?:more|greater|higher|larger) than|"
                rf"{A_BIT}(?:over|above)|"
                r"(?:no|not) (?:fewer|less|lower) than|upwards? of|in excess of|a minimum of|"
                r"exceed(?:s|ed|ing)|as (?:few|little|low) as|north of|topp(?:ed|ing)|surpass(?:ed|ing))|"
                r"[>≥])\s*$", re.I), "at least"),
    (re.compile(rf"(?:\b(?:up to(?: and including)?|at (?:the )?(?:very )?most|(?:no|not) more than|"
                rf"{A_BIT}(?:fewer|less|lower|smaller) than|(?:well |far )?(?:under|below)|"
                r"as (?:many|much|high|large) as|a maximum of|not exceeding|south of)|"
                r"[<≤])\s*$", re.I), "at most"),
    (re.compile(r"(?:\b(?:about|around|roughly|some|approximately|approx\.?|circa|ca\.|nearly|almost|close to|an "
                r"estimated|estimated|"
                r"nearing|approaching|(?:just|slightly|a (?:little|bit)) (?:under|below|short of|shy of)|shy of|"
                r"(?:just|slightly|a (?:little|bit)) (?:less|fewer) than|not quite|barely|scarcely|"
                r"perhaps|maybe|somewhere (?:around|near)|in the (?:region|vicinity|neighbou?rhood) of|"
                r"[io]n the order of|"
                r"an average of|"
                r"averaging|virtually|more or less)|[~≈])\s*$", re.I), "about"),
)  # fmt: skip
HEDGES_AFTER: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (
        re.compile(r"\s?\+|-plus\b|\s+or\s+more\b|\s+and\s+counting\b|,?\s+at\s+(?:the\s+very\s+)?least\b", re.I),
        "at least",
    ),
    (re.compile(r"\s+or\s+(?:fewer|less)\b|,?\s+at\s+(?:the\s+)?(?:very\s+)?most\b|\s+tops\b", re.I), "at most"),
    (re.compile(r"-odd\b|\s+or\s+so\b|,?\s+give\s+or\s+take\b|\s+or\s+thereabouts\b", re.I), "about"),
)
# "a row over two islands": after these nouns "over" and "under" are prepositions, not hedges.
NO_HEDGE = re.compile(
    r"\b(?:disputes?|rows?|conflicts?|wars?|control|concerns?|debates?|talks|fights?|arguments?|power|victory|win|sanctions|anger|"
    r"fears?|outrage|protests?|charges|trial|rule|vote|clash(?:es)?|questions?|authority|jurisdiction|spread|all)\s+(?:over|above|around)\s*$",
    re.I,
)
RANGE_OPENS = re.compile(r"\b(?:between|from)\s+$", re.I)
RECORD = re.compile(
    r"\b(?:a|another)\s+(?:new\s+)?record\s+(?:(?:high|low|total)\s+)?(?:of\s+)?$|\ball-time\s+(?:high|low)\s+of\s+$",
    re.I,
)
""" "a record 12,000": no bound, but it goes with the figure."""
LEAD = 48
"""Characters before a number in which its hedge is looked for."""


def hedged(text: str, number: Number, start: int, end: int) -> tuple[int, int, Hedge | None]:
    """The range `start:end` of a number with its unit, widened by a hedge before or after it, and the hedge."""
    lead = text[max(0, start - LEAD) : start]
    opening = RANGE_OPENS.search(lead) if number.high is not None else None
    if opening and number.form != "vague":
        start, lead = start - (len(lead) - opening.start()), lead[: opening.start()]
    for pattern, hedge in HEDGES_AFTER:
        inside = pattern.search(text, number.end, max(end, number.end))
        after = pattern.match(text, end) or pattern.match(text, number.end)
        if inside or after:
            return _from_record(lead, start), max(end, after.end() if after else end), hedge
    if NO_HEDGE.search(lead):
        return start, end, None
    leads = [(found.start(), hedge) for pattern, hedge in HEDGES_BEFORE if (found := pattern.search(lead))]
    if not leads:
        return _from_record(lead, start), end, None
    at, bound = min(leads)  # the longest: "just under" before "under"
    return _from_record(lead[:at], start - (len(lead) - at)), end, bound


def _from_record(lead: str, start: int) -> int:
    found = RECORD.search(lead)
    return start - len(lead) + found.start() if found else start


def is_hedged(lead: str) -> bool:
    """Whether a hedge ends `lead`."""
    return any(pattern.search(lead) for pattern, _ in HEDGES_BEFORE)
