"""Names of agencies and outlets as credits write them, brought to one form so that they can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

AGENCIES: tuple[tuple[str, ...], ...] = (
    # The first is the name shown; the others are how credits and datelines also write it.
    ("AP", "Associated Press", "A.P."),
    ("Reuters", "Thomson Reuters", "Rtrs"),
    ("AFP", "Agence France-Presse", "Agence France Presse"),
    ("UPI", "United Press International"),
    ("dpa", "Deutsche Presse-Agentur", "dpa international"),
    ("PA", "Press Association", "PA Media"),
    ("EFE", "Agencia EFE"),
    ("ANSA",),
    ("Belga",),
    ("TASS", "ITAR-TASS"),
    ("Interfax",),
    ("RIA Novosti", "RIA", "Sputnik/RIA Novosti"),
    ("BelTA", "Belarusian Telegraph Agency"),
    ("Ukrinform",),
    ("Anadolu", "Anadolu Agency", "AA"),
    ("Xinhua",),
    ("Kyodo", "Kyodo News"),
    ("Yonhap",),
    ("PTI", "Press Trust of India"),
    ("ANI", "Asian News International"),
    ("IANS", "Indo-Asian News Service"),
    ("IRNA",),
    ("MENA", "Middle East News Agency"),
    ("SPA", "Saudi Press Agency"),
    ("Bloomberg", "Bloomberg News"),
    ("CP", "Canadian Press"),
    ("AAP", "Australian Associated Press"),
    ("TT", "TT News Agency"),
    ("NTB",),
    ("Ritzau",),
    ("APA", "Austria Presse Agentur"),
    ("SDA", "Keystone-SDA"),
    ("Lusa",),
    ("PAP", "Polish Press Agency"),
    ("CTK", "Czech News Agency"),
    ("MTI",),
    ("Agerpres",),
    ("Tanjug",),
    ("BNS", "Baltic News Service"),
)
"""News agencies that go by several names, and those so well known that a credit to them and another is two credits."""
NOBODY = frozenset(
    "agencies agency news newsagencies newsagency wires wire wireservices newswires wirereports staff staffandagencies "
    "staffandwires staffreport staffreports staffreporter staffwriter reporter reporters correspondent correspondents "
    "ourcorrespondent ourreporter specialcorrespondent newsdesk webdesk desk editor editors editorial internet web "
    "online website media socialmedia various pressrelease press photo file filephoto opinion guest contributor "
    "unknown admin anonymous none na".split()
)
"""Credits that name nobody in particular: two pages "from agencies" need not have the same one."""
LEAD = re.compile(
    r"^\s*(?:\(c\)|©|sources?|credits?|via|from|text|the|(?:with\s+)?(?:additional\s+|reporting\s+)*by)\b[\s:.-]*"
    r"|^[\s:(©\[-]+",
    re.IGNORECASE,
)
"""What credits put before a name."""
TAIL = re.compile(r"(?:[\s,]+(?:19|20)\d\d)?[\s)\].:-]*$")
"""What they put after it: a year, brackets, a stop."""
REMEMBERED = 4096
"""Names whose form is kept: a story asks for those of its outlets with every event."""
KIND = re.compile(r"\s+(?:(?:news|press)\s+agency|newswire|wire\s+service|agency)$", re.IGNORECASE)
"""A word that says what it is, which others leave out."""
SITE = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]+)(?:\.(?:co|com|org|net|gov))?\.[a-z]{2,6}(?:/\S*)?$", re.IGNORECASE
)
PARTS = re.compile(r"\s*[/,;|+]\s*|\s+[-–—]\s+")
WORDS_BETWEEN = re.compile(r"\s*(?:[/,;|+&]|\b(?:and|with|via)\b)\s*", re.IGNORECASE)


@lru_cache(REMEMBERED)
def plain(name: str | None) -> str:
    """A name by its letters and digits alone, without article, "Source:" or site ending; "" for None.

    Harbour TV, HARBOURTV and www.harbourtv.example are one; so are Reuters, (Reuters) and Source: Reuters news agency.
    """
    shown = _shown(name or "")
    site = SITE.match(shown)
    return "".join(letter for letter in (site[1] if site else KIND.sub("", shown)).casefold() if letter.isalnum())


def key_of(name: str | None) -> str:
    """What to compare an outlet or agency by: `plain`, and one key for all ways of writing a known agency."""
    key = plain(name)
    return KNOWN[key][0] if key in KNOWN else key


@lru_cache(REMEMBERED)
def agencies(credit: str | None) -> tuple[tuple[str, str], ...]:
    """Whom a credit names: for each a key to compare by and the name to show. Those that name nobody are left out."""
    found: dict[str, str] = {}
    for part in _parts(credit or ""):
        key = plain(part)
        key, name = KNOWN.get(key, (key, _shown(part)))
        if key and key not in NOBODY:
            found.setdefault(key, name)
    return tuple(found.items())


def _parts(credit: str) -> Iterator[str]:
    """The names in a credit. "and" parts two only where one is a known agency: News and Star is one paper."""
    if plain(credit) in KNOWN:
        yield credit
        return
    for part in PARTS.split(credit):
        smaller = WORDS_BETWEEN.split(part)
        yield from smaller if any(plain(each) in KNOWN for each in smaller) else [part]


def _shown(name: str) -> str:
    """A name without what credits put before and after it."""
    shorter = LEAD.sub("", name, count=1)
    while shorter.strip() and shorter != name:
        name, shorter = shorter, LEAD.sub("", shorter, count=1)
    return TAIL.sub("", name).strip()


KNOWN = {plain(name): (plain(names[0]), names[0]) for names in AGENCIES for name in names}
"""For each way of writing a known agency, its key and the name to show."""
