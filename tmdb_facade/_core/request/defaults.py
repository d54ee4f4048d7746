"""The client's language and region, sent where an operation knows them."""

from __future__ import annotations

from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.append import APPEND_PARAMETER


def add_defaults(request: Request, language: str | None, region: str | None) -> None:
    """Put the client's language and region into a request.

    Only where the operation's record has the parameter (TMDB ignores unknown ones, but a cache would not), the caller
    did not pass it, and it chooses the language of texts.

    Args:
        request: The request; its query is changed.
        language: ISO 639-1, perhaps with a region (`pt-BR`), or `None`.
        region: ISO 3166-1 in capitals, or `None`.
    """
    query = request.query
    if language is not None and _takes_texts(request.operation) and "language" not in query:
        query["language"] = language
    if region is not None and "region" in request.operation.query and "region" not in query:
        query["region"] = region


def _takes_texts(operation: Operation) -> bool:
    """Tell whether an operation's `language` is the language of texts.

    Lists of images have none: there, TMDB leaves out the images of all other languages and those without words, which
    nobody means who wants texts in Portuguese. Details have both, and texts come first.
    """
    query = operation.query
    return "language" in query and ("include_image_language" not in query or APPEND_PARAMETER in query)


#: The one block that belongs to a user: appended, it makes the call need a session.
USERS_BLOCK = "account_states"
_NEEDING = ("session", "guest_or_session")


def add_session(request: Request, session_id: str | None, guest_session_id: str | None) -> None:
    """Put the client's session into a request.

    Only where the operation's record says that it needs one, and the caller passed neither kind. A session that goes
    along needlessly would make a film's details a user's private answer.

    Args:
        request: The request; its query is changed.
        session_id: The session of a user, or `None`. It goes before a guest's.
        guest_session_id: The session of a guest, or `None`.
    """
    query, known = request.query, request.operation.query
    if "session_id" in query or "guest_session_id" in query:
        return
    if request.operation.auth not in _NEEDING and USERS_BLOCK not in query.get(APPEND_PARAMETER, ""):
        return
    if session_id is not None and "session_id" in known:
        query["session_id"] = session_id
    elif guest_session_id is not None and "guest_session_id" in known:
        query["guest_session_id"] = guest_session_id


def choose_guest_session(passed: str | None, known: str | None) -> str:
    """Choose the session of the guest that is asked about.

    Args:
        passed: What the caller passed.
        known: The client's.

    Returns:
        The session.

    Raises:
        ValueError: There is none.
    """
    session = known if passed is None else passed
    if session is None:
        raise ValueError(
            "there is no guest session: pass guest_session_id, here or to the client; "
            "tmdb.auth.create_guest_session() makes one"
        )
    return session
