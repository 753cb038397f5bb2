"""The words of a `Doc` as plain lists, and the noun phrases that can be sources: with titles and appositions.

Attributions ask this file for subjects, never for the parse itself, so that a full parse can take its place.
All ranges are token ranges, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc

from twosource.annotate.cues import CUES
from twosource.annotate.quotations import Quotation, quotations
from twosource.records import Mention

Tokens = tuple[int, int]

SAYING = {
    **dict.fromkeys("say says said saying".split(), "say"),
    **dict.fromkeys("tell tells told telling".split(), "tell"),
    **dict.fromkeys("add adds added adding".split(), "add"),
}

SUBJECT_PRONOUNS = frozenset("i he she it we they you who which that".split())
OBJECT_PRONOUNS = frozenset("me him us them himself herself themselves itself".split())
POSSESSIVES = frozenset("my your his her its our their whose".split())
RELATIVES = frozenset("who which whose whom".split())
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
MODIFIER = frozenset({"ADJ", "DET", "NUM", "SYM"})
# Prepositions that tie a noun phrase to the one before it: "the head of", "a spokesman for".
TIES = frozenset("of for from in at with to on by against about near".split())
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march "
    "april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. "
    "nov. dec. morning afternoon evening night week month year weekend mondays tuesdays wednesdays thursdays fridays "
    "noon midnight moment hours days weeks months years minutes".split()
)
_QUALIFIERS = frozenset(
    "at least most more less than nearly about almost up to over only some just fewer around roughly".split()
)
_RANKING = frozenset("managing founding acting presiding commanding governing ruling".split())
_MARKS = frozenset("“”\"'‘’«»„")


class Words:
    """One Doc as lists over its tokens, save white space inside a line: `low`, `pos`, `lemma`, ...

    `quote` is the outermost quotation around each token, `mention` the name that it belongs to (-1 for none).
    """

    def __init__(self, doc: Doc, mentions: tuple[Mention, ...] = ()) -> None:
        kept = [token for token in doc if not token.is_space or "\n" in token.text]
        self.kept = kept
        self.text: str = doc.text
        self.word: list[str] = [token.text for token in kept]
        self.low: list[str] = [word.lower().replace("’", "'") for word in self.word]
        self.pos: list[str] = [token.pos_ for token in kept]
        self.lemma: list[str] = [token.lemma_ for token in kept]
        self.role: list[str] = [token.dep_ for token in kept]
        self.start: list[int] = [token.idx for token in kept]
        self.end: list[int] = [at + len(word) for at, word in zip(self.start, self.word, strict=True)]
        self.starts: list[bool] = [bool(token.is_sent_start) for token in kept]
        self._retag()
        self.mention = [-1] * len(self.word)
        for number, mention in enumerate(mentions):
            for i in range(*self.tokens(mention.start, mention.end)):
                self.mention[i] = number
        self.mentions = mentions
        self.quotations: tuple[Quotation, ...] = tuple(q for q in quotations(self.text) if q.depth == 0)
        self.quote = [-1] * len(self.word)
        self.quote_tokens: list[tuple[Tokens, ...]] = []
        for number, quotation in enumerate(self.quotations):
            parts = tuple(self.tokens(*part) for part in quotation.parts)
            self.quote_tokens.append(parts)
            for part in parts:
                for i in range(*part):
                    self.quote[i] = number
        self.joined = [False] * len(self.word)
        for i in range(1, len(self.word) - 1):
            if self.word[i] in "-–/" and self.end[i - 1] == self.start[i] and self.end[i] == self.start[i + 1]:
                self.joined[i - 1] = self.joined[i] = True

    def _retag(self) -> None:
        """The tags of the words that attributions turn on: "saying" is never a noun here, nor "Lee notes." """
        for i, low in enumerate(self.low):
            if self.pos[i] == "VERB" and low not in SAYING and self._first_name(i):
                self.pos[i] = "PROPN"
            if low in {"sources", "reports", "polls", "aides"} and self.pos[i] == "VERB" and self.starts[i]:
                self.pos[i] = "NOUN"
            if low == "close" and self.low[i + 1 : i + 2] == ["to"] and self.pos[i - 1] == "NOUN":
                self.pos[i] = "ADJ"  # "sources close to the mayor"
            if low in SAYING:
                self.pos[i], self.lemma[i] = "VERB", SAYING[low]
            elif self.pos[i] == "NOUN" and low.endswith("s") and low[:-1] in CUES and 0 < i < len(self.word) - 1:
                named = self.pos[i - 1] == "PROPN" or self.low[i - 1] in {"he", "she"}
                if named and (self.word[i + 1] in {".", ",", ":", "“", '"'} or self.low[i + 1] == "that"):
                    self.pos[i], self.lemma[i] = "VERB", low[:-1]

    def _first_name(self, i: int) -> bool:
        """A capital right after a quotation and before a name: a first name, whatever verb is spelled so."""
        after_mark = i > 0 and self.word[i - 1] in {"”", '"', "’"}
        return after_mark and self.word[i][0].isupper() and i + 1 < len(self.word) and self.pos[i + 1] == "PROPN"

    def tokens(self, start: int, end: int) -> Tokens:
        """The tokens that lie within the characters `start:end`."""
        first = bisect_left(self.start, start)
        return first, max(first, bisect_left(self.start, end))

    @cached_property
    def lines(self) -> tuple[Tokens, ...]:
        """Sentences, save that a quotation of several sentences is not taken apart within a paragraph."""
        cuts = [
            i
            for i in range(1, len(self.word))
            if self.starts[i] and not (self.quote[i] != -1 and self.quote[i] == self.quote[i - 1])
        ]
        edges = [0, *cuts, len(self.word)]
        return tuple((a, b) for a, b in pairwise(edges) if b > a)

    def head(self, i: int) -> int:
        """The token that `i` hangs on in the parse; itself where it hangs on nothing."""
        return self._at(self.kept[i].head.i, i)

    def left_edge(self, i: int) -> int:
        """The first token of what hangs on `i`."""
        return self._at(self.kept[i].left_edge.i, i)

    def right_edge(self, i: int) -> int:
        """The last token of what hangs on `i`."""
        return self._at(self.kept[i].right_edge.i, i)

    def _at(self, index: int, default: int) -> int:
        """The number of the Doc's token `index` among those kept."""
        return self._numbers.get(index, default)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {token.i: number for number, token in enumerate(self.kept)}

    def tag(self, i: int) -> str:
        """The fine-grained tag of token `i`."""
        return self.kept[i].tag_

    def complement_of(self, verb: int, i: int, stop: int) -> int | None:
        """Where in the parse the clause begins that is the complement of `verb`, from token `i` on."""
        for k in range(i, min(stop, i + 30)):
            if self.role[k] == "ccomp" and self.head(k) == verb and self.left_edge(k) >= i:
                return self.left_edge(k)
        return None

    def sentence_quote(self, i: int) -> bool:
        """Whether token `i` stands in a quotation that is a statement of its own."""
        return self.quote[i] != -1 and self.quotations[self.quote[i]].form == "sentence"

    def nominal(self, i: int) -> bool:
        """Whether token `i` can be the head of a noun phrase."""
        return (
            self.pos[i] in NOMINAL
            or self.mention[i] != -1
            or (self.pos[i] == "PRON" and self.low[i] not in POSSESSIVES)
        )

    def finite(self, i: int) -> bool:
        """Whether token `i` looks like a finite verb (or the auxiliary of one)."""
        if (
            self.mention[i] != -1
            or self.pos[i] not in {"VERB", "AUX"}
            or self.joined[i]
            or (i > 0 and self.joined[i - 1])
        ):
            return False
        if self.low[i].endswith("ing") or (i > 0 and self.low[i - 1] == "to"):
            return False
        if i > 1 and self.low[i - 2] == "to" and self.low[i - 1] in {"be", "have"}:
            return False  # "who asked not to be named"
        if i > 0 and self.pos[i] == "VERB" and self.low[i - 1] in POSSESSIVES | {"the", "a", "an", "'s"}:
            return False  # "its exiled leader"
        return self.low[i] not in {"be", "been", "being", "having"}

    def finite_after(self, i: int, stop: int) -> bool:
        """Whether a finite verb stands in the tokens `i:stop`."""
        return any(self.finite(k) for k in range(i, stop))

    def timely(self, i: int) -> bool:
        """Whether token `i` is a word of time, which is nobody's name here."""
        return (self.low[i] in TIME_WORDS and self.word[i] != "May") or (
            self.low[i].isdigit() and len(self.low[i]) == 4
        )

    def group_start(self, i: int) -> int:
        """The first token of the verb group that ends in the verb `i` ("had not yet said")."""
        j = i
        while j > 0 and self.mention[j - 1] == -1 and not self.starts[j]:
            if self.word[j - 1] == "," and (opened := self._parted(j - 1)) is not None:
                j = opened
                continue
            auxiliary = self.pos[j - 1] == "AUX" or (self.pos[j - 1] == "ADV" and not self.nominal(j - 1))
            if not auxiliary and self.low[j - 1] not in {"not", "n't", "to", "never", "also"}:
                break
            j -= 1
        while j < i and self.pos[j] == "ADV" and self.timely(j):
            j += 1
        return j

    def _parted(self, comma: int) -> int | None:
        """The auxiliary before an aside that parts a verb group ("have, in fact, praised"); None when there is none."""
        for k in range(comma - 1, max(1, comma - 6), -1):
            if self.finite(k) or (self.nominal(k) and self.pos[k] == "PRON"):
                return None
            if self.word[k] == ",":
                return k - 1 if self.pos[k - 1] == "AUX" else None
        return None

    # --- noun phrases -------------------------------------------------------------------------------------------------

    def _inner(self, i: int) -> bool:
        return (
            (self.nominal(i) and self.pos[i] != "PRON") or self.pos[i] in MODIFIER or self.low[i] in POSSESSIVES
            or self.mention[i] != -1 or self.joined[i]
        )  # fmt: skip

    def base_right(self, i: int, stop: int) -> int:
        """The end of the base noun phrase that starts at `i`; `i` when none does."""
        if i >= stop:
            return i
        if self.pos[i] == "PRON" and self.mention[i] == -1 and self.low[i] not in POSSESSIVES:
            return i + 1
        if self.low[i] == "her" and not (i + 1 < stop and self._inner(i + 1)):
            return i + 1
        j = self._quantified(i, stop)
        head = i
        while j < stop:
            if self.low[j] in {"'s", "'"} and head == j > i:
                j += 1
                continue
            if self.joined[j]:  # "a just-released poll": all but the last part of a compound
                j += 1
                continue
            if self.word[j] == "&" and head == j:
                j += 1
                continue
            if self._stopped(j) and head == j and j + 1 < stop:
                j += 1
                continue
            if self.word[j] in _MARKS and self.quote[j] != -1 and not self.sentence_quote(j) and j + 1 < stop:
                head = j + 1 if head == j and self.quote[j + 1] != self.quote[j] else head
                j += 1  # a nickname or a scare quote inside the phrase
                continue
            if self.pos[j] in {"VERB", "ADV"} and self.mention[j] == -1 and self._modifies(i, j, head, stop):
                j += 1  # "the ruling party", "a very senior official"
                continue
            if not self._inner(j) or (self.pos[j] == "DET" and head > i and self.low[j - 1] != "'s"):
                break
            if head > i and self.low[j] in POSSESSIVES:
                break
            j += 1
            if self.nominal(j - 1) or (
                head == i and j - i == 1 and self.low[i] in {"many", "some", "others", "several", "most", "both", "all"}
            ):
                head = j
        return head

    def _stopped(self, i: int) -> bool:
        """Whether token `i` is the full stop of a title written short, with the name behind it: "Hon. Ann Lee"."""
        return (
            0 < i < len(self.word) - 1
            and self.word[i] == "."
            and self.end[i - 1] == self.start[i]
            and self.word[i - 1][0].isupper()
            and self.mention[i + 1] != -1
            and not self.starts[i + 1]
        )

    def _quantified(self, i: int, stop: int) -> int:
        """Past the words that qualify a number: "at least six planes", "more than half"."""
        j = i
        while j < min(stop - 1, i + 3) and self.low[j] in _QUALIFIERS:
            j += 1
        return j if j > i and (self.pos[j] == "NUM" or self.low[j] in {"half", "a", "two-thirds", "$"}) else i

    def _modifies(self, i: int, j: int, head: int, stop: int) -> bool:
        """A participle or adverb inside a noun phrase: "the ruling party", "joint televised comments"."""
        if j + 1 >= stop or not self._inner(j + 1) or self.pos[j + 1] == "DET" or self.low[j + 1] in POSSESSIVES:
            return False
        if self.word[j - 1] in _MARKS and j > i:
            return False
        if self.low[j] in _RANKING and self.pos[j + 1] == "NOUN":
            return True  # "Barents managing director Ann Lee"
        return head != j or (
            j == i + 1 and self.low[j].endswith("ed") and self.pos[j + 1] == "NOUN" and self.pos[i] == "NOUN"
        )

    def base_left(self, end: int, floor: int) -> int:
        """The start of the base noun phrase that ends before token `end`; `end` when none does."""
        i = end
        if i <= floor or not (self.nominal(i - 1) or self.low[i - 1] in {"many", "some", "others", "both", "most"}):
            return end
        if self.pos[i - 1] == "PRON" and self.mention[i - 1] == -1:
            return i - 1
        while i > floor:
            k = i - 1
            if self.low[k] in {"'s", "'"} and k > floor and self.nominal(k - 1):
                i -= 1
                continue
            if (self.word[k] == "&" and k > floor and i < end and self._inner(k - 1)) or self.joined[k]:
                i -= 1
                continue
            if k > floor and self.joined[k - 1] and i < end:
                i -= 1
                continue
            if (
                self.word[k] in _MARKS
                and self.quote[k] != -1
                and not self.sentence_quote(k)
                and k > floor
                and self.word[k - 1] not in ",.!?:"
            ):
                i -= 1
                continue
            if not self._inner(k) or (self.sentence_quote(k) and not self.sentence_quote(end - 1)):
                break
            if i < end and self.timely(k) and self.mention[k] == -1:
                break
            i -= 1
            if (self.pos[k] == "DET" or self.low[k] in POSSESSIVES) and not (
                k > floor and self.low[k - 1] in {"all", "both", "half"}
            ):
                break
        return i

    def phrase_right(self, i: int, stop: int) -> int:
        """The end of the noun phrase at `i` with what is tied to it by "of", "for" ..., and with "and" phrases."""
        end = self.base_right(i, stop)
        while end < stop and end > i:
            if self.low[end] == "(":
                close = next((k for k in range(end, min(stop, end + 12)) if self.low[k] == ")"), -1)
                if close < 0:
                    break
                short, end = close - end < 4, close + 1
                if short and end < stop and self.mention[end] != -1:
                    end = max(end, self.base_right(end, stop))  # "Gen. (rtd) Ann Lee"
                continue
            if self.low[end] not in TIES and self.low[end] not in {"and", "or"}:
                break
            if self.low[end] in {"on", "in", "at", "by", "to"} and end + 1 < stop and self.timely(end + 1):
                break
            more = self.base_right(end + 1, stop)
            if more == end + 1 or self.low[end + 1] in SUBJECT_PRONOUNS - {"that"}:
                break
            if self.low[end] in {"and", "or"} and more < stop and self.finite(more):
                break
            end = more
        return end

    def with_apposition(self, start: int, end: int, stop: int) -> int:
        """The end of the phrase with its apposition: "Ann Lee, 40, the head of the union" up to the closing comma."""
        while end + 1 < stop and self.word[end] == ",":
            nxt = end + 1
            if self.timely(nxt) or not (
                self._inner(nxt) or self.low[nxt] in RELATIVES or self.low[nxt] in {"of", "chief"}
            ):
                return end
            if self.low[nxt] in RELATIVES:
                return end
            after = self.phrase_right(nxt + 1 if self.low[nxt] == "of" else nxt, stop)
            if after <= nxt or (after < stop and self.finite(after)):
                return end
            end = after
            if end + 2 < stop and self.word[end] == "," and self.low[end + 1] == "and":
                further = self.phrase_right(end + 2, stop)  # "the president, A, and the minister, B,"
                if end + 2 < further < stop and self.word[further] == "," and not self.timely(end + 2):
                    end = further
        return end
