"""Validation of base URLs and of the length of URLs, and of credentials and sessions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.facade.support import KEY, TOKEN
from tmdb_bindings import api
from tmdb_bindings.runtime import Request
from tmdb_facade._core.client.credentials import Credential, choose_credential
from tmdb_facade._core.client.options import Options, read_options
from tmdb_facade._core.client.settings import check_proxy
from tmdb_facade._core.request.url import DEFAULT_BASE_URL, LONGEST_URL, build_url, check_base_url
from tmdb_facade._core.request.validation import check_request, check_session
from tmdb_facade.errors import CredentialsError, InvalidArgumentError


@pytest.mark.parametrize(
    "url",
    [
        "http://a..b",
        f"http://{'a' * 64}.test",
        "http://.test",
        "http://\u0661",
        "http://b\u00fccher.test",
        "http://[::1",
    ],
)
def test_check_base_url_rejects_host_names_that_cannot_be_resolved(url: str) -> None:
    with pytest.raises(InvalidArgumentError, match="base_url must be a URL"):
        check_base_url("base_url", url)


@pytest.mark.parametrize(
    "url",
    [
        f"http://{'a' * 63}.test",
        "http://[::1]:8080",
        "http://a_b.test.",
        "http://xn--bcher-kva.test",
        "http://127.0.0.1",
    ],
)
def test_check_base_url_accepts_host_names_and_addresses(url: str) -> None:
    assert check_base_url("base_url", url) == url


@pytest.mark.parametrize(
    ("url", "base_url"),
    [
        ("HTTP://LOCALHOST", "http://localhost"),
        ("https://API.themoviedb.org:443/3/", "https://api.themoviedb.org"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("https://127.0.0.1:80", "https://127.0.0.1:80"),
        ("http://h/a%2Fb/\xe9<>", "http://h/a%2Fb/%C3%A9%3C%3E"),
    ],
)
def test_check_base_url_returns_the_usual_form(url: str, base_url: str) -> None:
    """It is what HTTP libraries would send, so that each URL is written in one way."""
    assert check_base_url("base_url", url) == base_url


def test_build_url_quotes_names_and_values() -> None:
    """A name may contain any character, as may the names of operations that are new to the bindings."""
    request = Request(
        api.discover.movies.operation, "/3/discover/movie", {"a&b=\n#[x]": "1,2|3", "vote_count.gte": "5"}
    )
    assert build_url("https://host", request) == (
        "https://host/3/discover/movie?a%26b%3D%0A%23%5Bx%5D=1,2%7C3&vote_count.gte=5"
    )


def test_check_proxy_returns_the_scheme_in_lower_case() -> None:
    assert check_proxy("proxy", " SOCKS5://User:Pass@127.0.0.1:9 ") == "socks5://User:Pass@127.0.0.1:9"


@pytest.mark.parametrize(
    ("request_", "parameter"),
    [
        (api.search.movies.request(query="x" * 70_000), "query"),
        (api.discover.movies.request(with_people="1," * 40_000), "with_people"),
        (api.movies.details.request("a" * 70_000), "movie_id"),
        (api.search.movies.request(query="\u00e9" * 20_000, language="de"), "query"),
    ],
)
def test_build_url_names_the_parameter_that_makes_it_too_long(request_: Any, parameter: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"must be shorter.* at most {LONGEST_URL}") as caught:
        build_url(DEFAULT_BASE_URL, request_)
    assert caught.value.parameter == parameter
    assert len(str(caught.value)) < 200


def test_build_url_accepts_long_parameters() -> None:
    assert build_url(DEFAULT_BASE_URL, api.search.movies.request(query="x" * 60_000)).endswith("xxx")


@pytest.mark.parametrize("text", ["{}", " {}\n", '"{}"', "'{}'", ' "{}" \n', '" {} "'])
def test_choose_credential_ignores_whitespace_and_quotes_around_it(text: str) -> None:
    """Files end in a newline, and some readers of `.env` files keep quotes."""
    assert choose_credential(text.format(TOKEN), None, {}) == Credential("bearer", TOKEN)
    assert choose_credential(None, None, {"TMDB_API_KEY": text.format(KEY)}) == Credential("api_key", KEY)


@pytest.mark.parametrize("text", [" ", '""', "\t\n", "' '"])
def test_choose_credential_rejects_blank_credentials(text: str) -> None:
    with pytest.raises(CredentialsError, match="no TMDB credentials"):
        choose_credential(text, None, {})


@pytest.mark.parametrize("session", [" abc\r\n", '"abc"', " 'abc'\n"])
def test_check_session_removes_surrounding_whitespace_and_quotes(session: str) -> None:
    assert check_session("session_id", session) == "abc"
    assert read_options(Options(), {}, {"TMDB_SESSION_ID": session}).session_id == "abc"


def test_sessions_of_options_and_requests_have_no_surrounding_whitespace() -> None:
    options = read_options(Options(), {"guest_session_id": "abc\n"}, {})
    assert options.guest_session_id == "abc"
    request = api.account.details.request(1, session_id="abc\n")
    check_request(request)
    assert request.query == {"session_id": "abc"}


@pytest.mark.parametrize("session", ["", " \t", '""', "'a\"", 'a"', "a\r\nb", "a b", "a\x00b", "a\x7fb", "a\u2028b"])
def test_check_session_rejects_blank_ids_and_control_characters(session: str) -> None:
    with pytest.raises(InvalidArgumentError, match="must not") as caught:
        check_session("session_id", session)
    assert session.strip() == "" or session not in str(caught.value)


@pytest.mark.parametrize("timeout", ["inf", "nan", "1e400", "-1", "0", "9" * 5000, "soon"])
def test_timeout_of_the_environment_is_a_finite_number(timeout: str) -> None:
    with pytest.raises(InvalidArgumentError, match="TMDB_TIMEOUT must be a number of seconds"):
        read_options(Options(), {}, {"TMDB_TIMEOUT": timeout})


@pytest.mark.parametrize("retries", ["9" * 5000, "1e3", "-1", "x"])
def test_max_retries_of_the_environment_is_an_integer(retries: str) -> None:
    with pytest.raises(InvalidArgumentError, match="TMDB_MAX_RETRIES must be"):
        read_options(Options(), {}, {"TMDB_MAX_RETRIES": retries})
