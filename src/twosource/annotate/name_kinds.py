"""Which kind a name is: points from what stands around it, and from what the page says of the same words elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_datelines import datelines
from twosource.annotate.name_parts import Part, acronym, demonymic, surface
from twosource.annotate.name_words import Evidence, Word, common
from twosource.records import MentionKind

KINDS: tuple[MentionKind, ...] = ("PERSON", "ORG", "LOC", "NORP")
Points = dict[MentionKind, float]

# The word before: "in Orsha" is nearly always a place, "the Orsha" never a person.
BEFORE: dict[str, Points] = {
    "in": {"LOC": 2.5},
    "near": {"LOC": 2.0},
    "outside": {"LOC": 2.0},
    "across": {"LOC": 2.0},
    "throughout": {"LOC": 2.0},
    "around": {"LOC": 1.0},
    "into": {"LOC": 2.0},
    "from": {"LOC": 0.7},
    "to": {"LOC": 0.5, "PERSON": 0.3},
    "at": {"LOC": 0.7, "ORG": 0.8},
    "through": {"LOC": 0.7},
    "toward": {"LOC": 1.0},
    "towards": {"LOC": 1.0},
    "via": {"LOC": 0.7, "ORG": 0.5},
    "the": {"ORG": 1.5, "LOC": 0.3, "PERSON": -3.0},
    "a": {"ORG": 0.5, "PERSON": -1.0},
    "an": {"ORG": 0.5, "PERSON": -1.0},
    "by": {"PERSON": 0.5},
    "with": {"PERSON": 0.4},
    "told": {"PERSON": 0.8},
    "met": {"PERSON": 1.0},
    "named": {"PERSON": 1.0},
    "called": {"PERSON": 0.3},
    "who": {"PERSON": 0.3},
    "sir": {"PERSON": 3.0},
    "said": {"PERSON": 1.0},
    "says": {"PERSON": 1.0},
    "joined": {"ORG": 0.7},
    "founded": {"ORG": 1.0},
    "of": {"LOC": 0.3, "ORG": 0.2, "PERSON": 0.1},
}
# The word after, or after a comma.
AFTER: dict[str, Points] = {
    "who": {"PERSON": 2.5},
    "whose": {"PERSON": 1.0},
    "aged": {"PERSON": 2.5},
    "himself": {"PERSON": 3.0},
    "herself": {"PERSON": 3.0},
    "which": {"ORG": 0.8, "LOC": 0.5, "PERSON": -1.0},
    "where": {"LOC": 2.0, "PERSON": -1.0},
    "jr": {"PERSON": 3.0},
}


def decide(words: Sequence[Word], parts: Sequence[Part], seen: Evidence) -> list[MentionKind | None]:
    """The kind of each part, or None where it is no name; parts of one spelling share their points."""
    for part in parts:
        _context(words, part)
    datelines(words, parts)
    _shouted(words, parts)
    _stems(words, parts)
    _definitions(words, parts)
    _coordination(words, parts)
    _share(words, parts)
    _repetition(words, parts)
    return [_kind(words, part, seen) for part in parts]


def _context(words: Sequence[Word], part: Part) -> None:
    if part.points.get("NORP", 0) >= 6:
        return
    _left(words, part)
    _right(words, part)


def _left(words: Sequence[Word], part: Part) -> None:
    if part.start == 0 or words[part.start - 1].sentence != words[part.start].sentence:
        return
    before = words[part.start - 1]
    if before.text in "-‐‑" and part.start > 1 and words[part.start - 2].initial:
        part.points = {"LOC": 4.0}  # "(I-Vt.)": a party and a state
    if before.lower not in {"the", "a", "an"} or not _modifies(words, part):
        _add(part, BEFORE.get(before.lower))
    if before.lower == "the" and part.start > 1 and BEFORE.get(words[part.start - 2].lower, {}).get("LOC", 0) >= 2:
        part.add("LOC", 1.5)
    if before.capital and before.lower not in {"the", "in", "at", "from", "by", "to"}:
        return
    if before.lower in lists.ROLE_NOUNS or before.lower in lists.HONORIFICS:
        part.add("PERSON", 3)
    elif before.lower in lists.ORG_NOUNS:
        part.add("ORG", 2)
    elif before.lower in lists.PLACE_NOUNS and not common_verb(before.lower):
        part.add("LOC", 2)
    if before.lower == "to" and part.start > 1 and words[part.start - 2].lower in _SENT:
        part.add("LOC", 2.5)
    if before.lower == "of" and part.start > 1:
        _genitive(words[part.start - 2], part)
    elif before.lower == "," and part.start > 1:
        _apposed(words, part)


# One is sent to a country, or goes there: "ambassador to X", "a visit to X".
_SENT = frozenset("ambassador envoy trip visit flight travel fly flew border emissary consul".split())


def _modifies(words: Sequence[Word], part: Part) -> bool:
    """ "the Barnes plan": the article belongs to the noun behind the name."""
    if words[part.end - 1].possessive:
        return True
    after = words[part.end] if part.end < len(words) else None
    return (
        after is not None
        and after.letters
        and not after.capital
        and after.lower not in lists.OPENERS | lists.GOVERNMENT_VERBS | lists.AUXILIARIES
        and common(after.lower)
        and not after.lower.endswith(("ed", "ing"))
    )


def _genitive(noun: Word, part: Part) -> None:
    """ "the town of X", "President Tarrant of X", "the government of X"."""
    if noun.lower in lists.PLACE_NOUNS:
        part.add("LOC", 2.5)
    elif noun.lower in lists.STATE_NOUNS or (noun.capital and not noun.opens and noun.lower not in lists.ORG_HEADS):
        part.add("LOC", 1.5)


def common_verb(lower: str) -> bool:
    """Nouns for places that are as often verbs ("base", "border", "state")."""
    return lower in {"state", "base", "border", "square", "camp", "port"}


def _apposed(words: Sequence[Word], part: Part) -> None:
    """ "his counterpart, X": the noun before the comma."""
    noun = words[part.start - 2].lower
    if noun in lists.ROLE_NOUNS and not words[part.start - 2].capital:
        part.add("PERSON", 1.5)
    elif noun in lists.ORG_DEFINERS and not words[part.start - 2].capital:
        part.add("ORG", 4.5)
    elif surface(words, part.start, part.end) in lists.STATE_CODES and words[part.start - 2].capital:
        part.points = {"LOC": 4.0}
    elif words[part.start - 2].text in gazetteer.places() and len(surface(words, part.start, part.end)) > 3:
        part.add("LOC", 0.7)


def _right(words: Sequence[Word], part: Part) -> None:
    if part.end >= len(words) or words[part.end].sentence != words[part.start].sentence:
        return
    after = words[part.end]
    comma = after.text == "," and part.end + 1 < len(words)
    second = words[part.end + 1] if comma else after
    _add(part, AFTER.get(second.lower))
    if comma:
        _after_comma(words, part)
    elif words[part.end - 1].possessive:
        if any(word.lower in lists.STATE_NOUNS for word in words[part.end : part.end + 3]):
            part.add("LOC", 2.0)
    elif part.end - part.start == 1 and demonymic(words[part.start].text) and _modifies(words, part):
        part.add("NORP", 4)
    elif after.lower in lists.PERSONAL_VERBS:
        part.add("PERSON", 1.0)
    elif after.lower in lists.SPEECH_VERBS:
        part.add("PERSON", 0.8)
    elif after.lower == "government" and not words[part.end - 1].possessive:
        part.add("LOC", 0.7)
    elif after.lower in lists.PERSON_FOLLOWERS:
        part.add("PERSON", 2.5)
    elif after.lower in lists.ORG_DEFINERS:
        part.add("ORG", 4.5)
    elif after.lower in lists.ORG_FOLLOWERS:
        part.add("ORG", 1.5)
    elif _place_noun(words[part.end : part.end + 2], part.end - part.start):
        part.add("LOC", 2.5)
    elif after.lower.endswith("ed") and common(after.lower):
        part.add("PERSON", 0.5)


def _place_noun(after: Sequence[Word], length: int) -> bool:
    """ "Pushkinskaya metro station", "Brest region"."""
    places = lists.PLACE_NOUNS - {"state", "country", "nation", "capital"}
    small = [word for word in after if word.letters and not word.capital]
    if not small or small[0] is not after[0]:
        return False
    return small[0].lower in places or (len(small) > 1 and small[0].lower in {"metro", "railway", "bus"} and length < 3)


def _after_comma(words: Sequence[Word], part: Part) -> None:
    """ ", 45," is an age; ", the mayor of" a role; ", a town in" a place; ", Ohio" the region of a city."""
    window = [word for word in words[part.end + 1 : part.end + 8] if word.sentence == words[part.start].sentence]
    if not window:
        return
    first = window[0]
    if first.text.isdigit() and len(first.text) == 2 and len(window) > 1 and window[1].text in {",", "."}:
        part.add("PERSON", 2.5)
    elif first.capital and surface(words, part.end + 1, part.end + 2) in gazetteer.places():
        part.add("LOC", 1.5)
    elif first.lower in {"a", "an", "the", "his", "her", "their", "its", "one"} or first.lower in lists.ROLE_MODIFIERS:
        _noun_after(part, window)


def _noun_after(part: Part, window: Sequence[Word]) -> None:
    for word in window:
        if word.text in ",.;:" or word.lower in {"of", "in", "who", "which", "that", "from"}:
            return
        if word.lower in lists.ROLE_NOUNS:
            part.add("PERSON", 2)
        elif word.lower in lists.ORG_NOUNS:
            part.add("ORG", 1.2)
        elif word.lower in lists.PLACE_NOUNS:
            part.add("LOC", 1.2)


def _add(part: Part, points: Points | None) -> None:
    for kind, value in (points or {}).items():
        part.add(kind, value)


def _definitions(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """ "Foreign Affairs Council (FAC)": the long name and the short are organisations."""
    for long, short in pairwise(parts):
        if short.start - long.end != 1 or words[long.end].text != "(":
            continue
        text = surface(words, short.start, short.end)
        if acronym(text) and abbreviates(text, [word.text for word in words[long.start : long.end]]):
            for part in (long, short):
                if max(part.points, key=lambda kind: part.points[kind], default="ORG") != "LOC" or not part.listed:
                    part.points = {"ORG": 6.0}


def abbreviates(short: str, long: Sequence[str]) -> bool:
    """Whether the letters of `short` are, in order, initials of words of `long`, the last word's among them."""
    letters = [char for char in short.lower() if char.isalnum()]
    initials = [word[0].lower() for word in long if word[0].isalnum()]
    at = 0
    for initial in initials:
        at += at < len(letters) and initial == letters[at]
    return at == len(letters) and bool(letters)


def _shouted(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """A word in capitals that the page also writes in small letters is no acronym."""
    mixed = {word.lower for word in words if word.capital and not word.text.isupper()}
    for part in parts:
        word = words[part.start]
        if part.end - part.start == 1 and word.text.isupper() and word.lower in mixed and not part.listed:
            part.add("ORG", -3)


def _stems(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """ "Ostrania" beside "Ostranian" in one page: a country and its people."""
    singles = {words[part.start].text: part for part in parts if part.end - part.start == 1 and not part.listed}
    lands = {text for text in singles if any(text.rstrip("ae") + ending in singles for ending in _PEOPLE_ENDINGS)}
    for part in parts:
        if part.end - part.start != 1 or part.listed:
            continue
        text = words[part.start].text
        if text in lands and len(text) > 4:
            part.add("LOC", 2)
        elif demonymic(text) and any(land.rstrip("ae") == text[: len(land.rstrip("ae"))] for land in lands):
            part.add("NORP", 4)


_PEOPLE_ENDINGS = ("n", "an", "ian", "ans", "ians", "ish", "ese")

_LISTING = frozenset({",", "and", "or", "&"})


def _coordination(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """ "Roe and Poe", "Ardan, Selm and Tolm": neighbours in a list lean to one kind."""
    kinds = [best(part) for part in parts]
    for index in range(len(parts) - 1):
        left, right = parts[index], parts[index + 1]
        if right.start - left.end == 1 and words[left.end].lower in _LISTING:
            for part, other in ((left, kinds[index + 1]), (right, kinds[index])):
                if other and other != "NORP" and not part.listed:
                    part.add(other, 1.0)


def _share(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """One spelling has one kind in a page: its parts pool what their contexts say."""
    pools: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        text = surface(words, part.start, part.end)
        pools[text.casefold() if len(text) > 4 else text].append(part)
    for pool in pools.values():
        if len(pool) > 1:
            total = {kind: sum(part.points.get(kind, 0.0) for part in pool) for kind in KINDS}
            for part in pool:
                part.points = {kind: value for kind, value in total.items() if value}


def _repetition(words: Sequence[Word], parts: Sequence[Part]) -> None:
    """A word of a person's full name, alone, is that person; the first word of a body's name leans to the body."""
    persons: set[str] = set()
    bodies: set[str] = set()
    for part in parts:
        inner = [word for word in words[part.start : part.end] if word.letters]
        if len(inner) < 2 and part.title is None:
            continue
        kind = best(part)
        if kind == "PERSON":
            persons.update(word.text for word in inner if len(word.text) > 2)
        elif kind == "ORG" and inner:
            bodies.add(inner[0].text)
    for part in parts:
        inner = [word for word in words[part.start : part.end] if word.letters]
        if len(inner) != 1 or part.points.get("NORP", 0) >= 6:
            continue
        if inner[0].text in persons:
            part.add("PERSON", 2 if part.listed else 6)
        elif inner[0].text in bodies and not part.listed:
            part.add("ORG", 4)


def best(part: Part) -> MentionKind | None:
    """The kind with the most points above nothing; ties go in the order of KINDS."""
    top = max(KINDS, key=lambda kind: part.points.get(kind, 0.0))
    return top if part.points.get(top, 0.0) > 0 else None


# What nothing at all tells: most names in news are persons'.
_UNKNOWN: MentionKind = "PERSON"

# A capitalised common word ("the Committee", "Security") needs this much to be a name.
_PLAIN_NEEDS = 2.6


def _kind(words: Sequence[Word], part: Part, seen: Evidence) -> MentionKind | None:
    inner = [word for word in words[part.start : part.end] if word.letters]
    if not inner:
        return None
    kind = best(part)
    if part.listed or part.title:
        return kind
    plain = all(common(word.lower) for word in inner)
    if plain and _weak(part, kind, len(inner)) and not _bare(words, part, seen):
        return None
    if inner[-1].text[-1] == "s" and inner[-1].text[:-1].isupper() and len(inner[-1].text) > 2:
        return None  # "PACs", "NGOs": a plural is no name
    if len(inner) == 1 and (len(inner[0].text) < 2 or _generic(inner[0])):
        return None
    if inner[0].loud and any(common(word.lower) for word in inner) and part.points.get(kind or "ORG", 0.0) < 3:
        return None
    return kind or _UNKNOWN


def _weak(part: Part, kind: MentionKind | None, length: int) -> bool:
    if kind is None:
        return True
    return part.points[kind] < (_PLAIN_NEEDS if length == 1 else 1.0)


def _bare(words: Sequence[Word], part: Part, seen: Evidence) -> bool:
    """One capitalised common word where a noun would need an article, never written small in this page: a surname."""
    word = words[part.start]
    if part.end - part.start > 1 or word.opens or word.loud or word.text.isupper() or seen.small[word.lower]:
        return False
    before = words[part.start - 1]
    return before.lower in _BARE_BEFORE and part.points.get("PERSON", 0.0) >= 0.0


# Words between which and a common noun English puts an article.
_BARE_BEFORE = frozenset(
    "when that if as because while by with and but told says said between against for than".split()
)


def _generic(word: Word) -> bool:
    """A role or a kind of body or place, standing alone: "the President", "the Ministry"."""
    lower = word.lower
    generic = (
        lower in lists.ROLE_NOUNS or lower in lists.ORG_TAILS or lower in lists.ORG_HEADS or lower in lists.PLACE_TAILS
    )
    return generic and lower not in {"s"} and not acronym(word.text)
