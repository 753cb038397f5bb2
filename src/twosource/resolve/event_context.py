"""What the whole pile says of a telling: which words of its sentence and page are rare, and so tell which event it is.

Words are weighed by how few articles of the story have them (inverse document frequency): in a pile about one election
"election" says nothing, in a pile about everything it says much. Pages and sentences are compared by cosine.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple
from zlib import crc32

from twosource.records import Range, Reading

WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d|\d")
# Words that say nothing about which event it is.
PLAIN = frozenset(
    "the and for with that this from his her their its was were has have had been are not but who which what when "
    "over after into said say says would will than about also more two new first last earlier later one out all him "
    "she they them there then some any other could can may might did does being because while where how our your you "
    "very just only even such most many much still before since during between among against under until told".split()
)
# The heaviest terms of a page are enough to tell pages alike, and keep the cost of a comparison even.
PAGE_TERMS = 200
# A word counts this often at most in one page: a page that repeats a name is no nearer to another for it.
MOST_REPEATS = 5
# The first content words of a page say what it is about: each counts this often more.
LEAD, LEAD_REPEATS = 30, 2
# A page's neighbours are found by this many of its heaviest terms, those only that few pages have, and are so many.
SEEDS, MOST_SHARED, NEIGHBOURS = 40, 150, 12
# Pairs of words are counted in so many slots, two bytes each: a story of millions of pairs needs no more memory.
SLOTS = 1 << 22
MOST_COUNTED = 65_535
# So few pages, chosen by somebody, are of one story, however unlike their words; of many, words tell the stories apart.
FEW = 10
SUFFIXES = ("ies", "ing", "ed", "es", "s")
# Shorter stems stand for too many words.
SHORTEST_STEM = 3

Vector = Mapping[str, float]


class Context(NamedTuple):
    """How alike the pages and the sentences of two tellings are: cosines, 0 to 1; and how much that weighs, 0 to 1."""

    pages: float
    sentences: float
    weight: float


class Pile:
    """Word weights of a story, and its pages and sentences as vectors of length one."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._texts = {r.article.id: r.article.text for r in readings}
        found = {article: words(text) for article, text in self._texts.items()}
        self._total = len(readings) + 1
        self.weight = max(0.0, 1 - FEW / max(1, len(readings)))
        spread = Counter(word for stems in found.values() for word in set(stems))
        self.weights = {word: log(self._total / many) for word, many in spread.items()}
        self._pairs = array("H", bytes(2 * SLOTS))
        for stems in found.values():
            for slot in {_slot(pair) for pair in pairwise(stems)}:
                self._pairs[slot] += self._pairs[slot] < MOST_COUNTED
        self._pages = {article: self._page(stems) for article, stems in found.items()}
        self._sentences: dict[tuple[str, Range], Vector] = {}
        self._alike: dict[tuple[str, str], float] = {}

    def _page(self, stems: Sequence[str]) -> Vector:
        """The heaviest words and pairs of neighbours; a pair that no other page has tells nothing."""
        counts = Counter(stems)
        for word in set(stems[:LEAD]):
            counts[word] += LEAD_REPEATS
        weighed = {word: self.weights[word] * _often(many) for word, many in counts.items()}
        for pair, many in Counter(pairwise(stems)).items():
            spread = self._pairs[_slot(pair)]
            if spread > 1:
                weighed[" ".join(pair)] = max(0.0, log(self._total / spread)) * _often(many)
        best = nsmallest(PAGE_TERMS, weighed.items(), key=lambda item: (-item[1], item[0]))
        return _unit(dict(best))

    @cached_property
    def _neighbours(self) -> Mapping[str, frozenset[str]]:
        having: dict[str, list[str]] = {}
        seeds = {article: list(vector)[:SEEDS] for article, vector in sorted(self._pages.items())}
        for article, terms in seeds.items():
            for term in terms:
                having.setdefault(term, []).append(article)
        near: dict[str, set[str]] = {article: set() for article in seeds}
        for article, terms in seeds.items():
            shared: dict[str, float] = {}
            for term in terms:
                others = having[term]
                if 1 < len(others) <= MOST_SHARED:
                    for other in others:
                        shared[other] = shared.get(other, 0.0) + self._pages[article][term] * self._pages[other][term]
            shared.pop(article, None)
            for other in nsmallest(NEIGHBOURS, shared, key=lambda one: (-shared[one], one)):
                near[article].add(other)
                near[other].add(article)
        return {article: frozenset(others) for article, others in near.items()}

    def neighbours(self, article: str) -> frozenset[str]:
        """The pages most like a page; each is a neighbour of its neighbours."""
        return self._neighbours[article]

    def page(self, article: str) -> Vector:
        """The heaviest words of a page."""
        return self._pages[article]

    def sentence(self, article: str, place: Range) -> Vector:
        """The words of a sentence."""
        key = article, place
        if key not in self._sentences:
            found = words(self._texts[article][place[0] : place[1]])
            self._sentences[key] = _unit({word: self.weights.get(word, 0.0) for word in found})
        return self._sentences[key]

    def pages_alike(self, one: str, two: str) -> float:
        """Cosine of two pages, 0 to 1; 1 for a page and itself."""
        if one == two:
            return 1.0
        key = (one, two) if one < two else (two, one)
        if key not in self._alike:
            self._alike[key] = cosine(self._pages[one], self._pages[two])
        return self._alike[key]

    def context(self, pages: tuple[str, str], sentences: tuple[Vector, Vector]) -> Context:
        """Of two articles and a sentence of each."""
        return Context(self.pages_alike(*pages), cosine(*sentences), self.weight)


def cosine(one: Vector, two: Vector) -> float:
    """Of two vectors of length one."""
    if len(two) < len(one):
        one, two = two, one
    total = 0.0
    for word, weight in one.items():
        if word in two:
            total += weight * two[word]
    return total


def _often(many: int) -> float:
    return 1 + log(min(many, MOST_REPEATS))


def _slot(pair: tuple[str, str]) -> int:
    return crc32(" ".join(pair).encode()) % SLOTS


def _unit(vector: dict[str, float]) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items() if weight} if length else {}


def words(text: str) -> list[str]:
    """The content words of a text, as stems, in text order."""
    return [stem(word) for word in WORD.findall(text.lower()) if word not in PLAIN]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its ending of number or tense: enough to count "fires" and "fired" as one."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM and not word.endswith("ss"):
            word = word[: -len(suffix)] + ("y" if suffix == "ies" else "")
            break
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM else word
