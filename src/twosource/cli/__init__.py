"""The command line: parse, call, print. Everything that it does can be done in Python with `twosource.Story`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from twosource import __version__
from twosource.cli import terminal
from twosource.cli.looking import attributions, doctor, findings, search, sources, timeline
from twosource.cli.making import annotate, build, clean, export
from twosource.cli.naming import names, review
from twosource.cli.serving import serve
from twosource.errors import TwosourceError

COMMANDS: dict[str, Callable[..., None] | typer.Typer] = {
    "build": build,
    "timeline": timeline,
    "attributions": attributions,
    "names": names,
    "findings": findings,
    "sources": sources,
    "search": search,
    "review": review,
    "serve": serve,
    "export": export,
    "clean": clean,
    "annotate": annotate,
    "doctor": doctor,
}
"""Every command, in the order in which --help lists them."""

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

for _name, _command in COMMANDS.items():
    if isinstance(_command, typer.Typer):
        app.add_typer(_command, name=_name)
    else:
        app.command(_name)(_command)


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
