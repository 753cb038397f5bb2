"""Who an article says it is by and from: dateline, agency, byline; and the notes that stand about it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from twosource.clean import dates
from twosource.clean.beginnings import ANY, LENGTH, Beginnings, beginnings
from twosource.records import Dateline, Note, NoteKind

AGENCIES = (
    "Associated Press", "AP", "Agence France-Presse", "Agence France Presse", "AFP", "Reuters", "Thomson Reuters",
    "UPI", "United Press International", "Bloomberg", "DPA", "dpa", "TASS", "ITAR-TASS", "Interfax", "Interfax-Ukraine",
    "RIA Novosti", "RIA", "Sputnik", "Xinhua", "Kyodo", "Yonhap", "ANSA", "EFE", "PTI", "ANI", "IANS", "UNI", "PA",
    "PA Media", "Press Association", "BelTA", "Belta", "BELTA", "Anadolu", "Anadolu Agency", "AA", "IRNA", "ISNA",
    "MNA", "SANA", "KUNA", "WAM", "SPA", "MENA", "APA", "Ukrinform", "Kazinform", "Trend", "Tanjug", "STA", "LETA",
    "BNS", "PAP", "CTK", "MTI", "NHK", "AAP", "Canadian Press", "Bernama", "Antara", "VNA", "KCNA", "Tasnim", "Fars",
)  # fmt: skip
"""News agencies that sell their text to others: a page that ends in one of these names credits it."""

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_PLACE_UPPER = rf"(?:{_UPPER}[{_UPPER[1:-1]}.'’-]*(?:[ -]{_UPPER}[{_UPPER[1:-1]}.'’-]*){{0,4}})"
_PLACE_TITLE = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w.'’-]+){0,2})"
_REGION = r"(?:, [A-ZÀ-Þ][\w. ]{1,24}?)?"
_DAY_MONTH = r"(?:[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?)"
_WHEN = rf"(?P<when>(?:[A-Za-z]+day,? )?{_DAY_MONTH}(?:,? (?:19|20)\d\d)?)"
_IN_BRACKETS = r"(?:\((?P<round>[^()]{2,40})\)|/(?P<slash>[^/]{2,40})/|\[(?P<square>[^\[\]]{2,40})\])"
_DASH = r"(?:\s*(?:--?|–|—|―))"
_NAMED = rf"{_DASH}\s*(?P<named>[\w’'. -]{{2,30}}?)\.(?=\s)"
_WIRED = rf"\s*(?P<wire>{_UPPER}{{2,}}[\w-]*(?: [A-Z]\w+)?){_DASH}(?=\s)"
_SPOKEN = r"(?:I|We|You|My|Our|Your|Thank|Thanks|Good|Well|So|Yes|No|Hello|Welcome|Let|Please|And|But)"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        # PLACE, date (Agency) - | PLACE. date /Agency/. | PLACE, date - Agency. | PLACE, date -
        rf"(?P<place>{_PLACE_UPPER}{_REGION})[,.]?\s+{_WHEN}[.,]?"
        rf"(?:\s*{_IN_BRACKETS}\.?{_DASH}?|{_NAMED}|{_WIRED}|{_DASH})",
        # PLACE (Agency) -
        rf"(?P<place>{_PLACE_UPPER}{_REGION})[,.]?\s*{_IN_BRACKETS}\.?(?:{_DASH}|:)?",
        # Place, date (Agency) -
        rf"(?P<place>{_PLACE_TITLE}{_REGION})[,.]?\s+{_WHEN}[.,]?\s*{_IN_BRACKETS}\.?{_DASH}?",
        rf"(?P<place>{_PLACE_TITLE}{_REGION}),?\s*{_IN_BRACKETS}{_DASH}",
        # date, Place (Agency) -
        rf"{_WHEN},? (?P<place>{_PLACE_TITLE}|{_PLACE_UPPER})[,.]?\s*{_IN_BRACKETS}\.?{_DASH}?",
        # PLACE: | PLACE/PLACE:  (a report follows, not what a speaker of that name says)
        rf"(?P<place>{_PLACE_UPPER}(?:/{_PLACE_UPPER}){{0,2}}):(?=\s+[A-ZÀ-ÖØ-Þ][\w’'-]*,? [\w“\"(])(?!\s+{_SPOKEN}\b)",
        # PLACE -
        rf"(?P<place>{_PLACE_UPPER}{_REGION})(?:\s*(?:--|–|—|―)|\s+-)(?=\s)",
        # (Agency) - | Agency -
        rf"\((?P<round>{_AGENCY}|[A-Z]{{2,6}})\)",
        rf"(?P<named>{_AGENCY})(?:\s*(?:--|–|—)|\s+-)(?=\s)",
    )
)
_NO_PLACE = re.compile(
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|READ|LIVE|VIDEO|NEWS|OPINION|ANALYSIS|CORRECTION|NOTE|PHOTOS?|Q|A|I"
    r"|EXPLAINE[DR]|EXPLAINER|FACTBOX|TIMELINE|INTERVIEW|REVIEW|COMMENT|EDITORIAL|LETTERS?|ALERT|FACT|PROFILE|HOST)\b"
)


def dateline(text: str) -> Dateline | None:
    """The dateline at the head of `text`, the first paragraph of a body; None when it has none.

    The date is ISO 8601, with XXXX for a year that is not written ("Nov 18": XXXX-11-18).
    """
    head = text[:160]
    if not any(mark in head for mark in "([/:-–—―"):
        return None  # every form has one of these
    for form in _DATELINES:
        match = form.match(head)
        if match is None:
            continue
        found = _dateline(match.groupdict())
        if found is not None:
            return found
    return None


def _dateline(parts: dict[str, str | None]) -> Dateline | None:
    place, when = parts.get("place"), parts.get("when")
    if place and (_NO_PLACE.match(place) or len(place.strip(".")) < 3):
        return None
    day: str | None = None
    if when:
        full, partial = dates.iso(when), dates.day_without_year(when)
        day = full or (partial[2] if partial else None)
        if day is None:
            return None
    agency = next((parts[key] for key in ("round", "slash", "square", "named", "wire") if parts.get(key)), None)
    if agency and re.fullmatch(rf"(?:{_UPPER}[\w’'-]*[ ,]*)?\d[\d, ]*", agency):
        return None
    return Dateline(place=place.rstrip(". ,") if place else None, date=day, agency=_name(agency))


def _name(agency: str | None) -> str | None:
    return re.sub(r"^(?:Corr\.?|by)\s+", "", agency.strip(" .-")) or None if agency else None


# --- credits ---------------------------------------------------------------------------------------------------------

CREDIT_LINE = re.compile(
    r"[(\[]?(?:(?:news |original |article )?sources?|источник|fonte|fuente|quelle|"
    r"agenc(?:y|ies)|credits?|courtesy(?: of)?|wire)\s*[:：–—-]\s*"
    r"(.{2,80}?)[)\].]*$"
    r"|[(\[]?(?:via|with (?:inputs?|reporting|material) from|(?:originally )?published (?:by|on|in|at)"
    r"|reprinted from|republished from)\s*:?\s+(?:the )?([A-Z].{1,60}?)[)\].]*$",
    re.IGNORECASE,
)
_AGENCIES = rf"(?:{_AGENCY})(?:\s*[/,&]\s*(?:{_AGENCY}))*"
CREDIT_ALONE = re.compile(rf"[(\[—–-]*\s*({_AGENCIES})\s*[)\]]?\.?$")
_CREDIT_END = re.compile(rf"[.!?…\"”’»)]\s*(?:\(({_AGENCIES})\)|\[({_AGENCIES})\]|[—–-]+\s?({_AGENCIES}))\.?$")
_IN_END_MARK = ("END", "End", "-30-", "###")
_END_MARK = re.compile(
    r"(?:(?<=[.!?…\"”’»)\]])\s*|^\s*)"
    r"(?:(?:[(\[/<*#_–—-]+\s*)?(?:ENDS?|Ends?|End ?[Ii]tem)(?:\s*[)\]/>*#_–—-]+)?|-30-|#{3})\s*\.?$"
)


def credit_line(line: str) -> str | None:
    """Whom a line of its own credits for the text ("Source: HARBOURTV", "(Reuters)"), as written; None when nobody."""
    if len(line) > 110:
        return None
    match = CREDIT_LINE.match(line) or CREDIT_ALONE.match(line)
    return next(filter(None, match.groups())).strip() if match else None


_WIRE = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:Business Wire|Newswire|News Wire|Wire|News Agency|Press Agency|Press Bureau|News Bureau"
    r"|News Service|Wire Service|Press Service)"
)


def is_wire(line: str) -> bool:
    """Whether the line is the name of an agency by its words, known or not."""
    return bool(_WIRE.fullmatch(line))


def credit_at_end(paragraph: str) -> str | None:
    """The agency named after the last sentence of `paragraph` ("... the ministry said. (AFP)"); None without one."""
    match = _CREDIT_END.search(paragraph[-60:])
    return next((group for group in match.groups() if group), None) if match else None


_SIGNED = re.compile(r"(?:\s+[A-Z]{2,4}){0,4}\s*$")
"""The initials of those who wrote and edited a wire's text, behind its name."""


def without_sign_off(paragraph: str, agency: str | None) -> str:
    """`paragraph` without the agency's name, and its writers' initials, after the last sentence ("... said. ABC JK").

    Only the agency that the dateline names is looked for, so nothing is taken for one that is none.
    """
    if not agency:
        return paragraph
    at = paragraph.rfind(agency, max(0, len(paragraph) - len(agency) - 24))
    head = paragraph[: max(at, 0)].rstrip(" -–—(/")
    ends = at > 0 and head[-1:] in tuple('.!?…"”’»)') and paragraph[at - 1] in " -–—(/"
    return head if ends and _SIGNED.fullmatch(paragraph[at + len(agency) :].rstrip(" )./")) else paragraph


def without_end_mark(paragraph: str) -> str:
    """`paragraph` without an agency's mark for the end of a text ("End", "-ENDS-", "###") after its last sentence."""
    tail = paragraph[-24:]
    match = _END_MARK.search(tail) if any(sign in tail for sign in _IN_END_MARK) else None
    return paragraph[: len(paragraph) - len(tail) + match.start()].rstrip() if match else paragraph


AGENCY_NAMES = frozenset(name.upper() for name in AGENCIES)
_AGENCY_WORD = re.compile(rf"\b(?:{_AGENCY})\b")


def agency_in(line: str) -> str | None:
    """The agency that a byline or date line names ("Reuters November 18, 2019"); None when none."""
    line = line[:200]
    match = _AGENCY_WORD.search(line) if any(name in line for name in AGENCIES) else None
    return match.group() if match else None


# --- bylines ---------------------------------------------------------------------------------------------------------

BYLINE = re.compile(
    r"(?:(?:posted|written|published|submitted|reported|story|text|words|article|report|analysis|opinion|commentary"
    r"|column|review|interview) )?by(?:[: ]|(?-i:(?=[A-Z])))\s*"
    r"(.+)|(?:authors?|written by|reporters?|correspondents?|texte?o?|words|story|report) ?[:：] ?(.+)"
    r"|(?-i:(?:Par|Por|Von|Автор:?)) ((?-i:[A-ZÀ-ÞА-Я]).+)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]{0,80})\]\([^()]{0,300}\)")
"""A link as html2text writes it."""
_NO_NAME = re.compile(
    rf"(?:{'|'.join(dates.MONTHS)}|mon|tue|wed|thu|fri|sat|sun|the|an?|and|or|early|late|mid|that|this|then|now|last|next)"
    r"(?:[a-z]{0,6}day|[a-z]*)\b.{0,3}$", re.IGNORECASE,
)  # fmt: skip
_PARTICLE = r"(?:de|da|del|di|van|von|der|den|al|el|bin|ibn|la|le|dos|du)"
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w.'’-]*"
PERSON = rf"{_CAPITALISED}(?: (?:{_CAPITALISED}|{_PARTICLE})){{1,4}}"
_PERSON = re.compile(PERSON)
_BYLINE_END = re.compile(
    r"\s*(?:[|•·/;–—]|\s-\s|,?\s(?:on|at|for|in)\s|\d|@|\().*$"
    r"|,\s(?:staff|special|senior|chief|ap|afp|reuters|correspondent|reporter|editor|contributor|the|associated)\b.*$",
    re.IGNORECASE,
)
_MONTH_LEFT = re.compile(
    r"\s+(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?$"
)
"""What is left of a date when its day is cut off."""
_ROLE_END = re.compile(
    r"\s+(?:(?:senior|staff|chief|special|contributing|political|sports?|ap) )*(?:contributor|writer|reporter|editor"
    r"|columnist|correspondent|updated|published|posted|usa today)s?$",
    re.IGNORECASE,
)
_PAPER_END = re.compile(
    r"\b(?:echo|times|post|herald|gazette|news|press|today|agency|tv|radio|mail|tribune|chronicle|journal|editor|writer"
    r"|reporter|correspondent|editor-at-large)$",
    re.IGNORECASE,
)
"""For whom the authors write, named behind them."""


def authors(line: str) -> tuple[str, ...]:
    """The persons that a byline names ("By A. Berg and C. Dahl | The Paper"), in its order; () when it is no byline."""
    if "](" in line[:500]:
        line = _LINK.sub(r"\1", line[:500])
    match = BYLINE.match(line) if len(line) <= 200 else None
    if match is None:
        return ()
    names = _BYLINE_END.sub("", (match[1] or match[2] or match[3]).strip())
    names = _MONTH_LEFT.sub("", names)
    split = [part.strip(" .,") for part in re.split(r",| and | & |\bby\b", names) if part.strip(" .,")]
    named = [name.title() if name.isupper() else name for name in (_ROLE_END.sub("", part) for part in split)]
    named = [name for place, name in enumerate(named) if not (place and _PAPER_END.search(name))]
    single = len(split) == 1 and len(line.split()) <= 8
    return tuple(
        name
        for name in named
        if _PERSON.fullmatch(name) or (single and re.fullmatch(r"[A-Z]\w+", name) and not _NO_NAME.match(name))
    )


def persons(line: str) -> tuple[str, ...]:
    """The authors that a byline names, without agencies: those are credits."""
    return tuple(name for name in authors(line) if name.upper() not in AGENCY_NAMES)


# --- notes about the article -----------------------------------------------------------------------------------------


class _About(NamedTuple):
    kind: NoteKind
    pattern: re.Pattern[str]


_THIS = r"this (?:\w+ )?(?:article|story|report|piece|post|page|version|headline|item|column|caption|text|copy)"
_OPEN = r"[(\[*—–-]*\s*"
_NOTE = rf"{_OPEN}(?:(?:editor['’]?s['’]? )?note ?[:.—–-] ?)?"
_HAS_BEEN = r"(?:was|has been|have been) (?:\w+ )?"
_SAID_WRONGLY = (
    r"(?:originally|previously|incorrectly|mistakenly|wrongly|initially) "
    r"(?:said|stated|misstated|misidentified|reported|gave|named|misspelled|referred|identified)"
)
_BY_WHOM = r"(?:reporting|writing|editing|compiled|translated|translation|edited|written)"


def _about(kind: NoteKind, pattern: str) -> _About:
    return _About(kind, re.compile(pattern, re.IGNORECASE))


_NOTES = (
    _about(
        "correction",
        rf"{_OPEN}(?:corrections?(?: and clarifications?)?|corrected|clarifications?|erratum|amendment|retraction)\b\s*"
        r"(?:[:(\[,.—–-]|appended|\d|$)",
    ),
    _about("correction", rf"{_NOTE}{_THIS} {_HAS_BEEN}(?:amended|corrected|revised|clarified)"),
    _about("correction", rf"{_NOTE}{_THIS} {_SAID_WRONGLY}"),
    _about(
        "correction",
        rf"{_NOTE}(?:an|the|a) (?:earlier|previous|original|prior|first) version of "
        rf"(?:{_THIS}|the (?:article|story|report))",
    ),
    _about("update", rf"{_NOTE}{_THIS} (?:was|has been|will be|is being) (?:last |first )?(?:\w+ )?updated"),
    _about(
        "update",
        rf"{_NOTE}updated? ?(?:\d{{1,2}})?\s*[:(\[—–-]|{_NOTE}updated (?:with|to (?:add|include|reflect|correct))",
    ),
    _about("editor", rf"{_NOTE}{_THIS} {_HAS_BEEN}(?:changed|edited|shortened|republished|moved)"),
    _about(
        "editor",
        rf"{_OPEN}(?:(?:editor|editors|editorial|publisher|author|reporter)['’]?s?['’]? notes?|note from the editor"
        r"|note to (?:readers|editors)|(?:ed|eds)\. note)\b",
    ),
    _about(
        "credit",
        rf"\(?(?:additional |further )?{_BY_WHOM}(?:,? (?:and )?(?:additional )?{_BY_WHOM})* (?:by|from) (?-i:[A-Z])"
        r"|\(?contributing ?:"
        r"|\(?(?-i:(?:[A-Z][\w.'’-]+ ){1,6}(?:in [A-Z]\w+ )?)(?:also )?contributed (?:reporting|to this)"
        r"|\(?(?:the )?(?:associated press|reuters).{0,40} contributed",
    ),
)


ANY_NOTE = re.compile("|".join(f"({about.pattern.pattern})" for about in _NOTES), re.IGNORECASE)
"""All forms in one, for every line is asked: the group that matches tells the first form that does."""

_MADE = re.compile(
    r"(?:amended|corrected|updated|revised|clarified|changed|appended|removed|added)(?: on| at)?\s*$", re.IGNORECASE
)


def note(line: str) -> Note | None:
    """`line` as a note about the article (a correction, update, editor's note, list of reporters); None for others."""
    match = ANY_NOTE.match(line[:400])
    return Note(_NOTES[match.lastindex - 1].kind, line, _when(line)) if match and match.lastindex else None


def _when(line: str) -> str | None:
    """When a note was made: the date beside its label or beside its verb, not one that the note tells about."""
    for stated in dates.dates_in(line):
        before = line[: stated.start]
        if _MADE.search(before) or (len(before) <= 30 and not re.search(r"[.:!?;]\s*\w", before)):
            return stated.value
    return None


# --- which of them a line can be -------------------------------------------------------------------------------------

Telling = Literal["note", "byline", "credit"]

_FORMS: tuple[tuple[Telling, re.Pattern[str]], ...] = (
    ("note", ANY_NOTE), ("byline", BYLINE), ("credit", CREDIT_LINE), ("credit", CREDIT_ALONE),
)  # fmt: skip
_BEGUN = Beginnings(
    (frozenset(begin for begin in beginnings(form.pattern) if begin[0].isalpha() and begin[1:] != ANY), telling)
    for telling, form in _FORMS
)
"""All but those that begin with a mark, and the notes that begin with a name."""
_ALL = tuple(telling for telling, _ in _FORMS)
_MARKS = frozenset("([*—–-")
_QUOTES = frozenset("“”‘’«»„")
_CONTRIBUTED = "buted"
"""Needed by the one form of notes that begins with any name: what "contributed" has behind its "i", which is written in
more ways than one where case is ignored."""


def telling(small: str) -> tuple[Telling, ...]:
    """What a line in small letters may be of these: nothing, mostly, for most lines begin otherwise.

    Some letters beyond ASCII count as others where case is ignored, so that lines that begin with such may be all.
    """
    begin = small[:LENGTH]
    if begin[0] in _MARKS or "[" in begin or (not begin.isascii() and begin[0] not in _QUOTES):
        return _ALL  # the "[" is of a link, which is read without its address
    found = _BEGUN.of(small)
    return (*found, "note") if _CONTRIBUTED in small else found
