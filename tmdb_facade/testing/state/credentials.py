"""The credentials of an embedded TMDB: in TMDB's formats, but not valid at TMDB."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import NamedTuple

_SEED = "the embedded TMDB of tmdb-facade"


class Credentials(NamedTuple):
    """The credentials that a server accepts.

    Attributes:
        access_token: An API Read Access Token, sent as `Authorization: Bearer ...`.
        api_key: An API key, sent as the query parameter `api_key`.
        session_id: The session of a logged-in user, sent as the query parameter `session_id`.
    """

    access_token: str
    api_key: str
    session_id: str

    def __repr__(self) -> str:
        """Return a representation without the credentials, which may be real ones."""
        return "Credentials(access_token=***, api_key=***, session_id=***)"


class Keys(NamedTuple):
    """The API keys and access tokens that a server accepts from applications.

    Attributes:
        credentials: The credentials of the server.
        any_key: Whether every other key and token is accepted too, except an empty one and tokens that the server has
            issued: a user's token is no application's, also after it was revoked.
    """

    credentials: Credentials
    any_key: bool = False

    def accept_api_key(self, api_key: str) -> bool:
        """Return whether an API key is valid."""
        return api_key == self.credentials.api_key or (self.any_key and bool(api_key.strip()))

    def accept_token(self, token: str) -> bool:
        """Return whether an API Read Access Token is valid."""
        return token == self.credentials.access_token or (
            self.any_key and bool(token.strip()) and not is_signed(self.credentials.access_token, token)
        )


def make_credentials(seed: str = _SEED) -> Credentials:
    """Create credentials in TMDB's formats: 32 hex digits, a signed JWT, 40 hex digits.

    They are computed, as secret scanners would report literals in the code.

    Args:
        seed: Any text; the same text results in the same credentials.

    Returns:
        The credentials.
    """
    api_key = digest(f"{seed}: api key", 32)
    claims = {
        "aud": api_key,
        "nbf": 1577836800.0,
        "sub": digest(f"{seed}: account", 24),
        "scopes": ["api_read"],
        "version": 1,
    }
    return Credentials(signed_token(seed, claims), api_key, digest(f"{seed}: session", 40))


def signed_token(seed: str, claims: Mapping[str, object]) -> str:
    """Return a JWT with the claims, signed with a seed as its key."""
    signed = f"{_part({'alg': 'HS256'})}.{_part(claims)}"
    return f"{signed}.{_signature(seed, signed)}"


def is_signed(seed: str, token: str) -> bool:
    """Return whether a token was signed with a seed as its key."""
    signed, _, signature = token.rpartition(".")
    return signature == _signature(seed, signed)


def digest(text: str, length: int) -> str:
    """Return the first hex digits, at most 64, of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def _signature(seed: str, signed: str) -> str:
    return _base64(hmac.digest(seed.encode(), signed.encode(), hashlib.sha256))


def _part(content: Mapping[str, object]) -> str:
    return _base64(json.dumps(content, separators=(",", ":")).encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
