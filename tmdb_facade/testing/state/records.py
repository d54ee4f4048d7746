"""The records of the state: plain texts, numbers and times, which can be serialized.

Records refer to movies, series and episodes by kind and id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["movie", "tv", "episode"]


def key_of(kind: str, number: int) -> str:
    """Return the key of a movie, series or episode, such as `movie:550`, as in the comments of v4 lists."""
    return f"{kind}:{number}"


@dataclass
class Mark:
    """A rating, favorite or watchlist entry; `value` is the rating."""

    kind: Kind
    id: int
    at: datetime
    value: float = 0.0


@dataclass
class Profile:
    """The profile of an account."""

    name: str = ""
    language: str = "en"
    country: str = "US"
    include_adult: bool = False


@dataclass
class Account:
    """A user.

    Attributes:
        id: The id in v3.
        object_id: The id in v4, 24 hex digits.
        username: The login name.
        password: The password; None if nobody can log in as this user.
        profile: The profile.
        refused_with: TMDB's status code for the user's requests: 31 for a disabled account, 32 for an e-mail address that
            is not verified, 45 for a suspended user; 0 for other users.
        ratings: The ratings by `key_of`, oldest first.
        favorites: The favorites by `key_of`, oldest first.
        watchlist: The watchlist by `key_of`, oldest first.
    """

    id: int
    object_id: str
    username: str
    password: str | None = field(repr=False)
    profile: Profile = field(default_factory=Profile)
    refused_with: int = 0
    ratings: dict[str, Mark] = field(default_factory=dict[str, Mark])
    favorites: dict[str, Mark] = field(default_factory=dict[str, Mark])
    watchlist: dict[str, Mark] = field(default_factory=dict[str, Mark])

    def marks(self) -> list[Mark]:
        """Return all ratings, favorites and watchlist entries."""
        return [*self.ratings.values(), *self.favorites.values(), *self.watchlist.values()]


@dataclass
class Guest:
    """A guest session, which can only rate.

    Attributes:
        expires: The time at which it expires.
        ratings: The ratings by `key_of`, oldest first.
        has_rated: Whether the guest has rated anything, even if the rating was deleted.
    """

    expires: datetime
    ratings: dict[str, Mark] = field(default_factory=dict[str, Mark])
    has_rated: bool = False


@dataclass
class RequestToken:
    """A request token of v3 or v4, which a user approves or denies.

    Attributes:
        version: The API version that issued it and accepts it, 3 or 4.
        expires: The time at which it expires.
        redirect_to: The URL to which v4 redirects the user's browser afterwards.
        account: The id of the account that approved it.
        denied: Whether the user denied it.
    """

    version: int
    expires: datetime
    redirect_to: str | None = None
    account: int | None = None
    denied: bool = False


@dataclass
class Item:
    """A movie or series on a list."""

    kind: Literal["movie", "tv"]
    id: int
    comment: str | None = None


@dataclass
class UserList:
    """A user's list, available through v3 and v4.

    Attributes:
        id: The list's id.
        owner: The id of the owner's account.
        items: The items by `key_of`, in the order in which they were added.
        public: Whether everybody can read the list.
        sort_by: The default order in v4.
        poster_path: The poster that the owner has chosen, if any.
        backdrop_path: The backdrop that the owner has chosen, if any.
    """

    id: int
    owner: int
    name: str
    description: str
    language: str
    country: str
    created: datetime
    updated: datetime
    public: bool = True
    sort_by: str = "original_order.asc"
    poster_path: str | None = None
    backdrop_path: str | None = None
    favorite_count: int = 0
    items: dict[str, Item] = field(default_factory=dict[str, Item])


@dataclass
class Data:
    """The data of a state.

    Attributes:
        accounts: Accounts by id.
        tokens: Unused request tokens.
        sessions: Account ids by session id.
        guests: Guest sessions by id.
        access_tokens: Account ids by v4 access token.
        logins: Account ids by the cookie of a browser that logged in on the approval pages.
        lists: Lists by id.
        issued: The number of secrets issued, so that each is unique.
        lists_made: The number of lists created.
    """

    accounts: dict[int, Account] = field(default_factory=dict[int, Account])
    tokens: dict[str, RequestToken] = field(default_factory=dict[str, RequestToken], repr=False)
    sessions: dict[str, int] = field(default_factory=dict[str, int], repr=False)
    guests: dict[str, Guest] = field(default_factory=dict[str, Guest], repr=False)
    access_tokens: dict[str, int] = field(default_factory=dict[str, int], repr=False)
    logins: dict[str, int] = field(default_factory=dict[str, int], repr=False)
    lists: dict[int, UserList] = field(default_factory=dict[int, UserList])
    issued: int = 0
    lists_made: int = 0
