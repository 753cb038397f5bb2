"""Copies: passages of one article that stand in another, and who had them first as far as can be known.

Found by fingerprints (`winnowing`), made exact by alignment (`passages`), then judged here: a copy is prose that
somebody took over. What several reporters write alike without copying is none: a set phrase or a title, a quotation
that both heard, a line that one outlet prints under all its articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from twosource.records import Article, Copy, Reading, Span
from twosource.resolve.passages import Passage, passages
from twosource.resolve.quoted import quoted
from twosource.resolve.winnowing import Index, Words
from twosource.settings import ResolveSettings

WINDOW = 2
"""Fingerprints of which one is kept. The guarantee for an unedited passage of `min_copy_words` would allow
`min_copy_words - shingle_words + 1`; a smaller window also finds passages in which no long run was left unedited."""
CLOSE = 2
"""A seed is looked at when at most this many of `min_copy_words` are missing around it: the look is a rough one."""
OWN_SHARE = 0.25
"""A passage of which less than this is outside quotation marks is a quotation that both heard."""
OWN_WORDS = 6
"""Words outside quotation marks that a copy has at least: "he told reporters on Friday" is no copy."""
OWN_ALWAYS = 24
"""This many words outside quotation marks are a copy, however long the speech between them."""
PROSE = 4
"""Different lower-case words, not the commonest, that a copy has at least: names, titles and set phrases have fewer."""
DENSITY = 0.5
"""Of a copy's words this share at least is the same."""
FRAGMENT = 15
"""Fewer equal words than this are a copy only as a sentence: a piece of one is a phrase that anybody may write."""
SENTENCE_SHARE = 0.6
"""Of the sentences that it stands in, the share that a short passage has to be, in one of the articles."""
WORN_HERE, WORN_ELSEWHERE = 4, 8
"""A passage in this many articles of one outlet is a line of the house (about the author, how to subscribe). Between
two outlets it takes more: a sentence of a wire that one of them uses day after day is still a copy in the other..."""
WORN_COVER = 0.5
"""... and neither, where the articles are copies of each other as wholes: this share of the shorter one is the same."""

COMMON = frozenset(
    "a about after all also an and any are as at be because been before being but by can could did do does for from "
    "had has have he her him his how i if in into is it its just more most no not of on one only or other our out "
    "over said say says she should so some than that the their them then there they this those to told two up us was "
    "we were what when where which who will with would you your".split()
)
"""Words that tell nothing about who wrote a line: English function words and the plainest verbs of speech."""
DAY = len("2031-04-07")
LETTER = re.compile(r"[^\W\d_]")
SENTENCE_END = re.compile(r"[.!?…][\"”’»)']*\s+(?=[\"“‘«(']*[^\W\d_a-z])|\n+")


@dataclass(frozen=True, slots=True)
class _Text:
    """An article with its words and, for each word, whether it stands in quotation marks and in a worn passage.

    `sentences` are the numbers of the words that begin one, and the number of words last.
    """

    article: Article
    words: Words
    hashes: list[int]
    quoted: list[bool]
    worn_here: list[bool]
    worn_elsewhere: list[bool]
    sentences: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the words from `start` to before `end`."""
        return int(self.words.starts[start]), int(self.words.ends[end - 1])

    def word(self, place: int) -> str:
        """A word as written."""
        return self.article.text[int(self.words.starts[place]) : int(self.words.ends[place])]


def copies(readings: Sequence[Reading], settings: ResolveSettings) -> tuple[Copy, ...]:
    """Passages that stand in two articles, in order of the two articles' ids and of their place in the first.

    `first` is the article that had the passage first: by publication, then by who credits whom; where neither tells,
    `known_first` is False and the two stand in order of id. A passage in very many articles is linked as a line and a
    star, not as all pairs. The result does not depend on the order of `readings`.
    """
    articles = sorted({reading.article.id: reading.article for reading in readings}.values(), key=_age)
    window = max(1, min(WINDOW, settings.min_copy_words - settings.shingle_words + 1))
    index = Index([article.text for article in articles], settings.shingle_words, window)
    outlets = _outlets(articles)
    here, elsewhere = index.worn(outlets, WORN_HERE), index.worn(outlets, WORN_ELSEWHERE)
    texts: dict[int, _Text] = {}
    found: list[Copy] = []
    seeds = index.seeds(settings.min_copy_words - CLOSE)
    for (a, b), group in groupby(seeds, key=lambda seed: (seed.a, seed.b)):
        for number in (a, b):
            if number not in texts:
                texts[number] = _text(
                    articles[number], index.words[number], here[number].tolist(), elsewhere[number].tolist()
                )
        found += _copies(texts[a], texts[b], [(seed.at_a, seed.at_b) for seed in group], settings)
    return tuple(sorted(found, key=_order))


def _age(article: Article) -> tuple[str, str]:
    return (_published(article) or "9999", article.id)


def _order(copy: Copy) -> tuple[str, str, int, int]:
    return (copy.first.article, copy.later.article, copy.first.start, copy.later.start)


def _outlets(articles: Iterable[Article]) -> list[int]:
    """A number for each article's outlet, -1 where it is not known."""
    numbers: dict[str, int] = {}
    names = [_plain(article.outlet) for article in articles]
    return [numbers.setdefault(name, len(numbers)) if name else -1 for name in names]


def _text(article: Article, words: Words, here: list[bool], elsewhere: list[bool]) -> _Text:
    starts = words.starts.tolist()
    ends = [match.end() for match in SENTENCE_END.finditer(article.text)]
    sentences = sorted({0, len(starts), *(bisect_left(starts, end) for end in ends)})
    return _Text(article, words, words.hashes.tolist(), quoted(article.text, starts), here, elsewhere, sentences)


def _copies(one: _Text, two: _Text, seeds: list[tuple[int, int]], settings: ResolveSettings) -> list[Copy]:
    """The copies between two articles."""
    found = [
        passage
        for passage in passages(one.hashes, two.hashes, seeds)
        if passage.equal >= settings.min_copy_words and _taken_over(one, two, passage)
    ]
    covered = sum(passage.equal for passage in found) >= WORN_COVER * min(len(one.hashes), len(two.hashes))
    same_outlet = _plain(one.article.outlet) == _plain(two.article.outlet)
    worn = one.worn_here if same_outlet else one.worn_elsewhere
    if not covered and all(_worn(worn, passage) for passage in found):
        return []
    return [_copy(one, two, passage) for passage in found]


def _taken_over(one: _Text, two: _Text, passage: Passage) -> bool:
    """Whether this is prose that somebody took over: dense, of words of its own, not a quotation that both heard."""
    if passage.equal < DENSITY * passage.length or _fragment(one, two, passage):
        return False
    places = [(run.a + step, run.b + step) for run in passage.runs for step in range(run.length)]
    own = [a for a, b in places if not (one.quoted[a] and two.quoted[b])]
    if len(own) < OWN_WORDS or (len(own) < OWN_SHARE * len(places) and len(own) < OWN_ALWAYS):
        return False
    return len({word for word in map(one.word, own) if _prose(word)}) >= PROSE


def _prose(word: str) -> bool:
    return LETTER.match(word) is not None and not word[0].isupper() and word not in COMMON


def _fragment(one: _Text, two: _Text, passage: Passage) -> bool:
    """Whether the passage is short and only a piece of a sentence in both articles."""
    if passage.equal >= FRAGMENT:
        return False
    return max(_share(one, *passage.a), _share(two, *passage.b)) < SENTENCE_SHARE


def _share(text: _Text, start: int, end: int) -> float:
    """The words from `start` to before `end` as a share of the sentences that they stand in."""
    first = text.sentences[bisect_right(text.sentences, start) - 1]
    return (end - start) / (text.sentences[bisect_left(text.sentences, end)] - first)


def _worn(worn: list[bool], passage: Passage) -> bool:
    start, end = passage.a
    return 2 * sum(worn[start:end]) >= end - start


def _copy(one: _Text, two: _Text, passage: Passage) -> Copy:
    mine, yours = _with_marks(one, two, passage)
    a, b = Span(one.article.id, *mine), Span(two.article.id, *yours)
    order, known, why = _who_first(one.article, two.article)
    same = f"the same {passage.equal} words" if passage.equal == passage.length else _edited(passage)
    first, later = (a, b) if order <= 0 else (b, a)
    return Copy(first, later, known, passage.equal, f"{same} stand in both; {why}")


def _edited(passage: Passage) -> str:
    return f"{passage.equal} of {passage.length} words, in the same order,"


def _with_marks(one: _Text, two: _Text, passage: Passage) -> tuple[tuple[int, int], tuple[int, int]]:
    """The passage in characters of both texts, with the punctuation that follows it in both."""
    (start_a, end_a), (start_b, end_b) = one.span(*passage.a), two.span(*passage.b)
    mine, yours = one.article.text, two.article.text
    while end_a < len(mine) and end_b < len(yours) and mine[end_a] == yours[end_b] and _mark(mine[end_a]):
        end_a, end_b = end_a + 1, end_b + 1
    return (start_a, end_a), (start_b, end_b)


def _mark(letter: str) -> bool:
    return not letter.isspace() and not letter.isalnum()


def _who_first(one: Article, two: Article) -> tuple[int, bool, str]:
    """Below 0 when `one` had it first, above 0 when `two` had; whether that is known; and why, for people."""
    dates, credit = _by_date(one, two), _by_credit(one, two)
    by_id = -1 if one.id <= two.id else 1
    if dates and credit and dates != credit:
        return credit, False, "the one published later is the one that the other credits"
    if dates:
        early, late = (one, two) if dates < 0 else (two, one)
        return dates, True, f"published {_published(early)} and {_published(late)}"
    if credit:
        return credit, True, f"one credits {_credited(two if credit < 0 else one)}, the other is by them"
    return by_id, False, "nothing tells who had it first"


def _by_date(one: Article, two: Article) -> int:
    """Below 0 when `one` was published earlier, as precisely as both tell it: a day is not before an hour of that day.

    An hour without a time zone is compared by its day with one that has a zone.
    """
    mine, yours = _published(one), _published(two)
    if not mine or not yours:
        return 0
    here, there = _instant(mine), _instant(yours)
    if here and there and (here.tzinfo is None) == (there.tzinfo is None):
        return (here > there) - (here < there)
    size = min(DAY, len(mine), len(yours))
    return (mine[:size] > yours[:size]) - (mine[:size] < yours[:size])


def _instant(date: str) -> datetime | None:
    """The moment of an ISO date-time; None for a day alone."""
    try:
        return datetime.fromisoformat(date) if len(date) > DAY else None
    except ValueError:
        return None


def _published(article: Article) -> str | None:
    """The publication date as stated, else the dateline's when it is a whole day."""
    if article.published is not None:
        return article.published.value
    date = article.dateline.date if article.dateline else None
    return date if date and "X" not in date else None


def _by_credit(one: Article, two: Article) -> int:
    return int(_credits(one, two)) - int(_credits(two, one))


def _credits(one: Article, two: Article) -> bool:
    """Whether `one` credits the outlet that `two` is of, and is of another itself."""
    credit, outlet = _plain(_credited(one)), _plain(two.outlet)
    return bool(credit) and bool(outlet) and credit == outlet and _plain(one.outlet) != outlet


def _credited(article: Article) -> str | None:
    return article.credit or (article.dateline.agency if article.dateline else None)


def _plain(name: str | None) -> str:
    """A name by its letters and digits alone: Harbour TV and HARBOURTV are one, The Courier and Courier too."""
    letters = "".join(letter for letter in (name or "").casefold() if letter.isalnum() or letter == " ")
    return letters.removeprefix("the ").removeprefix("source ").replace(" ", "")
