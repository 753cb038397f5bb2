"""Arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

StoryFile = Annotated[Path, typer.Argument(metavar="STORY", help="The file that `twosource build --into` made.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs, with every field.")]
