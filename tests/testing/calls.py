"""Requests to the embedded TMDB that several tests send."""

from __future__ import annotations

from typing import Any

import httpx


def get(api: httpx.Client, path: str, **query: str | int) -> Any:
    """Return the body of a successful response. In parameter names `__` stands for a dot, as in `vote_count__gte`."""
    answer = api.get(path, params={name.replace("__", "."): value for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(api: httpx.Client, path: str, **query: str | int) -> list[int]:
    """Return the ids of the rows of all pages of a list."""
    found: list[int] = []
    number, pages = 0, 1
    while number < pages:
        number += 1
        body = get(api, path, **query, page=number)
        pages = body["total_pages"]
        found += [row["id"] for row in body["results"]]
        assert body["total_results"] >= len(found)
    return found


def error(api: httpx.Client, path: str, **query: str | int) -> tuple[int, int]:
    """Return the HTTP status and TMDB's code of an error response."""
    answer = api.get(path, params={name.replace("__", "."): value for name, value in query.items()})
    return answer.status_code, answer.json()["status_code"]
