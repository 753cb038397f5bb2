"""Opening story files: what a database must be to be one, and the settings that keep it whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

import twosource
from twosource.errors import InputError, NoStory, NotAStory, StoreError
from twosource.store import schema, search

SQLITE_HEADER = b"SQLite format 3\0"
PATIENCE = 10
"""Seconds to wait for another program that is writing to the story."""


def create_or_open(path: Path) -> Engine:
    """The engine of the story at `path`, made there when there is none. Raises InputError, NotAStory."""
    if path.exists() and not _unmade(path):
        return open_story(path, writing=True)
    if not path.parent.is_dir():
        raise InputError(f"no folder {path.parent} to make the story in: make it first, or give another path")
    engine = _engine(path, "rwc")
    try:
        with engine.begin() as connection:
            schema.tables.create_all(connection)
            search.set_up(connection)
            marks = {"program": schema.PROGRAM, "schema": schema.SCHEMA_VERSION, "version": twosource.__version__}
            connection.execute(schema.meta.insert(), [{"key": key, "value": value} for key, value in marks.items()])
    except DBAPIError as error:
        raise StoreError(f"no story can be made at {path} ({error.orig}): may you write there?") from error
    return engine


def open_story(path: Path, *, writing: bool = False) -> Engine:
    """The engine of the story at `path`. Raises NoStory, NotAStory."""
    if not path.exists():
        raise NoStory(f"no story at {path}: is it spelled right? `twosource build PAGES --into {path}` makes one")
    if path.is_dir():
        raise NotAStory(f"{path} is a folder, not a story: a story is the file that `twosource build --into` made")
    if _header(path) != SQLITE_HEADER:
        raise NotAStory(f"{path} is no story (it is no database): give the file that `twosource build --into` made")
    engine = _engine(path, "rw" if writing else "ro")
    _check(engine, path)
    return engine


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(len(SQLITE_HEADER))
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}): may you open it?") from error


def _unmade(path: Path) -> bool:
    """Whether the file is empty, or a database in which a first build was cut off before it made a table."""
    if path.is_dir() or (path.stat().st_size > 0 and _header(path) != SQLITE_HEADER):
        return False
    try:
        with _engine(path, "rw").connect() as connection:
            return not connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first()
    except DBAPIError:
        return False


def _check(engine: Engine, path: Path) -> None:
    try:
        with engine.connect() as connection:
            marks = {row.key: row.value for row in connection.execute(select(schema.meta))}
    except DBAPIError as error:
        raise NotAStory(
            f"{path} is no story ({error.orig}): give the file that `twosource build --into` made"
        ) from error
    if marks.get("program") != schema.PROGRAM:
        raise NotAStory(f"{path} is another program's database: give the file that `twosource build --into` made")
    if marks.get("schema") != schema.SCHEMA_VERSION:
        raise NotAStory(
            f"{path} was made by twosource {marks.get('version', '?')}, which keeps stories in another form: "
            "build the story again from its pages, into a new file"
        )


def _engine(path: Path, mode: str) -> Engine:
    engine = create_engine("sqlite://", creator=_connector(path, mode), poolclass=StaticPool)
    event.listen(engine, "connect", _set_up_writing if mode != "ro" else _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _connector(path: Path, mode: str) -> Callable[[], sqlite3.Connection]:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return lambda: sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`: the driver would begin them too late
    connection.execute("PRAGMA foreign_keys = ON")


def _set_up_writing(connection: sqlite3.Connection, record: object) -> None:
    _set_up(connection, record)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: object) -> None:
    connection.exec_driver_sql("BEGIN")  # type: ignore[attr-defined]


def settle(engine: Engine) -> None:
    """Folds the write-ahead log into the story: one file to copy, or to read where nothing can be written."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        pass  # another program has the story open: the log stays beside it and is folded in by whoever closes last
    finally:
        raw.close()
