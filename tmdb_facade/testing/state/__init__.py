"""The state of an embedded TMDB: users, sessions, ratings, favorites, watchlists and lists."""

from __future__ import annotations

from .clock import Clock
from .file import StateFile, StateFileError
from .records import Account, Data, Guest, Item, Mark, Profile, RequestToken, UserList
from .store import DEMO, State

__all__ = [
    "DEMO",
    "Account",
    "Clock",
    "Data",
    "Guest",
    "Item",
    "Mark",
    "Profile",
    "RequestToken",
    "State",
    "StateFile",
    "StateFileError",
    "UserList",
]
