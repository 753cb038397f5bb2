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
    "need succeed heed bleed embed indeed hundred united red bed speed feed seed breed deed sacred wed exceed proceed "
    "shed".split()
)
# "will" and the like open the future for what follows them in the clause.
WILL: Final = frozenset("will ll shall wo".split())
FUTURES: Final = WILL | frozenset("going upcoming forthcoming".split())
# Words right before a time that put it ahead: a plan or a term is named.
AHEAD: Final = frozenset(
    """due scheduled slated payable expected expire expires effective deadline planned postponed tomorrow maturing
    matures redeemable starting beginning deferred expiring""".split()
)
# Before a participle they tell no past: "will be heard", "is being built", "when the case is heard".
PRESENTS: Final = frozenset("be being is are".split())
# What denies "could", and how far before and behind it stands.
DENIALS: Final = frozenset("not n neither nor nobody none never no".split())
_DENIED: Final = 7
_DENIED_AFTER: Final = 3
SINCE: Final = frozenset({"since"})
PASSED: Final = frozenset({"since", "after", "following"})
UNTIL: Final = frozenset({"until", "till", "til", "by", "through"})
MODALS: Final = frozenset("would could may might should must can".split())
# "as early as Friday".
AS_TERM: Final = frozenset({"early", "soon", "late"})
# What governs an infinitive that lies ahead; after other verbs it tells a purpose ("came to mark the day on Friday").
PLANS: Final = frozenset(
    """plan plans planned planning expect expects expected agree agrees agreed hope hopes hoped intend intends intended
    want wants wanted promise promises promised pledge pledges pledged vow vows vowed decide decides decided prepare
    prepares prepared preparing ready likely unlikely able is are was were due set scheduled slated going threatened
    threatens offer offers offered proposed proposes not continue continues seek seeks sought""".split()
)
# Of these the ones in the present tense: right of a time they put it ahead ("on Friday, the club plans to meet").
INTENTS: Final = frozenset("plan plans intend intends expect expects hope hopes want wants".split())
# In the present tense, right before a time, these tell what is arranged: "the trial opens on 9 May".
ARRANGED: Final = frozenset(
    """opens begins begin starts start ends closes expires expire resumes resume reopens convenes airs premieres departs
    arrives goes go lapses votes""".split()
)
_ARRANGED_REACH: Final = 5
# What follows "to" when it is no infinitive, for pipelines that tell no parts of speech.
NO_VERB: Final = frozenset("the a an its his her their our my this that those these it him them us date work".split())
# "was due to", "had been scheduled to": a plan told afterwards, or called off before.
PAST_PLANS: Final = frozenset("due scheduled set expected planned".split())
NEAREST: Final = 3
"""A lean that leaves the direction to the calendar: a day or two off is meant, whichever way it lies."""
# What is set long beforehand: its date before it is the nearest, whatever the tense around ("said of the 8 May vote").
SET_BEFOREHAND: Final = frozenset(
    """election elections vote referendum runoff ballot poll polls primary primaries caucus caucuses summit deadline
    inauguration convention congress trial hearing anniversary holiday parade festival final""".split()
)
_NOUN_REACH: Final = 3
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
    """-1 where tense and cues put the expression behind, +1 ahead (+2 beyond doubt), 0 where nothing tells.

    `verbs` are the offsets of verbs, where the pipeline knows them.
    """
    start, end = sentence(lexemes, first, last)
    possessive = lexemes.word(last) in {"'", "’"}
    cue = _cue(lexemes, first, last, start)
    if cue:
        return cue
    if lexemes.word(last) == "deadline":
        return 1
    if _past_plan(lexemes, first, start):
        return NEAREST
    left = _left(lexemes, range(first - 1, max(start, first - 1 - _REACH) - 1, -1), verbs, possessive)
    right = left or _right(lexemes, range(last, min(end, last + _REACH)), verbs)
    return right or _arranged(lexemes, first, start, verbs)


def set_beforehand(lexemes: Lexemes, first: int, last: int) -> bool:
    """Whether the expression is the date of what is set long beforehand ("the 8 May presidential election"), and
    nothing tells that it is over ("since the 8 May election").
    """
    if lexemes.word(first - 1) not in {"the", "a", "its", "their", "this"} or lexemes.word(first - 2) in PASSED:
        return False
    return any(lexemes.word(place) in SET_BEFOREHAND for place in range(last, last + _NOUN_REACH))


def _cue(lexemes: Lexemes, first: int, last: int, start: int) -> int:
    """What the words right before the expression tell: "since", "until", "due", "scheduled for".

    Before a possessive "by" names an agent ("killed by Monday's explosion") and tells no term.
    A plan told with "was" behind the time ("the fair planned for Friday was called off") is a past one.
    """
    possessive = lexemes.word(last) in {"'", "’"}
    for place in range(first - 1, max(start, first - 1 - _CLOSE) - 1, -1):
        word = lexemes.word(place)
        if word in SINCE:
            return -1
        if word in AHEAD and lexemes.word(place + 1) != "to":
            return NEAREST if lexemes.word(last) in {"was", "were"} else _plan(lexemes, place)
        if word == "by" and possessive:
            continue
        if place == first - 1 and (word in UNTIL or (word == "as" and lexemes.word(place - 1) in AS_TERM)):
            return _term(lexemes, word, place, start)
    return 0


def _past_plan(lexemes: Lexemes, first: int, start: int) -> bool:
    """ "was due to open on Monday", told on Tuesday or on Sunday: a plan of the past tells no direction."""
    for place in range(first - 1, max(start, first - 1 - _REACH) + 1, -1):
        if lexemes.word(place) == "to" and lexemes.word(place - 1) in PAST_PLANS:
            return lexemes.word(place - 2) in {"was", "were", "been"}
    return False


def _plan(lexemes: Lexemes, place: int) -> int:
    """A plan lies ahead, unless it is one of the past: "had been due to expire on Friday", "as previously planned"."""
    if lexemes.word(place - 1) in {"previously", "originally", "as"}:
        return -1
    return -1 if any(lexemes.word(before) == "had" for before in range(max(0, place - 5), place)) else 1


def _term(lexemes: Lexemes, word: str, place: int, start: int) -> int:
    """A term lies ahead, but "by" with a past before it tells how far things had come ("had filed by Wednesday").

    "Will be sold by Wednesday" has no past in it.
    """
    before = range(max(start, place - _REACH), place)
    if word == "by" and any(lexemes.word(one) in PASTS and lexemes.word(one - 1) not in PRESENTS for one in before):
        return -1
    if word in {"until", "by"} and any(lexemes.word(after) == "had" for after in range(place + 2, place + 2 + _REACH)):
        return -1
    return 1


def _left(lexemes: Lexemes, places: range, verbs: frozenset[int] | None, possessive: bool) -> int:
    """The time of the nearest verb on the left: -1, +1 (+2 for "will"), or 0 for none or a present."""
    for place in places:
        word = lexemes.word(place)
        if word in WILL:
            return 2
        if word == "could" and _denied(lexemes, place):
            return -1
        if word in FUTURES or (word in MODALS and not possessive and lexemes.raw(place) == word):
            return 1
        if word in AHEAD:
            return _plan(lexemes, place)
        if word == "to" and not possessive and _planned(lexemes, place, verbs):
            return 1
        if _is_past(lexemes, place, verbs) and lexemes.word(place - 1) not in PRESENTS:
            return -1
    return 0


def _arranged(lexemes: Lexemes, first: int, start: int, verbs: frozenset[int] | None) -> int:
    """+2 for what is arranged, told in the present: "the trial opens on 9 May", "voters go to the polls on Sunday"."""
    for place in range(first - 1, max(start, first - _ARRANGED_REACH) - 1, -1):
        if lexemes.word(place) in ARRANGED and (verbs is None or lexemes.starts[place] in verbs):
            return 2
        if lexemes.word(place) in {"is", "are"} and first - place <= 2 and lexemes.word(first - 1) == "on":
            return 2
    return 0


def _denied(lexemes: Lexemes, place: int) -> bool:
    """Whether "could" is denied, which tells of the past: "nobody could be reached", "could not be reached"."""
    return any(lexemes.word(near) in DENIALS for near in range(max(0, place - _DENIED), place + _DENIED_AFTER))


def _right(lexemes: Lexemes, places: range, verbs: frozenset[int] | None) -> int:
    """The time of the first verb on the right, for an expression that opens its clause."""
    for place in places:
        if lexemes.word(place) in FUTURES:
            return 1
        if lexemes.word(place) == "to" and lexemes.word(place - 1) in INTENTS and _planned(lexemes, place, verbs):
            return 1
        if _is_past(lexemes, place, verbs):
            return -1
    return 0


def _is_past(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    """Whether the lexeme is a past or participle."""
    word = lexemes.word(place)
    if word in PASTS:
        return True
    if len(word) <= 3 or not word.endswith("ed") or word in NOT_PASTS:
        return False
    return verbs is None or lexemes.starts[place] in verbs


def _planned(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    """Whether "to" opens an infinitive that a plan governs ("plans to vote on Friday"), not one of purpose."""
    return _infinitive(lexemes, place + 1, verbs) and lexemes.word(place - 1) in PLANS


def _infinitive(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    """Whether the word after "to" is a verb."""
    word = lexemes.raw(place)
    if not re.fullmatch("[a-z]+", word) or word.endswith("ed"):
        return False
    if verbs is None:
        return word not in NO_VERB and lexemes.kinds[place] == LETTER["other"]
    return lexemes.starts[place] in verbs
