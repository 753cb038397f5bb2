"""Who, to whom, where and when: the arguments of predicates and event nouns as ranges of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from twosource.annotate.event_lexicon import NOUN_TYPES
from twosource.annotate.nominals import Tokens, characters
from twosource.annotate.predicates import Predicate, noun_phrases
from twosource.records import Mention, Range, TimeExpression

# After these a date bounds the event, or tells another one: it is not the event's own.
BOUNDING = frozenset("since until till before after following by than".split())
# What follows is why or about what; a date right after it is its own.
CAUSES = frozenset("by over about despite amid".split())
# What is announced, planned or called lies ahead: the day after it need not be that of the announcement.
PLANNING = frozenset("announce plan schedule propose".split())
PLACES = frozenset("in at near outside inside across around throughout".split())
MOTION = frozenset("flee travel go return arrive fly move march come deploy head escape retreat withdraw".split())
# A head that only counts or packs what follows "of".
PACKS = frozenset(
    "set series round wave package parcel number tens dozens hundreds thousands millions group pair raft string "
    "spate list batch amount total lot drafting imposition day week hour round kg kilo kilogram ton tonne pound litre "
    "barrel dozen worth part".split()
)
TRYING = frozenset("effort attempt bid process round".split())
PARTICLES = frozenset("up down out off over back in away on for by with to".split())
DAY = re.compile(r"W\w\w-\d|-[\dX]{2}-\d\d|^[+-]\d+D")
UNDATED = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def spans_of(doc: Doc, np: Tokens | None) -> Range | None:
    """A token range as characters."""
    return None if np is None else characters(doc, np)


class Clause:
    """A document's mentions and times, asked for by token range."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy joins it anew at every call
        self.starts = [token.idx for token in doc]
        self.mentions = [(self._tokens(m.start, m.end), m) for m in sorted(mentions, key=lambda m: (m.start, m.end))]
        self.over: dict[int, list[Mention]] = {}
        for tokens, mention in self.mentions:
            for i in range(*tokens):
                self.over.setdefault(i, []).append(mention)
        self.mention_starts = [t[0] for t, _ in self.mentions]
        self.times = [
            (self._tokens(t.start, t.end), t)
            for t in sorted(times, key=lambda t: (t.start, t.end))
            if t.type in {"DATE", "TIME"} and t.value not in UNDATED
        ]
        self.time_starts = [t[0] for t, _ in self.times]
        self.phrases = noun_phrases(doc)
        self.inside = {i: np for np in self.phrases for i in range(*np)}

    def _tokens(self, start: int, end: int) -> Tokens:
        first = max(0, bisect_left(self.starts, start + 1) - 1)
        return first, max(first + 1, bisect_left(self.starts, end))

    def is_time(self, token: int) -> bool:
        """Whether the token stands inside a date or time."""
        return any(start <= token < end for (start, end), _ in self._times_in((max(0, token - 6), token + 1)))

    def mentions_in(self, np: Tokens | None) -> list[Mention]:
        """The mentions inside a token range, in text order."""
        if np is None:
            return []
        k = bisect_left(self.mention_starts, np[0])
        out = []
        while k < len(self.mentions) and self.mentions[k][0][0] < np[1]:
            if self.mentions[k][0][1] <= np[1]:
                out.append(self.mentions[k][1])
            k += 1
        return out

    def _times_in(self, tokens: Tokens) -> list[tuple[Tokens, TimeExpression]]:
        k = bisect_left(self.time_starts, tokens[0])
        out = []
        while k < len(self.times) and self.times[k][0][0] < tokens[1]:
            out.append(self.times[k])
            k += 1
        return out

    def head(self, np: Tokens) -> tuple[int, str] | None:
        """(token, lemma) of the head noun: before "of", "and" and brackets; past a word that only counts or packs."""
        i = np[0]
        while i < np[1]:
            end = i
            while end < np[1] and not self._ends_head(end):
                end += 1
            lemma = self.doc[end - 1].lemma_.lower() if end > i else ""
            if end < np[1] and self.doc[end].lower_ == "of" and lemma in PACKS:
                i = end + 1
                continue
            if lemma in TRYING and end - 2 >= i and self.doc[end - 2].lemma_.lower() in NOUN_TYPES:
                return end - 2, self.doc[end - 2].lemma_.lower()  # "mediation efforts"
            return (end - 1, lemma) if end > i else None
        return None

    def _ends_head(self, i: int) -> bool:
        return self.doc[i].lower_ in {"of", "and", "or", ",", "("} or self.doc[i].pos_ in {"ADP", "SCONJ"}

    def particles(self, p: Predicate) -> tuple[str, ...]:
        """The particle or preposition right after the verb."""
        i = p.verb + 1
        low = self.doc[i].lower_ if i < len(self.doc) else ""
        return (low,) if low in PARTICLES else ()

    def mentions_over(self, token: int) -> list[Mention]:
        """The mentions that a token is part of."""
        return self.over.get(token, [])

    # --- time and place ---

    def time(self, p: Predicate) -> Range | None:
        """The date that the clause gives its verb: beside the verb, or at the head of the sentence."""
        end = max([p.verb + 1] + [np[1] for _, np in p.prepositions] + ([p.object[1]] if p.object else []))
        sent = self.doc[p.verb].sent
        near = [t for t in self._times_in((p.clause[0], min(end + 4, sent.end))) if self._belongs(t, p, end)]
        if near:
            return self._joined(near)
        if (when := self._when(p)) is not None:
            return when
        if p.relative or p.infinitive or p.tense in {"pluperfect", "none"}:
            return None
        opening = [
            t
            for t in self._times_in((sent.start, p.clause[0]))
            if self._opens(t[0], sent.start) and not self._noun_of(t)
        ]
        return self._joined(opening) if opening else None

    def on_a_day(self, p: Predicate) -> bool:
        """Whether the clause dates its verb to a day, not to a month or "this year"."""
        time = self.time(p)
        return time is not None and any(t.start == time[0] and DAY.search(t.unanchored) for _, t in self.times)

    def _when(self, p: Predicate) -> Range | None:
        """ "on Friday, when a man died": the date that the clause hangs on."""
        i = p.clause[0] - 1
        if i < 2 or self.doc[i].lower_ != "when":
            return None
        last = i - 1 if self.doc[i - 1].text != "," else i - 2
        before = [t for t in self._times_in((max(0, last - 5), last + 1)) if t[0][1] == last + 1]
        return self._joined(before[-1:]) if before else None

    def _belongs(self, time: tuple[Tokens, TimeExpression], p: Predicate, end: int) -> bool:
        (start, _), _ = time
        own = p.object is not None and p.object[0] <= start < p.object[1] and self._is_event(p)
        if self._noun_of(time) and not own:
            return False
        if self._bounds(start):
            return False
        if start < p.start and p.subject and self._verb_between(p.subject[1], p.start):
            return False  # the date of a relative clause about the subject
        between = range(end, start)
        clear = all(self.doc[i].pos_ in {"ADP", "DET", "ADV"} for i in between)
        if self._of_cause(start, p) or self._of_plan(start, p):
            return False
        return start < end or clear

    def _of_cause(self, start: int, p: Predicate) -> bool:
        """ "was dominated by the collapse in May of the bank": the date is that of the noun that "by" governs."""
        if start < 3 or self.doc[start - 1].lower_ not in {"in", "of", "on"}:
            return False
        np = self.inside.get(start - 2)
        return (
            np is not None
            and np[0] > p.verb
            and self.doc[np[0] - 1].lower_ in CAUSES
            and self.doc[np[1] - 1].lemma_.lower() in NOUN_TYPES
        )

    def _of_plan(self, start: int, p: Predicate) -> bool:
        """ "announced a rally in Selm on Saturday": the day may be that of the rally, so it dates no announcement."""
        if p.lemma not in PLANNING or p.object is None or start < p.object[1]:
            return False
        head = self.head(p.object)
        return head is not None and NOUN_TYPES.get(head[1]) in {"PROTEST", "ELECTION", "CONSULT"}

    def _bounds(self, start: int) -> bool:
        """ "after 9 May", "since the vote of 9 May": the date bounds the event, or is another's."""
        through_of = False
        while start > 1 and self.doc[start - 1].lower_ == "of" and (np := self.inside.get(start - 2)):
            start, through_of = np[0], True
        return start > 0 and (
            self.doc[start - 1].lower_ in BOUNDING or (through_of and start != self.doc[start].sent.start)
        )

    def _verb_between(self, start: int, end: int) -> bool:
        return any(self.doc[i].pos_ in {"VERB", "AUX"} for i in range(start, end))

    def _is_event(self, p: Predicate) -> bool:
        return p.lemma in {"hold", "win", "lose", "stage", "boycott", "contest", "have"}

    def _noun_of(self, time: tuple[Tokens, TimeExpression]) -> bool:
        """Whether the date stands inside a noun phrase that goes on to another head ("the 9 May polls")."""
        (start, stop), _ = time
        np = self.inside.get(start)
        return np is not None and np[1] > stop

    def _opens(self, tokens: Tokens, start: int) -> bool:
        """Whether nothing but adverbs, prepositions and names of days stands before the date in its sentence."""
        return all(
            self.doc[i].pos_ in {"ADP", "ADV", "DET", "PUNCT", "SPACE", "CCONJ", "ADJ"} for i in range(start, tokens[0])
        ) and (tokens[0] == start or self.doc[tokens[0] - 1].lower_ not in BOUNDING)

    def _joined(self, times: list[tuple[Tokens, TimeExpression]]) -> Range:
        """The first date, or two joined by "and" ("on 10 and 11 November") as one range."""
        first = times[0][1]
        if len(times) > 1 and self.text[first.end : times[1][1].start].strip() in {"and", "&"}:
            return first.start, times[1][1].end
        return first.start, first.end

    def place(self, p: Predicate) -> Range | None:
        """The place named in the clause; not one that acts for its government."""
        for name, np in p.prepositions:
            if name in PLACES or (name in {"to", "into"} and p.lemma in MOTION):
                for mention in self.mentions_in(np):
                    last = spans_of(self.doc, np)
                    if mention.kind == "LOC" and not mention.metonym and last and last[1] == mention.end:
                        return mention.start, mention.end
        return None

    # --- nouns ---

    def noun_time(self, np: Tokens) -> Range | None:
        """The date inside an event noun's phrase, or right after it ("of 9 May 2021", "in May")."""
        within = self._times_in(np)
        if within:
            return self._joined(within)
        after = self._times_in((np[1], np[1] + 3))
        for (start, _), expression in after:
            near = all(self.doc[i].lower_ in {"of", "on", "in", "the", "held", ","} for i in range(np[1], start))
            if near and not self._noun_of(((start, start + 1), expression)):
                return expression.start, expression.end
        if np[0] > 1 and self.doc[np[0] - 1].lower_ == "when":  # "since 7 May, when an election ..."
            last = np[0] - 2 if self.doc[np[0] - 2].text == "," else np[0] - 1
            hung = [t for t in self._times_in((max(0, last - 5), last)) if t[0][1] == last]
            return self._joined(hung[-1:]) if hung else None
        named = [t for _, t in self.times if t.event and t.event == spans_of(self.doc, (np[1] - 1, np[1]))]
        return (named[0].start, named[0].end) if named else None

    def lies_ahead(self, time: Range) -> bool:
        """Whether a date is told from here as one to come ("next month's summit")."""
        return any(t.direction > 0 and t.anchor != "absolute" for _, t in self.times if t.start == time[0])

    def noun_actors(self, np: Tokens) -> tuple[Range, ...]:
        """Names in the phrase and in the "of", "by", "between", "with" phrases after it; demonyms too."""
        out = [(m.start, m.end) for m in self.mentions_in(np)]
        i = np[1]
        while i + 1 < len(self.doc) and self.doc[i].lower_ in {"of", "by", "between", "with", "in", "and"}:
            nxt = self.inside.get(i + 1)
            if nxt is None:
                break
            named = self.mentions_in(nxt) or self._apposed(nxt)
            out.extend((m.start, m.end) for m in named)
            i = nxt[1]
        return tuple(dict.fromkeys(out))

    def _apposed(self, np: Tokens) -> list[Mention]:
        """Who a phrase without a name is, named after its comma ("the opposition leader, Ana Roe")."""
        after = self.inside.get(np[1] + 1) if np[1] < len(self.doc) and self.doc[np[1]].text == "," else None
        return [m for m in self.mentions_in(after) if m.kind == "PERSON"][:1]

    def noun_place(self, np: Tokens) -> Range | None:
        """ "the vote in Selm": the place in the phrase after the noun."""
        if np[1] + 1 < len(self.doc) and self.doc[np[1]].lower_ in PLACES:
            for mention in self.mentions_in(self.inside.get(np[1] + 1)):
                if mention.kind == "LOC":
                    return mention.start, mention.end
        return None
