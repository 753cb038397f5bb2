"""Organisations, places and peoples across the story: one entity a key, and acronyms joined to what they stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from twosource.records import Reading
from twosource.resolve.acronyms import acronyms, is_acronym
from twosource.resolve.countries import countries, country_name, demonyms, unarticled
from twosource.resolve.occurrences import Cluster, Occurrence
from twosource.resolve.state_bodies import Whose, bare
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

# "Co-operation" and "Cooperation" are one word.
_PREFIX = re.compile(r"\b(anti|co|counter|inter|multi|non|post|pre|re|sub|trans)[-‐‑](?=\w)", re.IGNORECASE)

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


@lru_cache(maxsize=100_000)
def key(kind: str, text: str) -> str:
    """What spellings of one body, place or people share."""
    name = unarticled(fold(_PREFIX.sub(r"\1", text.replace(".", ""))))
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


def bodies(
    found: Sequence[Occurrence], readings: Sequence[Reading], whose: Mapping[Occurrence, Whose] | None = None
) -> list[tuple[Cluster, list[str]]]:
    """Clusters of ORG, LOC and NORP occurrences (one kind at a time), with the spellings fit to name them.

    `whose`: the countries of bodies of a state, for organisations.
    """
    keys = {one: key(one.kind, one.text) for one in found}
    keys |= {one: _of_state(one, said.code) for one, said in (whose or {}).items() if one in keys}
    groups: dict[str, list[Occurrence]] = defaultdict(list)
    for one in found:
        groups[keys[one]].append(one)
    joined = acronyms(keys, groups, readings) if found and found[0].kind == "ORG" else {}
    clusters: dict[str, Cluster] = defaultdict(Cluster)
    for name in sorted(groups):
        for one in groups[name]:
            target, reason = joined.get(one, (name, _reason(one, (whose or {}).get(one))))
            clusters[target].members.append((one, reason))
    return [(clusters[name], _long(clusters[name], whose or {})) for name in sorted(clusters)]


def _of_state(one: Occurrence, code: str) -> str:
    """The key of a body of a state: its country's code and the rest of its name."""
    rest = bare(one.text)
    return f"{code} {key('ORG', rest)}" if rest else key("ORG", one.text)


def _reason(one: Occurrence, whose: Whose | None) -> str:
    if one.kind == "NORP":
        return "words for one people"
    code = key(one.kind, one.text)
    if code.isupper() and len(code) == 2:
        return "names of one country or union"
    if whose:
        return f"the body of this name in one country, {country_name(whose.code)}: {whose.reason}"
    return "names of one place" if one.kind == "LOC" else "same words but for small ones, order or the country's form"


def _long(cluster: Cluster, whose: Mapping[Occurrence, Whose]) -> list[str]:
    """Spellings that are no acronym; those with the country where a body of a state has any."""
    long = [one for one, _ in cluster.members if not is_acronym(one.text)]
    full = [one.text for one in long if one in whose and bare(one.text) != one.text]
    return full or [one.text for one in long]
