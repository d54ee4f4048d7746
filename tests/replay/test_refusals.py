"""A request that a cassette cannot answer raises a helpful error without credentials."""

from __future__ import annotations

import logging
import traceback
from datetime import date
from pathlib import Path

import httpx
import pytest
import requests
from vcr.errors import CannotOverwriteExistingCassetteException  # type: ignore[import-untyped]

from tests.replay.scan import credentials_in_log
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import Recording, make_credentials, use_cassette

CASSETTE = Path(__file__).parents[1] / "cassettes" / "reference" / "configuration.yaml"
SECRETS = make_credentials("somebody's real ones")


def raises_unplayable(message: str) -> pytest.RaisesExc[Exception]:
    """Expect vcrpy's error, which no client translates, with our message."""
    error: type[Exception] = CannotOverwriteExistingCassetteException
    return pytest.raises(error, match=rf"{message}.*Record it again with pytest's --tmdb-record")


def test_unrecorded_request_raises_with_the_most_similar_recorded_one() -> None:
    nearest = r"the most similar request differs in path and query: GET https://api\.themoviedb\.org/3/configuration"
    with (
        use_cassette(CASSETTE),
        TMDB(SECRETS.access_token) as tmdb,
        raises_unplayable(rf"configuration\.yaml does not contain GET \S+/3/movie/550\?language=de; {nearest}"),
    ):
        tmdb.movies.details(550, language="de")


async def test_unrecorded_request_of_the_async_client_raises_the_same_error() -> None:
    with use_cassette(CASSETTE):
        async with AsyncTMDB(SECRETS.access_token) as tmdb:
            with raises_unplayable(r"does not contain GET \S+/3/movie/550;"):
                await tmdb.movies.details(550)


def test_second_use_of_a_recorded_answer_raises() -> None:
    with use_cassette(CASSETTE), TMDB(SECRETS.access_token) as tmdb:
        tmdb.configuration.details()
        with raises_unplayable(r"has no answer left for GET \S+/3/configuration: all 1 were replayed"):
            tmdb.configuration.details()


def test_error_of_an_empty_cassette_names_no_nearest_request(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("interactions: []\n", "utf-8")
    with (
        use_cassette(path),
        httpx.Client() as client,
        raises_unplayable(r"empty\.yaml does not contain GET \S+ or a similar request"),
    ):
        client.get("https://api.themoviedb.org/3/configuration")


def test_error_of_an_unrecorded_request_contains_no_credential() -> None:
    url = f"https://api.themoviedb.org/3/guest_session/{SECRETS.session_id}/rated/movies"
    query = {"api_key": SECRETS.api_key, "session_id": SECRETS.session_id}
    for post in (httpx.post, requests.post):
        with (
            use_cassette(CASSETTE),
            raises_unplayable(r"does not contain POST \S+/3/guest_session/\*\*\*/rated/movies") as raised,
        ):
            post(url, params=query, json={"request_token": SECRETS.access_token})
        assert credentials_in_log(str(raised.value)) == []
        shown = "".join(traceback.format_exception(raised.value))
        assert not any(secret in shown for secret in SECRETS)


def test_use_cassette_silences_the_log_of_vcrpy_and_restores_its_level(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """vcrpy logs requests and answers unmasked."""
    caplog.set_level(logging.DEBUG)
    level = logging.getLogger("vcr").level
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"session_id": SECRETS.session_id}))
    for record in (Recording("a test", "the tests", date(2026, 1, 31)), None):
        with use_cassette(tmp_path / "log.yaml", record=record), httpx.Client(transport=transport) as client:
            client.get("https://api.themoviedb.org/3/configuration", params={"api_key": SECRETS.api_key})
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("vcr")]
    assert not [message for message in logged for secret in SECRETS if secret in message]
    assert logging.getLogger("vcr").level == level
