"""Stores of users' credentials: in the system's keyring, in a file, or in memory.

    from tmdb_facade import TMDB
    from tmdb_facade.stores import KeyringStore

    store = KeyringStore()
    store.save("default", user)  # once, after the user has signed in

    with TMDB.from_store(store=store) as tmdb:
        ...

A store keeps what signs users in, each under the name of a profile; the application's own token or key is not in it.

`KeyringStore` keeps credentials encrypted where the system keeps passwords, `FileStore` as plain text in a file that only
its owner can read, and `MemoryStore` until the process ends. `CredentialStore` is the protocol of a store of your own.

Each user has a profile: a name of 1 to 64 letters, digits and `.`, `_`, `@`, `-`. A store that cannot be used raises
`tmdb_facade.StoreError`; no message, `repr` or other exception shows what is stored.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_facade._core.stores.store import CredentialStore as CredentialStore
    from tmdb_facade._core.stores.store import StoredProfile as StoredProfile
    from tmdb_facade._runtime.stores.file_store import FileStore as FileStore
    from tmdb_facade._runtime.stores.keyring_store import KeyringStore as KeyringStore
    from tmdb_facade._runtime.stores.memory_store import MemoryStore as MemoryStore
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__)
