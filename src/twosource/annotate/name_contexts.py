"""What stands around a name and says what it is, strong enough to be heard beside a trained model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_parts import Part, acronym
from twosource.annotate.name_words import Word, common
from twosource.records import MentionKind

Reason = tuple[int, str, MentionKind]
"""Which part, which evidence (a key of `WEIGHTS`), for which kind."""


def contexts(words: Sequence[Word], parts: Sequence[Part]) -> Iterator[Reason]:
    """What the words around each part say of it."""
    for at, part in enumerate(parts):
        if _reported_from(words, part):
            yield at, "dateline", "LOC"
        elif not part.listed and _speaks(words, part):
            yield from ((at, "speaker", "PERSON"), (at, "speaker", "ORG"))
        yield from ((at, reason, kind) for reason, kind in _around(words, part))


def _around(words: Sequence[Word], part: Part) -> Iterator[tuple[str, MentionKind]]:
    inner = [word for word in words[part.start : part.end] if word.letters]
    if not inner:
        return
    quoted = any(word.text in "'’" for word in words[part.start : part.end])
    if quoted and inner[-1].lower in lists.ORG_TAILS:
        yield "guild", "ORG"
    if not part.listed and not inner[0].loud:
        yield from _alone(words, part, inner[0]) if len(inner) == 1 else _several(words, part, inner)


def _alone(words: Sequence[Word], part: Part, word: Word) -> Iterator[tuple[str, MentionKind]]:
    if acronym(word.text) or common(word.lower):
        return
    if _of_state(words, part) or _has_state(words, part):
        yield "state", "LOC"
    elif _before(words, part, 1) in _INSIDE:
        yield "in", "LOC"


def _several(words: Sequence[Word], part: Part, inner: Sequence[Word]) -> Iterator[tuple[str, MentionKind]]:
    if len(inner) > 4 or inner[-1].lower in lists.ORG_TAILS | lists.ORG_SUFFIXES | lists.PLACE_TAILS:
        return
    if inner[0].text in gazetteer.family_first():
        yield "family first", "PERSON"
    if _before(words, part, 1) in lists.ROLE_NOUNS and not words[part.start - 1].capital:
        yield "role", "PERSON"


_DATELINE = 8
"""Words and signs that a date and an agency take before the dash."""


def _reported_from(words: Sequence[Word], part: Part) -> bool:
    """ "BELGRIN, May 17 - ...": capitals that open a line, and a dash with nothing in small letters before it."""
    first = words[part.start]
    if part.start and words[part.start - 1].sentence == first.sentence:
        return False
    if len(first.text) < 4 or not all(word.text.isupper() for word in words[part.start : part.end] if word.letters):
        return False
    for at in range(part.end, min(part.end + _DATELINE, len(words))):
        word = words[at]
        if word.sentence != first.sentence or word.text[0].islower():
            return False
        if word.text in "-–—":
            return words[at - 1].end < word.start
    return False


_LONGEST_HEADLINE = 15
"""Words: what follows "Brentvale:" is a report from there when it is longer, and what Brentvale said when it is not."""


def _speaks(words: Sequence[Word], part: Part) -> bool:
    """ "Marwick: We will not close the road"."""
    line = words[part.start].sentence
    if (part.start and words[part.start - 1].sentence == line) or part.end - part.start > 3:
        return False
    rest = [word for word in words[part.end : part.end + _LONGEST_HEADLINE] if word.sentence == line]
    return 2 < len(rest) < _LONGEST_HEADLINE and rest[0].text == ":" and rest[1].capital


_INSIDE = frozenset("in into near outside throughout".split())


def _before(words: Sequence[Word], part: Part, back: int) -> str:
    """The word so many words before the part in its sentence, or nothing."""
    at = part.start - back
    return words[at].lower if at >= 0 and words[at].sentence == words[part.start].sentence else ""


# Offices that only a state or a town has; "government" is left out, for it is also a person's ("the Roe government").
_OFFICES = frozenset("president premier minister king queen prince parliament ambassador mayor governor".split())
_OWNED = _OFFICES | frozenset("capital border borders coast airspace territory constitution airport".split())
_FAR = 5


def _of_state(words: Sequence[Word], part: Part) -> bool:
    """ "President Ada Roe of X", "the parliament of X"."""
    if _before(words, part, 1) != "of":
        return False
    for back in range(2, 2 + _FAR):
        lower = _before(words, part, back)
        if lower in _OFFICES | {"capital", "border", "borders"}:
            return True
        if not lower or not words[part.start - back].capital:
            return False
    return False


def _has_state(words: Sequence[Word], part: Part) -> bool:
    """ "X's ambassador", "X's interior minister"."""
    if not words[part.end - 1].possessive:
        return False
    after = [word.lower for word in words[part.end : part.end + 2]]
    plain = bool(after) and after[0] in _OWNED
    return plain or (len(after) > 1 and after[1] in _OWNED and after[0] in lists.ROLE_MODIFIERS)
