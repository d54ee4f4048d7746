"""The loopback server of a login, through its answers, the log and stderr, also for requests that nobody should send."""

from __future__ import annotations

import socket
import struct
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.facade.test_callback_server import MODULE, Opened, header, received, refused_requests, status
from tests.security.conftest import Output
from tmdb_facade._core.signing_in.http_head import Head, parse_head
from tmdb_facade._core.signing_in.outcomes import LoginOutcome
from tmdb_facade._core.signing_in.secret import Secret

TOKEN = "5d0c7f9a" * 5
APPROVAL_URL = f"https://www.themoviedb.org/authenticate/{TOKEN}"


class Site(NamedTuple):
    """A running server and its secrets.

    Attributes:
        opened: The server.
        page: The path of the page that shows how the login ends.
    """

    opened: Opened
    page: str

    def secrets_in(self, text: str) -> list[str]:
        """Return the secrets of the login in a text."""
        paths = [path.strip("/") for path in (self.opened.start, self.opened.callback, self.page)]
        return [secret for secret in (*paths, TOKEN) if secret in text]

    def shown_in(self, response: str) -> list[str]:
        """Return the secrets in a response, but for the address of a redirect."""
        return self.secrets_in("\n".join(line for line in response.splitlines() if not line.startswith("Location: ")))

    def request(self, path: str, method: str = "GET") -> bytes:
        """Return a request."""
        return f"{method} {path} HTTP/1.1\r\nHost: {self.opened.host}\r\nUser-Agent: a browser\r\n\r\n".encode()


@pytest.fixture
def site(opened: Opened) -> Site:
    """Return a running server, whose login has a request token."""
    opened.server.site.start_url(Secret(APPROVAL_URL))
    return Site(opened, opened.page())


def test_right_requests_show_one_address_each(site: Site, output: Output) -> None:
    """A redirect shows where it leads. Nothing else shows an address or the token, not even one that the request contains."""
    opened = site.opened
    sent = f"?request_token={TOKEN}&approved=true"
    responses = [opened.get(f"{path}{sent}") for path in (opened.start, opened.callback, site.page, opened.start)]
    opened.server.finish(LoginOutcome.DENIED)
    responses.append(opened.get(f"{site.page}{sent}"))
    assert [status(response) for response in responses] == [303, 303, 200, 410, 200]
    assert [header(response, "Location") for response in responses[:2]] == [APPROVAL_URL, f"{site.page}?2"]
    assert not any("Location" in response for response in responses[2:])
    assert [site.shown_in(response) for response in responses] == [[]] * 5
    written = output.read()
    assert (written.stderr, site.secrets_in("\n".join(written.texts))) == ("", [])


def test_wrong_requests_show_nothing(site: Site, output: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the answers to them, nor the log or stderr."""
    opened = site.opened
    requests = [data for _, data in refused_requests(opened).values()]
    requests += [
        site.request(f"{opened.start}{TOKEN}"),
        site.request(site.page, "DELETE"),
        site.request(site.page).replace(b"Host:", b"H\xf6st:"),
        f"GET {opened.callback}?{TOKEN} HTTP/2\r\nHost: {opened.host}\r\n\r\n".encode(),
        f"{opened.callback}\r\n\r\n".encode(),
    ]
    responses = [opened.send(data) for data in requests]
    with monkeypatch.context() as patched:
        patched.setattr(f"{MODULE}.REQUEST_SECONDS", 0.05)
        responses.append(opened.send(f"GET {opened.callback}".encode()))
        patched.setattr(f"{MODULE}.MAX_CONNECTIONS", 0)
        with opened.connect() as connection:
            responses.append(received(connection))
    assert {status(response) for response in responses} == {400, 404, 405, 408, 421, 431, 503}
    assert [response for response in responses if site.secrets_in(response)] == []
    written = output.read()
    assert (written.stderr, site.secrets_in("\n".join(written.texts))) == ("", [])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    page=st.sampled_from(["start", "callback", "page"]),
    start=st.integers(0, 200),
    removed=st.integers(0, 200),
    inserted=st.binary(max_size=20),
    is_reset=st.booleans(),
)
def test_damaged_requests_show_nothing(
    site: Site, output: Output, page: str, start: int, removed: int, inserted: bytes, is_reset: bool
) -> None:
    """Whatever arrives, and however the connection ends."""
    path = {"start": site.opened.start, "callback": site.opened.callback, "page": site.page}[page]
    data = site.request(path)
    data = data[:start] + inserted + data[start + removed :]
    with site.opened.connect() as connection:
        connection.sendall(data)
        if is_reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            connection.shutdown(socket.SHUT_WR)
            assert site.shown_in(received(connection)) == []
    written = output.read()
    assert (written.stderr, site.secrets_in("\n".join(written.texts))) == ("", [])


def test_objects_of_the_server_show_nothing(site: Site) -> None:
    """Tracebacks and debuggers show their `repr`."""
    head = parse_head(site.request(site.opened.callback))
    server = site.opened.server
    replies = [server.site.reply(Head("GET", path, head.host)) for path in (site.opened.start, site.opened.callback)]
    shown = f"{head!r} {replies!r} {server!r} {server.site!r} {vars(server)!r}"
    assert [reply.status for reply in replies] == [303, 303]
    assert site.secrets_in(shown) == []
