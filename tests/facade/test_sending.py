"""Pure decisions about requests on their way: retries, bodies, failures."""

from __future__ import annotations

import gzip
import ssl
import zlib

import httpcore
import httpx
import pytest

from tmdb_bindings import api
from tmdb_facade._core.answer.headers import Headers
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.sending.bodies import BodyError, plain_body
from tmdb_facade._core.sending.engine import Deadline, EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import (
    NO_CONNECTION,
    NO_FIRST_CONNECTION,
    EngineError,
    Failure,
    connection_error,
    explain_timeout,
)
from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest, call_deadline, outgoing_request
from tmdb_facade._core.sending.retries import is_retryable, retry_delay
from tmdb_facade._runtime.failures import describe_failure
from tmdb_facade._runtime.pools import POOL_ERRORS
from tmdb_facade._runtime.transports import TRANSPORT_ERRORS
from tmdb_facade.errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    DriftError,
    InvalidAnswerError,
    RateLimitError,
    ServerError,
    TMDBCode,
    TMDBError,
)

READ, WRITE = api.movies.details.operation, api.lists.delete.operation
URL = "https://api.themoviedb.org/3/movie/550?session_id=5e55105e5510"
REQUEST = OutgoingRequest("GET", URL, {"x": "header"}, b"body", READ)


@pytest.mark.parametrize(
    ("attempt", "retry_after", "left", "chance", "delay"),
    [
        (1, None, None, 0.0, 0.0),
        (1, None, None, 1.0, 0.5),
        (2, None, None, 1.0, 1.0),
        (5, None, None, 1.0, 8.0),
        (1_000_000, None, None, 1.0, 8.0),
        (1, 0.0, None, 0.5, 0.25),
        (1, 3.0, None, 0.0, 3.0),
        (1, 3.0, None, 1.0, 3.5),
        (1, 30.0, None, 1.0, 30.5),
        (1, 30.1, None, 0.0, None),
        (1, float("inf"), None, 0.0, None),
        (1, 3.0, 3.0, 0.0, None),
        (1, 3.0, 3.2, 0.1, 3.05),
        (1, None, 0.0, 0.0, None),
        (1, None, -1.0, 0.5, None),
    ],
)
def test_retry_delay(
    attempt: int, retry_after: float | None, left: float | None, chance: float, delay: float | None
) -> None:
    """Jitter comes on top of Retry-After, so no retry is earlier than TMDB asks for."""
    assert retry_delay(attempt, retry_after, left, chance) == (None if delay is None else pytest.approx(delay))


def unsent() -> APIConnectionError:
    """Build the error of a request that was not sent."""
    return connection_error(Failure("refused", is_sent=False), REQUEST, None)


@pytest.mark.parametrize(
    ("error", "read", "write"),
    [
        (RateLimitError("x", http_status=429), True, True),
        (unsent(), True, True),
        (connection_error(Failure("reset"), REQUEST, None), True, False),
        (connection_error(Failure("certificate", is_sent=False, is_permanent=True), REQUEST, None), False, False),
        (InvalidAnswerError("x", http_status=200), True, False),
        (ServerError("x", http_status=503), True, False),
        (APIStatusError("x", http_status=408), True, False),
        (APIStatusError("x", http_status=304), False, False),
        (ServerError("x", http_status=500, code=TMDBCode.ID_INVALID), False, False),
        (ServerError("x", http_status=501), False, False),
        (AuthenticationError("x", http_status=401), False, False),
        (TMDBError("x"), False, False),
    ],
)
def test_is_retryable_considers_the_failure_and_the_operation(error: TMDBError, read: bool, write: bool) -> None:
    assert (is_retryable(error, READ), is_retryable(error, WRITE)) == (read, write)
    assert is_retryable(error, None) == read


def test_drift_is_not_retryable() -> None:
    assert not issubclass(DriftError, InvalidAnswerError)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_plain_body_returns_text_unchanged(size: int) -> None:
    body = b'{"a"'[:size]
    assert plain_body(body, "") is body


def test_plain_body_decompresses_twice_at_most() -> None:
    thrice = gzip.compress(gzip.compress(gzip.compress(b"{}")))
    assert plain_body(thrice, "gzip") == gzip.compress(b"{}")


@pytest.mark.parametrize("encoding", ["", "gzip", "deflate", "br"])
@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"title": "\xc3\xa9"}'])
def test_plain_body_does_not_depend_on_the_label(text: bytes, encoding: str) -> None:
    assert plain_body(text, encoding) == text
    assert plain_body(b"\xef\xbb\xbf" + text, "gzip") == text
    assert plain_body(gzip.compress(text), encoding) == text
    assert plain_body(gzip.compress(b"\xef\xbb\xbf" + text), encoding) == text


def test_plain_body_decompresses_deflate_with_and_without_a_header() -> None:
    assert plain_body(zlib.compress(b"[]"), "deflate") == b"[]"
    assert plain_body(zlib.compress(b"[]")[2:-4], "deflate") == b"[]"


def test_plain_body_raises_beyond_64_mib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._core.sending.bodies.MAX_BODY", 10)
    assert plain_body(gzip.compress(b"1" * 10), "gzip") == b"1" * 10
    for body in (b"1" * 11, gzip.compress(b"1" * 11), gzip.compress(gzip.compress(b"1" * 1000))):
        with pytest.raises(BodyError, match="larger than"):
            plain_body(body, "gzip")


def failed(error: Exception, cause: BaseException) -> Exception:
    """Return an error with a cause."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (httpx.ConnectError("refused"), Failure("refused", is_sent=False)),
        (httpx.ConnectTimeout("slow"), Failure("slow", is_sent=False, is_timeout=True)),
        (httpx.PoolTimeout(""), Failure("PoolTimeout", is_sent=False, is_timeout=True)),
        (httpx.ReadTimeout("slow"), Failure("slow", is_timeout=True)),
        (httpx.ReadError("reset"), Failure("reset")),
        (httpx.DecodingError("gzip"), Failure("gzip")),
        (failed(httpx.ReadError(""), OSError("reset")), Failure("reset")),
        (httpx.UnsupportedProtocol("ftp"), Failure("ftp", is_sent=False, is_permanent=True)),
        (httpx.InvalidURL("port"), Failure("port", is_sent=False, is_permanent=True)),
        (ImportError("socksio"), Failure("socksio", is_sent=False, is_permanent=True)),
        (EngineError(Failure("own")), Failure("own")),
    ],
)
def test_describe_failure(error: Exception, failure: Failure) -> None:
    assert describe_failure(error, TRANSPORT_ERRORS) == failure


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (httpcore.ConnectError("refused"), Failure("refused", is_sent=False)),
        (httpcore.ConnectTimeout("slow"), Failure("slow", is_sent=False, is_timeout=True)),
        (httpcore.PoolTimeout(""), Failure("PoolTimeout", is_sent=False, is_timeout=True)),
        (httpcore.ProxyError("407"), Failure("407", is_sent=False)),
        (httpcore.ReadTimeout("slow"), Failure("slow", is_timeout=True)),
        (httpcore.WriteError("reset"), Failure("reset")),
        (httpcore.RemoteProtocolError("two lengths"), Failure("two lengths")),
        (failed(httpcore.ReadError(""), OSError("reset")), Failure("reset")),
        (httpcore.UnsupportedProtocol("ftp"), Failure("ftp", is_sent=False, is_permanent=True)),
        (httpcore.LocalProtocolError("header"), Failure("header", is_sent=False, is_permanent=True)),
    ],
)
def test_describe_failure_of_a_pool(error: Exception, failure: Failure) -> None:
    assert isinstance(error, POOL_ERRORS.errors)
    assert describe_failure(error, POOL_ERRORS) == failure


def test_describe_failure_of_an_untrusted_certificate_is_permanent() -> None:
    failure = describe_failure(
        failed(httpx.ConnectError("TLS"), ssl.SSLCertVerificationError("self-signed")), TRANSPORT_ERRORS
    )
    assert (failure.is_sent, failure.is_permanent) == (False, True)
    assert "SSL_CERT_FILE" in (failure.advice or "")


@pytest.mark.parametrize("end", [1, 8, 12])
def test_plain_body_raises_for_truncated_gzip(end: int) -> None:
    with pytest.raises(BodyError, match="truncated"):
        plain_body(gzip.compress(b'{"id": 550}')[:-end], "gzip")


def test_connection_error_hides_secrets_and_names_the_proxy() -> None:
    failure = Failure("GET /?api_key=hush-key failed at hush: no user of 5e55105e5510", is_sent=False, is_timeout=True)
    error = connection_error(failure, REQUEST, "http://user:pass@127.0.0.1:9", "hush")
    assert isinstance(error, APITimeoutError)
    assert (error.is_sent, error.is_retryable, error.operation) == (False, True, "movies_details")
    shown = f"{error} {error.__notes__} {vars(error)}"
    assert "127.0.0.1:9" in shown
    for secret in ("hush", "5e55105e5510", "pass@"):
        assert secret not in shown


def test_connection_error_names_the_alternate_host_if_tmdb_cannot_be_reached() -> None:
    assert "ALTERNATE_BASE_URL" in unsent().__notes__[0]
    other = REQUEST._replace(url="http://127.0.0.1/3/movie/550")
    assert not hasattr(connection_error(Failure("refused", is_sent=False), other, None), "__notes__")


def test_outgoing_request_and_its_repr() -> None:
    rating = api.movies.rate.request(550, {"value": 8.5}, session_id="5e55105e5510")
    request = outgoing_request("https://t", rating, Options())
    assert (request.method, request.url) == ("POST", "https://t/3/movie/550/rating?session_id=5e55105e5510")
    assert request.body == b'{"value":8.5}'
    assert request.headers["Content-Type"] == "application/json"
    assert repr(request) == "<OutgoingRequest POST movies_rate>"


def test_deadline_is_fixed_at_its_first_start(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((1000.0, 1015.0, 1100.0))
    monkeypatch.setattr("tmdb_facade._core.sending.engine.monotonic", lambda: next(clock))
    deadline = Call(Options(total_timeout=60), lambda answer: answer).deadline
    assert (deadline.at, deadline.seconds_left()) == (None, 60)
    deadline.start()
    assert (deadline.at, deadline.seconds_left()) == (1060, 45)
    deadline.start()
    assert (deadline.at, deadline.seconds_left()) == (1060, -40)


def test_wait_of_a_call_is_limited_by_its_latest_start_and_then_by_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((1000.0, 1001.0, 1002.0, 1003.0))
    monkeypatch.setattr("tmdb_facade._core.sending.engine.monotonic", lambda: next(clock))
    deadline = Call(Options(total_timeout=60, rate_timeout=5), lambda answer: answer).deadline
    assert deadline.seconds_to_wait() == 4
    deadline.start()
    assert deadline.seconds_to_wait() == 59
    assert Deadline(60).seconds_to_wait() is None


def test_deadline_is_limited_by_the_end_of_several_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started or not, with and without a limit of its own."""
    monkeypatch.setattr("tmdb_facade._core.sending.engine.monotonic", lambda: 1000.0)
    for deadline in (call_deadline(Options(total_timeout=60, rate_timeout=20), 1010), Deadline(None, None, 1010)):
        assert (deadline.seconds_to_wait(), deadline.seconds_left()) == (10, 10)
        deadline.start()
        assert (deadline.at, deadline.seconds_to_wait(), deadline.seconds_left()) == (1010, 10, 10)
    earlier = call_deadline(Options(total_timeout=3, rate_timeout=2), 1010)
    assert (earlier.seconds_to_wait(), earlier.seconds_left()) == (2, 3)
    earlier.start()
    assert earlier.at == 1003


@pytest.mark.parametrize(
    ("options", "left", "reason"),
    [
        (Options(), 5.0, "slow: timeout= allows 10 s to connect, and 30 s for each part of the response"),
        (
            Options(timeout={"connect": 0.5, "read": None}),
            5.0,
            "slow: timeout= allows 0.5 s to connect, and any time for each part of the response",
        ),
        (Options(timeout=None), 5.0, "slow"),
        (Options(total_timeout=1.5), 0.0, "the call's total_timeout of 1.5 s has passed"),
        (Options(timeout=None, total_timeout=120), -3.0, "the call's total_timeout of 120 s has passed"),
    ],
)
def test_explain_timeout_names_the_option(
    options: Options, left: float, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = Call(options, lambda answer: answer)
    monkeypatch.setattr("tmdb_facade._core.sending.engine.monotonic", lambda: -left)
    call.deadline.at = 0.0
    assert explain_timeout(Failure("slow", is_sent=False, is_timeout=True), call) == Failure(
        reason, is_sent=False, is_timeout=True
    )
    assert explain_timeout(Failure("reset"), call) == Failure("reset")
    for own in (NO_CONNECTION, NO_FIRST_CONNECTION):
        assert explain_timeout(own, call) == own


def test_deadline_without_a_limit_has_no_end() -> None:
    deadline = Call(Options(total_timeout=None), lambda answer: answer).deadline
    deadline.start()
    assert (deadline.at, deadline.seconds_left()) == (None, None)


def test_engine_types_show_no_secrets() -> None:
    operation = api.movies.details.operation
    request = EngineRequest(
        "GET", "https://t/?api_key=SECRET", {"a": "SECRET"}, b"SECRET", None, Deadline(1), operation
    )
    assert repr(request) == "<EngineRequest GET movies_details>"
    assert repr(request._replace(operation=None)) == "<EngineRequest GET image>"
    assert repr(EngineResponse(302, [("Location", "SECRET")], b"SECRET")) == "<EngineResponse 302, 6 bytes>"


def test_headers_ignore_case_and_join_repeated_ones() -> None:
    headers = Headers([("ETag", "x"), ("Via", "a"), ("via", "b")])
    assert headers["etag"] == headers["ETAG"] == "x"
    assert (dict(headers), len(headers), headers.get("age")) == ({"etag": "x", "via": "a, b"}, 2, None)
    assert repr(headers) == "<Headers etag, via>"
