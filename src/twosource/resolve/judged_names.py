"""What people decided about names: put together, taken apart, called otherwise, of another kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from twosource.records import Entity, Judgement, MentionKind
from twosource.resolve.judgements import Judged, index_of, line
from twosource.resolve.occurrences import Cluster, Occurrence


def judged_names(clusters: Sequence[tuple[Cluster, list[str]]], judged: Judged) -> list[Entity]:
    """The entities that clusters, each with its full spellings, are after all that was decided."""
    full = {text for _, names in clusters for text in names}
    groups = [dict(cluster.members) for cluster, _ in clusters]
    member_at = index_of({one: [(one.article, one.start, one.end)] for group in groups for one in group})
    made: dict[str, Entity] = {}
    for group, lines in judged.regrouped(groups, member_at, _spelled_alike):
        entity = replace(Cluster(list(group.items())).entity(full), judged=lines)
        made[entity.id] = entity
    name_at = index_of({e.id: [(s.article, s.start, s.end) for s in e.members] for e in made.values()})
    for entity_id, judgement in judged.corrections(name_at):
        made[entity_id] = _corrected(made[entity_id], judgement)
    return list(made.values())


def _spelled_alike(one: Occurrence, taken: Occurrence) -> bool:
    return one.text == taken.text


def _corrected(entity: Entity, judgement: Judgement) -> Entity:
    value = judgement.value or ""
    if judgement.verb == "rename":
        said = line(judgement, f"called {value!r}, not {entity.name!r},")
        return replace(entity, name=value, judged=(*entity.judged, said))
    if judgement.verb == "correct":
        said = line(judgement, f"made {value}, not {entity.kind},")
        return replace(entity, kind=cast(MentionKind, value), judged=(*entity.judged, said))
    return replace(entity, judged=(*entity.judged, line(judgement, f"note {value!r}")))
