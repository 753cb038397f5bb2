"""A trained pipeline as an int8 ONNX graph, written node by node so that each number's way can be read here.

Weights are int8 by output channel, within -63..63: products of pairs then fit 16 bits, so that every processor, with
or without VNNI, computes the same sums. Activations are quantised by ranges measured beforehand on training text
(`ranges`), so that what else stands in a batch changes nothing. Embeddings are int8 by row. Attention, norms and the
arc product stay in 32-bit floats.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.encoder import ATTENTION, EPSILON, REL, Pipeline
from training.windows import Batch

OPSET = 20
WEIGHT_MOST = 63.0
Range = tuple[float, float]
Array = NDArray[np.float32]


class Graph:
    """Nodes and constants of one ONNX graph in the making."""

    def __init__(self, ranges: Mapping[str, Range]) -> None:
        self.ranges = ranges
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def add(self, op: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: object) -> str:
        """Adds a node and returns its first output's name."""
        name = f"{op}_{len(self.nodes)}"
        outs = [name, *(f"{name}_{i}" for i in range(1, outputs))]
        self.nodes.append(helper.make_node(op, list(inputs), outs, name=name, domain=domain, **attributes))
        return name

    def constant(self, value: NDArray[np.generic]) -> str:
        """A constant; equal ones are kept once."""
        key = f"c_{value.dtype}_{'x'.join(map(str, value.shape))}_{hashlib.sha256(value.tobytes()).hexdigest()[:12]}"
        self.constants.setdefault(key, numpy_helper.from_array(np.ascontiguousarray(value), key))
        return key

    def number(self, value: float) -> str:
        """A scalar constant."""
        return self.constant(np.array(value, dtype=np.float32))

    def whole(self, x: str, name: str) -> tuple[str, str, str]:
        """`x`, the input of the linear map `name`, as unsigned bytes; their scale and zero point."""
        low, high = self.ranges[name]
        low, high = min(low, 0.0), max(high, 1e-6)
        step = (high - low) / 255.0
        scale, zero = self.number(step), self.constant(np.array(round(-low / step), dtype=np.uint8))
        return self.add("QuantizeLinear", x, scale, zero), scale, zero

    def linear(self, quantised: tuple[str, str, str], weight: Array, bias: Array | None) -> str:
        """`weight` [out, in] times the rows, plus `bias`."""
        whole, scale = by_channel(weight)
        x, step, zero = quantised
        none = self.constant(np.zeros(len(scale), dtype=np.int8))
        parts = [x, self.constant(whole.T.copy()), step, self.constant(scale), zero, none]
        return self.add(
            "MatMulIntegerToFloat", *parts, *([] if bias is None else [self.constant(bias)]), domain="com.microsoft"
        )

    def table(self, weight: Array, index: str) -> str:
        """Rows of an embedding kept as int8 with a scale a row."""
        scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-9) / 127.0
        whole = np.round(weight / scale).astype(np.int8)
        picked = self.add("Cast", self.add("Gather", self.constant(whole), index), to=TensorProto.FLOAT)
        return self.add("Mul", picked, self.add("Gather", self.constant(scale.astype(np.float32)), index))

    def norm(self, x: str, weight: Array, bias: Array) -> str:
        """Layer normalisation over the last axis."""
        return self.add("LayerNormalization", x, self.constant(weight), self.constant(bias), axis=-1, epsilon=EPSILON)


def by_channel(weight: Array) -> tuple[NDArray[np.int8], Array]:
    """`weight` [out, in] as whole numbers and the scale of each output channel."""
    scale = np.maximum(np.abs(weight).max(1), 1e-9) / WEIGHT_MOST
    return np.round(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def encoder(model: Pipeline, ranges: Mapping[str, Range]) -> onnx.ModelProto:
    """The graph from pieces, cases, mask and first pieces to the tags, arcs and relation vectors of the words."""
    g, w = Graph(ranges), weights(model)
    x = g.add("Add", g.table(w["words.weight"], "pieces"), g.add("Gather", g.constant(w["cases.weight"]), "cases"))
    length = g.add("Gather", g.add("Shape", "pieces"), g.constant(np.array(1, dtype=np.int64)))
    order = g.add("Range", g.constant(np.array(0, dtype=np.int64)), length, g.constant(np.array(1, dtype=np.int64)))
    x = g.add("Add", x, g.table(w["positions.weight"], order))
    x = g.norm(x, w["norm.weight"], w["norm.bias"])
    for k in range(len(model.layers)):
        x = _layer(g, w, f"layers.{k}.", x)
    first = g.add("Unsqueeze", "first", g.constant(np.array([2], dtype=np.int64)))
    words = g.whole(g.add("GatherND", x, first, batch_dims=1), "tags.upos")
    outputs = dict[str, str]()
    for task in model.tags:
        logits = g.linear(words, w[f"tags.{task}.weight"], w[f"tags.{task}.bias"])
        outputs[task] = logits if task in {"names", "starts"} else g.add("ArgMax", logits, axis=-1, keepdims=0)
    low, high = (_mlp(g, words, w, f"arc_{side}") for side in ("low", "high"))
    turned = g.add("Transpose", high, perm=[0, 2, 1])
    low = g.linear(g.whole(low, "arc"), w["arc.weight"], w["arc.bias"])
    bias = g.add(
        "Add", g.add("MatMul", high, g.constant(w["arc_bias.weight"].T.copy())), g.constant(w["arc_bias.bias"])
    )
    outputs["arcs"] = g.add("Add", g.add("MatMul", low, turned), g.add("Transpose", bias, perm=[0, 2, 1]))
    for side in ("low", "high"):
        outputs[f"dep_{side}"] = _mlp(g, words, w, f"dep_{side}")
    inputs = dict.fromkeys(("pieces", "cases", "first"), TensorProto.INT64) | {"mask": TensorProto.INT32}
    return _model(g, inputs, outputs, {"upos", "xpos", "feats"})


def relations(model: Pipeline, ranges: Mapping[str, Range]) -> onnx.ModelProto:
    """The graph from the vectors of n words and of their heads [n, REL] to the number of the relation [n]."""
    g, w = Graph(ranges), weights(model)
    labels = w["dep.weight"].shape[0] // (REL + 1)
    one = g.constant(np.ones((1, 1), dtype=np.float32))
    first, single = g.constant(np.array([0], dtype=np.int64)), g.constant(np.array([1], dtype=np.int64))
    count = g.add("Gather", g.add("Shape", "dep_low"), first)
    rows = g.add("Expand", one, g.add("Concat", count, single, axis=0))
    low, high = (g.add("Concat", side, rows, axis=1) for side in ("dep_low", "dep_high"))
    mixed = g.linear(g.whole(low, "dep"), w["dep.weight"], None)
    shaped = g.add("Reshape", mixed, g.constant(np.array([-1, labels, REL + 1], dtype=np.int64)))
    product = g.add("MatMul", shaped, g.add("Unsqueeze", high, g.constant(np.array([2], dtype=np.int64))))
    best = g.add("ArgMax", g.add("Squeeze", product, g.constant(np.array([2], dtype=np.int64))), axis=-1, keepdims=0)
    return _model(g, {"dep_low": TensorProto.FLOAT, "dep_high": TensorProto.FLOAT}, {"deps": best}, {"deps"})


def weights(model: Pipeline) -> dict[str, Array]:
    """The model's numbers by name."""
    return {name: value.detach().float().numpy() for name, value in model.state_dict().items()}


def _mlp(g: Graph, words: tuple[str, str, str], w: dict[str, Array], name: str) -> str:
    return g.add("LeakyRelu", g.linear(words, w[f"{name}.0.weight"], w[f"{name}.0.bias"]), alpha=0.1)


def _layer(g: Graph, w: dict[str, Array], name: str, x: str) -> str:
    def linear(x: str, *parts: str) -> str:
        weight, bias = (np.concatenate([w[f"{name}{p}.{kind}"] for p in parts]) for kind in ("weight", "bias"))
        return g.linear(g.whole(x, name + parts[0]), weight, bias)

    def norm(x: str, part: str) -> str:
        return g.norm(x, w[f"{name}{part}.weight"], w[f"{name}{part}.bias"])

    mixed = linear(x, "query", "key", "value")
    split = g.constant(np.array([len(w[name + "query.bias"])] * 3, dtype=np.int64))
    q, k, v = thirds = [f"{mixed}_{i}" for i in range(3)]
    g.nodes.append(helper.make_node("Split", [mixed, split], thirds, axis=-1))
    mixed = g.add("MultiHeadAttention", q, k, v, "", "mask", domain="com.microsoft", num_heads=ATTENTION)
    x = norm(g.add("Add", x, linear(mixed, "out")), "norm1")
    return norm(g.add("Add", x, linear(g.add("Gelu", linear(x, "up")), "down")), "norm2")


def _model(g: Graph, inputs: dict[str, int], outputs: dict[str, str], whole: set[str]) -> onnx.ModelProto:
    for name, inner in outputs.items():
        g.nodes.append(helper.make_node("Identity", [inner], [name]))
    graph = helper.make_graph(
        g.nodes, "twosource",
        [helper.make_tensor_value_info(n, t, None) for n, t in inputs.items()],
        [helper.make_tensor_value_info(n, (TensorProto.FLOAT, TensorProto.INT64)[n in whole], None) for n in outputs],
        list(g.constants.values()),
    )  # fmt: skip
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="twosource training/export.py")


@torch.no_grad()
def ranges(model: Pipeline, batches: Iterable[Batch]) -> dict[str, Range]:
    """The least and greatest input that each linear map of the model met in `batches`."""
    out: dict[str, Range] = {}

    def note(name: str) -> Callable[[nn.Module, tuple[torch.Tensor]], None]:
        def hook(_: nn.Module, inputs: tuple[torch.Tensor]) -> None:
            low, high = out.get(name, (0.0, 0.0))
            out[name] = min(low, inputs[0].min().item()), max(high, inputs[0].max().item())

        return hook

    model.eval()
    hooks = [m.register_forward_pre_hook(note(n)) for n, m in model.named_modules() if isinstance(m, nn.Linear)]
    for batch in batches:
        model.deps(model(batch), batch.labels["heads"].clamp(min=0))
    for hook in hooks:
        hook.remove()
    return out


def save(model: Pipeline, measured: Mapping[str, Range], folder: Path) -> None:
    """Writes encoder.onnx and relations.onnx."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder(model, measured), str(folder / "encoder.onnx"))
    onnx.save(relations(model, measured), str(folder / "relations.onnx"))
