"""The network: MiniLM's six layers with an embedding of case, and a head for each task on the first piece of a word.

The encoder is BERT's (Devlin et al. 2019) as MiniLM has it (Wang et al. 2020): 6 layers, 384 wide, 12 attention heads.
Dependencies are a deep biaffine parser's (Dozat and Manning 2017). Words count from 1; word 0, [CLS], heads the root.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.windows import IGNORE, TASKS, Batch
from twosource.annotate.encoder import Labels
from twosource.annotate.pieces import CASES

WIDTH, LAYERS, ATTENTION, INNER = 384, 6, 12, 1536
ARC, REL = 256, 128
EPSILON = 1e-12
# How much each task's loss counts: names are few tokens and matter much.
WEIGHTS = {"upos": 0.5, "xpos": 0.5, "feats": 0.5, "names": 2.0, "starts": 0.5, "heads": 1.0, "deps": 1.0}


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=EPSILON) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, ATTENTION, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        drop = self.dropout.p if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :], dropout_p=drop)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


def mlp(width: int) -> nn.Sequential:
    """One hidden layer of a biaffine head."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.LeakyReLU(0.1), nn.Dropout(0.33))


@dataclass(frozen=True)
class Scores:
    """What the heads say of a batch: logits by task [b, w, labels], arcs [b, w, heads], deps for given heads."""

    tags: dict[str, Tensor]
    arcs: Tensor
    dep_low: Tensor
    dep_high: Tensor


class Pipeline(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, labels: Labels, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        sizes = {task: len(getattr(labels, task)) for task in (*TASKS, "names")} | {"starts": 2}
        self.tags = nn.ModuleDict({task: nn.Linear(WIDTH, n) for task, n in sizes.items()})
        self.arc_low, self.arc_high = mlp(ARC), mlp(ARC)
        self.arc = nn.Linear(ARC, ARC)
        self.arc_bias = nn.Linear(ARC, 1)
        self.dep_low, self.dep_high = mlp(REL), mlp(REL)
        self.dep = nn.Linear(REL + 1, (REL + 1) * len(labels.deps), bias=False)
        nn.init.zeros_(self.dep.weight)
        nn.init.normal_(self.dep.weight, std=0.01)

    def forward(self, batch: Batch) -> Scores:
        positions = torch.arange(batch.pieces.shape[1])
        x = self.words(batch.pieces) + self.positions(positions) + self.cases(batch.cases)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, batch.mask)
        x = x.gather(1, batch.first[:, :, None].expand(-1, -1, WIDTH))
        x = self.dropout(x)
        high = self.arc_high(x)
        arcs = self.arc(self.arc_low(x)) @ high.transpose(1, 2) + self.arc_bias(high).transpose(1, 2)
        return Scores({t: f(x) for t, f in self.tags.items()}, arcs, self.dep_low(x), self.dep_high(x))

    def deps(self, scores: Scores, heads: Tensor) -> Tensor:
        """Logits [b, w, labels] of the relation between each word and the given head."""
        high = scores.dep_high.gather(1, heads[:, :, None].expand(-1, -1, REL))
        low = functional.pad(scores.dep_low, (0, 1), value=1.0)
        high = functional.pad(high, (0, 1), value=1.0)
        mixed = self.dep(low).view(*low.shape[:2], -1, REL + 1)
        return (mixed @ high[..., None]).squeeze(-1)

    def loss(self, batch: Batch) -> Tensor:
        """The weighted sum of the tasks' cross entropies."""
        scores = self(batch)
        arcs = scores.arcs.float().masked_fill(~batch.inside, -1e4)
        heads = batch.labels["heads"]
        found = scores.tags | {"heads": arcs, "deps": self.deps(scores, heads.clamp(min=0))}
        total = torch.zeros(())
        for task, logits in found.items():
            gold = batch.labels[task]
            if (gold != IGNORE).any():
                total = total + WEIGHTS[task] * functional.cross_entropy(
                    logits.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORE
                )
        return total


def load_minilm(model: Pipeline, path: Path) -> None:
    """The published weights into the encoder; the segment embedding of segment 0 goes into the positions."""
    w = load_file(path)
    e = "embeddings."
    model.words.weight.data.copy_(w[e + "word_embeddings.weight"])
    model.positions.weight.data.copy_(w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0])
    _copy(model.norm, w, e + "LayerNorm")
    parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
             "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
    for k, layer in enumerate(model.layers):
        for ours, theirs in parts.items():
            _copy(getattr(layer, ours), w, f"encoder.layer.{k}.{theirs}")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])
