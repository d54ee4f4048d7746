# Made from tests/facade/_async/test_client.py by `make sync`: edit that file, never this one.
"""The client: requests, options and lifetime, for any operation."""

from __future__ import annotations

import copy
import gc
import warnings
from functools import cached_property

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    ClientClosedError,
    CredentialsError,
    DriftError,
    DriftWarning,
    NotFoundError,
    TMDBError,
)
from tmdb_facade._sync.resources.base import Resource

MOVIE = {"id": 550, "title": "Fight Club", "release_date": "1999-10-15"}


def test_movies_details_returns_a_model_with_parsed_dates() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550)
    assert movie.title == "Fight Club"
    assert movie.release_date is not None
    assert movie.release_date.year == 1999
    assert str(fake.last.url) == "https://api.themoviedb.org/3/movie/550"
    assert fake.last.method == "GET"


def test_access_token_is_sent_as_a_header_and_api_key_in_the_query() -> None:
    fake = Fake(json_response(MOVIE))
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


def test_client_without_credentials_raises_on_construction(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(CredentialsError, match="TMDB_ACCESS_TOKEN"):
        TMDB()


def test_client_reads_credentials_and_options_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
    monkeypatch.setenv("TMDB_BASE_URL", "http://tmdb.test:8000")
    monkeypatch.setenv("TMDB_LANGUAGE", "pt-BR")
    monkeypatch.setenv("TMDB_REGION", "BR")
    fake = Fake(json_response({"page": 1, "results": [], "total_pages": 0, "total_results": 0}))
    with TMDB(transport=fake.transport) as tmdb:
        tmdb.movies.popular().first()
    assert str(fake.last.url) == "http://tmdb.test:8000/3/movie/popular?language=pt-BR&region=BR&page=1"
    assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"


def test_client_language_and_region_are_sent_only_to_operations_with_the_parameter() -> None:
    """An argument of the call has precedence."""
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, language="de", region="DE", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.query == {"language": "de"}
        tmdb.movies.details(550, language="fr")
        assert fake.query == {"language": "fr"}
        tmdb.call(api.movies.popular, region="FR")
        assert fake.query == {"language": "de", "region": "FR"}
        tmdb.configuration.details()
        assert fake.query == {}


def test_call_takes_the_module_of_an_operation() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, language="de", transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.call(api.movies.details, 550)
    assert movie.id == 550
    assert fake.query == {"language": "de"}


def test_body_is_sent_as_json_also_with_delete() -> None:
    fake = Fake(json_response({"success": True, "status_code": 1, "status_message": "Success."}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.auth.delete_session, {"session_id": "s"})
    assert fake.last.method == "DELETE"
    assert fake.last.headers["content-type"] == "application/json"
    assert fake.last.content == b'{"session_id":"s"}'


def test_value_that_would_change_the_path_raises_before_sending() -> None:
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for value in ("..", "", "a/../b", "%2e%2e%2fb"):
            with pytest.raises(ValueError, match="review_id"):
                tmdb.call(api.reviews.details, value)
    assert fake.requests == []


def test_user_agent_names_this_package_and_python() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    agent = fake.last.headers["user-agent"]
    assert [part.partition("/")[0] for part in agent.split()] == ["tmdb-facade", "python"]
    assert fake.last.headers["accept-encoding"] == "gzip, deflate"


def test_default_timeouts_are_finite_and_a_number_sets_all_of_them() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, total_timeout=None, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": None}
    with TMDB(TOKEN, timeout=2, total_timeout=None, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": 2, "read": 2, "write": 2, "pool": None}
    with TMDB(TOKEN, timeout=httpx.Timeout(3), transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.extensions["timeout"] == {"connect": 3, "read": 3, "write": 3, "pool": 3}
    with TMDB(TOKEN, total_timeout=5, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert 0 < max(fake.last.extensions["timeout"].values()) <= 5


def test_request_extensions_have_the_operation() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert fake.last.extensions["tmdb_operation"] is api.movies.details.operation


def test_client_without_a_context_manager_works_until_it_is_closed() -> None:
    """Closing twice is allowed."""
    fake = Fake(json_response(MOVIE))
    tmdb = TMDB(TOKEN, transport=fake.transport, on_drift="ignore")
    assert (tmdb.movies.details(550)).id == 550
    tmdb.close()
    tmdb.close()
    with pytest.raises(ClientClosedError, match="closed") as caught:
        tmdb.movies.details(550)
    assert isinstance(caught.value, TMDBError)
    assert isinstance(caught.value, RuntimeError)
    assert len(fake.requests) == 1


def test_unused_client_leaks_nothing() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with TMDB(TOKEN):
            pass
        unused = TMDB(TOKEN)
        del unused
        gc.collect()
    assert [str(warning.message) for warning in caught] == []


def test_namespaces_are_created_once() -> None:
    tmdb = TMDB(TOKEN)
    assert tmdb.movies is tmdb.movies
    assert tmdb.search is tmdb.search
    assert tmdb.configuration is tmdb.configuration
    assert tmdb.tv.seasons is tmdb.tv.seasons
    assert tmdb.tv.episodes is tmdb.tv.episodes
    assert tmdb.tv.episode_groups is tmdb.tv.episode_groups


@pytest.mark.parametrize(
    "base_url",
    [
        "ftp://tmdb.test",
        "https://tmdb.test:0",
        "tmdb.test",
        "https://",
        "https://a:b@tmdb.test",
        "http://t/?q",
        "http://t:99999",
        "http://t:x",
    ],
)
def test_invalid_base_url_raises_on_construction(base_url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        TMDB(TOKEN, base_url=base_url)


def test_base_url_may_end_with_the_version() -> None:
    """The paths of the operations bring their own version."""
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, base_url="https://api.tmdb.org/3/", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert str(fake.last.url) == "https://api.tmdb.org/3/movie/550"


def test_on_drift_warns_once_or_raises() -> None:
    """`warn` keeps what is valid; the warning has the caller's line."""
    fake = Fake(json_response({**MOVIE, "title": 7}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as recorded:
            warnings.simplefilter("always")
            movie = tmdb.movies.details(550)
            tmdb.movies.details(550)
    assert movie.id == 550
    assert {warning.category for warning in recorded} == {DriftWarning}
    assert {warning.filename for warning in recorded} == {__file__}
    title_warnings = [str(warning.message) for warning in recorded if ".title" in str(warning.message)]
    assert title_warnings == ["movies_details: MovieDetails.title at $.title: expected str, found integer"]
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


def test_removed_operation_breaks_only_its_own_method(monkeypatch: pytest.MonkeyPatch) -> None:

    def raise_missing(name: str) -> object:
        raise AttributeError(f"no operation {name}")

    monkeypatch.delattr(api.movies, "popular", raising=False)
    monkeypatch.setattr(api.movies, "__getattr__", raise_missing)
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(AttributeError, match="popular"):
            tmdb.movies.popular()
        assert (tmdb.movies.details(550)).id == 550


def test_client_is_usable_after_an_error() -> None:
    answers = iter([error_response(404, 34), json_response(MOVIE)])
    fake = Fake(lambda _: next(answers))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.movies.details(1)
        assert (tmdb.movies.details(550)).id == 550


def test_copy_of_a_client_leaves_the_connections_open_when_it_is_closed() -> None:
    """As a client of `with_options` does; a deep copy shares the connections too."""
    fake = Fake(json_response({"genres": []}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for made in (copy.copy(tmdb), copy.deepcopy(tmdb)):
            assert made is not tmdb
            with made:
                made.genres.movies()
            tmdb.genres.movies()
    with pytest.raises(ClientClosedError):
        tmdb.genres.movies()


def test_repr_of_each_namespace_is_how_to_reach_it() -> None:
    """No module path, no address, and no secret."""
    client = TMDB(TOKEN)

    def walk(owner: object, path: str) -> list[tuple[str, Resource]]:
        found: list[tuple[str, Resource]] = []
        for name in dir(type(owner)):
            if isinstance(getattr(type(owner), name), cached_property):
                value: object = getattr(owner, name)
                if isinstance(value, Resource):
                    found += [(f"{path}{name}", value), *walk(value, f"{path}{name}.")]
        return found

    namespaces = walk(client, "")
    assert {"movies", "tv.seasons", "v4.lists"} <= {path for path, _ in namespaces}
    for path, namespace in namespaces:
        assert repr(namespace) == f"<tmdb.{path} of TMDB https://api.themoviedb.org>"
