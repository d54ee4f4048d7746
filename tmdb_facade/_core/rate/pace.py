"""The rate limit of one process: at most some requests in any period, in order of arrival.

Nothing here sleeps. A caller reserves a slot, sleeps as long as the slot says, and checks again until nothing is left:

    slot = pace.reserve(longest)
    while slot.wait > 0:
        sleep(slot.wait)
        slot = pace.left(slot)

A caller that gives up while it sleeps must call `give_back`.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable
from math import inf
from threading import Lock
from typing import NamedTuple

#: A waiting caller checks again after this many seconds or an eighth of its wait: it moves up if others give up.
RECHECK = 1.0
#: A caller that is this many seconds late to check again has probably died. Others do not wait for it any longer.
GRACE = 10.0


#: Callers that had to wait follow each other at this share of the average distance. Without a distance, the first of
#: them to wake up would use the whole window, again and again, before the others do.
SPACING = 0.5


class TooLateError(Exception):
    """The next free slot is further away than the caller can wait. Nothing was reserved.

    Attributes:
        wait: Seconds until that slot.
    """

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = wait


class Slot(NamedTuple):
    """A reserved slot.

    Attributes:
        at: The slot's key for its limiter: a caller's number, or a time.
        wait: Seconds to sleep before the next check; 0 if the request can be sent now.
        is_shared: Whether the slot comes from a state that several processes share.
    """

    at: float
    wait: float
    is_shared: bool = False


_AT_ONCE = Slot(0, 0.0)


class Pace:
    """A sliding window of slots for all threads, tasks and event loops of a process.

    As long as the window has room and nobody waits, requests are sent at once. Waiting callers form one queue. The
    window contains the times at which requests were really sent, so a thread that wakes up late never causes two bursts
    in a row, and all callers behind one that gives up move up. The lock is never held while a caller sleeps.
    """

    __slots__ = (
        "_checks",
        "_clock",
        "_gap",
        "_gone",
        "_latest",
        "_lock",
        "_next_due",
        "_number",
        "_queue",
        "_requests",
        "_seconds",
    )

    def __init__(self, requests: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Create an idle limiter.

        Args:
            requests: The number of requests in any period.
            seconds: The length of the period.
            clock: Returns the current time in seconds.
        """
        self._requests = requests
        self._seconds = seconds
        self._clock = clock
        self._gap = SPACING * seconds / requests
        self._latest = deque([-inf] * requests, requests)  # when the latest requests were sent, oldest first
        self._next_due = -inf  # one gap after the slot of the latest caller that had to wait
        self._number = 0
        self.renew()

    def renew(self) -> None:
        """Forget the waiting callers and replace the lock. A forked child has only the thread that forked."""
        self._lock = Lock()
        self._queue: list[int] = []  # the numbers of the waiting callers, in order of arrival
        self._checks: dict[int, float] = {}  # when each of them checks again
        self._gone = deque[int]()  # the numbers of callers that gave up and are still in the queue

    def reserve(self, longest: float = inf) -> Slot:
        """Reserve the next slot.

        Args:
            longest: The maximum wait in seconds.

        Raises:
            TooLateError: The slot is further away.
        """
        with self._lock:
            now = self._clock()
            if self._queue:
                self._drop_gone(now)
                wait = self._turn(len(self._queue)) - now
            else:
                wait = self._latest[0] + self._seconds - now
            if wait <= 0:
                return self._send(now)
            if wait > longest:
                raise TooLateError(wait)
            self._number += 1
            self._queue.append(self._number)
            return Slot(self._number, self._next_check(self._number, wait, now))

    def left(self, slot: Slot) -> Slot:
        """Return a waiting slot with the seconds until the next check; 0 if the request can be sent now."""
        number = int(slot.at)
        with self._lock:
            now = self._clock()
            self._drop_gone(now)
            position = bisect_left(self._queue, number)
            if number not in self._checks:  # dropped after a long sleep of the machine: back to its place
                self._queue.insert(position, number)
            wait = self._turn(position) - now
            if wait > 0:
                return Slot(number, self._next_check(number, wait, now))
            slot = self._send(now)
            self._remove(position)
            return slot

    def give_back(self, slot: Slot) -> None:
        """Remove a caller that gave up from the queue."""
        # Without the lock: the garbage collector may close an abandoned coroutine in a thread that holds it.
        self._gone.append(int(slot.at))

    def pause(self, seconds: float) -> None:
        """Send nothing for some seconds. Afterwards requests are sent one by one, in the same order."""
        with self._lock:
            latest = spend(self._latest, self._clock() + seconds, self._seconds)
            self._latest = deque(latest, self._requests)

    def _turn(self, position: int) -> float:
        """Return when the caller at a position of the queue can send, in the past if it is late."""
        rounds, index = divmod(position, self._requests)
        turn = max(self._first_turn() + index * self._gap, self._latest[index] + self._seconds)
        return turn + rounds * self._seconds

    def _first_turn(self) -> float:
        """Return when the first waiting caller can send."""
        return max(self._next_due, self._latest[0] + self._seconds)

    def _next_check(self, number: int, wait: float, now: float) -> float:
        wait = min(wait, max(RECHECK, wait / 8))
        self._checks[number] = now + wait
        return wait

    def _remove(self, position: int) -> None:
        self._checks.pop(self._queue.pop(position), None)

    def _send(self, now: float) -> Slot:
        if self._queue:
            self._next_due = self._first_turn() + self._gap
        self._latest.append(now)
        return _AT_ONCE

    def _drop_gone(self, now: float) -> None:
        """Remove the callers that gave up, and those at the front that have probably died."""
        while self._gone:
            number = self._gone.popleft()
            if number in self._checks:
                self._remove(bisect_left(self._queue, number))
        while self._queue and self._checks[self._queue[0]] < now - GRACE:
            self._remove(0)


def spend(latest: Iterable[float], end: float, seconds: float) -> list[float]:
    """Return a window without credit: its slots become free one by one, the first at `end`.

    Args:
        latest: The slots of a full window, in ascending order.
        end: The end of a pause.
        seconds: The length of the window.
    """
    slots = list(latest)
    gap = seconds / len(slots)
    return [max(slot, end - gap * distance) for distance, slot in zip(range(len(slots), 0, -1), slots, strict=True)]
