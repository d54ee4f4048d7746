"""Requests to the embedded TMDB that several tests send."""

from __future__ import annotations

from typing import Any, NamedTuple

import httpx
import msgspec

from scripts.evidence.embedded_probes import probes
from tmdb_facade.testing import TMDBServer


class Answered(NamedTuple):
    """A request to a reading operation, and the answer.

    Attributes:
        url: The path of the request.
        query: Its query.
        status: The status of the answer.
        body: The body of the answer.
    """

    url: str
    query: dict[str, str]
    status: int
    body: bytes

    def json(self) -> Any:
        """Return the parsed body."""
        return msgspec.json.decode(self.body)


def answers_of(server: TMDBServer, path: str) -> list[Answered]:
    """Request a reading operation in many ways, without a socket or a client, which take longer than the server.

    Args:
        server: The server.
        path: The path of the operation, with the names of its parameters.
    """
    headers = {"authorization": f"Bearer {server.access_token}"}
    found: list[Answered] = []
    for url, query in probes(path):
        answer = server.transport.handle_request(
            httpx.Request("GET", f"{server.base_url}{url}", params=query, headers=headers)
        )
        found.append(Answered(url, query, answer.status_code, answer.read()))
    return found


def get(api: httpx.Client, path: str, **query: str | int) -> Any:
    """Return the body of a successful response. In parameter names `__` stands for a dot, as in `vote_count__gte`."""
    answer = api.get(path, params={name.replace("__", "."): value for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


def pages(api: httpx.Client, path: str, **query: str | int) -> list[Any]:
    """Return the bodies of all pages of a list."""
    found = [get(api, path, **query, page=1)]
    while len(found) < found[-1]["total_pages"]:
        found.append(get(api, path, **query, page=len(found) + 1))
    assert found[-1]["total_results"] >= sum(len(body["results"]) for body in found)
    return found


def ids(api: httpx.Client, path: str, **query: str | int) -> list[int]:
    """Return the ids of the rows of all pages of a list."""
    return [row["id"] for body in pages(api, path, **query) for row in body["results"]]


def error(api: httpx.Client, path: str, **query: str | int) -> tuple[int, int]:
    """Return the HTTP status and TMDB's code of an error response."""
    answer = api.get(path, params={name.replace("__", "."): value for name, value in query.items()})
    return answer.status_code, answer.json()["status_code"]
