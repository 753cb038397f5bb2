"""Stripped text as lines: leftover tags and entities gone, hard wrapping undone, list and heading marks read.

Every later rule of plain-text cleaning works on these lines, so that it need not know in which of its many forms the
text came. A line's `text` has single blanks and no marks; what the marks said stands in its other fields.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

MAX_LINES = 10_000
"""Lines beyond this are not read: the longest real page in the benches has 4,000."""
LONGEST_WRAP = 130
"""Text is wrapped for reading at 60 to 100 characters; lines longer than this are paragraphs."""

BLOCK_TAGS = (
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
INLINE_TAGS = (
    "a|abbr|acronym|b|big|body|cite|code|del|em|font|head|html|i|iframe|img|ins|kbd|mark|meta|q|s"
    "|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_BLOCK_TAG = re.compile(rf"</?(?:{BLOCK_TAGS})\b[^<>]{{0,1000}}>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{INLINE_TAGS})\b[^<>]{{0,1000}}>", re.IGNORECASE)
_UNSEEN_OPEN = re.compile(r"<(script|style|noscript)\b[^<>]{0,1000}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")

_NEWLINE = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
_UNPRINTED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]"
    r"|[\ud800-\udfff]"
)
_BLANKS = re.compile(r"\s+")

_BULLET = re.compile(r"(?:[*+\-–—•·●▪◦‣»›o]|\d{1,3}[.)])(?:\s+|$)")
_HEADING = re.compile(r"#{1,6}\s+")
_QUOTED = re.compile(r"^\s{0,12}(?:>\s?){1,5}(?=\S)")
_RULE = re.compile(r"[\s*_=~\-–—.•·|/\\]*$")
_EMPHASIS = (
    re.compile(r"(?<!\w)\*\*(?=\S)([^*]{1,2000}?)(?<=\S)\*\*(?!\w)"),
    re.compile(r"(?<!\w)__(?=\S)([^_]{1,2000}?)(?<=\S)__(?!\w)"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*])\*(?![\w*])"),
    re.compile(r"(?<!\w)_(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])_(?!\w)"),
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\((?:https?:|/|#|mailto:)[^()\s]{0,1000}\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_MARKDOWN = re.compile(r"^[ \t]{0,20}(?:#{1,6} \S|\* \* \*[ \t]{0,9}$)|\*\*\S|\]\(https?:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text that its writer meant as a line: a paragraph, a heading, an entry of a list."""

    text: str
    indent: int = 0
    bullet: str = ""
    """The mark before it as written ("*", "1."), empty for none."""
    heading: bool = False
    gap: bool = False
    """A blank line stands before it."""
    aside: bool = False
    """Known from where it stood in a flattened text to be no part of the article."""


def squeeze(text: str) -> str:
    """`text` with every run of white space as one blank, none at the ends, and no characters that print nothing."""
    return _BLANKS.sub(" ", _UNPRINTED.sub("", text)).strip()


def lines_of(text: str) -> list[Line]:
    """The lines of stripped text, empty ones left out. Time is linear in the length of `text`."""
    text = _NEWLINE.sub("\n", without_tags(text))
    marked = bool(_MARKDOWN.search(text))
    raw = text.split("\n", MAX_LINES)[:MAX_LINES]
    raw = [_QUOTED.sub("", _UNPRINTED.sub("", line).replace("\t", "    ")).rstrip() for line in raw]
    lines: list[Line] = []
    gap = False
    for line in unwrapped(raw):
        read = _line(line, gap, marked)
        if read is None:
            gap = True
        else:
            lines.append(read)
            gap = False
    return lines


def without_tags(text: str) -> str:
    """`text` with leftover HTML tags as line breaks or nothing, and entities as their characters."""
    if "<" in text:
        text = _without_unseen(text)
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))
    if "&" in text and _ENTITY.search(text):
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
        if _BLOCK_TAG.search(text):
            text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))
    return text


def _without_unseen(text: str) -> str:
    """Scripts and styles cut out with what they hold. A pattern over both ends would take quadratic time."""
    kept: list[str] = []
    at = 0
    while match := _UNSEEN_OPEN.search(text, at):
        close = text.lower().find(f"</{match.group(1).lower()}", match.end()) if len(kept) < 200 else -1
        if close < 0:
            break
        kept.append(text[at : match.start()])
        end = text.find(">", close)
        at = len(text) if end < 0 else end + 1
    return "".join([*kept, text[at:]])


def _line(raw: str, gap: bool, marked: bool) -> Line | None:
    """`raw` as a Line; None when nothing is written on it."""
    indent = len(raw) - len(raw.lstrip())
    text = squeeze(raw)
    if not text or _RULE.match(text):
        return None
    bullet, heading = "", False
    if match := _BULLET.match(text):
        bullet, text = match.group().strip(), text[match.end() :]
    if match := _HEADING.match(text):
        heading, text = True, text[match.end() :]
    if marked:
        text = squeeze(_unmarked(text))
    if not text or _RULE.match(text):
        return None
    if bullet in ("-", "–", "—") and not text[0].isdigit() and (len(text) > 80 or text[-1] in '.?!"”'):
        text, bullet = f"{bullet} {text}", ""  # speech and datelines begin with a dash, entries of a list are short
    return Line(text, indent, bullet, heading, gap)


def _unmarked(text: str) -> str:
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text)


# --- hard-wrapped text -----------------------------------------------------------------------------------------------


def unwrapped(raw: list[str]) -> list[str]:
    """Lines joined again that were broken only because the page was full.

    A writer of wrapped text breaks a line when the next word no longer fits. So, with the page's width known, two lines
    belong together exactly when the first word of the second would not have fitted on the first.
    """
    width = wrap_width(raw)
    if width is None:
        return _unbroken(raw)
    words = {word for line in raw for word in re.findall(r"[^\W\d_]+", line.lower())}
    joined: list[str] = []
    open_line = False
    for index, line in enumerate(raw):
        if open_line and joined:
            joined[-1] = _joined(joined[-1], line.strip(), words)
        else:
            joined.append(line)
        following = raw[index + 1] if index + 1 < len(raw) else ""
        open_line = _runs_on(line, following, width)
    return _unbroken(joined)


_UNFINISHED = re.compile(r"(?<=[\w,] )(?:of|the|a|an|in|to|that|and|at|by|for|with|from|which|their|its|his)$")
"""No headline, caption or paragraph ends in one of these: the line was broken in the middle of a sentence."""
_UNFINISHED_WORDS = 9
"""A shorter line may be a label ("Sign up for", "Powered by") or a menu."""


def _unbroken(raw: list[str]) -> list[str]:
    """Lines joined again that were broken inside a sentence, whatever the width of the page."""
    joined: list[str] = []
    for line in raw:
        before = joined[-1] if joined else ""
        runs_on = len(before.split()) >= _UNFINISHED_WORDS and _UNFINISHED.search(before[-40:])
        if runs_on and line.strip() and not _BULLET.match(line.strip()) and not _HEADING.match(line):
            joined[-1] = f"{before} {line.strip()}"
        else:
            joined.append(line)
    return joined


def wrap_width(raw: list[str]) -> int | None:
    """The width at which the lines were broken, in characters; None when they were not.

    Wrapped lines gather just below the width, and hardly any is longer. Those that have a line below must be too full
    for its first word.
    """
    lengths = [len(line) if " " in line.strip() else 0 for line in raw]
    counts = [0] * (LONGEST_WRAP + 60)
    for length in lengths:
        counts[min(length, len(counts) - 1)] += 1
    best, width = 0, None
    for candidate in range(50, LONGEST_WRAP):
        near, over = sum(counts[candidate - 9 : candidate + 1]), sum(counts[candidate + 1 :])
        if not counts[candidate] or near <= best or over > 1.2 * near:
            continue
        pairs = [i for i in range(len(raw) - 1) if candidate - 9 <= lengths[i] <= candidate and raw[i + 1].strip()]
        full = sum(_runs_on(raw[i], raw[i + 1], candidate) for i in pairs)
        # Where many lines are longer, it takes more of them to show that the rest is wrapped.
        enough = (3, 0.7) if over <= 0.06 * near else (6, 0.75) if over <= 0.75 * near else (10, 0.8)
        if full >= enough[0] and full >= enough[1] * len(pairs):
            best, width = near, candidate
    return width


def _runs_on(line: str, following: str, width: int) -> bool:
    if not line.strip() or not following.strip() or _BULLET.match(following.strip()) or _HEADING.match(following):
        return False
    if len(line) > width and " " in line.strip():
        return False
    first = following.split(maxsplit=1)[0]
    # html2text breaks at hyphens too: what had to fit is then only the part up to the hyphen.
    first = first[: first.find("-") + 1] or first
    return len(line) + 1 + len(first) > width


def _joined(line: str, following: str, words: set[str]) -> str:
    if not (len(line) > 1 and line[-1] == "-" and line[-2].isalpha()) or following[:1] in "-–—&":
        return f"{line} {following}"
    last, first = re.findall(r"[^\W\d_]+", line)[-1:], re.findall(r"[^\W\d_]+", following)[:1]
    whole = "".join([*last, *first]).lower()
    return line[:-1] + following if whole in words else line + following
