"""Call every method of a client, sync or async, and record its requests."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncIterator
from operator import attrgetter
from typing import Any, NamedTuple, TypeGuard

import httpx

from scripts.ledger.document import Document, Sent
from scripts.ledger.methods import Method, methods
from scripts.ledger.reviewed import REVIEWED
from scripts.ledger.values import Arguments, argument_sets
from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager, UserCredentials

#: A well-formed token that grants nothing.
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl"
#: A user, for the operations that need one.
USER = UserCredentials(
    session_id="5e551011", access_token=TOKEN, account_id=1, account_object_id="4bc8892a017a3c0f92000001"
)
BASE_URL = "https://tmdb.test"
#: An answer that decodes as any model: as a record and as the first of two pages.
ANSWER: dict[str, Any] = {
    "id": 1,
    "name": "One",
    "images": {"secure_base_url": "https://image.tmdb.test/t/p/", "poster_sizes": ["w500", "original"]},
    "item_present": True,
    "items": [],
    "page": 1,
    "results": [{"id": 1, "media_type": "movie", "name": "One", "title": "One"}],
    "success": True,
    "total_pages": 2,
    "total_results": 21,
}


class RecordedCall(NamedTuple):
    """A call and its requests.

    Attributes:
        method: The method's name, such as `tv.seasons.details`.
        arguments: Its arguments.
        paged: Whether it returned a pager, of which two pages were requested.
        sent: The requests to the API, sorted; requests to other hosts are left out.
    """

    method: str
    arguments: Arguments
    paged: bool
    sent: tuple[Sent, ...]

    def __str__(self) -> str:
        """Return the call as source."""
        return f"{self.method}({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})"


class Recorder:
    """A mock TMDB that answers every request and records it.

    Attributes:
        transport: The client's `transport=`.
    """

    def __init__(self, document: Document) -> None:
        """Initialize with the document that shows which operations return a list."""
        self.transport = httpx.MockTransport(self._answer)
        self._document = document
        self._sent: list[Sent] = []

    def take(self) -> tuple[Sent, ...]:
        """Return the requests since the last call, sorted, because concurrent requests have no order."""
        sent, self._sent = tuple(sorted(self._sent)), []
        return sent

    def _answer(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        if not str(url).startswith(BASE_URL):
            return httpx.Response(200, content=b"a file")
        self._sent.append(Sent(request.method, url.path, tuple(url.params.multi_items()), request.content.decode()))
        operation = self._document.find(request.method, url.path)
        if operation is not None and operation.answers_list:
            return httpx.Response(200, content=b"[]")
        blocks: dict[str, Any] = {name: {} for name in url.params.get("append_to_response", "").split(",")}
        return httpx.Response(200, content=json.dumps(blocks | ANSWER))


def record_sync(document: Document, files: str) -> list[RecordedCall]:
    """Call every method of the sync client, in the order of their names.

    Args:
        document: The prepared document.
        files: A folder for downloads.

    Returns:
        The recorded calls.
    """
    recorder = Recorder(document)
    with TMDB(TOKEN, base_url=BASE_URL, transport=recorder.transport, on_drift="ignore") as tmdb:
        return asyncio.run(_record(tmdb.as_user(USER), recorder, files))


def record_async(document: Document, files: str) -> list[RecordedCall]:
    """Call every method of the async client; otherwise like `record_sync`."""

    async def record() -> list[RecordedCall]:
        recorder = Recorder(document)
        async with AsyncTMDB(TOKEN, base_url=BASE_URL, transport=recorder.transport, on_drift="ignore") as tmdb:
            return await _record(tmdb.as_user(USER), recorder, files)

    return asyncio.run(record())


async def _record(tmdb: TMDB | AsyncTMDB, recorder: Recorder, files: str) -> list[RecordedCall]:
    calls: list[RecordedCall] = []
    for method, arguments in _calls_to_make(type(tmdb), files):
        result = attrgetter(method.name)(tmdb)(**arguments)
        if inspect.isawaitable(result):
            await result
        if _is_pager(result):
            pages = result.prefetch(1).pages()
            _ = [page async for page in pages] if isinstance(pages, AsyncIterator) else list(pages)
        calls.append(RecordedCall(method.name, arguments, _is_pager(result), recorder.take()))
    return calls


def _is_pager(value: object) -> TypeGuard[Pager[object, object] | AsyncPager[object, object]]:
    return isinstance(value, Pager | AsyncPager)


def recorded_methods(client: type) -> list[Method]:
    """Return the methods of a client class that are called."""
    return [method for method in methods(client) if method.name not in REVIEWED.composed]


def _calls_to_make(client: type, files: str) -> list[tuple[Method, Arguments]]:
    made = [(method, arguments) for method in recorded_methods(client) for arguments in argument_sets(method)]
    for _, arguments in made:
        if "target" in arguments:
            arguments["target"] = f"{files}/{arguments['target']}"
    return made
