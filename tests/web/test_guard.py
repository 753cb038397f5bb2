"""Who may read and change, and what every answer carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.conftest import TOKEN, Client
from twosource import Story
from twosource.web import application

HEADERS = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/timeline", "/api/timeline", "/static/desk.css", "/nowhere", "/api/nowhere"])
def test_every_answer_carries_the_headers(client: Client, address: str) -> None:
    answer = client.get(address)
    assert HEADERS.items() <= dict(answer.headers).items()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy


def test_another_sites_name_is_not_answered(client: Client) -> None:
    assert client.get("/timeline", headers={"host": "evil.example"}).status_code == 403
    assert client.get("/timeline", headers={"host": "localhost:8417"}).status_code == 200


def test_without_the_token_nothing_is_shown(example: Path) -> None:
    with TestClient(application(example, token=TOKEN), base_url="http://127.0.0.1") as stranger:
        for address in ("/timeline", "/api/timeline", "/?token=wrong", "/review"):
            assert stranger.get(address, follow_redirects=False).status_code in (401, 404)
        assert stranger.get("/api/timeline", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
        came = stranger.get(f"/?token={TOKEN}", follow_redirects=False)
        cookie = came.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie and TOKEN not in came.headers["location"]
        assert stranger.get("/timeline").status_code == 200


def test_changes_come_from_our_own_pages_and_with_review_alone(client: Client, reviewer: Client) -> None:
    assert client.post("/review/undo", data={"judgement": "x"}).status_code == 404
    data = {"do": "note", "value": "seen", "who": "Ann"}
    event = reviewer.get("/api/timeline").json()["items"][0]["id"]
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert reviewer.post(f"/review/events/{event}", data=data, headers=headers).status_code == 403
    ours = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    assert reviewer.post(f"/review/events/{event}", data=data, headers=ours).status_code == 200


def test_a_desk_for_review_without_a_token_is_not_made(example: Path) -> None:
    with pytest.raises(ValueError, match="token"):
        application(example, review=True)


def test_a_fault_shows_nothing_of_the_program(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_story: Story, _words: str, _limit: int = 50) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr(Story, "search", broken)
    app = application(example)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as reader:
        for address in ("/search?q=x", "/api/search?q=x"):
            answer = reader.get(address)
            assert answer.status_code == 500 and "secret" not in answer.text and "RuntimeError" not in answer.text
