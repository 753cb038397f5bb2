"""One page through one stage. Whatever goes wrong in it becomes that page's problem, and the rest goes on.

These are the functions that a pool's processes are handed. The stages are imported when the first page comes: reading a
finished story needs none of them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.errors import SettingsError, UnreadablePage
from twosource.records import Annotations, Article, Page, Problem
from twosource.settings import AnnotateSettings, CleanSettings

Made = tuple[str, Article | None, Problem | None]
"""What became of a page: its id, its article if its bytes are text, its problem if it is none or could not be read."""
Read = tuple[Article, Annotations | None, Problem | None]
"""What became of an article: itself, what was read in it, or the problem that kept us from that."""


def clean_page(page: Page, settings: CleanSettings) -> Made:
    """Cleans a page."""
    from twosource.clean import clean

    try:
        article = clean(page, settings)
        msgspec.json.encode(article)  # half a character in a text would stop the whole batch when it is stored
    except UnreadablePage as error:
        return page.id, None, Problem(page.source, "clean", error.kind, str(error))
    except Exception as error:
        return page.id, None, crash(page.source, "clean", error)
    return page.id, article, _to_note(article)


def _to_note(article: Article) -> Problem | None:
    """What `doctor` is to say of an article: that it is none, not read to its end, or more than one report."""
    from twosource.clean.bounds import CUT
    from twosource.clean.kinds import TOLD

    if article.problem:
        return Problem(article.source_file, "clean", "no article", article.problem)
    for note in article.notes:
        if note.text.startswith(CUT):
            return Problem(article.source_file, "clean", "cut", f"{note.text.removeprefix(CUT)}: the rest was not read")
    return Problem(article.source_file, "clean", *TOLD[article.kind]) if article.kind in TOLD else None


def annotate_article(article: Article, settings: AnnotateSettings) -> Read:
    """Reads an article."""
    from twosource.annotate import annotate

    try:
        read = annotate(article, settings)
        msgspec.json.encode(read)
    except SettingsError:
        raise
    except Exception as error:
        return article, None, crash(article.source_file, "annotate", error)
    return article, read, None


def page_lost(page: Page, reason: str) -> Made:
    """What becomes of a page whose process died."""
    return page.id, None, Problem(page.source, "clean", "crash", f"{reason}; the page was left out")


def article_lost(article: Article, reason: str) -> Read:
    """What becomes of an article whose process died."""
    return article, None, Problem(article.source_file, "annotate", "crash", f"{reason}; the page was left out")


def crash(source: str, stage: Literal["clean", "annotate"], error: Exception) -> Problem:
    """A fault of ours in one page. The type of the exception tells more than its text, which may be empty."""
    detail = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Problem(source, stage, "crash", f"twosource failed on this page ({detail}): please report it with the page")
