"""Requests from a caller's own names, paths, parameters and headers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.facade.support import TOKEN
from tmdb_bindings import api, operations
from tmdb_bindings.runtime import Operation
from tmdb_facade import TMDB, InvalidArgumentError
from tmdb_facade._core.cache.scope import cache_key, is_cacheable
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.request.extras import read_extra_headers, read_extra_query, read_user_agent
from tmdb_facade._core.request.name_hints import hint_for, hint_names, parameters_of
from tmdb_facade._core.request.own_parameters import request_of
from tmdb_facade._core.request.own_paths import check_path, find_operation, own_request
from tmdb_facade._core.sending.outgoing import outgoing_request
from tmdb_facade.resources import DiscoverResource, MoviesResource, PeopleResource, TVResource

BASE = "https://api.themoviedb.org"
OPERATIONS = [value for value in vars(operations).values() if isinstance(value, Operation)]


def test_request_of_fills_the_path_and_writes_values_as_tmdb_does() -> None:
    own: dict[str, object] = {"movie_id": 550, "language": None, "append_to_response": "videos"}
    assert request_of(api.movies.details.operation, own) == api.movies.details.request(550, append_to_response="videos")
    own = {
        "vote_average.gte": 7.5,
        "include_adult": False,
        "release_date.lte": date(2026, 1, 31),
        "with_genres": "28|12",
        "year": "2026",
    }
    assert request_of(api.discover.movies.operation, own).query == {
        "vote_average.gte": "7.5",
        "include_adult": "false",
        "release_date.lte": "2026-01-31",
        "with_genres": "28|12",
        "year": "2026",
    }


@pytest.mark.parametrize(
    ("endpoint", "own", "message"),
    [
        (api.discover.movies, {"vote_avg.gte": 7}, r"^parameters must .* did you mean 'vote_average.gte'\?"),
        (api.discover.movies, {"with_title_translation": "de"}, r"'with_title_translation'\. Its names .*extra_query="),
        (api.discover.movies, {"with_genres": [28, 12]}, r"^with_genres must be a single value: .*'\|' for any"),
        (api.discover.movies, {"vote_count.gte": -1}, r"^vote_count.gte must not be negative"),
        (api.discover.movies, {"vote_count.gte": float("nan")}, r"^vote_count.gte must be text, a number or a date"),
        (api.discover.movies, {5: 7}, r"^parameters must be text"),
        (api.movies.details, {"language": "de"}, r"^movie_id is missing"),
        (api.movies.details, {"movie_id": "../account"}, r"^movie_id must be a plain id"),
        (api.movies.details, {"movie_id": None}, r"^movie_id is missing"),
    ],
)
def test_request_of_names_what_is_wrong(endpoint: Any, own: dict[Any, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        request_of(endpoint.operation, own)


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.test/3/movie/550",
        "https://api.themoviedb.org.evil.test/3/movie/550",
        "https://api.themoviedb.org@evil.test/3/movie/550",
        "//evil.test/3/movie",
        "/3/movie/../account",
        "/3/./movie",
        "/3/%2e%2e/4/account",
        "/3/%252E%252e/4/account",
        "/3/movie%2F550",
        "/3/movie/a%5cb",
        "/3/movie\\550",
        "/3//movie",
        "/3/movie/",
        "/3/movie/550?language=de",
        "/3/movie/550#x",
        "/3/movie/550%0d%0aHost:x",
        "/3/movie/5\n50",
        "/3/movie/100%",
        "/3/ /x",
        "/3/\ud800",
        "/movie/550",
        "/5/movie",
        "3/movie/550",
        "",
        None,
    ],
)
def test_check_path_rejects_what_would_lead_elsewhere_and_does_not_repeat_it(path: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^path must ") as caught:
        check_path(path, BASE)
    assert "evil" not in str(caught.value)


def test_check_path_quotes_and_accepts_urls_of_the_own_server() -> None:
    assert check_path("/3/list/Zoë's", BASE) == "/3/list/Zo%C3%AB's"
    assert check_path("/3/keyword/a%20b", BASE) == "/3/keyword/a%20b"
    assert check_path(f"{BASE}/4/list/1", BASE) == "/4/list/1"
    assert check_path("http://proxy.test/tmdb/3/movie/550", "http://proxy.test/tmdb") == "/3/movie/550"


def test_find_operation_finds_every_documented_operation() -> None:
    """With ids in place of the names in its path. A fixed word wins over an id."""
    for operation in OPERATIONS:
        path = "/".join("550" if part[:1] == "{" else part for part in operation.path.split("/"))
        assert find_operation(operation.method, path) is operation
    assert find_operation("GET", "/3/movie/popular") is api.movies.popular.operation
    assert find_operation("GET", "/3/nothing/550") is None


def test_own_request_of_an_unknown_path_is_private_and_only_a_get_is_repeatable() -> None:
    read = own_request("GET", "/4/account/4bc8892a017a3c0z/tv/watched", {"page": 1}, None, BASE)
    assert (read.operation.method, read.path, read.query) == (
        "GET",
        "/4/account/4bc8892a017a3c0z/tv/watched",
        {"page": "1"},
    )
    assert read.operation.user_scoped
    assert not read.operation.cacheable
    assert "4bc8" not in repr(read)
    assert [
        own_request(method, "/3/x", None, None, BASE).operation.repeatable for method in ("GET", "PUT", "POST")
    ] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("FETCH", "/3/x", None, None), "^method must be 'GET', "),
        (("get", "/3/x", None, None), "^method must be 'GET', .* got 'get'"),
        ((None, "/3/x", None, None), "^method must be 'GET', "),
        (("GET", "/3/x", [("a", 1)], None), "^query must be a mapping"),
        (("GET", "/3/x", {"api_key": "a"}, None), "^query must not contain api_key"),
        (("GET", "/3/x", {"a": b"s3cret"}, None), "^a must be text, a number or a date, got bytes"),
        (("GET", "/3/x", None, {"a": 1}), "^body must be omitted for GET"),
        (("POST", "/3/x", None, [1]), "^body must be a mapping"),
        (("POST", "/3/x", None, {"a": object()}), "^body must contain only what JSON has"),
    ],
)
def test_own_request_names_what_is_wrong(arguments: tuple[Any, Any, Any, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        own_request(*arguments, BASE)


@pytest.mark.parametrize(
    "name", ["Authorization", "HOST", "content-length", "Transfer-Encoding", "User-Agent", "if-none-match"]
)
def test_extra_headers_never_replace_credentials_host_or_the_connection(name: str) -> None:
    with pytest.raises(InvalidArgumentError, match=rf"^extra_headers must not contain {name}: ") as caught:
        read_extra_headers("extra_headers", {name: "s3cret"})
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "headers", [{"x": "a\r\nHost: b"}, {"x": " a"}, {"x": ""}, {"x": "é"}, {"x": 1}, {"a b": "c"}, {"": "c"}, ["x"]]
)
def test_extra_headers_that_cannot_be_sent_raise_without_their_value(headers: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^extra_headers must "):
        read_extra_headers("extra_headers", headers)


@pytest.mark.parametrize("name", ["api_key", "session_id", "guest_session_id", "page", "append_to_response"])
def test_extra_query_rejects_what_has_a_parameter_of_its_own(name: str) -> None:
    with pytest.raises(InvalidArgumentError, match=rf"^extra_query must not contain {name}: use "):
        read_extra_query("extra_query", {name: "1"})


@pytest.mark.parametrize("value", ["", " app", "app\n", "é", 5])
def test_user_agent_that_cannot_be_sent_raises(value: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^user_agent must "):
        read_user_agent("user_agent", value)


def test_cache_key_and_single_flight_know_extra_query_and_headers() -> None:
    """A call with other headers may get another answer. The User-Agent does not change it."""
    keys = {
        cache_key(outgoing_request(BASE, api.movies.details.request(550), options), "")
        for options in (
            Options(),
            Options(user_agent="app/1"),
            Options(extra_query={"x": "1"}),
            Options(extra_headers={"x": "1"}),
            Options(extra_headers={"x": "2"}),
            Options(extra_headers={"x": None}),
        )
    }
    assert len(keys) == 4
    assert is_cacheable(outgoing_request(BASE, api.movies.details.request(550), Options(extra_headers={"x": "1"})))


def test_outgoing_request_merges_extra_query_and_headers() -> None:
    options = Options(
        extra_query={"language": None, "include": "x"}, extra_headers={"accept": "text/html"}, user_agent="app/1"
    )
    request = outgoing_request(BASE, api.movies.details.request(550, language="de"), options)
    assert request.url == f"{BASE}/3/movie/550?include=x"
    assert dict(request.headers) == {"accept": "text/html", "Accept-Encoding": "gzip, deflate", "User-Agent": "app/1"}


def test_parameters_that_no_document_has_are_masked_and_others_are_shown() -> None:
    options = Options(extra_query={"token": "ab", "region": "DE"})
    request = outgoing_request(BASE, api.movies.details.request(550, language="de"), options)
    assert request.url.endswith("?language=de&token=ab&region=DE")
    assert request.shown_url.endswith("?language=de&***&region=DE")


@pytest.mark.parametrize(
    ("method", "operation"),
    [
        (DiscoverResource.movies, api.discover.movies.operation),
        (DiscoverResource.tv, api.discover.tv.operation),
        (MoviesResource.details, api.movies.details.operation),
        (TVResource.details, api.tv.details.operation),
        (PeopleResource.details, api.people.details.operation),
    ],
    ids=lambda value: value.id if isinstance(value, Operation) else "",
)
def test_each_name_of_tmdb_has_a_hint_at_a_parameter(method: Any, operation: Operation) -> None:
    """Also as other Python clients write it, with an underscore."""
    accepted = parameters_of(method.__wrapped__)
    names = {*operation.query, *(name.replace(".", "_") for name in operation.query)}
    for name in names - set(accepted) - {"page"}:
        hint = hint_for(name, accepted)
        assert hint is not None, name
        assert any(hint.startswith(f"write {parameter}=") for parameter in accepted), (name, hint)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("with_genres", "write genres=, with all_of"),
        ("vote_average.gte", r"write vote_average=between\(low, None\)"),
        ("vote_count_lte", r"write vote_count=between\(None, high\)"),
        ("primary_release_date__gte", r"write primary_released=between\(low, None\)"),
        ("with_runtime.lte", r"write runtime=between\(None, high\)"),
        ("sort", "write sort_by="),
        ("page", r"write .page\(number\)"),
    ],
)
def test_discover_with_another_name_raises_type_error_with_a_hint(name: str, hint: str) -> None:
    arguments: dict[str, Any] = {name: 5}
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{name}': {hint}"):
        TMDB(TOKEN).discover.movies(**arguments)


@pytest.mark.parametrize(("name", "hint"), [("append_to_response", "write append="), ("lang", "write language=")])
def test_details_with_another_name_raises_type_error_with_a_hint(name: str, hint: str) -> None:
    arguments: dict[str, Any] = {name: "videos"}
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{name}': {hint}"):
        TMDB(TOKEN).movies.details(550, **arguments)


def test_other_type_errors_stay_as_they_are() -> None:
    """Also an error of the same text from within the method, which is a bug of other code."""

    def method(self: object, *, sort_by: int = 0) -> object:
        return sorted([sort_by], sort=1)  # type: ignore[call-overload]

    hinted = hint_names(method)
    calls: list[dict[str, Any]] = [{}, {"self": None}, {"self": None, "nothing_like_it": 1}]
    for arguments in calls:
        with pytest.raises(TypeError) as caught:
            hinted(**arguments)
        assert "write" not in str(caught.value)
