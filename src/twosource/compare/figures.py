"""Figures as written: what an amount counts, and between which bounds its words put it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.compare.receipts import one_line, quote
from twosource.records import Amount, EventMention, Range, Reading

# Nouns that count the same thing. The first of each row names the row; rows are persons unless marked in THINGS.
SAME_NOUN: tuple[tuple[str, ...], ...] = (
    ("people", "person", "individual", "human", "man and woman"),
    ("protester", "demonstrator", "marcher", "protestor"),
    ("police", "officer", "policeman", "policewoman", "constable"),
    ("soldier", "troops", "troop", "serviceman", "servicewoman"),
    ("militant", "fighter", "insurgent", "gunman", "rebel"),
    ("civilian", "noncombatant"),
    ("child", "kid", "minor", "youngster"),
    ("migrant", "refugee", "asylum-seeker"),
    ("resident", "villager", "inhabitant", "islander", "townspeople"),
    ("worker", "employee", "staffer", "labourer", "laborer", "staff"),
    ("lawmaker", "deputy", "mp", "legislator", "parliamentarian"),
    ("journalist", "reporter"),
    ("student", "pupil"),
    ("house", "home", "dwelling"),
    ("plane", "aircraft", "jet", "airliner", "airplane"),
    ("ship", "vessel", "boat"),
    ("vote", "ballot"),
    ("loan", "credit", "lending"),
    ("aid", "assistance", "support", "help"),
    ("fine", "penalty"),
    ("country", "nation", "state"),
    ("company", "firm", "business"),
)
NOUN_OF = {word: row[0] for row in SAME_NOUN for word in row}
PEOPLE = "people"
# What befell those who are counted: with it "12 dead", "12 deaths" and "killed 12 people" count one thing.
FATES: tuple[tuple[str, str], ...] = (
    ("killed", r"kill(?:ed|ing|s)?|dead|died?|dies|dying|deaths?|fatalit(?:y|ies)|lives|perish(?:ed|ing)?|slain|"
               r"murder(?:ed|s)?|"
               r"drown(?:ed|ing)?|shot dead|toll"),
    ("injured", r"injur(?:ed|ing|es|ies)|wound(?:ed|ing|s)?|hurt|hospitali[sz]ed"),
    ("detained", r"detain(?:ed|ing|s|ees)?|detentions?|arrest(?:ed|ing|s)?|in custody|jail(?:ed|ing)|rounded up"),
    ("missing", r"missing|unaccounted|disappeared"),
    ("displaced", r"displac(?:ed|ing)|evacuat(?:ed|ing|es)?|homeless|fle[ed]d?|fled"),
    ("infected", r"infect(?:ed|ions?)|tested positive|cases"),
    ("rescued", r"rescu(?:ed|ing|es)|pulled alive|saved"),
    ("taking part", r"t(?:ook|ake|aken|aking) part|attend(?:ed|ing)?|turn(?:ed)? out|took to the streets|taken to "
                    r"the streets|"
                    r"march(?:ed|ing|ers?)|gather(?:ed|ing)|rall(?:ied|ying)|demonstrat(?:ed|ing|ors?)|protest(?:ed|ing|ers?)"),
    ("released", r"releas(?:ed|ing|es)|freed|set free"),
)  # fmt: skip
FATE = tuple((name, re.compile(rf"\b(?:{pattern})\b", re.I)) for name, pattern in FATES)
FATAL_NOUNS = {"death": "killed", "fatality": "killed", "casualty": "casualties", "injury": "injured",
               "arrest": "detained",
               "detention": "detained", "detainee": "detained", "infection": "infected",
               "victim": "killed"}  # fmt: skip
GROWING = frozenset({"killed", "injured", "detained", "missing", "displaced", "infected", "rescued", "casualties"})
"""Tolls: what is counted after an event as it becomes known, and so grows from report to report."""
CLAUSE_END = re.compile(r"[.;!?\n]|,?\s(?:while|but|whereas|as|after|before|when)\s")
DEFINITE = re.compile(r"\b(?:the|both|these|those|his|her|their|its|all|our|other|first|last|next)\s+$", re.I)
DEFINITE_UP_TO = 5
""" "The two leaders" points back at whom the text has named; it is no figure that a report gives."""
SLACK = {"at least": (0.0, 0.25), "at most": (0.25, 0.0), "about": (0.1, 0.1)}
"""How far, relatively, a hedge lets a figure go down and up. A bound is no licence: "at least 2" does not agree
with 200."""
MOST_ROUNDING = 0.1
"""Rounding as written is never taken to be wider than this: "$1 billion" does not agree with "$1.4 billion"."""
FIGURE = re.compile(r"\d[\d,   ]*(?:\.\d+)?")


@dataclass(frozen=True)
class Figure:
    """An amount of one article within the telling of an event."""

    reading: Reading
    amount: Amount
    sentence: Range
    fate: str | None

    @property
    def span(self) -> Range:
        return self.amount.start, self.amount.end

    @property
    def words(self) -> str:
        """The amount as written."""
        return one_line(quote(self.reading, self.span))

    @property
    def noun(self) -> str:
        """What is counted, one word for all its synonyms."""
        return NOUN_OF.get(self.amount.unit, self.amount.unit)

    @property
    def object(self) -> str | None:
        """The last word of what the money or share is of: "loan" in "a government loan"."""
        if self.amount.of is None:
            return None
        words = re.findall(r"[^\W\d_]+", quote(self.reading, self.amount.of).lower())
        word = words[-1].removesuffix("s") if words else None
        return NOUN_OF.get(word, word) if word else None

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that the words allow: rounding as written, range, hedge."""
        amount = self.amount
        half = half_step(self.words, amount.value)
        low, high = amount.value - half, (amount.value if amount.high is None else amount.high) + half
        down, up = SLACK.get(amount.hedge or "", (0.0, 0.0))
        least = max(1.0, abs(amount.value) * down) if down and amount.kind == "count" else abs(amount.value) * down
        most = max(1.0, abs(high) * up) if up and amount.kind == "count" else abs(high) * up
        return low - least, high + most


def half_step(words: str, value: float) -> float:
    """Half of the last place that a figure is written to: 0.05 billion for "1.5 billion", 500 for "2,000", 0 for "40".

    Whole numbers below a thousand are exact; above, closing zeros are taken for rounding.
    """
    found = FIGURE.search(words)
    size = abs(value)
    digits = re.sub(r"[^\d.]", "", found.group()) if found else ""
    mantissa = float(digits[:300]) if digits.strip(".") else 0.0
    if mantissa and round(size / mantissa, 6) != 1.0:
        decimals = len(digits.partition(".")[2])
        half = size / mantissa * 10.0**-decimals / 2
    elif "." in digits:
        half = 10.0 ** -len(digits.partition(".")[2]) / 2
    elif size >= 1000 and size == int(size) and size < 1e15:
        whole = str(int(size))
        half = 10.0 ** (len(whole) - len(whole.rstrip("0"))) / 2 if whole.endswith("0") else 0.0
    else:
        half = 0.0
    return min(half, MOST_ROUNDING * size)


ATTENDANCE = "taking part"
ATTENDED = frozenset({"PROTEST"})
"""Types of event whose size is told in sentences of its own ("Police put the number of marchers at 8,000")."""
FOLLOWING = 3
"""Sentences after the event's own in which such a figure is looked for."""


def figures(reading: Reading, mention: EventMention) -> tuple[Figure, ...]:
    """The amounts that a telling of an event gives: those of the mention's own clause, none that only points back.

    For events that people take part in also how many took part, told in one of the next sentences.
    """
    found = _own(reading, mention)
    if mention.type in ATTENDED and not any(figure.fate == ATTENDANCE for figure in found):
        found += _attendance(reading, mention)
    return tuple(found)


def _attendance(reading: Reading, mention: EventMention) -> list[Figure]:
    """How many took part, by the following sentences, up to the next event of the kind."""
    after = [s for s in reading.annotations.sentences if s[0] >= mention.sentence[1]][:FOLLOWING]
    found: list[Figure] = []
    for within in after:
        if any(_is_dated(reading, m) for m in reading.annotations.events if m.sentence == within):
            break
        inside = [a for a in reading.annotations.amounts if within[0] <= a.start and a.end <= within[1]]
        found += [Figure(reading, a, within, ATTENDANCE) for a in inside if fate(reading, a, within) == ATTENDANCE]
    return found


def _is_dated(reading: Reading, mention: EventMention) -> bool:
    """Whether a mention is of an event with a day of its own, and so perhaps of another march."""
    if mention.type not in ATTENDED or mention.time is None:
        return False
    return any(t.type == "DATE" and (t.start, t.end) == mention.time for t in reading.annotations.times)


def _own(reading: Reading, mention: EventMention) -> list[Figure]:
    found = []
    for amount in reading.annotations.amounts:
        if not (mention.sentence[0] <= amount.start and amount.end <= mention.sentence[1]):
            continue
        own = mention.trigger in owners(reading, amount, mention.sentence) or _is_of_object(reading, amount, mention)
        if points_back(reading, amount) or not own:
            continue
        found.append(Figure(reading, amount, mention.sentence, fate(reading, amount, mention.sentence)))
    return found


def points_back(reading: Reading, amount: Amount) -> bool:
    """Whether an amount only refers to whom the text has named ("the two leaders"), or is a lone "one"."""
    if amount.kind != "count" or amount.value > DEFINITE_UP_TO:
        return False
    if amount.value == 1 and amount.high is None:
        return True
    return (
        amount.hedge is None
        and DEFINITE.search(reading.article.text, max(0, amount.start - 12), amount.start) is not None
    )


def _is_of_object(reading: Reading, amount: Amount, mention: EventMention) -> bool:
    """ "the loan of €371m that the bank granted": the amount is of what the mention's verb has for object."""
    if amount.kind != "money" or amount.of is None:
        return False
    gap = reading.article.text[amount.end : _clause(mention)[0]]
    relative = amount.end <= mention.trigger[0] and re.fullmatch(r"\s*,?\s*(?:that|which)?\s*", gap) is not None
    words = re.findall(r"[^\W\d_]+", quote(reading, amount.of).lower())
    return relative or bool(words and mention.object and words[-1].removesuffix("s") == mention.object)


def owners(reading: Reading, amount: Amount, within: Range) -> frozenset[Range]:
    """Triggers of the event mentions whose clause an amount stands in: the smallest clause that holds it.

    Embedded mentions ("to grant" in "promised to grant") are transparent: what they say belongs to who governs them
    too.
    """
    mentions = [m for m in reading.annotations.events if m.sentence == within]
    holding = [(_clause(m), m) for m in mentions if _clause(m)[0] <= amount.start and amount.end <= _clause(m)[1]]
    if not holding:
        nearest = sorted(mentions, key=lambda m: (_distance(m.trigger, amount), m.trigger))
        return frozenset(m.trigger for m in nearest[:1])
    sizes = [end - start for (start, end), m in holding if not m.embedded] or [min(e - s for (s, e), _ in holding)]
    return frozenset(m.trigger for (start, end), m in holding if end - start <= min(sizes))


def _clause(mention: EventMention) -> Range:
    pieces = (mention.trigger, *mention.headline)
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def _distance(trigger: Range, amount: Amount) -> int:
    return max(amount.start - trigger[1], trigger[0] - amount.end, 0)


def fate(reading: Reading, amount: Amount, within: Range) -> str | None:
    """What befell those counted: the verb right before ("killing at least nine"), else the next word for it after."""
    if amount.kind != "count":
        return None
    if amount.unit in FATAL_NOUNS:
        return FATAL_NOUNS[amount.unit]
    if amount.of is not None and amount.of[1] <= amount.start:  # "the number of people killed ... rose to four"
        return _first(quote(reading, (amount.of[0], amount.start)))
    if amount.unit == PEOPLE and re.search(
        r"\btoll\b", quote(reading, (max(within[0], amount.start - 80), amount.start))
    ):
        return "killed"
    text = reading.article.text
    own = quote(reading, (amount.start, amount.end))
    if any(own[found.end() :].strip() for _, pattern in FATE for found in pattern.finditer(own)):
        return None  # "two injured workers died": some of those injured, neither toll
    lead = text[max(within[0], amount.start - 40) : amount.start]
    for name, pattern in FATE:
        for found in pattern.finditer(lead):
            if re.fullmatch(r"\s+(?:(?:an?|another|a further|only|just|the)\s+)?", lead[found.end() :] or "x"):
                return name
    later = [a.start for a in reading.annotations.amounts if a.start >= amount.end]
    end = min([within[1], amount.end + 80, *later[:1]])
    return _first(quote(reading, (amount.start, amount.end)) + " " + CLAUSE_END.split(text[amount.end : end])[0])


def _first(words: str) -> str | None:
    """The fate that is named first."""
    hits = [(match.start(), name) for name, pattern in FATE if (match := pattern.search(words))]
    return min(hits)[1] if hits else None
