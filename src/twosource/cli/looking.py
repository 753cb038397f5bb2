"""The commands that show what a story says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from twosource.cli import terminal
from twosource.cli.arguments import AsJson, StoryFile
from twosource.errors import SettingsError
from twosource.records import FindingKind
from twosource.story import Story

if TYPE_CHECKING:
    from rich.console import RenderableType


def timeline(
    story: StoryFile,
    receipts: Annotated[bool, typer.Option("--receipts", help="Show the exact sentences each line rests on.")] = False,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N items that the story leans on most.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From 2020, 2020-08 or 2020-08-15.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="To that date, itself included.")] = None,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only items with this name, in any of its spellings.")
    ] = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only items on which sources disagree.")] = False,
    as_json: AsJson = False,
) -> None:
    """What happened and when, and who says so.

    "3 outlets, 2 origins" means that three outlets tell it, and that two of them know it independently: a copy of
    another's text, or the same spokesman cited again, is no further origin. A date that no source gives is shown as
    what is known of it.

    \b
    Examples:
      twosource timeline story.db
      twosource timeline story.db --top 20
      twosource timeline story.db --receipts --name "Anna Holm"
      twosource timeline story.db --from 2020-08 --to 2020-09-15 --contested
      twosource timeline story.db --json | jq '.[] | {date, headline, origins}'
    """
    from twosource import selection

    with opened_story(story) as opened:
        every = opened.timeline()
        items = every
        if first is not None or last is not None:
            items = selection.between(items, first, last)
        if name:
            items = selection.about(items, name, opened.names())
    if contested:
        items = selection.contested(items)
    if top:
        items = selection.weightiest(items, top)
    if as_json:
        terminal.print_json(items)
        return
    from twosource.cli import display

    show(display.receipts(items) if receipts else display.timeline(items), len(items), "no item")
    if len(items) < len(every):
        terminal.say(f"{len(items)} of {len(every)} items shown")


def attributions(
    story: StoryFile,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this source said, in any spelling.")] = None,
    attitudes: Annotated[
        bool, typer.Option("--attitudes", help="Also what sources are told to think, want, fear or plan.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Who said what, in which words, and where.

    What somebody is told to think or want, with no word of it said, is left out but for --attitudes.

    \b
    Examples:
      twosource attributions story.db
      twosource attributions story.db --by "the ministry"
      twosource attributions story.db --attitudes --json | jq '.[] | {source, cue, content, chain}'
    """
    with opened_story(story) as opened:
        views = tuple(view for view in opened.attributions() if attitudes or view.kind == "speech")
    if by:
        views = tuple(v for v in views if by.casefold() in f"{v.source_name or ''}\n{v.source or ''}".casefold())
    if as_json:
        terminal.print_json(views)
        return
    from twosource.cli import display

    show(display.attributions(views), len(views), "no attribution")


def findings(
    story: StoryFile,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only agreement, difference, dispute, revision or copy.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Where reports agree, differ, dispute, revise or copy.

    Both sides are shown, each with its sentence. twosource never says who is right.

    \b
    Examples:
      twosource findings story.db
      twosource findings story.db --kind dispute
    """
    wanted = one_of(get_args(FindingKind), kind)
    with opened_story(story) as opened:
        found = tuple(finding for finding in opened.findings() if wanted in (None, finding.kind))
    if as_json:
        terminal.print_json(found)
        return
    from twosource.cli import display

    show(display.findings(found), len(found), "no finding")


def sources(story: StoryFile, as_json: AsJson = False) -> None:
    """Who copies whom, then the pages: outlet, date, length.

    A page stands under the one that most of its text was taken from, with what it took and how it is known who had it
    first: a credit, a dateline, the day of publication.

    \b
    Examples:
      twosource sources story.db
      twosource sources story.db --json | jq '.[] | {source_file, outlet, copies_from}'
    """
    with opened_story(story) as opened:
        views = opened.sources()
        copies = () if as_json else opened.resolution().copies
    if as_json:
        terminal.print_json(views)
        return
    from twosource.cli import display, display_sources
    from twosource.compare.lineage import lineage, unsettled

    read = [view for view in views if view.words]
    roots, shared = lineage(read, copies), unsettled(copies)
    terminal.show(display_sources.copying(roots, shared, views, drawn=terminal.console().is_terminal))
    show(display.sources(views), len(views), "no source")


def search(
    story: StoryFile,
    query: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, "a phrase", or begin*.')],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Sentences to show at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Find sentences that have all the words.

    The best come first. Endings and accents do not matter.

    \b
    Examples:
      twosource search story.db harbour loan
      twosource search story.db '"free and fair"' elect*
    """
    with opened_story(story) as opened:
        found = opened.search(" ".join(query), limit)
    if as_json:
        terminal.print_json(found)
        return
    from twosource.cli import display

    show(display.hits(found), len(found), "no sentence has all these words")


def doctor(story: StoryFile, as_json: AsJson = False) -> None:
    """What could not be read, and what to do about it.

    \b
    Example:
      twosource doctor story.db
    """
    with Story.open(story) as opened:
        counts, found, faults, finished = opened.counts(), opened.problems(), opened.faults(), opened.is_finished()
    if as_json:
        terminal.print_json({**counts._asdict(), "finished": finished, "problems": found, "faults": faults})
        return
    from twosource.cli import display

    terminal.show(display.health(counts.pages, counts.articles, counts.read, faults, finished=finished))
    show(display.problems(found), len(found), "No problem with any page.")


@contextmanager
def opened_story(path: Path) -> Iterator[Story]:
    """The story in a file; says, once it was looked at, when it is not of all its pages."""
    with Story.open(path) as story:
        yield story
        if not story.is_finished():
            terminal.say(f"the last build into {path} was stopped: run it again to see all pages")


def one_of(kinds: Sequence[str], asked: str | None) -> str | None:
    """The kind that was asked for, as records spell it. Raises SettingsError for one that there is not."""
    if asked is None:
        return None
    found = next((kind for kind in kinds if kind.casefold() == asked.casefold()), None)
    if found is None:
        raise SettingsError(f"no kind {asked!r}: there are {', '.join(kinds)}")
    return found


def show(what: RenderableType, number: int, none: str) -> None:
    terminal.show(what if number else none)
