"""The headline of an item: one telling's clause, trimmed. Its words are the source's; only a pronoun whose name is
known gives way to the name, in brackets, and what was left out between two pieces is marked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.records import EventMention, Range, Reading, Span

# Nothing is left out between two pieces but a mark and white space: it stays.
PLAIN = re.compile(r"[\s,]*")
# What may stand between two pieces without a mark: the joint of a relative clause.
JOINT = re.compile(r"[\s,]*(?:who|which|that)?[\s,]*")
PRONOUNS = frozenset("he she it they him her them who".split())
# Pronouns that give way to a name anywhere in the clause: of a person alone, who stands outside it.
PERSONAL = re.compile(r"\b(?:he|she|him|his|hers?)\b", re.IGNORECASE)
# After "her" these show that it is no possessive: "told her that", "met her in".
NO_NOUN = frozenset(
    "about after again against and as at back because before but by during early for from if in into last late next of "
    "off on or out over since so than that the then through to under until what when where whether which while who why "
    "with without yesterday today".split()
)
POSSESSIVE = frozenset({"his", "her", "its", "their"})
PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS | POSSESSIVE | {'hers'}))})\b", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_][\w'’-]*")
GAP = " … "
BEST_WORDS = range(5, 27)


def headline(reading: Reading, event: EventMention, names: Mapping[Span, str]) -> str:
    """The pieces of `event.headline` in one line; `names` gives the pronouns and descriptions of its
    article their names."""
    text = reading.article.text
    told = _told(reading, event, names)
    out = ""
    for i, piece in enumerate(event.headline):
        if i:
            between = text[event.headline[i - 1][1] : piece[0]]
            out += _joint(out, between)
        out += _named(reading, piece, names, told)
    return " ".join(out.split())


def _told(reading: Reading, event: EventMention, names: Mapping[Span, str]) -> set[str]:
    """The names that the pieces tell themselves: in full, by surname, or by a description."""
    text, pieces = reading.article.text, event.headline
    words = {word for start, end in pieces for word in WORDS.findall(text, start, end)}
    told = {name for name in names.values() if name.split()[-1] in words}
    for span, name in names.items():
        inside = any(start <= span.start and span.end <= end for start, end in pieces)
        if inside and not PRONOUN.fullmatch(text, span.start, span.end):
            told.add(name)
    return told


def _joint(before: str, between: str) -> str:
    """What joins two pieces: the comma that closes an apposition stays, one whose opening was left out goes."""
    if PLAIN.fullmatch(between):
        return between if "," in before else " "
    return " " if JOINT.fullmatch(between) else GAP


def _named(reading: Reading, piece: Range, names: Mapping[Span, str], told: set[str]) -> str:
    """A piece with its first word replaced when that is a pronoun with a known name, and so every pronoun for a person
    whom the clause does not name; the first time only."""
    text, out, at = reading.article.text, "", piece[0]
    for found in PRONOUN.finditer(text, *piece):
        name = names.get(Span(reading.article.id, found.start(), found.end()))
        is_first = found.start() == piece[0] and found.group().lower() in PRONOUNS
        if name is None or not (is_first or (PERSONAL.fullmatch(found.group()) and name not in told)):
            continue
        out += f"{text[at : found.start()]}[{name}{_ending(text, found, piece[1])}]"
        told.add(name)
        at = found.end()
    return out + text[at : piece[1]]


def _ending(text: str, pronoun: re.Match[str], end: int) -> str:
    """ "'s" for a possessive: "his", and "her" before a noun."""
    word = pronoun.group().lower()
    after = WORDS.match(text, pronoun.end() + 1, end) if text[pronoun.end() : pronoun.end() + 1] == " " else None
    owns = word == "his" or (word == "her" and after is not None and after.group().lower() not in NO_NOUN)
    return "'s" if owns else ""


def fitness(reading: Reading, event: EventMention, exactness: int, named: int) -> tuple[float, int]:
    """How well a telling's clause serves as headline; larger is better. `named`: participants named in it.

    `exactness`: 0 with no date, 1 with a vague one, 2 with a day counted from the page's date, 3 with a day stated.
    """
    words = sum(len(reading.article.text[s:e].split()) for s, e in event.headline)
    opening = reading.article.text[event.headline[0][0] : event.headline[0][1]].split()[:1]
    score = 1.0 * exactness + min(named, 3)
    score += 1.0 if words in BEST_WORDS else -1.0
    score -= 1.5 * (bool(opening) and opening[0].lower() in PRONOUNS)
    score -= 0.5 * (len(event.headline) - 1)
    score -= 0.5 * event.background
    score += 0.5 * (event.status in {"happened", "ongoing"})
    return score, -words
