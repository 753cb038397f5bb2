"""The commands about names: who and what they are, and putting them right."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
from typer.core import TyperGroup

from twosource import review as making
from twosource.cli import terminal
from twosource.cli.arguments import AsJson, StoryFile
from twosource.cli.following import show_name
from twosource.cli.looking import one_of, opened_story, show
from twosource.records import Judgement, MentionKind
from twosource.story import Story

Name = Annotated[str, typer.Argument(metavar="NAME", help="A name as the story shows or spells it, or its id.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="WHO", help="Who decides this; by default who is logged in here.")
]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="Why, for whoever reads it later.")]


class ListsByDefault(TyperGroup):
    """`names story.db` is `names list story.db`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["list", *args]
        return super().resolve_command(ctx, args)


names = typer.Typer(cls=ListsByDefault, no_args_is_help=True, rich_markup_mode=None)


@names.callback()
def _names() -> None:
    """Who and what is named, in every spelling; and putting that right.

    \b
    Examples:
      twosource names story.db
      twosource names story.db --kind PERSON
      twosource names show story.db "Anna Holm"
      twosource names merge story.db "Anna Holm" "Ana Holm" --why "same passport photo"
      twosource names split story.db "Anna Holm" --spelling Holm
      twosource names rename story.db "Ana Holm" "Anna Holm"
      twosource names kind story.db "Selm" LOC

    What you decide is kept above what the program found, marked as yours, and holds for every later build.
    `twosource review story.db` lists it, and takes it back.
    """


@names.command("list")
def list_names(
    story: StoryFile,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only PERSON, ORG, LOC (places) or NORP (peoples, parties).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Every name, most mentioned first: what `twosource names STORY` does.

    \b
    Examples:
      twosource names story.db --kind PERSON
      twosource names list story.db --json
    """
    wanted = one_of(get_args(MentionKind), kind)
    with opened_story(story) as opened:
        views = tuple(view for view in opened.names() if wanted in (None, view.kind))
    if as_json:
        terminal.print_json(views)
        return
    from twosource.cli import display

    show(display.names(views), len(views), "no name")


names.command("show")(show_name)


@names.command("merge")
def merge(
    story: StoryFile,
    them: Annotated[list[str], typer.Argument(metavar="NAME NAME...", help="Two names or more, or their ids.")],
    by: By = None,
    why: Why = None,
) -> None:
    """These names are one.

    \b
    Example:
      twosource names merge story.db "Anna Holm" "Ana Holm"
    """
    _decide(story, lambda kept: making.merged(kept, [making.name(kept, one) for one in them], _who(by), why))


@names.command("split")
def split(
    story: StoryFile,
    name: Name,
    spelling: Annotated[str, typer.Option(metavar="WORDS", help="The spelling that is somebody else.")],
    by: By = None,
    why: Why = None,
) -> None:
    """One spelling of this name is somebody or something else.

    \b
    Example:
      twosource names split story.db "Anna Holm" --spelling "A. Holm"
    """
    _decide(story, lambda kept: making.taken_apart(kept, making.name(kept, name), spelling, _who(by), why))


@names.command("rename")
def rename(
    story: StoryFile,
    name: Name,
    to: Annotated[str, typer.Argument(metavar="NEW", help="What it is to be called; quotes stay as written.")],
    by: By = None,
    why: Why = None,
) -> None:
    """Show this name as another.

    \b
    Example:
      twosource names rename story.db "Ana Holm" "Anna Holm"
    """
    _decide(story, lambda kept: making.renamed(kept, making.name(kept, name), to, _who(by), why))


@names.command("kind")
def of_kind(
    story: StoryFile,
    name: Name,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="PERSON, ORG, LOC or NORP.")],
    by: By = None,
    why: Why = None,
) -> None:
    """This name is of another kind.

    \b
    Example:
      twosource names kind story.db Selm LOC
    """
    _decide(story, lambda kept: making.of_kind(kept, making.name(kept, name), kind, _who(by), why))


def review(
    story: StoryFile,
    undo: Annotated[str | None, typer.Option(metavar="ID", help="Take this judgement back.")] = None,
    by: By = None,
    why: Why = None,
    as_json: AsJson = False,
) -> None:
    """What people decided about this story, and taking it back.

    Nothing is ever deleted: taking a judgement back is a judgement too.

    \b
    Examples:
      twosource review story.db
      twosource review story.db --undo 3f9a
    """
    if undo is not None:
        _decide(story, lambda kept: making.withdrawn(kept, undo, _who(by), why))
        return
    with opened_story(story) as opened:
        judgements, unapplied = opened.judgements(), opened.resolution().unapplied
    if as_json:
        terminal.print_json(judgements)
        return
    from twosource.cli import display

    show(display.judgements(judgements, unapplied), len(judgements), "nothing was decided by a person yet")


def _decide(story: Path, decision: Callable[[Story], Judgement]) -> None:
    """Keeps a judgement about a story, makes the story anew with it, and says what came of it."""
    with Story.open(story, judging=True) as kept:
        judgement = decision(kept)
        with terminal.progress() as progress:
            kept.judge(judgement, progress=progress)
        if judgement.id in kept.resolution().unapplied:
            terminal.say("kept, but nothing changed: the story says so already")
        else:
            terminal.say(f"kept and applied; `twosource review STORY --undo {judgement.id[:6]}` takes it back")


def _who(by: str | None) -> str:
    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
