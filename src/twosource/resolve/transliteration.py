"""Spellings of one name: folding to Latin letters, the sounds behind the letters, and how near two spellings are.

A name that came through another alphabet has as many spellings as there were roads: Hryharovich and Grigorovich,
Qadhafi and Gaddafi, Çavuşoğlu and Cavusoglu. `phones` writes a word as one letter a sound; `nearness` weighs what is
left by how often transliterations differ in it, so that "kh" for "h" costs next to nothing and "Martin" for "Marin" a
lot. The tables are ours, from the romanisation systems in use (BGN/PCGN, ISO 9, passport systems, French and German
press spellings).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

# Letters that anyascii reads otherwise than English pages do.
_LETTERS = str.maketrans({"ə": "a", "Ə": "A", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "å": "a", "Å": "A", "þ": "th"})

# In order: many letters to one sound. Capitals are sounds that no small letter stands for:
# S sh, C ch, Z zh, J dj, c ts, q a "c" that may be k, s or ch, x kh, X an initial x, sh or kh, F a ph, f or p.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"([oa])u(?=sk)", r"\1v"),  # Belarusian short u: -ouskaya for -ovskaya
        (r"i[oa]u$", "ev"),  # Belarusian -iou, -iau for -ev
        (r"(?<=[^aeiouy])[oa]u$", "ov"),
        (r"enka$", "enko"),  # Belarusian and Polish writing of -enko
        (r"o[fw]f?$", "ov"),
        (r"e[fw]f?$", "ev"),
        (r"^x", "X"),
        (r"x", "ks"),
        (r"^hs", "S"),  # Wade and Giles's hs- for x-
        (r"^oh(?=[^aeiou])", "o"),  # Japanese long o
        (r"che$", "S"),  # French
        (r"schtsch|shch|stch", "S"),
        (r"tsch|tch|tsh", "C"),
        (r"sch|sh|sz", "S"),
        (r"dzh|dsch|dj|dg(?=e)", "J"),
        (r"^ch(?=[rvlmn])|ch(?=r)", "x"),  # German and Polish Ch- for Kh-
        (r"ch|cz", "C"),
        (r"zh", "Z"),
        (r"dz(?=i)", "d"),
        (r"kh", "x"),
        (r"gh", "g"),
        (r"gu(?=[ei])", "g"),  # French and Spanish hard g
        (r"ph", "F"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ck(?!i)|kk|cq|qu(?=[aeiouy])|q", "k"),
        (r"c", "q"),
        (r"ts|tz", "c"),
        (r"w", "v"),
        (r"oo|ou", "u"),
        (r"ee", "i"),
        (r"oe", "o"),
        (r"ae(?!v)", "a"),
        (r"ue(?=.)", "u"),
        (r"y", "i"),
        (r"(?<=[SCZJ])ov$", "ev"),  # French and German -ow, -ov for what is written -ev
        (r"(?<=[aeiou])h$", ""),
        (r"(.)\1+", r"\1"),
    )
)

# What it costs to read one sound for the other, where less than 1. Both directions.
_NEAR: dict[str, float] = {
    "xh": 0.05, "xk": 0.25, "xg": 0.3, "hg": 0.35, "kg": 0.35, "qk": 0.1, "qs": 0.15, "qC": 0.15, "qc": 0.15, "qg": 0.5,
    "ct": 0.3, "cs": 0.3, "cC": 0.3, "cz": 0.4, "sS": 0.2, "sC": 0.5, "SC": 0.4, "zZ": 0.15, "ZJ": 0.15, "ZS": 0.5,
    "zs": 0.3, "zJ": 0.4, "jJ": 0.05, "jZ": 0.1, "ji": 0.1, "jh": 0.4, "jx": 0.4, "jg": 0.4, "jC": 0.5, "JC": 0.4,
    "Jg": 0.45, "JD": 0.5, "dt": 0.35, "bp": 0.4, "vf": 0.15, "vb": 0.5, "vu": 0.2, "vo": 0.6, "rl": 1.1, "mn": 0.7,
    "ei": 0.2, "ou": 0.15, "ao": 0.4, "ae": 0.5, "eo": 1.1, "au": 0.9, "ai": 1.1, "iu": 0.8, "eu": 1.1, "io": 1.1,
    "dJ": 0.25, "Ch": 0.4, "Cx": 0.4, "XS": 0.02, "Xx": 0.1, "Xh": 0.15, "Xs": 0.25, "XC": 0.4, "Ff": 0.02, "Fp": 0.15,
}  # fmt: skip
_COSTS = {**_NEAR, **{pair[::-1]: cost for pair, cost in _NEAR.items()}}
_VOWELS = frozenset("aeiou")
_CONSONANT = 1.3
"""A consonant too many or too few: no system of romanisation drops one."""


@lru_cache(maxsize=500_000)
def fold(text: str) -> str:
    """Lower-case ASCII words with single spaces: accents dropped, other alphabets through anyascii, no marks."""
    plain = anyascii(text.translate(_LETTERS)).lower()
    return " ".join(re.sub(r"[^a-z\s]", "", re.sub(r"[-‐‑]", " ", plain)).split())


@lru_cache(maxsize=200_000)
def phones(word: str) -> str:
    """The sounds of a folded word, a character each."""
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=200_000)
def nearness(a: str, b: str, far: float = 0.55) -> float:
    """1 for one spelling, less by what transliteration does not explain; two folded words. 0 for what is not as near
    as `far`, which nobody asks about: that is told without reading the words to their ends."""
    if a == b:
        return 1.0
    left, right = phones(a), phones(b)
    if left == right:
        return 0.99
    longest = max(len(left), len(right))
    if longest > 40 or abs(len(left) - len(right)) > 4:
        return 0.0
    return max(0.0, 1.0 - _distance(left, right, (1.0 - far) * max(longest, 4)) / max(longest, 4))


def _distance(a: str, b: str, most: float) -> float:
    """What it costs to read the one for the other; infinite above `most`."""
    left_gaps, right_gaps = _gaps(a), _gaps(b)
    row = [0.0]
    for gap in right_gaps:
        row.append(row[-1] + gap)
    for left, left_gap in zip(a, left_gaps, strict=True):
        above, row = row, [row[0] + left_gap]
        last = row[0]
        for j, right in enumerate(b):
            best = above[j] if left == right else above[j] + _COSTS.get(left + right, _CONSONANT)
            best = min(best, above[j + 1] + left_gap, last + right_gaps[j])
            row.append(best)
            last = best
        if min(row) > most:
            return float("inf")
    return row[-1] if row[-1] <= most else float("inf")


@lru_cache(maxsize=200_000)
def _gaps(word: str) -> tuple[float, ...]:
    """What it costs that a sound is not in the other spelling, for each sound."""
    return tuple(_gap(word, at) for at in range(len(word)))


def _gap(word: str, at: int) -> float:
    sound = word[at]
    beside = (word[at - 1] if at else "") + (word[at + 1] if at + 1 < len(word) else "")
    if sound in "ij" and (_VOWELS & set(beside) or (sound == "j" and at + 1 == len(word))):
        return 0.12
    if sound == "h":
        return 0.2
    if sound in _VOWELS:
        return 0.85 if 0 < at < len(word) - 1 else 0.6
    return _CONSONANT


def alike(a: str, b: str) -> bool:
    """Whether two folded words can be one name in two transliterations. Short names must agree better."""
    return nearness(a, b) >= threshold(min(len(phones(a)), len(phones(b))))


def threshold(length: int) -> float:
    """The nearness that two words of `length` sounds need: in a short name one vowel makes another name."""
    return 0.97 if length <= 4 else 0.94 if length == 5 else 0.91 if length <= 7 else 0.9


_CLASSES = str.maketrans(
    {**dict.fromkeys("tdc", "T"), **dict.fromkeys("szSCZJj", "S"), **dict.fromkeys("kgx", "K"),
     **dict.fromkeys("fv", "F"), **dict.fromkeys("bp", "P"), **dict.fromkeys("aeiouh", None)}
)  # fmt: skip


@lru_cache(maxsize=200_000)
def skeletons(word: str) -> frozenset[str]:
    """Keys by which spellings of one folded word meet: consonants by class, for each reading of what is ambiguous."""
    sounds = [phones(word), *([phones(word[:-2] + "u")] if word.endswith("ou") else [])]
    for ambiguous, readings in _READINGS:
        if any(ambiguous in one for one in sounds):
            sounds = [one.replace(ambiguous, reading) for one in sounds for reading in readings]
    keys = {re.sub(r"(.)\1+", r"\1", one.translate(_CLASSES)) for one in sounds}
    return frozenset(key or word[:1] for key in keys)


# What a sound may be in the other spelling, where its class does not say so.
_READINGS = (
    ("q", "kS"), ("X", "Sx"), ("C", "Sx"), ("x", "kh"), ("c", "ts"), ("J", "Sd"), ("j", "Si"), ("F", "fp"), ("h", "hk"),
)  # fmt: skip
_STARTS = {"q": "S", "x": "-K", "h": "-K", "X": "-KS", "C": "-KS", "J": "ST", "c": "ST", "F": "FP"}


@lru_cache(maxsize=200_000)
def sound_classes(word: str) -> frozenset[str]:
    """The classes that the first sound of a folded word may have, a vowel's "-": two spellings share one."""
    first = phones(word)[:1]
    return frozenset(_STARTS.get(first) or first.translate(_CLASSES) or "-")


def _sets(name: str) -> dict[str, frozenset[int]]:
    text = (files("twosource") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split():
            found.setdefault(fold(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def given_sets() -> dict[str, frozenset[int]]:
    """Each given name's sets in ../data/given_variants.txt."""
    return _sets("given_variants.txt")


@cache
def family_sets() -> dict[str, frozenset[int]]:
    """Each family name's sets in ../data/family_variants.txt."""
    return _sets("family_variants.txt")


def variants(a: str, b: str, family: bool = False) -> bool:
    """Whether a table has two folded words as forms of one name."""
    table = family_sets() if family else given_sets()
    return a in table and not table[a].isdisjoint(table.get(b, ()))
