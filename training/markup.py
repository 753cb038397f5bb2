"""Our own annotated sentences: `[text|LABEL]`, nested as need be, one passage a line, in `training/sentences/*.txt`.

    [[Amina Okoro|PERSON], [the mayor|ROLE] of [Kano|LOC],|SOURCE] [said|CUE] [the bridge was closed|CONTENT].

A line that begins with "#" is a note ("# article: ..." says that what follows is one article); an empty line means
nothing. `[`, `]` and `|` stand for nothing but marks. A
label may name what it stands for: `[she|SOURCE=Amina Okoro]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

NAMES = ("PERSON", "ORG", "LOC", "NORP")
LABELS = frozenset((*NAMES, "ROLE", "SOURCE", "CUE", "CONTENT", "METONYM"))
HELD_OUT_EVERY = 10
MARK = re.compile(r"\[|\|([A-Z]+)(?:=([^\[\]|]+))?\]")


class MarkupError(ValueError):
    """A line that does not keep to the format; the message says where and why."""


@dataclass(frozen=True)
class Mark:
    """A labelled range of a passage's text; `names` is what a pronoun or description stands for, if said."""

    start: int
    end: int
    label: str
    names: str = ""


@dataclass(frozen=True)
class Passage:
    """One line without its marks, and the marks, by start, the wider first."""

    text: str
    marks: tuple[Mark, ...]

    def names(self) -> tuple[Mark, ...]:
        """The marks of names: no two overlap."""
        return tuple(m for m in self.marks if m.label in NAMES)


def parse(line: str) -> Passage:
    """A marked line as a passage. Raises MarkupError for an unknown label, an unclosed or stray mark, an empty or
    padded range, or a name within a name.
    """
    text, marks, opened, done = "", [], [], 0
    for found in MARK.finditer(line):
        text += line[done : found.start()]
        done = found.end()
        if found[0] == "[":
            opened.append(len(text))
            continue
        if not opened:
            raise MarkupError(f"{found[0]!r} closes nothing, after {text[-30:]!r}")
        marks.append(_mark(text, opened.pop(), found[1], found[2] or ""))
    text += line[done:]
    if opened or set(text) & set("[]|"):
        raise MarkupError(f"a mark is not closed, or a bracket or bar is no mark: {line[:60]!r}")
    passage = Passage(text, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))
    names = passage.names()
    for a, b in pairwise(names):
        if b.start < a.end:
            raise MarkupError(f"a name within a name: {text[b.start : b.end]!r} in {text[a.start : a.end]!r}")
    return passage


def _mark(text: str, start: int, label: str, names: str) -> Mark:
    inside = text[start:]
    if label not in LABELS:
        raise MarkupError(f"unknown label {label!r}; known: {', '.join(sorted(LABELS))}")
    if not inside or inside != inside.strip():
        raise MarkupError(f"an empty or padded mark: {inside!r}|{label}")
    return Mark(start, len(text), label, names)


def passages(folder: Path) -> Iterator[tuple[str, Passage, bool]]:
    """(document, passage, whether it is held out) of the folder's files, in the order of the files' names. A line is a
    document of its own, but for the lines after a note "# article: ...", which make one together. Every tenth document
    of a file is held out. Raises MarkupError with file and line number.
    """
    for path in sorted(folder.glob("*.txt")):
        documents, article = 0, False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            opens = line.startswith("# article:")
            article = article or opens
            documents += opens
            if not line.strip() or line.startswith("#"):
                continue
            documents += not article
            try:
                yield f"{path.stem}:{documents}", parse(line), documents % HELD_OUT_EVERY == 0
            except MarkupError as e:
                raise MarkupError(f"{path.name}:{number}: {e}") from None
