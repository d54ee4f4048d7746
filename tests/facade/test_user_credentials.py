"""The credentials of a user."""

from __future__ import annotations

import pickle

from tmdb_facade import UserCredentials
from tmdb_facade._core.client.user_credentials import fingerprint


def test_repr_shows_no_secret() -> None:
    user = UserCredentials(session_id="s3cret", access_token="t0ken", account_id=7, account_object_id="4bc889")
    assert repr(user) == "<UserCredentials account_id=7 account_object_id='4bc889' session_id access_token>"
    assert repr(UserCredentials()) == "<UserCredentials empty>"
    assert pickle.loads(pickle.dumps(user)) == user


def test_fingerprints_tell_credentials_apart() -> None:
    assert fingerprint("a") == fingerprint("a") != fingerprint("b")
    assert len(fingerprint("a")) == 16
