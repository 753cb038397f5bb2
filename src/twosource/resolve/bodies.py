"""Organisations, places and peoples across the story: one entity a key, and acronyms joined to what they stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from babel import Locale

from twosource.records import Reading
from twosource.resolve.occurrences import Cluster, Occurrence
from twosource.resolve.transliteration import fold

# Words that one page writes in a body's name and the next leaves out.
_SMALL = frozenset("the of for and on in at to a an de la le du des der die das inc corp co ltd llc plc gmbh ag sa jsc "
                   "ojsc corporation company limited incorporated".split())  # fmt: skip
_SAME_WORD = {
    "organisation": "organization", "centre": "center", "defence": "defense", "labour": "labor", "ministry": "ministry",
    "programme": "program", "dept": "department", "univ": "university", "intl": "international", "natl": "national",
    "assn": "association", "govt": "government",
}  # fmt: skip
# A ministry is the same with "affairs" and without.
_DROPPED = frozenset({"affairs"})

# City names that differ by language or time, not by letters: written for this project.
_CITY_NAMES: tuple[tuple[str, ...], ...] = (
    ("kyiv", "kiev", "kyyiv"), ("odesa", "odessa"), ("kharkiv", "kharkov"), ("lviv", "lvov"), ("luhansk", "lugansk"),
    ("mykolaiv", "nikolaev", "mykolayiv"), ("zaporizhzhia", "zaporozhye", "zaporizhia"), ("dnipro", "dnepr"),
    ("hrodna", "grodno"), ("homel", "gomel"), ("vitsebsk", "vitebsk"), ("mahiliou", "mogilev", "mahilyow"),
    ("st petersburg", "saint petersburg", "petersburg"), ("yekaterinburg", "ekaterinburg"), ("mumbai", "bombay"),
    ("kolkata", "calcutta"), ("chennai", "madras"), ("bengaluru", "bangalore"), ("yangon", "rangoon"),
    ("ho chi minh city", "saigon"), ("beijing", "peking"), ("guangzhou", "canton"), ("nanjing", "nanking"),
    ("chisinau", "kishinev"), ("ashgabat", "ashkhabad"), ("tehran", "teheran"), ("sanaa", "sana"),
    ("astana", "nursultan"),
    ("deir ezzor", "deir alzour", "deir al zour", "deir ez zor"), ("falluja", "fallujah"), ("kobani", "kobane"),
    ("marseille", "marseilles"), ("lyon", "lyons"), ("seville", "sevilla"), ("pristina", "prishtina"),
    ("new york", "new york city", "nyc"), ("washington", "washington dc"), ("los angeles", "la"), ("donbas", "donbass"),
    ("mecca", "makkah"), ("marrakesh", "marrakech"), ("dhaka", "dacca"), ("kathmandu", "katmandu"),
)  # fmt: skip


@cache
def _cities() -> dict[str, str]:
    return {name: names[0] for names in _CITY_NAMES for name in names}


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = (files("twosource") / "data" / "countries.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple((*line.split("\t"), "", "", "", "", "")[:5]) for line in lines)


# Parts of a country that have a name of their own are no spelling of the country's.
_PARTS = frozenset({"england", "scotland", "wales", "northern ireland", "west germany", "east germany", "gaza",
                    "gaza strip", "west bank"})  # fmt: skip


@cache
def countries() -> dict[str, str]:
    """Folded names of countries, unions and territories to their ISO 3166-1 code (EU and UN as babel has them)."""
    found = {fold(name): code for code, name in Locale("en").territories.items() if len(code) == 2 and code != "ZZ"}
    found |= {fold(name.split(" (")[0]): code for code, name in Locale("en").territories.items() if len(code) == 2}
    found |= {fold(name.replace("&", "and")): code for code, name in Locale("en").territories.items() if len(code) == 2}
    found |= {fold(name): row[0] for row in _rows() for name in row[1].split("|") if name}
    found |= {"eu": "EU", "un": "UN", "united nations organization": "UN", "uno": "UN"}
    return {_unarticled(name): code for name, code in found.items() if name not in _PARTS}


@cache
def demonyms() -> dict[str, str]:
    """Folded adjectives and nouns of peoples to the country's code. English, Scots and Welsh stay apart."""
    found: dict[str, str] = {}
    for row in _rows():
        for word in f"{row[2]}|{row[3]}".split("|"):
            if word and word not in {
                "English",
                "Scottish",
                "Welsh",
                "Northern Irish",
                "Scot",
                "Englishman",
                "Welshman",
            }:
                for form in (word, word + "s", re.sub("man$", "men", word), re.sub("woman$", "women", word)):
                    found.setdefault(fold(form), row[0])
    return found


def _unarticled(name: str) -> str:
    return name.removeprefix("the ")


@lru_cache(maxsize=100_000)
def key(kind: str, text: str) -> str:
    """What spellings of one body, place or people share."""
    name = _unarticled(fold(text.replace(".", "")))
    if not name:
        return text
    if kind == "NORP":
        return demonyms().get(name) or (name[:-1] if name.endswith("s") and not name.endswith(("ss", "us")) else name)
    if name in countries() and not (kind == "ORG" and countries()[name] not in {"EU", "UN"}):
        return countries()[name]
    return _cities().get(name, name) if kind == "LOC" else _body_key(name)


def _body_key(name: str) -> str:
    words = [_SAME_WORD.get(word, word) for word in name.split()]
    words = [demonyms().get(word) or countries().get(word) or word for word in words]
    kept = sorted(word for word in words if word not in _SMALL and word not in _DROPPED)
    return " ".join(kept or words)


def bodies(found: Sequence[Occurrence], readings: Sequence[Reading]) -> list[tuple[Cluster, list[str]]]:
    """Clusters of ORG, LOC and NORP occurrences (one kind at a time), with the spellings fit to name them."""
    groups: dict[str, list[Occurrence]] = defaultdict(list)
    for one in found:
        groups[key(one.kind, one.text)].append(one)
    joined = _acronyms(groups, found, readings) if found and found[0].kind == "ORG" else {}
    clusters: dict[str, Cluster] = defaultdict(Cluster)
    for name in sorted(groups):
        target, reason = joined.get(name, (name, _reason(groups[name])))
        clusters[target].members += [(one, reason) for one in groups[name]]
    return [(clusters[name], _long(clusters[name])) for name in sorted(clusters)]


def _reason(group: Sequence[Occurrence]) -> str:
    kind = group[0].kind
    if kind == "NORP":
        return "words for one people"
    code = key(kind, group[0].text)
    if code.isupper() and len(code) == 2:
        return "names of one country or union"
    return "names of one place" if kind == "LOC" else "same words but for small ones, order or the country's form"


def _long(cluster: Cluster) -> list[str]:
    """Spellings that are no acronym."""
    return [one.text for one, _ in cluster.members if not _acronym(one.text)]


FEW_PAGES, MOST_ALONE = 6, 5
"""A short name of this many pages is joined only to a long one that stands in at least a fifth of as many."""


def _acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalnum()


def _acronyms(
    groups: Mapping[str, Sequence[Occurrence]], found: Sequence[Occurrence], readings: Sequence[Reading]
) -> dict[str, tuple[str, str]]:
    """Key of a short name to the key it is joined to, with the reason: defined in a page, or the only fit."""
    joined = _defined(found, readings)
    owners: dict[str, set[str]] = defaultdict(set)
    for name, group in sorted(groups.items()):
        for one in group:
            for short in _initials(one.text):
                owners[short].add(name)
    for name, group in sorted(groups.items()):
        short = fold(group[0].text.replace(".", ""))
        fits = owners.get(short, set()) - {name}
        if name not in joined and _acronym(group[0].text) and len(short) > 2 and len(fits) == 1:
            (target,) = fits
            joined[name] = (target, f"initials of {groups[target][0].text}, the only fit in the story")
    return {
        name: (joined.get(target, (target,))[0], reason)
        for name, (target, reason) in joined.items()
        if _carries(groups.get(target, ()), groups.get(name, ()))
    }


def _carries(long: Sequence[Occurrence], short: Sequence[Occurrence]) -> bool:
    """Whether the long name stands in enough of the pages: a short one that most pages use alone may be another's."""
    pages_long, pages_short = len({one.article for one in long}), len({one.article for one in short})
    return pages_short < FEW_PAGES or pages_long * MOST_ALONE >= pages_short


def _initials(text: str) -> set[str]:
    """The acronyms that a long name may have: with its small words and without."""
    words = [word for word in re.split(r"[\s\-‐‑]+", text) if word and word[0].isalnum()]
    if len(words) < 2:
        return set()
    return {
        fold("".join(word[0] for word in words)),
        fold("".join(word[0] for word in words if word[0].isupper())),
        fold("".join(word[0] for word in re.split(r"\s+", text) if word and word[0].isupper())),
    }


def _defined(found: Sequence[Occurrence], readings: Sequence[Reading]) -> dict[str, tuple[str, str]]:
    """ "Foreign Affairs Council (FAC)": short key to long key, where pages that define it agree."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    spelled: dict[str, str] = {}
    for long, short in pairwise(found):
        between = texts.get(long.article, "")[long.end : short.start] if long.article == short.article else ""
        if re.fullmatch(r"\s*[(\[]\s*", between) and _acronym(short.text) and not _acronym(long.text):
            target = key("ORG", long.text)
            votes[key("ORG", short.text)][target] += 1
            spelled.setdefault(target, long.text)
    joined = {}
    for short_key, counts in votes.items():
        target = min(counts, key=lambda name: (-counts[name], name))
        if target != short_key:
            joined[short_key] = (target, f"defined as short for {spelled[target]}")
    return joined
