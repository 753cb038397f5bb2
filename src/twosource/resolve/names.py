"""Names across the story: the mentions of all pages as persons, organisations, places and peoples.

"One" is never guessed: every member carries the reason why it belongs, a contradiction refuses a link, and two
entities are better than one wrong merge.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.records import Entity, Reading
from twosource.resolve.bodies import bodies
from twosource.resolve.judged_names import judged_names
from twosource.resolve.judgements import Judged
from twosource.resolve.kinds import settle
from twosource.resolve.occurrences import occurrences
from twosource.resolve.people import people
from twosource.resolve.short_names import shortened
from twosource.resolve.state_bodies import state_bodies

_BEARERS = frozenset({"PERSON", "LOC"})
"""Kinds whose words an organisation is not called by alone."""


def entities(readings: Sequence[Reading], judged: Judged | None = None) -> tuple[Entity, ...]:
    """Every mention of `readings` in exactly one entity, most mentioned first, whatever the order of `readings`.

    `judged`: what people decided about names; it is applied last.
    """
    found = settle(occurrences(readings), readings)
    clusters = people([one for one in found if one.kind == "PERSON"], readings)
    whose = state_bodies(found, readings)
    for kind in ("ORG", "LOC", "NORP"):
        named = bodies([one for one in found if one.kind == kind], readings, whose)
        clusters += shortened(named, [one for one in found if one.kind in _BEARERS]) if kind == "ORG" else named
    clusters = [(cluster, full) for cluster, full in clusters if cluster.members]
    made = judged_names(clusters, judged) if judged else [cluster.entity(full) for cluster, full in clusters]
    return tuple(sorted(made, key=lambda entity: (-len(entity.members), entity.name, entity.id)))
