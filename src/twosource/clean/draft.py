"""What the readers of HTML and of stripped text hand over: the parts of an article before they are put together."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.records import ArticleKind, Note, Witness


@dataclass(frozen=True, slots=True)
class Draft:
    """Parts of an article as found on the page; nothing of what the row gave is in it."""

    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[Witness, ...] = ()
    """Statements of the publication date, best first."""
    updated: tuple[Witness, ...] = ()
    credit: str | None = None
    agency: str | None = None
    """The agency of the dateline."""
    url: str | None = None
    language: str | None = None
    comments: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: str | None = None
    kind: ArticleKind = "article"
