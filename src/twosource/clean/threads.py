"""The readers' comments of a stripped page: where their thread begins, and which of its lines are comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.blocks import Block

_COUNTED = re.compile(
    r"(?:(?:readers?['’]? )?comments?|комментари[ий]|commentaires?|kommentare?|comentarios?|commenti) ?\(\d{1,5}\)"
    r"(?: .{0,40})?",
    re.IGNORECASE,
)
"""Heads a thread even where its tools stand on the same line ("Comments (48) Sort by: Oldest")."""
_POST = re.compile(r"#\d{1,5}")
"""Numbers of the posts in a forum."""
_SPEAKER = re.compile(r"[A-Z][\w.-]{1,20}(?: [\w.-]{1,20}){0,2}: \S")
_ABBREVIATED = re.compile(r"[^\W\d_]\w+ [^\W\d_]\.")
"""A reader's name, which is no sentence though a full stop ends it."""
_SIGN = re.compile(
    r"\b(?:reply|replies|like|likes|report|says|said|wrote|ago|permalink|upvote|dislike|ответить|répondre|antworten"
    r"|responder|rispondi)\b",
    re.IGNORECASE,
)
"""What stands beside a comment."""
_RULES = re.compile(
    r"\b(?:log(?:ged)? in|sign(?:ed)? in|registered|moderated|house rules|required fields|all comments|form field"
    r"|comments (?:are|must|will|should)|be (?:polite|kind|civil))\b",
    re.IGNORECASE,
)
"""What the site tells those who would comment."""
_MORE = re.compile(
    r"(?:view|show|load|see) (?:all|more)(?: .{0,20})?(?:comments|entries|posts).{0,10}|next messages", re.IGNORECASE
)
"""Behind this button the thread goes on elsewhere, and here the rest of the page begins."""
_PLAIN_WORDS = 8
"""Words from which on a line without a full stop is what somebody wrote carelessly, and no name or button."""
_SMALL = 6
"""Lines; so small a thread has no other lines of the page in it."""
_BEFORE, _LITTLE, _MOST_OF_IT = 60, 20, 0.3
"""Words of an article that stand before a thread; of a short one fewer, but this share, or with a thread's marks."""
_MARKS = re.compile(
    r"\b(?:reply|says|said:|wrote:|permalink|upvote|report abuse|anonymous"
    r"|\d+ (?:minutes|hours|days|weeks|months|years) ago)\b",
    re.IGNORECASE,
)
"""What stands in the first lines of a thread."""


def thread_start(blocks: Sequence[Block]) -> int:
    """Index of the line that heads the readers' comments; the number of blocks when there is none.

    A counter of comments at the head of an article ("12 comments") heads none: before a thread stands the article.
    """
    before = 0
    total = sum([block.words for block in blocks if block.label == "prose"])
    enough = min(_BEFORE, _MOST_OF_IT * total)
    for index, block in enumerate(blocks):
        if block.label == "comments" and before >= _LITTLE and (before >= enough or _is_marked(blocks, index)):
            return index
        if before >= _BEFORE and block.words <= 10 and "(" in block.text and _COUNTED.fullmatch(block.text):
            return index
        if block.label == "prose":
            before += block.words
    return len(blocks)


def _is_marked(blocks: Sequence[Block], index: int) -> bool:
    after = blocks[index + 1 : index + 12]
    marked = any(block.words <= 12 and _MARKS.search(block.text[:80]) for block in after)
    return marked or (bool(after) and bool(re.match(r"\d", after[0].line.bullet)))


def comments_of(blocks: Sequence[Block], kept: Sequence[int], end: int, outlet: str | None) -> tuple[str, ...]:
    """The comments in the thread that begins at `end`; without one, the answers to a forum's post."""
    if end < len(blocks):
        return comments_in(blocks[end:], outlet)
    posts = [i for i in range(kept[-1] + 1, len(blocks)) if _POST.fullmatch(blocks[i].text)]
    if len(posts) < 2 or not any(_POST.fullmatch(block.text) for block in blocks[: kept[0]]):
        return ()
    return comments_in(blocks[posts[0] :], outlet)


def comments_in(thread: Sequence[Block], outlet: str | None = None) -> tuple[str, ...]:
    """The comments of a thread (its heading first), paragraphs of one joined by an empty line.

    A comment begins at a number, or after a line that is no sentence: a name, a date. The thread ends where a list of
    other pages or the foot of the page begins. What stands under the name of the `outlet` itself is another of its
    posts.
    """
    signed = len(thread) <= _SMALL or any(_is_sign(block) for block in thread[1:])
    comments: list[list[str]] = []
    fresh, own = True, False
    for block in thread[1:]:
        if block.label in ("related", "end") or (comments and block.words <= 5 and _MORE.fullmatch(block.text)):
            break
        if not _is_said(block, signed) or (block.words <= 6 and block.text[-1] in ":,"):
            own = own or block.text == outlet
            fresh = True
            continue
        if own or (_RULES.search(block.text) and (not comments or block.words <= 12)):
            own = False
            continue
        if fresh or block.line.bullet or not comments or _SPEAKER.match(block.text):
            comments.append([])
        comments[-1].append(block.text)
        fresh = False
    return tuple("\n\n".join(comment) for comment in comments)


def _is_sign(block: Block) -> bool:
    return (
        block.label == "date"
        or bool(block.line.bullet)
        or bool(_SPEAKER.match(block.text))
        or (block.words <= 12 and bool(_SIGN.search(block.text)))
    )


def _is_said(block: Block, signed: bool) -> bool:
    """Whether the line is of a comment. Where nothing stands beside comments, only running text is one."""
    if block.label == "prose":
        return True
    if not signed:
        return False
    if block.label == "sentence":
        return not _ABBREVIATED.fullmatch(block.text)
    return block.label == "short" and block.words >= _PLAIN_WORDS and block.text[0].islower()
