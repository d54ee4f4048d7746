"""Operations and blocks that TMDB no longer documents have the shapes of their last recordings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

import httpx
import pytest

from scripts.evidence.recordings import RecordedAnswer, find_operation
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.handlers import UNDOCUMENTED
from tmdb_facade.testing.protocol.routing import Router

pytestmark = pytest.mark.conformance

# A request for each old operation, to records of the built-in catalogue.
REQUESTS = {
    "/3/company/{company_id}/movies": "/3/company/25/movies",
    "/3/genre/list": "/3/genre/list",
    "/3/genre/{genre_id}/movies": "/3/genre/18/movies",
    "/3/job/list": "/3/job/list",
    "/3/movie/{movie_id}/casts": "/3/movie/550/casts",
    "/3/movie/{movie_id}/releases": "/3/movie/550/releases",
    "/3/movie/{movie_id}/similar_movies": "/3/movie/550/similar_movies",
    "/3/movie/{movie_id}/trailers": "/3/movie/550/trailers",
    "/3/people/popular": "/3/people/popular",
    "/3/person/{person_id}/credits": "/3/person/138/credits",
    "/3/search/list": "/3/search/list?query=one",
    "/3/timezones/list": "/3/timezones/list",
}
OLD_BLOCKS = ("releases", "trailers")
# Fields that TMDB has added to all rows, descriptors and lists since the older recordings.
ADDED = {
    *(
        "adult",
        "backdrop_path",
        "cast_id",
        "credit_id",
        "descriptors",
        "gender",
        "genre_ids",
        "iso_3166_1",
        "known_for",
    ),
    *("known_for_department", "order", "original_language", "original_name", "overview", "popularity", "primary"),
    *("softcore", "type", "video", "vote_average", "vote_count"),
}


def newest(recordings: list[RecordedAnswer]) -> dict[str, RecordedAnswer]:
    """Return the newest recording of each operation that TMDB does not document."""
    old = [
        one
        for one in recordings
        if one.template and one.is_success() and find_operation(one.method, one.template) is None
    ]
    # In 2016 a path answered with the configuration; its recording of 2025 has its own answer.
    return {one.template: one for one in sorted(old, key=lambda one: one.date)}


def shapes(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the type of each value; codes as keys are one path."""
    if isinstance(value, dict):
        for key, one in cast("dict[str, object]", value).items():
            yield from shapes(one, f"{path}.{'AA' if len(key) == 2 and key.isupper() else key}")
    elif isinstance(value, list):
        for one in cast("list[object]", value):
            yield from shapes(one, f"{path}[]")
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path, "number"
    else:
        yield path, type(value).__name__


def check(served: object, recorded: object) -> None:
    """Check that the served answer has each recorded field with its type, and others only if TMDB has added them."""
    ours, theirs = set(shapes(served)), set(shapes(recorded))
    nulls = {path for path, kind in ours | theirs if kind == "NoneType"}
    assert {path for path, _ in theirs} <= {path for path, _ in ours}
    assert {path for path, _ in theirs - ours} <= nulls
    assert {path for path, _ in ours - theirs if not ADDED & set(path.replace("[]", "").split("."))} == set()


def read(server: TMDBServer, path: str) -> Any:
    """Return the answer of the embedded TMDB."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    answer = server.transport.handle_request(httpx.Request("GET", f"{server.base_url}{path}", headers=headers))
    return json.loads(answer.read())


def test_old_operations_have_the_recorded_shapes(recordings: list[RecordedAnswer]) -> None:
    found, router = newest(recordings), Router(UNDOCUMENTED)
    assert found.keys() == REQUESTS.keys()
    with TMDBServer() as server:
        for template, recording in found.items():
            path = REQUESTS[template]
            assert router.find("GET", path.partition("?")[0]) is not None
            check(read(server, path), json.loads(recording.body))


def test_old_blocks_have_the_recorded_shapes(recordings: list[RecordedAnswer]) -> None:
    bodies = [
        (one.date, json.loads(one.body))
        for one in recordings
        if one.template == "/3/movie/{movie_id}" and one.is_success()
    ]
    with TMDBServer() as server:
        served = read(server, f"/3/movie/550?append_to_response={','.join(OLD_BLOCKS)}")
    for name in OLD_BLOCKS:
        _, recorded = max((date, body[name]) for date, body in bodies if body.get(name))
        check(served[name], recorded)
