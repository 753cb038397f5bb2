"""What kind of event a predicate tells, and by which word: its verb, its object under a light verb, its cause."""

from __future__ import annotations

from spacy.tokens import Doc

from twosource.annotate.event_arguments import Clause
from twosource.annotate.event_lexicon import EFFECTS, GROUPS, LIGHT, NOUN_TYPES, PAIR_TYPES, event_type
from twosource.annotate.nominals import Tokens
from twosource.annotate.predicates import Predicate
from twosource.records import EventType, Status

# "came under fire": the event is what the preposition governs.
UNDERGOING = frozenset("come put place keep remain stay engage".split())
# What makes an explosion an attack.
WEAPONS = frozenset("bomb missile rocket grenade shell mortar mine suicide drone device".split())
# "did not recognise": not doing this is itself an act, a refusal.
REFUSABLE = frozenset("recognize recognise accept agree support allow approve sign attend comply".split())


class Kinds:
    """The types of the predicates of a Doc."""

    def __init__(self, doc: Doc, clause: Clause) -> None:
        self.doc = doc
        self.clause = clause

    def of(self, p: Predicate, head: tuple[int, str] | None) -> tuple[EventType | None, str, int]:
        """(type, lemma, trigger token): the object is the event under a light verb, else the verb is."""
        dated = {np[0] - 1 for _, np in p.prepositions if self.clause.is_time(np[1] - 1)}  # "open on Monday"
        particles = () if p.verb + 1 in dated else self.clause.particles(p)
        prepositions = particles + tuple(name.split()[0] for name, np in p.prepositions if np[0] - 1 not in dated)
        noun = head[1] if head else None
        kind = event_type(p.lemma, noun, prepositions)
        if p.lemma in UNDERGOING and kind is None and (found := self._undergone(p)):
            return found
        if (
            head
            and p.lemma in LIGHT
            and noun in NOUN_TYPES
            and (p.lemma in {"hold", "stage"} or GROUPS.get(noun) != "election")
        ):
            return kind or NOUN_TYPES[noun], noun, head[0]
        return kind, p.lemma, p.verb

    def _undergone(self, p: Predicate) -> tuple[EventType | None, str, int] | None:
        """ "came under fire", "remain on alert", "engaged in talks": the event is what the preposition governs."""
        for name, np in p.prepositions:
            head = self.clause.head(np) if name in {"under", "on", "in"} else None
            if head and (
                kind := PAIR_TYPES.get((p.lemma, head[1])) or (NOUN_TYPES.get(head[1]) if p.lemma == "engage" else None)
            ):
                return kind, head[1], head[0]
        return None

    def caused(self, p: Predicate) -> tuple[EventType | None, str, int] | None:
        """ "An explosion killed two", "two died in a flood": the cause is the event; with no cause told, a death."""
        suffered = p.passive or p.lemma in {"die", "perish"}
        if p.lemma not in EFFECTS and p.lemma not in {"die", "perish"}:
            return None
        for cause in self._causes(p) if suffered else [p.subject]:
            head = self.clause.head(cause) if cause else None
            if cause and head and (kind := NOUN_TYPES.get(head[1])) in {"DISASTER", "ASSAULT"}:
                armed = any(self.doc[i].lemma_.lower() in WEAPONS for i in range(*cause))
                return "ASSAULT" if armed else kind, head[1], head[0]
        by = any(name == "by" for name, _ in p.prepositions)
        return ("DEATH", p.lemma, p.verb) if p.lemma == "kill" and p.passive and not by else None

    def _causes(self, p: Predicate) -> list[Tokens]:
        """What somebody was killed "by", or died "in"; "after" only when the date that follows is that event's:
        "five died after an explosion on 15 May", not "died on Friday after an explosion"."""
        time = self.clause.time(p)
        causes = [np for name, np in p.prepositions if name in {"by", "in"}]
        for name, np in p.prepositions:
            if name == "after" and time and time[0] >= self.doc[np[1] - 1].idx:
                causes.append(np)
        return causes

    def refusal(self, p: Predicate, kind: EventType | None) -> tuple[EventType | None, Status | None]:
        if p.negated and p.lemma in REFUSABLE:
            return "REJECT", "happened"
        return kind, None

    def announced(self, inner: Predicate) -> EventType:
        head = self.clause.head(inner.object) if inner.object else None
        kind, _, _ = self.of(inner, head)
        kind, _ = self.refusal(inner, kind)
        same = inner.subject is not None and self.doc[inner.subject[0]].lower_ in {"it", "he", "she", "they"}
        return kind if kind and (same or inner.infinitive) else "STATEMENT"
