"""A TMDB of a few lines for unit tests: it answers what a test says and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

#: Credentials of the right form; they open nothing.
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl"
KEY = "0123456789abcdef0123456789abcdef"

Answer = httpx.Response | Exception
Rule = Callable[[httpx.Request], Answer]


class Fake:
    """A server in the place of the network, for either client.

    Attributes:
        requests: What was asked, credentials included.
        transport: What to pass as `transport=`.
    """

    def __init__(self, answer: Answer | Rule | None = None) -> None:
        """Answer everything with `answer`, or with what it gives for a request; by default with an empty object."""
        self.requests: list[httpx.Request] = []
        self.transport = httpx.MockTransport(self._handle)
        self._answer = answer if answer is not None else say({})

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
        # Each request gets an answer of its own: reading one closes it.
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


async def await_nothing(event: object) -> None:
    """Be a coroutine function, in the tests of both clients."""


def say(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> httpx.Response:
    """Make a JSON answer."""
    return httpx.Response(
        status, headers={"content-type": "application/json", **(headers or {})}, content=json.dumps(value)
    )


def refuse(status: int, code: int | None = None, message: str = "No.", **headers: str) -> httpx.Response:
    """Make an error as TMDB sends it."""
    body = {"success": False, "status_code": code, "status_message": message}
    return say(body, status, {name.replace("_", "-"): value for name, value in headers.items()})


def then(*answers: Answer) -> Fake:
    """Make a server that answers each request with the next of these."""
    left = iter(answers)
    return Fake(lambda _: next(left))


def movie(number: int) -> dict[str, object]:
    """Make a row of a list of films."""
    return {"id": number, "title": f"Film {number}", "release_date": "2001-02-03", "genre_ids": [18]}


def pages(total: int, size: int = 20, *, said: int | None = None) -> Callable[[httpx.Request], httpx.Response]:
    """Make the answers of a list.

    Args:
        total: How many films it has.
        size: How many are on a page.
        said: How many pages it claims to have, when that is not the truth.

    Returns:
        What answers each of its pages.
    """

    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", "1"))
        first = (number - 1) * size + 1
        rows = [movie(index) for index in range(first, min(first + size, total + 1))]
        total_pages = said if said is not None else -(-total // size)
        return say({"page": number, "results": rows, "total_pages": total_pages, "total_results": total})

    return answer
