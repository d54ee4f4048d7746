"""TMDB's security schemes, and the schemes of each kind of authentication."""

from __future__ import annotations

from scripts.json_io import Json

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

# The alternatives of each kind of authentication, each with all required schemes.
_ALTERNATIVES = {
    "none": [],
    "application": ["bearer", "api_key"],
    "session": ["bearer session", "api_key session"],
    "guest_session": ["bearer guest_session", "api_key guest_session"],
    "guest_or_session": ["bearer session", "api_key session", "bearer guest_session", "api_key guest_session"],
    "user_token": ["user_token"],
}


def security(auth: str) -> list[Json]:
    """Return the `security` of an operation.

    Args:
        auth: `application`, `session`, `guest_session`, `guest_or_session`, `user_token` or `none`.
    """
    return [{scheme: [] for scheme in schemes.split()} for schemes in _ALTERNATIVES[auth]]
