"""Entities across documents on ECB+ (topics 1 to 35): each topic's documents as one story, with names we predict.

The documents are put together from their tokens, a sentence a line, without the lines of addresses; our own mentions of
persons, organisations and places are read from that text and clustered by `resolve.entities`. Only what stands in the
sentences that ECB+'s authors checked is scored. What counts:

- Gold: markables tagged as persons, organisations, political bodies or places whose last word is a proper one: it
  begins with a capital, it is written so more often than small within sentences of ordinary case in all the documents,
  and it is no title, pronoun, day, month or word for a people. Their clusters are ECB+'s (what it links with nothing
  is alone).
- Ours: mentions of kind PERSON, ORG and LOC. One that overlaps a gold one is that mention (the longest overlap first,
  one to one). One that overlaps only other markables (things, events, times, unnamed people) or a mention already taken
  is left out. All others count against us: ECB+ leaves out names that take no part in its events, so that
  `entities_conll_annotated_f1`, which leaves these out on both sides, is given beside it.

`same_string` is the same mentions clustered by their text as written.
"""

from __future__ import annotations

import csv
import io
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from xml.etree import ElementTree

from bench.copies import bare_reading
from bench.coreference import Measure, conll, measured
from twosource.annotate.language import read, sentence_ranges
from twosource.annotate.names import mentions
from twosource.records import Annotations, Entity, Reading
from twosource.resolve.countries import demonyms
from twosource.resolve.names import entities
from twosource.resolve.transliteration import fold

Key = tuple[str, int, int]
"""A mention: document, start, end in the text put together."""

TAGS = ("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE", "HUMAN_PART_FAC", "HUMAN_PART_MET", "LOC_GEO", "LOC_FAC",
        "LOC_OTHER")  # fmt: skip
KINDS = ("PERSON", "ORG", "LOC")
# Words with capitals that are no names: the last word of "the President", "I", "Monday".
NO_NAMES = frozenset(
    "i he she we they you it his her our their president minister judge chairman chief officer director secretary "
    "senator governor mayor king queen prince princess pope doctor dr mr mrs ms sir coach captain general colonel "
    "lieutenant sergeant spokesman spokeswoman chancellor premier ceo cfo coo".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
# Tokens written against the word before, and after, in ordinary text.
TO_LEFT = re.compile(r"[.,;:!?%)\]}]+|['’](?:s|S|re|ve|ll|d|m)?|n['’]t|-")
TO_RIGHT = re.compile(r"[(\[{$£€#]|-")


@dataclass(frozen=True, slots=True)
class Markable:
    """A gold mention: its range, its tag, and the words of it."""

    start: int
    end: int
    tag: str
    words: tuple[str, ...]
    cluster: str


@dataclass(slots=True)
class Document:
    """One document of ECB+: the text put together, ranges of its sentences by ECB+'s number, and its markables."""

    name: str
    topic: str
    text: str
    sentences: dict[int, tuple[int, int]]
    words: dict[int, list[str]]
    markables: list[Markable] = field(default_factory=list)


def score_entities(shared: Path) -> dict[str, float]:
    """CoNLL F1 and B-cubed precision of our clusters, and of the same mentions clustered by their text; in percent.

    Raises FileNotFoundError when the data are absent.
    """
    folder = shared / "bench" / "coreference"
    return scores(list(documents(folder)), checked(folder), reading)


def scores(
    read_in: Sequence[Document], scored: Mapping[tuple[str, str], set[int]], annotate: Callable[[Document], Reading]
) -> dict[str, float]:
    """The figures, with the readings that `annotate` makes of the documents."""
    proper = proper_words(read_in)
    sums: dict[str, list[list[Measure]]] = defaultdict(list)
    for _, topic in topics(read_in):
        gold = _gold(topic, scored, proper)
        readings = [annotate(document) for document in topic]
        ours = [[(s.article, s.start, s.end) for s in entity.members] for entity in named(entities(readings))]
        same = list(_by_text(ours, {document.name: document.text for document in topic}))
        aligned = _aligned(topic, scored, gold, [key for cluster in ours for key in cluster])
        for name, clusters in (("", ours), ("_same_string", same)):
            said = _renamed(clusters, aligned)
            sums[name].append(list(measured(_grouped(gold), said)))
            only = {key for cluster in said for key in cluster} & gold.keys()
            both = _within(_grouped(gold), only), _within(said, only)
            sums[f"_annotated{name}"].append(list(measured(*both)))
    return dict(_figures(sums))


def _figures(sums: Mapping[str, list[list[Measure]]]) -> Iterator[tuple[str, float]]:
    for name, rows in sums.items():
        whole = [reduce(Measure.__add__, column) for column in zip(*rows, strict=True)]
        yield f"entities_conll{name}_f1", round(100 * conll(whole), 2)
        yield f"entities_b3{name}_precision", round(100 * whole[1].precision, 2)
        yield f"entities_b3{name}_recall", round(100 * whole[1].recall, 2)


# --- ECB+ ------------------------------------------------------------------------------------------------------------


def documents(folder: Path) -> Iterator[Document]:
    """Every document of the archive, by topic and name."""
    with tarfile.open(folder / "ecbplus-topics-1-35.tar.xz") as archive:
        files = sorted((one for one in archive.getmembers() if one.name.endswith(".xml")), key=lambda one: one.name)
        for one in files:
            content = archive.extractfile(one)
            assert content is not None
            yield document(Path(one.name).stem, content.read())


def document(name: str, xml: bytes) -> Document:
    """One document from its XML."""
    root = ElementTree.fromstring(xml)
    lines: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for token in root.iter("token"):
        lines[int(token.get("sentence", 0))].append((token.get("t_id", ""), (token.text or "").strip()))
    text, places, sentences = "", dict[str, tuple[int, int]](), dict[int, tuple[int, int]]()
    for number, tokens in sorted(lines.items()):
        if not _address(tokens):
            start = len(text)
            text = _put_together(text, tokens, places)
            sentences[number] = (start, len(text))
            text += "\n"
    made = Document(
        name, name.split("_")[0], text, sentences, {n: [w for _, w in t] for n, t in lines.items() if n in sentences}
    )
    made.markables = list(_markables(root, places, made))
    return made


def _address(tokens: Sequence[tuple[str, str]]) -> bool:
    return bool(tokens) and tokens[0][1].startswith(("http", "www"))


def _put_together(text: str, tokens: Iterable[tuple[str, str]], places: dict[str, tuple[int, int]]) -> str:
    glued, quoted = True, False
    for ident, token in tokens:
        word = re.sub("''|``", '"', token)
        opens, closes = bool(TO_RIGHT.fullmatch(word)), bool(TO_LEFT.fullmatch(word))
        if word == '"':
            opens = quoted = token == "``" or (token == word and not quoted)
            closes = not opens
        text += "" if glued or closes else " "
        places[ident] = (len(text), len(text) + len(word))
        text, glued = text + word, opens
    return text


def _markables(root: ElementTree.Element, places: Mapping[str, tuple[int, int]], made: Document) -> Iterator[Markable]:
    cluster = {}
    for relation in root.findall("Relations/*"):
        for source in relation.findall("source"):
            cluster[source.get("m_id")] = relation.get("note") or f"{made.name}:{relation.get('r_id')}"
    for one in root.findall("Markables/*"):
        anchors = [anchor.get("t_id", "") for anchor in one.findall("token_anchor")]
        spans = [places[anchor] for anchor in anchors if anchor in places]
        if spans:
            words = tuple(made.text[start:end] for start, end in spans)
            ident = one.get("m_id")
            alone = f"{made.name}:{ident}"
            yield Markable(spans[0][0], spans[-1][1], one.tag, words, cluster.get(ident, alone))


def checked(folder: Path) -> dict[tuple[str, str], set[int]]:
    """Topic and file to the numbers of the sentences that ECB+'s authors checked."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    text = (folder / "ECBplus_coreference_sentences.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        found[row["Topic"], row["File"]].add(int(row["Sentence Number"]))
    return found


def topics(read_in: Iterable[Document]) -> list[tuple[str, list[Document]]]:
    """The documents of each topic."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for one in read_in:
        groups[one.topic].append(one)
    return sorted(groups.items(), key=lambda pair: int(pair[0]))


# --- what is a name --------------------------------------------------------------------------------------------------


def proper_words(read_in: Iterable[Document]) -> frozenset[str]:
    """Words, small, that stand with a capital more often than without, within sentences that are in no title case."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for one in read_in:
        for words in one.words.values():
            if not _title_case(words):
                for word in words[1:]:
                    counts[word.lower()][word[:1].isupper()] += 1
    titled = {word.lower() for one in read_in for words in one.words.values() for word in words if word[:1].isupper()}
    return frozenset(word for word in titled if not counts[word] or counts[word][True] > counts[word][False])


def _title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) < 2 or sum(word[0].isupper() for word in long) > 0.6 * len(long)


def is_name(markable: Markable, proper: frozenset[str]) -> bool:
    """Whether a gold mention is a named one."""
    words = [word for word in markable.words if any(map(str.isalpha, word)) and fold(word) not in {"s", "jr", "inc"}]
    if markable.tag not in TAGS or not words or not words[-1][0].isupper():
        return False
    last = words[-1].lower()
    return last in proper and fold(last) not in NO_NAMES | DAYS | demonyms().keys()


def _gold(
    topic: Iterable[Document], scored: Mapping[tuple[str, str], set[int]], proper: frozenset[str]
) -> dict[Key, str]:
    return {
        (one.name, markable.start, markable.end): markable.cluster
        for one in topic
        for markable in one.markables
        if _inside(one, scored, markable.start) and is_name(markable, proper)
    }


def _inside(one: Document, scored: Mapping[tuple[str, str], set[int]], at: int) -> bool:
    numbers = scored.get((one.topic, one.name.split("_", 1)[1]), set())
    return any(one.sentences[n][0] <= at < one.sentences[n][1] for n in numbers if n in one.sentences)


# --- ours ------------------------------------------------------------------------------------------------------------


def reading(one: Document) -> Reading:
    """The document with our sentences and mentions."""
    doc = read(one.text)
    bare = bare_reading(one.name, one.text, "", "")
    return Reading(bare.article, Annotations(one.name, sentence_ranges(doc), mentions(doc), (), (), (), ()))


def named(found: Iterable[Entity]) -> list[Entity]:
    """The entities of the kinds that ECB+'s tags have."""
    return [entity for entity in found if entity.kind in KINDS]


def _by_text(clusters: Iterable[Sequence[Key]], texts: Mapping[str, str]) -> Iterator[list[Key]]:
    groups: dict[str, list[Key]] = defaultdict(list)
    for cluster in clusters:
        for name, start, end in cluster:
            groups[texts[name][start:end]].append((name, start, end))
    yield from groups.values()


def _aligned(
    topic: Sequence[Document], scored: Mapping[tuple[str, str], set[int]], gold: Mapping[Key, str], ours: Iterable[Key]
) -> dict[Key, Key]:
    """Our mentions that count, each to the gold mention it stands for, or to itself."""
    by_name = {one.name: one for one in topic}
    kept = [key for key in ours if _inside(by_name[key[0]], scored, key[1])]
    in_document: dict[str, list[Key]] = defaultdict(list)
    for key in gold:
        in_document[key[0]].append(key)
    pairs = sorted(
        (-_overlap(key, want), abs((key[2] - key[1]) - (want[2] - want[1])), key, want)
        for key in kept
        for want in in_document[key[0]]
        if _overlap(key, want)
    )
    aligned: dict[Key, Key] = {}
    taken = set[Key]()
    for _, _, key, want in pairs:
        if key not in aligned and want not in taken:
            aligned[key] = want
            taken.add(want)
    for key in kept:
        marked = any(_overlap(key, (key[0], m.start, m.end)) for m in by_name[key[0]].markables)
        if key not in aligned and not marked:
            aligned[key] = key
    return aligned


def _overlap(one: Key, other: Key) -> int:
    return max(0, min(one[2], other[2]) - max(one[1], other[1]))


def _renamed(clusters: Iterable[Sequence[Key]], aligned: Mapping[Key, Key]) -> list[set[Key]]:
    made = [{aligned[key] for key in cluster if key in aligned} for cluster in clusters]
    return [cluster for cluster in made if cluster]


def _grouped(gold: Mapping[Key, str]) -> list[set[Key]]:
    groups: dict[str, set[Key]] = defaultdict(set)
    for key, name in gold.items():
        groups[name].add(key)
    return list(groups.values())


def _within(clusters: Iterable[set[Key]], only: set[Key]) -> list[set[Key]]:
    return [kept for cluster in clusters if (kept := cluster & only)]


if __name__ == "__main__":
    for figure, value in score_entities(Path(__file__).parents[2] / "shared").items():
        print(f"{figure}\t{value}")
