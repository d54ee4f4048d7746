"""The answers to decode: answers of the embedded TMDB, extended to the sizes of TMDB's.

Lists are extended by repeating their entries with new ids. So the benchmarks need no recorded answers of TMDB, and
every run decodes the same bytes on every machine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

import httpx

from tmdb_facade import MovieAppend
from tmdb_facade.testing import TMDBServer

# Ten blocks, and the number of entries that each of their lists has for a well-known movie.
BLOCKS = (
    MovieAppend.CREDITS
    | MovieAppend.IMAGES
    | MovieAppend.VIDEOS
    | MovieAppend.KEYWORDS
    | MovieAppend.RECOMMENDATIONS
    | MovieAppend.SIMILAR
    | MovieAppend.RELEASE_DATES
    | MovieAppend.TRANSLATIONS
    | MovieAppend.EXTERNAL_IDS
    | MovieAppend.ALTERNATIVE_TITLES
)
SIZES: dict[str, dict[str, int]] = {
    "credits": {"cast": 80, "crew": 180},
    "images": {"backdrops": 120, "logos": 30, "posters": 200},
    "videos": {"results": 20},
    "keywords": {"keywords": 20},
    "recommendations": {"results": 20},
    "similar": {"results": 20},
    "release_dates": {"results": 50},
    "translations": {"translations": 45},
    "alternative_titles": {"titles": 40},
}
MOVIE_ID = 550
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies of JSON answers."""

    search_page: bytes
    mixed_page: bytes
    mixed_page_of_movies: bytes
    movie: bytes
    movie_with_blocks: bytes


def make_bodies() -> Bodies:
    """Request answers from the embedded TMDB and extend their lists."""
    with TMDBServer() as server, httpx.Client(base_url=server.base_url) as client:
        client.headers["Authorization"] = f"Bearer {server.access_token}"
        get = partial(_get, client)
        page = get("/3/search/movie", query="the")
        mixed = get("/3/search/multi", query="the")
        # A single page may lack one of the media types.
        mixed["results"] += get("/3/search/multi", query="star")["results"]
        movie = get(f"/3/movie/{MOVIE_ID}")
        appended = get(f"/3/movie/{MOVIE_ID}", append_to_response=",".join(BLOCKS.blocks))
    page["results"] = extend(page["results"], PAGE_SIZE)
    movies = {**mixed, "results": extend(_of_media_type(mixed["results"], "movie"), PAGE_SIZE)}
    mixed["results"] = _mix(mixed["results"])
    for block, lists in SIZES.items():
        for key, size in lists.items():
            appended[block][key] = extend(appended[block][key], size)
    return Bodies(*(_dump(body) for body in (page, mixed, movies, movie, appended)))


def extend(entries: list[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    """Repeat entries up to a number. Repeated entries with an id get a new one.

    Raises:
        ValueError: The list is empty: the embedded TMDB no longer has the data that the benchmark needs.
    """
    if not entries:
        raise ValueError("the embedded TMDB returned an empty list, so there is nothing to repeat")
    return [_renumber(entries[index % len(entries)], index) for index in range(size)]


def _renumber(entry: dict[str, Any], number: int) -> dict[str, Any]:
    identifier = entry.get("id")
    # Larger than the ids of TMDB: no other entry has the new one.
    return {**entry, "id": identifier + number * 10_000_000} if isinstance(identifier, int) else entry


def _mix(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Build a page of 12 movies, 5 series and 3 people."""
    sizes = {"movie": 12, "tv": 5, "person": 3}
    return [entry for media_type, size in sizes.items() for entry in extend(_of_media_type(entries, media_type), size)]


def _of_media_type(entries: list[dict[str, Any]], media_type: str) -> list[dict[str, Any]]:
    return [entry for entry in entries if entry["media_type"] == media_type]


def _get(client: httpx.Client, path: str, **query: str) -> dict[str, Any]:
    response = client.get(path, params=query).raise_for_status()
    body: dict[str, Any] = response.json()
    return body


def _dump(body: dict[str, Any]) -> bytes:
    """Serialize as TMDB does: without spaces or escapes of non-ASCII characters."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
