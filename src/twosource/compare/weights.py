"""What an item weighs: how much of the story leans on it, so that the weightiest items are the story in short.

For ranking only, and never shown as a verdict: every item stays in the timeline.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from twosource.compare.receipts import Voices
from twosource.records import Event, EventMention, EventType, Reading, Resolution, Status

ORIGIN = 3.0
"""An independent origin: what several know for themselves is the story's own."""
REPORT = 1.0
"""A page that tells it."""
FINDING = 1.5
"""Something on which its reports agree, differ or are contradicted..."""
FINDINGS = 3
"""... of which no more than this many count."""
DATED = 1.0
"""It has a day."""
PEOPLE = 1.0
"""For each of the two participants that are named most: the share of the one most named of all, on a log scale."""
LATER = 1.0
"""For later pages that come back to it, by their logarithm: they tell it again, or tell more of the same of those in
it."""
LEAD = 1.5
"""It stands in the first sentence of a page: the page's own news."""
FOLLOWING = 0.5
"""It stands in the second or third."""
BACKGROUND = -1.0
"""Every page tells it as background."""
MEMBER = 0.25
"""A mention."""
DEEDS: dict[EventType, float] = {
    # What changes the state of things weighs more than what is said about it.
    "ELECTION": 1.5, "DEATH": 1.5, "DISASTER": 1.5, "ASSAULT": 1.5, "COURT": 1.5, "SANCTION": 1.5, "COERCE": 1.5,
    "MOBILIZE": 1.5, "PROTEST": 1.0, "CONCEDE": 1.0, "RETREAT": 1.0, "APPOINT": 1.0, "AID": 1.0, "AGREE": 0.5,
    "COOPERATE": 0.5, "CONSULT": 0.5, "THREATEN": 0.5,
}  # fmt: skip
STANDING: dict[Status, float] = {"planned": -0.5, "alleged": -0.5, "denied": -0.5, "negated": -1.5, "possible": -1.5}
"""What did not happen, or not yet, or not by every account."""

Told = Sequence[tuple[Reading, EventMention]]


class Weights:
    """Weighs the events of one story."""

    def __init__(self, readings: Mapping[str, Reading], resolution: Resolution, voices: Voices) -> None:
        self.named = {entity.id: len(entity.members) for entity in resolution.entities}
        self._most = log(1 + max(self.named.values(), default=1))
        self._written = {article: date.latest or "" for article, date in voices.written.items()}
        self._voices = voices
        self._again: dict[tuple[str, str], set[str]] = defaultdict(set)
        for article, reading in readings.items():
            for mention in reading.annotations.events:
                for entity in self._taking_part(article, mention):
                    self._again[mention.group, entity].add(article)

    def of(self, event: Event, told: Told, status: Status, origins: int, findings: int) -> float:
        """The weight of an event with its tellings."""
        pages = {reading.article.id for reading, _ in told}
        exact = event.date.earliest is not None and event.date.earliest == event.date.latest
        weight = ORIGIN * origins + REPORT * len(pages) + FINDING * min(findings, FINDINGS) + MEMBER * len(told)
        weight += DATED * exact + PEOPLE * self._people(event) + LATER * log(1 + self._later(event, told, pages))
        weight += max((self._prominence(reading, mention) for reading, mention in told), default=0.0)
        return round(weight + DEEDS.get(event.type, 0.0) + STANDING.get(status, 0.0), 3)

    def _people(self, event: Event) -> float:
        shares = sorted((log(1 + self.named.get(one, 0)) / self._most for one in event.participants), reverse=True)
        return sum(shares[:2])

    def _later(self, event: Event, told: Told, pages: set[str]) -> int:
        """Pages written after the first that tells it which tell it again, or the same kind of thing of those in it."""
        first = min((self._written.get(page, "") for page in pages), default="")
        groups = Counter(mention.group for _, mention in told if mention.group)
        again = {page for group in groups for one in event.participants for page in self._again.get((group, one), ())}
        return sum(self._written.get(page, "") > first for page in again | pages)

    def _taking_part(self, article: str, mention: EventMention) -> set[str]:
        spans = (*mention.actors, *mention.recipients)
        return {entity for span in spans for entity in self._voices.entities(article, span)}

    def _prominence(self, reading: Reading, mention: EventMention) -> float:
        if mention.background:
            return BACKGROUND
        before = sum(start < mention.sentence[0] for start, _ in reading.annotations.sentences[:3])
        return LEAD if before == 0 else FOLLOWING if before < 3 else 0.0
