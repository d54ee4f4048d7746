"""What the SDK makes of a TMDB that misbehaves."""

from __future__ import annotations

from typing import Any

import pytest

from tests.testing.faults.answers import statuses
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.errors import (
    APIConnectionError,
    APITimeoutError,
    DriftWarning,
    InvalidAnswerError,
    RateLimitError,
    ServerError,
)
from tmdb_facade.testing import TMDBServer


def test_the_sdk_retries_as_often_as_it_says(server: TMDBServer, tmdb: TMDB) -> None:
    """Two failures and the answer are three requests; one failure more is an error."""
    server.faults.sequence(503, 429, retry_after=0, on="movies_details")
    assert tmdb.movies.details(550).title == "Fight Club"
    assert statuses(server) == [503, 429, 200]
    server.requests.clear()
    server.faults.status(503, on="movies_details")
    with pytest.raises(ServerError) as raised:
        tmdb.with_options(max_retries=1).movies.details(550)
    assert (raised.value.http_status, raised.value.code) == (503, 9)
    assert statuses(server) == [503, 503]


def test_the_sdk_waits_as_long_as_it_is_told(server: TMDBServer, tmdb: TMDB) -> None:
    """A second passes between the refusal and what is let through."""
    server.faults.status(429, retry_after=1, times=1)
    assert tmdb.movies.details(550).title == "Fight Club"
    refused, answered = server.requests
    assert (answered.at - refused.at).total_seconds() >= 1


def test_the_sdk_tells_a_rate_limit(server: TMDBServer, tmdb: TMDB) -> None:
    """With the wait that was named."""
    server.faults.rate_limit(1, per=30)
    hasty = tmdb.with_options(max_retries=0)
    hasty.movies.details(550)
    with pytest.raises(RateLimitError) as raised:
        hasty.movies.details(550)
    assert raised.value.code == 25
    assert raised.value.retry_after == pytest.approx(30, abs=1)


def test_the_sdk_does_not_repeat_what_must_not_be_done_twice(server: TMDBServer, tmdb: TMDB) -> None:
    """A list is made once, whatever comes back."""
    server.faults.connection_reset(on="lists_create")
    with pytest.raises(APIConnectionError):
        tmdb.with_options(session_id=server.session_id).lists.create(name="Mine", description="")
    assert len(server.requests.of("lists_create")) == 1


@pytest.mark.parametrize("cut", ["connection_reset", "half_body"])
def test_the_sdk_survives_a_cut_connection(server: TMDBServer, tmdb: TMDB, cut: str) -> None:
    """It asks again; when that is cut too, the error says so."""
    getattr(server.faults, cut)(times=1)
    assert tmdb.movies.details(550).title == "Fight Club"
    assert len(server.requests) == 2
    getattr(server.faults, cut)()
    with pytest.raises(APIConnectionError):
        tmdb.with_options(max_retries=0).movies.details(550)


def test_the_sdk_times_out(server: TMDBServer, tmdb: TMDB) -> None:
    """Latency beyond the timeout is the timeout's error."""
    server.faults.latency(30, on="search_movies")
    with pytest.raises(APITimeoutError):
        tmdb.with_options(timeout=0.1, max_retries=0).search.movies("club").first()


def test_the_sdk_tells_what_is_not_json(server: TMDBServer, tmdb: TMDB) -> None:
    """A page where JSON was promised."""
    server.faults.html(200)
    with pytest.raises(InvalidAnswerError):
        tmdb.movies.details(550)


def test_the_sdk_warns_of_drift(server: TMDBServer, tmdb: TMDB) -> None:
    """What fits is kept."""
    server.faults.drift(wrong_type="runtime", missing="title", new={"mood": "grim"}, on="movies_details")
    with pytest.warns(DriftWarning) as warned:
        movie = tmdb.movies.details(550)
    assert (movie.id, movie.runtime) == (550, None)
    assert sorted(str(warning.message).split()[1] for warning in warned) == [
        "MovieDetails.runtime",
        "MovieDetails.title",
    ]


async def test_the_async_sdk_meets_the_same(server: TMDBServer, kwargs: dict[str, Any]) -> None:
    """Statuses, cut connections and timeouts."""
    async with AsyncTMDB(server.access_token, **kwargs) as tmdb:
        server.faults.status(503, times=1)
        server.faults.connection_reset(times=1)
        assert (await tmdb.movies.details(550)).title == "Fight Club"
        assert statuses(server) == [503, None, 200]
        server.faults.latency(30)
        with pytest.raises(APITimeoutError):
            await tmdb.with_options(timeout=0.1, max_retries=0).movies.details(550)
