"""An embedded TMDB server."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade.testing.catalogue import Catalogue, builtin, validate
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import RequestLog
from tmdb_facade.testing.interception.routes import ServerRoute
from tmdb_facade.testing.state.credentials import Credentials, make_credentials
from tmdb_facade.testing.state.file import StateFile
from tmdb_facade.testing.state.store import State

from .admin.access import Admin
from .app import ImageHost, create_app
from .controlled_server import ControlledServer
from .controls import Controls
from .leniency import Leniencies
from .listening import listen, local_url, network_names, network_urls
from .server_thread import ServerThread
from .status_messages import StatusMessages

if TYPE_CHECKING:
    from tmdb_facade.testing.interception import interception, processes

    from . import certificates, in_process
else:
    # Imported on demand: most servers need none of them.
    interception = lazy_module("tmdb_facade.testing.interception.interception")
    processes = lazy_module("tmdb_facade.testing.interception.processes")
    certificates, in_process = (lazy_module(f"{__package__}.{name}") for name in ("certificates", "in_process"))

LOOPBACK = "127.0.0.1"


class TMDBServer(ControlledServer):
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
        host: str = LOOPBACK,
        port: int = 0,
        https: certificates.CertificateAuthority | None = None,
        credentials: Credentials | None = None,
        any_key: bool = False,
        state_file: Path | str | None = None,
        images: ImageHost = "own",
        status_messages: StatusMessages | Path | str | None = None,
        admin: Admin = "local",
    ) -> None:
        """Create a server. `start()`, or using it as a context manager, makes it listen.

        Args:
            catalogue: The facts to answer from; by default the built-in catalogue.
            host: The address or name of this machine to listen on. `0.0.0.0` and `::` make the server reachable from other
                machines, all of which can then use it.
            port: The port; 0 picks a free one.
            https: Serves over TLS, with a certificate of this authority for TMDB's hosts and this machine; by default the
                server has no TLS.
            credentials: The credentials to accept; by default `make_credentials()`.
            any_key: Accept every API key and access token, except an empty one, for programs with a key of their own.
            state_file: An SQLite file for users, sessions, ratings, favorites, watchlists and lists, created if missing.
                A later server with the same file continues from there. By default the state is in memory.
            images: The image server that `/3/configuration` names: `own`, so that programs load images from this server,
                or `tmdb`. To requests for a host of TMDB it always names TMDB's.
            status_messages: Texts of `status_message` for programs that compare them, as in `{34: "Not found."}`, or a
                JSON file of such an object. By default, and for other codes, the texts are the facade's own. Besides status
                codes, it accepts the names of texts that TMDB sends instead of the code's: `created`, `value_too_low`,
                `value_too_high` and `value_not_a_step`.
            admin: Who may use the admin API and page under `/__tmdb__/`: programs and browsers of this computer (`local`),
                of every computer (`everyone`), or nobody (`nobody`).

        Raises:
            CatalogueError: The catalogue has a dangling reference or contradicts itself.
            StateFileError: The state file cannot be used.
            StatusMessagesError: `status_messages` cannot be used.
        """
        catalogue = builtin() if catalogue is None else catalogue
        # Otherwise a later request would fail with a 500.
        validate(catalogue)
        credentials = credentials or make_credentials()
        state = State(catalogue, credentials, StateFile(state_file) if state_file else None)
        controls = Controls(
            catalogue, credentials, state, Faults(clock=state.clock.seconds), RequestLog(), Leniencies()
        )
        super().__init__(controls)
        self._app = create_app(
            catalogue,
            credentials=credentials,
            any_key=any_key,
            state=state,
            faults=controls.faults,
            requests=controls.requests,
            images=images,
            leniencies=controls.leniencies,
            status_messages=status_messages,
            admin=admin,
        )
        self._host = host
        self._port = port
        self._https = https
        self._running: ServerThread | None = None
        self._route: ServerRoute | None = None
        self._lock = Lock()

    def __repr__(self) -> str:
        """Return a representation with the base URL."""
        return f"<TMDBServer {self.base_url if self._running else '(not running)'}>"

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

    @property
    def base_url(self) -> str:
        """The base URL for programs on this machine, such as `http://127.0.0.1:41234`.

        Raises:
            RuntimeError: The server is not running.
        """
        return local_url(self._scheme, self._host, self.port)

    @property
    def port(self) -> int:
        """The port that the server listens on.

        Raises:
            RuntimeError: The server is not running.
        """
        return self._thread.port

    @property
    def network_urls(self) -> list[str]:
        """The base URLs for programs on other machines; empty if the server listens on this machine only.

        Raises:
            RuntimeError: The server is not running.
        """
        return network_urls(self._scheme, self._host, self.port)

    @property
    def _scheme(self) -> str:
        return "http" if self._https is None else "https"

    @property
    def _thread(self) -> ServerThread:
        if self._running is None:
            raise RuntimeError("the server is not running: use it as a context manager, or call start()")
        return self._running

    def start(self) -> None:
        """Start the server, and wait until it answers.

        Raises:
            RuntimeError: The server is running already, or did not start in time.
            OSError: The port is in use, or the host is not on this machine.
            CertificateError: The files of the certificate authority cannot be used.
        """
        if self._running is not None:
            raise RuntimeError("the server is already running")
        self._controls.state.open()
        try:
            tls = None if self._https is None else self._https.server_context(network_names(self._host))
            running = ServerThread(self._app, listen(self._host, self._port), tls)
            running.start()
        except BaseException:
            # Nobody calls `stop()` now, but another server must be able to use the file.
            self._controls.state.close()
            raise
        self._running = running

    @contextmanager
    def intercept(self) -> Generator[None]:
        """Send this process's connections to TMDB's hosts to this server, while the context manager is active.

            with TMDBServer(any_key=True) as server, server.intercept():
                requests.get("https://api.themoviedb.org/3/movie/550?api_key=my-key", timeout=10)

        It works for programs with a fixed host and for libraries that use Python's sockets, such as requests, httpx, aiohttp
        and urllib, over http and https, in all threads and event loops. All hosts of TMDB are intercepted:
        api.themoviedb.org, api.tmdb.org, image.tmdb.org, media.themoviedb.org and www.themoviedb.org. Proxies of the environment are bypassed for
        them. Interceptions nest; the inner server answers.

        It does not reach libraries with network code or resolvers of their own (pyreqwest, pycurl, aiodns), other processes,
        proxies that a program configures itself, and connections that are open already.

        Raises:
            RuntimeError: The server is not running.
            InterceptionError: The operating system's settings have a proxy for TMDB.
        """
        thread = self._thread
        with self._lock:
            route = self._route = self._route or _new_route(thread)
        with interception.intercept(route, lambda: thread.disconnect(route.ports.values())):
            yield

    @contextmanager
    def intercept_processes(self) -> Generator[dict[str, str]]:
        """Send the requests of other processes to TMDB's hosts to this server, while the context manager is active.

            with TMDBServer(any_key=True) as server, server.intercept_processes() as environment:
                subprocess.run(["npm", "test"], env={**os.environ, **environment}, check=True)

        The variables name a proxy on this machine and a certificate authority to trust. Programs in most languages use both
        without a change; programs for Node are redirected without the proxy. Requests to other hosts go on to them.

        It does not reach programs that ignore the proxies of the environment, such as those with Python's aiohttp (use
        `intercept` in their process), or that trust only their own authorities.

        Returns:
            The variables to add to the environment of the processes. Their files are deleted at the end.

        Raises:
            RuntimeError: The server is not running.
        """
        thread = self._thread
        authority = certificates.shared_authority()
        with self._lock:
            route = self._route = self._route or _new_route(thread)
        with TemporaryDirectory(prefix="embedded-tmdb-") as folder:
            pem, java = processes.write_trust(Path(folder), authority.certificate)
            proxy = processes.Proxy(route.ports)
            port = thread.start_service(proxy)
            try:
                yield processes.environment(route.ports, port, pem, java, os.environ)
            finally:
                thread.stop_service(proxy)

    def stop(self) -> None:
        """Stop the server and its thread, and close the state file. Does nothing if the server is not running."""
        running, self._running, self._route = self._running, None, None
        if running is not None:
            running.stop()
        self._controls.state.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()


def _new_route(thread: ServerThread) -> ServerRoute:
    """Listen on ports for intercepted connections, and return the way to them."""
    authority = certificates.shared_authority()
    (http,), (https,) = listen(LOOPBACK, 0), listen(LOOPBACK, 0)
    thread.listen(http)
    thread.listen(https, authority.server_context())
    tls = authority.client_context()
    # The server is known by its address. Programs may connect under other names.
    tls.check_hostname = False
    return ServerRoute({80: http.getsockname()[1], 443: https.getsockname()[1]}, tls)
