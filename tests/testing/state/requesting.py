"""Requests to the server that several tests of the state send."""

from __future__ import annotations

from typing import Any

import httpx

#: The HTTP status, with the body of a success or TMDB's code of an error.
Outcome = tuple[int, Any]


def outcome(response: httpx.Response) -> Outcome:
    """Return the HTTP status, with the body of a success or TMDB's code of an error."""
    body = response.json()
    return response.status_code, body if response.is_success else body.get("status_code", body)


def status_and_code(result: Outcome) -> tuple[int, int]:
    """Return the HTTP status and TMDB's code, also of a success."""
    status, body = result
    return status, body if isinstance(body, int) else body["status_code"]


def post(client: httpx.Client, path: str, **body: object) -> Outcome:
    """Send a POST request with a JSON object."""
    return outcome(client.post(path, json=body))


def put(client: httpx.Client, path: str, **body: object) -> Outcome:
    """Send a PUT request with a JSON object."""
    return outcome(client.put(path, json=body))


def delete(client: httpx.Client, path: str, **body: object) -> Outcome:
    """Send a DELETE request with a JSON object."""
    return outcome(client.request("DELETE", path, json=body))


def rows(client: httpx.Client, path: str, **query: str) -> list[Any]:
    """Return the rows of a page."""
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    results: list[Any] = response.json()["results"]
    return results


def ids(client: httpx.Client, path: str, **query: str) -> list[int]:
    """Return the ids of the rows of a page."""
    return [row["id"] for row in rows(client, path, **query)]


def v3_token(app: httpx.Client) -> str:
    """Create a v3 request token."""
    token: str = app.get("/3/authentication/token/new").json()["request_token"]
    return token


def v4_token(app: httpx.Client, **body: object) -> str:
    """Create a v4 request token."""
    token: str = app.post("/4/auth/request_token", json=body).json()["request_token"]
    return token


def create_list(client: httpx.Client, **body: str) -> int:
    """Create a v3 list and return its id."""
    number: int = client.post("/3/list", json={"name": "To see", **body}).json()["list_id"]
    return number
