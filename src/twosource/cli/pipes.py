"""`clean` and `annotate` for programs: one JSON object a line, in the form that docs/reference states."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from twosource import run
from twosource.cli import terminal
from twosource.errors import InputError, SettingsError
from twosource.gather import gather
from twosource.gather.carrier import bounded_lines, text_stream
from twosource.records import Annotations, Article, Page, Problem
from twosource.run import steps
from twosource.settings import AnnotateSettings, Settings

LONGEST_LINE = 50_000_000
"""Characters of a line that `annotate` takes: a book of five million words."""

Given = tuple[object, str, str | None]
"""A line that was given: its id, as it came, its text, and when it was published."""


def cleaned(paths: Iterable[Path], settings: Settings) -> int:
    """Prints a line for each page, in the order of the paths. Returns how many could not be read, and says which."""
    failed = 0
    for item in _pages(paths, settings):
        if isinstance(item, Page):
            _, article, problem = steps.clean_page(item, settings.clean)
            if article:
                terminal.print_json_line(article_line(article))
                continue
            item = problem
        if item and item.kind != "duplicate":
            failed += 1
            terminal.say(f"{item.source}: {item.message}")
    return failed


def _pages(paths: Iterable[Path], settings: Settings) -> Iterator[Page | Problem | None]:
    """Path by path: a program that gives pages in an order gets them back in it."""
    for path in paths:
        yield from gather([path], settings.gather)


def article_line(article: Article) -> dict[str, object]:
    """An article in the form that others rely on."""
    published, dateline = article.published, article.dateline
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "authors": article.authors,
        "published": {"value": published.value, "known_by": published.known_by} if published else None,
        "dateline": {"place": dateline.place, "date": dateline.date} if dateline else None,
        "credit": article.credit,
        "language": article.language,
        "text": article.text,
        "comments": article.comments,
        "notes": article.notes,
        "source_file": article.source_file,
        "problem": article.problem,
        "kind": article.kind,
    }


def annotated(path: Path, workers: int, settings: AnnotateSettings) -> int:
    """Prints a line for each line of a file ("-": standard input), in order. Returns how many could not be read."""
    failed = 0
    with _lines_of(path) as stream:
        made = run.mapped(partial(_annotate, settings=settings), _given(stream), workers, _lost)
        for given, read in made:
            if isinstance(read, Annotations):
                terminal.print_json_line(annotations_line(given, read))
            else:
                failed += 1
                terminal.say(read)
    return failed


def _lines_of(path: Path) -> BinaryIO:
    if str(path) == "-":
        return sys.stdin.buffer
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}): is it spelled right?") from error


def _given(stream: BinaryIO) -> Iterator[Given | str]:
    """Each line's text, or what is wrong with the line."""
    for number, line in bounded_lines(text_stream(stream), LONGEST_LINE):
        if line is None:
            yield f"line {number}: longer than {LONGEST_LINE} characters; left out"
        elif line.strip():
            yield _parsed(number, line)


def _parsed(number: int, line: str) -> Given | str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"line {number}: no JSON ({str(error)[:100]}): one object a line is read"
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return f'line {number}: no text in it: {{"id", "text", "published"?}} is read'
    published = row.get("published")
    return row.get("id", number), row["text"], published if isinstance(published, str) else None


def _annotate(given: Given | str, settings: AnnotateSettings) -> tuple[object, Annotations | str]:
    from twosource.annotate import annotate_text

    if isinstance(given, str):
        return None, given
    name, text, published = given
    try:
        return name, annotate_text(str(name), text, published, settings=settings)
    except SettingsError:
        raise
    except Exception as error:
        return name, f"id {name}: {steps.crash(str(name), 'annotate', error).message}"


def _lost(given: Given | str, reason: str) -> tuple[object, Annotations | str]:
    return None, f"id {given[0]}: {reason}"


def annotations_line(name: object, read: Annotations) -> dict[str, object]:
    """What was read in a text, in the form that others rely on: every pair is a start and an end in the text."""
    return {
        "id": name,
        "english": read.english,
        "sentences": read.sentences,
        "mentions": [{"start": one.start, "end": one.end, "kind": one.kind} for one in read.mentions],
        "times": [{"start": one.start, "end": one.end, "type": one.type, "value": one.value} for one in read.times],
        "amounts": read.amounts,
        "attributions": [
            {
                "source": one.source,
                "cue": one.cue,
                "content": one.content,
                "manner": one.manner,
                "kind": one.kind,
                "chain": one.chain,
                "addressee": one.addressee,
                "place": one.place,
                "time": one.time,
                "answers": one.answers,
            }
            for one in read.attributions
        ],
        "events": [
            {
                "trigger": one.trigger,
                "type": one.type,
                "actors": one.actors,
                "recipients": one.recipients,
                "place": one.place,
                "time": one.time,
                "status": one.status,
                "holder": one.holder,
            }
            for one in read.events
        ],
    }
