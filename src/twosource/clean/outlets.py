"""The outlet of a stripped page: the name by which the page speaks of itself. None is better than a guess.

No single place tells it surely: a first line may be a section's name, a copyright line the owner's of many papers.
So each name that a page may have for itself is heard as a candidate, and what speaks for it is added up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.blocks import Block
from twosource.clean.credits import AGENCY_NAMES, is_wire
from twosource.clean.furniture import BUTTONS
from twosource.clean.titles import title_parts

ENOUGH = 3.0
WEIGHTS = {
    "notice": 3.0,  # the owner's notice, where no owner of many stands in it
    "undated": 1.5,  # the same at the foot without a year: some name the maker of the site
    "title": 3.0,  # behind the title or before it, where the title stands again without it
    "issuer": 3.0,  # "From: NAME" on a press release
    "head": 1.5,  # the first name that stands alone on the page
    "menu": 1.0,  # among the first, or above a menu: sections stand there too
    "paper": 1.5,  # has the words that papers and stations have in their names
    "dateline": 1.5,  # a paper's name beside the date
    "domain": 1.5,  # the addresses on the page begin with it
    "again": 0.5,  # alone on a line a second time: the mastheads of head and foot, but sections too
    "foot": 1.5,  # begins a line of the foot: "NAME, 5 Corn Street", "NAME is published by"
    "owner": 1.5,  # stands inside the owner's notice
    "spoken": 1.0,  # "About NAME", "Contact NAME", "Welcome to NAME"
}
"""What speaks for a name, and how much: two weak signs and one strong one are each enough."""

HEAD_NAMES = 4
"""A masthead is among the first names that stand alone on a page."""
MASTHEAD_LINES = 50
"""How far down a masthead may stand, below a ticker or a menu."""
FOOT_LINES = 12
LONGEST = 45
MAX_SEEN = 12
"""How many places of a name are looked at."""

_ALSO_AT = "site can also be accessed"
_OWN_NAME = re.compile(r"(.{2,50}?)(?:’s|'s|’|')? (?:news )?(?:web)?site can also be accessed\b", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]*\.? (?:& )?){0,3}(?:Herald|Tribune|Gazette|Times|Guardian|Chronicle|Observer|Telegraph"
    r"|Courier|Post|Daily|Journal|Independent|Standard|Examiner|Sentinel|Dispatch|Mirror|News Agency|Press Agency"
    r"|Broadcasting|Television|TV|Radio|Mail|Echo|Ledger|Argus|Messenger|Mercury|Advertiser|Bulletin|Beacon|Packet"
    r"|Enquirer|Inquirer|Globe|Gazetteer|Record|Register|Review)(?: [A-Z][\w-]*)?"
    r"|(?:[\w-]+\.)+(?:com|org|net|info|news|tv|by|ru|ua|co\.uk|ie|ca|au)",
)
"""The name of a paper, an agency or a station tells itself by its words."""
_NAMED_WITH_THE = re.compile(r"The (?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*){0,2}")
_BEFORE_DOMAIN = re.compile(r"^(?:www\.|the)")
_DOMAIN_TAIL = re.compile(r"\.(?:com|org|net|info|news|tv|by|ru|ua|co\.uk|ie|ca|au|eu|de|fr)$", re.IGNORECASE)
_NOTICE = re.compile(r"©|\(c\)|copyright\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|\s|(?:19|20)\d\d|[-–—,.])+[«“\"]?(?P<name>[^\W\d_].*?)"
    r"\s*(?:$|[.,;|(–—»”\"]|\s-\s|all rights|(?:19|20)\d\d|terms|privacy|powered)",
    re.IGNORECASE,
)
_BEFORE_SIGN = re.compile(r"([^\W\d_][^,.|]{1,45}?)(?:,? (?:©|\([cC]\)) ?(?:19|20)\d\d|, (?:19|20)\d\d ?[-–] ?20\d\d$)")
_LEGAL_FORM = re.compile(r",? (?:Ltd|Inc|LLC|GmbH|Limited|PLC|plc|AG|CIC|SA|S\.A|Company|Co)\.?$")
_OWNER = re.compile(
    r"\b(?:media|group|inc|llc|ltd|limited|gmbh|ag|plc|corp(?:oration)?|company|holdings?|network|communications?"
    r"|publishing|publishers?|publications|institute|foundation|interactive|universal|pty|private|newspapers|titles"
    r"|condé nast|gannett|hearst|microsoft|tegna|nexstar|all rights|reserved|this|contents?|images?|photos?|copyright"
    r"|us|usa|uk)\b",
    re.IGNORECASE,
)
"""Owners of several papers stand in copyright lines too; they are not the outlet."""
_SECTIONS = frozenset(
    "news home opinion sport sports world business politics culture science health technology tech economy"
    " society local region regional national international education environment travel weather video videos"
    " photos pictures podcasts features editorial comment analysis latest archive search menu english subscribe"
    " newsletter letters letter stories interviews interview blog breaking live more share statement magazine"
    " print edition today shop jobs contact about lifestyle entertainment arts us uk eu europe asia africa america"
    " americas front page top trending markets finance website official site columnists settings log out account"
    " sign in companies company film movies space the and of for a an to".split()
)
_SECTIONS_AND_BUTTONS = _SECTIONS | BUTTONS
"""A name of such words alone is a section's, or a button's."""
_SIGNS = ("about ", "contact ", "follow ", "search ", "subscribe to ", "welcome to ", "signed up to ", "more from ",
          "elsewhere on ", "join ", "support ", "columnist for ", "writer at ", "writer for ", "reporter for ",
          "correspondent for ", "editor of ", "editor at ", "studios of ", "credit ", "told ", "published by ",
          "advertise with ", "advertise in ", "listen to ", "read ", "download ", "copyright ",
          "published in ")  # fmt: skip
"""What stands before a page's own name where it speaks of itself."""
_SPEAKS = (", ", ". ", " was founded", " © ", " (c) ", " is published", " is run ", " is a member of",
           " is a signatory",
           " is a trading", " is owned", " is part of", " is not responsible", " is the ", " welcomes ")  # fmt: skip
_FROM = re.compile(r"(?:from|issued by|issuer|publisher) ?: ?([A-Z].{2,60})", re.IGNORECASE)
_BARS = "|–—»•·-"
_CELLS = re.compile(rf"\s+[{_BARS}]\s+")
_NO_NAME = re.compile(r"\W|\d")
_BEFORE_TITLE = re.compile(r"(\S.{1,44}?)\s+[|–—»•·-]\s+")
_MENU = frozenset(("furniture", "entry", "related", "end"))


def outlet(page: Sequence[Block], around: Sequence[int], agency: str | None, title: str | None) -> str | None:
    """The outlet's name as the page writes it.

    A notice of the site's other addresses tells it, or a line of its own that says the dateline's agency again; else
    it is the name for which the most speaks.
    """
    text = "\n" + "\n".join([block.text for block in page]) + "\n"
    small = text.lower()
    if _ALSO_AT in small:
        for block in page:
            if match := _OWN_NAME.match(block.text):
                return match[1].strip()
    # An agency that sells to all says nothing about the page by its name.
    wire = agency is None or agency.upper() in AGENCY_NAMES or is_wire(agency)
    for index in around:
        if (
            agency
            and not wire
            and _letters(page[index].text) == _letters(agency)
            and page[index].label in ("short", "credit")
            and not (index and page[index - 1].text.lower().startswith("source"))
        ):
            return page[index].text.strip(" ()-–—")
    return _best(page, around, title, text, small)


class _Names(dict[str, tuple[str, dict[str, float]]]):
    """The candidates by their letters: each as it is written, with what speaks for it."""

    def hear(self, name: str, *signs: str) -> None:
        """`signs` speak for `name`, if it can be one."""
        name = _LEGAL_FORM.sub("", name.strip(' *|-–—·:«»“”"'))
        letters = _letters(name)
        if not _is_name(name, letters):
            return
        written, heard = self.get(letters, (name, {}))
        if written.isupper() and not name.isupper():
            written = name
        elif not written.lower().startswith("the ") and name.lower().startswith("the "):
            written = f"The {written}" if name.isupper() else name
        self[letters] = written, heard | {sign: WEIGHTS[sign] for sign in signs}


def _is_name(name: str, letters: str) -> bool:
    words = name.lower().split()
    return (
        len(letters) >= 3
        and len(name) <= LONGEST
        and 1 <= len(words) <= 7
        and (name[0].isupper() or "." in name)
        and not all(word.strip("&,.") in _SECTIONS_AND_BUTTONS for word in words)
        and name.removeprefix("The ").upper() not in AGENCY_NAMES
    )


def _letters(text: str) -> str:
    text = text.strip(" *")
    return "".join(filter(str.isalnum, text[4:] if text[:4].lower() == "the " else text)).casefold()


def _best(page: Sequence[Block], around: Sequence[int], title: str | None, text: str, small: str) -> str | None:
    """The name for which the most speaks. `text` has the lines of the page between line breaks, `small` in small
    letters."""
    names = _Names()
    _notices(page, small, names)
    _heads(page, title, names)
    if title and len(text) == len(small):
        _about_title(text, small, title, names)
    if "press release" in small:
        _issuers(page, names)
    for block in page[-FOOT_LINES:]:
        head, comma, rest = block.text[:120].partition(", ")
        if comma and re.search(r"\d", rest):
            names.hear(head, *(["paper"] if _is_paper(head) else []))
    for index in around:
        if page[index].label != "short":
            continue
        beside = [page[i].label for i in (index - 1, index + 1) if 0 <= i < len(page)]
        if "date" in beside and _PAPER.fullmatch(page[index].text):
            names.hear(page[index].text, "paper", "dateline")
    names.pop(_letters(title or ""), None)
    if not names:
        return None
    domains = _domains(small)
    scores = {
        letters: sum(
            (heard | _spoken(name, letters, small, domains, bool({"notice", "undated"} & heard.keys()))).values()
        )
        for letters, (name, heard) in names.items()
    }
    best = max(scores, key=lambda letters: scores[letters])
    name = names[best][0]
    return _written(name, text) if scores[best] >= ENOUGH else None


def _notices(page: Sequence[Block], small: str, names: _Names) -> None:
    """The owners in the copyright notices; the last one of each kind is heard."""
    dated: str | None = None
    plain: str | None = None
    heads = [block.text[:60].lower() for block in page[-30:]] if "powered by" in small else []
    powered = " ".join([head for head in heads if "powered by" in head]).split()
    for index, block in enumerate(page):
        first = block.text[0]
        if first in "©(cC" and _NOTICE.match(block.text) and (match := _COPYRIGHT.match(block.text[:120])):
            owner = _LEGAL_FORM.sub("", match["name"].strip())
            if owner.lower().split()[0] in powered or _OWNER.search(owner):
                continue
            if re.search(r"(?:19|20)\d\d", block.text) and _is_written_as_name(owner):
                dated = owner
            elif index >= len(page) - 2 * FOOT_LINES:
                plain = owner
    for block in page[-FOOT_LINES:]:
        head = block.text[:60]
        if ("20" in head or "19" in head) and (match := _BEFORE_SIGN.match(block.text)) and not _OWNER.search(match[1]):
            names.hear(match[1], "notice")
    if dated:
        names.hear(dated, "notice")
    if plain:
        names.hear(plain, "undated")


def _is_written_as_name(name: str) -> bool:
    long = [word for word in name.split() if len(word) > 3]
    return all(not word[0].islower() for word in long) or "." in name


def _heads(page: Sequence[Block], title: str | None, names: _Names) -> None:
    """Names that stand alone among the first of the page, and papers' names above a menu."""
    seen = 0
    for index, block in enumerate(page[:MASTHEAD_LINES]):
        if block.line.bullet or block.label not in ("short", "aside", "prose", "sentence", "furniture", "entry"):
            continue
        cells = _cells(block.text[:200]) if seen < HEAD_NAMES else [block.text]
        name = cells[0].strip(" *")
        if (block.label == "furniture" or block.words > 5) and len(cells) == 1:
            continue
        if not 0 < len(name) <= LONGEST or block.text == title or _NO_NAME.match(name):
            continue
        paper = _is_paper(name)
        if seen < HEAD_NAMES or paper:
            menu = any(other.label in _MENU for other in page[index + 1 : index + 5])
            place = "head" if seen == 0 or block.line.heading or (paper and menu) else "menu"
            said = {place: seen < HEAD_NAMES or menu, "paper": paper, "domain": bool(_DOMAIN_TAIL.search(name))}
            names.hear(_DOMAIN_TAIL.sub("", name), *(sign for sign, true in said.items() if true))
        seen += 1


def _cells(text: str) -> list[str]:
    return _CELLS.split(text) if any(mark in text for mark in _BARS) else [text]


def _is_paper(name: str) -> bool:
    if " " not in name and "." not in name:
        return False  # "Review" and "Post" alone are sections and buttons
    written = name.title() if name.isupper() else name
    return bool(_PAPER.fullmatch(written) or _NAMED_WITH_THE.fullmatch(written))


def _about_title(text: str, small: str, title: str, names: _Names) -> None:
    """The name behind the title, or before it, on a line that has the title again."""
    wanted = title.lower()
    at = small.find(wanted)
    for _ in range(MAX_SEEN):
        if at < 0:
            return
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        before, after = text[start:at], text[at + len(wanted) : end]
        if after and not before and len(after) <= LONGEST + 5:
            head, name = title_parts(text[start:end])
            if name and _letters(head) == _letters(title):
                names.hear(name, "title")
        elif not after and len(before) <= LONGEST + 5 and (match := _BEFORE_TITLE.fullmatch(before)):
            names.hear(match[1], "title")
        at = small.find(wanted, end)


def _issuers(page: Sequence[Block], names: _Names) -> None:
    """Who says that a press release is from them."""
    for block in page:
        if block.text[0] in "FfIiPp" and block.words <= 10 and (match := _FROM.fullmatch(block.text)):
            names.hear(match[1], "issuer")


def _spoken(name: str, letters: str, small: str, domains: Sequence[str], noticed: bool) -> dict[str, float]:
    """What speaks for a name wherever it stands on the page, whose text has every line between line breaks."""
    heard: dict[str, float] = {}
    wanted = name.lower().removeprefix("the ")
    alone = spoken = 0
    at = small.find(wanted)
    for _ in range(MAX_SEEN):
        if at < 0:
            break
        end = at + len(wanted)
        start = at - 4 if small.startswith("the ", at - 4) else at
        if not small[end : end + 1].isalnum():
            begins = small[start - 1] == "\n"
            alone += begins and small[end] == "\n"
            if begins and small.startswith(_SPEAKS, end) and at > len(small) // 2:
                heard["foot"] = WEIGHTS["foot"]
            spoken += small.endswith(_SIGNS, 0, start)
            if not noticed and any(sign in small[max(0, start - 25) : start] for sign in ("©", "(c)", "copyright")):
                heard["owner"] = WEIGHTS["owner"]
        at = small.find(wanted, end)
    if alone >= 2:
        heard["again"] = WEIGHTS["again"] * min(alone - 1, 3)
    if spoken:
        heard["spoken"] = WEIGHTS["spoken"] * min(spoken, 2)
    if any(domain.startswith(letters) for domain in domains):
        heard["domain"] = WEIGHTS["domain"]
    return heard


def _domains(small: str) -> list[str]:
    """The letters of the addresses on the page, behind "www." and the like."""
    pieces = [piece for sign in ("@", "www.", "://") for piece in small.split(sign)[1 : 1 + MAX_SEEN]]
    names = [piece[:40].split("/")[0] for piece in pieces]
    return ["".join(filter(str.isalnum, _BEFORE_DOMAIN.sub("", name))) for name in names]


def _written(name: str, text: str) -> str:
    """`name` as running text writes it where a masthead has it in CAPITALS, with "News" where the page adds that."""
    if name.isupper() and len(name) > 5:
        forms = re.findall(re.escape(name), text, re.IGNORECASE)
        name = next((form for form in forms if not form.isupper()), name)
    return f"{name} News" if f"\n{name} News\n" in text else name
