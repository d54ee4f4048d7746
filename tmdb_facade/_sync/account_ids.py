# Made from tmdb_facade/_async/account_ids.py by `make sync`: edit that file, never this one.
"""Ids of the accounts that sessions belong to."""

from __future__ import annotations

from collections import OrderedDict
from copy import copy
from typing import TYPE_CHECKING

from tmdb_facade._core.redaction import redact
from tmdb_facade._runtime.threads import PerLoop
from tmdb_facade._sync.flights import Flight
from tmdb_facade.errors import APITimeoutError, TMDBError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tmdb_facade._core.client.options import Options
    from tmdb_facade._core.endpoint import Request
    from tmdb_facade._core.sending.engine import Deadline
    from tmdb_facade._runtime.threads import Method

#: Accounts that are remembered, for programs that pass the sessions of many users to one client.
_LIMIT = 1000


class AccountIds:
    """The ids of accounts, by session. Each is looked up once; calls at the same time share one lookup.

    All clients for one user share them. They are kept by hashes of the sessions.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[str, int] = OrderedDict()
        self._lookups: PerLoop[dict[str, Flight[int]]] = PerLoop(dict)

    def remember(self, session_id: str, account_id: int) -> None:
        """Remember the account of a session."""
        self._known[_key(session_id)] = account_id
        if len(self._known) > _LIMIT:
            self._known.popitem(last=False)

    def known(self, options: Options) -> int | None:
        """Return the id of the account of a client's session, if it is known."""
        return None if options.session_id is None else self._known.get(_key(options.session_id))

    def get(
        self,
        request: Request,
        options: Options,
        deadline: Deadline,
        look_up: Method[[Request, Deadline], int],
        check: Callable[[], None],
    ) -> int:
        """Return the id of the account of a request's session.

        Args:
            request: The request, with its session.
            options: The options of the call.
            deadline: When the call ends.
            look_up: Requests the account, and returns its id.
            check: Raises if the client is closed.

        Raises:
            TMDBError: The lookup failed. This is not remembered.
        """
        key = _key(request.query["session_id"])
        while (known := self._known.get(key)) is None:
            lookups = self._lookups.get()
            mine: Flight[int] = Flight(options, deadline)
            try:
                # Atomic, so that there is no lock which another thread could hold when the process forks.
                lookup = lookups.setdefault(key, mine)
                # The lookup before this one may have just ended.
                if lookup is mine and key not in self._known:
                    self.remember(request.query["session_id"], look_up(request, deadline))
            except TMDBError as error:
                mine.error = error
                raise
            finally:  # also after a cancellation or Ctrl-C
                if lookups.get(key) is mine:
                    del lookups[key]
                mine.done.set()
            if lookup is mine:
                continue
            if lookup.is_own:
                # A hook of the lookup makes a call that needs the same account.
                return look_up(request, deadline)
            problem = lookup.wait(deadline, check)
            if problem is not None:
                raise APITimeoutError(problem, operation=request.operation.id, url=redact(request.path))
            if lookup.error is not None and lookup.is_like(options):
                raise copy(lookup.error)
        return known


def _key(session_id: str) -> str:
    """Return a hash of a session, so that what is kept here reveals none."""
    from hashlib import sha256  # imported when the first account is needed

    return sha256(session_id.encode()).hexdigest()
