"""The actions that faults apply to the outcome of a request.

Each returns whether it counts as a use of the fault.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Sequence

from . import error_answers
from .error_answers import FaultAnswer
from .rules import Act, Cut, Outcome, Untouched


def fail(failures: Sequence[FaultAnswer | Cut | Untouched], outcome: Outcome, used: int) -> bool:
    """Replace the answer by each failure in turn, unless an earlier fault has replaced it."""
    if outcome.failure is not None:
        return False
    outcome.failure = failures[used % len(failures)]
    return True


def limit_rate(limit: int, per: float, now: Callable[[], float], *, retry_after: bool) -> Act:
    """Return an action that answers 429 to requests beyond a sliding limit.

    Args:
        limit: The number of requests answered per window.
        per: The length of the window in seconds.
        now: Returns the time in seconds.
        retry_after: Whether to send `Retry-After`.
    """
    answered: deque[float] = deque()

    def act(outcome: Outcome, used: int) -> bool:
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


def delay(seconds: float, outcome: Outcome, used: int) -> bool:
    """Delay the answer."""
    outcome.delay += seconds
    return True


def slow_down(seconds: float, outcome: Outcome, used: int) -> bool:
    """Spread the body over some seconds."""
    outcome.slowness += seconds
    return True
