"""Names in a page. The people and places are made up; countries and capitals are what they are."""

from __future__ import annotations

import re
import runpy
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from twosource.annotate.language import read
from twosource.annotate.names import mentions
from twosource.records import Mention


def found(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(mention.text, mention.kind) for mention in mentions(read(text), title)]


def one(text: str, name: str) -> Mention:
    return next(mention for mention in mentions(read(text)) if mention.text == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Friday, Moldovan President Irina Dascal met the Estonian premier.",
            [("Moldovan", "NORP"), ("Irina Dascal", "PERSON"), ("Estonian", "NORP")],
        ),
        ("Police in Velmora said nothing.", [("Velmora", "LOC")]),
        ("Shares of Tarnholm Shipping Corp. fell.", [("Tarnholm Shipping Corp.", "ORG")]),
        ("He joined the Vellmark Coast Guard in May.", [("Vellmark Coast Guard", "ORG")]),
        ("He left the Ministry of Foreign Affairs of Latvia.", [("Ministry of Foreign Affairs of Latvia", "ORG")]),
        ("The Food and Livestock Agency closed.", [("Food and Livestock Agency", "ORG")]),
        ("They sailed across Lake Ormund to Port Halla.", [("Lake Ormund", "LOC"), ("Port Halla", "LOC")]),
        ("Talks with Ursula von der Weyde went on.", [("Ursula von der Weyde", "PERSON")]),
        ("Officials met Omar al-Rashidi there.", [("Omar al-Rashidi", "PERSON")]),
        ("Secretary Han Ki-joon resigned.", [("Han Ki-joon", "PERSON")]),
        ("The US-led talks and the pro-Russian mayor.", [("US", "LOC"), ("Russian", "NORP")]),
        ("Writer J. K. Mallory, John F. Tarrant.", [("J. K. Mallory", "PERSON"), ("John F. Tarrant", "PERSON")]),
        ("TALLINN, Nov 18 - Nothing happened.", [("TALLINN", "LOC")]),
        ("The French soldiers left on Monday in March.", [("French", "NORP")]),
        ("On Monday in August nothing was decided.", []),
        ("See www.Tarrant-Online.com or write to Anna_Tarrant@example.org.", []),
    ],
)  # fmt: skip
def test_names_and_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_possessive_is_left_out() -> None:
    assert found("It was Latvia's turn, and Belarus’ too.") == [("Latvia", "LOC"), ("Belarus", "LOC")]


def test_title_and_gender_beside_the_name() -> None:
    text = "German Chancellor Greta Holm and Mr Tarrant met Lt. Gen. Pavel Orlenko."
    assert (one(text, "Greta Holm").title, one(text, "Greta Holm").gender) == ("Chancellor", "f")
    assert (one(text, "Tarrant").title, one(text, "Tarrant").gender) == ("Mr", "m")
    assert one(text, "Pavel Orlenko").title == "Lt. Gen."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The opposition's presidential candidate, Maren Tolvik, left.", "The opposition's presidential candidate"),
        ("Maren Tolvik, the harbour minister, left.", "harbour minister"),
        ("Latvian opposition leader Maren Tolvik left.", "opposition leader"),
        ("The Latvian president, Maren Tolvik, left.", "president"),
    ],
)
def test_title_as_a_phrase(text: str, title: str) -> None:
    assert one(text, "Maren Tolvik").title == title


def test_a_surname_after_its_full_name_takes_its_kind() -> None:
    text = "Maren Velde spoke first. Later the crowd in the square heard Velde again. Velde left."
    assert [kind for name, kind in found(text) if name == "Velde"] == ["PERSON", "PERSON"]


def test_acronym_and_its_definition() -> None:
    text = "The Northern Harbours Council (NHC) met. The NHC agreed. Experts of the Tolvik Lighthouse Trust (TLT) came."
    assert ("Northern Harbours Council", "ORG") in found(text)
    assert [kind for name, kind in found(text) if name in {"NHC", "TLT"}] == ["ORG", "ORG", "ORG"]


def test_a_capital_that_acts_is_a_metonym() -> None:
    text = "Ankara promised a loan to Riga. The envoy landed in Ankara. The Kremlin said so. He praised ties with Oslo."
    metonyms = {(m.start, m.text) for m in mentions(read(text)) if m.metonym}
    assert (0, "Ankara") in metonyms
    assert {name for _, name in metonyms} == {"Ankara", "Riga", "Kremlin", "Oslo"}
    assert sum(name == "Ankara" for _, name in metonyms) == 1


def test_a_headline_needs_the_evidence_of_the_body() -> None:
    text = (
        "Tolvik Vows Closer Harbour Ties As Protest Grows\n\nMaren Tolvik has vowed closer ties with the harbour towns."
    )
    names = found(text)
    assert ("Tolvik", "PERSON") in names
    assert not any(word in name for name, _ in names for word in ("Vows", "Closer", "Ties", "Protest", "Grows"))


def test_the_title_is_a_witness_of_case() -> None:
    text = "Storms hit the coast."
    assert found(text, "Why storms hit") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # forms of address of many countries are titles, and a family name that looks like one is none
        ("Police questioned Smt Kavita Deshrao there.", [("Kavita Deshrao", "PERSON")]),
        ("They thanked Datuk Seri Hamzan Yusri there.", [("Hamzan Yusri", "PERSON")]),
        ("They thanked Dato' Sri Lim Guan Teik there.", [("Lim Guan Teik", "PERSON")]),
        ("They thanked Alhaji Musa Dankwari there.", [("Musa Dankwari", "PERSON")]),
        ("The director Nilesh Shah was held.", [("Nilesh Shah", "PERSON")]),
        # small words and syllables inside names
        ("They met Nguyen Thi Thu Mai there.", [("Nguyen Thi Thu Mai", "PERSON")]),
        ("They met Ignacio de la Vega y Prado there.", [("Ignacio de la Vega y Prado", "PERSON")]),
        ("They met Norlela binti Osman there.", [("Norlela binti Osman", "PERSON")]),
        ("They met Rosaura Quilca viuda de Mantari there.", [("Rosaura Quilca viuda de Mantari", "PERSON")]),
        ("They met Óscar Raúl Mendoval Pazos there.", [("Óscar Raúl Mendoval Pazos", "PERSON")]),
        # what an office is for, and money, are no names
        ("The raid on Irrigation Minister Kavita Deshrao went on.", [("Kavita Deshrao", "PERSON")]),
        ("It took Rs 40 crore, then Rs2 lakh and USD5m.", []),
        ("A loan of US$ 35 million was stopped.", []),
        # bodies and places by their words
        ("It was given to Consorcio Altovalle.", [("Consorcio Altovalle", "ORG")]),
        ("It was won by the Velgiri Lok Morcha.", [("Velgiri Lok Morcha", "ORG")]),
        ("They met at Sona Bhavan in the rain.", [("Sona Bhavan", "LOC")]),
        ("The ambassador to Velquilla left.", [("Velquilla", "LOC")]),
    ],
)
def test_names_of_many_customs(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_weekday_stays_one_behind_a_name() -> None:
    assert ("Tran Van Minh", "PERSON") in found("The court heard Tran Van Minh, Thu 5 May.")


@pytest.mark.parametrize("head", ["BRENTVALE:", "Brentvale:", "Brentvale, March 3 (QNS)"])
def test_a_report_comes_from_a_place(head: str) -> None:
    text = (
        f"{head} The council voted on Monday to close the old harbour road for at least three months, the mayor said."
    )
    assert found(text)[0][1] == "LOC"


def test_who_speaks_in_a_headline_is_no_place() -> None:
    assert found("Marwick: We will not close the road")[0][1] != "LOC"


def told(text: str, *names: tuple[str, str]) -> Doc:
    """The text as a model read it that found these names, wherever they stand in it, and no others."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(text)
    spans = [
        doc.char_span(match.start(), match.end(), label=label)
        for name, label in names
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    doc.set_ents([span for span in spans if span], default="outside")
    return doc


def voted(doc: Doc) -> list[tuple[str, str]]:
    return [(mention.text, mention.kind) for mention in mentions(doc)]


def test_without_a_models_names_the_rules_decide() -> None:
    doc = told("Police in Velmora met Omar Tarrant.")
    assert voted(doc) == []
    doc.set_ents([], default="missing")
    assert voted(doc) == [("Velmora", "LOC"), ("Omar Tarrant", "PERSON")]


def test_a_models_names_are_believed_and_other_labels_read() -> None:
    doc = told("Umbo and Quell saw Selm win.", ("Umbo", "GPE"), ("Quell", "PER"), ("Selm", "ORG"), ("win", "EVENT"))
    assert voted(doc) == [("Umbo", "LOC"), ("Quell", "PERSON"), ("Selm", "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "said", "kind"),
    [
        ("Talks with Norway went on.", "Norway", "ORG", "LOC"),
        ("They left with Mr Tarrant there.", "Tarrant", "ORG", "PERSON"),
        ("The director Ada Vellum was held.", "Ada Vellum", "ORG", "PERSON"),
        ("VELGRAD, May 17 - The council met.", "VELGRAD", "ORG", "LOC"),
        ("They met Velmora's interior minister.", "Velmora", "PERSON", "LOC"),
        ("President Ada Vellum of Velmora left.", "Velmora", "ORG", "LOC"),
        ("The premier met Tran Van Minh there.", "Tran Van Minh", "ORG", "PERSON"),
    ],
)
def test_strong_evidence_outvotes_the_model(text: str, name: str, said: str, kind: str) -> None:
    assert (name, kind) in voted(told(text, (name, said)))


def test_weak_evidence_does_not() -> None:
    assert ("Velmora", "ORG") in voted(told("Belief in Velmora grew.", ("Velmora", "ORG")))


def test_one_name_has_one_kind_in_a_page() -> None:
    text = "Velmora won. Then Velmora lost. Some like Velmora."
    doc = told(text)
    doc.set_ents([Span(doc, at, at + 1, kind) for at, kind in ((0, "ORG"), (4, "ORG"), (9, "LOC"))])
    assert voted(doc) == [("Velmora", "ORG")] * 3


def test_what_the_model_missed_is_found_by_its_repetition() -> None:
    text = "Ada Vellum spoke. Most saw Vellum leave."
    assert voted(told(text, ("Ada Vellum", "PERSON")))[-1] == ("Vellum", "PERSON")
    text = "Barents Bank closed. Most saw Barents fail."
    assert voted(told(text, ("Barents Bank", "ORG")))[-1] == ("Barents", "ORG")


def test_a_storm_is_no_person() -> None:
    assert voted(told("Hurricane Wandra came. In May Wandra hit the coast.", ("Wandra", "PERSON"))) == []


def test_initials_tell_where_the_long_form_begins() -> None:
    doc = told("The Union of Tolvik Pilots (UTP) met.", ("Tolvik Pilots", "ORG"))
    assert voted(doc) == [("Union of Tolvik Pilots", "ORG"), ("UTP", "ORG")]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("in Velmora Ohio", ("Velmora Ohio", "LOC"), ["Velmora", "Ohio"]),
        ("in velmora ca", ("velmora ca", "LOC"), ["velmora", "ca"]),
        ("in Velmora, Norway", ("Velmora, Norway", "LOC"), ["Velmora", "Norway"]),
        ("in New Mexico", ("New Mexico", "LOC"), ["New Mexico"]),
        ("in Outer Mongolia", ("Outer Mongolia", "LOC"), ["Outer Mongolia"]),
        ("from Velm - Tolv", ("Velm - Tolv", "ORG"), ["Velm", "Tolv"]),
        ("the Bank of Velm of", ("Bank of Velm of", "ORG"), ["Bank of Velm"]),
        ("met Taoiseach Mac Vell", ("Taoiseach Mac Vell", "PERSON"), ["Mac Vell"]),
        ('from "Vellum, Ada" today', ("Vellum", "PERSON"), ["Vellum, Ada"]),
        ("on Thursday", ("Thursday", "ORG"), []),
    ],
)
def test_where_names_begin_and_end(text: str, said: tuple[str, str], expected: list[str]) -> None:
    assert [name for name, _ in voted(told(text, said, ("Ada", "PERSON")))] == expected


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("We had dinner at Orla's, as always.", True),
        ("We had dinner at Orla's house.", False),
        ("A friend of Orla's came.", False),
    ],
)
def test_a_house_goes_by_its_owners_name(text: str, house: bool) -> None:
    assert any(name == "Orla's" for name, _ in found(text)) == house


def test_many_names_take_little_time() -> None:
    text = " ".join(f"Velm Tolv{n} -" for n in range(3000))
    doc = told(text)
    doc.set_ents([doc[at : at + 2] for at in range(0, 4500, 3)] + [doc[4500:]], default="outside")
    started = time.process_time()
    mentions(doc)
    assert time.process_time() - started < 10


MARKS = "Mr. al- von der Weyde's “Tarrant” (NHC) U.S. 's ’ O’Malley Ki-moon of the & AT&T,\n\n•| Дом 王毅 É ß ﷺ \u202e"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(MARKS.split(" ")) | st.text(max_size=8), max_size=25))
def test_offsets_always_hold(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in mentions(read(text)):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= end
        end = mention.end


def test_the_seeds_names(shared: Path) -> None:
    """Every person and body whom the five pages speak of is found, with the right kind (read by hand)."""
    wanted = {
        ("Vladimir Putin", "PERSON"), ("Alexander Lukashenko", "PERSON"), ("Sviatlana Tsikhanouskaya", "PERSON"),
        ("Svetlana Tikhanovskaya", "PERSON"), ("Tikhanovskaya", "PERSON"), ("Emmanuel Macron", "PERSON"),
        ("Dmitry Peskov", "PERSON"), ("Merkel", "PERSON"), ("European Union", "ORG"), ("EU", "ORG"), ("OSCE", "ORG"),
        ("Organization for Security and Co-operation in Europe", "ORG"), ("EU Foreign Affairs Council", "ORG"),
        ("FAC", "ORG"), ("Kremlin", "ORG"), ("Interfax", "ORG"), ("Belta", "ORG"), ("Belarus", "LOC"), ("Minsk", "LOC"),
        ("Vilnius", "LOC"), ("Sochi", "LOC"), ("Black Sea", "LOC"), ("Lithuania", "LOC"), ("Belarusian", "NORP"),
    }  # fmt: skip
    seen = {pair for path in sorted((shared / "seeds").glob("*.txt")) for pair in found(path.read_text("utf-8"))}
    assert wanted <= seen
    kinds = {name: {kind for other, kind in seen if other == name} for name, _ in wanted}
    assert all(len(one) == 1 for one in kinds.values()), kinds


def test_the_floor_on_uner(shared: Path) -> None:
    bench = runpy.run_path(str(Path(__file__).parents[2] / "bench" / "names.py"))
    scores = bench["score_names"](shared)
    assert scores["names_all_f1"] >= 0.80, scores
