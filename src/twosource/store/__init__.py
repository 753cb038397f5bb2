"""The store: one story in one SQLite file, written in batches of whole transactions, so that stopping loses nothing.

It keeps what each stage made beside what it was made from, and tells a build what is left to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, and_, delete, func, insert, or_, select
from sqlalchemy.exc import OperationalError

from twosource.errors import NotAStory, StoreError
from twosource.records import Annotations, Article, Given, Hit, Judgement, Page, Problem, Range, Reading, content_id
from twosource.store import opening, search
from twosource.store.schema import annotated, articles, judgements, meta, pages, problems, results, sentences

T = TypeVar("T")

READ = annotated.c.article == articles.c.id
"""What joins an article to what was read in it."""
CONCLUDED = "concluded"
"""The mark of what the results were made from."""
FETCHED_AT_ONCE = 50
"""Rows held while a stage works through many: pages are up to 10 MB each."""


class Counts(NamedTuple):
    """How much a story holds."""

    pages: int
    articles: int
    read: int
    sentences: int
    problems: int


class Store:
    """One story's file. Made by `create_or_open` or `open`; use it as a context manager, or `close` it."""

    def __init__(self, engine: Engine, path: Path, *, writing: bool) -> None:
        self._engine = engine
        self._writing = writing
        self.path = path

    @classmethod
    def create_or_open(cls, path: Path) -> Self:
        """The story at `path` to write to, made when there is none. Raises InputError, StoreError, NotAStory."""
        return cls(opening.create_or_open(path), path, writing=True)

    @classmethod
    def open(cls, path: Path, *, writing: bool = False) -> Self:
        """The story at `path`. Raises NoStory, NotAStory."""
        return cls(opening.open_story(path, writing=writing), path, writing=writing)

    def close(self) -> None:
        """Leaves one whole file behind."""
        if self._writing:
            opening.settle(self._engine)
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- pages and problems ------------------------------------------------------------------------------------------

    def known_sources(self) -> dict[str, str]:
        """The source of every page, by page id."""
        with self._engine.connect() as connection:
            return {row.id: row.source for row in connection.execute(select(pages.c.id, pages.c.source))}

    def add_pages(self, items: Sequence[Page | Problem]) -> None:
        """Adds new pages and gather's problems, in one transaction."""
        rows = [_page_row(item) for item in items if isinstance(item, Page)]
        with self._transaction() as connection:
            if rows:
                connection.execute(insert(pages), rows)
            for item in items:
                if isinstance(item, Problem):
                    connection.execute(insert(problems).values(msgspec.structs.asdict(item)))

    def forget_gathering(self, labels: Iterable[str]) -> None:
        """Drops gather's problems with what is about to be read again: these names and all that lies under them."""
        with self._transaction() as connection:
            for label in labels:
                under = or_(*(problems.c.source.startswith(label + mark, autoescape=True) for mark in "/#"))
                here = or_(problems.c.source == label, under)
                connection.execute(delete(problems).where(problems.c.stage == "gather", here))

    def problems(self) -> tuple[Problem, ...]:
        """Every problem, by source."""
        order = (problems.c.source, problems.c.stage, problems.c.id)
        with self._engine.connect() as connection:
            rows = connection.execute(select(problems).order_by(*order))
            return tuple(Problem(row.source, row.stage, row.kind, row.message) for row in rows)

    # --- articles ----------------------------------------------------------------------------------------------------

    def to_clean(self, made_by: str) -> list[str]:
        """Ids of the pages that this version has not cleaned."""
        missing = or_(articles.c.id.is_(None), articles.c.made_by != made_by)
        return self._ids(select(pages.c.id).outerjoin(articles).where(missing).order_by(pages.c.id))

    def pages(self, ids: Sequence[str]) -> Iterator[Page]:
        """The pages of those of these ids that are known, in this order, a few held at a time."""
        for part in _parts(ids):
            with self._engine.connect() as connection:
                rows = {row.id: row for row in connection.execute(select(pages).where(pages.c.id.in_(part)))}
            for row in (rows[page] for page in part if page in rows):
                given = msgspec.json.decode(row.given, type=Given)
                yield Page(row.id, row.source, row.sha256, row.media, row.content, given, row.encoding)

    def save_articles(self, made: Sequence[tuple[str, Article | None, Problem | None]], made_by: str) -> None:
        """Keeps what became of pages, in one transaction; None for a page that could not be cleaned at all."""
        with self._transaction() as connection:
            for page, article, problem in made:
                _replace(connection, articles, articles.c.id == page, _article_row(page, article, made_by))
                _set_problem(connection, page, "clean", problem)

    def articles(self, ids: Sequence[str] | None = None) -> Iterator[Article]:
        """Articles by id, in the order given, or all by id; those that are no article (`problem`) among them."""
        for part in _parts(self._ids(select(articles.c.id).order_by(articles.c.id)) if ids is None else ids):
            query = select(articles.c.id, articles.c.record).where(articles.c.id.in_(part))
            with self._engine.connect() as connection:
                records = {row.id: row.record for row in connection.execute(query)}
            yield from (self._decode(records[one], Article) for one in part if records.get(one))

    # --- annotations -------------------------------------------------------------------------------------------------

    def to_annotate(self, made_by: str) -> list[str]:
        """Ids of the articles that this version has not read, or that were cleaned anew since."""
        current = and_(annotated.c.made_by == made_by, annotated.c.made_from == articles.c.digest)
        missing = or_(annotated.c.article.is_(None), ~current)
        proper = and_(articles.c.record.is_not(None), articles.c.problem.is_(None))
        return self._ids(
            select(articles.c.id).outerjoin(annotated, READ).where(proper, missing).order_by(articles.c.id)
        )

    def save_annotations(
        self, made: Sequence[tuple[Article, Annotations | None, Problem | None]], made_by: str
    ) -> None:
        """Keeps what was read in articles and indexes their sentences, in one transaction; None where it failed."""
        with self._transaction() as connection:
            for article, read, problem in made:
                row = {"article": article.id, "made_by": made_by, "made_from": _digest(article), "record": _json(read)}
                _replace(connection, annotated, annotated.c.article == article.id, row)
                _index(connection, article, read)
                _set_problem(connection, article.id, "annotate", problem)

    def readings(self, ids: Collection[str] | None = None) -> tuple[Reading, ...]:
        """Every article that could be read, with what was read in it, by id; only these when `ids` are given."""
        query = (
            select(articles.c.record, annotated.c.record)
            .join(annotated, READ)
            .where(articles.c.problem.is_(None), articles.c.record.is_not(None), annotated.c.record.is_not(None))
            .order_by(articles.c.id)
        )
        parts = [None] if ids is None else list(_parts(sorted(ids)))
        with self._engine.connect() as connection:
            asked = (query if part is None else query.where(articles.c.id.in_(part)) for part in parts)
            rows = [row for one in asked for row in connection.execute(one)]
        return tuple(Reading(self._decode(a, Article), self._decode(b, Annotations)) for a, b in rows)

    def reading_state(self) -> str:
        """Changes whenever `readings` may have changed."""
        columns = (annotated.c.article, annotated.c.made_by, annotated.c.made_from, articles.c.problem)
        query = select(*columns).join(articles, READ).order_by(annotated.c.article)
        with self._engine.connect() as connection:
            return content_id([list(row) for row in connection.execute(query)])

    # --- results, settings, judgements -------------------------------------------------------------------------------

    def save_results(self, records: dict[str, object], made_by: str, made_from: str) -> None:
        """Keeps the story's results, all in one transaction; `made_from` is the `reading_state` that they are of."""
        with self._transaction() as connection:
            _replace(connection, meta, meta.c.key == CONCLUDED, {"key": CONCLUDED, "value": made_from})
            for name, record in records.items():
                row = {"name": name, "made_by": made_by, "record": _json(record)}
                _replace(connection, results, results.c.name == name, row)

    def result(self, name: str, kind: type[T]) -> T:
        """One result. Raises StoreError for a story whose build was never finished."""
        with self._engine.connect() as connection:
            record = connection.execute(select(results.c.record).where(results.c.name == name)).scalar()
        if record is None:
            advice = f"`twosource build PAGES --into {self.path}`, with its pages, finishes it"
            raise StoreError(f"the story in {self.path} is not finished: its build was stopped; {advice}")
        return self._decode(record, kind)

    def results_made_by(self) -> str | None:
        """The version and input that the results are of; None when there are none."""
        with self._engine.connect() as connection:
            found = connection.execute(select(results.c.made_by).distinct()).scalars().all()
        return found[0] if len(found) == 1 else None

    def is_concluded(self) -> bool:
        """Whether the results are of every page that the story has: not where a build was stopped before its end."""
        unclean = select(pages.c.id).outerjoin(articles).where(articles.c.id.is_(None))
        proper = and_(articles.c.record.is_not(None), articles.c.problem.is_(None))
        missing = or_(annotated.c.article.is_(None), annotated.c.made_from != articles.c.digest)
        unread = select(articles.c.id).outerjoin(annotated, READ).where(proper, missing)
        if any(self._ids(query.limit(1)) for query in (unclean, unread)):
            return False
        return self.results_made_by() is not None and self.mark(CONCLUDED) == self.reading_state()

    def mark(self, key: str, value: str | None = None) -> str | None:
        """Sets a note about the story as a whole, or reads it."""
        if value is None:
            with self._engine.connect() as connection:
                return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
        with self._transaction() as connection:
            _replace(connection, meta, meta.c.key == key, {"key": key, "value": value})
        return value

    def judge(self, judgement: Judgement) -> None:
        """Appends what a person decided. There is no way to change or remove it: another judgement supersedes it."""
        with self._transaction() as connection:
            connection.execute(insert(judgements).values(id=judgement.id, record=_json(judgement)))

    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in the order in which they did."""
        with self._engine.connect() as connection:
            records = connection.execute(select(judgements.c.record).order_by(judgements.c.place)).scalars().all()
        return tuple(self._decode(record, Judgement) for record in records)

    # --- looking -----------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """Sentences with all the words of a query, best first. Any query is valid; one without a word finds nothing."""
        with self._engine.connect() as connection:
            found = list(search.found(connection, query, limit))
        by_id = {article.id: article for article in self.articles(sorted({row[0] for row in found}))}
        return tuple(_hit(by_id[row[0]], *row[1:]) for row in found)

    def counts(self) -> Counts:
        """How much the story holds."""
        proper = (
            select(func.count())
            .select_from(articles)
            .where(articles.c.record.is_not(None), articles.c.problem.is_(None))
        )
        read = (
            select(func.count())
            .select_from(annotated.join(articles, READ))
            .where(annotated.c.record.is_not(None), articles.c.problem.is_(None))
        )
        queries = (select(func.count()).select_from(pages), proper, read)
        rest = tuple(select(func.count()).select_from(table) for table in (sentences, problems))
        with self._engine.connect() as connection:
            return Counts(*(connection.execute(query).scalar_one() for query in (*queries, *rest)))

    def faults(self) -> tuple[str, ...]:
        """What the database finds wrong with itself: () when nothing is."""
        with self._engine.connect() as connection:
            rows = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars().all()
        return tuple(row for row in rows if row != "ok")

    # --- inside ------------------------------------------------------------------------------------------------------

    def _ids(self, query: Select[tuple[str]]) -> list[str]:
        with self._engine.connect() as connection:
            return [str(one) for one in connection.execute(query).scalars()]

    def _decode(self, record: str, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(record, type=kind)
        except msgspec.ValidationError as error:
            advice = f"`twosource build --into {self.path}` brings it up to date"
            raise NotAStory(f"{self.path} was made by another version of twosource ({error}); {advice}") from error

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except OperationalError as error:
            reason = f"{self.path} cannot be written ({error.orig})"
            raise StoreError(f"{reason}: is another build at work on it, or the disk full?") from error


def _json(record: object) -> str | None:
    return None if record is None else msgspec.json.encode(record).decode()


def _digest(article: Article) -> str:
    return content_id(article)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + FETCHED_AT_ONCE] for start in range(0, len(ids), FETCHED_AT_ONCE))


def _replace(connection: Connection, table: Table, where: ColumnElement[bool], row: dict[str, str | None]) -> None:
    connection.execute(delete(table).where(where))
    connection.execute(insert(table).values(row))


def _page_row(page: Page) -> dict[str, object]:
    return {
        "id": page.id,
        "source": page.source,
        "sha256": page.sha256,
        "media": page.media,
        "encoding": page.encoding,
        "given": _json(page.given),
        "content": page.content,
    }


def _article_row(page: str, article: Article | None, made_by: str) -> dict[str, str | None]:
    return {
        "id": page,
        "made_by": made_by,
        "record": _json(article),
        "digest": _digest(article) if article else None,
        "problem": article.problem if article else None,
    }


def _set_problem(connection: Connection, page: str, stage: str, problem: Problem | None) -> None:
    """Makes this the one problem of a page at a stage, or takes away the one it had."""
    connection.execute(delete(problems).where(problems.c.page == page, problems.c.stage == stage))
    if problem:
        connection.execute(insert(problems).values(page=page, **msgspec.structs.asdict(problem)))


def _index(connection: Connection, article: Article, read: Annotations | None) -> None:
    """Puts an article's sentences in place of those it had."""
    connection.execute(delete(sentences).where(sentences.c.article == article.id))
    rows = [
        {"article": article.id, "start": start, "end": end, "text": search.indexable(article.text[start:end])}
        for start, end in (read.sentences if read else ())
    ]
    if rows:
        connection.execute(insert(sentences), rows)


def _hit(article: Article, start: int, end: int, snippet: str, marks: tuple[Range, ...]) -> Hit:
    return Hit(
        article=article.id,
        source_file=article.source_file,
        outlet=article.outlet,
        published=article.published.value if article.published else None,
        start=start,
        end=end,
        quote=article.text[start:end],
        snippet=snippet,
        marks=marks,
    )
