"""Arguments of `details_many`, and duplicates among its ids."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from time import monotonic
from typing import Final, NamedTuple, cast

from tmdb_facade._core.client.options import MAX_TIMEOUT
from tmdb_facade._core.request.validation import check_flag, check_integer, check_segment, finite_number, invalid

#: The default number of calls at the same time. TMDB accepts 20 connections from one address; this leaves room for other
#: requests of the program.
CONCURRENCY: Final = 10
#: How many ids are remembered to find duplicates: an endless iterable must not need endless memory.
REMEMBERED_IDS: Final = 100_000


class ManyOptions(NamedTuple):
    """Options of an iteration over the details of many ids.

    Attributes:
        concurrency: How many calls may run at the same time.
        ordered: Whether results come in the order of the ids; otherwise as they arrive.
        timeout: Seconds for the whole iteration; `None` for no limit.
    """

    concurrency: int
    ordered: bool
    timeout: float | None

    def end(self) -> float | None:
        """Return the end of an iteration that starts now, by `time.monotonic()`."""
        return None if self.timeout is None else monotonic() + self.timeout


def check_many(concurrency: object, ordered: object, timeout: object) -> ManyOptions:
    """Validate the options of `details_many`.

    Raises:
        InvalidArgumentError: An option is of a wrong type or value.
    """
    seconds = None if timeout is None else finite_number(timeout)
    if timeout is not None and (seconds is None or not 0 < seconds <= MAX_TIMEOUT):
        raise invalid("timeout", f"a number of seconds from 0 to {MAX_TIMEOUT}, or None", timeout)
    return ManyOptions(check_integer("concurrency", concurrency, 1), check_flag("ordered", ordered), seconds)


def check_many_ids(ids: object, names: Sequence[str]) -> None:
    """Validate the ids of a list or another collection. Those of a generator are validated when they are read.

    Args:
        ids: The ids.
        names: The names of an id's parts, such as `series_id` and `season_number`.

    Raises:
        InvalidArgumentError: The value is not a collection of ids.
    """
    if isinstance(ids, str | bytes) or (not hasattr(type(ids), "__iter__") and not hasattr(type(ids), "__aiter__")):
        hint = None if isinstance(ids, bytes) else f"[{ids!r}]"
        raise invalid("ids", "a list or another iterable of ids", ids, hint)
    if isinstance(ids, Collection) and not isinstance(ids, Mapping):
        for one in cast("Collection[object]", ids):
            check_id(one, names)


def check_id(one: object, names: Sequence[str]) -> None:
    """Validate an id.

    Raises:
        InvalidArgumentError: It is not an id, or not a tuple with as many numbers as there are names.
    """
    if len(names) == 1:
        check_segment(names[0], cast("int | str", one))
        return
    parts = cast("tuple[object, ...]", one)
    if not isinstance(one, tuple) or len(parts) != len(names):
        raise invalid("ids", f"tuples of {', '.join(names)}", parts)
    for name, part in zip(names, parts, strict=True):
        check_integer(name, part)


class RecentKeys:
    """The last ids, to skip duplicates."""

    __slots__ = ("_keys", "_limit", "_order")

    def __init__(self, limit: int = REMEMBERED_IDS) -> None:
        """Remember up to `limit` ids."""
        self._limit = limit
        self._keys: set[object] = set()
        self._order: deque[object] = deque()

    def add(self, key: object) -> bool:
        """Remember an id; return whether it is new."""
        if key in self._keys:
            return False
        self._keys.add(key)
        self._order.append(key)
        if len(self._order) > self._limit:
            self._keys.discard(self._order.popleft())
        return True
