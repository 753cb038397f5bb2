"""Acronyms joined to what they stand for: as their own page defines them, or as the story does, where it has but one.

"Foreign Affairs Council (FAC)" and "FAC (Foreign Affairs Council)" define; so does, for longer ones, that a name of the
page or the only one of the story has these initials. One acronym may stand for two bodies in two pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.records import Reading
from twosource.resolve.occurrences import Occurrence
from twosource.resolve.transliteration import fold

FEW_PAGES, MOST_ALONE = 6, 5
"""A short name of this many pages is joined only to a long one that stands in at least a fifth of as many."""
MOST = 0.9
"""Of the pages that define an acronym, this share settles it for those that don't."""
_OPENS = re.compile(r"\s*[(\[]\s*")

Joined = tuple[str, str]
"""The key that a short name is joined to, with the reason."""


def is_acronym(text: str) -> bool:
    """Whether a name is capitals alone: "NHC", "U.N.", "G20"."""
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalnum()


def acronyms(
    keys: Mapping[Occurrence, str], groups: Mapping[str, Sequence[Occurrence]], readings: Sequence[Reading]
) -> dict[Occurrence, Joined]:
    """What acronyms among organisations stand for, those that can be told.

    `keys`: the mentions with the key of their name; `groups`: the same by key.
    """
    pages = _defined(keys, readings)
    owners = _owners(groups)
    joined: dict[Occurrence, Joined] = {}
    for name, group in sorted(groups.items()):
        if not any(is_acronym(one.text) for one in group):
            continue
        story = _of_story(name, group, pages, owners, groups)
        for one in group:
            meant = _of_page(one, name, pages, owners, groups) or story
            if meant and meant[0] != name:
                joined[one] = meant
    return joined


def _of_page(
    one: Occurrence,
    name: str,
    pages: Mapping[tuple[str, str], str],
    owners: Mapping[str, set[str]],
    groups: Mapping[str, Sequence[Occurrence]],
) -> Joined | None:
    """What the page itself says: its definition, else its only name with these initials."""
    target = pages.get((one.article, name))
    if target:
        return target, f"defined as short for {groups[target][0].text}"
    fits = [fit for fit in _fitting(one, name, owners) if any(long.article == one.article for long in groups[fit])]
    return (fits[0], f"initials of {groups[fits[0]][0].text}, named in this page") if len(fits) == 1 else None


def _of_story(
    name: str,
    group: Sequence[Occurrence],
    pages: Mapping[tuple[str, str], str],
    owners: Mapping[str, set[str]],
    groups: Mapping[str, Sequence[Occurrence]],
) -> Joined | None:
    """What the acronym means in pages that don't say: what nearly all that define it say, else the only fit."""
    counts = Counter(target for (_, short), target in pages.items() if short == name)
    if counts:
        target = min(counts, key=lambda one: (-counts[one], one))
        reason = f"defined as short for {groups[target][0].text}"
        sure = counts[target] >= MOST * counts.total()
    else:
        fits = _fitting(group[0], name, owners)
        target = fits[0] if fits else name
        reason = f"initials of {groups[target][0].text}, the only fit in the story"
        sure = len(fits) == 1
    return (target, reason) if sure and _carries(groups[target], group) else None


def _fitting(one: Occurrence, name: str, owners: Mapping[str, set[str]]) -> list[str]:
    """Keys of the names whose initials an acronym is; two letters are anybody's."""
    short = fold(one.text.replace(".", ""))
    return sorted(owners.get(short, set()) - {name}) if is_acronym(one.text) and len(short) > 2 else []


def _carries(long: Sequence[Occurrence], short: Sequence[Occurrence]) -> bool:
    """Whether the long name stands in enough of the pages: a short one that most pages use alone may be another's."""
    pages_long, pages_short = len({one.article for one in long}), len({one.article for one in short})
    return pages_short < FEW_PAGES or pages_long * MOST_ALONE >= pages_short


def _owners(groups: Mapping[str, Sequence[Occurrence]]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for name, group in sorted(groups.items()):
        for text in {one.text for one in group}:
            for short in _initials(text):
                owners[short].add(name)
    return owners


def _initials(text: str) -> Iterator[str]:
    """The acronyms that a long name may have: with its small words and without."""
    words = [word for word in re.split(r"[\s\-‐‑]+", text) if word and word[0].isalnum()]
    if len(words) > 1:
        yield fold("".join(word[0] for word in words))
        yield fold("".join(word[0] for word in words if word[0].isupper()))
        yield fold("".join(word[0] for word in re.split(r"\s+", text) if word and word[0].isupper()))


def _defined(keys: Mapping[Occurrence, str], readings: Sequence[Reading]) -> dict[tuple[str, str], str]:
    """Pages and keys of short names to the key of what the page defines them as."""
    found: dict[tuple[str, str], str] = {}
    for long, short in definitions(keys, readings):
        if keys[long] != keys[short]:
            found.setdefault((long.article, keys[short]), keys[long])
    return found


def definitions(found: Iterable[Occurrence], readings: Sequence[Reading]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Names with the acronyms that a page defines for them, "long (short)" or "short (long)"; in their order."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    for one, other in pairwise(sorted(found)):
        if one.article == other.article and _OPENS.fullmatch(texts[one.article], one.end, other.start):
            long, short = (one, other) if is_acronym(other.text) else (other, one)
            if is_acronym(short.text) and not is_acronym(long.text):
                yield long, short
