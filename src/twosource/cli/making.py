"""The commands that read pages and write files: build, clean, annotate, export."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from twosource import exporting
from twosource.cli import terminal
from twosource.cli.arguments import AsJson, StoryFile
from twosource.errors import InputError, SettingsError
from twosource.export import EXPORTERS, Exporter
from twosource.export.exporter import count
from twosource.settings import AnnotateSettings, Settings
from twosource.story import Story

if TYPE_CHECKING:
    from twosource.records import Problem

Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes to read with; by default what fits the number of pages."),
]
LanguageModel = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An installed spaCy pipeline to read with, or its folder; shipped: our own."),
]
SHIPPED = "shipped"
SHOWN_PROBLEMS = 20
"""Problems printed after a build; `doctor` has all."""


def build(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH...", help="Files, folders and archives.")] = None,
    into: Annotated[Path, typer.Option("--into", metavar="STORY", help="The story file to make or to add to.")] = ...,  # type: ignore[assignment]
    workers: Workers = None,
    same_owner: Annotated[
        list[str] | None,
        typer.Option(metavar="A,B", help="Outlets of one owner: they count as one origin. May be given again."),
    ] = None,
    language_model: LanguageModel = None,
    known: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own list of names: CSV (id, name, kind?, aliases?) or FollowTheMoney."),
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
      twosource build --into story.db                      again, with a newer twosource
      twosource build pages/ --into story.db --same-owner "Morning Post,Evening Post"
      twosource build pages/ --into story.db --language-model en_core_web_trf
      twosource build pages/ --into story.db --known wikidata.csv
    """
    try:
        with terminal.progress() as progress:
            story = Story.build(
                paths or [], into, _settings(into, same_owner, language_model, known), workers, progress
            )
    except KeyboardInterrupt:
        terminal.say("stopped. What is done is kept: the same command again goes on from there")
        raise typer.Exit(130) from None
    with story:
        counts, found = story.counts(), story.problems()
    _say_problems(found, into)
    if as_json:
        terminal.print_json(counts._asdict())
    else:
        _summary(into, counts.pages, counts.articles, len(found))


def _settings(
    into: Path, same_owner: Sequence[str] | None, language_model: str | None, known: Path | None
) -> Settings | None:
    """The story's settings with what was asked for put in; None when nothing was."""
    if not same_owner and not language_model and not known:
        return None
    settings = Settings()
    if into.exists():
        with Story.open(into) as story:
            settings = story.settings
    if same_owner:
        settings = replace(settings, compare=replace(settings.compare, same_owner=_groups(same_owner)))
    if known:
        from twosource.gather.known import known_names

        settings = replace(settings, resolve=replace(settings.resolve, known=known_names(known)))
    return replace(settings, annotate=_reading(language_model, settings.annotate))


def _groups(same_owner: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    groups = tuple(tuple(name.strip() for name in group.split(",") if name.strip()) for group in same_owner)
    if any(len(group) < 2 for group in groups):
        raise SettingsError('--same-owner names at least two outlets, with commas between: --same-owner "A,B"')
    return groups


def _reading(language_model: str | None, settings: AnnotateSettings) -> AnnotateSettings:
    """The settings with the language model asked for, which is tried at once: a wrong name is told before any work."""
    if not language_model:
        return settings
    if language_model == SHIPPED:
        return replace(settings, language_model=None)
    from twosource.annotate.pipelines import pipeline

    pipeline(language_model)
    return replace(settings, language_model=language_model)


def _say_problems(found: Sequence[Problem], into: Path) -> None:
    for problem in found[:SHOWN_PROBLEMS]:
        terminal.say(f"{problem.source}: {problem.message}")
    if len(found) > SHOWN_PROBLEMS:
        terminal.say(f"and {len(found) - SHOWN_PROBLEMS} more problems: `twosource doctor {into}` lists them")


def _summary(into: Path, pages: int, articles: int, problems: int) -> None:
    noted = f"; {count(problems, 'problem')}: `twosource doctor {into}`" if problems else ""
    print(f"{into}: {count(articles, 'article')} from {count(pages, 'page')}{noted}")  # noqa: T201
    if articles:
        print(f"Next: twosource timeline {into}")  # noqa: T201


FORMATS = ", ".join(one.name for one in EXPORTERS)
ON_SCREEN = Path("-")


def export(
    story: StoryFile,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{FORMATS}.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write; - for the screen.")
    ] = ON_SCREEN,
    title: Annotated[str | None, typer.Option(help="Heading of the report; by default the story file's name.")] = None,
) -> None:
    """Write the story as a file for others.

    Snippets only: a sentence at most, never an article's text.

    \b
    FORMATS

    \b
    Examples:
      twosource export story.db --format report --out story.html  to mail, to print, to open anywhere
      twosource export story.db --format csv --out story.csv      for spreadsheets, one row a report
      twosource export story.db --format timelinejs --out story.json
      twosource export story.db --format jsonl | head -1
    """
    exporter = exporting.exporter(form)
    with Story.open(story) as opened:
        if not opened.is_finished():
            terminal.say(f"the last build into {story} was stopped: not all pages are in this")
        made = exporter.made(exporting.exported(opened, title or story.stem))
    if out != ON_SCREEN:
        _write(made, out, story, for_excel=exporter.name == "csv")
    elif isinstance(exporter, Exporter):
        terminal.write(made.decode())
    elif sys.stdout.isatty():
        raise InputError(f"{exporter.name} is no text for a screen: name a file with --out")
    else:
        sys.stdout.buffer.write(made)


export.__doc__ = (export.__doc__ or "").replace(
    "FORMATS", "\n    ".join(["Formats:", *(f"  {one.name:12} {one.what}" for one in EXPORTERS)])
)


def _write(made: bytes, out: Path, story: Path, *, for_excel: bool) -> None:
    """Writes a file, never over the story. Excel takes a CSV for the local code page unless it begins with a mark."""
    if out.exists() and out.samefile(story):
        raise InputError(f"{out} is the story itself: give the file to write another name")
    try:
        out.write_bytes((codecs.BOM_UTF8 if for_excel else b"") + made)
    except OSError as error:
        raise InputError(f"{out} cannot be written ({error.strerror}): is there such a folder?") from error


def clean(
    pages: Annotated[list[Path], typer.Argument(metavar="PAGE...", help="Files, folders and archives, as for build.")],
) -> None:
    """Print the article in each page, one JSON a line.

    Its fields: id, title, outlet, authors, published {value, known_by}, dateline {place, date}, credit, language, text,
    comments, notes, source_file, problem, which says why a page is no article, and kind: article, live for a live blog,
    digest for several articles on one page.

    \b
    Examples:
      twosource clean page.html
      twosource clean pages/ | jq -r .text
    """
    from twosource.cli import pipes

    _finish(pipes.cleaned(pages, Settings()))


def annotate(
    lines: Annotated[Path, typer.Argument(metavar="IN.jsonl", help='Lines {"id", "text", "published"?}; - for stdin.')],
    workers: Workers = 1,
    language_model: LanguageModel = None,
) -> None:
    """Print what is read in each text, one JSON a line.

    The text is taken as it is, with no cleaning, and offsets are into it. Pairs are [start, end].

    \b
    {"id", "english", "sentences": [[s,e]], "mentions": [{"start","end","kind"}],
     "times": [{"start","end","type","value"}],
     "amounts": [{"start","end","kind","value","unit","high","hedge","of": [s,e]|null}],
     "attributions": [{"source": [s,e]|null, "cue": [s,e]|null, "content": [[s,e]], "manner", "kind",
                       "chain": [[s,e]], "addressee", "place", "time", "answers": [s,e]|null each}],
     "events": [{"trigger": [s,e], "type", "actors": [[s,e]], "recipients": [[s,e]],
                 "place": [s,e]|null, "time": [s,e]|null, "status", "holder": [s,e]|null}]}

    \b
    Examples:
      twosource annotate texts.jsonl > read.jsonl
      echo '{"id": 1, "text": "Ann Lee said on Monday that it rained."}' | twosource annotate -
    """
    from twosource.cli import pipes

    _finish(pipes.annotated(lines, workers or 1, _reading(language_model, AnnotateSettings())))


def _finish(problems: int) -> None:
    if problems:
        raise typer.Exit(1)
