"""Mapping of TMDB's status codes and HTTP statuses to exceptions."""

from __future__ import annotations

import copy
import datetime
import math
import pickle
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tmdb_facade
from tmdb_bindings import api
from tmdb_bindings.models import MovieDetails
from tmdb_bindings.runtime import Difference, Drift
from tmdb_facade import errors
from tmdb_facade._core.answer.answer import Answer, AnswerDecoder
from tmdb_facade._core.answer.error_mapping import (
    error_type,
    is_failure,
    read_status_body,
    retry_after,
    status_error,
)
from tmdb_facade._core.answer.headers import Headers
from tmdb_facade.errors import TMDBCode, TMDBError

NOW = datetime.datetime(2026, 11, 21, 10, 0, tzinfo=datetime.UTC)

#: TMDB's codes by exception and by their HTTP status.
EXPECTED = {
    errors.APIStatusError: {501: [2]},
    errors.AuthenticationError: {401: [3, 7, 10, 14, 16, 17, 30, 31, 32, 33, 35]},
    errors.AuthorizationPendingError: {422: [41]},
    errors.BadRequestError: {400: [18, 22, 23, 26, 27, 28, 29, 47], 405: [4, 42], 406: [19], 422: [5, 20]},
    errors.ConflictError: {403: [8]},
    errors.NotFoundError: {200: [21], 404: [6, 34, 37], 500: [44]},
    errors.PermissionDeniedError: {401: [36, 38, 39], 403: [45]},
    errors.RateLimitError: {429: [25]},
    errors.ServerError: {500: [11, 15], 502: [43], 503: [9, 46], 504: [24]},
}
ROWS = [(kind, status, code) for kind, table in EXPECTED.items() for status, codes in table.items() for code in codes]
SUCCESS = {1: 200, 12: 201, 13: 200, 40: 200}


def test_tmdb_code_lists_every_code_with_its_http_status() -> None:
    assert {code.value: code.http_status for code in TMDBCode} == SUCCESS | {code: status for _, status, code in ROWS}
    assert TMDBCode(34) is TMDBCode.RESOURCE_NOT_FOUND


class RelayedError(errors.NotFoundError):
    """A user's own subclass, with other parameters."""

    def __init__(self, relay: str, *parts: int) -> None:
        super().__init__(f"not found by {relay}", http_status=404, headers=Headers([("etag", "1")]), body=b"[1]")
        self.parts = parts


@pytest.mark.parametrize(
    "error",
    [
        errors.NotFoundError("gone", http_status=404, code=TMDBCode.RESOURCE_NOT_FOUND, url="https://x", body=b"{}"),
        errors.SessionExpiredError("again", http_status=401, headers=Headers([("etag", "1")])),
        errors.MissingBlockError("credits"),
        errors.LoginTimeoutError("late"),
        errors.ClientClosedError("closed"),
        errors.APITimeoutError("late", operation="x"),
        errors.DriftError(Difference("op", "M", "f", "$.f", "int", "text"), url="u"),
        errors.InvalidArgumentError("page", "must be 1"),
        RelayedError("relay", 1, 2),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_survive_pickling_and_copying(error: TMDBError) -> None:
    """Tasks of other processes raise them; each attribute is kept."""
    error.add_note("a note")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert (str(again), again.args, again.__notes__) == (str(error), error.args, ["a note"])
        assert again.http_status == error.http_status
        assert repr(vars(again)) == repr(vars(error))


def test_only_wrong_arguments_are_value_errors() -> None:
    """So `except ValueError` around a call catches what the caller typed, and nothing that TMDB did."""
    kinds = {kind for kind in map(errors.__dict__.get, errors.__all__) if isinstance(kind, type)}
    assert {kind for kind in kinds if issubclass(kind, ValueError)} == {errors.InvalidArgumentError}


def test_every_error_and_warning_is_importable_from_the_package() -> None:
    assert {name for name in errors.__all__ if not hasattr(tmdb_facade, name)} <= {"Difference"}


@pytest.mark.parametrize(("kind", "status", "code"), ROWS)
def test_error_type_of_each_code(kind: type[TMDBError], status: int, code: int) -> None:
    """The code decides, also in a response with status 200."""
    assert error_type(status, code) is kind
    assert error_type(200, code) is kind


def test_read_status_body_replaces_what_is_not_unicode() -> None:
    body = read_status_body(b'{"status_code":34,"status_message":"Caf\xc3","errors":{"\xff":["\\ud800"]}}')
    assert (body.code, body.message, body.errors) == (34, "Caf?", ("? ?",))


@given(status=st.integers(100, 999), code=st.none() | st.integers(-5, 100))
def test_error_type_is_always_an_api_status_error(status: int, code: int | None) -> None:
    """Without a code, only statuses from 500 on are server errors."""
    kind = error_type(status, code)
    assert issubclass(kind, errors.APIStatusError)
    if code is None:
        assert (kind is errors.ServerError) == (status >= 500)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_read_verdict_accepts_any_json(value: object) -> None:
    """Fields that are missing or of another type are ignored."""
    verdict = read_status_body(
        msgspec.json.encode({"success": value, "status_code": value, "status_message": value, "errors": value})
    )
    assert verdict.success in (True, False, None)
    assert verdict.code is None or isinstance(verdict.code, int)
    assert all(isinstance(entry, str) for entry in (verdict.message, *verdict.errors))
    assert read_status_body(msgspec.json.encode(value)).code is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("3", 3.0),
        (" 120 ", 120.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("0000000010", math.inf),
        ("9" * 5000, math.inf),
        ("Sat, 21 Nov 2026 10:00:30 GMT", 30.0),
        ("Sat, 21 Nov 2026 09:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-1", None),
        ("+3", None),
        ("1e3", None),
        ("inf", None),
        ("nan", None),
        ("0x10", None),
        ("3, 5", None),
        ("\u0663", None),  # an Arabic digit
        ("\uff13", None),  # a wide digit
        ("\u00b2", None),
        ("Saturday, 21-Nov-26 10:00:30 GMT", 30.0),
        ("Sat Nov 21 10:00:30 2026", 30.0),
        ("Sat, 21 Nov 2026 10:00:30 -0000", 30.0),
        ("Sat, 21 Nov 2026 11:00:30 +0100", 30.0),
        ("Tue, 31 Feb 2026 10:00:30 GMT", None),
        ("Sat, 21 Nov 2026 25:00:30 GMT", None),
        ("Wed, 99999999999999999999 Oct 2015 07:28:00 GMT", None),
        ("Sat, 21 Nov 99999 10:00:30 GMT", None),
        ("Sat, 21 Nov 2026 10:00:30 +99999999999999999999", None),
        ("2026-11-21T10:00:30Z", None),
        ("A" * 100_000, None),
    ],
)
def test_retry_after_reads_seconds_and_http_dates(value: str | None, seconds: float | None) -> None:
    """Other values are ignored."""
    assert retry_after(value, NOW) == seconds


@given(st.text() | st.from_regex(r"[A-Za-z]{3}, [0-9]{1,30} [A-Z][a-z]{2} [0-9]{1,30} [0-9:]{1,30} [+-]?[0-9A-Z]*"))
def test_retry_after_of_any_text_is_a_duration_or_none(text: str) -> None:
    seconds = retry_after(text, NOW)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize("body", [b"[" * 100_000 + b"]" * 100_000, b'{"errors":' * 100_000, b"9" * 5000, b"\xff", b""])
def test_unreadable_body_is_an_error_of_its_http_status(body: bytes) -> None:
    assert read_status_body(body).code is None
    assert type(status_error(404, {}, body, url="u")) is errors.NotFoundError


def test_answer_that_is_nested_too_deeply_raises_invalid_answer_error() -> None:
    answer = Answer(200, {}, b"[" * 100_000 + b"]" * 100_000, "u")
    with pytest.raises(errors.InvalidAnswerError, match="the answer is nested too deeply"):
        AnswerDecoder(MovieDetails, api.movies.details.operation, Drift("raise"))(answer)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"query": ["must be provided"], "page": "is wrong"}, ("query must be provided", "page is wrong")),
        (["a", "b"], ("a", "b")),
        ("a", ("a",)),
        (None, ()),
        ([{"a": 1}, None, 5], ()),
        (True, ()),
    ],
)
def test_read_status_body_reads_errors_as_a_text_a_list_or_an_object(value: object, expected: tuple[str, ...]) -> None:
    assert read_status_body(msgspec.json.encode({"errors": value})).errors == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("34", 34), (7, 7), ("", None), ("\u0663", None), ("9" * 5000, None), (True, None)]
)
def test_read_status_body_reads_a_code_in_quotes(value: object, expected: int | None) -> None:
    assert read_status_body(msgspec.json.encode({"status_code": value})).code == expected


@pytest.mark.parametrize(("_", "http_status", "code"), ROWS)
def test_error_code_in_a_200_answer_is_a_failure_whatever_success_says(_: object, http_status: int, code: int) -> None:
    for success in (b"", b'"success":true,', b'"success":false,'):
        assert is_failure(b'{%b"status_code":%d}' % (success, code))


@pytest.mark.parametrize("code", [*SUCCESS, 9999])
def test_success_code_in_a_200_answer_is_not_a_failure(code: int) -> None:
    assert not is_failure(b'{"success":true,"status_code":%d}' % code)
    assert not is_failure(b'{"status_code":%d}' % code)
    assert is_failure(b'{"success":false,"status_code":%d}' % code)
    assert is_failure(b'{"success":false,"status_code":%d,"status_message":"\xff","other":1e400}' % code)


def test_error_code_inside_a_text_or_a_block_is_not_a_failure() -> None:
    assert not is_failure(b'{"overview":"\\"status_code\\":34","credits":{"status_code":34,"success":false}}')


def test_rate_limit_error_message_has_the_seconds_of_retry_after() -> None:
    error = status_error(429, {"retry-after": "600"}, b'{"status_code":25,"status_message":"Too many."}', url="u")
    assert error.message == "Too many. (Retry-After: 600 s)"
    assert status_error(429, {}, b'{"status_message":"Too many."}', url="u").message == "Too many."
    assert status_error(503, {"retry-after": "600"}, b'{"status_message":"No."}', url="u").message == "No."


def test_control_characters_of_a_message_are_escaped() -> None:
    """A server cannot forge lines of a log, or control a terminal."""
    body = msgspec.json.encode({"status_message": "a\r\nERROR b\x1b[31m\u202e\u2028\x85"})
    text = str(status_error(500, {}, body, url="u"))
    assert r"a\r\nERROR b\x1b[31m\u202e\u2028\x85" in text
    assert text.isprintable()


def test_errors_docstring_draws_the_class_hierarchy() -> None:
    drawn: dict[str, str] = {}
    path: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"^    ([│├└─ ]*)([A-Z]\w+Error)\b", line):
            depth = len(match[1]) // 4
            path[depth:] = [match[2]]
            drawn[match[2]] = path[depth - 1] if depth else "Exception"
    actual = {
        name: value.__bases__[0].__name__
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, TMDBError)
    }
    assert drawn == actual


def test_errors_survive_pickling_with_all_attributes() -> None:
    operation = api.movies.details.operation
    error = status_error(
        429, {"retry-after": "2", "x-task-id": "t"}, b'{"status_code": 25}', url="u", operation=operation
    )
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
    drift = errors.DriftError(errors.Difference("o", "M", "f", "$.f", "int", "str"), url="u")
    copy = pickle.loads(pickle.dumps(drift))
    assert (str(copy), copy.model, copy.path, copy.expected, copy.found, copy.url) == (
        str(drift),
        "M",
        "$.f",
        "int",
        "str",
        "u",
    )


@pytest.mark.parametrize(
    ("headers", "body", "detail"),
    [
        ({"content-type": "text/html"}, b"<html></html>", "13 bytes, text/html"),
        ({}, b"", "0 bytes, no content type"),
        ({"content-type": "application/json"}, b'{"status_message": ""}', "22 bytes, application/json"),
    ],
)
def test_status_error_without_a_message_has_the_size_and_content_type(
    headers: dict[str, str], body: bytes, detail: str
) -> None:
    """They tell a gateway's page from an empty response."""
    assert status_error(502, headers, body, url="u").message == f"TMDB sent no error message ({detail})"


def test_each_code_has_a_meaning() -> None:
    """The table of codes is the one place for it."""
    assert all(code.meaning.endswith(".") for code in TMDBCode)
    assert len({code.meaning for code in TMDBCode}) == len(TMDBCode)


def test_invalid_argument_error_survives_pickling_and_copying() -> None:
    """With its parameter, as every other error does."""
    error = errors.InvalidArgumentError("page", "must be from 1 to 500, got 0")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is errors.InvalidArgumentError
        assert (again.parameter, str(again)) == ("page", "page must be from 1 to 500, got 0")
    assert isinstance(error, TMDBError)
    assert isinstance(error, ValueError)
