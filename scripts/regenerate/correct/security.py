"""TMDB's security schemes, and the schemes of each kind of authentication."""

from __future__ import annotations

from scripts.json_io import DataError, Json

SCHEMES: Json = {
    "api_key": {"type": "apiKey", "in": "query", "name": "api_key", "description": "The application's v3 API key."},
    "bearer": {"type": "http", "scheme": "bearer", "description": "The application's API read access token."},
    "guest_session": {
        "type": "apiKey",
        "in": "query",
        "name": "guest_session_id",
        "description": "A guest session's id, in addition to the application's credential.",
    },
    "session": {
        "type": "apiKey",
        "in": "query",
        "name": "session_id",
        "description": "A user's v3 session id, in addition to the application's credential.",
    },
    "user_token": {"type": "http", "scheme": "bearer", "description": "A user's v4 access token."},
}
#: Query parameters that are credentials and are set during authentication.
CREDENTIALS = frozenset(scheme["name"] for scheme in SCHEMES.values() if scheme["type"] == "apiKey")

_USERS: dict[str, list[list[str]]] = {
    "application": [[]],
    "session": [["session"]],
    "guest_session": [["guest_session"]],
    "guest_or_session": [["session"], ["guest_session"]],
}


def security(auth: str) -> list[Json]:
    """Return the `security` of an operation: alternatives, each with all required schemes.

    Args:
        auth: `application`, `session`, `guest_session`, `guest_or_session`, `user_token` or `none`.

    Raises:
        DataError: The kind is unknown.
    """
    if auth == "none":
        return []
    if auth == "user_token":
        return [{"user_token": []}]
    if auth not in _USERS:
        raise DataError(
            f"operations.yaml: auth must be one of {', '.join([*_USERS, 'user_token', 'none'])}, got {auth!r}"
        )
    return [
        {scheme: [] for scheme in (application, *user)}
        for user in _USERS[auth]
        for application in ("bearer", "api_key")
    ]


def automatic_auth(path: str, query: set[str]) -> str:
    """Return the kind of authentication of an unlisted operation, from its path and parameters."""
    if path.startswith("/4/account"):
        return "user_token"
    if "session_id" in query:
        return "guest_or_session" if "guest_session_id" in query else "session"
    return "guest_session" if "guest_session_id" in query else "application"
