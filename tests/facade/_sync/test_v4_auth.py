# Made from tests/facade/_async/test_v4_auth.py by `make sync`: edit that file, never this one.
"""Users' access tokens of version 4: what each method sends, the approval page, and hidden secrets."""

from __future__ import annotations

import json
from typing import assert_type

import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, AuthorizationPendingError
from tmdb_facade.models import StatusResponse, V4AccessToken, V4RequestToken

SECRET = "5ec2e7" * 7
ANSWER = {
    "success": True,
    "status_code": 1,
    "status_message": "Done.",
    "request_token": SECRET,
    "access_token": SECRET,
    "account_id": "4bc889XXXXa3c0z92001001",
}


def test_create_request_token_sends_redirect_to_in_the_body() -> None:
    fake = Fake(json_response(ANSWER))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        token = tmdb.v4.auth.create_request_token()
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/4/auth/request_token", {})
        assert fake.last.content == b""
        tmdb.v4.auth.create_request_token(redirect_to="http://127.0.0.1:8000/done")
        assert json.loads(fake.last.content) == {"redirect_to": "http://127.0.0.1:8000/done"}
    assert_type(token, V4RequestToken)
    assert token.request_token == SECRET
    assert SECRET not in repr(token)


def test_v4_approval_url_quotes_the_token_and_sends_nothing() -> None:
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        url = tmdb.v4.auth.approval_url("t.1&x=2")
        assert_type(url, str)
        with pytest.raises(ValueError, match="request_token must not be empty"):
            tmdb.v4.auth.approval_url("")
    assert url == "https://www.themoviedb.org/auth/access?request_token=t.1%26x%3D2"
    assert fake.requests == []


def test_create_access_token_returns_the_token_and_the_account_id() -> None:
    fake = Fake(json_response(ANSWER))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        token = tmdb.v4.auth.create_access_token("t1")
    assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/4/auth/access_token", {})
    assert json.loads(fake.last.content) == {"request_token": "t1"}
    assert_type(token, V4AccessToken)
    assert (token.access_token, token.account_id) == (SECRET, "4bc889XXXXa3c0z92001001")
    assert SECRET not in repr(token)


def test_create_access_token_before_approval_raises_without_showing_the_token() -> None:
    with TMDB(TOKEN, transport=Fake(error_response(422, 41)).transport) as tmdb:
        with pytest.raises(AuthorizationPendingError) as pending:
            tmdb.v4.auth.create_access_token(SECRET)
    assert SECRET not in f"{pending.value} {pending.value!r} {pending.value.url}"


def test_logout_sends_the_access_token_in_the_body() -> None:
    fake = Fake(json_response({"success": True, "status_code": 13, "status_message": "Done."}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        status = tmdb.v4.auth.logout("a1")
    assert (fake.last.method, fake.last.url.path, fake.query) == ("DELETE", "/4/auth/access_token", {})
    assert json.loads(fake.last.content) == {"access_token": "a1"}
    assert_type(status, StatusResponse)
