"""Which credential is used, and how it is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from tmdb_facade.errors import CredentialsError

#: The environment variables that are read, in this order.
TOKEN_VARIABLES = ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN")
KEY_VARIABLE = "TMDB_API_KEY"

# TMDB's tokens are JSON web tokens, its keys 32 hexadecimal digits. People put either under any name, and TMDB refuses
# a key that is sent as a token with the same answer as a wrong one.
_TOKEN = re.compile(r"eyJ[\w-]*\.[\w-]+\.[\w-]*")
_KEY = re.compile(r"[0-9a-fA-F]{32}")
_PRINTABLE = re.compile(r"[!-~]+")


class Credential:
    """One credential, and how TMDB wants it.

    Attributes:
        scheme: `bearer` for a token in the Authorization header, `api_key` for a key in the query.
        secret: The token or key.
    """

    __slots__ = ("scheme", "secret")

    def __init__(self, scheme: Literal["bearer", "api_key"], secret: str) -> None:
        self.scheme: Literal["bearer", "api_key"] = scheme
        self.secret: str = secret

    def __repr__(self) -> str:
        """Name the scheme only."""
        return f"<Credential {self.scheme}>"


def choose_credential(access_token: str | None, api_key: str | None, environ: Mapping[str, str]) -> Credential:
    """Decide which credential is used: what was passed, else the environment; a token before a key.

    Args:
        access_token: The API Read Access Token that the caller passed.
        api_key: The API key that the caller passed.
        environ: The environment variables.

    Returns:
        The credential, sent as what it is: a token that was given as a key is a token, and the other way round.

    Raises:
        CredentialsError: There is none, or it holds characters that no credential of TMDB holds.
    """
    candidates: list[tuple[str, Literal["bearer", "api_key"], str | None]] = [
        ("access_token", "bearer", access_token),
        ("api_key", "api_key", api_key),
    ]
    if access_token is None and api_key is None:
        candidates = [(name, "bearer", environ.get(name)) for name in TOKEN_VARIABLES]
        candidates.append((KEY_VARIABLE, "api_key", environ.get(KEY_VARIABLE)))
    for name, scheme, given in candidates:
        if given is not None and not isinstance(given, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
            raise TypeError(f"{name} is text, not {type(given).__name__}")
        secret = (given or "").strip()  # a token that was read from a file ends in a newline
        if not secret:
            continue
        if not _PRINTABLE.fullmatch(secret):
            # Said here, without the value: the HTTP library would print it.
            hint = ": pass it without the word Bearer" if secret[:7].lower() == "bearer " else ""
            raise CredentialsError(f"{name} holds a space, a control character or a letter outside ASCII{hint}")
        if _TOKEN.fullmatch(secret):
            return Credential("bearer", secret)
        if _KEY.fullmatch(secret):
            return Credential("api_key", secret)
        return Credential(scheme, secret)
    raise CredentialsError(
        f"no TMDB credentials: pass access_token= or api_key=, or set one of {', '.join(TOKEN_VARIABLES)} or "
        f"{KEY_VARIABLE} in the environment (get one at https://www.themoviedb.org/settings/api)"
    )
