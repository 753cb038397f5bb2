"""Universal Dependencies treebanks as sentences, and which of their texts may be trained on."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Genres of GUM whose texts are under NC or ND terms (GUM's LICENSE.md: how-to guides, fiction, essays, letters and
# podcasts are CC BY-NC-SA, Reddit non-commercial; the conversations are the Santa Barbara Corpus, CC BY-ND). They are
# read for evaluation, never for weights that ship.
NOT_FREE = frozenset("whow fiction essay letter podcast reddit conversation".split())


@dataclass(frozen=True)
class Sentence:
    """Words of one sentence and what is known of them; an empty list or None in a list is not known.

    `heads` count words from 0, the root's is -1; `names` are BIO tags; `entities` are GUM's (start, end, type, linked).
    """

    words: list[str]
    spaces: list[bool]
    document: str = ""
    paragraph: int = 0
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    entities: list[tuple[int, int, str, bool]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The sentence as written, without white space at its end."""
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True)).rstrip()


def genre(document: str) -> str:
    """ "GUM_news_homeopathic" -> "news"; "" for documents of other treebanks."""
    parts = document.split("_")
    return parts[1] if parts[0] == "GUM" and len(parts) > 2 else ""


def free(sentence: Sentence) -> bool:
    """Whether the licence of the sentence's text lets weights trained on it be shipped."""
    return genre(sentence.document) not in NOT_FREE


def treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, plain or .xz. Multiword tokens are read by their words, empty nodes left out."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        document, paragraph, block = "", 0, list[str]()
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document, paragraph = line.removeprefix("# newdoc id = "), 0
            elif line.startswith("# newpar"):
                paragraph += 1
            elif line and not line.startswith("#"):
                block.append(line)
            elif not line and block:
                yield _sentence(block, document, paragraph)
                block = []
        if block:
            yield _sentence(block, document, paragraph)


def _sentence(block: list[str], document: str, paragraph: int) -> Sentence:
    rows = [line.split("\t") for line in block]
    joined = _joined(rows)
    words = [row for row in rows if row[0].isdigit()]
    return Sentence(
        words=[row[1] for row in words],
        spaces=[int(row[0]) not in joined and "SpaceAfter=No" not in row[9] for row in words],
        document=document,
        paragraph=paragraph,
        upos=[row[3] for row in words],
        xpos=[row[4] for row in words],
        feats=["" if row[5] == "_" else row[5] for row in words],
        heads=[int(row[6]) - 1 for row in words],
        deps=[row[7] for row in words],
        lemmas=[row[2] for row in words],
        entities=_entities(words),
    )


def _joined(rows: list[list[str]]) -> set[int]:
    """The words after which no space stands because a multiword token goes on, or ends without one."""
    out = set[int]()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            out.update(range(first, last + ("SpaceAfter=No" in row[9])))
    return out


def _entities(rows: list[list[str]]) -> list[tuple[int, int, str, bool]]:
    """GUM's `Entity=` spans: "(1-person-giv:act-cf1-1-coref-Some_Page" opens, "1)" closes, "(1-...)" does both."""
    out, opened = [], dict[str, list[tuple[int, str, bool]]]()
    for i, row in enumerate(rows):
        cell = next((c.removeprefix("Entity=") for c in row[9].split("|") if c.startswith("Entity=")), "")
        for found in re.finditer(r"\(([^()]+)(\)?)|(\d+)\)", cell):
            if found[1]:
                parts = found[1].split("-", 6)
                entity = (i, parts[1], len(parts) > 6 and bool(parts[6]))
                if found[2]:
                    out.append((i, i + 1, *entity[1:]))
                else:
                    opened.setdefault(parts[0], []).append(entity)
            elif opened.get(found[3]):
                start, kind, linked = opened[found[3]].pop()
                out.append((start, i + 1, kind, linked))
    return sorted(out, key=lambda e: (e[0], -e[1]))
