"""What faults do to a request: the outcome, and the rules that decide on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from threading import Lock
from typing import NamedTuple, TypeAlias

from . import drift
from .calls import NO_CALL, FaultCall
from .conditions import NO_CONDITIONS, NO_SOCKET, Conditions, Sender
from .damage import DamagedBody
from .error_answers import FaultAnswer
from .request_pattern import RequestPattern


class Cut(Enum):
    """The point at which a fault ends the connection."""

    BEFORE = "before the answer"
    IN_THE_MIDDLE = "in the middle of the body"
    IN_A_CHUNK = "in the middle of a chunked body"
    WITHOUT_LENGTH = "in the middle of a body without a length"


class RawBytes(NamedTuple):
    """A failure that sends bytes instead of an HTTP answer, and closes the connection."""

    data: bytes


class Untouched(Enum):
    """A step of a sequence that keeps the usual answer."""

    ANSWER = "the usual answer"


#: The failures of a request, of which at most one applies.
Failure: TypeAlias = FaultAnswer | DamagedBody | Cut | RawBytes | Untouched


@dataclass(slots=True)
class Outcome:
    """The combined effect of the faults that hit a request.

    Attributes:
        method: The HTTP method of the request.
        path: The decoded path of the request.
        sender: The client of the request.
        faults: The names of the faults.
        delay: The seconds to wait before the answer.
        slowness: The seconds over which to spread the body.
        body_rate: The bytes of the body to send per second.
        answer_rate: The bytes of the head and the body to send per second.
        failure: The replacement of the usual answer.
        drifts: The rules that may edit the body.
    """

    method: str = "GET"
    path: str = "/"
    sender: Sender = NO_SOCKET
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
        conditions: The conditions under which the fault hits a matching request.
        phases: The phases of a timeline; None for other faults.
        holds: Returns whether the conditions hold for the sender of a request.
    """

    name: str
    pattern: RequestPattern
    times: int | None
    act: Act | None
    edits: tuple[drift.Edit, ...] = ()
    repeats_first_page: bool = False
    used: int = 0
    number: int = 0
    call: FaultCall = NO_CALL
    conditions: Conditions = NO_CONDITIONS
    phases: Sequence[Phase] | None = None
    holds: Callable[[Sender], bool] = field(init=False)

    def __post_init__(self) -> None:
        self.holds = self.conditions.check()

    @property
    def is_used_up(self) -> bool:
        """Whether the fault has hit `times` requests."""
        return self.times is not None and self.used >= self.times

    @property
    def target(self) -> str:
        """The requests that the fault applies to, as a text."""
        conditions = f", {self.conditions}" if self.conditions != NO_CONDITIONS else ""
        return f"{self.pattern.name}{conditions}"

    def apply(self, outcome: Outcome) -> bool:
        """Apply the fault to an outcome if it hits the request, and return whether it did; drift is applied later."""
        if self.is_used_up or not self.pattern.matches(outcome.method, outcome.path) or not self.holds(outcome.sender):
            return False
        if self.act is None:
            # Drift edits the answer later, when it exists.
            outcome.drifts.append(self)
            return False
        return self.act(outcome, self.used)


class RuleSet:
    """The rules of a server, or of a phase of a timeline. The caller of `apply` holds the lock."""

    def __init__(self, lock: Lock | None = None, numbers: Iterator[int] | None = None) -> None:
        """Create an empty set, which may share its lock and the numbers of its faults with another one."""
        self.lock: Lock = lock or Lock()
        self.numbers: Iterator[int] = numbers or count(1)
        # Replaced, never changed in place: requests read it without the lock.
        self.rules: tuple[Rule, ...] = ()

    def add(self, rule: Rule) -> None:
        """Add a rule."""
        with self.lock:
            self.rules += (rule,)

    def remove(self, rule: Rule) -> None:
        """Remove a rule; does nothing if it is removed already."""
        with self.lock:
            self.drop(rule)

    def drop(self, rule: Rule) -> None:
        """Remove a rule. The caller holds the lock."""
        self.rules = tuple(other for other in self.rules if other is not rule)

    def apply(self, outcome: Outcome) -> bool:
        """Apply the rules to an outcome, and return whether one hit the request."""
        hit = False
        for rule in self.rules:
            if rule.apply(outcome):
                outcome.faults.append(rule.name)
                self.count(rule)
                hit = True
        return hit

    def count(self, rule: Rule) -> None:
        """Count a use, and remove the rule if it is used up. The caller holds the lock."""
        rule.used += 1
        if rule.is_used_up:
            self.drop(rule)


class Phase(NamedTuple):
    """A phase of a timeline: its length, which is endless by default, and the rules that apply in it.

    Attributes:
        requests: The number of requests.
        seconds: The seconds of the server's clock.
        rules: The rules.
    """

    requests: int | None
    seconds: float | None
    rules: RuleSet
