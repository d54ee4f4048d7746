"""Credentials in the body of a request, where some clients send all parameters of writing operations."""

from __future__ import annotations

import msgspec

_NAMES = ("api_key", "session_id", "guest_session_id")


def body_credentials(content: bytes) -> dict[str, str]:
    """Return the credentials of a body by parameter; none if it is not a JSON object.

    Args:
        content: The body.
    """
    if not content.startswith(b"{"):
        return {}
    try:
        body = msgspec.json.decode(content, type=dict[str, object])
    except (msgspec.MsgspecError, RecursionError):
        return {}
    return {name: value for name in _NAMES if isinstance(value := body.get(name), str)}
