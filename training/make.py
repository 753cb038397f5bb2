"""The recipe: treebanks, name corpora and our own sentences in; the model folder out.

    python -m training.make --data PATH [--into src/twosource/model] [--epochs N] [--work PATH]

After some epochs the model itself fills in the names that its sources leave open (EWT has no annotation of names),
where it is sure, and learns from those too. Each epoch's weights are kept in the work folder; a finished training is
not done again, only exported.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec
import torch

from training import card, export, lemmas, names
from training.encoder import Pipeline, load_minilm
from training.train import fit, name_scores, scores, taught
from training.treebanks import Sentence, free, treebank
from training.weights import starting_weights
from training.windows import Windows, batches, labels_of
from twosource.annotate.encoder import MODEL, Labels
from twosource.annotate.pieces import Pieces

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT / "training" / "sentences"
OWN_TIMES = 2  # our own sentences are shown this often an epoch: they are few, and the nearest to what will be read
CALIBRATION = 400  # windows on which the activations' ranges are measured
SEED = 20
TEACHING = 2  # epochs after which the model fills in the names that are not known


@dataclass(frozen=True)
class Data:
    """What is trained on, and what is only measured on."""

    treebanks: list[Sentence]
    corpora: list[Sentence]
    own: list[Sentence]
    held_out: list[Sentence]
    dev: dict[str, list[Sentence]]


def read_data(data: Path) -> Data:
    """The open data under `data` whose licences let weights be shipped, and our own sentences."""
    banks = data / "treebanks"
    return Data(
        treebanks=[
            names.with_names(s)
            for bank in ("ewt", "gum")
            for s in treebank(banks / f"{bank}-train.conllu.xz")
            if free(s)
        ],
        corpora=list(names.corpora(data / "names" / "ner-wikigold-wnut17-re3d.tar.xz")),
        own=names.own(SENTENCES)[0],
        held_out=names.own(SENTENCES)[1],
        dev={bank: list(treebank(banks / f"{bank}-dev.conllu.xz")) for bank in ("ewt", "gum")},
    )


def main(arguments: list[str] | None = None) -> int:
    """Trains, exports, writes the card."""
    chosen = _parser().parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    weights, vocabulary = starting_weights(chosen.work / "minilm")
    data, begun = read_data(chosen.data), time.monotonic()
    labels = labels_of(data.treebanks)
    windows = Windows(labels, Pieces(vocabulary))
    model = _trained(chosen, data, labels, windows, weights)
    groups = windows.groups([*data.treebanks, *data.own], None)
    sample = [windows.window(group) for group in groups[:: max(1, len(groups) // CALIBRATION)]]
    export.save(model, export.ranges(model, batches(sample, 2400, None)), chosen.into)
    (chosen.into / "labels.json").write_bytes(msgspec.json.encode(labels) + b"\n")
    shutil.copyfile(vocabulary, chosen.into / "vocabulary.txt")
    lemmas.write(lemmas.lexicon(lemmas.counted(data.treebanks)), chosen.into)
    card.write(chosen.into, data.treebanks, data.corpora, data.own)
    print(f"made in {(time.monotonic() - begun) / 60:.0f} min")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training.make", description="Make the English model again.")
    parser.add_argument("--data", type=Path, required=True, help="folder with treebanks/ and names/")
    parser.add_argument("--into", type=Path, default=MODEL, help="the model's folder")
    parser.add_argument("--work", type=Path, default=ROOT / "training" / ".work", help="where weights are kept")
    parser.add_argument("--epochs", type=int, default=8, help="epochs")
    parser.add_argument("--threads", type=int, default=2, help="threads of torch")
    return parser


def _trained(chosen: argparse.Namespace, data: Data, labels: Labels, windows: Windows, weights: Path) -> Pipeline:
    """The model, trained or taken from the work folder."""
    model = Pipeline(labels, len(windows.pieces))
    kept = chosen.work / "trained.pt"
    if kept.exists():
        print(f"taken from {kept}")
        model.load_state_dict(torch.load(kept))
        return model
    load_minilm(model, weights)
    open_ = [*data.treebanks, *data.corpora]
    print(f"{len(open_)} sentences of others, {len(data.own)} of ours, {chosen.epochs} epochs", flush=True)

    def sentences(epoch: int) -> list[Sentence]:
        known = open_ if epoch < TEACHING else taught(model, open_, windows, labels)
        return [*known, *data.own * OWN_TIMES]

    def after(epoch: int) -> None:
        torch.save(model.state_dict(), chosen.work / "epoch.pt")
        if epoch + 1 == chosen.epochs:
            _tell(epoch, model, data, labels, windows)

    fit(model, sentences, windows, chosen.epochs, SEED, after)
    (chosen.work / "epoch.pt").replace(kept)
    return model


def _tell(epoch: int, model: Pipeline, data: Data, labels: Labels, windows: Windows) -> None:
    for bank, sentences in data.dev.items():
        print(f"epoch {epoch + 1}: {bank} dev {scores(model, sentences, windows, labels)}", flush=True)
    print(f"epoch {epoch + 1}: own held-out names {name_scores(model, data.held_out, windows, labels)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
