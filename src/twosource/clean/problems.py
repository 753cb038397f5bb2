"""Pages that are no article: what they are instead, in one line that says what happened, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.blocks import Block

EMPTY = (
    "nothing is written on this page; it was saved empty or before its content loaded; save it again once it shows text"
)
CONSENT = (
    "only a cookie or consent notice is written here; it was saved before consent was given; save the article itself"
)
WALL = "only a notice to subscribe or sign in is written here; the article is behind a wall; save it while signed in"
ERROR = "this is an error page or a check for robots; the site did not hand out the article; open and save it again"
INDEX = "this looks like a list of articles, not one; a front or section page was saved; save the articles themselves"
CUT = "no article stands in the part of this page that was read; {}; save the article alone"
SHORT = "fewer than {} words of running text; the page is a stub, or its text was not saved; check what was saved"

_ERROR = re.compile(
    r"\b(?:404|403|50[0234])\b.{0,40}\b(?:error|not found|forbidden|bad gateway|unavailable)"
    r"|page (?:not found|cannot be found|could not be found|does not exist)|access denied|are you a (?:ro)?bot"
    r"|verify (?:that )?you are (?:a )?human|captcha|checking your browser|enable javascript|just a moment"
    r"|service unavailable|too many requests|unusual traffic",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bGDPR\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r)?\b", re.IGNORECASE)
_SAID = re.compile(r"[\"“”]|\b(?:said|says|told|according to)\b", re.IGNORECASE)
_WALL = re.compile(
    r"\bsubscri(?:be|ber|ption)|\bsign in\b|\blog in\b|\bregister\b|\bfree trial\b|\bper month\b", re.IGNORECASE
)
_MORE = re.compile(
    r"(?:read|see|view) more\b.{0,20}|continue reading.{0,20}|.{0,80}\bago|yesterday.{0,10}", re.IGNORECASE
)


def problem(page: Sequence[Block], kept: Sequence[int], min_words: int) -> str | None:
    """Why the page is no article; None when the lines `kept` are one."""
    words = sum(page[index].words for index in kept)
    if words >= min_words:
        body = " ".join(page[index].text for index in kept)
        if words < 120 and _ERROR.search(body) and not _SAID.search(body):
            return ERROR
        if words < 120 and len(_CONSENT.findall(body)) >= 2 and len(_YOU.findall(body)) >= 2 and not _SAID.search(body):
            return CONSENT
        return INDEX if _is_index(page, kept) else None
    text = " ".join(block.text for block in page[:400])
    if not text:
        return EMPTY
    total = sum(block.words for block in page)
    if total < 200 and _ERROR.search(text):
        return ERROR
    ages = sum(bool(_MORE.fullmatch(block.text)) or block.label == "date" for block in page)
    if (len(page) >= 40 and total >= 150) or (ages >= 4 and len(page) >= 10):
        return INDEX
    if len(_CONSENT.findall(text)) >= 2:
        return CONSENT
    if len(_WALL.findall(text)) >= 2:
        return WALL
    return SHORT.format(min_words)


def _is_index(page: Sequence[Block], kept: Sequence[int]) -> bool:
    """Whether short texts, each with a title above and a date or an invitation to read on, follow each other."""
    prose = [index for index in kept if page[index].label == "prose"]
    lone = sum(
        page[index].words < 60 and index > 0 and page[index - 1].label not in ("prose", "sentence") for index in prose
    )
    if len(prose) < 4 or lone < 0.8 * len(prose):
        return False
    between = page[kept[0] : kept[-1] + 1]
    marks = sum(block.label in ("date", "byline") or bool(_MORE.fullmatch(block.text)) for block in between)
    return marks >= 0.7 * len(prose)
