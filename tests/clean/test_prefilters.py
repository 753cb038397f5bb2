"""Whatever a quick look at a line rejects, the rule that it stands before rejects as well."""

from __future__ import annotations

import re
from collections import Counter
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.clean import blocks, captions, credits, dates, flat, furniture, hyphens, lines, outlets, titles, writers  # noqa: A004

ODD = "\u0130\u0131\u017f\u212a"
"""What counts as i, s and k where case is ignored."""


def _lines(*words: str) -> st.SearchStrategy[str]:
    """Lines of these words, written in several ways, with what stands between words."""
    written = [*words, *map(str.upper, words), *map(str.title, words), *(w.replace("s", "ſ") for w in words)]
    pieces = st.sampled_from([*dict.fromkeys(written), *" \xa0-–—.,:;/|()[]*'’“”\"", *ODD, "7", "12", "٣"])
    return st.lists(pieces, max_size=12).map("".join)


DATES = _lines(
    *"2020 1999 20 19 jan march april may aug august sept december août de марта enero st th of on at 10:30 pm".split(),
    *"年 月 日 updated posted 2020-01-02".split(),
)
NOTES = _lines(
    *"correction clarification corrected note editor's this article was updated the an a earlier reporting by".split(),
    *"additional contributed reuters ed. source via from published afp AFP words author par Par автор источник".split(),
    *("version of", "associated press"),
)


def _some(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    return st.from_regex(pattern).map(lambda text: " ".join(text.split()))


# --- dates -----------------------------------------------------------------------------------------------------------


FORMS = (
    "2020-01-02; 2020/1/2; 2020.1.2; 2020年1月2日; 1.2.2020; 1.13.2020; 1/2/2020; 1-2-2020; 2 de mai de 2020; "
    "2 março del 2020"
).split("; ")
FORMS += [
    *(
        f"{day} {month}{end} 2020"
        for day in ("1st", "2nd", "3rd", "4th", "5")
        for month in dates._MONTH_ENDS
        for end in ("", ".", ",")
    ),
    *(
        f"{month} {day}{end} 2020"
        for day in ("1st", "2nd", "3rd", "4th", "5")
        for month in dates._MONTH_ENDS
        for end in ("", ",", " -")
    ),
    *(f"2 {month} 2020" for month in dates.FOREIGN),
    *(f"2. DE {month.upper()} DE 2020" for month in dates.FOREIGN),
]
LABELS = (
    "update updated modified edited revised changed upd last_updated actualisado actualizado atualizado"
    " aktualisiert aggiornato обновлено modifié published posted issued created released submitted added written"
    " uploaded publication date dated pub._date on publié publicado veröffentlicht pubblicato опубликовано"
).replace("_", " ")


@given(st.one_of(DATES, st.sampled_from(FORMS)))
def test_every_form_of_a_date_has_its_sign_beside_the_year(line: str) -> None:
    _signs_stand(line)


def test_every_form_in_use_has_its_sign_beside_the_year() -> None:
    for line in FORMS:
        assert dates.dates_in(line) or line == "1/2/2020" or line == "1-2-2020", line
        _signs_stand(line)


def _signs_stand(line: str) -> None:
    signs = dates._signs(line)
    for needs, form in dates._FORMS:
        assert not form.search(line) or needs & signs, line
    assert not dates._FOREIGN.search(line) or "foreign" in signs, line


@given(st.lists(st.sampled_from(LABELS.split())).map(" ".join))
def test_every_label_of_a_date_has_its_stem(line: str) -> None:
    _stems_stand(line)


def test_every_label_in_use_has_its_stem() -> None:
    for label in LABELS.split():
        assert dates._UPDATED.search(label) or dates._PUBLISHED.search(label) or label in ("last", "pub."), label
        _stems_stand(label)


def _stems_stand(line: str) -> None:
    small = line.lower()
    assert not line.isascii() or not dates._UPDATED.search(line) or any(stem in small for stem in dates._OF_UPDATED)
    assert not line.isascii() or not dates._PUBLISHED.search(line) or any(s in small for s in dates._OF_PUBLISHED)


@pytest.mark.parametrize("line", ["5 auguſt 2020", "5 ſept 2020, 7 may 2020", "5 Aprıl 2020"])
def test_letters_that_count_as_others_make_no_month(line: str) -> None:
    assert all("2020-" in stated.value for stated in dates.dates_in(line))


HEADS = (
    "; 12 ; | ; – ; First published on ; posted: ; 7 Issued ; Date: ; created at ; Updated: ; "
    "Last updated | ; Added: ; By Anna Berg | ; Mon, ; tuesday ; Wed. ; Thu ; fri ; Sat ; Sun ; 10:30 "
).split("; ")


def test_a_line_with_a_date_at_its_head_begins_so() -> None:
    for before in HEADS:
        for date in ("5 May 2020", "2020-05-05", *(f"{month} 5, 2020" for month in dates._MONTH_ENDS)):
            text = f"{before}{date} The council met in the hall again, and nobody of those who came had much to say"
            assert flat._head(text, flat=False), text
            assert flat._may_have_head(text), text


@given(st.one_of(st.sampled_from(HEADS), DATES), DATES)
def test_a_line_that_begins_otherwise_has_no_date_at_its_head(before: str, date: str) -> None:
    text = f"{before}{date} The council met in the hall again, and nobody of those who came had much to say about it"
    assert flat._may_have_head(text) or flat._head(text, flat=False) is None


# --- credits, captions, titles, outlets, writers ---------------------------------------------------------------------


NOTE_LINES = (
    "Correction: x; Corrected (3 May); Clarification, x; Erratum: x; Amendment: x; (Retraction: x; "
    "Note: this story was amended; Editor's note: this page was corrected; "
    "* This article originally said x; An earlier version of this story; The first version of the article; "
    "A previous version of this report; a prior version of this post; A original version of this text; "
    "a first version of this item; Updated (x; This story has been updated; UPDATED to reflect x; "
    "this headline was changed; Editors note x; Editorial note; Publisher's note; author’s note; "
    "Reporter's note; Note from the editor; Note to readers; Ed. note; eds. note; "
    "Additional reporting by A; Further writing by A; (Reporting by A; writing by A; Editing by A; "
    "edited by A; Compiled by A; compiled from A; Translated by A; Translation by A; Written by A; "
    "Contributing: A; Anna Berg contributed to this; Anna Berg in Oslo also CONTRIBUTED reporting; "
    "The Associated Press contributed; Reuters in Oslo contributed"
).split("; ")
CREDIT_LINES = (
    "News source: A; original source - A; Article source: A; (Sources: A B); Источник: AB; fonte: AB; "
    "Fuente: AB; Quelle: AB; Agency: AB; agencies – AB; [Credit: AB]; credits: AB; Courtesy of: AB; "
    "WIRE: AB; via AB; With inputs from AB; with reporting from the AB; Published by AB; "
    "originally published in AB; Reprinted from AB; (Republished from AB); ſource: AB; (— Reuters/AP).; "
    "[ AFP ]"
).split("; ")
CREDIT_LINES += [*credits.AGENCIES]
BYLINES = (
    *tuple(
        f"{word} by A"
        for word in "posted written published submitted reported story text words article report analysis opinion"
        " commentary column review interview".split()
    ),
    "By A",
    "byA",
    "Author: A",
    "authors: A",
    "Reporter: A",
    "correspondents: A",
    "Texte : A",
    "Texto: A",
    "Words: A",
    "Story: A",
    "report: A",
    "Par Anna",
    "Por Anna",
    "Von Anna",
    "Автор Anna",
    "Автор: Anna",
)


def test_every_note_credit_and_byline_begins_as_those_do() -> None:
    for line in NOTE_LINES:
        assert credits.note(line), line
        assert "note" in credits.telling(line.lower()), line
    for line in CREDIT_LINES:
        assert credits.credit_line(line), line
        assert "credit" in credits.telling(line.lower()), line
    for line in BYLINES:
        assert credits.BYLINE.match(line), line
        assert "byline" in credits.telling(line.lower()), line


@given(NOTES.map(lines.squeeze).filter(bool))
def test_notes_credits_and_bylines_are_found_behind_the_quick_look(line: str) -> None:
    told = credits.telling(line.lower())
    assert all(telling in told for telling, form in credits._FORMS if form.match(line))
    agency = credits._AGENCY_WORD.search(line[:200])
    assert credits.agency_in(line) == (agency.group() if agency else None)


def test_only_four_letters_beyond_ascii_count_as_others() -> None:
    letters = re.compile("[a-z]", re.IGNORECASE)
    assert {letter for letter in map(chr, range(128, 0x110000)) if letters.match(letter)} == set(ODD)


@pytest.mark.parametrize(
    "mark", ["END", "ENDS", "(End)", "-ends-", "Ends", "enditem", "EndItem", "End item", "-30-", "###"]
)
def test_every_end_mark_has_its_sign(mark: str) -> None:
    tail = f"he said. {mark}"
    assert not credits._END_MARK.search(tail) or credits.without_end_mark(tail) == "he said."


@given(st.one_of(*map(_some, credits._DATELINES)))
def test_every_dateline_has_a_mark(line: str) -> None:
    assert not any(form.match(line[:160]) for form in credits._DATELINES) or any(m in line[:160] for m in "([/:-–—―")


ENDS = (
    "(Picture: A. Berg).",
    "[photo A]",
    "Photo: " + "a" * 60,
    "credit / AB",
    "A hall © Anna Berg",
    "Anna Berg/The Paper",
    "came. Anna Berg for The Paper",
    "a hall | Anna Berg",
    "a hall.Anna Berg",
)


@given(st.one_of(st.sampled_from(ENDS), st.sampled_from(ENDS).map(lambda end: f"x {end}"), NOTES).filter(bool))
def test_whoever_took_a_picture_is_seen(line: str) -> None:
    assert captions._is_credited(line) == bool(captions._PICTURE_END.search(line))


@given(st.text(), st.lists(st.text(st.characters(codec="cp1252"))))
def test_words_are_the_runs_of_letters(text: str, texts: list[str]) -> None:
    def slowly(text: str) -> list[str]:
        return titles._WORD.findall(text.casefold())

    assert [word for word in titles._words(text) if len(word) > 1] == slowly(text)
    each = titles._words_of_each([text, *texts])
    assert [[word for word in words if len(word) > 1] for words in each] == [slowly(t) for t in (text, *texts)]


def test_every_letter_of_the_alphabet_is_folded() -> None:
    for letter in bytes(range(256)).decode("cp1252", "replace"):
        text = f"a{letter}b"
        assert [word for word in titles._words(text) if len(word) > 1] == titles._WORD.findall(text.casefold())


@given(st.one_of(_some(titles._NO_TITLE), _some(titles._KICKER)).filter(bool))
def test_what_is_no_title_and_no_kicker_is_seen(line: str) -> None:
    assert titles._is_no_title(line) == bool(titles._NO_TITLE.search(line))
    assert not titles._KICKER.search(line) or any(section in line for section in titles._IN_KICKER)


@given(st.one_of(st.text(), _lines("the", "news", " - ", " | "), _some(outlets._BEFORE_SIGN)))
def test_names_of_outlets_are_read_alike(line: str) -> None:
    bare = re.sub(r"^the ", "", line.strip(" *"), flags=re.IGNORECASE)
    assert outlets._letters(line) == re.sub(r"[\W_]+", "", bare).casefold()
    assert outlets._cells(line) == outlets._CELLS.split(line)
    longest = f"{'N' * 46}, (c) 2020"
    for notice in (line, longest, f"{'N' * 46}, 2020 - 2021"):
        assert not outlets._BEFORE_SIGN.match(notice) or "19" in notice[:60] or "20" in notice[:60]
    assert outlets._BEFORE_SIGN.match(longest)


@given(_some(writers._BOX))
def test_a_box_about_an_author_says_is(line: str) -> None:
    assert not writers._BOX.match(line) or " is " in line


OLD_ENDS = re.compile(r"[.!?…。！？](?:[\"”’»')\]]|\s?\|)*$|[:;,]$|[.!?…][\"”’»]")


@given(st.text(st.sampled_from("aB .!?…。！？:;,\"”’»')]|"), min_size=1).map(lines.squeeze).filter(bool))
def test_ends_of_sentences_are_seen_by_their_last_mark(text: str) -> None:
    assert blocks._ends(text, stops=any(stop in text for stop in ".!?…。！？")) == bool(OLD_ENDS.search(text))


@given(
    st.lists(st.sampled_from(["|", "/", "»", "·", "a", "fog" * 10, "a" * 31, "News and sport", "x,"]), max_size=9)
    .map(" ".join)
    .filter(bool)
)
def test_a_menu_has_a_mark_behind_its_first_label(line: str) -> None:
    line = f"{line} | News » Fog"
    with patch.object(furniture, "_MARK", re.compile("")):
        menu = furniture.is_menu(line)
    assert furniture.is_menu(line) == menu


# --- lines -----------------------------------------------------------------------------------------------------------

MARKS = st.one_of(
    st.text(st.sampled_from("*+-–—•·o#=_~|/\\. >1234567890)ab\xa0\u2003"), max_size=14),
    st.sampled_from(("o", "o a", "o 1", "oa", "* a", "* * *", "1. a", "12) # a", "# a", "· o", "- 5", "o # b", "•a")),
)
OLD_BULLET = re.compile(r"(?:[*+\-–—•·●▪◦‣»›o]|\d{1,3}[.)])(?:\s+|$)")


@given(MARKS)
def test_marks_and_rules_are_told_as_by_their_patterns(text: str) -> None:
    assert lines._is_rule(text) == bool(lines._RULE.match(text))
    for word in text.split():
        assert lines._is_mark(word) == bool(lines._MARK.fullmatch(word))
    text = " ".join(text.split())
    read = lines._line(text, False, False) if text else None
    if text and not lines._RULE.match(text):
        match = OLD_BULLET.match(text)
        rest = text[match.end() :] if match else text
        rest = re.sub(r"^#{1,6}\s+", "", rest)
        assert (read is None) == (not rest or bool(lines._RULE.match(rest)))
        mark = match.group().strip() if match else ""
        assert read is None or mark in "-–—" or (read.bullet, read.text) == (mark, rest)
    if text:
        match = OLD_BULLET.match(text)
        assert lines._bullet(text) == ((match.group().strip(), text[match.end() :]) if match else ("", text))


@given(st.text(st.sampled_from("*_ \nab."), max_size=40), st.sampled_from(range(4)))
def test_emphasis_ends_at_the_next_mark(text: str, form: int) -> None:
    _, quick = lines._EMPHASIS[form]
    lazy = re.compile(quick.pattern.replace("{1,2000}+", "{1,2000}?"))
    assert quick.sub(r"<\1>", text) == lazy.sub(r"<\1>", text)


def test_a_line_that_goes_on_begins_in_the_middle_of_a_sentence() -> None:
    for letter in map(chr, range(0x10000)):
        line = f"{letter}s of the one two three four five six seven eight nine ten."
        assert letter in lines._MID_SENTENCE or not lines._CONTINUES.match(line)


@given(st.lists(st.text(st.sampled_from("abAİıß- 1\n"), max_size=60)), st.sampled_from(("a", "b", "ab", "i̇", "ss", "")))
def test_words_are_counted_alike_in_both_ways(raw: list[str], word: str) -> None:
    raw = [line for text in raw for line in text.split("\n")]
    counts = Counter(hyphens._LETTERS.findall("\n".join(raw).lower()))
    for looks in (0, 3, 1000):
        words = hyphens.Words(raw)
        words._looks = looks
        assert min(2, words.count(word)) == min(2, counts[word])


@given(
    st.lists(
        st.sampled_from(
            (
                "of",
                "to",
                "one two three four five six seven eight of",
                "  and",
                "](http://a)",
                "x [a",
                "b](https://c) d",
                "* e",
                "",
                "f",
            )
        ),
        max_size=8,
    )
)
def test_lines_are_joined_as_if_each_were_looked_at(raw: list[str]) -> None:
    joined: list[str] = []
    for line in raw:
        before = joined[-1] if joined else ""
        words = line.split(maxsplit=1)
        unfinished = lines._is_unfinished(before) and words and not lines._MARK.fullmatch(words[0])
        if ("](" in line and lines._is_one_link(before, line)) or unfinished:
            joined[-1] = f"{before} {line.strip()}"
        else:
            joined.append(line)
    assert lines._unbroken(raw) == joined


@given(st.lists(st.sampled_from(("a   1", "b     2", "   c   3", "---", "", "word", "d   e", "   - -")), max_size=12))
def test_rows_of_a_table_are_those_on_end(raw: list[str]) -> None:
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate([*raw, ""]):
        if lines._WIDE.search(line):
            run.append(index)
        elif not line or not lines._RULE.match(line):
            if len(run) >= lines.ROWS and lines._is_table([raw[i] for i in run]):
                found.update(run)
            run = []
    assert lines.table_rows(raw) == found


@given(
    st.text(st.sampled_from("ab-\xa0 1."), min_size=1, max_size=12).filter(str.strip),
    st.text(st.sampled_from("ab-o#\xa0 1."), min_size=1, max_size=12).filter(str.strip),
    st.integers(1, 20),
)
def test_a_line_runs_on_when_the_next_word_did_not_fit(line: str, following: str, width: int) -> None:
    line = line.rstrip()
    word = following.split()[0]
    needed = len(line) + 1 + len(word[: word.find("-") + 1] or word)
    runs = (len(line) <= width or " " not in line.strip()) and needed > width and not lines._MARK.fullmatch(word)
    hyphen = line[-1] == "-" and line[-2:-1].isalpha() and following.lstrip()[:1].islower()
    assert lines._runs_on(line, following, width) == bool(hyphen or runs)
