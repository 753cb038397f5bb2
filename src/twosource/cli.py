"""The command line: parse, call, print. Everything that it does can be done in Python with `twosource.Story`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from twosource import __version__, terminal
from twosource.errors import InputError, SettingsError, TwosourceError
from twosource.settings import CompareSettings, Settings
from twosource.story import Story

if TYPE_CHECKING:
    from rich.console import RenderableType

    from twosource.records import Problem

T = TypeVar("T")

app = typer.Typer(
    help="""What happened, who says so, and how many of them know it for themselves.

    twosource reads a pile of news pages about one story and writes down the story: what happened and when, who said
    what, which reports are independent and which are copies, where the sources disagree. Every line stands on the
    exact sentence that it came from. Nothing leaves your machine.

    \b
    Start here:
      twosource build pages/ --into story.db     read the pages (files, folders, .zip, .jsonl, .csv)
      twosource timeline story.db                what happened, and who says so
      twosource timeline story.db --receipts     with the exact sentences
      twosource timeline story.db --contested    where sources disagree
      twosource doctor story.db                  what could not be read, and why

    `twosource COMMAND --help` explains each command with examples.""",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

StoryFile = Annotated[Path, typer.Argument(metavar="STORY", help="The file that `twosource build --into` made.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs, with every field.")]
Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes to read with; by default what fits the number of pages."),
]
SHOWN_PROBLEMS = 20
"""Problems printed after a build; `doctor` has all."""


@app.command()
def build(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH...", help="Files, folders and archives.")] = None,
    into: Annotated[Path, typer.Option("--into", metavar="STORY", help="The story file to make or to add to.")] = ...,  # type: ignore[assignment]
    workers: Workers = None,
    same_owner: Annotated[
        list[str] | None,
        typer.Option(metavar="A,B", help="Outlets of one owner: they count as one origin. May be given again."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read pages into a story.

    Read are .html .htm .txt .md pages, rows {text or html, title?, url?, outlet?, published?} in .jsonl .json .csv, and
    .zip archives of these. What cannot be read is named in one line each, and the rest goes on.

    \b
    Examples:
      twosource build pages/ --into story.db               a folder of saved pages
      twosource build more.zip rows.jsonl --into story.db  more pages, into the same story
      twosource build --into story.db                      go on with a build that was stopped
      twosource build pages/ --into story.db --same-owner "Morning Post,Evening Post"
    """
    try:
        with terminal.progress() as progress:
            story = Story.build(paths or [], into, _settings(same_owner), workers, progress)
    except KeyboardInterrupt:
        terminal.say(f"stopped. What is done is kept: `twosource build --into {into}` goes on from there")
        raise typer.Exit(130) from None
    with story:
        counts, found = story.counts(), story.problems()
    _say_problems(found, into)
    if as_json:
        terminal.print_json(counts._asdict())
    else:
        _summary(into, counts.pages, counts.articles, len(found))


def _settings(same_owner: Sequence[str] | None) -> Settings | None:
    if not same_owner:
        return None
    groups = tuple(tuple(name.strip() for name in group.split(",") if name.strip()) for group in same_owner)
    if any(len(group) < 2 for group in groups):
        raise SettingsError('--same-owner names at least two outlets, with commas between: --same-owner "A,B"')
    return Settings(compare=CompareSettings(same_owner=groups))


def _say_problems(found: Sequence[Problem], into: Path) -> None:
    for problem in found[:SHOWN_PROBLEMS]:
        terminal.say(f"{problem.source}: {problem.message}")
    if len(found) > SHOWN_PROBLEMS:
        terminal.say(f"and {len(found) - SHOWN_PROBLEMS} more problems: `twosource doctor {into}` lists them")


def _summary(into: Path, pages: int, articles: int, problems: int) -> None:
    noted = f"; {problems} not read or doubtful: `twosource doctor {into}`" if problems else ""
    print(f"{into}: {articles} articles from {pages} pages{noted}\nNext: twosource timeline {into}")  # noqa: T201


@app.command()
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

    with Story.open(story) as opened:
        every = opened.timeline()
        items = every
        if first or last:
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
    from twosource import display

    _show(display.receipts(items) if receipts else display.timeline(items), len(items), "no item")
    if len(items) < len(every):
        terminal.say(f"{len(items)} of {len(every)} items shown")


@app.command()
def attributions(
    story: StoryFile,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this source said, in any spelling.")] = None,
    as_json: AsJson = False,
) -> None:
    """Who said what, in which words, and where.

    \b
    Examples:
      twosource attributions story.db
      twosource attributions story.db --by "the ministry"
    """
    with Story.open(story) as opened:
        views = opened.attributions()
    if by:
        views = tuple(v for v in views if by.casefold() in f"{v.source_name or ''}\n{v.source or ''}".casefold())
    if as_json:
        terminal.print_json(views)
        return
    from twosource import display

    _show(display.attributions(views), len(views), "no attribution")


@app.command()
def names(
    story: StoryFile,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only PERSON, ORG, LOC (places) or NORP (peoples, parties).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Who and what is named, in every spelling.

    \b
    Examples:
      twosource names story.db --kind PERSON
      twosource names story.db --json
    """
    with Story.open(story) as opened:
        views = tuple(view for view in opened.names() if kind is None or view.kind == kind.upper())
    if as_json:
        terminal.print_json(views)
        return
    from twosource import display

    _show(display.names(views), len(views), "no name")


@app.command()
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
    with Story.open(story) as opened:
        found = tuple(finding for finding in opened.findings() if kind is None or finding.kind == kind.lower())
    if as_json:
        terminal.print_json(found)
        return
    from twosource import display

    _show(display.findings(found), len(found), "no finding")


@app.command()
def sources(story: StoryFile, as_json: AsJson = False) -> None:
    """The pages: outlet, date, length, whom each copied.

    \b
    Example:
      twosource sources story.db
    """
    with Story.open(story) as opened:
        views = opened.sources()
    if as_json:
        terminal.print_json(views)
        return
    from twosource import display

    _show(display.sources(views), len(views), "no source")


@app.command()
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
    with Story.open(story) as opened:
        found = opened.search(" ".join(query), limit)
    if as_json:
        terminal.print_json(found)
        return
    from twosource import display

    _show(display.hits(found), len(found), "no sentence has all these words")


@app.command()
def export(
    story: StoryFile,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="csv, jsonl, markdown or timelinejs.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write; - for the screen.")] = Path(
        "-"
    ),
) -> None:
    """Write the timeline as a file for others.

    Snippets only: a sentence at most, never an article's text.

    \b
    Examples:
      twosource export story.db --format csv --out story.csv      for spreadsheets, one row a report
      twosource export story.db --format markdown --out story.md  to read and to send
      twosource export story.db --format timelinejs --out story.json
      twosource export story.db --format jsonl | head -1
    """
    import io

    from twosource.export import EXPORTERS

    exporter = next((exporter for exporter in EXPORTERS if exporter.name == form.lower()), None)
    if exporter is None:
        known = ", ".join(exporter.name for exporter in EXPORTERS)
        raise SettingsError(f"no export format {form!r}: there are {known}")
    with Story.open(story) as opened:
        text = io.StringIO(newline="")
        exporter.write(opened.comparison(), text)
    if str(out) == "-":
        terminal.write(text.getvalue())
        return
    # Excel takes a CSV for the local code page unless it begins with a byte order mark.
    encoding = "utf-8-sig" if exporter.name == "csv" else "utf-8"
    try:
        out.write_bytes(text.getvalue().encode(encoding, "replace"))
    except OSError as error:
        raise InputError(f"{out} cannot be written ({error.strerror}): is there such a folder?") from error


@app.command()
def clean(
    pages: Annotated[list[Path], typer.Argument(metavar="PAGE...", help="Files, folders and archives, as for build.")],
) -> None:
    """Print the article in each page, one JSON a line.

    Its fields: id, title, outlet, authors, published {value, known_by}, dateline {place, date}, credit, language, text,
    comments, notes, source_file, and problem, which says why a page is no article.

    \b
    Examples:
      twosource clean page.html
      twosource clean pages/ | jq -r .text
    """
    from twosource import pipes

    _finish(pipes.cleaned(pages, Settings()))


@app.command()
def annotate(
    lines: Annotated[Path, typer.Argument(metavar="IN.jsonl", help='Lines {"id", "text", "published"?}; - for stdin.')],
    workers: Workers = 1,
) -> None:
    """Print what is read in each text, one JSON a line.

    The text is taken as it is, with no cleaning, and offsets are into it. Pairs are [start, end].

    \b
    {"id", "sentences": [[s,e]], "mentions": [{"start","end","kind"}],
     "times": [{"start","end","type","value"}],
     "amounts": [{"start","end","kind","value","unit","high","hedge","of": [s,e]|null}],
     "attributions": [{"source": [s,e]|null, "cue": [s,e]|null, "content": [[s,e]], "manner", "kind"}],
     "events": [{"trigger": [s,e], "type", "actors": [[s,e]], "recipients": [[s,e]],
                 "place": [s,e]|null, "time": [s,e]|null, "status", "holder": [s,e]|null}]}

    \b
    Examples:
      twosource annotate texts.jsonl > read.jsonl
      echo '{"id": 1, "text": "Ann Lee said on Monday that it rained."}' | twosource annotate -
    """
    from twosource import pipes

    _finish(pipes.annotated(lines, workers or 1))


def _finish(problems: int) -> None:
    if problems:
        raise typer.Exit(1)


@app.command()
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
    from twosource import display

    terminal.show(display.health(counts.pages, counts.articles, counts.read, faults, finished=finished))
    _show(display.problems(found), len(found), "No problem with any page.")


def _show(what: RenderableType, number: int, none: str) -> None:
    terminal.show(what if number else none)


def _version(asked: bool) -> None:
    if asked:
        print(f"twosource {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None: ...


def main() -> None:
    """Runs the command line. Exit codes: 0 done, 1 an error (one line on standard error), 2 wrong use, 130 Ctrl-C."""
    try:
        app(prog_name="twosource")
    except BrokenPipeError:
        _leave_quietly()
    except KeyboardInterrupt:
        terminal.say("stopped")
        sys.exit(130)
    except TwosourceError as error:
        terminal.say(str(error))
        sys.exit(1)
    except Exception as error:
        if os.environ.get("TWOSOURCE_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        terminal.say(f"a fault of its own ({what}): please report it; TWOSOURCE_DEBUG=1 shows where it is")
        sys.exit(1)


def _leave_quietly() -> None:
    """Whoever read the output has seen enough (`| head`): nothing more is written to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
