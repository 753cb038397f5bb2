"""How the time from annotations to findings grows with the articles.

    python -m bench.scale_findings [--shared PATH] [--articles N ...]

Made-up articles: each takes the text and the annotations of a PolNeAR article and belongs to a story of its own with
nineteen others. In half of the words of names letters change for others as long (by a fixed seed that is the story's),
so that every offset still holds, most names are new with every story and some stand in all of them. Each story has its
days. Seconds of one core, for each part of `resolve` and of `compare`.

All articles of one seed would be copies of each other, as no pages of a crawl are. So `copies` is timed on the same
articles with all words changed, and what the other parts are given are the copies within each story.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from bench.copies import articles
from bench.scale_names import RENAMED, SEEDS, STORY
from twosource import compare as comparing
from twosource import resolve as resolving
from twosource.annotate import annotate
from twosource.records import Copy, Mention, Reading, Witness
from twosource.resolve.copies import copies
from twosource.run import uncollected
from twosource.settings import ResolveSettings

BUDGET = 300.0 / 10_000
"""Seconds an article: what the issue allows."""
DAYS = 730
"""Over which the stories are spread."""
REWORDED = 0.95
"""The share of words that are changed where `copies` is timed."""
ANY_WORD = re.compile(r"[A-Za-z]{2,}")
CAPITAL = re.compile(r"[A-Z][a-z]{3,}")
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvw"

LEAST = 0.05
"""Seconds from which growth can be told from chance."""
OF_RESOLVE = ("documents", "times", "entities", "speakers", "references", "events", "places")
FINDINGS = ("amounts", "dates", "tolls", "rival figures", "disputes", "revisions", "copies found")
"""What the COMPARISONS are called here, in their order."""
OF_COMPARE = ("timeline", "attribution_views", "name_views", "source_views")

Seconds = dict[str, float]


def read_seeds(shared: Path, number: int = SEEDS) -> list[Reading]:
    """Some PolNeAR articles with all that is read in them."""
    bare = islice(articles(shared), number)
    return [Reading(one.article, annotate(one.article)) for one in bare]


def made_up(seeds: Sequence[Reading], number: int) -> Iterator[Reading]:
    """That many articles, the same ones every time."""
    first = dt.date(2021, 1, 1)
    for at in range(number):
        draw = random.Random(at)
        story = at // STORY
        day = first + dt.timedelta(days=random.Random(f"day {story}").randrange(DAYS) + draw.randrange(14))
        yield _changed(seeds[draw.randrange(len(seeds))], f"{at:06}", story, day)


def _changed(seed: Reading, name: str, story: int, day: dt.date) -> Reading:
    """The seed under another name, with words of its names changed for others of their length."""
    text = list(seed.article.text)
    for mention in seed.annotations.mentions:
        for found in CAPITAL.finditer(seed.article.text, mention.start, mention.end):
            text[found.start() : found.end()] = _other(found.group(), f"{story} {found.group()}", RENAMED)
    changed = "".join(text)
    article = msgspec.structs.replace(
        seed.article, id=name, source_file=name, text=changed, published=Witness(day.isoformat(), "row")
    )
    mentions = tuple(_renamed(mention, changed) for mention in seed.annotations.mentions)
    return Reading(article, msgspec.structs.replace(seed.annotations, article=name, mentions=mentions))


def _renamed(mention: Mention, text: str) -> Mention:
    return msgspec.structs.replace(mention, text=text[mention.start : mention.end])


def _other(word: str, key: str, share: float) -> str:
    """The word, or for a share of them by the key one as long with other letters in it."""
    draw = random.Random(key)
    if draw.random() >= share:
        return word
    letters = [draw.choice(VOWELS if letter in VOWELS else CONSONANTS) for letter in word[1:]]
    return word[0] + "".join(letters)


def timed(readings: Sequence[Reading]) -> Seconds:
    """Seconds of every part of `resolve` and `compare`, in the order in which they run."""
    seconds: Seconds = {}
    for name in OF_RESOLVE:
        setattr(resolving, name, _clocked(getattr(resolving, name), name, seconds))
    for name in OF_COMPARE:
        setattr(comparing, name, _clocked(getattr(comparing, name), name, seconds))
    parts = zip(comparing.COMPARISONS, FINDINGS, strict=True)
    comparing.COMPARISONS = tuple(_clocked(find, name, seconds) for find, name in parts)
    within = _copies_within(readings)
    texts = [_scrambled(reading) for reading in readings]
    resolving.copies = lambda *_: within
    with uncollected():  # as a story does
        _clocked(copies, "copies", seconds)(texts, ResolveSettings())
        resolution = resolving.resolve(readings)
        comparing.compare(readings, resolution)
    return seconds


def _copies_within(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """The copies that stand in articles of one story."""
    starts = range(0, len(readings), STORY)
    return tuple(one for at in starts for one in copies(readings[at : at + STORY], ResolveSettings()))


def _scrambled(reading: Reading) -> Reading:
    """The article with letters changed in nearly every word."""
    article = reading.article
    text = ANY_WORD.sub(lambda found: _other(found.group(), f"{article.id} {found.start()}", REWORDED), article.text)
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(article, text=text))


def _clocked(work: Callable[..., Any], name: str, seconds: Seconds) -> Callable[..., Any]:
    def run(*given: Any) -> Any:
        start = time.process_time()
        made = work(*given)
        seconds[name] = seconds.get(name, 0.0) + time.process_time() - start
        return made

    return run


def _run(seeds: Sequence[Reading], number: int) -> Seconds:
    return timed(list(made_up(seeds, number)))


def table(runs: Mapping[int, Seconds]) -> str:
    """A row a part: its seconds at each size, and the power of the articles by which they grow, first to last."""
    sizes = sorted(runs)
    rows = [f"{'seconds of one core':20}" + "".join(f"{size:>10,}" for size in sizes) + f"{'power':>8}"]
    names = list(dict.fromkeys(name for run in runs.values() for name in run))
    for name in [*names, "all"]:
        taken = [sum(runs[size].values()) if name == "all" else runs[size].get(name, 0.0) for size in sizes]
        rows.append(f"{name:20}" + "".join(f"{seconds:10.1f}" for seconds in taken) + _power(sizes, taken))
    rows.append(f"{'allowed':20}" + "".join(f"{BUDGET * size:10.1f}" for size in sizes))
    return "\n".join(rows)


def _power(sizes: Sequence[int], taken: Sequence[float]) -> str:
    if len(sizes) < 2 or taken[0] < LEAST:
        return f"{'':>8}"
    return f"{math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0]):8.2f}"


def main(arguments: list[str] | None = None) -> int:
    """Print a table; 1 when the time of a size is over what is allowed."""
    parser = argparse.ArgumentParser(prog="bench.scale_findings", description="Time findings as the articles grow.")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 5000, 20_000])
    chosen = parser.parse_args(arguments)
    seeds = read_seeds(chosen.shared)
    runs: dict[int, Seconds] = {}
    for number in chosen.articles:
        with get_context("fork").Pool(1) as alone:  # a process of its own: what one run has cached helps no other
            runs[number] = alone.apply(_run, (seeds, number))
        print(f"{number:,} articles: {sum(runs[number].values()):.1f} s", file=sys.stderr, flush=True)
    print(table(runs))
    return int(any(sum(run.values()) > BUDGET * size for size, run in runs.items()))


if __name__ == "__main__":
    raise SystemExit(main())
