"""Between the bindings' requests and the HTTP library."""

from __future__ import annotations

import platform

import tmdb_facade
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.answer.downloads import File
from tmdb_facade._core.answer.error_mapping import status_error
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.client.settings import Settings
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.url import build_url
from tmdb_facade._core.retry import retries_for
from tmdb_facade._runtime import http
from tmdb_facade._runtime.http import FILE, HOOKS, OPERATION, RETRIES
from tmdb_facade.errors import APIConnectionError, APITimeoutError


class AsyncSender:
    """Sends requests of the bindings through a stack of layers.

    The requests are made here and handed to the layers directly. A client of the HTTP library between the two would
    add redirects, cookies and a log of whole URLs, none of which is wanted, and cost as much as all the rest.
    """

    def __init__(self, settings: Settings, stack: http.AsyncBaseTransport) -> None:
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

    async def send(self, request: Request, options: Options) -> Answer:
        """Send a request and read the whole answer.

        Args:
            request: The request.
            options: What the client was told about its calls.

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
            extensions={
                **_options(options),
                OPERATION: request.operation,
                RETRIES: retries_for(request.operation, options.max_retries),
            },
        )
        try:
            response = await self._stack.handle_async_request(outgoing)
            try:
                body = await response.aread()
            finally:
                await response.aclose()
        except http.HTTPError as error:
            failure, cause = self._no_answer(error, outgoing, url, request.operation)
            raise failure from cause
        return Answer(response.status_code, response.headers, body, url)

    async def download(self, url: str, file: File, options: Options) -> None:
        """Ask another server than TMDB's API for an image. It gets no credential: that goes with an operation only.

        Args:
            url: The image's URL.
            file: Where its parts are written to as they come; emptied before each attempt.
            options: What the client was told about its calls.

        Raises:
            APITimeoutError: It did not come in time.
            APIConnectionError: It did not come, or not whole.
            APIStatusError: The server answered with an error.
            InvalidAnswerError: Something else came.
        """
        outgoing = http.Request(
            "GET",
            url,
            headers=self._headers,
            extensions={**_options(options), RETRIES: options.max_retries, FILE: file},
        )
        outgoing.headers["Accept"] = "*/*"
        try:
            response = await self._stack.handle_async_request(outgoing)
        except http.HTTPError as error:
            failure, cause = self._no_answer(error, outgoing, url, None)
            raise failure from cause
        if response.status_code != 200:
            raise status_error(response.status_code, response.headers, response.content, url=url)

    def _no_answer(
        self, error: http.HTTPError, outgoing: http.Request, url: str, operation: Operation | None
    ) -> tuple[APIConnectionError, Exception | None]:
        """Make the exception for what the network did, and tell the cause that may be shown with it."""
        # The library names the request that it sent; this one is the same without the credential.
        error.request = outgoing
        text = redact(str(error), self._settings.credential.secret)
        # A traceback prints the cause as well: not when it says what was hidden here.
        cause = error if text == str(error) else None
        kind = APITimeoutError if isinstance(error, http.TimeoutException) else APIConnectionError
        reason = text or type(error).__name__
        name = operation.id if operation is not None else None
        return kind(f"no answer: {reason}", operation=name, url=redact(url)), cause

    async def aclose(self) -> None:
        """Close the layers."""
        await self._stack.aclose()


def _options(options: Options) -> dict[str, object]:
    """Tell the layers what they need of the options."""
    told: dict[str, object] = {HOOKS: options.hooks}
    # Where a lent client's own timeouts count, there is no word of ours.
    if options.timeouts is not None:
        told["timeout"] = dict(options.timeouts)
    return told
