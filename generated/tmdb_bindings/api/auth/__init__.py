# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Request tokens, sessions and guest sessions of v3."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import create_guest_session as create_guest_session
    from . import create_request_token as create_request_token
    from . import create_session as create_session
    from . import create_session_from_login as create_session_from_login
    from . import create_session_from_v4_token as create_session_from_v4_token
    from . import delete_session as delete_session
    from . import validate_key as validate_key
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "create_guest_session",
            "create_request_token",
            "create_session",
            "create_session_from_login",
            "create_session_from_v4_token",
            "delete_session",
            "validate_key",
        ],
    )

__all__ = [
    "create_guest_session",
    "create_request_token",
    "create_session",
    "create_session_from_login",
    "create_session_from_v4_token",
    "delete_session",
    "validate_key",
]
