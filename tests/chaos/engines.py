"""The table of engines. One line adds an engine to the chaos suite and to the soak."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypedDict, cast

import httpx

from tmdb_facade import TMDB, AsyncTMDB, RequestEvent

if TYPE_CHECKING:
    from tmdb_facade._runtime.engine_tasks import AsyncEngineName
    from tmdb_facade._runtime.engine_threads import EngineName as SyncEngineName

#: The connections of a client, under every engine.
CONNECTIONS = 20


class Options(TypedDict, total=False):
    """The options of a client that the suite sets."""

    access_token: str
    base_url: str
    session_id: str
    timeout: float
    total_timeout: float
    max_retries: int
    max_connections: int
    on_request: Callable[[RequestEvent], None]


OpenSync: TypeAlias = Callable[[Options], AbstractContextManager[TMDB]]
OpenAsync: TypeAlias = Callable[[Options], AbstractAsyncContextManager[AsyncTMDB]]


class Engine(NamedTuple):
    """An engine, and its documented weaknesses.

    Attributes:
        name: The name in test ids.
        open_sync: Opens a sync client; None if the engine has none.
        open_async: Opens an async client; None if the engine has none.
        overrun: The seconds that a call may last beyond its deadline.
        lives_on: Whether the exchange of a cancelled or closed call may live on, until its own end.
        is_forkable: Whether forked processes may use the client.
    """

    name: str
    open_sync: OpenSync | None
    open_async: OpenAsync | None
    overrun: float = 0.0
    lives_on: bool = False
    is_forkable: bool = True


_LIMITS = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)


@contextmanager
def _user_client(options: Options) -> Generator[TMDB]:
    with httpx.Client(limits=_LIMITS) as client, TMDB(**options, http_client=client) as tmdb:
        yield tmdb


@asynccontextmanager
async def _user_client_async(options: Options) -> AsyncGenerator[AsyncTMDB]:
    async with httpx.AsyncClient(limits=_LIMITS) as client, AsyncTMDB(**options, http_client=client) as tmdb:
        yield tmdb


def _named(name: str) -> OpenSync:
    @contextmanager
    def open_client(options: Options) -> Generator[TMDB]:
        with TMDB(**options, engine=cast("SyncEngineName", name)) as tmdb:
            yield tmdb

    return open_client


def _named_async(name: str) -> OpenAsync:
    @asynccontextmanager
    async def open_client(options: Options) -> AsyncGenerator[AsyncTMDB]:
        async with AsyncTMDB(**options, engine=cast("AsyncEngineName", name)) as tmdb:
            yield tmdb

    return open_client


ENGINES = [
    Engine("httpx", _named("httpx"), _named_async("httpx")),
    # Under a user's client, a deadline applies between the parts of a response only: a dripping head is one part. Its
    # connections are the user's, so that forked processes would share them.
    Engine("http_client", _user_client, _user_client_async, overrun=1.5, lives_on=True, is_forkable=False),
    Engine("pyreqwest", _named("pyreqwest"), None, lives_on=True),
    Engine("aiohttp", None, _named_async("aiohttp")),
]
