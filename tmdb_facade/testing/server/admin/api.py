"""The operations of the admin API. Each takes the body and the query of a request, and returns what it answers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Annotated, NamedTuple, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from tmdb_facade.testing.catalogue.entries import CatalogueEntry, find_entries
from tmdb_facade.testing.faults.documents import add_fault, fault_parameters
from tmdb_facade.testing.json_input import decode_json
from tmdb_facade.testing.server.controls import Controls
from tmdb_facade.testing.state.store import DEMO
from tmdb_facade.testing.state.summaries import TokenSummary, UserSummary, request_tokens, users

from . import page
from .views import (
    ClockView,
    FaultView,
    HealthView,
    StateView,
    clock_view,
    fault_view,
    health_view,
    request_view,
    state_view,
)

T = TypeVar("T")

Username: TypeAlias = Annotated[str, Meta(min_length=1)]


class UnknownObjectError(LookupError):
    """The request names something that does not exist."""


class AdminCall(NamedTuple):
    """A request to the admin API.

    Attributes:
        controls: The parts of the server.
        path: The path below `/__tmdb__`.
        query: The query parameters.
        body: The body.
        base_url: The scheme and host that the client used.
    """

    controls: Controls
    path: str
    query: Mapping[str, str]
    body: bytes
    base_url: str

    def read(self, kind: type[T]) -> T:
        """Return the JSON body, whatever its content type; no body is an empty object.

        Raises:
            ValueError: It is not JSON of this type.
        """
        return decode_json(self.body or b"{}", kind)

    def options(self, kind: type[T]) -> T:
        """Return the query parameters.

        Raises:
            ValueError: A parameter is unknown or invalid.
        """
        return msgspec.convert(dict(self.query), kind, strict=False)


class RequestFilter(msgspec.Struct, forbid_unknown_fields=True):
    """Which requests to return."""

    on: str | None = None
    status: int | None = None
    user: str | None = None
    after: int = 0
    limit: Annotated[int, Meta(ge=0)] | None = None


class Search(msgspec.Struct, forbid_unknown_fields=True):
    """What to find in the catalogue."""

    query: str = ""
    limit: Annotated[int, Meta(ge=0)] = 20


class Login(msgspec.Struct, forbid_unknown_fields=True):
    """The user to log in."""

    username: Username = DEMO


class Approval(msgspec.Struct, forbid_unknown_fields=True):
    """The request token to approve, and the user who approves it."""

    request_token: str
    username: Username = DEMO


class Denial(msgspec.Struct, forbid_unknown_fields=True):
    """The request token to deny."""

    request_token: str


class Advance(msgspec.Struct, forbid_unknown_fields=True):
    """How far to advance the clock."""

    days: float = 0
    hours: float = 0
    minutes: float = 0
    seconds: float = 0


class Setting(msgspec.Struct, forbid_unknown_fields=True):
    """The time to set the clock to, in the format of ISO 8601; without a time zone, it is in UTC."""

    to: str


class Stop(msgspec.Struct, forbid_unknown_fields=True):
    """The time to stop the clock at; without a time zone, it is in UTC; by default the time that it shows."""

    at: str | None = None


def requests(call: AdminCall) -> dict[str, object]:
    """Return the requests of the log that match the filter, oldest first."""
    wanted, log = call.options(RequestFilter), call.controls.requests
    found = [
        request
        for request in (log if wanted.on is None else log.of(wanted.on))
        if request.id > wanted.after and wanted.status in (None, request.status) and wanted.user in (None, request.user)
    ]
    if wanted.limit is not None:
        found = found[max(0, len(found) - wanted.limit) :]
    return {"total": log.total, "requests": [request_view(request) for request in found]}


def clear_requests(call: AdminCall) -> None:
    """Clear the log."""
    call.controls.requests.clear()


def state(call: AdminCall) -> StateView:
    """Return users, request tokens and the number of guest sessions."""
    return state_view(call.controls)


def all_users(call: AdminCall) -> list[UserSummary]:
    """Return the users."""
    return users(call.controls.state)


def log_in(call: AdminCall) -> dict[str, object]:
    """Log a user in, who is created if missing; return a new session and a new access token."""
    return call.controls.login(call.read(Login).username)._asdict()


def all_request_tokens(call: AdminCall) -> list[TokenSummary]:
    """Return the request tokens that no application has exchanged yet."""
    return request_tokens(call.controls.state)


def approve(call: AdminCall) -> None:
    """Approve a request token as a user."""
    approval = call.read(Approval)
    _decide(lambda: call.controls.approve(approval.request_token, approval.username))


def deny(call: AdminCall) -> None:
    """Deny a request token."""
    denial = call.read(Denial)
    _decide(lambda: call.controls.deny(denial.request_token))


def _decide(decide: Callable[[], None]) -> None:
    try:
        decide()
    except KeyError as error:
        raise UnknownObjectError(str(error.args[0])) from error


def faults(call: AdminCall) -> list[FaultView]:
    """Return the faults."""
    return [fault_view(fault) for fault in call.controls.faults]


def fault_kinds(call: AdminCall) -> dict[str, tuple[str, ...]]:
    """Return the names of all kinds of faults, with their parameters."""
    return fault_parameters()


def add(call: AdminCall) -> FaultView:
    """Add a fault."""
    return fault_view(add_fault(call.controls.faults, call.read(dict[str, object])))


def clear_faults(call: AdminCall) -> None:
    """Remove all faults."""
    call.controls.faults.clear()


def remove_fault(call: AdminCall) -> None:
    """Remove a fault."""
    number = call.path.rpartition("/")[2]
    found = [fault for fault in call.controls.faults if str(fault.id) == number]
    if not found:
        raise UnknownObjectError(f"no fault has the id {number}: it was removed, or is used up")
    found[0].remove()


def clock(call: AdminCall) -> ClockView:
    """Return the time."""
    return clock_view(call.controls)


def advance_clock(call: AdminCall) -> ClockView:
    """Advance the clock."""
    call.controls.state.clock.advance(**msgspec.structs.asdict(call.read(Advance)))
    return clock_view(call.controls)


def set_clock(call: AdminCall) -> ClockView:
    """Set the clock, which continues from there."""
    call.controls.state.clock.set(_time(call.read(Setting).to))
    return clock_view(call.controls)


def stop_clock(call: AdminCall) -> ClockView:
    """Stop the clock."""
    at = call.read(Stop).at
    call.controls.state.clock.stop(None if at is None else _time(at))
    return clock_view(call.controls)


def reset_clock(call: AdminCall) -> ClockView:
    """Return to the current time."""
    call.controls.state.clock.reset()
    return clock_view(call.controls)


def _time(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def reset(call: AdminCall) -> None:
    """Restore the initial state."""
    call.controls.reset()


def catalogue(call: AdminCall) -> list[CatalogueEntry]:
    """Find records of the catalogue."""
    search = call.options(Search)
    return find_entries(call.controls.catalogue, search.query, limit=search.limit)


def credentials(call: AdminCall) -> dict[str, str]:
    """Return the base URL and the credentials."""
    return {"base_url": call.base_url, **call.controls.credentials._asdict()}


def health(call: AdminCall) -> HealthView:
    """Return that the server answers."""
    return health_view(call.controls)


def live(call: AdminCall) -> dict[str, str]:
    """Return the HTML of the parts of the page that change, by id."""
    return page.live_parts(call.controls)


#: The operations by path and method.
OPERATIONS: Mapping[str, Mapping[str, Callable[[AdminCall], object]]] = {
    "requests": {"GET": requests, "DELETE": clear_requests},
    "state": {"GET": state},
    "users": {"GET": all_users, "POST": log_in},
    "request_tokens": {"GET": all_request_tokens},
    "request_tokens/approve": {"POST": approve},
    "request_tokens/deny": {"POST": deny},
    "faults": {"GET": faults, "POST": add, "DELETE": clear_faults},
    "faults/kinds": {"GET": fault_kinds},
    "faults/{id}": {"DELETE": remove_fault},
    "clock": {"GET": clock},
    "clock/advance": {"POST": advance_clock},
    "clock/set": {"POST": set_clock},
    "clock/stop": {"POST": stop_clock},
    "clock/reset": {"POST": reset_clock},
    "reset": {"POST": reset},
    "catalogue": {"GET": catalogue},
    "credentials": {"GET": credentials},
    "health": {"GET": health},
    "live": {"GET": live},
}
