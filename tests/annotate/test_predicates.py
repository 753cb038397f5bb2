"""Who did what to whom, read from a sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.language import read
from twosource.annotate.nominals import Tokens
from twosource.annotate.predicates import noun_phrases, predicates


def parse(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Verb lemma to (subject, object) as written."""
    doc = read(text)

    def words(np: Tokens | None) -> str | None:
        return doc[np[0] : np[1]].text if np else None

    return {p.lemma: (words(p.subject), words(p.object)) for p in predicates(doc)}


@pytest.mark.parametrize(
    ("text", "verb", "subject", "obj"),
    [
        ("Ana Roe met the envoy in Selm.", "meet", "Ana Roe", "the envoy"),
        ("The mayor, Ana Roe, and the envoy, Jon Poe, have signed a treaty.", "sign",
         "The mayor, Ana Roe, and the envoy, Jon Poe", "a treaty"),
        ("Ana Roe, who fled to Ardan on Monday, has called for calm.", "flee", "Ana Roe", None),
        ("Ana Roe, who fled to Ardan on Monday, has called for calm.", "call", "Ana Roe", None),
        ("Ana Roe has backed the plan and promised money.", "promise", "Ana Roe", "money"),
        ("“We will stay,” said Ana Roe, the mayor.", "say", "Ana Roe", None),
        ("The Harbour Union (HU) imposed a blockade.", "impose", "The Harbour Union", "a blockade"),
        ("The council urged the miners to end the strike.", "end", "the miners", "the strike"),
        ("Ardan would lend Selm a large sum.", "lend", "Ardan", "a large sum"),
        ("At least two protesters have been killed.", "kill", "At least two protesters", None),
        ("The agency, citing local media, said Roe had left.", "leave", "Roe", None),
        ("Officials from the port rejected the offer.", "reject", "Officials from the port", "the offer"),
    ],
)  # fmt: skip
def test_arguments(text: str, verb: str, subject: str, obj: str | None) -> None:
    found = parse(text)[verb]
    assert found[0] is not None
    assert found[0] == subject or subject.startswith(found[0] + " ")  # a phrase may lack what is attached after it
    assert found[1] == obj


@pytest.mark.parametrize(
    ("text", "tense", "passive", "negated"),
    [
        ("Roe left Selm.", "past", False, False),
        ("Roe has left Selm.", "present", False, False),
        ("Roe had left Selm.", "pluperfect", False, False),
        ("Roe will leave Selm.", "future", False, False),
        ("Roe did not leave Selm.", "past", False, True),
        ("Roe was arrested by police.", "past", True, False),
        ("Roe cut the rope.", "past", False, False),
    ],
)
def test_tense_voice_negation(text: str, tense: str, passive: bool, negated: bool) -> None:
    (found,) = predicates(read(text))
    assert (found.tense, found.passive, found.negated) == (tense, passive, negated)


def test_prepositions_and_complement() -> None:
    doc = read("The council announced on Friday that it had closed the port.")
    announced = predicates(doc)[0]
    assert [(name, doc[np[0] : np[1]].text) for name, np in announced.prepositions] == [("on", "Friday")]
    assert announced.complement is not None
    assert doc[announced.complement[0] : announced.complement[1]].text == "that it had closed the port"


def test_a_conjunct_after_a_comma_goes_back_to_the_main_verb() -> None:
    assert parse("Roe has promised to help Selm if the storm worsens, and pledged to send boats.")["pledge"][0] == "Roe"


def test_which_stands_for_no_person() -> None:
    text = "Talks between the government of Selm and its rival, Ana Roe, which were due to take place today, are off."
    assert str(parse(text)["take"][0]).startswith("Talks between")
    assert parse("The council thanked the mayor of Selm, Ana Roe, who came to the dam.")["come"][0] != "The council"


def test_white_space_inside_a_sentence_is_no_word() -> None:
    assert parse("Ana Roe met with \xa0the envoy.").keys() == {"meet"}
    doc = read("Ana Roe met with \xa0the envoy.")
    assert predicates(doc)[0].prepositions[0][0] == "with"


@given(st.text(alphabet=st.sampled_from("abT ,.“”\"'-\n\xa0’to who and said the 1"), max_size=200))
def test_ranges_lie_in_the_document(text: str) -> None:
    doc = read(text)
    for p in predicates(doc):
        assert 0 <= p.start <= p.verb < len(doc)
        for np in (p.subject, p.object, p.complement, p.clause, *(np for _, np in p.prepositions)):
            assert np is None or 0 <= np[0] < np[1] <= len(doc)
    phrases = noun_phrases(doc)
    assert all(a[1] <= b[0] for a, b in pairwise(phrases))
