"""The client's session, sent where an operation needs one."""

from __future__ import annotations

from tmdb_facade._core.append import requested_blocks
from tmdb_facade._core.endpoint import Request

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
    if request.operation.auth not in _NEEDING and USERS_BLOCK not in requested_blocks(request):
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
