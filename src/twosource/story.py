"""The main path. A story goes one way: gather, clean, annotate, resolve, compare. Read `build`, and you know it all.

Each step asks the store what is left to do, does it, and keeps it: stopped anywhere, the next build goes on from
there, and a build with more pages adds them to what is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from twosource import run
from twosource.errors import NothingToRead
from twosource.records import (
    Article,
    AttributionView,
    Chronology,
    Comparison,
    Entity,
    Finding,
    Hit,
    Judgement,
    NameView,
    Page,
    Problem,
    Reading,
    Resolution,
    SourceView,
    TimelineItem,
    content_id,
)
from twosource.run import steps
from twosource.run.versions import code_version
from twosource.settings import Settings

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from twosource.store import Counts, Store

T = TypeVar("T")

Progress = Callable[[str, int, int | None], None]
"""Called with the stage, how much of it is done, and how much there is to do (None while that is not known)."""

BATCH = 32
"""Pages kept in one transaction."""


def no_progress(_stage: str, _done: int, _total: int | None) -> None:
    """Says nothing."""


class Story:
    """One story: built from pages, kept in one file, and looked at. Use it as a context manager, or `close` it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self.settings = settings

    @classmethod
    def build(
        cls,
        paths: Sequence[Path | str] | Path | str,
        into: Path | str,
        settings: Settings | None = None,
        workers: int | None = None,
        progress: Progress = no_progress,
    ) -> Self:
        """The story of these files and folders and of what is in the file `into` already, made there when it is none.

        Without `settings` those of the last build hold. `workers` is the number of processes, None for what fits the
        number of pages; it does not change the result. A page that cannot be read is among `problems()`.
        Raises InputError for a path that does not exist, NothingToRead when there is no page at all, NotAStory.
        """
        from twosource.gather import gather, labels
        from twosource.store import Store

        named = [Path(path) for path in ([paths] if isinstance(paths, Path | str) else paths)]
        under = labels(named)  # looks for the paths, before a file is made
        store = Store.create_or_open(Path(into))
        story = cls(store, _settings(store, settings))
        try:
            store.forget_gathering(under)
            story._gather(gather(named, story.settings.gather, without=Path(into)), progress)
            story._clean(workers, progress)
            story._annotate(workers, progress)
            story._conclude(progress)
        except BaseException:
            story.close()
            raise
        return story

    @classmethod
    def open(cls, path: Path | str, *, judging: bool = False) -> Self:
        """The story in a file; `judging` for one to which judgements are added. Raises NoStory, NotAStory."""
        from twosource.store import Store

        store = Store.open(Path(path), writing=judging)
        return cls(store, _settings(store, None))

    # --- building, stage by stage ------------------------------------------------------------------------------------

    def _gather(self, items: Iterator[Page | Problem], progress: Progress) -> None:
        known = self._store.known_sources()
        new = (item for item in items if not _is_kept(item, known))
        _keep(_counted("gather", (_unless_known(item, known) for item in new), None, progress), self._store.add_pages)
        if not self._store.counts().pages:
            reasons = "; ".join(f"{problem.source}: {problem.message}" for problem in self._store.problems()[:3])
            raise NothingToRead(f"no page to read ({reasons or 'nothing was given'})")

    def _clean(self, workers: int | None, progress: Progress) -> None:
        version = content_id(code_version("clean"), self.settings.clean)
        todo = self._store.to_clean(version)
        work = partial(steps.clean_page, settings=self.settings.clean)
        made = run.mapped(work, self._store.pages(todo), run.workers_for(len(todo), workers), steps.page_lost)
        _keep(_counted("clean", made, len(todo), progress), partial(self._store.save_articles, made_by=version))

    def _annotate(self, workers: int | None, progress: Progress) -> None:
        version = content_id(code_version("annotate"), msgspec.structs.replace(self.settings.annotate, threads=1))
        todo = self._store.to_annotate(version)
        work = partial(steps.annotate_article, settings=self.settings.annotate)
        made = run.mapped(work, self._store.articles(todo), run.workers_for(len(todo), workers), steps.article_lost)
        _keep(_counted("annotate", made, len(todo), progress), partial(self._store.save_annotations, made_by=version))

    def _conclude(self, progress: Progress) -> None:
        code = (code_version("resolve"), code_version("compare"))
        state, judgements = self._store.reading_state(), self._store.judgements()
        version = content_id(code, self.settings, state, [judgement.id for judgement in judgements])
        if self._store.results_made_by() == version:
            return
        from twosource.compare import compare
        from twosource.resolve import resolve

        with run.uncollected():
            readings = self._store.readings()
            resolution = resolve(readings, self.settings.resolve, judgements, partial(progress, "resolve"))
            progress("compare", 0, 1)
            comparison = compare(readings, resolution, self.settings.compare)
            progress("compare", 1, 1)
        self._store.save_results({"resolution": resolution, **_parts(comparison)}, version, state)

    # --- judging -----------------------------------------------------------------------------------------------------

    def judge(self, *judgements: Judgement, progress: Progress = no_progress) -> None:
        """Keeps what a person decided and makes the story anew with it; `twosource.review` makes judgements."""
        self.keep(*judgements)
        self._conclude(progress)

    def keep(self, *judgements: Judgement) -> None:
        """Keeps what a person decided, for the next build or `judge` to apply."""
        for judgement in judgements:
            self._store.judge(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in the order in which they did; the withdrawn ones too."""
        return self._store.judgements()

    # --- looking -----------------------------------------------------------------------------------------------------

    def timeline(self) -> tuple[TimelineItem, ...]:
        """What happened, in the order of its dates, each line with every report that tells it."""
        return self._store.result("timeline", tuple[TimelineItem, ...])

    def attributions(self) -> tuple[AttributionView, ...]:
        """Who said what."""
        return self._store.result("attributions", tuple[AttributionView, ...])

    def names(self) -> tuple[NameView, ...]:
        """Who and what is named, with every spelling."""
        return self._store.result("names", tuple[NameView, ...])

    def chronology(self, name: str) -> Chronology:
        """A name's spellings, and its events and words in order of time. `name`: as shown or spelled, or its id.

        What is no name (a product, a law) is found by its words. Raises JudgementError where no page has it, with the
        names near it, and for a name that several have.
        """
        from twosource.following import followed

        return followed(self, name)

    def entities(self) -> tuple[Entity, ...]:
        """As `names`, with every mention and the reason of every link."""
        return self.resolution().entities

    def findings(self) -> tuple[Finding, ...]:
        """Where reports agree, differ, dispute, revise or copy."""
        return self._store.result("findings", tuple[Finding, ...])

    def sources(self) -> tuple[SourceView, ...]:
        """Every page that could be cleaned, as a source; those that are no article come last, with the reason."""
        views = self._store.result("sources", tuple[SourceView, ...])
        shown = {view.article for view in views}
        rest = (article for article in self._store.articles() if article.id not in shown)
        return (*views, *sorted((_no_source(article) for article in rest), key=lambda view: view.source_file))

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Sentences with all the words of `query`, best first: `"a phrase"`, `begin*`. Any query is valid."""
        return self._store.search(query, limit)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, and why."""
        return self._store.problems()

    def articles(self, ids: Collection[str] | None = None) -> Iterator[Article]:
        """Every page that could be cleaned, or those of `ids`; `article.text[start:end]` is what a receipt quotes."""
        return self._store.articles(None if ids is None else sorted(ids))

    def page(self, page_id: str) -> Page | None:
        """One page as it came in, None when there is none."""
        return next(self._store.pages([page_id]), None)

    def readings(self, ids: Collection[str] | None = None) -> tuple[Reading, ...]:
        """Articles with what was read in them: all, or those of `ids`."""
        return self._store.readings(ids)

    def resolution(self) -> Resolution:
        """All that was resolved across the story."""
        return self._store.result("resolution", Resolution)

    def comparison(self) -> Comparison:
        """All the views of the story at once: what an export is made from."""
        return Comparison(self.timeline(), self.findings(), self.attributions(), self.names(), self.sources())

    def counts(self) -> Counts:
        """How much the story holds."""
        return self._store.counts()

    def to_arrow(self) -> pa.Table:
        """The timeline as a table of pyarrow, one row a report under the columns of the CSV. Needs pyarrow."""
        from twosource import notebook

        return notebook.as_arrow(self)

    def to_pandas(self) -> pd.DataFrame:
        """The same as a data frame of pandas. Needs pyarrow and pandas."""
        from twosource import notebook

        return notebook.as_pandas(self)

    def _repr_html_(self) -> str:
        """How a notebook shows a story: its timeline as a table."""
        from twosource import notebook

        return notebook.as_html(self)

    def version(self) -> str:
        """What the results were made by and from: it changes whenever they may have; "" before there are any."""
        return self._store.results_made_by() or ""

    def is_finished(self) -> bool:
        """Whether the last build came to its end. What a story shows is else what the one before it made, if any."""
        return self._store.is_concluded()

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the file itself: () when nothing is."""
        return self._store.faults()

    def close(self) -> None:
        """Leaves one whole file behind."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _settings(store: Store, asked: Settings | None) -> Settings:
    """The settings asked for, kept with the story; else those kept with it."""
    if asked is not None:
        store.mark("settings", msgspec.json.encode(asked).decode())
        return asked
    kept = store.mark("settings")
    return msgspec.json.decode(kept, type=Settings) if kept else Settings()


def _is_kept(item: Page | Problem, known: dict[str, str]) -> bool:
    return isinstance(item, Page) and known.get(item.id) == item.source


def _unless_known(item: Page | Problem, known: dict[str, str]) -> Page | Problem:
    if isinstance(item, Problem) or item.id not in known:
        return item
    message = f"the same page as {known[item.id]}, which the story has already"
    return Problem(item.source, "gather", "duplicate", message)


def _keep(items: Iterable[T], save: Callable[[list[T]], None]) -> None:
    """Saves items in batches as they come; what came before an interruption is saved too."""
    batch: list[T] = []
    try:
        for item in items:
            batch.append(item)
            if len(batch) == BATCH:
                save(batch)
                batch.clear()
    finally:
        if batch:
            save(batch)


def _counted(stage: str, items: Iterable[T], total: int | None, progress: Progress) -> Iterator[T]:
    progress(stage, 0, total)
    for done, item in enumerate(items, 1):
        yield item
        progress(stage, done, total)


def _parts(comparison: Comparison) -> dict[str, object]:
    return {name: getattr(comparison, name) for name in comparison.__struct_fields__}


def _no_source(article: Article) -> SourceView:
    """A page that is no article, as a source: what it says of itself, and why nothing was read in it."""
    published = article.published
    return SourceView(
        article=article.id,
        source_file=article.source_file,
        outlet=article.outlet,
        title=article.title,
        published=published.value if published else None,
        published_known_by=published.known_by if published else None,
        date="",
        date_reason="no article was read here",
        credit=article.credit,
        words=len(article.text.split()),
        copies_from=(),
        problem=article.problem or "it could not be read: `twosource doctor` says why",
    )
