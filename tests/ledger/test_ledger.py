"""The facade covers every operation of the prepared document with all its parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from scripts.ledger.document import Document, Sent, prepared_document
from scripts.ledger.findings import lost_arguments, silent_methods, unknown_requests, unreached
from scripts.ledger.recording import RecordedCall, record_async, record_sync, recorded_methods
from tmdb_bindings import api
from tmdb_bindings.runtime import Request
from tmdb_facade import TMDB
from tmdb_facade._sync.resources.movies import MoviesResource
from tmdb_facade._sync.resources.tv_episodes import TVEpisodesResource
from tmdb_facade.models import EpisodeExternalIds, MovieCredits, StatusResponse


@pytest.fixture(scope="module")
def document() -> Document:
    """Return the prepared document."""
    return prepared_document()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for downloads."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def calls(document: Document, files: Path) -> list[RecordedCall]:
    """Return the recorded calls of the sync client."""
    return record_sync(document, str(files))


def every_finding(document: Document, calls: Iterable[RecordedCall]) -> list[str]:
    """Return the findings of all rules without repetitions."""
    calls = list(calls)
    found = [
        *unreached(document, calls),
        *unknown_requests(document, calls),
        *lost_arguments(document, calls),
        *silent_methods(calls),
    ]
    return list(dict.fromkeys(found))


def test_every_operation_is_covered(document: Document, calls: list[RecordedCall]) -> None:
    """With every query parameter, body key, choice and block."""
    assert document.operations
    found = list(unreached(document, calls))
    assert not found, "\n".join(found)


def test_every_request_validates_against_the_document(document: Document, calls: list[RecordedCall]) -> None:
    assert list(unknown_requests(document, calls)) == []


def test_every_argument_is_sent(document: Document, calls: list[RecordedCall]) -> None:
    assert list(lost_arguments(document, calls)) == []


def test_every_method_sends_a_request_unless_listed(calls: list[RecordedCall]) -> None:
    assert {call.method for call in calls} == {method.name for method in recorded_methods(TMDB)}
    assert list(silent_methods(calls)) == []


def test_sync_and_async_clients_send_the_same_requests(
    document: Document, files: Path, calls: list[RecordedCall]
) -> None:
    assert record_async(document, str(files)) == calls


# The rules find faults that are put into the facade.


def renamed(endpoint: ModuleType, names: dict[str, str]) -> Callable[..., Request]:
    """Return a request builder that sends some query parameters under other names."""
    build: Callable[..., Request] = vars(endpoint)["request"]

    def request(*args: object, **kwargs: object) -> Request:
        made = build(*args, **kwargs)
        query = {names.get(name, name): value for name, value in made.query.items()}
        return Request(made.operation, made.path, query, made.body)

    return request


class FaultyMovies(MoviesResource):
    """Methods with one fault each."""

    def credits_without_language(self, movie_id: int) -> MovieCredits:
        """Accept no language."""
        return self._requester.call(api.movies.credits, movie_id)

    def credits_that_forget(self, movie_id: int, *, language: str | None = None) -> MovieCredits:
        """Accept a language and do not send it."""
        return self._requester.call(api.movies.credits, movie_id)

    def rate_doubly(self, movie_id: int, value: float) -> StatusResponse:
        """Send another value than the argument, above the maximum."""
        return self._requester.call(api.movies.rate, movie_id, {"value": value * 2})


class FaultyEpisodes(TVEpisodesResource):
    """A method with a fault."""

    def ids_of_another(self, series_id: int, season_number: int, episode_number: int) -> EpisodeExternalIds:
        """Swap two path parameters."""
        return self._requester.call(api.tv_episodes.external_ids, series_id, episode_number, season_number)


class Fault(NamedTuple):
    """A replacement for a part of the facade, and the findings that it causes."""

    owner: object
    name: str
    value: object
    findings: list[str]


FAULTS = {
    "a method is missing": Fault(
        MoviesResource, "release_dates", None, ["GET /3/movie/{movie_id}/release_dates: no method calls it"]
    ),
    "a parameter is missing": Fault(
        MoviesResource,
        "credits",
        FaultyMovies.credits_without_language,
        ["GET /3/movie/{movie_id}/credits: language: no method sends this parameter"],
    ),
    "a parameter is forgotten": Fault(
        MoviesResource,
        "credits",
        FaultyMovies.credits_that_forget,
        [
            "GET /3/movie/{movie_id}/credits: language: no method sends this parameter",
            "movies.credits does not send its language: pt-BR",
            "movies.credits sends GET /3/movie/101/credits: language should be pt-BR",
        ],
    ),
    "a parameter is misnamed": Fault(
        api.movies.credits,
        "request",
        renamed(api.movies.credits, {"language": "lang"}),
        [
            "GET /3/movie/{movie_id}/credits: language: no method sends this parameter",
            "movies.credits sends GET /3/movie/101/credits?lang=pt-BR: query: Additional properties are not allowed ('lang' was unexpected)",
            "movies.credits sends GET /3/movie/101/credits?lang=pt-BR: language should be pt-BR",
        ],
    ),
    "two parameters are mixed up": Fault(
        api.changes.movies,
        "request",
        renamed(api.changes.movies, {"start_date": "end_date", "end_date": "start_date"}),
        ["start_date should be 2024-03-01", "end_date should be 2024-03-02"],
    ),
    "a range is upside down": Fault(
        api.discover.tv,
        "request",
        renamed(api.discover.tv, {"vote_count.gte": "vote_count.lte", "vote_count.lte": "vote_count.gte"}),
        ["vote_count.gte should be", "vote_count.lte should be"],
    ),
    "two parts of a path are mixed up": Fault(
        TVEpisodesResource,
        "external_ids",
        FaultyEpisodes.ids_of_another,
        ["season_number should be 102", "episode_number should be 103"],
    ),
    "a body is not as documented": Fault(
        MoviesResource,
        "rate",
        FaultyMovies.rate_doubly,
        [
            "POST /3/movie/{movie_id}/rating: guest_session_id: no method sends this parameter",
            "body value: 15.0 is greater than the maximum of 10",
            "movies.rate does not send its value: 7.5",
        ],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_in_the_facade_is_found(
    name: str, document: Document, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, attribute, value, findings = FAULTS[name]
    monkeypatch.setattr(owner, attribute, value)

    found = every_finding(document, record_sync(document, str(files)))

    assert [line for line in findings if not any(line in one for one in found)] == []


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (Sent("GET", "/3/movie/changes", (("page", "two"),), ""), 'query page: "two" is not of type "integer"'),
        (
            Sent("GET", "/3/movie/changes", (("start_date", "1/2/24"),), ""),
            'query start_date: "1/2/24" is not a "date"',
        ),
        (Sent("GET", "/3/movie/changes", (("page", "1"), ("page", "2")), ""), "page is sent more than once"),
        (Sent("GET", "/3/trending/all/year", (), ""), 'path time_window: "year" is not one of "day" or "week"'),
        (Sent("GET", "/3/discover/movie", (("include_adult", "True"),), ""), '"True" is not of type "boolean"'),
        (Sent("GET", "/3/search/movie", (), ""), 'query: "query" is a required property'),
        (Sent("POST", "/3/movie/1/rating", (), ""), '"body" is a required property'),
        (
            Sent("POST", "/3/movie/1/rating", (), '{"value": 7, "why": 1}'),
            "body: Additional properties are not allowed ('why' was unexpected)",
        ),
        (
            Sent("GET", "/3/movie/1", (), '{"value": 7}'),
            "Additional properties are not allowed ('body' was unexpected)",
        ),
    ],
)
def test_invalid_request_is_found(document: Document, sent: Sent, message: str) -> None:
    operation = document.find(sent.method, sent.path)

    assert operation is not None
    assert any(message in one for one in operation.faults(sent)), list(operation.faults(sent))
