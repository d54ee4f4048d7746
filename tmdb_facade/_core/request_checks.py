"""Requests that TMDB would refuse, or answer as if something else was asked: refused before they are sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from tmdb_facade._core.checks import check_choice, check_language, check_region
from tmdb_facade._core.paging import PAGE_LIMIT

if TYPE_CHECKING:
    from tmdb_facade._core.endpoint import Request

_NEGATIVE = re.compile(r"/(-\d+)(?=/|$)")


def check_request(request: Request) -> None:
    """Refuse a request by the values in its path and query.

    Args:
        request: The request, with what the user passed.

    Raises:
        ValueError: A value is not of TMDB's form.
    """
    operation = request.operation.id
    if "/-" in request.path and (found := _NEGATIVE.search(request.path)):
        raise ValueError(f"{operation}: ids and numbers are not negative, as {found[1]} is")
    query = request.query
    for name in query.keys() & _CHECKS.keys():
        _CHECKS[name](f"{operation}: {name}", query[name])


def _check_query(name: str, value: str) -> None:
    if not value.strip():
        raise ValueError(f"{name} is blank: TMDB finds nothing by that")


def _check_page(name: str, value: str) -> None:
    if not value.isdecimal() or not 1 <= int(value) <= PAGE_LIMIT:
        raise ValueError(f"{name}: TMDB has pages 1 to {PAGE_LIMIT}, not {value}")


def _check_source(name: str, value: str) -> None:
    # Imported here: the models are not needed for much else before something is sent.
    from tmdb_bindings import models

    check_choice(name, value, get_args(models.ExternalSource))


def _check_session(name: str, value: str) -> None:
    # Never with the value: a session is a secret.
    if not value.strip():
        raise ValueError(f"{name} is blank: pass a session's id, or leave it out for the client's")


_CHECKS: dict[str, Callable[[str, str], None]] = {
    "language": check_language,
    "region": check_region,
    "watch_region": check_region,
    "certification_country": check_region,
    "country": check_region,
    "external_source": _check_source,
    "page": _check_page,
    "query": _check_query,
    "session_id": _check_session,
    "guest_session_id": _check_session,
}
