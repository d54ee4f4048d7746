"""Run a schedule with the async client: a task for each worker."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from random import Random

from tests.chaos.engines import CONNECTIONS, Engine, OpenAsync
from tests.chaos.faults import Kind
from tests.chaos.outcomes import Outcome, check_movie, check_page, is_paged, list_name
from tests.chaos.probe import LATENCIES, is_full_speed
from tests.chaos.schedule import MARGIN, Schedule, Step
from tests.chaos.stage import Stage
from tmdb_facade import AsyncTMDB, ClientClosedError


class TaskDriver:
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

    async def run(self, open_client: OpenAsync) -> None:
        """Run the schedule with a new client, and look for leaks."""
        schedule, stage = self._schedule, self._stage
        async with open_client(schedule.options(stage)) as tmdb:
            await tmdb.movies.details(1)  # some engines open descriptors for the whole process
        schedule.begin(stage)
        tasks_before, descriptors_before = asyncio.all_tasks(), stage.descriptors()
        async with open_client(schedule.options(stage)) as tmdb:
            workers = [
                asyncio.create_task(self._work(tmdb, index), name=f"worker {index}")
                for index in range(len(schedule.workers))
            ]
            await self._cause_events(tmdb, time.monotonic())
            _, hanging = await asyncio.wait(workers, timeout=schedule.longest_worker(self._engine.overrun) + MARGIN)
            if hanging:
                self.wrong.append(f"these still run: {sorted(task.get_name() for task in hanging)}")
            if schedule.close_at is None:
                await self._check_speed(tmdb)
            else:
                await self._check_closed(tmdb)
        patience = schedule.patience(self._engine)
        if not await _wait_until(lambda: not asyncio.all_tasks() - tasks_before, patience):
            self.wrong.append(f"tasks are left: {asyncio.all_tasks() - tasks_before}")
        if not await _wait_until(lambda: (stage.descriptors() or 0) <= (descriptors_before or 0), patience):
            self.wrong.append(f"{stage.descriptors()} descriptors instead of {descriptors_before}")

    async def _work(self, tmdb: AsyncTMDB, index: int) -> None:
        random = Random(f"{self._schedule.seed} worker {index}")
        for step in self._schedule.workers[index]:
            self._schedule.inject(self._stage, step, random)
            began = time.monotonic()
            call = asyncio.create_task(self._carry_out(tmdb, step))
            if step.cancel_after is not None:
                asyncio.get_running_loop().call_later(step.cancel_after, call.cancel)
            await asyncio.wait([call])
            error = asyncio.CancelledError() if call.cancelled() else call.exception()
            if error is not None:
                error.__traceback__ = None  # its frames keep connections alive
            self.outcomes.append(Outcome(step, time.monotonic() - began, error))
            if self._schedule.is_alone and self._schedule.fault.kind is not Kind.LASTING:
                self._stage.clear()

    async def _carry_out(self, tmdb: AsyncTMDB, step: Step) -> None:
        match step.action:
            case "details":
                check_movie(await tmdb.movies.details(step.number), step.number)
            case "walk":
                async with tmdb.discover.movies().prefetch(step.ahead) as movies:
                    position = 0
                    async for page in movies.pages():
                        position += 1
                        check_page(
                            page.page, [movie.id for movie in page.results], position, is_paged_fault=self._is_paged
                        )
                        if position == step.pages:
                            break
            case "rate":
                await tmdb.movies.rate(step.number, 7.5)
            case "unrate":
                await tmdb.movies.delete_rating(step.number)
            case "create":
                await tmdb.lists.create(list_name(step.number))

    async def _cause_events(self, tmdb: AsyncTMDB, began: float) -> None:
        schedule = self._schedule
        events = [(schedule.close_at, self._close), (schedule.refuse_at, self._refuse)]
        for at, event in sorted(
            ((at, event) for at, event in events if at is not None), key=lambda timed_event: timed_event[0]
        ):
            await asyncio.sleep(began + at - time.monotonic())
            await event(tmdb)

    async def _close(self, tmdb: AsyncTMDB) -> None:
        began = time.monotonic()
        await tmdb.aclose()
        if (seconds := time.monotonic() - began) > MARGIN:
            self.wrong.append(f"aclose() lasted {seconds:.1f} s")

    async def _refuse(self, tmdb: AsyncTMDB) -> None:
        self._stage.refuse()
        await asyncio.sleep(0.05)
        self._stage.listen()

    async def _check_speed(self, tmdb: AsyncTMDB) -> None:
        """Send 40 calls over 20 connections: a lost connection would make a third round."""
        self._stage.clear()
        if self._engine.lives_on and not self._schedule.is_patient:
            await asyncio.sleep(self._schedule.timeout + self._engine.overrun)
        patient = tmdb.with_options(timeout=20, total_timeout=60, max_retries=2)

        async def call(number: int) -> None:
            check_movie(await patient.movies.details(number), number)

        times: list[float] = []
        for latency in LATENCIES:
            with self._stage.latency(latency):
                began = time.monotonic()
                calls = asyncio.gather(*map(call, range(1, 2 * CONNECTIONS + 1)), return_exceptions=True)
                errors = [error for error in await calls if error is not None]
                times.append(time.monotonic() - began)
            if errors:
                self.wrong.append(f"a call fails after the faults: {errors[0]!r}")
                return
            if is_full_speed(times[-1], latency):
                return
        self.wrong.append(f"40 calls last {times} seconds with latencies of {LATENCIES}")

    async def _check_closed(self, tmdb: AsyncTMDB) -> None:
        began = time.monotonic()
        try:
            await tmdb.movies.details(1)
        except ClientClosedError:
            if time.monotonic() - began > MARGIN:
                self.wrong.append("a closed client does not raise at once")
        except Exception as error:  # noqa: BLE001  (reported)
            self.wrong.append(f"a closed client raises {error!r}")
        else:
            self.wrong.append("a closed client answers")


async def _wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.01)
    return True
