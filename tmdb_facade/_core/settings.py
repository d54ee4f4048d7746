"""A client's settings: what was passed, else the environment, else the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tmdb_facade._core.auth import Credential, choose_credential
from tmdb_facade._core.url import DEFAULT_BASE_URL, check_base_url


class Settings(NamedTuple):
    """What a client was told.

    Attributes:
        credential: Who asks.
        base_url: The server's root, without a slash at its end.
        language: ISO 639-1, perhaps with a region, for every operation that takes one.
        region: ISO 3166-1, for every operation that takes one.
    """

    credential: Credential
    base_url: str
    language: str | None
    region: str | None


def read_settings(
    access_token: str | None,
    api_key: str | None,
    base_url: str | None,
    language: str | None,
    region: str | None,
    environ: Mapping[str, str],
) -> Settings:
    """Complete what was passed from the environment.

    Args:
        access_token: The API Read Access Token.
        api_key: The API key.
        base_url: The server's root.
        language: The language of texts.
        region: The region of releases.
        environ: The environment variables; an empty one counts as absent.

    Returns:
        The settings.

    Raises:
        CredentialsError: There are no credentials.
        ValueError: The base URL is none.
    """
    return Settings(
        credential=choose_credential(access_token, api_key, environ),
        base_url=check_base_url(base_url or environ.get("TMDB_BASE_URL") or DEFAULT_BASE_URL),
        language=language or environ.get("TMDB_LANGUAGE") or None,
        region=region or environ.get("TMDB_REGION") or None,
    )
