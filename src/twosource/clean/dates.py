"""Dates as pages state them: in which forms they are written, and what they say.

A date that can be read in two ways (03/04/2021) is left out, and so is one without a year: nothing here guesses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Role = Literal["published", "updated", "stated"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:(?!\d)|(?=\d?\d:\d\d))"  # stripping glues what stood apart: 20214:29
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?(?!\d)"
    r"(?:\s*(?P<half>[ap]\.?m\b\.?))?(?:\s*(?P<zone>\(?(?:GMT|UTC)\b\)?"
    r"(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d\b|\(?(?:(?-i:[A-Z]{2,4})|ist|local time)\b\)?))?"
)
_ISO_CLOCK = r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"

FOREIGN = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, name in enumerate(names.split(), start=1)
}
"""Months as pages in other languages write them behind the day, and pages in English with a frame in another."""
_FOREIGN_FORM = (
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|º|\.)?\s+(?:de\s+)?(?P<foreign>{'|'.join(FOREIGN)})\s+(?:del?\s+)?{_YEAR}"
)

_FORMS = tuple(
    (frozenset(signs.split()), re.compile(form, re.IGNORECASE))
    for signs, form in (
        ("Y-", rf"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d){_ISO_CLOCK}"),
        ("Y/ Y.", r"(?<![\d/])(?P<year>(?:19|20)\d\d)[/.](?P<number>\d\d?)[/.](?P<day>\d\d?)(?![\d/])"),
        ("Y年", r"(?P<year>(?:19|20)\d\d)年\s?(?P<number>\d\d?)月\s?(?P<day>\d\d?)日"),
        ("month", rf"(?<!\d){_DAY}(?:\s+of)?[\s./-]*{_MONTH}[\s,./-]*{_YEAR}"),
        (
            "day",
            rf"(?:(?<![^\W_])|(?-i:(?<=[a-z])(?=[A-Z]))){_MONTH}[\s-]*(?<!\d){_DAY},?[\s,-]*{_YEAR}",
        ),  # glued to a name
        (".Y", r"(?<![\d.])(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?P<year>(?:19|20)\d\d)(?!\d)"),
        (".Y", r"(?<![\d.])(?P<number>0?[1-9]|1[0-2])\.(?P<day>1[3-9]|2\d|3[01])\.(?P<year>(?:19|20)\d\d)(?!\d)"),
        ("/Y -Y", r"(?<![\d/-])(?P<first>\d\d?)[/-](?P<second>\d\d?)[/-](?P<year>(?:19|20)\d\d)(?![\d/-])"),
    )
)
"""Each with what stands beside its year Y, of which it needs one: a sign, or a month or day before it."""
_FOREIGN = re.compile(_FOREIGN_FORM, re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?:19|20)(?=\d\d)")
"""Every form has a year, and most lines have none: they are done with one look."""
_BEFORE_YEAR = ",./-" + "".join(chr(code) for code in range(0x10000) if chr(code).isspace())
"""What stands between a year and the month or day before it."""
_MONTH_ENDS = tuple(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december".split()
)
_DAY_ENDS = (*tuple("0123456789"), "st", "nd", "rd", "th")
_WITHOUT_YEAR = tuple(
    re.compile(form, re.IGNORECASE) for form in (rf"\b{_MONTH}\s+(?<!\d){_DAY}", rf"(?<!\d){_DAY}\s+{_MONTH}")
)
_CLOCK_AFTER = re.compile(
    rf"(?:\s*(?:,|\||/|-|–|—|at|à|um|•|·|@|;|\()\s*|\s+|(?=\d))(?:{WEEKDAY}\s*,?\s*)?{_CLOCK}", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(rf"{_CLOCK}\s*(?:,|\||/|-|–|—|on|•|·)*\s*(?:{WEEKDAY}\s*,?\s*)?$", re.IGNORECASE)
RECENT = 200
"""Lines of which the dates are kept: a line is asked for them when it is split, told from others, and read."""
_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}\s*[,.]?\s*(?:the\s+)?$", re.IGNORECASE)

_IN_ADDRESS = re.compile(
    rf"[/_.-](?P<year>(?:19|20)\d\d)(?P<sep>[/_-]?)(?:(?P<number>0?[1-9]|1[0-2])|(?P<name>{'|'.join(MONTHS)}))(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)

ZONES = {  # Abbreviations with one meaning in use; IST, CST, BST and AST have several and are left without an offset.
    "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00", "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00",
    "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
}  # fmt: skip
_UPDATED = re.compile(
    r"\b(?:(?:last |recently )?(?:updated?|modified|edited|revised|changed)|upd|mis à jour|modifié|actuali[sz]ado"
    r"|atualizado|aktualisiert|aggiornato|обновлено)\b[^\d]{0,25}$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first )?(?:published?|posted|issued|created|released|submitted|added|written|uploaded|publication)"
    r"|date|dated|publish date|pub\.? ?date|on|publié|publicado|veröffentlicht|pubblicato|опубликовано)\b[^\d]{0,25}$",
    re.IGNORECASE,
)
_OF_UPDATED = ("upd", "modif", "edit", "revis", "chang", "actuali", "atuali", "aktuali", "aggiorn")
_OF_PUBLISHED = ("pub", "post", "issued", "creat", "releas", "submit", "add", "writ", "upload", "date", "on")
"""One of these is in each label that is written in ASCII."""


class Stated(NamedTuple):
    """A date as written: `start:end` in the line that was read, ISO 8601 value, and what its label calls it."""

    start: int
    end: int
    value: str
    role: Role
    timed: bool
    """A time of day or a weekday stands with it: furniture more often than prose."""


def dates_in(line: str) -> Sequence[Stated]:
    """All full dates in `line` (of at most 1,000 characters; what lies beyond is not read), in order."""
    line = line[:1000]
    return _dates_in(line) if "20" in line or "19" in line else ()


@lru_cache(maxsize=RECENT)
def _dates_in(line: str) -> tuple[Stated, ...]:
    signs = _signs(line)
    foreign = "foreign" in signs and _FOREIGN.search(line) is not None
    if not foreign and not signs.isdisjoint(("month", "day")):
        small = line.lower()
        if not any(month in small for month in MONTHS):
            signs -= {"month", "day"}
    forms = [form for needs, form in _FORMS if not needs.isdisjoint(signs)]
    found: list[Stated] = []
    for form in [*forms, _FOREIGN] if foreign else forms:
        for match in form.finditer(line):
            if found and any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            day = _day(match.groupdict())
            if day is not None:
                found.append(_stated(line, match, day))
    return tuple(_labelled(line, sorted(found)))


def _signs(line: str) -> set[str]:
    """What stands beside the years in `line`: nothing that any form needs, mostly."""
    signs: set[str] = set()
    for match in _ANY_YEAR.finditer(line):
        at = match.start()
        signs.update((f"Y{line[at + 4 : at + 5]}", f"{line[at - 1] if at else ''}Y"))
        before = line[:at].rstrip(_BEFORE_YEAR)[-12:].lower()
        if before.endswith(_MONTH_ENDS):
            signs.add("month")
        elif before.endswith(_DAY_ENDS):
            signs.add("day")
        elif not before.isascii():  # some letters and digits beyond ASCII count as others
            signs.update(("month", "day"))
        word = before.split()[-1:]
        if word and (word[0] in FOREIGN or word[0] in ("de", "del") or not word[0].isascii()):
            signs.add("foreign")
    return signs


def day_without_year(text: str) -> tuple[int, int, str] | None:
    """The first day and month in `text` with no year: start, end, and the date with X for the year (XXXX-11-18)."""
    for form in _WITHOUT_YEAR:
        if (match := form.search(text)) and (day := _day({**match.groupdict(), "year": "2000"})):
            return match.start(), match.end(), f"XXXX{day[4:]}"
    return None


def iso(text: str | None) -> str | None:
    """The date or date-time that `text` states, as ISO 8601; None when it states none, or states it ambiguously."""
    if not text:
        return None
    stripped = text.strip()
    if re.fullmatch(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", stripped):
        stripped = f"{stripped[:4]}-{stripped[4:6]}-{stripped[6:]}"
    return next((stated.value for stated in dates_in(stripped)), None)


def in_address(url: str | None) -> str | None:
    """The date in the path of an address (/2021/03/15/, /2021/mar/15/, /2021-03-15-, /20210315/), as ISO day."""
    match = _IN_ADDRESS.search((url or "")[:2000].lower())
    if match is None:
        return None
    month = str(MONTHS.index(match["name"]) + 1) if match["name"] else match["number"]
    if not match["sep"] and (match["name"] or len(month + match["day"]) < 4):
        return None
    return _day({"year": match["year"], "number": month, "day": match["day"]})


def _day(parts: dict[str, str | None]) -> str | None:
    year, day, month = int(parts["year"] or 0), parts.get("day"), 0
    if parts.get("month"):
        name = (parts["month"] or "")[:3].lower()
        month = MONTHS.index(name) + 1 if name in MONTHS else 0  # "ſep" counts as "sep" where case is ignored
    elif parts.get("foreign"):
        month = FOREIGN.get((parts["foreign"] or "").lower(), 0)
    elif parts.get("number"):
        month = int(parts["number"] or 0)
    else:
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        orders = {(first, second), (second, first)}
        valid = sorted((a, b) for a, b in orders if 1 <= a <= 31 and 1 <= b <= 12)
        if len(valid) != 1:
            return None
        day, month = str(valid[0][0]), valid[0][1]
    try:
        return date(year, month, int(day or 0)).isoformat()
    except ValueError:
        return None


def _stated(line: str, match: re.Match[str], day: str) -> Stated:
    """The date with the time of day that stands after it or before it."""
    start, end, timed = match.start(), match.end(), False
    groups = match.groupdict()
    if groups.get("hour"):
        return Stated(start, end, day + _time(groups), "stated", True)
    if (clock := _CLOCK_AFTER.match(line, end)) and _is_clock(clock):
        day, end, timed = day + _time(clock.groupdict()), clock.end(), True
    elif (clock := _CLOCK_BEFORE.search(line[max(0, start - 40) : start])) and _is_clock(clock):
        day, timed, start = day + _time(clock.groupdict()), True, max(0, start - 40) + clock.start()
    if weekday := _WEEKDAY_BEFORE.search(line[max(0, start - 20) : start]):
        timed, start = True, max(0, start - 20) + weekday.start()
    return Stated(start, end, day, "stated", timed)


def _is_clock(match: re.Match[str]) -> bool:
    return bool(match["minute"] or match["half"])


def _time(groups: dict[str, str | None]) -> str:
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    half = (groups.get("half") or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"T{hour:02d}:{minute:02d}{_offset(groups.get('zone'))}" if hour < 24 else ""


def _offset(zone: str | None) -> str:
    zone = (zone or "").strip("() ").upper()
    if match := re.fullmatch(r"(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d\d)?", zone):
        return f"{match[1]}{int(match[2]):02d}:{match[3] or '00'}"
    return ZONES.get(zone, "")


def _labelled(line: str, found: list[Stated]) -> list[Stated]:
    labelled: list[Stated] = []
    last = 0
    for stated in found:
        before = line[max(last, stated.start - 45) : stated.start]
        small, told = before.lower(), not before.isascii()
        role: Role = "stated"
        if (told or any(stem in small for stem in _OF_UPDATED)) and _UPDATED.search(before):
            role = "updated"
        elif (told or any(stem in small for stem in _OF_PUBLISHED)) and _PUBLISHED.search(before):
            role = "published"
        labelled.append(stated._replace(role=role))
        last = stated.end
    return labelled
