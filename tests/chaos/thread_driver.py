"""Run a schedule with the sync client: a thread for each worker."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from random import Random
from threading import Thread

from tests.chaos.engines import CONNECTIONS, Engine, OpenSync
from tests.chaos.faults import Kind
from tests.chaos.leaks import threads, wait_until
from tests.chaos.outcomes import Outcome, WrongResultError, check_movie, check_page, is_paged, list_name
from tests.chaos.probe import LATENCIES, is_full_speed
from tests.chaos.schedule import MARGIN, Schedule, Step
from tests.chaos.stage import Stage
from tmdb_facade import TMDB, ClientClosedError, TMDBError


class ThreadDriver:
    """A run of a schedule.

    Attributes:
        outcomes: How the steps ended.
        wrong: What went wrong beside the steps.
    """

    def __init__(self, schedule: Schedule, engine: Engine, stage: Stage) -> None:
        """Prepare a run."""
        self._schedule = schedule
        self._engine = engine
        self._stage = stage
        self._is_paged = is_paged(schedule)
        self.outcomes: list[Outcome] = []
        self.wrong: list[str] = []

    def run(self, open_client: OpenSync) -> None:
        """Run the schedule with a new client, and look for leaks."""
        schedule, stage = self._schedule, self._stage
        with open_client(schedule.options(stage)) as tmdb:
            tmdb.movies.details(1)  # some engines open descriptors for the whole process
        schedule.begin(stage)
        threads_before, descriptors_before = threads(), stage.descriptors()
        with open_client(schedule.options(stage)) as tmdb:
            workers = [
                Thread(target=self._work, args=(tmdb, index), name=f"worker {index}", daemon=True)
                for index in range(len(schedule.workers))
            ]
            began = time.monotonic()
            for worker in workers:
                worker.start()
            self._cause_events(tmdb, began)
            end = time.monotonic() + schedule.longest_worker(self._engine.overrun) + MARGIN
            for worker in workers:
                worker.join(max(0.0, end - time.monotonic()))
            if hanging := [worker.name for worker in workers if worker.is_alive()]:
                self.wrong.append(f"these still run: {hanging}")
            if schedule.close_at is None:
                self._check_speed(tmdb)
            else:
                self._check_closed(tmdb)
        patience = schedule.patience(self._engine)
        if not wait_until(lambda: not threads() - threads_before, patience):
            self.wrong.append(f"threads are left: {threads() - threads_before}")
        if not wait_until(lambda: (stage.descriptors() or 0) <= (descriptors_before or 0), patience):
            self.wrong.append(f"{stage.descriptors()} descriptors instead of {descriptors_before}")

    def _work(self, tmdb: TMDB, index: int) -> None:
        random = Random(f"{self._schedule.seed} worker {index}")
        for step in self._schedule.workers[index]:
            self._schedule.inject(self._stage, step, random)
            began = time.monotonic()
            error: BaseException | None = None
            try:
                self._carry_out(tmdb, step)
            except BaseException as caught:  # noqa: BLE001  (judged later)
                error = caught
            if error is not None:
                error.__traceback__ = None  # its frames keep connections alive
            self.outcomes.append(Outcome(step, time.monotonic() - began, error))
            if self._schedule.is_alone and self._schedule.fault.kind is not Kind.LASTING:
                self._stage.clear()

    def _carry_out(self, tmdb: TMDB, step: Step) -> None:
        match step.action:
            case "details":
                check_movie(tmdb.movies.details(step.number), step.number)
            case "walk":
                with tmdb.discover.movies().prefetch(step.ahead) as movies:
                    for position, page in enumerate(movies.pages(), 1):
                        check_page(
                            page.page, [movie.id for movie in page.results], position, is_paged_fault=self._is_paged
                        )
                        if position == step.pages:
                            break
            case "rate":
                tmdb.movies.rate(step.number, 7.5)
            case "unrate":
                tmdb.movies.delete_rating(step.number)
            case "create":
                tmdb.lists.create(list_name(step.number))

    def _cause_events(self, tmdb: TMDB, began: float) -> None:
        schedule = self._schedule
        events = [
            (schedule.close_at, self._close),
            (schedule.fork_at if self._engine.is_forkable else None, self._fork),
            (schedule.refuse_at, self._refuse),
        ]
        for at, event in sorted(
            ((at, event) for at, event in events if at is not None), key=lambda timed_event: timed_event[0]
        ):
            time.sleep(max(0.0, began + at - time.monotonic()))
            event(tmdb)

    def _close(self, tmdb: TMDB) -> None:
        began = time.monotonic()
        tmdb.close()
        if (seconds := time.monotonic() - began) > MARGIN:
            self.wrong.append(f"close() lasted {seconds:.1f} s")

    def _refuse(self, tmdb: TMDB) -> None:
        self._stage.refuse()
        time.sleep(0.05)
        self._stage.listen()

    def _fork(self, tmdb: TMDB) -> None:
        """Use the client in a forked process, which has connections of its own."""
        child = os.fork()
        if child == 0:
            try:
                for number in range(1, 4):
                    with suppress(TMDBError):
                        check_movie(tmdb.movies.details(number), number)
            except WrongResultError:
                os._exit(1)
            except BaseException:  # noqa: BLE001  (reported by the exit code)
                os._exit(2)
            os._exit(0)
        status: list[int] = []

        def is_over() -> bool:
            found, code = os.waitpid(child, os.WNOHANG)
            status.append(code)
            return found != 0

        longest = 3 * (self._schedule.total_timeout + self._engine.overrun) + MARGIN
        if not wait_until(is_over, longest):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            self.wrong.append("the forked process hangs")
        elif (code := os.waitstatus_to_exitcode(status[-1])) != 0:
            self.wrong.append(f"the forked process ended with {code}: 1 for a wrong answer, 2 for a foreign error")

    def _check_speed(self, tmdb: TMDB) -> None:
        """Send 40 calls over 20 connections: a lost connection would make a third round."""
        self._stage.clear()
        if self._engine.lives_on and not self._schedule.is_patient:
            time.sleep(self._schedule.timeout + self._engine.overrun)
        patient = tmdb.with_options(timeout=20, total_timeout=60, max_retries=2)

        def call(number: int) -> None:
            check_movie(patient.movies.details(number), number)

        times: list[float] = []
        for latency in LATENCIES:
            with self._stage.latency(latency), ThreadPoolExecutor(2 * CONNECTIONS) as pool:
                began = time.monotonic()
                calls = [pool.submit(call, number) for number in range(1, 2 * CONNECTIONS + 1)]
                errors = [error for each in calls if (error := each.exception()) is not None]
                times.append(time.monotonic() - began)
            if errors:
                self.wrong.append(f"a call fails after the faults: {errors[0]!r}")
                return
            if is_full_speed(times[-1], latency):
                return
        self.wrong.append(f"40 calls last {times} seconds with latencies of {LATENCIES}")

    def _check_closed(self, tmdb: TMDB) -> None:
        began = time.monotonic()
        try:
            tmdb.movies.details(1)
        except ClientClosedError:
            if time.monotonic() - began > MARGIN:
                self.wrong.append("a closed client does not raise at once")
        except BaseException as error:  # noqa: BLE001  (reported)
            self.wrong.append(f"a closed client raises {error!r}")
        else:
            self.wrong.append("a closed client answers")
