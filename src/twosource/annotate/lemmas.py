"""Dictionary forms of words with known tags, as the UD English treebanks write them (EWT, GUM).

First a table of what the rules would get wrong (`model/lemmas.tsv`), then rules that undo regular inflection, helped by
a list of base forms (`model/bases.txt`): "hoping" is of "hope" because that is a verb. `training/lemmas.py` makes both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from twosource.annotate.encoder import MODEL

TABLE, BASES = "lemmas.tsv", "bases.txt"

INFLECTED = {
    **{tag: tag for tag in "VBZ VBD VBG NNS NNPS JJR JJS RBR RBS".split()},
    "VBN": "VBD",  # the two differ in irregular verbs only, and there the form itself does
}
KINDS = {"VBZ": "VERB", "VBD": "VERB", "VBG": "VERB", "NNS": "NOUN", "NNPS": "NOUN",
         "JJR": "ADJ", "JJS": "ADJ", "RBR": "ADJ", "RBS": "ADJ"}  # fmt: skip
BY_FEATURES = (
    ("VERB AUX", "VerbForm=Ger", "VBG"),
    ("VERB AUX", "Tense=Pres|VerbForm=Part", "VBG"),
    ("VERB AUX", "Tense=Past", "VBD"),
    ("VERB AUX", "Number=Sing|Person=3|Tense=Pres", "VBZ"),
    ("NOUN", "Number=Plur", "NNS"),
    ("PROPN", "Number=Plur", "NNPS"),
    ("ADJ", "Degree=Cmp", "JJR"),
    ("ADJ", "Degree=Sup", "JJS"),
    ("ADV", "Degree=Cmp", "RBR"),
    ("ADV", "Degree=Sup", "RBS"),
)
"""What a word's features say of its inflection, where the Penn tag is not known or is a name's ("Rolling" Stones)."""

APOSTROPHES = str.maketrans("’ʼ`´", "''''")
HYPHENATED = re.compile(r"(.{2,}-)([^-]+)")
PREFIXED = re.compile(r"((?:over|under|out|up|with|fore|mis|un|re|pre|inter)-?)(.{3,})")
DECADE = re.compile(r"((?:.*-)?'?\d*0)'?s")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
KEEPS_CAPITALS = {
    "NUM": re.compile("[IVXLC]+"),
    "NOUN": re.compile("[A-Z]|.*[A-Z][0-9].*|[a-z]+-[A-Z].*"),
    "ADJ": re.compile("[a-z]+-[A-Z].*"),
    "ADV": re.compile("[a-z]+-[A-Z].*"),
}
COMMON_ADJECTIVE = re.compile(".*(?:ed|ing|al|ble|ful|less|ous|ive|y|ent|ant|like|some|est|er)")
VOWELS = "aeiouy"
ONE_SHORT_SYLLABLE = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
DOUBLED = re.compile(r".*[aeiou]([bcdgkmnprtv])\1|.*[aeiouy].*(?:e|[^r]o|[iu]a)ll|.*[aeiouy].*[^aeiou]ick")
WANTS_E = re.compile(
    r".*(?:v|u|z|c|[^s]s|[bcdfgkptz]l|cr"  # moved, argued, danced, closed, handled
    r"|[aeioudlr]g|[^bh]ang|eng|[^aeo]ib|[^eo]a[dkmp]|[^aou]id|[^o][ou]d|[cp]ed"  # judged, described, decided
    r"|[^e]ik|[^o]ok|[^aeou]il|[^o]ul|[^aeou]i[mn]|[fls]um|com|p[ho]n|rven|nven"  # provoked, refined, postponed
    r"|[^eio]ar|[^aeo]ir|[^o]ur|[glcd]or|stor|[^eo]at|[^ao]ut|[mnu]ot|[ep]let|yp)"  # explored, stated, completed
)
"""Ends of stems of unknown verbs that most often have lost an e, tried on the verbs of EWT and GUM."""
LATIN = re.compile(r".*[ey]ses")
SIBILANT = re.compile(r".*(?:ss|x|ch|sh|zz|o|[^ao]us)es")


@dataclass(frozen=True)
class Lexicon:
    """`table`: (form, key of tags) to lemma; `bases`: (base form, VERB, NOUN or ADJ). Empty, the rules stand alone."""

    table: dict[tuple[str, str], str] = field(default_factory=dict)
    bases: frozenset[tuple[str, str]] = frozenset()

    @staticmethod
    def read(folder: Path) -> Lexicon:
        """The lexicon of a folder with lemmas.tsv and bases.txt. Raises OSError where one is missing."""
        rows = [line.split("\t") for line in (folder / TABLE).read_text(encoding="utf-8").splitlines()]
        lists = [line.split(" ") for line in (folder / BASES).read_text(encoding="utf-8").splitlines()]
        table = {(form, key): found for form, key, found in rows}
        return Lexicon(table, frozenset((word, kind) for kind, *words in lists for word in words))

    def lemma(self, word: str, upos: str, xpos: str, feats: str = "") -> str:
        """As the function `lemma`."""
        key = key_of(upos, xpos, feats)
        form = form_of(word, upos, xpos)
        found = self.table.get((form, key))
        if found is not None:
            return found
        if upos == "NUM" and GROUPED.fullmatch(form):
            return form.replace(",", "")
        if key not in KINDS:
            return word if upos == "ADJ" and self._of_a_name(word) else form
        return self._name(form, key) if named(upos, xpos) else self._inflected(form, key)

    def _of_a_name(self, word: str) -> bool:
        """Whether the capital of an adjective is its own ("Selmian") and not that of a sentence's first word."""
        if not word[:1].isupper() or word.isupper() or COMMON_ADJECTIVE.fullmatch(word):
            return False
        return not any((word.lower(), kind) in self.bases for kind in ("ADJ", "NOUN", "VERB"))

    def _name(self, form: str, key: str) -> str:
        base = self._inflected(form.lower(), key)
        return form[: len(base)] if form.lower().startswith(base) else form[:1] + base[1:]

    def _inflected(self, form: str, key: str) -> str:
        """The base of an inflected lower-case form: of its last part where it is hyphened ("re-elected"), and where it
        is not known itself but is without its prefix ("overtook").
        """
        if parts := HYPHENATED.fullmatch(form):
            return parts[1] + self._part(parts[2], key)
        kind = KINDS[key]
        options = UNDO[kind](form, key)
        if found := next((base for base in options if (base, kind) in self.bases), None):
            return found
        parts = PREFIXED.fullmatch(form)
        base = self._part(parts[2], key) if parts else ""
        return parts[1] + base if parts and (base, kind) in self.bases else options[0]

    def _part(self, form: str, key: str) -> str:
        return self.table.get((form, key)) or self._inflected(form, key)


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon in the package, read once. Raises OSError where the package lacks it."""
    return Lexicon.read(MODEL)


@lru_cache(maxsize=100_000)
def lemma(word: str, upos: str, xpos: str, feats: str = "") -> str:
    """The dictionary form of a word with its UPOS, Penn tag ("" if unknown) and UD features ("Number=Plur|...").

    Names keep their form but for a plural ("Americans": "American"), "n't" is "not", "them" is "they", "better" is
    "good" or "well", "1,200" is "1200". A word of which nothing is known is itself, in lower case unless it is a name.
    """
    return shipped().lemma(word, upos, xpos, feats)


def key_of(upos: str, xpos: str, feats: str = "") -> str:
    """What the table tells words of one form apart by: the inflection, or for a base form the part of speech, and
    for a pronoun whether it is a possessive.
    """
    if xpos in INFLECTED:
        return INFLECTED[xpos]
    if not xpos or xpos == "NNP":
        known = set(feats.split("|"))
        for kinds, features, tag in BY_FEATURES:
            if upos in kinds.split() and known.issuperset(features.split("|")):
                return tag
    return "PRP$" if upos == "PRON" and (xpos == "PRP$" or "Poss=Yes" in feats) else upos


def named(upos: str, xpos: str) -> bool:
    """Whether the tags are those of a name, a foreign word or a sign: these stay as written."""
    return upos in {"PROPN", "X", "SYM", "PUNCT"} or xpos in {"NNP", "NNPS"}


def form_of(word: str, upos: str, xpos: str) -> str:
    """The form under which a word stands in the table: lower-case, but as written for what is known by its capitals
    ("Selm", "IV", "CO2", "pro-Selm"); apostrophes plain.
    """
    capitals = KEEPS_CAPITALS.get(upos)
    if named(upos, xpos) or (capitals and capitals.fullmatch(word)):
        return word
    return word.translate(APOSTROPHES).lower()


def _verbs(form: str, key: str) -> list[str]:
    """What a form of a verb can be of, the likelier first."""
    if key == "VBZ":
        return _without_s(form)
    ending = "ing" if key == "VBG" else "ed"
    stem = form.removesuffix(ending)
    if stem == form or not any(c in VOWELS for c in stem):
        return [form]
    if key == "VBG" and stem.endswith("y") and len(stem) < 4:
        return [stem[:-1] + "ie", stem] if len(stem) < 3 or stem[0] in VOWELS else [stem, stem[:-1] + "ie"]
    if key == "VBD" and stem.endswith("i"):
        return [stem + "e", stem[:-1] + "y"] if len(stem) < 3 else [stem[:-1] + "y", stem + "e"]
    return _stems(stem)


def _adjectives(form: str, key: str) -> list[str]:
    ending = "er" if key in {"JJR", "RBR"} else "est"
    stem = form.removesuffix(ending)
    if stem == form or not any(c in VOWELS for c in stem):
        return [form]
    return [stem[:-1] + "y"] if stem.endswith("i") else _stems(stem)


def _stems(stem: str) -> list[str]:
    """What stood before an ending with a vowel: the stem, with an e dropped, or without the doubling of its last."""
    single = [stem[:-1]] if stem[-1] == stem[-2:-1] or stem.endswith("ick") else []
    if DOUBLED.fullmatch(stem):
        return [*single, stem, stem + "e"]
    if ONE_SHORT_SYLLABLE.fullmatch(stem) or WANTS_E.fullmatch(stem):
        return [stem + "e", stem, *single]
    return [stem, stem + "e", *single]


def _nouns(form: str, key: str) -> list[str]:
    if decade := DECADE.fullmatch(form):
        return [decade[1] + "s"]
    if form.endswith("'s") and len(form) > 2:
        return [form[:-2]]
    if form.endswith("men") and len(form) > 4:
        return [form[:-2] + "an"]
    if form.endswith("ves"):
        return [form[:-1], form[:-3] + "f", form[:-3] + "fe"]
    return _without_s(form)


def _without_s(form: str) -> list[str]:
    """What a plural or a third person can be of, the likelier first."""
    if not form.endswith("s") or form.endswith("ss") or len(form) < 3:
        return [form]
    if form.endswith("ies"):
        return [form[:-1], form[:-3] + "y"] if len(form) < 5 else [form[:-3] + "y", form[:-1]]
    if LATIN.fullmatch(form):
        return [form[:-2] + "is", form[:-1], form[:-2]]
    if SIBILANT.fullmatch(form):
        return [form[:-2], form[:-1]]
    return [form[:-1], form[:-2], form[:-2] + "is"] if form.endswith("es") else [form[:-1]]


UNDO = {"VERB": _verbs, "NOUN": _nouns, "ADJ": _adjectives}
