"""The notes and captions about a stripped page's body: they are kept, for they date things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.clean import dates
from twosource.clean.blocks import Block, word_count
from twosource.clean.furniture import BUTTONS
from twosource.records import Note

SHORTEST = 5
"""Words; less is the name of who took a picture, or what a button calls it."""
ABOVE = 12
"""Lines above a body without a title in which its captions and notes stand."""
BELOW = 8
"""Lines below a body in which its notes stand."""

_NAME = r"[A-ZÀ-ÞА-Я][\w.'’-]*(?: [A-ZÀ-ÞА-Я][\w.'’-]*){0,3}"
_PICTURE_END = re.compile(
    r"[(\[][^()\[\]]{0,40}\b(?i:photo|picture|image|pic|photograph|credit)s?\b[^()\[\]]{0,60}[)\]]\.?$"  # (Picture: X)
    r"|\b(?i:photo|picture|image|photograph|credit|foto|фото)s?(?: by)? ?[:/] ?[^.:]{2,60}$"  # Photo: X
    rf"|[^\s©] ?© ?[^.©]{{2,60}}$|\b{_NAME}/{_NAME}$"  # © X, The Paper/X
    rf"|[.!?](?: ?\|)? ?{_NAME} for (?:the )?{_NAME}$|[\w.] \| {_NAME}$"  # X for The Paper, | X
    r"|[a-z][.!?][A-Z][a-z]+ [A-Z][\w'’-]+$",  # X, glued to the sentence by stripping
)
"""Who took a picture, at the end of what is said about it."""
_IN_PICTURE_END = ("/", "©", " for ", " | ")
_ALTERNATIVE = re.compile(r"\[(?:image|photo|picture)\b[^\]]*\]$", re.IGNORECASE)
"""What a browser reads out in place of a picture: the caption below it says the same."""
_CREDIT = re.compile(
    r"(?:(?:image|photo|picture|media)s? (?:source|credit|copyright)"
    r"|(?:image|photo|picture|credit|photograph)s? ?(?:by|:)|©)[ ,:].{2,60}",
    re.IGNORECASE,
)
"""A line that only says who took the picture beside it."""
_LINK = re.compile(r"(?:in pictures|gallery|map|graphic|watch|video|listen|photos) ?:", re.IGNORECASE)
"""Before the title of a page of pictures."""
_TOOLS = frozenset("text size font a x a- a+ of next play mute share this".split()) | BUTTONS


def notes_about(page: Sequence[Block], kept: Sequence[int], title: int) -> tuple[Note, ...]:
    """Notes and captions from the title to the foot of the body, in the order of the page.

    `kept` are the lines of the body, `title` is where its title stands (the body's first line where there is none).
    """
    start = title if kept[0] - 40 < title < kept[0] else max(0, kept[0] - ABOVE)
    own = {*kept, title}
    about = (index for index in range(start, min(len(page), kept[-1] + 1 + BELOW)) if index not in own)
    found = {note.text: note for index in about if (note := _note(page, index, index > kept[-1]))}
    return tuple(found.values())


def _note(page: Sequence[Block], index: int, below: bool) -> Note | None:
    block = page[index]
    if block.note is not None:
        return block.note
    text = _caption(page, index, below)
    return None if text is None else caption_note(text)


def caption_note(text: str) -> Note:
    """A caption as a note, with the first day that it states."""
    stated = dates.dates_in(text)
    return Note("caption", text, stated[0].value if stated else None)


def _caption(page: Sequence[Block], index: int, below: bool) -> str | None:
    """What the line says about a picture; None when it is no caption. Below the body other pages' begin."""
    block = page[index]
    if block.label == "caption" and block.words >= SHORTEST:
        following = page[index + 1] if index + 1 < len(page) else None
        labelled = index > 0 and page[index - 1].text.rstrip(" ,:").lower().endswith("caption")
        told = following is not None and following.label == "caption" and following.words >= SHORTEST
        if (
            (_LINK.match(block.text) and not labelled)
            or (block.words <= 8 and _CREDIT.fullmatch(block.text))
            or (told and _ALTERNATIVE.match(block.text))
        ):
            return None
        return block.text if not below or _is_credited(block.text) else None
    if below or block.label not in ("short", "sentence", "prose", "aside") or len(block.text) > 600:
        return None
    after = page[index + 1] if index + 1 < len(page) else None
    credited = after is not None and after.words <= 8 and _CREDIT.fullmatch(after.text)
    if block.words < SHORTEST or not (credited or _is_credited(block.text)):
        return None
    text = " ".join(_after_tools(block.text)) if block.label == "aside" else block.text
    return text if word_count(text) >= SHORTEST else None


def _is_credited(text: str) -> bool:
    """Whether `text` ends in who took the picture. Every form has a mark, or is glued to the word before the last."""
    glued = text.rpartition(" ")[0].rpartition(" ")[2]
    marked = (
        ":" in text[-62:]
        or text.rstrip(".")[-1:] in (")", "]")
        or any(sign in text for sign in _IN_PICTURE_END)
        or any(stop in glued for stop in ".!?")
    )
    return marked and bool(_PICTURE_END.search(text))


def _after_tools(text: str) -> Iterator[str]:
    """The words of a flat page's caption behind the buttons that stand before it."""
    words = text.split()
    last = max((i for i, word in enumerate(words[:-SHORTEST]) if word.strip(":.,").lower() in BUTTONS), default=-1)
    started = False
    for word in words[last + 1 :]:
        started = started or not (word.lower() in _TOOLS or word.isdigit())
        if started:
            yield word
