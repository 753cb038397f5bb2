"""Corrections: what a page says of its own earlier version, in a note beside the text or in the text itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.compare.claims import stems
from twosource.compare.receipts import one_line, sentence, side, trimmed
from twosource.records import Finding, Note, Range, Reading, content_id

# A correction inside the body, where cleaning found no note of its own.
SELF_CORRECTION = re.compile(
    r"\b(?:an? (?:earlier|previous|initial|original) version of th(?:is|e) (?:article|story|report|piece)|"
    r"th(?:is|e) (?:article|story|report|piece|headline) (?:has been|was) (?:corrected|amended|revised)|"
    r"(?:we|the (?:article|story)) (?:previously|earlier|originally|incorrectly|wrongly) (?:said|stated|reported|"
    r"gave|misstated)|"
    r"correction\s*:)",
    re.I,
)
# What a note is made of when it corrects nothing ("Updated on 4 March at 17:30").
BOOKKEEPING = re.compile(
    r"\b(?:this|the|an?|article|story|report|page|post|piece|was|is|has|been|last|first|updated?|modified|amended|published|"
    r"refreshed|corrections?|corrected|clarifications?|appended|below|above|on|at|by|of|to|and|with|from|new|more|latest|details?|information|quotes?|comments?|throughout|editing|"
    r"GMT|UTC|EST|EDT|BST|CET|MSK|[ap]\.?m\.?|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|"
    r"Mon\w*|Tue\w*|Wed\w*|Thu\w*|Fri\w*|Sat\w*|Sun\w*)\b|[\d\W_]+",
    re.I,
)
ADDED = re.compile(
    r"\b(?:updated|amended|edited)\b[^.]{0,40}\b(?:with|to (?:include|add|note|incorporate)|includes?|"
    r"adds?)\b[^.]{0,120}?\b(?:comments?|quotes?|statements?|"
    r"information|details?|reactions?|responses?|remarks|background|context|endorsements?|interview|photos?|video|tweets?|links?)\b",
    re.I,
)
""" "Updated with comments from ...": more was added, nothing was taken back."""
LEAST = 12
"""Letters that must be left of a note for it to say something."""


def corrections(readings: Mapping[str, Reading]) -> tuple[Finding, ...]:
    """One finding of kind revision for each correction or update that says what changed, by source file."""
    out = []
    for reading in sorted(readings.values(), key=lambda r: (r.article.source_file, r.article.id)):
        told: set[str] = set()
        for note in reading.article.notes:
            if says_something(note):
                told.add(one_line(note.text))
                out.append(_of_note(reading, note))
        out += [_of_sentence(reading, span) for span in _in_text(reading, told)]
    unique = {finding.id: finding for finding in out}
    return tuple(unique.values())


def says_something(note: Note) -> bool:
    """Whether a note tells a change; "Updated 4 March", "Correction appended" and a photo caption do not."""
    if note.kind == "update" and ADDED.search(note.text):
        return False
    return note.kind in {"correction", "update"} and len(BOOKKEEPING.sub("", note.text)) >= LEAST


def _in_text(reading: Reading, told: set[str]) -> list[Range]:
    text = reading.article.text
    spans = dict.fromkeys(sentence(reading, found.span()) for found in SELF_CORRECTION.finditer(text))
    return [span for span in spans if one_line(text[slice(*span)]) not in told]


def _of_note(reading: Reading, note: Note) -> Finding:
    words, dated = one_line(note.text), f", dated {note.date}" if note.date else ""
    receipt = _place(reading, note)
    shown = side(reading, words, receipt)
    reason = f"the page itself carries {'a correction' if note.kind == 'correction' else 'an update'}{dated}"
    where = "" if words in one_line(shown.quote) else "; the quoted sentence is the one nearest to it in the text"
    return Finding(
        content_id("correction", reading.article.id, words),
        "revision",
        _title(reading) or words,
        (shown,),
        reason + where,
    )


def _of_sentence(reading: Reading, span: Range) -> Finding:
    shown = side(reading, span, span)
    reason = "the text itself says what an earlier version said"
    about = _title(reading) or shown.value
    return Finding(content_id("correction", reading.article.id, *span), "revision", about, (shown,), reason)


def _title(reading: Reading) -> str | None:
    return one_line(reading.article.title) if reading.article.title else None


def _place(reading: Reading, note: Note) -> Range:
    """Where the note stands in the text, else the sentence that shares most with it, figures counting double."""
    text = reading.article.text
    at = text.find(note.text)
    if note.text and at >= 0:
        return trimmed(text, (at, at + len(note.text)))
    wanted = _marks(note.text)
    best, span = 0, (0, 0)
    for start, end in reading.annotations.sentences:
        shared = _marks(text[start:end]) & wanted
        score = len(shared) + sum(1 for mark in shared if mark.isdigit())
        if score > best:
            best, span = score, (start, end)
    first = reading.annotations.sentences[:1] or ((0, 0),)
    return trimmed(text, span if best else first[0])


def _marks(words: str) -> set[str]:
    return set(stems(words)) | set(re.findall(r"\d+", words))
