"""Names as shown: every entity with its spellings as written, and why they are taken for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.records import Entity, NameView, Reading, Resolution


def name_views(readings: Sequence[Reading], resolution: Resolution) -> tuple[NameView, ...]:
    """The entities that the readings mention, most mentioned first. Reasons: each once, the commonest first."""
    known = {reading.article.id for reading in readings}
    views = [_view(entity) for entity in resolution.entities if any(span.article in known for span in entity.members)]
    return tuple(sorted(views, key=lambda view: (-view.mentions, -view.articles, view.name, view.id)))


def _view(entity: Entity) -> NameView:
    counts = Counter(link.reason for link in entity.links)
    return NameView(
        id=entity.id,
        name=entity.name,
        kind=entity.kind,
        aliases=entity.aliases,
        mentions=len(entity.members),
        articles=entity.articles,
        reasons=tuple(sorted(counts, key=lambda reason: (-counts[reason], reason))),
        judged=entity.judged,
        known_as=entity.known_as,
        country=entity.country,
    )
