"""Names known beforehand: countries, peoples, capitals, places, given names.

Read from ../data, written for this project, and from babel's territories and time zones (Unicode CLDR). A name is
matched as written: "Nice" is a city, "nice" is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global


def _lines(name: str) -> Iterator[str]:
    text = (files("twosource") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def countries() -> tuple[tuple[str, ...], ...]:
    """Rows of ../data/countries.tsv: code, then names, adjectives, people, capitals, each parted by "|"."""
    return tuple(tuple((*line.split("\t"), "", "", "", "", "")[:5]) for line in _lines("countries.tsv"))


def _column(index: int) -> Iterator[str]:
    return (name for row in countries() for name in row[index].split("|") if name)


@cache
def peoples() -> frozenset[str]:
    """Capitalised words for peoples, nations and faiths, with plurals: "Belarusian", "Belarusians", "Kurds"."""
    singular = {*_column(2), *_column(3), *_lines("peoples.txt")} - {"US", "U.S.", "New Zealand"}
    return frozenset(singular | {plural for word in singular if (plural := _plural(word))})


def _plural(word: str) -> str | None:
    if word.endswith("man"):
        return word[:-3] + "men"
    return None if word.endswith(("ese", "ss", "sh", "ch", "z")) else word + "s"


@cache
def capitals() -> frozenset[str]:
    """Capitals in their English spellings: what may stand for a government."""
    return frozenset(_column(4)) - {"Male"} | {"Brussels"}


@cache
def places() -> frozenset[str]:
    """Every place known by name: babel's territories, countries.tsv, places.txt, the cities of the time zones."""
    listed = {name for _, names in _groups() for name in names}
    known = _territories() | set(_column(1)) | set(_column(4)) | listed | _zone_cities()
    return frozenset(name.removeprefix("the ") for name in known) - {"Male", "EU", "UN"}


@cache
def regions() -> frozenset[str]:
    """States of the USA, which stand behind a town's name without a comma too."""
    return frozenset(name for group, names in _groups() for name in names if group == "states of the usa")


def _groups() -> Iterator[tuple[str, list[str]]]:
    for line in _lines("places.txt"):
        group, names = line.split(":", 1)
        yield group, [name.strip() for name in names.split(",")]


@cache
def country_names() -> frozenset[str]:
    """Names of countries and territories alone."""
    return frozenset(name.removeprefix("the ") for name in _territories() | set(_column(1)))


def _territories() -> set[str]:
    names: set[str] = set()
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code not in {"EU", "UN", "ZZ", "XA", "XB", "QO", "EZ"}:
            names |= {name, name.replace(" & ", " and "), name.split(" (")[0], name.removesuffix(" SAR China")}
    return names | {"Eurozone", "eurozone"}


# Time zones named for a research station or by a common word.
_NO_CITIES = {"Center", "Troll", "Knox", "Easter", "Wake", "Midway", "Resolute", "Currie", "Eucla", "Noronha", "Nome"}

_ZONE_REGIONS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


def _zone_cities() -> set[str]:
    zones = get_global("zone_territories")
    found = {zone.rsplit("/", 1)[1].replace("_", " ") for zone in zones if zone.startswith(_ZONE_REGIONS)}
    return found - _NO_CITIES


@cache
def given_names() -> dict[str, str]:
    """Given names with their gender: "f", "m", or "u" when the lists have both or none."""
    found: dict[str, str] = {}
    for line in _lines("given_names.txt"):
        head, names = line.split(":", 1)
        for name in names.split():
            found[name] = head[0] if found.get(name, head[0]) == head[0] else "u"
    return found


@cache
def family_first() -> frozenset[str]:
    """Family names of languages that put them first."""
    return frozenset(name for line in _lines("family_first.txt") for name in line.split(":", 1)[1].split())
