"""How the time of entities grows with the articles: `python -m bench.scale_names [--shared PATH] [--articles N ...]`.

Made-up articles: each takes the text and the mentions of a PolNeAR article and belongs to a story of its own with
nineteen others. Half of the words that begin with a capital in its names get an ending that is the story's (by a fixed
seed), in the text too, so that most names are new with every story and the rest stand in all of them: as in a crawl, a
few people are everywhere and surnames meet by chance. Only `entities` is timed, in seconds of one core.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from bench.copies import articles, bare_reading
from twosource.annotate.language import read, sentence_ranges
from twosource.annotate.names import mentions
from twosource.records import Annotations, Mention, Reading
from twosource.resolve.names import entities

SEEDS = 120
"""PolNeAR articles whose mentions are read: enough that none is taken too often."""
STORY = 20
"""Made-up articles to a story."""
RENAMED = 0.5
"""The share of names' words that a story changes."""
ENDINGS = tuple(a + b + c for a in "bdgklmnprstvz" for b in ("a", "e", "i", "o", "u") for c in "lnrst")


@dataclass(frozen=True, slots=True)
class Size:
    """What one run took."""

    articles: int
    mentions: int
    entities: int
    seconds: float

    def line(self) -> str:
        """The run as a row of the table."""
        each = 1000 * self.seconds / self.articles
        return f"{self.articles:9,} {self.mentions:10,} {self.entities:9,} {self.seconds:9.1f} {each:9.2f}"


def read_seeds(shared: Path, number: int = SEEDS) -> list[Reading]:
    """Readings of some PolNeAR articles with their sentences and mentions."""
    return [_read(bare) for bare in islice(articles(shared), number)]


def _read(bare: Reading) -> Reading:
    doc = read(bare.article.text)
    found = Annotations(bare.article.id, sentence_ranges(doc), mentions(doc), (), (), (), ())
    return Reading(bare.article, found)


def made_up(seeds: Sequence[Reading], number: int) -> Iterator[Reading]:
    """That many articles, the same ones every time: the first thousand of ten thousand are those of a thousand."""
    for at in range(number):
        draw = random.Random(at)
        yield _renamed(seeds[draw.randrange(len(seeds))], f"{at:06}", at // STORY)


def _renamed(seed: Reading, name: str, story: int) -> Reading:
    text, at, found = "", 0, []
    shifts: list[tuple[int, int]] = []
    for mention in seed.annotations.mentions:
        if mention.start < at:
            continue
        text += seed.article.text[at : mention.start]
        changed = " ".join(_word(word, story) for word in mention.text.split(" "))
        found.append(_moved(mention, len(text), changed))
        text, at = text + changed, mention.end
        shifts.append((at, len(text) - at))
    text += seed.article.text[at:]
    sentences = tuple(_shifted(seed.annotations.sentences, shifts))
    bare = bare_reading(name, text, "", "")
    return Reading(bare.article, Annotations(name, sentences, tuple(found), (), (), (), ()))


def _moved(mention: Mention, start: int, text: str) -> Mention:
    return msgspec.structs.replace(mention, start=start, end=start + len(text), text=text)


def _shifted(sentences: Sequence[tuple[int, int]], shifts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    place, shift, before = 0, 0, 0
    for start, end in sentences:
        before = shift
        while place < len(shifts) and shifts[place][0] <= end:
            shift = shifts[place][1]
            before = shift if shifts[place][0] <= start else before
            place += 1
        yield start + before, end + shift


def _word(word: str, story: int) -> str:
    draw = random.Random(f"{story} {word}")
    if draw.random() >= RENAMED or len(word) < 4 or not word.istitle() or not word.isalpha():
        return word
    return word.rstrip("aeiou") + draw.choice(ENDINGS)


def timed(readings: Sequence[Reading]) -> Size:
    """One run of `entities` over the readings."""
    start = time.process_time()
    found = entities(readings)
    seconds = time.process_time() - start
    return Size(len(readings), sum(len(one.annotations.mentions) for one in readings), len(found), seconds)


def _run(seeds: Sequence[Reading], number: int) -> Size:
    return timed(list(made_up(seeds, number)))


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each number of articles."""
    parser = argparse.ArgumentParser(prog="bench.scale_names", description="Time entities as the articles grow.")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 5000, 10_000, 20_000])
    chosen = parser.parse_args(arguments)
    seeds = read_seeds(chosen.shared)
    print(f"{'articles':>9} {'mentions':>10} {'entities':>9} {'seconds':>9} {'ms each':>9}")
    for number in chosen.articles:
        with get_context("fork").Pool(1) as alone:  # a process of its own: what one run has cached helps no other
            print(alone.apply(_run, (seeds, number)).line(), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
