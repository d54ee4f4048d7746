# Made from tmdb_facade/_async/own_requests.py by `make sync`: edit that file, never this one.
"""The method of the client for any path of TMDB's API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tmdb_bindings import runtime
from tmdb_facade import types
from tmdb_facade._core.request.building import build_own
from tmdb_facade._core.request.extras import QueryValue
from tmdb_facade._sync.namespaces import Namespaces

if TYPE_CHECKING:
    from tmdb_facade._sync.requester import Requester


class OwnRequests(Namespaces):
    """A client with the method for any path."""

    def request(
        self,
        method: types.HTTPMethod,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = None,
        body: Mapping[str, runtime.JSONValue] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
    ) -> runtime.JSONValue:
        """Send a request to any path of TMDB's API, also one that its documents do not have.

            tmdb.request("GET", "/3/movie/550", query={"language": "pt-BR"})

        Rate limit, retries, cache, deadline, hooks and redaction apply as to every call. A documented path has the
        policies of its operation. The answer of any other is not stored, and only `GET` is repeated after a failure that
        may have been carried out. `/4/account/...` and `/4/list/...` get the access token of the client's user; a session
        is added to documented paths only.

        Args:
            method: The HTTP method.
            path: The path with its version, or a URL of the client's server. Values in it are quoted.
            query: Parameters under TMDB's names.
            body: The JSON body, with `POST`, `PUT`, `PATCH` and `DELETE`.
            extra_query: Parameters that TMDB's document does not have, in addition to the client's; `None` removes one of
                the client's.
            extra_headers: Headers, in addition to the client's; `None` removes one of the client's.
            user_agent: The User-Agent, instead of the client's.

        Returns:
            Dictionaries, lists, strings, numbers, booleans and `None`.

        Raises:
            TMDBError: The request failed.
            InvalidArgumentError: A value cannot be sent, the path would be changed on its way, the URL belongs to another
                host, or the session of a user is missing.
        """
        requester = self._with_extras(extra_query, extra_headers, user_agent)
        request = build_own(requester.options, requester.settings.base_url, method, path, query, body)
        return requester.plain(requester.check_user(request))

    def _with_extras(
        self,
        extra_query: Mapping[str, QueryValue] | None,
        extra_headers: Mapping[str, str | None] | None,
        user_agent: str | None,
    ) -> Requester:
        requester = self._requester
        if extra_query is None and extra_headers is None and user_agent is None:
            return requester
        return requester.with_options(requester.options.with_extras(extra_query, extra_headers, user_agent))
