"""What forbids two tellings to be one event, whatever speaks for it."""

from __future__ import annotations

from datetime import date as day

from twosource.records import EventType
from twosource.resolve.tellings import Telling

# One poll is taken after another by the same people in the same words.
POLLS = frozenset({"poll", "survey"})
# Pages written so far apart, neither telling a date, tell news of two days.
FAR_DAYS = 10
# What two do together is told of either; and so are these deeds.
MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "COOPERATE"})
BOTH_WAYS = frozenset("fight clash battle duel marry wed play face debate argue quarrel trade exchange rival".split())


def conflict(one: Telling, two: Telling) -> str | None:
    """Why the two cannot be one event; None when nothing forbids it."""
    if _apart(one, two):
        return "dates that exclude each other"
    if (
        one.event.ordinal
        and two.event.ordinal
        and one.event.ordinal != two.event.ordinal
        and (one.article == two.article or not same_day(one, two))
    ):
        return "numbered as two"
    statuses = {one.event.status, two.event.status}
    if "negated" in statuses and len(statuses) > 1:
        return "one is told as not having happened"
    if "possible" in statuses and len(statuses) > 1 and not one.entities & two.entities and not same_day(one, two):
        return "one is told as no more than possible"
    if one.event.lemma == two.event.lemma and (one.event.type == "REJECT") != (two.event.type == "REJECT"):
        return "one is told as refused"
    if _two_sided(one) and _two_sided(two) and not (one.people <= two.people or two.people <= one.people):
        return "between other people"
    if _turned(one, two):
        return "each does it to the other"
    if one.running and two.running and one.sites != two.sites and one.sites and two.sites:
        return "entries of a running report, each of its own place"
    if _polls(one) and _polls(two) and one.words != two.words and not same_day(one, two):
        return "polls are taken one after another"
    if one.lead and two.lead and not one.date and not two.date and days_between(one, two) > FAR_DAYS:
        return "each the news of its own day"
    return None


def _polls(telling: Telling) -> bool:
    return bool(POLLS & {telling.event.lemma, telling.event.object})


def _apart(one: Telling, two: Telling) -> bool:
    return _before(one.latest, two.earliest) or _before(two.latest, one.earliest)


def _before(latest: str | None, earliest: str | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _turned(one: Telling, two: Telling) -> bool:
    """Whether what one does to the other is told as done by the other to it ("the union accused Lasko")."""
    a, b = one.event, two.event
    if a.type in MUTUAL or a.group == "talk" or {a.lemma, b.lemma} & BOTH_WAYS:
        return False
    if a.lemma != b.lemma and (a.type != b.type or a.type == "OTHER"):
        return False
    return bool(one.acting & two.receiving and one.receiving & two.acting) and not one.acting & two.acting


def same_day(one: Telling, two: Telling) -> bool:
    """Whether both are dated to one day, and the same."""
    return one.earliest is not None and one.earliest == one.latest == two.earliest == two.latest


def _two_sided(telling: Telling) -> bool:
    return telling.event.group == "talk" and len(telling.people) >= 2


def days_between(one: Telling, two: Telling) -> int:
    """Days between the writing of the two pages, at least; 0 when they may be of one day or nothing is known."""
    a, b = one.document, two.document
    for first, second in ((a, b), (b, a)):
        if first.latest and second.earliest and first.latest < second.earliest:
            return (day.fromisoformat(second.earliest) - day.fromisoformat(first.latest)).days
    return 0
