# Made from tmdb_facade/_async/transport/wire.py by `make sync`: edit that file, never this one.
"""Between the bindings' requests and the HTTP library."""

from __future__ import annotations

import platform

import tmdb_facade
from tmdb_facade._core.answer import Answer
from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.settings import Settings
from tmdb_facade._core.url import build_url
from tmdb_facade._runtime import http
from tmdb_facade.errors import APIConnectionError, APITimeoutError

# Waiting for a free connection is not waiting for TMDB: a program that starts a thousand calls at once would else see
# the last of them fail.
DEFAULT_TIMEOUT = http.Timeout(30.0, connect=10.0, pool=None)


class Wire:
    """Sends requests of the bindings through a stack of layers.

    The requests are made here and handed to the layers directly. A client of the HTTP library between the two would
    add redirects, cookies and a log of whole URLs, none of which is wanted, and cost as much as all the rest.
    """

    def __init__(self, settings: Settings, stack: http.BaseTransport, timeout: http.Timeout | float | None) -> None:
        self._settings = settings
        self._stack = stack
        self._headers = http.Headers(
            {
                "Accept": "application/json",
                "Accept-Encoding": "gzip, deflate",
                "User-Agent": (
                    f"tmdb-facade/{tmdb_facade.__version__} python/{platform.python_version()} httpx/{http.__version__}"
                ),
            }
        )
        self._extensions: dict[str, object] = {}
        if timeout is not None:
            limits = timeout if isinstance(timeout, http.Timeout) else http.Timeout(timeout, pool=None)
            self._extensions["timeout"] = limits.as_dict()

    def send(self, request: Request) -> Answer:
        """Send a request and read the whole answer.

        Args:
            request: The request.

        Returns:
            The answer, whatever it says.

        Raises:
            APITimeoutError: No answer came in time.
            APIConnectionError: No answer came.
        """
        url = build_url(self._settings.base_url, request)
        outgoing = http.Request(
            request.operation.method,
            url,
            headers=self._headers,
            json=request.body,
            # Layers decide by the operation's record, never by the URL.
            extensions={**self._extensions, "tmdb_operation": request.operation},
        )
        try:
            response = self._stack.handle_request(outgoing)
            try:
                body = response.read()
            finally:
                response.close()
        except http.HTTPError as error:
            # The library names the request that it sent; this one is the same without the credential.
            error.request = outgoing
            text = redact(str(error), self._settings.credential.secret)
            # A traceback prints the cause as well: not when it says what was hidden here.
            cause = error if text == str(error) else None
            kind = APITimeoutError if isinstance(error, http.TimeoutException) else APIConnectionError
            reason = text or type(error).__name__
            raise kind(f"no answer: {reason}", operation=request.operation.id, url=redact(url)) from cause
        return Answer(response.status_code, response.headers, body, url)

    def close(self) -> None:
        """Close the layers."""
        self._stack.close()
