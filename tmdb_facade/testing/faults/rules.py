"""The rules behind faults: they decide the outcome of each request, without I/O."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from threading import Lock
from types import TracebackType
from typing import NamedTuple, Self, TypeAlias

from . import drift
from .calls import NO_CALL, Call, remember_calls
from .damage import DamagedBody
from .error_answers import FaultAnswer
from .request_pattern import RequestPattern


class Cut(Enum):
    """The point at which a fault ends the connection."""

    BEFORE = "before the answer"
    IN_THE_MIDDLE = "in the middle of the body"
    WITHOUT_LENGTH = "in the middle of a body without a length"


class Untouched(Enum):
    """A step of a sequence that keeps the usual answer."""

    ANSWER = "the usual answer"


#: The failures of a request, of which at most one applies.
Failure: TypeAlias = FaultAnswer | DamagedBody | Cut | Untouched
#: A client's IP address and port, which identify its connection.
Peer: TypeAlias = tuple[str, int]


class Sender(NamedTuple):
    """The connection of a request.

    Attributes:
        peer: The address of the client.
        open_peers: Returns the clients of all open connections; None without sockets.
    """

    peer: Peer
    open_peers: Callable[[], Collection[Peer]] | None


_NO_SOCKET = Sender(("127.0.0.1", 0), None)


@dataclass(slots=True)
class Outcome:
    """The combined effect of the faults that hit a request.

    Attributes:
        sender: The connection of the request.
        faults: The names of the faults.
        delay: The seconds to wait before the answer.
        slowness: The seconds over which to spread the body.
        body_rate: The bytes of the body to send per second.
        answer_rate: The bytes of the head and the body to send per second.
        failure: The replacement of the usual answer.
        drifts: The rules that may edit the body.
    """

    sender: Sender = _NO_SOCKET
    faults: list[str] = field(default_factory=list[str])
    delay: float = 0.0
    slowness: float = 0.0
    body_rate: float = math.inf
    answer_rate: float = math.inf
    failure: Failure | None = None
    drifts: list[Rule] = field(default_factory=list["Rule"])

    @property
    def repeats_first_page(self) -> bool:
        """Whether every page is answered with the first one."""
        return any(rule.repeats_first_page for rule in self.drifts)


# Applies a fault to an outcome; takes the number of earlier uses; returns whether this counts as a use.
Act: TypeAlias = Callable[[Outcome, int], bool]


@dataclass(slots=True, eq=False)
class Rule:
    """The data of a fault.

    Attributes:
        name: A description of the fault.
        pattern: Matches the requests that the fault applies to.
        times: The number of requests to hit; None for all.
        act: Applies the fault to an outcome; None for drift.
        edits: The edits of a body.
        repeats_first_page: Whether every page is answered with the first one, before the edits.
        used: The number of requests hit so far.
        number: The number of the fault, which no other fault of the server has.
        call: The call that created the fault.
    """

    name: str
    pattern: RequestPattern
    times: int | None
    act: Act | None
    edits: tuple[drift.Edit, ...] = ()
    repeats_first_page: bool = False
    used: int = 0
    number: int = 0
    call: Call = NO_CALL

    @property
    def is_used_up(self) -> bool:
        """Whether the fault has hit `times` requests."""
        return self.times is not None and self.used >= self.times


class Fault:
    """An injected fault; it applies until it is used up or removed.

    As a context manager, it is removed at the end of the block:

        with server.faults.latency(2.0, on="search_movies") as slow:
            ...
        assert slow.used == 1

    Attributes:
        rule: The data of the fault, which the server uses.
    """

    def __init__(self, rule: Rule, remove: Callable[[], None]) -> None:
        """Create a fault; the methods of `Faults` call this."""
        self.rule: Rule = rule
        self._remove = remove

    @property
    def id(self) -> int:
        """The number of the fault, which no other fault of the server has."""
        return self.rule.number

    @property
    def name(self) -> str:
        """A description of the fault, which the request log shows too."""
        return self.rule.name

    @property
    def times(self) -> int | None:
        """The number of requests to hit; None for all."""
        return self.rule.times

    @property
    def used(self) -> int:
        """The number of requests hit so far. Drift counts changed answers, a rate limit counts 429 answers."""
        return self.rule.used

    def remove(self) -> None:
        """Remove the fault; does nothing if it is used up or removed already."""
        self._remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.remove()

    def __repr__(self) -> str:
        often = "" if self.times is None else f" of {self.times}"
        return f"<{self.name} on {self.rule.pattern.name}, used {self.used}{often}>"


class Rules:
    """The rules of one server's faults. Thread-safe.

    Each public method of a subclass that returns a `Fault` creates one; the fault remembers the call.
    """

    def __init_subclass__(cls) -> None:
        remember_calls(cls)

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Create an empty set of rules.

        Args:
            now: Returns the time in seconds, for rate limits.
        """
        self._now = now
        self._lock = Lock()
        self._numbers = count(1)
        # Replaced, never changed in place: requests read it without the lock.
        self._rules: tuple[Rule, ...] = ()

    def clear(self) -> None:
        """Remove all faults."""
        with self._lock:
            self._rules = ()

    def decide(self, method: str, path: str, sender: Sender = _NO_SOCKET) -> Outcome | None:
        """Return the outcome of a request, and count the faults that hit it.

        Args:
            method: The HTTP method.
            path: The decoded path.
            sender: The connection of the request; by default one without a socket.

        Returns:
            The outcome; None if no fault hits the request.

        Raises:
            RuntimeError: A fault needs a socket, and the request has none.
        """
        if not self._rules:
            return None
        outcome = Outcome(sender)
        with self._lock:
            for rule in self._rules:
                if not rule.pattern.matches(method, path):
                    continue
                if rule.act is None:
                    # Drift edits the answer later, when it exists.
                    outcome.drifts.append(rule)
                elif rule.act(outcome, rule.used):
                    outcome.faults.append(rule.name)
                    self._count(rule)
        return outcome if outcome.faults or outcome.drifts else None

    def change(self, outcome: Outcome, body: object) -> None:
        """Apply drift to the body of a successful answer, in place, and count the faults that changed it.

        Args:
            outcome: The outcome of the request.
            body: The body, of dicts and lists that nothing else refers to.
        """
        with self._lock:
            for rule in outcome.drifts:
                if rule.is_used_up:
                    continue
                changed = [edit(body) for edit in rule.edits]
                if any(changed):
                    outcome.faults.append(rule.name)
                    self._count(rule)

    def __iter__(self) -> Iterator[Fault]:
        """Iterate over the remaining faults, oldest first."""
        return iter([self._handle(rule) for rule in self._rules])

    def __len__(self) -> int:
        return len(self._rules)

    def __repr__(self) -> str:
        return f"<Faults: {', '.join(map(repr, self)) or 'none'}>"

    def _add(
        self,
        name: str,
        on: str | None,
        times: int | None,
        act: Act | None,
        edits: tuple[drift.Edit, ...] = (),
        *,
        repeats_first_page: bool = False,
    ) -> Fault:
        if times is not None and times < 1:
            raise ValueError(f"times must be at least 1, got {times}")
        rule = Rule(name, RequestPattern(on), times, act, edits, repeats_first_page, number=next(self._numbers))
        with self._lock:
            self._rules += (rule,)
        return self._handle(rule)

    def _handle(self, rule: Rule) -> Fault:
        def remove() -> None:
            with self._lock:
                self._rules = tuple(other for other in self._rules if other is not rule)

        return Fault(rule, remove)

    def _count(self, rule: Rule) -> None:
        """Count a use, and remove the rule if it is used up. The caller holds the lock."""
        rule.used += 1
        if rule.is_used_up:
            self._rules = tuple(other for other in self._rules if other is not rule)
