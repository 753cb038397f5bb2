"""Two full names of persons: whether they can be one, and why. Nothing but the two spellings is looked at.

A name is its given names and its family name; which is which follows the writing of the name (Chinese, Korean and
Vietnamese names put the family first). The verdict is a number: 1 for one spelling, above `SURE` for what needs no
other evidence, above `MAYBE` for what needs support, -1 for what can't be one person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from twosource.resolve.transliteration import alike, fold, nearness, phones, skeletons, threshold, variants
from twosource.resolve.wade_giles import pinyin

SURE = 0.9
MAYBE = 0.8
JUNIOR = 0.88
"""A name with "Jr." and one without: father and son as often as one person, so it needs support."""
ROMANISED = 0.86
"""Enough for a family name when the given names show that the two pages romanise differently."""
IMPOSSIBLE = -1.0

_UNRELATED = 0.75
"""Family names no nearer are no spellings of one, whatever else agrees: well below `MAYBE`."""
_LONGEST = 5
"""Words of a person's name: a longer one is a headline misread, and its inner words name others."""

# Small words of a name, which one page writes and the next leaves out.
PARTICLES = frozenset(
    "al el ul ad as ash an ar az de da do dos del della di du van von der den ter la le bin binti binte ibn ben y e "
    "the abu st saint viuda vda".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A folded name: words without particles, given and family parts, generation."""

    words: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    generation: str | None = None
    family_first: bool = False

    @property
    def full(self) -> bool:
        return bool(self.given)


class Verdict(NamedTuple):
    """How near two names are, and the reason in a few words."""

    score: float
    reason: str


@lru_cache(maxsize=200_000)
def parse(text: str) -> Name:
    """The name as written, taken apart. A single word is a family name without given names."""
    words = [word for word in _words(text) if word]
    generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else None
    named_ben = words[:1] == ["ben"]
    core = [word for at, word in enumerate(words) if word not in PARTICLES or (named_ben and at == 0)] or words
    if len(core) < 2:
        return Name(tuple(core), (), core[0] if core else "", generation)
    if _family_first(text, core):
        rest = re.sub("e(?=[ou])", "", "".join(core[1:])).replace("oo", "u").replace("ee", "i")
        return Name((core[0], rest), (rest,), core[0], generation, True)
    return Name(tuple(core), tuple(core[:-1]), core[-1], generation)


def _words(text: str) -> list[str]:
    bare = re.sub(r"(?<=\b[^\W\d_])\.(?=[^\W\d_])", ". ", text)
    bare = re.sub(r"(?i)\b(al|el|ul|as|ash|an|ar|az)[-‐‑ ](?=\w)", "", bare)
    words: list[str] = []
    written = fold(bare).split()
    for word in written:
        begun = _BEGINNINGS.get(words[-1]) if words and (len(words) > 1 or _joins_first(written)) else None
        words[len(words) - bool(begun) :] = [begun + word if begun else word]
    return [re.sub(r"^abd[eou]l(?=\w\w)", "abdal", word) for word in words]


# Words that make one name of the word after them, as the other page may write it.
_BEGINNINGS = {
    **dict.fromkeys("abd abdel abdul abdal abdol abdool".split(), "abdal"),  # Arabic "servant of the"
    **dict.fromkeys(("abu", "abou"), "abu"),  # Arabic "father of"
    **dict.fromkeys(("mac", "mc"), "mac"),  # Irish and Scottish "son of"
}


def _joins_first(words: list[str]) -> bool:
    """Whether the first word is no name of its own: it leaves a name of two words, and is no "Mac"."""
    return len(words) > 2 and words[0] not in {"mac", "mc"}


# Syllables of Chinese and Korean given names in their usual romanisations.
_SYLLABLE = (
    r"(?:zh|ch|sh|ts|ky|my|hy|ky|gy|[bpmfdtnlgkhjqxrzcsywv])?"
    r"(?:iang|iong|uang|yeong|eong|yang|yong|yung|ang|eng|ing|ong|ung|ian|iao|uai|uan|yeon|yeo|eon|eok|oon|een|ai|ao|an|"
    r"ei|en|ia|ie|in|iu|io|ou|on|ua|ue|ui|un|uo|ae|oe|oo|ee|eo|eu|yu|ye|ya|yo|wa|wo|ok|uk|ak|ik|il|ul|ol|al|am|im|om|um|"
    r"ap|ip|op|a|e|i|o|u|y)"
)
_CJK = re.compile(rf"(?:{_SYLLABLE}){{1,3}}")


def _family_first(text: str, core: list[str]) -> bool:
    head = text.split()[0] if text.split() else ""
    if fold(head) not in _families() or "-" in head or len(core) > 4:
        return False
    return all(_CJK.fullmatch(word) and len(word) < 9 for word in core[1:])


@cache
def _families() -> frozenset[str]:
    text = (files("twosource") / "data" / "family_first.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(fold(name) for line in lines for name in line.split(":", 1)[1].split())


# Groups of given_names.txt whose languages are written in Latin letters: their family names are not transliterated.
_LATIN_GROUPS = ("english", "romance", "germanic and nordic")
# Family names that came from other alphabets end so, whatever the given name beside them.
_FOREIGN_ENDINGS = (
    "ov", "ova", "ev", "eva", "enko", "enka", "sky", "skiy", "ski", "skyi", "skaya", "vich", "vych", "yan", "ian",
    "dze", "shvili", "chuk", "uk", "ou", "au", "off", "eff", "ow", "oglu", "zadeh", "yev", "iev",
)  # fmt: skip


@cache
def _latin_given() -> frozenset[str]:
    """Given names that only languages of the Latin alphabet have."""
    text = (files("twosource") / "data" / "given_names.txt").read_text(encoding="utf-8")
    latin: set[str] = set()
    other: set[str] = set()
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, names = line.split(":", 1)
            (latin if head[2:].strip() in _LATIN_GROUPS else other).update(fold(name) for name in names.split())
    return frozenset(latin - other)


@cache
def _given() -> frozenset[str]:
    text = (files("twosource") / "data" / "given_names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(fold(name) for line in lines for name in line.split(":", 1)[1].split())


def is_given(word: str) -> bool:
    """Whether a folded word is a given name of our list."""
    return word in _given()


def _native(left: Name, right: Name) -> bool:
    """Both names are of Latin-alphabet languages, where another letter is another family."""
    if any(name.family.endswith(_FOREIGN_ENDINGS) for name in (left, right)):
        return False
    return left.given[0] in _latin_given() and right.given[0] in _latin_given()


def _umlauts(word: str) -> str:
    """ "mueller" as "muller", "soeren" as "soren"."""
    return re.sub("(?<=[aou])e", "", word)


@lru_cache(maxsize=500_000)
def compare(a: str, b: str) -> Verdict:
    """The verdict on two full names as written; symmetric."""
    left, right = sorted((parse(a), parse(b)), key=lambda name: (name.words, name.given))
    if left.words == right.words and left.generation == right.generation:
        return Verdict(1.0, "same spelling" if a == b else "same but for accents, hyphens or small words")
    if left.generation and right.generation and left.generation != right.generation:
        return Verdict(IMPOSSIBLE, "different generations")
    if left.generation != right.generation and left.words == right.words:
        return Verdict(JUNIOR, "the same but for Jr or Sr")
    if not left.full or not right.full:
        return Verdict(0.0, "not both in full")
    if "".join(left.words) == "".join(right.words):
        return Verdict(0.98, "same letters, parted otherwise")
    if sorted(left.words) == sorted(right.words):
        return Verdict(0.97, "same words in another order")
    if "".join(parse(a).words) in pinyin(b) or "".join(parse(b).words) in pinyin(a):
        return Verdict(0.95, "one name, romanised after Wade and Giles and in pinyin")
    return _compare_parts(left, right)


def _compare_parts(left: Name, right: Name) -> Verdict:
    family = family_nearness(left, right)
    if left.generation != right.generation:
        family = min(family, JUNIOR)
    if family < MAYBE:
        return _turned(left, right)
    if gendered(left.family, right.family):
        return Verdict(IMPOSSIBLE, "family names in different genders")
    given = given_nearness(left.given, right.given)
    if given < 0 and family == 1.0 and _of_initials(left, right):
        return Verdict(SURE, f"same family name {left.family!r}; the one given name is the initials of the other's")
    if given < 0:
        return Verdict(IMPOSSIBLE, f"different given names {left.given[0]!r} and {right.given[0]!r}")
    score = min(family, given)
    whole = len(left.words) == len(right.words)
    if family < 1.0 and whole and _native(left, right) and _umlauts(left.family) != _umlauts(right.family):
        return Verdict(min(score, SURE - 0.02), _reason(left, right, family, given))
    if _romanised_apart(left.given[0], right.given[0]) and family >= ROMANISED:
        score = max(score, SURE)
    return Verdict(score, _reason(left, right, family, given))


def _of_initials(left: Name, right: Name) -> bool:
    """ "Tah Hale" and "Thomas Arthur Hale": a name to be called by, made of the initials."""
    short, long = sorted((left, right), key=lambda name: len(name.words))
    return len(short.given) == 1 and len(long.words) > 2 and short.given[0] == "".join(word[0] for word in long.words)


def _romanised_apart(a: str, b: str) -> bool:
    """The given names are one name in two romanisations (no nickname): the family names will differ as much."""
    near = nearness(a, b)
    return a != b and (near >= 0.97 or (near >= 0.6 and variants(a, b)))


def _turned(left: Name, right: Name) -> Verdict:
    """Family name first in one page and last in the other, in different spellings."""
    if len(left.words) != 2 or len(right.words) != 2 or left.family_first != right.family_first:
        return Verdict(0.0, "different family names")
    crossed = ((left.words[0], right.words[1]), (left.words[1], right.words[0]))
    if all(skeletons(a) & skeletons(b) and alike(a, b) for a, b in crossed):
        return Verdict(0.9, "same words in another order and spelling")
    return Verdict(0.0, "different family names")


def family_nearness(left: Name, right: Name) -> float:
    """How near the family names are; a second family name that one page leaves out does no harm."""
    best = family_words(left.family, right.family)
    short, long = sorted((left, right), key=lambda name: len(name.words))
    if best < 0.985 and len(short.words) < len(long.words) <= _LONGEST and len(long.words) > 2:
        best = max(best, 0.96 if short.family in long.words[1:] else 0.0)
    return best


def family_words(a: str, b: str) -> float:
    """Nearness of two family names: by the table, one spelling, or sounds."""
    if a == b:
        return 1.0
    if variants(a, b, family=True):
        return 0.96
    if skeletons(a).isdisjoint(skeletons(b)):
        return 0.0
    near = nearness(a, b, _UNRELATED)
    return near if near >= threshold(min(len(phones(a)), len(phones(b)))) else min(near, SURE - 0.01)


# Feminine endings of family names with the masculine ones they belong to.
_FEMININE = (
    ("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("yna", "yn"), ("skaya", "sky"), ("skaya", "skiy"), ("skaia", "ski"),
    ("ska", "ski"), ("ska", "sky"), ("cka", "cki"), ("naya", "ny"), ("naya", "nyy"), ("ouskaya", "ouski"),
    ("ava", "au"), ("ova", "ou"), ("skaja", "skij"), ("ova", "a"),
)  # fmt: skip


@lru_cache(maxsize=200_000)
def gendered(a: str, b: str) -> bool:
    """Whether two family names are the masculine and feminine form of one: a couple's or siblings', not a spelling."""
    for feminine, masculine in _FEMININE:
        for one, other in ((a, b), (b, a)):
            if one.endswith(feminine) and other.endswith(masculine) and not other.endswith(feminine):
                stem, root = one[: -len(feminine)], other[: -len(masculine)]
                if stem == root or (len(stem) > 2 and nearness(stem, root) > 0.9 and masculine != "a"):
                    return True
    return False


def given_nearness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How near the given names are: the first decides, middle names and initials must not contradict. -1: different."""
    written = all(len(word) > 1 for word in (*left, *right))
    if written and len(left) != len(right) and alike("".join(left), "".join(right)):
        return 0.97
    first = _given_word(left[0], right[0])
    if first < MAYBE:
        first = max(_called_by_second(left, right), first)
    if first < MAYBE:
        return IMPOSSIBLE
    return IMPOSSIBLE if _middles_differ(left[1:], right[1:]) else first


def _given_word(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else IMPOSSIBLE
    if variants(a, b):
        return 0.97
    if not skeletons(a) & skeletons(b):
        return IMPOSSIBLE
    near = nearness(a, b)
    needed = threshold(min(len(phones(a)), len(phones(b))))
    if gendered(a, b) or _other_gender(a, b):
        return IMPOSSIBLE
    return near if near >= needed else (0.82 if near >= needed - 0.05 and len(a) > 4 < len(b) else IMPOSSIBLE)


def _other_gender(a: str, b: str) -> bool:
    """ "Alexander" and "Alexandra", "Mario" and "Maria": given names that a last vowel parts."""
    short, long = sorted((a, b), key=len)
    if short[-1] == "c" and long == short[:-1] + "que":
        return True
    if len(short) == len(long):
        return short[:-1] == long[:-1] and short[-1] != long[-1] and "a" in {short[-1], long[-1]}
    if long.startswith(short):
        return long[len(short) :] in _FEMINISED
    return (
        long.startswith(short[:-1]) and short[-1] in "eoiy" and long[len(short) - 1 :] in {"ia", "iane", "ine", "ina"}
    )


# What makes a woman's name of a man's: Alexander, Alexandra apart, "Danielle", "Jeanne", "Luisa", "Georgette".
_FEMINISED = frozenset("a e le ne te ie ia ina ine ette elle".split())


def _called_by_second(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """ "J. Robert Barnes" and "Robert Barnes": called by the second given name."""
    for one, other in ((left, right), (right, left)):
        if len(one) > 1 and len(one[0]) == 1 and len(other) == 1:
            return min(0.9, _given_word(one[1], other[0]))
    return IMPOSSIBLE


def _middles_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Both have middle names, and the first of the one not of the other ("George W.", "George H. W."),
    or nothing but initials, one more of the one."""
    if not left or not right:
        return False
    initials = all(len(word) == 1 for word in (*left, *right))
    return _given_word(left[0], right[0]) < MAYBE or (initials and len(left) != len(right))


def _reason(left: Name, right: Name, family: float, given: float) -> str:
    words = []
    if left.family == right.family:
        words.append(f"same family name {left.family!r}")
    elif second := _second_left_out(left, right):
        words.append(f"second family name {second!r} left out in one")
    else:
        shared = sorted(skeletons(left.family) & skeletons(right.family))
        key = f", same skeleton {shared[0].lower()!r}" if shared else ""
        words.append(f"family names {left.family!r} and {right.family!r} are spellings of one{key}")
    if given < 1.0:
        pair = f"{left.given[0]!r} and {right.given[0]!r}"
        initial = len(left.given[0]) == 1 or len(right.given[0]) == 1
        words.append(f"initial fits: {pair}" if initial else f"given names {pair} are variants")
    return "; ".join(words)


def _second_left_out(left: Name, right: Name) -> str | None:
    """ "Ana Rojas" and "Ana Rojas Prado": the last word of the longer name, where the shorter ends before it."""
    short, long = sorted((left, right), key=lambda name: len(name.words))
    apart = len(short.words) < len(long.words) and family_words(short.family, long.family) < MAYBE
    return long.family if apart else None


@lru_cache(maxsize=500_000)
def single_fits(word: str, full: str) -> float:
    """How well a bare name (one word, or a family name of several) fits a full one."""
    bare, name = parse(word), parse(full)
    if not bare.words or not name.full:
        return 0.0
    if len(bare.words) > 1:
        return 1.0 if name.words[-len(bare.words) :] == bare.words else 0.0
    best = family_words(bare.family, name.family)
    if best < SURE or gendered(bare.family, name.family):
        best = 0.0
    if fold(word) == fold(full.split()[-1]):
        best = 1.0
    if bare.family not in name.words:
        return best
    inner = len(bare.family) > 2 and bare.family in name.words[1:-1] and len(name.words) <= _LONGEST
    first = bare.family == name.words[0] and len(bare.family) > 2
    return max(best, 0.97 if inner else 0.0, 0.93 if first else 0.0)
