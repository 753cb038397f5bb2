"""Fine-tuning: windows in, weights out. `python -m training.make` is the whole recipe; this is its middle part."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from training.encoder import Pipeline
from training.names import spans
from training.treebanks import Sentence
from training.windows import Batch, Windows, batch, batches
from twosource.annotate.encoder import Labels

ENCODER_RATE, HEAD_RATE = 2e-4, 1.5e-3
WARM_UP, CLIP = 0.06, 1.0
BATCH_PIECES = 1200
SHOUTED = 0.04  # how often a window is shown in capitals, and how often in title case
SURE = 0.6  # the least probability at which the model's own name tag is taken over


@dataclass
class Progress:
    """Where a run stands, printed every so often."""

    total: int
    begun: float
    loss: float = 0.0
    step: int = 0

    def tell(self, loss: float) -> None:
        self.step += 1
        self.loss = loss if self.step == 1 else 0.98 * self.loss + 0.02 * loss
        if self.step % 50 == 0:
            spent = time.monotonic() - self.begun
            left = spent / self.step * (self.total - self.step)
            when = f"{spent / 60:.1f} min, {max(0, left) / 60:.1f} to go"
            print(f"  step {self.step} of some {self.total}  loss {self.loss:.3f}  {when}", flush=True)


def fit(model: Pipeline, sentences: Callable[[int], Sequence[Sentence]], windows: Windows, epochs: int, seed: int,
        after: Callable[[int], None] = lambda epoch: None) -> None:  # fmt: skip
    """Trains `model` in place. `sentences` gives what an epoch (from 0) is trained on; `after` is called with each
    finished epoch's number.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    model.words.weight.requires_grad_(False)  # names not seen in training keep the place that pre-training gave them
    ready = _batches(sentences(0), windows, rng)
    progress = Progress(len(ready) * epochs, time.monotonic())
    optimizer = torch.optim.AdamW(_groups(model), betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _rate(progress.total))
    for epoch in range(epochs):
        model.train()
        for one in ready:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = model.loss(one)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], CLIP)
            optimizer.step()
            schedule.step()
            progress.tell(loss.item())
        after(epoch)
        if epoch + 1 < epochs:
            ready = _batches(sentences(epoch + 1), windows, rng)


def _batches(sentences: Sequence[Sentence], windows: Windows, rng: random.Random) -> list[Batch]:
    made = []
    for group in windows.groups(sentences, rng):
        chance = rng.random()
        shout = "upper" if chance < SHOUTED else "title" if chance < 2 * SHOUTED else ""
        made.append(windows.window(group, shout))
    return list(batches(made, BATCH_PIECES, rng))


def _groups(model: Pipeline) -> list[dict[str, object]]:
    encoder, heads = list[Tensor](), list[Tensor]()
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            inner = name.split(".")[0] in {"positions", "norm", "layers", "words"}
            (encoder if inner else heads).append(parameter)
    return [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]


def _rate(total: int) -> Callable[[int], float]:
    warm = max(1, int(total * WARM_UP))
    return lambda step: min((step + 1) / warm, max(0.02, (total - step) / max(1, total - warm)))


@torch.no_grad()
def taught(model: Pipeline, sentences: Sequence[Sentence], windows: Windows, labels: Labels) -> list[Sentence]:
    """The sentences with the name tags that are not known filled in by the model itself, where it is sure."""
    model.eval()
    groups = windows.groups(sentences, None)
    out = list[Sentence]()
    for start in range(0, len(groups), 16):
        part = groups[start : start + 16]
        made = batch([windows.window(g) for g in part])
        found = torch.softmax(model(made).tags["names"].float(), -1).max(-1)
        for row, group in enumerate(part):
            at = 1
            for s in group:
                end = at + len(s.words)
                says = [
                    labels.names[i] if p >= SURE else None
                    for p, i in zip(
                        found.values[row, at:end].tolist(), found.indices[row, at:end].tolist(), strict=True
                    )
                ]
                out.append(replace(s, names=[tag if tag is not None else says[i] for i, tag in enumerate(s.names)]))
                at = end
    return out


@torch.no_grad()
def scores(model: Pipeline, sentences: Sequence[Sentence], windows: Windows, labels: Labels) -> dict[str, float]:
    """UPOS, XPOS, feats, UAS, LAS (full labels) and sentence starts on gold tokens, heads by argmax; in percent."""
    model.eval()
    right, total = dict[str, int](), dict[str, int]()
    made = [windows.window(g) for g in windows.groups(sentences, None)]
    for one in batches(made, 2400, None):
        found = model(one)
        arcs = found.arcs.float().masked_fill(~one.inside, -1e4).argmax(-1)
        says = {t: logits.argmax(-1) for t, logits in found.tags.items()} | {"uas": arcs}
        gold = one.labels | {"uas": one.labels["heads"]}
        deps = model.deps(found, arcs).argmax(-1)
        says["las"] = torch.where((deps == gold["deps"]) & (arcs == gold["heads"]), gold["deps"], -1)
        gold["las"] = gold["deps"]
        real = one.labels["starts"] >= 0
        for task, value in says.items():
            known = real & (gold[task] >= 0) if task != "las" else real & (gold["heads"] >= 0)
            right[task] = right.get(task, 0) + int((value == gold[task])[known].sum())
            total[task] = total.get(task, 0) + int(known.sum())
    return {task: round(100 * right[task] / max(1, total[task]), 2) for task in right}


@torch.no_grad()
def name_scores(model: Pipeline, sentences: Sequence[Sentence], windows: Windows, labels: Labels,
                kinds: tuple[str, ...] = ("PERSON", "ORG", "LOC")) -> float:  # fmt: skip
    """F1 of exact span and kind on sentences whose names are all known, by argmax; in percent."""
    model.eval()
    hit = said = want = 0
    groups = windows.groups(sentences, None)
    for start in range(0, len(groups), 16):
        part = groups[start : start + 16]
        tags = model(batch([windows.window(g) for g in part])).tags["names"].argmax(-1)
        for row, group in enumerate(part):
            at = 1
            for s in group:
                found = {
                    x
                    for x in spans([labels.names[i] for i in tags[row, at : at + len(s.words)].tolist()])
                    if x[2] in kinds
                }
                gold = {x for x in spans(s.names) if x[2] in kinds}
                hit, said, want = hit + len(found & gold), said + len(found), want + len(gold)
                at += len(s.words)
    return round(200 * hit / max(1, said + want), 2)
