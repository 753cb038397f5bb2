"""Text whose line breaks are lost: what stood on lines of its own before and after the body is split off again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from twosource.clean import dates, oneline
from twosource.clean.lines import Line

FLAT_WORDS = 60
"""Only a line of at least so many words can hold an article together with what stood after it."""
SHORT = 60
"""Characters; a line that is no longer holds a date alone, or no date and body both."""
HEAD = 240
"""Characters in which the furniture before a body is looked for."""

_HEADS = frozenset(
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun"
    " fir pub pos iss dat cre upd las add by".split()
)
"""With the first letters of these, or with no letter, begins a line that has a date or its label at its head."""
_COUNT = re.compile(r"(?:\d{1,7}|[|•·:–—-])?\s*")
_LABEL = re.compile(
    (
        r"(?:\d{1,7} )?(?:(?:first )?(?:published|posted|issued|date|created|updated|last updated"
        r"|added)(?: (?:on|at))?|by [^.!?]{3,60})[ :,|–—-]*"
    ),
    re.IGNORECASE,
)
_START = re.compile(r"(?:\s*[|•·:–—-]\s*|\s+)(?=[A-ZÀ-ÖØ-ÞА-Я“\"‘«(])")
_TAIL = " |•·=~"
"""What stands after a body whose page was flattened."""

_TITLE_COUNT = re.compile(r"\s+\d{1,7}\s*$")
_DATELINE = re.compile(r"\s*(?:\(|/|[–—-])")
_SENTENCE_RUNS = re.compile(r"[.!?]\s|\b(?:on|since|until|by|from|after|before|till|of|in)\s*$", re.IGNORECASE)
_BARS = " |•·:,–—-"
_COMMENTS = re.compile(r".*comment|.*reply|.*discussion|.*conversation", re.IGNORECASE)

_MARKERS = "|".join(  # Case matters: in running text these words begin no sentence.
    (
        (
            r"(?:SHARE THIS|Share [Tt]his|Share on (?:Facebook|Twitter|WhatsApp|X|Telegram)|Share via|Click "
            r"to share|Tweet this)\b(?: (?:article|story|post|page|on|via|with|this|and|Facebook|Twitter"
            r"|WhatsApp|LinkedIn|Email|Print|Telegram|Pinterest|Reddit|X)\b){0,12}"
        ),
        (
            r"(?:RELATED|Related|Recommended|Similar|Popular|Trending|Latest|Recent|Other|More|Top) "
            r"(?:[Aa]rticles?|[Nn]ews|[Ss]tories|[Ss]tory|[Cc]ontents?|[Pp]osts?|[Tt]opics?|[Ll]inks?|ARTICLES"
            r"|NEWS|STORIES|POSTS)\b ?:?"
        ),
        (
            r"(?:Most (?:[Rr]ead|[Pp]opular|[Vv]iewed)|You (?:may|might) also (?:like|be interested in)|READ "
            r"(?:MORE|ALSO)|Read (?:more|also|next) ?:|See also ?:|Also read ?:)"
        ),
        r"(?:Tags?|Tagged(?: with)?|Filed [Uu]nder|Categories|Topics|Labels|Keywords) ?:",
        (
            r"(?:Advertisement|ADVERTISEMENT|Sponsored [Cc]ontent|Subscribe to (?:our|the)|Sign up (?:for|to) "
            r"(?:our|the)|Follow us on|Join our)\b"
        ),
        r"(?:Copyright ?(?:©|\(c\)|\d{4})|© ?(?:\d{4}|[A-Z])|All [Rr]ights [Rr]eserved)",
        (
            r"(?:\d+ [Cc]omments? ?:|\d+ Comments?\b|Comments? ?\(\d+\)|(?:Users?|Readers?)[’']? "
            r"[Cc]omments?\b|Leave a (?:[Cc]omment|[Rr]eply)|Post a [Cc]omment|Add (?:a |your )?[Cc]omment"
            r"|Join the (?:conversation|discussion))"
        ),
        r"(?:Blog )?Widget by \w+|Powered by \w+",
    )
)
_MARKER = re.compile(rf"[.!?…\"”’»)|]\s+(?={_MARKERS})")
_MARKER_HERE = re.compile(_MARKERS)
_NOTE = re.compile(
    r"[.!?…\"”’»)]\s+(?=(?:Corrections?|Clarification|CORRECTION|Editor[’']s [Nn]ote|EDITOR[’']S NOTE) ?[:(,—–-]"
    r"|This (?:article|story|report|post) (?:was|has been) (?:\w+ )?(?:amended|corrected|updated)\b"
    r"|An earlier version of this (?:article|story|report)\b|Source ?: [A-Z][^.!?]{1,60}$)"
)


def unflattened(lines: Iterable[Line]) -> list[Line]:
    """The lines, with a date at the head of one, and furniture and notes at the end of a long one, on their own."""
    found: list[Line] = []
    for line in lines:
        text = line.text
        if len(text) > SHORT and (text.count(" ") >= FLAT_WORDS - 1 or _may_have_head(text)):
            found += oneline.parts(line) if oneline.is_page(text) else _split(line)
        else:
            found.append(line if text[-1] not in _TAIL else replace(line, text=text.rstrip(_TAIL) or text))
    return found


def _split(line: Line) -> Iterator[Line]:
    text = line.text.rstrip(_TAIL) or line.text
    flat = text.count(" ") >= FLAT_WORDS - 1
    head = _head(text, flat) if len(text) > SHORT and (flat or _may_have_head(text)) else None
    if head is not None:
        start, end = head
        if before := _TITLE_COUNT.sub("", text[:start]).strip(_BARS):
            yield replace(line, text=before, bullet="")
        yield replace(line, text=text[start:end].strip(_BARS), bullet="", gap=False)
        line, text = replace(line, gap=True), text[end:].lstrip(_BARS)
        flat = text.count(" ") >= FLAT_WORDS - 1
    if text != line.text:
        line = replace(line, text=text)
    if flat:
        yield from _tail(line)
    else:
        yield line


def _may_have_head(text: str) -> bool:
    """Whether `text` begins with a date, its label, or a number or mark before either."""
    first = text[:3]
    return not first.isascii() or not first[0].isalpha() or first.strip().lower() in _HEADS


def _head(text: str, flat: bool) -> tuple[int, int] | None:
    """Where a date stands at the head of `text`, before the body begins; None when none does.

    It stands there alone, with a counter, with its label, or in a `flat` page (with a time of day) behind a title.
    """
    for stated in dates.dates_in(text[:HEAD]):
        before, after = text[: stated.start], text[stated.end :]
        if not _START.match(after):
            continue
        if _COUNT.fullmatch(before):
            return None if _DATELINE.match(after) else (0, stated.end)
        if _LABEL.fullmatch(before):
            return 0, stated.end
        if flat and stated.timed and "T" in stated.value and not _SENTENCE_RUNS.search(before):
            return stated.start, stated.end
    return None


def _tail(line: Line) -> Iterator[Line]:
    text = line.text
    rest = ""
    if match := _MARKER.search(text, len(text) // 3):
        text, rest = text[: match.start() + 1], text[match.end() :]
    while match := _NOTE.search(text, len(text) // 3):
        yield replace(line, text=text[: match.start() + 1].rstrip(_TAIL))
        line, text = replace(line, gap=True), text[match.end() :]
    text = text.rstrip(_TAIL) or text
    yield line if text == line.text else replace(line, text=text)
    yield from _after(rest, line.indent)


def _after(rest: str, indent: int) -> Iterator[Line]:
    """What stands behind the first mark of furniture: each mark, and the text that follows it, on a line of its own."""
    marks = list(_MARKER_HERE.finditer(rest))[:50]
    for place, mark in enumerate(marks):
        yield Line(mark.group().strip(" .:"), indent, gap=True)
        end = marks[place + 1].start() if place + 1 < len(marks) else len(rest)
        if after := rest[mark.end() : end].lstrip(" .:").strip(" |"):
            yield Line(after, indent, aside=not _COMMENTS.match(mark.group()))
