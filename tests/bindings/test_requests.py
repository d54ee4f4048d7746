"""Tests of request functions, `Request` and the values of a path."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bindings.small import Small


def test_request_contains_no_defaults(small: Small) -> None:
    details = small.module("api.movies.details")
    plain = details.request(550)
    assert (plain.path, plain.query, plain.body) == ("/3/movie/550", {}, None)
    assert details.request(550, language="de").query == {"language": "de"}


def test_request_formats_query_values(small: Small) -> None:
    request = small.module("api.discover.movies").request(
        include_adult=False,
        page=2,
        release_date_gte=datetime.date(2026, 1, 2),
        vote_average_gte=7.5,
        sort_by="title.asc",
    )
    assert request.query == {
        "include_adult": "false",
        "page": "2",
        "release_date.gte": "2026-01-02",
        "vote_average.gte": "7.5",
        "sort_by": "title.asc",
    }


def test_query_value_of_another_type_raises(small: Small) -> None:
    with pytest.raises(ValueError, match=r"sort_by must be text, got list"):
        small.module("api.discover.movies").request(sort_by=["title.asc"])


def test_request_contains_the_body(small: Small) -> None:
    request = small.module("api.movies.add_rating").request(550, {"value": 8.5})
    assert request.body == {"value": 8.5}
    assert request.operation.method == "POST"


def test_missing_required_query_parameter_raises(small: Small) -> None:
    with pytest.raises(TypeError, match="query"):
        small.module("api.search.multi").request()


def test_request_equality(small: Small) -> None:
    details = small.module("api.movies.details")
    assert details.request(1, language="de") == details.request(1, language="de")
    assert details.request(1) != details.request(2)
    assert details.request(1) != "GET /3/movie/1"


def test_request_repr_omits_values(small: Small) -> None:
    request = small.module("api.v4_lists.add_items").request("secret-1", {"items": [], "comment": "secret-2"})
    assert repr(request) == "<Request v4_lists_add_items POST /4/list/{list_id}/items; body: items, comment>"
    request = small.module("api.search.multi").request(query="secret-3")
    assert repr(request) == "<Request search_multi GET /3/search/multi; query: query>"


def test_every_operation_has_an_endpoint_module(small: Small) -> None:
    for operation in small.module("operations").OPERATIONS:
        module = small.module(f"api.{operation.tag}.{operation.name}")
        assert module.operation is operation
        assert module.response() is not None
        assert callable(module.request)
    assert small.module("api.configuration.primary_translations").response() == list[str]


def test_operation_contains_the_documents_metadata(small: Small) -> None:
    record = small.module("operations").MOVIES_DETAILS
    assert record == small.runtime("Operation")(
        id="movies_details",
        tag="movies",
        name="details",
        method="GET",
        path="/3/movie/{movie_id}",
        query=("append_to_response", "language"),
        auth="application",
        user_scoped=False,
        repeatable=True,
        cacheable=True,
        paging="none",
        page_size=0,
        appendable=("credits", "watch/providers"),
        reference="https://developer.themoviedb.org/reference/movies-details",
    )


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        ".",
        "..",
        "%2e",
        "%2E%2e",
        "a/b",
        "a\\b",
        "a?b",
        "a#b",
        "%2f",
        "%252f",
        "%25252e%25252e",
        "a\nb",
        "a%00b",
        "\x7f",
        "\x85",
    ],
)
def test_path_value_that_would_change_the_path_raises(small: Small, value: str) -> None:
    """Percent-encoded values raise too, and the message omits the value."""
    with pytest.raises(ValueError, match=r"list_id must") as caught:
        small.module("api.v4_lists.add_items").request(value, {"items": []})
    assert value.strip() in ("", ".") or value not in str(caught.value)


@pytest.mark.parametrize("value", [None, True, 1.5, b"x", ["x"]])
@pytest.mark.parametrize(
    ("function", "kind"),
    [("path_integer", "an integer"), ("path_segment", "text or an integer"), ("path_text", "text")],
)
def test_path_value_of_another_type_raises(small: Small, function: str, kind: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"movie_id must be {kind}, got"):
        getattr(small.module("runtime.parameters"), function)(value, "movie_id")


@pytest.mark.parametrize("value", [" 550", "550 \t", "550\r\n", "0550"])
def test_digits_are_accepted_for_an_integer_of_the_path(small: Small, value: str) -> None:
    """Ids from files, tables and URLs are text; TMDB would not find one with a newline."""
    assert small.module("api.movies.details").request(value).path == "/3/movie/550"


@pytest.mark.parametrize("value", ["Fight Club", "", " ", "tt0137523", "550-fight-club", "5.5", "--5", "9" * 39])
def test_other_text_is_rejected_for_an_integer_of_the_path(small: Small, value: str) -> None:
    with pytest.raises(ValueError, match=r"^movie_id must be an integer, got text that is not one$"):
        small.module("api.movies.details").request(value)


def test_negative_digits_are_rejected_like_a_negative_integer(small: Small) -> None:
    with pytest.raises(ValueError, match=r"^movie_id must not be negative, got -5$"):
        small.module("api.movies.details").request("-5")


def test_integer_is_rejected_for_a_text_of_the_path(small: Small) -> None:
    with pytest.raises(ValueError, match=r"^list_id must be text, got int$"):
        small.module("api.v4_lists.add_items").request(7, {"items": []})


@pytest.mark.parametrize("value", [" tt0137523", "tt0137523 \t", "tt0137523\r\n", "TT0137523"])
def test_path_value_is_sent_without_whitespace_and_ids_of_imdb_in_lower_case(small: Small, value: str) -> None:
    assert small.runtime("path_segment")(value, "movie_id") == "tt0137523"


def test_path_value_accepts_integers_of_other_libraries(small: Small) -> None:

    class Int64:
        def __index__(self) -> int:
            return 550

    assert small.module("api.movies.details").request(Int64()).path == "/3/movie/550"


@pytest.mark.parametrize("value", [None, True, float("nan"), float("inf"), -1, -0.5, b"x", ["x"]])
def test_query_value_must_be_a_finite_number_of_at_least_0(small: Small, value: Any) -> None:
    with pytest.raises(ValueError, match=r"^query must"):
        small.module("api.search.multi").request(query=value)


def test_query_flag_accepts_only_booleans(small: Small) -> None:
    with pytest.raises(ValueError, match=r"^include_adult must be True or False, got str"):
        small.module("api.discover.movies").request(include_adult="yes")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"value": True}, r"^value must be .* got True"),
        ({"value": float("nan")}, r"^value must be .* got nan"),
        ({"value": None}, r"^value must be .* got None"),
        ({"value": -1}, r"^value must not be negative"),
        ({"items": [{"media_id": False}]}, r"^media_id must be .* got False"),
        ([1], r"^body must be a mapping"),
    ],
)
def test_invalid_body_value_raises(small: Small, body: Any, message: str) -> None:
    """The message names the key."""
    with pytest.raises(ValueError, match=message):
        small.module("api.movies.add_rating").request(550, body)


@given(value=st.text(max_size=20) | st.integers())
def test_path_segment_stays_one_segment_when_decoded(small: Small, value: str | int) -> None:
    segment = small.runtime("path_segment")
    try:
        quoted = segment(value, "id")
    except ValueError:
        return
    assert unquote(quoted) == str(value).strip(" \t\r\n")
    decoded = quoted
    for _ in range(4):
        decoded = unquote(decoded)
        assert not set(decoded) & set("/\\?#")
        assert decoded.strip() not in ("", ".", "..")
