"""The state of one embedded TMDB: its initial content, accounts, tokens and lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TypeVar

from tmdb_facade.testing.catalogue import Catalogue

from .clock import Clock
from .credentials import Credentials, digest, signed_token
from .file import StateFile, StateFileError
from .lock import Lock
from .records import Account, Data, Guest, Item, Mark, Profile, RequestToken, UserList, key_of

T = TypeVar("T", RequestToken, Guest)

# The login name and password of the first user.
DEMO = "demo"
# The owner of the catalogue's lists. Nobody can log in as this user.
_CURATOR = "curator"
# Ids of new lists are as high as TMDB's, so that tests do not confuse them with movie ids.
_LAST_LIST = 8_600_000
# How long expired request tokens and guest sessions are remembered: the answer for an expired token has a code of its own.
_REMEMBERED = timedelta(days=1)
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class State:
    """The state of one embedded TMDB.

    Each request holds the lock while it is answered. Code must not keep references to parts of `data` after it has
    released the lock. If the state has a file, releasing the lock writes the changes.

    Attributes:
        clock: The clock that decides when tokens expire.
        data: The accounts, sessions, lists and so on.
        lock: The lock to hold while using `data`.
    """

    def __init__(self, catalogue: Catalogue, credentials: Credentials, file: StateFile | None = None) -> None:
        """Load the state from a file, or create one with a logged-in user and the catalogue's lists.

        Args:
            catalogue: The movies, series and lists.
            credentials: The server's credentials; sessions and tokens are derived from them.
            file: The file of the state; by default the state is in memory.

        Raises:
            StateFileError: The file cannot be used, or refers to an entry that the catalogue does not have.
        """
        self.clock: Clock = Clock()
        self.lock: Lock = Lock(self._write)
        self._catalogue = catalogue
        self._credentials = credentials
        self._file = file
        self.data: Data = Data()
        if file is None:
            self._initialize()
        else:
            self._read(file)

    def open(self) -> None:
        """Reload the state from its file, if it has one that was closed.

        Raises:
            StateFileError: The file cannot be used, or refers to an entry that the catalogue does not have.
        """
        if self._file is not None and not self._file.is_open:
            self._read(self._file)

    def _read(self, file: StateFile) -> None:
        try:
            data = file.read()
            if data is not None:
                # Before anything is written: an invalid file must not change.
                _check_references(data, self._catalogue)
        except StateFileError:
            file.close()
            raise
        with self.lock:
            self.data = data or Data()
            if data is None:
                self._initialize()

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file:
            self._file.close()

    def _write(self) -> None:
        if self._file:
            self._file.write(self.data)

    def reset(self) -> None:
        """Restore the initial state and the current time."""
        with self.lock:
            self.clock.reset()
            # Secrets must not repeat, or a test would not notice that it uses a session from before the reset.
            self.data = Data(issued=self.data.issued)
            self._initialize()

    def _initialize(self) -> None:
        demo = self.add_account(DEMO, DEMO, name="Demo User")
        self.data.sessions[self._credentials.session_id] = demo.id
        curator = self.add_account(_CURATOR, None)
        for made in self._catalogue.lists.values():
            self.data.lists[made.id] = UserList(
                id=made.id,
                owner=curator.id,
                name=made.name,
                description=made.description,
                language=made.language,
                country=made.country,
                created=_LONG_AGO,
                updated=_LONG_AGO,
                favorite_count=made.favorite_count,
                poster_path=made.poster_path,
                backdrop_path=made.backdrop_path,
                items={
                    **{key_of("movie", movie): Item("movie", movie) for movie in made.movies},
                    **{key_of("tv", series): Item("tv", series) for series in made.series},
                },
            )

    def add_account(self, username: str, password: str | None, *, name: str = "") -> Account:
        """Create an account.

        Args:
            username: The login name.
            password: The password; None if nobody can log in as this user.
            name: The name in the profile.

        Returns:
            The account.

        Raises:
            ValueError: The login name is taken.
        """
        if self.account_named(username) is not None:
            raise ValueError(f"the user name {username!r} is taken")
        number = len(self.data.accounts) + 1
        object_id = digest(f"{self._credentials.api_key}: account {number}", 24)
        account = Account(number, object_id, username, password, Profile(name=name))
        self.data.accounts[number] = account
        return account

    def account_named(self, username: str) -> Account | None:
        """Return the account of a login name, which is case-insensitive."""
        name = username.casefold()
        return next((account for account in self.data.accounts.values() if account.username.casefold() == name), None)

    def account_of_object(self, object_id: str) -> Account | None:
        """Return the account of a v4 account id."""
        return next((account for account in self.data.accounts.values() if account.object_id == object_id), None)

    def secret(self, length: int = 40) -> str:
        """Return a new secret of hex digits; a server issues the same sequence in every run."""
        self.data.issued += 1
        return digest(f"{self._credentials.access_token}: secret {self.data.issued}", length)

    def session(self, account: Account) -> str:
        """Create a v3 session for a user."""
        session = self.secret()
        self.data.sessions[session] = account.id
        return session

    def access_token(self, account: Account) -> str:
        """Create a v4 access token for a user, with write access."""
        token = self.token(sub=account.object_id, scopes=["api_read", "api_write"])
        self.data.access_tokens[token] = account.id
        return token

    def add_token(self, name: str, token: RequestToken) -> None:
        """Store a request token, and forget those that expired long ago."""
        self._forget_expired(self.data.tokens)
        self.data.tokens[name] = token

    def add_guest(self, name: str, guest: Guest) -> None:
        """Store a guest session, and forget those that expired long ago."""
        self._forget_expired(self.data.guests)
        self.data.guests[name] = guest

    def _forget_expired(self, entries: dict[str, T]) -> None:
        # The oldest ones only: looking at all of them would take ever longer.
        latest = self.clock.now() - _REMEMBERED
        while entries and entries[oldest := next(iter(entries))].expires < latest:
            del entries[oldest]

    def approve(self, request_token: str, account: Account) -> None:
        """Approve a request token.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        token = self.live_token(request_token)
        token.account, token.denied = account.id, False

    def deny(self, request_token: str) -> None:
        """Deny a request token.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        token = self.live_token(request_token)
        token.account, token.denied = None, True

    def live_token(self, name: str) -> RequestToken:
        """Return a valid request token.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        token = self.data.tokens.get(name)
        if token is None or token.expires <= self.clock.now():
            raise KeyError("the request token does not exist, has expired or was used")
        return token

    def token(self, **claims: object) -> str:
        """Return a new JWT with some claims."""
        issued = int(self.clock.now().timestamp())
        standard = {"aud": self._credentials.api_key, "nbf": issued, "jti": self.secret(16), "version": 1}
        return signed_token(self._credentials.access_token, {**standard, **claims})

    def next_list(self) -> int:
        """Return the id of the next list; ids of deleted lists are not reused."""
        number = 0
        while not number or number in self.data.lists:
            self.data.lists_made += 1
            number = _LAST_LIST + self.data.lists_made
        return number


def _check_references(data: Data, catalogue: Catalogue) -> None:
    """Raise if a rating, favorite, watchlist entry or list item is not in the catalogue."""
    known = {"movie": catalogue.movies, "tv": catalogue.series, "episode": catalogue.episodes_by_id}
    users = [mark for account in data.accounts.values() for mark in account.marks()]
    guests = [mark for guest in data.guests.values() for mark in guest.ratings.values()]
    items = [item for user_list in data.lists.values() for item in user_list.items.values()]
    references: list[Mark | Item] = [*users, *guests, *items]
    for reference in references:
        if reference.id not in known[reference.kind]:
            raise StateFileError(
                f"the state file belongs to another catalogue: it refers to {key_of(reference.kind, reference.id)}, which "
                "this one does not have; use that catalogue, or another file"
            )
