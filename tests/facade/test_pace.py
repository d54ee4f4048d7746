"""The rate limit of one process, with a clock of the tests."""

from __future__ import annotations

import random
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from heapq import heappop, heappush
from math import inf

import pytest

from tmdb_facade._core.rate.pace import GRACE, Pace, Slot, TooLateError

EPSILON = 1e-6


def after(first: float, count: int) -> list[float]:
    """Return the slots of callers that wait for a free window, which is used up in half of its period."""
    return [first + number * 1.1 / 40 / 2 for number in range(count)]


class Simulation:
    """Callers that sleep and check as the pace says, on a clock that only the simulation moves."""

    def __init__(self, requests: int = 40, seconds: float = 1.1, lateness: float = 0.0) -> None:
        self.now = 1_000.0
        self.pace = Pace(requests, seconds, lambda: self.now)
        self.sent: list[tuple[float, int]] = []
        self._random = random.Random(550)
        self._lateness = lateness
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._count = 0

    def at(self, seconds: float, call: Callable[[], None]) -> None:
        """Do something some seconds after the start."""
        self._schedule(1_000.0 + seconds, call)

    def arrive_at(self, seconds: float, callers: Iterable[int], *, gives_up_at: float = inf) -> None:
        """Let callers arrive some seconds after the start."""
        for caller in callers:
            self.at(seconds, partial(self.arrive, caller, gives_up_at=gives_up_at))

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Do something some seconds from now."""
        self._schedule(self.now + seconds, call)

    def arrive(self, caller: int, *, gives_up_at: float = inf, then: Callable[[], None] | None = None) -> None:
        """Let a caller reserve a slot and wait for it."""
        self._wait(caller, self.pace.reserve(), gives_up_at, then)

    def run(self) -> list[float]:
        """Run until nobody waits; return the seconds from the start at which requests were sent."""
        while self._events:
            when, _, call = heappop(self._events)
            self.now = max(self.now, when)
            call()
        return [when - 1_000.0 for when, _ in self.sent]

    def _schedule(self, when: float, call: Callable[[], None]) -> None:
        self._count += 1
        heappush(self._events, (when, self._count, call))

    def _wait(self, caller: int, slot: Slot, gives_up_at: float, then: Callable[[], None] | None) -> None:
        if slot.wait <= 0:
            self.sent.append((self.now, caller))
            if then is not None:
                then()
        elif self.now + slot.wait > 1_000.0 + gives_up_at:
            self.at(gives_up_at, lambda: self.pace.give_back(slot))
        else:
            late = self._random.uniform(0, self._lateness)
            self.after(slot.wait + late, lambda: self._wait(caller, self.pace.left(slot), gives_up_at, then))


def most_within(times: list[float], seconds: float) -> int:
    """Return the maximum number of times in any half-open period."""
    ordered = sorted(times)
    return max(index + 1 - bisect_left(ordered, last - seconds + EPSILON) for index, last in enumerate(ordered))


def simulate_burst(callers: int, lateness: float = 0.0) -> Simulation:
    """Return a simulation in which callers arrive at once."""
    simulation = Simulation(lateness=lateness)
    simulation.arrive_at(0, range(callers))
    return simulation


@pytest.mark.parametrize("jitter", [0.0, 0.02, 0.1])
def test_pace_sends_at_most_40_in_any_second_after_jitter(jitter: float) -> None:
    simulation = Simulation(lateness=0.005)
    generator = random.Random(7)
    for caller in range(800):
        simulation.arrive_at(generator.uniform(0, 12), [caller])
    sent = simulation.run()
    assert len(sent) == 800
    assert most_within([when + generator.uniform(0, jitter) for when in sent], 1.0) <= 40


def test_pace_sends_20_at_once_after_idle() -> None:
    simulation = simulate_burst(20)
    simulation.run()
    simulation.arrive_at(5, range(20))
    assert [when for when in simulation.run() if when] == [5.0] * 20


def test_pace_sends_2000_within_3_percent_of_the_ideal_time() -> None:
    sent = simulate_burst(2_000, lateness=0.005).run()
    assert 49 * 1.1 - EPSILON <= sent[-1] <= 49 * 1.1 * 1.03


def test_pace_serves_in_order_of_arrival() -> None:
    simulation = simulate_burst(400)
    simulation.run()
    assert [caller for _, caller in simulation.sent] == list(range(400))


def test_newcomers_wait_behind_waiting_callers() -> None:
    simulation = Simulation()
    for caller in range(300):
        simulation.arrive_at(caller / 100, [caller])
    simulation.run()
    assert [caller for _, caller in simulation.sent] == list(range(300))


def test_callers_that_gave_up_cost_nobody_a_slot() -> None:
    simulation = simulate_burst(40)
    simulation.arrive_at(0, range(1_000), gives_up_at=0.5)
    simulation.arrive_at(0.6, range(40))
    sent = simulation.run()
    assert len(sent) == 80
    assert sent[40:] == pytest.approx(after(1.1, 40))


def test_callers_behind_those_that_gave_up_move_up() -> None:
    simulation = simulate_burst(40)
    simulation.arrive_at(0, range(400), gives_up_at=0.5)
    simulation.arrive_at(0, range(40))
    # Without those that gave up, they can go after 1.1 s; they notice it after an eighth of their wait of 12.1 s.
    assert simulation.run()[-1] < 3.2


def test_20_rounds_of_random_cancels_leave_full_speed() -> None:
    simulation = Simulation()
    generator = random.Random(3)
    for round_ in range(20):
        for _ in range(60):
            begin = round_ + generator.random()
            gives_up = begin + generator.uniform(0, 1)
            simulation.arrive_at(begin, [0], gives_up_at=gives_up)
    simulation.arrive_at(25, [1] * 40)
    simulation.run()
    assert [when - 1_000.0 for when, caller in simulation.sent if caller == 1] == [25.0] * 40


def test_pause_sends_nothing_and_ends_one_by_one() -> None:
    simulation = simulate_burst(100)
    simulation.at(0.3, lambda: simulation.pace.pause(1.0))
    sent = simulation.run()
    assert [when for when in sent if 0 < when < 1.3 - EPSILON] == []
    assert sent[40:] == pytest.approx([1.3 + 1.1 / 40 * number for number in range(60)])
    assert [caller for _, caller in simulation.sent] == list(range(100))


def test_pause_keeps_idle_callers_waiting() -> None:
    simulation = Simulation()
    simulation.pace.pause(2.0)
    simulation.arrive_at(0.5, [0])
    assert simulation.run() == pytest.approx([2.0])


def test_shorter_pause_does_not_end_a_longer_one() -> None:
    simulation = Simulation()
    simulation.pace.pause(2.0)
    simulation.pace.pause(1.0)
    simulation.arrive_at(0, [0])
    assert min(simulation.run()) >= 2.0 - EPSILON


def test_too_late_is_raised_before_sleeping_and_spends_nothing() -> None:
    simulation = simulate_burst(40)
    simulation.run()
    for _ in range(100):
        with pytest.raises(TooLateError) as error:
            simulation.pace.reserve(0.5)
        assert error.value.wait == pytest.approx(1.1)
    simulation.now += 1.1
    assert [simulation.pace.reserve(0.0).wait for _ in range(40)] == [0.0] * 40


def test_give_back_of_a_used_slot_changes_nothing() -> None:
    simulation = Simulation(1, 10.0)
    slot = simulation.pace.reserve()
    simulation.pace.give_back(slot)
    assert simulation.pace.reserve().wait > 0


def test_give_back_needs_no_lock() -> None:
    """The garbage collector can close a waiting coroutine at any time, also in a thread that holds the lock."""
    simulation = Simulation(1, 1.0)
    simulation.pace.reserve()
    slot = simulation.pace.reserve()
    with simulation.pace._lock:  # pyright: ignore[reportPrivateUsage]
        simulation.pace.give_back(slot)
    assert simulation.pace.reserve().wait == pytest.approx(1.0)


def test_dead_callers_do_not_block_the_queue() -> None:
    simulation = Simulation(1, 0.4)
    simulation.pace.reserve()
    dead = simulation.pace.reserve()
    simulation.now += dead.wait + GRACE + 1
    assert simulation.pace.reserve().wait == 0.0
    other = simulation.pace.reserve()
    assert other.wait == pytest.approx(0.4)
    # It was only asleep: it returns to its place.
    late = simulation.pace.left(dead)
    assert late.wait == pytest.approx(0.4)
    assert simulation.pace.left(other).wait == pytest.approx(0.8)
    simulation.now += late.wait + EPSILON
    assert simulation.pace.left(late).wait == 0.0


def test_16_callers_have_fair_shares() -> None:
    simulation = Simulation(lateness=0.03)
    generator = random.Random(11)

    def work(caller: int) -> None:
        if simulation.now < 1_040.0:
            simulation.arrive(caller, then=lambda: simulation.after(generator.uniform(0, 0.05), lambda: work(caller)))

    for caller in range(16):
        simulation.at(0, partial(work, caller))
    simulation.run()
    counts = Counter(caller for _, caller in simulation.sent)
    mean = len(simulation.sent) / 16
    assert mean > 60
    assert all(abs(count - mean) <= 0.15 * mean for count in counts.values()), counts


def test_threads_share_one_window() -> None:
    pace = Pace(8, 0.05)
    sent: list[float] = []
    together = threading.Barrier(16)

    def work() -> None:
        together.wait()
        for _ in range(5):
            slot = pace.reserve()
            while slot.wait > 0:
                time.sleep(slot.wait)
                slot = pace.left(slot)
            sent.append(time.monotonic())

    threads = [threading.Thread(target=work) for _ in range(16)]
    begin = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sent) == 80
    assert max(sent) - begin >= 9 * 0.05
