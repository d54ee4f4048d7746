"""Asking the embedded TMDB: what several tests of behaviour do."""

from __future__ import annotations

from typing import Any

import httpx


def get(api: httpx.Client, path: str, **query: str | int) -> Any:
    """Return a body that has to come; of a parameter's name `__` is the dot, as in `vote_count__gte`."""
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


def refusal(api: httpx.Client, path: str, **query: str | int) -> tuple[int, int]:
    """Return the HTTP status and TMDB's code of a refusal that has to come."""
    answer = api.get(path, params={name.replace("__", "."): value for name, value in query.items()})
    return answer.status_code, answer.json()["status_code"]
