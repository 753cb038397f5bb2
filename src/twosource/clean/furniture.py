"""What sites put around an article, as named tables: a pattern and the reason why nothing of an article matches it.

Every pattern must match the whole of a line without its list mark (case ignored, at most `LONGEST` characters), so that
a sentence *about* cookies or comments is safe. A line belongs to the first table that knows it.

Every line of a page is held against every table, so two things keep that quick. A pattern that begins with words of its
own is tried only on lines that begin so: one look tells which. A pattern that begins with anything names in `needs`
what it cannot do without, which is looked for first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from twosource.clean.beginnings import ENDLESS, Beginnings, beginnings, sizes
from twosource.clean.sections import CAPTION, COMMENTS, END, NOTICES, RELATED, Rule
from twosource.clean.shapes import shape

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
    Rule(r"(?:https?://|www\.)\S{1,400}|%2f\S{1,300}", "an address alone"),
    Rule(r"[\w.-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40}", "an address alone", ("@",)),
    Rule(
        r"[\w-]{1,40}\.(?:com|net|org|info|co\.uk|tv|news|ru|by|ir)",
        "an address alone",
        (".",),
        never_last='.!?…"”',
    ),
    Rule(r"[\w-]{1,40}\.(?:com|net|org|info|co\.uk|tv|news|ru|by|ir)/\S{0,200}", "an address alone", ("/",)),
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
_GLUED_WORDS = 3
_SEPARATOR = re.compile(r"[|»›>•·→]|(?<=\s)/(?=\s)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AROUND_WORDS = ".,:;!?…()[]\"'“”‘’«»-–—*•·|_#@$©"


LONGEST_LABEL = 30
"""Characters of a label in a menu."""


class _Form(NamedTuple):
    """A rule made ready."""

    table: int
    """The place of its table in `_TABLES`."""
    matches: Callable[[str], object]
    also: tuple[str, ...]
    never_last: str


_Needs = tuple[tuple[str, tuple[_Form, ...]], ...]

_TABLES: tuple[tuple[Kind, tuple[Rule, ...]], ...] = (
    ("comments", COMMENTS), ("caption", CAPTION), ("furniture", FURNITURE), ("related", RELATED), ("end", END),
    ("furniture", NOTICES),
)  # fmt: skip
_COMMENTS, _RELATED, _NOTICES, _NONE = 0, 3, 5, 6
_BARS = " :|·•"
"""Stand behind a label and are none of it."""
_FORMS = tuple(
    (rule, _Form(place, re.compile(rule.pattern).fullmatch, rule.also, rule.never_last))
    for place, (_, rules) in enumerate(_TABLES)
    for rule in rules
)
_BEGUN = Beginnings((beginnings(rule.pattern), form) for rule, form in _FORMS if not rule.needs)


_SIZES = {rule: sizes(rule.pattern) for rule, _ in _FORMS if rule.needs}


def _needs(shortest: int, longest: int) -> _Needs:
    """What the patterns need that match lines of `shortest` to `longest` characters, each with those that need it."""
    asked = [(rule, form) for rule, form in _FORMS if rule in _SIZES]
    asked = [both for both in asked if _SIZES[both[0]][0] <= longest and shortest <= _SIZES[both[0]][1]]
    needs = dict.fromkeys(need for rule, _ in asked for need in rule.needs)
    return tuple((need, tuple(form for rule, form in asked if need in rule.needs)) for need in needs)


_STEP = 8
"""Characters; lines whose lengths lie between two multiples of it are asked the same."""
_NEEDS = tuple(_needs(length, length + _STEP - 1) for length in range(0, LONGEST + 1, _STEP))
_ALL_NEEDS = _needs(0, ENDLESS)
"""For the few lines that are longer in small letters."""


def kind_of(line: str) -> Kind | None:
    """What the line is, by the tables; None when no table knows it."""
    return kind_of_shaped(line, shape(line), line.lower())


def kind_of_shaped(line: str, form: bytes, small: str) -> Kind | None:
    """The same for a line whose shape and small letters are known."""
    inside = form.count(b"aAa") + form.count(b"a.Aa")
    glued = inside >= _GLUED_WORDS or (inside and not line.isascii())
    if glued and _MAY_BE_GLUED.search(line, 0, 200) and is_glued(line):
        return "furniture"
    if not line or len(line) > LONGEST:
        return None
    if line[0] == "[" and _SOUND.fullmatch(line):
        return "furniture"
    last = line[-1]
    table = _table(small, last)
    if last in _BARS and (bare := small.rstrip(_BARS)) and (again := _table(bare, last)) != _NOTICES:
        table = min(table, again)
    if table != _COMMENTS:
        first = small.partition(" ")[0]
        if first in BUTTON_WORDS or not first.isalpha():
            first = first.strip(_AROUND_WORDS)
            if (first in BUTTON_WORDS or not first.isalpha()) and is_buttons(line):
                return "furniture"
        if ("|" in line or "/" in line or ">" in line or not line.isascii()) and is_menu(line):
            return "furniture"
    if table == _NONE or (table == _NOTICES and (len(line) > LONGEST_NOTICE or _SPEECH.search(line))):
        return None
    return _TABLES[table][0]


def _table(small: str, last: str) -> int:
    """The place of the first table that knows the whole of `small`, the small letters of a line that ends in `last`."""
    first = _NONE
    for table, matches, _, _ in _BEGUN.of(small):
        if table < first and matches(small) and not (table == _RELATED and last in ".!"):  # a sentence heads no list
            first = table
    for need, forms in _NEEDS[len(small) // _STEP] if len(small) <= LONGEST else _ALL_NEEDS:
        if need in small:
            for table, matches, also, never_last in forms:
                if (
                    table < first
                    and small[-1] not in never_last
                    and (not also or any(map(small.__contains__, also)))
                    and matches(small)
                    and not (table == _RELATED and last in ".!")
                ):
                    first = table
    return first


def is_menu(line: str) -> bool:
    """Whether the line is a menu or a breadcrumb: short labels with separators between, the last may be a title.

    A pattern for this would try every way of sharing out blanks between the labels; splitting takes linear time.
    """
    if not _MARK.search(line, 0, LONGEST_LABEL + 2):
        return False
    labels = [label.strip() for label in _SEPARATOR.split(line[:LONGEST])]
    filled = [label for label in labels if label]
    return (
        len(labels) >= 3
        and len(filled) >= 2
        and all(
            len(label) <= LONGEST_LABEL and len(label.split()) <= 4 and label[-1] not in ".,;" for label in filled[:-1]
        )
        and len(filled[-1]) <= 150
        and filled[-1][-1] not in ".,;"
    )


def is_glued(line: str) -> bool:
    """Whether labels stand here whose borders were lost ("HomeNewsSport"): a word in twelve has a capital inside."""
    glued = len(set(_GLUED.findall(line[:2000])))
    return glued >= _GLUED_WORDS and 15 * glued >= line[:2000].count(" ")


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
