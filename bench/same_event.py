"""One event across documents on ECB+: the dev topics of Cybulska and Vossen's split, all documents as one pile.

No topics are given: every document of the dev topics goes through the whole of `resolve`, and its clusters of event
mentions are held to ECB+'s by CoNLL F1, in the sentences that ECB+'s authors checked. Two ways:

- gold mentions: the spans that ECB+ marks as actions stand in the place of our own event mentions. What a span says
  (participants, place, time, status, object) is what we read there: our own mention where one has its trigger in the
  span, else the clause or noun phrase around its head. `same_event_lemma_f1` and `same_event_lemma_overlap_f1` are the
  baselines with the same spans: one lemma, one event; and that with a share of the words of the two sentences.
- predicted mentions: ours. One whose trigger lies in a gold span is that span; all others count against us.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from spacy.tokens import Doc, Token

from bench.copies import bare_reading
from bench.coreference import conll, measured
from bench.entities import Document, checked, documents
from twosource.annotate import amounts, attributions, events, mentions, read, times
from twosource.annotate.event_arguments import Clause
from twosource.annotate.event_headlines import headline, noun_headline
from twosource.annotate.event_lexicon import GROUPS, NOUN_TYPES, VERB_GROUPS, event_type
from twosource.annotate.event_participants import Participants
from twosource.annotate.event_parties import Parties
from twosource.annotate.event_status import Statuses, attributed
from twosource.annotate.events import sentence_range
from twosource.annotate.language import sentence_ranges
from twosource.annotate.predicates import Predicate, predicates
from twosource.records import Annotations, Event, EventMention, Range, Reading
from twosource.resolve import resolve

DEV = frozenset("2 5 12 18 21 23 34 35".split())
"""The development topics of the split that the literature uses (Cybulska and Vossen 2015)."""
ACTIONS = ("ACTION_", "NEG_ACTION_")
OVERLAP = 0.2
"""The baseline with sentences: this share of the words of the two sentences (Jaccard, no stop words) in common."""
STOP_LENGTH = 4
"""Words shorter than this do not count as content in that baseline."""

Key = tuple[str, int, int]
Scored = Mapping[tuple[str, str], set[int]]


@dataclass(frozen=True, slots=True)
class Pile:
    """Documents with their gold: the cluster of each action in the checked sentences."""

    documents: Sequence[Document]
    scored: Scored
    gold: Mapping[Key, str]


def score_same_event(shared: Path) -> dict[str, float]:
    """CoNLL F1 of gold mentions (ours and two baselines) and of predicted ones, with B-cubed precision; in percent.

    Raises FileNotFoundError when the data are absent.
    """
    made = pile(shared / "bench" / "coreference", DEV)
    read_in = [(read(one.text), one) for one in made.documents]
    ours = [annotated(doc, one) for doc, one in read_in]
    given = [with_gold(reading, doc, made.gold) for reading, (doc, _) in zip(ours, read_in, strict=True)]
    lemmas = {(r.article.id, *e.trigger): e.lemma for r in given for e in r.annotations.events}
    figures = dict(_figures("same_event_gold", made.gold, clusters(given)))
    figures["same_event_lemma_f1"] = _f1(made.gold, by_lemma(made, lemmas, lambda one, two: True))
    words = _sentence_words(made)
    figures["same_event_lemma_overlap_f1"] = _f1(
        made.gold, by_lemma(made, lemmas, lambda one, two: _jaccard(words[one], words[two]) >= OVERLAP)
    )
    figures.update(_figures("same_event_predicted", made.gold, aligned(made, clusters(ours))))
    return figures


def _figures(name: str, gold: Mapping[Key, str], said: Iterable[Sequence[Key]]) -> Iterator[tuple[str, float]]:
    found = measured(_grouped(gold), [set(cluster) for cluster in said])
    yield f"{name}_f1", round(100 * conll(found), 2)
    yield f"{name}_b3_precision", round(100 * found[1].precision, 2)
    yield f"{name}_b3_recall", round(100 * found[1].recall, 2)


def _f1(gold: Mapping[Key, str], said: Iterable[Sequence[Key]]) -> float:
    return dict(_figures("one", gold, said))["one_f1"]


def _grouped(gold: Mapping[Key, str]) -> list[set[Key]]:
    groups: dict[str, set[Key]] = defaultdict(set)
    for key, name in gold.items():
        groups[name].add(key)
    return list(groups.values())


# --- ECB+ ------------------------------------------------------------------------------------------------------------


def pile(folder: Path, topics: frozenset[str]) -> Pile:
    """The documents of some topics with the actions of their checked sentences."""
    read_in = [one for one in documents(folder) if one.topic in topics]
    scored = checked(folder)
    gold = {
        (one.name, markable.start, markable.end): markable.cluster
        for one in read_in
        for markable in one.markables
        if markable.tag.startswith(ACTIONS) and sentence_number(one, scored, markable.start) is not None
    }
    return Pile(read_in, scored, gold)


def sentence_number(one: Document, scored: Scored, at: int) -> int | None:
    """The checked sentence that a place stands in; None where its sentence was not checked."""
    numbers = scored.get((one.topic, one.name.split("_", 1)[1]), set())
    return next((n for n in numbers if n in one.sentences and one.sentences[n][0] <= at < one.sentences[n][1]), None)


def annotated(doc: Doc, one: Document) -> Reading:
    """The document as the product reads it; of no stated day."""
    named, told = mentions(doc), None
    saying = attributions(doc, named)
    when, sums = times(doc, told), amounts(doc)
    found = events(doc, named, when, sums, saying)
    bare = bare_reading(one.name, one.text, "", "")
    article = replace(bare.article, published=None)
    return Reading(article, Annotations(one.name, sentence_ranges(doc), named, when, sums, saying, found))


# --- gold mentions ---------------------------------------------------------------------------------------------------


def with_gold(reading: Reading, doc: Doc, gold: Mapping[Key, str]) -> Reading:
    """The reading with ECB+'s mentions in the place of ours."""
    spans = sorted((start, end) for name, start, end in gold if name == reading.article.id)
    reader = _Around(doc, reading.annotations)
    told = tuple(reader.mention(span) for span in spans)
    return replace(reading, annotations=replace(reading.annotations, events=told))


class _Around:
    """What a document says around a span: the same argument readers that make our own event mentions."""

    def __init__(self, doc: Doc, annotations: Annotations) -> None:
        self.doc = doc
        self.annotations = annotations
        self.clause = Clause(doc, annotations.mentions, annotations.times)
        found = predicates(doc)
        self.predicates = {p.verb: p for p in found}
        self.statuses = Statuses(doc, found)
        self.participants = Participants(Parties(self.statuses.tree, self.clause), found)
        self.ours = {event.trigger: event for event in annotations.events}

    def mention(self, span: Range) -> EventMention:
        """The event mention of a gold span: ours where its trigger lies in it, else read from the parse."""
        tokens = [token for token in self.doc if token.idx < span[1] and span[0] < token.idx + len(token)]
        for token in tokens:
            event = self.ours.get((token.idx, token.idx + len(token)))
            if event is not None:
                return replace(event, trigger=span, embedded=False)
        head = _head(tokens)
        p = next((self.predicates[token.i] for token in tokens if token.i in self.predicates), None)
        return self._verb(span, p) if p else self._noun(span, head)

    def _verb(self, span: Range, p: Predicate) -> EventMention:
        found = self.clause.head(p.object or p.subject) if p.object or (p.passive and p.subject) else None  # type: ignore[arg-type]
        object_lemma = found[1] if found else None
        kind = event_type(p.lemma, object_lemma, ()) or "OTHER"
        actors, recipients = self.participants.of(p, None, kind, None)
        status, holder = attributed(span, self.statuses.of(p.verb).status, None, self.annotations.attributions)
        return EventMention(
            trigger=span, lemma=p.lemma, type=kind, actors=actors,
            recipients=recipients, place=self.clause.place(p), time=self.clause.time(p), status=status, holder=holder,
            headline=headline(self.doc, p), sentence=sentence_range(self.doc, p.verb), object=object_lemma,
            group=VERB_GROUPS.get(p.lemma, p.lemma),
        )  # fmt: skip

    def _noun(self, span: Range, head: Token) -> EventMention:
        np = self.clause.inside.get(head.i, (head.i, head.i + 1))
        lemma, time = head.lemma_.lower(), self.clause.noun_time(np)
        status, holder = attributed(span, self.statuses.of(head.i).status, None, self.annotations.attributions)
        return EventMention(
            trigger=span, lemma=lemma, type=NOUN_TYPES.get(lemma) or event_type(lemma, None, ()) or "OTHER",
            actors=self.clause.noun_actors(np), recipients=(), place=self.clause.noun_place(np), time=time,
            status=status, holder=holder, headline=noun_headline(self.doc, np),
            sentence=sentence_range(self.doc, head.i), group=GROUPS.get(lemma, VERB_GROUPS.get(lemma, lemma)),
        )  # fmt: skip


def _head(tokens: Sequence[Token]) -> Token:
    """The token that the others hang on: its head stands outside."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[-1])


# --- ours ------------------------------------------------------------------------------------------------------------


def clusters(readings: Sequence[Reading]) -> list[list[Key]]:
    """The events of `resolve` as ranges of their triggers."""
    triggers = {(r.article.id, i): e.trigger for r in readings for i, e in enumerate(r.annotations.events)}
    return [_keys(event, triggers) for event in resolve(readings).events]


def _keys(event: Event, triggers: Mapping[tuple[str, int], Range]) -> list[Key]:
    return [(member.article, *triggers[member.article, member.index]) for member in event.members]


def aligned(made: Pile, said: Iterable[Sequence[Key]]) -> list[list[Key]]:
    """Our clusters within the checked sentences, each trigger as the gold span that it overlaps, or as itself."""
    by_name = {one.name: one for one in made.documents}
    spans: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(made.gold):
        spans[key[0]].append(key)
    taken = set[Key]()
    out = []
    for cluster in said:
        kept = [key for key in cluster if sentence_number(by_name[key[0]], made.scored, key[1]) is not None]
        out.append([_as_gold(key, spans[key[0]], taken) for key in kept])
    return [cluster for cluster in out if cluster]


def _as_gold(key: Key, spans: Sequence[Key], taken: set[Key]) -> Key:
    for span in spans:
        if span not in taken and key[1] < span[2] and span[1] < key[2]:
            taken.add(span)
            return span
    return key


# --- baselines -------------------------------------------------------------------------------------------------------


def by_lemma(made: Pile, lemmas: Mapping[Key, str], alike: Callable[[Key, Key], bool]) -> list[list[Key]]:
    """Mentions of one lemma whose sentences are alike, with all that follows from the links."""
    groups: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(made.gold):
        groups[lemmas[key]].append(key)
    return [cluster for group in groups.values() for cluster in _closed(group, alike)]


def _closed(group: Sequence[Key], alike: Callable[[Key, Key], bool]) -> list[list[Key]]:
    made: list[list[Key]] = []
    for key in group:
        near = [cluster for cluster in made if any(alike(key, other) for other in cluster)]
        made = [cluster for cluster in made if cluster not in near]
        made.append([key, *(other for cluster in near for other in cluster)])
    return made


def _sentence_words(made: Pile) -> dict[Key, frozenset[str]]:
    by_name = {one.name: one for one in made.documents}
    found = {}
    for key in made.gold:
        one = by_name[key[0]]
        number = sentence_number(one, made.scored, key[1])
        words = one.words[number] if number is not None else []
        found[key] = frozenset(word.lower() for word in words if word.isalpha() and len(word) >= STOP_LENGTH)
    return found


def _jaccard(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / max(1, len(one | two))


if __name__ == "__main__":
    for figure, value in score_same_event(Path(__file__).parents[2] / "shared").items():
        print(f"{figure}\t{value}")
