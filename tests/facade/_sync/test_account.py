# Made from tests/facade/_async/test_account.py by `make sync`: edit that file, never this one.
"""An account's endpoints of version 3: what they send and return."""

from __future__ import annotations

import json
from typing import assert_type

import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, AuthenticationError
from tmdb_facade.models import (
    AccountDetails,
    StatusResponse,
)

SESSION = {"session_id": "s1"}


def test_account_details_without_an_id_requests_the_account_of_the_session() -> None:
    fake = Fake(json_response({"id": 7, "username": "somebody"}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        account = tmdb.account.details(session_id="s1")
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", "/3/account", SESSION)
    assert type(account) is AccountDetails


def test_set_favorite_and_set_watchlist_send_the_title_and_the_new_state() -> None:
    fake = Fake(json_response({"success": True, "status_code": 12, "status_message": "Done."}, 201))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        result = tmdb.account.set_favorite(7, media_type="movie", media_id=550, favorite=True, session_id="s1")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/3/account/7/favorite", SESSION)
        assert json.loads(fake.last.content) == {"media_type": "movie", "media_id": 550, "favorite": True}
        tmdb.account.set_watchlist(7, media_type="tv", media_id=1399, watchlist=False, session_id="s1")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/3/account/7/watchlist", SESSION)
        assert json.loads(fake.last.content) == {"media_type": "tv", "media_id": 1399, "watchlist": False}
    assert_type(result, StatusResponse)
    assert result.status_code == 12


def test_account_details_error_hides_the_session_and_the_account_id() -> None:
    with TMDB(TOKEN, transport=Fake(error_response(401, 3)).transport) as tmdb:
        with pytest.raises(AuthenticationError) as refused:
            tmdb.account.details(76543, session_id="5ec2e7")
    shown = f"{refused.value} {refused.value!r} {refused.value.url}"
    assert "5ec2e7" not in shown
    assert "76543" not in shown
