"""What a page calls those whom it names: "the volcanologist Ana Roe", "the company's negotiator, Jon Poe", "Li Dahl, a
former clerk". The words are taken as they stand beside the name, so that a role needs to be in no list; a wrong one
does no harm until the page speaks of "the ..." with that very word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twosource.records import Mention, Range

_TIES = frozenset("of for from in at to with on by who whose which that and".split())
TIE = re.compile(rf"\s(?:{'|'.join(sorted(_TIES))})\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_REACH = 120  # characters beside a name
_MOST_WORDS = 6
_ARTICLES = frozenset("the a an this that another one".split())
_OWNERS = frozenset("his her its their our my".split())
_FIRST = _ARTICLES | _OWNERS
_POSSESSIVE = ("'", "’", "'s", "’s")
# Where a phrase cannot go on to the left: what stands before is another phrase.
_STOPS = frozenset(
    "of for from in at to with on by and or but as when while after before who whom which that said says told saying "
    "asked is was are were be been has had have will would than then also not against about into over under between "
    "including like near he she it they we i you him them".split()
)
# Two words of which the first is the office: "attorney general", "chief executive".
_OFFICES = frozenset(
    (office, "general")
    for office in "secretary attorney director inspector surgeon solicitor governor prosecutor auditor".split()
) | {("chief", "executive")}
# What someone who does this for a body is called.
_DOERS = {
    "leads": "leader", "led": "leader", "owns": "owner", "chairs": "chairman", "heads": "head", "runs": "head",
    "edits": "editor", "coaches": "coach", "manages": "manager", "founded": "founder", "commands": "commander",
}  # fmt: skip
_WHO_DOES = re.compile(r"(?:, (?:\d+, )?)?who ([a-z]{2,12})\b")
_IS = re.compile(r" (?:is|was|became|remains) (?:an?|the) ")
_OWNED = re.compile(r"['’]s?\s|\b(?:his|her|its|their)\b", re.IGNORECASE)
_BESIDE = 60  # characters before a name in which its owner may stand
_OF = re.compile(r" (?:of|from|for) (?:the )?([A-Z][\w-]+)")
_PART, _PART_END = re.compile(r"[,;:()“”\"—–]"), re.compile(r"[,;:.()“”\"—–]")
_AGED = re.compile(r", (?:aged )?\d{1,3}(?=,)")


@dataclass(frozen=True, slots=True)
class Calling:
    """A noun with the words before it, and the words of what it is tied to ("head" "of the election commission")."""

    head: str
    modifiers: frozenset[str]
    tied: frozenset[str] = frozenset()
    owned: bool = False
    """Whether somebody's: "his lawyer, Jon Poe", "a lawyer for Ana Roe"."""


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in lower case, without possessive endings."""
    words = [word.lower() for word in _WORD.findall(phrase)]
    return [word[:-2] if word.endswith(("'s", "’s")) else word for word in words]


@lru_cache(1 << 14)
def calling(phrase: str) -> Calling | None:
    """What a noun phrase says: its head is the last word before a tie, and before that after a possessor."""
    parts = TIE.split(f"{phrase} ", maxsplit=1)
    words = [word for word in words_of(parts[0]) if word not in _FIRST]
    if not words:
        return None
    if len(words) > 1 and (words[-2], words[-1]) in _OFFICES:
        words.pop()
    tied = frozenset(words_of(parts[1])) - _STOPS - _ARTICLES if len(parts) > 1 else frozenset()
    return Calling(words[-1], frozenset(words[:-1]), tied)


def callings(text: str, mention: Mention, sentence: Range) -> Iterator[Calling]:
    """What the words beside a mention call it: its title, the words before, an apposition before or after, a "who"."""
    before = text[max(sentence[0], mention.start - _REACH) : mention.start]
    after = _AGED.sub("", text[mention.end : min(sentence[1], mention.end + _REACH)], count=1)
    whole = mention.start - sentence[0] <= _REACH
    title = mention.title or ""
    untitled = before.rstrip().removesuffix(title) if title else before
    apposed = _apposed_after(after)
    behind = " ".join(words_before_tie(apposed.split()))
    if title and not before.rstrip(" ,").endswith(title) and not behind.endswith(title):
        title = ""  # "In Selm, the mayor said": no apposition, for no comma closes it
    phrases = [title, _leading(before, whole), _apposed_before(before), _apposed_before(untitled), apposed]
    place = _OF.match(after)
    for phrase in dict.fromkeys(phrases):
        found = calling(phrase) if phrase else None
        if found is not None:
            tied = found.tied | {place[1].lower()} if place else found.tied
            owned = bool(tied) or _OWNED.search(before[-_BESIDE:] + phrase) is not None
            yield Calling(found.head, found.modifiers, tied, owned)
    doing = _WHO_DOES.match(after)
    if doing and doing[1] in _DOERS:
        yield Calling(_DOERS[doing[1]], frozenset(), frozenset(words_of(after[doing.end() :].split(",")[0])))


def _leading(before: str, whole: bool) -> str:
    """ "The volcanologist " and "Mine inspector ": words before the name, from an article or its start."""
    if not before.endswith(" "):
        return ""
    words = before.split()
    taken: list[str] = []
    while words and len(taken) < _MOST_WORDS:
        word = words.pop()
        low = word.lower()
        if low in _FIRST or low.endswith(_POSSESSIVE):
            return " ".join(reversed(taken))
        if low in _STOPS or not _WORD.fullmatch(word.strip('“"‘')):
            return ""
        taken.append(word)
    return " ".join(reversed(taken)) if whole and not words and len(taken) <= 3 else ""


def _apposed_before(before: str) -> str:
    """ "The company's negotiator, ": the phrase from the first article or possessor that heads it."""
    if not before.endswith(", "):
        return ""
    segment = _PART.split(before[:-2])[-1].split()
    for number, word in enumerate(segment):
        low = word.lower()
        if low not in _FIRST and not low.endswith(_POSSESSIVE):
            continue
        rest = segment[number + 1 :]
        head = words_before_tie(rest)
        if 0 < len(head) <= _MOST_WORDS and not any(w.lower() in _FIRST | _STOPS for w in head):
            return " ".join(rest)
    return ""


def _apposed_after(after: str) -> str:
    """ ", a former bank clerk," and " is a farmer": closed by a comma or a full stop, or tied ("the mayor of Selm")."""
    found = _IS.match(after)
    rest = after[found.end() :] if found else after[2:] if after.startswith(", ") else ""
    if not rest:
        return ""
    phrase = _PART_END.split(rest, maxsplit=1)[0]
    head = words_before_tie(phrase.split())
    if not 0 < len(head) <= _MOST_WORDS or head[0].lower() in _STOPS:
        return ""
    return phrase


def words_before_tie(words: list[str]) -> list[str]:
    """The words of a phrase up to its first preposition or relative."""
    for number, word in enumerate(words):
        if word.lower() in _TIES:
            return words[:number]
    return words
