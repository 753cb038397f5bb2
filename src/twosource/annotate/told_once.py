"""Figures whose unit is told with the other figure: "rose from 400 to 550 employees", "187 dead, up from 164"."""

from __future__ import annotations

import re

from twosource.annotate.hedges import hedged
from twosource.annotate.numbers import Number, product
from twosource.annotate.ranges import CHANGE
from twosource.records import Amount

TO = re.compile(r"\s+to\s+(?:just\s+|only\s+)?")
# What puts a bare figure beside the one before: ", up from 164", ", compared with 12 a year ago".
BESIDE = re.compile(
    r"[^.;:!?\n]{0,40}\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against|versus|rather\s+than|instead\s+of)\s+"
    r"(?:just\s+|only\s+)?",
    re.I,
)
MORE_THAN = re.compile(r"\s+(?:more|fewer|less|higher|lower)\s+than\b", re.I)
ENDS = re.compile(
    r"\s*(?:[.,;:)!?\n]|$)|\s+(?:an?|in|last|the|on|at|during|before|previously|earlier|when|for|by|as|now|and|or)\b",
    re.I,
)
"""What follows a figure that nothing else is said of."""
YEARS = re.compile(r"(?:19|20)\d\d")
SAME_SIZE = 30.0
"""Two figures that share a scale told once ("from 4.2 to 4.8 billion") differ by less than this factor."""


def unit_before(text: str, other: Amount, told: Number, number: Number) -> Amount | None:
    """`number` as an amount in the unit of `other`, the amount before it that `told` is the number of."""
    if not _is_bare(text, number) or not other.end <= number.start <= other.end + 80:
        return None
    start, end, hedge = hedged(text, number, number.start, number.end)
    gap = text[other.end : max(other.end, start)]
    by_more = re.fullmatch(r"\s*[,;(–—-]\s*", gap) and MORE_THAN.match(text, number.end)
    changed = TO.fullmatch(gap) and CHANGE.search(text, max(0, other.start - 90), other.start)
    if not by_more and not ((changed or BESIDE.fullmatch(gap)) and ENDS.match(text, number.end)):
        return None
    value = _in_scale(number, told)
    if value is None:
        return None
    return Amount(start, end, other.kind, product(value, _factor(other, told)), other.unit, None, hedge)


def unit_behind(text: str, number: Number, other: Amount, told: Number) -> list[Amount]:
    """`number` in the unit of the amount after it, where the two tell a change; empty where they do not."""
    value = _in_scale(number, told)
    if value is None or not _is_bare(text, number) or TO.fullmatch(text, number.end, other.start) is None:
        return []
    if CHANGE.search(text, max(0, number.start - 90), number.start) is None:
        return []
    start, end, hedge = hedged(text, number, number.start, number.end)
    return [Amount(start, end, other.kind, product(value, _factor(other, told)), other.unit, None, hedge)]


def _is_bare(text: str, number: Number) -> bool:
    return number.high is None and number.form != "fraction" and not YEARS.fullmatch(text[number.start : number.end])


def _in_scale(number: Number, told: Number) -> float | None:
    """The value, in the scale of the other figure where that alone names one; None where the two are worlds apart."""
    if told.form == "fraction":
        return None
    if number.scale > 1 or told.scale == 1:
        return number.value
    near = 1 / SAME_SIZE < number.mantissa / told.mantissa < SAME_SIZE if told.mantissa else False
    return product(number.mantissa, told.scale) if near else None


def _factor(other: Amount, told: Number) -> float:
    """0.01 for pence, else 1."""
    return abs(other.value / told.value) if told.value else 1.0
