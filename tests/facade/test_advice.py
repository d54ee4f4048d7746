"""The advice in errors about credentials."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from tests.facade.support import KEY, TOKEN
from tests.facade.test_claims import token_with
from tmdb_bindings import api
from tmdb_facade._core.answer.error_mapping import status_error
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.users import ClientUser
from tmdb_facade._core.sending.outgoing import OutgoingRequest
from tmdb_facade._core.signing_in.advice import check_application, explain
from tmdb_facade.errors import (
    AuthenticationError,
    CredentialsError,
    NotFoundError,
    PermissionDeniedError,
    SessionExpiredError,
    TMDBCode,
    TMDBError,
)

UNKNOWN = Credential("bearer", TOKEN)
APPLICATION = Credential("bearer", token_with({"aud": KEY, "scopes": ["api_read"]}))
USER = Credential("bearer", token_with({"aud": KEY, "scopes": ["api_read", "api_write"]}))
API_KEY = Credential("api_key", KEY)
SIGNED_IN = ClientUser(access_token="opaque")
SESSION = "?session_id=5e55105e5510"
GUEST = "?language=de&guest_session_id=5e55105e5510"


def explained(
    endpoint: Any, code: int, credential: Credential = UNKNOWN, query: str = "", user: ClientUser | None = None
) -> TMDBError:
    """Return the error of an operation for a code of TMDB's, as a client raises it."""
    operation = endpoint.operation
    request = OutgoingRequest(operation.method, f"https://x{operation.path}{query}", {}, None, operation)
    status = TMDBCode(code).http_status if code < 48 else 401
    body = b'{"status_code": %d, "status_message": "No."}' % code
    return explain(status_error(status, {}, body, url=request.url, operation=operation), request, credential, user)


def note(error: TMDBError) -> str:
    """Return the notes of an error."""
    return " ".join(getattr(error, "__notes__", []))


@pytest.mark.parametrize(
    ("endpoint", "code", "credential", "query", "part"),
    [
        # no session, or a guest's
        (api.account.set_favorite, 3, UNKNOWN, "", "No session was sent: pass session_id= to"),
        (api.movies.rate, 3, API_KEY, "", "No session was sent: pass session_id= or guest_session_id="),
        (api.movies.rate, 3, UNKNOWN, GUEST, "guest session has expired or is unknown"),
        (api.guest.rated_movies, 37, UNKNOWN, "", "has not rated anything yet"),
        (api.guest.rated_movies, 34, UNKNOWN, "", "has not rated anything yet"),
        (api.auth.create_session, 17, UNKNOWN, "", "is unknown, has expired, or was used already"),
        # the application's credential
        (api.movies.details, 7, API_KEY, "", "does not know this API key"),
        (api.movies.details, 7, UNKNOWN, "", "does not accept this token: compare it"),
        (api.movies.details, 7, Credential("bearer", "my-key"), "", "If it is an API key, pass it as api_key="),
        (api.movies.details, 7, APPLICATION, "", "does not accept this token: compare it"),
        (api.movies.details, 7, USER, "", "a user's access token, which the user may have revoked"),
        (api.account.lists, 7, UNKNOWN, SESSION, "does not accept this token: compare it"),
        (api.v4_lists.create, 35, UNKNOWN, "", "does not accept this token: compare it"),
        # a user's token
        (api.v4_lists.create, 36, API_KEY, "", "needs a user's access token, and the client has sent an API key"),
        (api.v4_lists.create, 36, APPLICATION, "", "and the client has sent the application's token"),
        (api.v4_account.lists, 36, UNKNOWN, "", "and the client has sent a token that is not a user's"),
        (api.v4_lists.create, 36, USER, "", "has not granted this token write access"),
        (api.v4_lists.details, 39, APPLICATION, "", "Only its owner may read it"),
        # signing in and out
        (api.auth.create_session_from_v4_token, 36, UNKNOWN, "", "the application's own token"),
        (api.auth.create_session_from_v4_token, 35, UNKNOWN, "", "does not know this access token"),
        (api.auth.create_session, 33, UNKNOWN, "", "has expired (after 60 minutes at most), was used already"),
        (api.auth.create_session_from_login, 33, UNKNOWN, "", "after 60 minutes"),
        (api.v4_auth.create_access_token, 33, UNKNOWN, "", "after 15 minutes"),
        (api.auth.create_session, 17, UNKNOWN, "", "has denied the request token, or has not approved it"),
        (api.v4_auth.create_access_token, 17, UNKNOWN, "", "has denied the request token"),
        (api.auth.create_session, 41, UNKNOWN, "", "has not approved the request token yet on the page of tmdb.auth"),
        (api.v4_auth.create_access_token, 41, UNKNOWN, "", "on the page of tmdb.v4.auth.approval_url"),
        (api.auth.create_session_from_login, 30, UNKNOWN, "", "Check the user's name and password"),
        (api.auth.delete_session, 37, UNKNOWN, "", "deleted already"),
        (api.v4_auth.logout, 35, UNKNOWN, "", "revoked already"),
        # nothing to say
        (api.movies.details, 3, UNKNOWN, "", ""),
        (api.movies.details, 34, UNKNOWN, "", ""),
        (api.v4_lists.details, 39, USER, "", ""),
        (api.movies.details, 4711, UNKNOWN, "", ""),
    ],
)
def test_error_says_which_credential_the_operation_needs(
    endpoint: Any, code: int, credential: Credential, query: str, part: str
) -> None:
    error = explained(endpoint, code, credential, query)
    assert part in note(error) if part else note(error) == ""
    assert not isinstance(error, SessionExpiredError)
    assert error.message == "No."
    for secret in (KEY, credential.secret, "5e55105e5510"):
        assert secret not in f"{error} {note(error)}"


@pytest.mark.parametrize(
    ("endpoint", "code"),
    [(api.account.set_favorite, 3), (api.account.lists, 14), (api.movies.rate, 17), (api.movies.details, 3)],
)
def test_refused_session_is_an_expired_session(endpoint: Any, code: int) -> None:
    """Whatever the operation: a session in the query is sent for a user only."""
    error = explained(endpoint, code, API_KEY, SESSION)
    assert type(error) is SessionExpiredError
    assert isinstance(error, AuthenticationError)
    assert "tmdb.auth.login()" in error.message
    assert "on_session_expired=" in error.message
    assert error.message.endswith("(TMDB: No.)")
    assert (error.http_status, error.code, error.operation) == (401, code, endpoint.operation.id)
    assert "***" in str(error)
    assert "5e55105e5510" not in str(error)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize(
    ("endpoint", "code", "query", "kind"),
    [
        (api.account.set_favorite, 3, "", AuthenticationError),
        (api.movies.rate, 3, GUEST, AuthenticationError),
        (api.account.set_favorite, 7, SESSION, AuthenticationError),
        (api.account.set_favorite, 38, SESSION, PermissionDeniedError),
        (api.account.set_favorite, 34, SESSION, NotFoundError),
    ],
)
def test_other_errors_are_no_expired_session(endpoint: Any, code: int, query: str, kind: type[TMDBError]) -> None:
    """Without a session, with the application's wrong credential, and without permission."""
    assert type(explained(endpoint, code, UNKNOWN, query)) is kind


@pytest.mark.parametrize("code", [7, 14, 35])
def test_refused_user_token_is_an_expired_session(code: int) -> None:
    """Of a client from `as_user`: there, TMDB has refused the user's token, not the application's."""
    error = explained(api.v4_account.lists, code, API_KEY, user=SIGNED_IN)
    assert type(error) is SessionExpiredError
    assert "tmdb.v4.auth.login()" in error.message
    assert type(explained(api.v4_account.lists, code, API_KEY)) is AuthenticationError
    assert type(explained(api.v4_account.lists, code, API_KEY, user=ClientUser())) is AuthenticationError


def test_user_token_is_not_sent_to_other_operations() -> None:
    """There, TMDB has refused the application's credential."""
    error = explained(api.movies.details, 7, API_KEY, user=SIGNED_IN)
    assert type(error) is AuthenticationError
    assert "does not know this API key" in note(error)


def test_user_token_without_write_access_is_explained() -> None:
    error = explained(api.v4_lists.create, 36, APPLICATION, user=SIGNED_IN)
    assert type(error) is PermissionDeniedError
    assert "has not granted this token write access" in note(error)


def test_application_token_in_place_of_a_user_token_is_explained() -> None:
    user = ClientUser(access_token=APPLICATION.secret)
    assert "has sent the application's token" in note(explained(api.v4_lists.create, 36, APPLICATION, user=user))


def test_error_of_a_server_in_between_has_no_advice() -> None:
    """It has none of TMDB's codes."""
    operation = api.account.set_favorite.operation
    request = OutgoingRequest("POST", f"https://x/3/account/1/favorite{SESSION}", {}, b"{}", operation)
    error = status_error(401, {}, b"<html>", url=request.url, operation=operation)
    assert explain(error, request, UNKNOWN) is error
    assert note(error) == ""


@pytest.mark.parametrize(
    "endpoint", [api.v4_auth.create_request_token, api.v4_auth.create_access_token, api.v4_auth.logout]
)
def test_check_kind_rejects_an_api_key_for_logins_of_version_4(endpoint: Any) -> None:
    with pytest.raises(CredentialsError, match=r"needs a token.*themoviedb.org/settings/api"):
        check_application(endpoint.operation, API_KEY)
    check_application(endpoint.operation, UNKNOWN)


@pytest.mark.parametrize("endpoint", [api.v4_lists.details, api.auth.create_session, api.movies.details])
def test_check_kind_accepts_an_api_key_elsewhere(endpoint: Any) -> None:
    check_application(endpoint.operation, API_KEY)
