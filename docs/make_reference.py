"""Makes docs/reference from the code: `python docs/make_reference.py`. A test holds the files to what this makes.

schema.json   JSON Schema (2020-12) of every record
records.md    the same for people: every record, its fields and what they mean
cli.md        every command, as its --help says it
csv.md        the columns of `export --format csv`
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
from typer.testing import CliRunner

from twosource import cli, records
from twosource.export.tables import COLUMNS

FOLDER = Path(__file__).parent / "reference"
NOTE = "<!-- Made by docs/make_reference.py from the code: change the code, then run it. -->\n"
WIDTH = 100


def schema() -> str:
    """JSON Schema of every record, under `$defs`."""
    kinds = [kind for kind in vars(records).values() if inspect.isclass(kind) and issubclass(kind, records.Record)]
    _, components = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    story = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "twosource records",
        "$defs": components,
    }
    return json.dumps(story, indent=2, ensure_ascii=False) + "\n"


def described() -> str:
    """Every record, its fields and what they mean, as records.py tells it."""
    tree = ast.parse(inspect.getsource(records))
    parts = [NOTE, "# Records\n", *(_class(node) for node in tree.body if isinstance(node, ast.ClassDef))]
    return "\n".join(part for part in parts if part)


def _class(node: ast.ClassDef) -> str:
    fields = list(_fields(node))
    if not fields:
        return ""
    rows = "\n".join(f"| `{name}` | `{kind}` | {meaning} |" for name, kind, meaning in fields)
    told = inspect.cleandoc(ast.get_docstring(node) or "")
    return f"## {node.name}\n\n{told}\n\n| field | type | |\n|---|---|---|\n{rows}\n"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """(name, type, meaning): a field's meaning is the string that stands under it."""
    for statement, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign):
            kind = ast.unparse(statement.annotation).replace("|", "\\|")
            yield ast.unparse(statement.target), kind, " ".join(_string(after).split()).replace("|", "\\|")


def _string(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return ""


def commands() -> str:
    """Every command's --help, at 100 columns."""
    names = [(name,) for name in cli.COMMANDS]
    names += [("names", one.name) for one in cli.names.registered_commands if one.name]
    parts = [NOTE, "# Commands\n", _help(), *(f"## twosource {' '.join(name)}\n\n{_help(*name)}" for name in names)]
    return "\n".join(parts)


def _help(*arguments: str) -> str:
    shown = CliRunner().invoke(cli.app, [*arguments, "--help"], prog_name="twosource", terminal_width=WIDTH).output
    lines = "\n".join(line.rstrip() for line in shown.strip().splitlines())
    return f"```text\n{lines}\n```\n"


def columns() -> str:
    """The columns of the CSV export."""
    rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning, _ in COLUMNS)
    return f"""{NOTE}
# Columns of the CSV

`twosource export story.db --format csv` writes one row a report; an item that several pages tell has several
rows, which share `item`. A file begins with a byte order mark, which spreadsheets need to see UTF-8. A cell that a
spreadsheet would run as a formula has an apostrophe before it.

| column | |
|---|---|
{rows}
"""


FILES = {"schema.json": schema, "records.md": described, "cli.md": commands, "csv.md": columns}


def main() -> None:
    """Writes every file."""
    FOLDER.mkdir(exist_ok=True)
    for name, made in FILES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
