"""Event mentions: triggers with their type, participants, place, time and status.

Predicates first (a verb, or a light verb with the event noun it holds), then event nouns that carry a date or are said
to happen. Operators (promise, demand, deny ...) give the status of what stands under them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from twosource.annotate.event_arguments import Clause, spans_of
from twosource.annotate.event_headlines import headline, noun_headline
from twosource.annotate.event_kinds import Kinds
from twosource.annotate.event_lexicon import (
    ANNOUNCING,
    EFFECTS,
    GROUPS,
    LIGHT,
    NOUN_TYPES,
    OCCURRENCE,
    PAIR_TYPES,
    REPORTING,
    VERB_GROUPS,
)
from twosource.annotate.event_operators import DENYING, OPERATING
from twosource.annotate.event_participants import Participants
from twosource.annotate.event_parties import Parties
from twosource.annotate.event_status import Statuses, attributed
from twosource.annotate.nominals import Tokens, characters
from twosource.annotate.predicates import Predicate, predicates
from twosource.records import Amount, Attribution, EventMention, EventType, Mention, Range, Status, TimeExpression

# Verbs of state: they tell how things are, not what happened.
STATIVE = frozenset(
    "be have seem appear remain include contain involve consist belong depend mean need know believe think like love "
    "hope want fear face live exist lie stand represent concern matter own deserve lack resemble let get see hear feel "
    "look become keep use say tell go come do make take give put set show turn work help try follow lead "
    "expect consider".split()
)
FIRST_PERSONS = frozenset({"i", "we", "you"})
# "said that Selm must pay" is a demand.
DEMANDING = frozenset("must should ought".split())
SAYING = frozenset("say tell state declare insist stress add reiterate announce argue repeat maintain warn".split())
ORDINALS = {
    word: i for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}


def events(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    amounts: Sequence[Amount],
    attributions: Sequence[Attribution],
) -> tuple[EventMention, ...]:
    """Every event mention of `doc`, in text order of the triggers. Ranges are characters of `doc.text`."""
    reader = _Reader(doc, mentions, times, attributions)
    found = [*reader.from_predicates(), *reader.from_nouns()]
    found.sort(key=lambda e: (e.trigger, e.embedded))
    return tuple(_inherit(_once_each(found), mentions))


class _Reader:
    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        attributions: Sequence[Attribution],
    ) -> None:
        self.doc = doc
        self.clause = Clause(doc, mentions, times)
        self.attributions = attributions
        self.predicates = predicates(doc)
        self.kinds = Kinds(doc, self.clause)
        self.statuses = Statuses(doc, self.predicates)
        self.parties = Parties(self.statuses.tree, self.clause)
        self.participants = Participants(self.parties, self.predicates)
        self.by_verb = {p.verb: p for p in self.predicates}
        self.used: set[int] = set()

    # --- verbs ---

    def from_predicates(self) -> list[EventMention]:
        out: list[EventMention] = []
        for k, p in enumerate(self.predicates):
            event = self._event(k, p)
            demand = self._demanded(p)
            if demand is not None:
                out.append(demand)
            if event is not None:
                out.append(replace(event, embedded=True) if demand is not None else event)
        return out

    def _demanded(self, p: Predicate) -> EventMention | None:
        """ "Ardan said that Selm must pay": who says what another must do demands it."""
        token = self.statuses.of(p.verb).operator
        said = self.by_verb.get(-1 if token is None else token)
        if p.modal not in DEMANDING or said is None or said.lemma not in SAYING or said.subject in {None, p.subject}:
            return None
        actors, _ = self.participants.of(said, p, "REQUEST", None)
        recipients = self.parties.affected(p.subject)
        if not actors or not recipients or actors == recipients or self._first_person(said):
            return None
        status, holder = self._status(said, None, self._operator_over(said))
        return EventMention(
            trigger=self._range((p.start, p.start + 1)), lemma="must", type="REQUEST",
            actors=actors, recipients=recipients, place=None, time=self.clause.time(said), status=status, holder=holder,
            headline=headline(self.doc, said), sentence=self._sentence(p.verb), object=p.lemma,
            background=self._background(said), group="must",
        )  # fmt: skip

    def _first_person(self, p: Predicate) -> bool:
        return p.subject is not None and self.doc[p.subject[0]].lower_ in FIRST_PERSONS

    def _event(self, k: int, p: Predicate) -> EventMention | None:
        if self._skipped(p):
            return None
        if self._consequence(k, p):
            return None
        inner = self._embedded(k, p)
        if inner is not None and p.lemma in DENYING and self._typed(inner):
            return None  # what is denied is the event, with the status denied
        theme = p.object or (p.subject if p.passive else None)
        object_head = self.clause.head(theme) if theme else None
        kind, lemma, trigger = self.kinds.caused(p) or self.kinds.of(p, object_head)
        about_object = object_head is not None and self._about_object(p, object_head[1], kind)
        kind, status = self.kinds.refusal(p, kind)
        if p.lemma in ANNOUNCING and inner is not None and kind != "COURT":
            kind = self.kinds.announced(inner)
        elif (
            p.lemma in {"announce", "unveil"}
            and object_head
            and kind in {None, "STATEMENT"}
            and object_head[1] in NOUN_TYPES
        ):
            kind = NOUN_TYPES[object_head[1]]
            status = "planned" if kind in {"PROTEST", "CONSULT", "ELECTION"} else status
        if p.relative and object_head and object_head[1] in {"number", "toll"}:
            return None  # "the number of people killed": the count, not the event
        if kind in {None, "OTHER"} and p.lemma in OCCURRENCE and self._happens(p):
            return None  # its subject is the event, and found as a noun
        kind = kind or self._untyped(p)
        if kind is None:
            return None
        operator = self._operator_over(p)
        status, holder = self._status(p, status, operator)
        obj = object_head[1] if object_head else None
        if inner is not None:
            inner_head = self.clause.head(inner.object) if inner.object else None
            obj = obj or (inner_head[1] if inner_head else inner.lemma)
        if lemma == obj:
            obj = None
        if object_head and about_object:
            self.used.add(object_head[0])
        self.used.add(trigger)
        actors, recipients = self.participants.of(p, inner, kind, self._purpose(k, p))
        time, place = self.clause.time(p), self.clause.place(p)
        if time is None and trigger in self.clause.inside:
            time = self.clause.noun_time(self.clause.inside[trigger])
        return EventMention(
            trigger=self._range((trigger, trigger + 1)), lemma=lemma, type=kind, actors=actors, recipients=recipients,
            place=place, time=time, status=status, holder=holder, headline=headline(self.doc, self._shown(p, operator)),
            sentence=self._sentence(p.verb), object=obj, background=self._background(p),
            group=self._group(lemma, obj if about_object or inner else None, kind),
            embedded=operator is not None and operator.lemma not in DENYING and self._typed(operator),
            ordinal=self._ordinal(p.object),
        )  # fmt: skip

    def _shown(self, p: Predicate, operator: Predicate | None) -> Predicate:
        """ "Ardan denied shelling the port" is told with its denial, never as "Ardan shelling the port"."""
        denied = operator is not None and operator.lemma in DENYING
        return operator if operator and denied and p.shared_subject and p.tense == "none" else p

    def _skipped(self, p: Predicate) -> bool:
        subject = self.doc[p.subject[0]].lower_ if p.subject and p.subject[1] - p.subject[0] == 1 else ""
        if p.subject is None or self._gerund_subject(p) or self._only_says(p):
            return True
        if p.start == p.verb and p.verb and self.doc[p.verb - 1].lower_ in {"the", "a", "an"}:
            return True  # "the collapsed Selmian lender": it describes
        reporting = p.lemma in REPORTING and p.lemma not in ANNOUNCING and not (p.object and p.lemma == "claim")
        reporting = reporting and not self._appearance(p) and not (p.lemma == "insist" and self._on(p))
        return reporting or subject in FIRST_PERSONS or subject == "those" or self.doc[p.verb].pos_ != "VERB"

    def _on(self, p: Predicate) -> bool:
        return any(name == "on" for name, _ in p.prepositions)

    def _only_says(self, p: Predicate) -> bool:
        """ "..., the union announced on Monday": what was announced stands before, and is the news."""
        if p.complement is not None or p.passive or p.relative or p.lemma not in REPORTING | ANNOUNCING:
            return False
        told_to = p.lemma == "tell" and p.object is not None and self.doc[p.object[1] - 1].pos_ == "PROPN"
        if p.object is not None and not told_to:
            return False
        first = (p.subject or p.clause)[0]
        before = self.doc[first - 1].text if first else ""
        quoted = any(s <= self.doc[p.verb].sent.start_char and e <= self.doc[first].idx for s, e in self._said(p))
        return (before in {",", "”", '"'} or quoted) and first > self.doc[p.verb].sent.start

    def _said(self, p: Predicate) -> list[Range]:
        """The contents of the attribution whose cue is the predicate."""
        cue = self._range((p.verb, p.verb + 1))
        return [piece for a in self.attributions if a.cue == cue for piece in a.content]

    def _appearance(self, p: Predicate) -> bool:
        """Somebody named speaks at a stated time before an audience or in a stated way: an event, not only words."""
        before = p.object is not None or any(not self.clause.is_time(np[1] - 1) for _, np in p.prepositions)
        who = self.doc[p.subject[0]].lower_ if p.subject else ""
        named = who in {"he", "she"} or bool(self.clause.mentions_in(p.subject))
        return before and named and self.clause.on_a_day(p)

    def _consequence(self, k: int, p: Predicate) -> bool:
        """ "fired on the post on Monday, wounding four": what an attack did is told with the attack."""
        last = self.predicates[k - 1] if k else None
        if last is None or p.tense != "none" or p.infinitive or not p.shared_subject or p.lemma not in EFFECTS:
            return False
        head = self.clause.head(last.object) if last.object else None
        return last.subject == p.subject and self.kinds.of(last, head)[0] in {"ASSAULT", "DISASTER"}

    def _gerund_subject(self, p: Predicate) -> bool:
        """ "Defending Selm is no crime": a participle that opens its clause and is the subject of what follows."""
        if p.tense != "none" or p.infinitive or p.verb != p.start:
            return False
        before = self.doc[p.start - 1] if p.start else None
        opens = before is None or self.doc[p.start].is_sent_start or before.text in {"“", '"', "«", ":"}
        return opens and p.verb + 1 < len(self.doc) and not self._comma_after(p)

    def _comma_after(self, p: Predicate) -> bool:
        """ "Addressing a forum, Roe said": the participle clause ends with a comma before the main verb."""
        for token in self.doc[p.verb + 1 : p.verb + 25]:
            if token.text == ",":
                return True
            if token.pos_ == "AUX" or token.is_sent_start:
                return False
        return False

    def _happens(self, p: Predicate) -> bool:
        head = self.clause.head(p.subject) if p.subject else None
        return head is not None and head[1] in NOUN_TYPES

    def _about_object(self, p: Predicate, noun: str, kind: EventType | None) -> bool:
        """Whether the object is the event, or the thing that the event is known by ("won the election")."""
        return (p.lemma in LIGHT and noun in NOUN_TYPES) or (p.lemma, noun) in PAIR_TYPES or kind in {"AGREE", "AID"}

    def _untyped(self, p: Predicate) -> EventType | None:
        """A verb that no table knows is OTHER when a named actor did it to something or at a stated time."""
        if p.infinitive or p.tense == "none" or p.modal or p.subject is None:
            return None
        if p.lemma in ANNOUNCING or p.lemma in REPORTING:
            return "STATEMENT"
        if p.lemma in STATIVE:
            return None
        named, time = bool(self.clause.mentions_in(p.subject)), self.clause.time(p)
        told = p.object is not None or time is not None if named else time is not None and not p.relative
        return "OTHER" if told else None

    def _embedded(self, k: int, p: Predicate) -> Predicate | None:
        """The first predicate of the complement of an operator or announcement."""
        if p.complement is None or (p.lemma not in OPERATING and p.lemma not in ANNOUNCING):
            return None
        q = self.predicates[k + 1] if k + 1 < len(self.predicates) else None
        return q if q and p.complement[0] <= q.start < p.complement[1] else None

    def _operator_over(self, p: Predicate) -> Predicate | None:
        """The verb that governs `p` as an operator, itself or by its object ("expressed its readiness to ...")."""
        token = self.statuses.of(p.verb).operator
        operator = self.by_verb.get(-1 if token is None else token)
        if operator is not None:
            governs = operator.lemma in OPERATING or operator.lemma in ANNOUNCING
            return operator if governs and operator.verb < p.verb else None  # "Roe has left, Selm confirmed"
        return None if token is None else next((q for q in self.predicates if self._has(q.object, token)), None)

    @staticmethod
    def _has(np: Tokens | None, token: int) -> bool:
        return np is not None and np[0] <= token < np[1]

    def _purpose(self, k: int, p: Predicate) -> Predicate | None:
        """The next predicate, when it says what `p` is done for ("blocked the road to press their demands")."""
        q = self.predicates[k + 1] if k + 1 < len(self.predicates) else None
        meant = q is not None and q.infinitive and q.subject == p.subject
        return q if q is not None and meant and self.statuses.of(q.verb).ground == "purpose" else None

    def _typed(self, operator: Predicate) -> bool:
        head = self.clause.head(operator.object) if operator.object else None
        return operator.lemma in ANNOUNCING or self.kinds.of(operator, head)[0] is not None

    def _status(self, p: Predicate, given: Status | None, operator: Predicate | None) -> tuple[Status, Range | None]:
        status: Status = given or self.statuses.of(p.verb).status
        holder = spans_of(self.doc, operator.subject) if operator and operator.lemma in OPERATING else None
        if p.relative or (p.object and p.subject and p.object[1] <= p.subject[0]):
            return status, None  # a relative clause is taken for granted, whoever speaks of what it describes
        return attributed(self._range((p.verb, p.verb + 1)), status, holder, self.attributions)

    def _background(self, p: Predicate) -> bool:
        return p.tense == "pluperfect" or p.relative

    def _ordinal(self, np: Tokens | None) -> int | None:
        if np is None:
            return None
        return next((ORDINALS[self.doc[i].lower_] for i in range(*np) if self.doc[i].lower_ in ORDINALS), None)

    # --- nouns ---

    def from_nouns(self) -> list[EventMention]:
        happening = [p for p in self.predicates if p.subject and p.lemma in OCCURRENCE]
        happening.sort(key=lambda p: self.clause.time(p) is None)
        out = []
        for np in self.clause.phrases:
            head = np[1] - 1
            lemma = self.doc[head].lemma_.lower()
            if lemma not in NOUN_TYPES or self.clause.is_time(head):  # the month of March is no march
                continue
            occurring = next((p for p in happening if p.subject and self._is_head(p.subject, head)), None)
            if head in self.used and occurring is None:
                continue
            time = self.clause.noun_time(np) or (self.clause.time(occurring) if occurring else None)
            if time is not None:
                out.append(self._noun_event(np, lemma, time, occurring))
        return out

    def _is_head(self, subject: Tokens, head: int) -> bool:
        found = self.clause.head(subject)
        return found is not None and found[0] == head

    def _noun_event(self, np: Tokens, lemma: str, time: Range, occurring: Predicate | None) -> EventMention:
        trigger = self._range((np[1] - 1, np[1]))
        status = self.statuses.of(occurring.verb if occurring else np[1] - 1).status
        if occurring is None and status == "happened" and self.clause.lies_ahead(time):
            status = "planned"
        holder = None
        if occurring is not None:  # a dated noun ("the 9 May vote") is taken for granted, whoever speaks of it
            status, holder = attributed(trigger, status, None, self.attributions)
        actors = self.clause.noun_actors(np)
        return EventMention(
            trigger=trigger, lemma=lemma, type=NOUN_TYPES[lemma], actors=actors, recipients=(),
            place=self.clause.noun_place(np), time=time, status=status, holder=holder,
            headline=headline(self.doc, occurring) if occurring else noun_headline(self.doc, np),
            sentence=self._sentence(np[0]), background=occurring is None,
            group=self._group(lemma, None, NOUN_TYPES[lemma]), ordinal=self._ordinal(np),
        )  # fmt: skip

    # --- common ---

    def _group(self, lemma: str, obj: str | None, kind: EventType) -> str:
        if kind == "ELECTION":
            return "election"
        if obj in GROUPS:
            return GROUPS[obj]
        if lemma in NOUN_TYPES and lemma not in VERB_GROUPS:
            return GROUPS.get(lemma, lemma)
        return VERB_GROUPS.get(lemma, lemma)

    def _range(self, tokens: Tokens) -> Range:
        return characters(self.doc, tokens)

    def _sentence(self, token: int) -> Range:
        return sentence_range(self.doc, token)


def sentence_range(doc: Doc, token: int) -> Range:
    """The characters of the sentence that holds `token`, without white space at its ends."""
    sent = doc[token].sent
    start, end = sent.start, sent.end
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and doc[start].is_space:
        start += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _once_each(found: list[EventMention]) -> list[EventMention]:
    """One mention of what a noun and its verb tell with the same clause ("the strike would be resumed")."""
    first: dict[object, EventMention] = {}
    for event in found:
        first.setdefault((event.type, event.headline, event.embedded), event)
    return list(first.values())


def _inherit(found: list[EventMention], mentions: Sequence[Mention]) -> list[EventMention]:
    """A numbered event takes its participants from the one counted before it ("their first talk ... the second")."""
    out: list[EventMention] = []
    for event in found:
        if event.ordinal and not event.actors:
            before = next((e for e in reversed(out) if e.group == event.group and e.ordinal and e.actors), None)
            actors = before.actors if before else _two_before(event, mentions)
            recipients = before.recipients if before else ()
            if actors:
                event = replace(event, actors=actors, recipients=recipients, inherited=("actors", "recipients"))
        out.append(event)
    return out


def _two_before(event: EventMention, mentions: Sequence[Mention]) -> tuple[Range, ...]:
    """The two persons named last before a counted event, when they stand close together ("Roe called Poe twice.")."""
    people = [m for m in mentions if m.kind == "PERSON" and m.end <= event.sentence[0]][-2:]
    near = len(people) == 2 and event.sentence[0] - people[0].start < 250 and people[0].text != people[1].text
    return tuple((m.start, m.end) for m in people) if near else ()
