"""The claims of a JSON web token, the form of TMDB's tokens.

TMDB does not document them, so they never decide what is sent: they help to word errors, to keep users apart in the cache,
and to mask secrets. The signature is not verified, and a text that is no such token has no claims.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias, cast

#: Whose token it is.
TokenOwner: TypeAlias = Literal["application", "user"]

# An application's key has 32 hexadecimal digits, the id of a user's account 24.
_ID = re.compile(r"[0-9a-fA-F]{24,}")


def token_owner(token: str) -> TokenOwner | None:
    """Return whose token it is by its scopes; `None` if they do not say."""
    scopes = token_scopes(token)
    if scopes == ["api_read"]:
        return "application"
    return "user" if isinstance(scopes, list) and "api_write" in cast("list[object]", scopes) else None


def token_scopes(token: str) -> object:
    """Return the scopes that a token names, or `None`."""
    return _claims(token).get("scopes")


def claim_secrets(token: str) -> set[str]:
    """Return the secrets that a token contains, such as the application's API key.

    Args:
        token: A token, or any other text.
    """
    return {text for value in _claims(token).values() for text in _texts(value) if _ID.fullmatch(text)}


def _texts(value: object) -> Iterator[str]:
    entries = cast("list[object]", value) if isinstance(value, list) else [value]
    return (entry for entry in entries if isinstance(entry, str))


def _claims(token: str) -> Mapping[str, object]:
    """Return the payload of a token, or nothing."""
    payload = token.split(".")[1:2]
    if not payload:
        return {}
    import json  # imported here: few calls need the claims

    try:
        claims: object = json.loads(urlsafe_b64decode(f"{payload[0]}==="))
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", claims) if isinstance(claims, dict) else {}
