"""Words and lines of a text as the name rules read them, and how often a page writes a word with a capital.

A `Word` is finer than a token in one way and coarser in another: hyphens part words ("Al-Assad" is two, `glued`), and
a possessive ending is cut off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lemminflect import getAllLemmas
from spacy.tokens import Doc

from twosource.annotate import name_lists as lists

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # initials: U.S., D.C.
    r"|[^\W_]+(?:&[^\W_]+)?(?:['’ʼ`´][^\W\d_]+)*"  # words, O'Brien, AT&T, G20
    r"|[^\w\s]|_"
)
_POSSESSIVE = re.compile(r"['’ʼ`´][sS]$")
_QUOTES = frozenset("\"“”„«»‘’'`´([{")
_ENDS = frozenset(".!?…:;•|*–—-")
# Addresses of machines and files: nothing in them is a name that a sentence uses.
_ADDRESS = re.compile(r"://|www\.|@\w|\w@|\w_\w|[&?]\w+=|\w\.(?:com|org|net|html?|pdf|docx?|xlsx?|jpe?g|png)\b", re.I)
_CHUNK = re.compile(r"[^\s\"“”<>]+")


@dataclass(slots=True, frozen=True)
class Word:
    """A word or mark of the text: `start:end` without its possessive ending.

    `opens` is true where a capital is no evidence: first in its sentence, line or quotation. `glued` is true when a
    hyphen joins it to the word before. `loud` is true in a line in title case or capitals.
    """

    start: int
    end: int
    text: str
    lower: str
    sentence: int
    opens: bool
    glued: bool
    possessive: bool
    loud: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def letters(self) -> bool:
        return self.text[0].isalpha()

    @property
    def initial(self) -> bool:
        """A single letter with its stop ("F.") or several ("J.K.") is put together by `runs`; here: one capital."""
        return len(self.text) == 1 and self.text.isupper()


def words(doc: Doc) -> list[Word]:
    """The words and marks of the text, in order."""
    found: list[Word] = []
    text = doc.text  # joined anew at every call
    for number, (start, end) in enumerate(_lines(doc, text)):
        found.extend(_line_words(text, start, end, number))
    return found


def _lines(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Sentences, cut further at line ends: a line is what can be a headline."""
    if not len(doc):
        return
    starts = sorted({0, *(token.idx for token in doc if token.is_sent_start)})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        for match in re.finditer(r"[^\n\r]+", text[start:end]):
            yield start + match.start(), start + match.end()


def _line_words(text: str, start: int, end: int, number: int) -> list[Word]:
    pieces = [match.span() for match in _WORD.finditer(text, start, end)]
    if addresses := [match.span() for match in _CHUNK.finditer(text, start, end) if _ADDRESS.search(match[0])]:
        ends = [one[1] for one in addresses]
        pieces = [piece for piece in pieces if not _inside(piece, addresses, ends)]
    loud = _loud([text[a:b] for a, b in pieces])
    found: list[Word] = []
    started = False
    for a, b in pieces:
        raw = text[a:b]
        possessive = bool(_POSSESSIVE.search(raw)) and len(raw) > 2
        cut = b - 2 if possessive else b
        glued = len(found) > 1 and found[-1].text in "-‐‑" and found[-1].end == a and found[-2].end == found[-1].start
        opens = not started or _opens(found)
        lower = text[a:cut].lower().replace("’", "'")
        found.append(Word(a, cut, text[a:cut], lower, number, opens, glued, possessive, loud))
        started = started or raw[0].isalnum()
    return found


def _inside(piece: tuple[int, int], addresses: Sequence[tuple[int, int]], ends: Sequence[int]) -> bool:
    at = bisect_right(ends, piece[0])
    return at < len(addresses) and addresses[at][0] <= piece[0]


def _opens(before: Sequence[Word]) -> bool:
    """Whether a word after these begins a quotation or a sentence of its own."""
    last = before[-1]
    if last.text in _QUOTES:
        return True
    if last.text == "-" and len(before) > 1 and before[-2].end == last.start:
        return False
    return last.text in _ENDS


# A line of four words or more with at least this share of its longer words capitalised is a headline in title case.
_LOUD_SHARE = 0.75
_CLOSINGS = frozenset('.!?”"')


def _loud(line: Sequence[str]) -> bool:
    letters = [word for word in line if word[0].isalpha()]
    if len(letters) >= 2 and all(word.isupper() for word in letters) and sum(map(len, letters)) > 12:
        return True
    weighty = [word for word in letters if len(word) > 3]
    if len(letters) < 4 or len(weighty) < 3:
        return False
    if line[-1] in _CLOSINGS:
        told = any(word[0].islower() and word.lower() not in lists.OPENERS for word in letters)
        if told or not any(common(word.lower()) for word in weighty):
            return False
    return sum(word[0].isupper() for word in weighty) / len(weighty) >= _LOUD_SHARE


@dataclass(slots=True, frozen=True)
class Evidence:
    """How often each word of the page stands capitalised where a capital means something, and how often not."""

    capital: Counter[str]
    small: Counter[str]

    def name(self, word: Word) -> bool | None:
        """True when the page writes this word as a name elsewhere, False when as a common word, None when neither."""
        capital, small = self.capital[word.lower], self.small[word.lower]
        return None if capital == small else capital > small


def evidence(found: Sequence[Word], title: str | None = None) -> Evidence:
    """Counts of the page's words by case, outside loud lines; a title in sentence case counts too."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    heading = _line_words(title, 0, len(title), -1) if title else []
    for word in (*found, *heading):
        if word.loud or not word.letters:
            continue
        if not word.capital:
            small[word.lower] += 1
        elif not word.opens:
            capital[word.lower] += 1
    return Evidence(capital, small)


@lru_cache(maxsize=65536)
def common(lower: str) -> bool:
    """True for a word of the English word list that lemminflect carries, and for function words."""
    return lower in lists.OPENERS or bool(getAllLemmas(lower))
