"""What the rules and the page add to a model's word on names: lists, titles, definitions, the same words elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_ballot import Ballot, Span
from twosource.annotate.name_contexts import contexts
from twosource.annotate.name_kinds import abbreviates
from twosource.annotate.name_parts import Part, acronym, surface
from twosource.annotate.name_weights import WEIGHTS, WITHIN
from twosource.annotate.name_words import Evidence, Word, common
from twosource.records import MentionKind

Inside = list[tuple[int, int] | None]
"""For each token the name that it is part of, if any."""


def add_rules(
    ballot: Ballot, words: Sequence[Word], parts: Sequence[Part], kinds: Sequence[MentionKind | None]
) -> None:
    """The votes of the rules' own reading: `parts` with their `kinds`."""
    inside = _inside(ballot, ballot.names())
    for part, kind in zip(parts, kinds, strict=True):
        start, end = ballot.within(words[part.start].start, words[part.end - 1].end)
        if kind is not None:
            weight = WEIGHTS[_reason(words, part, kind)]
            ballot.vote(start, end, kind, weight * (WITHIN if _is_longer(inside, start, end) else 1.0))
    for at, reason, kind in contexts(words, parts):
        start, end = ballot.within(words[parts[at].start].start, words[parts[at].end - 1].end)
        if reason == "guild":
            ballot.whole(start, end, kind, WEIGHTS[reason])
        elif not _is_longer(inside, start, end):
            ballot.vote(start, end, kind, WEIGHTS[reason])


def _is_longer(inside: Inside, start: int, end: int) -> bool:
    """Whether a name of the model's goes beyond tokens `start:end`."""
    return any(one is not None and (one[0] < start or one[1] > end) for one in inside[start:end])


def _reason(words: Sequence[Word], part: Part, kind: MentionKind) -> str:
    text = surface(words, part.start, part.end)
    if part.title:
        return "address" if words[part.title[0]].lower in lists.HONORIFICS else "title"
    if not part.listed:
        return "shape"
    if kind == "LOC":
        doubtful = text in gazetteer.given_names() or common(text.lower())
        return "country" if text in gazetteer.country_names() else "doubtful place" if doubtful else "place"
    return {"NORP": "people", "ORG": "body"}.get(kind, "shape")


def add_headlines(ballot: Ballot, words: Sequence[Word], seen: Evidence) -> None:
    """In a line in title case or capitals, common words need the body's evidence."""
    for word in words:
        if word.loud and word.letters and common(word.lower) and not seen.capital[word.lower]:
            ballot.against(*ballot.within(word.start, word.end), WEIGHTS["headline"])


def add_page(ballot: Ballot, names: Sequence[Span], words: Sequence[Word]) -> None:
    """The votes of the page: what its other lines say of the same words."""
    _definitions(ballot)
    _storms(ballot, names)
    _together(ballot, names, _loud(ballot, words))
    _short_forms(ballot, names)


def _loud(ballot: Ballot, words: Sequence[Word]) -> set[int]:
    return {ballot.within(word.start, word.end)[0] for word in words if word.loud}


_LONGEST_DEFINED = 12


def _definitions(ballot: Ballot) -> None:
    """ "Foreign Affairs Council (FAC)": the words whose initials the letters are, and the letters themselves."""
    words = ballot.words
    for at in range(2, len(words) - 1):
        if words[at - 1] != "(" or words[at + 1] != ")" or not acronym(words[at]):
            continue
        start = _defined(words, at)
        if start is not None and not _is_place(" ".join(words[start : at - 1])):
            ballot.whole(start, at - 1, "ORG", WEIGHTS["defined"])
            ballot.whole(at, at + 1, "ORG", WEIGHTS["defined"])


def _defined(words: Sequence[str], at: int) -> int | None:
    """Where the long form of the acronym at `at` begins: the nearest capitalised word from which the initials fit."""
    first = words[at][0]
    for start in range(at - 3, max(-1, at - 2 - _LONGEST_DEFINED), -1):
        if not words[start][0].isalnum() and words[start] not in _INSIDE:
            return None
        if words[start][0] == first and abbreviates(words[at], words[start : at - 1]):
            return start
    return None


_INSIDE = frozenset("&-‐‑,'’") | {"'s", "’s"}


def _is_place(text: str) -> bool:
    return text.removeprefix("the ") in gazetteer.places()


def _storms(ballot: Ballot, names: Sequence[Span]) -> None:
    """A name that the page gives to a storm, alone, is no person's or place's."""
    inside = _inside(ballot, names)
    named = {
        word for before, word in zip(ballot.words, ballot.words[1:], strict=False)
        if before in _STORMS and word[0].isupper() and not common(word.lower())
    }  # fmt: skip
    for at, word in enumerate(ballot.words):
        if word in named and inside[at] == (at, at + 1):
            ballot.against(at, at + 1, WEIGHTS["storm"])


_STORMS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Storm"})


def _together(ballot: Ballot, names: Sequence[Span], loud: set[int]) -> None:
    """One name has one kind in a page: its words get what they have on average, where no longer name has them."""
    chances = ballot.chances()
    for places in _repeated(ballot, names, loud):
        if len(places) < 2:
            continue
        own = [chances[start:end].mean(axis=0) for start, end in places]
        mean = np.mean(own, axis=0)
        for (start, end), one in zip(places, own, strict=True):
            ballot.scores[start:end] += np.concatenate([(mean - one)[:1], np.repeat((mean - one)[1:], 2)])


_LONGEST_REPEATED = 8
"""Tokens of a name: a longer one is seldom said twice."""


def _repeated(ballot: Ballot, names: Sequence[Span], loud: set[int]) -> Iterator[list[tuple[int, int]]]:
    """The places of each name's words: as one name, or as none. In a loud line case is no matter."""
    inside = _inside(ballot, names)
    spelled = {tuple(ballot.words[name.start : name.end]) for name in names}
    shouted: dict[tuple[str, ...], tuple[str, ...]] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for spelling in sorted(one for one in spelled if len(one) <= _LONGEST_REPEATED):
        folded = tuple(word.casefold() for word in spelling)
        shouted.setdefault(folded, spelling)
        lengths[folded[0]].add(len(folded))
    found: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    folds = [word.casefold() for word in ballot.words]
    for start, fold in enumerate(folds):
        for end in sorted(start + length for length in lengths.get(fold, ())):
            here, folded = tuple(ballot.words[start:end]), tuple(folds[start:end])
            known = shouted.get(folded) if start in loud else here if here in spelled else None
            if known and end <= len(folds) and _is_whole(ballot, inside, start, end):
                found[known].append((start, end))
    return iter(found.values())


def _is_whole(ballot: Ballot, inside: Inside, start: int, end: int) -> bool:
    """The words are one name, or no part of any; a common word that opens a sentence is not counted as none."""
    around = {inside[at] for at in range(start, end)}
    if around == {(start, end)}:
        return True
    opening = ballot.tokens[start].is_sent_start and end - start == 1 and common(ballot.words[start].lower())
    return around == {None} and not opening


def _inside(ballot: Ballot, names: Sequence[Span]) -> Inside:
    inside: Inside = [None] * len(ballot.tokens)
    for name in names:
        inside[name.start : name.end] = [(name.start, name.end)] * (name.end - name.start)
    return inside


def _short_forms(ballot: Ballot, names: Sequence[Span]) -> None:
    """A surname after its full name; the first word of a body's name alone."""
    persons: set[str] = set()
    bodies: set[str] = set()
    for name in names:
        inner = ballot.words[name.start : name.end]
        if len(inner) < 2:
            continue
        if name.kind == "PERSON":
            persons.update(word for word in inner[-1:] if len(word) > 2 and word[0].isupper())
        elif name.kind == "ORG" and _own_word(inner):
            bodies.add(inner[0])
    bodies -= persons | gazetteer.places() | gazetteer.peoples()
    inside = _inside(ballot, names)
    for at, word in enumerate(ballot.words):
        if inside[at] in {None, (at, at + 1)} and not _goes_on(ballot, at):
            if word in persons:
                ballot.vote(at, at + 1, "PERSON", WEIGHTS["surname"])
            elif word in bodies:
                ballot.vote(at, at + 1, "ORG", WEIGHTS["first word"])


def _own_word(inner: Sequence[str]) -> bool:
    """Whether a body's first word is what is its own in its name, and the rest says what it is ("Barents Bank")."""
    first = inner[0]
    told = all(word.lower() in lists.ORG_TAILS | lists.ORG_SUFFIXES for word in inner[1:])
    return told and len(first) > 2 and first[0].isupper() and not common(first.lower())


def _goes_on(ballot: Ballot, at: int) -> bool:
    """Whether a capitalised word touches this one in its line: it may be part of a longer name that nobody saw."""
    words, lines = ballot.words, ballot.lines
    before = at > 0 and at not in lines and words[at - 1][0].isupper()
    return before or (at + 1 < len(words) and at + 1 not in lines and words[at + 1][0].isupper())
