"""A run of capitalised words cut into its parts: people's adjectives, titles and names, with what the words alone say.

"Kenyan President Amos Poe" is a NORP, a title and a PERSON. What surrounds the run is weighed later
(`name_kinds.py`); here only lists and shapes count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import combining, normalize

from twosource.annotate import gazetteer
from twosource.annotate import name_lists as lists
from twosource.annotate.name_words import Word, common
from twosource.records import MentionKind

_LONGEST_PHRASE = 7


@dataclass(slots=True)
class Part:
    """A name in the making: words `start:end` (indices), points for each kind, the index range of its title."""

    start: int
    end: int
    points: dict[MentionKind, float] = field(default_factory=dict)
    title: tuple[int, int] | None = None
    listed: bool = False
    """Its words stand in one of our lists: believed even in a headline."""

    def add(self, kind: MentionKind, points: float) -> None:
        self.points[kind] = self.points.get(kind, 0.0) + points


def surface(words: Sequence[Word], start: int, end: int) -> str:
    """The words as one string with single spaces, hyphens closed up, stops attached: how lists spell a name."""
    pieces: list[str] = []
    for index in range(start, end):
        word = words[index]
        if index > start and word.start > words[index - 1].end:
            pieces.append(" ")
        pieces.append(word.text.replace("’", "'"))
    text = "".join(pieces)
    if text.isupper() and len(text) > 3 and (words[start].loud or text.title() in gazetteer.places()):
        return text.title()
    return text


def parts(words: Sequence[Word], start: int, end: int) -> list[Part]:
    """The names in the run `start:end`, in order; titles and what is no name are left out."""
    start, end = _trim(words, start, end)
    if start >= end:
        return []
    whole = _listed(words, start, end)
    if whole:
        return [whole]
    return _titled(words, start, end) or _untitled(words, start, end)


def _trim(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].lower in lists.OPENERS and words[start].lower not in lists.PLACE_HEADS:
        start += 1
    while (
        end - start > 1 and words[start].lower in lists.ROLE_MODIFIERS and words[start + 1].text in gazetteer.peoples()
    ):
        start += 1
    if end - start > 2 and words[start].lower == "opposition" and _given(words[start + 1]):
        start += 1  # "Leader of the Opposition Ann Lee"
    legal = end - start > 2 and words[end - 1].text == "." and words[end - 2].lower in lists.ORG_SUFFIXES | {"jr", "sr"}
    while end > start and not legal and not words[end - 1].letters and not words[end - 1].text[0].isdigit():
        end -= 1
    while end - start > 1 and words[end - 1].lower in lists.OPENERS - lists.INSIDE:
        end -= 1
    return start, end


def _listed(words: Sequence[Word], start: int, end: int) -> Part | None:
    """The part that `start:end` is when our lists have it whole."""
    text = surface(words, start, end)
    part = Part(start, end, listed=True)
    if text in lists.PALACES or text in lists.ORG_PHRASES or text in lists.ORG_WORDS:
        part.add("ORG", 6)
    elif text in gazetteer.peoples():
        part.add("NORP", 6)
    elif text in gazetteer.country_names():
        part.add("LOC", 4.5 if text in gazetteer.given_names() else 6)
    elif text in gazetteer.places():
        part.add("LOC", 2 if text in gazetteer.given_names() or common(text.lower()) else 4)
    return part if part.points else None


def _titled(words: Sequence[Word], start: int, end: int) -> list[Part]:
    """Cut at a title with a name behind it; empty when there is none."""
    known = _prefix(words, start, end)
    inside = range(start + 1, known.end) if known else range(0)
    for at in range(start, end):
        after = title_end(words, at, end) if at not in inside else 0
        if not after:
            continue
        name = _untitled(words, after, end) if after < end else []
        if after < end and _begins_body(words, after, end):
            continue
        if after == end and at > start and words[end - 1].lower in lists.ORG_TAILS:
            continue  # "Coast Guard": the role noun is the body's last word
        if at > start and (_surname(words, start, at, after, end) or _kin(words, start, at)):
            continue
        if name and words[after].lower not in {"of", "for"}:
            _person(name, (at, after))
        before = parts(words, start, at) if at > start and not _subject_matter(words, start, at) else []
        for part in before:
            _modifier(words, part, words[after - 1].lower)
        return [*before, *name] or [Part(end, end)]
    return []


def _subject_matter(words: Sequence[Word], start: int, at: int) -> bool:
    """ "Irrigation Minister": what an office is for, in common words, is no name."""
    office = words[at].lower in {"minister", "secretary", "commissioner", "director", "inspector"}
    return office and all(
        common(word.lower) and word.lower not in lists.ORG_TAILS and _listed(words, index, index + 1) is None
        for index, word in enumerate(words[start:at], start)
    )


def _surname(words: Sequence[Word], start: int, at: int, after: int, end: int) -> bool:
    """ "Jignesh Shah": a form of address at the end of a run is a family name, unless a people or place has it."""
    single = after == end == at + 1 and words[at].lower in lists.HONORIFICS
    return single and _listed(words, start, at) is None and not words[at].loud


def _kin(words: Sequence[Word], start: int, at: int) -> bool:
    """ "Truong Son": a syllable of a name with the family first, no son."""
    return words[at].lower in {"son", "sister"} and any(
        _plain(word.text) in gazetteer.family_first() for word in words[start:at]
    )


def _plain(text: str) -> str:
    """`text` without accents: the lists have names without them."""
    if text.isascii():
        return text
    return "".join(char for char in normalize("NFD", text.replace("Đ", "D")) if not combining(char))


# Offices of a country or a part of one: "Quillaya Governor" has a place before it, "Barents Director" a body.
_OF_STATES = frozenset("minister governor premier mayor ambassador envoy".split())


def _modifier(words: Sequence[Word], part: Part, office: str) -> None:
    """What stands before a title is whose it is: a people's adjective, a place or a body, no person."""
    if not part.listed:
        part.points.pop("PERSON", None)
        other: MentionKind = "LOC" if office in _OF_STATES and not acronym(words[part.start].text) else "ORG"
        part.add("NORP" if demonymic(words[part.end - 1].text) else other, 3)


# Endings of adjectives and nouns for peoples that no list has.
_DEMONYM_ENDINGS = ("ian", "ean", "ese", "ish", "ians", "eans")


def demonymic(text: str) -> bool:
    """Whether a word could be a people's: by its ending alone."""
    return len(text) > 5 and text.endswith(_DEMONYM_ENDINGS) and text not in gazetteer.given_names()


def _person(name: list[Part], title: tuple[int, int]) -> None:
    first = name[0]
    if "NORP" not in first.points and not ("ORG" in first.points and first.listed):
        first.title = title
        first.points.pop("ORG", None)
        first.add("PERSON", 6)


def _begins_body(words: Sequence[Word], after: int, end: int) -> bool:
    """What follows the title is the rest of an organisation's name: "General Assembly", "Prince Bank"."""
    last = words[end - 1].lower
    return (
        words[after].lower in lists.ORG_TAILS | lists.ORG_SUFFIXES | {"of", "for"}
        or last in lists.ORG_SUFFIXES
        or (last in lists.ORG_TAILS and words[after].text not in gazetteer.given_names())
    )


def title_end(words: Sequence[Word], at: int, end: int) -> int:
    """Index after the title that begins at `at` ("Lt. Gen.", "Prime Minister", "Mr"); 0 when none does."""
    index, after = at, 0
    while index < end:
        lower = words[index].lower
        if lower in lists.HONORIFICS or lower in lists.ROLE_NOUNS or lower in lists.ABBREVIATED_TITLES:
            after = index + 1
            if after < end and words[after].text == ".":
                after = index = after + 1
                continue
            if after < end and words[after].text in "'’":
                after = index = after + 1
                continue
        elif lower == "sri" and (after or words[index - 1].lower == "tan"):
            after = index + 1  # "Dato' Sri", "Tan Sri"; "Sri" alone begins names of places and persons
        elif lower == "tan" and index + 1 < end and words[index + 1].lower == "sri":
            pass
        elif lower not in lists.ROLE_MODIFIERS and words[index].text not in "-‐‑":
            break
        index += 1
    return after


def _untitled(words: Sequence[Word], start: int, end: int) -> list[Part]:
    """The names of a run without a title."""
    if start >= end:
        return []
    if whole := _listed(words, start, end):
        return [whole]
    if words[end - 1].lower in lists.OTHER_TAILS or words[start].lower in lists.OTHER_HEADS:
        return _leading_people(words, start, end)
    if whole := _body(words, start, end) or _place(words, start, end):
        return [whole]
    if words[start].initial and end - start == 3 and words[start + 1].text == "-":
        state = Part(start + 2, end)  # "R-S.C.": a party and a state
        state.add("LOC", 4)
        return [state]
    return _split(words, start, end)


def _body(words: Sequence[Word], start: int, end: int) -> Part | None:
    """An organisation by its last word, its first word or its legal form."""
    first = words[start].lower
    last = words[end - 2 if words[end - 1].text == "." and end - start > 1 else end - 1].lower
    inside = {word.lower for word in words[start:end]}
    many = end - start > 1
    points = 0.0
    if many and last in lists.ORG_SUFFIXES:
        points = 6
    elif many and last in lists.ORG_TAILS:
        points = 4 if last not in lists.PLACE_TAILS else 2.5
        points -= 2 if words[start].text in gazetteer.given_names() and end - start == 2 else 0
    elif many and inside & {"of", "for", "on"} and inside & lists.ORG_HEADS:
        points = 5
    elif many and first in {
        "radio",
        "tv",
        "channel",
        "bank",
        "university",
        "universidad",
        "université",
        "banco",
        "banca",
        "banque",
        "partido",
        "consorcio",
        "grupo",
        "instituto",
        "ministerio",
        "frente",
        "empresa",
        "sindicato",
        "consejo",
    }:
        points = 4
    if points <= 0:
        return None
    part = Part(start, end)
    part.add("ORG", points)
    return part


def _place(words: Sequence[Word], start: int, end: int) -> Part | None:
    """A place by its head: "Lake Narach", "Gulf of Riga", "Independence Square"."""
    if end - start < 2:
        return None
    first, last = words[start].lower, words[end - 1].lower
    inside = {word.lower for word in words[start:end]}
    part = Part(start, end)
    if last in lists.PLACE_TAILS:
        part.add("LOC", 4)
    elif first in lists.PLACE_OF_HEADS and "of" in inside:
        part.add("LOC", 5)
    elif first in lists.PLACE_HEADS:
        part.add("LOC", 3)
    elif first in lists.PLACE_TAILS and words[start].text not in gazetteer.given_names():
        part.add("LOC", 2)
    return part if part.points else None


def _leading_people(words: Sequence[Word], start: int, end: int) -> list[Part]:
    """ "Russian Spring": no name, but the adjective of a people at its head is one."""
    prefix = _prefix(words, start, end)
    return [prefix] if prefix and prefix.end < end and "NORP" in prefix.points else []


def _prefix(words: Sequence[Word], start: int, end: int) -> Part | None:
    """The longest part at the head of the run that our lists have."""
    for stop in range(min(end, start + _LONGEST_PHRASE), start, -1):
        if part := _listed(words, start, stop):
            return part
    return None


def _split(words: Sequence[Word], start: int, end: int) -> list[Part]:
    """Cut a listed name off the head where what follows begins a name of its own."""
    prefix = _prefix(words, start, end)
    if prefix is None or prefix.end >= end:
        return _suffix(words, start, end) or [_unknown(words, start, end)]
    follower = prefix.end + 1 if words[prefix.end].text in "-‐‑" else prefix.end
    rest = words[follower]
    named = rest.text in gazetteer.given_names() or (rest.text in gazetteer.places() and not common(rest.lower))
    if words[start].text in gazetteer.given_names() and prefix.end == start + 1 and "ORG" not in prefix.points:
        return [_unknown(words, start, end)]
    if "NORP" in prefix.points and (named or not common(rest.lower)):
        return [prefix, *parts(words, follower, end)]
    if named and rest.text not in lists.ORG_TAILS and follower == prefix.end:
        return [prefix, *parts(words, follower, end)]
    if follower > prefix.end and (named or rest.text in gazetteer.peoples()):
        return [prefix, *parts(words, follower, end)]
    part = _unknown(words, start, end)
    part.add("ORG", 1.5)
    return [part]


def _suffix(words: Sequence[Word], start: int, end: int) -> list[Part]:
    """ "Tarrant South Carolina": a listed name of several words behind a person's, as headlines run them together."""
    for at in range(start + 2, end - 1):
        tail = _listed(words, at, end)
        if tail and words[start].text in gazetteer.given_names():
            return [_unknown(words, start, at), tail]
    return []


def _unknown(words: Sequence[Word], start: int, end: int) -> Part:
    """A part that no list has whole: points by the shape of its words."""
    part = Part(start, end)
    inner = [word for word in words[start:end] if word.letters]
    many = len(inner) > 1
    if many and _given(inner[0]):
        part.add("PERSON", 4 if len(inner) < 5 else 2)
    elif not many and _given(inner[0]):
        part.add("PERSON", 1 if common(inner[0].lower) else 2.5)
    elif many and _given(inner[-1]) and inner[0].text in gazetteer.family_first():
        part.add("PERSON", 4)
    elif many and inner[0].text in gazetteer.family_first() and len(inner) < 4:
        part.add("PERSON", 2)
    _shape(part, words[start:end], inner)
    return part


def _given(word: Word) -> bool:
    text = word.text.title() if word.loud and word.text.isupper() else word.text
    return text in gazetteer.given_names() or _plain(text) in gazetteer.given_names() or word.initial


def _shape(part: Part, pieces: Sequence[Word], inner: Sequence[Word]) -> None:
    last = inner[-1].text
    if not inner[-1].loud and len(inner) == 1 and acronym(last):
        part.add("ORG", 3 if not common(last.lower()) else 0.5)
    if _camel(last) and len(inner) == 1:
        part.add("ORG", 2)
    if len(last) > 4 and last.lower().endswith(lists.SURNAME_ENDINGS):
        part.add("PERSON", 1.5)
    elif len(last) > 5 and last.lower().endswith(lists.PLACE_ENDINGS):
        part.add("LOC", 1.5)
    if any(word.text == "&" for word in pieces) or any(char.isdigit() for word in pieces for char in word.text):
        part.add("ORG", 2)
    if any(word.initial for word in inner[:-1]) and len(inner) > 1:
        part.add("PERSON", 2)
    if len(inner) > 1:
        _many(part, inner)


def _many(part: Part, inner: Sequence[Word]) -> None:
    plain = sum(common(word.lower) and not _given(word) for word in inner)
    if plain == 0 and len(inner) < 4:
        part.add("PERSON", 1.5)
    elif plain == len(inner):
        part.add("ORG", 1)
    else:
        part.add("ORG", 0.4 * plain)
    if len(inner) > 3:
        part.add("ORG", 1)


def acronym(text: str) -> bool:
    """Two to seven capitals, perhaps with stops, digits or "&" ("OSCE", "U.N.", "G20")."""
    plain = text.replace(".", "").replace("&", "")
    return 2 <= len(plain) <= 7 and plain.isupper() and plain.isalnum() and plain[0].isalpha()


def _camel(text: str) -> bool:
    """ "HarbourPress", "bneNews": a capital after a small letter, but not in "McCain" or "O'Brien"."""
    if text.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Du", "Fitz", "O'", "D'", "Al")):
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(text))
