"""What people decided, put into what the machine made: last, so that it holds whatever the rules come to think.

A judgement is about places in pages, not about ids, which change with every page that is added. Judgements are applied
in the order in which they were made: a later one may undo what an earlier one did, and `withdraw` takes one back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from twosource.records import Judgement, Reading, Selector

K = TypeVar("K")


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that were not withdrawn, nor withdraw one themselves. A withdrawn withdrawal does not count."""
    gone: set[str] = set()
    for one in reversed(judgements):
        if one.verb == "withdraw" and one.id not in gone and one.value:
            gone.add(one.value)
    return tuple(one for one in judgements if one.verb != "withdraw" and one.id not in gone)


def line(judgement: Judgement, said: str) -> str:
    """A judgement beside what it is about: who, when, what, and why if that was said."""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{said} by {judgement.who}, {judgement.when[:10]}{why}"


class Places:
    """Where judgements' places are today."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._texts = {reading.article.id: reading.article.text for reading in readings}

    def moved(self, selector: Selector) -> Selector | None:
        """The selector where its words stand now: as it was, or nearest to it; None when its page or words are gone."""
        text = self._texts.get(selector.article)
        if text is None or not selector.quote:
            return None
        if text[selector.start : selector.end] == selector.quote:
            return selector
        start = min(_all(text, selector.quote), key=lambda start: (abs(start - selector.start), start), default=None)
        return None if start is None else Selector(selector.article, start, start + len(selector.quote), selector.quote)


def _all(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


Group = dict[K, str]
"""The members of one name or event, each with the reason why it belongs."""


class Judged:
    """Judgements about names, or about events, at work on groups of members (occurrences, tellings)."""

    def __init__(self, judgements: Sequence[Judgement], what: Literal["name", "event"], places: Places) -> None:
        self._judgements = [one for one in standing(judgements) if one.what == what]
        self._places = places
        self.applied: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._judgements)

    def regrouped(
        self,
        groups: Iterable[Group[K]],
        member_at: Callable[[Selector], K | None],
        leaves_with: Callable[[K, K], bool],
    ) -> list[tuple[Group[K], tuple[str, ...]]]:
        """The groups after every `same` and `different`, each with the lines that say so.

        `member_at` gives the member that stands at a place; `leaves_with(one, taken)` says whether `one` goes where
        `taken` is taken out.
        """
        made: list[tuple[Group[K], tuple[str, ...]]] = [(group, ()) for group in groups]
        for judgement in self._judgements:
            members = [member for selector in self._now(judgement) if (member := member_at(selector)) is not None]
            if judgement.verb == "same" and len(members) == len(judgement.about):
                self._join(made, members, judgement)
            elif judgement.verb == "different" and len(members) == 2:
                self._part(made, members[0], members[1], leaves_with, judgement)
        return [(group, lines) for group, lines in made if group]

    def _join(self, made: list[tuple[Group[K], tuple[str, ...]]], members: Sequence[K], judgement: Judgement) -> None:
        homes = list(dict.fromkeys(_home(made, member) for member in members))
        if len(homes) < 2:
            return
        said = line(judgement, "put together")
        group, lines = made[homes[0]]
        for other in homes[1:]:
            group = {**group, **dict.fromkeys(made[other][0], said)}
            lines += made[other][1]
            made[other] = ({}, ())
        made[homes[0]] = (group, (*lines, said))
        self.applied.add(judgement.id)

    def _part(
        self,
        made: list[tuple[Group[K], tuple[str, ...]]],
        taken: K,
        left: K,
        leaves_with: Callable[[K, K], bool],
        judgement: Judgement,
    ) -> None:
        home = _home(made, taken)
        if home != _home(made, left) or leaves_with(left, taken):
            return
        group, lines = made[home]
        said = line(judgement, "taken apart")
        made[home] = ({one: why for one, why in group.items() if not leaves_with(one, taken)}, (*lines, said))
        made.append(({one: why for one, why in group.items() if leaves_with(one, taken)}, (said,)))
        self.applied.add(judgement.id)

    def corrections(self, group_at: Callable[[Selector], str | None]) -> Iterator[tuple[str, Judgement]]:
        """What else was decided (rename, correct, hide, note), each with the id of what it is about, in order."""
        for judgement in self._judgements:
            if judgement.verb in {"same", "different"}:
                continue
            group = next(
                (found for selector in self._now(judgement) if (found := group_at(selector)) is not None), None
            )
            if group is not None:
                self.applied.add(judgement.id)
                yield group, judgement

    def unapplied(self) -> tuple[str, ...]:
        """Ids of those that found nothing to do."""
        return tuple(one.id for one in self._judgements if one.id not in self.applied)

    def _now(self, judgement: Judgement) -> list[Selector]:
        return [moved for selector in judgement.about if (moved := self._places.moved(selector)) is not None]


def _home(made: Sequence[tuple[Group[K], object]], member: K) -> int:
    return next(index for index, (group, _) in enumerate(made) if member in group)


def index_of(groups: Mapping[K, Iterable[tuple[str, int, int]]]) -> Callable[[Selector], K | None]:
    """Finds the group with a member that overlaps a place; members are (article, start, end)."""
    held: dict[str, list[tuple[int, int, K]]] = {}
    for group, spans in groups.items():
        for article, start, end in spans:
            held.setdefault(article, []).append((start, end, group))

    def at(selector: Selector) -> K | None:
        found = [one for one in held.get(selector.article, ()) if one[0] < selector.end and selector.start < one[1]]
        best = min(found, key=lambda one: (one[:2] != (selector.start, selector.end), one[:2]), default=None)
        return best[2] if best else None

    return at
