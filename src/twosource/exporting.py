"""A story made ready for the exporters: its views, what is known of its pages, and who acts on whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from twosource.errors import SettingsError
from twosource.export import EXPORTERS, BinaryExporter, Exported, Exporter
from twosource.export.exporter import Roles
from twosource.records import Range

if TYPE_CHECKING:
    from twosource.story import Story


def exporter(name: str) -> Exporter | BinaryExporter:
    """The format of this name. Raises SettingsError, which names those that there are."""
    found = next((one for one in EXPORTERS if one.name == name.lower()), None)
    if found is None:
        raise SettingsError(f"no export format {name!r}: there are {', '.join(one.name for one in EXPORTERS)}")
    return found


def exported(story: Story, title: str) -> Exported:
    """What every exporter is given."""
    from twosource import __version__

    return Exported(
        comparison=story.comparison(),
        title=title,
        pages=story.counts().pages,
        problems=story.problems(),
        addresses={article.id: article.url for article in story.articles() if article.url},
        version=__version__,
        roles=lambda: _roles(story),
    )


def _roles(story: Story) -> Mapping[str, Roles]:
    """Of every event: the names in what its reports put before the deed, and in what they put after it."""
    from twosource.resolve.tellings import Participants

    resolution = story.resolution()
    named = Participants(resolution.entities, resolution.references).named
    names = {entity.id: entity.name for entity in resolution.entities}
    read = {one.article.id: one.annotations.events for one in story.readings()}
    found: dict[str, Roles] = {}
    for event in resolution.events:
        told = [(one.article, read[one.article][one.index]) for one in event.members]
        acting = Counter(name for article, one in told for name in _of(one.actors, article, named))
        acted_on = Counter(name for article, one in told for name in _of(one.recipients, article, named))
        actors = [name for name in _most(acting) if acting[name] >= acted_on[name]]
        others = [name for name in _most(acted_on) if name not in actors]
        found[event.id] = Roles(*(tuple(names[one] for one in role if one in names) for role in (actors, others)))
    return found


def _of(ranges: Iterable[Range], article: str, named: Callable[[str, int, int], list[str]]) -> set[str]:
    return {name for start, end in ranges for name in named(article, start, end)}


def _most(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))
