"""Logins of web applications, which end in another request than they begin with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from secrets import compare_digest, token_urlsafe
from typing import Literal, Self, TypeAlias
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit, urlunsplit

import attrs

from tmdb_facade._core.request.validation import check_filled, check_text, invalid
from tmdb_facade._core.signing_in.sealing import seal, unseal
from tmdb_facade._core.signing_in.secret import Secret, private
from tmdb_facade.errors import InvalidArgumentError, LoginError, LoginExpiredError

ApiVersion: TypeAlias = Literal[3, 4]

#: The parameter of the callback URL that names the login.
STATE_PARAMETER = "state"
_STATE_BYTES = 32
_SCHEMES = ("http", "https")


@attrs.frozen(kw_only=True, repr=False)
class LoginFlow:
    """A login of a web application that has begun: the user is on TMDB's page.

    `seal` turns it into text for a cookie or a store of the application, `LoginFlow.unseal` back.

    Attributes:
        api_version: 3 or 4.
        request_token: The token that the user approves. It is as secret as the approval is.
        state: A random text that TMDB's page sends back in the callback's URL. It binds the callback to the browser that
            began the login.
        expires_at: The time at which the request token expires.
        approval_url: The URL to which the browser is redirected. It contains the token.
    """

    api_version: ApiVersion
    request_token: str
    state: str
    expires_at: datetime
    approval_url: str

    def __repr__(self) -> str:
        """Return the version and the time of expiry: the rest is secret."""
        return f"<LoginFlow v{self.api_version}, expires {self.expires_at:%Y-%m-%d %H:%M:%S} UTC>"

    @property
    def is_expired(self) -> bool:
        """Whether the request token has expired."""
        return datetime.now(UTC) >= self.expires_at

    def has_state(self, state: str | None) -> bool:
        """Return whether a callback belongs to this login. The comparison takes the same time for every wrong state.

        Args:
            state: The parameter `state` of the callback's URL, or `None`.
        """
        # A surrogate, which cannot be encoded, is in no state.
        return state is not None and compare_digest(state.encode(errors="replace"), self.state.encode())

    def seal(self, secret: str | Sequence[str]) -> str:
        """Encrypt the login, for a cookie or a store of the application. Needs `pip install 'tmdb-facade[web]'`.

        Args:
            secret: A secret of the application, of at least 16 random characters; or several, of which the first one
                encrypts.

        Raises:
            InvalidArgumentError: A secret is too short, or the package cryptography is not installed.
        """
        app_secret = Secret(secret)
        # Tracebacks show the variables of this frame.
        del secret
        changed = {"api_version": str(self.api_version), "expires_at": self.expires_at.isoformat()}
        return seal(Secret({**attrs.asdict(self), **changed}), app_secret)

    @classmethod
    def unseal(cls, text: str, secret: str | Sequence[str]) -> Self | None:
        """Decrypt a login.

        Args:
            text: What `seal` has returned.
            secret: The secret of the application; or several, of which each may have encrypted it.

        Returns:
            The login, or `None` if the text was made with another secret, or was changed.

        Raises:
            InvalidArgumentError: A secret is too short, or the package cryptography is not installed.
        """
        sealed, app_secret = Secret(text), Secret(secret)
        # Tracebacks show the variables of this frame.
        del text, secret
        values = unseal(sealed, app_secret)
        if values is None:
            return None
        return cls(
            api_version=4 if values["api_version"] == "4" else 3,
            request_token=values["request_token"],
            state=values["state"],
            expires_at=datetime.fromisoformat(values["expires_at"]),
            approval_url=values["approval_url"],
        )


def check_callback(flow: LoginFlow, api_version: ApiVersion, state: Secret[str]) -> None:
    """Check that a callback may complete a login.

    Args:
        flow: The login.
        api_version: The version of the API whose method completes it.
        state: The state in the callback's URL.

    Raises:
        InvalidArgumentError: The login is of another version.
        LoginError: The callback belongs to another login.
        LoginExpiredError: The request token has expired.
    """
    if not isinstance(flow, LoginFlow):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise InvalidArgumentError("flow", f"must be a LoginFlow, got {type(flow).__name__}")
    if flow.api_version != api_version:
        other = "tmdb.v4.auth" if flow.api_version == 4 else "tmdb.auth"
        raise InvalidArgumentError("flow", f"is a login of version {flow.api_version}: complete it with {other}")
    if not flow.has_state(private(lambda: check_text("state", state.get()))):
        raise LoginError("the callback belongs to another login: start again from the application's page")
    if flow.is_expired:
        raise LoginExpiredError("the login took too long, and its request token has expired: start again")


def new_state() -> Secret[str]:
    """Return the state of a new login."""
    return Secret(token_urlsafe(_STATE_BYTES))


def state_name(state: str) -> str:
    """Return a name for the cookie of a login: each login of a browser has its own, and none shows its state."""
    return f"tmdb_login_{sha256(state.encode()).hexdigest()[:16]}"


def callback_url(url: str, state: Secret[str]) -> Secret[str]:
    """Return a callback URL with the state.

    Args:
        url: The URL of the application's page that completes logins; it may have a query.
        state: The state.

    Raises:
        InvalidArgumentError: It is not an absolute HTTP URL, has a fragment, or already has a state.
    """
    parts = split_callback("redirect_to", url)
    query = urlencode({STATE_PARAMETER: state.get()})
    return Secret(urlunsplit(parts._replace(query=f"{parts.query}&{query}" if parts.query else query)))


def split_callback(name: str, url: str) -> SplitResult:
    """Validate a callback URL, and return its parts.

    Args:
        name: The parameter's name.
        url: The URL.

    Raises:
        InvalidArgumentError: It is not an absolute HTTP URL, has a fragment, or already has a state.
    """
    parts = _split(check_filled(name, url))
    if parts is None or parts.scheme not in _SCHEMES or not parts.hostname or parts.fragment:
        raise invalid(name, "an absolute URL such as 'https://example.org/tmdb/callback', without a fragment", url)
    if STATE_PARAMETER in parse_qs(parts.query, keep_blank_values=True):
        raise invalid(name, f"a URL without the parameter {STATE_PARAMETER!r}, which is added to it", url)
    return parts


def _split(url: str) -> SplitResult | None:
    """Return the parts of a URL; `None` if its host or port is malformed."""
    try:
        parts = urlsplit(url)
        return None if parts.port == 0 else parts
    except ValueError:
        return None
