"""The result of checking an application's credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

if TYPE_CHECKING:
    from tmdb_facade.errors import APIStatusError


@attrs.frozen(kw_only=True)
class CredentialCheck:
    """Whether TMDB accepts the client's token or API key.

    Attributes:
        kind: `token` for an API Read Access Token or another token, `key` for an API key.
        is_accepted: Whether TMDB accepts it.
        problem: Why not, and what to do; `None` if TMDB accepts it.
    """

    kind: Literal["token", "key"]
    is_accepted: bool
    problem: str | None = None


def credential_check(scheme: Literal["bearer", "api_key"], error: APIStatusError | None = None) -> CredentialCheck:
    """Build the result.

    Args:
        scheme: How the credential is sent.
        error: TMDB's error about the credential, or `None`.
    """
    kind: Literal["token", "key"] = "token" if scheme == "bearer" else "key"
    if error is None:
        return CredentialCheck(kind=kind, is_accepted=True)
    notes: list[str] = getattr(error, "__notes__", [])
    return CredentialCheck(kind=kind, is_accepted=False, problem=" ".join([str(error), *notes]))
