# Made from tests/facade/_async/test_secrets.py by `make sync`: edit that file, never this one.
"""No secret appears in an error, a log or a `repr`."""

from __future__ import annotations

import logging
import traceback

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, refuse, say
from tmdb_bindings import api
from tmdb_facade import TMDB, CredentialsError, TMDBError

SESSION = "5e55105e55105e55105e55105e55105e55105e55"
ACCOUNT = 548_123_987
#: A client has one or the other.
CREDENTIALS = [(TOKEN, None), (None, KEY)]
SECRETS = (TOKEN, KEY, SESSION, str(ACCOUNT))


def check(text: str) -> None:
    """Fail when a text holds a secret."""
    for secret in SECRETS:
        assert secret not in text


ANSWERS: list[httpx.Response | Exception] = [
    refuse(401, 7, f"Invalid key: /3/movie/550?api_key={KEY}"),
    say({"errors": [f"session_id={SESSION} is wrong"]}, 422),
    httpx.Response(502, text=f"<a href='/3/account/{ACCOUNT}?api_key={KEY}'>"),
    httpx.Response(200, text="not JSON"),
    httpx.ConnectError(f"cannot reach https://api.themoviedb.org/3/account/{ACCOUNT}?api_key={KEY}"),
    httpx.LocalProtocolError(f"Illegal header value b'Bearer {TOKEN}'"),
    httpx.ReadTimeout(f"?session_id={SESSION}"),
    say({"id": []}),
]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(("token", "key"), CREDENTIALS)
def test_no_error_holds_a_secret(answer: httpx.Response | Exception, token: str | None, key: str | None) -> None:
    """Not in its text, its attributes, its `repr`, nor in the traceback that Python prints for it."""
    with TMDB(token, api_key=key, transport=Fake(answer).transport, on_drift="raise") as tmdb:
        with pytest.raises(TMDBError) as caught:
            tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
    error = caught.value
    check(f"{error} {error!r} {error.args} {vars(error)} {error.url}")
    check("".join(traceback.format_exception(error)))


def test_the_credential_is_hidden_wherever_it_stands() -> None:
    """The HTTP library's words are not ours: the credential may stand in them in any form."""
    for token, key in CREDENTIALS:
        fake = Fake(httpx.ConnectError(f"sending {token or key} failed"))
        with TMDB(token, api_key=key, transport=fake.transport) as tmdb:
            with pytest.raises(TMDBError) as caught:
                tmdb.movies.details(550)
        check("".join(traceback.format_exception(caught.value)))
        assert "sending *** failed" in str(caught.value)


def test_no_log_of_the_http_library_holds_a_secret(caplog: pytest.LogCaptureFixture) -> None:
    """Neither through our own transport nor through a client that a user lends us."""
    caplog.set_level(logging.DEBUG)
    fake = Fake(say({"page": 1, "results": [], "total_pages": 0, "total_results": 0}))
    with TMDB(api_key=KEY, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
    with httpx.Client(transport=fake.transport) as own:
        with TMDB(api_key=KEY, http_client=own, on_drift="ignore") as tmdb:
            tmdb.call(api.account.favorite_movies, ACCOUNT, session_id=SESSION)
        own.get("https://elsewhere.test/?session_id=mine")
    assert len(fake.requests) == 3
    check(caplog.text)
    assert "/3/account/***/favorite/movies" in caplog.text
    # What the user's client does for others is none of our business.
    assert "https://elsewhere.test/?session_id=mine" in caplog.text


def test_no_repr_holds_a_secret() -> None:
    """The client, its namespaces and its pagers."""
    for token, key in CREDENTIALS:
        tmdb = TMDB(token, api_key=key)
        check(f"{tmdb!r} {tmdb.movies!r} {tmdb.movies.popular()!r} {tmdb.search.movies(KEY)!r}")
        assert "https://api.themoviedb.org" in repr(tmdb)


@pytest.mark.parametrize("secret", ["with space", "line\nbreak", "caf\u00e9", "\x00"])
def test_a_credential_that_cannot_be_sent_is_refused_without_showing_it(secret: str) -> None:
    """The HTTP library would print the whole header."""
    whole = f"SECRET{secret}SECRET"
    for name, token, key in (("access_token", whole, None), ("api_key", None, whole)):
        with pytest.raises(CredentialsError) as caught:
            TMDB(token, api_key=key)
        assert "SECRET" not in str(caught.value)
        assert name in str(caught.value)
