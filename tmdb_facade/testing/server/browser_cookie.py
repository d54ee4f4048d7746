"""The cookie that identifies a browser on the approval pages, and the form tokens that belong to it."""

from __future__ import annotations

import hmac
from hashlib import sha256
from secrets import token_hex

from starlette.requests import Request
from starlette.responses import Response

from .front import mount_of

NAME = "embedded_tmdb_login"
# Cookies do not distinguish ports, so an application on this computer would receive one for all paths with its redirect.
_PATHS = ("/authenticate", "/auth")


class BrowserCookie:
    """The identity of a browser: a random text, which changes with every login and logout.

    The cookie is this text and a second one, which changes with every decision too: browsers show an earlier page from
    memory, although it must not be stored, unless a cookie has changed since.

    Attributes:
        browser: The random text; empty if the browser sent no cookie.
    """

    def __init__(self, request: Request) -> None:
        """Read the cookie of a request."""
        self.browser: str = request.cookies.get(NAME, "").partition(".")[0]
        self._has_changed = False
        self._is_secure = request.url.scheme == "https"
        self._mount = mount_of(request.scope)

    def renew(self) -> None:
        """Replace the random text. The credentials of an embedded TMDB are predictable; this text is not."""
        self.browser = token_hex(20)
        self.change()

    def change(self) -> None:
        """Change the cookie, so that the browser does not show earlier pages from memory."""
        self._has_changed = True

    def form_token(self, request_token: str) -> str:
        """Return the token of the forms for a request token, which only this browser knows."""
        return hmac.digest(self.browser.encode(), request_token.encode(), sha256).hex()

    def owns(self, form_token: str, request_token: str) -> bool:
        """Return whether a form was made for this browser and a request token."""
        return hmac.compare_digest(self.form_token(request_token).encode(), form_token.encode())

    def save(self, response: Response) -> None:
        """Set the cookie if it has changed."""
        if not self._has_changed:
            return
        value = f"{self.browser}.{token_hex(4)}"
        for path in _PATHS:
            response.set_cookie(
                NAME, value, path=f"{self._mount}{path}", httponly=True, samesite="lax", secure=self._is_secure
            )
