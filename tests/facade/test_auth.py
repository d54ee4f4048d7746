"""Choice of the credential and of its scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facade.support import KEY, TOKEN
from tmdb_facade._core.client.credentials import choose_credential
from tmdb_facade.errors import CredentialsError, InvalidArgumentError, TMDBError


@pytest.mark.parametrize(
    ("token", "key", "environ", "scheme", "secret"),
    [
        (TOKEN, None, {}, "bearer", TOKEN),
        (None, KEY, {}, "api_key", KEY),
        # an empty argument is none
        ("", KEY, {}, "api_key", KEY),
        (TOKEN, " ", {}, "bearer", TOKEN),
        # arguments win over the environment
        (None, KEY, {"TMDB_ACCESS_TOKEN": TOKEN}, "api_key", KEY),
        # variables are read in this order
        (None, None, {"TMDB_ACCESS_TOKEN": "a", "TMDB_READ_ACCESS_TOKEN": "b", "TMDB_API_KEY": KEY}, "bearer", "a"),
        (None, None, {"TMDB_READ_ACCESS_TOKEN": "b", "TMDB_API_KEY": KEY}, "bearer", "b"),
        (None, None, {"TMDB_ACCESS_TOKEN": " ", "TMDB_API_KEY": KEY}, "api_key", KEY),
        # the value decides the scheme, not its name
        (None, None, {"TMDB_API_KEY": TOKEN}, "bearer", TOKEN),
        (None, TOKEN, {}, "bearer", TOKEN),
        (KEY, None, {}, "api_key", KEY),
        (None, None, {"TMDB_ACCESS_TOKEN": KEY}, "api_key", KEY),
        # a trailing newline, as in a file
        (f"{TOKEN}\n", None, {}, "bearer", TOKEN),
        # unknown forms use the scheme of their name
        ("opaque-token", None, {}, "bearer", "opaque-token"),
        (None, "opaque-key", {}, "api_key", "opaque-key"),
    ],
)
def test_choose_credential_prefers_tokens_and_arguments_and_detects_the_scheme(
    token: str | None, key: str | None, environ: dict[str, str], scheme: str, secret: str
) -> None:
    credential = choose_credential(token, key, environ)
    assert (credential.scheme, credential.secret) == (scheme, secret)


@pytest.mark.parametrize(("token", "key"), [(None, None), ("", None), (None, ""), (" ", "\n")])
def test_choose_credential_without_credentials_raises_and_lists_every_option(
    token: str | None, key: str | None
) -> None:
    """An empty argument does not fall back to the environment."""
    environ = {"TMDB_API_KEY": KEY} if token is not None or key is not None else {}
    with pytest.raises(CredentialsError) as caught:
        choose_credential(token, key, environ)
    for name in ("access_token=", "api_key=", "TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        assert name in str(caught.value)
    assert isinstance(caught.value, TMDBError)
    assert not isinstance(caught.value, ValueError)


@pytest.mark.parametrize(("token", "key"), [(TOKEN, KEY), (KEY, TOKEN), (KEY, KEY), ("a", "b")])
def test_choose_credential_rejects_two_arguments(token: str, key: str) -> None:
    """Two variables of the environment are fine: a program does not choose them."""
    with pytest.raises(InvalidArgumentError, match=r"pass only one of access_token= and api_key=") as caught:
        choose_credential(token, key, {})
    assert caught.value.parameter == "api_key"
    assert KEY not in str(caught.value)


@given(st.text(min_size=1))
def test_choose_credential_never_shows_the_secret(text: str) -> None:
    """Neither an error nor the credential's repr contains the secret."""
    secret = f"<{text}>"
    try:
        credential = choose_credential(secret, None, {})
    except CredentialsError as error:
        assert secret not in str(error)  # noqa: PT017  (both outcomes are valid)
    else:
        assert secret.strip() == credential.secret
        assert credential.secret not in repr(credential)
