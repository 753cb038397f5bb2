"""Words broken at the end of a line: whether their hyphen is of the word, or only where the page was full."""

from __future__ import annotations

import re
from collections import Counter

_LETTERS = re.compile(r"[^\W\d_]+")
END = 130
"""Characters at the end of a line and the beginning of the next in which their words are looked for."""
LOOKS = 50
"""Places of words in the text that are looked at before it is cheaper to count all words."""
_PREFIXES = frozenset(
    "anti co cross de ex extra far four half hard high ill inter intra key left long low mid multi near new"
    " non off old on one open out over part post pre pro pseudo quasi re right self semi short six so soft sub super"
    " ten then three to top trans two ultra un under up vice well".split()
)
"""They stand before many words, each with its hyphen."""


class Words:
    """The words of a page: whether one stands on it, once or more often."""

    def __init__(self, raw: list[str]) -> None:
        self._raw = raw
        self._text: str | None = None
        self._counts: Counter[str] | None = None
        self._looks = LOOKS

    def count(self, word: str) -> int:
        """How often a word in small letters stands on the page; 2 may be more."""
        if self._counts is not None or not _LETTERS.fullmatch(word):  # letters may be more than one in small: "İ"
            return self._counts[word] if self._counts is not None else 0
        if self._text is None:
            self._text = "\n".join([line.lower() for line in self._raw])
        text, seen, at = self._text, 0, -1
        while seen < 2 and (at := text.find(word, at + 1)) >= 0:
            self._looks -= 1
            if self._looks < 0:
                self._counts = Counter(_LETTERS.findall(text))
                return self._counts[word]
            end = at + len(word)
            seen += not (_LETTERS.match(text, max(0, at - 1), at) or _LETTERS.match(text, end))
        return seen


def joined_at(line: str, following: str, words: Words) -> str:
    """A line and what runs on from it, with a blank between, or without one and without its hyphen where it has one."""
    if not (len(line) > 1 and line[-1] == "-" and line[-2].isalpha()) or following[:1] in "-–—&":
        return f"{line} {following}"
    last, first = _LETTERS.findall(line[-END:])[-1:], _LETTERS.findall(following[:END])[:1]
    whole = "".join([*last, *first]).lower()
    # "kilo-" and "metres": a part that stands nowhere else is a syllable, unless it goes before many words.
    syllable = bool(last) and last[0].lower() not in _PREFIXES and words.count(last[0].lower()) == 1
    return line[:-1] + following if syllable or words.count(whole) else line + following
