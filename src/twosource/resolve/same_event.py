"""Whether two tellings that nothing keeps apart are of one event: evidence that adds up.

The weights are ours, set on the development data (ECB+ and the example story); each is named with its reason. Prefer
two items to a wrong one: a single shared name or verb is never enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date as day

from twosource.records import Amount, Date, EventType
from twosource.resolve.event_conflicts import FAR_DAYS, MUTUAL, days_between, same_day
from twosource.resolve.event_context import Context
from twosource.resolve.tellings import Telling

Part = tuple[float, str]
"""What one question adds, below zero where it speaks against one event, and that in words; no words, nothing to say."""
NOTHING: Part = (0.0, "")

THRESHOLD = 3.0
"""A pair with this or more may be one event."""
# The most that a pair has which nothing particular joins.
UNANCHORED = THRESHOLD - 1
MEAN = 1.5
"""Two groups of tellings are one event when a pair of them may be and the mean of all pairs is this or more."""
# How alike the pages and the sentences are, by cosines of words weighed by rarity: the best signs of all where the pile
# holds many stories (fitted on the training topics of ECB+ by logistic regression, over the sum of all the rest).
PAGES_ALIKE, SENTENCES_ALIKE, UNLIKE = 32.0, 8.0, -5.6
# More than this says no more: a page that repeats another is a matter of copies.
MOST_ALIKE = 0.4
# Pages this alike are one text in two places: its deeds are told apart as those of one page are.
ONE_TEXT = 0.6
# Below this two pages are of different stories: countries vote on one day.
UNRELATED = 0.02
# Two words of one sentence seldom tell one event; that they do can only follow from what others say of both.
TOLD_APART = -20.0
# Within a page every deed has the same page: what then counts is the sentence.
SAME_PAGE = 0.06
# Same day: the strongest plain sign, but two talks of one kind can fall on a day, so it needs a second one.
SAME_DAY = 2.5
# One date lies within the other ("in May", "on 9 May"); a year says little.
WITHIN, WIDELY, MONTH = 1.5, 0.5, 31
# A copied or identical sentence is the same telling.
COPIED = 6.0
SHARED_ONE, SHARED_TWO = 1.0, 2.0
# Both name participants and share none; within a page, whose names are sure, it weighs more.
NONE_SHARED, NONE_ON_PAGE = -1.0, -4.0
# What one person hardly ever does, or undergoes, twice in a story.
ONCE = frozenset("resignation flee death sentence convict inaugurate appoint sack oust extradite".split())
ONCE_ONLY = 1.0
# People leave many things; only some of them are a country.
OFTEN_DONE = frozenset({"leave", "cross", "slip"})
# Done to somebody else.
OTHER_RECIPIENTS = -1.5
SAME_LEMMA, SAME_TYPE, SAME_OBJECT = 0.5, 0.5, 1.0
OTHER_TYPE = -1.0
# "lost the election", "lost the job": a verb that no table knows is what its object makes of it.
OTHER_OBJECT = -1.0
# Two verbs that no table knows, and not of one group: nothing says that they are one deed.
OTHER_DEED = -3.0
SAME_PLACE, OTHER_PLACE = 0.7, -1.0
# The same figure of the same unit in both.
SAME_AMOUNT, OTHER_AMOUNT, BOTH_MONEY = 2.0, -1.0, 0.5
# Most content words of the shorter headline stand in the other.
WORDING = 1.5
# This share of the shorter headline's words: with a date in common, one event told in other words.
ALIKE = 0.5
# Pages that name this many of the same people and places are of one story: "the strike" of a day is then the same.
SAME_STORY = 3
# Pages and sentences this alike are a particular in themselves.
NEAR = 0.2
# The least that two sentences of near pages share when nothing else joins them.
TOUCHING = 0.1
SPEECH = frozenset("say tell speak talk announce state express voice".split())
# This share of all content words of two headlines in common is a particular in itself.
SAME_WORDS = 0.6
# One is planned or only possible, the other told as done, and no date joins them.
OTHER_STATUS = -1.5
# A page that tells one deed of two doers tells two deeds.
OTHER_DOERS = -2.0
# What may or would be is told of many occasions: two such are one only where a date says so.
SUPPOSED = -3.0
# An election of one month or day is hardly ever another one of the same story.
RARE_KIND = 1.0
# People vote, and are asked whom they will vote for, all the time.
COMMON = frozenset("vote poll elect win voting ballot".split())
# A vote and a poll, told with other words and no day in common.
OTHER_COMMON = -4.0
# The same people talk often: without a date in common two talks are two.
RECURRING, OFTEN = frozenset({"talk"}), -1.0
# Pages written far apart, neither telling a date.
FAR_APART = -3.0

# A promise of a thing, and that thing told as to come: "promised a loan", "the bank would lend" in another's name.
PROMISED = 1.0
PROMISING = frozenset("promise pledge vow offer undertake commit agree announce plan propose".split())

RARE: frozenset[EventType] = frozenset({"ELECTION", "DISASTER", "COURT", "DEATH"})
# Types that one event is often given in different words.
KIN: tuple[frozenset[EventType], ...] = (
    frozenset({"AGREE", "AID", "SUPPORT"}),
    frozenset({"REJECT", "STATEMENT", "ACCUSE"}),
    frozenset({"ASSAULT", "DEATH", "DISASTER", "COERCE"}),
    frozenset({"CONSULT", "AGREE", "STATEMENT"}),
    frozenset({"SANCTION", "STATEMENT", "AGREE"}),
    frozenset({"APPOINT", "CONCEDE", "STATEMENT"}),
    frozenset({"CONCEDE", "COERCE", "COURT"}),
)
DONE = frozenset({"happened", "ongoing", "alleged", "denied"})


def evidence(one: Telling, two: Telling, copied: bool, context: Context) -> float:
    """What speaks for and against two tellings that do not conflict being one event, summed up."""
    if one.where == two.where:
        return TOLD_APART
    dates = _dates(one, two)
    score = 0.0
    for points, _ in _parts(one, two, copied, context, dates):
        score += points
    if score > UNANCHORED and one.article != two.article and not _anchored(one, two, copied, context, dates[0]):
        return UNANCHORED
    return score


def reasons(one: Telling, two: Telling, copied: bool, context: Context) -> str:
    """In words, what speaks for the two being one event."""
    if one.where == two.where:
        return ""
    parts = _parts(one, two, copied, context, _dates(one, two))
    return "; ".join(words for points, words in parts if words and points > 0)


def _parts(one: Telling, two: Telling, copied: bool, context: Context, dates: Part) -> Sequence[Part]:
    on_a_day = dates[0] >= SAME_DAY and _on_a_day(one, two)
    promised = _promised(one, two)
    recurs = not dates[0] and _recurs(one, two)
    once = _once(one, two)
    return (
        (COPIED, "the same sentence") if copied else NOTHING,
        _contexts(one, two, context, recurs, once, on_a_day),
        dates,
        _unless(promised, _participants(one, two)),
        (PROMISED, "one is the promise of the other") if promised else NOTHING,
        (ONCE_ONLY, "hardly done twice") if once else NOTHING,
        (OTHER_RECIPIENTS, "") if _other_recipients(one, two) else NOTHING,
        _kinds(one, two),
        _objects(one, two),
        (OTHER_DOERS, "") if _by_others(one, two) else NOTHING,
        _places(one, two),
        _figures(one.amounts, two.amounts),
        _wording(one.words, two.words),
        NOTHING if dates[0] >= WITHIN else _unless(promised, _statuses(one, two)),
        (FAR_APART, "") if not one.date and not two.date and days_between(one, two) > FAR_DAYS else NOTHING,
        (OFTEN, "") if recurs and not copied else NOTHING,
    )


def kindred(one: Telling, two: Telling) -> bool:
    """Whether the words for the two say the same kind of thing: one verb, one group, one object, or kin among types."""
    a, b = one.event, two.event
    if a.lemma == b.lemma or a.group == b.group or (a.object is not None and a.object == b.object and a.type == b.type):
        return True
    if "OTHER" in {a.type, b.type}:
        return False
    return a.type == b.type or any({a.type, b.type} <= kin for kin in KIN)


def _contexts(one: Telling, two: Telling, context: Context, recurs: bool, once: bool, on_a_day: bool) -> Part:
    """How alike pages and sentences are. That they differ says nothing of what a day or a person makes particular: the
    vote of 9 May is told in passing by pages about all kinds of things."""
    one_text = one.article == two.article or context.pages >= ONE_TEXT
    page = SAME_PAGE if one_text else min(context.pages, MOST_ALIKE)
    score = context.weight * (UNLIKE + PAGES_ALIKE * page + SENTENCES_ALIKE * context.sentences)
    if recurs:
        score = min(0.0, score)
    strangers = context.pages < UNRELATED and not one.entities & two.entities and not _same_place(one, two)
    if one.article != two.article and (once or (on_a_day and not strangers)):
        score = max(0.0, score)
    alike = [name for name, share in (("pages", page), ("sentences", context.sentences)) if share >= NEAR]
    return score, f"{' and '.join(alike)} alike" if alike else ""


def _anchored(one: Telling, two: Telling, copied: bool, context: Context, dates: float) -> bool:
    """Whether something particular joins them: kind and wording alone are shared by many events."""
    near = context.weight and context.pages >= NEAR and context.sentences >= TOUCHING
    if near and one.event.lemma not in SPEECH and two.event.lemma not in SPEECH:
        return True
    shared = len(one.words & two.words)
    figures = _figures(one.amounts, two.amounts)[0] >= SAME_AMOUNT
    wording = shared >= SAME_WORDS * max(1, len(one.words | two.words))
    if copied or figures or wording:
        return True
    alike = shared > 1 and shared >= ALIKE * max(1, min(len(one.words), len(two.words)))
    if "STATEMENT" in {one.event.type, two.event.type} and one.event.lemma in SPEECH and two.event.lemma in SPEECH:
        return alike and bool(one.acting & two.acting)  # people say many things on one day
    if one.entities & two.entities:
        return True
    if dates < WITHIN:
        return False
    same_deed = one.event.lemma == two.event.lemma and len(one.page & two.page) >= SAME_STORY
    return _rare(one, two) or _same_place(one, two) or alike or same_deed


def _by_others(one: Telling, two: Telling) -> bool:
    """Whether two persons do it, neither to the other ("Roe endorsed Poe", "Dahl endorsed Poe")."""
    a, b = one.people & one.acting, two.people & two.acting
    if not a or not b or a & b or one.event.lemma != two.event.lemma:
        return False
    return not (one.event.type in MUTUAL and (a & two.people or b & one.people))


def _dates(one: Telling, two: Telling) -> Part:
    a, b = one.date, two.date
    if a is None or b is None or a.earliest is None or b.earliest is None:
        return NOTHING
    rare = RARE_KIND if _rare(one, two) and one.event.type == two.event.type else 0.0
    if a.edtf == b.edtf and a.earliest == a.latest:
        return SAME_DAY + rare, f"same day ({a.edtf})"
    if a.latest is None or b.latest is None:
        return (SHARED_ONE, f"same {a.edtf}") if a.edtf == b.edtf else NOTHING
    if (a.earliest <= b.earliest and b.latest <= a.latest) or (b.earliest <= a.earliest and a.latest <= b.latest):
        wide = max(_days(a), _days(b)) > MONTH
        return (WIDELY if wide else WITHIN) + rare, f"{a.edtf} and {b.edtf} agree"
    return NOTHING


def _days(date: Date) -> int:
    return (day.fromisoformat(date.latest or "") - day.fromisoformat(date.earliest or "")).days


def _rare(one: Telling, two: Telling) -> bool:
    return any(t.event.type in RARE and t.event.lemma not in COMMON for t in (one, two))


def _participants(one: Telling, two: Telling) -> Part:
    shared = len(one.entities & two.entities)
    if shared:
        return (SHARED_TWO, f"{shared} participants shared") if shared > 1 else (SHARED_ONE, "a participant shared")
    if one.article == two.article and one.doers and two.doers and not one.doers & two.doers:
        return OTHER_DOERS + (NONE_ON_PAGE if one.entities and two.entities else 0.0), ""
    if not one.entities or not two.entities:
        return NOTHING
    return (NONE_ON_PAGE if one.article == two.article else NONE_SHARED), ""


def _once(one: Telling, two: Telling) -> bool:
    same = one.event.group == two.event.group and one.event.group in ONCE
    return same and one.event.lemma not in OFTEN_DONE and bool(one.people & two.people)


def _promised(one: Telling, two: Telling) -> bool:
    """Whether one tells the promise and the other what is promised: a thing of one name and kind of figure to come."""
    for promise, deed in ((one.event, two.event), (two.event, one.event)):
        if promise.lemma in PROMISING and promise.status in DONE and deed.status == "planned":
            return _same_object(one, two) and _figures(one.amounts, two.amounts)[0] > 0
    return False


def _unless(waived: bool, part: Part) -> Part:
    """What is for it counts in any case; what is against it unless it is waived."""
    return (max(0.0, part[0]), part[1]) if waived else part


def _other_recipients(one: Telling, two: Telling) -> bool:
    a, b = one.receiving - two.acting, two.receiving - one.acting
    return bool(a) and bool(b) and not a & b


def _on_a_day(one: Telling, two: Telling) -> bool:
    """Whether a day makes it particular: the same deed, or one of a kind that is rare, by nobody else."""
    a, b = one.event, two.event
    deed = a.lemma == b.lemma or a.group == b.group or _same_object(one, two) or (a.type == b.type and _rare(one, two))
    kind = a.type == b.type != "OTHER" or bool(one.entities & two.entities)
    others = bool(one.entities) and bool(two.entities) and not one.entities & two.entities
    return deed and kind and not others


def _recurs(one: Telling, two: Telling) -> bool:
    """Whether two pages tell a thing that the same people do often, and no date joins them."""
    often = one.event.group == two.event.group and one.event.group in RECURRING
    return often and one.article != two.article


def _kinds(one: Telling, two: Telling) -> Part:
    score = SAME_LEMMA if one.event.lemma == two.event.lemma else 0.0
    if one.event.type == two.event.type == "OTHER" and one.event.group != two.event.group:
        return OTHER_DEED, ""
    words = {one.event.lemma, two.event.lemma, one.event.object, two.event.object}
    if words & COMMON and not score and not _of_it(one, two) and not same_day(one, two):
        return OTHER_COMMON, ""
    if one.event.type == two.event.type:
        return score + SAME_TYPE, f"both {one.event.lemma}" if score else "same kind"
    if any({one.event.type, two.event.type} <= kin for kin in KIN) or "OTHER" in {one.event.type, two.event.type}:
        return score, ""
    return score + OTHER_TYPE, ""


def _of_it(one: Telling, two: Telling) -> bool:
    """Whether one is done in what the other names, and that is dated ("won the August election", "the election")."""
    a, b = one.event, two.event
    return (a.object == b.lemma or b.object == a.lemma) and a.type == b.type and bool(one.date and two.date)


def _objects(one: Telling, two: Telling) -> Part:
    a, b = one.event, two.event
    if _same_object(one, two):
        return SAME_OBJECT, f"same object ({a.object})"
    told = a.object is not None and b.object is not None and a.lemma == b.lemma
    return (OTHER_OBJECT if told and a.type == b.type == "OTHER" else 0.0), ""


def _same_object(one: Telling, two: Telling) -> bool:
    return one.event.object is not None and one.event.object == two.event.object


def _places(one: Telling, two: Telling) -> Part:
    if one.place is None or two.place is None:
        return NOTHING
    if one.place == two.place:
        return SAME_PLACE, "same place"
    return (OTHER_PLACE, "") if one.article != two.article else NOTHING


def _same_place(one: Telling, two: Telling) -> bool:
    return one.place is not None and one.place == two.place


def _figures(one: tuple[Amount, ...], two: tuple[Amount, ...]) -> Part:
    if not one or not two:
        return NOTHING
    for a in one:
        for b in two:
            if a.unit == b.unit and a.value == b.value:
                return SAME_AMOUNT, "same figure"
    money = [a for a in one if a.kind == "money"], [b for b in two if b.kind == "money"]
    if money[0] and money[1]:
        same_unit = {a.unit for a in money[0]} & {b.unit for b in money[1]}
        return (OTHER_AMOUNT, "") if same_unit else (BOTH_MONEY, "both a sum of money")
    return NOTHING


def _wording(one: AbstractSet[str], two: AbstractSet[str]) -> Part:
    least = min(len(one), len(two))
    if least < 3:
        return NOTHING
    share = len(one & two) / least
    return (WORDING * min(1.0, share / 0.75), "same words") if share >= 0.5 else NOTHING


def _statuses(one: Telling, two: Telling) -> Part:
    done = (one.event.status in DONE, two.event.status in DONE)
    supposed = SUPPOSED if "possible" in {one.event.status, two.event.status} else 0.0
    return supposed + (OTHER_STATUS if done[0] != done[1] else 0.0), ""
