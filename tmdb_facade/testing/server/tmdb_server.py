"""An embedded TMDB server."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade.testing.catalogue import Catalogue, CatalogueError, builtin, problems
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import RequestLog
from tmdb_facade.testing.state.clock import Clock
from tmdb_facade.testing.state.credentials import Credentials, make_credentials
from tmdb_facade.testing.state.file import StateFile
from tmdb_facade.testing.state.store import DEMO, State
from tmdb_facade.testing.state.users import User, find_or_add_account, login

from .app import ImageHost, create_app
from .server_thread import ServerThread, listen

if TYPE_CHECKING:
    from . import in_process
else:
    in_process = lazy_module(f"{__package__}.in_process")


class TMDBServer:
    """An embedded TMDB that runs in a thread of this process.

        with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
            print(tmdb.movies.details(550).title)

    `faults` injects errors, `requests` is the log of requests, and `transport` serves clients without a port or a thread.

    Each server has its own port, so several servers can run at the same time. Its credentials have the format of TMDB's,
    as some clients validate it, but only embedded servers accept them.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        *,
        port: int = 0,
        credentials: Credentials | None = None,
        state_file: Path | str | None = None,
        images: ImageHost = "own",
    ) -> None:
        """Create a server. `start()`, or using it as a context manager, makes it listen.

        Args:
            catalogue: The facts to answer from; by default the built-in catalogue.
            port: The port on 127.0.0.1; 0 picks a free one.
            credentials: The credentials to accept; by default `make_credentials()`.
            state_file: An SQLite file for users, sessions, ratings, favorites, watchlists and lists, created if missing.
                A later server with the same file continues from there. By default the state is in memory.
            images: The image server that `/3/configuration` names: `own`, so that programs load images from this server,
                or `tmdb`. To requests for a host of TMDB it always names TMDB's.

        Raises:
            CatalogueError: The catalogue has a dangling reference or contradicts itself.
            StateFileError: The state file cannot be used.
        """
        self._credentials = credentials or make_credentials()
        if catalogue is None:
            catalogue = builtin()
        elif wrong := problems(catalogue):
            # Otherwise a later request would fail with a 500.
            raise CatalogueError("\n".join(["the catalogue is not consistent:", *wrong]))
        self._state = State(catalogue, self._credentials, StateFile(state_file) if state_file else None)
        self._faults = Faults()
        self._requests = RequestLog()
        self._app = create_app(
            catalogue,
            credentials=self._credentials,
            state=self._state,
            faults=self._faults,
            requests=self._requests,
            images=images,
        )
        self._port = port
        self._running: ServerThread | None = None

    def __repr__(self) -> str:
        """Return a representation with the base URL."""
        return f"<TMDBServer {self.base_url if self._running else '(not running)'}>"

    @property
    def access_token(self) -> str:
        """The API Read Access Token that this server accepts."""
        return self._credentials.access_token

    @property
    def api_key(self) -> str:
        """The API key that this server accepts."""
        return self._credentials.api_key

    @property
    def session_id(self) -> str:
        """The session of the user `demo`."""
        return self._credentials.session_id

    @property
    def clock(self) -> Clock:
        """The server's clock, which decides when tokens expire. Tests can stop and advance it."""
        return self._state.clock

    @property
    def state(self) -> State:
        """The server's state, for tests that inspect or change it: hold `state.lock` while you use it."""
        return self._state

    @property
    def faults(self) -> Faults:
        """The faults of this server: `server.faults.status(503, times=2, on="movies_details")`."""
        return self._faults

    @property
    def requests(self) -> RequestLog:
        """The log of requests: `server.requests.of("movies_details")`."""
        return self._requests

    @property
    def transport(self) -> in_process.InProcessTransport:
        """A sync and async httpx transport that calls this server without a socket, whether or not it listens.

        The server need not be started:

            server = TMDBServer()
            with TMDB(server.access_token, transport=server.transport) as tmdb:
                print(tmdb.movies.details(550).title)
        """
        # Imported on demand: most servers are used over a socket, and httpx takes a third of the import time.
        return in_process.InProcessTransport(self._app)

    def reset(self) -> None:
        """Restore the initial state: the first user and lists, the current time, no faults and an empty log."""
        self._faults.clear()
        self._state.reset()
        self._requests.clear()

    def login(self, username: str = DEMO) -> User:
        """Log a user in.

        Args:
            username: The login name; the user is created if missing.

        Returns:
            The user, with a new session and a new v4 access token.
        """
        return login(self._state, username)

    def approve(self, request_token: str, username: str = DEMO) -> None:
        """Approve a request token, as a user does on the approval page.

        Args:
            request_token: A request token of v3 or v4.
            username: The login name; the user is created if missing.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        with self._state.lock:
            self._state.approve(request_token, find_or_add_account(self._state, username))

    def deny(self, request_token: str) -> None:
        """Deny a request token, as a user does on the approval page.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        with self._state.lock:
            self._state.deny(request_token)

    @property
    def base_url(self) -> str:
        """The base URL, such as `http://127.0.0.1:41234`.

        Raises:
            RuntimeError: The server is not running.
        """
        if self._running is None:
            raise RuntimeError("the server is not running: use it as a context manager, or call start()")
        return f"http://127.0.0.1:{self._running.port}"

    def start(self) -> None:
        """Start the server, and wait until it answers.

        Raises:
            RuntimeError: The server is running already, or did not start in time.
            OSError: The port is in use.
        """
        if self._running is not None:
            raise RuntimeError("the server is already running")
        self._state.open()
        try:
            running = ServerThread(self._app, listen(self._port))
            running.start()
        except BaseException:
            # Nobody calls `stop()` now, but another server must be able to use the file.
            self._state.close()
            raise
        self._running = running

    def stop(self) -> None:
        """Stop the server and its thread, and close the state file. Does nothing if the server is not running."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()
        self._state.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()
