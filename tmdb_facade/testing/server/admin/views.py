"""The JSON objects of the admin API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tmdb_bindings.runtime import JSONValue
from tmdb_facade.testing.faults.documents import fault_document
from tmdb_facade.testing.faults.request_log import LoggedRequest
from tmdb_facade.testing.faults.rules import Fault
from tmdb_facade.testing.server.controls import Controls
from tmdb_facade.testing.state.summaries import TokenSummary, UserSummary, request_tokens, users


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request of the log, without credentials."""

    id: int
    at: datetime
    method: str
    path: str
    query: dict[str, str]
    operation: str | None
    status: int | None
    hint: str | None
    seconds: float | None
    user: str | None
    credential: str | None
    faults: tuple[str, ...]
    body: JSONValue


@dataclass(frozen=True, slots=True)
class FaultView:
    """A fault: its number and its use, and the JSON object that adds it."""

    id: int
    name: str
    used: int
    document: dict[str, object]


@dataclass(frozen=True, slots=True)
class ClockView:
    """The clock, and the day of lists such as now playing."""

    now: datetime
    today: date
    stopped: bool


@dataclass(frozen=True, slots=True)
class StateView:
    """Users, request tokens and the number of guest sessions."""

    users: list[UserSummary]
    request_tokens: list[TokenSummary]
    guest_sessions: int


@dataclass(frozen=True, slots=True)
class HealthView:
    """That the server answers, and what it answers from."""

    status: str
    movies: int
    series: int
    people: int
    requests: int


def request_view(request: LoggedRequest) -> RequestView:
    """Return the object of a logged request."""
    return RequestView(
        id=request.id,
        at=request.at,
        method=request.method,
        path=request.path,
        query=dict(request.query),
        operation=request.operation,
        status=request.status,
        hint=request.hint,
        seconds=request.seconds,
        user=request.user,
        credential=request.credential,
        faults=request.faults,
        body=request.body,
    )


def fault_view(fault: Fault) -> FaultView:
    """Return the object of a fault."""
    return FaultView(fault.id, fault.name, fault.used, fault_document(fault))


def clock_view(controls: Controls) -> ClockView:
    """Return the object of the clock."""
    clock = controls.state.clock
    return ClockView(clock.now(), clock.today(controls.catalogue.configuration.day), clock.is_stopped)


def state_view(controls: Controls) -> StateView:
    """Return the object of the state."""
    with controls.state.lock:
        return StateView(users(controls.state), request_tokens(controls.state), len(controls.state.data.guests))


def health_view(controls: Controls) -> HealthView:
    """Return the object of the server's health."""
    catalogue = controls.catalogue
    return HealthView(
        "ok", len(catalogue.movies), len(catalogue.series), len(catalogue.people), controls.requests.total
    )
