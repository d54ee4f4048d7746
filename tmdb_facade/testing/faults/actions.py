"""The actions that faults apply to the outcome of a request."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Sequence

from . import error_answers
from .error_answers import FaultAnswer
from .rules import Act, Cut, Outcome, Untouched


def fail_with(failure: FaultAnswer | Cut | Untouched) -> Act:
    """Return an action that replaces the answer, unless an earlier fault has replaced it."""

    def act(outcome: Outcome, used: int) -> bool:
        if outcome.failure is not None:
            return False
        outcome.failure = failure
        return True

    return act


def fail_in_turn(steps: Sequence[FaultAnswer | Untouched]) -> Act:
    """Return an action that replaces each answer by the next step, unless an earlier fault has replaced it."""

    def act(outcome: Outcome, used: int) -> bool:
        return fail_with(steps[used])(outcome, used)

    return act


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


def delay(seconds: float) -> Act:
    """Return an action that delays the answer."""

    def act(outcome: Outcome, used: int) -> bool:
        outcome.delay += seconds
        return True

    return act


def slow_down(seconds: float) -> Act:
    """Return an action that spreads the body over some seconds."""

    def act(outcome: Outcome, used: int) -> bool:
        outcome.slowness += seconds
        return True

    return act


def change_later(outcome: Outcome, used: int) -> bool:
    """Leave the outcome unchanged. Drift edits the answer later, when it exists."""
    return False
