"""Numbers that belong together: the two ends of a range ("10 to 15"), the two figures of a vote ("52 to 48")."""

from __future__ import annotations

import re

from twosource.annotate.counted import is_plural
from twosource.annotate.numbers import Number, ranged
from twosource.annotate.units import PERCENT

CHANGE = re.compile(
    r"\b(?:r[oi]se|risen|rising|grew|grow(?:n|ing)?|increas\w+|f[ae]ll(?:en|ing)?|dropp?\w*|declin\w+|cut\w*|rais\w+|went|gone|"
    r"climb\w*|jump\w*|soar\w*|reduc\w+|lower\w*|up|down|chang\w+|doubl\w+|plung\w+|shr[aiu]nk\w*|slipp?\w*|expand\w*|surg\w+|"
    r"slash\w*|revis\w+|downgrad\w+|upgrad\w+)\b[^.;]{0,60}\bfrom\s+\S{0,4}$",
    re.I,
)
SIGN = r"(?:[A-Z]{0,3}[$€£¥₽₹₴₺]|[A-Z]{3})?"
MONEY_SIGN = r"[$€£¥₽₹₴₺]"
STEP = re.compile(
    r"\b(?:r[oi]se|risen|grew|fell|fallen|dropped|declined|climbed|jumped|soared|slipped|surged|slumped|tumbled|sank|"
    r"plunged|gained|lost)\s+(?:by\s+)?$",
    re.I,
)
UNIT_BETWEEN = r"(?:\s?(?:%|per cent|percent|km|kg|bn|°C?|degrees|tonnes|metres|miles|people|dollars|euros))?"
JOIN = re.compile(rf"{UNIT_BETWEEN}\s?(?:to|[-–—])\s?{SIGN}\s?$")
JOIN_OR = re.compile(r"\s+or\s+$")
JOIN_AND = re.compile(rf"{UNIT_BETWEEN}\s+and\s+{SIGN}\s?$")
BETWEEN = re.compile(rf"\b(?:between|from)\s+(?:about\s+|around\s+|roughly\s+)?{SIGN}\s?$", re.I)
# A tally: "voted 312 to 101", "by 52 votes to 48", "a 5-4 vote".
TALLY_BEFORE = re.compile(
    r"\b(?:vot(?:ed|es?|ing)|ballot|approved|passed|rejected|adopted|defeated|endorsed|ratified|upheld)\b[^.;:]{0,40}$|"
    r"\b(?:motion|bill|amendment|resolution|proposal|law|act|treaty|decree|nomination)\b[^.;:]{0,60}\bby\s+(?:a\s+margin\s+of\s+)?$",
    re.I,
)
# "14 in favour, three against": how each of them voted follows the figure.
VOTED = re.compile(r"(?:\s+votes?)?\s+(?:in\s+favou?r|against)\b", re.I)
VOTING = re.compile(r"\b(?:vot(?:ed|es?|ing)|ballot|in\s+favou?r|abst(?:ain|ention)\w*|resolution|motion)\b", re.I)
TALLY_GAP = re.compile(r"(?:\s+votes?)?(?:\s+in\s+favou?r)?\s*(?:to|[-–]|against|versus)\s*$", re.I)
VOTE_AFTER = re.compile(r"[-\s]+(?:votes?|ballot|majority|decision|margin|ruling|split)\b", re.I)


def joined(text: str, found: tuple[Number, ...]) -> list[Number]:
    """`found` with the two ends of a range made one: "10 to 15", "between 5 and 7 million", "$5m-$7m"."""
    out: list[Number] = []
    for number in found:
        if out and _is_range(text, out[-1], number):
            out[-1] = ranged(out[-1], number)
        else:
            out.append(number)
    return out


def _is_range(text: str, low: Number, high: Number) -> bool:
    gap, before = text[low.end : high.start], text[max(0, low.start - 90) : low.start]
    if len(gap) > 24 or "fraction" in {low.form, high.form} or low.high is not None:
        return False
    top = ranged(low, high)
    if top.high is None or not top.value < top.high:
        return False
    if JOIN_OR.match(gap):
        return top.high <= 2 * top.value
    if JOIN_AND.match(gap):
        return BETWEEN.search(before) is not None
    if JOIN.match(gap) is None or CHANGE.search(before) or _is_change_by(text, gap, low, high):
        return False
    tally = TALLY_BEFORE.search(before) and not PERCENT.match(text, high.end)
    return not (tally and low.scale == 1 and counted_noun_missing(text, high.end))


def _is_change_by(text: str, gap: str, low: Number, high: Number) -> bool:
    """ "Fell 4.7 per cent to €12.35": the step of a change and where it led, not the two ends of a range."""
    share = PERCENT.match(gap)
    if share and not PERCENT.match(text, high.end):
        return True
    signed = re.search(rf"{MONEY_SIGN}\s?$", gap) is not None
    if signed and not re.search(rf"{MONEY_SIGN}\s?$", text[max(0, low.start - 4) : low.start]):
        return True
    told = re.match(r"\s?[^\W\d_]+\s+to\b|\s?%", gap) is not None or low.scale > 1
    return told and STEP.search(text, max(0, low.start - 24), low.start) is not None


def counted_noun_missing(text: str, end: int) -> bool:
    """Whether no plural follows at once: "voted 101 to 312." against "voted to send 10 to 15 observers"."""
    word = re.match(r"\s+([A-Za-z]+)", text[end : end + 40])
    return word is None or not is_plural(word.group(1))


def is_tally(text: str, found: list[Number], i: int) -> bool:
    """Whether number `i` is one of the two figures of a vote."""
    for a, b in ((i, i + 1), (i - 1, i)):
        if a < 0 or b >= len(found) or found[a].high is not None or found[b].high is not None:
            continue
        gap = text[found[a].end : found[b].start]
        if len(gap) > 30 or not TALLY_GAP.fullmatch(gap):
            continue
        tight = gap in {"-", "–"} and VOTE_AFTER.match(text, found[b].end)
        told = TALLY_BEFORE.search(text[max(0, found[a].start - 60) : found[a].start]) or "vote" in gap
        if tight or (told and counted_noun_missing(text, found[b].end)):
            return True
    number = found[i]
    near = text[max(0, number.start - 80) : number.start + 80]
    return number.high is None and VOTED.match(text, number.end) is not None and len(VOTING.findall(near)) > 1
