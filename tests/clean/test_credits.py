"""Datelines, agencies, bylines and notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.clean.credits import (
    authors,
    credit_at_end,
    credit_line,
    dateline,
    note,
    persons,
    without_end_mark,
    without_sign_off,
)
from twosource.records import Dateline

REST = "The harbour council met on Wednesday."


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("NORVIK, Mar 3 - CoastPress.", "NORVIK", "XXXX-03-03", "CoastPress"),
        ("NORVIK, March 3, 2021 (Reuters) -", "NORVIK", "2021-03-03", "Reuters"),
        ("PORT TAMAR, N.V., Sept. 26 (UPI) —", "PORT TAMAR, N.V", "XXXX-09-26", "UPI"),
        ("NORVIK, March 3. /TASS/.", "NORVIK", "XXXX-03-03", "TASS"),
        ("Norvik, 3 March (BelTA) –", "Norvik", "XXXX-03-03", "BelTA"),
        ("ST. ALMA, Tamar (AP) —", "ST. ALMA, Tamar", None, "AP"),
        ("NORVIK —", "NORVIK", None, None),
        ("NORVIK:", "NORVIK", None, None),
        ("PORT TAMAR/NORVIK:", "PORT TAMAR/NORVIK", None, None),
        ("(Reuters) -", None, None, "Reuters"),
    ],
)
def test_a_dateline_is_read(head: str, place: str | None, day: str | None, agency: str | None) -> None:
    assert dateline(f"{head} {REST}") == Dateline(place, day, agency)


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "A HUNTER who killed a hare in Norvik has been fined.",
        "The NHC (Norvik Harbour Council) said it would meet.",
        "BREAKING — two ferries collided.",
        "MARREN: We will meet on Wednesday, whatever the weather.",
        "EXPLAINED: What the harbour council may decide on Wednesday.",
        "Wednesday, 3 March was a quiet day in Norvik.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: COASTPRESS", "COASTPRESS"),
        ("(Source: Coast Press)", "Coast Press"),
        ("(Reuters)", "Reuters"),
        ("AFP/Reuters", "AFP/Reuters"),
        ("With inputs from PTI", "PTI"),
        (
            "Sources in the council spoke of a long night, and of more fog to come in the days before the weekend. "
            * 2,
            None,
        ),
        ("From Norvik he went to Tamar", None),
    ],
)
def test_a_line_of_credit(line: str, credit: str | None) -> None:
    assert credit_line(line) == credit


def test_an_agency_after_the_last_sentence_is_credited() -> None:
    assert credit_at_end("It ended late. (Reuters)") == "Reuters"
    assert credit_at_end("It ended late. —AFP") == "AFP"
    assert credit_at_end("It was told by an agency (AFP)") is None


@pytest.mark.parametrize("mark", [" End", " -ENDS-", " (END)", " ###", " Ends."])
def test_an_agencys_end_mark_goes(mark: str) -> None:
    assert without_end_mark(f"It came on 17 November.{mark}") == "It came on 17 November."


@pytest.mark.parametrize("text", ["They walked to the West End", "This is not the End.", "It never Ends"])
def test_a_sentence_that_only_ends_so_stays(text: str) -> None:
    assert without_end_mark(text) == text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jonas Ek and Mia Lund | Norvik Herald", ("Jonas Ek", "Mia Lund")),
        ("by Jonas Ek March 3, 2021", ("Jonas Ek",)),
        ("By JONAS EK - 2021-03-03", ("Jonas Ek",)),
        ("Author: Anna van der Berg", ("Anna van der Berg",)),
        ("By the time the fog had gone it was noon", ()),
        ("By July 2013, the ferry was old", ()),
        ("By Wednesday", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert authors(line) == names


def test_an_agency_is_no_person() -> None:
    assert persons("By AFP") == ()


@pytest.mark.parametrize(
    ("line", "kind", "day"),
    [
        ("Correction: An earlier version gave the wrong day, 5 March 2021.", "correction", None),
        ("Correction, Mar. 5, 2021: The ferry was built in Tamar.", "correction", "2021-03-05"),
        ("This article was amended on 5 March 2021 to correct a name.", "correction", "2021-03-05"),
        ("An earlier version of this story misspelled a name.", "correction", None),
        ("Editor’s note: This story was updated to add a reply.", "update", None),
        ("UPDATE: The crossing is open again.", "update", None),
        ("Editor's note: Names have been changed.", "editor", None),
        ("(Reporting by Jonas Ek; editing by Mia Lund)", "credit", None),
    ],
)
def test_notes_with_their_dates(line: str, kind: str, day: str | None) -> None:
    found = note(line)
    assert found is not None and (found.kind, found.text, found.date) == (kind, line, day)


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers found the boat.",
        "The report was revised upward in March.",
        "The law was amended on 5 March 2021.",
        "Updated radar would have helped, the captain said.",
        "Reporting by the paper led to the inquiry.",
    ],
)
def test_sentences_are_no_notes(line: str) -> None:
    assert note(line) is None


@given(st.text(max_size=300))
def test_nothing_raises_and_an_end_mark_is_cut_from_the_end(text: str) -> None:
    for read in (dateline, credit_line, credit_at_end, authors, note):
        read(text)
    assert text.startswith(without_end_mark(text))


@pytest.mark.parametrize(
    ("text", "agency", "left"),
    [
        ("The road stays shut. QNS RKS AB", "QNS", "The road stays shut."),
        ("“It stays shut.” -- Coast Wire", "Coast Wire", "“It stays shut.”"),
        ("The report was first told to QNS", "QNS", "The report was first told to QNS"),
        ("The road stays shut. QNS RKS AB", None, "The road stays shut. QNS RKS AB"),
        ("QNS", "QNS", "QNS"),
    ],
)
def test_the_sign_off_of_the_agency_is_cut(text: str, agency: str | None, left: str) -> None:
    assert without_sign_off(text, agency) == left
