"""What a page says beside a name: the role, the gender, and whether a capital stands for its government."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_parts import Part, surface
from twosource.annotate.name_words import Word, common

_LONGEST = 8
_DETERMINERS = frozenset("a an the his her their its our my".split())


def title(words: Sequence[Word], part: Part) -> tuple[int, int] | None:
    """Index range of the role beside a person's name: before it, or in apposition before or after it."""
    return _before(words, part) or _apposed_before(words, part) or _apposed_after(words, part)


def _before(words: Sequence[Word], part: Part) -> tuple[int, int] | None:
    """ "Prime Minister X", "opposition leader X"."""
    at = part.title[0] if part.title else part.start
    if part.title is None and not _role_ends(words, at, words[part.start].sentence):
        return None
    start = _back(words, at, words[part.start].sentence)
    end = part.title[1] if part.title else at
    return (start, end) if start < end else None


def _role_ends(words: Sequence[Word], at: int, sentence: int) -> bool:
    if at == 0 or words[at - 1].sentence != sentence or words[at - 1].possessive:
        return False
    lower = words[at - 1].lower
    return (
        lower in lists.ROLE_NOUNS
        or lower in lists.HONORIFICS
        or (lower == "." and at > 1 and words[at - 2].lower in lists.ABBREVIATED_TITLES)
    )


def _back(words: Sequence[Word], at: int, sentence: int) -> int:
    """The start of the role phrase that ends at `at`: role words, and small nouns before them ("state media chief")."""
    while at > 0 and words[at - 1].sentence == sentence and not words[at - 1].possessive:
        word = words[at - 1]
        role = word.lower in lists.ROLE_NOUNS or word.lower in lists.ROLE_MODIFIERS or word.lower in lists.HONORIFICS
        joint = word.text in "-‐‑" and word.end == words[at].start
        stop = word.text == "." and at > 1 and words[at - 2].lower in lists.ABBREVIATED_TITLES
        if not (role or joint or stop or word.lower in lists.ABBREVIATED_TITLES):
            break
        at -= 1
    while at < len(words) and words[at].text in "-‐‑.":
        at += 1
    return at


def _apposed_before(words: Sequence[Word], part: Part) -> tuple[int, int] | None:
    """ "The opposition's presidential candidate, X": a role phrase that a comma parts from the name."""
    comma = part.start - 1
    if comma < 1 or words[comma].text != "," or words[comma].sentence != words[part.start].sentence:
        return None
    if words[comma - 1].lower not in lists.ROLE_NOUNS:
        return None
    start = _phrase_start(words, comma, words[comma].sentence)
    return (start, comma) if start is not None else None


def _phrase_start(words: Sequence[Word], end: int, sentence: int) -> int | None:
    """Start of the noun phrase before `end`: back to its determiner, possessor or the adjective of a people."""
    at = end - 1
    while at >= 0 and end - at <= _LONGEST and words[at].sentence == sentence:
        word = words[at]
        if word.lower in _DETERMINERS:
            return at if word.lower in {"the", "a", "an"} and _possessor(words, at + 1, end) else at + 1
        if word.text in gazetteer.peoples() or word.text in gazetteer.country_names():
            return at + 1 if at + 1 < end else None
        if word.possessive:
            opening = at > 0 and words[at - 1].lower == "the"
            return at - 1 if opening else at
        if not word.letters and word.text not in "-‐‑":
            return None
        at -= 1
    return None


def _possessor(words: Sequence[Word], start: int, end: int) -> bool:
    return any(word.possessive for word in words[start:end])


def _apposed_after(words: Sequence[Word], part: Part) -> tuple[int, int] | None:
    """ "X, the mayor of Orsha,": the role noun and its modifiers."""
    end, sentence = part.end, words[part.start].sentence
    if end + 1 >= len(words) or words[end].text != "," or words[end + 1].sentence != sentence:
        return None
    start = end + 1
    if words[start].lower in _DETERMINERS:
        start += 1
    elif (
        words[start].lower not in lists.ROLE_MODIFIERS | lists.ROLE_NOUNS
        and words[start].text not in gazetteer.peoples()
    ):
        return None
    return _role_within(words, start, sentence)


def _role_within(words: Sequence[Word], start: int, sentence: int) -> tuple[int, int] | None:
    last = None
    for at in range(start, min(start + _LONGEST, len(words))):
        word = words[at]
        if word.sentence != sentence or not (word.letters or word.text in "-‐‑"):
            break
        if word.lower in lists.ROLE_NOUNS:
            last = at
        elif last is not None or word.lower in {"of", "in", "who", "and", "that"}:
            break
    if last is None:
        return None
    while start < last and (words[start].text in gazetteer.peoples() or words[start].possessive):
        start += 1
    return start, last + 1


def gender(words: Sequence[Word], part: Part, role: tuple[int, int] | None) -> Literal["f", "m"] | None:
    """f or m when a form of address, a role noun, the given name or a Slavic feminine ending shows it."""
    said = _said_gender(words, role) if role else None
    inner = [word for word in words[part.start : part.end] if word.letters]
    if said or not inner:
        return said
    first = gazetteer.given_names().get(inner[0].text.title() if inner[0].loud else inner[0].text)
    if len(inner) > 1 and first in {"f", "m"}:
        return "f" if first == "f" else "m"
    last = inner[-1].lower
    if len(last) > 5 and last.endswith(lists.FEMALE_ENDINGS):
        return "f"
    return None


def _said_gender(words: Sequence[Word], role: tuple[int, int]) -> Literal["f", "m"] | None:
    for word in words[role[0] : role[1]]:
        if lists.HONORIFICS.get(word.lower):
            return lists.HONORIFICS[word.lower]
        if word.lower in lists.FEMALE_ROLES:
            return "f"
        if word.lower in lists.MALE_ROLES - lists.WEAK_MALE_ROLES:
            return "m"
    return None


def metonym(words: Sequence[Word], part: Part) -> bool:
    """Whether a capital or palace stands for those who govern from it: it speaks, acts, or is dealt with."""
    text = surface(words, part.start, part.end)
    if text in lists.PALACES:
        return True
    return text in gazetteer.capitals() and (_acts(words, part) or _owns(words, part) or _dealt_with(words, part))


def _acts(words: Sequence[Word], part: Part) -> bool:
    """It is the subject of a verb of speech or government; "in Selm said" is none."""
    if part.start and words[part.start - 1].lower in _PLACE_PREPOSITIONS:
        return False
    for word in words[part.end : part.end + 4]:
        if word.sentence != words[part.start].sentence or words[part.end - 1].possessive:
            return False
        if word.lower in lists.GOVERNMENT_VERBS:
            return True
        if word.lower in lists.AUXILIARIES or (word.lower.endswith("ly") and common(word.lower)) or word.lower == "not":
            continue
        return False
    return False


_PLACE_PREPOSITIONS = frozenset("in near at outside from around across through inside to into".split())


def _owns(words: Sequence[Word], part: Part) -> bool:
    if not words[part.end - 1].possessive:
        return False
    return any(word.lower in lists.GOVERNMENT_NOUNS for word in words[part.end : part.end + 3])


# What is done towards a government: "ties with", "pressure on", "sanctions against", "a loan to", "stand by".
_TOWARDS = frozenset("with on against to by between and from of".split())
_STANDING = frozenset("stand stands stood standing".split())


def _dealt_with(words: Sequence[Word], part: Part) -> bool:
    if part.start < 2 or words[part.start - 1].lower not in _TOWARDS:
        return False
    window = [
        word for word in words[max(0, part.start - 8) : part.start - 1] if word.sentence == words[part.start].sentence
    ]
    before, near = words[part.start - 1].lower, [word.lower for word in window]
    if before == "by":
        return bool(near) and near[-1] in _STANDING
    if before in {"with", "on", "against"}:
        return any(lower in lists.GOVERNMENT_NOUNS for lower in near[-3:])
    if before in {"between", "and"}:
        return "between" in [*near, before] and any(lower in lists.GOVERNMENT_NOUNS for lower in near)
    return before == "to" and any(lower in {"loan", "loans", "aid", "pledged", "promised", "closer"} for lower in near)
