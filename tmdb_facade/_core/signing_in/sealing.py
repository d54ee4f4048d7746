"""Encrypt what a web application keeps in the browser while the user is on TMDB's page."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

from tmdb_facade._core.request.validation import check_text
from tmdb_facade._core.signing_in.secret import Secret, private
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

#: An application's secret, or several.
AppSecret: TypeAlias = Secret[str | Sequence[str]]

_SHORTEST_SECRET = 16
# The number is that of the format: what another version has sealed is not unsealed.
_PURPOSE = b"tmdb-facade login flow 2"


def check_app_secret(secrets: AppSecret) -> None:
    """Validate an application's secret.

    Raises:
        InvalidArgumentError: It is too short, or the package cryptography is not installed.
    """
    private(lambda: _cipher(secrets.get()))


def seal(values: Secret[Mapping[str, str]], secrets: AppSecret) -> str:
    """Compress and encrypt texts, with the time at which this happened.

    Args:
        values: The texts by name.
        secrets: The application's secret, or several: the first one encrypts.

    Raises:
        InvalidArgumentError: A secret is too short, or the package cryptography is not installed.
    """
    return private(lambda: _encrypt(values.get(), _cipher(secrets.get())))


def unseal(text: Secret[str], secrets: AppSecret) -> dict[str, str] | None:
    """Decrypt texts.

    Args:
        text: What `seal` has returned.
        secrets: The application's secret, or several: each may have encrypted it.

    Returns:
        The texts by name, or `None` if it was made with another secret, or was changed.

    Raises:
        InvalidArgumentError: A secret is too short, the text is not text, or the package cryptography is not installed.
    """
    return private(lambda: _decrypt(text.get(), _cipher(secrets.get())))


def _encrypt(values: Mapping[str, str], cipher: MultiFernet) -> str:
    # Browsers drop cookies above 4 KiB. The texts contain the request token twice, and it may contain the callback's URL.
    return cipher.encrypt(zlib.compress(json.dumps(values).encode(), 9)).decode()


def _decrypt(text: str, cipher: MultiFernet) -> dict[str, str] | None:
    from cryptography.fernet import InvalidToken

    encrypted = check_text("text", text).encode()
    try:
        values: dict[str, str] = json.loads(zlib.decompress(cipher.decrypt(encrypted)))
    except InvalidToken:
        return None
    return values


def _cipher(secrets: str | Sequence[str]) -> MultiFernet:
    if find_spec("cryptography") is None:
        raise InvalidArgumentError("secret", "needs the package cryptography: pip install 'tmdb-facade[web]'")
    from cryptography.fernet import Fernet, MultiFernet

    if not isinstance(secrets, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise InvalidArgumentError("secret", f"must be text or a sequence of texts, got {type(secrets).__name__}")
    passed = [secrets] if isinstance(secrets, str) else list(secrets)
    if not passed:
        raise InvalidArgumentError("secret", "must not be empty")
    return MultiFernet([Fernet(_key(secret)) for secret in passed])


def _key(secret: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if len(check_text("secret", secret)) < _SHORTEST_SECRET:
        raise InvalidArgumentError("secret", f"must have at least {_SHORTEST_SECRET} characters, chosen at random")
    return base64.urlsafe_b64encode(HKDF(SHA256(), 32, None, _PURPOSE).derive(secret.encode()))
