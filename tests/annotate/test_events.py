"""Event mentions: type, participants, time, place, status and the trimmed clause."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate import annotate_text
from twosource.annotate.event_lexicon import PAIR_TYPES, TYPES, VERB_TYPES, event_type
from twosource.records import EventMention


def told(text: str, published: str | None = "2021-05-20") -> list[EventMention]:
    return list(annotate_text("a", text, published).events)


def one(text: str, lemma: str) -> EventMention:
    return next(e for e in told(text) if e.lemma == lemma)


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[s:e] for s, e in ranges]


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "status"),
    [
        ("The council imposed sanctions on Ardan.", "impose", "SANCTION", "happened"),
        ("The council lifted the sanctions on Ardan.", "lift", "CONCEDE", "happened"),
        ("Ana Roe and Jon Poe held talks in Selm on Monday.", "talk", "CONSULT", "happened"),
        ("Miners staged a rally in Selm.", "rally", "PROTEST", "happened"),
        ("Ana Roe called for a ceasefire.", "call", "REQUEST", "happened"),
        ("Jon Poe refused to resign.", "refuse", "REJECT", "happened"),
        ("Ardan will deploy troops to Selm.", "deploy", "MOBILIZE", "planned"),
        ("Police may arrest Jon Poe.", "arrest", "COERCE", "possible"),
        ("Police did not arrest Jon Poe.", "arrest", "COERCE", "negated"),
        ("Rebels are shelling the port of Selm.", "shell", "ASSAULT", "ongoing"),
        ("Ardan did not recognise Jon Poe as president.", "recognise", "REJECT", "happened"),
        ("A court in Selm sentenced Jon Poe to six years.", "sentence", "COURT", "happened"),
        ("Jon Poe stepped down on Friday.", "step", "APPOINT", "happened"),
    ],
)
def test_type_and_status(text: str, lemma: str, kind: str, status: str) -> None:
    event = one(text, lemma)
    assert (event.type, event.status) == (kind, status)


def test_operators_govern_what_stands_under_them() -> None:
    text = "Ardan vowed to extend a loan of 2 billion dollars to the port of Selm."
    pledge, grant = told(text)
    assert (pledge.lemma, pledge.type, pledge.object, pledge.embedded) == ("vow", "AGREE", "loan", False)
    assert (grant.lemma, grant.status, grant.embedded) == ("extend", "planned", True)
    assert text[slice(*grant.holder)] == "Ardan" if grant.holder else pytest.fail("no holder")


def test_an_announcement_is_of_what_it_announces() -> None:
    text = "The dockers announced on May 3 that they did not accept the wage offer of the Harbour Union."
    event = one(text, "announce")
    assert event.type == "REJECT"
    assert event.time is not None
    assert text[slice(*event.time)] == "May 3"
    assert words(text, event.headline) == [text[:-1]]


def test_participants() -> None:
    text = "Ana Roe, who fled to Ardan on Monday, met with Jon Poe in Selm."
    flee, meet = one(text, "flee"), one(text, "meet")
    assert words(text, flee.actors) == ["Ana Roe"]
    assert flee.place and text[slice(*flee.place)] == "Ardan"
    assert flee.time and "Monday" in text[slice(*flee.time)]
    assert (words(text, meet.actors), words(text, meet.recipients)) == (["Ana Roe"], ["Jon Poe"])
    assert meet.time is None


def test_a_passive_turns_them_round() -> None:
    text = "Jon Poe was arrested by Ana Roe in Selm."
    event = one(text, "arrest")
    assert (words(text, event.actors), words(text, event.recipients)) == (["Ana Roe"], ["Jon Poe"])


def test_a_possessor_is_no_participant() -> None:
    text = "Jon Poe’s main rival, Ana Roe, rejected the results of the vote."
    assert words(text, one(text, "reject").actors) == ["Ana Roe"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Thousands chanted after last Sunday’s presidential election in Selm.", "last Sunday"),
        ("He has not been abroad since the 9 May presidential polls.", "9 May"),
        ("Selm has been restless after the presidential election of 9 May 2021, in which Jon Poe won.", "9 May 2021"),
        ("Ardan has had no mayor since the May election.", "May"),
    ],
)
def test_a_dated_noun_is_an_event(text: str, time: str) -> None:
    events = [e for e in told(text) if e.type == "ELECTION"]
    (found,) = [text[slice(*e.time)] for e in events if e.time]
    assert time in found
    assert events[0].status == "happened"
    assert not any(e.time for e in told(text) if e.type != "ELECTION")  # the date is the election's alone


def test_a_numbered_event_takes_over_participants() -> None:
    text = "Ana Roe and Jon Poe held their first meeting on 5 May, and the second meeting took place on 7 May."
    first, second = [e for e in told(text) if e.group == "talk"]
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert second.actors == first.actors
    assert second.inherited == ("actors", "recipients")
    assert [text[slice(*e.time)] for e in (first, second) if e.time] == ["5 May", "7 May"]


def test_a_presupposed_event_is_not_alleged_with_what_is_said_of_it() -> None:
    text = "Protesters accused Jon Poe of rigging last Sunday’s presidential election."
    assert {e.lemma: e.status for e in told(text)}["election"] == "happened"


def test_a_headline_too_long_ends_before_a_phrase_and_not_within() -> None:
    text = (
        "Ana Roe promised to stay closer to the southern valleys of Ardan during talks with the mayors of the coast at "
        "the governor's summer house in the old spa town of Selm that lasted around seven hours."
    )
    (*_, last) = words(text, one(text, "promise").headline)
    assert last.endswith("town of Selm")


def test_a_length_of_time_keeps_what_it_is_counted_from() -> None:
    text = "The union accused the owner of ignoring three letters in the weeks before the fire."
    assert words(text, one(text, "accuse").headline) == [text[:-1]]


def test_headlines_end_where_the_next_clause_begins() -> None:
    text = "Ana Roe and Jon Poe held talks in Selm on Friday, after the council imposed sanctions on Ardan."
    assert words(text, one(text, "talk").headline) == ["Ana Roe and Jon Poe held talks in Selm on Friday"]


def test_reporting_verbs_and_states_are_no_events() -> None:
    assert told("Ana Roe said that she is tired. Jon Poe is the mayor. We demand peace.") == []


def test_the_tables_name_types_that_exist() -> None:
    assert set(VERB_TYPES.values()) | set(PAIR_TYPES.values()) <= set(TYPES)
    assert event_type("open", "fire", ()) == "ASSAULT"
    assert event_type("open", "investigation", ()) == "ACCUSE"
    assert event_type("zzz", None, ()) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("Roe Poe fled said that to in Selm on Friday, and the talks “ ” . held who \n\n a".split(" ")),
        max_size=40,
    )
)
def test_every_range_reads_back(parts: list[str]) -> None:
    text = " ".join(parts)
    for event in told(text):
        for start, end in (event.trigger, event.sentence, *event.headline, *event.actors, *event.recipients):
            assert 0 <= start < end <= len(text)
        assert event.sentence[0] <= event.trigger[0] and event.trigger[1] <= event.sentence[1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A summit between President Ana Roe and Jon Poe is to be held in Selm on May 28.", "A summit"),
        ("Ana Roe cancelled a visit to Selm that had been scheduled for Friday.", "a visit to Selm"),
        ("The Fund would pay the first part of a loan of 7 million euros that was agreed on 16 May.", "a loan of 7"),
        ("The treaty, signed late on Sunday by Ana Roe and Jon Poe, provides for a truce.", "The treaty, signed late"),
        ("Earlier this month Ardanian forces crossed the Ell river on Monday.", "Ardanian forces"),
    ],
)
def test_a_headline_opens_with_what_the_clause_is_about(text: str, shown: str) -> None:
    pieces = [text[e.headline[0][0] :] for e in told(text) if e.time is not None]
    assert pieces
    assert all(piece.startswith(shown) for piece in pieces)


def test_what_was_due_is_told_with_its_auxiliary() -> None:
    text = "A summit between the leaders of Selm and Ardan that was due to take place on Thursday has been called off."
    due = one(text, "summit")
    assert words(text, due.headline)[-1] == "was due to take place on Thursday"
    off = one(text, "call")
    assert words(text, off.headline)[-1] == "has been called off"


@pytest.mark.parametrize(
    "text",
    [
        "Selm and Ardan have agreed to a truce, the Harbour Union announced on Wednesday.",
        "“Nothing was stolen,” Jon Poe told Radio Selm on Tuesday.",
        "Ardanian guns fired on the post on Monday, wounding four soldiers.",
        "The founder of the collapsed Selmian lender was arrested on Monday.",
        "The trial of Jon Poe is to open on Monday.",
    ],
)
def test_no_event_of_its_own(text: str) -> None:
    assert {e.lemma for e in told(text)}.isdisjoint({"announce", "tell", "wound", "collapse", "open"})


def test_a_law_that_would_have_barred_her_barred_nobody() -> None:
    assert one("The law would have barred Ana Roe from the vote.", "bar").status == "possible"


def test_the_day_of_a_planned_rally_dates_no_announcement() -> None:
    assert one("The Civic Union announced a rally in Selm on Saturday.", "announce").time is None


def test_the_dateline_dates_no_summit() -> None:
    text = "SELM, 19 May - A summit in Ardan has been called off."
    assert all(e.time is None for e in told(text))


def test_what_is_denied_is_told_with_the_denial() -> None:
    text = "Ardan denied shelling the port of Selm."
    (event,) = told(text)
    assert (event.status, words(text, event.headline)) == ("denied", [text[:-1]])


def test_what_stands_beside_the_subject_stays_in_the_headline() -> None:
    text = "The Puca dam in the Quilla valley collapsed early on Thursday, killing two people."
    event = one(text, "collapse")
    assert (event.type, words(text, event.headline)) == (
        "DISASTER",
        ["The Puca dam in the Quilla valley collapsed early on Thursday"],
    )


@pytest.mark.parametrize(
    ("text", "lemma", "actors", "recipients"),
    [
        (
            "Rebels in the north of Ardan rejected an offer from Selm.",
            "reject",
            ["Rebels in the north of Ardan"],
            ["Selm"],
        ),
        ("Ardanian police arrested two students in Selm.", "arrest", ["Ardanian police"], ["two students in Selm"]),
        ("Ana Roe rejected an Ardanian offer.", "reject", ["Ana Roe"], ["Ardanian"]),
        ("Police in Selm prevented a rally by students.", "prevent", ["Police in Selm"], ["students"]),
        ("Ardan imposed a curfew in the town of Selm.", "impose", ["Ardan"], ["Selm"]),
        ("Ana Roe is opposed to Ardanian mediation.", "oppose", ["Ana Roe"], ["Ardanian"]),
        ("Miners blocked the road to press their demands on the owners.", "block", ["Miners"], ["the owners"]),
        ("Ardan demanded that the rebels leave Selm.", "demand", ["Ardan"], ["the rebels"]),
        ("The army deployed troops against the rebels.", "deploy", ["The army"], ["the rebels"]),
        ("The Harbour Union said it would boycott the owners.", "boycott", ["Harbour Union"], ["the owners"]),
        ("Ana Roe and Jon Poe signed a treaty.", "sign", ["Ana Roe", "Jon Poe"], []),
        ("Ana Roe said Jon Poe must pay the miners.", "must", ["Ana Roe"], ["Jon Poe"]),
    ],
)
def test_who_does_it_to_whom(text: str, lemma: str, actors: list[str], recipients: list[str]) -> None:
    event = one(text, lemma)
    assert (words(text, event.actors), words(text, event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("The port came under fire from rebels on Monday.", "fire", "ASSAULT"),
        ("The two sides renewed negotiations on Monday.", "negotiation", "CONSULT"),
        ("Ana Roe launched a mediation effort on Monday.", "mediation", "CONSULT"),
        ("Ardan announced a suspension of flights to Selm.", "announce", "SANCTION"),
        ("Two people were killed by a car bomb explosion.", "explosion", "ASSAULT"),
        ("Ardan lifted the blockade of Selm.", "lift", "RETREAT"),
        ("Ana Roe said Jon Poe must pay the miners.", "must", "REQUEST"),
        ("Ana Roe insisted on a recount.", "insist", "REQUEST"),
    ],
)
def test_the_event_under_a_light_word(text: str, lemma: str, kind: str) -> None:
    assert one(text, lemma).type == kind


def test_a_place_accuses_nobody() -> None:
    text = "Thousands have taken to the streets accusing Jon Poe of lying, and calling for him to step down."
    assert {e.lemma: words(text, e.actors) for e in told(text) if e.lemma in {"accuse", "call"}} == {
        "accuse": ["Thousands"],
        "call": ["Thousands"],
    }


def test_what_a_promise_or_a_readiness_is_for_is_no_item_of_its_own() -> None:
    assert one("Ana Roe promised to help negotiate with the rebels.", "negotiate").embedded
    assert one("Ardan expressed its readiness to stand by Selm.", "stand").embedded
    assert not one("Jon Poe fled to Ardan on Monday, the ministry confirmed.", "flee").embedded
