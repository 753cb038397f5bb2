"""Copies: passages planted into PolNeAR articles, and how many of them `resolve.copies` finds.

By a fixed seed, half of the articles are hosts and half are donors. A stretch of 20 to 100 words of a donor, a share
of them changed (two substitutions to one deletion), goes between two sentences of a host of another outlet. Recall: a
passage is found when a copy covers half of it or more in both. Precision: every copy counts, also those that stood
there before; one is right when it lies over planted passages or holds ten words in a row that are the same. That is a
lower bound: an edited copy need not hold so many.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from twosource.records import Annotations, Article, Copy, Reading, Span, Witness
from twosource.resolve.copies import copies
from twosource.settings import ResolveSettings

RATES = (0, 10, 20, 30)
EACH = 2
"""Passages planted into each host: some nine hundred in all."""
WORDS = (20, 100)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
WORD = re.compile(r"\w+(?:['’]\w+)*")
CERTAIN = 10
"""Words in a row that two texts do not share by chance."""


@dataclass(frozen=True)
class Planted:
    """A passage planted: where it stands in both articles, and the share of words changed, in percent."""

    first: Span
    later: Span
    rate: int


def score_copies(shared: Path) -> dict[str, float]:
    """Recall by edit rate and precision, in percent. Raises FileNotFoundError when the data are absent."""
    readings = list(articles(shared))
    planted, texts = plant(readings, random.Random(20))
    found = copies([_with_text(reading, texts[reading.article.id]) for reading in readings], ResolveSettings())
    by_pair = _by_pair(found)
    figures = {f"copies_recall_at_{rate}": _recall(planted, rate, by_pair) for rate in RATES}
    places = _places(planted)
    right = sum(_one_root(copy, places) or _certain(copy, texts) for copy in found)
    return {**figures, "copies_precision": 100 * right / max(1, len(found))}


def articles(shared: Path) -> Iterator[Reading]:
    """The PolNeAR articles, as read: outlet and date from the name of each."""
    folder = shared / "bench" / "attribution"
    with lzma.open(folder / "polnear-train.jsonl.xz", "rt", encoding="utf-8") as lines:
        yield from map(_reading, lines)
    with (folder / "polnear-dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(_reading, lines)


def _reading(line: str) -> Reading:
    row = json.loads(line)
    name, day = row["doc"], row["doc"].split("_")[1]
    return bare_reading(name, row["text"], row["publisher"], day)


def bare_reading(name: str, text: str, outlet: str, day: str) -> Reading:
    """A reading with nothing but a text, an outlet and a day."""
    article = Article(
        id=name, source_file=name, title=None, outlet=outlet, authors=(), published=Witness(day, "row"), updated=None,
        dates=(), dateline=None, credit=None, language="en", url=None, text=text, paragraphs=((0, len(text)),),
        comments=(), notes=(),
    )  # fmt: skip
    return Reading(article, Annotations(name, (), (), (), (), (), ()))


def _with_text(reading: Reading, text: str) -> Reading:
    article = reading.article
    return bare_reading(article.id, text, article.outlet or "", article.published.value if article.published else "")


def plant(readings: Sequence[Reading], chance: random.Random) -> tuple[list[Planted], dict[str, str]]:
    """The passages planted, and the text of every article by its id, with them in it."""
    order = sorted(readings, key=lambda reading: reading.article.id)
    chance.shuffle(order)
    half = len(order) // 2
    hosts, donors = order[:half], order[half:]
    vocabulary = sorted({word.lower() for donor in donors[:100] for word in WORD.findall(donor.article.text)})
    texts = {reading.article.id: reading.article.text for reading in order}
    planted: list[Planted] = []
    for number, host in enumerate(hosts):
        others = [donor for donor in donors if donor.article.outlet != host.article.outlet]
        text, added = _host(host, chance.sample(others, EACH), number, vocabulary, chance)
        texts[host.article.id] = text
        planted += added
    return planted, texts


def _host(
    host: Reading, donors: Sequence[Reading], number: int, vocabulary: Sequence[str], chance: random.Random
) -> tuple[str, list[Planted]]:
    """A host's text with a passage of each donor in it."""
    text, at = host.article.text, 0
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    points = sorted(chance.sample(ends, len(donors))) if len(ends) >= len(donors) else []
    built = ""
    planted: list[Planted] = []
    for place, donor in zip(points, donors, strict=False):
        rate = RATES[(number * EACH + len(planted)) % len(RATES)]
        start, end, passage = _passage(donor.article.text, rate, vocabulary, chance)
        built += text[at:place]
        at = place
        if passage:
            spans = Span(donor.article.id, start, end), Span(host.article.id, len(built), len(built) + len(passage))
            planted.append(Planted(*spans, rate))
            built += passage + " "
    return built + text[at:], planted


def _passage(text: str, rate: int, vocabulary: Sequence[str], chance: random.Random) -> tuple[int, int, str]:
    """A stretch of a text, and the same with `rate` percent of its words changed; empty when the text is too short."""
    words = [match.span() for match in WORD.finditer(text)]
    size = chance.randint(*WORDS)
    if len(words) < size:
        return 0, 0, ""
    first = chance.randrange(len(words) - size + 1)
    changed = set(chance.sample(range(first, first + size), round(size * rate / 100)))
    pieces = []
    for number in range(first, first + size):
        start, end = words[number]
        after = text[end : words[number + 1][0]] if number + 1 < first + size else ""
        if number not in changed:
            pieces.append(text[start:end] + after)
        elif chance.random() < 2 / 3:
            pieces.append(chance.choice(vocabulary) + after)
    return words[first][0], words[first + size - 1][1], "".join(pieces)


Pair = tuple[str, str]


def _by_pair(found: Sequence[Copy]) -> dict[Pair, list[Copy]]:
    pairs: dict[Pair, list[Copy]] = {}
    for copy in found:
        pairs.setdefault(_pair(copy.first.article, copy.later.article), []).append(copy)
    return pairs


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)


def _recall(planted: Sequence[Planted], rate: int, found: dict[Pair, list[Copy]]) -> float:
    """Percent of the passages planted at this edit rate that a copy covers."""
    hits = [
        any(_over(copy, each) for copy in found.get(_pair(each.first.article, each.later.article), []))
        for each in planted
        if each.rate == rate
    ]
    return 100 * sum(hits) / max(1, len(hits))


def _over(copy: Copy, planted: Planted) -> bool:
    """Whether a copy covers half of a planted passage or more in both articles."""
    one, two = (copy.first, copy.later) if copy.first.article == planted.first.article else (copy.later, copy.first)
    return _covers(one, planted.first) and _covers(two, planted.later)


def _covers(span: Span, wanted: Span) -> bool:
    shared = min(span.end, wanted.end) - max(span.start, wanted.start)
    return span.article == wanted.article and 2 * shared >= wanted.end - wanted.start


def _places(planted: Sequence[Planted]) -> dict[str, list[tuple[Span, Span]]]:
    """For each article, its planted or taken passages, each with the passage of the donor that it goes back to."""
    places: dict[str, list[tuple[Span, Span]]] = {}
    for each in planted:
        places.setdefault(each.first.article, []).append((each.first, each.first))
        places.setdefault(each.later.article, []).append((each.later, each.first))
    return places


def _one_root(copy: Copy, places: dict[str, list[tuple[Span, Span]]]) -> bool:
    """Whether both sides go back to the same place of a donor."""
    return bool(_roots(copy.first, places) & _roots(copy.later, places))


def _roots(span: Span, places: dict[str, list[tuple[Span, Span]]]) -> set[tuple[str, int]]:
    """The hundreds of characters of donors that a span goes back to."""
    roots = set()
    for here, donor in places.get(span.article, []):
        if min(span.end, here.end) > max(span.start, here.start):
            roots |= {(donor.article, place // 100) for place in range(donor.start, donor.end, 50)}
    return roots


def _certain(copy: Copy, texts: dict[str, str]) -> bool:
    """Whether the two sides hold words in a row that are the same beyond chance."""
    one, two = (
        [word.lower() for word in WORD.findall(texts[span.article][span.start : span.end])]
        for span in (copy.first, copy.later)
    )
    match = SequenceMatcher(None, one, two, autojunk=False).find_longest_match(0, len(one), 0, len(two))
    return match.size >= CERTAIN
