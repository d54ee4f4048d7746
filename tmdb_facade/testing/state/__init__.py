"""What an embedded TMDB remembers between requests: users, sessions, ratings, marks and lists."""

from __future__ import annotations

from .clock import Clock
from .records import Account, Data, Guest, Item, KeptList, Mark, Profile, RequestToken
from .store import DEMO, State

__all__ = [
    "DEMO",
    "Account",
    "Clock",
    "Data",
    "Guest",
    "Item",
    "KeptList",
    "Mark",
    "Profile",
    "RequestToken",
    "State",
]
