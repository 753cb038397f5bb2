"""Runs of capitalised words: where a name can stand at all. None crosses a sentence, a line, a comma or a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_words import Evidence, Word, common

_MAX_RUN = 14
_LONGEST_WORD = 60
"""Characters: longer ones are no words that a name has."""


def runs(found: Sequence[Word], seen: Evidence) -> Iterator[tuple[int, int]]:
    """Index ranges of the maximal runs of capitalised words with their inner particles, in order."""
    at = 0
    while at < len(found):
        first = at + _leading(found, at)
        if (
            not candidate(found[first], seen, _next_capital(found, first))
            or _compound(found, first)
            or _money(found, first)
        ):
            at += 1
            continue
        end = _extend(found, first, seen)
        yield at, end
        at = end


# Signs of money that are written in letters; a figure stands beside them or grows on to them ("Rs2", "USD5m", "US$").
_MONEY = re.compile(r"(?:Rs|INR|PKR|Tk|USD|US|EUR|GBP|RM|Sh|KSh|NGN|GHS|XOF)(?P<figure>\d[\d.]*\w*)?")


def _money(found: Sequence[Word], at: int) -> bool:
    match = _MONEY.fullmatch(found[at].text)
    if match is None or match["figure"]:
        return match is not None
    after = at + 2 if at + 1 < len(found) and found[at + 1].text == "." else at + 1
    if after >= len(found):
        return False
    return found[after].text == "$" or (found[at].text != "US" and found[after].text[0].isdigit())


def _compound(found: Sequence[Word], at: int) -> bool:
    """ "Re-imposing", "Anti-war": a word that opens a line with a small one hyphened to it; "EB-5", a number to it."""
    if at + 2 < len(found) and found[at + 2].glued and found[at + 2].text[0].isdigit() and found[at].text.isupper():
        return True
    return (
        found[at].opens
        and at + 2 < len(found)
        and found[at + 2].glued
        and not found[at + 2].capital
        and not listed(found[at])
    )


# A name may begin with these in small letters ("al-Assad", "von der Leyen"); "de" and "la" only inside one.
_SMALL_STARTS = frozenset("al el ul as ash an ar von van der den bin ibn ten ter di della".split())


def _leading(found: Sequence[Word], at: int) -> int:
    """How many words of small particles (with their hyphens) stand at `at` before a capital; 0 when none."""
    taken = 0
    while at + taken + 1 < len(found) and taken < 4:
        word = found[at + taken]
        if word.capital or word.lower not in _SMALL_STARTS:
            break
        taken += 2 if _hyphen(found, at + taken + 1) else 1
    fits = at + taken < len(found) and found[at + taken].capital and (taken != 1 or found[at].lower not in _NEED_HYPHEN)
    return taken if fits and found[at + taken].sentence == found[at].sentence else 0


# Words of English that are particles only with a hyphen.
_NEED_HYPHEN = frozenset("as an al el ul ash ar ten den".split())


def candidate(word: Word, seen: Evidence, followed: bool = False) -> bool:
    """Whether a name may begin with this word. `followed`: another capitalised word comes right after it."""
    if not word.letters or not word.capital or word.lower in lists.NOT_NAMES or len(word.text) > _LONGEST_WORD:
        return False
    if word.loud:
        return word.lower not in lists.OPENERS and (not common(word.lower) or bool(seen.name(word)) or listed(word))
    if not word.opens:
        return word.lower not in lists.OPENERS or (followed and word.lower in lists.PLACE_HEADS)
    return _opening(word, seen, followed)


def _opening(word: Word, seen: Evidence, followed: bool) -> bool:
    if word.lower in lists.OPENERS and not (followed and word.lower in lists.PLACE_HEADS):
        return False
    elsewhere = seen.name(word)
    if elsewhere is not None:
        return elsewhere or (followed and listed(word))
    return listed(word) or not common(word.lower) or (followed and _titular(word))


def _titular(word: Word) -> bool:
    """A word that begins titles and organisations: its run is worth a look."""
    return (
        word.lower in lists.HONORIFICS
        or word.lower in lists.ROLE_NOUNS
        or word.lower in (lists.ROLE_MODIFIERS | lists.ORG_HEADS | lists.PLACE_HEADS)
    )


def listed(word: Word) -> bool:
    """The word is a place, a people, a given name or a body in our lists, as written."""
    text = word.text.title() if word.text.isupper() and len(word.text) > 3 else word.text
    known = (
        text in gazetteer.places() or text in gazetteer.peoples() or text in lists.ORG_WORDS or text in lists.PALACES
    )
    return known or word.text in gazetteer.places() or (text in gazetteer.given_names() and not common(word.lower))


def _next_capital(found: Sequence[Word], at: int) -> bool:
    follower = at + 1
    if follower < len(found) and found[follower].text == ".":
        follower += 1
    return (
        follower < len(found)
        and found[follower].capital
        and found[follower].sentence == found[at].sentence
        and not found[at].possessive
    )


def _extend(found: Sequence[Word], start: int, seen: Evidence) -> int:
    """The end of the run that begins at `start`: over capitals, initials, hyphens and small words."""
    end = start + 1
    while end < len(found) and end - start < _MAX_RUN and not found[end - 1].possessive:
        step = _step(found, start, end, seen)
        if not step:
            break
        end += step
    return end


def _step(found: Sequence[Word], start: int, end: int, seen: Evidence) -> int:
    """How many words more the run takes at `end`: 0 when it is over."""
    word = found[end]
    if word.sentence != found[start].sentence:
        return 0
    if (_joins(word) or _syllable(found, start, end)) and not (word.loud and not candidate(word, seen)):
        return 1
    if word.text in "'’" and found[end - 1].lower in _CUT_TITLES and word.start == found[end - 1].end:
        return 1 if end + 1 < len(found) and _joins(found[end + 1]) else 0
    if word.text == "," and end + 1 < len(found) and found[end + 1].text in _LEGAL:
        return 2
    if word.text == "." and found[end - 1].text in _LEGAL and word.start == found[end - 1].end:
        return 1
    if word.text == "." and word.start == found[end - 1].end and _abbreviates(found, end - 1):
        return 1 if end + 1 < len(found) and _joins(found[end + 1]) else 0
    if word.text in "'’" and word.start == found[end - 1].end and found[end - 1].lower.endswith("s"):
        return _guild(found, end)
    if word.text in "-‐‑" and word.start == found[end - 1].end:
        joined = end + 1 < len(found) and (_hyphenates(found[end - 1], found[end + 1]) or _syllables(found, start, end))
        return 2 if joined else 0
    return _connector(found, start, end)


# Forms of address that are written with an apostrophe at their end: "Dato' Lim".
_CUT_TITLES = frozenset({"dato"})


def _syllable(found: Sequence[Word], start: int, end: int) -> bool:
    """ "Nguyen Thi Thu Ha": a word that is short for a weekday or month elsewhere, inside a name with the family first.

    A number behind it makes it a date again.
    """
    word, after = found[end], found[end + 1] if end + 1 < len(found) else None
    if not word.capital or word.lower not in lists.NOT_NAMES or len(word.text) > 4:
        return False
    dated = after is not None and (after.text[0].isdigit() or after.text in ",.")
    return not dated and any(one.text in gazetteer.family_first() for one in found[start:end])


# Legal forms that follow a comma or take a full stop: both belong to the name.
_LEGAL = frozenset("Inc Corp Co Ltd LLC LLP PLC Jr Sr".split())


def _joins(word: Word) -> bool:
    return word.letters and word.capital and word.lower not in lists.NOT_NAMES and word.lower not in _NEVER_INSIDE


def _hyphenates(left: Word, right: Word) -> bool:
    """A compound goes on over its hyphen: "Al-Assad", "Nagorno-Karabakh", "Co-operation"; not "US-led"."""
    if not right.glued or (not right.capital and (left.lower not in _PREFIXES or left.opens)):
        return False
    return not (_known_name(left) and _known_name(right) and left.text in gazetteer.country_names())


def _guild(found: Sequence[Word], end: int) -> int:
    """ "Dockers' and Shipwrights' Union": the words from the apostrophe to the body's last word; 0 without one."""
    for at in range(end + 1, min(end + 6, len(found))):
        word = found[at]
        if word.capital and word.lower in lists.ORG_TAILS:
            return at - end + 1
        if not (word.capital or word.text in "'’&" or word.lower == "and"):
            return 0
    return 0


def _syllables(found: Sequence[Word], start: int, end: int) -> bool:
    """ "Ban Ki-moon", "Jae-in Moon": the small second half of a Korean given name."""
    if not found[end + 1].glued or found[end + 1].capital or len(found[end + 1].text) > 6:
        return False
    after = found[end + 2] if end + 2 < len(found) else None
    before = end - 2 >= start and found[end - 2].text in gazetteer.family_first()
    return before or (
        after is not None and after.capital and after.text in gazetteer.family_first() and end - 1 == start
    )


_PREFIXES = frozenset("co non anti inter trans multi counter re pre post vice".split())

# Capitalised inside a line, these begin something new.
_NEVER_INSIDE = frozenset("the a an he she it they we i but and or if when while as said says".split())


def _abbreviates(found: Sequence[Word], at: int) -> bool:
    """The full stop after this word ends no sentence: an initial or a title written short."""
    return found[at].initial or found[at].lower in lists.ABBREVIATED_TITLES or found[at].lower in {"jr", "sr"}


def _connector(found: Sequence[Word], start: int, end: int) -> int:
    """Small words inside a name: particles of a person's, "of" and the like after an organisation's or place's head."""
    particles = end
    while particles < len(found) and particles - end < 3 and _particle(found[particles], found[start:end]):
        hyphen = _hyphen(found, particles + 1)
        if not hyphen and found[particles].lower in _NEED_HYPHEN - {"al", "el", "ul"}:
            break
        particles += 2 if hyphen else 1
    if particles > end and particles < len(found) and _joins(found[particles]) and not found[particles].opens:
        return particles - end + 1
    return _official(found, start, end)


def _particle(word: Word, before: Sequence[Word]) -> bool:
    """A small word of a name; "y" joins two family names only behind another particle ("de la Torre y Pando")."""
    if word.lower == "y":
        return not word.capital and any(one.lower in {"de", "del", "la", "los"} for one in before)
    return word.lower in lists.NAME_PARTICLES and not word.capital and word.lower not in {"e", "i"}


def _hyphen(found: Sequence[Word], at: int) -> bool:
    return at < len(found) and found[at].text in "-‐‑"


def _official(found: Sequence[Word], start: int, end: int) -> int:
    """ "of", "for", "and", "&": only inside names of bodies and places that have a head for it."""
    word, after = found[end], end + 1
    if after < len(found) and found[after].lower == "the":
        after += 1
    if after >= len(found) or not _joins(found[after]):
        return 0
    inside = [one.lower for one in found[start:end]]
    personal = any(_known_given(one) or one.initial or one.lower in lists.ROLE_NOUNS for one in found[start:end])
    body = not personal and any(one in lists.ORG_HEADS for one in inside)
    if word.text == "&":
        return after - end + 1
    if word.lower in {"of", "for", "on"} and (_of_head(found[end - 1].lower) or (body and "of" not in inside)):
        return after - end + 1
    if word.lower == "and" and _double_body(found, end):
        return after - end + 1
    if word.lower == "and" and body and {"of", "for", "on"} & set(inside):
        return 0 if _known_name(found[after]) or _known_name(found[end - 1]) else after - end + 1
    if word.lower == "of" and body and _country(found, after):
        return after - end + 1
    if word.lower == "in" and body and {"for", "of"} & set(inside) and "and" in inside:
        return after - end + 1
    return 0


def _double_body(found: Sequence[Word], end: int) -> bool:
    """ "Food and Drug Administration": two things that a body is about, and its kind at the end."""
    left, at = found[end - 1], end + 1
    if _known_name(left) or not common(left.lower) or left.lower in lists.ORG_TAILS | lists.ROLE_NOUNS:
        return False
    while at < len(found) and at - end < 6 and _joins(found[at]):
        if found[at].lower in lists.ORG_TAILS and at > end + 1:
            return True
        at += 1
    return False


def _country(found: Sequence[Word], at: int) -> bool:
    """ "of Russia", "of the Republic of Ardan" after a ministry's name."""
    return found[at].text in gazetteer.country_names() or found[at].lower in {"republic", "federation", "kingdom"}


def _of_head(lower: str) -> bool:
    return lower in lists.ORG_HEADS or lower in lists.PLACE_OF_HEADS


def _known_given(word: Word) -> bool:
    return word.text in gazetteer.given_names() and not common(word.lower)


def _known_name(word: Word) -> bool:
    return word.text in gazetteer.places() or word.text in gazetteer.peoples() or word.text in gazetteer.given_names()
