"""The state file."""

from __future__ import annotations

import socket
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tmdb_facade import TMDB
from tmdb_facade.testing import Catalogue, StateFileError, TMDBServer, builtin


def connect(server: TMDBServer, session_id: str) -> TMDB:
    """Return a client with a user's session."""
    return TMDB(server.access_token, base_url=server.base_url, session_id=session_id)


def test_state_file_restores_users_ratings_and_lists(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with TMDBServer(state_file=path) as server:
        user = server.login("ada")
        with connect(server, user.session_id) as tmdb:
            tmdb.movies.rate(550, 8.5)
            made = tmdb.lists.create("Mine", description="", language="en")
            tmdb.lists.add_movie(made.list_id, 550)
    with TMDBServer(state_file=path) as server, connect(server, user.session_id) as tmdb:
        rated = tmdb.account.rated_movies(user.account_id).first()
        assert rated is not None
        assert (rated.id, rated.rating) == (550, 8.5)
        assert tmdb.lists.item_status(made.list_id, movie_id=550) is True


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_state_file_is_private_to_its_owner(tmp_path: Path) -> None:
    """An existing file keeps its mode."""
    shared = tmp_path / "shared"
    shared.touch(mode=0o640)
    for path, mode in ((tmp_path / "new", 0o600), (shared, 0o640)):
        with TMDBServer(state_file=path):
            modes = {file.stat().st_mode & 0o777 for file in tmp_path.glob(f"{path.name}*")}
        assert modes == {mode}


def test_sessions_are_unique_across_restarts(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    sessions = set[str]()
    for _ in range(2):
        with TMDBServer(state_file=path) as server:
            sessions.add(server.login("ada").session_id)
    assert len(sessions) == 2


def test_state_file_keeps_the_order_of_changed_entries(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    orders = list[list[int]]()
    for _ in range(2):
        with TMDBServer(state_file=path) as server:
            with server.state.lock:
                server.state.data.lists[9_000_002].name += "!"
            orders.append(list(server.state.data.lists))
    assert orders[0] == orders[1]


def test_reset_deletes_entries_from_the_state_file(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with TMDBServer(state_file=path) as server:
        user = server.login("ada")
        server.reset()
    with TMDBServer(state_file=path) as server:
        assert user.session_id not in server.state.data.sessions
        assert server.state.account_named("ada") is None


def test_restarted_server_reloads_the_state_file(tmp_path: Path) -> None:
    """It sees the changes of another server."""
    path = tmp_path / "state.sqlite"
    first = TMDBServer(state_file=path)
    with first:
        first.login("ada")
    with TMDBServer(state_file=path) as second:
        second.login("grace")
    with first:
        assert first.state.account_named("ada") is not None
        assert first.state.account_named("grace") is not None


def test_state_in_memory_survives_a_restart() -> None:
    server = TMDBServer()
    with server:
        server.login("ada")
    with server:
        assert server.state.account_named("ada") is not None


def test_state_file_is_written_before_the_answer(tmp_path: Path) -> None:
    """A copy of the file, made while the server runs, has all changes."""
    path = tmp_path / "state.sqlite"
    with TMDBServer(state_file=path) as server:
        user = server.login("ada")
        with connect(server, user.session_id) as tmdb:
            tmdb.movies.rate(550, 8.5)
        copy = tmp_path / "copy.sqlite"
        for suffix in ("", "-wal"):
            copy.with_name(copy.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    with TMDBServer(state_file=copy) as server:
        account = server.state.account_named("ada")
        assert account is not None
        assert account.ratings["movie:550"].value == 8.5


def test_second_server_on_a_state_file_raises(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with TMDBServer(state_file=path) as server:
        with pytest.raises(StateFileError, match=r"state\.sqlite is in use by another server"):
            TMDBServer(state_file=path)
        server.login("ada")
    with TMDBServer(state_file=path) as server:
        assert server.state.account_named("ada") is not None


def test_failed_start_closes_the_state_file(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = TMDBServer(port=taken.getsockname()[1], state_file=path)
        with pytest.raises(OSError, match="in use"):
            server.start()
    TMDBServer(state_file=path).stop()
    with server:
        assert server.login("ada").username == "ada"


def _text(path: Path) -> None:
    path.write_text("not a database, and rather longer than the header of one would be: " * 3, "utf-8")


def _another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE state (kind, key, value)")


def _a_folder(path: Path) -> None:
    path.mkdir()


def _with_a_torn_row(path: Path) -> None:
    TMDBServer(state_file=path).stop()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE state SET value = '{' WHERE kind = 'accounts'")


def _with_a_missing_value(path: Path) -> None:
    TMDBServer(state_file=path).stop()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE state SET value = NULL WHERE kind = 'accounts'")


def _of_a_later_version(path: Path) -> None:
    TMDBServer(state_file=path).stop()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")


INVALID_FILES: Mapping[str, tuple[Callable[[Path], None], str]] = {
    "text": (_text, "not a database"),
    "another program's": (_another_program, "is not a state file of this version"),
    "a folder": (_a_folder, "unable to open"),
    "with a torn row": (_with_a_torn_row, "contains an invalid state"),
    "with a missing value": (_with_a_missing_value, "a value must be a text, got NoneType"),
    "of a later version": (_of_a_later_version, "is not a state file of this version"),
}


@pytest.mark.parametrize("kind", INVALID_FILES)
def test_invalid_state_file_raises_and_is_not_changed(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    make, message = INVALID_FILES[kind]
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StateFileError, match=rf"state\.sqlite.*{message}"):
        TMDBServer(state_file=path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_state_file_in_a_missing_folder_raises(tmp_path: Path) -> None:
    """The folder is not created."""
    with pytest.raises(StateFileError, match="nowhere"):
        TMDBServer(state_file=tmp_path / "nowhere" / "state.sqlite")


def test_state_file_of_another_catalogue_raises_and_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    TMDBServer(state_file=path).stop()
    empty = Catalogue(configuration=builtin().configuration)
    with pytest.raises(StateFileError, match="another catalogue: it refers to movie:"):
        TMDBServer(empty, state_file=path)
    TMDBServer(state_file=path).stop()
