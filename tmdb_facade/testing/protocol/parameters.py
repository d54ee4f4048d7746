"""What TMDB answers to missing, empty and invalid parameters, which differs by operation.

Operations that are not listed here take an empty parameter for an absent one. The evidence of each row is in
`docs/embedded-behavior.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.json_input import decode_json

from .refusals import Refusal


def _message(name: str) -> Refusal:
    return Refusal.invalid_parameters(f"{name} must be provided")


def _not_found(name: str) -> Refusal:
    return Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)


def _bad_request(name: str) -> Refusal:
    return Refusal.bad_request()


def _unprocessable(name: str) -> Refusal:
    return Refusal.of(TMDBCode.INVALID_PARAMETERS)


def _invalid_body(name: str) -> Refusal:
    return Refusal.invalid_body(f"{name} must be provided")


_SEARCHES = ("collection", "company", "keyword", "list", "movie", "multi", "person", "tv")

_CREDENTIALS = ("api_key", "session_id", "guest_session_id")

#: Operations whose invalid `page` is answered with a list of errors (HTTP 422). Others answer code 22 (HTTP 400).
PAGE_ERRORS_IN_WORDS = frozenset(f"/3/search/{name}" for name in _SEARCHES)

#: Operations that answer an empty query with an empty page.
EMPTY_QUERY_IS_EMPTY_PAGE = frozenset({"/3/search/keyword"})

#: The refusal of a missing or empty parameter, by operation and parameter.
MISSING: Mapping[tuple[str, str], Callable[[str], Refusal]] = {
    **{(f"/3/search/{name}", "query"): _message for name in _SEARCHES},
    ("/3/list", "name"): _unprocessable,
    ("/3/list/{list_id}/add_item", "media_id"): _not_found,
    ("/3/list/{list_id}/item_status", "movie_id"): _message,
    ("/3/authentication/session/new", "request_token"): _not_found,
    ("/3/movie/{movie_id}/rating", "value"): _bad_request,
    ("/3/tv/{series_id}/rating", "value"): _bad_request,
    ("/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/rating", "value"): _bad_request,
}


def missing_parameter(operation: str, name: str) -> Refusal:
    """Return the refusal of a request without a parameter; by default it lists the error (HTTP 400, code 18).

    Args:
        operation: The path template of the operation.
        name: The parameter, in the query or in the body.
    """
    return MISSING.get((operation, name), _invalid_body)(name)


def body_credentials(content: bytes) -> dict[str, str]:
    """Return the credentials in a body, where some clients send all parameters of writing operations.

    Args:
        content: The body.

    Returns:
        The credentials by parameter; none if the body is not a JSON object.
    """
    if not content.startswith(b"{"):
        return {}
    try:
        body = decode_json(content, dict[str, object])
    except ValueError:
        return {}
    return {name: value for name in _CREDENTIALS if isinstance(value := body.get(name), str)}
