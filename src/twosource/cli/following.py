"""The command that follows one name through a story."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli import terminal
from twosource.cli.arguments import AsJson, StoryFile
from twosource.cli.looking import one_of, opened_story

KINDS = {"event": "events", "words": "words"}
"""What each kind of step is called on the command line."""


def show_name(
    story: StoryFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as the story shows or spells it, or its id.")],
    only: Annotated[str | None, typer.Option(metavar="KIND", help="Only events, or only words.")] = None,
    as_json: AsJson = False,
) -> None:
    """One name: its spellings, and what it did, underwent and said, in order of time.

    Each line has its receipts: the page, and the exact sentence or words. What no page dates stands where its page
    tells it, and its date says no more than is known. What is no name of the story (a product, a law) is found by its
    words.

    \b
    Examples:
      twosource names show story.db "Anna Holm"
      twosource names show story.db "the harbour loan" --only events
      twosource names show story.db "Anna Holm" --json | jq '.steps[] | {date, kind, text}'
    """
    wanted = one_of(tuple(KINDS.values()), only)
    with opened_story(story) as opened:
        found = opened.chronology(name)
    steps = tuple(step for step in found.steps if wanted in (None, KINDS[step.kind]))
    if as_json:
        import msgspec

        terminal.print_json(msgspec.structs.replace(found, steps=steps))
        return
    from twosource.cli import display_following

    terminal.show(display_following.name(found))
    terminal.show(display_following.steps(steps) if steps else "no event of it, and no words")
