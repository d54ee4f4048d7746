"""Serialization and locking of the state."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import msgspec
import pytest

from tests.testing.state.requesting import create_list, post, v3_token, v4_token
from tmdb_facade.testing import TMDBServer, User, builtin, make_credentials
from tmdb_facade.testing.state.lock import Lock
from tmdb_facade.testing.state.records import Data
from tmdb_facade.testing.state.store import State


def test_state_can_be_serialized() -> None:
    state = State(builtin(), make_credentials())
    account = state.add_account("ada", "secret", name="Ada")
    state.session(account)
    state.access_token(account)
    serialized = msgspec.json.encode(state.data)
    assert msgspec.json.decode(serialized, type=Data) == state.data


def test_state_with_tokens_ratings_and_lists_can_be_serialized(
    server: TMDBServer, app: httpx.Client, v3_client: httpx.Client, v4_client: httpx.Client
) -> None:
    v3_token(app)
    v4_token(app, redirect_to="https://example.org")
    app.get("/3/authentication/guest_session/new")
    post(v3_client, "/3/movie/550/rating", value=8.5)
    post(v3_client, "/3/account/0/favorite", media_type="tv", media_id=1399, favorite=True)
    number = create_list(v3_client)
    post(v3_client, f"/3/list/{number}/add_item", media_id=550)
    body = {"items": [{"media_type": "movie", "media_id": 550, "comment": "Good"}]}
    assert v4_client.put(f"/4/list/{number}/items", json=body).json()["results"][0]["success"] is True
    data = server.state.data
    again = msgspec.json.decode(msgspec.json.encode(data), type=Data)
    assert again == data
    assert again.lists[number].items["movie:550"].comment == "Good"


def test_add_account_rejects_a_taken_name() -> None:
    state = State(builtin(), make_credentials())
    with pytest.raises(ValueError, match="Demo"):
        state.add_account("Demo", "x")


def test_lock_writes_once_before_its_last_release() -> None:
    written = list[str]()
    lock = Lock(lambda: written.append("written"))
    with lock:
        with lock:
            pass
        assert written == []
    with pytest.raises(KeyError), lock:
        raise KeyError
    assert written == ["written", "written"]


def test_lock_for_reading_writes_only_after_a_lock_within_it() -> None:
    written = list[str]()
    lock = Lock(lambda: written.append("written"))
    with lock.reading():
        pass
    assert written == []
    with lock.reading():
        with lock:
            pass
        assert written == []
    assert written == ["written"]
    with lock.reading():
        pass
    assert written == ["written"]


def test_concurrent_logins_and_tokens_are_unique(server: TMDBServer, app: httpx.Client) -> None:
    def use(number: int) -> tuple[User, str]:
        return server.login(f"user {number % 4}"), v3_token(app)

    with ThreadPoolExecutor(8) as pool:
        used = list(pool.map(use, range(40)))
    assert len({user.session_id for user, _ in used}) == 40
    assert len({token for _, token in used}) == 40
    assert len({user.account_id for user, _ in used}) == 4
    answers = [app.get("/3/account", params={"session_id": user.session_id}).status_code for user, _ in used]
    assert answers == [200] * 40


def test_requests_wait_for_the_lock(server: TMDBServer, v3_client: httpx.Client) -> None:
    account = server.state.account_named("ada")
    assert account
    with ThreadPoolExecutor(1) as pool:
        with server.state.lock:
            answer = pool.submit(v3_client.post, "/3/movie/550/rating", json={"value": 8})
            with pytest.raises(TimeoutError):
                answer.result(timeout=0.2)
            assert not account.ratings
        assert answer.result(timeout=30).status_code == 201
    assert account.ratings
