# Made from tests/facade/_async/test_options.py by `make sync`: edit that file, never this one.
"""Options of a client, and clients derived by `with_options`."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import (
    ALTERNATE_BASE_URL,
    TMDB,
    APIConnectionError,
    DriftError,
    InvalidArgumentError,
    MovieAppend,
    ServerError,
)
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.client.settings import Settings

MOVIE = {"id": 550, "title": "Fight Club"}
DONE = {"success": True, "status_code": 1, "status_message": "Success."}


def test_with_options_changes_only_the_options_that_are_passed() -> None:
    """The first client stays unchanged."""
    fake = Fake(json_response(MOVIE))
    with TMDB(
        TOKEN, language="de", region="DE", timeout=5, total_timeout=None, transport=fake.transport, on_drift="ignore"
    ) as tmdb:
        other = tmdb.with_options(language="pt-BR", timeout=2)
        assert type(other) is TMDB
        other.movies.details(550)
        assert fake.query == {"language": "pt-BR"}
        assert fake.last.extensions["timeout"] == {"connect": 2, "read": 2, "write": 2, "pool": None}
        other.call(api.movies.popular)
        assert fake.query == {"language": "pt-BR", "region": "DE"}
        other.with_options(language=None, region="BR").call(api.movies.popular)
        assert fake.query == {"region": "BR"}
        tmdb.with_options(timeout=httpx.Timeout(None)).movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": None, "read": None, "write": None, "pool": None}
        tmdb.movies.details(550)
        assert fake.query == {"language": "de"}
        assert fake.last.extensions["timeout"]["read"] == 5


def test_with_options_has_its_own_namespaces() -> None:
    tmdb = TMDB(TOKEN)
    before = tmdb.movies
    other = tmdb.with_options(language="de")
    assert other.movies is not before
    assert tmdb.movies is before


def test_with_options_changes_on_drift_and_max_retries() -> None:
    fake = Fake(json_response({**MOVIE, "title": 7}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        strict = tmdb.with_options(on_drift="raise").with_options(language="de")
        with pytest.raises(DriftError):
            strict.movies.details(550)
        tmdb.movies.details(550)
        with pytest.raises(ValueError, match="on_drift"):
            tmdb.with_options(on_drift="sometimes")  # type: ignore[arg-type]  # wrong on purpose
    fake = Fake(error_response(503, 9))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.with_options(max_retries=1).movies.details(550)
        assert len(fake.requests) == 2
        with pytest.raises(ValueError, match="max_retries"):
            tmdb.with_options(max_retries=-1)


def test_closing_a_derived_client_leaves_the_connections_open() -> None:
    """They belong to the first client; closing that one closes both."""
    closed: list[str] = []

    class Closing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return json_response(MOVIE)

        def close(self) -> None:
            closed.append("transport")

    tmdb = TMDB(TOKEN, transport=Closing(), on_drift="ignore")
    with tmdb.with_options(language="de") as other:
        other.movies.details(550)
    other.close()
    assert closed == []
    tmdb.movies.details(550)
    tmdb.close()
    assert closed == ["transport"]
    with pytest.raises(RuntimeError, match="closed"):
        other.movies.details(550)


def test_client_session_is_sent_only_where_an_operation_needs_one() -> None:
    """A session of the call has precedence; details without account states stay public."""
    fake = Fake(json_response(DONE))
    with TMDB(TOKEN, session_id="mine", guest_session_id="guest", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.rate(550, 8)
        assert fake.query == {"session_id": "mine"}
        tmdb.movies.rate(550, 8, session_id="other")
        assert fake.query == {"session_id": "other"}
        tmdb.movies.rate(550, 8, guest_session_id="other")
        assert fake.query == {"guest_session_id": "other"}
        tmdb.with_options(session_id=None).movies.rate(550, 8)
        assert fake.query == {"guest_session_id": "guest"}
        tmdb.lists.delete(1)
        assert fake.query == {"session_id": "mine"}
        tmdb.movies.details(550)
        assert fake.query == {}
        tmdb.movies.details(550, append=MovieAppend.ACCOUNT_STATES)
        assert fake.query == {"append_to_response": "account_states", "session_id": "mine"}
        tmdb.movies.details(550, append=MovieAppend.ACCOUNT_STATES, guest_session_id="other")
        assert fake.query == {"append_to_response": "account_states", "guest_session_id": "other"}
    for shown in (repr(tmdb), repr(Options(session_id="mine", guest_session_id="guest"))):
        assert "mine" not in shown
        assert "guest" not in shown


def test_options_default_to_environment_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("TIMEOUT", "7.5"), ("MAX_RETRIES", "1"), ("SESSION_ID", "mine")):
        monkeypatch.setenv(f"TMDB_{name}", value)
    fake = Fake(error_response(503, 9))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.account.details()
        assert len(fake.requests) == 2
        assert fake.query == {"session_id": "mine"}
        assert fake.last.extensions["timeout"]["connect"] == 7.5
    with TMDB(TOKEN, max_retries=0, timeout=3, guest_session_id="g", transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.movies.account_states(550)
        assert len(fake.requests) == 3
        assert fake.query == {"guest_session_id": "g"}
        assert fake.last.extensions["timeout"]["connect"] == 3


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("TMDB_TIMEOUT", "soon", "TMDB_TIMEOUT"),
        ("TMDB_TIMEOUT", "0", "TMDB_TIMEOUT must be .* above 0"),
        ("TMDB_TOTAL_TIMEOUT", "0", "TMDB_TOTAL_TIMEOUT must be .* above 0"),
        ("TMDB_TOTAL_TIMEOUT", "nan", "TMDB_TOTAL_TIMEOUT must be .* above 0"),
        ("TMDB_MAX_RETRIES", "many", "TMDB_MAX_RETRIES"),
        ("TMDB_MAX_RETRIES", "-1", "TMDB_MAX_RETRIES must be at least 0"),
        ("TMDB_MAX_RETRIES", "1.5", "TMDB_MAX_RETRIES must be an integer"),
        ("TMDB_LANGUAGE", "pt_BR", "TMDB_LANGUAGE .*write 'pt-BR'"),
        ("TMDB_REGION", "br", "TMDB_REGION .*write 'BR'"),
        ("TMDB_BASE_URL", "api.tmdb.org", "TMDB_BASE_URL must be a URL"),
        ("TMDB_BASE_URL", "https://u:p@api.tmdb.org", "TMDB_BASE_URL must not"),
        ("TMDB_LOG", "loud", "TMDB_LOG"),
        ("TMDB_PROXY", "127.0.0.1:80", "TMDB_PROXY must be a URL"),
    ],
)
def test_invalid_environment_variable_raises_on_construction_with_its_name(
    variable: str, value: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValueError, match=message):
        TMDB(TOKEN)


def test_total_timeout_is_read_from_the_environment_unless_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No timeout of a request exceeds what is left of it."""
    monkeypatch.setenv("TMDB_TOTAL_TIMEOUT", "14")
    fake = Fake(json_response(MOVIE))
    for passed, lower, upper in (({}, 8, 14), ({"total_timeout": 22}, 16, 22), ({"total_timeout": None}, 30, 30)):
        arguments: dict[str, Any] = {"transport": fake.transport, "on_drift": "ignore", **passed}
        with TMDB(TOKEN, **arguments) as tmdb:
            tmdb.movies.details(550)
            assert lower <= fake.last.extensions["timeout"]["read"] <= upper
            tmdb.with_options(total_timeout=6).movies.details(550)
            assert max(fake.last.extensions["timeout"].values()) <= 6
    assert Options().total_timeout == 120


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": -1},
        {"timeout": float("nan")},
        {"total_timeout": 0},
        {"total_timeout": float("inf")},
        {"max_retries": -1},
    ],
)
def test_invalid_timeout_or_max_retries_raises(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="got"):
        TMDB(TOKEN, **options)
    with pytest.raises(ValueError, match="got"):
        TMDB(TOKEN).with_options(**options)


def test_client_language_is_not_sent_to_movies_images() -> None:
    """TMDB would leave out images in other languages and those without text."""
    fake = Fake(json_response({"id": 1, "backdrops": [], "logos": [], "posters": []}))
    with TMDB(TOKEN, language="de", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.images(550)
        assert fake.query == {}
        tmdb.movies.images(550, language="fr")
        assert fake.query == {"language": "fr"}


def test_alternate_base_url_can_be_passed_as_base_url() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, base_url=ALTERNATE_BASE_URL, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert str(fake.last.url) == "https://api.tmdb.org/3/movie/550"


def test_proxy_argument_or_tmdb_proxy_is_used_and_its_password_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = "http://user:hush@127.0.0.1:9"  # a port without a server
    for argument, environment in ((proxy, ""), (None, proxy)):
        monkeypatch.setenv("TMDB_PROXY", environment)
        with TMDB(TOKEN, base_url="http://tmdb.invalid", proxy=argument, max_retries=0) as tmdb:
            with pytest.raises(APIConnectionError) as caught:
                tmdb.movies.details(550)
        # The proxy refused the connection: without it, the error would be that the host is unknown.
        assert "Errno 111" in str(caught.value)
        settings = Settings(Credential("bearer", TOKEN), "http://t", proxy)
        for shown in (repr(tmdb), repr(settings), str(caught.value), *caught.value.__notes__):
            assert "hush" not in shown


@pytest.mark.parametrize(
    "proxy", ["127.0.0.1:8080", "ftp://hush@p", "http://", "http://hush:hush@p:99999", "http://hush:hush@p:0", "hush"]
)
def test_invalid_proxy_raises_without_showing_its_password(proxy: str) -> None:
    with pytest.raises(ValueError, match="proxy") as caught:
        TMDB(TOKEN, proxy=proxy)
    assert "hush" not in str(caught.value)


def test_proxy_with_transport_raises() -> None:
    with pytest.raises(ValueError, match="pass only one of"):
        TMDB(TOKEN, proxy="http://p", transport=Fake().transport)


def test_session_of_the_environment_is_used_unless_a_session_is_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable counts as absent, and a passed guest session excludes the variable."""
    fake = Fake(json_response({"id": 550, "favorite": False, "watchlist": False, "rated": False}))
    for variable, options, query in (
        ("s1", {}, {"session_id": "s1"}),
        ("s1", {"session_id": "s2"}, {"session_id": "s2"}),
        ("s1", {"guest_session_id": "g1"}, {"guest_session_id": "g1"}),
    ):
        monkeypatch.setenv("TMDB_SESSION_ID", variable)
        arguments: dict[str, Any] = {"transport": fake.transport, "on_drift": "ignore", **options}
        with TMDB(TOKEN, **arguments) as tmdb:
            tmdb.movies.account_states(550)
            assert fake.query == query
            with pytest.raises(InvalidArgumentError, match="session_id is missing"):
                tmdb.with_options(session_id=None, guest_session_id=None).movies.account_states(550)
    monkeypatch.setenv("TMDB_SESSION_ID", "")
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidArgumentError, match="session_id is missing"):
            tmdb.movies.account_states(550)


def test_blank_session_of_the_environment_raises_with_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_SESSION_ID", " ")
    with pytest.raises(InvalidArgumentError, match=r"^TMDB_SESSION_ID must not be empty") as caught:
        TMDB(TOKEN)
    assert caught.value.parameter == "TMDB_SESSION_ID"
