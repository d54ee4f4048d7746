# Made from tests/facade/_async/test_senders.py by `make sync`: edit that file, never this one.
"""Senders: credentials, transports, clients and proxies between a call and the network."""

from __future__ import annotations

import gzip
import traceback
import zlib

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, json_response
from tmdb_bindings import api
from tmdb_facade import TMDB, APIConnectionError, TMDBError
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest, image_request
from tmdb_facade._sync.senders.authorizing import Authorizing

MOVIE = {"id": 550, "title": "Fight Club"}


class Engine:
    """An engine that keeps the requests."""

    def __init__(self) -> None:
        self.requests: list[EngineRequest] = []

    def send(self, request: EngineRequest) -> EngineResponse:
        """Keep the request."""
        self.requests.append(request)
        return EngineResponse(200, [], b"{}")

    def close(self) -> None:
        """Do nothing."""


def unchanged(answer: Answer) -> Answer:
    """Decode nothing."""
    return answer


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
def test_authorizing_adds_the_credential_to_a_copy(credential: Credential) -> None:
    """A cache or a log above it sees a request and an answer without it."""
    engine = Engine()
    sender = Authorizing(engine, credential, None)
    operation = api.movies.details.operation
    request = OutgoingRequest("POST", "https://api.themoviedb.org/3/x?a=b", {"accept": "*/*"}, b"{}", operation)
    answer = sender.send(request, Call(Options(), unchanged))
    assert (request.url, request.headers) == ("https://api.themoviedb.org/3/x?a=b", {"accept": "*/*"})
    assert answer.url == request.url
    [sent] = engine.requests
    assert credential.secret in f"{sent.url} {sent.headers}"
    assert (sent.method, sent.body, sent.operation) == ("POST", b"{}", operation)


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
def test_authorizing_adds_no_credential_to_other_requests(credential: Credential) -> None:
    """Images come from another server."""
    engine = Engine()
    sender = Authorizing(engine, credential, None)
    sender.send(image_request("https://image.tmdb.org/t/p/w500/a.jpg"), Call(Options(), unchanged))
    assert credential.secret not in f"{engine.requests[0].url} {engine.requests[0].headers}"


def test_transport_gets_a_whole_request() -> None:
    """Third-party transports read the content, which a stream would not allow twice."""
    fake = Fake(json_response({"success": True, "status_code": 1}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.movies.rate, 550, {"value": 8.5}, session_id="s")
    assert fake.last.content == b'{"value":8.5}'
    assert fake.last.headers["content-type"] == "application/json"
    assert fake.last.extensions["tmdb_operation"] is api.movies.rate.operation


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize(
    "failure",
    [
        httpx.ConnectError("down"),
        httpx.ReadTimeout("slow"),
        httpx.Response(401),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, content=gzip.compress(b"{}")[:-1]),
    ],
)
def test_errors_and_their_tracebacks_hold_no_credential(failure: httpx.Response | Exception, key: str | None) -> None:
    """Debuggers and error reports print the local variables of each frame."""
    transport = Fake(failure).transport
    with TMDB(None if key else TOKEN, api_key=key, transport=transport, max_retries=0) as tmdb:
        with pytest.raises(TMDBError) as caught:
            tmdb.movies.details(550)
    values: list[object] = []
    error: BaseException | None = caught.value
    while error is not None:
        for frame, _ in traceback.walk_tb(error.__traceback__):
            if "tmdb_facade" in frame.f_code.co_filename:
                values += frame.f_locals.values()
        error = error.__context__
    assert len(values) >= 15
    shown = " ".join(map(repr, values))
    assert TOKEN not in shown
    assert KEY not in shown


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        (None, gzip.compress(b'{"id": 550}')),
        ("br", gzip.compress(b'{"id": 550}')),
        ("gzip", gzip.compress(gzip.compress(b'{"id": 550}'))),
        ("gzip", b'{"id": 550}'),
        ("deflate", zlib.compress(b'{"id": 550}')),
        ("deflate", zlib.compress(b'{"id": 550}')[2:-4]),
        (None, b'\xef\xbb\xbf{"id": 550}'),
    ],
    ids=["no header", "called br", "twice", "not compressed", "deflate", "raw deflate", "byte order mark"],
)
def test_body_with_a_wrong_or_missing_content_encoding_is_read(encoding: str | None, body: bytes) -> None:
    headers = {} if encoding is None else {"content-encoding": encoding}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, stream=httpx.ByteStream(body)))
    with TMDB(TOKEN, transport=transport, max_retries=0, on_drift="ignore") as tmdb:
        assert (tmdb.movies.details(550)).id == 550


def test_api_key_with_special_characters_stays_one_parameter() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(api_key="a&b=c#d", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert fake.query == {"api_key": "a&b=c#d"}


def test_transport_is_closed_with_the_client() -> None:
    closed: list[str] = []

    class Closing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return json_response(MOVIE)

        def close(self) -> None:
            closed.append("transport")

    with TMDB(TOKEN, transport=Closing(), on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert closed == []
    assert closed == ["transport"]


def test_http_client_sends_with_its_own_settings_and_stays_open() -> None:
    fake = Fake(json_response(MOVIE))
    hooked: list[str] = []

    def hook(request: httpx.Request) -> None:
        hooked.append(request.method)

    http_client = httpx.Client(
        transport=fake.transport,
        headers={"x-team": "movies", "user-agent": "movies/1.0"},
        cookies={"gate": "open"},
        params={"gateway": "eu"},
        timeout=7,
        event_hooks={"request": [hook]},
    )
    with TMDB(TOKEN, http_client=http_client, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550, language="de")
    assert movie.title == "Fight Club"
    sent = fake.last
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert (sent.headers["x-team"], sent.headers["user-agent"], sent.headers["cookie"]) == (
        "movies",
        "movies/1.0",
        "gate=open",
    )
    assert dict(sent.url.params) == {"language": "de", "gateway": "eu"}
    assert sent.extensions["timeout"]["read"] == 7
    assert hooked == ["GET"]
    assert not http_client.is_closed
    http_client.close()


def test_defaults_of_an_http_client_are_replaced_by_ours() -> None:
    fake = Fake(json_response(MOVIE))
    with (
        httpx.Client(transport=fake.transport) as http_client,
        TMDB(TOKEN, http_client=http_client, timeout=3, on_drift="ignore") as tmdb,
    ):
        tmdb.movies.details(550)
    assert fake.last.headers["user-agent"].startswith("tmdb-facade/")
    assert fake.last.headers["accept"] == "application/json"
    assert fake.last.extensions["timeout"]["read"] == 3


def test_http_client_with_its_own_accept_header_keeps_it() -> None:
    fake = Fake(json_response(MOVIE))
    with (
        httpx.Client(transport=fake.transport, headers={"accept": "application/vnd.team+json"}) as http_client,
        TMDB(TOKEN, http_client=http_client, on_drift="ignore") as tmdb,
    ):
        tmdb.movies.details(550)
    assert fake.last.headers.get_list("accept") == ["application/vnd.team+json"]


def test_http_client_sends_bodies_and_its_errors_are_converted() -> None:
    fake = Fake(json_response({"success": True, "status_code": 1}))
    with (
        httpx.Client(transport=fake.transport) as http_client,
        TMDB(TOKEN, http_client=http_client, on_drift="ignore") as tmdb,
    ):
        tmdb.call(api.movies.rate, 550, {"value": 8.5}, session_id="s")
    assert fake.last.content == b'{"value":8.5}'
    with (
        httpx.Client(transport=Fake(httpx.ConnectError("down")).transport) as http_client,
        TMDB(api_key=KEY, http_client=http_client) as tmdb,
    ):
        with pytest.raises(APIConnectionError, match="down"):
            tmdb.movies.details(550)


def test_transport_with_http_client_or_a_wrong_http_client_raises() -> None:
    fake = Fake()
    with httpx.Client(transport=fake.transport) as http_client:
        with pytest.raises(ValueError, match="pass only one of"):
            TMDB(TOKEN, transport=fake.transport, http_client=http_client)
    with pytest.raises(ValueError, match="http_client must be"):
        TMDB(TOKEN, http_client=object())  # type: ignore[arg-type]  # wrong on purpose


def test_http_proxy_variable_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # a port without a server
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.delenv("no_proxy", raising=False)
    with TMDB(TOKEN, base_url="http://tmdb.invalid") as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            tmdb.movies.details(550)
    # The proxy refused the connection: without it, the error would be that the host is unknown.
    assert "Errno 111" in str(caught.value)
    assert "http://127.0.0.1:9" in caught.value.__notes__[0]
