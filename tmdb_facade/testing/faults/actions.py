"""The actions that faults apply to the outcome of a request.

Each returns whether it counts as a use of the fault.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable, Sequence

from . import error_answers
from .conditions import Peer
from .outcome import Act, Cut, Failure, Outcome


def fail(failures: Sequence[Failure], outcome: Outcome, used: int) -> bool:
    """Replace the answer by each failure in turn, unless an earlier fault has replaced it."""
    if outcome.failure is not None:
        return False
    outcome.failure = failures[used % len(failures)]
    return True


def limit_rate(limit: int, per: float, now: Callable[[], float], *, retry_after: bool, by_address: bool) -> Act:
    """Return an action that answers 429 to requests beyond a sliding limit.

    Args:
        limit: The number of requests answered per window.
        per: The length of the window in seconds.
        now: Returns the time in seconds.
        retry_after: Whether to send `Retry-After`.
        by_address: Whether each IP address has a limit of its own.
    """
    answered_by_address: defaultdict[str, deque[float]] = defaultdict(deque)

    def act(outcome: Outcome, used: int) -> bool:
        answered = answered_by_address[outcome.sender.peer[0] if by_address else ""]
        moment = now()
        while answered and answered[0] <= moment - per:
            answered.popleft()
        if outcome.failure is not None:
            return False
        if len(answered) < limit:
            answered.append(moment)
            return False
        wait = max(1, math.ceil(answered[0] + per - moment))
        outcome.failure = error_answers.tmdb_error(429, retry_after=wait if retry_after else None)
        return True

    return act


def limit_connections(limit: int) -> Act:
    """Return an action that resets the connections beyond a limit at their first request."""
    accepted: set[Peer] = set()

    def act(outcome: Outcome, used: int) -> bool:
        peer, open_peers = outcome.sender.peer, outcome.sender.open_peers
        if open_peers is None:
            raise RuntimeError(
                "a connection limit needs the socket of TMDBServer: use server.base_url, not server.transport"
            )
        accepted.intersection_update(open_peers())
        if len(accepted) < limit:
            accepted.add(peer)
        if peer in accepted or outcome.failure is not None:
            return False
        outcome.failure = Cut.BEFORE
        return True

    return act


def delay(seconds: float, outcome: Outcome, used: int) -> bool:
    """Delay the answer."""
    outcome.delay += seconds
    return True


def slow_down(seconds: float, outcome: Outcome, used: int) -> bool:
    """Spread the body over some seconds."""
    outcome.slowness += seconds
    return True


def drip_body(bytes_per_second: float, outcome: Outcome, used: int) -> bool:
    """Limit the rate of the body."""
    outcome.body_rate = min(outcome.body_rate, bytes_per_second)
    return True


def drip_answer(bytes_per_second: float, outcome: Outcome, used: int) -> bool:
    """Limit the rate of the head and the body."""
    if outcome.sender.open_peers is None:
        raise RuntimeError("dripping headers need the socket of TMDBServer: use server.base_url, not server.transport")
    outcome.answer_rate = min(outcome.answer_rate, bytes_per_second)
    return True
