"""Which items of the timeline a page shows: the filters of its address, and the same again with one of them changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from twosource import selection
from twosource.records import TimelineItem
from twosource.web.desk import View


@dataclass(frozen=True)
class Filters:
    """The timeline's filters, each as written in the address; "" for none."""

    start: str = ""
    end: str = ""
    name: str = ""
    place: str = ""
    type: str = ""
    status: str = ""
    outlet: str = ""
    contested: str = ""
    top: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filters:
        """The filters among an address's parameters; others are not looked at."""
        return cls(**{field.name: query[field.name].strip() for field in fields(cls) if query.get(field.name)})

    def __bool__(self) -> bool:
        return self != Filters()

    def chosen(self, view: View) -> tuple[TimelineItem, ...]:
        """The items that they leave, in order. Raises SettingsError for a date that is none."""
        return self.within(self.of_any_time(view))

    def of_any_time(self, view: View) -> tuple[TimelineItem, ...]:
        """What those filters leave that say nothing of time or number: what the density strip shows."""
        items: Sequence[TimelineItem] = view.timeline
        if self.name:
            items = selection.about(items, self.name, view.comparison.names)
        if self.contested:
            items = selection.contested(items)
        return tuple(item for item in items if self._fits(item))

    def within(self, items: Sequence[TimelineItem]) -> tuple[TimelineItem, ...]:
        """Those of them that lie in the time, and as many as are asked for."""
        if self.start or self.end:
            items = selection.between(items, self.start or None, self.end or None)
        if self.top.isdecimal() and len(self.top) < 9 and int(self.top) > 0:
            items = selection.weightiest(items, int(self.top))
        return tuple(items)

    def _fits(self, item: TimelineItem) -> bool:
        return (
            (not self.place or (item.place or "").casefold() == self.place.casefold())
            and (not self.type or item.type == self.type)
            and (not self.status or item.status == self.status)
            and (not self.outlet or any(report.outlet == self.outlet for report in item.reports))
        )

    def query(self, **changed: str) -> str:
        """The address's query with some filters changed: "?name=Holm&top=20", "" when none is left."""
        kept = replace(self, **changed)
        given = {field.name: value for field in fields(kept) if (value := getattr(kept, field.name))}
        return f"?{urlencode(given)}" if given else ""

    def words(self) -> tuple[tuple[str, str, str], ...]:
        """Each filter set: its name, its value, and the address without it."""
        return tuple(
            (field.name, value, self.query(**{field.name: ""}))
            for field in fields(self)
            if (value := getattr(self, field.name))
        )
