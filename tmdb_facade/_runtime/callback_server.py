"""The server on a loopback address that a login's browser comes back to. Both clients run it in threads."""

from __future__ import annotations

import secrets
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from time import monotonic

from tmdb_facade._core.signing_in.http_head import HeadError, is_complete, parse_head
from tmdb_facade._core.signing_in.loopback_site import LoopbackReply, LoopbackSite
from tmdb_facade._core.signing_in.outcomes import LoginOutcome

#: Seconds for a request to arrive, and for its answer to be sent.
REQUEST_SECONDS = 5.0
#: Seconds for which the page waits for the end of the login, before it tells the browser to ask again.
PAGE_SECONDS = 5.0
#: Seconds to wait for a browser to close its connection, after the answer.
LINGER_SECONDS = 1.0
MAX_CONNECTIONS = 50


class CallbackServer:
    """The loopback server of one login.

    Attributes:
        site: Its pages.
        is_shown: Whether the browser has received the page that tells how the login has ended.
    """

    def __init__(self, app_name: str, wake: Callable[[], None]) -> None:
        """Listen on a free port of 127.0.0.1.

        Args:
            app_name: The program's name for its user.
            wake: Called when the browser has come back from TMDB, and when it has received the last page.

        Raises:
            OSError: There is no free port or no loopback address.
        """
        self._wake = wake
        self._listener = socket.create_server(("127.0.0.1", 0))
        # Closing one end ends the wait for connections, on all systems.
        try:
            self._closing, self._closed = socket.socketpair()
        except OSError:
            self._listener.close()
            raise
        self._changed = Condition()
        self._connections: dict[socket.socket, Thread] = {}
        self._is_closed = False
        self.is_shown: bool = False
        port: int = self._listener.getsockname()[1]
        names = (secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(24))
        self.site: LoopbackSite = LoopbackSite(port, app_name, names)
        self._thread = Thread(target=self._accept, name="tmdb-facade callback", daemon=True)
        self._thread.start()

    def finish(self, outcome: LoginOutcome) -> None:
        """Show the user how the login has ended. The first outcome counts."""
        with self._changed:
            if self.site.outcome is None:
                self.site.outcome = outcome
            self._changed.notify_all()

    def close(self) -> None:
        """Stop listening, and end all connections and threads."""
        self.finish(LoginOutcome.FAILED)
        self._is_closed = True
        self._closing.close()
        self._thread.join()
        with self._changed:
            running = dict(self._connections)
            for connection in running:
                with suppress(OSError):
                    # Not the other direction: a page that is on its way arrives.
                    connection.shutdown(socket.SHUT_RD)
        for thread in running.values():
            thread.join(LINGER_SECONDS)

    def _accept(self) -> None:
        with self._listener, self._closed, selectors.DefaultSelector() as selector:
            self._listener.setblocking(False)
            selector.register(self._listener, selectors.EVENT_READ)
            selector.register(self._closed, selectors.EVENT_READ)
            while not self._is_closed:
                selector.select()
                with suppress(OSError):  # the browser has gone already
                    self._start(self._listener.accept()[0])

    def _start(self, connection: socket.socket) -> None:
        """Serve a connection in its own thread: an idle one must not delay the others."""
        thread = Thread(target=self._serve, args=(connection,), name="tmdb-facade callback", daemon=True)
        with self._changed:
            if len(self._connections) < MAX_CONNECTIONS:
                with suppress(RuntimeError):  # the system starts no more threads
                    thread.start()
                    self._connections[connection] = thread
                    return
        with connection:
            connection.sendall(self.site.problem(503).encode())

    def _serve(self, connection: socket.socket) -> None:
        try:
            reply = self._reply(connection)
            if reply is not None:
                self._send(connection, reply)
        except OSError:
            pass  # the browser has gone
        finally:
            with self._changed:
                del self._connections[connection]
                connection.close()

    def _reply(self, connection: socket.socket) -> LoopbackReply | None:
        """Read a request, and return the answer; `None` for a connection without a whole request."""
        data = bytearray()
        end = monotonic() + REQUEST_SECONDS
        try:
            while not is_complete(data):
                connection.settimeout(max(end - monotonic(), 0.001))
                part = connection.recv(4096)
                if not part:
                    return None
                data += part
            head = parse_head(data)
        except TimeoutError:
            return self.site.problem(408) if data else None  # browsers open connections that they may never use
        except HeadError as error:
            return self.site.problem(error.status)
        with self._changed:
            if self.site.has_to_wait(head):
                self._changed.wait_for(lambda: self.site.outcome is not None, PAGE_SECONDS)
            was_called = self.site.is_called
            reply = self.site.reply(head)
        if self.site.is_called and not was_called:
            self._wake()
        return reply

    def _send(self, connection: socket.socket, reply: LoopbackReply) -> None:
        connection.settimeout(REQUEST_SECONDS)
        connection.sendall(reply.encode())
        connection.shutdown(socket.SHUT_WR)
        end = monotonic() + LINGER_SECONDS
        # Closing it with unread bytes would reset the connection, and the browser would lose the answer.
        with suppress(OSError):
            while (left := end - monotonic()) > 0:
                connection.settimeout(left)
                if not connection.recv(65536):
                    break
        if reply.is_outcome:
            self.is_shown = True
            self._wake()
