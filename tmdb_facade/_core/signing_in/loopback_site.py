"""The site on a loopback address that a login's browser starts from and comes back to.

It has three pages with random addresses. The first redirects to TMDB, so that the command line of the browser contains no
token. TMDB redirects to the second, perhaps with the token in the query; that one redirects at once to the third, whose
address has no token, and which tells the user what has happened.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import NamedTuple

from tmdb_facade._core.signing_in.http_head import Head
from tmdb_facade._core.signing_in.outcomes import LoginOutcome
from tmdb_facade._core.signing_in.pages import outcome_page, problem_page
from tmdb_facade._core.signing_in.secret import Secret

_REASONS = {200: "OK", 303: "See Other"}
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}


class LoopbackReply(NamedTuple):
    """The answer to a request.

    Attributes:
        status: The HTTP status.
        page: The page; empty for a redirect.
        location: The address of a redirect.
        is_outcome: Whether the page tells how the login has ended.
    """

    status: int
    page: str = ""
    location: str | None = None
    is_outcome: bool = False

    def encode(self) -> bytes:
        """Return the HTTP response."""
        body = self.page.encode()
        headers = {**_HEADERS, "Content-Length": f"{len(body)}"}
        if self.location is not None:
            headers["Location"] = self.location
        if self.status == 405:
            headers["Allow"] = "GET"
        lines = [f"HTTP/1.1 {self.status} {_REASONS.get(self.status, 'Error')}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + body

    def __repr__(self) -> str:
        """Return the status only: the location is a secret."""
        return f"<LoopbackReply {self.status}>"


class LoopbackSite:
    """The pages of one login, and what their visits mean.

    Attributes:
        outcome: How the login has ended; `None` before its end.
    """

    __slots__ = ("_approval_url", "_calls", "_host", "_is_started", "_name", "_paths", "outcome")

    def __init__(self, port: int, app_name: str, random_names: tuple[str, str, str]) -> None:
        """Create the site.

        Args:
            port: The port on 127.0.0.1.
            app_name: The program's name for its user.
            random_names: Names of the pages that nobody can guess.
        """
        self._host = f"127.0.0.1:{port}"
        self._name = app_name
        self._paths = Secret(tuple(f"/{name}" for name in random_names))
        self._approval_url: Secret[str] | None = None
        self._is_started = False
        self._calls = 0
        self.outcome: LoginOutcome | None = None

    @property
    def is_called(self) -> bool:
        """Whether the browser has come back from TMDB."""
        return self._calls > 0

    def start_url(self, approval_url: Secret[str]) -> Secret[str]:
        """Return the address that redirects to TMDB's approval page, once."""
        self._approval_url = approval_url
        return self._url(0)

    @property
    def callback_url(self) -> Secret[str]:
        """The address that TMDB redirects to."""
        return self._url(1)

    def _url(self, page: int) -> Secret[str]:
        return Secret(f"http://{self._host}{self._paths.get()[page]}")

    def has_to_wait(self, head: Head) -> bool:
        """Return whether the answer may be better a little later, when the login has ended."""
        return self.outcome is None and head.method == "GET" and self._page_of(head) == 2

    def reply(self, head: Head) -> LoopbackReply:
        """Return the answer to a request, and note what it means."""
        if head.host != self._host:
            # Another name for this machine, as in an attack by DNS.
            return self.problem(421)
        if head.method != "GET":
            return self.problem(405)
        match self._page_of(head):
            case 0:
                return self._start()
            case 1:
                # Nothing is read from the query: whether the user has approved is TMDB's to say.
                self._calls += 1
                # The page may wait for the end of the login, and browsers do not load an address in two tabs at once.
                query = "" if self._calls == 1 else f"?{self._calls}"
                return LoopbackReply(303, location=f"{self._paths.get()[2]}{query}")
            case 2:
                return LoopbackReply(200, outcome_page(self._name, self.outcome), is_outcome=self.outcome is not None)
            case _:
                return self.problem(404)

    def problem(self, status: int) -> LoopbackReply:
        """Return the answer to a request that is not served."""
        return LoopbackReply(status, problem_page(self._name, status))

    def _start(self) -> LoopbackReply:
        # Once: other users of this machine can read the address in the command line of the browser.
        if self._approval_url is None or self._is_started:
            return self.problem(410)
        self._is_started = True
        return LoopbackReply(303, location=self._approval_url.get())

    def _page_of(self, head: Head) -> int | None:
        found = [compare_digest(path.encode(), head.path.encode()) for path in self._paths.get()]
        return found.index(True) if True in found else None
