"""Every record type of twosource, and nothing else.

Records are frozen `msgspec.Struct`s: they compare by value, hash, and go to JSON and back without loss. Offsets count
Unicode characters of `Article.text`; a `Range` is a pair `(start, end)` into the text of the article it belongs to,
and `article.text[start:end]` is always exactly the words that were read. Ids are content hashes (see `content_id`),
so that the same input gives the same ids on any machine and in any order.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

Range = tuple[int, int]

Media = Literal["html", "text"]
MentionKind = Literal["PERSON", "ORG", "LOC", "NORP"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "document", "narrative", "none"]
AmountKind = Literal["money", "count", "share", "measure", "votes"]
Hedge = Literal["at least", "at most", "about"]
Manner = Literal["direct", "mixed", "indirect"]
AttributionKind = Literal["speech", "attitude"]
Act = Literal["said", "claimed", "denied", "promised", "demanded", "asked", "accused", "agreed", "thought"]
Part = Literal["acts", "undergoes", "named"]
Status = Literal["happened", "ongoing", "planned", "possible", "negated", "alleged", "denied"]
DateKnownBy = Literal["stated", "relative", "inferred", "inherited", "unknown", "judged"]
FindingKind = Literal["agreement", "difference", "dispute", "revision", "copy"]
NoteKind = Literal["editor", "correction", "update", "caption", "credit"]
ArticleKind = Literal["article", "live", "digest"]
Tie = Literal["seat", "body", "people"]
Verb = Literal["same", "different", "rename", "correct", "hide", "note", "withdraw"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "STATEMENT", "ELECTION", "APPOINT", "COURT", "DEATH", "DISASTER", "OTHER",
]  # fmt: skip


# No record holds a list or a dict, so none can be in a cycle: the collector need not walk the millions of a story.
class Record(msgspec.Struct, frozen=True, gc=False):
    """The base of all records: frozen, comparable, hashable when its fields are."""


def content_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on the content of `parts` alone: the first 64 bits of their SHA-256.

    Parts are encoded as JSON first, so `("ab", "c")` and `("a", "bc")` differ.
    """
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]


# --- gather ----------------------------------------------------------------------------------------------------------


class Given(Record, frozen=True):
    """What the row or the user said about a page, as written there. Nothing is guessed."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


class Page(Record, frozen=True):
    """What came in, byte for byte. `source` says where from: a path, `archive.zip/path`, or `rows.jsonl#12`."""

    id: str
    source: str
    sha256: str
    media: Media
    content: bytes
    given: Given = Given()
    encoding: str | None = None
    """The character encoding that the carrier declared (a header, or UTF-8 for JSON); None when it declared none."""


class Problem(Record, frozen=True):
    """One thing that could not be read or built, or is not what it seems: shown by `doctor`; the rest goes on."""

    source: str
    stage: Literal["gather", "clean", "annotate"]
    kind: str
    message: str
    """What happened, the likely cause and what to do, in one line."""


# --- clean -----------------------------------------------------------------------------------------------------------


class Witness(Record, frozen=True):
    """A value and how it is known: row, json-ld, meta, url, text, dateline, html, credit, domain."""

    value: str
    known_by: str


class Dateline(Record, frozen=True):
    """`SELM, Nov 18 - Agency.` at the head of a body: place as written, ISO date (X for what it lacks), agency."""

    place: str | None = None
    date: str | None = None
    agency: str | None = None


class Note(Record, frozen=True):
    """Text about the article, not of it: an editor's note, a correction, a photo caption; with its date if stated."""

    kind: NoteKind
    text: str
    date: str | None = None


class Article(Record, frozen=True):
    """A page cleaned. `text` is the body alone (no title, furniture, comments, notes); `paragraphs` are its ranges."""

    id: str
    source_file: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: Witness | None
    """ISO 8601 date or date-time as stated on the page; None when nothing states it. Never the crawl's time."""
    updated: Witness | None
    dates: tuple[Witness, ...]
    """Every statement of a publication date that was found, best first: two that disagree are both here."""
    dateline: Dateline | None
    credit: str | None
    """The agency or outlet that the page credits for its text ("Source: ...", "(Reuters)"), as written."""
    language: str | None
    url: str | None
    text: str
    paragraphs: tuple[Range, ...]
    comments: tuple[str, ...]
    notes: tuple[Note, ...]
    problem: str | None = None
    """Why this page is no article (empty, cookie wall, index page ...); None for an article."""
    kind: ArticleKind = "article"
    """One report; "live" for a live blog, "digest" for several whole articles on one page: `text` is of many hours or
    hands, of which `published` dates at most one."""


# --- annotate --------------------------------------------------------------------------------------------------------


class Mention(Record, frozen=True):
    """A span that names a person, organisation, place or people (field's term: entity mention).

    `start:end` covers the name without its title; `title` is the role word or phrase beside it ("President",
    "the opposition's presidential candidate"), `gender` f or m when the page shows it, `metonym` true for a capital or
    palace that speaks or acts for a government.
    """

    start: int
    end: int
    kind: MentionKind
    text: str
    title: str | None = None
    gender: Literal["f", "m"] | None = None
    metonym: bool = False


class TimeExpression(Record, frozen=True):
    """A span with TIMEX3 type and value (ISO-TimeML).

    `value` is resolved as far as the page's own publication date allows; `unanchored` is the value with X for what the
    words themselves do not say ("XXXX-09-15", "XXXX-WXX-5", "XXXX-08"), equal to `value` for absolute ones. For those
    counted from another day ("yesterday", "a week later") `unanchored` is the offset: "-1D", "+1W".
    `direction` is where it lies from its anchor: -1 before, 0 the same unit or not known, +1 after.
    """

    start: int
    end: int
    type: TimeType
    value: str
    unanchored: str
    anchor: Anchor
    direction: Literal[-1, 0, 1] = 0
    event: Range | None = None
    """For a time told by an event ("after the May election"): the event noun's range."""


class Amount(Record, frozen=True):
    """Money, a count, a share, votes, a measure. `unit`: ISO 4217 code, lemma of what is counted, or the measure."""

    start: int
    end: int
    kind: AmountKind
    value: float
    unit: str
    high: float | None = None
    """The upper end of a range, or of a vague number ("tens of thousands"); None for a single number."""
    hedge: Hedge | None = None
    of: Range | None = None
    """The noun phrase that is counted or bought ("two protesters", "a loan"), when it stands outside `start:end`."""


class Attribution(Record, frozen=True):
    """Who said what: source, cue, content (the field's terms; PARC 3 and PolNeAR)."""

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    manner: Manner
    kind: AttributionKind
    act: Act
    chain: tuple[Range, ...] = ()
    """The sources behind the source, nearest first ("Harbour Wire, citing local media, said": local media)."""
    addressee: Range | None = None
    confidence: float = 1.0
    place: Range | None = None
    """Where it was said, if the clause of the cue tells ("told a rally in Selm")."""
    time: Range | None = None
    """When it was said, if the clause of the cue tells ("said on Friday")."""
    answers: Range | None = None
    """For a denial, an agreement, a reply: the content in the same text that it answers, first word to last."""


class EventMention(Record, frozen=True):
    """A trigger and what the clause says of it. Ranges are of the article's text.

    `headline` holds the pieces of the clause, in their order, that a reader needs: joined they are the trimmed clause.
    `recipients`, `place`, `time` may stand outside the clause, then they are inherited and listed in `inherited`.
    """

    trigger: Range
    lemma: str
    type: EventType
    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]
    place: Range | None
    time: Range | None
    status: Status
    holder: Range | None
    """Whose allegation, denial, plan or promise it is, for the statuses that have a holder."""
    headline: tuple[Range, ...]
    sentence: Range
    object: str | None = None
    """The head noun of the object or complement, as lemma ("loan" in "promised a loan"): part of what the event is."""
    background: bool = False
    """Told as context (pluperfect, "as previously reported", "since the May election") rather than as the news."""
    inherited: tuple[str, ...] = ()
    group: str = ""
    """The lemma group that one event's mentions share across pages ("election" for poll, vote, ballot)."""
    embedded: bool = False
    """Governed by another event mention of the sentence ("grant" under "promised to grant"): no item of its own."""
    ordinal: int | None = None
    """For a numbered event ("the second phone talk"): its number."""


class Annotations(Record, frozen=True):
    """All that was read in one article. Every sequence is in text order."""

    article: str
    sentences: tuple[Range, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    amounts: tuple[Amount, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...]
    english: bool = True
    """Whether the text is in English: of another, what was read means little."""


class Reading(Record, frozen=True):
    """One article with its annotations: what resolve and compare work on."""

    article: Article
    annotations: Annotations


# --- resolve ---------------------------------------------------------------------------------------------------------


class Span(Record, frozen=True):
    """A place in an article: its id, start and end."""

    article: str
    start: int
    end: int


class Date(Record, frozen=True):
    """When, as far as is warranted.

    `edtf` is EDTF (ISO 8601-2): a day, month, year, interval "2021-05-21/..", or "" when nothing is known.
    `earliest` and `latest` are ISO days, None where open. `weekday` is 1 (Monday) to 7 when only that is known.
    `reason` says in one line what it rests on.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    known_by: DateKnownBy
    reason: str
    weekday: int | None = None


class ResolvedTime(Record, frozen=True):
    """A time expression (by its span) with its date."""

    span: Span
    date: Date


class Link(Record, frozen=True):
    """Why a member belongs to an entity or event: one line, for people."""

    member: Span
    reason: str


class CountryTie(Record, frozen=True):
    """The country that an entity speaks for (`seat`: "the Kremlin", a capital that says or does something), belongs to
    (`body`: a ministry, a parliament) or is the people of (`people`: "Belarusian"). A link: the two are never one.
    """

    how: Tie
    code: str
    """ISO 3166-1; "EU" for the European Union."""
    name: str
    """As the story calls the country; as Unicode CLDR does where the story does not name it."""
    entity: str | None
    """Id of the country among the story's entities, if it is."""
    reason: str


class Entity(Record, frozen=True):
    """What the mentions of several articles are one of. `name` is the most frequent full spelling."""

    id: str
    name: str
    kind: MentionKind
    aliases: tuple[str, ...]
    """Every spelling as written, most frequent first."""
    members: tuple[Span, ...]
    links: tuple[Link, ...]
    articles: int
    judged: tuple[str, ...] = ()
    """What people decided about it, a line each."""
    known_as: str | None = None
    """Its id in the user's own list of names (`build --known`); None when it is not there, or two there fit."""
    country: CountryTie | None = None
    """The country it speaks for, belongs to or is the people of; None when it is none's, or nothing tells whose."""


class Speaker(Record, frozen=True):
    """Who an attribution's source is: an entity when resolved, None for an unnamed source; with the reason."""

    attribution: Span
    """Article, start and end of the attribution's first content range."""
    index: int
    """The attribution's place in `Annotations.attributions`."""
    entity: str | None
    origin: str | None
    """The entity at the end of the chain of attributions; the same as `entity` when there is no chain."""
    reason: str


class Copy(Record, frozen=True):
    """A passage of one article standing in another; `first` had it first, if `known_first`."""

    first: Span
    later: Span
    known_first: bool
    """False when nothing tells who had it first: the two are then only in order of id."""
    words: int
    reason: str


class EventMember(Record, frozen=True):
    """One event mention of an event: the article, its index in `Annotations.events`, and why it belongs."""

    article: str
    index: int
    reason: str


class Event(Record, frozen=True):
    """One event as told by one or several articles."""

    id: str
    type: EventType
    date: Date
    members: tuple[EventMember, ...]
    participants: tuple[str, ...]
    """Entity ids, most told first."""
    place: str | None
    """Entity id of the place; or the place in a person's words, when a person corrected it."""
    judged: tuple[str, ...] = ()
    """What people decided about it, a line each."""
    hidden: bool = False
    """A person took it out of the timeline."""


class DocumentDate(Record, frozen=True):
    """When an article was written: stated, or an interval with its reasons."""

    article: str
    date: Date


class Reference(Record, frozen=True):
    """A pronoun or description ("she", "the president") with the entity that it refers to, and why."""

    span: Span
    entity: str
    reason: str


class Place(Record, frozen=True):
    """Where a place is: degrees (WGS 84) of a town, None for a country; `country` is its ISO 3166-1 code."""

    entity: str
    name: str
    """As the gazetteer has it (GeoNames)."""
    latitude: float | None
    longitude: float | None
    country: str
    reason: str


class Resolution(Record, frozen=True):
    """All that was resolved across a story."""

    documents: tuple[DocumentDate, ...]
    times: tuple[ResolvedTime, ...]
    entities: tuple[Entity, ...]
    speakers: tuple[Speaker, ...]
    copies: tuple[Copy, ...]
    events: tuple[Event, ...]
    references: tuple[Reference, ...] = ()
    places: tuple[Place, ...] = ()
    """Where the story's places are, those that can be told."""
    unapplied: tuple[str, ...] = ()
    """Ids of the judgements that found nothing to apply to: their page is gone, or the machine now agrees."""


# --- compare ---------------------------------------------------------------------------------------------------------


class Side(Record, frozen=True):
    """One side of a finding, with its receipt. `value` is what this side says, in a few words of the source."""

    value: str
    quote: str
    article: str
    source_file: str
    outlet: str | None
    start: int
    end: int
    attributed_to: str | None = None


class Finding(Record, frozen=True):
    """Agreement, difference, dispute, revision or copy between reports, with both sides' spans. Never a verdict."""

    id: str
    kind: FindingKind
    about: str
    sides: tuple[Side, ...]
    reason: str
    event: str | None = None
    """Id of the event it concerns, if any."""


class Origin(Record, frozen=True):
    """An independent root of an event's reports, and why these reports count as one."""

    name: str
    kind: Literal["text", "agency", "speaker"]
    articles: tuple[str, ...]
    reason: str


class Report(Record, frozen=True):
    """One article's telling of an item: a W3C TextQuote and TextPosition selector with its article."""

    article: str
    source_file: str
    outlet: str | None
    published: str | None
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    attributed_to: str | None
    status: Status
    date: str
    """This report's own date for the event, EDTF, "" when it tells none."""


class TimelineItem(Record, frozen=True):
    """One line of the story."""

    id: str
    date: str
    date_known_by: DateKnownBy
    date_text: str
    """The date for people: "2021-05-09", "a Friday, 2021-05-21 or later"."""
    date_reason: str
    headline: str
    type: EventType
    status: Status
    holder: str | None
    participants: tuple[str, ...]
    place: str | None
    outlets: int
    """Outlets that tell it; a page that names no outlet counts as one of its own."""
    origins: int
    origin_reasons: tuple[Origin, ...]
    weight: float
    """For ranking only: how much of the story leans on it. Larger is more."""
    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    judged: tuple[str, ...] = ()
    """What people decided about it, a line each."""


class AttributionView(Record, frozen=True):
    """An attribution as shown: texts, with the receipt (`quote` is the text at `start:end`)."""

    source: str | None
    source_name: str | None
    cue: str | None
    content: str
    manner: Manner
    kind: AttributionKind
    act: Act
    article: str
    source_file: str
    outlet: str | None
    start: int
    end: int
    quote: str
    reason: str
    chain: tuple[str, ...] = ()
    """The sources behind the source, nearest first, as written; the last is the origin."""
    addressee: str | None = None
    place: str | None = None
    """Where it was said, as written."""
    time: str | None = None
    """When it was said, as written."""
    answers: str | None = None
    """For a denial, an agreement, a reply: what it answers, in the same article."""


class NameView(Record, frozen=True):
    """An entity as shown."""

    id: str
    name: str
    kind: MentionKind
    aliases: tuple[str, ...]
    mentions: int
    articles: int
    reasons: tuple[str, ...]
    judged: tuple[str, ...] = ()
    """What people decided about it, a line each."""
    known_as: str | None = None
    """Its id in the user's own list of names."""
    country: CountryTie | None = None
    """The country it speaks for, belongs to or is the people of."""


class Spelling(Record, frozen=True):
    """One way in which a name is written, with how often, and in how many articles."""

    written: str
    mentions: int
    articles: int


class Step(Record, frozen=True):
    """One event, or one saying, in a name's chronology."""

    id: str
    """An event's id; of words, their article and place there."""
    kind: Literal["event", "words"]
    part: Part
    """Whether the name acts in it, undergoes it, or is only named in it; of its words it is the speaker."""
    date: str
    """EDTF, "" when nothing is known."""
    earliest: str | None
    latest: str | None
    date_known_by: DateKnownBy
    date_text: str
    date_reason: str
    stands_at: str
    """The ISO day by which it is put in order: the first that its own date allows; where no page dates it, the day that
    its page told of last before it, else the page's own. "" when nothing is known. It orders, and dates nothing."""
    text: str
    """The event's headline, or what was said."""
    status: Status
    holder: str | None
    reports: tuple[Report, ...]
    origins: int = 1
    act: Act | None = None
    """Of words: what was done by saying them."""


class Chronology(Record, frozen=True):
    """A name with its spellings, and its events and words in order of time.

    `id` and `kind` are None for what is no name of the story, and was found by its words.
    """

    name: str
    id: str | None
    kind: MentionKind | None
    spellings: tuple[Spelling, ...]
    steps: tuple[Step, ...]


class SourceView(Record, frozen=True):
    """An article as a source: what is known of it, and what it took from others."""

    article: str
    source_file: str
    outlet: str | None
    title: str | None
    published: str | None
    published_known_by: str | None
    date: str
    """EDTF of when it was written, as far as known."""
    date_reason: str
    credit: str | None
    words: int
    copies_from: tuple[str, ...]
    problem: str | None


class Hit(Record, frozen=True):
    """A sentence that a search found. `snippet` is the part of it around what matched, `marks` are what matched."""

    article: str
    source_file: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
    snippet: str
    marks: tuple[Range, ...]


class Comparison(Record, frozen=True):
    """All that compare makes of a resolved story."""

    timeline: tuple[TimelineItem, ...]
    findings: tuple[Finding, ...]
    attributions: tuple[AttributionView, ...]
    names: tuple[NameView, ...]
    sources: tuple[SourceView, ...]


# --- judgements ------------------------------------------------------------------------------------------------------


class Selector(Record, frozen=True):
    """A place in a page, by which a name or an event is found again whatever a rebuild makes of ids and offsets.

    The term and the form are the W3C's (Web Annotation: TextQuoteSelector, TextPositionSelector).
    """

    article: str
    start: int
    end: int
    quote: str
    """The words at `start:end`; where the page is cleaned anew and they moved, the nearest place with these words."""


class Judgement(Record, frozen=True):
    """What a person decided: append-only, above the machine's result, applied at every build.

    `same` joins the names (or events) of all places in `about`; `different` takes out of what holds both places every
    member spelled as the first (for an event: told by its page); `rename` and `correct` set `field` to `value`;
    `hide` leaves an event out of the timeline; `note` says `value` beside it; `withdraw` undoes the judgement `value`.
    """

    id: str
    verb: Verb
    what: Literal["name", "event", "judgement"]
    about: tuple[Selector, ...]
    field: Literal["kind", "date", "place", "type"] | None
    value: str | None
    who: str
    when: str
    """ISO 8601, UTC."""
    why: str | None = None
