"""What signs a client in as a user of TMDB."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

import attrs

_FINGERPRINT_LENGTH = 16


@attrs.frozen(kw_only=True, repr=False)
class UserCredentials:
    """What signs a client in as a user of TMDB: a session of version 3, an access token of version 4, or both.

    Whoever has them can act for the user, so keep them like a password: in a `tmdb_facade.stores.CredentialStore`, or
    encrypted in a database. They do not expire; `tmdb.auth.delete_session` and `tmdb.v4.auth.logout` revoke them.

    Attributes:
        session_id: The user's session, for version 3; `None` without one.
        access_token: The user's access token, for version 4; `None` without one.
        account_id: The number of the account in version 3, if it is known.
        account_object_id: The id of the account in version 4, 24 hexadecimal digits, if it is known.
        application: The fingerprint of the application's token or key that they were created with, if it is known.
        created_at: The time in UTC at which they were created, if it is known.
    """

    session_id: str | None = None
    access_token: str | None = None
    account_id: int | None = None
    account_object_id: str | None = None
    application: str | None = None
    created_at: datetime | None = None

    def __repr__(self) -> str:
        """Return the class name, the known ids of the account and the kinds of credentials, never their values."""
        parts = [
            f"{name}={value!r}"
            for name, value in (("account_id", self.account_id), ("account_object_id", self.account_object_id))
            if value
        ]
        kinds = [name for name in ("session_id", "access_token") if getattr(self, name) is not None]
        return f"<UserCredentials {' '.join([*parts, *kinds]) or 'empty'}>"


def fingerprint(secret: str) -> str:
    """Return a short hash of an application's token or key, which tells two of them apart and reveals neither."""
    return sha256(secret.encode()).hexdigest()[:_FINGERPRINT_LENGTH]
