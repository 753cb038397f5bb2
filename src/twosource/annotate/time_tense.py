"""Which way a time expression leans: back or forward from the document's day, by tense and cue words near it.

Measured on news: of bare weekdays 44% are the document's own day, 47% lie one to six days back and 5% ahead; of bare
months 68% lie behind and 29% ahead. What lies ahead nearly always has a cue, so the cue decides and not a preference.
"""

from __future__ import annotations

import re
from typing import Final

from .time_lexing import Lexemes
from .time_words import LETTER

# Verbs whose past is not in -ed. Forms that are also present tense or nouns ("put", "set", "cut") are left out.
PASTS: Final = frozenset(
    """was were had did said told went came became began broke brought built bought caught chose drew drove ate fell
    fled flew fought found froze gave got grew heard held hid kept knew laid led left lent lost made meant met paid
    ran rang rose sang sank sat saw sent shook shot slept sold sought spent spoke stole stood struck swept swore taught
    thought threw took understood woke won wore wrote arose awoke bore beat bent bound bred fled flung forgot forbade
    hung sped spun stuck stung swung tore wound withdrew withstood overcame overthrew underwent took been gone done
    given taken seen shown known drawn driven fallen grown risen spoken stolen thrown written begun chosen broken
    stricken slain dug""".split()
)
NOT_PASTS: Final = frozenset(
    "need indeed hundred united red bed speed feed seed breed deed sacred wed exceed proceed shed".split()
)
# "will" and the like open the future for what follows them in the clause.
FUTURES: Final = frozenset("will ll shall wo going upcoming forthcoming".split())
# Words right before a time that put it ahead: a plan or a term is named.
AHEAD: Final = frozenset(
    """due scheduled slated payable expected expire expires effective deadline planned postponed tomorrow maturing
    matures redeemable starting beginning deferred expiring""".split()
)
SINCE: Final = frozenset({"since"})
UNTIL: Final = frozenset({"until", "till", "til", "by", "through"})
# Present forms that say nothing of time by themselves, but end the search for a verb.
PRESENTS: Final = frozenset("is are am has have says say does do".split())
# What follows "to" when it is no infinitive, for pipelines that tell no parts of speech.
NO_VERB: Final = frozenset("the a an its his her their our my this that those these it him them us date work".split())
_STOPS: Final = LETTER["stop"] + LETTER["paragraph"]
_REACH = 14
_CLOSE = 4


def sentence(lexemes: Lexemes, first: int, last: int) -> tuple[int, int]:
    """The lexemes of the sentence around `first` to `last`, bounded on both sides."""
    start = first
    while start > 0 and first - start < 60 and lexemes.kinds[start - 1] not in _STOPS:
        start -= 1
    end = last
    size = len(lexemes.kinds)
    while end < size and end - last < 60 and lexemes.kinds[end] not in _STOPS:
        end += 1
    return start, end


def lean(lexemes: Lexemes, first: int, last: int, verbs: frozenset[int] | None = None) -> int:
    """-1 where tense and cues put the expression behind, +1 ahead, 0 where nothing tells.

    `verbs` are the offsets of verbs, where the pipeline knows them.
    """
    start, end = sentence(lexemes, first, last)
    for place in range(first - 1, max(start, first - 1 - _CLOSE) - 1, -1):
        word = lexemes.word(place)
        if word in SINCE:
            return -1
        if word in AHEAD and lexemes.word(place + 1) != "to":
            return 1
        if place == first - 1 and (
            word in UNTIL or (word == "as" and lexemes.word(place - 1) in {"early", "soon", "late"})
        ):
            return _term(lexemes, word, place, start)
    if lexemes.word(last) in {"deadline"}:
        return 1
    left = _verb(lexemes, range(first - 1, max(start, first - 1 - _REACH) - 1, -1), verbs)
    return left or _verb(lexemes, range(last, min(end, last + _REACH)), verbs)


def _term(lexemes: Lexemes, word: str, place: int, start: int) -> int:
    """A term lies ahead, but "by" with a past before it tells how far things had come ("had filed by Wednesday")."""
    if word == "by" and any(lexemes.word(before) in PASTS for before in range(max(start, place - _REACH), place)):
        return -1
    if word in {"until", "by"} and any(lexemes.word(after) == "had" for after in range(place + 2, place + 2 + _REACH)):
        return -1
    return 1


def _verb(lexemes: Lexemes, places: range, verbs: frozenset[int] | None) -> int:
    """The time of the first verb met on the way: -1, +1, or 0 for none or a present."""
    backward = places.step < 0
    possessive = backward and lexemes.word(places.start + 2) in {"'", "’"}
    for place in places:
        word = lexemes.word(place)
        if word in FUTURES:
            return 1
        if (
            backward
            and word in {"would", "could", "may", "might", "should", "must", "can"}
            and lexemes.raw(place) == word
        ):
            return 1
        if word in AHEAD:
            return 1
        if backward and word == "to" and not possessive and _infinitive(lexemes, place + 1, verbs):
            return 1
        if word in PASTS or (len(word) > 3 and word.endswith("ed") and word not in NOT_PASTS):
            if verbs is not None and word not in PASTS and lexemes.starts[place] not in verbs:
                continue
            if backward and lexemes.word(place - 1) in {"be", "being"}:
                continue
            return -1
    return 0


def _infinitive(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    """Whether the word after "to" is a verb."""
    word = lexemes.raw(place)
    if not re.fullmatch("[a-z]+", word) or word.endswith("ed"):
        return False
    if verbs is None:
        return word not in NO_VERB and lexemes.kinds[place] == LETTER["other"]
    return lexemes.starts[place] in verbs
