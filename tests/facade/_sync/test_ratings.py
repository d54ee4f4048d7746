# Made from tests/facade/_async/test_ratings.py by `make sync`: edit that file, never this one.
"""Ratings of films, series and episodes: stored, taken back, and refused before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, assert_type

import pytest

from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import StatusResponse

Rate = Callable[[TMDB, float], Any]

#: How each kind is rated, and where.
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
STORED = say({"success": True, "status_code": 1, "status_message": "Done."}, 201)


@pytest.mark.parametrize(("rate", "path"), RATES, ids=[path for _, path in RATES])
def test_a_rating_is_sent_as_json(rate: Rate, path: str) -> None:
    """With the session that it counts for."""
    fake = Fake(STORED)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        said = rate(tmdb, 8.5)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", path, {"session_id": "s1"})
    assert json.loads(fake.last.content) == {"value": 8.5}
    assert type(said) is StatusResponse
    assert said.status_code == 1


@pytest.mark.parametrize(("rate", "path"), RATES, ids=[path for _, path in RATES])
def test_a_value_that_is_no_rating_sends_nothing(rate: Rate, path: str) -> None:
    """The error says what a rating is."""
    fake = Fake(STORED)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for value in (0, 10.5, 7.3):
            with pytest.raises(ValueError, match=r"0\.5 to 10 in steps of 0\.5"):
                rate(tmdb, value)
    assert fake.requests == [], path


@pytest.mark.parametrize(("unrate", "path"), UNRATES, ids=[path for _, path in UNRATES])
def test_a_rating_is_taken_back(unrate: Callable[[TMDB], Any], path: str) -> None:
    """By the session that gave it, a guest's here."""
    fake = Fake(say({"success": True, "status_code": 13, "status_message": "Gone."}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        said = unrate(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("DELETE", path, {"guest_session_id": "g1"})
    assert fake.last.content == b""
    assert type(said) is StatusResponse


def test_a_guest_rates_like_a_user() -> None:
    """The session goes by another name."""
    fake = Fake(STORED)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        said = tmdb.movies.rate(550, 10, guest_session_id="g1")
    assert_type(said, StatusResponse)
    assert fake.query == {"guest_session_id": "g1"}
    assert json.loads(fake.last.content) == {"value": 10}
