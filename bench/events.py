"""Event mentions: PLOVER type, actor and recipient, and the status against the UW factuality judgements.

PLOVER-GSR has one event a sentence and the scorer takes the first predicted as the best, so ours are put in an order of
how likely an event is the news of its sentence. The UW data have a judgement from -3 (surely not) to +3 (surely) for a
word; each status stands for the mean judgement of the words that we give it in their training part.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from spacy.tokens import Doc

from twosource.annotate import annotate_text, english
from twosource.annotate.event_status import Statuses
from twosource.annotate.predicates import predicates
from twosource.export.plover import PLOVER_TYPES, plover_type
from twosource.records import EventMention, EventType, Status

FACTUALITY: dict[Status, tuple[float, str]] = {
    "happened": (2.7, "positive"),
    "ongoing": (2.7, "positive"),
    "alleged": (2.3, "positive"),
    "planned": (2.1, "positive"),
    "denied": (1.8, "unsure"),
    "possible": (1.5, "unsure"),
    "negated": (-1.3, "negative"),
}
"""What each status says: the mean judgement of such words in the training part (with three more of the mean of all),
and the class that it claims: those that together give the best macro-F1 there."""
SURE = 1.0
"""Judgements above this are positive, below its negative negative, between them unsure."""
CLASSES = ("negative", "unsure", "positive")


def score_plover(shared: Path) -> dict[str, float]:
    """PLOVER-GSR dev: type of the first event, F1 of actors and recipients, all three right; in percent."""
    rows = list(_rows(shared / "bench" / "events" / "plover-gsr-dev.jsonl"))
    scorer = _scorer(shared)
    items = [item for row in rows for item in scorer.item_scores(row, predicted(row["id"], row["text"]))]
    found = scorer.agg(items)
    return {
        "plover_type_top1": 100 * found["type_top1"],
        "plover_type_any": 100 * found["type_any"],
        "plover_actor_f1": 100 * found["actor_PRF"][2],
        "plover_recipient_f1": 100 * found["recip_PRF"][2],
        "plover_triple": 100 * found["triple"],
    }


def predicted(name: str, text: str) -> list[dict[str, Any]]:
    """The events of a text in the scorer's form, the best first."""
    found = annotate_text(name, text, None).events
    return [
        {
            "type": _type(event),
            "actor_text": [text[start:end] for start, end in event.actors],
            "recipient_text": [text[start:end] for start, end in event.recipients],
        }
        for event in sorted(found, key=rank)
    ]


BEYOND: dict[EventType, EventType] = {"DEATH": "ASSAULT", "APPOINT": "CONCEDE"}
"""What the judges made of our types beyond PLOVER's: in their news of conflict, who was killed was assaulted, and who
leaves an office yields."""


def _type(event: EventMention) -> str:
    return plover_type(BEYOND.get(event.type, event.type), event.status)


def rank(event: EventMention) -> tuple[bool, bool, bool, bool, tuple[int, int]]:
    """Typed before untyped, the news before background, with somebody in it before without, then in text order."""
    return (_type(event) not in PLOVER_TYPES, event.background, event.embedded, not event.actors, event.trigger)


def score_status(shared: Path) -> dict[str, float]:
    """UW dev: Pearson's r and macro-F1 over three classes of every judged word, times 100."""
    gold: list[float] = []
    said: list[tuple[float, str]] = []
    rows = list(_rows(shared / "bench" / "events" / "uw-status-dev.jsonl"))
    texts, places = zip(*(_joined(row["text"]) for row in rows), strict=True)
    for row, doc, tokens in zip(rows, english(texts), places, strict=True):
        statuses = Statuses(doc, predicates(doc))
        for target in row["targets"]:
            gold.append(target["label"])
            said.append(FACTUALITY[statuses.of(_token(doc, tokens[target["span1"][0]])).status])
    return {
        "status_r": 100 * _pearson(gold, [value for value, _ in said]),
        "status_macro_f1": 100 * _macro([(_class(value), name) for value, (_, name) in zip(gold, said, strict=True)]),
    }


def _joined(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text of tokens with spaces between, and the place of each token."""
    places = []
    at = 0
    for word in text.split(" "):
        places.append((at, at + len(word)))
        at += len(word) + 1
    return text, places


def _token(doc: Doc, place: tuple[int, int]) -> int:
    """The first of our tokens in one of theirs."""
    return next(token.i for token in doc if token.idx < place[1] and place[0] < token.idx + len(token))


def _class(value: float) -> str:
    return "positive" if value > SURE else "negative" if value < -SURE else "unsure"


def _macro(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean of the F1 of the three classes, over pairs of gold and said."""
    return sum(_f1(pairs, name) for name in CLASSES) / len(CLASSES)


def _f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    right = sum(one == two == name for one, two in pairs)
    return 2 * right / max(1, sum((one == name) + (two == name) for one, two in pairs))


def _pearson(one: Sequence[float], two: Sequence[float]) -> float:
    mean_one, mean_two = sum(one) / len(one), sum(two) / len(two)
    both = sum((a - mean_one) * (b - mean_two) for a, b in zip(one, two, strict=True))
    spread = sum((a - mean_one) ** 2 for a in one) * sum((b - mean_two) ** 2 for b in two)
    return float(both / spread**0.5) if spread else 0.0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_plover", shared / "score" / "score_plover.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "score" / "score_plover.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
