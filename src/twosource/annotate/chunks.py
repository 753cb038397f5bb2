"""Noun phrases and verb groups of a sentence, read from the parts of speech: what predicates are made of."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from spacy.tokens import Doc

from twosource.annotate.tagging import candidates

Tokens = tuple[int, int]

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
MODIFIER = frozenset({"DET", "ADJ", "NUM", "SYM"})
NOUN_PRONOUNS = frozenset(
    "i you he she it we they me him us them who someone somebody anyone everyone nobody nothing something everything "
    "anything himself herself itself themselves ourselves this these those none one all both some many".split()
)
DETERMINING_PRONOUNS = frozenset("my your his her its our their whose".split())


HEDGES = frozenset(
    tuple(pair.split()) for pair in ("at least", "at most", "up to", "more than", "less than", "fewer than", "close to")
)
# "tens of thousands of people", "dozens of officials": one phrase, headed by what is counted.
QUANTITIES = frozenset("tens dozens hundreds thousands millions number scores some one most".split())
PERIODS = frozenset("week month year spring summer autumn winter night".split())
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
VAGUE = frozenset("a tens dozens hundreds thousands millions half".split())


UNCHANGED = frozenset("put set cut hit let shut cost hurt quit spread split shed cast burst beat bid rid".split())


def characters(doc: Doc, tokens: Tokens) -> tuple[int, int]:
    """A token range as characters; of an empty range, its first token."""
    last = doc[max(tokens[0], tokens[1] - 1)]
    return doc[tokens[0]].idx, last.idx + len(last)


class Group(msgspec.Struct, frozen=True):
    """A run of auxiliaries, negation, adverbs and one main verb."""

    start: int
    verb: int


class Sentence:
    """One sentence: its words (white space left out, counted from 0), tags, noun phrases and verb groups."""

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.ids = [i for i in range(start, end) if doc[i].pos_ != "SPACE"]
        self.start, self.end = 0, len(self.ids)
        self.low = {k: doc[i].lower_.replace("’", "'") for k, i in enumerate(self.ids)}
        self.pos = {k: doc[i].pos_ for k, i in enumerate(self.ids)}
        self.lemmas = {k: doc[i].lemma_ for k, i in enumerate(self.ids)}
        self.spaced = {k for k, i in enumerate(self.ids) if i and doc[i - 1].whitespace_ and doc[i].whitespace_}
        self.phrases = self._noun_phrases()
        self.at = {np[0]: np for np in self.phrases}
        self.ends = {np[1]: np for np in self.phrases}
        self.groups = self._verb_groups()
        self.group_starts = {g.start for g in self.groups}
        self.quotes = self._quotes()

    def in_document(self, words: Tokens) -> Tokens:
        """A range of the sentence's words as a range of the document's tokens."""
        return self.ids[words[0]], self.ids[words[1] - 1] + 1

    # --- chunks ---

    def _noun_phrases(self) -> tuple[Tokens, ...]:
        out: list[Tokens] = []
        i = self.start
        while i < self.end:
            j = self._phrase_end(i)
            if j > i:
                out.append((i, j))
                i = j
            else:
                i += 1
        return tuple(out)

    def _phrase_end(self, i: int) -> int:
        """The end of the noun phrase that starts at `i`; `i` itself when none does."""
        if self.pos[i] == "PRON" and self.low[i] not in DETERMINING_PRONOUNS:
            return i + 1 if self.low[i] in NOUN_PRONOUNS and self.low[i] != "who" else i
        j, head = self._past_hedge(i), 0
        while j < self.end:
            pos, low = self.pos[j], self.low[j]
            if head == j and self._period(i, j) and (pos in NOMINAL or pos in MODIFIER):
                break  # "Earlier this month Selmian forces crossed": the time is no part of who did it
            if pos in NOMINAL:
                head = j + 1
            elif pos in MODIFIER or low in DETERMINING_PRONOUNS:
                if pos == "DET" and head and low not in {"all", "both"}:
                    break
                if low in DETERMINING_PRONOUNS and j > i and self.pos[j - 1] not in {"PART", "DET"}:
                    break
            elif low == "'s" or (low == "'" and j > i and self.low[j - 1].endswith("s")):
                if not head or pos != "PART":
                    break
            elif not self._inside_phrase(i, j, head):
                break
            j += 1
        if not head and j - i > 1 and self.low[i] == "the" and self.low.get(j) == "of":
            return j  # "the smaller of the two"
        if (
            not head
            and self.low[i] in {"those", "these", "this", "many", "some", "both", "others", "most"}
            and j == i + 1
        ):
            return j if self.low[i] not in {"this", "these", "most"} else i
        return head or i

    def _inside_phrase(self, i: int, j: int, head: int) -> bool:
        """Whether what is no noun or modifier at `j` still belongs to the phrase from `i` ("long-term", "tens of")."""
        pos, low = self.pos[j], self.low[j]
        nxt = self.pos.get(j + 1, "")
        if low in {"-", "–", "/"} and head == j:
            return j not in self.spaced and nxt in NOMINAL | {"ADJ", "VERB"}
        if low == "and" and j > i and {self.low[j - 1], self.low.get(j + 1, "")} <= ORDINALS:
            return True  # "the first and second packages"
        if pos == "VERB" and j > i:
            return self.low[j - 1] in {"-", "–"}
        if pos == "ADV" and j > i and not head:
            return nxt == "ADJ"
        return low == "of" and head == j > i and self.low[j - 1] in QUANTITIES

    def _period(self, i: int, j: int) -> bool:
        """Whether the words from `i` to `j` are "this month" or the like, at the head of the sentence."""
        opens = i == self.start or (
            i == self.start + 1 and self.low[self.start] in {"earlier", "later", "early", "late"}
        )
        return opens and j == i + 2 and self.low[i] in {"this", "last", "next"} and self.low[i + 1] in PERIODS

    def _past_hedge(self, i: int) -> int:
        """ "at least two protesters" is one phrase: where it goes on after the hedge, else `i`."""
        hedge = i + 2 < self.end and (self.low[i], self.low[i + 1]) in HEDGES
        return i + 2 if hedge and (self.pos[i + 2] == "NUM" or self.low[i + 2] in VAGUE) else i

    def _verb_groups(self) -> list[Group]:
        out, i = [], self.start
        inside = {k for np in self.phrases for k in range(*np)}
        while i < self.end:
            if i in inside or (self.pos[i] not in {"VERB", "AUX"} and not self._to_infinitive(i)):
                i += 1
                continue
            j, verb = i, -1
            while j < self.end and j not in inside and self._in_group(j):
                if self.pos[j] in {"VERB", "AUX"}:
                    if verb >= 0 and self.pos[verb] == "VERB":
                        break
                    verb = j
                j += 1
            if verb < 0:
                i += 1
                continue
            out.append(Group(i, verb))
            i = verb + 1
        return out

    def _to_infinitive(self, i: int) -> bool:
        return (
            self.low[i] == "to"
            and self.pos[i] == "PART"
            and i + 1 < self.end
            and self.pos[i + 1] in {"VERB", "AUX", "ADV"}
        )

    def _in_group(self, j: int) -> bool:
        pos, low = self.pos[j], self.low[j]
        return pos in {"VERB", "AUX", "ADV"} or low in {"not", "n't"} or (low == "to" and pos == "PART")

    def _quotes(self) -> set[int]:
        """Tokens inside quotation marks of this sentence: arguments are not looked for across a mark."""
        out, open_ = set(), False
        for i in range(self.start, self.end):
            if self.low[i] in {"“", "«"} or (self.low[i] == '"' and not open_):
                open_ = True
            elif self.low[i] in {"”", "»", '"'}:
                open_ = False
            elif open_:
                out.add(i)
        return out


@lru_cache(maxsize=50_000)
def participle(low: str) -> bool:
    """Whether the word can be a past participle."""
    verb = candidates(low).get("VERB")
    return (
        verb is not None
        and not low.endswith("ing")
        and (verb != low or low in UNCHANGED or low in {"become", "come", "run"})
    )
