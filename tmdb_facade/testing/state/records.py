"""What the state is made of: plain records of texts, numbers and times, so that it can be written down as it is.

Nothing here knows of requests or of the catalogue; films, series and episodes are named by kind and id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["movie", "tv", "episode"]


def key_of(kind: str, number: int) -> str:
    """Name a film, series or episode, as in `movie:550`; v4 lists key their comments so."""
    return f"{kind}:{number}"


@dataclass
class Mark:
    """That somebody rated something, likes it, or wants to watch it, since when; `value` is the rating."""

    kind: Kind
    id: int
    at: datetime
    value: float = 0.0


@dataclass
class Profile:
    """What an account says of itself."""

    name: str = ""
    language: str = "en"
    country: str = "US"
    include_adult: bool = False


@dataclass
class Account:
    """A user.

    Attributes:
        id: The number by which v3 knows them.
        object_id: The 24 hex digits by which v4 does.
        username: Their login name.
        password: Their password; without one nobody can log in as them.
        profile: What the account says of itself.
        refused_with: TMDB's status code with which the user is refused: 31 for a disabled account, 32 for an e-mail
            address that is not verified, 45 for a suspended user; 0 for nobody of these.
        ratings: What they rated, by `key_of`, oldest first; likewise the rest.
        favorites: What they like.
        watchlist: What they want to watch.
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
        """Return all that the user rated, likes or wants to watch."""
        return [*self.ratings.values(), *self.favorites.values(), *self.watchlist.values()]


@dataclass
class Guest:
    """A guest session, which can rate and nothing else."""

    expires: datetime
    ratings: dict[str, Mark] = field(default_factory=dict[str, Mark])


@dataclass
class RequestToken:
    """A request token of v3 or v4: what an application holds while a user decides.

    Attributes:
        version: The API that gave it, 3 or 4, whose calls alone take it.
        expires: When it is of no use any more.
        redirect_to: Where v4 sends the user's browser afterwards.
        account: Who approved it.
        denied: Whether the user refused.
    """

    version: int
    expires: datetime
    redirect_to: str | None = None
    account: int | None = None
    denied: bool = False


@dataclass
class Item:
    """A film or series on a list."""

    kind: Literal["movie", "tv"]
    id: int
    comment: str | None = None


@dataclass
class UserList:
    """A list that a user keeps: v3 and v4 see the same ones in different ways.

    Attributes:
        id: Its number.
        owner: The number of the account that made it.
        items: What is on it, by `key_of`, in the order in which it came there.
        public: Whether everybody can see it.
        sort_by: The order in which v4 shows it.
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
    favorite_count: int = 0
    items: dict[str, Item] = field(default_factory=dict[str, Item])


@dataclass
class Data:
    """Everything that is remembered.

    Attributes:
        accounts: Users by their number.
        tokens: Request tokens that were not used up.
        sessions: Whose each session is, by its id.
        guests: Guest sessions by their id.
        access_tokens: Whose each v4 access token is.
        logins: Whose each browser is that logged in on the approval pages, by its cookie.
        lists: Lists by their number.
        issued: How many secrets were made; none is made twice.
        lists_made: How many lists were made.
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
