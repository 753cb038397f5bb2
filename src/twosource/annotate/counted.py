"""What a number counts: the noun phrase after it, or people where the words name no noun ("thousands detained")."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from lemminflect import getLemma
from spacy.tokens import Doc, Token

from twosource.annotate.units import (
    AFTER_ONE,
    BUNCHES,
    INVARIANT_PLURALS,
    NO_NOUN,
    NOMINAL_PERSONS,
    PEOPLE_STATES,
    PEOPLE_VERBS,
    TIME_NOUNS,
)
from twosource.records import Range

MAX_PHRASE = 9
"""Tokens from a number to its noun: beyond that the reading is a guess."""
# Verbs whose bare subject is people ("three died", "thousands marched"), beside PEOPLE_VERBS.
PEOPLE_ACTS = PEOPLE_VERBS | frozenset(
    "gather protest march rally attend demonstrate join flock queue vote turn watch cheer chant arrive cross seek "
    "remain "
    "lose survive assemble live shelter sleep mourn apply sign wait".split()
)
BETWEEN_SUBJECT_AND_VERB = frozenset(
    "have has had been were was are is being be will would could may might also reportedly still already later then "
    "allegedly remain remained went reported confirmed feared believed said to more others not of them".split()
)
DETERMINERS = frozenset("the a an his her its their our my your these those this that all such".split())
# Plurals that stand before another noun ("two human rights groups", "22 police officers"): the phrase goes on after
# them.
PLURAL_MODIFIERS = frozenset(
    "arms sports rights sales savings services operations customs weapons communications drugs securities games "
    "jobs systems "
    "affairs forces explosives munitions veterans goods parks materials works police crew staff headquarters "
    "cattle poultry "
    "fish aircraft media data women children migrants troops border emergencies elections narcotics relations "
    "resources".split()
)
IN_PLURALS = ("s", "i", "a", "ae", "x", "men", "people", "children", "folk", "brethren", "oxen", "feet", "lice")
"""Ends of plurals, Latin and Greek ones among them; "displaced" has a noun lemma too, and is none."""
TWO_FIGURES = re.compile(r"[1-9]\d")
STANDS_BEFORE = frozenset({"compound", "amod", "nmod"})
OWNER_AT_MOST = 5
"""Tokens of an owner ("the old city's")."""
BEFORE_AT_MOST = 3
"""Tokens between a noun and the one that it stands before: beyond that the parse is a guess."""
PRONOUNS = frozenset("them us those whom which who it these you".split())


@dataclass(frozen=True)
class Counted:
    """`end`: where the amount ends; `head`: token of the counted noun, or None; `of`: what a bunch holds."""

    end: int
    unit: str
    of: Range | None = None


class Page:
    """A Doc with the character positions of its tokens, so that readings of the text and of tokens meet."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.starts: list[int] = doc.to_array("IDX").tolist()

    def at(self, char: int) -> int:
        """The first token that starts at or after `char` and is no white space; `len(doc)` when there is none."""
        i = bisect_left(self.starts, char)
        while i < len(self.doc) and self.doc[i].is_space and "\n\n" not in self.doc[i].text:
            i += 1
        return i

    def end(self, i: int) -> int:
        token = self.doc[i]
        return int(token.idx) + len(token.text)


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """The noun lemma of a word, lower case: "officials" -> "official", "people" -> "people"."""
    low = word.lower()
    if low == "others":
        return "other"
    if low in INVARIANT_PLURALS and low not in {
        "men",
        "women",
        "children",
        "teeth",
        "feet",
        "geese",
        "mice",
        "migrants",
        "youths",
    }:
        return low
    lemmas = getLemma(low, upos="NOUN")
    lemma = str(lemmas[0]) if lemmas else low
    return (
        low[:-1]
        if lemma == low and low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3
        else lemma
    )


def is_plural(word: str) -> bool:
    """Whether a word can be a plural noun."""
    low = word.lower()
    regular = low.endswith(IN_PLURALS) and (low.isalpha() or "-" in low)
    return low in INVARIANT_PLURALS or (regular and singular(low) != low)


def counted(page: Page, char: int, value: float, vague: bool) -> Counted | None:
    """What the number that ends at `char` counts, or None when it counts nothing that is written."""
    doc, i = page.doc, page.at(char)
    if i < len(doc) and doc[i].lower_ == "of":  # "one of the reasons" counts nothing
        return _of(page, char, i + 1, value, vague) if value != 1 else None
    if i < len(doc) and doc[i].lower_ in {"more", "others"} and i + 1 < len(doc) and doc[i + 1].lower_ == "of":
        return _of(page, char, i + 2, value, vague)
    found = _head(page, i, plural=value != 1)
    if found is not None:
        return _phrase(page, found, value)
    return _people(page, char, i, vague)


def _of(page: Page, char: int, i: int, value: float, vague: bool) -> Counted | None:
    """ "of his aides", "of people", "of the 120 deputies"."""
    doc = page.doc
    first = i
    while i < len(doc) and doc[i].lower_ in DETERMINERS:
        i += 1
    if i < len(doc) and doc[i].lower_ in PRONOUNS:
        return None
    i = _after_owner(doc, i)
    if i < len(doc) and value > 1 and (doc[i].like_num or doc[i].pos_ == "NUM"):
        if i == first and not TWO_FIGURES.match(doc[i].text):
            return None  # "three of four drivers" is a share, if anything
        head = _head(page, i + 1, plural=True)
        if head is None:
            return None
        return Counted(char, singular(doc[head].text), (int(doc[first].idx), page.end(head)))
    head = _head(page, i, plural=True)
    if head is None and vague:
        head = _head(page, i, plural=False)
    return None if head is None else _phrase(page, head, value, partitive=True)


def _after_owner(doc: Doc, i: int) -> int:
    """The figure after a possessive ("of [the country's] 21 provinces"), or `i` where none follows."""
    for j in range(i, min(i + OWNER_AT_MOST, len(doc) - 1)):
        if doc[j].text in {"'s", "’s", "'", "’"}:
            return j + 1 if doc[j + 1].like_num else i
    return i


def _phrase(page: Page, head: int, value: float, partitive: bool = False) -> Counted | None:
    doc, unit = page.doc, singular(page.doc[head].text)
    if unit in TIME_NOUNS or (value == 1 and unit in AFTER_ONE and not partitive):
        return None
    if unit == "figure" and value in range(4, 10):
        return None  # "six figures": a sum told by its length
    if unit in NOMINAL_PERSONS:
        unit = NO_NOUN
    of = None
    if unit in BUNCHES and head + 1 < len(doc) and doc[head + 1].lower_ == "of":
        held = _head(page, _after_determiners(doc, head + 2), plural=False)
        if held is not None:
            of = (int(doc[head + 2].idx), page.end(held))
    return Counted(page.end(head), unit, of)


def _after_determiners(doc: Doc, i: int) -> int:
    while i < len(doc) and doc[i].lower_ in DETERMINERS:
        i += 1
    return i


def _head(page: Page, i: int, plural: bool) -> int | None:
    """The head noun of the noun phrase whose modifiers begin at token `i`."""
    doc, head, first = page.doc, None, i
    while i < len(doc) and i - first < MAX_PHRASE:
        token = doc[i]
        if i > first and token.is_sent_start:
            break
        if _is_noun(token, plural):
            if head is not None and not _continues(token, doc[head], plural):
                break
            head = i
        elif not _is_modifier(token, head is not None, doc[i - 1] if i > first else None):
            break
        i += 1
    if head is not None:
        head = _governor(doc, head, plural)
    if head is None or (not plural and head + 1 < len(doc) and doc[head + 1].lower_ == "-"):
        return None
    return head


def _governor(doc: Doc, head: int, plural: bool) -> int:
    """The noun that `head` only stands before, by the parse ("two cable news hosts"); without one, `head` itself."""
    above = doc[head].head
    if doc[head].dep_ not in STANDS_BEFORE or not head < above.i <= head + BEFORE_AT_MOST or not above.text.islower():
        return head
    fits = above.pos_ == "NOUN" and (is_plural(above.text) if plural else True)
    return int(above.i) if fits else head


def _is_noun(token: Token, plural: bool) -> bool:
    """Whether the token can be the counted noun: with a number other than one, only a plural can."""
    if not (token.text[:1].isalpha() and len(token.text) > 1):
        return False
    if token.lower_ in PEOPLE_STATES or token.lower_ in {"killed", "arrested", "detained"}:
        return False  # "two wounded soldiers"; "two wounded" is read by `_people`
    if plural:
        noun_like = token.pos_ in {"NOUN", "PROPN", "", "VERB"} or token.lower_ in INVARIANT_PLURALS
        return noun_like and is_plural(token.text)
    return token.pos_ in {"NOUN", ""} and token.lower_ not in DETERMINERS


def _continues(token: Token, head: Token, plural: bool) -> bool:
    """Whether a further noun belongs to the same phrase: "arms control treaties", not "people Saturday"."""
    if token.pos_ != "NOUN" or not token.text.islower():
        return False
    return not plural or token.i > head.i + 1 or head.lower_ in PLURAL_MODIFIERS


def _is_modifier(token: Token, after_head: bool, before: Token | None) -> bool:
    if token.lower_ in {"and", "or", "to"} and before is not None and before.text == "-" and before.whitespace_:
        return True  # "coal- and gas-fired plants"
    if token.lower_ in {
        "or",
        "and",
        "to",
        "in",
        "at",
        "by",
        "on",
        "for",
        "as",
        "than",
        "who",
        "that",
        "which",
        "not",
        "so",
    }:
        return False
    if after_head:  # only a compound may go on ("arms control treaties")
        return (
            token.pos_ == "NOUN" and token.text.islower() and before is not None and before.lower_ in PLURAL_MODIFIERS
        )
    if token.text in {"-", "–", "‘", "’", "'", "“", "”", '"', "’s", "'s"}:
        return True
    if token.pos_ == "NUM":
        return before is not None and before.pos_ == "PROPN"  # "14 Falcon 2 jets"
    if token.text == ",":
        return before is not None and before.pos_ == "ADJ"
    if token.pos_ == "VERB":
        return (
            token.lower_.endswith(("ed", "ing", "en", "wn", "ught", "lt")) and token.lower_ not in PEOPLE_STATES
        ) or _attributive(token)
    return token.pos_ in {"ADJ", "NOUN", "PROPN", "ADV", "PART"} and token.lower_ not in {"not", "ago", "here", "there"}


def _attributive(token: Token) -> bool:
    """A state or participle before its noun ("two wounded soldiers")."""
    doc, i = token.doc, token.i + 1
    return (
        i < len(doc) and not doc[i].is_sent_start and doc[i].pos_ in {"NOUN", "ADJ"} and token.lower_ in PEOPLE_STATES
    )


def _people(page: Page, char: int, i: int, vague: bool) -> Counted | None:
    """People where no noun says so: "12 dead", "thousands detained", "killed three", "two were killed", "drawing
    thousands"."""
    doc = page.doc
    if i < len(doc) and doc[i].lower_ in {"more", "others"}:
        i += 1
    if i < len(doc) and (doc[i].lower_ in PEOPLE_STATES or (_lemma(doc[i]) in PEOPLE_VERBS and _participle(doc[i]))):
        return Counted(page.end(i), NO_NOUN)
    if _verb_before(page, char) or _verb_after(doc, i):
        return Counted(char, NO_NOUN)
    return Counted(char, NO_NOUN) if vague else None


# "The number of strikers rose to 400", "put the death toll at 12": what is counted stands before the number.
NUMBER_OF = re.compile(
    r"\b(?:number|total|count|tally|figure|toll)s?\b(?P<of>\s+of\s+)?[^.;:!?\n]{0,90}?"
    r"\b(?:to|from|at|was|is|were|are|reached|hit|exceeded|passed|topped|as|be|rises?|rose|risen|climb|climbed|grown?|grew|fall|fell|"
    r"fallen|dropped|drop)\s+(?:now\s+)?$",
    re.I,
)
CROWD_OF = re.compile(
    r"\b(?:crowds?|audience|congregation|throng|turnout|workforce|garrison|population|membership|delegation|readership|"
    r"gathering|attendance|party)\s+(?:numbering|of)\s+$",
    re.I,
)
""" "A crowd of 4,000": a word for many people stands for the noun."""
TOLL = re.compile(r"\btolls?$", re.I)


def counted_before(page: Page, char: int) -> Counted | None:
    """What a bare number that starts at `char` counts, where a "number of" or "toll" before it says so."""
    lead = page.text[max(0, char - 130) : char]
    if CROWD_OF.search(lead):
        return Counted(char, NO_NOUN)
    matches = list(NUMBER_OF.finditer(lead))
    if not matches:
        return None
    found = matches[-1]
    offset = char - len(lead)
    if not found["of"]:
        word = re.match(r"\w+", lead[found.start() :])
        return Counted(char, NO_NOUN) if word and TOLL.search(word.group()) else None
    first = _after_determiners(page.doc, page.at(offset + found.end("of")))
    head = _head(page, first, plural=True)
    if head is None or page.end(head) > char:
        return None
    unit = singular(page.doc[head].text)
    return Counted(char, NO_NOUN if unit in NOMINAL_PERSONS else unit, (int(page.doc[first].idx), page.end(head)))


def _participle(token: Token) -> bool:
    return bool(token.lower_.endswith("ed")) or token.lower_ in {"hurt", "slain", "shot", "freed"}


def _lemma(token: Token) -> str:
    lemmas = getLemma(token.lower_, upos="VERB")
    return str(lemmas[0]) if lemmas else str(token.lower_)


def _verb_after(doc: Doc, i: int) -> bool:
    seen = 0
    while i < len(doc) and seen < 4 and doc[i].lower_ in BETWEEN_SUBJECT_AND_VERB and not doc[i].is_sent_start:
        if doc[i].lower_ in PEOPLE_STATES:
            return True
        i, seen = i + 1, seen + 1
    if i >= len(doc) or doc[i].is_sent_start:
        return False
    if doc[i].lower_ in PEOPLE_STATES:
        return seen > 0
    verb = doc[i].pos_ in {"VERB", "AUX", ""} and doc[i].lower_ != _lemma(doc[i])
    return verb and (_lemma(doc[i]) in PEOPLE_VERBS or _lemma(doc[i]) in PEOPLE_ACTS)


HEDGING = frozenset(
    "at least most about around some nearly almost more than over up to roughly approximately as many an "
    "estimated another "
    "a further only just no fewer less under".split()
)


def _verb_before(page: Page, char: int) -> bool:
    """A verb that takes persons stands right before the number, hedges between them aside ("killing at least nine")."""
    i = bisect_left(page.starts, char) - 1
    steps = 0
    while i >= 0 and steps < 9:
        token = page.doc[i]
        numeric = token.like_num or token.pos_ == "NUM" or token.is_digit or token.text in {"-", "of"}
        if not (numeric or token.lower_ in HEDGING or token.is_space):
            return (
                _lemma(token) in PEOPLE_VERBS
                and token.pos_ in {"VERB", "AUX", ""}
                and token.lower_ not in {"round", "free"}
            )
        if token.is_sent_start:
            return False
        i, steps = i - 1, steps + 1
    return False
