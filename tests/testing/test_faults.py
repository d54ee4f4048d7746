"""Misbehaviour on demand, over a socket and in process alike, with a plain HTTP client and with the SDK."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Thread
from typing import Any

import httpx
import pytest

from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.errors import (
    APIConnectionError,
    APITimeoutError,
    DriftWarning,
    InvalidAnswerError,
    RateLimitError,
    ServerError,
)
from tmdb_facade.testing import Faults, TMDBServer

DETAILS = "/3/movie/550"


@pytest.fixture(scope="module", params=["socket", "in process"])
def running(request: pytest.FixtureRequest) -> Iterator[TMDBServer]:
    """A server that listens, or one that does not."""
    server = TMDBServer()
    if request.param == "socket":
        server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """The server, as it begins."""
    running.reset()
    return running


@pytest.fixture
def kwargs(server: TMDBServer) -> dict[str, Any]:
    """What points a client at the server."""
    try:
        return {"base_url": server.base_url}
    except RuntimeError:
        return {"base_url": "http://embedded", "transport": server.transport}


@pytest.fixture
def api(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[httpx.Client]:
    """A plain client that shows the access token."""
    with httpx.Client(headers={"authorization": f"Bearer {server.access_token}"}, **kwargs) as client:
        yield client


@pytest.fixture
def tmdb(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[TMDB]:
    """The SDK."""
    with TMDB(server.access_token, **kwargs) as client:
        yield client


def statuses(server: TMDBServer) -> list[int | None]:
    """What was answered."""
    return [request.status for request in server.requests]


def test_a_status_is_answered_so_often_and_then_no_more(server: TMDBServer, api: httpx.Client) -> None:
    """Two errors with TMDB's code, then the film."""
    fault = server.faults.status(503, times=2, on="movies_details")
    answers = [api.get(DETAILS) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert answers[0].json()["status_code"] == 9
    assert answers[0].json()["success"] is False
    assert "retry-after" not in answers[0].headers
    assert (fault.used, fault.times, len(server.faults)) == (2, 2, 0)


def test_only_what_is_meant_is_hit(server: TMDBServer, api: httpx.Client) -> None:
    """The details of a film are neither its credits nor a list, and not those of another kind."""
    server.faults.status(500, on="movies_details")
    assert api.get(DETAILS).status_code == 500
    assert api.get("/3/movie/x%2F..%2F13").status_code == 500
    for path in (f"{DETAILS}/credits", "/3/movie/popular", "/3/tv/1399", "/3/nothing"):
        assert api.get(path).status_code != 500


@pytest.mark.parametrize(
    ("on", "hit", "spared"),
    [
        ("/3/movie/{movie_id}", "/3/movie/550", "/3/movie/popular"),
        ("/3/movie/{any_name}", "/3/movie/13", "/3/movie/latest"),
        ("/3/movie/550", "/3/movie/550", "/3/movie/13"),
        ("/3/movie/55*", "/3/movie/550", "/3/movie/13"),
        ("/3/movie/*", "/3/movie/popular", "/3/movie/550/credits"),
        ("/3/movie/*/credits", "/3/movie/550/credits", "/3/movie/550/images"),
        ("/3/movie/**", "/3/movie/550/credits", "/3/tv/1399"),
        ("GET /3/movie/550", "/3/movie/550", "/3/movie/13"),
        ("/3/configuration", "/3/configuration", "/3/configuration/jobs"),
    ],
)
def test_paths_and_patterns_say_what_is_meant(
    server: TMDBServer, api: httpx.Client, on: str, hit: str, spared: str
) -> None:
    """A template is its operation; a star stays within its segment, two at the end do not."""
    server.faults.status(502, on=on)
    assert api.get(hit).status_code == 502
    assert api.get(spared).status_code == 200


def test_a_method_can_be_meant(server: TMDBServer, api: httpx.Client) -> None:
    """The same path with another method is spared."""
    server.faults.status(500, on="POST /3/movie/*/rating")
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    assert api.post(rating, json={"value": 8}).status_code == 500
    assert api.delete(rating).status_code == 200


def test_without_a_target_everything_is_hit_also_what_is_nothing(server: TMDBServer, api: httpx.Client) -> None:
    """Strangers, pages for people and paths that are not there included."""
    server.faults.status(503)
    for path in (DETAILS, "/3/nothing", "/", "/authenticate/x", "/auth/access"):
        assert api.get(path, headers={"authorization": ""}).status_code == 503


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, 47),
        (401, 7),
        (404, 34),
        (429, 25),
        (500, 11),
        (501, 2),
        (502, 43),
        (503, 9),
        (504, 24),
        (520, 15),
        (418, 5),
    ],
)
def test_errors_say_tmdbs_code_for_their_status(server: TMDBServer, api: httpx.Client, status: int, code: int) -> None:
    """So that a client that decides by the code decides as on TMDB."""
    server.faults.status(status)
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.json()["status_code"]) == (status, code)


def test_pages_of_other_origins_may_read_faults(server: TMDBServer, api: httpx.Client) -> None:
    """Or a test in a browser would see no status."""
    server.faults.status(503)
    answer = api.get(DETAILS, headers={"origin": "https://example.org"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (503, "*")


def test_a_code_and_a_wait_can_be_asked_for(server: TMDBServer, api: httpx.Client) -> None:
    """Maintenance is another code of the same status; `Retry-After` comes when it is wanted, as it is wanted."""
    server.faults.status(503, code=46, retry_after=7, times=1)
    server.faults.status(429, retry_after="Wed, 21 Oct 2026 07:28:00 GMT", times=1)
    one, two = api.get(DETAILS), api.get(DETAILS)
    assert (one.json()["status_code"], one.headers["retry-after"]) == (46, "7")
    assert two.headers["retry-after"].endswith("GMT")


def test_a_sequence_goes_by_its_steps(server: TMDBServer, api: httpx.Client) -> None:
    """200 is the usual answer, and so is what follows the last step."""
    server.faults.status(501, times=1, on="movies_details")
    fault = server.faults.sequence(503, 200, 429, on="movies_details")
    server.faults.status(500, times=1, on="movies_details")
    assert [api.get(DETAILS).status_code for _ in range(6)] == [501, 503, 200, 429, 500, 200]
    assert fault.used == 3


def test_failures_take_turns(server: TMDBServer, api: httpx.Client) -> None:
    """In the order in which they were asked for, each as often as it was."""
    server.faults.status(500, times=1)
    server.faults.connection_reset(times=1)
    server.faults.empty(times=1)
    assert api.get(DETAILS).status_code == 500
    with pytest.raises(httpx.ReadError):
        api.get(DETAILS)
    assert api.get(DETAILS).content == b""
    assert api.get(DETAILS).json()["id"] == 550


def test_a_reset_comes_before_anything_and_nothing_is_done(server: TMDBServer, api: httpx.Client) -> None:
    """The request is logged with what it wanted, and the rating is not there."""
    server.faults.connection_reset(times=1)
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with pytest.raises(httpx.ReadError):
        api.post(rating, json={"value": 8})
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] is False
    first = server.requests[0]
    assert (first.status, first.body, first.faults) == (None, {"value": 8}, ("connection reset",))


def test_half_a_body_comes_of_a_request_that_was_carried_out(server: TMDBServer, api: httpx.Client) -> None:
    """The connection ends before the announced length; the rating is there."""
    server.faults.half_body(times=1)
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        api.post(rating, json={"value": 8})
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] == {"value": 8}


def test_bodies_that_are_not_json(server: TMDBServer, api: httpx.Client) -> None:
    """An edge's page, no bytes, and a body of one's own."""
    server.faults.html(times=1)
    server.faults.html(200, times=1)
    server.faults.body('{"id": 550, "tit', times=1)
    server.faults.body(b"\xff", status=500, content_type="application/octet-stream", times=1)
    page, ok_page, broken, binary = (api.get(DETAILS) for _ in range(4))
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html")
    assert page.text.startswith("<html>")
    assert (ok_page.status_code, ok_page.headers["content-type"]) == (200, "text/html")
    assert (broken.text, broken.headers["content-type"]) == ('{"id": 550, "tit', "application/json;charset=utf-8")
    assert (binary.status_code, binary.content) == (500, b"\xff")
    assert binary.headers["content-type"] == "application/octet-stream"


def test_latency_makes_a_client_time_out_though_the_request_is_carried_out(
    server: TMDBServer, api: httpx.Client
) -> None:
    """What the client does not hear of has happened all the same; nothing goes on waiting for it."""
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with server.faults.latency(30) as slow, pytest.raises(httpx.ReadTimeout):
        api.post(rating, json={"value": 8}, timeout=0.1)
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] == {"value": 8}
    assert (slow.used, server.requests[0].status) == (1, None)


def test_latencies_add_up_and_failures_come_late_too(server: TMDBServer, api: httpx.Client) -> None:
    """Both waits are there before an error."""
    server.faults.latency(0.1)
    server.faults.latency(0.1, on="movies_details")
    server.faults.status(503)
    began = time.perf_counter()
    assert api.get(DETAILS).status_code == 503
    assert time.perf_counter() - began >= 0.2
    assert (server.requests.last.seconds or 0) >= 0.2
    assert server.requests.last.faults == ("latency 0.1 s", "latency 0.1 s", "status 503")


def test_a_slow_body_is_whole_in_the_end(server: TMDBServer, api: httpx.Client) -> None:
    """It takes its time, which no single wait of the client's is as long as."""
    whole = api.get(DETAILS).content
    server.faults.slow_body(0.3)
    began = time.perf_counter()
    assert api.get(DETAILS, timeout=0.2).content == whole
    assert time.perf_counter() - began >= 0.3
    server.faults.slow_body(10)
    with pytest.raises(httpx.ReadTimeout):
        api.get(DETAILS, timeout=0.2)


def test_a_rate_limit_refuses_what_comes_beyond_it(server: TMDBServer, api: httpx.Client) -> None:
    """Code 25 with the seconds to wait; when they have passed, requests are answered again."""
    limit = server.faults.rate_limit(3, per=0.4)
    answers = [api.get(DETAILS) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert (answers[3].json()["status_code"], answers[3].headers["retry-after"]) == (25, "1")
    time.sleep(0.45)
    assert api.get(DETAILS).status_code == 200
    assert limit.used == 2


def test_a_rate_limit_slides() -> None:
    """In any span of a second there are at most so many; what is refused does not count."""
    now = 100.0
    faults = Faults(lambda: now)
    faults.rate_limit(2)

    def is_refused() -> bool:
        return faults.decide("GET", DETAILS) is not None

    answered: list[float] = []
    for _ in range(100):
        if not is_refused():
            answered.append(now)
        now += 0.15
    spans = [later - earlier for earlier, later in zip(answered, answered[2:], strict=False)]
    assert min(spans) >= 1.0
    assert max(spans) <= 1.2


def test_a_rate_limit_forgets_one_request_at_a_time() -> None:
    """One that was answered late in a span still counts in the next."""
    now = 0.0
    faults = Faults(lambda: now)
    faults.rate_limit(2)

    def is_refused(at: float) -> bool:
        nonlocal now
        now = at
        return faults.decide("GET", DETAILS) is not None

    refused = [at for at in (0.0, 0.9, 0.95, 1.05, 1.1, 1.95, 2.0) if is_refused(at)]
    assert refused == [0.95, 1.1, 2.0]


def test_drift_is_used_up_though_two_requests_are_on_their_way() -> None:
    """Which answer it changes is seen when that is made."""
    faults = Faults()
    fault = faults.drift(null="title", times=1)
    outcomes = [faults.decide("GET", DETAILS) for _ in range(2)]
    bodies = [{"title": "Fight Club"} for _ in outcomes]
    for outcome, body in zip(outcomes, bodies, strict=True):
        assert outcome is not None
        faults.change(outcome, body)
    assert bodies == [{"title": None}, {"title": "Fight Club"}]
    assert fault.used == 1


def test_a_rate_limit_without_retry_after(server: TMDBServer, api: httpx.Client) -> None:
    """As TMDB's own was seen."""
    server.faults.rate_limit(1, per=60, retry_after=False)
    assert api.get(DETAILS).status_code == 200
    assert "retry-after" not in api.get(DETAILS).headers


def test_drift_changes_what_is_at_a_path(server: TMDBServer, api: httpx.Client) -> None:
    """Missing, null, of another type, new: and the catalogue is as before."""
    before = api.get(DETAILS, params={"append_to_response": "credits"}).json()
    with server.faults.drift(
        missing=["tagline", "genres[0]"],
        null="production_countries[].name",
        wrong_type=["runtime", "title", "spoken_languages", "credits", "belongs_to_collection"],
        new={"mood": "grim", "origin_country[]": "XX"},
        on="movies_details",
    ) as drift:
        body = api.get(DETAILS, params={"append_to_response": "credits"}).json()
    assert "tagline" not in body
    assert body["genres"] == before["genres"][1:]
    assert [country["name"] for country in body["production_countries"]] == [None] * len(before["production_countries"])
    assert isinstance(body["runtime"], str)
    assert isinstance(body["title"], int)
    assert (body["spoken_languages"], body["credits"]) == ({}, [])
    assert (body["mood"], set(body["origin_country"])) == ("grim", {"XX"})
    assert drift.used == 1
    assert api.get(DETAILS, params={"append_to_response": "credits"}).json() == before


def test_drift_that_changes_nothing_is_not_used(server: TMDBServer, api: httpx.Client) -> None:
    """A misspelt path is seen by the count; errors are not changed; `*` is every field."""
    nothing = server.faults.drift(null=["titel", "genres[99].id", "id.x", "id[]"])
    every = server.faults.drift(null="results.*.link", times=1)
    error = server.faults.drift(missing="status_code")
    assert api.get(DETAILS).json()["id"] == 550
    assert api.get("/3/movie/7").json()["status_code"] == 34
    assert server.requests.last.faults == ()
    countries = api.get(f"{DETAILS}/watch/providers").json()["results"]
    assert len(countries) > 1
    assert {country["link"] for country in countries.values()} == {None}
    assert (nothing.used, every.used, error.used) == (0, 1, 0)
    server.faults.drift(missing="spoken_languages[]", times=1)
    assert api.get("/3/movie/129").json()["spoken_languages"] == []
    server.faults.drift(missing="cast[]", times=1)
    assert api.get(f"{DETAILS}/credits").json()["cast"] == []
    server.faults.drift(null="[0].english_name", on="configuration_countries")
    first, second = (country["english_name"] for country in api.get("/3/configuration/countries").json()[:2])
    assert first is None
    assert second


def test_faults_end_when_they_are_told_to(server: TMDBServer, api: httpx.Client) -> None:
    """By themselves, by their block, by `clear()` and with the state."""
    one = server.faults.status(500)
    with server.faults.latency(60):
        assert len(server.faults) == 2
        one.remove()
        one.remove()
    assert api.get(DETAILS).status_code == 200
    server.faults.status(500)
    server.faults.clear()
    assert api.get(DETAILS).status_code == 200
    server.faults.status(500)
    server.reset()
    assert api.get(DETAILS).status_code == 200


def test_faults_say_what_they_are(server: TMDBServer, api: httpx.Client) -> None:
    """In the output of a failed test."""
    server.faults.status(503, times=2, on="movies_details")
    server.faults.drift(null="title")
    api.get(DETAILS)
    assert repr(server.faults) == (
        "<Faults: <status 503 on movies_details, used 1 of 2>, <drift (null title) on every request, used 0>>"
    )
    assert [fault.name for fault in server.faults] == ["status 503", "drift (null title)"]


@pytest.mark.parametrize(
    ("method", "arguments", "named", "message"),
    [
        ("status", (200,), {}, "from 400 to 599"),
        ("status", (600,), {}, "from 400 to 599"),
        ("status", (503,), {"code": 999}, "999"),
        ("status", (503,), {"times": 0}, "at least once"),
        ("status", (503,), {"on": "movie_details"}, "did you mean movies_details"),
        ("status", (503,), {"on": "movies.details"}, "did you mean movies_details"),
        ("status", (503,), {"on": "xyzzy"}, "tmdb_bindings.operations"),
        ("status", (503,), {"on": ""}, "no target"),
        ("status", (503,), {"on": "GET movies_details"}, "without a method"),
        ("status", (503,), {"on": "PATCH /3/movie/550"}, "a method is one of"),
        ("status", (503,), {"on": "/3/movei/550"}, "leads to no operation"),
        ("status", (503,), {"on": "/movie/550"}, "begin with /3/"),
        ("status", (503,), {"on": "DELETE /3/movie/550"}, "leads to no operation"),
        ("status", (503,), {"on": "/3/**/credits"}, "leads to no operation"),
        ("sequence", (), {}, "at least once"),
        ("sequence", (503, 302), {}, "from 400 to 599"),
        ("rate_limit", (0,), {}, "at least one request"),
        ("rate_limit", (40,), {"per": 0}, "above zero"),
        ("html", (100,), {}, "from 200 to 599"),
        ("latency", (-1,), {}, "above zero"),
        ("slow_body", (float("inf"),), {}, "above zero"),
        ("drift", (), {}, "needs a path"),
        ("drift", (), {"null": "results[.title"}, "no path of a body"),
        ("drift", (), {"null": "a..b"}, "no path of a body"),
        ("drift", (), {"null": "results[]title"}, "no path of a body"),
        ("drift", (), {"null": "results.[0]"}, "no path of a body"),
        ("drift", (), {"null": ""}, "no path of a body"),
    ],
)
def test_wrong_arguments_are_said_at_once(
    method: str, arguments: tuple[Any, ...], named: dict[str, Any], message: str
) -> None:
    """Before any request, with the way out where there is one; and nothing is set."""
    faults = Faults()
    with pytest.raises(ValueError, match=message):
        getattr(faults, method)(*arguments, **named)
    assert len(faults) == 0


def test_faults_are_counted_exactly_however_many_ask_at_once(server: TMDBServer, api: httpx.Client) -> None:
    """Ten of forty requests that come side by side."""
    fault = server.faults.status(503, times=10)
    threads = [Thread(target=lambda: [api.get(DETAILS) for _ in range(5)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fault.used == statuses(server).count(503) == 10
    assert statuses(server).count(200) == 30


def test_a_server_stops_at_once_though_somebody_waits() -> None:
    """A latency that nobody waits for any more does not hold it up."""
    with TMDBServer() as server:
        server.faults.latency(60)
        errors: list[Exception] = []

        def ask() -> None:
            try:
                httpx.get(f"{server.base_url}{DETAILS}", timeout=60)
            except httpx.TransportError as error:
                errors.append(error)

        thread = Thread(target=ask)
        thread.start()
        while not server.requests:
            time.sleep(0.01)
        began = time.perf_counter()
    thread.join(5)
    assert time.perf_counter() - began < 3
    assert len(errors) == 1


# With the SDK.


def test_the_sdk_retries_as_often_as_it_says(server: TMDBServer, tmdb: TMDB) -> None:
    """Two failures and the answer are three requests; one failure more is an error."""
    server.faults.sequence(503, 429, retry_after=0, on="movies_details")
    assert tmdb.movies.details(550).title == "Fight Club"
    assert statuses(server) == [503, 429, 200]
    server.requests.clear()
    server.faults.status(503, on="movies_details")
    with pytest.raises(ServerError) as raised:
        tmdb.with_options(max_retries=1).movies.details(550)
    assert (raised.value.http_status, raised.value.code) == (503, 9)
    assert statuses(server) == [503, 503]


def test_the_sdk_waits_as_long_as_it_is_told(server: TMDBServer, tmdb: TMDB) -> None:
    """A second passes between the refusal and what is let through."""
    server.faults.status(429, retry_after=1, times=1)
    assert tmdb.movies.details(550).title == "Fight Club"
    refused, answered = server.requests
    assert (answered.at - refused.at).total_seconds() >= 1


def test_the_sdk_tells_a_rate_limit(server: TMDBServer, tmdb: TMDB) -> None:
    """With the wait that was named."""
    server.faults.rate_limit(1, per=30)
    hasty = tmdb.with_options(max_retries=0)
    hasty.movies.details(550)
    with pytest.raises(RateLimitError) as raised:
        hasty.movies.details(550)
    assert raised.value.code == 25
    assert raised.value.retry_after == pytest.approx(30, abs=1)


def test_the_sdk_does_not_repeat_what_must_not_be_done_twice(server: TMDBServer, tmdb: TMDB) -> None:
    """A list is made once, whatever comes back."""
    server.faults.connection_reset(on="lists_create")
    with pytest.raises(APIConnectionError):
        tmdb.with_options(session_id=server.session_id).lists.create(name="Mine", description="")
    assert len(server.requests.of("lists_create")) == 1


@pytest.mark.parametrize("cut", ["connection_reset", "half_body"])
def test_the_sdk_survives_a_cut_connection(server: TMDBServer, tmdb: TMDB, cut: str) -> None:
    """It asks again; when that is cut too, the error says so."""
    getattr(server.faults, cut)(times=1)
    assert tmdb.movies.details(550).title == "Fight Club"
    assert len(server.requests) == 2
    getattr(server.faults, cut)()
    with pytest.raises(APIConnectionError):
        tmdb.with_options(max_retries=0).movies.details(550)


def test_the_sdk_times_out(server: TMDBServer, tmdb: TMDB) -> None:
    """Latency beyond the timeout is the timeout's error."""
    server.faults.latency(30, on="search_movies")
    with pytest.raises(APITimeoutError):
        tmdb.with_options(timeout=0.1, max_retries=0).search.movies("club").first()


def test_the_sdk_tells_what_is_not_json(server: TMDBServer, tmdb: TMDB) -> None:
    """A page where JSON was promised."""
    server.faults.html(200)
    with pytest.raises(InvalidAnswerError):
        tmdb.movies.details(550)


def test_the_sdk_warns_of_drift(server: TMDBServer, tmdb: TMDB) -> None:
    """What fits is kept."""
    server.faults.drift(wrong_type="runtime", missing="title", new={"mood": "grim"}, on="movies_details")
    with pytest.warns(DriftWarning) as warned:
        movie = tmdb.movies.details(550)
    assert (movie.id, movie.runtime) == (550, None)
    assert sorted(str(warning.message).split()[1] for warning in warned) == [
        "MovieDetails.runtime",
        "MovieDetails.title",
    ]


async def test_the_async_sdk_meets_the_same(server: TMDBServer, kwargs: dict[str, Any]) -> None:
    """Statuses, cut connections and timeouts."""
    async with AsyncTMDB(server.access_token, **kwargs) as tmdb:
        server.faults.status(503, times=1)
        server.faults.connection_reset(times=1)
        assert (await tmdb.movies.details(550)).title == "Fight Club"
        assert statuses(server) == [503, None, 200]
        server.faults.latency(30)
        with pytest.raises(APITimeoutError):
            await tmdb.with_options(timeout=0.1, max_retries=0).movies.details(550)
