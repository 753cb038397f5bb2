"""What sort of page an article is from: one report, a live blog, or several articles one under another.

A page is marked only where its own words or its markup leave little doubt: a wrong mark is worse than a missing one.
Lists of teasers are no digest: they are no article at all (see `problems`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from lxml.html import HtmlElement

from twosource.clean import credits, dates, metadata  # noqa: A004 - as DESIGN names the file
from twosource.clean.blocks import Block, word_count
from twosource.clean.lines import squeeze
from twosource.records import ArticleKind

ENTRIES, ENTRIES_SAID = 5, 3
"""Entries that show a live blog; fewer do where the page's title says that it is one."""
ENTRY_WORDS, ENTRY_WORDS_SAID = 30, 12
"""Running text that the middle entry holds at least: teasers in lists of news have less."""
FILLED = 12
"""An entry with fewer words holds a picture or a link; it counts for nothing."""
SHARE = 0.6
"""Of the body's running text this much stands in the entries, or in the articles of a digest."""
IN_ORDER = 0.8
"""Of the entries this many follow each other in time: somebody's clock jumps, and a day ends at midnight."""
DIGEST_WORDS = 60
"""A whole report is longer; WordPress cuts its teasers after 55 words."""
HEAD_LINES = 4
"""Lines between a headline and its text: a date, a byline, a counter, a section."""
MOST = 500
"""Elements of a kind that are looked at on one page."""
LIVE = "LiveBlogPosting"
"""What schema.org calls a live blog."""

TOLD: dict[ArticleKind, tuple[str, str]] = {
    "live": (
        "live blog",
        "this is a live blog, read as one text; its entries are of many hours, and no one date holds for all; give the "
        "day's reports too",
    ),
    "digest": (
        "digest",
        "several articles stand on this page, read as one text; it is a digest, or more were loaded below the first; "
        "save each by itself",
    ),
}
"""What the table of problems says of such a page: a word, and what happened, why, and what to do."""

_SAYS_LIVE = re.compile(
    r"\blive[ -]?(?:blog|ticker)\b|\blive (?:updates?|coverage|news|report(?:ing)?|text)\b|\bas it happened\b"
    r"|\bminute[ -]by[ -]minute\b|^live\s?[:|–—-]|[:|–—-]\s?live$|\ben direct\b|\bminuto a minuto\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:(?:first |last )?(?:posted|published|updated|added|entry|time)?(?: at)?[ :]{0,2})"
    r"(?P<hour>[01]?\d|2[0-3])(?:(?P<dot>[:.h])(?P<minute>[0-5]\d)(?![\d.:]))?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"(?P<zone>\s?\(?(?-i:[A-Z]{2,4})\b\)?)?(?P<rest>.{0,3})",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d(?:[:.hT]\d\d| ?[ap]\.?m)", re.IGNORECASE)
_MORE = re.compile(r"\b(?:read|see|view|show) (?:more|on|full)\b|\bcontinue reading\b|\[?…\]?$", re.IGNORECASE)
_REPLY = re.compile(r"reply|quote|report(?: abuse)?|permalink|upvote|like", re.IGNORECASE)
_READERS = re.compile(r"comment|repl(?:y|ies)\b|discuss|disqus|respond|related|recommend|sidebar", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")


class Head(NamedTuple):
    """The head of an entry: where it stands, and when it says the entry was written."""

    line: int
    day: str
    """ISO day, "" where none stands there."""
    minute: int
    """Of the day."""


# --- stripped text ---------------------------------------------------------------------------------------------------


def of_lines(page: Sequence[Block], kept: Sequence[int], title: str | None) -> ArticleKind:
    """What sort of page has the lines `page` of which `kept` are the body."""
    if not kept:
        return "article"
    if _is_live_text(page, kept, says_live(title)):
        return "live"
    return "digest" if _is_digest_text(page, kept) else "article"


def says_live(title: str | None) -> bool:
    """Whether a title announces a live blog."""
    return bool(title and _SAYS_LIVE.search(title))


def _is_live_text(page: Sequence[Block], kept: Sequence[int], said: bool) -> bool:
    first = max(0, kept[0] - HEAD_LINES)
    heads = [head for index in range(first, kept[-1] + 1) if (head := _entry_head(index, page[index]))]
    if len(heads) < ENTRIES_SAID:
        return False
    inside = set(kept)
    ends = [*(head.line for head in heads[1:]), kept[-1] + 1]
    texts = [[i for i in range(head.line, end) if i in inside] for head, end in zip(heads, ends, strict=True)]
    words = [sum(page[i].words for i in text if page[i].label in ("prose", "sentence")) for text in texts]
    total = sum(page[i].words for i in kept if page[i].label in ("prose", "sentence"))
    last = texts[-1]
    words[-1] = min(words[-1], 4 * max(words[:-1]))  # what follows a lone time at the foot is no entry
    lines = page[heads[0].line : (last[-1] if last else kept[-1]) + 1]
    return _is_stream(heads, words, total, said) and not _is_teasers(lines, len(heads)) and not _by_readers(page, heads)


def _entry_head(index: int, block: Block) -> Head | None:
    """The time at the head of a line, alone or before a headline or text; None for any other line."""
    if not _TIMED.search(block.text, 0, 60):
        return None
    text = block.text[:200]
    stated = dates.dates_in(text[:60])
    if stated and stated[0].start <= 12 and "T" in stated[0].value:
        clock = stated[0].value[11:16]
        return Head(index, stated[0].value[:10], int(clock[:2]) * 60 + int(clock[3:]))
    match = _CLOCK.match(text)
    if match is None or not (match["minute"] or match["half"]):
        return None
    if re.match(r"\s?(?:%|[-–]\s?\d|km|kg|m\b)", match["rest"]):
        return None  # a share, a score, a span of hours, a measure
    return Head(index, "", _minute(match["hour"], match["minute"], match["half"]))


def _minute(hour: str, minute: str | None, half: str | None) -> int:
    hours = int(hour) % 12 + (12 if half[0].lower() == "p" else 0) if half else int(hour)
    return hours * 60 + int(minute or 0)


def _is_stream(heads: Sequence[Head], words: Sequence[int], total: int, said: bool) -> bool:
    """Whether entries with these heads and numbers of words are those of a live blog.

    A report of how a day went, an agenda, a transcript with time codes run forward; a live blog has its newest first,
    and is only believed to run forward where its title says what it is.
    """
    filled = [count for count in words if count >= FILLED]
    if len(filled) < (ENTRIES_SAID if said else ENTRIES) or len(filled) < SHARE * len(words):
        return False
    if median(filled) < (ENTRY_WORDS_SAID if said else ENTRY_WORDS) or sum(filled) < SHARE * total:
        return False
    times = [(head.day, head.minute) for head in heads]
    falling = sum(b <= a for a, b in pairwise(times))
    rising = sum(b >= a for a, b in pairwise(times))
    if len(set(times)) < ENTRIES_SAID or len({day for day, _ in times}) > 4:
        return False
    return falling >= IN_ORDER * (len(times) - 1) or (said and rising >= IN_ORDER * (len(times) - 1))


def _is_teasers(lines: Iterable[Block], entries: int) -> bool:
    return sum(bool(_MORE.search(block.text[-60:])) and block.words <= 60 for block in lines) >= 0.4 * entries


def _by_readers(page: Sequence[Block], heads: Sequence[Head]) -> bool:
    """Whether the entries are readers' comments: "Reply" under many, or many different names beside their times."""
    replies = sum(bool(_REPLY.fullmatch(block.text[:30])) for block in page[heads[0].line :])
    names: list[str] = []
    for head in heads:
        for near in page[max(0, head.line - 1) : head.line + 2]:
            if near.words <= 5 and (near.label == "byline" or _is_name(near.text)):
                names.append(near.text.casefold())
                break
    return replies >= len(heads) // 3 + 1 or (len(set(names)) >= 3 and len(names) >= SHARE * len(heads))


def _is_name(text: str) -> bool:
    return bool(re.fullmatch(r"@?[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){1,2}", text))


def _is_digest_text(page: Sequence[Block], kept: Sequence[int]) -> bool:
    """Whether several headlines stand here, each with a date or byline of its own and a report's length of text."""
    heads = [h for i in range(max(0, kept[0] - 2 * HEAD_LINES), kept[-1] + 1) if (h := _own_head(page, i))]
    heads = [head for place, head in enumerate(heads) if place == 0 or head[1] > heads[place - 1][1]]
    if len(heads) < 2 or heads[0][1] > kept[0] + 2 * HEAD_LINES:
        return False
    inside = set(kept)
    ends = [*(start for start, _, _ in heads[1:]), kept[-1] + 1]
    whole: list[tuple[str, frozenset[str]]] = []
    for (start, text, marks), end in zip(heads, ends, strict=True):
        prose = [page[i].words for i in range(text, end) if i in inside and page[i].label == "prose"]
        if len(prose) >= 2 and sum(prose) >= DIGEST_WORDS and not _is_teasers(page[text:end], 2):
            whole.append((page[start].text.casefold(), marks))
    alike = [one for one in whole if one[1] == whole[0][1]]
    return len({title for title, _ in alike}) >= (2 if "date" in alike[0][1] else 3) if alike else False


def _own_head(page: Sequence[Block], index: int) -> tuple[int, int, frozenset[str]] | None:
    """A headline at `index` with its marks: its index, that of the first line of its text, which marks stand there."""
    block = page[index]
    if block.label not in ("short", "sentence", "entry") or not 3 <= block.words <= 25 or block.text[-1] in ":,;":
        return None
    marks: set[str] = set()
    for after in range(index + 1, min(len(page), index + 2 + HEAD_LINES)):
        label = page[after].label
        if label == "prose":
            return (index, after, frozenset(marks)) if marks else None
        if label in ("date", "byline"):
            marks.add(label)
        elif label in ("short", "sentence") and page[after].words >= 3 and not marks:
            return None  # the nearer of two headlines is the one that counts
    return None


# --- HTML ------------------------------------------------------------------------------------------------------------


def of_tree(tree: HtmlElement, html: str, paragraphs: Sequence[str]) -> ArticleKind:
    """What sort of page `tree`, parsed from `html`, is, whose body was found to be `paragraphs`."""
    if "iveBlog" in html and _states_live(tree):
        return "live"
    timed, several = html.count("<time") >= ENTRIES_SAID, html.count("<article") >= 2
    if not timed and not several:
        return "article"
    body = {key: word_count(paragraph) for paragraph in paragraphs if (key := _key(paragraph))}
    if timed and _is_live_markup(tree, body, says_live(tree.findtext(".//title"))):
        return "live"
    return "digest" if several and _is_digest_markup(tree, body) else "article"


def _states_live(tree: HtmlElement) -> bool:
    """Whether the page's data call it a live blog: its first article is one, or has its updates."""
    stated = [node for node in metadata.objects(tree) if metadata.types(node) & metadata.ARTICLE_TYPES]
    for node in stated:
        if node.get("liveBlogUpdate") or (node is stated[0] and LIVE in metadata.types(node)):
            return True
    items = (element.get("itemtype") or "" for element in islice(tree.iter("body", "main", "article", "div"), MOST))
    return any(kind.rstrip("/").endswith(f"schema.org/{LIVE}") for kind in items)


def _is_live_markup(tree: HtmlElement, body: dict[str, int], said: bool) -> bool:
    """Whether the body stands in many entries, each with one time of day of its own, the newest first."""
    heads: list[Head] = []
    words: list[int] = []
    for place, (time, entry) in enumerate(_entries(tree)):
        stated = dates.iso(time.get("datetime")) or ""
        shown = _CLOCK.search(_text(time, 60))
        if "T" in stated:
            heads.append(Head(place, stated[:10], int(stated[11:13]) * 60 + int(stated[14:16])))
        elif shown and shown["minute"]:
            heads.append(Head(place, "", _minute(shown["hour"], shown["minute"], shown["half"])))
        else:
            continue
        words.append(sum(_told(entry, body).values()))
    return len(heads) >= ENTRIES_SAID and _is_stream(heads, words, sum(body.values()), said)


def _entries(tree: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Each time element with the largest element about it that holds no other one, but for readers' comments."""
    times = list(islice(tree.iter("time"), MOST))
    held: dict[HtmlElement, int] = {}
    for time in times:
        for above in time.iterancestors():
            held[above] = held.get(above, 0) + 1
    for time in times:
        about = list(time.iterancestors())
        if not any(_is_readers(element) for element in about):
            yield time, next((b for b, a in pairwise([*about]) if held[a] > 1), time)


def _is_readers(element: HtmlElement) -> bool:
    return element.tag in ("aside", "nav", "footer") or bool(
        _READERS.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:300])
    )


def _is_digest_markup(tree: HtmlElement, body: dict[str, int]) -> bool:
    """Whether the body stands in several article elements, each with a heading, a date or author, and paragraphs."""
    whole: dict[str, int] = {}
    for element in islice(tree.iter("article"), MOST):
        above = list(element.iterancestors())
        if any(e.tag == "article" or _is_readers(e) for e in above) or _is_readers(element):
            continue
        told = _told(element, body)
        heading = next((_text(h) for h in element.iter("h1", "h2", "h3")), "")
        if len(told) >= 2 and sum(told.values()) >= DIGEST_WORDS and heading and _is_signed(element):
            whole.setdefault(heading.casefold(), sum(told.values()))
    return len(whole) >= 2 and sum(whole.values()) >= SHARE * sum(body.values())


def _is_signed(element: HtmlElement) -> bool:
    """Whether a date or an author stands in `element`."""
    if next(element.iter("time"), None) is not None:
        return True
    shown = (_text(part, 120) for part in islice(element.iter("p", "span", "div", "a"), MOST))
    return any(dates.dates_in(text) or credits.authors(text) for text in shown if 6 <= len(text) <= 80)


def _told(element: HtmlElement, body: dict[str, int]) -> dict[str, int]:
    """The paragraphs of the body that stand in `element`, with their words."""
    keys = {_key(_text(part)) for part in islice(element.iter("p", "li", "blockquote", "div"), 4 * MOST)}
    return {key: body[key] for key in keys & body.keys()}


def _text(element: HtmlElement, most: int = 200) -> str:
    """The first characters of an element's text; `text_content` would gather all of a page's for each level."""
    return squeeze("".join(piece[:most] for piece in islice(element.itertext(), 50))[:most])


def _key(text: str) -> str:
    """The first letters of a paragraph: enough to know it by, however its blanks and marks were read."""
    return _LETTERS.sub("", text[:400])[:40].casefold()
