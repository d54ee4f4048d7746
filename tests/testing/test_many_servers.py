"""Many servers in one process: they share the catalogue and stop cleanly."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor

from tmdb_facade.testing import TMDBServer

SERVERS = 200


def first_line(server: TMDBServer) -> bytes:
    """Request a movie's details without a client, which takes longer than the server; return the status line."""
    host, port = server.base_url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        head = f"GET /3/movie/550?api_key={server.api_key} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n"
        connection.sendall(head.encode())
        return connection.makefile("rb").readline()


def test_200_servers_share_one_catalogue_answer_and_stop() -> None:
    threads = threading.active_count()
    servers = [TMDBServer() for _ in range(SERVERS)]
    # uvicorn takes a tenth of a second to stop.
    with ThreadPoolExecutor(SERVERS // 4) as pool:
        try:
            for server in servers:
                server.start()
            assert {first_line(server) for server in servers} == {b"HTTP/1.1 200 OK\r\n"}
        finally:
            list(pool.map(TMDBServer.stop, servers))
    assert threading.active_count() == threads
