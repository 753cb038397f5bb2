"""What the weightiest items are: those of several origins, told as news, of deeds, that later pages come back to."""

from __future__ import annotations

from tests.pages import Page, story
from twosource.records import TimelineItem


def ranked(pages: list[Page]) -> list[TimelineItem]:
    return sorted(story(pages)[2].timeline, key=lambda item: -item.weight)


def place(items: list[TimelineItem], words: str) -> int:
    return next(at for at, item in enumerate(items) if words in item.headline)


def test_what_two_know_for_themselves_comes_first() -> None:
    pages: list[Page] = [
        ("Selm Herald", "2021-05-12", "Jon Poe met Liv Dahl in Tarn on Monday. Ana Roe fled to Ardan on Monday."),
        ("Ardan Post", "2021-05-13", "The weather was fine. Ana Roe fled to Ardan on Monday with two bags."),
    ]
    items = ranked(pages)
    assert items[0].origins == 2 and "fled" in items[0].headline


def test_a_pages_own_news_weighs_more_than_what_it_tells_below() -> None:
    filler = "The council sat until late. Nobody spoke. The doors were shut."
    text = f"Jon Poe met Liv Dahl in Tarn on Monday. {filler} Ana Roe met Max Orr in Ardan on Monday."
    items = ranked([("Selm Herald", "2021-05-12", text)])
    assert place(items, "Jon Poe met") < place(items, "Ana Roe met")


def test_a_deed_weighs_more_than_words() -> None:
    filler = "The council sat until late. Nobody spoke. The doors were shut."
    text = f"{filler} Jon Poe praised Liv Dahl on Monday. Police arrested Max Orr in Ardan on Monday."
    items = ranked([("Selm Herald", "2021-05-12", text)])
    assert place(items, "arrested") < place(items, "praised")


def test_what_did_not_happen_weighs_less() -> None:
    filler = "The council sat until late. Nobody spoke. The doors were shut."
    text = f"{filler} Jon Poe did not meet Liv Dahl in Tarn on Monday. Ana Roe met Max Orr in Ardan on Monday."
    items = ranked([("Selm Herald", "2021-05-12", text)])
    assert place(items, "Ana Roe met") < place(items, "not meet")


def test_what_later_pages_come_back_to_weighs_more() -> None:
    first: Page = ("Selm Herald", "2021-05-12", "The day was dry. Jon Poe met Liv Dahl in Tarn on Monday.")
    again: Page = ("Ardan Post", "2021-06-20", "The day was wet. Jon Poe met Liv Dahl in Ardan on 18 June 2021.")
    other: Page = ("Ardan Post", "2021-06-20", "The day was wet. Jon Poe left Ardan on 18 June 2021.")

    def weight(pages: list[Page]) -> float:
        items = ranked(pages)
        return items[place(items, "met Liv Dahl in Tarn")].weight

    assert weight([first, again]) > weight([first, other])
