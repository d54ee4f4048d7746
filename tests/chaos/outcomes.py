"""Judge the outcomes of a case: the invariants that hold whatever the schedule is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from tests.chaos.faults import Fault, Kind
from tests.chaos.schedule import MARGIN, Schedule, Step
from tests.chaos.stage import PAGE_SIZE, Arrival
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade import ClientClosedError, TMDBError
from tmdb_facade.models import MovieDetails

_OPERATIONS = {"rate": "movies_rate", "unrate": "movies_delete_rating", "create": "lists_create"}
_REPEATABLE = {operation.id: operation.repeatable for operation in OPERATIONS}


class WrongResultError(Exception):
    """A call returned something else than what was requested."""


class Outcome(NamedTuple):
    """How a step ended.

    Attributes:
        step: The step.
        seconds: Its duration.
        error: What it raised, or None.
    """

    step: Step
    seconds: float
    error: BaseException | None


def list_name(number: int) -> str:
    """Return the name of the list that a step creates."""
    return f"list {number}"


def check_movie(movie: object, number: int) -> None:
    """Check the answer of a details call.

    Raises:
        WrongResultError: It is another movie, or none.
    """
    if not isinstance(movie, MovieDetails) or movie.id != number:
        raise WrongResultError(f"movie {number} was requested, the answer is {movie!r:.200}")


def check_page(number: int | None, ids: list[int | None], position: int, *, is_paged_fault: bool) -> None:
    """Check a page of an iteration.

    Raises:
        WrongResultError: It is not the page of its position.
    """
    first = 1 + (position - 1) * PAGE_SIZE
    expected: list[int | None] = list(range(first, first + PAGE_SIZE))
    # Repeated pages have the number of the first one.
    is_wrong = ids != expected or number != position
    if is_wrong and not is_paged_fault:
        raise WrongResultError(f"page {position} was expected, the answer is page {number} with {ids}")


def judge(schedule: Schedule, outcomes: Sequence[Outcome], arrivals: Sequence[Arrival], overrun: float) -> list[str]:
    """Return what is wrong with a case."""
    wrong: list[str] = []
    for step, seconds, error in outcomes:
        limit = schedule.longest(step, overrun) + MARGIN
        if seconds > limit:
            wrong.append(f"{step} lasted {seconds:.1f} s, more than {limit:.1f} s")
        if not _is_expected(schedule, step, error):
            wrong.append(f"{step} ended in {type(error).__name__}: {error}")
        if schedule.is_alone and (expected := _succeeds(schedule, step)) is not None and (error is None) != expected:
            wrong.append(f"{step} should {'succeed' if expected else 'fail'}, but {error!r}")
        if step.is_write:
            wrong += _check_arrivals(schedule, step, error, arrivals)
    return wrong


def _is_expected(schedule: Schedule, step: Step, error: BaseException | None) -> bool:
    if isinstance(error, ClientClosedError):
        return schedule.close_at is not None
    if isinstance(error, asyncio.CancelledError):
        return step.cancel_after is not None
    return error is None or isinstance(error, TMDBError)


def _is_repeatable(step: Step) -> bool:
    return not step.is_write or _REPEATABLE[_OPERATIONS[step.action]]


def _succeeds(schedule: Schedule, step: Step) -> bool | None:
    """Return whether a call that runs alone must succeed; None if both are right."""
    is_retried = step.faults <= schedule.max_retries
    match schedule.fault.kind:
        case Kind.HARMLESS:
            return True
        case Kind.UNSENT:
            return is_retried
        case Kind.TRANSIENT:
            return is_retried and _is_repeatable(step)
        case Kind.PERMANENT:
            return False
        case _:
            return None


def _check_arrivals(
    schedule: Schedule, step: Step, error: BaseException | None, arrivals: Sequence[Arrival]
) -> list[str]:
    """Count a write on the server."""
    path = "/3/list" if step.action == "create" else f"/3/movie/{step.number}/rating"
    method = "DELETE" if step.action == "unrate" else "POST"
    name = list_name(step.number) if step.action == "create" else ""
    own = [each for each in arrivals if (each.method, each.path, each.name) == (method, path, name)]
    accepted = sum(not each.is_refused for each in own)
    most = 1 + (schedule.max_retries if _is_repeatable(step) else 0)
    wrong: list[str] = []
    if accepted > most:
        wrong.append(f"{step} reached the server {accepted} times, more than {most}")
    if len(own) > 1 + schedule.max_retries:
        wrong.append(f"{step} was sent {len(own)} times, more than {1 + schedule.max_retries}")
    if error is None and not accepted:
        wrong.append(f"{step} succeeded, but did not reach the server")
    return wrong


def is_paged(schedule: Schedule) -> bool:
    """Return whether a fault changes the entries of pages."""
    faults: tuple[Fault, ...] = (schedule.fault, *schedule.others)
    return any(fault.is_paged for fault in faults)
