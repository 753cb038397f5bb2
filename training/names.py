"""Names for training: from open corpora, from GUM's entities, from gold tags, and from our own sentences.

Every source has its own idea of a name; each is turned into ours (PERSON, ORG, LOC, NORP; no titles, no articles), and
where it does not say enough the tag is None, which training leaves out of the loss.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.markup import Passage, passages
from training.treebanks import Sentence
from twosource.annotate.gazetteer import country_names, peoples
from twosource.annotate.language import tokenizer_words

KINDS = {
    "PER": "PERSON", "person": "PERSON", "Person": "PERSON", "ORG": "ORG", "organization": "ORG", "Organisation": "ORG",
    "corporation": "ORG", "group": "ORG", "LOC": "LOC", "location": "LOC", "Location": "LOC", "place": "LOC",
    "Nationality": "NORP",
}  # fmt: skip
TITLES = frozenset(
    "mr mrs ms miss dr prof professor president vice prime minister secretary general gen lt col colonel maj major "
    "capt captain sgt sergeant sir lady lord king queen prince princess pope saint rev reverend father sister brother "
    "senator sen governor gov rep representative congressman judge justice chief ambassador chairman chairwoman "
    "chancellor mayor director executive officer uncle aunt grandma grandpa mom dad mother judge coach commander "
    "admiral sheikh ayatollah imam rabbi bishop archbishop cardinal deputy foreign defence defense interior interim "
    "former king's doctor".split()
)
PRONOUNS = frozenset("We They He She It I You Our Their His Her Its This These Those".split())
INSIDE = frozenset("of the and & for de la le du van der von den bin ibn al el - ' . , / in on at".split())


def people_tag(word: str) -> bool:
    """Whether the word, as capitalised, is a nationality or the like by the project's tables."""
    return word[:1].isupper() and word in peoples()


def with_names(sentence: Sentence) -> Sentence:
    """A treebank sentence with name tags: GUM's from its entities; elsewhere what the gold tags alone decide."""
    known: list[str | None] = ["O"] * len(sentence.words)
    proper = [_proper(pos, tag) for pos, tag in zip(sentence.upos, sentence.xpos, strict=True)]
    for i, word in enumerate(sentence.words):
        if (
            proper[i]
            or _between(proper, i, word)
            or (word[:1].isupper() and i and sentence.upos[i] in {"NOUN", "ADJ", "X"})
        ):
            known[i] = None
        if people_tag(word) and sentence.xpos[i] in {"JJ", "NNPS"} | ({"NNP"} if word.endswith("ans") else set()):
            known[i] = "B-NORP"
    if sentence.document.startswith("GUM_"):
        for start, end, kind in _entity_names(sentence, proper):
            _fill(known, start, end, kind)
        known = [
            ("O" if tag is None and not (proper[i] and _unsure(sentence, i)) else tag) for i, tag in enumerate(known)
        ]
    return replace(sentence, names=known)


def _proper(pos: str, tag: str) -> bool:
    """Whether a word is one of a name: "United" of "United Nations" is by its Penn tag alone, UD calls it a verb."""
    return pos == "PROPN" or tag in {"NNP", "NNPS"}


def _between(proper: list[bool], i: int, word: str) -> bool:
    near = any(proper[max(0, i - 2) : i]) and any(proper[i + 1 : i + 3])
    return near and word.lower() in INSIDE


def _unsure(sentence: Sentence, i: int) -> bool:
    """A proper noun that stands in no entity of a kind we know: a work, an event, a thing, or an unlinked name."""
    return not any(s <= i < e and kind in {"object", "event", "abstract", "time", "animal", "plant", "substance"}
                   for s, e, kind, _ in sentence.entities)  # fmt: skip


def _entity_names(sentence: Sentence, proper: list[bool]) -> Iterator[tuple[int, int, str]]:
    """The name within each entity whose head is a proper noun, outermost first, none within another."""
    taken = [False] * len(proper)
    for start, end, kind, linked in sentence.entities:
        head = next((i for i in range(start, end) if not start <= sentence.heads[i] < end), start)
        if kind not in KINDS or not proper[head] or taken[head]:
            continue
        first, last = _grow(
            sentence, proper, head, start, end, KINDS[kind] != "PERSON" and (linked or KINDS[kind] == "ORG")
        )
        person = KINDS[kind] == "PERSON"
        while person and first < last and _title(sentence.words[first]):
            first += 1
        if not any(taken[first : last + 1]) and not (person and _title(sentence.words[last])):
            taken[first : last + 1] = [True] * (last + 1 - first)
            yield first, last + 1, KINDS[kind]


def _title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES


def _grow(s: Sentence, proper: list[bool], head: int, start: int, end: int, over: bool) -> tuple[int, int]:
    """From the head over neighbouring proper nouns, and over "of", "and", hyphens between them where `over`."""
    first = last = head
    joins = INSIDE - {","} if over else frozenset("-'.&")
    while first > start and (
        proper[first - 1] or (first - 2 >= start and proper[first - 2] and s.words[first - 1].lower() in joins)
    ):
        first -= 1
    while last + 1 < end and (
        proper[last + 1] or (last + 2 < end and proper[last + 2] and s.words[last + 1].lower() in joins)
    ):
        last += 1
    return first, last


def _fill(tags: list[str | None], start: int, end: int, kind: str | None) -> None:
    for i in range(start, end):
        tags[i] = None if kind is None else ("B-" if i == start else "I-") + kind


# Sources within re3d whose licence is non-commercial.
NOT_FREE = ("BBC_Online",)


def corpora(archive: Path) -> Iterator[Sentence]:
    """The sentences with names of Wikigold, WNUT17 (train and dev) and the free sources of re3d in the archive. Of
    sentences without a name the treebanks have plenty.
    """
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            kind = next((k for k in ("wikigold", "WNUT17", "re3d") if f"{k}/CONLL" in member.name), None)
            closed = any(f"/{source}/" in member.name for source in NOT_FREE)
            if kind and not closed and member.isfile() and re.search(r"conll(\.txt)?$", member.name):
                data = tar.extractfile(member)
                lines: Iterable[str] = io.TextIOWrapper(data, encoding="utf-8") if data else []
                for words, tags in _blocks(lines):
                    sentence = _converted(words, tags, f"{kind}:{member.name}", kind)
                    if any(tag != "O" for tag in sentence.names):
                        yield sentence


def _blocks(lines: Iterable[str]) -> Iterator[tuple[list[str], list[str]]]:
    words, tags = list[str](), list[str]()
    for line in lines:
        cells = line.split()
        if len(cells) >= 2 and cells[0] != "-DOCSTART-":
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            yield words, tags
            words, tags = [], []
    if words:
        yield words, tags


def _converted(words: list[str], tags: list[str], document: str, corpus: str) -> Sentence:
    out: list[str | None] = ["O"] * len(words)
    for start, end, kind in spans(tags):
        ours = KINDS.get(kind)
        start = start + (words[start].lower() == "the" and ours is not None)
        if ours is None or start >= end:
            continue
        sure = corpus != "re3d" or _is_name(words[start:end], ours)
        if corpus == "re3d" and ours == "ORG" and " ".join(words[start:end]) in country_names():
            ours = "LOC"
        _fill(out, start, end, ours if sure else None)
    for i, word in enumerate(words):
        if out[i] == "O" and people_tag(word):
            out[i] = "B-NORP"
        elif out[i] == "O" and corpus == "re3d" and word[:1].isupper() and i:
            out[i] = None
    return Sentence(words, _spaces(words), document, names=out)


def _is_name(words: list[str], kind: str) -> bool:
    """Whether an re3d span, which may be any description, is a bare name."""
    capitals = all(w[:1].isupper() or w.lower() in INSIDE or w in {"’", "s"} for w in words)
    return (
        capitals
        and words[0][:1].isupper()
        and words[0] not in PRONOUNS
        and not (kind == "PERSON" and any(map(_title, words)))
    )


def spans(tags: Iterable[str | None]) -> list[tuple[int, int, str]]:
    """BIO (or IO) tags as (start, end, kind)."""
    out: list[tuple[int, int, str]] = []
    before = ""
    for i, tag in enumerate(tags):
        kind = (tag or "O")[2:]
        if kind and ((tag or "")[0] == "B" or kind != before):
            out.append((i, i + 1, kind))
        elif kind:
            out[-1] = (out[-1][0], i + 1, kind)
        before = kind
    return out


def _spaces(words: list[str]) -> list[bool]:
    """Spaces as print would have them, for words that came without."""
    return [
        not (i + 1 < len(words) and re.match(r"^([.,;:!?)%]|'s|n't|’s)", words[i + 1])) and word not in {"(", "$", "“"}
        for i, word in enumerate(words)
    ]


def own(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Our own sentences, to train on and held out."""
    train, held = list[Sentence](), list[Sentence]()
    for document, passage, out in passages(folder):
        (held if out else train).append(_tokenized(passage, f"own:{document}"))
    return train, held


def _tokenized(passage: Passage, document: str) -> Sentence:
    words, spaces = tokenizer_words(passage.text)
    tags: list[str | None] = ["O"] * len(words)
    at, starts = 0, list[int]()
    for word, space in zip(words, spaces, strict=True):
        starts.append(at)
        at += len(word) + space
    for mark in passage.names():
        inside = [i for i, s in enumerate(starts) if s < mark.end and s + len(words[i]) > mark.start]
        _fill(tags, inside[0], inside[-1] + 1, mark.label)
    return Sentence(words, spaces, document, names=tags)
