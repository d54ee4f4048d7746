"""Requests with a client's defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from tmdb_bindings.runtime import ParameterError
from tmdb_facade._core.request.defaults import add_defaults, add_session
from tmdb_facade._core.request.own_parameters import is_own_parameters, request_of
from tmdb_facade._core.request.own_paths import own_request
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tmdb_bindings.runtime import JSONValue
    from tmdb_facade._core.client.options import Options
    from tmdb_facade._core.endpoint import Endpoint, Request

P = ParamSpec("P")
T = TypeVar("T")


def build(options: Options, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
    """Build a request of an endpoint."""
    try:
        request = endpoint.request(*args, **kwargs)
    except ParameterError as error:
        raise InvalidArgumentError(error.parameter, error.problem) from None
    return _with_defaults(request, options)


def build_any(options: Options, endpoint: Endpoint[..., object], *args: object, **kwargs: object) -> Request:
    """Build a request of `call` or `paginate`, whose only argument may be a mapping of TMDB's own names.

    It is sent even if TMDB will reject a value of it.
    """
    if not kwargs and is_own_parameters(endpoint.operation, args):
        own = request_of(endpoint.operation, cast("Mapping[str, object]", args[0]))
        return _with_defaults(own, options)
    return build(options, endpoint, *args, **kwargs)


def build_own(
    options: Options,
    base_url: str,
    method: str,
    path: str,
    query: Mapping[str, object] | None,
    body: Mapping[str, JSONValue] | None,
) -> Request:
    """Build a request of any path; `own_request` explains the arguments."""
    return _with_defaults(own_request(method, path, query, body, base_url), options)


def _with_defaults(request: Request, options: Options) -> Request:
    add_defaults(request, options.language, options.region)
    add_session(request, options.session_id, options.guest_session_id)
    return request
