"""Disputes: something that one side claims and another denies, wherever the two stand.

A denial answers a claim when both name the same deed (`claims.DEEDS`) and something else in common: what it was done
to,
a word, a name. A denial that names nothing ("denied the allegations") answers the nearest claim before it. All claims
and
denials that meet are one dispute; who is right is never said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from twosource.compare.claims import Claim, claims, in_order
from twosource.compare.receipts import Voices, by_place, one_line, quote, side
from twosource.records import Finding, Reading, Resolution, Side, content_id
from twosource.settings import CompareSettings

REACH = 3
"""Sentences back to the claim that a denial without content of its own answers."""
NEAR = 8
"""Sentences within which a denial that repeats a claim's words answers even a plain statement."""
NAMED = 3
"""Speakers named on either side in the reason; of more, the number is told."""
LONGEST = 240
"""Characters of a side's value: a longer one is cut at a word."""

Node = tuple[tuple[str, int, int, str], str]
"""A claim (by its place) in one topic: a claim of two deeds may belong to two disputes."""


@dataclass
class Joined:
    """Disjoint sets of nodes."""

    parent: dict[Node, Node] = field(default_factory=dict)

    def root(self, node: Node) -> Node:
        """The set's representative: its least node."""
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        """Make two sets one."""
        a, b = sorted((self.root(one), self.root(other)))
        self.parent[b] = a


def disputes(
    readings: Mapping[str, Reading], resolution: Resolution, settings: CompareSettings, voices: Voices | None = None
) -> tuple[Finding, ...]:
    """One finding of kind dispute for each topic, with every claim and denial as a side; most sides first.

    Claims stand before denials; each speaker of an article stands once on a side, with the first place.
    """
    voices = voices or Voices(readings, resolution)
    found = {claim.place: claim for article in sorted(readings) for claim in claims(voices, article)}
    joined = _join(found)
    groups: dict[Node, list[Claim]] = {}
    for node in sorted(joined.parent):
        groups.setdefault(joined.root(node), []).append(found[node[0]])
    out = [_finding(groups[root], readings, voices) for root in sorted(groups)]
    unique = {finding.id: finding for finding in out}
    return tuple(sorted(unique.values(), key=lambda finding: (-len(finding.sides), finding.about, finding.id)))


# --- which denial answers which claim ---------------------------------------------------------------------------------


def _join(found: Mapping[tuple[str, int, int, str], Claim]) -> Joined:
    joined = Joined()
    made = in_order(found.values())
    asserted = [claim for claim in made if claim.role == "claims"]
    index = _index(asserted)
    nearby: dict[str, list[Claim]] = {}
    for claim in asserted:
        nearby.setdefault(claim.article, []).append(claim)
    for denial in (claim for claim in made if claim.role == "denies"):
        for claim, topic in sorted(_answered(denial, index, nearby), key=lambda pair: (pair[0].place, pair[1])):
            joined.join((claim.place, topic), (denial.place, topic))
    return joined


def _index(asserted: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Claims by (deed, feature), and firm ones by (whom they concern, feature): what a denial shares at the least."""
    index: dict[tuple[str, str], list[Claim]] = {}
    for claim in asserted:
        concerned = [f"about:{entity}" for entity in sorted(claim.entities)] if claim.firm else []
        for key in (*concerned, *sorted(claim.deeds)):
            for feature in sorted(claim.features):
                index.setdefault((key, feature), []).append(claim)
    return index


def _answered(
    denial: Claim, index: Mapping[tuple[str, str], list[Claim]], nearby: Mapping[str, list[Claim]]
) -> set[tuple[Claim, str]]:
    page = [claim for claim in nearby.get(denial.article, []) if abs(claim.number - denial.number) <= NEAR]
    near = [claim for claim in page if abs(claim.number - denial.number) <= REACH]
    if denial.empty:
        return _nearest(denial, near)
    out: set[tuple[Claim, str]] = set()
    features = set(denial.features) | ({f"entity:{denial.entity}"} if denial.entity else set())
    for deed in denial.deeds:
        shared = {claim.place: claim for feature in features for claim in index.get((deed, feature), ())}
        out |= {(claim, deed) for claim in shared.values() if _meet(denial, claim)}
        out |= {(c, deed) for c in near if deed in c.deeds and c.firm and denial.firm and not _one_voice(denial, c)}
    if not out and denial.firm:
        out |= {(c, "") for c in page if _covers(c, denial) and not _one_voice(denial, c)}
        out |= {(c, "") for c in _alike(denial, index) if _much_in_common(denial, c) and _meet_anywhere(denial, c)}
    return out


def _alike(denial: Claim, index: Mapping[tuple[str, str], list[Claim]]) -> list[Claim]:
    """Firm claims of any page about whoever denies that share a word with the denial, whatever the deed."""
    about = f"about:{denial.entity}"
    found = {c.place: c for feature in sorted(denial.features) for c in index.get((about, feature), ())}
    return [found[place] for place in sorted(found)]


def _meet_anywhere(denial: Claim, claim: Claim) -> bool:
    """Whether an accusation and a denial in different pages concern one person: the accused is who denies."""
    if _one_voice(denial, claim) or denial.entity is None:
        return False
    return denial.entity in claim.entities


def _covers(claim: Claim, denial: Claim) -> bool:
    """Whether a claim close by says what the denial denies: at least half of the denial's words, and two in all, or one
    with a name."""
    words = {f for f in denial.features if f.startswith("stem:")}
    shared = words & claim.features
    named = {f for f in denial.features if f.startswith("entity:")} & (claim.features | {f"entity:{claim.entity}"})
    return 2 * len(shared) >= len(words) and len(shared) + bool(named) >= 2 and len(shared) > 0


def _nearest(denial: Claim, near: Iterable[Claim]) -> set[tuple[Claim, str]]:
    """The last firm claim before a denial that names nothing itself, one against the denier before others."""
    before = [c for c in near if not c.empty and c.span[0] < denial.span[0] and not _one_voice(denial, c)]
    before = [c for c in before if c.firm] or [c for c in before if c.who and denial.number - c.number <= REACH]
    if not before or not denial.firm:
        return set()
    best = max(before, key=lambda c: (denial.entity is not None and denial.entity in c.entities, c.span))
    return {(best, deed) for deed in best.deeds or {""}}


def _meet(denial: Claim, claim: Claim) -> bool:
    """Whether a denial and a claim of the same deed that share a feature are about one thing."""
    if _one_voice(denial, claim) or not (denial.firm or claim.firm):
        return False
    near = denial.article == claim.article and abs(denial.number - claim.number) <= REACH
    if not near and denial.entities and claim.entities and not denial.entities & claim.entities:
        return False
    shared = denial.features & claim.features
    named = {feature for feature in shared if feature.startswith("entity:")}
    accused = claim.firm and denial.firm and denial.entity is not None and f"entity:{denial.entity}" in claim.features
    if denial.firm and claim.firm:
        return accused or near or len(shared - named) > 0
    return len(shared - named) >= 2 or (near and claim.firm and len(shared) > 0)


def _one_voice(denial: Claim, claim: Claim) -> bool:
    """Whether the two are of one speaker, or the claim is a statement that itself holds the denial."""
    inside = claim.article == denial.article and claim.span[0] <= denial.span[0] and denial.span[1] <= claim.span[1]
    if inside and claim.who is not None:
        return True
    if denial.entity or claim.entity:
        return denial.entity == claim.entity
    return denial.who is not None and denial.who == claim.who


def _much_in_common(denial: Claim, claim: Claim) -> bool:
    mine = {f for f in denial.features if f.startswith("stem:")}
    theirs = {f for f in claim.features if f.startswith("stem:")}
    shared = mine & theirs
    return len(shared) >= 2 and 2 * len(shared) >= min(len(mine), len(theirs))


# --- as findings ------------------------------------------------------------------------------------------------------


def _finding(group: Iterable[Claim], readings: Mapping[str, Reading], voices: Voices) -> Finding:
    days = voices.days
    made = _without_echoes(in_order(set(group)))
    sides: list[Side] = []
    for role in ("claims", "denies"):
        rows = _one_each([claim for claim in made if claim.role == role])
        sides += by_place([_side(readings[claim.article], claim) for claim in rows], days)
    firm = [c for c in made if c.role == "claims" and c.firm and not c.empty] or made
    first = min(firm, key=lambda c: (days.get(c.article) or "9", c.place))
    about = one_line(quote(readings[first.article], first.span))[:LONGEST]
    places = [(s.article, s.start, s.end, s.value) for s in sides]
    reason = _reason(made, days)
    return Finding(content_id("dispute", places), "dispute", about, tuple(sides), reason, _event(made, voices))


def _without_echoes(made: list[Claim]) -> list[Claim]:
    """Without the allegation that a denial itself names ("rejected allegations that ..."), where others claim it
    too."""
    denied = {(claim.article, claim.sentence) for claim in made if claim.role == "denies"}
    kept = [c for c in made if c.role == "denies" or c.who is not None or (c.article, c.sentence) not in denied]
    return kept if any(claim.role == "claims" for claim in kept) else made


def _one_each(rows: Iterable[Claim]) -> list[Claim]:
    """The first of each speaker in each article, and none that stands in a sentence already taken by the same
    speaker."""
    taken: dict[tuple[str, str | None], Claim] = {}
    sentences: set[tuple[str, int]] = set()
    for claim in sorted(rows, key=lambda c: (c.who is None, not c.firm, c.place)):
        if (claim.article, claim.who) in taken or (claim.who is None and (claim.article, claim.number) in sentences):
            continue
        taken[(claim.article, claim.who)] = claim
        sentences.add((claim.article, claim.number))
    return list(taken.values())


def _side(reading: Reading, claim: Claim) -> Side:
    words = one_line(quote(reading, claim.span))
    value = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return side(reading, value, claim.sentence, claim.who)


def _reason(made: Iterable[Claim], days: Mapping[str, str]) -> str:
    rows = list(made)
    who = {role: _people(claim.who for claim in rows if claim.role == role) for role in ("claims", "denies")}
    known = sorted(days[claim.article] for claim in rows if claim.article in days)
    since = f"the first dated report is of {known[0]}" if known else "no report of it is dated"
    return f"said by {who['claims']}; denied by {who['denies']}; {since}"


OPENING = re.compile(r"^(?:The|An?|Two|Some|Several|His|Her|Its|Their) (?=[a-z])")
"""How a description begins that opened its sentence: in ours it stands within ("said by the union")."""


def _people(names: Iterable[str | None]) -> str:
    given = list(names)
    known = sorted({OPENING.sub(lambda found: found[0].lower(), name) for name in given if name})
    shown = ", ".join(known[:NAMED])
    more = f" and {len(known) - NAMED} more" if len(known) > NAMED else ""
    unnamed = " (and unnamed)" if known and None in given else ""
    return f"{shown}{more}{unnamed}" if known else "somebody not named"


def _event(made: Iterable[Claim], voices: Voices) -> str | None:
    """The event that most of the claims' contents tell, if any."""
    contents: dict[str, list[tuple[int, int]]] = {}
    for claim in made:
        if claim.deeds:
            contents.setdefault(claim.article, []).append(claim.span)
    counts: Counter[str] = Counter()
    for article, spans in contents.items():
        for index, mention in enumerate(voices.readings[article].annotations.events):
            start, end = mention.trigger
            if mention.status in {"alleged", "denied"} and any(s <= start and end <= e for s, e in spans):
                counts.update(voices.events.get((article, index), ()))
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
