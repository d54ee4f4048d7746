"""The state of one embedded TMDB: where it begins, and who is who in it."""

from __future__ import annotations

from datetime import UTC, datetime

from tmdb_facade.testing.catalogue import Catalogue

from .clock import Clock
from .credentials import Credentials, digest, signed_token
from .file import StateFile, StateFileError
from .lock import Lock
from .records import Account, Data, Item, Mark, Profile, RequestToken, UserList, key_of

# The user that is there from the start, to log in on the approval pages with.
DEMO = "demo"
# The catalogue's lists belong to somebody as whom nobody can log in.
_CURATOR = "curator"
# As high as TMDB's own, so that no test takes one for a film's by accident.
_LAST_LIST = 8_600_000
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class State:
    """What one embedded TMDB remembers.

    Every request is answered with the lock held, so that it sees and leaves a whole state. All that is remembered is in
    `data`, and nothing refers to its parts from outside while the lock is free: where the state is kept in a file, what
    changed is written when the lock is released.

    Attributes:
        clock: The time that tokens expire by.
        data: What is remembered.
        lock: To be held while `data` is used.
    """

    def __init__(self, catalogue: Catalogue, credentials: Credentials, file: StateFile | None = None) -> None:
        """Begin with what the file holds, or else with one user, who is logged in, and with the catalogue's lists.

        Args:
            catalogue: What there is to rate and to list.
            credentials: What this server accepts; what it gives out is made from them.
            file: Where the state is kept; only in memory when not given.

        Raises:
            StateFileError: The file cannot be used, or names what the catalogue does not have.
        """
        self.clock: Clock = Clock()
        self.lock: Lock = Lock(self._write)
        self._catalogue = catalogue
        self._credentials = credentials
        self._file = file
        self.data: Data = Data()
        if file is None:
            self._begin()
        else:
            self._read(file)

    def open(self) -> None:
        """Go on from what the file holds by now; without a file, or with one that was not let go of, nothing changes.

        Raises:
            StateFileError: The file cannot be used, or names what the catalogue does not have.
        """
        if self._file is not None and not self._file.is_open:
            self._read(self._file)

    def _read(self, file: StateFile) -> None:
        try:
            kept = file.read()
            if kept is not None:
                # Before anything is written: a file that is refused stays as it is.
                _check_known(kept, self._catalogue)
        except StateFileError:
            file.close()
            raise
        with self.lock:
            self.data = kept or Data()
            if kept is None:
                self._begin()

    def close(self) -> None:
        """Let go of the file."""
        if self._file:
            self._file.close()

    def _write(self) -> None:
        if self._file:
            self._file.write(self.data)

    def reset(self) -> None:
        """Forget everything, and show the time of day again."""
        with self.lock:
            self.clock.reset()
            # Secrets of before must not come up again: a test would not notice that it uses a forgotten session.
            self.data = Data(issued=self.data.issued)
            self._begin()

    def _begin(self) -> None:
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
                items={
                    **{key_of("movie", movie): Item("movie", movie) for movie in made.movies},
                    **{key_of("tv", series): Item("tv", series) for series in made.series},
                },
            )

    def add_account(self, username: str, password: str | None, *, name: str = "") -> Account:
        """Make a user.

        Args:
            username: The login name.
            password: The password; None when nobody is to log in.
            name: What the user is called.

        Returns:
            The account.

        Raises:
            ValueError: The name is taken.
        """
        if self.account_named(username) is not None:
            raise ValueError(f"there is a user {username!r} already")
        number = len(self.data.accounts) + 1
        object_id = digest(f"{self._credentials.api_key}: account {number}", 24)
        account = Account(number, object_id, username, password, Profile(name=name))
        self.data.accounts[number] = account
        return account

    def account_named(self, username: str) -> Account | None:
        """Return the account of a login name, whatever the case."""
        for account in self.data.accounts.values():
            if account.username.casefold() == username.casefold():
                return account
        return None

    def account_of_object(self, object_id: str) -> Account | None:
        """Return the account of one of v4's ids."""
        for account in self.data.accounts.values():
            if account.object_id == object_id:
                return account
        return None

    def secret(self, length: int = 40) -> str:
        """Make a new secret of hex digits; the same server gives the same ones in the same order."""
        self.data.issued += 1
        return digest(f"{self._credentials.access_token}: secret {self.data.issued}", length)

    def session(self, account: Account) -> str:
        """Make a v3 session for a user."""
        session = self.secret()
        self.data.sessions[session] = account.id
        return session

    def access_token(self, account: Account) -> str:
        """Make a v4 access token for a user, with which an application can write in their name."""
        token = self.token(sub=account.object_id, scopes=["api_read", "api_write"])
        self.data.access_tokens[token] = account.id
        return token

    def approve(self, request_token: str, account: Account) -> None:
        """Let an application have what it asks for with a request token.

        Raises:
            KeyError: There is no such token, or none any more.
        """
        token = self.live_token(request_token)
        token.account, token.denied = account.id, False

    def deny(self, request_token: str) -> None:
        """Refuse what an application asks for.

        Raises:
            KeyError: There is no such token, or none any more.
        """
        token = self.live_token(request_token)
        token.account, token.denied = None, True

    def live_token(self, name: str) -> RequestToken:
        """Return a request token that has not expired.

        Raises:
            KeyError: There is no such token, or none any more.
        """
        token = self.data.tokens.get(name)
        if token is None or token.expires <= self.clock.now():
            raise KeyError("no such request token, or none any more: it has expired, or was used")
        return token

    def token(self, **claims: object) -> str:
        """Make a new JWT that carries some claims."""
        issued = int(self.clock.now().timestamp())
        about = {"aud": self._credentials.api_key, "nbf": issued, "jti": self.secret(16), "version": 1}
        return signed_token(self._credentials.access_token, {**about, **claims})

    def next_list(self) -> int:
        """Return the number of the next list to be made; that of a deleted one is not used again."""
        number = 0
        while not number or number in self.data.lists:
            self.data.lists_made += 1
            number = _LAST_LIST + self.data.lists_made
        return number


def _check_known(data: Data, catalogue: Catalogue) -> None:
    """Refuse what was rated, marked or listed in another catalogue: nothing could be said of it."""
    known = {"movie": catalogue.movies, "tv": catalogue.series, "episode": catalogue.episodes_by_id}
    users = [mark for account in data.accounts.values() for mark in account.marks()]
    guests = [mark for guest in data.guests.values() for mark in guest.ratings.values()]
    items = [item for kept in data.lists.values() for item in kept.items.values()]
    all_named: list[Mark | Item] = [*users, *guests, *items]
    for named in all_named:
        if named.id not in known[named.kind]:
            raise StateFileError(
                f"the state file is of another catalogue: it names {key_of(named.kind, named.id)}, which this one does "
                "not have; give that catalogue, or another file"
            )
