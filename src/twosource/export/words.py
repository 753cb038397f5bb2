"""What the report and the desk say of records, in words: marks with their meaning, how a date is known."""

from __future__ import annotations

import datetime as dt
import re
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
TYPES = {
    "AGREE": "agreement", "CONSULT": "talks or visit", "SUPPORT": "support", "COOPERATE": "cooperation",
    "CONCEDE": "concession", "AID": "aid", "RETREAT": "withdrawal", "REQUEST": "request or demand",
    "ACCUSE": "accusation", "REJECT": "refusal", "THREATEN": "threat or warning", "PROTEST": "protest or strike",
    "SANCTION": "sanctions", "MOBILIZE": "mobilisation", "COERCE": "arrest or coercion", "ASSAULT": "violence",
    "STATEMENT": "statement", "ELECTION": "election", "APPOINT": "appointment or resignation", "COURT": "court",
    "DEATH": "deaths", "DISASTER": "accident or disaster", "OTHER": "other",
}  # fmt: skip
"""The types of events (PLOVER's, and ours) as a newsroom calls them."""
MANNERS = {
    "direct": "in quotation marks",
    "mixed": "partly in quotation marks",
    "indirect": "in the reporter’s words",
}
WITNESSES = {
    "json-ld": "in the data behind it", "meta": "in the data behind it", "html": "in its text",
    "text": "in its text", "row": "in its row of the file", "url": "in its address", "dateline": "in its dateline",
}  # fmt: skip
"""Where on a page a date stands, by the `known_by` of what states it."""
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
    """A date in EDTF, or an ISO time, for people: "3 March 2031", "3 March 2031 or later"; "" for none.

    What is known as an interval stays one: its first day alone would be a guess.
    """
    low, slash, high = (text or "").partition("/")
    if not slash:
        return dated(_month(low)) if len(low) == 7 else dated(low)
    if low in ("", ".."):
        return "" if high in ("", "..") else f"{day(high)} or earlier"
    return f"{day(low)} or later" if high in ("", "..") else f"between {day(low)} and {day(high)}"


def _month(text: str) -> str:
    try:
        return f"{dt.date.fromisoformat(text + '-01'):%B}\u00a0{text[:4]}"
    except ValueError:
        return text


DATES = re.compile(
    r"(?P<quoted>“[^”]{0,400}”)"
    r"|(?<![\w/-])(?P<day>\d{4}-\d\d-\d\d)(?:T[\d:.]{1,15}(?:Z|[+-]\d\d:?\d\d)?| to (?P<last>\d\d)\b)?(?![\w/]|-\d)"
)
"""ISO days in a line of ours, with the time of day after them, or the last day of a few; the words of a page in
quotation marks are taken first, so that they stay as they are."""


def dated(text: str | None) -> str:
    """A line of ours with its ISO days as people write them, and no line's end inside one: "8 May 2023 or later"."""
    return DATES.sub(_dated, text or "")


def _dated(found: re.Match[str]) -> str:
    try:
        first = dt.date.fromisoformat(found["day"] or "")
    except ValueError:
        return found[0]
    days = f"{first.day} to {int(found['last'])}" if found["last"] else str(first.day)
    return f"{days}\u00a0{first:%B}\u00a0{first.year}"


STATES = re.compile(r"(the page states [^()]{1,40}) \(([\w-]{1,12})\)")


def known(reason: str | None) -> str:
    """Why a date is taken, in words: where on the page it stands rather than the name of the field."""
    return dated(STATES.sub(lambda found: f"{found[1]} {WITNESSES.get(found[2], '')}".rstrip(), shown(reason)))


def before(prefix: str | None) -> str:
    """The words before a quotation: what the page's piece of context begins in the middle of goes, for an ellipsis."""
    text = shown(prefix)
    if len(prefix or "") < CONTEXT:
        return text
    return f"… {text.partition(' ')[2]}".rstrip()


def after(suffix: str | None) -> str:
    """The words after one, as far as they are whole."""
    text = shown(suffix)
    if len(suffix or "") < CONTEXT:
        return text
    return f"{text.rpartition(' ')[0]} …".lstrip()


CONTEXT = 40
"""Characters around a quotation in a receipt, where the article has so many (`compare/receipts.py`)."""
