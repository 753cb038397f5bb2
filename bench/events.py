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

from twosource.annotate import annotate_text
from twosource.records import EventMention, Status

TYPES = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE CONCEDE AID RETREAT "
    "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
"""The sixteen types of PLOVER; ours beyond these can never be right there."""
FACTUALITY: dict[Status, tuple[float, str]] = {
    "happened": (2.8, "positive"),
    "ongoing": (2.8, "positive"),
    "alleged": (2.1, "unsure"),
    "planned": (1.9, "unsure"),
    "possible": (1.5, "unsure"),
    "denied": (-0.1, "negative"),
    "negated": (-1.7, "negative"),
}
"""What each status says: the mean judgement of such words, and the class that it claims."""
UNREAD = (2.3, "positive")
"""A word that we read no event in: the mean of all judgements."""
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
    events = sorted(annotate_text(name, text, None).events, key=_rank)
    return [
        {
            "type": event.type,
            "actor_text": [text[start:end] for start, end in event.actors],
            "recipient_text": [text[start:end] for start, end in event.recipients],
        }
        for event in events
    ]


def _rank(event: EventMention) -> tuple[bool, bool, bool, bool, tuple[int, int]]:
    """Typed before untyped, the news before background, with somebody in it before without, then in text order."""
    return (event.type not in TYPES, event.background, event.embedded, not event.actors, event.trigger)


def score_status(shared: Path) -> dict[str, float]:
    """UW dev: Pearson's r and macro-F1 over three classes, times 100; and the percent of the words read as events."""
    gold: list[float] = []
    said: list[tuple[float, str]] = []
    read = 0
    for number, row in enumerate(_rows(shared / "bench" / "events" / "uw-status-dev.jsonl")):
        text, places = _joined(row["text"])
        events = {event.trigger: event.status for event in annotate_text(str(number), text, None).events}
        for target in row["targets"]:
            status = _status(events, places[target["span1"][0]])
            read += status is not None
            gold.append(target["label"])
            said.append(FACTUALITY[status] if status else UNREAD)
    return {
        "status_r": 100 * _pearson(gold, [value for value, _ in said]),
        "status_macro_f1": 100 * _macro([(_class(value), name) for value, (_, name) in zip(gold, said, strict=True)]),
        "status_words_read": 100 * read / len(gold),
    }


def _joined(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text of tokens with spaces between, and the place of each token."""
    places = []
    at = 0
    for word in text.split(" "):
        places.append((at, at + len(word)))
        at += len(word) + 1
    return text, places


def _status(events: dict[tuple[int, int], Status], place: tuple[int, int]) -> Status | None:
    """The status of the event whose trigger stands here."""
    found = [status for trigger, status in sorted(events.items()) if trigger[0] < place[1] and place[0] < trigger[1]]
    return found[0] if found else None


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
