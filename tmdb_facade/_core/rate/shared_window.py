"""The rate limit that several processes share: slots are reserved ahead, in a state that each of them reads and writes.

A process that dies takes only the slots that it has reserved with it. The text of `redis_scripts` applies the same rules.
"""

from __future__ import annotations

import struct
from heapq import heappop, heappush
from itertools import pairwise
from math import inf

from tmdb_facade._core.rate.pace import SPACING, Slot, TooLateError, spend

#: The first bytes of a file with such a state.
MAGIC = b"tmdb-facade rate limit 1\n"
#: A slot further ahead than this many seconds is no slot: the state is corrupt.
_HORIZON = 86_400.0
#: A difference between the clocks that means that the machine was restarted or suspended, or its clock set.
_CLOCK_CHANGE = 60.0


class SharedWindow:
    """A sliding window of reserved slots. Slots are times without the pauses, so that a pause moves all of them.

    Attributes:
        slots: The latest slots, oldest first, as many as there may be requests in a period.
        freed: The slots of callers that gave up, as a heap.
        paused_until: The end of the current or latest pause.
        shift: Seconds paused so far.
    """

    __slots__ = ("_seconds", "freed", "paused_until", "shift", "slots")

    def __init__(self, requests: int, seconds: float) -> None:
        self._seconds = seconds
        self.slots = [-inf] * requests
        self.freed: list[float] = []
        self.paused_until = 0.0
        self.shift = 0.0

    def reserve(self, longest: float, now: float) -> Slot:
        """Reserve the next slot.

        Args:
            longest: The maximum wait in seconds.
            now: The current time.

        Raises:
            TooLateError: The slot is further away.
        """
        start = max(now, self.paused_until) - self.shift
        while self.freed and self.freed[0] < start:
            heappop(self.freed)
        at = max(start, self.slots[0] + self._seconds)
        if self.slots[-1] > start:  # others wait already
            at = max(at, self.slots[-1] + SPACING * self._seconds / len(self.slots))
        is_freed = bool(self.freed) and self.freed[0] < at
        if is_freed:
            at = self.freed[0]
        wait = at + self.shift - now
        if wait > longest:
            raise TooLateError(wait)
        if is_freed:
            heappop(self.freed)
        else:
            self.slots = [*self.slots[1:], at]
        return Slot(at, wait, is_shared=True)

    def left(self, slot: Slot, now: float) -> Slot:
        """Return a waiting slot with the seconds that are left: a pause may have moved it."""
        return slot._replace(wait=slot.at + self.shift - now)

    def give_back(self, slot: Slot) -> None:
        """Free the slot of a caller that gave up."""
        heappush(self.freed, slot.at)

    def pause(self, seconds: float, now: float) -> None:
        """Move all slots behind a pause."""
        begin, end = max(now, self.paused_until), now + seconds
        if end > begin:
            self.slots = spend(self.slots, begin - self.shift, self._seconds)
            self.shift += end - begin
            self.paused_until = end

    def continue_from(self, known: SharedWindow, now: float) -> None:
        """Continue from a state that was seen before, if this one is behind it: the file was truncated or overwritten.

        The slots that others have reserved since then are lost, so the window has no credit left.

        Args:
            known: The latest state that this process has seen.
            now: The current time.
        """
        is_behind = known.slots[-1] + known.shift > self.slots[-1] + self.shift
        if not is_behind and known.shift <= self.shift:
            return
        shift = max(self.shift, known.shift)
        own, seen = ([slot + window.shift - shift for slot in window.slots] for window in (self, known))
        self.paused_until = max(self.paused_until, known.paused_until)
        start = max(now, self.paused_until) - shift
        self.slots, self.freed, self.shift = spend(map(max, own, seen), start, self._seconds), [], shift

    def to_bytes(self, clock_offset: float) -> bytes:
        """Return the state as bytes.

        Args:
            clock_offset: The time of day minus the time that the slots use.
        """
        values = (clock_offset, self.paused_until, self.shift, *self.slots, *self.freed)
        return MAGIC + struct.pack(f"<II{len(values)}d", len(self.slots), len(self.freed), *values)

    @classmethod
    def from_bytes(cls, data: bytes, requests: int, seconds: float, now: float, clock_offset: float) -> SharedWindow:
        """Return the state that bytes describe, or an idle one if they are incomplete, corrupt or of another boot."""
        window = cls(requests, seconds)
        try:
            slots, freed = struct.unpack_from("<II", data, len(MAGIC))
            offset, until, shift, *times = struct.unpack_from(f"<{3 + slots + freed}d", data, len(MAGIC) + 8)
        except struct.error:
            return window
        is_sane = (
            slots == requests
            and abs(offset - clock_offset) < _CLOCK_CHANGE  # also false for NaN
            and 0 <= shift < inf
            and until < now + _HORIZON
            and all(earlier <= later for earlier, later in pairwise(times[:slots]))
            and all(time + shift < now + _HORIZON for time in times)
        )
        if is_sane:
            window.slots, window.freed = times[:slots], times[slots:]
            window.paused_until, window.shift = until, shift
        return window
