"""The httpx names that the client uses. No other module of the client imports httpx."""

from __future__ import annotations

from typing import Final

from httpx import URL as URL
from httpx import AsyncBaseTransport as AsyncBaseTransport
from httpx import AsyncClient as AsyncClient
from httpx import AsyncHTTPTransport as AsyncHTTPTransport
from httpx import BaseTransport as BaseTransport
from httpx import Client as Client
from httpx import Headers as Headers
from httpx import HTTPError as HTTPError
from httpx import HTTPTransport as HTTPTransport
from httpx import Limits as Limits
from httpx import NetworkError as NetworkError
from httpx import RemoteProtocolError as RemoteProtocolError
from httpx import Request as Request
from httpx import Response as Response
from httpx import Timeout as Timeout
from httpx import TimeoutException as TimeoutException
from httpx import __version__ as __version__
from httpx import create_ssl_context as create_ssl_context

# Keys of a request's `extensions`.
#: The operation's record; absent for downloads.
OPERATION: Final = "tmdb_operation"
#: The maximum number of retries.
RETRIES: Final = "tmdb_retries"
#: The number of the attempt, from 2; absent for the first attempt.
ATTEMPT: Final = "tmdb_attempt"
#: The client's hooks.
HOOKS: Final = "tmdb_hooks"
#: The file to which a download is written.
FILE: Final = "tmdb_file"
