"""Which requests the cache may store, and under which key."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tmdb_facade._core.client.claims import token_scopes
from tmdb_facade._core.request.defaults import USER_BLOCK

if TYPE_CHECKING:
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.sending.outgoing import OutgoingRequest

# Lists belong to users, who change them through this API: a stored answer would hide the change.
_USER_TAGS = frozenset({"lists", "v4_lists"})
# `session_id=` is a part of `guest_session_id=` too.
_USER_MARKS = ("session_id=", USER_BLOCK)


def is_cacheable(request: OutgoingRequest) -> bool:
    """Return whether an answer is the same for all users and can be stored.

    It decides by the operation's record: never images, anything but GET, requests that create something, answers that
    belong to a user or a guest, and lists. A session in the query always excludes a request.
    """
    operation = request.operation
    return (
        operation is not None
        and operation.cacheable
        and not operation.user_scoped
        and request.method == "GET"
        and operation.tag not in _USER_TAGS
        and not any(mark in request.url for mark in _USER_MARKS)
    )


def cache_key(request: OutgoingRequest, owner: str) -> bytes:
    """Return the key of a request: a SHA-256 hash, so that files contain no URLs.

    Args:
        request: The request, without the credential.
        owner: The result of `cache_owner`.
    """
    # Answers may depend on the caller's own headers; without any, keys are those of earlier versions.
    extra = f" {request.extra_headers}" if request.extra_headers else ""
    return sha256(f"{owner} {request.method} {request.url}{extra}".encode()).digest()


def cache_owner(credential: Credential) -> str:
    """Return who can share answers with this credential: an empty string for all applications.

    Application credentials get the same answers. A user's token, and one of unknown kind, shares with itself only.

    Args:
        credential: The client's credential.

    Returns:
        An empty string, or a hash that does not reveal the token.
    """
    if credential.scheme == "api_key" or token_scopes(credential.secret) == ["api_read"]:
        return ""
    return sha256(credential.secret.encode()).hexdigest()
