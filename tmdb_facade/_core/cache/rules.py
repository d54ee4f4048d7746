"""HTTP's caching rules, by hishel's state machine. Only this module imports hishel.

It adds what that leaves out: a Date for each answer, the Age of a CDN, and stale answers after errors.
"""

from __future__ import annotations

import re
from email.utils import formatdate, parsedate_to_datetime
from math import inf
from typing import TYPE_CHECKING, cast
from uuid import UUID

import hishel

from tmdb_facade._core.cache.entry import StoredAnswer
from tmdb_facade.errors import APIConnectionError, InvalidAnswerError, RateLimitError, ServerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import OutgoingRequest

# Not a shared cache: each client has its own, or shares it with clients of the same program.
_RULES = hishel.CacheOptions(shared=False, supported_methods=["GET"])
_STALE_RULES = hishel.CacheOptions(shared=False, supported_methods=["GET"], allow_stale=True)
_NO_ID = UUID(int=0)
# Clients send the same headers with each request, so that every Vary header matches, except for `*`.
_NO_HEADERS = hishel.Headers({})
# `Age` becomes a part of the Date. A cookie may identify a user.
_NOT_STORED = frozenset({"age", "set-cookie", "date"})
# The usual header of TMDB's, for which `StoredAnswer.fresh_until` saves most of the time of a hit.
_PLAIN = re.compile(r"(?:public, ?)?max-age=([0-9]{1,9})")
_FAILURES = (APIConnectionError, RateLimitError, ServerError, InvalidAnswerError)


class Lookup:
    """The rules for one request and the entry that is stored for it.

    Attributes:
        fresh: The stored answer, if it can be used without a request; `None` otherwise.
        conditions: The headers that ask whether the stored answer is still current; empty without one.
    """

    __slots__ = ("_entry", "_state", "conditions", "fresh")

    def __init__(self, request: OutgoingRequest, entry: StoredAnswer | None, now: float) -> None:
        """Apply the rules.

        Args:
            request: The request.
            entry: The stored answer, or `None`.
            now: The Unix time.
        """
        self._entry = entry
        self.fresh: Answer | None = None
        self.conditions: Mapping[str, str] = {}
        self._state: hishel.State | None = None
        if entry is not None and now < entry.fresh_until:
            self.fresh = entry.answer(request.shown_url)
            return
        self._state = _idle(_RULES, request, entry)
        if isinstance(self._state, hishel.FromCache) and entry is not None:
            self.fresh = entry.answer(request.shown_url)
        elif isinstance(self._state, hishel.NeedRevalidation):
            self.conditions = dict(self._state.request.headers)

    def updated(self, answer: Answer, now: float) -> StoredAnswer | None:
        """Return the entry to store after a response.

        Args:
            answer: The response, with status 200 or 304.
            now: The Unix time.

        Returns:
            The new or confirmed answer. `None` if a 200 must not be stored, or if a 304 does not belong to the stored
            answer.
        """
        state = self._state
        if not isinstance(state, hishel.CacheMiss | hishel.NeedRevalidation):
            return None
        headers = hishel.Headers({**_stored_headers(answer), "date": _date(answer, now)})
        state = state.next(hishel.Response(answer.status, headers))
        # Each key has one entry, so the entries to remove are the one that is replaced.
        while isinstance(state, hishel.InvalidateEntries):
            state = state.next()
        if isinstance(state, hishel.StoreAndUse):
            return _entry(state.response, answer.body, now)
        if isinstance(state, hishel.NeedToBeUpdated) and self._entry is not None:
            return _entry(state.next().entry.response, self._entry.body, now)
        return None


def stale_answer(
    request: OutgoingRequest, entry: StoredAnswer, error: Exception, now: float, max_age: float
) -> Answer | None:
    """Return a stored answer instead of a failure, unless its headers forbid that.

    Args:
        request: The request.
        entry: The stored answer.
        error: The failure. Only those of the network, a 429, a 5xx and damaged answers count.
        now: The Unix time.
        max_age: The maximum age in seconds.
    """
    if not isinstance(error, _FAILURES) or now - entry.stored_at > max_age:
        return None
    is_allowed = isinstance(_idle(_STALE_RULES, request, entry), hishel.FromCache)
    return entry.answer(request.shown_url) if is_allowed else None


def _idle(rules: hishel.CacheOptions, request: OutgoingRequest, entry: StoredAnswer | None) -> hishel.State:
    asked = hishel.Request(request.method, request.url, _NO_HEADERS)
    entries: list[hishel.Entry] = []
    if entry is not None:
        headers = hishel.Headers(cast("dict[str, str | list[str]]", entry.headers))
        entries.append(hishel.Entry(_NO_ID, asked, hishel.Response(200, headers)))
    return hishel.IdleClient(rules).next(asked, entries)


def _entry(response: hishel.Response, body: bytes, now: float) -> StoredAnswer:
    headers = dict(response.headers)
    plain = _PLAIN.fullmatch(headers.get("cache-control", ""))
    fresh_until = 0.0
    if plain is not None and "*" not in headers.get("vary", ""):
        fresh_until = parsedate_to_datetime(headers["date"]).timestamp() + int(plain[1])
    return StoredAnswer(headers, body, now, fresh_until)


def _stored_headers(answer: Answer) -> dict[str, str | list[str]]:
    return {name: value for name, value in answer.headers.items() if name.lower() not in _NOT_STORED}


def _date(answer: Answer, now: float) -> str:
    """Return when an answer was made, by its Date and Age. Without a Date, hishel takes it for fresh for ever."""
    try:
        date = parsedate_to_datetime(answer.headers.get("date", "")).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        date = now
    age = answer.headers.get("age", "")
    seconds = float(age) if age.isascii() and age.isdigit() and len(age) < 10 else inf if age.isdigit() else 0.0
    return formatdate(max(0.0, min(date, now - seconds)), usegmt=True)
