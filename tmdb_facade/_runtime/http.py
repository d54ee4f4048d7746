"""The httpx names that the client uses. No other module of the client imports httpx."""

from __future__ import annotations

from httpx import URL as URL
from httpx import ASGITransport as ASGITransport
from httpx import AsyncBaseTransport as AsyncBaseTransport
from httpx import AsyncClient as AsyncClient
from httpx import AsyncHTTPTransport as AsyncHTTPTransport
from httpx import BaseTransport as BaseTransport
from httpx import Client as Client
from httpx import ConnectError as ConnectError
from httpx import ConnectTimeout as ConnectTimeout
from httpx import Headers as Headers
from httpx import HTTPError as HTTPError
from httpx import HTTPTransport as HTTPTransport
from httpx import InvalidURL as InvalidURL
from httpx import Limits as Limits
from httpx import LocalProtocolError as LocalProtocolError
from httpx import MockTransport as MockTransport
from httpx import NetworkError as NetworkError
from httpx import PoolTimeout as PoolTimeout
from httpx import Proxy as Proxy
from httpx import ProxyError as ProxyError
from httpx import RemoteProtocolError as RemoteProtocolError
from httpx import Request as Request
from httpx import Response as Response
from httpx import Timeout as Timeout
from httpx import TimeoutException as TimeoutException
from httpx import UnsupportedProtocol as UnsupportedProtocol
from httpx import WSGITransport as WSGITransport
from httpx import __version__ as __version__
from httpx import create_ssl_context as create_ssl_context


def is_in_process(transport: BaseTransport | AsyncBaseTransport) -> bool:
    """Return whether a transport calls an application in this process: one of httpx's, or one that says so itself."""
    kinds = (ASGITransport, MockTransport, WSGITransport)
    return isinstance(transport, kinds) or getattr(transport, "is_in_process", False) is True
