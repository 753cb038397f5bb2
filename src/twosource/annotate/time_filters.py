"""What looks like a time and is none: "May" the verb, "fall" the verb, a count of 2,000, "Sun" the star."""

from __future__ import annotations

import re
from typing import Final

from .time_lexing import Lexemes
from .time_meaning import Grain, Piece
from .time_words import LETTER, MONTH_SHORT, MONTHS, WEEKDAY_SHORT

# Words before which a lone month, season or year is one: prepositions and pointing words.
_LEADS: Final = frozenset(
    """in of since until till by from during before after between for through this last next early late mid the and
    a an to around about on at every each circa year back as than or following throughout with election elections
    spring summer autumn winter through into towards toward over""".split()
)
# Before plural units without a number: "for years", "within days".
_LENGTH_LEADS: Final = frozenset(
    "in for after over during within since until before about many follows followed".split()
)
# A month that stands before another one is a month, whatever else its name may be.
_MONTH_TO_MONTH: Final = re.compile("{month}(?:{to}|{hyphen}|{until}|{and}|{or}){month}".format(**LETTER))
# Classes of what "the 20th" may count.
_NOUNS: Final = frozenset(LETTER[name] for name in ("other", "near", "term"))
_COUNTS: Final = frozenset(LETTER[name] for name in ("number", "day", "year", "word", "scale", "percent"))
_NO_NOUNS: Final = frozenset({"was", "has", "is", "as", "its", "his", "this", "us", "does", "thus", "perhaps"})
_OWN: Final = frozenset({"his", "her", "their", "my", "your", "our", "its"})
# Month names that are also common words or given names: alone they need a leading word.
_AMBIGUOUS: Final = frozenset({"may", "march", "august", "april", "june", "mar", "dec", "jan", "jun"})


def is_time(lexemes: Lexemes, piece: Piece, verbs: frozenset[int] | None) -> bool:
    """Whether a piece of the grammar is a time in its place."""
    if (
        lexemes.word(piece.last - 1) in {"fall", "spring"}
        and piece.meaning.which != "last"
        and _is_no_season(lexemes, piece.last - 1, verbs)
    ):
        return False
    if _is_rate(lexemes, piece) or _is_place_name(lexemes, piece) or _is_age(lexemes, piece):
        return False
    if lexemes.kinds[piece.last - 1] == LETTER["part"] and piece.meaning.grain is Grain.PART:
        return _part(lexemes, piece)
    if lexemes.word(piece.last - 1) in WEEKDAY_SHORT or lexemes.kinds[piece.last - 1] == LETTER["time"]:
        return lexemes.kinds[piece.last - 1] == LETTER["time"] and lexemes.word(piece.first - 1) == "at"
    if piece.last - piece.first == 1:
        return _lone(lexemes, piece.first, verbs)
    if piece.meaning.told.startswith("XXXX-XX-") and piece.meaning.grain is Grain.DAY:
        return _lone_day(lexemes, piece)
    return True


def _is_rate(lexemes: Lexemes, piece: Piece) -> bool:
    """Whether "a year" is the unit of a rate: "$1.76 a year", "700 seats a week", "by 20% annually"."""
    kinds = lexemes.kinds[piece.first : piece.last]
    if kinds not in (LETTER["a"] + LETTER["unit"], LETTER["often"]) or lexemes.word(piece.last) in {
        "ago",
        "later",
        "earlier",
        "before",
        "after",
    }:
        return False
    counted = lexemes.kinds[max(0, piece.first - 1) : piece.first]
    if counted in _COUNTS:
        return bool(counted)
    noun = lexemes.raw(piece.first - 1)
    plural = noun.islower() and noun.endswith("s") and noun not in _NO_NOUNS
    return plural and any(kind in _COUNTS for kind in lexemes.kinds[max(0, piece.first - 4) : piece.first - 1])


def _is_place_name(lexemes: Lexemes, piece: Piece) -> bool:
    """Whether a feast is a part of a name: "Christmas Island", "Operation Ramadan", "Father Christmas"."""
    if lexemes.kinds[piece.last - 1] != LETTER["feast"]:
        return False
    return lexemes.word(piece.last) in {"island", "islands"} or lexemes.word(piece.first - 1) in {"operation", "father"}


def _is_age(lexemes: Lexemes, piece: Piece) -> bool:
    """Whether "thirties" is somebody's age: "in her early thirties"."""
    return lexemes.kinds[piece.last - 1] == LETTER["decade_word"] and lexemes.word(piece.first - 1) in _OWN


def _is_no_season(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    """ "The fall of the city", "they fall": no season."""
    return lexemes.word(place + 1) in {"of", "in", "from", "to"} or bool(verbs and lexemes.starts[place] in verbs)


def _lone(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    """One word by itself."""
    kind, word = lexemes.kinds[place], lexemes.word(place)
    before = lexemes.word(place - 1)
    if kind == LETTER["year"]:
        return _lone_year(lexemes, place)
    if kind == LETTER["month"]:
        if _MONTH_TO_MONTH.match(lexemes.kinds, place):
            return True
        if word in _AMBIGUOUS or word in MONTH_SHORT:
            return (before in _LEADS and word in MONTHS) or lexemes.raw(place).endswith(".")
        return not _is_name(lexemes, place)
    if kind == LETTER["season"]:
        return _lone_season(lexemes, place, verbs)
    if kind == LETTER["weekday"] and word in WEEKDAY_SHORT:
        return lexemes.raw(place).endswith(".")
    if kind == LETTER["weekday"]:
        return before not in {"black", "bloody", "girl", "man"} or lexemes.raw(place - 1)[:1].islower()
    if kind == LETTER["units"]:
        return before in _LENGTH_LEADS
    if kind == LETTER["future"]:
        return before in {"the", "in", "near", "for", "its", "their", "foreseeable"}
    if kind == LETTER["decade"] and lexemes.raw(place)[:4].isdigit():
        return True
    return kind not in (LETTER["short_year"], LETTER["present"], LETTER["decade"]) or before in _LEADS


def _lone_year(lexemes: Lexemes, place: int) -> bool:
    """Four digits: a year after a leading word or where no noun follows that they count."""
    number = int(lexemes.values[place])
    before, after = lexemes.kinds[max(place - 1, 0) : place], lexemes.kinds[place + 1 : place + 2]
    if LETTER["hyphen"] in (before, after) and _in_range(lexemes, place):
        return True
    if before == LETTER["currency"] or after in (LETTER["percent"], LETTER["zone"]):
        return False
    if before == LETTER["hyphen"]:
        return lexemes.word(place - 2) in {"post", "pre", "mid"} or 1900 <= number <= 2050
    if before == LETTER["open"] and lexemes.word(place + 1) in {")", ":", ";"}:
        return True
    if not 1500 <= number <= 2100:
        return lexemes.word(place - 1) in {"in", "since", "by", "until", "year", "of"} and number > 1000
    if _counts(lexemes, place):
        return False
    return lexemes.word(place - 1) in _LEADS or 1900 <= number <= 2050


def _in_range(lexemes: Lexemes, place: int) -> bool:
    """Whether the year is one end of a range of years ("1915-17")."""
    numbers = (LETTER["year"], LETTER["day"], LETTER["number"])
    kinds, hyphen = lexemes.kinds, LETTER["hyphen"]
    first = kinds[place + 1 : place + 2] == hyphen and kinds[place + 2 : place + 3] in numbers
    last = place >= 2 and kinds[place - 1] == hyphen and kinds[place - 2] == LETTER["year"]
    return first or last


def _counts(lexemes: Lexemes, place: int) -> bool:
    """Whether the number counts the plural noun behind it ("2000 people"): it is round more often than not."""
    noun = lexemes.raw(place + 1)
    plural = noun.islower() and (noun.endswith("s") or noun in {"people", "men", "women"}) and noun not in _NO_NOUNS
    if not plural or lexemes.kinds[place + 1 : place + 2] != LETTER["other"]:
        return False
    return int(lexemes.values[place]) % 100 == 0 or lexemes.word(place - 1) in {
        "about",
        "over",
        "than",
        "some",
        "nearly",
        "with",
    }


def _lone_season(lexemes: Lexemes, place: int, verbs: frozenset[int] | None) -> bool:
    word = lexemes.word(place)
    if verbs and lexemes.starts[place] in verbs:
        return False
    if lexemes.raw(place)[0].isupper() and lexemes.raw(place - 1)[:1].isupper():
        return False
    if word in {"fall", "spring"}:
        return lexemes.word(place - 1) in {"in", "by", "since", "until", "last", "next", "this", "of", "every", "each"}
    return True


def _part(lexemes: Lexemes, piece: Piece) -> bool:
    """A part of the day with no day: after a preposition, as news has it ("in the morning", "at noon", "by dawn")."""
    before = lexemes.word(piece.first - 1)
    return before in {
        "in",
        "at",
        "by",
        "during",
        "since",
        "until",
        "till",
        "about",
        "around",
        "that",
        "before",
        "after",
    }


def _lone_day(lexemes: Lexemes, piece: Piece) -> bool:
    """ "the 20th" is a day only where no noun follows that it counts ("the 20th anniversary")."""
    return lexemes.kinds[piece.last : piece.last + 1] not in _NOUNS or not lexemes.raw(piece.last).isalpha()


def _is_name(lexemes: Lexemes, place: int) -> bool:
    """Whether a month stands in a person's name: a capitalised word on its right and no leading word on its left."""
    after = lexemes.raw(place + 1)
    return bool(
        after[:1].isupper() and lexemes.kinds[place + 1] == LETTER["other"] and lexemes.word(place - 1) not in _LEADS
    )
