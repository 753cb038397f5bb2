"""Pronouns and descriptions that speak, through the real path: our own texts with the right names (see pronouns/)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.speakers import MARKED, SETS, Outcome, marked, outcomes, share
from twosource.records import Mention
from twosource.resolve.callings import Calling, calling, callings
from twosource.resolve.human_nouns import gender_of, is_human
from twosource.resolve.roles import Cast, Holder, Profile, Wanted, ranked

from .test_attributions import last


@pytest.fixture(scope="module")
def found() -> dict[str, list[Outcome]]:
    """What became of every case, by the set it is in."""
    return {chosen: list(outcomes(marked(chosen))) for chosen in SETS}


@pytest.mark.parametrize(("chosen", "floor"), [("texts", 90), ("example", 93), ("held_out", 78)])
def test_most_names_are_right(found: dict[str, list[Outcome]], chosen: str, floor: float) -> None:
    wrong = [one.line() for one in found[chosen] if one.verdict != "right"] if chosen != "held_out" else []
    assert share(found[chosen], named=True) >= floor, "\n".join(wrong)


@pytest.mark.parametrize("chosen", SETS)
def test_those_without_a_name_get_none(found: dict[str, list[Outcome]], chosen: str) -> None:
    assert [one.line() for one in found[chosen] if one.verdict == "wrong" and not one.case.names] == []


def test_wrong_names_are_rarer_than_none(found: dict[str, list[Outcome]]) -> None:
    every = [one.verdict for outcome in found.values() for one in outcome]
    assert every.count("wrong") <= len(every) / 50


def test_every_answer_has_its_reason(found: dict[str, list[Outcome]]) -> None:
    assert all(one.reason for outcome in found.values() for one in outcome)


@pytest.mark.parametrize("chosen", SETS)
def test_the_marks_are_sound(chosen: str) -> None:
    texts = marked(chosen)
    assert len({text.name for text in texts}) == len(texts)
    for text in texts:
        assert text.cases
        assert not re.search(r"[\[\]=]", text.article.text)
        for case in text.cases:
            body = text.article.text
            assert body[case.start : case.end].strip() == body[case.start : case.end] != ""
            # the page may write a name in another spelling's place, but one of those given stands in it
            assert not case.names or any(name.split()[-1] in body for name in case.names)


def test_there_are_enough_cases() -> None:
    counts = {chosen: sum(len(text.cases) for text in marked(chosen)) for chosen in SETS}
    assert sum(counts.values()) >= 150
    assert counts["held_out"] >= 50
    assert (MARKED / "README.md").is_file()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # what a page calls somebody, in a word that is in no list
        ("The volcanologist Ana Roe met Jon Poe. The volcanologist said it was over.", "Roe"),
        ("The company's tea taster, Jon Poe, met Ana Roe. The tea taster said it was over.", "Poe"),
        ("Jon Poe, a former lamplighter, met Ana Roe. The lamplighter said it was over.", "Poe"),
        ("Jon Poe, who owns the mill, met Ana Roe. The owner said it was over.", "Poe"),
        ("Finance Minister Jon Poe met Labour Minister Li Dahl in Selm. The labour minister said it was over.", "Dahl"),
        ("Mrs Ana Roe wept. Her husband, Jon Roe-Poe, spoke. “It is over,” the husband said.", "Roe-Poe"),
        # a role that the page gives nobody goes on about the subject before it
        ("Ana Roe came home on Monday. The opposition leader said it was over.", "Roe"),
        # an age tells who is meant
        ("Jon Poe, 61, met Li Dahl, 34, in Selm. The 61-year-old striker said it was over.", "Poe"),
        # what an opening phrase or a quotation holds is no antecedent
        ("Jon Poe stood on the quay. In a letter to Li Dahl, he said it was over.", "Poe"),
        ("Jon Poe stood on the quay. “I like Li Dahl,” he said.", "Poe"),
        # who is named beside an earlier pronoun is another
        ("Mrs Ana Roe rose. She thanked Mrs Li Dahl. “It is over,” she said.", "Roe"),
        ("Mrs Ana Roe came. Her visit to Mr Jon Poe angered his wife, Mrs Li Dahl. She said it was over.", "Roe"),
        # a description that begins a sentence is a subject
        ("President Jon Poe met Li Dahl. The president left. “It is over,” he said.", "Poe"),
        # the page shows the gender by the pronoun beside the name
        ("Ixo Mbeli lost her way. Jon Poe found Ixo Mbeli. “It is over,” she said.", "Mbeli"),
        # bodies
        ("The mining firm Ferrox sued Selm. The firm said it was over.", "Ferrox"),
        (
            "Jon Poe read the Selm Courier. The Selm Courier printed a letter. The newspaper said it was over.",
            "Courier",
        ),
    ],
)
def test_the_speaker_is_found(text: str, who: str) -> None:
    speaker = last(text)
    assert speaker.entity == who, speaker.reason


@pytest.mark.parametrize(
    "text",
    [
        "Jon Poe lost the vote. A guard said the gate was shut. He said it was over.",
        "Jon Poe lost the vote. One of the guards laughed. “It is over,” he said.",
        "Mr Jon Poe said Mr Li Dahl was right when he said it was over.",
        "Finance Minister Jon Poe met Labour Minister Li Dahl. The minister said it was over.",
        "Deputy Minister Jon Poe left. The minister said it was over.",
        "Transport Minister Jon Poe left. The finance minister said it was over.",
        "Jon Poe’s doctor came. President Jon Poe’s doctor said it was over.",
        "The lawyer Jon Poe left. Ana Roe was arrested. Her lawyer said it was over.",
        "The lawyers Jon Poe and Li Dahl left. Their lawyers said it was over.",
        "President Jon Poe left. The band leader said it was over.",
        "The poll then quotes the Selm Mirror. It said it was over.",
    ],
)
def test_doubt_gives_no_name(text: str) -> None:
    speaker = last(text)
    assert speaker.entity is None, (speaker.entity, speaker.reason)


@pytest.mark.parametrize(
    ("phrase", "head", "modifiers"),
    [
        ("the French president", "president", {"french"}),
        ("head of the election commission", "head", set()),
        ("Attorney General", "attorney", set()),
        ("Jon Poe’s doctor", "doctor", {"jon", "poe"}),
    ],
)
def test_the_head_of_a_description(phrase: str, head: str, modifiers: set[str]) -> None:
    found = calling(phrase)
    assert found is not None
    assert found.head == head
    assert found.modifiers == frozenset(modifiers)


def test_another_party_is_another_nominee() -> None:
    libertarian = Profile({Calling("nominee", frozenset(["libertarian"]))})

    def fits(phrase: str) -> float:
        wanted = Wanted.of(phrase, set())
        assert wanted is not None
        return Holder(libertarian, wanted.calling.head).match(wanted)

    assert fits("the Libertarian nominee") > fits("the nominee") > 0
    assert fits("the Agrarian nominee") == 0


HEADS = st.sampled_from("president leader minister secretary spokesman spokeswoman baker".split())
MODIFIERS = st.frozensets(st.sampled_from("deputy former selmian transport finance".split()), max_size=2)


@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.sets(st.builds(Calling, HEADS, MODIFIERS), max_size=3)),
    HEADS,
    MODIFIERS,
    st.sampled_from(["", "m", "f"]),
    st.booleans(),
)
def test_a_cast_answers_as_a_look_at_everyone_would(
    called: dict[str, set[Calling]], head: str, modifiers: frozenset[str], gender: str, owned: bool
) -> None:
    scope = {who: Profile(callings) for who, callings in called.items()}
    wanted = Wanted.of(" ".join(["the", *sorted(modifiers), head]), set())
    assert wanted is not None
    cast = Cast(scope)
    for _ in range(2):
        assert list(cast.ranked(wanted, gender, owned)) == list(ranked(wanted, scope, gender, owned))


def test_nouns_for_persons() -> None:
    assert [gender_of(noun) for noun in ("widow", "policewoman", "monk", "driver")] == ["f", "f", "m", ""]
    assert is_human("seismologist") and is_human("gatekeeper") and not is_human("letter")


@given(st.text(alphabet="aA ,.’'“”-ofthe\n", max_size=200), st.integers(0, 200), st.integers(1, 20))
def test_any_text_beside_a_name_can_be_read(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    mention = Mention(start, end, "PERSON", text[start:end])
    for one in callings(text, mention, (0, len(text))):
        assert one.head and one.head == one.head.lower()
