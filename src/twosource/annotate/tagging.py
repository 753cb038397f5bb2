"""Parts of speech and lemmas by rule: what a word can be (closed classes here, the rest from lemminflect's word list),
then a pass from left to right that chooses by what stands around it.

A plain tagger: the trained pipeline takes its place. Each rule says what it is for; the order matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lemminflect import getAllLemmas

_CLOSED: dict[str, str] = {
    "DET": "the a an this that these those each every some any no another either neither all both such",
    "PRON": "i you he she it we they me him us them myself himself herself itself ourselves themselves "
    "yourself who whom "
    "whose which what whoever whatever someone somebody anyone anybody everyone everybody nobody nothing something "
    "anything everything none one's yours hers ours theirs there my your his her its our their",
    "ADP": "of in on at by for from with without into onto over under between among amid against about "
    "around after before "
    "during through throughout across along behind beyond near off out up down toward towards upon via "
    "per since until "
    "till despite within inside outside above below beneath beside besides except like unlike aboard regarding "
    "concerning versus "
    "amidst alongside following",
    "SCONJ": "that because although though while whereas if unless whether as than once when where why how lest",
    "CCONJ": "and or but nor & plus yet",
    "AUX": "am is are was were be been being 's 're 'm has have had having 've do does did 'd will would "
    "shall should can "
    "could may might must 'll ca wo ought cannot",
    "PART": "not n't n’t to '",
    "ADV": "also already again ever never always often soon now then here thus hence later earlier still "
    "just only even "
    "instead meanwhile however moreover therefore nevertheless nonetheless otherwise perhaps maybe almost "
    "nearly about "
    "very too so quite rather once twice ago abroad ahead apart aside away back forward together tomorrow "
    "yesterday today "
    "tonight afterwards afterward indeed further furthermore elsewhere far early far-off online overnight "
    "more most less least",
    "NUM": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
    "billion trillion "
    "dozen dozens hundreds thousands millions billions",
    "NOUN": "police people media parliament minister troops",
    "INTJ": "yes oh well hello please",
    "ADJ": "other own same many few several much last next new former late key top second third fourth "
    "fifth first free",
}  # fmt: skip
CLOSED = {word: pos for pos, words in _CLOSED.items() for word in words.split()}
MODALS = frozenset("will would shall should can could may might must 'll ca wo ought cannot".split())
BE = frozenset("am is are was were be been being 's 're 'm ’s ’re ’m".split())
HAVE = frozenset("has have had having 've ’ve".split())
DO = frozenset("do does did".split())
LEMMAS = {
    **dict.fromkeys(BE - {"'s", "’s"}, "be"), **dict.fromkeys(HAVE, "have"), **dict.fromkeys(DO, "do"),
    "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "cannot": "can", "n't": "not", "n’t": "not",
    "'d": "would",
    "an": "a", "people": "people", "media": "media", "data": "data", "police": "police",
}  # fmt: skip
SUBJECT_PRONOUNS = frozenset("i he she it we they who which that there you".split())
POSSESSIVES = frozenset("my your his her its our their whose 's ’s ' ’".split())
# Nouns that the word list also knows as verbs, but that news hardly ever uses so after "to" or a plural subject.
NOUNISH = frozenset(
    "power calm office state minister country government party president court market police border "
    "people week month year "
    "day hour time world city capital region area group member member leader head source force army war "
    "peace prison water "
    "home house school street family child man woman men hand face side case view way number figure total "
    "result parliament "
    "press media news talks today crisis right rights law bill deal term interest question evidence "
    "future past".split()
)


# Participles that after "be" are adjectives far more often than passives.
ADJECTIVAL = frozenset(
    "aware concerned interested worried pleased united due involved dead tired committed determined "
    "confident mixed limited "
    "unprecedented deserted scared married devoted supposed used related left open clean clear".split()
)


@lru_cache(maxsize=100_000)
def candidates(word: str) -> dict[str, str]:
    """What a lower-case word can be: UPOS to lemma, from the word list. Empty when it is not in the list."""
    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return {pos: lemmas[0] for pos, lemmas in found.items() if pos not in {"AUX", "PROPN"}}


def tag(words: Sequence[str], sentence_starts: Sequence[bool]) -> tuple[list[str], list[str]]:
    """(UPOS, lemma) of every token. White space is SPACE and stands between no two words."""
    places = [i for i, word in enumerate(words) if not word.isspace()]
    real = [words[i] for i in places]
    lowers = [word.lower().replace("’", "'") if len(word) < 30 else word for word in real]
    tags = _tags(real, lowers, _starts(words, sentence_starts))
    pos, lemmas = ["SPACE"] * len(words), list(words)
    for i, word, low, found in zip(places, real, lowers, tags, strict=True):
        pos[i], lemmas[i] = found, lemma(low, found) if found != "PROPN" else word
    return pos, lemmas


def _tags(words: list[str], lowers: list[str], starts: list[bool]) -> list[str]:
    common = {word for word in words if word.islower()}
    opening = _openings(words, starts)
    names = {word for i, word in enumerate(words) if word[:1].isupper() and not opening[i]}
    tags: list[str] = []
    for i in range(len(words)):
        tags.append(_known(words, lowers, i, opening[i], common, names) or _choose(words, lowers, tags, i))
    _second_pass(words, lowers, tags)
    return tags


def _starts(words: Sequence[str], sentence_starts: Sequence[bool]) -> list[bool]:
    """For each token that is no white space, whether it is the first of its sentence."""
    out, start = [], False
    for word, starts in zip(words, sentence_starts, strict=True):
        start = start or starts
        if not word.isspace():
            out.append(start)
            start = False
    return out


def _openings(words: list[str], starts: list[bool]) -> list[bool]:
    """Whether a word is the first of its sentence or quotation: there a capital says nothing."""
    out, opening = [], True
    for word, start in zip(words, starts, strict=True):
        if start or word in {'"', "“", "«", "„", ":", "‘"}:
            opening = True
        out.append(opening)
        if word[:1].isalnum():
            opening = False
    return out


def _known(words: list[str], lowers: list[str], i: int, opening: bool, common: set[str], names: set[str]) -> str | None:
    """The tag that the word alone decides, or None."""
    word, low = words[i], lowers[i]
    if word.isspace():
        return "SPACE"
    if not any(map(str.isalnum, word)) and low not in CLOSED:
        return "SYM" if word in {"$", "€", "£", "%", "¥", "₽", "₴", "+", "="} else "PUNCT"
    if word[0].isdigit() or low.replace("-", "").isdigit():
        return "NUM"
    if word[0].isupper():
        if not opening:
            return "PROPN" if low != "i" else "PRON"
        if low in CLOSED:
            return None
        if word in names and low not in common:
            return "PROPN"
        if (len(word) > 1 and word.isupper()) or (low not in common and not candidates(low)):
            return "PROPN"
        if low not in common and i + 1 < len(words) and words[i + 1][:1].isupper() and "NOUN" in candidates(low):
            return "PROPN"
    return None


def lemma(low: str, pos: str) -> str:
    """The dictionary form of a lower-case word with this tag; the word itself where nothing is known."""
    if low in LEMMAS:
        return LEMMAS[low]
    if pos == "NOUN" and low.endswith("ss"):
        return low
    if pos in {"NOUN", "VERB", "ADJ", "ADV"}:
        return candidates(low).get(pos, low)
    return low


def _choose(words: list[str], lowers: list[str], tags: list[str], i: int) -> str:
    low = lowers[i]
    nxt = next((lowers[j] for j in range(i + 1, min(i + 3, len(words))) if not words[j].isspace()), "")
    if low in CLOSED:
        return _closed(low, lowers, tags, i, nxt)
    if low in {"'s", "’s"}:
        return "PART" if i and tags[i - 1] in {"NOUN", "PROPN"} else "AUX"
    can = candidates(low)
    if not can:
        return _unknown(low, tags, i)
    if len(can) == 1:
        pos = next(iter(can))
        if pos == "VERB" and _attributive(low, tags, i, nxt):
            return "ADJ"
        if pos == "VERB" and ((low.endswith("ing") and _gerund(tags, i, nxt)) or _no_verb_here(low, can, tags, i)):
            return "NOUN"
        return "ADP" if low == "according" else pos
    return _open(low, can, lowers, tags, i, nxt)


def _closed(low: str, lowers: list[str], tags: list[str], i: int, nxt: str) -> str:
    before = tags[i - 1] if i else ""
    if low == "to":
        return "PART" if _could_be_base(nxt) else "ADP"
    if low == "that":
        if before in {"VERB", "AUX", "ADV", ""} or (nxt in CLOSED and CLOSED[nxt] in {"DET", "PRON"}):
            return "SCONJ"
        if before in {"NOUN", "PROPN"}:
            return "PRON" if "VERB" in candidates(nxt) or CLOSED.get(nxt) == "AUX" else "SCONJ"
        return "DET" if candidates(nxt) else "PRON"
    if low in {"this", "these", "those", "some", "all", "both", "each", "any"} and (CLOSED.get(nxt) in {"AUX", "ADP"}):
        return "PRON"
    if low == "'s":
        return "PART" if before in {"NOUN", "PROPN"} else "AUX"
    if low in {"have", "has", "had", "do", "does", "did", "having"}:
        follows = _next_content(lowers, i)
        return "AUX" if _participle(follows) or follows in {"been", "not", "n't"} or low.startswith("d") else "VERB"
    if low == "following" and before in {"DET", "AUX"}:
        return "ADJ" if before == "DET" else "VERB"
    if low in {"more", "most", "less", "least", "further", "early", "far"} and "NOUN" in candidates(nxt):
        return "ADJ"
    if low in {"as", "since", "before", "after", "until", "once", "than", "while", "like"}:
        return CLOSED[low]
    return CLOSED[low]


def _next_content(lowers: list[str], i: int) -> str:
    for low in lowers[i + 1 : i + 5]:
        if low not in {"not", "n't", "n’t"} and CLOSED.get(low) not in {"ADV", "PRON"} and not low.endswith("ly"):
            return low
    return ""


@lru_cache(maxsize=50_000)
def _participle(low: str) -> bool:
    """Whether the word can be a past participle."""
    verb = candidates(low).get("VERB")
    return verb is not None and (verb != low or low in _SAME_PARTICIPLE) and not low.endswith(("ing", "s"))


_SAME_PARTICIPLE = frozenset(
    "put set cut hit let shut cost hurt come become run split spread shed quit beat cast".split()
)


@lru_cache(maxsize=50_000)
def _could_be_base(low: str) -> bool:
    verb = candidates(low).get("VERB")
    return (verb == low and low not in NOUNISH) or low in {"be", "have", "do"}


def _unknown(low: str, tags: list[str], i: int) -> str:
    if low.endswith("ly"):
        return "ADV"
    if low.endswith(("ous", "ful", "able", "ible", "ish", "ive", "less", "ic", "al", "-led", "-backed", "-based")):
        return "ADJ"
    if low.endswith("ing"):
        return "NOUN" if i and tags[i - 1] in {"DET", "ADJ"} else "VERB"
    if low.endswith("ed"):
        return "VERB"
    return "NOUN"


def _no_verb_here(low: str, can: dict[str, str], tags: list[str], i: int) -> bool:
    """A bare verb form after a determiner, an adjective or a name is a noun that the word list lacks ("the dam")."""
    before = tags[i - 1] if i else ""
    return can["VERB"] == low and not low.endswith(("ed", "ing")) and before in {"DET", "ADJ", "NUM", "PROPN"}


def _gerund(tags: list[str], i: int, nxt: str) -> bool:
    """ "the drafting of", "vote rigging": a noun made of a verb."""
    before = tags[i - 1] if i else ""
    return before in {"DET", "ADJ"} or (
        before == "NOUN" and CLOSED.get(nxt) not in {"DET", "PRON", "PART"} and nxt != ""
    )


def _attributive(low: str, tags: list[str], i: int, nxt: str) -> bool:
    """A participle between a determiner (or adjective) and a noun: "the disputed election"."""
    if not low.endswith(("ed", "en", "ing", "t")) or not i:
        return False
    nominal = bool({"NOUN", "ADJ"} & candidates(nxt).keys()) and nxt not in CLOSED
    if tags[i - 1] == "ADP" and low.endswith("ed"):
        return candidates(nxt).get("NOUN", nxt) != nxt  # "in televised remarks"
    return tags[i - 1] in {"DET", "ADJ", "PART", "NUM"} and nominal


def _open(low: str, can: dict[str, str], lowers: list[str], tags: list[str], i: int, nxt: str) -> str:
    before = next((tags[j] for j in range(i - 1, -1, -1) if tags[j] not in {"SPACE", "ADV"}), "")
    prev = next((lowers[j] for j in range(i - 1, -1, -1) if tags[j] not in {"SPACE", "ADV"}), "")
    if "VERB" in can:
        verb = _verb_here(low, can, before, prev, nxt, lowers, tags, i)
        if verb:
            return "VERB"
    rest = {pos for pos in can if pos != "VERB"} or {"VERB"}
    if rest >= {"NOUN", "ADJ"}:
        return _noun_or_adjective(nxt, low)
    if rest >= {"ADJ", "ADV"}:
        return "ADJ" if {"NOUN"} & candidates(nxt).keys() or before in {"DET", "AUX"} else "ADV"
    if rest >= {"NOUN", "ADV"}:
        return "NOUN" if before in {"DET", "ADJ", "ADP"} else "ADV"
    for pos in ("NOUN", "ADJ", "ADV"):
        if pos in rest:
            return pos
    return next(iter(sorted(rest)))


def _noun_or_adjective(nxt: str, low: str) -> str:
    can = candidates(nxt)
    if nxt in CLOSED or not can:
        return "NOUN" if not low.endswith(("ous", "ive", "ful", "ible", "able")) else "ADJ"
    return "ADJ" if "NOUN" in can or "ADJ" in can else "NOUN"


def _verb_here(
    low: str, can: dict[str, str], before: str, prev: str, nxt: str, lowers: list[str], tags: list[str], i: int
) -> bool:
    """Whether a word that can be a verb is one here."""
    base, third = can["VERB"] == low, low.endswith("s") and can["VERB"] != low and not low.endswith("ss")
    if before == "PART" and prev == "to":
        return base and low not in NOUNISH
    if prev in MODALS or prev in DO or prev in {"n't", "not", "n’t"}:
        return base or low.endswith("ing") or _participle(low)
    if (
        before in {"DET", "ADJ", "NUM"}
        or (prev in POSSESSIVES and prev not in {"'s", "’s"})
        or (prev in {"'s"} and before == "PART")
    ):
        return False
    if prev in HAVE:
        return _participle(low)
    if prev in BE:
        return low.endswith("ing") or (_participle(low) and low not in ADJECTIVAL)
    if prev in SUBJECT_PRONOUNS:
        return True
    if low.endswith("ing"):
        return before != "ADP" or CLOSED.get(nxt) in {"DET", "PRON"} or nxt[:1].isupper()
    if not base and not third:  # a past form: hardly ever a noun, now and then an adjective
        return not ("ADJ" in can and before in {"ADP", ""} and "NOUN" in candidates(nxt))
    follows = CLOSED.get(nxt)
    if low in _SAME_PARTICIPLE and before in {"NOUN", "PROPN"} and follows in {"DET", "PRON"}:
        return True
    if before == "PROPN":
        known = follows in {"DET", "PRON", "SCONJ", "PART", "ADP"} or (nxt.isalpha() and not candidates(nxt))
        return third and known and prev != "&"
    if before == "NOUN":
        plural = prev.endswith("s") or prev in {"people", "police", "men", "women", "children", "media"}
        if base and not third:
            return (
                plural and low not in NOUNISH and (follows in {"DET", "PRON", "SCONJ", "PART"} or nxt in {"for", "on"})
            )
        return not plural and follows in {"DET", "PRON", "SCONJ", "PART"}
    if before in {"CCONJ", "PUNCT", ""}:
        return base and low not in NOUNISH and follows in {"DET", "PRON"}
    return False


def _second_pass(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """What only the right context tells: a participle after a noun and before "by", "who" before a verb, "
    "'s as "is"."""
    for i, low in enumerate(lowers):
        if low in {"'s", "’s"} and tags[i] == "PART" and i + 1 < len(tags):
            follows = tags[i + 1]
            if (
                follows in {"DET", "AUX"}
                or (follows == "VERB" and lowers[i + 1].endswith("ing"))
                or lowers[i + 1] in {"not"}
            ):
                tags[i] = "AUX"
        if tags[i] == "ADJ" and "VERB" in candidates(low) and i + 1 < len(tags) and lowers[i + 1] == "by":
            tags[i] = "VERB"
        if low == "her" and i + 1 < len(tags) and tags[i + 1] not in {"NOUN", "ADJ", "PROPN", "NUM", "VERB"}:
            tags[i] = "PRON"
