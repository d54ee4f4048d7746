"""The claims of tokens."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facade.support import KEY, TOKEN
from tmdb_facade._core.client.claims import claim_secrets, token_owner, token_scopes
from tmdb_facade.testing import make_credentials

ACCOUNT = "0a1b2c3d" * 3


def token_with(claims: object) -> str:
    """Return a token with these claims."""
    payload = urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJIUzI1NiJ9.{payload}.c2ln"


@pytest.mark.parametrize(
    ("scopes", "owner"),
    [
        (["api_read"], "application"),
        (["api_read", "api_write"], "user"),
        (["pending_request_token"], None),
        ([], None),
        ("api_read", None),
        (None, None),
        ({"api_write": 1}, None),
    ],
)
def test_token_owner_follows_the_scopes(scopes: object, owner: str | None) -> None:
    assert token_owner(token_with({"aud": KEY, "scopes": scopes})) == owner


def test_claim_secrets_are_the_key_and_the_account() -> None:
    """Short values, such as a version, are no secrets."""
    claims = {"aud": KEY, "sub": ACCOUNT, "scopes": ["api_read"], "version": 1, "nbf": 1577836800.5}
    assert claim_secrets(token_with(claims)) == {KEY, ACCOUNT}
    assert claim_secrets(token_with({"aud": [KEY, 7], "sub": None})) == {KEY}
    credentials = make_credentials()
    assert credentials.api_key in claim_secrets(credentials.access_token)


@pytest.mark.parametrize("text", ["", KEY, "a.b", "a.b.c", "a.W10.c", "a.\u00e9.c", TOKEN[:-20], "eyJ.%%%.x", "." * 50])
def test_text_that_is_no_token_has_no_claims(text: str) -> None:
    assert (token_scopes(text), token_owner(text), claim_secrets(text)) == (None, None, set())


@given(st.text() | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(token_with))
def test_claims_of_any_text_never_raise(text: str) -> None:
    token_owner(text)
    claim_secrets(text)
    token_owner(f"a.{'W1tb' * 50_000}.c" if text == "" else text)
