"""Who does what to whom in a clause: the actors and recipients of a predicate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.annotate.event_parties import Parties
from twosource.annotate.nominals import Tokens
from twosource.annotate.predicates import Predicate
from twosource.records import EventType, Range

# After these stands whom an act is meant for.
TO_WHOM = frozenset("with to on upon against for of from at between toward towards among over".split())
# "is opposed to the plan", "are engaged in talks": no passives, the subject is who does it.
ADJECTIVAL = frozenset("oppose commit prepare engage determine resolve intend concern".split())
# What is done in a place with nobody named is done to the place.
ON_PLACES: frozenset[EventType] = frozenset({"COERCE", "SANCTION", "CONCEDE", "AID", "MOBILIZE", "ASSAULT", "RETREAT"})
# What two or more do together is done to no third.
JOINT: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
# The objects of these are one's own people.
OWN = frozenset("dispatch send deploy mobilise mobilize mass move withdraw pull redeploy rally".split())
# "complained to the court": whom one complains to is not whom one complains of.
COMPLAINING = frozenset("complain protest grumble".split())
WITHIN = frozenset("in at near throughout across outside inside".split())

Ranges = tuple[Range, ...]


class Participants:
    """The actors and recipients of the predicates of a Doc."""

    def __init__(self, parties: Parties, found: Sequence[Predicate]) -> None:
        self.parties = parties
        self.inside = parties.clause.inside
        self.subjects: Mapping[int, Tokens | None] = {p.verb: p.subject for p in found}

    def of(
        self, p: Predicate, inner: Predicate | None, kind: EventType, purpose: Predicate | None
    ) -> tuple[Ranges, Ranges]:
        """(actors, recipients) of `p`; `inner` opens what it governs, `purpose` is what it is done for."""
        passive = (p.passive and p.lemma not in ADJECTIVAL) or (p.lemma == "come" and self._under(p))
        actors = self._agents(p) if passive else self._subject(p)
        recipients = self._suffering(p) if passive else self._direct(p)
        if not recipients and len(actors) > 1 and kind in JOINT:
            return actors, ()
        recipients = recipients or self.parties.behind(p.object) or (() if passive else self._holding(p))
        if not recipients and inner is not None:
            recipients = self._inner(p, inner)
        recipients = recipients or self._things(p)
        if not recipients and kind in ON_PLACES and (p.object or passive):
            recipients = self._places(p)
        if not recipients and purpose is not None:
            recipients = self._direct(purpose) or self.parties.behind(purpose.object) or self._things(purpose)
        if not recipients and passive:
            recipients = self.parties.acting(p.subject)
        return actors, tuple(r for r in recipients if r not in actors)

    def _under(self, p: Predicate) -> bool:
        """ "came under fire": the subject is who suffers it."""
        return any(name == "under" for name, _ in p.prepositions)

    def _subject(self, p: Predicate) -> Ranges:
        if (
            p.subject
            and p.subject[1] - p.subject[0] == 1
            and (meant := self.parties.meant(p.subject[0], self.subjects))
        ):
            return meant
        return self.parties.acting(p.subject)

    def _agents(self, p: Predicate) -> Ranges:
        return next((self.parties.acting(np) for name, np in p.prepositions if name == "by"), ())

    def _suffering(self, p: Predicate) -> Ranges:
        return self.parties.affected(p.subject) or self._direct(p) or self.parties.behind(p.subject)

    def _direct(self, p: Predicate) -> Ranges:
        """The object, or whom the first fitting preposition names that hangs on the verb or its object."""
        found = self.parties.affected(p.object) if p.lemma not in OWN else ()
        for np in self._to_whom(p):
            if not found and self._near(p, np):
                found = self.parties.affected(np)
        return found

    def _near(self, p: Predicate, np: Tokens) -> bool:
        above = self.parties.hangs_on(np)
        return above is None or above not in self.inside or above == p.verb or self._within(above, p.object)

    def _within(self, i: int, np: Tokens | None) -> bool:
        return np is not None and np[0] <= i < np[1]

    def _to_whom(self, p: Predicate) -> list[Tokens]:
        return [np for name, np in p.prepositions if name in TO_WHOM and not (name == "to" and p.lemma in COMPLAINING)]

    def _inner(self, p: Predicate, inner: Predicate) -> Ranges:
        """ "demanded that Roe leave" is to Roe; "promised to help Roe" too."""
        single = inner.subject is not None and inner.subject[1] - inner.subject[0] == 1
        if (
            inner.subject is not None
            and inner.subject != p.subject
            and not (single and self.parties.meant(inner.subject[0], self.subjects))
        ):
            found = self.parties.affected(inner.subject)
            if found and found != self._subject(p):
                return found
        return self._direct(inner) or self.parties.behind(inner.object) or self._things(inner)

    def _holding(self, p: Predicate) -> Ranges:
        """ "prevented a rally by students": with an object, the "by" of an active verb is of what the object tells."""
        by = (np for name, np in p.prepositions if name == "by" and p.object is not None)
        return next((self.parties.affected(np) for np in by), ())

    def _things(self, p: Predicate) -> Ranges:
        """Those behind what a preposition names ("protested against the arrests by the police")."""
        return next((found for np in self._to_whom(p) if (found := self.parties.behind(np))), ())

    def _places(self, p: Predicate) -> Ranges:
        found: Ranges = ()
        for name, np in p.prepositions:
            if not found and name in WITHIN:
                found = self.parties.places(np)
        return found
