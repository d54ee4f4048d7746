"""Secrets do not appear in errors, logs or a `repr`."""

from __future__ import annotations

import gzip
import logging
import traceback

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import AsyncTMDB, CredentialsError, InvalidAnswerError, TMDBError

SESSION = "5e55105e55105e55105e55105e55105e55105e55"
ACCOUNT = 548_123_987
#: A client has one or the other.
CREDENTIALS = [(TOKEN, None), (None, KEY)]
SECRETS = (TOKEN, KEY, SESSION, str(ACCOUNT))


def assert_no_secret(text: str) -> None:
    """Fail when a text contains a secret."""
    for secret in SECRETS:
        assert secret not in text


ANSWERS: list[httpx.Response | Exception] = [
    error_response(401, 7, f"Invalid key: /3/movie/550?api_key={KEY}"),
    json_response({"errors": [f"session_id={SESSION} is wrong"]}, 422),
    httpx.Response(502, text=f"<a href='/3/account/{ACCOUNT}?api_key={KEY}'>"),
    httpx.Response(200, text="not JSON"),
    httpx.ConnectError(f"cannot reach https://api.themoviedb.org/3/account/{ACCOUNT}?api_key={KEY}"),
    httpx.LocalProtocolError(f"Illegal header value b'Bearer {TOKEN}'"),
    httpx.ReadTimeout(f"?session_id={SESSION}"),
    json_response({"id": []}),
]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(("token", "key"), CREDENTIALS)
async def test_errors_and_tracebacks_hide_secrets(
    answer: httpx.Response | Exception, token: str | None, key: str | None
) -> None:
    async with AsyncTMDB(token, api_key=key, transport=Fake(answer).transport, on_drift="raise") as tmdb:
        with pytest.raises(TMDBError) as caught:
            await tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
    error = caught.value
    assert_no_secret(f"{error} {error!r} {error.args} {vars(error)} {error.url}")
    assert_no_secret("".join(traceback.format_exception(error)))


async def test_error_for_a_damaged_body_hides_secrets() -> None:
    body = gzip.compress(b"{}")[:-1]
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=httpx.ByteStream(body)))
    async with AsyncTMDB(TOKEN, transport=transport, max_retries=0) as tmdb:
        with pytest.raises(InvalidAnswerError, match="truncated") as caught:
            await tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
    assert_no_secret(f"{caught.value} {caught.value.url}")


async def test_credential_in_an_httpx_message_is_masked() -> None:
    for token, key in CREDENTIALS:
        fake = Fake(httpx.ConnectError(f"sending {token or key} failed"))
        async with AsyncTMDB(token, api_key=key, transport=fake.transport) as tmdb:
            with pytest.raises(TMDBError) as caught:
                await tmdb.movies.details(550)
        assert_no_secret("".join(traceback.format_exception(caught.value)))
        assert "sending *** failed" in str(caught.value)


async def test_httpx_log_hides_secrets(caplog: pytest.LogCaptureFixture) -> None:
    """This applies to our own transport and to a user's client, whose other requests are logged unchanged."""
    caplog.set_level(logging.DEBUG)
    fake = Fake(json_response({"page": 1, "results": [], "total_pages": 0, "total_results": 0}))
    async with AsyncTMDB(api_key=KEY, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
    async with httpx.AsyncClient(transport=fake.transport) as http_client:
        async with AsyncTMDB(api_key=KEY, http_client=http_client, on_drift="ignore") as tmdb:
            await tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
        await http_client.get("https://elsewhere.test/?session_id=mine")
    assert len(fake.requests) == 3
    assert_no_secret(caplog.text)
    assert "/3/account/***/favorite/movies" in caplog.text
    # The client logs its other requests unchanged.
    assert "https://elsewhere.test/?session_id=mine" in caplog.text


async def test_repr_of_client_namespaces_and_pagers_hides_secrets() -> None:
    for token, key in CREDENTIALS:
        tmdb = AsyncTMDB(token, api_key=key)
        assert_no_secret(f"{tmdb!r} {tmdb.movies!r} {tmdb.movies.popular()!r} {tmdb.search.movies(KEY)!r}")
        assert "https://api.themoviedb.org" in repr(tmdb)


@pytest.mark.parametrize("secret", ["with space", "line\nbreak", "caf\u00e9", "\x00"])
async def test_credential_that_cannot_be_sent_raises_without_showing_it(secret: str) -> None:
    """The HTTP library would print the whole header."""
    whole = f"SECRET{secret}SECRET"
    for name, token, key in (("access_token", whole, None), ("api_key", None, whole)):
        with pytest.raises(CredentialsError) as caught:
            AsyncTMDB(token, api_key=key)
        assert "SECRET" not in str(caught.value)
        assert name in str(caught.value)
