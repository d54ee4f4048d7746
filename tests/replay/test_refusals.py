"""What a cassette does not hold is refused in words that help, and without a credential."""

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


def refused(message: str) -> pytest.RaisesExc[Exception]:
    """Expect vcrpy's error, which no client takes for one of its own, with a text of ours."""
    error: type[Exception] = CannotOverwriteExistingCassetteException
    return pytest.raises(error, match=rf"{message}.*Record it again with pytest's --tmdb-record")


def test_what_is_not_on_a_cassette_is_refused() -> None:
    """No request leaves the machine; the error names it, the cassette, the nearest that this holds, and the way out."""
    nearest = r"the most similar request differs in path and query: GET https://api\.themoviedb\.org/3/configuration"
    with (
        use_cassette(CASSETTE),
        TMDB(SECRETS.access_token) as tmdb,
        refused(rf"configuration\.yaml does not contain GET \S+/3/movie/550\?language=de; {nearest}"),
    ):
        tmdb.movies.details(550, language="de")


async def test_the_async_client_is_told_the_same() -> None:
    """In the same words."""
    with use_cassette(CASSETTE):
        async with AsyncTMDB(SECRETS.access_token) as tmdb:
            with refused(r"does not contain GET \S+/3/movie/550;"):
                await tmdb.movies.details(550)


def test_an_answer_is_given_once() -> None:
    """A client that asks twice is to be seen."""
    with use_cassette(CASSETTE), TMDB(SECRETS.access_token) as tmdb:
        tmdb.configuration.details()
        with refused(r"has no answer left for GET \S+/3/configuration: all 1 were replayed"):
            tmdb.configuration.details()


def test_an_empty_cassette_holds_nothing_like_it(tmp_path: Path) -> None:
    """There is nothing to compare it with."""
    path = tmp_path / "empty.yaml"
    path.write_text("interactions: []\n", "utf-8")
    with (
        use_cassette(path),
        httpx.Client() as client,
        refused(r"empty\.yaml does not contain GET \S+ or a similar request"),
    ):
        client.get("https://api.themoviedb.org/3/configuration")


def test_no_credential_is_in_the_error() -> None:
    """Whatever was sent, with whichever client."""
    url = f"https://api.themoviedb.org/3/guest_session/{SECRETS.session_id}/rated/movies"
    query = {"api_key": SECRETS.api_key, "session_id": SECRETS.session_id}
    for post in (httpx.post, requests.post):
        with (
            use_cassette(CASSETTE),
            refused(r"does not contain POST \S+/3/guest_session/\*\*\*/rated/movies") as raised,
        ):
            post(url, params=query, json={"request_token": SECRETS.access_token})
        assert credentials_in_log(str(raised.value)) == []
        shown = "".join(traceback.format_exception(raised.value))
        assert not any(secret in shown for secret in SECRETS)


def test_no_credential_is_in_vcrpys_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It logs what is sent and answered as it is; whoever wants that of their own cassettes has it again afterwards."""
    caplog.set_level(logging.DEBUG)
    level = logging.getLogger("vcr").level
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"session_id": SECRETS.session_id}))
    for record in (Recording("a test", "the tests", date(2026, 1, 31)), None):
        with use_cassette(tmp_path / "log.yaml", record=record), httpx.Client(transport=transport) as client:
            client.get("https://api.themoviedb.org/3/configuration", params={"api_key": SECRETS.api_key})
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("vcr")]
    assert not [message for message in logged for secret in SECRETS if secret in message]
    assert logging.getLogger("vcr").level == level
