"""Scores of the English pipeline on data it was not trained on: tags, trees, lemmas, sentences, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from spacy.tokens import Doc

from bench.names import KINDS, Span, documents
from training.markup import NAMES, Passage, passages
from training.treebanks import Sentence, genre, treebank
from twosource.annotate.encoder import MODEL
from twosource.annotate.language import Tokens, english, parsed

SENTENCES = Path(__file__).parents[1] / "training" / "sentences"
MEGABYTE = 1_000_000
Thing = TypeVar("Thing")


def score_language(shared: Path) -> dict[str, float]:
    """In percent. On EWT dev and GUM dev with gold tokens and sentences: UPOS, XPOS, UAS, LAS (labels with their
    subtypes), lemmas and the features of words that have any; boundaries of sentences in the raw paragraphs of GUM dev
    news; F1 of exact span and kind of names, on UNER EWT dev and on our own held-out passages.
    """
    banks = shared / "bench" / "treebanks"
    gold = [s for bank in ("ewt", "gum") for s in treebank(banks / f"{bank}-dev.conllu.xz")]
    held_out = [passage for _, passage, out in passages(SENTENCES) if out]
    web = list(documents(shared / "bench" / "names" / "uner-ewt-dev.iob2"))
    return {
        **{f"language_{k}": v for k, v in _gold_tokens(gold).items()},
        "language_sentences_f1": _boundaries(s for s in gold if genre(s.document) == "news"),
        "language_names_uner_f1": _names([t for t, _ in web], [set(g) for _, g in web], frozenset(KINDS.values())),
        "language_names_own_f1": _names([p.text for p in held_out], [_marked(p) for p in held_out], frozenset(NAMES)),
    }


def model_size() -> float:
    """Megabytes of the model's folder."""
    return sum(file.stat().st_size for file in MODEL.iterdir()) / MEGABYTE


def _gold_tokens(gold: list[Sentence]) -> dict[str, float]:
    groups = [list(g) for _, g in groupby(gold, key=lambda s: s.document)]
    right: Counter[str] = Counter()
    total = sum(len(s.words) for s in gold)
    for group, doc in zip(groups, parsed(map(_tokens, groups)), strict=True):
        at = 0
        for sentence in group:
            right.update(_agreement(sentence, doc, at))
            at += len(sentence.words)
    return {key: round(100 * right[key] / total, 2) for key in ("upos", "xpos", "feats", "uas", "las", "lemmas")}


def _tokens(group: list[Sentence]) -> Tokens:
    """The sentences of a document as settled tokens."""
    starts, breaks = list[bool](), list[bool]()
    for k, s in enumerate(group):
        new = not k or s.paragraph != group[k - 1].paragraph
        starts += [True, *[False] * (len(s.words) - 1)]
        breaks += [new, *[False] * (len(s.words) - 1)]
    words = [word for s in group for word in s.words]
    return Tokens(words, [space for s in group for space in s.spaces], breaks, starts, settled=True)


def _agreement(gold: Sentence, doc: Doc, at: int) -> Iterator[str]:
    for i, token in enumerate(doc[at : at + len(gold.words)]):
        head = -1 if token.head.i == token.i else token.head.i - at
        if head == gold.heads[i]:
            yield "uas"
            if token.dep_ in {gold.deps[i], gold.deps[i].replace("root", "ROOT")}:
                yield "las"
        agree = {"upos": token.pos_ == gold.upos[i], "xpos": token.tag_ == gold.xpos[i],
                 "lemmas": token.lemma_ == gold.lemmas[i], "feats": str(token.morph) == gold.feats[i]}  # fmt: skip
        yield from (key for key, value in agree.items() if value)


def _boundaries(news: Iterable[Sentence]) -> float:
    """F1 of the places where sentences start within their paragraphs; a paragraph's own start is not counted."""
    groups = [list(g) for _, g in groupby(news, key=lambda s: (s.document, s.paragraph))]
    texts, starts = [], []
    for group in groups:
        text, places = "", set[int]()
        for sentence in group:
            places.add(len(text))
            text += sentence.text + " "
        texts.append(text.rstrip())
        starts.append(places - {0})
    return _f1(({sent.start_char for sent in doc.sents} - {0} for doc in english(texts)), starts)


def _names(texts: list[str], gold: list[set[Span]], kinds: frozenset[str]) -> float:
    docs = english(texts)
    return _f1(({(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in kinds} for doc in docs), gold)


def _f1(found: Iterable[set[Thing]], gold: Iterable[set[Thing]]) -> float:
    """F1 over all texts, in percent, of what was found in each and what stands in it."""
    right = said = want = 0
    for ours, theirs in zip(found, gold, strict=True):
        right, said, want = right + len(ours & theirs), said + len(ours), want + len(theirs)
    return round(200 * right / max(1, said + want), 2)


def _marked(passage: Passage) -> set[Span]:
    return {(m.start, m.end, m.label) for m in passage.names()}
