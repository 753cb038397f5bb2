"""Reversals: a later report that what was planned or promised did not come about.

The later report negates the same thing ("did not sign"), calls it off ("cancelled the visit", "the rally was called
off"), or says that it "did not take place". Both reports must name the same thing and somebody or some place in common,
and the earlier must be certainly earlier: on another day, or the plan's own report dated before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a day, as in the rest of compare
from functools import lru_cache

from twosource.compare.claims import stems
from twosource.compare.receipts import Voices, by_place, one_line, quote, side, trimmed
from twosource.records import Date, EventMention, Finding, Range, Reading, Resolution, Side, content_id

# How a text says that something planned will not be, or not yet. The thing is the verb's object or passive subject.
CALLED_OFF = re.compile(
    r"\b(?:cancel(?:s|l?ed|l?ing|lation)?|call(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?off|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|"
    r"withdr[ae]w(?:s|n|ing|al)?|revok(?:es?|ed|ing)|rescind(?:s|ed|ing)?|retract(?:s|ed|ing)?|ax(?:es?|ed)|abort(?:s|ed)?|"
    r"ditch(?:es|ed)?|drop(?:s|ped|ping)?(?=\s+(?:his|her|its|their|the)\s+\w+)|back(?:s|ed|ing)?\s+out\s+of|pull(?:s|ed|ing)?\s+out\s+of|go(?:es|ne)?\s+back\s+on|"
    r"went\s+back\s+on|br(?:eaks?|oke|oken)\s+(?:his|her|its|their|a|the)\s+(?:promise|pledge|word|vow)|revers(?:es?|ed|ing|al)(?=\s+(?:his|her|its|their|the)\s))\b",
    re.I,
)
NOT_HELD = re.compile(
    r"\b(?:(?:did|does|do|will|would|has|have)\s*(?:not|n['’]t)\s+(?:take|taken)\s+place|(?:did|will|would)\s*(?:not|n['’]t)\s+go\s+ahead|"
    r"(?:was|were|is|are|has\s+been|had\s+been)\s*(?:not|never|n['’]t)\s+held|never\s+(?:took\s+place|happened|materiali[sz]ed)|"
    r"came\s+to\s+nothing|fell\s+through)\b",
    re.I,
)
PUT_OFF = re.compile(
    r"\b(?:postpon(?:es?|ed|ing|ement)|put(?:s|ting)?\s+(?:\w+\s+){0,3}?off|delay(?:s|ed|ing)?|shelv(?:es?|ed|ing)|"
    r"suspend(?:s|ed|ing)?|reschedul(?:es?|ed|ing)|defer(?:s|red|ring)?)\b",
    re.I,
)
HOW = (("called off", CALLED_OFF), ("not done", NOT_HELD), ("put off", PUT_OFF))
ANY_HOW = re.compile("|".join(pattern.pattern for _, pattern in HOW))
"""All of them in one, for folded letters: nearly every sentence has none."""
NOT_SO = re.compile(
    r"\b(?:not|n['’]t|never|no plans? to|ruled out|den(?:y|ied|ies)|refus\w+ to|vow\w* not to)\s+(?:\w+\s+){0,2}?$",
    re.I,
)
""" "will not cancel", "denied that it had called off": the plan stands."""
FUTURE = re.compile(
    r"\b(?:will|shall|would|is to|are to|was to|were to|to be|plan(?:s|ned|ning)?|due to|set to|scheduled|"
    r"expected|intend(?:s|ed)?|"
    r"promis\w+|pledg\w+|vow\w*|offer\w*|agreed? to|prepar\w+ to|gear\w* up|announc\w+|decided to)\b|['’]ll\b",
    re.I,
)
"""What marks a plan: demands, fears and mere chances are none."""
CONDITION = re.compile(
    r"\b(?:if|unless|whether|could|might|may|should|urg\w+|call\w* (?:for|on)|demand\w*|ask\w*|want\w*|threaten\w*)\b",
    re.I,
)
# Outcomes are foretold, not planned: that they did not come about reverses nothing.
FORETOLD = frozenset(
    "win lose beat defeat become rise fall grow suffer survive die know like need seem remain exist mean face".split()
)
# Verbs whose object comes about by them: "sign a treaty" is undone with the treaty.
MAKING = frozenset(
    "sign adopt launch open build host stage organise organize buy sell deploy send impose introduce ratify pass "
    "publish release "
    "deliver start stage convene pay raise cut close form create establish supply".split()
)
FAILED = re.compile(
    r"\b(?:did|does|do|has|have|had|was|were|is|are)\s*(?:not|n['’]t)\b|\bnever\b|\bfailed to\b|\brefused to\b", re.I
)
LONGEST = 120
"""Days between a plan and its undoing: beyond that the plan is most likely another."""
COMMON = 0.2
"""An entity of more than this share of a larger story's articles does not show that two reports are of one thing."""
LARGE = 20
PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got)\s+(?:\w+ly\s+)?$", re.I)
# Lemmas of one thing that share no beginning; the rest is matched by the stem.
ONE_THING: tuple[frozenset[str], ...] = (
    frozenset("meet meeting talk talks summit negotiate negotiation conversation".split()),
    frozenset("visit trip travel tour".split()),
    frozenset("vote election elections poll polls referendum ballot elect".split()),
    frozenset("rally march protest demonstration demonstrate rallies".split()),
    frozenset("loan lend loans credit".split()),
    frozenset("strike walkout strikes".split()),
    frozenset("sell sale".split()),
    frozenset("speak speech address".split()),
    frozenset("sign signing deal agreement treaty accord pact".split()),
    frozenset("resign resignation quit".split()),
    frozenset("fly flight flights".split()),
    frozenset("aid help assistance support assist".split()),
)  # fmt: skip
# Too general to show by themselves that two mentions are of one thing: their object has to.
GENERIC = frozenset(
    "be have do make take hold give go get come say tell begin start continue plan promise pledge vow offer agree "
    "announce "
    "decide expect intend set hope aim want seek consider move step call allow let bring lead grant provide "
    "extend receive "
    "leave return put keep use work stay send".split()
)
# Nouns that only say that something was promised: what it was is named beside them.
PROMISED = frozenset("promise pledge offer plan plans commitment vow proposal intention bid".split())
PROMISING = frozenset("promise pledge vow offer agree announce undertake guarantee".split())
CLAUSE = re.compile(r"[;:—]|,\s(?:and|but|while|which|who|as)\s|\s(?:but|while|because|after|although)\s")
RELATIVE = re.compile(r",\s+(?:which|who|that|whose)\s[^,]{0,120},")
NOT_ITS_OBJECT = re.compile(
    r"\b(?:for|to|in|on|at|with|by|after|before|over|from|that|(?<!offer )(?<!plan )(?<!promise )(?<!pledge )of)\b",
    re.I,
)


@dataclass(frozen=True)
class Plan:
    """Something told as yet to come, with the words that name it."""

    reading: Reading
    mention: EventMention
    things: frozenset[str]
    entities: frozenset[str]


@dataclass(frozen=True)
class Undoing:
    """A clause that says that something will not be, is put off, or was not done."""

    reading: Reading
    span: Range
    sentence: Range
    things: frozenset[str]
    entities: frozenset[str]
    how: str
    negated: EventMention | None = None
    """For a negated event; None for what is called off in so many words."""


def reversals(readings: Mapping[str, Reading], resolution: Resolution, voices: Voices) -> tuple[Finding, ...]:
    """One finding for each plan or set of plans with what undid it, by the day of the first later report."""
    common = _common(readings, resolution)
    index: dict[str, list[Plan]] = {}
    for article in sorted(readings):
        for plan in _plans(readings[article], voices):
            for entity in sorted(plan.entities):
                index.setdefault(entity, []).append(plan)
    met: dict[tuple[str, Range], tuple[Plan, dict[tuple[str, Range], Undoing]]] = {}
    for article in sorted(readings):
        for undoing in _undoings(readings[article], voices):
            for plan in (p for entity in sorted(undoing.entities) for p in index.get(entity, ())):
                shared = undoing.entities & plan.entities
                if not (len(shared) > 1 or shared - common) or not _undoes(undoing, plan):
                    continue
                if _before(plan.reading, undoing.reading, voices.written):
                    place = (plan.reading.article.id, plan.mention.trigger)
                    met.setdefault(place, (plan, {}))[1][(article, undoing.span)] = undoing
    return _findings(met, voices)


def _common(readings: Mapping[str, Reading], resolution: Resolution) -> frozenset[str]:
    """Entities that say nothing, because a large part of a large story names them."""
    if len(readings) <= LARGE:
        return frozenset()
    return frozenset(entity.id for entity in resolution.entities if entity.articles > COMMON * len(readings))


# --- what is planned, what is undone ----------------------------------------------------------------------------------


def _plans(reading: Reading, voices: Voices) -> list[Plan]:
    out = []
    for mention in reading.annotations.events:
        promised = mention.lemma in PROMISING and mention.status == "happened"
        if mention.status in {"planned", "possible"} or promised:
            words = quote(reading, mention.sentence)
            lead = words[
                max(0, mention.trigger[0] - mention.sentence[0] - 60) : mention.trigger[1] - mention.sentence[0]
            ]
            if ANY_HOW.search(words.casefold()) or not FUTURE.search(lead) or CONDITION.search(lead):
                continue
            things = _things(mention, words)
            entities = voices.entities(reading.article.id, mention.sentence)
            if things and entities:
                out.append(Plan(reading, mention, things, entities))
    return out


def _things(mention: EventMention, words: str) -> frozenset[str]:
    """The lemma unless it is general, and the object where it comes about by the verb, unless it is a name."""
    if mention.lemma in FORETOLD:
        return frozenset()
    general = mention.lemma in GENERIC
    things = set() if general else {mention.lemma}
    named = mention.object and re.search(rf"\b{re.escape(mention.object)}", words)
    if mention.object and named and mention.object not in PROMISED and (general or mention.lemma in MAKING):
        things.add(mention.object)
    return frozenset(things)


def _undoings(reading: Reading, voices: Voices) -> list[Undoing]:
    out = [_of_mention(reading, m, voices) for m in reading.annotations.events if _is_failure(reading, m)]
    for sentence in reading.annotations.sentences:
        words = quote(reading, sentence)
        if not ANY_HOW.search(words.casefold()):
            continue
        for how, pattern in HOW:
            for found in pattern.finditer(words):
                undoing = _of_words(reading, sentence, found, how, voices)
                if undoing is not None:
                    out.append(undoing)
    return [undoing for undoing in out if undoing.things and undoing.entities]


def _is_failure(reading: Reading, mention: EventMention) -> bool:
    """Negated as a fact ("did not visit"), not as a wish or a ban ("banned from entering")."""
    if mention.status != "negated" or mention.background:
        return False
    return (
        FAILED.search(quote(reading, (max(mention.sentence[0], mention.trigger[0] - 30), mention.trigger[0])))
        is not None
    )


def _of_mention(reading: Reading, mention: EventMention, voices: Voices) -> Undoing:
    words = quote(reading, mention.sentence)
    entities = voices.entities(reading.article.id, mention.sentence)
    things = _things(mention, words)
    return Undoing(reading, mention.trigger, mention.sentence, things, entities, "not done", mention)


def _of_words(reading: Reading, sentence: Range, found: re.Match[str], how: str, voices: Voices) -> Undoing | None:
    words = found.string
    if NOT_SO.search(words[: found.start()]):
        return None
    passive = how == "not done" or PASSIVE.search(words[: found.start()]) is not None
    if passive:
        near = CLAUSE.split(RELATIVE.sub(" ", words[: found.start()]))[-1]
    else:
        near = NOT_ITS_OBJECT.split(CLAUSE.split(words[found.end() :])[0])[0]
    nouns = re.findall(r"(?:^|(?<=\s))[A-Z]?[a-z][a-z-]+", near[:1].lower() + near[1:])
    nouns = [noun for noun in nouns if noun.islower()]
    within = [*(nouns[-8:] if passive else nouns[:6]), *re.findall(r"[a-z][a-z-]+", found.group())]
    things = frozenset(word for word in within if len(word) > 3) - PROMISED - GENERIC
    span = (sentence[0] + found.start(), sentence[0] + found.end())
    entities = voices.entities(reading.article.id, sentence)
    return Undoing(reading, span, sentence, things, entities, how)


def _undoes(undoing: Undoing, plan: Plan) -> bool:
    if undoing.negated is not None:
        return _negates(undoing.negated, plan.mention, len(undoing.entities & plan.entities))
    return any(same_thing(one, other) for one in sorted(plan.things) for other in sorted(undoing.things))


def _negates(negated: EventMention, planned: EventMention, shared: int) -> bool:
    """ "did not sign the treaty" against "will sign the treaty": one deed on one object, or between the same two."""
    if planned.status == "possible" or negated.type != planned.type:
        return False
    if negated.lemma in GENERIC or not same_thing(negated.lemma, planned.lemma):
        return False
    if negated.object and planned.object:
        return same_thing(negated.object, planned.object)
    return shared >= 2


@lru_cache(1 << 14)
def same_thing(one: str, other: str) -> bool:
    """Whether two words name one thing: equal, in one row of ONE_THING, or of one stem ("deploy", "deployment")."""
    if one == other or any(one in row and other in row for row in ONE_THING):
        return True
    a, b = sorted(stems(one)), sorted(stems(other))
    return bool(a and b) and len(a[0]) >= 4 and a[0] == b[0]


def _before(first: Reading, second: Reading, dates: Mapping[str, Date]) -> bool:
    """Whether the first was certainly written on an earlier day than the second, and not too long before."""
    one, other = dates.get(first.article.id), dates.get(second.article.id)
    if one is None or other is None or not one.latest or not other.earliest:
        return False
    if one.latest >= other.earliest:
        return False
    return (Day.fromisoformat(other.earliest) - Day.fromisoformat(one.latest)).days <= LONGEST


# --- as findings ------------------------------------------------------------------------------------------------------

Met = Mapping[tuple[str, Range], tuple[Plan, dict[tuple[str, Range], Undoing]]]


def _findings(met: Met, voices: Voices) -> tuple[Finding, ...]:
    """Plans that the same reports undo stand together."""
    together: dict[tuple[tuple[str, Range], ...], list[Plan]] = {}
    undone: dict[tuple[tuple[str, Range], ...], list[Undoing]] = {}
    for place in sorted(met):
        plan, by_place_ = met[place]
        key = tuple(sorted(by_place_))
        together.setdefault(key, []).append(plan)
        undone[key] = [by_place_[where] for where in key]
    found = [_finding(together[key], undone[key], voices) for key in sorted(together)]
    return tuple(sorted(found, key=lambda f: (voices.days.get(f.sides[-1].article, "9"), f.about, f.id)))


def _finding(plans: list[Plan], undone: list[Undoing], voices: Voices) -> Finding:
    days = voices.days
    earlier = by_place([_plan_side(plan, voices) for plan in plans], days)
    later = by_place([_undone_side(undoing, voices) for undoing in undone], days)
    how = min(undone, key=lambda u: (days.get(u.reading.article.id, "9"), u.reading.article.id, u.span)).how
    first, last = days.get(earlier[0].article), days.get(later[0].article)
    reason = f"told as planned{' on ' + first if first else ''}, reported {'on ' + last if last else 'later'} as {how}"
    places = [(s.article, s.start, s.value) for s in (*earlier, *later)]
    about = earlier[0].value
    event = _event(plans, voices)
    return Finding(content_id("reversal", places), "revision", about, (*earlier, *later), reason, event)


def _plan_side(plan: Plan, voices: Voices) -> Side:
    pieces = one_line(" ".join(quote(plan.reading, piece) for piece in plan.mention.headline))
    value = pieces or one_line(quote(plan.reading, plan.mention.trigger))
    said_by = voices.said_by(plan.reading.article.id, plan.mention.trigger)
    return side(plan.reading, value, trimmed(plan.reading.article.text, plan.mention.sentence), said_by)


def _undone_side(undoing: Undoing, voices: Voices) -> Side:
    said_by = voices.said_by(undoing.reading.article.id, undoing.span)
    receipt = trimmed(undoing.reading.article.text, undoing.sentence)
    return side(undoing.reading, receipt, receipt, said_by)


def _event(plans: Iterable[Plan], voices: Voices) -> str | None:
    """The event that the first of the plans belongs to."""
    told = ((p, i) for p in plans for i, m in enumerate(p.reading.annotations.events) if m == p.mention)
    found = {event for plan, i in told for event in voices.events.get((plan.reading.article.id, i), ())}
    return min(found) if found else None
