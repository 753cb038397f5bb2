"""From a page to an article: the body alone, with title, outlet, dates and credits as far as the page states them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec.structs import replace

from twosource.clean import credits, dates, problems  # noqa: A004 - as DESIGN names the file
from twosource.clean.body import read_html
from twosource.clean.bounds import CUT, bounded
from twosource.clean.decode import decode
from twosource.clean.draft import Draft
from twosource.clean.language import language
from twosource.clean.lines import squeeze
from twosource.clean.plain_text import read_text
from twosource.clean.titles import title_parts
from twosource.records import Article, Note, Page, Range, Witness
from twosource.settings import CleanSettings

__all__ = ["clean"]

_DOCUMENT = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
"""A whole HTML page, whatever the file is called."""

JOIN = "\n\n"
"""What stands between two paragraphs in the text of an article."""


def clean(page: Page, settings: CleanSettings = CleanSettings()) -> Article:
    """The article on `page`. What the page's row gave wins over what the page says; all dates found are in `dates`.

    A page that is no article (empty, an index, a cookie wall) gives one without text and with a `problem`. Raises
    UnreadablePage when the bytes are no text at all, and nothing else.
    """
    text = decode(page.content, page.encoding, html=page.media == "html")
    title = squeeze(page.given.title or "") or None
    html = page.media == "html" or _DOCUMENT.match(text[:1000]) is not None
    text, cut = bounded(text, html)
    if html:
        draft = read_html(text, page.given.url, settings.min_words)
    else:
        draft = read_text(text, title_parts(title, page.given.outlet)[0] if title else None, settings.min_words)
    article = _article(page, draft, title, settings)
    return _cut(article, cut) if cut else article


def _cut(article: Article, cut: str) -> Article:
    """`article` with a note, and a problem where it has one, that say that the page was not read to its end."""
    problem = problems.CUT.format(cut) if article.problem else None
    return replace(article, problem=problem, notes=(*article.notes, Note("editor", f"{CUT}{cut}")))


def _article(page: Page, draft: Draft, title: str | None, settings: CleanSettings) -> Article:
    given = page.given
    paragraphs, notes = _within(draft, settings.max_text)
    text, ranges = _joined(paragraphs)
    published = _published(given.published, draft.published, given.url)
    url = given.url or draft.url
    outlet = given.outlet or draft.outlet
    return Article(
        id=page.id,
        source_file=page.source,
        title=title_parts(title, outlet)[0] if title and outlet else title or draft.title,
        outlet=outlet or _domain(url),
        authors=draft.authors,
        published=published[0] if published else None,
        updated=draft.updated[0] if draft.updated else None,
        dates=published,
        dateline=credits.dateline(paragraphs[0]) if paragraphs else None,
        credit=draft.credit,
        language=language(text) or draft.language,
        url=url,
        text=text,
        paragraphs=ranges,
        comments=draft.comments,
        notes=notes,
        problem=draft.problem,
        kind="article" if draft.problem else draft.kind,
    )


def _within(draft: Draft, most: int) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """The paragraphs that fit into `most` characters, and the notes, with one that says so when some did not."""
    kept: list[str] = []
    left = most
    for paragraph in draft.paragraphs:
        if left <= 0:
            break
        kept.append(paragraph[:left])
        left -= len(paragraph) + len(JOIN)
    if left >= -len(JOIN):
        return tuple(kept), draft.notes
    return tuple(kept), (*draft.notes, Note("editor", f"{CUT}text cut after {most:,} characters"))


def _joined(paragraphs: tuple[str, ...]) -> tuple[str, tuple[Range, ...]]:
    ranges: list[Range] = []
    start = 0
    for paragraph in paragraphs:
        ranges.append((start, start + len(paragraph)))
        start += len(paragraph) + len(JOIN)
    return JOIN.join(paragraphs), tuple(ranges)


def _published(given: str | None, found: tuple[Witness, ...], url: str | None) -> tuple[Witness, ...]:
    """All statements of the publication date, best first: the row's, the page's, the one in the address."""
    row = dates.iso(given)
    address = dates.in_address(url)
    stated = [Witness(row, "row")] if row else []
    stated += [*found, *([Witness(address, "url")] if address and all(w.known_by != "url" for w in found) else [])]
    return tuple(dict.fromkeys(stated))


def _domain(url: str | None) -> str | None:
    """The name of the site that an address is on; None without an address."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None
