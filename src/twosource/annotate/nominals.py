"""Noun phrases of a parsed sentence: base phrases (determiner to head noun, with possessors) and the longer phrases
that are arguments of verbs. Ranges are tokens of the Doc, end exclusive.
"""

from __future__ import annotations

from spacy.tokens import Doc

from twosource.annotate.schemes import VERBAL, Tree

Tokens = tuple[int, int]

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM", "PRON"})
# Roles in which any word stands for a noun ("the poor", "both").
NOUN_ROLES = frozenset("subject object indirect oblique agent".split()) | {"passive subject"}
BEFORE = frozenset("modifier possessor part".split())
AFTER = frozenset("modifier part".split())
RELATIVES = frozenset("who which that whom whose".split())
QUESTIONING = frozenset("who whom whose which what whoever whatever there".split())
PAIRING = frozenset("both either neither".split())
HYPHENS = frozenset("-–/")
HEDGES = frozenset(
    tuple(pair.split()) for pair in ("at least", "at most", "up to", "more than", "less than", "fewer than", "close to")
)
# "tens of thousands of people", "dozens of officials": one phrase, headed by what is counted.
QUANTITIES = frozenset("tens dozens hundreds thousands millions number scores some one most".split())
DEEPEST = 8
"""How many "of" phrases and conjuncts are followed inside one another."""


def characters(doc: Doc, tokens: Tokens) -> tuple[int, int]:
    """A token range as characters; of an empty range, its first token."""
    last = doc[max(tokens[0], tokens[1] - 1)]
    return doc[tokens[0]].idx, last.idx + len(last)


class Nominals:
    """The noun phrases of a Doc."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.doc = tree.doc

    def phrases(self) -> tuple[Tokens, ...]:
        """Every base noun phrase, in text order; none overlaps another."""
        found = {self.base(i) for i in range(len(self.doc)) if self.nominal(i) and not self.asking(i)}
        out: list[Tokens] = []
        for np in sorted(found, key=lambda np: (np[0], -np[1])):
            if not out or np[0] >= out[-1][1]:
                out.append(np)
        return tuple(out)

    def nominal(self, i: int) -> bool:
        """Whether the token heads a noun phrase or could."""
        pos, role = self.tree.pos[i], self.tree.roles[i]
        if role in {"case", "marker", "coordinator", "expletive", "adverb", "space", "punct"}:
            return False
        return pos in NOMINAL or (role in NOUN_ROLES and pos in {"ADJ", "DET", "X"})

    def asking(self, i: int) -> bool:
        """Whether the token is a relative or question word that stands for no phrase of its own."""
        low, tag = self.tree.low[i], self.doc[i].tag_
        if low == "that":
            return tag == "WDT" if tag else self.tree.roles[self.tree.heads[i]] == "relative"
        return low in QUESTIONING and not (tag and tag[0] not in "WE")

    def base(self, i: int, depth: int = 0) -> Tokens:
        """Determiner to head noun, with what belongs to the noun itself: a name's parts, "Roe's", "9 May"."""
        start, end = self._start(i), self._end(i)
        of = end < len(self.doc) and self.tree.low[end] == "of" and self.tree.low[i] in QUANTITIES
        if of and depth < DEEPEST and (inner := self._of(i, end)) is not None:
            np = self.base(inner, depth + 1)
            if np[0] == end + 1 and self.tree.pos[np[0]] not in {"DET", "PRON"}:
                return start, np[1]  # "tens of thousands of people"
        return start, end

    def argument(self, i: int, depth: int = 0) -> Tokens:
        """The phrase of an object or after a preposition: with "of" phrases, coordination and the name in apposition
        ("the mayor of Selm, Ana Roe").
        """
        np = self._paired(i)
        for c in self._followers(i) if depth < DEEPEST else []:
            if c < np[1]:
                continue
            role, end = self.tree.roles[c], np[1]
            of = role == "oblique" and self.tree.low[end : end + 1] == ["of"] and self.base(c)[0] == end + 1
            if of or (role == "conjunct" and self.nominal(c) and self._joined(np, c)):
                np = np[0], self.argument(c, depth + 1)[1]
            elif role == "apposition" and self._follows(np, c) and not self._named(np) and self._named(self.base(c)):
                np = np[0], self.base(c)[1]
        return np

    def subject(self, i: int, depth: int = 0) -> Tokens:
        """The phrase of a subject: with appositions and coordination; "of" only before a kind ("a wave of strikes"),
        for whoever is the subject is not what it hangs on ("the mayor of Selm").
        """
        np = self._paired(i)
        for c in self._followers(i) if depth < DEEPEST else []:
            if c < np[1]:
                continue
            role, end = self.tree.roles[c], np[1]
            of = role == "oblique" and self.tree.low[end : end + 1] == ["of"] and self._kind(self.base(c), end + 1)
            apposed = role == "apposition" and self.tree.pos[c] in {"NOUN", "PROPN"} and self._joined(np, c)
            apposed = apposed and self._named(np) != self._named(self.base(c))
            if of or apposed:
                np = np[0], self.base(c)[1]
            elif role == "conjunct" and self.nominal(c) and self._joined(np, c):
                np = np[0], self.subject(c, depth + 1)[1]
        return np

    def antecedent(self, i: int, clause: int, thing: bool) -> Tokens:
        """What a relative clause hangs on: all that stands before the clause when it tells of a thing."""
        np = self.subject(i)
        end = self._trimmed(np[0], self.tree.left[clause])
        if not thing or end <= np[1]:
            return np if np[1] <= clause else self.base(i)
        return np if self._clause_within(np[1], end) else (np[0], end)

    def preposition(self, i: int) -> str:
        """The preposition of a phrase as one string ("in", "because of"); "" when it has none before it."""
        start = self.base(i)[0]
        words = [c for c in self.tree.of(i, "case") if c < start]
        words += [k for c in words for k in self.tree.of(c, "part") if k < start]
        return " ".join(self.tree.low[k] for k in sorted(words))

    # --- parts ---

    def _start(self, i: int) -> int:
        start = i
        for c in reversed([c for c in self.tree.children[i] if c < i]):
            role = self.tree.roles[c]
            if role in BEFORE and self.tree.right[c] < start:
                start = self.tree.left[c]
            elif role not in {"adverb", "punct", "coordinator"}:
                break
        while start < i and self.tree.roles[start] in {"punct", "space"} and self.tree.low[start] not in {"$", "#"}:
            start += 1
        return start - self._hedged(start)

    def _hedged(self, start: int) -> int:
        """How many words of "up to 200 people" a parse has left outside the phrase that starts here."""
        low, opens = self.tree.low, [bool(self.doc[k].is_sent_start) for k in range(max(0, start - 1), start + 1)]
        if start > 0 and not opens[-1] and (low[start - 1], low[start]) in HEDGES:
            return 1
        far = start > 1 and not any(opens) and self.tree.pos[start] == "NUM"
        return 2 if far and (low[start - 2], low[start - 1]) in HEDGES else 0

    def _end(self, i: int) -> int:
        end = i + 1
        for c in [c for c in self.tree.children[i] if c > i]:
            role = self.tree.roles[c]
            beside = self._beside(end, c)
            bare = role == "apposition" and self.tree.pos[self.tree.left[c]] == "PROPN"
            if not beside or not (role in AFTER or bare) or self._verbs_in(c):
                break
            end = self.tree.right[c] + 1 if role == "modifier" else self._end_of_part(c)
        return end

    def _end_of_part(self, i: int) -> int:
        end = i + 1
        for c in self.tree.of(i, "part", "modifier"):
            if c >= end and self._beside(end, c):
                end = self.tree.right[c] + 1
        return end

    def _verbs_in(self, i: int) -> bool:
        return any(self.tree.pos[k] in VERBAL for k in range(self.tree.left[i], self.tree.right[i] + 1))

    def _beside(self, end: int, i: int) -> bool:
        """Whether nothing but white space and the hyphens of a name ("Zia-ul-Haq") stand before what `i` heads."""
        start = self.tree.left[i]
        between = all(self.tree.roles[k] == "space" or self._hyphen(k) for k in range(end, start))
        opens = self.tree.roles[start] not in {"punct", "coordinator"} or self._hyphen(start)
        return end <= start and between and opens

    def _hyphen(self, i: int) -> bool:
        return self.tree.low[i] in HYPHENS and i > 0 and not self.doc[i - 1].whitespace_ and not self.doc[i].whitespace_

    def _of(self, i: int, end: int) -> int | None:
        return next((c for c in self.tree.of(i, "oblique") if c > end and end in self.tree.of(c, "case")), None)

    def _paired(self, i: int) -> Tokens:
        """The base phrase with "both" or "neither" before it."""
        start, end = self.base(i)
        paired = start > 0 and self.tree.low[start - 1] in PAIRING and self.tree.heads[start - 1] == i
        return start - paired, end

    def _followers(self, i: int) -> list[int]:
        """What may go on after a base phrase, in text order: the children of its noun and of the noun that it counts,
        and what a parse joined to a name or an apposition in it ("Roe, the mayor, and Poe").
        """
        out = [*self.tree.children[i], *self._inner(i)]
        for c in self.tree.of(i, "apposition", "part"):
            out += self.tree.of(c, "conjunct")
        return sorted(out)

    def _inner(self, i: int) -> list[int]:
        """The children of the noun that a quantity counts: "tens of thousands of people" is headed by "people"."""
        end = self._end(i)
        of = end < len(self.doc) and self.tree.low[i] in QUANTITIES and self.tree.low[end] == "of"
        inner = self._of(i, end) if of else None
        return [] if inner is None else self.tree.children[inner]

    def _kind(self, np: Tokens, start: int) -> bool:
        pos = [self.tree.pos[k] for k in range(*np)]
        return np[0] == start and "PROPN" not in pos and pos[0] not in {"DET", "PRON"} and pos[-1] == "NOUN"

    def _joined(self, np: Tokens, i: int) -> bool:
        """Whether only punctuation, conjunctions and phrases, but no clause, stand between a phrase and token `i`."""
        start = self.base(i)[0]
        return np[1] <= start and not self._clause_within(np[1], start)

    def _follows(self, np: Tokens, i: int) -> bool:
        start = self.base(i)[0]
        return start == np[1] + 1 and self.tree.low[np[1]] == ","

    def _clause_within(self, start: int, end: int) -> bool:
        return any(self.tree.pos[k] in VERBAL and self.tree.roles[k] not in BEFORE for k in range(start, end))

    def _named(self, np: Tokens) -> bool:
        return self.tree.pos[np[1] - 1] == "PROPN"

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and (self.tree.roles[end - 1] in {"punct", "space"} or self.tree.low[end - 1] == ","):
            end -= 1
        return end
