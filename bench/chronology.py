"""Chronologies: a name's events in order of time, from raw text, against SemEval-2015 task 4's trial timelines.

The 30 articles go as pages through the whole of `Story.build`. Each target's chronology is written in the task's form,
a line an event: its place in the order, its date, its mentions as document-sentence-words. What is scored is the
task's temporal awareness (Minard et al. 2015; UzZaman and Allen 2011). A timeline stands for relations: an event is
SIMULTANEOUS with its date and with what stands at its place, and BEFORE what stands at the next. Precision is the share
of our relations, those that follow from others left out, that follow from the gold ones; recall is the same the other
way about; both are summed over the targets (micro). Events that could not be placed (place 0) are left out, as there.
The task's own program is not here: this is written from its description.
"""

from __future__ import annotations

import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bench.coreference import Measure
from twosource.records import Article, Range, Step
from twosource.story import Story

UNKNOWN = "XXXX-XX-XX"
NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) ] % 's n't 're 've 'll 'm 'd '".split())
NO_SPACE_AFTER = frozenset("( [ $ £ € #".split())
JOINED = frozenset("- / ’".split())
"""Tokens that stand without blanks on both sides: the data have them apart from what they join."""
EXACT = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", re.ASCII)
PLACED = frozenset({"happened", "ongoing", "planned"})
"""Of what is only possible, denied or did not happen the gold has nothing."""


@dataclass(frozen=True)
class Line:
    """One event of a timeline: its place in the order, its date, its mentions."""

    place: int
    anchor: str
    mentions: tuple[str, ...]


@dataclass(frozen=True)
class Token:
    """A word of a document: which sentence it stands in, and where in the text that is made of it."""

    sentence: int
    text: str
    start: int
    end: int


# --- the measure -----------------------------------------------------------------------------------------------------

Relation = tuple[str, str, str]


def awareness(gold: Sequence[Line], said: Sequence[Line]) -> Measure:
    """How much of the order in time one timeline has of the other, both ways."""
    gold, said = [each for each in gold if each.place], [each for each in said if each.place]
    ours, theirs = relations(said), relations(gold)
    return Measure(
        right_gold=sum(_follows(each, said) for each in theirs), gold=len(theirs),
        right_said=sum(_follows(each, gold) for each in ours), said=len(ours),
    )  # fmt: skip


def relations(lines: Sequence[Line]) -> list[Relation]:
    """The relations of a timeline without those that follow from others: a tree over its events and dates."""
    out: list[Relation] = []
    before: str | None = None
    for place in sorted({line.place for line in lines}):
        here = [line for line in lines if line.place == place]
        mentions = list(dict.fromkeys(mention for line in here for mention in line.mentions))
        anchors = sorted({line.anchor for line in here} - {UNKNOWN})
        hub = anchors[0] if anchors else mentions[0]
        out += [(mention, "SIMULTANEOUS", hub) for mention in mentions if mention != hub]
        out += [(mentions[0], "SIMULTANEOUS", anchor) for anchor in anchors[1:]]
        out += [(before, "BEFORE", mentions[0])] if before else []
        before = mentions[0]
    return out


def _follows(relation: Relation, lines: Sequence[Line]) -> bool:
    one, kind, other = relation
    places = {mention: line.place for line in lines for mention in line.mentions}
    anchors = {(line.place, line.anchor) for line in lines}
    if one not in places:
        return False
    if other not in places:
        return kind == "SIMULTANEOUS" and (places[one], other) in anchors
    return places[one] == places[other] if kind == "SIMULTANEOUS" else places[one] < places[other]


# --- the data --------------------------------------------------------------------------------------------------------


def read_gold(path: Path) -> tuple[str, list[Line]]:
    """The target and its lines."""
    target, *rest = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in rest if line.strip())
    return target, [
        Line(int(place), UNKNOWN if anchor.startswith("XXX") else anchor, tuple(map(_mention, mentions)))
        for place, anchor, *mentions in rows
    ]


def _mention(written: str) -> str:
    return written.strip().lower()


def read_document(path: Path) -> tuple[str, str, list[Token]]:
    """A document's id, its text as a page would have it (a paragraph a sentence), and where its words stand in it."""
    root = ET.parse(path).getroot()
    text, before, tokens = "", "", list[Token]()
    sentence = 0
    for element in root.iter("token"):
        word, number = element.text or "", int(element.get("sentence") or 0)
        if number != sentence:
            text, before, sentence = text + "\n\n", "", number
        elif before and not _close(before, word):
            text += " "
        tokens.append(Token(number, word, len(text), len(text) + len(word)))
        text, before = text + word, word
    return root.get("doc_id") or path.stem, text + "\n", tokens


def _close(before: str, word: str) -> bool:
    return word in NO_SPACE_BEFORE or before in NO_SPACE_AFTER or word in JOINED or before in JOINED


# --- ours ------------------------------------------------------------------------------------------------------------


def score_chronology(shared: Path) -> dict[str, float]:
    """Micro-F1, precision and recall in percent. Raises FileNotFoundError when the data are absent."""
    folder = shared / "bench" / "coreference"
    golds = [read_gold(path) for path in sorted((folder / "timeline-trial-gold").glob("*.txt"))]
    if not golds:
        raise FileNotFoundError(2, "No such file or directory", str(folder / "timeline-trial-gold"))
    said = timelines(folder / "timeline-trial", [target for target, _ in golds])
    total = sum((awareness(gold, said[target]) for target, gold in golds), Measure())
    return {
        "chronology_f1": 100 * total.f1,
        "chronology_precision": 100 * total.precision,
        "chronology_recall": 100 * total.recall,
    }


def timelines(folder: Path, targets: Sequence[str]) -> dict[str, list[Line]]:
    """For each target its timeline, from a story built of the folder's documents."""
    documents = {name: (text, tokens) for name, text, tokens in map(read_document, sorted(folder.glob("*.xml")))}
    with tempfile.TemporaryDirectory() as scratch:
        pages = Path(scratch) / "pages"
        pages.mkdir()
        for name, (text, _) in documents.items():
            (pages / f"{name}.txt").write_text(text, encoding="utf-8")
        with Story.build(pages, into=Path(scratch) / "story.db") as story:
            read = Read(story, documents)
            return {target: read.timeline(target) for target in targets}


Word = tuple[Range, str, str]
"""A word of a document as it stands in the cleaned article: its range, document and sentence ("12-3"), its letters."""


def placed(article: Article, name: str, page: str, tokens: Sequence[Token]) -> list[Word]:
    """The document's words in the article, sentence by sentence; what cleaning took out (title, date) has no place."""
    out: list[Word] = []
    at = 0
    for number, group in groupby(tokens, key=lambda token: token.sentence):
        words = list(group)
        start, end = words[0].start, words[-1].end
        found = article.text.find(page[start:end], at)
        if found >= 0:
            shift, at = found - start, found + end - start
            out += [((word.start + shift, word.end + shift), f"{name}-{number}", word.text) for word in words]
    return out


class Read:
    """A story with what is needed to write its chronologies in the task's form."""

    def __init__(self, story: Story, documents: Mapping[str, tuple[str, Sequence[Token]]]) -> None:
        self.story = story
        self.readings = {reading.article.id: reading for reading in story.readings()}
        self.words = {
            key: placed(reading.article, name, *documents[name])
            for key, reading in self.readings.items()
            for name in [Path(reading.article.source_file).stem]
        }
        self.events = {event.id: event for event in story.resolution().events}

    def timeline(self, target: str) -> list[Line]:
        """The chronology of a target; [] when nothing of the story is it."""
        steps = [step for step in self.story.chronology(self._known(target)).steps if step.status in PLACED]
        lines = [Line(0, anchor(step), tuple(dict.fromkeys(filter(None, self._mentions(step))))) for step in steps]
        return list(_numbered(line for line in lines if line.mentions))

    def _known(self, target: str) -> str:
        """The target, or where the story has no such name and no such words the longest name that stands in it."""
        folded = f" {target.casefold()} "
        if any(folded.strip() in reading.article.text.casefold() for reading in self.readings.values()):
            return target
        inside = [a for e in self.story.entities() for a in e.aliases if f" {a.casefold()} " in folded]
        return max(inside, key=lambda name: (len(name), name), default=target)

    def _mentions(self, step: Step) -> Iterator[str]:
        if step.kind == "event":
            for member in self.events[step.id].members:
                told = self.readings[member.article].annotations.events[member.index]
                yield self._written(member.article, told.trigger)
            return
        for report in step.reports:
            for attribution in self.readings[report.article].annotations.attributions:
                if attribution.cue and attribution.content and min(attribution.content)[0] == report.start:
                    yield self._written(report.article, attribution.cue)

    def _written(self, article: str, span: Range) -> str:
        """A trigger as the task has it: "12-3-held_talks"."""
        inside = [word for word in self.words[article] if word[0][0] < span[1] and span[0] < word[0][1]]
        return _mention(f"{inside[0][1]}-{'_'.join(letters for _, _, letters in inside)}") if inside else ""


def anchor(step: Step) -> str:
    """The date in the task's form: a day, month or year. What no page dates has the day by which it stands in order."""
    if EXACT.fullmatch(step.date):
        return step.date
    return step.stands_at if step.earliest is None and step.stands_at else UNKNOWN


def _numbered(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines with their places: a new place with every new date."""
    place, before = 0, None
    for line in lines:
        place += line.anchor != before
        before = line.anchor
        yield Line(place, line.anchor, line.mentions)
