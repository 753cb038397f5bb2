"""Which tellings are looked at together: pairs of one deed, one object or one day, in time near linear in the tellings.

A small block gives all its pairs. Of a large one (in a large story everybody meets) only those pairs that something
joins beforehand: one page, neighbouring pages, a participant or a day in common, in windows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from twosource.resolve.event_context import Pile, cosine
from twosource.resolve.event_deeds import deeds
from twosource.resolve.same_event import TOUCHING, kindred
from twosource.resolve.tellings import Telling

# Of a block of this size every pair is looked at.
SMALL = 60
# A participant or day that joins more tellings of one block is cut into windows of this many, by date.
WINDOW = 12

Pair = tuple[int, int]
Block = tuple[str, ...]


def pairs(told: Sequence[Telling], pile: Pile) -> Iterator[Pair]:
    """Each pair of places in `told` once, the lower first. `told` is in order of article and place."""
    seen: set[Pair] = set()
    for key, block in sorted(_blocks(told).items()):
        of_deed = key[0] == "deed"
        for pair in _all(block) if len(block) <= SMALL else _joined(told, block, pile):
            if pair not in seen and (of_deed or kindred(told[pair[0]], told[pair[1]])):
                seen.add(pair)
                yield pair


def worth_weighing(one: Telling, two: Telling, pile: Pile) -> bool:
    """Whether anything at all joins a pair: most share no more than a common verb, and are passed over cheaply."""
    if one.article == two.article or not pile.weight or two.article in pile.neighbours(one.article):
        return True
    if not one.entities.isdisjoint(two.entities) or (one.date is not None and two.date is not None):
        return True
    return cosine(pile.sentence(*one.where), pile.sentence(*two.where)) >= TOUCHING


def _blocks(told: Sequence[Telling]) -> Mapping[Block, list[int]]:
    """Tellings of one deed, with one object, or of one kind on one day."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    of_word = deeds(word for telling in told for word in (telling.event.lemma, telling.event.group))
    for i, telling in enumerate(told):
        event = telling.event
        for deed in of_word[event.lemma] | of_word[event.group]:
            blocks["deed", deed].append(i)
        if event.object:
            blocks["object", event.object].append(i)
        if telling.day:
            blocks["day", telling.day, event.type].append(i)
    return blocks


def _all(block: Sequence[int]) -> Iterable[Pair]:
    return combinations(block, 2)


def _joined(told: Sequence[Telling], block: Sequence[int], pile: Pile) -> Iterator[Pair]:
    """The pairs of a large block that share a page, near pages, a participant or a day."""
    on_page: dict[str, list[int]] = defaultdict(list)
    joined: dict[str, list[int]] = defaultdict(list)
    for i in block:
        on_page[told[i].article].append(i)
        for key in (*told[i].entities, *filter(None, [told[i].day])):
            joined[key].append(i)
    for page, here in on_page.items():
        yield from _all(here)
        for other in pile.neighbours(page):
            if page < other:
                yield from ((min(i, j), max(i, j)) for i in here for j in on_page.get(other, ()))
    for key in sorted(joined):
        near = sorted(joined[key], key=lambda i: (told[i].latest or "", i))
        for at, i in enumerate(near):
            yield from ((min(i, j), max(i, j)) for j in near[at + 1 : at + WINDOW])
