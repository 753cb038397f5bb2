"""A page whose lines were all run together on one: where its article stands in it, sentence by sentence.

Menus, headings and lists of other pages are mostly capitalised words and numbers, sentences mostly small words. So
each stretch that ends like a sentence is taken from where its small words begin; what stands before is furniture. The
borders of paragraphs are lost for good: sentences that follow each other are one line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from twosource.clean import dates, furniture
from twosource.clean.lines import Line

PAGE_WORDS = 250
"""A paragraph is seldom so long, and a page with its menus seldom shorter."""
MENU_WORDS = 40
"""At the head of a page so many words before its first sentence's end are a menu or a title with one."""
LONGEST_SENTENCE = 70
SENTENCES = 3_000
"""What follows so many is left out: a page has a bound of lines, and one line must not make more."""
FURNITURE_WEIGHT = 6.0
"""How much a stretch must weigh against standing in a sentence to be cut from its head: a name or two weigh less."""
ARTICLE_WORDS = 60
"""Before so many words of an article nothing marks its end: the mark stands in the menu."""

Pairs = Counter[tuple[str, str]]
"""Words that stand side by side, with how often."""

_CAPITAL = -1.5
_NUMBER = -1.5
_SIGN = -3.0
_SMALL = 1.0

_OPENING = '"“‘«(['
_CREDIT = r"\([^()]{0,60}\b(?i:photos?|pictures?|image|credit|courtesy|file)\b[^()]{0,60}\)"
_BORDER = re.compile(rf"(?P<credit>{_CREDIT})\s+|[.!?…][\"”’»)\]]*\s+(?=[\"“‘«\[(]?[A-ZÀ-ÖØ-ÞА-Я0-9])(?!{_CREDIT})")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Sgt|Lt|Sen|Rep|Gov|No|vs|Jr|Sr|[A-Z]\.[A-Z]"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]")
_BREAKS = re.compile(  # Case matters: in running text these words begin no sentence.
    r"(?:(?:(?:Story|Article) continues below(?: (?:this )?advertisement)?|Continue reading below"
    r"|(?:Advertisement|ADVERTISEMENT)(?: - (?:story|article|scroll)[\w ]{0,30}(?:below|continue))?"
    r"|(?:READ|Read) (?:ALSO|MORE|also|more|next) ?:|(?:TOP|MORE|LATEST) (?:STORIES|NEWS)"
    r"|Sign up (?:for|to) [\w' ]{0,40}?(?:alerts|newsletter|email|updates)|Share this|Loading\.*)\s*)+"
)
_ENDS = re.compile(
    r"(?:Copyright ?(?:©|\(c\)|\d{4})|© ?(?:Copyright|\d{4}|[A-Z])|All [Rr]ights [Rr]eserved|(?:Tags?|Topics?"
    r"|Keywords) ?:"
    r"|Follow @\w+|(?:More|MORE) (?:from|FROM|on|in) [A-Z]|(?:Related|RELATED) (?:[Ss]tories|[Aa]rticles|[Nn]ews"
    r"|[Pp]osts)"
    r"|(?:Most|MOST) (?:[Rr]ead|[Pp]opular)|(?:Comments? \(\d+\)|\d+ Comments?\b|Leave a [Cc]omment)"
    r"|You (?:may|might) also like|SHARE THIS (?:STORY|ARTICLE)|Around the [Ww]eb)"
)
_NOTE = re.compile(
    r"(?:Corrections?|Clarification|CORRECTION|(?:Editor[’']s|EDITOR[’']S) (?:[Nn]ote|NOTE)) ?[:(,—–-]"
    r"|(?:This|An earlier version of this) (?:article|story|report|post)\b"
)
_LINKING = frozenset(
    "a an the of in on at to by for from with and or but as is are was were be been that who which said than into over"
    " his her its their our has have had will would after before until since not this these those".split()
)
"""A headline ends in none of these words: the capital after one begins a name."""
_BYLINE = re.compile(
    r"\b[Bb]y:? (?=[A-Z][\w.’'-]+ [A-Z])|\b(?:Posted|Published|Updated|Last updated):? (?=(?:\w{1,9}[.,]{0,2} )?\d)"
    r"|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? (?=\d{1,2} [A-Z][a-z]+,? \d)"
)
_NOTE_LABEL = re.compile(r"(?:Editor[’']s [Nn]ote|EDITOR[’']S NOTE|Corrections?|Clarification) ?:$")


def is_page(text: str) -> bool:
    """Whether a line is a page run together: very long, and it begins with far more words than a sentence has, of which
    most are capitalised."""
    if len(text) < 4 * PAGE_WORDS:
        return False
    words = text.split(maxsplit=PAGE_WORDS)
    head = words[:MENU_WORDS]
    capitals = sum(_weight(word) < 0 for word in head)
    return len(words) > PAGE_WORDS and capitals >= 0.55 * len(head)


def parts(line: Line) -> Iterator[Line]:
    """The line as lines: the furniture at its head, the article, what stands between its sentences and after it."""
    text = line.text
    words = text.split()
    names = Counter(pairwise(words))
    said: list[str] = []
    told = 0
    at = 0
    for end in islice(_borders(text), SENTENCES):
        piece = text[at:end].strip()
        start = at
        at = end
        if told >= ARTICLE_WORDS and _ENDS.match(piece):
            break
        before, sentence = _cut(piece, names, first=told == 0)
        alone = bool(sentence) and (bool(_NOTE.match(sentence)) or furniture.kind_of(sentence) is not None)
        if (before or alone) and said:
            yield Line(" ".join(said), line.indent, gap=True)
            said = []
        yield from _furniture(before, line.indent, head=told == 0)
        if alone:
            yield Line(sentence, line.indent, gap=True)
        elif sentence:
            said.append(sentence)
            told += len(sentence.split())
    else:
        start = at
    if said:
        yield Line(" ".join(said), line.indent, gap=True)
    if rest := text[start:].strip():
        yield Line(rest, line.indent, gap=True, aside=True)


def _borders(text: str) -> Iterator[int]:
    """Where the sentences of `text` end."""
    for match in _BORDER.finditer(text):
        if not _SHORTENED.search(text[max(0, match.start() - 8) : match.start() + 1]):
            yield match.end()
    yield len(text)


def _cut(piece: str, names: Pairs, first: bool) -> tuple[str, str]:
    """What stands before the sentence with which `piece` ends, and the sentence; one may be empty."""
    breaks = _BREAKS.match(piece)
    rest = piece[breaks.end() :] if breaks else piece
    before = breaks.group() if breaks else ""
    words = rest.split()
    if not words or (rest[-1] not in '.!?…"”’»)' and rest[-1:] not in ("…",)):
        return piece, ""
    start = _start(words, names, bool(breaks), FURNITURE_WEIGHT / 2 if first else FURNITURE_WEIGHT)
    if len(words) - start > LONGEST_SENTENCE or (first and len(words) - start < 8):
        return piece, ""
    if sum(map(_weight, words[start:])) <= (0 if first else -0.5 * (len(words) - start)):
        return piece, ""
    if label := _NOTE_LABEL.search(" ".join(words[:start])):
        start -= len(label.group().split())
    return f"{before}{' '.join(words[:start])}".strip(), " ".join(words[start:])


def _start(words: list[str], names: Pairs, broken: bool, least: float) -> int:
    """Index of the word with which the sentence at the end of `words` begins."""
    total = best = 0.0
    start = 0
    for index in range(len(words) - 1, -1, -1):
        total += _weight(words[index])
        if total >= best and _CAPITALISED.match(words[index].lstrip(_OPENING)):
            best, start = total, index
    if sum(map(_weight, words[:start])) > -least:
        start = 0
    if start == 0 and broken and len(words) > 12:
        start = _after_headlines(words)
    while start and _goes_on(words, start, names):
        start -= 1
    return start


def _after_headlines(words: list[str]) -> int:
    """Where the last capitalised word stands that follows a headline's last word; 0 for none."""
    for index in range(len(words) - 8, 2, -1):
        before = words[index - 1]
        if words[index][0].isupper() and before[-1].isalnum() and before[0].islower() and before not in _LINKING:
            return index
    return 0


def _goes_on(words: list[str], start: int, names: Pairs) -> bool:
    """Whether the word before `start` is of the same sentence: of its dateline, or of a name that stands elsewhere."""
    before, word = words[start - 1], words[start]
    if word[0].islower() or before in _LINKING or before.endswith(","):
        return True  # no sentence begins so
    if before in ("—", "–", "-", "--") or (
        before.startswith("(") and before.endswith(")") and word in ("—", "–", "-", "--")
    ):
        return True
    if word in ("—", "–", "-", "--") or (word.startswith("(") and before.isupper()):
        return True
    if before[:1] in _OPENING and before[-1:].isalnum() and before[1:2].isupper():
        return True
    return before[-1:].isalpha() and before[:1].isupper() and word[:1].isupper() and names[before, word] > 1


def _weight(word: str) -> float:
    bare = word.lstrip(_OPENING)
    if not bare or not bare[0].isalnum():
        return _SIGN if bare not in ("–", "—", "-", "&") else 0.0
    if bare[0].isdigit():
        return _NUMBER
    if _CAPITALISED.match(bare):
        return _SIGN if word[0] in "([" else _CAPITAL
    return _SMALL


def _furniture(text: str, indent: int, head: bool) -> Iterator[Line]:
    """What is no sentence, as lines: at the head of a page its title and its date on lines of their own."""
    if not text:
        return
    if not head:
        yield Line(text, indent, gap=True, aside=True)
        return
    marks = [match.start() for match in _BYLINE.finditer(text)]
    stated = dates.dates_in(text[-2000:])
    shift = max(0, len(text) - 2000)
    starts = {shift + s.start for s in stated if not any(0 <= shift + s.start - mark <= 20 for mark in marks)}
    cuts = sorted({*marks, *starts, *(shift + s.end for s in stated)})
    at = 0
    for cut in [*cuts, len(text)]:
        piece = text[at:cut].strip(" |·•:,")
        at = cut
        words = piece.split()
        if not words:
            continue
        if len(words) <= 8:
            yield Line(piece, indent, gap=True)
            continue
        start = _headline(words)
        if start:
            yield Line(" ".join(words[:start]), indent, gap=True, aside=True)
        if start < len(words):
            yield Line(" ".join(words[start:]), indent, gap=True)


def _headline(words: list[str]) -> int:
    """Where the headline begins with which `words` end."""
    total = best = 0.0
    start = len(words)
    for index in range(len(words) - 1, -1, -1):
        total += _weight(words[index])
        if total > best and words[index][0].isupper():
            best, start = total, index
    while start < len(words) and start > 2 and words[start - 1][0].isupper():
        run = start - 1
        while run > start - 4 and run > 1 and words[run - 1][0].isupper():
            run -= 1
        if not words[run - 1][0].islower() or not words[run - 2][0].isupper():
            break
        start = run - 2
    return start
