"""Following one name through a story: finding whom a person means, and reading only the pages that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from twosource.compare.chronologies import articles_of, chronology, worded
from twosource.errors import JudgementError
from twosource.records import Chronology, Entity
from twosource.review import known
from twosource.story import Story

NEAR = 75
"""How alike a spelling must be, of 100, to be offered for one that there is not."""
OFFERED = 5


def followed(story: Story, name: str) -> Chronology:
    """The chronology of a name as shown or spelled, of an id, or of words that stand in the pages though no name is.

    Raises JudgementError, with the names near it, where nothing is called so and no page has the words, and with the
    ids to choose from where several are.
    """
    resolution = story.resolution()
    entity = known(resolution.entities, name)
    at_words = entity or worded(name, story.articles())
    if not at_words.members:
        near = _near(resolution.entities, name)
        raise JudgementError(f"no name {name!r} in this story, and no page has the words; {near}")
    readings = story.readings(articles_of(at_words, resolution))
    return chronology(entity or name, readings, resolution, story.settings.compare)


def _near(entities: Sequence[Entity], name: str) -> str:
    """Names with a spelling like this one, the likest first, in words."""
    spelled = {alias: one.name for one in entities for alias in one.aliases}
    found = process.extract(
        name, sorted(spelled), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=NEAR, limit=4 * OFFERED
    )
    names = list(dict.fromkeys(spelled[alias] for alias, _, _ in found))[:OFFERED]
    return f"near it: {', '.join(names)}" if names else "`twosource names STORY` lists them all"
