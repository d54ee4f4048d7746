"""Which credential is used, and as what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facade.support import KEY, TOKEN
from tmdb_facade._core.client.credentials import choose_credential
from tmdb_facade.errors import CredentialsError, TMDBError


@pytest.mark.parametrize(
    ("token", "key", "environ", "scheme", "secret"),
    [
        (TOKEN, None, {}, "bearer", TOKEN),
        (None, KEY, {}, "api_key", KEY),
        (TOKEN, KEY, {}, "bearer", TOKEN),
        # what was passed counts more than the environment
        (None, KEY, {"TMDB_ACCESS_TOKEN": TOKEN}, "api_key", KEY),
        # the environment, in its order
        (None, None, {"TMDB_ACCESS_TOKEN": "a", "TMDB_READ_ACCESS_TOKEN": "b", "TMDB_API_KEY": KEY}, "bearer", "a"),
        (None, None, {"TMDB_READ_ACCESS_TOKEN": "b", "TMDB_API_KEY": KEY}, "bearer", "b"),
        (None, None, {"TMDB_ACCESS_TOKEN": " ", "TMDB_API_KEY": KEY}, "api_key", KEY),
        # what it is counts, not what it is called
        (None, None, {"TMDB_API_KEY": TOKEN}, "bearer", TOKEN),
        (None, TOKEN, {}, "bearer", TOKEN),
        (KEY, None, {}, "api_key", KEY),
        (None, None, {"TMDB_ACCESS_TOKEN": KEY}, "api_key", KEY),
        # read from a file
        (f"{TOKEN}\n", None, {}, "bearer", TOKEN),
        # a form that TMDB may have one day
        ("opaque-token", None, {}, "bearer", "opaque-token"),
        (None, "opaque-key", {}, "api_key", "opaque-key"),
    ],
)
def test_the_credential_and_its_scheme(
    token: str | None, key: str | None, environ: dict[str, str], scheme: str, secret: str
) -> None:
    """A token before a key, what is passed before the environment, and each sent as what it is."""
    credential = choose_credential(token, key, environ)
    assert (credential.scheme, credential.secret) == (scheme, secret)


@pytest.mark.parametrize(("token", "key"), [(None, None), ("", None), (None, ""), (" ", "\n")])
def test_without_credentials_one_error_names_every_way_to_give_them(token: str | None, key: str | None) -> None:
    """Also when an empty one was passed: an empty secret of a deployment must not fall back to another one."""
    environ = {"TMDB_API_KEY": KEY} if token is not None or key is not None else {}
    with pytest.raises(CredentialsError) as caught:
        choose_credential(token, key, environ)
    for name in ("access_token=", "api_key=", "TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        assert name in str(caught.value)
    assert isinstance(caught.value, TMDBError)
    assert isinstance(caught.value, ValueError)


@given(st.text(min_size=1))
def test_no_text_leads_to_an_error_that_shows_it(text: str) -> None:
    """Whatever is passed is taken or refused, and a refusal does not repeat it."""
    secret = f"<{text}>"
    try:
        credential = choose_credential(secret, None, {})
    except CredentialsError as error:
        assert secret not in str(error)  # noqa: PT017  (either outcome is right)
    else:
        assert secret.strip() == credential.secret
        assert credential.secret not in repr(credential)
