# Made from tests/facade/_async/test_ratings.py by `make sync`: edit that file, never this one.
"""Ratings of movies, TV series and episodes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, assert_type

import pytest

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB
from tmdb_facade.models import StatusResponse

Rate = Callable[[TMDB, float], Any]

#: The call for each kind, and its path.
RATES: list[tuple[Rate, str]] = [
    (lambda tmdb, value: tmdb.movies.rate(550, value, session_id="s1"), "/3/movie/550/rating"),
    (lambda tmdb, value: tmdb.tv.rate(1399, value, session_id="s1"), "/3/tv/1399/rating"),
    (
        lambda tmdb, value: tmdb.tv.episodes.rate(1399, 1, 2, value, session_id="s1"),
        "/3/tv/1399/season/1/episode/2/rating",
    ),
]
UNRATES: list[tuple[Callable[[TMDB], Any], str]] = [
    (lambda tmdb: tmdb.movies.delete_rating(550, guest_session_id="g1"), "/3/movie/550/rating"),
    (lambda tmdb: tmdb.tv.delete_rating(1399, guest_session_id="g1"), "/3/tv/1399/rating"),
    (
        lambda tmdb: tmdb.tv.episodes.delete_rating(1399, 1, 2, guest_session_id="g1"),
        "/3/tv/1399/season/1/episode/2/rating",
    ),
]
STORED = json_response({"success": True, "status_code": 1, "status_message": "Done."}, 201)


@pytest.mark.parametrize(("rate", "path"), RATES, ids=[path for _, path in RATES])
def test_rate_sends_the_value_as_json_with_the_session(rate: Rate, path: str) -> None:
    fake = Fake(STORED)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        status = rate(tmdb, 8.5)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", path, {"session_id": "s1"})
    assert json.loads(fake.last.content) == {"value": 8.5}
    assert type(status) is StatusResponse
    assert status.status_code == 1


@pytest.mark.parametrize(("rate", "path"), RATES, ids=[path for _, path in RATES])
def test_rate_with_an_invalid_value_raises_before_sending(rate: Rate, path: str) -> None:
    fake = Fake(STORED)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for value in (0, 10.5, 7.3):
            with pytest.raises(ValueError, match=r"0\.5 to 10 in steps of 0\.5"):
                rate(tmdb, value)
    assert fake.requests == [], path


@pytest.mark.parametrize(("unrate", "path"), UNRATES, ids=[path for _, path in UNRATES])
def test_delete_rating_sends_the_guest_session_and_no_body(unrate: Callable[[TMDB], Any], path: str) -> None:
    fake = Fake(json_response({"success": True, "status_code": 13, "status_message": "Gone."}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        status = unrate(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("DELETE", path, {"guest_session_id": "g1"})
    assert fake.last.content == b""
    assert type(status) is StatusResponse


def test_rate_accepts_a_guest_session() -> None:
    fake = Fake(STORED)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        status = tmdb.movies.rate(550, 10, guest_session_id="g1")
    assert_type(status, StatusResponse)
    assert fake.query == {"guest_session_id": "g1"}
    assert json.loads(fake.last.content) == {"value": 10}
