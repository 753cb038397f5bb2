"""Stripped text as lines: leftover tags and entities gone, hard wrapping undone, list and heading marks read.

Every later rule of plain-text cleaning works on these lines, so that it need not know in which of its many forms the
text came. A line's `text` has single blanks and no marks; what the marks said stands in its other fields.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from itertools import accumulate, pairwise

from msgspec import Struct
from msgspec.structs import replace

from twosource.clean.hyphens import Words, joined_at

MAX_LINES = 10_000
"""Lines beyond this are not read: the longest real page in the benches has 4,000."""
NARROWEST_WRAP = 50
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
_UNSEEN_OPEN = re.compile(r"<(script|style|noscript)\b[^<>]{0,1000}>", re.IGNORECASE | re.ASCII)
_UNSEEN_CLOSE = {name: re.compile(rf"</{name}[^>]*>?", re.IGNORECASE) for name in ("script", "style", "noscript")}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")

_NEWLINES = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_UNPRINTED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]"
    r"|[\ud800-\udfff]"
)

_BULLETS = frozenset("*+-–—•·●▪◦‣»›o")
_DASHES = frozenset("-–—")
_POINTS = _BULLETS - _DASHES
"""Behind one of these and a blank, letters are always an entry of a list."""
_NUMBER = re.compile(r"\d{1,3}[.)](?:\s+|$)")
_HEADING = re.compile(r"#{1,6}\s+")
_MARK = re.compile(r"[*+\-–—•·●▪◦‣»›o]|\d{1,3}[.)]|#{1,6}")
"""A first word that is the mark of a list's entry or of a heading."""
LONGEST_MARK = 6
_QUOTED = re.compile(r"^\s{0,12}(?:>\s?){1,5}(?=\S)")
_OF_RULES = " *_=~-–—.•·|/\\"
_RULE = re.compile(rf"[\s{re.escape(_OF_RULES)}]*$")
_EMPHASIS = (  # Possessive, for the closing mark is the next one of its kind or none.
    ("**", re.compile(r"(?<!\w)\*\*(?=\S)([^*]{1,2000}+)(?<=\S)\*\*(?!\w)")),
    ("__", re.compile(r"(?<!\w)__(?=\S)([^_]{1,2000}+)(?<=\S)__(?!\w)")),
    ("*", re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,2000}+)(?<=[^\s*])\*(?![\w*])")),
    ("_", re.compile(r"(?<!\w)_(?=[^\s_])([^_]{1,2000}+)(?<=[^\s_])_(?!\w)")),
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\((?:https?:|/|#|mailto:)[^()\s]{0,1000}(?: \"[^\"\n]{0,200}\")?\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_MARKDOWN = tuple(
    (sign, re.compile(form))
    for sign, form in (
        ("**", r"\*\*\S"),
        ("]", r"\]\(https?:"),
        ("#", r"\n[ \t]{0,20}#{1,6} \S"),
        ("* * *", r"\n[ \t]{0,20}\* \* \*[ \t]{0,9}(?:\n|$)"),
    )
)
"""Each with what it cannot do without, which is looked for first."""


class Line(Struct, frozen=True, gc=False):
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
    return " ".join(_UNPRINTED.sub("", text).split())


def lines_of(text: str) -> list[Line]:
    """The lines of stripped text, empty ones left out. Time is linear in the length of `text`."""
    text = without_tags(text)
    for newline in _NEWLINES:
        text = text.replace(newline, "\n")
    marked = any(sign in text and form.search("\n" + text) for sign, form in _MARKDOWN)
    text = _UNPRINTED.sub("", text).replace("\t", "    ")
    raw = text.split("\n", MAX_LINES)[:MAX_LINES]
    if ">" in text:
        raw = [_QUOTED.sub("", line) if ">" in line else line for line in raw]
    raw = [line.rstrip() for line in raw]
    lines: list[Line] = []
    gap = False
    whole = unwrapped(raw)
    rows = table_rows(whole)
    for index, line in enumerate(whole):
        read = _line(line, gap, marked) if line else None
        if read is None:
            gap = True
        else:
            lines.append(replace(read, aside=True) if index in rows else read)
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
        close = _UNSEEN_CLOSE[match.group(1).lower()].search(text, match.end())
        if close is None:  # a page saved in part: what follows is script, or words that "noscript" was to show
            end = len(text) if match.group(1).lower() == "noscript" else match.start()
            return "".join([*kept, text[at:end]])
        kept.append(text[at : match.start()])
        at = close.end()
    return "".join([*kept, text[at:]])


def _line(raw: str, gap: bool, marked: bool) -> Line | None:
    """`raw` as a Line; None when nothing is written on it. Blanks at its end are gone, and so are tabs."""
    text = raw.lstrip()
    indent = len(raw) - len(text)
    if "  " in text or not text.isascii():
        text = " ".join(text.split())
    first = text[0]
    bullet, heading = "", False
    if first in _POINTS and text[1:2] == " " and text[2].isalpha():
        bullet, text = first, text[2:]
    if bullet or (first.isalpha() and first != "o"):  # the o of inscriptis is a mark, too
        return Line(_unmarked(text) if marked else text, indent, bullet, heading, gap)
    if first in _OF_RULES and _is_rule(text):
        return None
    bullet, text = _bullet(text)
    if text[:1] == "#" and (match := _HEADING.match(text)):
        heading, text = True, text[match.end() :]
    if marked:
        text = _unmarked(text)
    if not text or (text[0] in _OF_RULES and _is_rule(text)):
        return None
    if bullet and bullet in _DASHES and not text[0].isdigit() and (len(text) > 80 or text[-1] in '.?!"”'):
        text, bullet = f"{bullet} {text}", ""  # speech and datelines begin with a dash, entries of a list are short
    return Line(text, indent, bullet, heading, gap)


def _bullet(text: str) -> tuple[str, str]:
    """The mark with which a line of single blanks begins, "" for none, and the rest of it."""
    if text[0] in _BULLETS:
        return (text[0], text[2:]) if text[1:2] in ("", " ") else ("", text)
    if text[0].isdigit() and (match := _NUMBER.match(text)):
        return match.group().rstrip(), text[match.end() :]
    return "", text


def _is_rule(line: str) -> bool:
    """Whether nothing but blanks, dashes, dots and the like stands on a line."""
    rest = line.strip(_OF_RULES)
    return not rest or (rest[0].isspace() and _RULE.match(rest) is not None)


def _is_mark(word: str) -> bool:
    return len(word) <= LONGEST_MARK and (word == "o" or not word[0].isalpha()) and _MARK.fullmatch(word) is not None


def _unmarked(text: str) -> str:
    """`text` without marks of Markdown; most lines have none, which looking for a character tells soonest."""
    if "*" not in text and "_" not in text and "]" not in text and "\\" not in text:
        return text
    plain = _LINK.sub(r"\1", _IMAGE.sub("", text)) if "](" in text else text
    for mark, pattern in _EMPHASIS:
        if mark in plain:
            plain = pattern.sub(r"\1", plain)
    return " ".join((_ESCAPE.sub(r"\1", plain) if "\\" in plain else plain).split())


# --- hard-wrapped text -----------------------------------------------------------------------------------------------


def unwrapped(raw: list[str]) -> list[str]:
    """Lines joined again that were broken only because the page was full.

    A writer of wrapped text breaks a line when the next word no longer fits. So, with the page's width known, two lines
    belong together exactly when the first word of the second would not have fitted on the first.
    """
    width = wrap_width(raw)
    if width is None:
        return _joined_fragments(_unbroken(raw))
    joined: list[str] = []
    words = Words(raw)
    open_line = False
    for line, following in pairwise([*raw, ""]):
        if open_line:
            joined[-1] = joined_at(joined[-1], line.strip(), words)
        else:
            joined.append(line)
        open_line = following != "" and line != "" and _runs_on(line, following, width) and not _is_rule(line)
    return _unbroken(joined)


_UNFINISHED = tuple(f" {word}" for word in "of the a an in to that and at by for with from which their its his".split())
"""No headline, caption or paragraph ends in one of these: the line was broken in the middle of a sentence."""
_LAST_WORDS = frozenset(word.strip() for word in _UNFINISHED)
_UNFINISHED_WORDS = 9
"""A shorter line may be a label ("Sign up for", "Powered by") or a menu."""


_OPEN_LINK = re.compile(r"\[[^\[\]]{0,150}$")
_CLOSED_LINK = re.compile(r"[^\[\]]{0,100}\]\((?:https?:|/|#|mailto:)")
"""A link of Markdown whose words were broken over two lines."""


def _is_one_link(before: str, line: str) -> bool:
    return bool(_OPEN_LINK.search(before[-200:]) and _CLOSED_LINK.match(line))


def _unbroken(raw: list[str]) -> list[str]:
    """Lines joined again that were broken inside a sentence, whatever the width of the page."""
    may_go_on = [index for index, line in enumerate(raw[:-1], 1) if line.rpartition(" ")[2] in _LAST_WORDS]
    if "](" in "\n".join(raw):
        may_go_on = sorted({*may_go_on, *[index for index, line in enumerate(raw) if "](" in line]})
    joined: list[str] = []
    done = 0
    for index in may_go_on:
        line = raw[index]
        joined += raw[done:index]
        done = index + 1
        before = joined[-1] if joined else ""
        link = "](" in line and len(before) < LONGEST_JOINED and _is_one_link(before, line)
        if link or (_is_unfinished(before) and (words := line.split(maxsplit=1)) and not _is_mark(words[0])):
            joined[-1] = f"{before} {line.strip()}"
        else:
            joined.append(line)
    return joined + raw[done:]


_WIDE = re.compile(r"\S( {3,})\S")
_FIGURE = re.compile(r"[-+−]?[\d.,]+ ?%?$|n/a$|-+$")
ROWS = 3


def table_rows(raw: list[str]) -> set[int]:
    """Indexes of lines that are rows of a table: several on end with figures behind wide blanks, or cells that stand
    under each other."""
    wide = [
        index
        for index, line in enumerate(raw)
        if "   " in line and len(line) <= LONGEST_WRAP and "   " in line.strip() and _WIDE.search(line)
    ]
    found: set[int] = set()
    run: list[int] = []
    for index in [*wide, len(raw)] if len(wide) >= ROWS else ():
        if run and (index == len(raw) or not all(line and _is_rule(line) for line in raw[run[-1] + 1 : index])):
            if len(run) >= ROWS and _is_table([raw[i] for i in run]):
                found.update(run)
            run = []
        run.append(index)
    return found


def _is_table(rows: list[str]) -> bool:
    figures = sum(bool(_FIGURE.match(row.split("   ")[-1].strip())) for row in rows)
    starts = [match.end() - 1 for row in rows if (match := _WIDE.search(row))]
    return 2 * figures >= len(rows) or (max(map(starts.count, starts)) >= 0.8 * len(rows))


_CONTINUES = re.compile(r"[,;:)](?! ?[-)(DPp])|[’']s (?=\w)|[a-zà-öø-ÿа-я](?:.*[.!?][\"”’»)]*$|(?:\S+ ){9})")
"""A line that begins in the middle of a sentence: with its comma, or in small letters and to the sentence's end."""
_MID_SENTENCE = frozenset(",;:)’'") | {chr(code) for code in range(0x450) if re.match("[a-zà-öø-ÿа-я]", chr(code))}
"""The first characters of such a line."""
LONGEST_JOINED = 5_000
"""Characters; joining to ever longer lines takes quadratic time."""
_LINK_WORDS = 8
"""A link or a name inside a sentence is seldom longer."""


def _joined_fragments(raw: list[str]) -> list[str]:
    """Sentences joined again whose links and names were each put on a line of their own."""
    joined: list[str] = []
    for line in raw:
        if line and line[0] in _MID_SENTENCE and joined and _is_open(joined[-1]) and _CONTINUES.match(line):
            if len(joined) > 1 and _is_open(joined[-2]) and _holds(joined[-2], joined[-1]):
                link = joined.pop()
                joined[-1] = f"{joined[-1]} {link}"
            joined[-1] = joined[-1] + ("" if line[0] in ",;:)’'" else " ") + line
        else:
            joined.append(line)
    return joined


def _is_open(line: str) -> bool:
    return (
        line != ""
        and len(line) < LONGEST_JOINED
        and (line[-1].isalnum() or line[-1] in ",)’'")
        and not _is_mark(line.split(maxsplit=1)[0])
    )


def _holds(before: str, link: str) -> bool:
    """Whether the link on a line of its own belongs to the sentence that the line before it begins."""
    inside = (
        link[0].islower() or f"{before[before.rfind(' ') :]} " in _UNFINISHED or before.endswith((" said", "By", "by"))
    )
    return inside and link.count(" ") < _LINK_WORDS


def _is_unfinished(line: str) -> bool:
    """Whether `line` ends in the middle of a sentence: in one of these words, behind a word or a comma."""
    last = line.rfind(" ")
    if last < 0 or line[last + 1 :] not in _LAST_WORDS:
        return False
    before = line[last - 1]
    return (before.isalnum() or before in "_,") and len(line.split(maxsplit=_UNFINISHED_WORDS)) >= _UNFINISHED_WORDS


def wrap_width(raw: list[str]) -> int | None:
    """The width at which the lines were broken, in characters; None when they were not.

    Wrapped lines gather just below the width, and hardly any is longer. Those that have a line below must be too full
    for its first word.
    """
    counts = [0] * (LONGEST_WRAP + 1)
    followed: defaultdict[int, list[int]] = defaultdict(list)
    for index, length in enumerate(map(len, raw)):
        if length > NARROWEST_WRAP - 10 and " " in raw[index].strip():
            if length < LONGEST_WRAP:
                counts[length] += 1
                followed[length].append(index)
            else:
                counts[LONGEST_WRAP] += 1
    upto = list(accumulate(counts))
    below = [*raw[1:], ""]
    needed: dict[int, list[int]] = {}
    best, width = 0, None
    for candidate in range(NARROWEST_WRAP, LONGEST_WRAP):
        if not counts[candidate]:
            continue
        near, over = upto[candidate] - upto[candidate - 10], upto[-1] - upto[candidate]
        if near <= best or over > 1.2 * near:
            continue
        needs: list[int] = []
        for length in range(candidate - 9, candidate + 1):
            if length not in needed:
                needed[length] = [_needed(raw[i], below[i]) for i in followed.get(length, ()) if below[i]]
            needs += needed[length]
        full = sum([need > candidate for need in needs])
        # Where many lines are longer, it takes more of them to show that the rest is wrapped.
        enough = (3, 0.7) if over <= 0.06 * near else (6, 0.75) if over <= 0.75 * near else (10, 0.8)
        if full >= enough[0] and full >= enough[1] * len(needs):
            best, width = near, candidate
    return width


def _runs_on(line: str, following: str, width: int) -> bool:
    if line[-1] == "-" and line[-2:-1].isalpha() and following.lstrip()[:1].islower():
        return True
    if len(line) + 1 + len(following) <= width:
        return False  # all of it would have fitted
    fits = len(line) <= width or " " not in line.strip()
    return fits and _needed(line, following) > width


def _needed(line: str, following: str) -> int:
    """The width at which the first word of `following` just fits on `line`; 0 where it begins a line of its own."""
    words = following.split(maxsplit=1)
    if not words or _is_mark(words[0]):
        return 0
    # html2text breaks at hyphens too: what had to fit is then only the part up to the hyphen.
    return len(line) + 1 + (words[0].find("-") + 1 or len(words[0]))
