"""The state itself: it can be written down, and threads do not tear it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import msgspec
import pytest

from tests.testing.state.test_auth import post, v3_token, v4_token
from tests.testing.state.test_lists import create
from tmdb_facade.testing import TMDBServer, User, builtin, make_credentials
from tmdb_facade.testing.state import Data, State
from tmdb_facade.testing.state.lock import Lock


def test_it_can_be_written_down_and_read_again() -> None:
    """All that is remembered is plain data, so that a file can hold it."""
    state = State(builtin(), make_credentials())
    account = state.add_account("ada", "secret", name="Ada")
    state.session(account)
    state.access_token(account)
    written = msgspec.json.encode(state.data)
    assert msgspec.json.decode(written, type=Data) == state.data


def test_a_full_state_can_be_written_down_too(
    server: TMDBServer, app: httpx.Client, mine: httpx.Client, mine4: httpx.Client
) -> None:
    """Tokens, guests, marks, lists and comments survive it."""
    v3_token(app)
    v4_token(app, redirect_to="https://example.org")
    app.get("/3/authentication/guest_session/new")
    post(mine, "/3/movie/550/rating", value=8.5)
    post(mine, "/3/account/0/favorite", media_type="tv", media_id=1399, favorite=True)
    number = create(mine)
    post(mine, f"/3/list/{number}/add_item", media_id=550)
    body = {"items": [{"media_type": "movie", "media_id": 550, "comment": "Good"}]}
    assert mine4.put(f"/4/list/{number}/items", json=body).json()["results"][0]["success"] is True
    data = server.state.data
    again = msgspec.json.decode(msgspec.json.encode(data), type=Data)
    assert again == data
    assert again.lists[number].items["movie:550"].comment == "Good"


def test_a_taken_name_is_refused() -> None:
    """Whatever its case."""
    state = State(builtin(), make_credentials())
    with pytest.raises(ValueError, match="Demo"):
        state.add_account("Demo", "x")


def test_a_lock_writes_once_when_it_is_free_again() -> None:
    """Whatever was done within itself: a file holds whole states only, also after an error."""
    written = list[str]()
    lock = Lock(lambda: written.append("written"))
    with lock:
        with lock:
            pass
        assert written == []
    with pytest.raises(KeyError), lock:
        raise KeyError
    assert written == ["written", "written"]


def test_many_at_once_lose_nothing(server: TMDBServer, app: httpx.Client) -> None:
    """Every login and every token is there, and none twice, whoever asks at the same time."""

    def use(number: int) -> tuple[User, str]:
        return server.login(f"user {number % 4}"), v3_token(app)

    with ThreadPoolExecutor(8) as pool:
        used = list(pool.map(use, range(40)))
    assert len({user.session_id for user, _ in used}) == 40
    assert len({token for _, token in used}) == 40
    assert len({user.account_id for user, _ in used}) == 4
    answers = [app.get("/3/account", params={"session_id": user.session_id}).status_code for user, _ in used]
    assert answers == [200] * 40


def test_requests_wait_for_who_holds_the_lock(server: TMDBServer, mine: httpx.Client) -> None:
    """A test that looks at the state sees a whole one, and nothing moves meanwhile."""
    account = server.state.account_named("ada")
    assert account
    with ThreadPoolExecutor(1) as pool:
        with server.state.lock:
            answer = pool.submit(mine.post, "/3/movie/550/rating", json={"value": 8})
            with pytest.raises(TimeoutError):
                answer.result(timeout=0.2)
            assert not account.ratings
        assert answer.result(timeout=5).status_code == 201
    assert account.ratings
