"""Names in a text: persons, organisations, places and peoples, by rules over capitalised words.

A vote of its own beside any trained reader: what it rests on is lists (`name_lists.py`), the shape of words, what
stands beside them, and what the page says of the same words elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from twosource.annotate.name_kinds import decide
from twosource.annotate.name_parts import Part, parts
from twosource.annotate.name_runs import runs
from twosource.annotate.name_titles import gender, metonym, title
from twosource.annotate.name_words import Word, evidence, words
from twosource.records import Mention, MentionKind


def mentions(doc: Doc, title: str | None = None) -> tuple[Mention, ...]:
    """The names in `doc`, in text order, none overlapping another.

    `doc`: sentences set (see `language.read`). `title`: the article's headline; in sentence case it is one more
    witness of which words are written with a capital. `doc.text[m.start:m.end] == m.text` for each.
    """
    found = words(doc)
    seen = evidence(found, title)
    candidates = [
        part for start, end in runs(found, seen) for part in parts(found, start, end) if part.end > part.start
    ]
    kinds = decide(found, candidates, seen)
    pairs = zip(candidates, kinds, strict=True)
    text = doc.text  # joined anew at every call
    return tuple(_mention(text, found, part, kind) for part, kind in pairs if kind is not None)


def _mention(text: str, found: Sequence[Word], part: Part, kind: MentionKind) -> Mention:
    start, end = found[part.start].start, found[part.end - 1].end
    role = title(found, part) if kind == "PERSON" else None
    return Mention(
        start=start,
        end=end,
        kind=kind,
        text=text[start:end],
        title=text[found[role[0]].start : _end(found, role)] if role else None,
        gender=gender(found, part, role) if kind == "PERSON" else None,
        metonym=kind in {"ORG", "LOC"} and metonym(found, part),
    )


def _end(found: Sequence[Word], role: tuple[int, int]) -> int:
    return found[role[1] - 1].end
