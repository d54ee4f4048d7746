# Made from tmdb_facade/_async/stored_users.py by `make sync`: edit that file, never this one.
"""The constructor of a client for a stored user."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self, Unpack

from tmdb_facade import stores
from tmdb_facade._sync.client_options import ClientOptions
from tmdb_facade._sync.users import Users


class StoredUsers(Users):
    """A client that can be created for a user whose credentials are in a store."""

    if TYPE_CHECKING:

        def __init__(self, **options: Unpack[ClientOptions]) -> None: ...

    @classmethod
    def from_store(
        cls,
        profile: str = "default",
        store: stores.CredentialStore | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Create a client of a user whose credentials are stored. This sends nothing.

            with TMDB.from_store("anna") as tmdb:
                print(tmdb.account.details())

        The store is read at once, and a keyring may ask the user to unlock it.

        Args:
            profile: The name under which the credentials were stored.
            store: The store; by default the system's keyring, a `KeyringStore`.
            **options: The constructor's other arguments. The application's token or key is one of them or in the
                environment, as usual; without either, the user's access token is sent for the application too, if the
                store has one.

        Returns:
            The client, which acts for the user like one of `as_user`. Closing it closes its connections.

        Raises:
            StoreError: The store cannot be used, or there is no such profile in it. Credentials are never stored in or
                read from a file by default: pass a `FileStore` for that.
            CredentialsError: There is no credential of the application, and no access token of the user.
            InvalidArgumentError: An argument has a wrong type or value.
        """
        # Imported here: most programs have no stored users.
        from tmdb_facade._runtime.stores.loading import application_token, check_client_options, load_user

        check_client_options(options)
        user = load_user(profile, store)
        token, key = options.get("access_token"), options.get("api_key")
        options["access_token"] = application_token(token, key, user, os.environ)
        application = cls(**options)
        client = application.as_user(user)
        found = client._requester.options
        # The options are for this user alone, also those that `as_user` leaves out.
        kept = application._requester.options._replace(
            session_id=found.session_id, guest_session_id=found.guest_session_id, user=found.user
        )
        client._start(application._settings, client._requester.with_options(kept), owns_connections=True)
        return client
