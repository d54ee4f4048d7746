"""A fake TMDB for unit tests: it returns the responses of a test and records the requests."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

#: Well-formed credentials that are not valid anywhere.
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl"
KEY = "0123456789abcdef0123456789abcdef"

#: An answer of a gateway or proxy in front of TMDB.
FORBIDDEN = {"message": "Forbidden"}

Answer = httpx.Response | Exception
Rule = Callable[[httpx.Request], Answer]


class Fake:
    """A fake TMDB behind a mock transport, for both clients.

    Attributes:
        requests: The requests, with credentials.
        transport: The transport to pass to the client.
    """

    def __init__(self, answer: Answer | Rule | None = None) -> None:
        """Return `answer`, or the result of calling it, for every request; by default an empty JSON object."""
        self.requests: list[httpx.Request] = []
        self.transport = httpx.MockTransport(self._handle)
        self._answer = answer if answer is not None else json_response({})

    @property
    def last(self) -> httpx.Request:
        """The last request."""
        return self.requests[-1]

    @property
    def query(self) -> dict[str, str]:
        """The query of the last request."""
        return dict(self.last.url.params)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self._answer if isinstance(self._answer, httpx.Response | Exception) else self._answer(request)
        if isinstance(answer, Exception):
            raise answer
        # Reading a response closes it, so every request gets a new one.
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


async def async_no_op(event: object) -> None:
    """Do nothing, as an async hook."""


def json_response(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> httpx.Response:
    """Return a JSON response."""
    return httpx.Response(
        status, headers={"content-type": "application/json", **(headers or {})}, content=json.dumps(value)
    )


def error_response(status: int, code: int | None = None, message: str = "No.", **headers: str) -> httpx.Response:
    """Return an error response in TMDB's form."""
    body = {"success": False, "status_code": code, "status_message": message}
    return json_response(body, status, {name.replace("_", "-"): value for name, value in headers.items()})


def fake_sequence(*answers: Answer) -> Fake:
    """Return a fake TMDB that sends these responses in order."""
    remaining = iter(answers)
    return Fake(lambda _: next(remaining))


def movie(number: int) -> dict[str, object]:
    """Return a row of a list of movies."""
    return {"id": number, "title": f"Movie {number}", "release_date": "2001-02-03", "genre_ids": [18]}


def movie_pages(
    total: int, size: int = 20, *, claimed_pages: int | None = None
) -> Callable[[httpx.Request], httpx.Response]:
    """Return a rule that answers with the pages of a list of movies.

    Args:
        total: Number of movies.
        size: Movies per page.
        claimed_pages: The number of pages to claim instead of the true one.

    Returns:
        A function from a request to the response for its page.
    """

    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", "1"))
        first = (number - 1) * size + 1
        rows = [movie(index) for index in range(first, min(first + size, total + 1))]
        total_pages = claimed_pages if claimed_pages is not None else -(-total // size)
        return json_response({"page": number, "results": rows, "total_pages": total_pages, "total_results": total})

    return answer


def no_package(name: str) -> None:
    """Find no package, in place of `importlib.util.find_spec`."""
