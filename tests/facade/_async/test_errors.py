"""Every way in which a call can fail gives an exception that says what is known."""

from __future__ import annotations

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, refuse, say
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


async def fail(answer: httpx.Response | Exception) -> TMDBError:
    """Give the error that an answer leads to."""
    async with AsyncTMDB(TOKEN, transport=Fake(answer).transport) as tmdb:
        with pytest.raises(TMDBError) as caught:
            await tmdb.movies.details(550, language="de")
    return caught.value


async def test_an_error_of_tmdb_says_all_that_is_known() -> None:
    """Both codes, the message, the operation, the URL, the id of the answer."""
    error = await fail(refuse(404, 34, "The resource is not there.", x_task_id="abc", x_amz_cf_id="def"))
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


async def test_the_validation_form_is_understood() -> None:
    """TMDB's validation answers with a list of complaints and no code."""
    error = await fail(say({"errors": ["query must be provided", "page is wrong"]}, 422))
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
        say([1, 2], 502),
        say({"status_code": "x", "status_message": None, "errors": None}, 502),
    ],
)
async def test_a_body_of_another_kind_does_not_hide_the_error(answer: httpx.Response) -> None:
    """A gateway answers in HTML or not at all: the HTTP status counts."""
    error = await fail(answer)
    assert type(error) is ServerError
    assert (error.http_status, error.code) == (502, None)
    assert "no reason" in error.message


@pytest.mark.parametrize("status", [520, 527, 599])
async def test_statuses_that_iana_does_not_know_are_errors_like_others(status: int) -> None:
    """Networks in front of TMDB invent their own."""
    error = await fail(httpx.Response(status))
    assert type(error) is ServerError
    assert error.http_status == status


@pytest.mark.parametrize("status", [301, 304, 418])
async def test_other_statuses_are_errors_too(status: int) -> None:
    """A redirect is not followed, since it would take the credentials along."""
    error = await fail(httpx.Response(status))
    assert type(error) is APIStatusError
    assert error.http_status == status


async def test_a_failure_inside_a_success_is_an_error() -> None:
    """TMDB tells code 21 with HTTP 200, and other failures without any code."""
    error = await fail(refuse(200, 21, "Entry not found."))
    assert type(error) is NotFoundError
    assert (error.http_status, error.code) == (200, TMDBCode.ENTRY_NOT_FOUND)
    error = await fail(refuse(200, 7))
    assert type(error) is AuthenticationError
    error = await fail(say({"success": False}))
    assert type(error) is APIStatusError


async def test_success_is_no_failure() -> None:
    """Codes of success, also those that change nothing, give the answer."""
    for code in (1, 12, 13, 40):
        fake = Fake(say({"success": True, "status_code": code, "status_message": "Done."}))
        async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            answer = await tmdb.call(api.auth.delete_session, {"session_id": "s"})
        assert answer.status_code == code


async def test_a_word_in_a_text_is_no_failure() -> None:
    """Only TMDB's own top-level `success` counts."""
    body = {"id": 550, "title": '"success": false', "credits": {"success": False}}
    async with AsyncTMDB(TOKEN, transport=Fake(say(body)).transport, on_drift="ignore") as tmdb:
        assert (await tmdb.movies.details(550)).title == '"success": false'


async def test_a_code_that_this_version_does_not_know_is_kept_as_a_number() -> None:
    """TMDB adds codes; the HTTP status decides then."""
    error = await fail(refuse(404, 48))
    assert type(error) is NotFoundError
    assert error.code == 48
    assert not isinstance(error.code, TMDBCode)
    assert "TMDB code 48:" in str(error)


async def test_too_many_requests_say_how_long_to_wait() -> None:
    """When TMDB says it: the network in front of it does not."""
    error = await fail(refuse(429, 25, retry_after="3"))
    assert type(error) is RateLimitError
    assert error.retry_after == 3.0
    assert (await fail(refuse(429, 25))).retry_after is None


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"id": ', b"\xff"])
async def test_an_answer_that_is_not_json_is_an_error_of_its_own(body: bytes) -> None:
    """It says success and cannot be read."""
    error = await fail(httpx.Response(200, content=body))
    assert type(error) is InvalidAnswerError
    assert (error.http_status, error.operation) == (200, "movies_details")
    assert isinstance(error, ValueError)


async def test_no_answer_is_a_connection_error_with_its_cause() -> None:
    """Whatever the HTTP library calls it; the library's own error stays at hand, without the credential."""
    error = await fail(httpx.ConnectError("no route"))
    assert type(error) is APIConnectionError
    assert (error.http_status, error.message) == (None, "no answer: no route")
    cause = error.__cause__
    assert isinstance(cause, httpx.ConnectError)
    assert str(cause.request.url) == "https://api.themoviedb.org/3/movie/550?language=de"
    assert "authorization" not in cause.request.headers


async def test_no_answer_in_time_is_a_timeout() -> None:
    """It is Python's `TimeoutError` too."""
    error = await fail(httpx.ReadTimeout(""))
    assert type(error) is APITimeoutError
    assert isinstance(error, TimeoutError)
    assert error.message == "no answer: ReadTimeout"


async def test_an_answer_that_breaks_off_is_a_connection_error() -> None:
    """Also when the headers had come: a body that cannot be decompressed is no answer."""
    async with AsyncTMDB(TOKEN, transport=httpx.MockTransport(lambda _: garbled())) as tmdb:
        with pytest.raises(APIConnectionError):
            await tmdb.movies.details(550)


def garbled() -> httpx.Response:
    """Make an answer that says gzip and is not."""
    return httpx.Response(200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(b"not gzip"))
