"""Clients for Node, unchanged and with their fixed host."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.clients.node import running as running_program
from tmdb_facade.testing import TMDBServer, User

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def open_server() -> Iterator[TMDBServer]:
    """Yield a server that accepts the keys of the programs."""
    with TMDBServer(any_key=True) as server:
        yield server


def test_tmdb_ts_reads_from_the_server(open_server: TMDBServer) -> None:
    with running_program("tmdb_ts", open_server) as program:
        assert [program.result for _ in range(4)] == [603, ["Fight Club", "Edward Norton"], "Pilot", 6]


def test_moviedb_promise_reads_logs_in_and_writes(open_server: TMDBServer) -> None:
    """It sends the key and the session of writes in the body."""
    ada: User = open_server.login("ada")
    with running_program("moviedb_promise", open_server) as program:
        assert [program.result for _ in range(4)] == [603, ["Fight Club", "Edward Norton"], "Pilot", 6]
        open_server.approve(program.result.rpartition("/")[2], ada.username)
        program.go_on()
        assert program.result == "ada"
        assert program.result == [[550], [[603, 8.5]]]
        assert program.result == []
