"""Organisations called by a part of their name: the Harbour Lions as "the Lions", Velmora Foods as "Velmora".

A short name goes to the long one that its page has named, or that alone in the story is called so by some page. Only
two parts can stand for the whole: what is left of a team when its town is taken away, and what is left of a firm or a
house when the words for its business are. A word that is a country's, a place's or a person's of the story never does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.resolve.countries import countries, demonyms
from twosource.resolve.occurrences import Cluster, Occurrence
from twosource.resolve.transliteration import fold

# What follows the name proper of a firm or a house, and may be left out.
_BUSINESS = frozenset(
    "airlines airways associates automotive bancorp bank bearings brands brewery broadcasting brothers capital "
    "center centre chemical clinic clinics club college communications computer construction corporation "
    "electronics energy enterprises entertainment films financial foods foundation fund gallery gas group "
    "healthcare holding holdings hospital hotel hotels industries institute insurance international investments "
    "laboratories labs logistics media mining motor motors museum music networks news oil partners petroleum "
    "pharma pharmaceuticals pictures press prison productions railways records recovery rehab rehabilitation "
    "resort resources restaurant school securities semiconductor shipping software solutions steel store stores "
    "studio studios supermarket supermarkets systems technologies technology telecom telecommunications theater "
    "theatre treatment trust university wireless".split()
)
# Words at the end of a name that are no team's, though they are plural.
_PLURAL_BODIES = frozenset(
    "affairs airlines airways arts authorities communications courts elections enterprises foods forces games "
    "guards holdings industries investigations laboratories labs lords motors nations news operations partners "
    "pictures police press productions records relations representatives resources sciences securities services "
    "sports states statistics stores studies studios systems technologies times veterans workers works".split()
)
_TEAMS = frozenset({"sox", "united", "rovers", "wanderers"})
"""Names of teams that are no plural of a word, or are one that says nothing else."""

Named = tuple[Cluster, list[str]]


def shortened(named: Sequence[Named], others: Sequence[Occurrence]) -> list[Named]:
    """The clusters of organisations, those that are called by a short name joined by what was so called.

    `others`: the mentions of persons and places, whose words are no short names of organisations.
    """
    taken = {word for one in others for word in _taken(one)} | countries().keys() | demonyms().keys()
    places = {fold(one.text) for one in others if one.kind == "LOC"}
    owners = _owners(named, taken, places)
    if not owners:
        return list(named)
    kept: list[Named] = [(Cluster(), full) for _, full in named]
    pages = _pages(named)
    called = _called(named, owners, pages)
    for number, (cluster, _) in enumerate(named):
        for one, reason in cluster.members:
            target, why = _owner(one, number, owners, pages, called) or (number, reason)
            long = named[target][1]
            kept[target][0].members.append((one, why.format(long[0] if long else "")))
    return [(cluster, full) for cluster, full in kept if cluster.members]


def _taken(one: Occurrence) -> list[str]:
    """A place's name, or the words of a person's in full: a bare name may be what a page without evidence guessed."""
    words = fold(one.text).split()
    return [" ".join(words)] if one.kind == "LOC" else words if len(words) > 1 else []


def _owners(named: Sequence[Named], taken: set[str], places: set[str]) -> dict[str, set[int]]:
    """Short names to the clusters that they may stand for."""
    spellings: dict[str, int] = {}
    for number, (cluster, _) in enumerate(named):
        spellings.update((fold(one.text), number) for one, _ in cluster.members)
    owners: dict[str, set[int]] = defaultdict(set)
    for text, number in sorted(spellings.items()):
        for short in _shorts(text, places):
            if short not in taken and spellings.get(short, number) != number:
                owners[short].add(number)
    return owners


def _shorts(text: str, places: set[str]) -> list[str]:
    """What a long name may be called by: a team without its town, a firm without its business."""
    words = text.removeprefix("the ").split()
    found = []
    for at in range(1, len(words)):
        head, tail = words[:at], words[at:]
        if " ".join(head) in places and _team(tail[-1]) and len(tail) < 3:
            found.append(" ".join(tail))
        if len(head) < 3 and len(head[0]) > 2 and all(word in _BUSINESS for word in tail):
            found.append(" ".join(head))
    return found


def _team(word: str) -> bool:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word in _TEAMS or (plural and word not in _PLURAL_BODIES)


def _pages(named: Sequence[Named]) -> Mapping[str, set[int]]:
    """Which clusters each page names."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, (cluster, _) in enumerate(named):
        for one, _ in cluster.members:
            found[one.article].add(number)
    return found


def _called(
    named: Sequence[Named], owners: Mapping[str, set[int]], pages: Mapping[str, set[int]]
) -> dict[str, set[int]]:
    """Short names to the clusters that some page names both ways."""
    found: dict[str, set[int]] = defaultdict(set)
    for cluster, _ in named:
        for one, _ in cluster.members:
            short = fold(one.text).removeprefix("the ")
            found[short] |= owners.get(short, set()) & pages[one.article]
    return found


def _owner(
    one: Occurrence,
    number: int,
    owners: Mapping[str, set[int]],
    pages: Mapping[str, set[int]],
    called: Mapping[str, set[int]],
) -> tuple[int, str] | None:
    """The cluster that a short name stands for, with the reason ("{}": the long name's place); None when in doubt."""
    short = fold(one.text).removeprefix("the ")
    fitting = owners.get(short, set()) - {number}
    here = fitting & pages[one.article]
    if len(here) == 1:
        return next(iter(here)), "short for {}, named in this page"
    if not here and len(fitting) == 1 and fitting == called.get(short):
        return next(iter(fitting)), "short for {}, the only one in the story that a page calls so"
    return None
