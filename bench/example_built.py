"""What the example is held against: the built story, a fact, and the words in which a fact says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from twosource.records import Article, AttributionView, Finding, NameView, TimelineItem

Entry = dict[str, Any]


@dataclass(frozen=True)
class Built:
    """The example as built: its articles by file name (a row by `rows.jsonl#1`) and what the story shows."""

    articles: dict[str, Article]
    timeline: tuple[TimelineItem, ...]
    findings: tuple[Finding, ...]
    attributions: tuple[AttributionView, ...]
    names: tuple[NameView, ...]


@dataclass(frozen=True)
class Fact:
    """One thing to be found. `problem` says in words what is wrong, "" when nothing is."""

    group: str
    name: str
    problem: Callable[[Built], str]


def key(source: str) -> str:
    """The name of a page in expected.json: its file name, with the row's number for rows."""
    return PurePath(source).name


def unless(right: bool, problem: str) -> str:
    """The problem, or "" when it is right."""
    return "" if right else problem


def listed(wrong: Iterable[str], item: TimelineItem) -> str:
    """The problems of an item in one line, with the item; "" when there are none."""
    problems = [problem for problem in wrong if problem]
    return f"{'; '.join(problems)}: {line(item)}" if problems else ""


def line(item: TimelineItem) -> str:
    """An item, for a message."""
    return f"[{item.date or '?'} {item.type} {item.status} {item.headline!r} {sorted(files(item))}]"


def nearby(built: Built, event: Entry) -> str:
    """What the story has of the same day and pages, for a message."""
    near = [
        line(item) for item in built.timeline if files(item) & set(event["articles"]) and item.date == event["date"]
    ]
    return f"on that day, from these pages: {near}"


def files(item: TimelineItem) -> set[str]:
    """The pages that tell an item."""
    return {key(report.source_file) for report in item.reports}


def any_word(words: str, text: str) -> bool:
    """Whether one of the alternatives, set apart by "|", stands in `text` at the beginning of a word."""
    return any(re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for word in words.split("|"))


def bare(name: str) -> str:
    """A name without case, article and the shape of its apostrophes."""
    return re.sub(r"^the ", "", name.casefold()).replace("’", "'")


def as_list(value: Any) -> list[Any]:
    """A list as it is, anything else as a list of one."""
    return value if isinstance(value, list) else [value]
