"""The language of a text, as far as this program needs it: English, another that it can name, or unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from twosource.clean.shapes import ALPHABET, table

SAMPLE = 20_000
"""Characters read: the vote is settled long before."""

WORDS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    # The most frequent function words of each; a word shared by two languages votes for both.
    (code, frozenset(words.split()))
    for code, words in (
        (
            "en",
            (
                "the of and to in that is was for it with as his on be at by had not are but from or have an "
                "they which were her all she there would their we him been has when who will more no if out so "
                "said what its than into them only some could these two may then do any"
            ),
        ),
        (
            "de",
            (
                "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
                "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
                "haben nur oder aber vor zur bis mehr durch man"
            ),
        ),
        (
            "fr",
            (
                "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
                "la avec son cette ont mais comme aux ou leur ses nous été elle fait ces"
            ),
        ),
        (
            "es",
            (
                "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha "
                "me si sin sobre este ya entre cuando todo esta ser son dos también fue había"
            ),
        ),
        (
            "pt",
            (
                "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das "
                "tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso"
            ),
        ),
        (
            "it",
            (
                "di e il la che in un a per è una sono con del non si da i le al come più ha dei nel alla anche "
                "della lo gli ma delle su ho questo se era ed"
            ),
        ),
        (
            "nl",
            (
                "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog "
                "naar heeft door over ze hij wordt tot"
            ),
        ),
        (
            "pl",
            (
                "w i na z do się nie że to o jest a po za od jak co ale przez dla oraz był by tym już tylko jego "
                "przy czy są"
            ),
        ),
        ("tr", "ve bir bu da de için ile çok olarak daha olan gibi sonra kadar ne ancak en var olduğu"),
        ("id", "yang dan di ini itu dengan untuk dari dalam tidak akan pada ke juga ada adalah oleh sebagai"),
        ("ru", "и в не на что с по как это из у за от о к для но его он же был также мы до"),
        ("uk", "і в на не що з до у за як та це від про є для але його був також ми"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_T = TypeVar("_T", str, bytes)
_SCRIPTS = (  # A script that one language of the news is written in decides alone.
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)


_ANY_SCRIPT = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
_VOTES: dict[str, tuple[int, ...]] = {  # each function word, with the places in WORDS of the languages that have it
    word: tuple(place for place, (_, known) in enumerate(WORDS) if word in known)
    for _, words in WORDS
    for word in words
}


def _letter(letter: str) -> str:
    return letter.lower() if _WORD.fullmatch(letter) else " "


def _has(word: str) -> bool:
    return word.encode(ALPHABET, "ignore").decode(ALPHABET) == word


_LETTERS = table(_letter)
_BYTE_VOTES = {word.encode(ALPHABET): places for word, places in _VOTES.items() if _has(word)}


def language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text` by a vote of function words and scripts; None when nothing tells."""
    sample = text[:SAMPLE]
    try:
        return _voted(sample.encode(ALPHABET).translate(_LETTERS).split(), _BYTE_VOTES)
    except UnicodeEncodeError:
        sample = sample.lower()
        return _by_script(sample) or _voted(_WORD.findall(sample), _VOTES)


def _voted(words: Sequence[_T], known: Mapping[_T, Sequence[int]]) -> str | None:
    votes = [0] * len(WORDS)
    for word, count in Counter(filter(known.__contains__, words)).items():
        for place in known[word]:
            votes[place] += count
    most = max(votes)
    return None if most < 2 or most < 0.08 * len(words) else WORDS[votes.index(most)][0]


def _by_script(sample: str) -> str | None:
    """The language whose script alone tells it; None where none does."""
    if not _ANY_SCRIPT.search(sample):
        return None
    letters = sum(map(str.isalpha, sample))
    return next((code for code, script in _SCRIPTS if len(script.findall(sample)) > 0.2 * letters), None)
