"""Summaries of the users and request tokens of a state, for people who watch a server."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from .store import State

Decision: TypeAlias = Literal["open", "approved", "denied", "expired"]


@dataclass(frozen=True, slots=True)
class UserSummary:
    """A user, with the numbers of what they have.

    Attributes:
        username: The login name.
        account_id: The account id in v3.
        account_object_id: The account id in v4, 24 hex digits.
        sessions: The number of v3 sessions.
        access_tokens: The number of v4 access tokens.
        ratings: The number of ratings.
        favorites: The number of favorites.
        watchlist: The number of watchlist entries.
        lists: The number of lists.
    """

    username: str
    account_id: int
    account_object_id: str
    sessions: int
    access_tokens: int
    ratings: int
    favorites: int
    watchlist: int
    lists: int


@dataclass(frozen=True, slots=True)
class TokenSummary:
    """A request token that no application has exchanged yet.

    Attributes:
        request_token: The token.
        version: The API version that issued it, 3 or 4.
        expires: The time at which it expires.
        decision: Whether a user has approved or denied it, or it has expired.
        username: The login name of the user who approved it.
        redirect_to: The URL to which v4 redirects the user's browser afterwards.
    """

    request_token: str = field(repr=False)
    version: int
    expires: datetime
    decision: Decision
    username: str | None
    redirect_to: str | None


def users(state: State) -> list[UserSummary]:
    """Return the users of a state who can log in, the first one first."""
    with state.lock:
        data = state.data
        sessions, tokens = Counter(data.sessions.values()), Counter(data.access_tokens.values())
        lists = Counter(user_list.owner for user_list in data.lists.values())
        return [
            UserSummary(
                username=account.username,
                account_id=account.id,
                account_object_id=account.object_id,
                sessions=sessions[account.id],
                access_tokens=tokens[account.id],
                ratings=len(account.ratings),
                favorites=len(account.favorites),
                watchlist=len(account.watchlist),
                lists=lists[account.id],
            )
            for account in data.accounts.values()
            if account.password is not None
        ]


def request_tokens(state: State) -> list[TokenSummary]:
    """Return the request tokens that no application has exchanged yet, newest first."""
    with state.lock:
        now, data = state.clock.now(), state.data
        return [
            TokenSummary(
                request_token=name,
                version=token.version,
                expires=token.expires,
                decision=_decision(
                    denied=token.denied, approved=token.account is not None, expired=token.expires <= now
                ),
                username=None if token.account is None else data.accounts[token.account].username,
                redirect_to=token.redirect_to,
            )
            for name, token in reversed(data.tokens.items())
        ]


def _decision(*, denied: bool, approved: bool, expired: bool) -> Decision:
    if expired:
        return "expired"
    if denied:
        return "denied"
    return "approved" if approved else "open"
