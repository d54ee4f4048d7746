"""Credentials: the choice between token and API key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from tmdb_facade._core.request.validation import check_text
from tmdb_facade.errors import CredentialsError, InvalidArgumentError

#: The environment variables of tokens, in the order in which they are read.
TOKEN_VARIABLES = ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN")
KEY_VARIABLE = "TMDB_API_KEY"

# TMDB's tokens are JSON web tokens, its keys 32 hexadecimal digits. Users pass either under both names, and TMDB rejects
# a key that is sent as a token like a wrong key.
_TOKEN = re.compile(r"eyJ[\w-]*\.[\w-]+\.[\w-]*")
_KEY = re.compile(r"[0-9a-fA-F]{32}")
_PRINTABLE = re.compile(r"[!-~]+")


class Credential(NamedTuple):
    """A credential and the way it is sent.

    Attributes:
        scheme: `bearer` for a token in the Authorization header, `api_key` for a key in the query.
        secret: The token or key.
    """

    scheme: Literal["bearer", "api_key"]
    secret: str

    def __repr__(self) -> str:
        """Return the scheme only."""
        return f"<Credential {self.scheme}>"


def choose_credential(access_token: str | None, api_key: str | None, environ: Mapping[str, str]) -> Credential:
    """Return the credential to use. Arguments take precedence over the environment, and there a token over a key.

    Args:
        access_token: The API Read Access Token that the caller passed.
        api_key: The API key that the caller passed.
        environ: The environment variables.

    Returns:
        The credential. A token that was passed as a key is sent as a token, and the other way round.

    Raises:
        CredentialsError: There is none, or it contains characters that no TMDB credential contains.
        InvalidArgumentError: It is not text, or both arguments are passed.
    """
    candidates: list[tuple[str, Literal["bearer", "api_key"], str | None]] = [
        ("access_token", "bearer", access_token),
        ("api_key", "api_key", api_key),
    ]
    if access_token is None and api_key is None:
        candidates = [(name, "bearer", environ.get(name)) for name in TOKEN_VARIABLES]
        candidates.append((KEY_VARIABLE, "api_key", environ.get(KEY_VARIABLE)))
    found: list[tuple[str, Literal["bearer", "api_key"], str]] = [
        (name, scheme, secret)
        for name, scheme, value in candidates
        if value is not None and (secret := without_quotes(check_text(name, value)))
    ]
    if access_token is not None and len(found) > 1:
        raise InvalidArgumentError("api_key", "cannot be combined: pass only one of access_token= and api_key=")
    for name, scheme, secret in found:
        if not _PRINTABLE.fullmatch(secret):
            # Rejected here, without the value: the HTTP library's error would contain it.
            hint = ": pass it without the word Bearer" if secret[:7].lower() == "bearer " else ""
            raise CredentialsError(f"{name} must not contain spaces, control characters or letters outside ASCII{hint}")
        if _TOKEN.fullmatch(secret):
            return Credential("bearer", secret)
        if _KEY.fullmatch(secret):
            return Credential("api_key", secret)
        return Credential(scheme, secret)
    raise CredentialsError(
        f"no TMDB credentials: pass access_token= or api_key=, or set one of {', '.join(TOKEN_VARIABLES)} or "
        f"{KEY_VARIABLE} in the environment (get one at https://www.themoviedb.org/settings/api)"
    )


def needs_credential(access_token: str | None, api_key: str | None, environ: Mapping[str, str]) -> bool:
    """Return whether neither the arguments nor the environment have a credential."""
    variables = (*TOKEN_VARIABLES, KEY_VARIABLE)
    return access_token is None and api_key is None and not any(environ.get(name) for name in variables)


def without_quotes(text: str) -> str:
    """Return a credential without surrounding whitespace and quotes.

    One from a file ends in a newline, and some readers of `.env` files keep the quotes of a value.
    """
    text = text.strip()
    return text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
