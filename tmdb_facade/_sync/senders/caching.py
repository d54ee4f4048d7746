# Made from tmdb_facade/_async/senders/caching.py by `make sync`: edit that file, never this one.
"""Answer from the cache, and send identical requests once."""

from __future__ import annotations

from copy import copy
from time import perf_counter, time
from typing import TYPE_CHECKING

from tmdb_facade._core.answer.error_mapping import request_id
from tmdb_facade._core.cache.rules import Lookup, stale_answer
from tmdb_facade._core.cache.scope import cache_key, cache_owner, is_cacheable
from tmdb_facade._core.events import ResponseEvent
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.append import blocks_to_retry
from tmdb_facade._sync.flights import Flight
from tmdb_facade._sync.senders.reporting import is_reported, report, request_event
from tmdb_facade.errors import APITimeoutError, OfflineError, TMDBError

if TYPE_CHECKING:
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.cache.entry import StoredAnswer
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest
    from tmdb_facade._runtime.exchange_threads import Exchanges
    from tmdb_facade._sync.cache.store import Store
    from tmdb_facade._sync.senders.sender import Sender


class Caching:
    """Stores answers that are the same for all users. It is the outermost sender, so a stored answer waits for nothing.

    What reaches the store was decoded before; each call decodes its own copy of a stored answer.
    """

    def __init__(
        self,
        inner: Sender,
        store: Store,
        stale_if_error: float,
        credential: Credential,
        exchanges: Exchanges,
    ) -> None:
        self._inner = inner
        self._store = store
        self._stale_if_error = stale_if_error
        self._owner = cache_owner(credential)
        self._secret = credential.secret
        self._exchanges = exchanges
        self._flights: dict[bytes, Flight[Answer]] = {}

    def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Return a stored answer, or send the request.

        Raises:
            OfflineError: The call must not send a request, and there is no stored answer.
        """
        options = call.options
        if not (options.cache and is_cacheable(request)):
            if options.offline == "only":
                raise _offline_error(request, "this answer is never stored")
            return self._inner.send(request, call)
        start = perf_counter()
        key = cache_key(request, self._owner)
        entry = self._store.get(key)
        answer = None if entry is None else self._usable(key, entry, request, call)
        if answer is None:
            if options.offline == "only":
                raise _offline_error(request, "the answer is not in the cache")
            answer, is_sent = self._send_once(key, request, call)
            if is_sent:
                return answer
        if is_reported(call):
            seconds = perf_counter() - start
            event = ResponseEvent(
                request_event(request, call), answer.status, seconds, request_id(answer.headers), from_cache=True
            )
            report(request, call, event)
        return answer

    def _usable(self, key: bytes, entry: StoredAnswer, request: OutgoingRequest, call: Call) -> Answer | None:
        """Return the decoded answer if it can be used without a request."""
        answer = (
            entry.answer(request.shown_url)
            if call.options.offline is not None
            else Lookup(request, entry, time()).fresh
        )
        return None if answer is None else self._decoded(key, answer, call)

    def _decoded(self, key: bytes, answer: Answer, call: Call) -> Answer | None:
        """Return a stored answer with its value. One that cannot be decoded is removed."""
        try:
            return call.decode(answer)
        except TMDBError:
            self._store.remove(key)
            return None

    def _send_once(self, key: bytes, request: OutgoingRequest, call: Call) -> tuple[Answer, bool]:
        """Send a request, or wait for an identical one that is running.

        Returns:
            The answer, and whether this call has sent a request for it.
        """
        while True:
            mine: Flight[Answer] = Flight(call.options, call.deadline)
            try:
                # Atomic, so that there is no lock which another thread could hold when the process forks.
                flight = self._flights.setdefault(key, mine)
                if flight is mine:
                    answer, is_sent = self._send(key, request, call)
                    mine.result = answer
                    return answer, is_sent
            except TMDBError as error:
                mine.error = error
                raise
            finally:  # also after a cancellation or Ctrl-C
                if self._flights.get(key) is mine:
                    del self._flights[key]
                mine.done.set()
            if flight.is_own:
                # A hook of the running request makes the same call.
                return self._send(key, request, call)
            problem = flight.wait(call.deadline, self._exchanges.check)
            if problem is not None:
                raise _timeout(request, problem)
            if flight.result is not None:
                # Each caller gets a value of its own.
                return call.decode(flight.result._replace(value=None, drift=None, from_cache=True)), False
            if flight.error is not None and flight.is_like(call.options):
                raise copy(flight.error)
            # The call was cancelled, or failed because of options that this one does not have: one of us is next.

    def _send(self, key: bytes, request: OutgoingRequest, call: Call) -> tuple[Answer, bool]:
        """Send a request, conditional if there is a stored answer. Store the new one."""
        # Looked up again: the call before this one may have just stored it.
        entry = self._store.get(key)
        lookup = Lookup(request, entry, time())
        if lookup.fresh is not None and (answer := self._decoded(key, lookup.fresh, call)) is not None:
            return answer, False
        if lookup.fresh is not None:
            lookup = Lookup(request, None, time())
        conditional = request._replace(headers={**request.headers, **lookup.conditions})
        try:
            answer = self._inner.send(conditional, call)
        except TMDBError as error:
            stale = None if entry is None else stale_answer(request, entry, error, time(), self._stale_if_error)
            if stale is None or (answer := self._decoded(key, stale, call)) is None:
                raise
            return answer, False
        if answer.status not in (200, 304):
            return answer, True
        updated = lookup.updated(answer, time())
        if answer.status == 304:
            stored = None if updated is None else self._decoded(key, updated.answer(request.shown_url), call)
            if stored is None:
                lookup = Lookup(request, None, time())
                answer = self._inner.send(request, call)
                updated = lookup.updated(answer, time())
            else:
                answer = stored
        # Without the blocks that TMDB has omitted, it would hide them until it expires.
        is_secret = updated is not None and any(map(updated.contains, (self._secret, *request.secrets)))
        if updated is not None and not is_secret and not blocks_to_retry(answer.value):
            self._store.set(key, updated)
        elif entry is not None:
            self._store.remove(key)
        return answer, True

    def close(self) -> None:
        """Close the inner sender and the client's own connections to the store."""
        self._inner.close()
        self._store.close()


def _timeout(request: OutgoingRequest, reason: str) -> APITimeoutError:
    operation = None if request.operation is None else request.operation.id
    return APITimeoutError(reason, operation=operation, url=redact(request.shown_url))


def _offline_error(request: OutgoingRequest, reason: str) -> OfflineError:
    return OfflineError(
        f'{reason}, and offline="only" allows no request',
        operation=None if request.operation is None else request.operation.id,
        url=redact(request.shown_url),
    )
