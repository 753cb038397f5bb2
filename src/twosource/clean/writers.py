"""Who wrote the article of a stripped page, where no line says "By": names that stand alone about its title or foot.

A name alone may be anybody's: a section's, a place's, that of the man whom the article is about. It is taken for an
author's only beside what stands beside authors (a role, a date, the title) and only if the body does not tell of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean import credits, dates  # noqa: A004 - as DESIGN names the file
from twosource.clean.blocks import Block

HEAD_LINES = 12
"""Below its title, above its body: how many lines are looked at."""
EARLY = 6
"""Into its body: a standfirst may stand before the byline."""
BOX_LINES = 30
"""How far below a body the box about its author may stand."""

_ROLE = (
    r"(?:[\w'’&/-]+ ){0,4}(?:reporters?|correspondents?|editors?|writers?|columnists?|journalists?|contributors?"
    r"|producers?|bureau chief|critic|intern|staff|fellow)\b"
)
_ROLE_LINE = re.compile(rf"[,|–—-]? ?(?:{_ROLE}).{{0,40}}", re.IGNORECASE)
_NAMES = rf"(?P<names>{credits.PERSON}(?:(?:,| and| &| und| et) {credits.PERSON}){{0,3}}?)"
_AGENCY = r"(?:Associated Press|AP|AFP|Reuters|Bloomberg|UPI)"
_ALONE = re.compile(rf"{_NAMES}(?P<role> ?, ?(?:(?i:{_ROLE}).{{0,40}}|{_AGENCY})| ?@\w{{2,30}}(?:\W.{{0,30}})?)?")
_REPORTS_FROM = re.compile(rf"{_NAMES} (?:in|at) [A-ZÀ-Þ][\w'’ -]{{2,30}}")
_BEFORE_DATE = re.compile(rf"{_NAMES}(?P<role>, ?(?i:{_ROLE})[^,|]{{0,20}})?(?P<mark>\s*[,|•·–—-]*\s*)")
_BOX = re.compile(rf"(?P<names>{credits.PERSON}) is (?:an?|the|our|\w+['’]s) (?i:{_ROLE})")
_NOBODY = re.compile(
    r"\b(?:news|desk|wire|press|bureau|agency|staff|team|images?|photos?|media|valley|east|west|north|south|city|county"
    r"|world|national|international|local|business|politics|science|sports?|opinion|home|weekly|daily|times|post|herald"
    r"|chronicle|radio|tv|service|services|institute|university|department|ministry|council|office|united|new|street"
    r"|society|culture|health|education|read|more|share|follow|save|copy|sign|subscribe|breaking|exclusive|special"
    r"|report|the|for|your|our|all|top|latest|live|video|listen|print|email|features?|interviews?|letters?|stories"
    r"|magazine|review|edition|archive|st|saint|mount|lake|river|island|islands|port|upper|lower|super|league|cup"
    r"|football|cricket|food|drink|arts?|books?|film|music|games?|travel|tech|technology|climate|energy|money|markets?"
    r"|sciences|research|state|real|estate|social|foreign|affairs|public|notices?|middle|san|los|las|el|hong|kong)\b",
    re.IGNORECASE,
)
"""Words of sections, buttons, places and desks, which are written as names are."""
_AGE = re.compile(r"(?:follow|\d{1,2} ?(?:h|hours?|m|mins?|minutes?|d|days?) ago)\b.{0,20}", re.IGNORECASE)
_LETTER = re.compile(r"letters?(?: to the editor)?|readers['’]? letters?", re.IGNORECASE)
_SALUTATION = re.compile(r"(?:sir|madam|dear editor|to the editor|dear sir)\b", re.IGNORECASE)


def writers(page: Sequence[Block], kept: Sequence[int], title: int, outlet: str | None) -> tuple[str, ...]:
    """The names of the authors, in the order of the page; () where none is sure.

    `kept` are the lines of the body, `title` is where its title stands (the body's first line where there is none).
    """
    first = kept[0]
    head = list(range(min(title, first) + (title < first), min(first, title + HEAD_LINES)))
    inside = set(range(first, min(first + EARLY, kept[-1]))) - set(kept)
    for index in head + sorted(inside):
        names, sure = _in_head(page, index, title)
        if names and outlet not in names and (sure or not _told_of(page, kept, names)):
            return names
    return _signed(page, kept, title) or _in_box(page, kept)


def _in_head(page: Sequence[Block], index: int, title: int) -> tuple[tuple[str, ...], bool]:
    """The names on a line near the title, and whether their role says that they are its authors."""
    text = page[index].text
    after = page[index + 1].text if index + 1 < len(page) else ""
    if text.startswith(("By ", "BY ")) and len(text) <= 200:
        return credits.persons(text), True
    if len(text) > 120:
        return (), False
    if text.strip(" :").lower() == "by":
        return _persons(after), True
    if page[index].label == "date":
        return _on_date_line(text, page[index + 1 :]), False
    if page[index].label not in ("short", "aside", "entry"):
        return (), False
    beside = [page[i] for i in (index - 1, index + 1, index + 2) if title < i < len(page)]
    dated = any(block.label == "date" or _AGE.fullmatch(block.text) for block in beside)
    if match := _ALONE.fullmatch(text):
        role = match["role"] or _ROLE_LINE.fullmatch(after)
        short = all(len(name.split()) <= 3 for name in match["names"].split(" and "))
        near = short and (dated or index == title + 1)
        return (_persons(match["names"]) if role or near else ()), bool(role)
    match = _REPORTS_FROM.fullmatch(text)
    return (_persons(match["names"]) if match and dated else ()), False


def _on_date_line(text: str, below: Sequence[Block]) -> tuple[str, ...]:
    """Names before a date on its line: marked off from it, with a role, or said again below; else it may be a place."""
    stated = dates.dates_in(text)
    if not stated:
        return ()
    match = _BEFORE_DATE.fullmatch(text[: stated[0].start]) or _BEFORE_DATE.fullmatch(
        text[stated[-1].end :].lstrip(" |,")
    )
    if match is None:
        return ()
    names = _persons(match["names"])
    if match["role"] or set(match["mark"]) & set("|•·–—"):
        return names
    rest = " ".join(block.text for block in below)
    return names if any(name in rest for name in names) else ()


def _persons(text: str) -> tuple[str, ...]:
    return () if _NOBODY.search(text) else credits.persons(f"By {text}")


def _signed(page: Sequence[Block], kept: Sequence[int], title: int) -> tuple[str, ...]:
    """Who signed a letter: the name below its last line."""
    after = page[kept[-1] + 1] if kept[-1] + 1 < len(page) else None
    head = page[max(0, title - 3) : kept[0]]
    letter = _SALUTATION.match(page[kept[0]].text) or any(_LETTER.fullmatch(block.text) for block in head)
    return _persons(after.text) if after and letter and _ALONE.fullmatch(after.text) else ()


def _in_box(page: Sequence[Block], kept: Sequence[int]) -> tuple[str, ...]:
    for block in page[kept[-1] + 1 : kept[-1] + 1 + BOX_LINES]:
        match = _BOX.match(block.text) if " is " in block.text else None
        if match and (names := _persons(match["names"])) and not _told_of(page, kept, names[:1]):
            return names
    return ()


def _told_of(page: Sequence[Block], kept: Sequence[int], names: tuple[str, ...]) -> bool:
    """Whether one of the names stands in the body."""
    return any(name in page[index].text for index in kept for name in names)
