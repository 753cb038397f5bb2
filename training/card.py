"""The model's card: what went in, under which licences, and what was measured, with the command.

python -m training.card --shared PATH     (measures, and writes the figures into the card)
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.treebanks import NOT_FREE, Sentence, genre
from twosource.annotate.encoder import MODEL

BEGIN, END = "<!-- figures: written by `python -m training.card` -->", "<!-- end of figures -->"
COMMAND = "python -m bench.quality --only language && python -m bench.speed --only language"
# What each figure of bench/language.py is, in the order of the card's table.
FIGURES = {
    "language_upos": "UPOS, EWT dev + GUM dev, gold tokens", "language_xpos": "XPOS, the same",
    "language_feats": "features, the same", "language_uas": "UAS, the same",
    "language_las": "LAS with subtypes, the same", "language_lemmas": "lemmas, the same",
    "language_sentences_f1": "sentence boundaries within paragraphs, GUM dev news (a few dozen), F1",
    "language_names_uner_f1": "names, UNER EWT dev, F1 of exact span and kind",
    "language_names_own_f1": "names, our own held-out passages, the same",
}  # fmt: skip
TEXT = """# The English model

One encoder with several heads, as int8 ONNX: parts of speech (UPOS, XPOS), morphological features, Universal
Dependencies, names (PERSON, ORG, LOC, NORP), sentence starts; and a dictionary of lemmas. `encoder.onnx` is the encoder
with its heads, `relations.onnx` tells the relation of a word to its head, `labels.json` lists the labels,
`vocabulary.txt` the word pieces, `lemmas.tsv` what the rules for lemmas get wrong.

It is made by `make model` (see training/README.md), from the weights of
[all-MiniLM-L6-v2](https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2) (Apache-2.0), fine-tuned on:

| what | sentences | words | licence | credit |
|---|---:|---:|---|---|
{rows}

Left out of the weights: the genres of GUM that are under non-commercial or no-derivatives terms
({left_out}), the non-commercial source of re3d (BBC Online), and everything that is marked *evaluate only*.
Of the name corpora only sentences that hold a name.

The weights are under CC BY-SA 4.0, the strictest of these; the code around them is under the project's own licence.

## Measured

On data not trained on. The development sets were used to choose between models.

{begin}
{end}

## Known limits

English only: text of another language passes through, and what is said of it means little. News of the last thirty
years is what it reads best. Names in all-lower-case text are mostly missed.
"""
CREDITS = {
    "ewt": ("UD English EWT, train", "CC BY-SA 4.0", "Silveira et al. 2014; Universal Dependencies"),
    "gum": ("UD English GUM, train, free genres", "CC BY 4.0 (annotations); texts CC BY, CC BY-SA, public domain",
            "Zeldes 2017; Georgetown University"),
    "wikigold": ("WikiGold", "CC BY 4.0", "Balasuriya et al. 2009"),
    "WNUT17": ("WNUT 2017 emerging entities, train and dev", "CC BY 4.0", "Derczynski et al. 2017"),
    "re3d": ("re3d, free sources", "public domain, OGL, CC BY, CC BY-SA, EU reuse", "Dstl and partners 2017"),
    "own": ("our own sentences (training/sentences)", "the project's", "the authors of twosource"),
}  # fmt: skip


def write(folder: Path, treebanks: Sequence[Sentence], corpora: Sequence[Sentence], own: Sequence[Sentence]) -> None:
    """Writes CARD.md without figures."""
    parts = {
        "ewt": [s for s in treebanks if not genre(s.document)], "gum": [s for s in treebanks if genre(s.document)],
        **{k: [s for s in corpora if s.document.startswith(k)] for k in ("wikigold", "WNUT17", "re3d")}, "own": own,
    }  # fmt: skip
    rows = [_row(*CREDITS[key], sentences) for key, sentences in parts.items()]
    text = TEXT.format(rows="\n".join(rows), left_out=", ".join(sorted(NOT_FREE)), begin=BEGIN, end=END)
    (folder / "CARD.md").write_text(text, encoding="utf-8")


def _row(what: str, licence: str, credit: str, sentences: Sequence[Sentence]) -> str:
    return f"| {what} | {len(sentences)} | {sum(len(s.words) for s in sentences)} | {licence} | {credit} |"


def with_figures(card: str, lines: Iterable[str]) -> str:
    """The card with these lines between its marks."""
    block = "\n".join([BEGIN, "", *lines, "", END])
    return re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, card, flags=re.DOTALL)


def main(arguments: list[str] | None = None) -> int:
    """Measures and writes the figures."""
    from bench.language import model_size, score_language
    from bench.speed import time_language

    parser = argparse.ArgumentParser(prog="training.card", description="Measure the model; write the card's figures.")
    parser.add_argument("--shared", type=Path, required=True, help="folder of the development data")
    shared = parser.parse_args(arguments).shared
    found, speed = score_language(shared), time_language(shared)
    lines = [f"`{COMMAND}`", "", "| what | measured |", "|---|---:|"]
    lines += [f"| {what} | {found[key]:.1f} |" for key, what in FIGURES.items()]
    lines.append(
        f"| words a second, one thread, as a multiple of an untrained spaCy CNN pipeline's | {1 / speed.ratio:.2f} |"
    )
    lines.append(f"| size of the folder, MB | {model_size():.1f} |")
    path = MODEL / "CARD.md"
    path.write_text(with_figures(path.read_text(encoding="utf-8"), lines), encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
