"""Send requests of the bindings through the HTTP library."""

from __future__ import annotations

import platform
from typing import BinaryIO

from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.answer.error_mapping import status_error
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.client.settings import Settings, __version__
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.events import Hooks
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.url import build_url
from tmdb_facade._core.retry import retries_for
from tmdb_facade._runtime import http
from tmdb_facade._runtime.http import FILE, HOOKS, OPERATION, RETRIES
from tmdb_facade.errors import APIConnectionError, APITimeoutError


class AsyncSender:
    """Sends requests of the bindings through a chain of transports.

    It uses the transports without a client of the HTTP library, which would add redirects, cookies and a log of
    unredacted URLs, and double the time.
    """

    def __init__(self, settings: Settings, chain: http.AsyncBaseTransport) -> None:
        self._settings = settings
        self._chain = chain
        self._headers = http.Headers(
            {
                "Accept": "application/json",
                "Accept-Encoding": "gzip, deflate",
                "User-Agent": (
                    f"tmdb-facade/{__version__} python/{platform.python_version()} httpx/{http.__version__}"
                ),
            }
        )

    async def send(self, request: Request, options: Options) -> Answer:
        """Send a request and read the whole response.

        Args:
            request: The request.
            options: The client's options.

        Returns:
            The answer, whatever its status.

        Raises:
            APITimeoutError: The response timed out.
            APIConnectionError: There was no response.
        """
        url = build_url(self._settings.base_url, request)
        outgoing = http.Request(
            request.operation.method,
            url,
            headers=self._headers,
            json=request.body,
            # The chain reads the operation's record, never the URL.
            extensions={
                **_extensions(options),
                OPERATION: request.operation,
                RETRIES: retries_for(request.operation, options.max_retries),
            },
        )
        try:
            response = await self._chain.handle_async_request(outgoing)
            try:
                body = await response.aread()
            finally:
                await response.aclose()
        except http.HTTPError as error:
            failure, cause = self._connection_error(error, outgoing, url, request.operation)
            raise failure from cause
        return Answer(response.status_code, response.headers, body, url)

    async def download(self, url: str, file: BinaryIO, options: Options) -> None:
        """Download an image. The image server gets no credential.

        Args:
            url: The image's URL.
            file: The file to write to; emptied before each attempt.
            options: The client's options.

        Raises:
            APITimeoutError: The response timed out.
            APIConnectionError: There was no response, or an incomplete one.
            APIStatusError: The server returned an error.
            InvalidAnswerError: The response is not an image.
        """
        outgoing = http.Request(
            "GET",
            url,
            headers=self._headers,
            extensions={**_extensions(options), RETRIES: options.max_retries, FILE: file},
        )
        outgoing.headers["Accept"] = "*/*"
        try:
            response = await self._chain.handle_async_request(outgoing)
        except http.HTTPError as error:
            failure, cause = self._connection_error(error, outgoing, url, None)
            raise failure from cause
        if response.status_code != 200:
            raise status_error(response.status_code, response.headers, response.content, url=url)

    def _connection_error(
        self, error: http.HTTPError, outgoing: http.Request, url: str, operation: Operation | None
    ) -> tuple[APIConnectionError, Exception | None]:
        """Convert an error of the HTTP library; return the exception and its cause, if the cause can be shown."""
        # The library's error has the request with the credential; this one is the same without it.
        error.request = outgoing
        text = redact(str(error), self._settings.credential.secret)
        # A traceback prints the cause as well, so a cause with a secret is left out.
        cause = error if text == str(error) else None
        kind = APITimeoutError if isinstance(error, http.TimeoutException) else APIConnectionError
        reason = text or type(error).__name__
        name = operation.id if operation is not None else None
        return kind(f"no answer: {reason}", operation=name, url=redact(url)), cause

    async def aclose(self) -> None:
        """Close the transports."""
        await self._chain.aclose()


def _extensions(options: Options) -> dict[str, object]:
    """Return the request extensions that carry the options."""
    extensions: dict[str, object] = {HOOKS: Hooks(options.on_request, options.on_response)}
    # Without a timeout here, a user's HTTP client applies its own.
    if options.timeout is not None:
        extensions["timeout"] = dict(options.timeout)
    return extensions
