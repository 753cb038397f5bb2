"""Writes the outputs in docs/tutorial.md anew: each is what its command prints.

    python docs/make_tutorial.py [--check]

A block of the tutorial that begins with `$ twosource` is run, in an empty folder with the examples beside it, in the
order of the text; what follows in the block becomes what it prints. A block that ends with a line of "…" shows as many
lines as it did. `--check` only says whether anything would change, and ends with 1 if so.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from twosource import cli

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
WIDTH = 96
BLOCK = re.compile(r"^ {4}\$ twosource (?P<arguments>.+)\n(?P<shown>(?: {4}.*\n|\n(?= {4}))*)", re.MULTILINE)

DECISION = re.compile(r"--undo [0-9a-f]{6}")
"""The id of a decision holds its time, so that it is another at every run."""


def renewed(text: str) -> str:
    """The tutorial with every output as it is now."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        os.chdir(folder)
        try:
            return BLOCK.sub(_block, text)
        finally:
            os.chdir(before)


def _block(block: re.Match[str]) -> str:
    lines = _printed(block["arguments"])
    shown = block["shown"].splitlines()
    if shown and shown[-1].strip() == "…":
        lines = [*lines[: len(shown) - 1], "…"]
    body = "".join(f"    {line}".rstrip() + "\n" for line in lines)
    return f"    $ twosource {block['arguments']}\n{body}"


def _printed(arguments: str) -> list[str]:
    done = CliRunner().invoke(cli.app, shlex.split(arguments), env={"COLUMNS": str(WIDTH)})
    if done.exit_code:
        raise SystemExit(f"twosource {arguments} failed:\n{done.output}")
    return DECISION.sub("--undo d9e092", done.output).strip("\n").splitlines()


def main() -> None:
    """Writes or checks the tutorial."""
    text = TUTORIAL.read_text(encoding="utf-8")
    now = renewed(text)
    if "--check" in sys.argv[1:]:
        sys.exit(0 if now == text else "docs/tutorial.md shows older outputs: run python docs/make_tutorial.py")
    TUTORIAL.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    main()
