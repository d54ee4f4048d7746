"""The SDK's retries and errors when the server injects faults."""

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


def test_sdk_sends_at_most_max_retries_retries(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.sequence(503, 429, retry_after=0, on="movies_details")
    assert tmdb.movies.details(550).title == "Fight Club"
    assert statuses(server) == [503, 429, 200]
    server.requests.clear()
    server.faults.status(503, on="movies_details")
    with pytest.raises(ServerError) as raised:
        tmdb.with_options(max_retries=1).movies.details(550)
    assert (raised.value.http_status, raised.value.code) == (503, 9)
    assert statuses(server) == [503, 503]


def test_sdk_waits_for_the_seconds_of_retry_after(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.status(429, retry_after=1, times=1)
    assert tmdb.movies.details(550).title == "Fight Club"
    limited, answered = server.requests
    assert (answered.at - limited.at).total_seconds() >= 1


def test_rate_limit_raises_rate_limit_error_with_retry_after(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.rate_limit(1, per=30)
    impatient = tmdb.with_options(max_retries=0)
    impatient.movies.details(550)
    with pytest.raises(RateLimitError) as raised:
        impatient.movies.details(550)
    assert raised.value.code == 25
    assert raised.value.retry_after == pytest.approx(30, abs=10)


def test_sdk_does_not_retry_creating_a_list(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.connection_reset(on="lists_create")
    with pytest.raises(APIConnectionError):
        tmdb.with_options(session_id=server.session_id).lists.create(name="Mine", description="")
    assert len(server.requests.of("lists_create")) == 1


@pytest.mark.parametrize("cut", ["connection_reset", "half_body"])
def test_sdk_retries_after_a_cut_connection(server: TMDBServer, tmdb: TMDB, cut: str) -> None:
    """Without retries left, it raises APIConnectionError."""
    getattr(server.faults, cut)(times=1)
    assert tmdb.movies.details(550).title == "Fight Club"
    assert len(server.requests) == 2
    getattr(server.faults, cut)()
    with pytest.raises(APIConnectionError):
        tmdb.with_options(max_retries=0).movies.details(550)


def test_latency_beyond_the_timeout_raises_api_timeout_error(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.latency(30, on="search_movies")
    with pytest.raises(APITimeoutError):
        tmdb.with_options(timeout=0.1, max_retries=0).search.movies("club").first()


def test_html_with_status_200_raises_invalid_answer_error(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.html(200)
    with pytest.raises(InvalidAnswerError):
        tmdb.movies.details(550)


def test_drift_warns_and_keeps_the_valid_fields(server: TMDBServer, tmdb: TMDB) -> None:
    server.faults.drift(wrong_type="homepage", missing="title", new={"mood": "grim"}, on="movies_details")
    with pytest.warns(DriftWarning) as warned:
        movie = tmdb.movies.details(550)
    assert (movie.id, movie.homepage) == (550, None)
    assert sorted(str(warning.message).split()[1] for warning in warned) == [
        "MovieDetails.homepage",
        "MovieDetails.title",
    ]


async def test_async_sdk_retries_and_times_out(server: TMDBServer, kwargs: dict[str, Any]) -> None:
    async with AsyncTMDB(server.access_token, **kwargs) as tmdb:
        server.faults.status(503, times=1)
        server.faults.connection_reset(times=1)
        assert (await tmdb.movies.details(550)).title == "Fight Club"
        assert statuses(server) == [503, None, 200]
        server.faults.latency(30)
        with pytest.raises(APITimeoutError):
            await tmdb.with_options(timeout=0.1, max_retries=0).movies.details(550)
