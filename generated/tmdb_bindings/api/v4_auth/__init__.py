# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Request tokens and access tokens of v4."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import create_access_token as create_access_token
    from . import create_request_token as create_request_token
    from . import logout as logout
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "create_access_token",
            "create_request_token",
            "logout",
        ],
    )

__all__ = [
    "create_access_token",
    "create_request_token",
    "logout",
]
