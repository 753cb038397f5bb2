"""Places on the map: towns of real names, told about in made-up sentences."""

from __future__ import annotations

import pytest

from tests.resolve.test_names import article
from twosource.records import Annotations, Mention, Place, Reading
from twosource.resolve.names import entities
from twosource.resolve.places import places, state_centres


def page(number: int, text: str, *names: str, metonym: bool = False) -> Reading:
    """A page with these places named, at each of their occurrences."""
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            found.append(Mention(start, start + len(name), "LOC", name, metonym=metonym))
            start = text.find(name, start + 1)
    found.sort(key=lambda mention: mention.start)
    read = article(number, text)
    return Reading(read, Annotations(read.id, ((0, len(text)),), tuple(found), (), (), (), ()))


def placed(*pages: Reading) -> dict[str, Place]:
    named = entities(pages)
    names = {entity.id: entity.name for entity in named}
    return {names[place.entity]: place for place in places(named, pages)}


@pytest.mark.parametrize(
    ("text", "names", "town", "country", "near"),
    [
        ("The mill in Lyon burned.", ("Lyon",), "Lyon", "FR", (45.7, 4.8)),
        ("The mill in Springfield, Ohio, burned.", ("Springfield", "Ohio"), "Springfield", "US", (39.9, -83.8)),
        ("The mill in Springfield, Mo., burned.", ("Springfield",), "Springfield", "US", (37.2, -93.3)),
        ("The mill in Paris, Texas, burned.", ("Paris",), "Paris", "US", (33.7, -95.6)),
        ("The mill in Paris burned, as mills in France do.", ("Paris", "France"), "Paris", "FR", (48.9, 2.4)),
        ("In Valencia, Venezuela, a mill burned.", ("Valencia", "Venezuela"), "Valencia", "VE", (10.2, -68.0)),
        ("In Valencia a mill burned, police in Spain said.", ("Valencia", "Spain"), "Valencia", "ES", (39.5, -0.4)),
        ("The mill in Gdansk burned.", ("Gdansk",), "Gdansk", "PL", (54.4, 18.6)),
        ("In St. Petersburg, Russia, a mill burned.", ("St. Petersburg",), "St. Petersburg", "RU", (59.9, 30.3)),
    ],
)  # fmt: skip
def test_a_town_is_the_one_that_the_page_means(
    text: str, names: tuple[str, ...], town: str, country: str, near: tuple[float, float]
) -> None:
    place = placed(page(0, text, *names))[town]
    assert place.country == country and place.latitude is not None and place.longitude is not None
    assert abs(place.latitude - near[0]) < 0.3 and abs(place.longitude - near[1]) < 0.3
    assert place.reason


def test_two_that_fit_as_well_and_small_ones_that_nothing_speaks_for_stay_unplaced() -> None:
    assert placed(page(0, "A mill in Springfield burned. It is in the United States.", "Springfield")) == {}
    assert placed(page(0, "A mill in Ore burned.", "Ore")) == {}
    assert placed(page(0, "Africa has mills, and so has the Black Sea coast.", "Africa", "Black Sea")) == {}
    assert placed(page(0, "A mill in Belgrin burned.", "Belgrin")) == {}


def test_a_country_has_a_code_and_no_point() -> None:
    france = placed(page(0, "France has mills.", "France"))["France"]
    assert (france.country, france.latitude, france.longitude) == ("FR", None, None)


def test_georgia_is_the_state_where_the_page_is_about_the_states() -> None:
    text = "A mill in Georgia burned. Firefighters came from Ohio, and the United States sent help."
    assert placed(page(0, text, "Georgia", "Ohio", "United States"))["Georgia"].country == "US"
    assert placed(page(0, "A mill in Georgia burned, police in Tbilisi said.", "Georgia"))["Georgia"].country == "GE"


def test_what_speaks_for_a_government_is_not_on_the_map() -> None:
    assert placed(page(0, "Paris rejected the plan.", "Paris", metonym=True)) == {}


def test_the_centre_of_every_state_is_inside_the_country() -> None:
    centres = state_centres()
    assert {"TX", "OH", "AK", "HI"} <= set(centres) and len(centres) == 51
    assert all(18 < latitude < 72 and -170 < longitude < -66 for latitude, longitude in centres.values())
