"""Who an article says it is by and from: dateline, agency, byline; and the notes that stand about it."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.clean import dates
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
_WHEN = r"(?P<when>(?:[A-Za-z]+day,? )?(?:[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?)(?:,? (?:19|20)\d\d)?)"  # noqa: E501
_IN_BRACKETS = r"(?:\((?P<round>[^()]{2,40})\)|/(?P<slash>[^/]{2,40})/|\[(?P<square>[^\[\]]{2,40})\])"
_DASH = r"(?:\s*(?:--?|–|—|―))"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        # PLACE, date (Agency) - | PLACE, date - Agency. | PLACE. date /Agency/. | PLACE, date —
        rf"(?P<place>{_PLACE_UPPER}{_REGION})[,.]?\s+{_WHEN}[.,]?(?:\s*{_IN_BRACKETS}\.?{_DASH}?|{_DASH}\s*(?P<named>[\w’'. -]{{2,30}}?)\.(?=\s)|{_DASH})",  # noqa: E501
        # PLACE (Agency) -
        rf"(?P<place>{_PLACE_UPPER}{_REGION})[,.]?\s*{_IN_BRACKETS}\.?(?:{_DASH}|:)?",
        # Place, date (Agency) -
        rf"(?P<place>{_PLACE_TITLE}{_REGION})[,.]?\s+{_WHEN}[.,]?\s*{_IN_BRACKETS}\.?{_DASH}?",
        rf"(?P<place>{_PLACE_TITLE}{_REGION}),?\s*{_IN_BRACKETS}{_DASH}",
        # date, Place (Agency) -
        rf"{_WHEN},? (?P<place>{_PLACE_TITLE}|{_PLACE_UPPER})[,.]?\s*{_IN_BRACKETS}\.?{_DASH}?",
        # PLACE —
        rf"(?P<place>{_PLACE_UPPER}{_REGION})(?:\s*(?:--|–|—|―)|\s+-)(?=\s)",
        # (Agency) - | Agency -
        rf"\((?P<round>{_AGENCY}|[A-Z]{{2,6}})\)",
        rf"(?P<named>{_AGENCY})(?:\s*(?:--|–|—)|\s+-)(?=\s)",
    )
)
_NO_PLACE = re.compile(r"(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|READ|LIVE|VIDEO|NEWS|OPINION|ANALYSIS|CORRECTION|NOTE|PHOTOS?|Q|A|I)\b")  # noqa: E501


def dateline(text: str) -> Dateline | None:
    """The dateline at the head of `text`, the first paragraph of a body; None when it has none.

    The date is ISO 8601, with XXXX for a year that is not written ("Nov 18": XXXX-11-18).
    """
    head = text[:160]
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
    agency = next((parts[key] for key in ("round", "slash", "square", "named") if parts.get(key)), None)
    if agency and re.fullmatch(rf"(?:{_UPPER}[\w’'-]*[ ,]*)?\d[\d, ]*", agency):
        return None
    return Dateline(place=place.rstrip(". ,") if place else None, date=day, agency=_name(agency))


def _name(agency: str | None) -> str | None:
    return re.sub(r"^(?:Corr\.?|by)\s+", "", agency.strip(" .-")) or None if agency else None


# --- credits ---------------------------------------------------------------------------------------------------------

_CREDIT_LINE = re.compile(
    r"[(\[]?(?:(?:news |original |article )?sources?|agenc(?:y|ies)|credits?|courtesy(?: of)?|wire)\s*[:：–—-]\s*(.{2,80}?)[)\].]*$"
    r"|[(\[]?(?:via|with (?:inputs?|reporting|material) from|(?:originally )?published (?:by|on|in|at)|reprinted from|republished from)\s*:?\s+(?:the )?([A-Z].{1,60}?)[)\].]*$",  # noqa: E501
    re.IGNORECASE,
)
_CREDIT_ALONE = re.compile(rf"[(\[—–-]*\s*((?:{_AGENCY})(?:\s*[/,&]\s*(?:{_AGENCY}))*)\s*[)\]]?\.?$")
_CREDIT_END = re.compile(
    rf"[.!?…\"”’»)]\s*(?:\(((?:{_AGENCY})(?:[/, ]+(?:{_AGENCY}))*)\)|\[((?:{_AGENCY}))\]|[—–-]+\s?((?:{_AGENCY})(?:/(?:{_AGENCY}))*))\.?$"
)
_END_MARK = re.compile(
    r"(?:(?<=[.!?…\"”’»)\]])\s*|^\s*)(?:(?:[(\[/<*#_—–-]+\s*)?(?:ENDS?|Ends?|End ?[Ii]tem)(?:\s*[)\]/>*#_—–-]+)?|-30-|#{3})\s*\.?$"
)


def credit_line(line: str) -> str | None:
    """Whom a line of its own credits for the text ("Source: PRESSTV", "(Reuters)"), as written; None when nobody."""
    if len(line) > 110:
        return None
    if match := _CREDIT_LINE.match(line):
        return (match[1] or match[2]).strip()
    if match := _CREDIT_ALONE.match(line):
        return match[1].strip()
    return None


def credit_at_end(paragraph: str) -> str | None:
    """The agency named after the last sentence of `paragraph` ("... the ministry said. (AFP)"); None without one."""
    match = _CREDIT_END.search(paragraph[-60:])
    return next((group for group in match.groups() if group), None) if match else None


def without_end_mark(paragraph: str) -> str:
    """`paragraph` without an agency's mark for the end of a text ("End", "-ENDS-", "###") after its last sentence."""
    tail = paragraph[-24:]
    match = _END_MARK.search(tail)
    return paragraph[: len(paragraph) - len(tail) + match.start()].rstrip() if match else paragraph


AGENCY_NAMES = frozenset(name.upper() for name in AGENCIES)
_AGENCY_WORD = re.compile(rf"\b(?:{_AGENCY})\b")
OWN_NAME = re.compile(r"(.{2,50}?(?:’s|'s|’|')?) (?:news )?(?:web)?site can also be accessed\b", re.IGNORECASE)
"""The notice of a site's other addresses names the site."""
OUTLET = re.compile(
    r"(?:The )?(?:[A-Z][\w&’'-]*\.? ){0,3}(?:Herald|Tribune|Gazette|Times|Guardian|Chronicle|Observer|Telegraph|Courier|Post|Daily"
    r"|Journal|Independent|Standard|Examiner|Sentinel|Dispatch|Mirror|News Agency|Press Agency|Broadcasting|Television|TV|Radio)"
    r"(?: [A-Z][\w-]*)?|(?:[\w-]+\.)+(?:com|org|net|info|news|tv|by|ru|ua|co\.uk|ie|ca|au)"
)
"""A line of its own beside a date that is the name of a paper, an agency or a station."""


def agency_in(line: str) -> str | None:
    """The agency that a byline or date line names ("Reuters November 18, 2019"); None when none."""
    match = _AGENCY_WORD.search(line[:200])
    return match.group() if match else None


# --- bylines ---------------------------------------------------------------------------------------------------------

_BY = re.compile(
    r"(?:(?:posted|written|published|submitted|reported|story|text|words|article|report) )?by[: ]\s*(.+)"
    r"|(?:authors?|written by|reporters?|correspondents?) ?[:：] ?(.+)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    rf"(?:{'|'.join(dates.MONTHS)}|mon|tue|wed|thu|fri|sat|sun|the|an?|and|or|early|late|mid|that|this|then|now|last|next)"
    r"(?:[a-z]{0,6}day|[a-z]*)\b.{0,3}$", re.IGNORECASE,
)  # fmt: skip
_PERSON = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|da|del|di|van|von|der|den|al|el|bin|ibn|la|le|dos|du)){1,4}")  # noqa: E501
_BYLINE_END = re.compile(r"\s*(?:[|•·/;–—]|\s-\s|,?\s(?:on|at|for|in)\s|\d|@|\().*$|,\s(?:staff|special|senior|chief|ap|afp|reuters|correspondent|reporter|editor|contributor|the|associated)\b.*$", re.IGNORECASE)  # noqa: E501


def authors(line: str) -> tuple[str, ...]:
    """The persons that a byline names ("By A. Berg and C. Dahl | The Paper"), in its order; () when it is no byline."""
    match = _BY.match(line) if len(line) <= 200 else None
    if match is None:
        return ()
    names = _BYLINE_END.sub("", (match[1] or match[2]).strip())
    names = re.sub(rf"\s+(?:{'|'.join(m.capitalize() for m in dates.MONTHS)})\w*\.?$", "", names)
    split = [part.strip(" .,") for part in re.split(r",| and | & |\bby\b", names) if part.strip(" .,")]
    named = [name.title() if name.isupper() else name for name in split]
    single = len(split) == 1 and len(line.split()) <= 8
    return tuple(
        name
        for name in named
        if _PERSON.fullmatch(name) or (single and re.fullmatch(r"[A-Z]\w+", name) and not _NO_NAME.match(name))
    )


# --- notes about the article -----------------------------------------------------------------------------------------


class _About(NamedTuple):
    kind: NoteKind
    pattern: re.Pattern[str]


_THIS = r"this (?:\w+ )?(?:article|story|report|piece|post|page|version|headline|item|column|caption|text|copy)"
_NOTES = (
    _About("correction", re.compile(r"[(\[*—–-]*\s*(?:corrections?(?: and clarifications?)?|corrected|clarifications?|erratum|amendment|retraction)\b\s*(?:[:(\[,.—–-]|appended|\d|$)", re.IGNORECASE)),  # noqa: E501
    _About("correction", re.compile(rf"[(\[*—–-]*\s*(?:(?:editor['’]?s['’]? )?note ?[:.—–-] ?)?(?:{_THIS} (?:was|has been|have been) (?:\w+ )?(?:amended|corrected|revised|changed|clarified)|(?:an|the|a) (?:earlier|previous|original|prior|first) version of (?:{_THIS}|the (?:article|story|report))|{_THIS} (?:originally|previously|incorrectly|mistakenly|wrongly|initially) (?:said|stated|misstated|misidentified|reported|gave|named|misspelled|referred|identified))", re.IGNORECASE)),  # noqa: E501
    _About("update", re.compile(rf"[(\[*—–-]*\s*(?:(?:editor['’]?s['’]? )?note ?[:.—–-] ?)?(?:{_THIS} (?:was|has been|will be|is being) (?:last |first )?(?:\w+ )?updated|(?:updates?|updated)\b ?(?:\d{{1,2}})?\s*[:(\[—–-]|updated (?:with|to (?:add|include|reflect|correct)))", re.IGNORECASE)),  # noqa: E501
    _About("editor", re.compile(r"[(\[*—–-]*\s*(?:(?:editor|editors|editorial|publisher|author|reporter)['’]?s?['’]? notes?|note from the editor|note to (?:readers|editors)|(?:ed|eds)\. note)\b", re.IGNORECASE)),  # noqa: E501
    _About("credit", re.compile(r"\(?(?i:additional |further )?(?i:reporting|writing|editing|compiled|translated|translation|edited|written)(?:,? (?:and )?(?:additional )?(?:reporting|writing|editing))* (?:by|from) [A-Z]|\(?(?:contributing ?:|(?:[A-Z][\w.'’-]+ ){1,6}(?:in [A-Z]\w+ )?(?:also )?contributed (?:reporting|to this)|the (?:associated press|reuters).{0,40} contributed)")),  # noqa: E501
)


def note(line: str) -> Note | None:
    """`line` as a note about the article (a correction, update, editor's note, list of reporters); None for others."""
    head = line[:400]
    for about in _NOTES:
        if about.pattern.match(head):
            stated = dates.dates_in(line)
            return Note(about.kind, line, stated[0].value if stated else None)
    return None
