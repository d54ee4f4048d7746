"""Defaults of the client for requests: language, region and sessions."""

from __future__ import annotations

from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.append import APPEND_PARAMETER
from tmdb_facade._core.request.validation import check_session
from tmdb_facade.errors import InvalidArgumentError

#: The one block that belongs to a user: a call that appends it needs a session.
USER_BLOCK = "account_states"
_SESSION_AUTH = ("session", "guest_or_session")


def add_defaults(request: Request, language: str | None, region: str | None) -> None:
    """Add the client's language and region to a request.

    A default is added only if the operation has the parameter (TMDB ignores unknown ones, but a cache would not), the
    caller did not pass it, and, for a language, it selects the language of texts.

    Args:
        request: The request; its query is changed.
        language: ISO 639-1, optionally with a region (`pt-BR`), or `None`.
        region: Upper-case ISO 3166-1, or `None`.
    """
    query = request.query
    if language is not None and "language" not in query and _has_texts(request.operation):
        query["language"] = language
    if region is not None and "region" not in query and "region" in request.operation.query:
        query["region"] = region


def _has_texts(operation: Operation) -> bool:
    """Return whether an operation's `language` is the language of texts.

    For lists of images it is not: TMDB would omit images in other languages and images without text, which is not the
    purpose of a default language. For details it is both, and the texts matter more.
    """
    query = operation.query
    return "language" in query and ("include_image_language" not in query or APPEND_PARAMETER in query)


def add_session(request: Request, session_id: str | None, guest_session_id: str | None) -> None:
    """Add the client's session to a request.

    It is added only if the operation needs one and the caller passed none: with a session, the details of a movie would
    be a private answer of one user.

    Args:
        request: The request; its query is changed.
        session_id: A user's session, or `None`; it is preferred to a guest session.
        guest_session_id: A guest session, or `None`.
    """
    query, parameters = request.query, request.operation.query
    if "session_id" in query or "guest_session_id" in query:
        return
    if request.operation.auth not in _SESSION_AUTH and USER_BLOCK not in query.get(APPEND_PARAMETER, ""):
        return
    if session_id is not None and "session_id" in parameters:
        query["session_id"] = session_id
    elif guest_session_id is not None and "guest_session_id" in parameters:
        query["guest_session_id"] = guest_session_id


def choose_guest_session(passed: str | None, default: str | None) -> str:
    """Return the guest session of a call.

    Args:
        passed: The caller's argument.
        default: The client's guest session.

    Returns:
        The session id.

    Raises:
        InvalidArgumentError: There is none, or the passed one is malformed.
    """
    if passed is not None:
        return check_session("guest_session_id", passed)
    if default is None:
        raise InvalidArgumentError(
            "guest_session_id",
            "is missing: pass guest_session_id= to the call or the client; "
            "tmdb.auth.create_guest_session() creates a guest session",
        )
    return default
