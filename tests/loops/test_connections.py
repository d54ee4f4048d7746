"""Connections of the async client, below the HTTP library."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator

import httpcore
import pytest
import trustme

from tests.facade.slow import PATIENCE
from tmdb_facade._runtime.connection_tasks import READ_AHEAD, AsyncConnection

#: More than a connection and its sockets hold.
LARGE = 16 * 1024 * 1024


@pytest.fixture
async def pair() -> AsyncIterator[tuple[AsyncConnection, socket.socket]]:
    """Yield a connection and its other end."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    _, connection = await asyncio.get_running_loop().create_connection(AsyncConnection, sock=ours)
    yield connection, theirs
    connection.close()
    theirs.close()
    await asyncio.sleep(0)


async def send(theirs: socket.socket, data: bytes) -> None:
    """Send bytes from the other end."""
    await asyncio.get_running_loop().sock_sendall(theirs, data)


async def read_all(connection: AsyncConnection, size: int) -> bytes:
    """Read so many bytes."""
    data = bytearray()
    while len(data) < size:
        data += await connection.read(min(65536, size - len(data)), PATIENCE)
    return bytes(data)


async def test_reads_are_limited_and_keep_the_order(pair: tuple[AsyncConnection, socket.socket]) -> None:
    connection, theirs = pair
    await send(theirs, b"abcdef")
    assert [await connection.read(4, PATIENCE), await connection.read(4, PATIENCE)] == [b"abcd", b"ef"]
    reading = asyncio.create_task(connection.read(4, None))
    await asyncio.sleep(0)
    await send(theirs, b"gh")
    assert await reading == b"gh"


async def test_server_that_sends_more_than_is_read_has_to_wait(pair: tuple[AsyncConnection, socket.socket]) -> None:
    connection, theirs = pair
    data = bytes(range(256)) * (LARGE // 256)
    sending = asyncio.create_task(send(theirs, data))
    done, _ = await asyncio.wait([sending], timeout=0.2)
    assert not done
    assert await read_all(connection, READ_AHEAD) == data[:READ_AHEAD]
    assert not sending.done()
    assert await read_all(connection, LARGE - READ_AHEAD) == data[READ_AHEAD:]
    await sending


async def test_server_that_reads_nothing_ends_a_write_in_time(pair: tuple[AsyncConnection, socket.socket]) -> None:
    connection, theirs = pair
    with pytest.raises(httpcore.WriteTimeout):
        await connection.write(b"x" * LARGE, 0.1)
    writing = asyncio.create_task(connection.write(b"y", PATIENCE))
    received = bytearray()
    while len(received) < LARGE + 1:
        received += await asyncio.get_running_loop().sock_recv(theirs, 1 << 20)
    await writing
    assert received[-1:] == b"y"


async def test_server_that_sends_nothing_ends_a_read_in_time(pair: tuple[AsyncConnection, socket.socket]) -> None:
    connection, theirs = pair
    with pytest.raises(httpcore.ReadTimeout):
        await connection.read(1, 0.01)
    await send(theirs, b"a")
    assert await connection.read(1, PATIENCE) == b"a"


async def test_connection_whose_server_has_ended_it_hands_out_what_arrived_and_closes(
    pair: tuple[AsyncConnection, socket.socket],
) -> None:
    connection, theirs = pair
    await send(theirs, b"answer")
    theirs.shutdown(socket.SHUT_WR)
    assert [await connection.read(64, PATIENCE) for _ in range(3)] == [b"answer", b"", b""]
    assert await asyncio.wait_for(asyncio.get_running_loop().sock_recv(theirs, 64), PATIENCE) == b""
    with pytest.raises(httpcore.WriteError):
        await connection.write(b"more", PATIENCE)


@pytest.mark.parametrize("has_notice", [False, True])
async def test_server_that_ends_tls_before_everything_is_read(
    pair: tuple[AsyncConnection, socket.socket], caplog: pytest.LogCaptureFixture, *, has_notice: bool
) -> None:
    """Nothing is lost, and asyncio has nothing to warn of; with or without the notice that ends TLS."""
    connection, theirs = pair
    authority = trustme.CA()
    ours, server = ssl.create_default_context(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.configure_trust(ours)  # pyright: ignore[reportUnknownMemberType]
    authority.issue_cert("a.test").configure_cert(server)  # pyright: ignore[reportUnknownMemberType]
    data = bytes(range(256)) * (LARGE // 256)

    def serve() -> None:
        theirs.settimeout(PATIENCE)
        with server.wrap_socket(theirs.dup(), server_side=True) as tls:
            tls.sendall(data)
            if has_notice:
                tls.unwrap()
            theirs.shutdown(socket.SHUT_RDWR)

    serving = asyncio.create_task(asyncio.to_thread(serve))
    await connection.start_tls(ours, "a.test", PATIENCE)
    received = bytearray()
    while part := await connection.read(65536, PATIENCE):
        received += part
        await asyncio.sleep(0)
    assert received == data
    await serving
    assert not caplog.records


async def test_bytes_before_the_handshake_are_an_error(pair: tuple[AsyncConnection, socket.socket]) -> None:
    """They would count as received by TLS, whoever between the proxy and us has sent them."""
    connection, theirs = pair
    await send(theirs, b"HTTP/1.1 200 Tunnel\r\n\r\nHTTP/1.1 200 Forged\r\n\r\n")
    assert await connection.read(23, PATIENCE) == b"HTTP/1.1 200 Tunnel\r\n\r\n"
    with pytest.raises(ConnectionAbortedError, match="before the TLS handshake"):
        await connection.start_tls(ssl.create_default_context(), "a.test", PATIENCE)


async def test_broken_connection_hands_out_what_arrived_before() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        _, connection = await asyncio.get_running_loop().create_connection(AsyncConnection, *server.getsockname())
        theirs, _ = server.accept()
        theirs.sendall(b"part")
        assert await connection.read(2, PATIENCE) == b"pa"
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        theirs.close()  # resets the connection
        assert await connection.read(64, PATIENCE) == b"rt"
        with pytest.raises(httpcore.ReadError):
            await connection.read(64, PATIENCE)
        with pytest.raises(httpcore.WriteError):
            await connection.write(b"x", PATIENCE)


async def test_close_ends_what_waits(pair: tuple[AsyncConnection, socket.socket]) -> None:
    connection, _ = pair
    reading = asyncio.create_task(connection.read(1, None))
    writing = asyncio.create_task(connection.write(b"x" * LARGE, None))
    await asyncio.sleep(0)
    connection.close()
    with pytest.raises(httpcore.ReadError):
        await reading
    with pytest.raises(httpcore.WriteError):
        await writing
    assert connection.is_readable()
    connection.close()


async def test_unused_connection_shows_input_and_its_end(pair: tuple[AsyncConnection, socket.socket]) -> None:
    """Bytes count before and after the event loop has read them."""
    connection, theirs = pair
    assert not connection.is_readable()
    theirs.send(b"HTTP/1.1 408 Request Timeout\r\n")
    assert connection.is_readable()
    while not await connection.read(64, PATIENCE):
        pass
    assert not connection.is_readable()
    theirs.send(b"x")
    await asyncio.sleep(0.01)
    assert connection.is_readable()
    assert await connection.read(64, PATIENCE) == b"x"
    theirs.close()
    assert connection.is_readable()


@pytest.mark.parametrize("how", ["too late", "closed"])
async def test_handshake_without_reply_ends(pair: tuple[AsyncConnection, socket.socket], how: str) -> None:
    connection, _ = pair
    timeout = 0.05 if how == "too late" else None
    handshake = asyncio.create_task(connection.start_tls(ssl.create_default_context(), "a.test", timeout))
    if how == "closed":
        await asyncio.sleep(0.01)
        connection.close()
    with pytest.raises(httpcore.ConnectTimeout if how == "too late" else ConnectionAbortedError):
        await asyncio.wait_for(handshake, PATIENCE)
