"""What an HTML page says of itself in its head: title, outlet, authors, dates, address; each with how it is known."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from htmldate import find_date
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from twosource.clean import credits, dates  # noqa: A004 - as DESIGN names the file
from twosource.clean.lines import INLINE_TAGS, squeeze, without_tags
from twosource.clean.titles import title_parts
from twosource.records import Witness

MAX_JSON = 500_000
"""Characters of one JSON-LD block that are read."""
MAX_NODES = 2_000
"""Objects of JSON-LD that are looked at."""

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle"
    " ReviewNewsArticle BlogPosting SocialMediaPosting LiveBlogPosting Report Posting AdvertiserContentArticle".split()
)

TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title")
OUTLET = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author")
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "dc.date.created", "pubdate", "publishdate", "publish-date", "publication_date",
    "published_time", "parsely-pub-date", "sailthru.date", "article.published", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "citation_publication_date",
    "dcsext.articlefirstpublished", "pdate", "displaydate", "ptime", "article:post_date", "article.created",
    "datecreated", "release_date", "news_publish_date",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "dc.date.modified", "article.updated", "utime", "modified", "updated_time", "dc.modified",
)  # fmt: skip
"""Names of meta elements, in the order in which they are believed."""


_NO_PERSON = re.compile(
    r"https?:|@|\d|\.com\b|\b(?:staff|editor|writer|reporter|correspondent|editorial|desk|bureau|team|admin|press|news"
    r"|agency|media|advance|contributor|columnist|international)\b",
    re.IGNORECASE,
)


_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page states; `published` best first."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[Witness, ...] = ()
    updated: tuple[Witness, ...] = ()
    url: str | None = None
    language: str | None = None
    body: str = ""
    """The body as the page's own data have it, for comparison only: often it is cut short."""


def read_head(tree: HtmlElement, url: str | None = None) -> Head:
    """What the page says of itself. `url` is its address if known from elsewhere."""
    metas = _metas(tree)
    article = _article(tree)
    canonical = _address(tree, metas)
    headings = [
        text for tag in ("h1", "h2", "h3") for h in tree.iter(tag) if (text := _cleared(h.text_content()[:500]))
    ]
    written = _cleared(tree.findtext(".//title") or "")
    outlet = _outlet(article, metas) or _site_heading(headings[:60], written)
    first = [text for h1 in tree.iter("h1") if (text := _cleared(h1.text_content()[:500]))]
    published, updated = _dates(tree, article, metas, url or canonical)
    return Head(
        title=_title(first + headings[:20], written, article, metas, outlet),
        outlet=outlet,
        authors=_authors(tree, article, metas),
        published=published,
        updated=updated,
        url=canonical,
        language=_language(tree),
        body=_body(article),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of each meta element by its name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = squeeze(meta.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content[:2000])
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


# --- JSON-LD ---------------------------------------------------------------------------------------------------------


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The first JSON-LD object that describes an article; empty when none does."""
    return next((node for node in objects(tree) if ARTICLE_TYPES & types(node)), {})


def objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page, in its order."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield from _nodes(_json(script.text[:MAX_JSON]))


def types(node: dict[str, Any]) -> frozenset[str]:
    """What a JSON-LD object says it is."""
    kinds = node.get("@type")
    return frozenset(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _json(text: str) -> object:
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->").rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    waiting = [value]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in node)


def _body(article: dict[str, Any]) -> str:
    stated = article.get("articleBody")
    return without_tags(html.unescape(stated[:MAX_JSON])) if isinstance(stated, str) else ""


def _text(value: object) -> str | None:
    """A JSON-LD value as text: itself, or the name of the object that it is."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return squeeze(re.sub(r"<[^<>]{0,200}>", "", value)) or None if isinstance(value, str) else None


# --- the parts -------------------------------------------------------------------------------------------------------


def _outlet(article: dict[str, Any], metas: dict[str, str]) -> str | None:
    name = _first(metas, OUTLET[:1]) or _text(article.get("publisher")) or _first(metas, OUTLET[1:])
    return None if name is None or name.startswith(("http", "//", "@")) or len(name) > 80 else name


def _title(
    headings: list[str], written: str, article: dict[str, Any], metas: dict[str, str], outlet: str | None
) -> str | None:
    """The title in the words of the page's own heading where one has them, for that is how readers see it."""
    stated = _text(article.get("headline")) or _first(metas, TITLE) or written
    stated = title_parts(_cleared(stated), outlet)[0] if stated else ""
    for heading in headings:
        if 2 <= len(heading.split()) <= 40 and stated and heading != outlet and _alike(heading, stated):
            return heading
    long = [heading for heading in headings if 4 <= len(heading.split()) <= 40]
    return stated or (long[0] if long else None)


def _site_heading(headings: list[str], written: str) -> str | None:
    """The site's name where it is a heading: the title element has it, and another heading as the rest."""
    for name in headings[:3]:
        rest = written.replace(name, "", 1).strip(" |:–—-»·•")
        if name in written and rest and rest != written and len(name.split()) <= 5 and rest in headings:
            return name
    return None


def _cleared(text: str) -> str:
    """`text` without markup that was written into it as text."""
    return squeeze(without_tags(text))


def _alike(a: str, b: str) -> bool:
    one, two = (set(re.findall(r"\w+", text.casefold())) for text in (a, b))
    return len(one & two) >= 0.6 * min(len(one), len(two)) if one and two else False


def _authors(tree: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    listed = article.get("author")
    names: list[str | None] = [_text(one) for one in (listed if isinstance(listed, list) else [listed])]
    if not any(names):
        names = [_first(metas, AUTHOR)]
    if not any(names):
        links = [link for link in tree.iter("a") if link.get("rel") == "author"]
        names = [squeeze(link.text_content()[:100]) for link in links[:4]]
    split = [part for name in names if name for part in re.split(r"\s*(?:,|;|\||/|\band\b|&)\s*", name)]
    return tuple(dict.fromkeys(name for part in split if (name := _person(part))))


def _person(text: str) -> str | None:
    """A name as an author's: without "By", roles and agencies left out, CAPITALS as in running text."""
    name = re.sub(r"^(?:analysis |story |opinion |words )?by\s+", "", text.strip(), flags=re.IGNORECASE).strip(" .")
    if not 2 <= len(name) <= 60 or _NO_PERSON.search(name) or name.upper() in credits.AGENCY_NAMES:
        return None
    return name.title() if name.isupper() and " " in name else name


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    found = next((href for href in links if href), None) or metas.get("og:url")
    return found.strip()[:2000] if found and re.match(r"https?://[^\s<>\"]+$", found.strip()) else None


def _language(tree: HtmlElement) -> str | None:
    code = tree.get("lang") or ""
    return code[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", code) else None


def _dates(
    tree: HtmlElement, article: dict[str, Any], metas: dict[str, str], url: str | None
) -> tuple[tuple[Witness, ...], tuple[Witness, ...]]:
    created = _text(article.get("datePublished")) or _text(article.get("dateCreated"))
    found: list[tuple[str | None, str]] = [(created, "json-ld")]
    found += [(metas[name], "meta") for name in PUBLISHED if name in metas][:3]
    found += [(time.get("datetime"), "html") for time in tree.iter("time") if _is_publication(time)][:1]
    found.append((dates.in_address(url), "url"))
    published = [Witness(value, known_by) for text, known_by in found if (value := dates.iso(text))]
    changed: list[tuple[str | None, str]] = [(_text(article.get("dateModified")), "json-ld")]
    changed += [(metas[name], "meta") for name in UPDATED if name in metas][:1]
    updated = [Witness(value, known_by) for text, known_by in changed if (value := dates.iso(text))]
    first = published[0].value if published else None
    return tuple(dict.fromkeys(published)), tuple(dict.fromkeys(w for w in updated if w.value != first))


def _is_publication(time: HtmlElement) -> bool:
    said = f"{time.get('itemprop')} {time.get('class')}".lower()
    return "publi" in said or time.get("pubdate") is not None


# --- what readers see about the body ---------------------------------------------------------------------------------

ABOVE, INTO, ABOUT_END, BELOW = 6, 9, 3, 9
"""Lines above the title, into the body, before its last line and below it, in which a date or byline may stand."""
LONGEST_HEAD = 30
"""Lines between a title and its body."""
UNSEEN = frozenset(("head", "script", "style", "noscript", "template", "select", "svg", "iframe", "button", "textarea"))
INLINE = frozenset(INLINE_TAGS.split("|"))


def lines_about(tree: HtmlElement, title: str | None, body: Sequence[str]) -> list[str]:
    """The page's visible lines about its title, the head of its `body` (paragraphs) and its foot, in its order."""
    lines = visible_lines(tree)
    keys = [_key(line) for line in lines]
    named = _key(title or "")
    first = next((i for line in body[:3] if (i := _place(keys, _key(line), 0))), _place(keys, named, 0))
    last = _place(keys, _key(body[-1]), first)
    above = (i for i in range(first, max(-1, first - LONGEST_HEAD), -1) if named and keys[i] == named)
    start = max(0, next(above, first - LONGEST_HEAD // 2) - ABOVE)
    if last - first <= INTO + ABOUT_END:
        return lines[start : last + BELOW]
    return lines[start : first + INTO] + lines[last - ABOUT_END : last + BELOW]


def visible_lines(tree: HtmlElement) -> list[str]:
    """What is written on the page, a line for each block of its markup."""
    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in UNSEEN:
                walk.skip_subtree()
                continue
            if element.tag not in INLINE:
                pieces.append("\n")
            pieces.append(_in_line(element.text))
            continue
        if event == "end" and element.tag not in INLINE:
            pieces.append("\n")
        pieces.append(_in_line(element.tail))
    return [line for line in map(squeeze, "".join(pieces).split("\n")) if line]


def _in_line(text: str | None) -> str:
    """`text` as a browser sets it: its line breaks are blanks."""
    return " ".join(text.split("\n")) if text else ""


def _place(keys: list[str], key: str, after: int) -> int:
    """Where the line stands that begins with `key`; `after` where none does."""
    return next((i for i in range(after, len(keys)) if keys[i].startswith(key)), after) if key else after


def _key(text: str) -> str:
    return _LETTERS.sub("", text[:300])[:40].casefold()


def visible_date(tree: HtmlElement, url: str | None) -> str | None:
    """The publication day by htmldate's rules for markup. It has no view of the file or of today's date, but for
    refusing days to come; its search through all of the text is off, for a date in prose is no publication date."""
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=date.max.isoformat())
    except Exception:  # a page that a library cannot read states no date: any error of it is that
        return None
    return found if isinstance(found, str) else None


def parse(text: str) -> HtmlElement | None:
    """The tree of an HTML page; None when there is nothing in it. Depth is bounded by the parser (256 levels)."""
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8")
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except Exception:  # lxml raises several kinds on empty and on damaged pages, all of which mean this
        return None
    return tree if isinstance(tree, HtmlElement) else None
