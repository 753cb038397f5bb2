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
GAP = " … "
BEST_WORDS = range(5, 27)


def headline(reading: Reading, event: EventMention, names: Mapping[Span, str]) -> str:
    """The pieces of `event.headline` in one line; `names` gives the pronouns of the article their names."""
    text = reading.article.text
    out = ""
    for i, piece in enumerate(event.headline):
        if i:
            between = text[event.headline[i - 1][1] : piece[0]]
            out += _joint(out, between)
        out += _named(reading, piece, names)
    return " ".join(out.split())


def _joint(before: str, between: str) -> str:
    """What joins two pieces: the comma that closes an apposition stays, one whose opening was left out goes."""
    if PLAIN.fullmatch(between):
        return between if "," in before else " "
    return " " if JOINT.fullmatch(between) else GAP


def _named(reading: Reading, piece: Range, names: Mapping[Span, str]) -> str:
    """A piece with its first word replaced when that is a pronoun with a known name."""
    words = reading.article.text[piece[0] : piece[1]]
    first = re.match(r"\w+", words)
    if first is None or first.group().lower() not in PRONOUNS:
        return words
    name = names.get(Span(reading.article.id, piece[0], piece[0] + first.end()))
    return f"[{name}]{words[first.end() :]}" if name else words


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
