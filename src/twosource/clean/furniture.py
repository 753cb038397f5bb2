"""What sites put around an article, as named tables: a pattern and the reason why nothing of an article matches it.

Every pattern must match the whole of a line without its list mark (case ignored, at most `LONGEST` characters), so that
a sentence *about* cookies or comments is safe. A line belongs to the first table that knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from twosource.clean.sections import CAPTION, COMMENTS, END, RELATED, Rule

LONGEST = 700
"""No furniture is longer; bounds the time of matching too."""

LONGEST_NOTICE = 350
"""A notice to the reader is a sentence or two; longer lines are paragraphs, whatever words they hold."""

Kind = Literal["comments", "related", "end", "furniture", "caption"]


FURNITURE = (
    Rule(
        (
            r"(?:share|click to share|sharing)\b.{0,40}\b(?:whatsapp|facebook|twitter|linkedin|pinterest"
            r"|reddit|email|article|story|post|page|caring|via|permalink|options|this)\b.{0,40}[!:]?"
        ),
        "share buttons",
    ),
    Rule(
        (
            r"(?:\d[\d,.]*[km]?|no) ?(?:views?|reads?|shares?|likes?|votes?|hits|downloads|retweets|reactions"
            r"|followers|visits)(?: ?[|•·,:/-]? ?\d.{0,20})?"
        ),
        "counter",
    ),
    Rule(r"(?:views?|reads?|shares?|likes?|hits|visits|viewed|read) ?: ?\d[\d,.]*[km]?(?: times)?", "counter"),
    Rule(
        (
            r"\d{1,3} ?(?:min(?:ute)?s?\.?)(?: |-)(?:read|to read).{0,10}|(?:estimated )?reading time "
            r"?:?.{0,30}|time to read.{0,30}"
        ),
        "how long it takes",
    ),
    Rule(
        r"(?:\d+|an?|one|two) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago.{0,20}|just now",
        "age in a list",
    ),
    Rule(r"[\d.,:;/|%#+\-–— ()]+", "numbers alone"),
    Rule(
        (
            r"(?:ad(?:vert)?(?:isement)?s?(?: - continue reading below)?|sponsored(?: content| links?)?"
            r"|publicidade?|anzeige|реклама|スポンサードリンク|story continues below.{0,40}|article continues (?:below"
            r"|after).{0,40}|continue reading (?:below|the main story).{0,40}|scroll (?:down )?(?:to|for) "
            r".{0,40}|skip (?:to|ad|advert).{0,60}|close|close (?:ad|menu|share panel|modal|gallery)|menu"
            r"|search|search for:?|loading\.*|next|previous|prev|back|back to (?:top|gallery|home.{0,20})|home"
            r"|top|top of page|print(?: this (?:article|page))?|email this (?:article|page|story)|report "
            r"(?:an error|a typo|abuse)|expand|collapse|play(?: video)?|pause|mute|unmute|replay|watch live"
            r"|listen|read|see (?:more|all)|show (?:more|less)|view (?:more|all|gallery|on .{1,20})|load more"
            r"|read more|learn more|more|full screen|exit full screen|hide caption|toggle caption|enlarge(?: "
            r"this image)?|caption|gallery|slideshow|\d+ ?/ ?\d+|image \d+ (?:of|/) ?/? ?\d+|\d+ of \d+|up "
            r"next:?|now playing|advertisement|subscribers? only|premium|exclusive|breaking|live|updated?|new"
            r"|video|photos?|audio|transcript|log ?in|log ?out|sign ?in|sign ?out|my account|register"
            r"|subscribe(?: now)?|donate|contact|about|faqs?|help|feedback|accessibility|careers"
            r"|advertise.{0,30}|ad choices|cookies?(?: (?:policy|settings|preferences))?|english|deutsch"
            r"|français|español|русский|العربية)[ .:»>›→▼▲+]*"
        ),
        "buttons and labels of a page",
    ),
    Rule(r"you are (?:here|at) ?:?(?: .{1,150})?", "breadcrumb"),
    Rule(
        (
            r"\d{0,7} ?(?:yesterday|today|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d),? ?\d{1,2}:\d\d "
            r"?(?:#?\S.{0,300})?"
        ),
        "entry of a list of headlines with counter and time",
    ),
    Rule(
        (
            r"(?:https?://|www\.)\S{1,400}|[\w.-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40}|[\w-]{1,40}\.(?:com|net|org"
            r"|info|co\.uk|tv|news|ru|by|ir)(?:/\S{0,200})?|%2f\S{1,300}"
        ),
        "an address alone",
    ),
    Rule(r"(?:@[\w.]{2,30}|#\w{2,40})(?:[ ,|•·]+(?:@[\w.]{2,30}|#\w{2,40}))*", "handles and hashtags alone"),
    Rule(
        (
            r"(?:tags?|topics?|keywords?|labels?|categor(?:y|ies)|sections?|subjects?|filed (?:under|in)"
            r"|posted in|more (?:on|about)|tagged(?: with| in)?|related (?:tags|topics)|read more about|see "
            r"more on) ?: ?.{1,300}"
        ),
        "labels",
    ),
    Rule(
        (
            r"(?:read|see|watch|also read|read also|read more|related|more|listen|don['’]t miss|must read|see "
            r"also|related post|related story|recommended|watch more|next|previous|photos?|in pictures"
            r"|explained?|opinion|video|découvrez|leia|lire|mehr)(?: more| also| next| now| here| this| "
            r"below)?(?: ?[:|»>–-]+) ?.{2,200}"
        ),
        "link to another page",
    ),
    Rule(
        (
            r"(?:request reprint.{0,100}|reprints?(?: (?:and|&) .{1,30})?|licen[cs]e this.{0,40}|submit (?:a "
            r")?correction.{0,60}|view editorial guidelines|support .{1,40} journalism.{0,60}|become a "
            r"(?:member|supporter|subscriber).{0,80}|choose a membership.{0,60}|already a subscriber\?.{0,60})"
        ),
        "offers",
    ),
)

NOTICES = (  # Sentences, unlike the rest: never taken from a line that reports what somebody said.
    Rule(
        (
            r".{0,200}\b(?:we|this (?:web)?site|our (?:web)?sites?|our partners|[\w.]{2,30}) (?:and our "
            r"partners )?(?:use|uses|using|store|stores)\b.{0,60}\bcookies?\b.{0,400}"
        ),
        "cookie notice",
    ),
    Rule(
        (
            r".{0,200}\b(?:use of cookies|accept (?:all )?cookies|cookie (?:policy|preferences|settings"
            r"|consent)|privacy policy|terms of (?:use|service)|consent to (?:the|our)|by (?:continuing"
            r"|clicking|signing up|subscribing|registering|submitting|using)\b.{0,80}\byou(?:r)?)\b.{0,300}"
        ),
        "cookie or consent notice",
    ),
    Rule(
        (
            r".{0,150}\b(?:subscribe|sign up|signing up|sign-up|log in|newsletter|unsubscribe|your inbox|free "
            r"trial|per month|turn on notifications|enable notifications|push notifications|ad ?blocker"
            r"|disable your ad|enable javascript|javascript (?:is|must|has)|your browser (?:does|is|has"
            r"|settings|to)|email address|password|create an account|your account|your "
            r"subscription)\b.{0,100}\b(?:our|your|you|please)\b.{0,200}"
        ),
        "subscription notice",
    ),
    Rule(
        (
            r"(?:follow|like|find|join|visit|contact|email|e-mail|tweet|write to|reach|call) (?:us|me|him|her"
            r"|them|the author|our|@?\w+ \w+)\b.{0,60}\b(?:on|at|via)\b ?(?:facebook|twitter|instagram"
            r"|telegram|whatsapp|youtube|linkedin|our|@|[\w.-]+@).{0,200}"
        ),
        "invitation to follow",
    ),
    Rule(
        (
            r"(?:your e-?mail address will not.{0,100}|required fields.{0,60}|you are signed in.{0,30}|signed "
            r"in as.{0,60}|these are external links|media playback is (?:un)?supported|to play the content"
            r"|copy this link|read more about sharing|sorry,? (?:this|we).{0,60}|an error (?:has "
            r")?occurred.{0,100}|there was an error.{0,100}|thanks? (?:you )?for (?:signing|subscribing"
            r"|reading).{0,60}|please (?:check|enter|try|log|sign|enable|fill|wait|note that comments).{0,150}"
            r"|check your email.{0,100}|you can unsubscribe.{0,150}|we['’]ll (?:send|never).{0,150}|no "
            r"spam.{0,150}|press release distribution.{0,60}|invalid email.{0,60}|have a (?:news )?(?:tip"
            r"|story)\?.{0,200}|got a (?:news )?(?:tip|story)\?.{0,200}|send (?:us )?(?:your|a) (?:news|tips?"
            r"|story).{0,100})"
        ),
        "messages of a form",
    ),
    Rule(
        (
            r"(?:the )?[\w'’. ]{1,30} (?:is|are) (?:supported|funded) by (?:its|our) (?:audience"
            r"|readers).{0,300}|(?:when|if) you (?:purchase|buy) .{0,60}links.{0,200}|(?:this (?:article|post"
            r"|page) (?:may )?contains? affiliate).{0,150}"
        ),
        "where the money comes from",
    ),
)

BUTTONS = frozenset(
    "share tweet pin email e-mail print whatsapp facebook twitter linkedin pinterest reddit telegram instagram youtube"
    " messenger tumblr flipboard google viber vk mix pocket permalink embed rss buffer bookmark stumbleupon digg weibo"
    " threads bluesky mastodon skype sms follow subscribe comment comments like shares".split()
)
BUTTON_WORDS = BUTTONS | frozenset(
    "post send save copy copied link line more plus via on by to or and this it article story page with friend friends"
    " a now us talk x k m t app new window opens in your the".split()
)
"""A line of these words alone, at least one of them of `BUTTONS`, is a row of share buttons."""

_SPEECH = re.compile(r"[\"“”„«]|\b(?:said|says|told|according to|added|wrote|asked)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[|»›>•·→]|(?<=\s)/(?=\s)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def _compiled(rules: Iterable[Rule]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in rules)


_TABLES: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (
    ("comments", _compiled(COMMENTS)),
    ("caption", _compiled(CAPTION)),
    ("furniture", _compiled(FURNITURE)),
    ("related", _compiled(RELATED)),
    ("end", _compiled(END)),
)
_NOTICES = _compiled(NOTICES)


def kind_of(line: str) -> Kind | None:
    """What the line is, by the tables; None when no table knows it."""
    if not line or len(line) > LONGEST:
        return None
    bare = line.rstrip(" :|·•")
    for kind, patterns in _TABLES:
        if kind == "related" and line[-1] in ".!":
            continue
        if any(pattern.fullmatch(line) or pattern.fullmatch(bare) for pattern in patterns):
            return kind
        if kind == "comments" and (is_buttons(line) or is_menu(line)):
            return "furniture"
    if (
        len(line) <= LONGEST_NOTICE
        and not _SPEECH.search(line)
        and any(pattern.fullmatch(line) for pattern in _NOTICES)
    ):
        return "furniture"
    return None


def is_menu(line: str) -> bool:
    """Whether the line is a menu or a breadcrumb: short labels with separators between, the last may be a title.

    A pattern for this would try every way of sharing out blanks between the labels; splitting takes linear time.
    """
    labels = [label.strip() for label in _SEPARATOR.split(line[:LONGEST])]
    filled = [label for label in labels if label]
    return (
        len(labels) >= 3
        and len(filled) >= 2
        and all(len(label) <= 30 and len(label.split()) <= 4 and label[-1] not in ".,;" for label in filled[:-1])
        and len(filled[-1]) <= 150
        and filled[-1][-1] not in ".,;"
    )


def is_buttons(line: str) -> bool:
    """Whether the line is a row of share buttons, with or without counts."""
    words = [word.lower() for word in _WORD.findall(line[:200])]
    named = [word for word in words if not word.isdigit()]
    return (
        0 < len(words) <= 25
        and bool(named)
        and all(w in BUTTON_WORDS for w in named)
        and any(w in BUTTONS for w in named)
    )
