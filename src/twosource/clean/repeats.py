"""What stands on a page more than once is taken once: bodies with and without tags, teasers, pull quotes, titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from twosource.clean.blocks import Block
from twosource.clean.shapes import ALPHABET, UNEQUAL, fold, table

MIN_WORDS = 6
"""A shorter sentence may well be said twice in one article."""
LONGEST_WORD = 100
"""Characters in which the first word of a line ends, with the marks before it."""
MOST = 0.8
"""Share of a line's words in sentences that stand elsewhere, from which on it is a repetition."""

_SENTENCE = re.compile(r"[.!?…][\"”’»)]*\s+")
_WORD = re.compile(r"[^\W_]+")


def sentences_of(text: str) -> list[tuple[str, int]]:
    """The sentences of `text` with letters only, each with its number of words; short ones left out."""
    found: list[tuple[str, int]] = []
    for sentence in _SENTENCE.split(text.casefold()):
        words = _WORD.findall(sentence)
        if len(words) >= MIN_WORDS:
            found.append((" ".join(words), len(words)))
    return found


def _in_sentence(letter: str) -> str:
    """A letter or digit folded, a sentence's end as ".", what may close it as ")", a blank, and all else as "-"."""
    if _WORD.fullmatch(letter):
        return fold(letter)
    return "." if letter in ".!?…" else ")" if letter in '"”’»)' else " " if letter.isspace() else "-"


_SENTENCES = table(_in_sentence)
_SENTENCE_END = re.compile(rb"\.\)* ")


def _may_repeat(texts: Sequence[str]) -> bool:
    """Whether a sentence may stand in `texts` twice: it is soon said of most pages that none does, by their letters."""
    try:
        text = ". ".join(texts).encode(ALPHABET).translate(_SENTENCES)
    except UnicodeEncodeError:
        return True
    if UNEQUAL.encode() in text:
        return True
    letters = [
        letters
        for sentence in _SENTENCE_END.split(text)
        if len(sentence) - len(letters := sentence.translate(None, b".)- ")) >= MIN_WORDS - 1
    ]
    return len(set(letters)) < len(letters)


def once(page: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """`kept` without the lines that repeat others of it.

    Of two copies the one with more lines about it that are running text stays; of equal ones the first.
    """
    if not _may_repeat([page[index].text for index in kept]):
        return list(kept)
    said = {index: sentences_of(page[index].text) for index in kept}
    counts = Counter(sentence for sentences in said.values() for sentence, _ in sentences)
    if not counts or max(counts.values()) == 1:
        return list(kept)
    runs = _runs(page, kept)
    # Lines in the fuller neighbourhood are chosen first; one of very many sentences comes after its parts.
    order = sorted(kept, key=lambda index: (len(said[index]) > 12, -runs[index], index))
    taken: set[str] = set()
    dropped: set[int] = set()
    for index in order:
        total = sum(words for _, words in said[index])
        again = sum(words for sentence, words in said[index] if sentence in taken)
        if total and again >= MOST * total:
            dropped.add(index)
        else:
            taken.update(sentence for sentence, _ in said[index])
    return [index for index in kept if index not in dropped]


def _runs(page: Sequence[Block], kept: Sequence[int]) -> dict[int, int]:
    """For each line the number of lines of running text that stand together with it."""
    runs: dict[int, int] = {}
    run: list[int] = []
    for index in kept:
        if run and any(
            page[i].label not in ("prose", "sentence", "short", "entry", "caption") for i in range(run[-1] + 1, index)
        ):
            runs.update(dict.fromkeys(run, _told(page, run)))
            run = []
        run.append(index)
    runs.update(dict.fromkeys(run, _told(page, run)))
    return runs


def _told(page: Sequence[Block], run: Sequence[int]) -> int:
    return sum(page[index].label in ("prose", "sentence") for index in run)


def without_title(page: Sequence[Block], kept: Sequence[int], title: str, head: int) -> list[int]:
    """`kept` without the lines that only say the title again: in full, or, of its first `head` lines, its beginning or
    its end."""
    full = _WORD.findall(title.casefold())
    return [index for place, index in enumerate(kept) if not _repeats(page[index], full, near=place < head)]


def _repeats(block: Block, title: Sequence[str], near: bool) -> bool:
    near = near and block.label in ("short", "entry")
    first = _WORD.search(block.text[:LONGEST_WORD].casefold())
    if first is None or first.group() not in (title if near else title[:1]):
        return False  # soon said of most lines, for each of a body is asked
    line = _WORD.findall(block.text.casefold())
    return line == title or (near and len(line) >= 2 and line in (title[: len(line)], title[-len(line) :]))
