"""Names in a text: persons, organisations, places and peoples.

The trained model's names (`name_told.py`) and the rules' (`name_runs.py`, `name_parts.py`, `name_kinds.py`) are votes
in one count (`name_ballot.py`); how much each weighs is told in `name_votes.py`. Where no model has looked for names,
the rules decide alone: they rest on lists (`name_lists.py`), the shape of words, what stands beside them, and what the
page says of the same words elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from twosource.annotate.name_ballot import Ballot
from twosource.annotate.name_bounds import bounded
from twosource.annotate.name_kinds import decide
from twosource.annotate.name_parts import Part, parts
from twosource.annotate.name_runs import runs
from twosource.annotate.name_titles import gender, metonym, title
from twosource.annotate.name_told import tells
from twosource.annotate.name_votes import add_headlines, add_page, add_rules
from twosource.annotate.name_words import Evidence, Word, evidence, words
from twosource.records import Mention, MentionKind

Named = tuple[Part, MentionKind, int, int]
"""A name as words, its kind, and its characters."""


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
    text = doc.text  # joined anew at every call
    if tells(doc):
        named = _counted(doc, found, seen, candidates, kinds)
    else:
        named = [
            (part, kind, found[part.start].start, found[part.end - 1].end)
            for part, kind in zip(candidates, kinds, strict=True)
            if kind is not None
        ]
    return tuple(_mention(text, found, one) for one in named)


def _counted(
    doc: Doc,
    found: Sequence[Word],
    seen: Evidence,
    candidates: Sequence[Part],
    kinds: Sequence[MentionKind | None],
) -> list[Named]:
    """The names by all votes, as parts of `found`."""
    ballot = Ballot(doc)
    add_rules(ballot, found, candidates, kinds)
    add_headlines(ballot, found, seen)
    add_page(ballot, ballot.names(), found)
    titles = {part.start: part.title for part in candidates}
    called = {part.start for part, kind in zip(candidates, kinds, strict=True) if part.title and kind == "PERSON"}
    named: list[Named] = []
    at = 0
    for start, end, kind in bounded(ballot, ballot.names()):
        while at < len(found) and found[at].end <= start:
            at += 1
        stop = at
        while stop < len(found) and found[stop].start < end:
            stop += 1
        if stop > at:
            kind = (
                "PERSON" if at in called else kind
            )  # cut out of a body's name: "Senator Roe" in "Senator Roe's office"
            named.append((Part(at, stop, title=titles.get(at)), kind, start, end))
            at = stop
    return [one for one in named if not _common(doc, one)]


def _common(doc: Doc, named: Named) -> bool:
    """ "The ministry", whatever the model calls it: a noun in small letters, an article or adjective before it."""
    _, _, start, end = named
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or span.text != span.text.lower() or any(token.tag_.startswith("NNP") for token in span):
        return False
    return span.start > 0 and doc[span.start - 1].tag_ in {"DT", "JJ", "NN", "PRP$"}


def _mention(text: str, found: Sequence[Word], named: Named) -> Mention:
    part, kind, start, end = named
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
