"""The article in stripped text: body, title, dates, credits, captions, notes and comments, told apart.

The body is one region of the page (see `blocks`); what is told of it (title, date, byline) is looked for in the lines
just above and below that region only, so that a date in a list of other pages is never taken for this page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.clean import credits, dates, inserts, kinds, outlets, problems, repeats  # noqa: A004 - as DESIGN names the file
from twosource.clean.blocks import Block, blocks_of, is_headline_case, region, with_asides
from twosource.clean.captions import notes_about
from twosource.clean.draft import Draft
from twosource.clean.flat import unflattened
from twosource.clean.lines import lines_of
from twosource.clean.threads import comments_of, thread_start
from twosource.clean.titles import title_above, title_at, title_inside, title_parts, without_title
from twosource.clean.writers import writers
from twosource.records import Witness

BODY = ("prose", "sentence", "short", "entry")
"""Labels of lines that stand in a body."""
_AROUND = frozenset(("related", "end", "furniture", "aside"))
HEAD_LINES = 25
"""How far above a body its title, date and byline are looked for."""
ABOVE_TITLE = 5
"""How far above a title that stands near its body."""
FOOT_LINES = 8
"""How far below."""
MASTHEAD = 2
"""In its first lines a page has the day on which it was asked for."""
FOOT_OF_PAGE = 30
"""In its last lines a page may say when it was changed."""


def read_text(text: str, title: str | None = None, min_words: int = 20) -> Draft:
    """The parts of the article in `text`. `title` is the title that is known already, if any.

    Never raises; a text that holds no article gives a Draft with a `problem` and no paragraphs.
    """
    blocks = blocks_of(unflattened(lines_of(text)))
    end = thread_start(blocks)
    page = with_asides(blocks[:end])
    start, stop = body_region(page)
    kept = body_lines(page, start, stop)
    title, where, kept = _title(blocks[:end], page, kept, title)
    kind = kinds.of_lines(page, kept, title)
    if (problem := problems.problem(page, kept, min_words)) and (kind == "article" or problem != problems.INDEX):
        return Draft(title=title, problem=problem)
    paragraphs = [_written(page[index]) for index in kept]
    around = _around(blocks[:end], kept, where)
    draft = _draft(blocks[:end], kept, around, paragraphs, title, where)
    agency = draft.agency or draft.credit
    outlet = outlets.outlet(blocks, around, agency, title)
    authors = tuple(name for name in draft.authors if name != outlet) or writers(blocks, kept, where, outlet)
    return replace(draft, authors=authors, outlet=outlet, comments=comments_of(blocks, kept, end, outlet), kind=kind)


def _written(block: Block) -> str:
    """The line as a paragraph; numbers belong to what an article says, other marks of a list to how it is set."""
    return f"{block.line.bullet} {block.text}" if block.line.bullet[:1].isdigit() else block.text


def body_region(page: Sequence[Block]) -> tuple[int, int]:
    """The range of blocks that holds the body. In a text with hardly any furniture it is the whole text."""
    start, stop = region(page)
    outside = [i for i, block in enumerate(page) if block.label in _AROUND]
    if len(outside) > 1 or start == stop:
        return start, stop
    words = sum([block.words for block in page if block.label in BODY])
    prose = sum([block.words for block in page if block.label == "prose"])
    if prose >= 0.7 * words:
        first = min((i for i in range(len(page)) if page[i].label in ("prose", "sentence")), default=start)
        stop = min([i for i in outside if i >= stop] or [len(page)])
        start = max([i + 1 for i in outside if i < start] + [min(first, start)])
    return start, stop


def body_lines(page: Sequence[Block], start: int, stop: int) -> list[int]:
    """Indexes of the lines of the body: what stands twice is taken once, and labels at its ends are left out."""
    kept = [index for index in range(start, stop) if page[index].label in BODY]
    kept = repeats.once(page, inserts.without(page, kept))
    while kept and page[kept[-1]].label in ("short",) and page[kept[-1]].words <= 4:
        kept.pop()
    while len(kept) > 1 and page[kept[0]].label == "short" and page[kept[0]].words <= 4 and _has_title(page, kept[0]):
        kept.pop(0)
    return [*inserts.standfirst(page, kept[0]), *kept] if kept else kept


def _has_title(page: Sequence[Block], before: int) -> bool:
    return any(block.label in BODY and 3 <= block.words <= 30 for block in page[max(0, before - 30) : before])


# --- what is told of the body ----------------------------------------------------------------------------------------


def _title(
    blocks: Sequence[Block], page: Sequence[Block], kept: list[int], given: str | None
) -> tuple[str | None, int, list[int]]:
    """The title, the index of its line (of the body's first where there is none), and the body without lines that only
    repeat it. `page` is `blocks` with the lists of other pages marked."""
    at = title_above(blocks, kept)
    if kept and (inside := title_inside(blocks, kept, at)) is not None:
        at, kept = inside, [index for index in kept if index > inside]
    if at is None and kept and _is_title(page, kept):
        at = kept[0]
    written = None if at is None else title_at(blocks, at)
    title = given or (written if at is None or at > 2 or written is None else title_parts(written)[0])
    where = at if at is not None else kept[0] if kept else 0
    if title is None:
        return None, where, kept
    title = title.rstrip(".") if title.count(".") == 1 else title
    return title, where, repeats.without_title(page, kept, title, head=3)


def _is_title(page: Sequence[Block], kept: Sequence[int]) -> bool:
    """Whether the first line of a body is rather its title: short, and either no sentence or Written Like This."""
    first = page[kept[0]]
    if len(kept) < 2 or first.words > 22 or first.words < 3 or any(page[i].label in BODY for i in range(kept[0])):
        return False
    return is_headline_case(first.text) or first.label == "short" or first.text[-1] in "?!"


def _around(page: Sequence[Block], kept: Sequence[int], title: int) -> list[int]:
    """Indexes of the lines about the body that are not of it: nearest to its head first, then those at its foot."""
    first, last = kept[0], kept[-1]
    inside = [i for i in range(first, last + 1) if page[i].label in ("date", "byline", "credit", "note", "caption")]
    head = list(range(first - 1, max(-1, min(title, first) - 1 - ABOVE_TITLE, first - 1 - HEAD_LINES), -1))
    foot: list[int] = []
    for index in range(last + 1, min(len(page), last + 1 + FOOT_LINES)):
        if page[index].label in ("related", "end"):
            break
        foot.append(index)
    early = [i for i in inside if i - first <= 8]
    late = [i for i in inside if i - first > 8 and page[i].label in ("note", "caption", "credit")]
    return [*head, *early, *foot, *late]


def _draft(
    page: Sequence[Block],
    kept: Sequence[int],
    around: Sequence[int],
    paragraphs: list[str],
    title: str | None,
    where: int,
) -> Draft:
    ending = credits.credit_at_end(paragraphs[-1])
    paragraphs[-1] = credits.without_end_mark(paragraphs[-1])
    if not paragraphs[-1]:
        paragraphs.pop()
    published, updated = _dates(page, around)
    published = published or _date_above(page, min(where, kept[0]))
    if paragraphs and title:
        paragraphs[0] = without_title(paragraphs[0], title)
    line = credits.dateline(paragraphs[0]) if paragraphs else None
    if paragraphs and line:
        paragraphs[-1] = credits.without_sign_off(paragraphs[-1], line.agency)
    if line and line.date and "X" not in line.date:
        published = [*published, Witness(line.date, "dateline")]
    agency = line.agency if line else None
    credit = _credit(page, around, kept) or ending or agency
    return Draft(
        paragraphs=tuple(paragraphs),
        title=title,
        authors=_authors(page, around),
        published=tuple(dict.fromkeys(published)),
        updated=tuple(dict.fromkeys(updated)),
        credit=credit,
        agency=agency,
        notes=notes_about(page, kept, where),
    )


def _date_above(page: Sequence[Block], title: int) -> list[Witness]:
    """The day alone on the nearest such line above the title: a letter or a channel dates several items at once.

    A clock says that the line tells when the page was asked for.
    """
    for index in range(title - 1, max(MASTHEAD, title - HEAD_LINES), -1):
        if page[index].label == "date" and (stated := dates.dates_in(page[index].text)):
            value = stated[0].value
            return [] if "T" in value or "oday" in page[index].text else [Witness(value, "text")]
    return []


_OF_PAGE = re.compile(r"\b(?:page|document|webmaster|content)\b", re.IGNORECASE)


def _dates(page: Sequence[Block], around: Iterable[int]) -> tuple[list[Witness], list[Witness]]:
    labelled: list[Witness] = []
    plain: list[Witness] = []
    updated: list[Witness] = []
    for index in around:
        if page[index].label != "date":
            continue
        for stated in dates.dates_in(page[index].text):
            kind = {"published": labelled, "updated": updated, "stated": plain}[stated.role]
            kind.append(Witness(stated.value, "text"))
    for block in page[-FOOT_OF_PAGE:]:
        if block.label == "date" and _OF_PAGE.search(block.text):
            updated += [
                Witness(stated.value, "text") for stated in dates.dates_in(block.text) if stated.role == "updated"
            ]
    return labelled + plain, updated


def _authors(page: Sequence[Block], around: Iterable[int]) -> tuple[str, ...]:
    for index in around:
        if page[index].label in ("byline", "date") and (named := credits.persons(page[index].text)):
            return named
    return ()


def _credit(page: Sequence[Block], around: Sequence[int], kept: Sequence[int]) -> str | None:
    for index in around:
        if page[index].label == "credit" and (index > kept[0] or page[index].words <= 4) and not _of_table(page, index):
            return credits.credit_line(page[index].text)
    for index in around:
        if page[index].label in ("byline", "date") and (named := credits.agency_in(page[index].text)):
            return named
    for index in around:
        beside = [page[i] for i in (index - 1, index + 1) if 0 <= i < len(page)]
        text = page[index].text
        if page[index].label not in ("short", "sentence", "aside") or page[index].words > 8:
            continue
        if index > 0 and page[index - 1].text.strip().lower() in ("source:", "sources:", "agency:"):
            return text
        if credits.is_wire(text) and (index == kept[-1] + 1 or any(b.label in ("byline", "date") for b in beside)):
            return text
    return None


def _of_table(page: Sequence[Block], index: int) -> bool:
    """Whether the line tells the source of the figures above it rather than that of the text."""
    above = [block for block in page[max(0, index - 4) : index] if block.label in ("short", "aside", "entry")]
    return sum(bool(re.search(r"\d", block.text)) for block in above) >= 3
