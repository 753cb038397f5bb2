from __future__ import annotations

from tests.web.conftest import Client


def _names(person: Client, kind: str = "PERSON") -> list[dict[str, str]]:
    found: list[dict[str, str]] = person.get(f"/api/names?kind={kind}").json()["items"]
    return found


def test_two_names_are_put_together_seen_and_taken_apart_again(reviewer: Client) -> None:
    one, other = _names(reviewer)[:2]
    before = _names(reviewer)
    shown = reviewer.post(
        f"/review/names/{one['id']}", data={"do": "merge", "value": other["id"], "who": "Ann", "why": "try"}
    )
    assert shown.status_code == 200
    log = reviewer.get("/review").text
    assert "are one" in log and "Ann" in log and "try" in log
    assert len(_names(reviewer)) == len(before) - 1
    judgement = log.partition('name="judgement" value="')[2].partition('"')[0]
    reviewer.post("/review/undo", data={"judgement": judgement, "who": "Ann"})
    assert _names(reviewer) == before and "taken back" in reviewer.get("/review").text


def test_names_chosen_in_the_list_are_one(reviewer: Client) -> None:
    chosen = [one["id"] for one in _names(reviewer)[:3]]
    before = len(_names(reviewer))
    assert reviewer.post("/review/names", data={"name": chosen, "do": "merge", "who": "Ann"}).status_code == 200
    assert len(_names(reviewer)) == before - 2


def test_an_events_facts_are_set_and_the_page_says_by_whom(reviewer: Client) -> None:
    item = reviewer.get("/api/timeline").json()["items"][5]
    for do, value in (("date", "2023-01-02"), ("place", "Old Harbour"), ("type", "COURT"), ("note", "on film")):
        page = reviewer.post(f"/review/events/{item['id']}", data={"do": do, "value": value, "who": "Ann"})
        assert page.status_code == 200
    shown = reviewer.get(f"/events/{item['id']}").text
    assert all(words in shown for words in ("2023-01-02", "Old Harbour", "court", "on film", "by Ann"))
    reviewer.post(f"/review/events/{item['id']}", data={"do": "hide", "who": "Ann"})
    assert reviewer.get(f"/events/{item['id']}").status_code == 404


def test_what_cannot_be_decided_is_said(reviewer: Client) -> None:
    item = reviewer.get("/api/timeline").json()["items"][0]
    for data in ({"do": "date", "value": "soon"}, {"do": "nothing"}, {}):
        answer = reviewer.post(f"/review/events/{item['id']}", data={**data, "who": "Ann"})
        assert answer.status_code == 400 and "did not work" in answer.text
    assert "Nothing yet" in reviewer.get("/review").text
