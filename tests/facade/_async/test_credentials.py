"""Credentials of applications: the check, and errors for the wrong kind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import (
    APIConnectionError,
    AsyncTMDB,
    AuthenticationError,
    CredentialCheck,
    CredentialsError,
    InvalidAnswerError,
    InvalidArgumentError,
    PermissionDeniedError,
    ServerError,
)
from tmdb_facade.models import RequestToken
from tmdb_facade.testing import TMDBServer

CREDENTIALS: list[tuple[dict[str, str], str]] = [({"access_token": TOKEN}, "token"), ({"api_key": KEY}, "key")]


@pytest.mark.parametrize(("credential", "kind"), CREDENTIALS)
async def test_check_credentials_returns_the_kind_of_an_accepted_credential(
    credential: dict[str, Any], kind: str
) -> None:
    fake = Fake(json_response({"success": True}))
    async with AsyncTMDB(**credential, transport=fake.transport) as tmdb:
        check = await tmdb.auth.check_credentials()
    assert check == CredentialCheck(kind="key" if kind == "key" else "token", is_accepted=True)
    assert fake.last.url.path == "/3/authentication"


@pytest.mark.parametrize(("credential", "kind"), CREDENTIALS)
@pytest.mark.parametrize(("status", "code"), [(401, 7), (401, 10), (403, 45)])
async def test_check_credentials_returns_the_problem_of_a_rejected_credential(
    credential: dict[str, Any], kind: str, status: int, code: int
) -> None:
    answer = error_response(status, code, f"Nobody knows {KEY} or {TOKEN}.")
    async with AsyncTMDB(**credential, transport=Fake(answer).transport) as tmdb:
        check = await tmdb.auth.check_credentials()
    assert (check.kind, check.is_accepted) == (kind, False)
    assert f"TMDB code {code}" in str(check.problem)
    assert ("https://www.themoviedb.org/settings/api" in str(check.problem)) == (code == 7)
    assert not any(secret in repr(check) for secret in credential.values())


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.ConnectError("refused"), APIConnectionError),
        (error_response(503, 9), ServerError),
        (httpx.Response(401, text="<html>Log in to this network</html>"), AuthenticationError),
        (json_response({"message": "hello"}), InvalidAnswerError),
    ],
)
async def test_check_credentials_raises_if_the_answer_is_not_about_the_credential(
    answer: httpx.Response | Exception, kind: type[Exception]
) -> None:
    """No network, TMDB out of order, a gateway."""
    async with AsyncTMDB(TOKEN, transport=Fake(answer).transport, max_retries=0, on_drift="ignore") as tmdb:
        with pytest.raises(kind):
            await tmdb.auth.check_credentials()


async def test_check_credentials_on_an_embedded_tmdb() -> None:
    server = TMDBServer()
    for token, key in ((server.access_token, None), (None, server.api_key)):
        async with AsyncTMDB(token, api_key=key, transport=server.transport) as tmdb:
            assert (await tmdb.auth.check_credentials()).is_accepted
    async with AsyncTMDB("f" * 32, transport=server.transport) as tmdb:
        check = await tmdb.auth.check_credentials()
    assert (check.kind, check.is_accepted) == ("key", False)


async def test_api_key_is_never_sent_as_bearer_and_never_together_with_a_token() -> None:
    """Under either name, with quotes, and from the environment."""
    fake = Fake(json_response({"success": True}))
    for token, key in ((KEY, None), (None, KEY), (f"'{KEY}'\n", None)):
        async with AsyncTMDB(token, api_key=key, transport=fake.transport) as tmdb:
            await tmdb.auth.validate_key()
        assert fake.query == {"api_key": KEY}
        assert "authorization" not in fake.last.headers
    async with AsyncTMDB(api_key=f' "{TOKEN}" ', transport=fake.transport) as tmdb:
        await tmdb.auth.validate_key()
    assert fake.query == {}
    assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"


async def test_two_variables_of_the_environment_send_the_token_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_API_KEY", KEY)
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
    fake = Fake(json_response({"success": True}))
    async with AsyncTMDB(transport=fake.transport) as tmdb:
        await tmdb.auth.validate_key()
    assert fake.query == {}
    assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"
    with pytest.raises(InvalidArgumentError, match="pass only one of access_token= and api_key="):
        AsyncTMDB(TOKEN, api_key=KEY)


async def test_login_of_version_4_with_an_api_key_raises_before_the_request() -> None:
    fake = Fake()
    async with AsyncTMDB(api_key=KEY, transport=fake.transport) as tmdb:
        with pytest.raises(CredentialsError, match="API Read Access Token") as caught:
            await tmdb.v4.auth.create_request_token()
        with pytest.raises(CredentialsError, match="needs a token"):
            await tmdb.v4.auth.create_access_token("t1")
    assert caught.value.operation == "v4_auth_create_request_token"
    assert KEY not in str(caught.value)
    assert fake.requests == []


async def test_wrong_kind_of_token_is_explained_on_an_embedded_tmdb() -> None:
    """The application's own token cannot be converted, and does not write lists."""
    server = TMDBServer()
    async with AsyncTMDB(server.access_token, transport=server.transport) as tmdb:
        with pytest.raises(PermissionDeniedError) as converted:
            await tmdb.auth.create_session_from_v4_token(server.access_token)
        with pytest.raises(PermissionDeniedError) as written:
            await tmdb.call(api.v4_lists.create, {"name": "x", "iso_639_1": "en"})
    assert "the application's own token" in converted.value.__notes__[0]
    assert "the client has sent the application's token" in written.value.__notes__[0]


async def test_expired_request_token_is_rejected_before_the_request() -> None:
    fake = Fake(json_response({"success": True, "session_id": "s1"}))
    old = RequestToken(request_token="t1", expires_at=datetime.now(UTC) - timedelta(hours=1), success=True)
    new = RequestToken(request_token="t1", expires_at=datetime.now(UTC) + timedelta(hours=1), success=True)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        for call in (
            lambda: tmdb.auth.create_session(old),
            lambda: tmdb.auth.create_session_from_login(old, username="u1", password="p1"),
        ):
            with pytest.raises(InvalidArgumentError, match="request_token has expired at"):
                await call()
        with pytest.raises(InvalidArgumentError, match="request_token has expired at"):
            tmdb.auth.approval_url(old)
        assert fake.requests == []
        assert (await tmdb.auth.create_session(new)).session_id == "s1"
        assert tmdb.auth.approval_url(new).endswith("/authenticate/t1")
