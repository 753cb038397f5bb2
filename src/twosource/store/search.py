"""Full-text search over sentences: SQLite's FTS5, kept in step by triggers. The one part that is SQLite's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from twosource.records import Range

START, END = "\x02", "\x03"
"""Marks around what matched: control characters, taken out of what is indexed."""

SETUP = (
    # Porter's stems find "protests" for "protest"; marks over letters do not count.
    """CREATE VIRTUAL TABLE sentence_index USING fts5(
        text, content='sentences', content_rowid='id', tokenize="porter unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER sentence_added AFTER INSERT ON sentences BEGIN
        INSERT INTO sentence_index (rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER sentence_removed AFTER DELETE ON sentences BEGIN
        INSERT INTO sentence_index (sentence_index, rowid, text) VALUES ('delete', old.id, old.text); END""",
)

FIND = text(
    """SELECT sentences.article AS article, sentences.start AS start, sentences."end" AS "end",
        highlight(sentence_index, 0, :start, :stop) AS marked, snippet(sentence_index, 0, '', '', '…', 30) AS snippet
    FROM sentence_index JOIN sentences ON sentences.id = sentence_index.rowid
    WHERE sentence_index MATCH :query
    ORDER BY bm25(sentence_index), sentences.article, sentences.start LIMIT :limit"""
)


def set_up(connection: Connection) -> None:
    """Makes the index and its triggers in a new story."""
    for statement in SETUP:
        connection.execute(text(statement))


def indexable(sentence: str) -> str:
    """A sentence as it is indexed: of the same length, without the marks' characters and NUL."""
    return sentence.translate({1: " ", 2: " ", 3: " ", 0: " "})


def expression(query: str) -> str:
    """A query as FTS5 reads it, of what a person typed: all the words, `"a phrase"`, `begin*`. "" when it has no word.

    Every word is quoted, so that no character of it is read as FTS5's own syntax and nothing raises.
    """
    parts = []
    for phrase, word, star in re.findall(r'"([^"]*)"|([^\s"*]+)(\*?)', query.replace("\0", " ")):
        words = phrase or word
        if re.search(r"\w", words):
            parts.append(f'"{words}"{star}')
    return " ".join(parts)


def found(connection: Connection, query: str, limit: int) -> Iterator[tuple[str, int, int, str, tuple[Range, ...]]]:
    """(article, start, end, snippet, marks) of the sentences that match, best first; marks are in its text."""
    match = expression(query)
    if not match:
        return
    for row in connection.execute(FIND, {"query": match, "limit": limit, "start": START, "stop": END}):
        yield row.article, row.start, row.end, row.snippet, tuple(_marks(row.marked, row.start))


def _marks(marked: str, offset: int) -> Iterator[Range]:
    for count, match in enumerate(re.finditer(f"{START}([^{END}]*){END}", marked)):
        start = offset + match.start() - 2 * count
        yield start, start + len(match[1])
