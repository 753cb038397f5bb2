"""Where names begin and end: what no name begins or ends with is cut off, what is two names is parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_ballot import Ballot, Span
from twosource.annotate.name_words import common
from twosource.records import MentionKind

Named = tuple[int, int, MentionKind]
"""A name as a range of characters, and its kind."""


def bounded(ballot: Ballot, names: Sequence[Span]) -> list[Named]:
    """The names as ranges of characters, in order."""
    parts = (part for name in _inverted(ballot, names) for part in _parted(ballot, name))
    trimmed = (_trimmed(ballot, part) for part in parts)
    ranged = (_ranged(ballot, _house(ballot, name)) for name in trimmed if name is not None)
    return [one for one in ranged if one[1] > one[0]]


def _inverted(ballot: Ballot, names: Sequence[Span]) -> Iterator[Span]:
    """ "Roe, Ada" in quotation marks, as mail programs write a sender, is one name."""
    waiting: Span | None = None
    for name in names:
        if waiting and _is_sender(ballot.words, waiting, name):
            waiting = Span(waiting.start, name.end, "PERSON")
            continue
        if waiting:
            yield waiting
        waiting = name
    if waiting:
        yield waiting


def _is_sender(words: Sequence[str], family: Span, given: Span) -> bool:
    if not family.kind == given.kind == "PERSON" or given.start != family.end + 1 or family.start == 0:
        return False
    around = [words[family.start - 1], words[family.end], *words[given.end : given.end + 1]]
    return around == ['"', ",", '"']


# Signs that part two names when there is space on both sides of them.
_SPACED = frozenset("-–—/|")


_LONGEST_PLACE = 8
"""Words of a town with its region; longer than that is no such pair."""


def _parted(ballot: Ballot, name: Span) -> Iterator[Span]:
    """Cut at spaced dashes and strokes, at a place's comma, and between a town and its region."""
    start = name.start
    for at in range(name.start + 1, name.end - 1):
        if _parts(ballot, at) or (ballot.words[at] == "," and name.kind == "LOC"):
            yield from _town_and_region(ballot, Span(start, at, name.kind))
            start = at + 1
    yield from _town_and_region(ballot, Span(start, name.end, name.kind))


def _town_and_region(ballot: Ballot, name: Span) -> Iterator[Span]:
    words = ballot.words[name.start : name.end]
    if name.kind == "LOC" and len(words) <= _LONGEST_PLACE:
        for at in range(1, len(words)):
            if _region(words[at:]) and _town(words[:at], words):
                yield Span(name.start, name.start + at, "LOC")
                yield Span(name.start + at, name.end, "LOC")
                return
    if words:
        yield name


def _parts(ballot: Ballot, at: int) -> bool:
    spaced = ballot.ends[at - 1] < ballot.starts[at] and ballot.ends[at] < ballot.starts[at + 1]
    return spaced and ballot.words[at] in _SPACED and ballot.words[at - 1].lower() not in lists.NAME_PARTICLES


def _region(words: Sequence[str]) -> bool:
    """A country, or a state of the USA in full or by its code, in whatever case."""
    text = " ".join(words).rstrip(".")
    title = text.title() if text.islower() else text
    return title in gazetteer.regions() or title in gazetteer.country_names() or text.upper() in lists.STATE_CODES


# Heads that towns' names begin with too; behind the others a country's name is part of a larger one ("Upper Ardan").
_TOWN_HEADS = frozenset("san santa saint st los las el port puerto fort new lake mount bay city".split())


def _town(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Words that can be a town's name before its region's; "Outer Mongolia", "Republic of Moldova" are one name."""
    text, both = " ".join(words).title(), " ".join(whole).title()
    if both in gazetteer.places() or not words[-1].replace(".", "").isalpha():
        return False
    if text in gazetteer.places():
        return True
    small = words[0][0].isupper() and any(word[0].islower() for word in words)
    if small or words[0].lower() in lists.PLACE_HEADS - _TOWN_HEADS:
        return False
    return not all(common(word.lower()) for word in words) or words[-1].lower() in lists.PLACE_TAILS - {"republic"}


def _trimmed(ballot: Ballot, name: Span) -> Span | None:
    """Without small words and stops at its end and forms of address before it; None when nothing is left."""
    words, start, end = ballot.words, name.start, name.end
    while end > start and words[start][0].isupper() and words[end - 1] in _NO_ENDS:
        end -= 1
    if end - start > 1 and words[end - 1] == "." and not _shortened(words[end - 2]):
        end -= 1
    elif end > start and _stopped(ballot, end):
        end += 1
    while name.kind == "PERSON" and end - start > 1 and _addressed(words[start]):
        start += 2 if words[start + 1] == "." and end - start > 2 else 1
    if start >= end or (end - start == 1 and words[start].lower() in lists.NOT_NAMES - _ALSO_NAMES):
        return None
    return Span(start, end, name.kind)


_NO_ENDS = frozenset("of in and for on at the to by with from".split())
# Of the days, months and degrees, those that are names of persons and bodies too.
_ALSO_NAMES = frozenset("may april june august jan mar sun ma god".split())
# Legal forms that are written with a full stop, which belongs to the name even where it also ends the sentence.
_LEGAL = frozenset("Inc Corp Co Ltd Jr Sr".split())


def _shortened(word: str) -> bool:
    """The full stop behind this word may belong to it."""
    return len(word) < 4 or word.lower() in lists.ABBREVIATED_TITLES | lists.ORG_SUFFIXES


def _stopped(ballot: Ballot, end: int) -> bool:
    """A legal form with its full stop as a token of its own."""
    stop = ballot.words[end : end + 1] == ["."] and ballot.ends[end - 1] == ballot.starts[end]
    return stop and ballot.words[end - 1] in _LEGAL


def _addressed(word: str) -> bool:
    """A form of address or a role that is nobody's given name."""
    lower = word.lower().rstrip(".")
    listed = lower in lists.HONORIFICS or lower in lists.ABBREVIATED_TITLES or lower in lists.ROLE_NOUNS
    return listed and word.title() not in gazetteer.given_names()


# Before a house that goes by its owner's name: "dinner at Orla's". Elsewhere "Orla's" is something of Orla's.
_HOUSE_BEFORE = frozenset("at to from near outside visit visited".split())
# What may follow a possessive as part of what is owned.
_OWNED_POS = frozenset({"PRON", "DET", "NOUN", "ADJ", "NUM", "PROPN", "ADV", "PART", "AUX", "X", "SYM"})
_OWNED_TAGS = frozenset({"VBN", "VBG", "VB"})
_OWNED_SIGNS = frozenset("\"“‘'(-")


def _house(ballot: Ballot, name: Span) -> Span:
    """ "Orla's" with nothing behind it that is owned is the name of a house, with its ending."""
    end = name.end
    if end >= len(ballot.words) or ballot.tokens[end].tag_ != "POS" or name.kind == "NORP" or end in ballot.lines:
        return name
    if " ".join(ballot.words[name.start : end]) in gazetteer.places() or _owns(ballot, end):
        return name
    before = ballot.words[name.start - 1].lower() if name.start and name.start not in ballot.lines else ""
    if name.kind != "PERSON":
        return Span(name.start, end + 1, name.kind)
    return Span(name.start, end + 1, "LOC") if before in _HOUSE_BEFORE else name


def _owns(ballot: Ballot, ending: int) -> bool:
    """Whether what stands behind the possessive ending can be what is owned."""
    at = ending + 1
    if at >= len(ballot.words) or at in ballot.lines:
        return False
    after = ballot.tokens[at]
    return after.pos_ in _OWNED_POS or after.tag_ in _OWNED_TAGS or after.text in _OWNED_SIGNS


_OPENING = "-–—*_•~"
_CUTS = frozenset("<>=")
_QUOTES = frozenset('"“”')


def _ranged(ballot: Ballot, name: Span) -> Named:
    """The characters of a name, up to a sign that none contains, or up to a quotation mark without its fellow."""
    first = ballot.words[name.start]
    start = ballot.starts[name.start] + len(first) - len(first.lstrip(_OPENING))
    end = ballot.ends[name.end - 1]
    signs = [
        (ballot.starts[at] + offset, char)
        for at in range(name.start, name.end)
        for offset, char in enumerate(ballot.words[at])
        if char in _CUTS or char in _QUOTES
    ]
    marks = [at for at, char in signs if char in _QUOTES]
    cuts = [at for at, char in signs if char in _CUTS] + (marks if len(marks) == 1 else [])
    return start, min([end, *(at for at in cuts if at > start)]), name.kind
