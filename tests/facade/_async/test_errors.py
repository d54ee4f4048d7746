"""Errors: each failed call raises an exception with all that is known."""

from __future__ import annotations

import gzip
import json
import re

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncTMDB,
    AuthenticationError,
    BadRequestError,
    InvalidAnswerError,
    NotFoundError,
    RateLimitError,
    ServerError,
    TMDBCode,
    TMDBError,
)
from tmdb_facade._core.answer.error_details import hide_in_response
from tmdb_facade._core.answer.error_mapping import status_error


async def error_of(answer: httpx.Response | Exception) -> TMDBError:
    """Return the error that a call raises for an answer."""
    async with AsyncTMDB(TOKEN, transport=Fake(answer).transport) as tmdb:
        with pytest.raises(TMDBError) as caught:
            await tmdb.movies.details(550, language="de")
    return caught.value


async def test_error_has_status_code_message_operation_url_and_request_id() -> None:
    error = await error_of(error_response(404, 34, "The resource is not there.", x_task_id="abc", x_amz_cf_id="def"))
    assert type(error) is NotFoundError
    assert (error.http_status, error.code, error.message) == (
        404,
        TMDBCode.RESOURCE_NOT_FOUND,
        "The resource is not there.",
    )
    assert (error.operation, error.request_id) == ("movies_details", "abc")
    assert error.url == "https://api.themoviedb.org/3/movie/550?language=de"
    assert str(error) == (
        "movies_details: HTTP 404, TMDB code 34 RESOURCE_NOT_FOUND: The resource is not there. "
        "(https://api.themoviedb.org/3/movie/550?language=de, request abc)"
    )


async def test_validation_errors_become_a_bad_request_error() -> None:
    """TMDB answers them with a list of messages and no code."""
    error = await error_of(json_response({"errors": ["query must be provided", "page is wrong"]}, 422))
    assert type(error) is BadRequestError
    assert (error.http_status, error.code) == (422, None)
    assert error.errors == ("query must be provided", "page is wrong")
    assert error.message == "query must be provided; page is wrong"


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(502, text="<html>Bad gateway</html>", headers={"content-type": "text/html"}),
        httpx.Response(502),
        httpx.Response(502, content=b"\xff\xfe"),
        json_response([1, 2], 502),
        json_response({"status_code": "x", "status_message": None, "errors": None}, 502),
    ],
)
async def test_error_with_an_unreadable_body_has_the_class_of_its_http_status(answer: httpx.Response) -> None:
    """A gateway answers in HTML or without a body."""
    error = await error_of(answer)
    assert type(error) is ServerError
    assert (error.http_status, error.code) == (502, None)
    assert "no error message" in error.message


@pytest.mark.parametrize("status", [520, 527, 599])
async def test_unregistered_5xx_status_raises_server_error(status: int) -> None:
    """Networks in front of TMDB use statuses of their own."""
    error = await error_of(httpx.Response(status))
    assert type(error) is ServerError
    assert error.http_status == status


@pytest.mark.parametrize("status", [300, 301, 304, 418])
async def test_redirects_and_other_statuses_raise_api_status_error(status: int) -> None:
    """A redirect is not followed: that would send the credentials to another URL."""
    error = await error_of(httpx.Response(status))
    assert type(error) is APIStatusError
    assert error.http_status == status


async def test_failure_in_a_200_answer_raises() -> None:
    """TMDB sends code 21 with HTTP 200, and some failures without any code."""
    error = await error_of(error_response(200, 21, "Entry not found."))
    assert type(error) is NotFoundError
    assert (error.http_status, error.code) == (200, TMDBCode.ENTRY_NOT_FOUND)
    error = await error_of(error_response(200, 7))
    assert type(error) is AuthenticationError
    error = await error_of(json_response({"success": False}))
    assert type(error) is APIStatusError


async def test_success_codes_do_not_raise() -> None:
    for code in (1, 12, 13, 40):
        fake = Fake(json_response({"success": True, "status_code": code, "status_message": "Done."}))
        async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            answer = await tmdb.call(api.auth.delete_session, {"session_id": "s"})
        assert answer.status_code == code


async def test_success_false_inside_a_text_or_a_block_does_not_raise() -> None:
    """Only the top-level `success` counts."""
    body = {"id": 550, "title": '"success": false', "credits": {"success": False}}
    async with AsyncTMDB(TOKEN, transport=Fake(json_response(body)).transport, on_drift="ignore") as tmdb:
        assert (await tmdb.movies.details(550)).title == '"success": false'


async def test_unknown_tmdb_code_stays_a_number() -> None:
    """The HTTP status decides the class."""
    error = await error_of(error_response(404, 48))
    assert type(error) is NotFoundError
    assert error.code == 48
    assert not isinstance(error.code, TMDBCode)
    assert "TMDB code 48:" in str(error)


async def test_rate_limit_error_has_retry_after_when_tmdb_sends_it() -> None:
    error = await error_of(error_response(429, 25, retry_after="3"))
    assert type(error) is RateLimitError
    assert error.retry_after == 3.0
    assert (await error_of(error_response(429, 25))).retry_after is None


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"id": ', b"\xff"])
async def test_success_without_json_raises_invalid_answer_error(body: bytes) -> None:
    error = await error_of(httpx.Response(200, content=body))
    assert type(error) is InvalidAnswerError
    assert (error.http_status, error.operation) == (200, "movies_details")
    assert not isinstance(error, ValueError)


async def test_error_has_the_headers_and_the_body_of_the_response() -> None:
    """A relay passes them on. Addresses and cookies may be private, and texts may repeat what was sent."""
    body = {"status_code": 34, "status_message": "No.", "extra": [1, TOKEN, {"session_id": "5ec2e75e55"}]}
    headers = {"x-cache": f"Miss {TOKEN}", "set-cookie": "a=b", "Location": "/x", "etag": "W/1"}
    error = await error_of(json_response(body, 404, headers=headers))
    assert isinstance(error, APIStatusError)
    assert error.json() == {"status_code": 34, "status_message": "No.", "extra": [1, "***", {"session_id": "***"}]}
    assert error.body.startswith(b'{"status_code"')
    assert error.is_body_complete
    assert (error.headers["X-Cache"], error.headers["ETag"]) == ("Miss ***", "W/1")
    assert error.headers.keys().isdisjoint({"set-cookie", "location"})
    assert TOKEN not in str(vars(error))


@pytest.mark.parametrize("secret", ["tr\u00e4fe-1", "tr\U0001f600fe-2", 'tr"b/fe-3'])
async def test_body_of_an_error_hides_a_secret_in_any_form_of_json(secret: str) -> None:
    """Many servers escape what is not ASCII."""
    escaped = json.dumps([secret, {"password": secret}])
    for body in (escaped, escaped.replace("/", r"\/"), json.dumps([secret], ensure_ascii=False)):
        error = status_error(404, {}, body.encode(), url="https://x")
        hide_in_response(error, secret)
        assert b"fe-" not in error.body
        assert error.json()


@pytest.mark.parametrize("cut", [0, 10, 200])
async def test_error_keeps_64_kib_of_a_body_and_no_part_of_a_secret(cut: int) -> None:
    filler = b"-" * (64 * 1024 - cut)
    for echo in (TOKEN.encode(), b'"session_id": "' + b"5ec2e75e55" * 20):
        error = await error_of(httpx.Response(404, content=filler + echo * 500))
        assert isinstance(error, APIStatusError)
        assert len(error.body) <= 64 * 1024
        assert not error.is_body_complete
        assert not re.search(rb"5ec2e|" + re.escape(TOKEN[:9].encode()), error.body)
        with pytest.raises(InvalidAnswerError):
            error.json()


async def test_connect_error_raises_api_connection_error() -> None:
    """Nothing was sent, so repeating the call can do no harm."""
    error = await error_of(httpx.ConnectError("no route"))
    assert isinstance(error, APIConnectionError)
    assert type(error) is APIConnectionError
    assert (error.http_status, error.message) == (None, "no answer: no route")
    assert (error.is_sent, error.is_retryable) == (False, True)


async def test_read_timeout_raises_api_timeout_error() -> None:
    """It is a `TimeoutError` too."""
    error = await error_of(httpx.ReadTimeout(""))
    assert type(error) is APITimeoutError
    assert isinstance(error, TimeoutError)
    assert error.message == (
        "no answer: ReadTimeout: timeout= allows 10 s to connect, and 30 s for each part of the response"
    )


@pytest.mark.parametrize("body", [gzip.compress(b'{"id": 550}')[:-9], b"\x1f\x8bnot gzip"], ids=["cut", "corrupt"])
async def test_body_that_cannot_be_decompressed_raises_invalid_answer_error(body: bytes) -> None:
    headers = {"content-encoding": "gzip"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, stream=httpx.ByteStream(body)))
    async with AsyncTMDB(TOKEN, transport=transport) as tmdb:
        with pytest.raises(InvalidAnswerError, match="compressed"):
            await tmdb.movies.details(550)


async def test_damaged_body_of_an_error_response_does_not_hide_its_status() -> None:
    body = gzip.compress(b'{"status_code": 25}')[:-9]
    answer = httpx.Response(429, headers={"retry-after": "31"}, stream=httpx.ByteStream(body))
    async with AsyncTMDB(TOKEN, transport=httpx.MockTransport(lambda _: answer)) as tmdb:
        with pytest.raises(RateLimitError) as caught:
            await tmdb.movies.details(550)
    assert caught.value.retry_after == 31


async def test_body_beyond_64_mib_raises_invalid_answer_error() -> None:
    body = gzip.compress(b" " * (64 * 1024 * 1024 + 1), 1)
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=httpx.ByteStream(body)))
    async with AsyncTMDB(TOKEN, transport=transport, max_retries=0) as tmdb:
        with pytest.raises(InvalidAnswerError, match="64 MiB"):
            await tmdb.movies.details(550)
