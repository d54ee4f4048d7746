"""Draw what a chaos case does, from a seed. A schedule is data, so that a failure can show it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

from tests.chaos.engines import CONNECTIONS, Engine, Options
from tests.chaos.faults import FAULTS, Fault, Kind
from tests.chaos.stage import MOVIES, Stage

#: Seconds that anything may last longer than on an idle machine.
MARGIN = 3.0
#: What a step does: get a movie, iterate over pages, rate a movie, delete a rating, create a list.
Action: TypeAlias = Literal["details", "walk", "rate", "unrate", "create"]
_ACTIONS: tuple[Action, ...] = ("details", "details", "details", "walk", "rate", "unrate", "create")


@dataclass(frozen=True)
class Step:
    """A call of one worker.

    Attributes:
        action: What it does.
        number: The movie, different for each write; for lists a number in the name.
        faults: How many requests the fault hits, from this step on.
        cancel_after: The seconds after which the call is cancelled, in the async client.
        pages: The pages after which an iteration is left.
        ahead: The pages that are requested at a time.
    """

    action: Action
    number: int
    faults: int = 0
    cancel_after: float | None = None
    pages: int = 1
    ahead: int = 1

    @property
    def is_write(self) -> bool:
        """Return whether the step writes to TMDB."""
        return self.action in {"rate", "unrate", "create"}


@dataclass(frozen=True)
class Schedule:
    """The plan of a case.

    Attributes:
        seed: The seed.
        fault: The fault.
        others: Faults that are drawn for some requests too.
        workers: The steps of each worker.
        timeout: The client's option.
        total_timeout: The client's option.
        max_retries: The client's option.
        latency: The usual seconds of an answer.
        close_at: The seconds after which the client is closed, with calls under way.
        refuse_at: The seconds after which the line is closed for a moment.
        fork_at: The seconds after which the process forks, in the sync client.
    """

    seed: str
    fault: Fault
    workers: tuple[tuple[Step, ...], ...]
    timeout: float
    total_timeout: float
    max_retries: int
    others: tuple[Fault, ...] = ()
    latency: float = 0.0
    close_at: float | None = None
    refuse_at: float | None = None
    fork_at: float | None = None

    @property
    def is_alone(self) -> bool:
        """Whether one call runs at a time."""
        return len(self.workers) == 1

    @property
    def is_patient(self) -> bool:
        """Whether no call reaches a time limit or is cancelled."""
        return self.is_alone and self.fault.kind is not Kind.SLOW

    def options(self, stage: Stage) -> Options:
        """Return the options of the client."""
        return {
            "access_token": stage.server.access_token,
            "base_url": stage.base_url,
            "session_id": stage.server.session_id,
            "timeout": self.timeout,
            "total_timeout": self.total_timeout,
            "max_retries": self.max_retries,
            "max_connections": CONNECTIONS,
            "on_request": stage.on_request,
        }

    def begin(self, stage: Stage) -> None:
        """Apply what lasts for the whole case."""
        random = Random(self.seed)
        if self.fault.kind is Kind.LASTING:
            stage.inject(self.fault, random, 1)
        if self.latency:
            stage.server.faults.latency(self.latency)

    def inject(self, stage: Stage, step: Step, random: Random) -> None:
        """Apply the faults of a step, to whichever requests come next."""
        fault = random.choice((self.fault, *self.others))
        if step.faults and fault.kind is not Kind.LASTING:
            stage.inject(fault, random, step.faults)

    def patience(self, engine: Engine) -> float:
        """Return the seconds after which nothing may be left of a closed client."""
        return MARGIN + (engine.overrun + self.total_timeout if engine.lives_on and not self.is_patient else 0.0)

    def longest(self, step: Step, overrun: float) -> float:
        """Return the seconds within which a step must end, on an idle machine.

        A request may wait for a connection while the exchanges before it last, each up to the deadline.
        """
        requests = sum(max(step.ahead for step in steps) for steps in self.workers)
        waves = 1 + requests // CONNECTIONS
        return (waves + 1) * (self.total_timeout + overrun) * (step.pages if step.action == "walk" else 1)

    def longest_worker(self, overrun: float) -> float:
        """Return the seconds within which all workers must end, on an idle machine."""
        return max(sum(self.longest(step, overrun) for step in steps) for steps in self.workers)


def draw(seed: str, fault: Fault, *, is_alone: bool) -> Schedule:
    """Draw a schedule."""
    random = Random(seed)
    return _draw_alone(seed, fault, random) if is_alone else _draw_many(seed, fault, random)


def _draw_alone(seed: str, fault: Fault, random: Random) -> Schedule:
    """Draw one call after the other, each with a known number of faults, so that its outcome is known."""
    is_slow = fault.kind is Kind.SLOW
    max_retries = random.randint(0, 2)
    actions: list[Action] = ["details", "walk", "rate", "create", "unrate"]
    random.shuffle(actions)
    steps = tuple(
        Step(
            action,
            1 + index,
            faults=random.randint(1, 1 if is_slow else max_retries + 1),
            pages=random.randint(1, 3),
            ahead=1,
        )
        for index, action in enumerate(actions[:3] if is_slow else actions)
    )
    timeout, total = (random.uniform(0.2, 0.5), random.uniform(0.4, 0.9)) if is_slow else (10.0, 20.0)
    return Schedule(seed, fault, (steps,), timeout, total, max_retries)


def _draw_many(seed: str, fault: Fault, random: Random) -> Schedule:
    """Draw many calls at once, with faults by chance, cancellations, and a close or a fork in the middle."""
    others = [
        other
        for other in FAULTS
        if (other.inject is None) == (fault.inject is None)
        and other.kind is not Kind.LASTING
        and not other.is_costly
        and other is not fault
    ]
    chance = 0.05 if fault.is_costly else random.uniform(0.1, 0.8)
    cancels = random.choice([0.0, 0.0, 0.2, 0.5])
    count = random.randint(8, 24)
    size = random.randint(2, 4)
    workers = tuple(
        tuple(_draw_step(random, 1 + worker * size + index, chance, cancels) for index in range(size))
        for worker in range(count)
    )
    event = random.choice(["", "", "", "close", "close", "fork"])
    has_refusal = fault.inject is None and random.random() < 0.3
    return Schedule(
        seed,
        fault,
        workers,
        timeout=random.uniform(0.3, 0.8),
        total_timeout=random.uniform(0.5, 1.2),
        max_retries=random.randint(0, 2),
        others=tuple(random.sample(others, random.randint(0, 2))),
        latency=random.choice([0.0, 0.0, 0.02]),
        close_at=random.uniform(0.01, 0.6) if event == "close" else None,
        refuse_at=random.uniform(0.01, 0.3) if has_refusal else None,
        fork_at=random.uniform(0.05, 0.3) if event == "fork" else None,
    )


def _draw_step(random: Random, number: int, chance: float, cancels: float) -> Step:
    action = random.choice(_ACTIONS)
    return Step(
        action,
        number if number <= MOVIES else 1,
        faults=1 if random.random() < chance else 0,
        cancel_after=random.uniform(0.0, 0.3) if random.random() < cancels else None,
        pages=random.randint(1, 6),
        ahead=random.choice([1, 1, 4, 8]),
    )
