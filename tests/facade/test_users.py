"""Whose credential a request carries, and which operations need a user."""

from __future__ import annotations

import pytest

from tmdb_bindings import operations
from tmdb_facade import InvalidArgumentError
from tmdb_facade._core.cache.scope import is_cacheable
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.client.users import ClientUser, UserOptions, credential_for
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.accounts import (
    check_token,
    check_user_session,
    leave_account_open,
    needs_account,
    with_account,
)
from tmdb_facade._core.sending.outgoing import outgoing_request

OPERATIONS = [value for value in vars(operations).values() if isinstance(value, Operation)]
APPLICATIONS = [Credential("bearer", "application"), Credential("api_key", "application")]
USER = ClientUser("t0ken", "4bc8")


@pytest.mark.parametrize("application", APPLICATIONS)
def test_only_accounts_and_lists_of_version_4_get_the_users_token(application: Credential) -> None:
    """Each request gets one credential, and never a token of a user who has none."""
    for_users = {operation.id for operation in OPERATIONS if operation.tag in ("v4_account", "v4_lists")}
    assert {operation.id for operation in OPERATIONS if operation.auth == "user_token"} < for_users
    for operation in OPERATIONS:
        expected = Credential("bearer", "t0ken") if operation.id in for_users else application
        assert credential_for(operation, application, USER) == expected, operation.id
        assert credential_for(operation, application, ClientUser()) == application
        assert credential_for(operation, application, None) == application


def test_no_answer_that_is_read_with_a_users_token_is_cached() -> None:
    """So the cache, whose keys name the application, needs no keys of users."""
    for operation in OPERATIONS:
        if credential_for(operation, APPLICATIONS[0], USER) != APPLICATIONS[0]:
            request = outgoing_request("https://api.themoviedb.org", Request(operation, operation.path, {}), Options())
            assert not is_cacheable(request), operation.id


def test_operations_without_the_credential_that_they_need_are_rejected() -> None:
    """A user's session suffices wherever a guest's does; TMDB decides about the tokens of applications."""
    clients: dict[str, tuple[dict[str, str], ClientUser | None]] = {
        "nothing": ({}, ClientUser()),
        "blank": ({"session_id": " ", "guest_session_id": ""}, ClientUser()),
        "guest": ({"guest_session_id": "g"}, ClientUser()),
        "session": ({"session_id": "s"}, ClientUser()),
        "token": ({"session_id": "s"}, USER),
    }
    rejected: dict[str, set[str]] = {name: set() for name in clients}
    for operation in OPERATIONS:
        for name, (query, user) in clients.items():
            try:
                request = Request(operation, operation.path, query)
                check_user_session(request)
                check_token(request, user, has_api_key=True)
            except InvalidArgumentError:
                rejected[name].add(operation.auth)
    needs_user = {"session", "user_token"}
    assert rejected == {
        "nothing": {*needs_user, "guest_or_session"},
        "blank": {*needs_user, "guest_or_session"},
        "guest": needs_user,
        "session": {"user_token"},
        "token": set(),
    }
    for operation in OPERATIONS:
        if operation.auth == "user_token":
            check_token(Request(operation, operation.path, {}), None, has_api_key=False)
            with pytest.raises(InvalidArgumentError, match="the client has an API key"):
                check_token(Request(operation, operation.path, {}), None, has_api_key=True)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/3/account/0", "/3/account/7"),
        ("/3/account/0/favorite/movies", "/3/account/7/favorite/movies"),
        ("/3/account/10/favorite/movies", "/3/account/10/favorite/movies"),
        ("/3/account/01", "/3/account/01"),
        ("/3/account", "/3/account"),
    ],
)
def test_account_of_the_session_is_filled_in_for_the_placeholder_only(path: str, sent: str) -> None:
    request = Request(operations.ACCOUNT_LISTS, path, {"session_id": "s"}, {"a": 1})
    leave_account_open(request)
    assert needs_account(request) is (path != sent)
    filled = with_account(request, 7)
    assert (filled.path, filled.query, filled.body) == (sent, request.query, request.body)
    assert not needs_account(filled)


def test_repr_of_options_and_users_shows_no_secret() -> None:
    options = Options(session_id="s3cret", user=ClientUser("s3cret", "s3cret"))
    shown = f"{options!r} {options.user!r} {UserOptions('s3cret', 's3cret', ClientUser('s3cret'), 7)!r} {options}"
    assert "s3cret" not in shown
