"""Whose ministries, palaces, capitals and adjectives are: countries are real, what is told of them is made up."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.pages import reading, story
from twosource.annotate.name_lists import PALACES
from twosource.records import CountryTie, Dateline, Entity, Reading, Resolution, Selector
from twosource.resolve import resolve
from twosource.resolve.countries import codes_in, country_name, seat_key, seats, settled, without_countries
from twosource.review import _judgement

NO_STATE = {
    "Wall Street", "Fleet Street", "Langley", "Istana", "Chancellery", "Bankova", "Vatican", "Holy See", "Lubyanka",
    "Scotland Yard", "Stormont", "Holyrood",
}  # fmt: skip


def resolved(*texts: str) -> Resolution:
    return story([(f"Outlet {number}", "2031-02-03", text) for number, text in enumerate(texts)])[1]


def of(resolution: Resolution, alias: str) -> Entity:
    exact = [one for one in resolution.entities if alias in one.aliases]
    (entity,) = exact or [one for one in resolution.entities if any(alias in text for text in one.aliases)]
    return entity


def tie(resolution: Resolution, alias: str) -> tuple[str, str] | None:
    country = of(resolution, alias).country
    return (country.how, country.code) if country else None


@pytest.mark.parametrize(
    ("text", "alias", "wanted"),
    [
        ("Norwegian officials met the crew of the ferry.", "Norwegian", ("people", "NO")),
        ("The Scottish fleet left the harbour.", "Scottish", ("people", "GB")),
        ("The Foreign Ministry of Norway said the ferry would sail.", "Foreign Ministry of Norway", ("body", "NO")),
        ("Norway's Foreign Ministry thanked the crew.", "Foreign Ministry", ("body", "NO")),
        ("The Norwegian Foreign Ministry thanked the crew.", "Foreign Ministry", ("body", "NO")),
        ("The Ministry of Transport of the United Kingdom met.", "Ministry of Transport", ("body", "GB")),
        ("The Kremlin said the harbour was open.", "Kremlin", ("seat", "RU")),
        ("Downing Street welcomed the harbour plan.", "Downing Street", ("seat", "GB")),
        ("The Bundestag voted for the harbour plan on Monday.", "Bundestag", ("body", "DE")),
        ("Oslo rejected the harbour plan, officials said.", "Oslo", ("seat", "NO")),
        ("A fair was held in Oslo on Monday.", "Oslo", None),
        ("Brussels rejected the harbour plan.", "Brussels", None),
        ("Brussels rejected the harbour plan. Ministers of Belgium met.", "Brussels", ("seat", "BE")),
        ("Korean sailors met in the harbour.", "Korean", None),
        ("Korean sailors met in the harbour of Seoul.", "Korean", ("people", "KR")),
        ("The New Mexico Department of Health closed the pool.", "New Mexico Department of Health", None),
    ],
)  # fmt: skip
def test_what_is_a_countrys_points_to_it(text: str, alias: str, wanted: tuple[str, str] | None) -> None:
    assert tie(resolved(text), alias) == wanted


def test_the_link_is_to_the_storys_own_country_and_merges_nothing() -> None:
    found = resolved("Norwegian officials spoke. Norway waited. Oslo said it agreed.", "Ships left Norway on Monday.")
    norway = of(found, "Norway")
    assert norway.aliases == ("Norway",) and norway.country is None and len(norway.members) == 2
    for alias in ("Norwegian", "Oslo"):
        country = of(found, alias).country
        assert country is not None and (country.entity, country.name) == (norway.id, "Norway")
    alone = of(resolved("Norwegian officials spoke."), "Norwegian").country
    assert alone is not None and (alone.entity, alone.name) == (None, "Norway")


def test_ministries_of_two_countries_are_two_and_those_of_one_are_one() -> None:
    found = resolved(
        "Norway's Foreign Ministry thanked the crew. The Foreign Ministry said so on Monday.",
        "Latvia's Foreign Ministry thanked the crew.",
        "The Norwegian Foreign Ministry sent a note.",
        "The Foreign Ministry of Norway sent a note.",
    )
    ministries = {one.country.code: one for one in found.entities if one.kind == "ORG" and one.country}
    assert {code: len(one.members) for code, one in ministries.items()} == {"NO": 4, "LV": 1}
    assert ministries["NO"].name == "Foreign Ministry of Norway"


def dated(text: str, place: str | None) -> Reading:
    page = reading("Harbour Post", "2031-02-03", text)
    return replace(page, article=replace(page.article, dateline=Dateline(place) if place else None))


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("The Health Ministry said pools in Norway would open.", None, "NO"),
        ("The Health Ministry said pools in Norway and Latvia would open.", None, None),
        ("The Foreign Ministry said talks with Norway would open.", None, None),  # Latvia's, as likely as not
        ("The Foreign Ministry said talks with Norway would open.", "RIGA", None),
        ("The Foreign Ministry said talks would open.", "OSLO", "NO"),
        ("The Justice Department said pools in Norway would open.", None, None),
    ],
)
def test_a_bare_ministry_is_the_pages_where_nothing_speaks_against_it(
    text: str, place: str | None, code: str | None
) -> None:
    found = resolve([dated(text, place)])
    (body,) = [one for one in found.entities if one.kind == "ORG"]
    assert (body.country.code if body.country else None) == code


def test_what_people_put_together_of_two_countries_is_neithers() -> None:
    texts = ("Norway's Foreign Ministry thanked the crew.", "Latvia's Foreign Ministry thanked the crew.")
    pages = [reading("Harbour Post", "2031-02-03", text) for text in texts]
    where = [Selector(page.article.id, text.index("For"), text.index(" thanked"), "Foreign Ministry")
             for page, text in zip(pages, texts, strict=True)]  # fmt: skip
    joined = resolve(pages, judgements=(_judgement("same", "name", where, "Ann", None),))
    assert of(joined, "Foreign Ministry").country is None


def test_a_capital_that_only_speaks_is_not_on_the_map() -> None:
    speaks, lies = "Oslo rejected the harbour plan.", "A fair was held in Oslo on Monday, the capital of Norway."
    assert [place.name for place in resolved(speaks).places] == []
    assert "Oslo" in [place.name for place in resolved(speaks, lies).places]


def test_the_table_of_seats() -> None:
    known = Locale("en").territories
    assert all(code in known for seat in seats().values() for code in seat.codes)
    assert all(seat.what.startswith(("seat of ", "its ", "chamber of ", "one of ", "part of ", "police of "))
               for seat in seats().values())  # fmt: skip
    assert {name for name in PALACES if seat_key(name) not in seats()} <= NO_STATE


def test_several_codes_are_settled_by_what_the_pages_name() -> None:
    assert settled(("NO",), ()) == "NO"
    assert settled(("KP", "KR"), {"KR", "NO"}) == "KR"
    assert settled(("KP", "KR"), {"KP", "KR"}) is None and settled(("KP", "KR"), ()) is None
    assert settled(("GE", ""), {"US"}) is None


WORDS = "the Norwegian United Kingdom New Mexico Zealand City of Foreign Ministry South Korea Panama us US".split()


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_countries_in_a_phrase_and_its_other_words(words: list[str]) -> None:
    kept = without_countries(words)
    rest = iter(words)
    assert all(word in rest for word in kept), "in their order"
    assert bool(codes_in(words)) == (len(kept) < len(words))


def test_countries_in_a_phrase() -> None:
    assert codes_in("Ministry of the United Kingdom".split()) == [("GB",)]
    assert codes_in("New Zealand and New Mexico and Panama City told us".split()) == [("NZ",)]
    assert country_name("BA") == "Bosnia and Herzegovina"


def test_a_tie_is_shown_where_names_are() -> None:
    _, found, compared = story([("Harbour Post", "2031-02-03", "The Kremlin said the harbour was open.")])
    (view,) = [one for one in compared.names if one.name == "Kremlin"]
    assert view.country == of(found, "Kremlin").country
    assert isinstance(view.country, CountryTie) and view.country.reason == "Kremlin: seat of its president"
