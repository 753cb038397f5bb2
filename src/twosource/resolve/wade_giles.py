"""Chinese names as Wade and Giles romanised them, read as pinyin: "Chang Kuo-hua" is "Zhang Guohua".

Pages drop the apostrophes that told "ch'" from "ch", so that a syllable has several readings: a name counts as the
same when one reading of every syllable makes the other name. Tables: Giles, A Chinese-English Dictionary, and ISO 7098.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

_SYLLABLE = re.compile(r"(hs|ch|ts|tz|ss|sz|sh|[pmftnlkhjsyw]?)([aeiou]{1,3}(?:ng|n|h|rh)?)")
# Initials, each with what pinyin writes for it; "ch" depends on the final.
_INITIALS = {
    "p": ("b", "p"), "t": ("d", "t"), "k": ("g", "k"), "ts": ("z", "c"), "tz": ("z", "c"), "ss": ("s",), "sz": ("s",),
    "hs": ("x",), "j": ("r",),
}  # fmt: skip
# Finals that pinyin writes in another way.
_FINALS = {
    "ih": ("i",), "ien": ("ian",), "ieh": ("ie",), "ueh": ("ue",), "ung": ("ong",), "iung": ("iong",), "uei": ("ui",),
    "eh": ("e",), "erh": ("er",), "o": ("e", "uo", "o"), "uo": ("uo",), "en": ("en", "an"), "u": ("u", "ou"),
}  # fmt: skip


@lru_cache(maxsize=50_000)
def pinyin(text: str) -> frozenset[str]:
    """The letters of a name in pinyin, for each reading of a family name and two syllables; empty when it is none."""
    syllables = re.split(r"[\s\-‐‑]+", re.sub(r"['’‘`]", "", text).lower())
    if len(syllables) != 3:
        return frozenset()
    return frozenset("".join(reading) for reading in product(*map(_readings, syllables)))


def _readings(syllable: str) -> tuple[str, ...]:
    found = _SYLLABLE.fullmatch(syllable)
    if not found or found[2].endswith("ong"):
        return ()
    initial, final = found.groups()
    if initial in {"tz", "ss", "sz"} and final == "u":
        return tuple(one + "i" for one in _INITIALS[initial])
    return tuple(one + two for one in _initials(initial, final) for two in _finals(initial, final))


def _initials(initial: str, final: str) -> tuple[str, ...]:
    if initial != "ch":
        return _INITIALS.get(initial, (initial or "",))
    if final.startswith("i") and final != "ih":
        return ("j", "q")
    return ("zh", "ch", "j", "q") if final.startswith("u") else ("zh", "ch")


def _finals(initial: str, final: str) -> tuple[str, ...]:
    """The finals after an initial: only "yen" is "yan", and only "yu" may be "you"."""
    if final in {"en", "u"} and initial != "y":
        return (final,)
    return _FINALS.get(final, (final,))
