"""Where sentences start: by punctuation alone, which cuts a text into windows, and with the encoder's opinion beside.

Sentences never cross a blank line; abbreviations and quotations within a sentence do not end it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# A full stop after these ends no sentence, whatever follows. spaCy's tokenizer keeps them as one token.
ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. sgt. cpl. pvt. adm. cmdr. brig. gov. sen. rep. pres. "
    "rev. hon. st. "
    "mt. ft. no. nos. vs. v. e.g. i.e. cf. approx. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. fig. vol. pp. p. messrs. mme. mlle. supt. insp. det. "
    "smt. ven. engr. barr. alh. rtd. retd. ald. cllr. amb. atty. hr. fr. sr. jr.".split()
)
# These may end a sentence: they do when the next word opens one (see OPENERS).
MAYBE_FINAL = frozenset(
    "inc. corp. co. ltd. llc. plc. etc. al. a.m. p.m. jr. sr. bros. u.s. u.k. u.n. e.u. d.c.".split()
)
# Words that, capitalised after such an abbreviation, show that a new sentence has begun: no name starts with them.
OPENERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my in on at after "
    "before when while "
    "but and if as for from with by there here who what why how however meanwhile since although though".split()
)
TERMINAL = frozenset([".", "!", "?", "…", "...", "?!", "!!", "!?", "。", "！", "？"])
CLOSERS = frozenset("\"'”’»)]}›“")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def sentence_starts(words: Sequence[str], spaces: Sequence[bool], max_tokens: int = 400) -> list[bool]:
    """For each token, whether a sentence starts there. `spaces`: whether white space follows each token. Sentences
    never cross a blank line.
    """
    starts = [False] * len(words)
    begin = 0
    open_ = True
    for i, word in enumerate(words):
        if word.isspace():
            if "\n" in word and _breaks(words, i):
                open_ = True
            continue
        if open_ or i - begin >= max_tokens:
            starts[i], begin, open_ = True, i, False
        if _ends_sentence(words, spaces, i):
            open_ = True
    if words:
        starts[0] = True
    return starts


def _breaks(words: Sequence[str], i: int) -> bool:
    """Whether the white space at `i` ends a sentence: a blank line always, a line end after final punctuation."""
    if BLANK_LINE.search(words[i]):
        return True
    before = words[i - 1] if i else ""
    return before in TERMINAL or (before[-1:] in CLOSERS and i > 1 and words[i - 2] in TERMINAL)


def _ends_sentence(words: Sequence[str], spaces: Sequence[bool], i: int) -> bool:
    word = words[i]
    if word in CLOSERS:
        j = i
        while j > 0 and words[j] in CLOSERS:
            j -= 1
        return (
            words[j] in TERMINAL and _opens(words, i + 1) and (spaces[i] or i + 1 == len(words)) and _closing(words, i)
        )
    if word in TERMINAL:
        if i + 1 < len(words) and words[i + 1] in CLOSERS and not spaces[i]:
            return False  # the closing mark that follows belongs to this sentence
        if word == "." and i and not spaces[i - 1] and _abbreviated(words, i):
            return False
        return _opens(words, i + 1) and (spaces[i] or i + 1 == len(words))
    if word.endswith(".") and len(word) > 1:
        low = word.lower()
        if low in MAYBE_FINAL:
            return _next(words, i + 1).lower() in OPENERS and _next(words, i + 1)[:1].isupper()
        if low in ABBREVIATIONS or re.fullmatch(r"(?:[A-Za-z]\.)+", word):
            return False
        return _opens(words, i + 1) and word[:-1].isalnum() and word[0].islower()
    return False


def _abbreviated(words: Sequence[str], i: int) -> bool:
    """Whether the full stop at `i` ends an abbreviation that the tokenizer took apart ("Lt.", "No. 5")."""
    before = words[i - 1]
    if before.lower() == "no":
        return before[0].isupper() and _next(words, i + 1)[:1].isdigit()
    return before[:1].isupper() and before.lower() + "." in ABBREVIATIONS


def _closing(words: Sequence[str], i: int) -> bool:
    """A straight quotation mark followed by white space closes; an opening curly one does not."""
    return words[i] not in {"“", "«", "("}


def _next(words: Sequence[str], i: int) -> str:
    while i < len(words) and (words[i].isspace() or words[i] in {'"', "“", "‘", "'", "(", "[", "«", "„"}):
        i += 1
    return words[i] if i < len(words) else ""


def _opens(words: Sequence[str], i: int) -> bool:
    """Whether what stands at `i` can open a sentence: a capital, a digit, another script, or the end of the text."""
    word = _next(words, i)
    return not word or not word[0].isalpha() or not word[0].islower()


def breaks(words: Sequence[str]) -> list[bool]:
    """For each token, whether a paragraph starts there: the first, and what follows a blank line."""
    out = [False] * len(words)
    open_ = True
    for i, word in enumerate(words):
        if word.isspace():
            open_ = open_ or bool(BLANK_LINE.search(word))
        else:
            out[i], open_ = open_, False
    return out


RULE = 3.0
"""What punctuation's word for or against a start weighs beside the encoder's log-odds."""


def settled(says: Sequence[float], rule: Sequence[bool], forced: Sequence[bool], most: int) -> list[tuple[int, int]]:
    """The sentences of n words as ranges, from the encoder's log-odds that one starts at a word, from what punctuation
    says, and from paragraph starts, which are forced. None has more than `most` words.
    """
    out: list[tuple[int, int]] = []
    begin = 0
    for k in range(1, len(says)):
        starts = forced[k] or k - begin >= most or says[k] + (RULE if rule[k] else -RULE) > 0
        if starts:
            out.append((begin, k))
            begin = k
    return [*out, (begin, len(says))] if len(says) else []


DASHES = frozenset(["—", "–", "-", "--"])
LONGEST_DATELINE = 14
"""Tokens of "SELM, Ardan, May 3, 2031 (Ardan Wire) —", with room for a second agency."""
LEAST_CAPITALS = 3
"""Letters of the place, all capitals, that opens a dateline: shorter ones are initials and agencies."""


def dateline(words: Sequence[str]) -> int:
    """How many words of a paragraph's first sentence are its dateline, the dash included: 0 for none. It opens with a
    place in capitals, and has nothing but names, a date and an agency in brackets before a dash. Dashes in pairs are
    about an aside ("NATO - the alliance - said").
    """
    if not words or not words[0].isupper() or len(words[0]) < LEAST_CAPITALS:
        return 0
    bracket = False
    for k, word in enumerate(words[1:LONGEST_DATELINE], 1):
        if word in DASHES:
            return 0 if k == 1 and sum(other in DASHES for other in words) % 2 == 0 else k + 1
        bracket = (bracket or word == "(") and word != ")"
        if word[:1].islower() and not bracket and word not in {"of", "and"}:
            return 0
    return 0
