"""Text to spaCy `Doc`: tokens, sentences, parts of speech, morphology, lemmas, dependencies, names. Usable alone:
`for doc in english(texts)`.

Tokens are spaCy's for English; the rest is the shipped encoder's (`encoder.py`), in Universal Dependencies. The text is
never altered: `doc.text == text`, always.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_lang_class

from twosource.annotate.encoder import Encoder, Labels, Reading, encoder
from twosource.annotate.lemmas import lemma
from twosource.annotate.pipelines import pipeline
from twosource.annotate.sentences import breaks, dateline, sentence_starts, settled
from twosource.annotate.spans import best_tags, tidied
from twosource.annotate.trees import tree
from twosource.settings import AnnotateSettings

TEXTS = 16
"""Texts whose windows are batched together."""
MAX_WORD = 100
ENOUGH_WORDS = 30
COMMON = 0.2
"""The least share of stop words (spaCy's for English) in an English text of some length: news has 0.4."""
LONG_RUN = re.compile(r"\S{101,}")


@dataclass(frozen=True)
class Tokens:
    """A text's tokens, and for each whether white space follows, a paragraph starts, and a sentence starts: by rule,
    or, where they are `settled`, for certain.
    """

    words: list[str]
    spaces: list[bool]
    breaks: list[bool]
    starts: list[bool]
    settled: bool = False


@lru_cache(maxsize=1)
def _blank() -> Language:
    return get_lang_class("en")()


def read(text: str, settings: AnnotateSettings = AnnotateSettings()) -> Doc:
    """One text as a `Doc`. An empty text is an empty Doc. Raises SettingsError as `english` does."""
    return next(english([text], settings))


def english(texts: Iterable[str], settings: AnnotateSettings = AnnotateSettings()) -> Iterator[Doc]:
    """A `Doc` for each text, in order. What a Doc holds depends on its own text alone. `doc._.is_english` says whether
    the text is in English; another passes through, and what is said of it means little. Raises SettingsError for a
    `language_model` that is not installed or does not say enough.
    """
    if settings.language_model is None:
        docs = parsed((_tokens(text, settings) for text in texts), settings)
    else:
        docs = pipeline(settings.language_model).pipe(texts)
    for doc in docs:
        doc._.is_english = is_english(doc)
        yield doc


def parsed(texts: Iterable[Tokens], settings: AnnotateSettings = AnnotateSettings()) -> Iterator[Doc]:
    """A `Doc` for each text that is tokens already, by the shipped model."""
    model = encoder(settings.threads)
    remaining = iter(texts)
    while several := list(islice(remaining, TEXTS)):
        windows = [model.windows(t.words, t.breaks, t.starts) for t in several]
        readings = iter(model.read([window for each in windows for window in each]))
        for tokens, own in zip(several, windows, strict=True):
            yield _doc(tokens, list(islice(readings, len(own))), model, settings)


def tokenizer_words(text: str) -> tuple[list[str], list[bool]]:
    """spaCy's tokens and whether a space follows each. A run of characters too long for any word is cut beforehand:
    the tokenizer's time grows with its square.
    """
    words: list[str] = []
    spaces: list[bool] = []
    done = 0
    for run in [*((m.start(), m.end()) for m in LONG_RUN.finditer(text)), (len(text), len(text))]:
        for token in _blank().tokenizer(text[done : run[0]]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        for start in range(run[0], run[1], MAX_WORD):
            words.append(text[start : min(start + MAX_WORD, run[1])])
            spaces.append(False)
        done = run[1]
    return words, spaces


def _tokens(text: str, settings: AnnotateSettings) -> Tokens:
    words, spaces = tokenizer_words(text)
    return Tokens(words, spaces, breaks(words), sentence_starts(words, spaces, settings.max_sentence_tokens))


def sentence_ranges(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The sentences of `doc` as character ranges, without white space at their ends; blank ones are left out."""
    out = []
    for sent in doc.sents:
        text = sent.text
        stripped = text.strip()
        if stripped:
            start = sent.start_char + text.index(stripped)
            out.append((start, start + len(stripped)))
    return tuple(out)


def is_english(doc: Doc) -> bool:
    """Whether a text is in English, by its script and, from ENOUGH_WORDS words on, by its stop words."""
    words = [token for token in doc if token.is_alpha]
    latin = sum(unicodedata.name(token.text[0], "").startswith("LATIN") for token in words)
    if latin * 2 < len(words):
        return False
    return len(words) < ENOUGH_WORDS or sum(token.is_stop for token in words) >= COMMON * len(words)


Doc.set_extension("is_english", default=True, force=True)


class _Columns:
    """What is said of each token of a text, white space included, on its way into a Doc."""

    def __init__(self, words: list[str]) -> None:
        n = len(words)
        self.pos, self.tags, self.feats = ["SPACE"] * n, ["_SP"] * n, [""] * n
        self.lemmas, self.names = list(words), ["O"] * n
        self.heads, self.deps = list(range(n)), ["dep"] * n

    def fill(self, reading: Reading, labels: Labels, words: list[str]) -> None:
        """Tags, lemmas and names of a window's words."""
        tags = tidied(best_tags(reading.names, labels.names), [words[i] for i in reading.words])
        for k, i in enumerate(reading.words):
            upos, xpos, feats = (
                labels.upos[reading.upos[k]],
                labels.xpos[reading.xpos[k]],
                labels.feats[reading.feats[k]],
            )
            self.pos[i], self.tags[i], self.feats[i], self.names[i] = upos, xpos, feats, tags[k]
            self.lemmas[i] = lemma(words[i], upos, xpos, feats)


def _doc(tokens: Tokens, readings: list[Reading], model: Encoder, settings: AnnotateSettings) -> Doc:
    columns = _Columns(tokens.words)
    low, high, places, apart = [], [], list[int](), set[int]()
    for reading in readings:
        columns.fill(reading, model.labels, tokens.words)
        rule, forced = ([known[i] for i in reading.words] for known in (tokens.starts, tokens.breaks))
        says = [0.0] * len(rule) if tokens.settled else reading.starts.tolist()
        for start, end in settled(says, rule, forced, settings.max_sentence_tokens):
            arcs = np.concatenate([reading.arcs[start:end, :1], reading.arcs[start:end, start + 1 : end + 1]], axis=1)
            opening = dateline([tokens.words[i] for i in reading.words[start:end]]) if forced[start] else 0
            heads = _parsed(arcs, opening)
            apart.update(reading.words[start + k] for k in range(opening) if heads[k] >= opening)
            for k, head in enumerate(heads):
                columns.heads[reading.words[start + k]] = reading.words[start + head]
            places += reading.words[start:end]
            low.append(reading.low[start + 1 : end + 1])
            high.append(reading.high[[0 if head == k else start + head + 1 for k, head in enumerate(heads)]])
    if places:
        for i, label in zip(places, model.relations(np.concatenate(low), np.concatenate(high)), strict=True):
            columns.deps[i] = "dep" if i in apart else model.labels.deps[label]
    return _filled(tokens, columns)


def _parsed(arcs: NDArray[np.floating], opening: int) -> list[int]:
    """The heads of a sentence's words. What opens it before a dash hangs on the root of the rest."""
    rest = len(arcs) - opening
    if not opening or not rest:
        return tree(arcs)
    first = tree(arcs[:opening, : opening + 1])
    heads = [
        opening + head for head in tree(np.concatenate([arcs[opening:, :1], arcs[opening:, opening + 1 :]], axis=1))
    ]
    root = next(i for i, head in enumerate(heads, opening) if head == i)
    return [root if head == i else head for i, head in enumerate(first)] + heads


def _filled(tokens: Tokens, columns: _Columns) -> Doc:
    before = -1
    first = next((i for i, word in enumerate(tokens.words) if not word.isspace()), -1)
    for i, word in enumerate(tokens.words):
        if not word.isspace():
            before = i
            if columns.heads[i] == i:
                columns.deps[i] = "ROOT"
            elif columns.deps[i] in {"root", "ROOT"}:
                columns.deps[i] = "dep"
        elif first >= 0:
            columns.heads[i] = before if before >= 0 else first
    return Doc(
        _blank().vocab, words=tokens.words, spaces=tokens.spaces, pos=columns.pos, tags=columns.tags,
        morphs=columns.feats, lemmas=columns.lemmas, heads=columns.heads, deps=columns.deps, ents=columns.names,
    )  # fmt: skip
