"""The grammar of time expressions: a table of patterns over lexeme classes, and how a text is read by it.

A pattern is a regular expression in which a lower-case word is a class of `time_words.CLASSES` and a word in capitals
one of the `MACROS`. At each place the longest match wins, of equal ones the first in the table.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Final

from . import time_clock as clock
from . import time_counts as counts
from . import time_picks as picks
from . import time_quarters as quarters
from . import time_rules as rules
from .time_lexing import Lexemes
from .time_meaning import Grain, Meaning, Piece, within
from .time_words import LETTER

MACROS: Final = {
    "WORDS": r"(?:(?:word|scale)(?:hyphen?(?:and)?hyphen?(?:word|scale))*)",
    "ORD": r"(?:ordinal|word hyphen ordinal_word|ordinal_word)",
    "DAY": r"(?:day|the?(?:ordinal|word hyphen ordinal_word|ordinal_word))",
    "YEAR": r"(?:year era?|short_year|era(?:year|number|day)|(?:number|day)era)",
    "WEEKDAY": r"(?:(?:(?:this|last|next)?(?:coming)?)weekday comma?)",
    "PRE": r"(?:the?(?:early|edge)(?:hyphen|of|in)?(?:the)?)",
    "APPROX": r"(?:about|over|just|up to|at? least|more than|some)",
    "NUM": r"(?:(?:number|day|year|WORDS)(?:and a half)?|a scale|half(?:a)?)",
    "VAGUE": r"(?:a?(?:few|several)|a?couple of?|a?dozens of?|a?several dozens)",
    "MANY": r"(?:NUM(?:(?:to|or|hyphen)NUM)?|VAGUE|a|another)",
    "KIND": r"(?:more|full)",
    "UNIT": r"(?:unit|units)",
    "POINTER": (
        r"(?:the? very? (?:last|next|previous|following|same|current|coming)|that(?:very|same)?"
        r"|this(?:past|last|coming|current|very|same)?|its (?:current|last|next|previous|latest))"
    ),
    "FISCAL": r"(?:fiscal hyphen?)",
    "CLOCK": (
        r"(?:about?(?:(?:clock|day|word)oclock?in the part|clock(?:ampm|units)?zone?"
        r"|(?:day|word)(?:ampm|oclock(?:ampm)?)zone?|(?:number|year)zone))"
    ),
    "PLACE": r"(?:(?:the|every)?(?:(?:ORD|last)(?:(?:and|or)(?:the)?(?:ORD|last))?|full))",
    "WHOLE": (
        r"(?:(?:POINTER|the? past|this)?month(?:comma?(?:of)?(?:the unit)?YEAR)?|POINTER unit|(?:the|its)unit"
        r"|(?:the unit)?YEAR|every(?:unit|month)|feast YEAR?)"
    ),
    "THE": r"(?:the|its|this|that)",
    "TOWARD": r"(?:last|past|next|coming|previous|following|latest|ordinal_word|same|full|recent)",
}  # fmt: skip

# (pattern, what it means). Order matters only between matches of the same length.
RULES: Final[tuple[tuple[str, rules.Build], ...]] = (
    # explicit days
    ("iso", rules.iso),
    ("slashed", rules.slashed),
    ("WEEKDAY? PRE? month DAY (?:comma?(?:of)?(?:the unit)?YEAR)?", rules.month_day),
    ("(?:last|this|next)month (?:day|ordinal)", rules.month_day),
    ("WEEKDAY? PRE? DAY of? month (?:comma?(?:of)?YEAR)?", rules.month_day),
    ("month (?:day|ordinal)(?:(?:comma|and|hyphen|to|comma and)+(?:day|ordinal))+(?:comma?YEAR)?", rules.days_of_month),
    (
        "the?(?:day|ordinal)(?:(?:comma|and|hyphen|to|comma and)+the?(?:day|ordinal))+(?:of)?month(?:comma?YEAR)?",
        rules.days_of_month,
    ),
    ("the ordinal", rules.day_of_month),
    ("the?(?:ORD)(?:unit)?of(?:POINTER unit|(?:the|its)unit|every unit)", picks.day_of_unit),
    ("PLACE(?:weekday|weekdays|weekend|weekends|unit)(?:of|in)WHOLE", picks.day_picked),
    ("PRE? (?:the)?feast(?:comma?YEAR)?", rules.feast),
    ("(?:last|this|next|POINTER)feast", rules.feast),
    ("PRE? (?:the)?feast (?:weekend|unit)(?:comma?YEAR)?", picks.around_feast),
    ("every feast", picks.every_feast),
    # months
    ("PRE? month (?:comma?(?:of)?(?:the unit)?YEAR)?", rules.month),
    ("PRE? (?:POINTER|past|the? (?:last|previous|following)) month", rules.month),
    ("the(?:last|ordinal_word)(?:unit|units|weekend)of month (?:comma?(?:of)?YEAR)?", rules.month),
    ("the (?:early|last|ORD)half of month (?:comma?(?:of)?YEAR)?", rules.month),
    ("month (?:and|or|hyphen|to) month (?:comma?(?:of)?YEAR)?", rules.months),
    # years, decades, centuries
    ("PRE? (?:the unit)?FISCAL?(?:unit)?YEAR", rules.year),
    ("(?:the unit)?word hyphen?word(?:hyphen?word)?", rules.spoken_year),
    ("the unit word scale(?:and?word)?", rules.spoken_year),
    ("(?:(?:the)?FISCAL?unit)?year hyphen (?:year|number|day)", rules.years),
    ("(?:the)?year hyphen (?:number|day)FISCAL?unit", rules.years),
    ("(?:year|number|day)(?:hyphen|to|and)(?:year|number|day)era", rules.era_years),
    ("PRE? (?:the)?(?:early hyphen?)?(?:decade era?|decade_word)", rules.decade),
    ("the (?:edge|early|last|ORD) half of the decade", rules.decade),
    ("PRE? the? (?:early hyphen?)?ORD hyphen?unit era?", rules.century),
    ("the (?:edge|early|last|ORD)half of the? (?:early hyphen?)?ORD hyphen?unit era?", rules.last_century),
    ("the?ORD(?:and|to|hyphen)(?:the)?ORD units", rules.centuries),
    # seasons, quarters, halves
    ("PRE? (?:the|POINTER|past)?season (?:comma?(?:of)?YEAR)?", rules.season),
    ("the?YEAR season", rules.season),
    ("PRE? (?:the)?season (?:of)?year hyphen(?:year|number|day)", rules.season_over_years),
    ("(?:the|its|POINTER)?FISCAL?(?:ORD|last)hyphen?FISCAL?(?:unit|half)(?:(?:of)?FISCAL?YEAR)?", quarters.quarter),
    ("(?:the|its)?FISCAL?YEAR FISCAL?ORD hyphen?(?:unit|half)", quarters.quarter),
    ("(?:the)?(?:YEAR)?fq(?:(?:of|hyphen)?YEAR)?", quarters.quarter_code),
    ("(?:the|its)(?:latest|full)unit", quarters.same_quarter),
    ("the YEAR (?:unit|period)", quarters.quarter_of_year),
    ("the latest period", quarters.same_quarter),
    ("(?:the|its)FISCAL?unit", quarters.bare_unit),
    ("(?:the same?)?unit hyphen (?:earlier|ago)(?:(?:ORD)?hyphen?unit|period)", quarters.quarter_before),
    (
        "(?:the|its)same?(?:unit|period)(?:of)?(?:a unit(?:ago|earlier)|(?:last|the previous)unit)",
        quarters.quarter_before,
    ),
    # weekdays, days
    ("the unit of (?:month DAY|DAY of?month)(?:comma?YEAR)?", rules.week_of),
    ("(?:(?:early|earlier|later)(?:on)?)?(?:POINTER|past|this coming)?weekday", rules.weekday),
    ("weekdays(?:parts)?", rules.weekdays),
    ("every other?(?:weekday|weekdays)part?", rules.weekdays),
    ("weekday parts", rules.weekdays),
    ("(?:early|earlier|later)?today", rules.today),
    ("the?unit (?:before|after) today", rules.today),
    ("(?:early|later)?tonight", clock.tonight),
    ("overnight", clock.overnight),
    ("(?:(?:early|earlier|later)(?:in|on)?)?(?:POINTER|the? last|the next)(?:early)?part", clock.pointed_part),
    ("(?:the)?(?:early hyphen?)?part", clock.part),
    ("(?:the)?(?:early hyphen?)?part units", clock.part_hours),
    ("the(?:early|small)units", clock.part_hours),
    ("the part before last", clock.part_before_last),
    ("CLOCK", clock.clock),
    ("(?:clock|day|word)(?:to|hyphen|and|until)(?:clock|day|word)ampm zone?", clock.clocks),
    ("(?:about)?(?:half|a?unit)(?:past|to)(?:day|word)(?:ampm|in the part)?", clock.spoken_clock),
    ("(?:day|word)part", clock.twelve),
    ("(?:the|this|last|next|past|this past|that|POINTER)weekend", rules.weekend),
    # pointed units
    ("(?:(?:PRE|early|earlier|later|sometime)(?:in|on)?)?POINTER (?:FISCAL|full)?unit", rules.pointed_unit),
    ("(?:early|earlier|later)(?:in|on)the unit", rules.the_unit),
    ("(?:the|its)edge of (?:the|its)FISCAL?unit", rules.the_unit),
    ("(?:unit hyphen?|unit apostrophe s)edge", rules.the_unit),
    # counted from an anchor
    ("APPROX*MANY KIND*hyphen?UNIT(?:and a half)?(?:or so)?(?:ago|earlier|later|hence|from ref)", counts.counted),
    ("the unit before last", counts.before_last),
    ("units (?:ago|earlier|later)", counts.counted),
    ("(?:the)?(?:MANY)?hyphen?unit hyphen (?:earlier|ago)", counts.counted),
    ("the?unit (?:before|after|following)", counts.adjacent_day),
    # lengths
    ("word unit", counts.some_day),
    ("APPROX*MANY KIND*hyphen?(?:fiscal|full)?UNIT(?:and a half)?(?:or so)?(?:hyphen long)?", counts.length),
    ("half(?:a|hyphen)UNIT", counts.length),
    ("(?:a|NUM hyphen?)UNIT of(?:a|the)unit", counts.quarters_of),
    ("APPROX*(?:the|this|that)NUM KIND*UNIT", counts.length),
    ("the?NUM(?:last|past|next|coming|previous|following)units", counts.length),
    (
        "(?:about|just|at?least)*THE?TOWARD+ APPROX*(?:NUM|VAGUE)(?:(?:to|or)NUM)?KIND*hyphen?UNIT(?:or so)?",
        counts.length,
    ),
    ("units", counts.vague_length),
    ("(?:the)?(?:recent|coming|past|future|early|following|previous)units", counts.vague_length),
    ("units hyphen long", counts.vague_length),
    ("unit hyphen long", counts.unit_length),
    ("the?past unit", counts.unit_length),
    ("a full unit", counts.unit_length),
    ("the full unit", quarters.full_year),
    ("MANY hyphen?UNIT hyphen?(?:of)?old", counts.age),
    ("UNIT hyphen?old", counts.age),
    # how often
    ("often", counts.often),
    ("(?:times)?(?:every|per)(?:other)?(?:MANY)?(?:UNIT|month|season|part|weekend)", counts.every),
    ("times (?:a|per|every) unit", counts.every),
    ("weekends", counts.weekends),
    # no date at all
    ("(?:right|just)?ref", counts.reference),
    ("these units", counts.present),
    ("this time", counts.present),
    ("the present", counts.present),
    ("current", counts.present),
    ("recent", counts.past),
    ("the past", counts.past),
    ("the?future", counts.future),
    ("the near (?:future|term)", counts.future),
)

_NAME: Final = re.compile(r"[a-z_]+")
_MACRO: Final = re.compile(r"[A-Z]+")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over class names as a regular expression over class letters."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda found: MACROS[found[0]], pattern)
    return re.compile(_NAME.sub(lambda found: LETTER[found[0]], pattern).replace(" ", ""))


_COMPILED: Final = tuple((compiled(pattern), build) for pattern, build in RULES)


def beginnings(pattern: str) -> frozenset[str]:
    """The class letters that a match of a compiled pattern can begin with."""
    first, _, _ = _alternatives(pattern, 0)
    return first


def _alternatives(pattern: str, place: int) -> tuple[frozenset[str], bool, int]:
    """First letters, whether it can be empty, and where it ends: of the alternatives from `place` to `)` or the end."""
    first: frozenset[str] = frozenset()
    empty = False
    while True:
        here, nothing, place = _sequence(pattern, place)
        first, empty = first | here, empty or nothing
        if place >= len(pattern) or pattern[place] == ")":
            return first, empty, place
        place += 1


def _sequence(pattern: str, place: int) -> tuple[frozenset[str], bool, int]:
    first: frozenset[str] = frozenset()
    empty = True
    while place < len(pattern) and pattern[place] not in "|)":
        if pattern.startswith("(?:", place):
            here, nothing, place = _alternatives(pattern, place + 3)
        else:
            here, nothing = frozenset(pattern[place]), False
        place += 1
        if place < len(pattern) and pattern[place] in "?*+":
            nothing = nothing or pattern[place] != "+"
            place += 1
        if empty:
            first = first | here
        empty = empty and nothing
    return first, empty, place


_FIRST: Final = {
    letter: tuple((pattern.match, build) for pattern, build in _COMPILED if letter in beginnings(pattern.pattern))
    for letter in sorted(set(LETTER.values()))
}
# A stretch of words can only hold a time if one of these is among them.
_CORE: Final = "".join(
    LETTER[name]
    for name in (
        "iso slashed month feast year decade decade_word era unit units season fq weekday weekdays today tonight "
        "overnight part parts clock ampm oclock zone weekend weekends often ref time current recent past future "
        "ordinal short_year word period term"
    ).split()
)
_OTHER: Final = "".join(LETTER[name] for name in ("other", "stop", "paragraph", "open", "percent", "currency"))
_STRETCH: Final = re.compile(f"[^{_OTHER}]+")
_HAS_CORE: Final = re.compile(f"[{_CORE}]")
# No time expression is longer, in lexemes: bounds the work at each place of a hostile text.
_WINDOW: Final = 24


def read(lexemes: Lexemes) -> list[Piece]:
    """Every time expression of a text, left to right, no two overlapping, neighbours that belong together made one."""
    pieces: list[Piece] = []
    for stretch in _STRETCH.finditer(lexemes.kinds):
        if not _HAS_CORE.search(lexemes.kinds, stretch.start(), stretch.end()):
            continue
        pieces.extend(_joined(lexemes, _stretch(lexemes, stretch.start(), stretch.end())))
    return pieces


def _stretch(lexemes: Lexemes, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    place = start
    while place < end:
        last, result = _longest(lexemes, place, end)
        if isinstance(result, Meaning):
            pieces.append(Piece(place, last, result))
        elif result is not None:
            pieces.extend(result)
        place = max(last, place + 1)
    return pieces


_BY_LENGTH: Final = itemgetter(0, 1)


def _longest(lexemes: Lexemes, place: int, end: int) -> tuple[int, rules.Result]:
    """Where the longest match at `place` ends, with its meaning."""
    kinds = lexemes.kinds
    end = min(end, place + _WINDOW)
    found = [
        (-match.end(), order, build)
        for order, (matched, build) in enumerate(_FIRST[kinds[place]])
        if (match := matched(kinds, place, end)) and match.end() > place
    ]
    for minus, _, build in sorted(found, key=_BY_LENGTH):
        result = build(lexemes, place, -minus)
        if result is not None or build is counts.age:
            return -minus, result
    return place, None


_COMMA_ON: Final = re.compile("(?:{comma}?(?:{on}|{of}|{at}|{about}|{the}|{in})*)$".format(**LETTER))
_OF: Final = re.compile("(?:{of}|{in}|{apostrophe}{s})?$".format(**LETTER))


def _joined(lexemes: Lexemes, pieces: list[Piece]) -> list[Piece]:
    """Neighbouring pieces that make one meaning as one piece, from the left until nothing changes."""
    place = 0
    while place + 1 < len(pieces):
        one = _join(lexemes, pieces[place], pieces[place + 1])
        if one is None:
            place += 1
        else:
            pieces[place : place + 2] = [one]
            place = max(place - 1, 0)
    return pieces


def _join(lexemes: Lexemes, left: Piece, right: Piece) -> Piece | None:
    if day := picks.beside(lexemes, left, right):
        return day
    between = lexemes.kinds[left.last : right.first]
    loose = min(left.meaning.grain, right.meaning.grain) <= Grain.DAY
    if not (_OF.match(between) or (loose and _COMMA_ON.match(between))):
        return None
    meaning = within(left.meaning, right.meaning) or within(right.meaning, left.meaning)
    return Piece(left.first, right.last, meaning) if meaning else None
