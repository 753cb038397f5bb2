"""How long the stages take, as ratios to a yardstick measured in the same run, so that machines can be compared.

    python -m bench.speed [--shared PATH] [--only STAGE ...] [--json]

Ends with 1 when a stage has fallen below its floor in floors.json ("speed STAGE": how many times as fast as its
yardstick it is at least). Each line is the best of at least three runs, in processor time. The yardsticks are the work
that nobody can do without, or that others do with what they ship: trafilatura alone for cleaning HTML, an untrained
spaCy pipeline of usual size for language and annotating, splitting the texts into words for cleaning stripped pages and
for copies.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import spacy
import trafilatura
from spacy.language import Language
from spacy.pipeline.dep_parser import DEFAULT_PARSER_MODEL
from spacy.pipeline.tagger import DEFAULT_TAGGER_MODEL
from spacy.training import Example

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # run as a file: the other parts are found all the same

from bench.cleaning import STRIPPED  # noqa: E402
from bench.copies import articles  # noqa: E402
from twosource.annotate import annotate_text  # noqa: E402
from twosource.annotate.language import english  # noqa: E402
from twosource.clean import clean  # noqa: E402
from twosource.clean.blocks import forget  # noqa: E402
from twosource.compare import compare  # noqa: E402
from twosource.records import Media, Page, Reading, content_id  # noqa: E402
from twosource.resolve import resolve  # noqa: E402
from twosource.resolve.copies import copies  # noqa: E402
from twosource.settings import CompareSettings, ResolveSettings  # noqa: E402

RUNS = 3
LEAST = 2.0
"""Seconds: short work, as the yardsticks mostly are, is run more often, for the least of few runs varies."""
PAGES = 20
TEXTS = 30
STORY = 84
"""Articles of the story for resolve and compare: the dev part of PolNeAR, some two to five months of one campaign."""


@dataclass(frozen=True)
class Timing:
    """What took how long, against what."""

    stage: str
    amount: str
    seconds: float
    yardstick: str
    yardstick_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the yardstick it took."""
        return self.seconds / self.yardstick_seconds

    def slow(self, floors: Mapping[str, float]) -> bool:
        """Whether it is below its floor."""
        return 1 / self.ratio < floors.get(f"speed {self.stage}", 0.0)


def time_clean(shared: Path) -> Timing:
    """HTML pages to articles, against trafilatura's extraction alone."""
    files = sorted((shared / "bench" / "cleaning" / "html").iterdir())[:PAGES]
    if not files:
        raise FileNotFoundError(shared / "bench" / "cleaning" / "html")
    contents = [gzip.decompress(file.read_bytes()) for file in files]
    pages = [_page(file.name, body) for file, body in zip(files, contents, strict=True)]
    return Timing(
        "clean", f"{len(pages)} pages of HTML", _best(lambda: [clean(page) for page in pages]),
        "trafilatura alone", _best(lambda: [trafilatura.extract(body) for body in contents]),
    )  # fmt: skip


def time_clean_text(shared: Path) -> Timing:
    """Stripped pages to articles, against splitting them into words: amount by seconds is pages a second.

    What lines of other pages told is kept, so that it is forgotten before each run, and between the two forms of the
    same pages: these are 92 pages of as many sites, read for the first time.
    """
    folder = shared / "bench" / "cleaning"
    forms = [list(json.loads((folder / f"raw-text-{form}.json").read_bytes()).values()) for form in STRIPPED]
    pages = [[_page(str(number), text.encode(), "text") for number, text in enumerate(texts)] for texts in forms]
    texts = [text for form in forms for text in form]
    return Timing(
        "clean text", f"{len(texts)} stripped pages", _best(partial(_clean_afresh, pages)),
        "splitting into words", _words(texts),
    )  # fmt: skip


def time_language(shared: Path) -> Timing:
    """Texts to parsed Docs on one thread, against an untrained spaCy pipeline: tok2vec, tagger, parser, entities."""
    texts = [reading.article.text for reading in islice(articles(shared), TEXTS)]
    pipeline = _pipeline()
    return Timing(
        "language", f"{len(texts)} texts", _best(lambda: list(english(texts))),
        "spaCy tok2vec+tagger+parser+ner", _best(lambda: list(pipeline.pipe(texts))),
    )  # fmt: skip


def time_annotate(shared: Path) -> Timing:
    """Texts to annotations, against an untrained spaCy pipeline: tok2vec, tagger, parser, entities."""
    texts = [reading.article.text for reading in islice(articles(shared), TEXTS)]
    pipeline = _pipeline()
    return Timing(
        "annotate", f"{len(texts)} texts", _best(lambda: [annotate_text(str(i), text) for i, text in enumerate(texts)]),
        "spaCy tok2vec+tagger+parser+ner", _best(lambda: list(pipeline.pipe(texts))),
    )  # fmt: skip


def time_copies(shared: Path) -> Timing:
    """Copied passages among all articles, against splitting them into words."""
    return _copies(list(articles(shared)))


def time_copies_quarter(shared: Path) -> Timing:
    """The same for a quarter of the articles: the ratio stays where the time grows with the words and not the pairs."""
    return _copies(list(articles(shared))[::4])


def time_story(shared: Path) -> Timing:
    """Annotations to findings, against annotating."""
    bare = list(articles(shared))[-STORY:]
    readings = [_annotated(reading) for reading in bare]
    return Timing(
        "resolve and compare", f"{len(readings)} articles", _best(partial(_found, readings)),
        "annotating them", _best(lambda: [_annotated(reading) for reading in bare]),
    )  # fmt: skip


STAGES: tuple[Callable[[Path], Timing], ...] = (
    time_clean, time_clean_text, time_language, time_annotate, time_copies_quarter, time_copies, time_story,
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Time every stage and print the table."""
    parser = argparse.ArgumentParser(prog="bench.speed", description="Time the stages against yardsticks.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the development data")
    names = [stage.__name__.removeprefix("time_") for stage in STAGES]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="time these stages")
    parser.add_argument("--json", action="store_true", help="print JSON")
    chosen = parser.parse_args(arguments)
    timings = list(_timings(chosen.shared, [s for s, name in zip(STAGES, names, strict=True) if name in chosen.only]))
    if chosen.json:
        print(json.dumps([{**asdict(timing), "ratio": timing.ratio} for timing in timings], indent=2))
        return _verdict(timings)
    print(f"{'stage':20} {'of':20} {'seconds':>8}  {'yardstick':32} {'seconds':>8} {'ratio':>7}")
    for each in timings:
        print(
            f"{each.stage:20} {each.amount:20} {each.seconds:8.2f}  {each.yardstick:32} "
            f"{each.yardstick_seconds:8.2f} {each.ratio:7.2f}"
        )
    return _verdict(timings)


def _verdict(timings: list[Timing]) -> int:
    """1, with a line for each, when a stage is slower than its floor lets it be."""
    floors: dict[str, float] = json.loads((ROOT / "bench" / "floors.json").read_text(encoding="utf-8"))
    slow = [each for each in timings if each.slow(floors)]
    for each in slow:
        print(f"{each.stage} takes {each.ratio:.2f} times its yardstick: below its floor", file=sys.stderr)
    return 1 if slow else 0


def _clean_afresh(piles: list[list[Page]]) -> None:
    for pile in piles:
        forget()
        for page in pile:
            clean(page)


def _page(name: str, body: bytes, media: Media = "html") -> Page:
    return Page(id=content_id(name), source=name, sha256="", media=media, content=body)


def _timings(shared: Path, stages: list[Callable[[Path], Timing]]) -> Iterator[Timing]:
    for stage in stages:
        try:
            yield stage(shared)
        except FileNotFoundError as error:
            print(f"{stage.__name__}: skipped, {error.filename or error} is absent (--shared PATH)", file=sys.stderr)


def _best(work: Callable[[], object]) -> float:
    """Seconds of processor time of the fastest of some runs: what else runs on the machine takes none of it."""
    runs: list[float] = []
    while len(runs) < RUNS or sum(runs) < LEAST:
        start = time.process_time()
        work()
        runs.append(time.process_time() - start)
    return min(runs)


def _copies(readings: list[Reading]) -> Timing:
    return Timing(
        "copies", f"{len(readings)} articles", _best(lambda: copies(readings, ResolveSettings())),
        "splitting into words", _words([reading.article.text for reading in readings]),
    )  # fmt: skip


def _words(texts: list[str]) -> float:
    word = re.compile(r"\w+")
    return _best(lambda: [word.findall(text) for text in texts])


def _annotated(reading: Reading) -> Reading:
    article = reading.article
    published = article.published.value if article.published else None
    return Reading(article, annotate_text(article.id, article.text, published))


def _found(readings: list[Reading]) -> object:
    resolution = resolve(readings, ResolveSettings())
    return compare(readings, resolution, CompareSettings())


def _pipeline() -> Language:
    """spaCy's parts as its small models have them, with weights as they begin: they take the time of trained ones."""
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tok2vec")
    pipeline.add_pipe("tagger", config={"model": {**DEFAULT_TAGGER_MODEL, "tok2vec": listener}})
    pipeline.add_pipe("parser", config={"model": {**DEFAULT_PARSER_MODEL, "tok2vec": listener}})
    pipeline.add_pipe("ner")
    marks = {"tags": ["DT", "NN", "VBD"], "heads": [1, 2, 2], "deps": ["det", "nsubj", "ROOT"], "entities": ["O"] * 3}
    pipeline.initialize(lambda: [Example.from_dict(pipeline.make_doc("The council met"), marks)])
    return pipeline


if __name__ == "__main__":
    sys.exit(main())
