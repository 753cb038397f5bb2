"""What the report and the desk say of records, in words: marks with their meaning, how a date is known."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

MARKS = {
    "contested": "One source says it, another denies it.",
    "figures differ": "Reports give different figures for the same thing.",
    "dates differ": "Reports give different dates.",
    "revised": "A later report corrects it, takes it back or brings the figure up to date.",
    "planned": "Told as something to come.",
    "ongoing": "Told as going on when it was written.",
    "possible": "Told as something that may be or may have been.",
    "negated": "Told as not having happened.",
    "alleged": "Somebody says so; the report does not say it in its own voice.",
    "denied": "Somebody denies it.",
    "judged": "A person decided something about it.",
}
"""Every mark beside a line, with what it means: the legend, and what hovering shows."""
KNOWN_BY = {
    "stated": "a page states it",
    "relative": "counted from the day of the page",
    "inferred": "inferred from what the pages say",
    "inherited": "taken from the text before or from another page",
    "unknown": "no page tells it",
    "judged": "a person set it",
}
KINDS = {"PERSON": "person", "ORG": "organisation", "LOC": "place", "NORP": "people or party"}
REORDERING = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
"""Unicode's direction controls: they can make a line read as something that it does not say."""
NO_SIGN = dict.fromkeys((*REORDERING, *range(0x200B, 0x2010), 0xAD, 0x2060, 0x061C))
"""Characters that show nothing, or turn the line around: a name may not hide in them."""


def shown(text: str | None) -> str:
    """Text of a page for a line of ours: on one line, without signs that cannot be seen."""
    kept = (text or "").translate(NO_SIGN)
    return " ".join("".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in kept).split())


def clipped(text: str | None, longest: int) -> str:
    """The same, cut between words where it is longer than a reader needs."""
    whole = shown(text)
    return whole if len(whole) <= longest else f"{whole[:longest].rpartition(' ')[0] or whole[:longest]} …"


def file_name(source: str) -> str:
    """The last part of a page's path."""
    return PurePosixPath(source).name or source


def day(text: str | None) -> str:
    """The day of an ISO date or time, for people: "3 March 2031"; what is no full date stays as it is."""
    try:
        found = dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return text or ""
    return f"{found.day} {found:%B %Y}"
