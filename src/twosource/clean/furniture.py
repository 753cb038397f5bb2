"""What sites put around an article, as named tables: a pattern and the reason why nothing of an article matches it.

Every pattern must match the whole of a line without its list mark (case ignored, at most `LONGEST` characters), so that
a sentence *about* cookies or comments is safe. A line belongs to the first table that knows it.

Every line of a page is held against every table, so two things keep that quick. The patterns of a table that begin with
words of their own are one pattern, matched against the line in small letters: a line that begins otherwise costs one
look. A pattern that begins with anything names in `needs` what it cannot do without, which is looked for first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

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
    Rule(r"(?:share|forward|tweet) this .{0,40}https?://.{1,400}", "share buttons with their addresses"),
    Rule(r".{1,400}\bdoi: ?10\.\d{4}.{1,80}", "where a study is to be found", ("doi",)),
    Rule(r"[\d.,:;/|%#+\-–— ()\[\]“”\"«»★☆]+", "numbers, time codes or marks alone"),
    Rule(
        (
            r"(?:video player is loading|play video|current time(?: [\d:]+)?|duration(?: [\d:]+)?|loaded: [\d.]+%"
            r"|stream type live|remaining time(?: [-\d:]+)?|playback rate|\d(?:\.\d+)?x|chapters|descriptions(?: off,"
            r" selected)?|captions|subtitles(?: off, selected| settings.{0,50})?|captions settings.{0,50}"
            r"|captions off, selected|audio track|fullscreen|picture-in-picture|this is a modal window.{0,60}"
            r"|(?:beginning|end) of dialog window.{0,60}|quality levels|seek to live.{0,40}|(?:play"
            r"|stop) audio\b.{0,80}"
            r"|listen to this (?:article|story)|jump to the player|your browser does not support.{0,60})\.?"
        ),
        "remains of a player",
    ),
    Rule(
        (
            r"(?:your|first|last|full)? ?name|(?:your |enter your )?e-?mail(?: address)?(?: \[ *\])?|country"
            r"|(?:sign me up|count me"
            r" in|yes,? please|maybe later|no,? thanks|not now|allow|got it|sign (?:up )?now|(?:start"
            r"|begin) your (?:free"
            r" )?trial|learn more|book now.{0,80}|add to basket|check availability|free cancellation|see rooms|copy"
            r" transcript|download as \w+|turn on notifications|select all|submit)[.!]?"
        ),
        "field or button of a form",
    ),
    Rule(
        (
            r"(?:disclaimer|legal notice|risk warning) ?[:.].{0,600}"
            r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|stated) .{1,300}"
            r"|this (?:article|story|essay) (?:appears|appeared) in the .{1,60} (?:print edition|issue)\b.{0,100}"
            r"|this transcript (?:was|is|has been) .{1,200}|reply with quote"
            r"|the following .{1,20} says? thank you .{1,100}"
            r"|(?:welcome to .{1,40} )?you are currently viewing .{1,60} as a guest.{0,400}"
            r"|posted by .{1,40} at \d?\d[:.]\d\d.{0,20}"
        ),
        "what the site answers for, or says of how it made the page",
    ),
    Rule(r"\d{1,2}[./]\d{1,2}[./]\d{4},? .{10,150}[^.!?:;,…\"”]", "entry of a list of headlines with its date"),
    Rule(
        (
            r"(?:was this (?:page |article )?helpful|did you find this .{1,40} (?:helpful|useful)|did we miss .{1,60}"
            r"|what did you think .{1,60}|want to (?:use|change) .{1,80}|do you have a story .{1,80}"
            r"|enjoying .{1,40}|like"
            r" this)\?(?: .{0,200})?"
        ),
        "question to the reader",
    ),
    Rule(
        (
            r"(?:ad(?:vert)?(?:isement)?s?(?: - continue reading below)?|sponsored(?: content| links?)?"
            r"|publicidade?|publicité|la suite après (?:la|cette) publicité|anzeige|реклама|スポンサードリンク"
            r"|story continues below.{0,40}|article continues (?:below"
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
            r"|explained?|opinion|video|live|follow our live \w+|related check|next item|previous item|all items"
            r"|découvrez"
            r"|leia|lire|à lire aussi|lire aussi|читайте также|mehr)(?: more| also| next| now| here| this| "
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
        ("cookie",),
    ),
    Rule(
        (
            r".{0,200}\b(?:use of cookies|accept (?:all )?cookies|cookie (?:policy|preferences|settings"
            r"|consent)|privacy policy|terms of (?:use|service)|consent to (?:the|our)|by (?:continuing"
            r"|clicking|signing up|subscribing|registering|submitting|using)\b.{0,80}\byou(?:r)?)\b.{0,300}"
        ),
        "cookie or consent notice",
        ("cookie", "privacy policy", "terms of ", "consent to ", "you"),
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
        ("you", "our", "please"),
    ),
    Rule(
        (
            r"(?:you have (?:\d+|one|two|three|no) (?:free )?(?:articles?|stories) left.{0,80}|(?:keep"
            r"|continue) reading for .{1,60}"
            r"|(?:get|enjoy) (?:unlimited|full) access .{1,150}|(?:try|subscribe"
            r"|subscription)\b.{0,80}\bfree for .{1,60}"
            r"|be the first to know .{1,150}|get our free .{1,200}|become a (?:member|supporter|patron).{0,100}"
            r"|(?:\d[\d.,]* )?(?:people|readers) have signed\b.{0,100}|sign the petition.{0,60}"
            r"|keep me informed .{1,120}"
            r"|you are receiving this .{1,150}|was this forwarded .{1,150}|this (?:episode|newsletter"
            r"|podcast) is (?:brought|sponsored).{1,200}"
            r"|if you (?:find|see|spot) an? (?:error|typo|mistake) .{1,150}|have you (?:been"
            r"|had) .{1,200}\bget in touch\b.{0,60}"
            r"|are you (?:in|at|affected) .{1,200}\bget in touch\b.{0,60})"
        ),
        "offer to the reader",
    ),
    Rule(
        r".{1,100}\b(?:try it free for|straight to your inbox|in your inbox)\b.{0,80}",
        "offer to the reader",
        ("your inbox", "try it free"),
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
_MARK = re.compile(r"[|»›>•·→/]")
_SOUND = re.compile(r"\[(?:[A-Z’']{1,20}(?: [A-Z’']{1,20}){1,6}|LAUGHTER|APPLAUSE|MUSIC|SILENCE|INAUDIBLE|CROSSTALK)\]")
"""What a transcript says of sounds; one word alone may be a source."""
_GLUED = re.compile(r"(?<![#@])(?<![^\W\d_])[^\W\d_]*[^\W\d_A-Z]{3}[.?!]?(?=[A-ZÀ-ÖØ-ÞА-Я][a-zà-öø-ÿа-я])")
_MAY_BE_GLUED = re.compile(r"[a-zа-я][.?!]?[A-ZА-Я][a-zа-я]")
"""Looked for first, for it is soon said of a line that it has none."""
_SEPARATOR = re.compile(r"[|»›>•·→]|(?<=\s)/(?=\s)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class _Table(NamedTuple):
    """A table made ready: the rules without `needs` as one pattern, and each need of the others with its pattern."""

    begins: re.Pattern[str]
    others: tuple[tuple[str, re.Pattern[str]], ...]


def _table(rules: Iterable[Rule]) -> _Table:
    rules = tuple(rules)
    return _Table(
        re.compile("|".join(f"(?:{rule.pattern})" for rule in rules if not rule.needs)),
        tuple((need, re.compile(rule.pattern)) for rule in rules for need in rule.needs),
    )


def _knows(table: _Table, small: str) -> bool:
    """Whether a rule of the table matches the whole of a line in small letters."""
    if table.begins.fullmatch(small):
        return True
    for need, pattern in table.others:  # noqa: SIM110 - any() takes twice the time
        if need in small and pattern.fullmatch(small):
            return True
    return False


_TABLES: tuple[tuple[Kind, _Table], ...] = (
    ("comments", _table(COMMENTS)),
    ("caption", _table(CAPTION)),
    ("furniture", _table(FURNITURE)),
    ("related", _table(RELATED)),
    ("end", _table(END)),
)
_NOTICES = _table(NOTICES)
_ALL = _table((*COMMENTS, *CAPTION, *FURNITURE, *RELATED, *END, *NOTICES))
"""Says in one look of most lines that no table knows them."""


def kind_of(line: str) -> Kind | None:
    """What the line is, by the tables; None when no table knows it."""
    if (_MAY_BE_GLUED.search(line, 0, 200) and is_glued(line)) or (line[:1] == "[" and _SOUND.fullmatch(line)):
        return "furniture"
    if not line or len(line) > LONGEST:
        return None
    small = line.lower()
    bare = small.rstrip(" :|·•")
    if not _knows(_ALL, small) and (bare == small or not _knows(_ALL, bare)):
        return "furniture" if is_buttons(line) or is_menu(line) else None
    for kind, table in _TABLES:
        if kind == "related" and line[-1] in ".!":
            continue
        if _knows(table, small) or (bare != small and _knows(table, bare)):
            return kind
        if kind == "comments" and (is_buttons(line) or is_menu(line)):
            return "furniture"
    if len(line) <= LONGEST_NOTICE and _knows(_NOTICES, small) and not _SPEECH.search(line):
        return "furniture"
    return None


def is_menu(line: str) -> bool:
    """Whether the line is a menu or a breadcrumb: short labels with separators between, the last may be a title.

    A pattern for this would try every way of sharing out blanks between the labels; splitting takes linear time.
    """
    if not _MARK.search(line):
        return False
    labels = [label.strip() for label in _SEPARATOR.split(line[:LONGEST])]
    filled = [label for label in labels if label]
    return (
        len(labels) >= 3
        and len(filled) >= 2
        and all(len(label) <= 30 and len(label.split()) <= 4 and label[-1] not in ".,;" for label in filled[:-1])
        and len(filled[-1]) <= 150
        and filled[-1][-1] not in ".,;"
    )


def is_glued(line: str) -> bool:
    """Whether labels stand here whose borders were lost ("HomeNewsSport"): a word in twelve has a capital inside."""
    glued = len(set(_GLUED.findall(line[:2000])))
    return glued >= 3 and 15 * glued >= line[:2000].count(" ")


def is_buttons(line: str) -> bool:
    """Whether the line is a row of share buttons, with or without counts."""
    first = line.partition(" ")[0]
    if first.isalpha() and first.lower() not in BUTTON_WORDS:
        return False
    words = 0
    button = False
    for match in _WORD.finditer(line[:200]):
        word = match.group().lower()
        if word not in BUTTON_WORDS and not word.isdigit():
            return False
        words += 1
        button = button or word in BUTTONS
    return button and words <= 25
