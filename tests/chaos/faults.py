"""The table of faults: those of the embedded TMDB, and those of the line before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from random import Random
from typing import TypeAlias, get_args

from tests.chaos.raw_server import CLOSE, RESET, Drip, Pause, Script
from tmdb_facade.testing import Damage, TMDBServer


class Kind(Enum):
    """A client's correct reaction to a fault."""

    HARMLESS = "the call succeeds"
    UNSENT = "nothing was carried out, so that every call is retried"
    TRANSIENT = "a repeatable call is retried"
    PERMANENT = "the call fails"
    UNSURE = "the call succeeds, or is retried as after a transient fault"
    SLOW = "the call succeeds or fails at a time limit"
    LASTING = "the fault applies to all requests"


#: Adds a fault to the server, for a number of requests.
Inject: TypeAlias = Callable[[TMDBServer, Random, int], object]
#: Changes the bytes of a good answer.
Break: TypeAlias = Callable[[bytes, Random], Script]


@dataclass(frozen=True)
class Fault:
    """A fault.

    Attributes:
        name: The name in test ids.
        kind: The correct reaction.
        inject: Adds it to the embedded server; None for a fault of the line.
        break_answer: Breaks an answer on the line. Without both, the line is closed for some requests.
        is_processed: Whether the request reaches the embedded TMDB.
        is_paged: Whether the entries of pages are wrong.
        is_costly: Whether it costs the client much time of the processor, so that it is rare among many calls.
    """

    name: str
    kind: Kind
    inject: Inject | None = None
    break_answer: Break | None = None
    is_processed: bool = True
    is_paged: bool = False
    is_costly: bool = False


def _head_end(answer: bytes) -> int:
    return answer.index(b"\r\n\r\n") + 4


def _cut_in_head(answer: bytes, random: Random) -> Script:
    return [answer[: random.randrange(1, _head_end(answer) - 1)], random.choice([CLOSE, RESET])]


def _cut_in_body(answer: bytes, random: Random) -> Script:
    return [answer[: random.randrange(_head_end(answer), len(answer))], random.choice([CLOSE, RESET])]


def _without_length(answer: bytes, random: Random) -> Script:
    head, body = answer[: _head_end(answer)], answer[_head_end(answer) :]
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-length")]
    return [b"\r\n".join(lines), body[: random.randrange(len(body))], CLOSE]


def _drip_head(answer: bytes, random: Random) -> Script:
    # The head takes at most a second: some engines see it as one part.
    return [Drip(answer, _head_end(answer) / random.uniform(0.2, 1.0))]


def _stall(answer: bytes, random: Random) -> Script:
    at = random.randrange(1, len(answer))
    return [answer[:at], Pause(random.choice([0.2, 10.0])), answer[at:]]


def _not_http(answer: bytes, random: Random) -> Script:
    return [random.choice([b"SSH-2.0-OpenSSH_9.6\r\n", b"\x16\x03\x01\x02\x00", b"HTTP/1.1 abc\r\n\r\n"]), CLOSE]


def _cut_after(answer: bytes, random: Random) -> Script:
    """Send the answer and close, so that the next request meets a closed connection."""
    return [answer, random.choice([CLOSE, RESET])]


def _split(answer: bytes, random: Random) -> Script:
    at = sorted(random.randrange(len(answer)) for _ in range(3))
    return [answer[: at[0]], Pause(0.01), answer[at[0] : at[1]], Pause(0.01), answer[at[1] : at[2]], answer[at[2] :]]


def _damaged(damage: Damage, server: TMDBServer, random: Random, times: int) -> object:
    return server.faults.damaged_body(damage, times=times)


_READABLE = {"gzip_without_header", "gzip_named_br", "gzip_twice", "plain_named_gzip", "byte_order_mark"}

_OF_THE_SERVER: list[Fault] = [
    Fault("status_429", Kind.UNSENT, lambda server, _, times: server.faults.status(429, times=times)),
    Fault("status_500", Kind.TRANSIENT, lambda server, _, times: server.faults.status(500, times=times)),
    Fault("status_503", Kind.TRANSIENT, lambda server, _, times: server.faults.status(503, times=times)),
    Fault("status_504", Kind.TRANSIENT, lambda server, _, times: server.faults.status(504, times=times)),
    Fault("status_408", Kind.TRANSIENT, lambda server, _, times: server.faults.status(408, times=times)),
    Fault("status_404", Kind.PERMANENT, lambda server, _, times: server.faults.status(404, times=times)),
    Fault("status_401", Kind.PERMANENT, lambda server, _, times: server.faults.status(401, times=times)),
    Fault("html_502", Kind.TRANSIENT, lambda server, _, times: server.faults.html(502, times=times)),
    Fault("html_200", Kind.TRANSIENT, lambda server, _, times: server.faults.html(200, times=times)),
    Fault("empty_200", Kind.TRANSIENT, lambda server, _, times: server.faults.empty(200, times=times)),
    Fault("empty_503", Kind.TRANSIENT, lambda server, _, times: server.faults.empty(503, times=times)),
    Fault("half_json", Kind.TRANSIENT, lambda server, _, times: server.faults.body('{"id": 5', times=times)),
    Fault("error_200", Kind.PERMANENT, lambda server, _, times: server.faults.error_under_200(34, times=times)),
    Fault("deep_body", Kind.TRANSIENT, lambda server, _, times: server.faults.deep_body(20_000, times=times)),
    Fault(
        "huge_body",
        Kind.PERMANENT,
        lambda server, _, times: server.faults.huge_body(65 << 20, times=times),
        is_costly=True,
    ),
    Fault("reset", Kind.TRANSIENT, lambda server, _, times: server.faults.connection_reset(times=times)),
    Fault("half_body", Kind.TRANSIENT, lambda server, _, times: server.faults.half_body(times=times)),
    Fault("half_close", Kind.TRANSIENT, lambda server, _, times: server.faults.half_body(length=False, times=times)),
    Fault("latency", Kind.HARMLESS, lambda server, random, times: server.faults.latency(0.1, times=times)),
    Fault("late", Kind.SLOW, lambda server, random, times: server.faults.latency(30, times=times)),
    Fault("slow_body", Kind.HARMLESS, lambda server, random, times: server.faults.slow_body(0.3, times=times)),
    Fault("drip", Kind.SLOW, lambda server, random, times: server.faults.drip(20, times=times)),
    Fault("drip_headers", Kind.SLOW, lambda server, _, times: server.faults.drip(200, headers=True, times=times)),
    Fault(
        "rate_limit",
        Kind.LASTING,
        lambda server, random, _: server.faults.rate_limit(random.randint(2, 10), per=0.1, retry_after=False),
    ),
    Fault(
        "connection_limit",
        Kind.LASTING,
        lambda server, random, _: server.faults.connection_limit(random.randint(2, 19)),
    ),
    Fault("repeated_pages", Kind.LASTING, lambda server, random, _: server.faults.repeated_pages(12), is_paged=True),
    Fault("empty_pages", Kind.LASTING, lambda server, random, _: server.faults.empty_pages(12, after=2), is_paged=True),
]
_OF_BODIES = [
    Fault(name, Kind.HARMLESS if name in _READABLE else Kind.TRANSIENT, partial(_damaged, name))
    for name in get_args(Damage)
]
_OF_THE_LINE: list[Fault] = [
    Fault("line_cut_before", Kind.TRANSIENT, break_answer=lambda _, random: [random.choice([CLOSE, RESET])]),
    Fault("line_lost_request", Kind.TRANSIENT, break_answer=lambda _, random: [RESET], is_processed=False),
    Fault("line_cut_in_head", Kind.TRANSIENT, break_answer=_cut_in_head),
    Fault("line_cut_in_body", Kind.TRANSIENT, break_answer=_cut_in_body),
    Fault("line_without_length", Kind.TRANSIENT, break_answer=_without_length),
    Fault("line_cut_after", Kind.UNSURE, break_answer=_cut_after),
    Fault("line_not_http", Kind.TRANSIENT, break_answer=_not_http),
    Fault("line_drip_head", Kind.SLOW, break_answer=_drip_head),
    Fault("line_stall", Kind.SLOW, break_answer=_stall),
    Fault("line_refused", Kind.UNSENT),
    Fault("line_split", Kind.HARMLESS, break_answer=_split),
]
FAULTS = [*_OF_THE_SERVER, *_OF_BODIES, *_OF_THE_LINE]
