"""A TMDB of one's own on a real port, for tests and demos."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tmdb_facade.testing.catalogue import Catalogue, CatalogueError, builtin, problems
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import RequestLog
from tmdb_facade.testing.state import DEMO, Clock, State, StateFile
from tmdb_facade.testing.state.credentials import Credentials, make_credentials
from tmdb_facade.testing.state.users import User, find_or_add_account, login

from .app import create_app
from .server_thread import ServerThread, listen

if TYPE_CHECKING:
    from .in_process import InProcessTransport


class TMDBServer:
    """An embedded TMDB that runs in a thread of this process.

        with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
            print(tmdb.movies.details(550).title)

    It misbehaves on demand (`faults`), tells what it was asked (`requests`), and is there without a port and a thread
    too (`transport`).

    Each server has a port of its own, so any number of them can run side by side. Its credentials have the form of
    TMDB's, so that clients which look at them are content, and open nothing but embedded servers.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        *,
        port: int = 0,
        credentials: Credentials | None = None,
        state_file: Path | str | None = None,
    ) -> None:
        """Prepare a server; `start()`, or entering it as a context manager, makes it listen.

        Args:
            catalogue: What it answers from; the package's own when not given.
            port: The port on 127.0.0.1; 0 for any free one.
            credentials: What it accepts; `make_credentials()` when not given.
            state_file: An SQLite file that keeps users, sessions, ratings, marks and lists, so that a server with the
                same file goes on where this one stopped; it is made when it is not there. In memory when not given.

        Raises:
            CatalogueError: Something in the catalogue refers to what is not there, or contradicts itself.
            StateFileError: The state file cannot be used.
        """
        self._credentials = credentials or make_credentials()
        if catalogue is None:
            catalogue = builtin()
        elif wrong := problems(catalogue):
            # Said here: a request would come upon it in the midst of an answer, which is a 500 then.
            raise CatalogueError("\n".join(["the catalogue does not hang together:", *wrong]))
        self._state = State(catalogue, self._credentials, StateFile(state_file) if state_file else None)
        self._faults = Faults()
        self._requests = RequestLog()
        self._app = create_app(
            catalogue,
            credentials=self._credentials,
            state=self._state,
            faults=self._faults,
            requests=self._requests,
        )
        self._wanted_port = port
        self._running: ServerThread | None = None

    def __repr__(self) -> str:
        """Say where it listens."""
        return f"<TMDBServer {self.base_url if self._running else 'that does not listen'}>"

    @property
    def access_token(self) -> str:
        """An API Read Access Token that this server accepts."""
        return self._credentials.access_token

    @property
    def api_key(self) -> str:
        """An API key that this server accepts."""
        return self._credentials.api_key

    @property
    def session_id(self) -> str:
        """The session of a logged-in user."""
        return self._credentials.session_id

    @property
    def clock(self) -> Clock:
        """The server's time, which tokens expire by and which a test can move."""
        return self._state.clock

    @property
    def state(self) -> State:
        """What the server remembers, for tests that want to look at it or to change it: hold its lock meanwhile."""
        return self._state

    @property
    def faults(self) -> Faults:
        """What goes wrong on demand: `server.faults.status(503, times=2, on="movies_details")`."""
        return self._faults

    @property
    def requests(self) -> RequestLog:
        """What the server was asked, and what it answered: `server.requests.of("movies_details")`."""
        return self._requests

    @property
    def transport(self) -> InProcessTransport:
        """An httpx transport, sync and async, that asks this server without a socket, whether or not it listens.

        There is nothing to start:

            server = TMDBServer()
            with TMDB(server.access_token, transport=server.transport) as tmdb:
                print(tmdb.movies.details(550).title)
        """
        # Here, since most servers are asked over a socket: httpx is a third of what importing this would cost.
        from .in_process import InProcessTransport

        return InProcessTransport(self._app)

    def reset(self) -> None:
        """Begin anew: users, sessions, ratings, marks and lists as when a server starts, no faults, an empty log."""
        self._faults.clear()
        self._state.reset()
        self._requests.clear()

    def login(self, username: str = DEMO) -> User:
        """Log a user in, as the application whose credentials these are.

        Args:
            username: The login name; a user is made when there is none of that name.

        Returns:
            The user, with a new session and a new v4 access token.
        """
        return login(self._state, username)

    def approve(self, request_token: str, username: str = DEMO) -> None:
        """Do what a user does who approves a request token on the approval page.

        Args:
            request_token: A request token of v3 or v4.
            username: The login name; a user is made when there is none of that name.

        Raises:
            KeyError: There is no such token, or none any more.
        """
        with self._state.lock:
            self._state.approve(request_token, find_or_add_account(self._state, username))

    def deny(self, request_token: str) -> None:
        """Do what a user does who refuses a request token on the approval page.

        Raises:
            KeyError: There is no such token, or none any more.
        """
        with self._state.lock:
            self._state.deny(request_token)

    @property
    def base_url(self) -> str:
        """Where it listens, as in `http://127.0.0.1:41234`.

        Raises:
            RuntimeError: It is not running.
        """
        if self._running is None:
            raise RuntimeError("the server is not running: use it as a context manager, or call start()")
        return f"http://127.0.0.1:{self._running.port}"

    def start(self) -> None:
        """Start listening; the server answers when this returns.

        Raises:
            RuntimeError: It runs already, or did not come up.
            OSError: The port is taken.
        """
        if self._running is not None:
            raise RuntimeError("the server is running already")
        self._state.open()
        try:
            running = ServerThread(self._app, listen(self._wanted_port))
            running.start()
        except BaseException:
            # Nobody stops what did not start: another server must be able to have the file.
            self._state.close()
            raise
        self._running = running

    def stop(self) -> None:
        """Stop listening and end the thread; a server that does not run stays as it is."""
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
