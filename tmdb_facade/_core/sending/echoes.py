"""Hide the secrets that a server repeats without their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.redaction import find_secrets, redact

if TYPE_CHECKING:
    from tmdb_facade._core.sending.outgoing import OutgoingRequest
    from tmdb_facade.errors import TMDBError


def hide_echoes(error: TMDBError, request: OutgoingRequest, credential: str) -> None:
    """Mask the credential and the secrets of a request in an error's texts.

    Args:
        error: The error for the answer.
        request: The request.
        credential: The client's token or key.
    """
    secrets = find_secrets(request.url)
    if request.body is not None:
        secrets |= find_secrets(request.body.decode())
    error.message = redact(error.message, credential, *secrets)
    error.errors = tuple(redact(text, credential, *secrets) for text in error.errors)
    if error.args[:1] and isinstance(error.args[0], str):
        error.args = (redact(error.args[0], credential, *secrets), *error.args[1:])
