"""The place from where a report comes, at the head of its text, and the agency behind it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate import gazetteer
from twosource.annotate.name_parts import Part
from twosource.annotate.name_words import Word


def datelines(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """ "BELGRIN, May 17 - Tarrant Press. ...": the place in capitals that opens a line, and the agency behind it."""
    for index, part in enumerate(parts):
        first = words[part.start]
        if part.start == 0 and part.title is None and _reported_from(words, part):
            part.add("LOC", 8)
        if not first.opens or not words[part.end - 1].text.isupper():
            continue
        dash = next((at for at in range(part.end, min(part.end + 9, len(words))) if words[at].text in "-–—"), None)
        if dash is None or words[dash].sentence != first.sentence:
            continue
        part.add("LOC", 4)
        follower = parts[index + 1] if index + 1 < len(parts) else None
        if follower and (follower.start == dash + 1 or words[follower.start - 1].text == "("):
            closing = words[follower.end] if follower.end < len(words) else None
            if closing and closing.text in ".):":
                follower.add("ORG", 3)


_REPORT_WORDS = 15
"""What follows a dateline is a paragraph; what follows a speaker in a headline is shorter."""


def _reported_from(words: Sequence[Word], part: Part) -> bool:
    """ "Brentvale: The council ..." or "Brentvale, March 3 (AGENCY) The ..." at the head of a text."""
    after = words[part.end : part.end + 8]
    if not after or part.end - part.start > 3 or words[part.start].text in gazetteer.given_names():
        return False
    if after[0].text == ":" and len(after) > 1 and after[1].capital:
        return sum(word.sentence == words[part.start].sentence for word in words[:60]) >= _REPORT_WORDS
    month = any(word.lower in MONTHS for word in after[1:3])
    return after[0].text == "," and month and any(word.text == "(" for word in after[2:6])


MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
