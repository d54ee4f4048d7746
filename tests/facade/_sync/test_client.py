# Made from tests/facade/_async/test_client.py by `make sync`: edit that file, never this one.
"""What a client does with a call, whatever the operation."""

from __future__ import annotations

import gc
import warnings

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, refuse, say
from tmdb_bindings import api
from tmdb_facade import TMDB, CredentialsError, DriftError, DriftWarning, NotFoundError

FILM = {"id": 550, "title": "Fight Club", "release_date": "1999-10-15"}


def test_a_call_is_answered_with_a_model() -> None:
    """The answer to a details call is the film, with a date as a date."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.movies.details(550)
    assert film.title == "Fight Club"
    assert film.release_date is not None
    assert film.release_date.year == 1999
    assert str(fake.last.url) == "https://api.themoviedb.org/3/movie/550"
    assert fake.last.method == "GET"


def test_a_token_is_sent_as_a_header_and_a_key_in_the_query() -> None:
    """Only one of them is sent, in the way that TMDB knows it."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550, language="de")
    assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"
    assert fake.query == {"language": "de"}
    with TMDB(api_key=KEY, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550, language="de")
        assert fake.query == {"language": "de", "api_key": KEY}
        tmdb.movies.details(550)
        assert fake.query == {"api_key": KEY}
    assert "authorization" not in fake.last.headers


def test_credentials_are_asked_for_when_the_client_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any, the error comes at once and not with the first call."""
    for name in ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(CredentialsError, match="TMDB_ACCESS_TOKEN"):
        TMDB()


def test_the_environment_completes_what_is_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials, server, language and region can come from the environment."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
    monkeypatch.setenv("TMDB_BASE_URL", "http://tmdb.test:8000")
    monkeypatch.setenv("TMDB_LANGUAGE", "pt-BR")
    monkeypatch.setenv("TMDB_REGION", "BR")
    fake = Fake(say({"page": 1, "results": [], "total_pages": 0, "total_results": 0}))
    with TMDB(transport=fake.transport) as tmdb:
        tmdb.movies.popular().first()
    assert str(fake.last.url) == "http://tmdb.test:8000/3/movie/popular?language=pt-BR&region=BR&page=1"
    assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"


def test_the_clients_language_goes_only_where_an_operation_takes_it() -> None:
    """What the caller passes wins, and an operation without the parameter is not sent it."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, language="de", region="DE", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.query == {"language": "de"}
        tmdb.movies.details(550, language="fr")
        assert fake.query == {"language": "fr"}
        tmdb.call(api.movies.popular, region="FR")
        assert fake.query == {"language": "de", "region": "FR"}
        tmdb.configuration.details()
        assert fake.query == {}


def test_any_operation_can_be_called_by_its_module() -> None:
    """`call` takes what the operation's request builder takes, and gives the operation's type."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, language="de", transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.call(api.movies.details, 550)
    assert film.id == 550
    assert fake.query == {"language": "de"}


def test_a_body_is_sent_as_json() -> None:
    """What a builder puts into the body goes out as JSON, also with DELETE."""
    fake = Fake(say({"success": True, "status_code": 1, "status_message": "Success."}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.auth.delete_session, {"session_id": "s"})
    assert fake.last.method == "DELETE"
    assert fake.last.headers["content-type"] == "application/json"
    assert fake.last.content == b'{"session_id":"s"}'


def test_a_dangerous_path_value_is_refused_before_anything_is_sent() -> None:
    """A value that would lead to another path never leaves the program."""
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for value in ("..", "", "a/../b", "%2e%2e%2fb"):
            with pytest.raises(ValueError, match="review_id"):
                tmdb.call(api.reviews.details, value)
    assert fake.requests == []


def test_every_request_says_honestly_who_asks() -> None:
    """The user agent names this package, Python and the HTTP library with their versions."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    agent = fake.last.headers["user-agent"]
    assert [part.partition("/")[0] for part in agent.split()] == ["tmdb-facade", "python", "httpx"]
    assert agent.endswith(f"httpx/{httpx.__version__}")
    assert fake.last.headers["accept-encoding"] == "gzip, deflate"


def test_timeouts_are_finite_unless_asked_otherwise() -> None:
    """The default has an end for connecting, reading and writing; a number stands for all three."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": None}
    with TMDB(TOKEN, timeout=2, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": 2, "read": 2, "write": 2, "pool": None}
    with TMDB(TOKEN, timeout=httpx.Timeout(3), transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": 3, "read": 3, "write": 3, "pool": 3}


def test_a_request_carries_the_record_of_its_operation() -> None:
    """Layers decide by the record, so it has to reach them."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert fake.last.extensions["tmdb_operation"] is api.movies.details.operation


def test_a_client_works_without_a_context_manager_until_it_is_closed() -> None:
    """Closing is for good, and may be done twice."""
    fake = Fake(say(FILM))
    tmdb = TMDB(TOKEN, transport=fake.transport, on_drift="ignore")
    assert (tmdb.movies.details(550)).id == 550
    tmdb.close()
    tmdb.close()
    with pytest.raises(RuntimeError, match="closed"):
        tmdb.movies.details(550)
    assert len(fake.requests) == 1


def test_a_client_that_was_never_used_opens_and_leaks_nothing() -> None:
    """Making one, with or without closing it, is cheap and leaves nothing behind."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with TMDB(TOKEN):
            pass
        del_me = TMDB(TOKEN)
        del del_me
        gc.collect()
    assert [str(warning.message) for warning in caught] == []


def test_namespaces_are_made_once() -> None:
    """`tmdb.movies` is the same object each time."""
    tmdb = TMDB(TOKEN)
    assert tmdb.movies is tmdb.movies
    assert tmdb.search is tmdb.search
    assert tmdb.configuration is tmdb.configuration


@pytest.mark.parametrize(
    "base_url",
    [
        "ftp://tmdb.test",
        "tmdb.test",
        "https://",
        "https://a:b@tmdb.test",
        "http://t/?q",
        "http://t:99999",
        "http://t:x",
    ],
)
def test_a_base_url_that_is_no_root_is_refused(base_url: str) -> None:
    """The error comes when the client is made."""
    with pytest.raises(ValueError, match="base_url"):
        TMDB(TOKEN, base_url=base_url)


def test_a_version_at_the_end_of_the_base_url_is_dropped() -> None:
    """People write TMDB's addresses with `/3`; the operations' paths bring their own."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, base_url="https://api.tmdb.org/3/", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert str(fake.last.url) == "https://api.tmdb.org/3/movie/550"


def test_drift_is_told_as_the_client_was_told() -> None:
    """`warn` keeps what fits and warns once, `raise` raises, `ignore` is silent."""
    fake = Fake(say({**FILM, "title": 7}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            film = tmdb.movies.details(550)
            tmdb.movies.details(550)
    assert film.id == 550
    assert {warning.category for warning in told} == {DriftWarning}
    assert {warning.filename for warning in told} == {__file__}
    told_of_title = [str(warning.message) for warning in told if ".title" in str(warning.message)]
    assert told_of_title == ["movies_details: MovieDetails.title at $.title: expected str, found integer"]
    with TMDB(TOKEN, transport=fake.transport, on_drift="raise") as tmdb:
        with pytest.raises(DriftError) as caught:
            tmdb.movies.details(550)
    error = caught.value
    assert (error.operation, error.model, error.url) == (
        "movies_details",
        "MovieDetails",
        "https://api.themoviedb.org/3/movie/550",
    )
    with pytest.raises(ValueError, match="on_drift"):
        TMDB(TOKEN, on_drift="sometimes")  # type: ignore[arg-type]  # wrong on purpose


def test_an_operation_that_tmdb_removed_takes_only_its_method_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """The namespace and its other methods work on."""

    def gone(name: str) -> object:
        raise AttributeError(f"no operation {name}")

    monkeypatch.delattr(api.movies, "popular", raising=False)
    monkeypatch.setattr(api.movies, "__getattr__", gone)
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(AttributeError, match="popular"):
            tmdb.movies.popular()
        assert (tmdb.movies.details(550)).id == 550


def test_an_error_leaves_the_client_usable() -> None:
    """One refused call says nothing about the next."""
    answers = iter([refuse(404, 34), say(FILM)])
    fake = Fake(lambda _: next(answers))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.movies.details(1)
        assert (tmdb.movies.details(550)).id == 550
