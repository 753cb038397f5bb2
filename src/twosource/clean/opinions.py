"""Where the body of an HTML page is: a quick first opinion, and more of them where that one is doubtful.

The first opinion is trafilatura's own search for precision, on a tree from which boxes that are no article are cut. It
is doubted where it is short, where running text of the same article is left out, or where the page's own data
(JSON-LD `articleBody`) hold much more. Then slower ones are asked too, and the one is believed that agrees best with a
witness of another kind, our own reading of the stripped text or the page's data: these seldom make the same mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from twosource.clean import furniture
from twosource.clean.lines import squeeze
from twosource.clean.plain_text import read_text
from twosource.clean.sections import Rule

FEW_WORDS = 60
"""A shorter body may be all that is written, or only the first thing found."""
LEFT_OUT = 0.5
"""Words of running text left out, as a share of the words found, from which on the body may be cut or another's."""
STATED = 1.5
"""So many times as much in the page's own data shows that text was missed."""
PARAGRAPH_WORDS = 15
"""A shorter paragraph may be a label; only longer ones are counted as running text."""
MOST = 2_000
"""Paragraphs, links or boxes that are looked at on one page."""
REACH = 3
"""Levels above a box of an article in which its other boxes are looked for."""
SUBHEAD_WORDS, CAPTION_WORDS, QUOTED_WORDS = 20, 25, 400
"""Words that a subhead, a caption and a quotation from elsewhere hold at most."""
BOX_WORDS = 80
"""A box with more words is not cut out, whatever it is called: sites give their bodies odd names."""


class Opinion(NamedTuple):
    """What one way of reading a page takes for its body, a paragraph a line, and for its readers' comments."""

    text: str
    comments: str = ""


# --- what is cut out beforehand --------------------------------------------------------------------------------------

PHRASING = frozenset(("p", "a", "b", "strong", "i", "em", "li"))
"""What a span stands in that holds words of a sentence: trafilatura cuts out such as are named "link" or "bottom"."""
BOXES = (
    Rule(r"newsletter|mailing-?list|sign-?up|subscri(?:be|ption)", "asks for an address"),
    Rule(r"promo(?:tion|box|s)?|sponsor(?:ed)?|advert(?:isement|orial)?|house-?ad", "sells something"),
    Rule(
        r"related|recirc(?:ulation)?|read-?(?:more|also|next)|more-?stories|most-?(?:read|viewed|popular)|trending"
        r"|recommend(?:ed|ations?)?|also-?(?:like|read)|see-?also|in-?case-?you-?missed",
        "names other pages",
    ),
    Rule(
        r"author-?(?:bio|box|info|card|desc(?:ription)?)|about-?(?:the-)?author|bio(?:graphy)?", "tells of the writer"
    ),
    Rule(r"video-?(?:info|playlist|title|meta|desc(?:ription)?)|playlist", "names films to be watched"),
)
"""Words in the class or id of boxes that are no part of the article they stand in."""
OVER = Rule(r"tooltip|popover|hover-?card|roll-?over|fly-?out", "opens over a word; its text would stand in a sentence")
SUBHEAD = Rule(
    r"sub-?head(?:line|ing|er)?s?|cross-?head(?:ing)?|inter-?title|zwischentitel", "a subhead in a plain box"
)


def _words_of_names(*rules: Rule) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:^|[\s_-])(?:{rule.pattern})(?:$|[\s_-])" for rule in rules), re.IGNORECASE)


_BOX, _OVER, _SUBHEAD = _words_of_names(*BOXES), _words_of_names(OVER), _words_of_names(SUBHEAD)
_LETTERS = re.compile(r"[\W_]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCE = re.compile(r"[.!?…。][\"”’»)]*$")
LINKED, LINK_WORDS = 0.75, 4
"""Share of a paragraph's words in links from which on it only leads to other pages; and how many words it takes."""


def pruned(tree: HtmlElement) -> HtmlElement:
    """A copy of `tree` without boxes, captions and links that are no article; quotations and subheads plain."""
    tree = copy(tree)
    for element in [*_boxes(tree), *_leads(tree), *_captions(tree)]:
        if element.getparent() is not None:
            element.drop_tree()
    for quotation in islice(tree.iter("blockquote"), MOST):
        _unwrap(quotation)
    for span in islice(tree.iter("span"), MOST):
        if span.getparent().tag in PHRASING:
            span.attrib.clear()
    return tree


def _boxes(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("div", "section", "aside", "form", "span", "ul", "p"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
        if len(name) < 4 or not (what := _named(name)):
            continue
        if what == "subhead":
            if _holds_at_most(element, SUBHEAD_WORDS) and element.find(".//p") is None:
                element.tag = "h3"
                element.attrib.clear()
        elif element.tag in ("span", "p"):
            if what == "over" and _named((element.getparent().get("class") or "")[:300]) == "over":
                yield element  # of two that are named so the outer one holds the word too
        elif _holds_at_most(element, BOX_WORDS):
            yield element


@lru_cache(maxsize=10_000)
def _named(name: str) -> str:
    """What an element of this class and id is: a "box", one that opens "over" a word, a "subhead", or "" for none."""
    name = _HUMPS.sub("-", name)
    if _SUBHEAD.search(name):
        return "subhead"
    return "over" if _OVER.search(name) else "box" if _BOX.search(name) else ""


def _leads(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs and lists that are only links to other pages and their labels, and headings that are links."""
    for heading in islice(tree.iter("h2", "h3", "h4", "h5"), MOST):
        if next(heading.iterancestors("a"), None) is not None:
            yield heading
    for element in islice(tree.iter("p", "ul", "ol"), MOST):
        if element.tag == "p" or next(element.iterdescendants("ul", "ol"), None) is None:
            linked = sum(_words(link) for link in islice(element.iter("a"), MOST))
            text = element.text_content().strip() if linked >= LINK_WORDS else "."
            if not _SENTENCE.search(text) and linked >= LINKED * len(text.split()):
                yield element


def _captions(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The nearest boxes about pictures, where few words stand beside the picture and they are no sentence."""
    for picture in islice(tree.iter("img"), MOST):
        for box in islice(picture.iterancestors(), 2):
            if box.tag not in ("div", "span", "center", "td", "a") or not _holds_at_most(box, CAPTION_WORDS):
                break
            if text := squeeze(box.text_content()):
                if not _SENTENCE.search(text) and furniture.kind_of(text) != "caption":  # those are kept as notes
                    yield box
                break


def _unwrap(quotation: HtmlElement) -> None:
    """The boxes that hold nothing but this quotation lose their names: "embed" or "social" would have them cut out."""
    if not _holds_at_most(quotation, QUOTED_WORDS):
        return
    words = sum(len(piece.split()) for piece in quotation.itertext())
    for holder in islice(quotation.iterancestors(), REACH):
        if holder.tag not in ("div", "section", "figure") or not _holds_at_most(holder, words):
            return
        holder.attrib.clear()
        holder.tag = "div"


def _words(element: HtmlElement) -> int:
    return len(element.text_content().split())


def _holds_at_most(element: HtmlElement, words: int) -> bool:
    """Whether no more than so many words stand in `element`; read no further than it takes to tell."""
    for place, piece in enumerate(element.itertext()):
        words -= len(piece.split(None, words))
        if words < 0 or place > MOST:
            return False
    return True


# --- opinions --------------------------------------------------------------------------------------------------------


def body_of(tree: HtmlElement, source: str, stated: str = "") -> Opinion:
    """The body of the page `tree`, parsed from `source`; empty where no way of reading it finds one.

    `stated` is the body as the page's own data have it.
    """
    page = pruned(tree)
    quick = _asked(page, precision=True, fast=True)
    told = _told(page, quick.text)
    if not _is_doubtful(quick, told, stated):
        return quick
    joined = _joined(page, told)
    if joined is not None:
        whole = _asked(joined, precision=True, fast=True)
        if len(whole.text) > len(quick.text):
            return whole
    return _weighed(page, source, stated, quick)


def _asked(tree: HtmlElement, precision: bool = False, fast: bool = False) -> Opinion:
    """Trafilatura's opinion; `fast` leaves out readability and justext, by which it else checks its own rules."""
    try:
        document = bare_extraction(
            tree, favor_precision=precision, fast=fast, include_comments=True, with_metadata=False
        )
    except Exception:  # pages made to break parsers raise anything at all; the page is then read as one without a body
        return Opinion("")
    if document is None or isinstance(document, dict):
        return Opinion("")
    return Opinion(document.text or "", document.comments or "")


# --- doubt -----------------------------------------------------------------------------------------------------------


class Told(NamedTuple):
    """The paragraphs of running text in a page's markup, by whether a body has them."""

    found: tuple[HtmlElement, ...]
    missed: tuple[HtmlElement, ...]

    @property
    def left_out(self) -> int:
        """Words missed."""
        return sum(map(_words, self.missed))


def _told(tree: HtmlElement, text: str) -> Told:
    """What `text` has of the paragraphs of `tree`; those of articles inside or far from its own are not missed."""
    letters = _LETTERS.sub("", text).casefold()
    found: list[HtmlElement] = []
    missed: list[HtmlElement] = []
    for paragraph in islice(tree.iter("p"), MOST):
        said = paragraph.text_content()
        if len(said.split()) >= PARAGRAPH_WORDS:
            known = _LETTERS.sub("", said[:200])[:40].casefold() in letters
            (found if known else missed).append(paragraph)
    homes = Counter(map(_home, found))
    home = homes.most_common(1)[0][0] if homes else None
    own = (p for p in missed if _is_prose(p) and (not homes or _is_near(_home(p), home)))
    return Told(tuple(found), tuple(own))


def _home(paragraph: HtmlElement) -> HtmlElement | None:
    """The article element that it stands in."""
    return next(paragraph.iterancestors("article"), None)


def _is_near(home: HtmlElement | None, other: HtmlElement | None) -> bool:
    """Whether two article elements are one, or stand side by side: a digest has several of one rank."""
    if home is None or other is None:
        return home is other
    return home is other or home.getparent() is other.getparent()


def _is_prose(paragraph: HtmlElement) -> bool:
    linked = sum(_words(link) for link in islice(paragraph.iter("a"), MOST))
    outside = next(paragraph.iterancestors("footer", "nav", "aside", "form", "header", "figure"), None)
    return outside is None and linked <= 0.5 * _words(paragraph)


def _is_doubtful(opinion: Opinion, told: Told, stated: str) -> bool:
    words = len(opinion.text.split())
    return words < FEW_WORDS or told.left_out > LEFT_OUT * words or len(stated.split()) > STATED * words


# --- second opinions -------------------------------------------------------------------------------------------------


def _joined(page: HtmlElement, told: Told) -> HtmlElement | None:
    """`page` with the boxes that the article was laid out in put into one; None where it stands in one already.

    Boxes of one article are named alike and hold paragraphs, found or missed; a heading of the first rank, a date or an
    article element between them shows that they are of several.
    """
    homes = Counter(paragraph.getparent() for paragraph in told.found)
    if not homes:
        return None
    box = homes.most_common(1)[0][0]
    alike = dict.fromkeys(p.getparent() for p in told.missed if _is_alike(p.getparent(), box))
    within = next(islice(box.iterancestors(), REACH - 1, None), None)
    others = [other for other in alike if within is not None and within in other.iterancestors()]
    if not others or any(_heads_another(other, within) for other in others):
        return None
    for other in others:
        box.extend(list(other))
    return page


def _is_alike(box: HtmlElement, other: HtmlElement) -> bool:
    name = box.get("class")
    return box is not other and box.tag == other.tag and bool(name) and name == other.get("class")


def _heads_another(box: HtmlElement, within: HtmlElement) -> bool:
    about = box
    while about.getparent() is not within:
        about = about.getparent()
    return next(about.iter("h1", "h2", "time", "article"), None) is not None


def _weighed(page: HtmlElement, source: str, stated: str, quick: Opinion) -> Opinion:
    """The opinion of trafilatura's that agrees best with one that is not; of equal ones the longest."""
    precise = _asked(page, precision=True)
    own = [one for one in (quick, precise) if one.text]
    if len(precise.text.split()) < FEW_WORDS:
        own.append(_asked(page, fast=True))
    if len({one.text for one in own}) < 2:
        return own[0] if own else quick
    region = "\n".join(read_text(source.partition("</head>")[2] or source).paragraphs)
    others = [text for text in (region, stated) if len(text.split()) >= PARAGRAPH_WORDS]
    if not others:
        return max(own, key=lambda one: len(one.text))
    return max(own, key=lambda one: (max(round(agreement(one.text, other), 2) for other in others), len(one.text)))


def agreement(a: str, b: str) -> float:
    """Share of the runs of four words that two texts have in common, 0 to 1."""
    one, two = _runs(a), _runs(b)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words: Sequence[str] = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))} if words else set()
