"""The answers that are decoded: the embedded TMDB's, grown to the sizes of real ones.

Lists are filled up by repeating their own entries, with ids of their own. So nobody's texts are needed, and every run,
on every machine, reads the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

import httpx

from tmdb_facade import MovieAppend
from tmdb_facade.testing import TMDBServer

# Ten blocks, and how many entries each list in them has for a film that many people know.
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
FILM = 550
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Bodies:
    """JSON texts, in UTF-8."""

    search_page: bytes
    mixed_page: bytes
    mixed_films: bytes
    film: bytes
    film_with_blocks: bytes


def make_bodies() -> Bodies:
    """Ask the embedded TMDB for answers and bring them to size."""
    with TMDBServer() as server, httpx.Client(base_url=server.base_url) as client:
        client.headers["Authorization"] = f"Bearer {server.access_token}"
        get = partial(_get, client)
        page = get("/3/search/movie", query="the")
        mixed = get("/3/search/multi", query="the")
        # One page need not hold every kind.
        mixed["results"] += get("/3/search/multi", query="star")["results"]
        film = get(f"/3/movie/{FILM}")
        appended = get(f"/3/movie/{FILM}", append_to_response=",".join(BLOCKS.blocks))
    page["results"] = fill(page["results"], PAGE_SIZE)
    films = {**mixed, "results": fill(_kind(mixed["results"], "movie"), PAGE_SIZE)}
    mixed["results"] = _mix(mixed["results"])
    for block, lists in SIZES.items():
        for key, size in lists.items():
            appended[block][key] = fill(appended[block][key], size)
    return Bodies(*(_dump(body) for body in (page, mixed, films, film, appended)))


def fill(entries: list[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    """Repeat entries up to a number of them, each with an id of its own where it has one.

    Raises:
        ValueError: There is nothing to repeat: the embedded TMDB has lost what this measures.
    """
    if not entries:
        raise ValueError("the embedded TMDB answered an empty list")
    return [_renumber(entries[index % len(entries)], index) for index in range(size)]


def _renumber(entry: dict[str, Any], number: int) -> dict[str, Any]:
    identifier = entry.get("id")
    return {**entry, "id": identifier + number} if isinstance(identifier, int) else entry


def _mix(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Make a page of 12 films, 5 series and 3 people."""
    sizes = {"movie": 12, "tv": 5, "person": 3}
    return [entry for kind, size in sizes.items() for entry in fill(_kind(entries, kind), size)]


def _kind(entries: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [entry for entry in entries if entry["media_type"] == kind]


def _get(client: httpx.Client, path: str, **query: str) -> dict[str, Any]:
    answer = client.get(path, params=query).raise_for_status()
    body: dict[str, Any] = answer.json()
    return body


def _dump(body: dict[str, Any]) -> bytes:
    """Write JSON as TMDB does: without spaces, letters as they are."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
