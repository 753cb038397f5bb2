"""Which side of its page's own day a date lies on: told as past, announced, or neither for certain.

What a page tells as past bounds it from below, what it announces from above. Both must stand in the words: a lean of
the tense is enough to choose between years, and too little to bound a page. "Would", "was due to" and "signed up to"
may be written before the day or after it, so that they bound nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from twosource.records import EventMention, Range, Reading, TimeExpression

Side = Literal[-1, 0, 1]
"""-1 the page is no older than the date, +1 it is no younger, 0 nothing certain."""

# How far from a time its verb is looked for: characters, and words.
_REACH: Final = 160
_WORDS: Final = 14
# "Will" puts a day ahead from anywhere in its clause, a month or a year only from nearby: further off it belongs to a
# name ("will remember the victims of the flood in May 1974"); terms ("by 2031") belong to the verb in any case.
_NEAR_WILL: Final = 5
# A verb that stands this few words before the time has it for its own: "agreed in writing on 3 May".
_ADJACENT: Final = 4
_OPENING: Final = 3
_LEXEME: Final = re.compile(r"[^\W\d_]{1,40}(?:[’'][^\W\d_]{1,5})?|[;:()—–“”\"]")
_ENDS: Final = frozenset(';:()—–“”"')
_WILL: Final = frozenset("will won't won’t shall shan't shan’t".split())
_SHORT_WILL: Final = ("'ll", "’ll")
# What "will" as a noun stands behind: "the will of 3 May 1950".
_NOUN_AHEAD: Final = frozenset("a an the his her its their my our your free good ill s".split())
_PRESENT_BE: Final = frozenset("is are isn't isn’t aren't aren’t".split())
# Behind a present "is" or "are" they tell what is to come; "set in 1950" is the time of a film.
_TO_COME: Final = frozenset("due scheduled slated expected planned going likely unlikely about bound ready".split())
_INTENTS: Final = frozenset("plans plan intends intend expects expect hopes hope aims aim wants want".split())
_OPEN: Final = frozenset(
    "would could might may should must can cannot wouldn't wouldn’t couldn't couldn’t was were had been".split()
)
# Behind one of these a date is part of a name: "will discuss the 3 May 2030 report".
_DETERMINERS: Final = frozenset("a an the this that his her its their our whose s".split())
_POSSESSIVE: Final = ("'s", "’s")
_NAMES: Final = _DETERMINERS | {"of", "after", "since"}
# "Since the May election" tells of one that was held; "the challenger in the May election" may still be one.
_BEHIND: Final = frozenset("since after following".split())
_LAST: Final = re.compile(r"(?:last|past|previous)\b", re.IGNORECASE)
_SIGNS: Final = _WILL | _PRESENT_BE | _INTENTS | _OPEN
# Before a date they tell a term, a purpose or a way towards it, whatever the verb.
_TERMS: Final = frozenset("to until till til by through for before towards toward into ahead".split())
# The object or complement of these lies ahead, and its date with it, unless the verb stands right before the date:
# "called a vote for 3 May" beside "was called on 3 May".
_LEADS_AHEAD: Final = frozenset(
    """adjourned agreed announced anticipated approved arranged backed booked budgeted called contracted deferred
    delayed extended fixed forecast foresaw forward granted guaranteed intended invited moved offered ordered pledged
    postponed predicted prepared projected promised proposed pushed rescheduled reserved scheduled sentenced set signed
    sold threatened vowed""".split()
)
# Even right before a date they tell no past: "was planned on 3 May".
_NEVER_PAST: Final = frozenset("planned scheduled slated set due expected forecast projected budgeted".split())
# Present forms that tell a term or a timetable: a past verb further left is another clause's.
_TIMETABLE: Final = frozenset(
    """expires expire ends end begins begin starts start opens closes runs lasts takes matures mature falls comes
    returns leaves becomes goes sails ending starting beginning expiring maturing""".split()
)

# Characters between a verb and its year: " in ", " back in ".
_RIGHT_BEHIND: Final = 9
_STAY_OPEN: Final = frozenset({"planned", "possible"})


def sides(reading: Reading) -> tuple[Side, ...]:
    """The side of each time of a page."""
    dated: dict[Range, list[EventMention]] = {}
    for event in reading.annotations.events:
        if event.time and "time" not in event.inherited:
            dated.setdefault(event.time, []).append(event)
    starts = [start for start, _ in reading.annotations.sentences]
    return tuple(_side(reading, index, starts, dated) for index in range(len(reading.annotations.times)))


def _side(reading: Reading, index: int, starts: Sequence[int], dated: Mapping[Range, Sequence[EventMention]]) -> Side:
    time = reading.annotations.times[index]
    start, end = _around(reading, time, starts)
    before = _words(reading.article.text[start : time.start])[-_WORDS:]
    after = _words(reading.article.text[time.end : end])[:_WORDS]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in _ENDS:
            before = before[place + 1 :]
            break
    events = dated.get((time.start, time.end), ())
    near = len(time.value) < len("2031-05-03") and before[-1:] not in (["by"], ["until"], ["till"])
    if _announced(time, before[-_NEAR_WILL:] if near else before, after):
        told = "had" in before + after or any(event.status == "happened" for event in events)
        return 0 if told or _told_with_a_past(reading, index, (start, end)) else 1
    # Of what took its year from the time told before it the annotator tells no direction: the event does.
    carried = time.anchor == "narrative" and time.unanchored.startswith("XXXX-")
    back = time.direction < 0 or (carried and any(event.status == "happened" for event in events))
    if not back or _named(reading, time, before) or not _past(before) or _stays_open(reading, events):
        return 0
    return -1 if len(time.value) != 4 or "since" in before[-2:] or _of_the_verb(time, before, events) else 0


def _around(reading: Reading, time: TimeExpression, starts: Sequence[int]) -> Range:
    """The sentence of a time, as far as it is looked at."""
    start, end = max(0, time.start - _REACH), time.end + _REACH
    place = bisect_right(starts, time.start)
    if place:
        first, last = reading.annotations.sentences[place - 1]
        start, end = max(start, first), min(end, max(last, time.end))
    return start, end


def _words(text: str) -> list[str]:
    """The words of a text in lower case, but for "Will", which is a name, and the marks that end a clause."""
    return [word if word == "Will" else word.lower() for word in _LEXEME.findall(text)]


def _announced(time: TimeExpression, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "will", "is due to" and the like put the time ahead: on its left, or behind one that opens its clause.

    The lean of the tense must not speak against it, but for a term ("will be sold by 1 March") and where the verb on
    the left is of another clause ("said that in May the bridge will open").
    """
    by, that = before[-1:] == ["by"], before[-2:-1] == ["that"]
    named = before and (before[-1] in _NAMES or before[-1].endswith(_POSSESSIVE))
    if (time.direction > 0 or by) and not named and _future(before, range(len(before) - 1, -1, -1)):
        return True
    opens = len(before) < _OPENING or that or before[-2] in {"and", "but"}
    return opens and (time.direction > 0 or that) and _future(after, range(len(after)))


def _future(words: Sequence[str], places: range) -> bool:
    """Whether the first word that tells a time tells the future: nothing behind it counts."""
    for place in places:
        word = words[place]
        if word in _ENDS:
            return False
        if word in _SIGNS or word.endswith(_SHORT_WILL):
            return _to_come(words, place)
    return False


def _to_come(words: Sequence[str], place: int) -> bool:
    word, behind = words[place], [*words[place + 1 : place + 4], ""]
    if word in _WILL or word.endswith(_SHORT_WILL):
        return word != "will" or place == 0 or words[place - 1] not in _NOUN_AHEAD
    if word in _INTENTS:
        return behind[0] == "to"
    if word in _PRESENT_BE:
        planned = bool(_TO_COME & {*behind[:2]}) or "set to" in " ".join(behind) or behind[0] == "to"
        return planned and "have" not in behind
    return False


def _told_with_a_past(reading: Reading, index: int, sentence: Range) -> bool:
    """Whether the sentence tells a date of the past as well: what was announced then need not lie ahead now."""
    times, year = reading.annotations.times, reading.annotations.times[index].value[:4]
    near = (*times[max(0, index - 3) : index], *times[index + 1 : index + 4])
    return any(
        sentence[0] <= other.start < sentence[1]
        and re.match(r"\d{4}", other.value)
        and (other.direction < 0 or other.value[:4] < year)
        for other in near
    )


def _named(reading: Reading, time: TimeExpression, before: Sequence[str]) -> bool:
    """Whether a date is part of a name, whose day may be to come, whatever the verb."""
    second, last = ["", "", *before][-2:]
    determined = last in _DETERMINERS or last.endswith(_POSSESSIVE)
    if time.event and _LAST.match(reading.article.text, time.start):
        return False
    if time.event and time.event[0] >= time.end:  # "the May election", "Tuesday's vote"
        return (second if determined else last) not in _BEHIND
    if time.event and time.start - time.event[1] <= 1:  # "a bid for the mayoral election May 9"
        return True
    return determined


def _past(before: Sequence[str]) -> bool:
    """Whether the words before a time that leans back leave no doubt that it is past."""
    near, far = before[-_ADJACENT:], before[:-_ADJACENT]
    if "since" in near:
        return True
    if near and near[-1] in _TERMS:
        return near[-1] == "by" and "had" in before
    return (
        "for" not in near[-3:] and not _NEVER_PAST & {*near} and not _TIMETABLE & {*near} and not _LEADS_AHEAD & {*far}
    )


def _of_the_verb(time: TimeExpression, before: Sequence[str], events: Sequence[EventMention]) -> bool:
    """Whether a plain year is that of what happened: it opens the clause, or stands right behind the verb.

    Elsewhere it mostly belongs to a name or a plan ("was named as a candidate in 2031").
    """
    happened = [event for event in events if event.status == "happened"]
    if len(before) == 1 and (happened or not events):
        return True
    return any(0 <= time.start - event.trigger[1] <= _RIGHT_BEHIND for event in happened)


def _stays_open(reading: Reading, events: Sequence[EventMention]) -> bool:
    """Whether what happens at a time is planned, or told in the present: "the ship sails on 3 May"."""
    text = reading.article.text
    words = [(text[slice(*event.trigger)].lower(), event.lemma) for event in events]
    in_present = bool(words) and all(word != lemma and word.endswith("s") for word, lemma in words)
    return in_present or any(event.status in _STAY_OPEN for event in events)
