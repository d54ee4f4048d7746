"""Favourites, watchlists and ratings of users and guests, through v3 and v4."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.test_auth import delete, post, told
from tmdb_facade.testing import TMDBServer, User

NOON = datetime(2026, 8, 6, 12, 0, tzinfo=UTC)


def rows(client: httpx.Client, path: str, **query: str) -> list[Any]:
    """Return the rows of a page that has to come."""
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    found: list[Any] = answer.json()["results"]
    return found


def ids(client: httpx.Client, path: str, **query: str) -> list[int]:
    """Return the ids of the rows of a page."""
    return [row["id"] for row in rows(client, path, **query)]


def code(answer: tuple[int, Any]) -> tuple[int, int]:
    """The HTTP status and TMDB's code, of a success too."""
    status, body = answer
    return status, body if isinstance(body, int) else body["status_code"]


def test_an_account_says_whose_it_is(mine: httpx.Client, user: User) -> None:
    """Whatever id is in the path, and without one too: the session decides."""
    body = mine.get(f"/3/account/{user.account_id}").json()
    assert (body["id"], body["username"], body["include_adult"]) == (user.account_id, "ada", False)
    assert body["avatar"]["tmdb"] == {"avatar_path": None}
    assert mine.get("/3/account").json() == mine.get("/3/account/7").json() == body


@pytest.mark.parametrize(
    "path", ["", "/favorite/movies", "/favorite/tv", "/rated/movies", "/rated/tv", "/watchlist/movies", "/watchlist/tv"]
)
def test_an_account_needs_a_session(app: httpx.Client, mine4: httpx.Client, path: str) -> None:
    """A wrong one is none, and a v4 token does not stand for one."""
    assert told(app.get(f"/3/account/1{path}")) == (401, 3)
    assert told(app.get(f"/3/account/1{path}", params={"session_id": "0" * 40})) == (401, 3)
    assert told(mine4.get(f"/3/account/1{path}")) == (401, 3)


@pytest.mark.parametrize(("name", "v4"), [("favorite", "favorites"), ("watchlist", "watchlist")])
def test_films_and_series_are_marked_and_unmarked(
    mine: httpx.Client, mine4: httpx.Client, user: User, name: str, v4: str
) -> None:
    """Once more is an update (12), taking it back a deletion (13), which needs nothing to be there."""
    path = f"/3/account/{user.account_id}/{name}"
    movie, series = {"media_type": "movie", "media_id": 550}, {"media_type": "tv", "media_id": 1399}
    assert code(post(mine, path, **movie, **{name: True})) == (201, 1)
    assert code(post(mine, path, **movie, **{name: True})) == (201, 12)
    assert code(post(mine, path, **series, **{name: True})) == (201, 1)
    assert (ids(mine, f"{path}/movies"), ids(mine, f"{path}/tv")) == ([550], [1399])
    assert rows(mine4, f"/4/account/{user.account_object_id}/movie/{v4}") == rows(mine, f"{path}/movies")
    assert rows(mine4, f"/4/account/{user.account_object_id}/tv/{v4}") == rows(mine, f"{path}/tv")
    for _ in range(2):
        assert code(post(mine, path, **movie, **{name: False})) == (200, 13)
    assert (ids(mine, f"{path}/movies"), ids(mine, f"{path}/tv")) == ([], [1399])


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({}, (400, 18)),
        ({"media_type": "person", "media_id": 287, "favorite": True}, (400, 18)),
        ({"media_type": "movie", "media_id": "550", "favorite": True}, (400, 18)),
        ({"media_type": "movie", "media_id": True, "favorite": True}, (400, 18)),
        ({"media_type": "movie", "media_id": 550}, (400, 18)),
        ({"media_type": "movie", "media_id": 550, "favorite": 1}, (400, 18)),
        ({"media_type": "movie", "media_id": 1399, "favorite": True}, (404, 34)),
        ({"media_type": "tv", "media_id": 550, "favorite": True}, (404, 34)),
    ],
)
def test_what_cannot_be_marked_is_refused(mine: httpx.Client, body: dict[str, Any], refused: tuple[int, int]) -> None:
    """Wrong values are complained about, and what is not there is not found."""
    assert post(mine, "/3/account/0/favorite", **body) == refused
    assert ids(mine, "/3/account/0/favorite/movies") == []


def test_marks_are_sorted_by_their_time(mine: httpx.Client, mine4: httpx.Client, user: User) -> None:
    """Oldest first by default; twenty a page, in the language of the request."""
    path = "/3/account/0/watchlist"
    wanted = [550, 603, 278]
    for number in wanted:
        post(mine, path, media_type="movie", media_id=number, watchlist=True)
    assert ids(mine, f"{path}/movies") == wanted
    assert ids(mine, f"{path}/movies", sort_by="created_at.asc") == wanted
    assert ids(mine, f"{path}/movies", sort_by="created_at.desc") == wanted[::-1]
    assert ids(mine4, f"/4/account/{user.account_object_id}/movie/watchlist", sort_by="created_at.desc") == wanted[::-1]
    german = rows(mine, f"{path}/movies", language="de-DE")[0]["overview"]
    assert german != rows(mine, f"{path}/movies")[0]["overview"]
    page = mine.get(f"{path}/movies", params={"page": "2"}).json()
    assert page == {"page": 2, "results": [], "total_pages": 1, "total_results": 3}
    assert told(mine.get(f"{path}/movies", params={"page": "0"})) == (400, 22)


@pytest.mark.parametrize(("kind", "number", "name"), [("movie", 550, "movies"), ("tv", 1399, "tv")])
def test_ratings_are_given_changed_and_taken_back(
    mine: httpx.Client, mine4: httpx.Client, user: User, server: TMDBServer, kind: str, number: int, name: str
) -> None:
    """The first is a success (1), the next an update (12); they show in the account and its states."""
    server.clock.stop(NOON)
    path = f"/3/{kind}/{number}"
    assert mine.get(f"{path}/account_states").json() == {
        "id": number, "favorite": False, "rated": False, "watchlist": False
    }  # fmt: skip
    assert code(post(mine, f"{path}/rating", value=8)) == (201, 1)
    assert code(post(mine, f"{path}/rating", value=8.5)) == (201, 12)
    assert mine.get(f"{path}/account_states").json()["rated"] == {"value": 8.5}
    [row] = rows(mine, f"/3/account/0/rated/{name}")
    assert (row["id"], row["rating"]) == (number, 8.5)
    [row] = rows(mine4, f"/4/account/{user.account_object_id}/{kind}/rated")
    assert row["account_rating"] == {"created_at": "2026-08-06T12:00:00.000Z", "value": 8.5}
    assert "rating" not in row
    for _ in range(2):
        assert code(delete(mine, f"{path}/rating")) == (200, 13)
    assert mine.get(f"{path}/account_states").json()["rated"] is False
    assert rows(mine, f"/3/account/0/rated/{name}") == []


@pytest.mark.parametrize("value", [0, 0.4, 10.5, 7.3, -1, "8", True, None, [8]])
def test_a_rating_is_from_half_to_ten_in_halves(mine: httpx.Client, value: object) -> None:
    """Anything else is refused, and nothing is rated."""
    assert post(mine, "/3/movie/550/rating", value=value) == (400, 18)
    assert ids(mine, "/3/account/0/rated/movies") == []


@pytest.mark.parametrize("value", [0.5, 1, 9.5, 10])
def test_the_ends_of_the_scale_are_ratings(mine: httpx.Client, value: float) -> None:
    """Whole numbers as well as halves."""
    assert post(mine, "/3/movie/550/rating", value=value)[0] == 201


def test_rating_needs_a_session_and_something_to_rate(app: httpx.Client, mine: httpx.Client) -> None:
    """Neither the application nor an expired guest can rate."""
    assert post(app, "/3/movie/550/rating", value=8) == (401, 3)
    assert delete(app, "/3/tv/1399/rating") == (401, 3)
    assert told(app.get("/3/tv/1399/account_states", params={"guest_session_id": "x"})) == (401, 3)
    assert post(mine, "/3/movie/1399/rating", value=8) == (404, 34)
    assert post(mine, "/3/tv/550/rating", value=8) == (404, 34)


def test_a_guest_rates_too(app: httpx.Client, connect: Connect, server: TMDBServer) -> None:
    """Their ratings are listed under the session's id, and are nobody else's."""
    session = app.get("/3/authentication/guest_session/new").json()["guest_session_id"]
    guest = connect(guest_session_id=session)
    assert code(post(guest, "/3/movie/550/rating", value=3)) == (201, 1)
    assert code(post(guest, "/3/tv/1399/rating", value=4)) == (201, 1)
    assert [(row["id"], row["rating"]) for row in rows(app, f"/3/guest_session/{session}/rated/movies")] == [(550, 3)]
    assert [(row["id"], row["rating"]) for row in rows(app, f"/3/guest_session/{session}/rated/tv")] == [(1399, 4)]
    assert guest.get("/3/movie/550/account_states").json()["rated"] == {"value": 3}
    assert told(app.get("/3/guest_session/nobody/rated/movies")) == (404, 37)
    server.clock.advance(days=2)
    assert post(guest, "/3/movie/550/rating", value=3) == (401, 3)


EPISODE = "/3/tv/1399/season/1/episode/2"


def test_episodes_are_rated_alone_and_shown_with_their_season(
    mine: httpx.Client, app: httpx.Client, connect: Connect
) -> None:
    """They can be neither liked nor watched later; the account lists them by their own id."""
    number = app.get(EPISODE).json()["id"]
    assert mine.get(f"{EPISODE}/account_states").json() == {"id": number, "rated": False}
    assert code(post(mine, f"{EPISODE}/rating", value=9)) == (201, 1)
    assert mine.get(f"{EPISODE}/account_states").json() == {"id": number, "rated": {"value": 9}}
    season = mine.get("/3/tv/1399/season/1/account_states").json()
    assert season["id"] == app.get("/3/tv/1399/season/1").json()["id"]
    rated = {row["episode_number"]: row["rated"] for row in season["results"]}
    assert (rated[1], rated[2]) == (False, {"value": 9})
    assert {row["episode_number"]: row["id"] for row in season["results"]}[2] == number
    [row] = rows(mine, "/3/account/0/rated/tv/episodes")
    assert (row["id"], row["show_id"], row["season_number"], row["episode_number"]) == (number, 1399, 1, 2)
    assert row["rating"] == 9
    assert rows(mine, "/3/account/0/rated/tv") == []
    session = app.get("/3/authentication/guest_session/new").json()["guest_session_id"]
    post(connect(guest_session_id=session), f"{EPISODE}/rating", value=1)
    assert [row["rating"] for row in rows(app, f"/3/guest_session/{session}/rated/tv/episodes")] == [1]
    assert code(delete(mine, f"{EPISODE}/rating")) == (200, 13)
    assert rows(mine, "/3/account/0/rated/tv/episodes") == []


@pytest.mark.parametrize("path", ["/3/tv/1399/season/1/episode/99", "/3/tv/1399/season/99/episode/1"])
def test_an_episode_that_is_not_there_is_not_rated(mine: httpx.Client, app: httpx.Client, path: str) -> None:
    """Nor is one rated by nobody."""
    assert post(mine, f"{path}/rating", value=9) == (404, 34)
    assert told(mine.get(f"{path}/account_states")) == (404, 34)
    assert post(app, f"{EPISODE}/rating", value=9) == (401, 3)
    assert told(app.get("/3/tv/1399/season/1/account_states")) == (401, 3)


@pytest.mark.parametrize("path", ["/3/movie/550", "/3/tv/1399", "/3/tv/1399/season/1", EPISODE])
def test_states_of_all_kinds_can_be_appended(mine: httpx.Client, app: httpx.Client, path: str) -> None:
    """The block is what the operation itself answers, without the id."""
    post(mine, f"{EPISODE}/rating", value=9)
    post(mine, "/3/tv/1399/rating", value=8)
    alone = mine.get(f"{path}/account_states").json()
    del alone["id"]
    assert mine.get(path, params={"append_to_response": "account_states"}).json()["account_states"] == alone
    assert "account_states" not in app.get(path, params={"append_to_response": "account_states"}).json()


def test_account_states_can_be_appended(mine: httpx.Client, app: httpx.Client) -> None:
    """Without an id of their own, and only with a session."""
    post(mine, "/3/movie/550/rating", value=8)
    query = {"append_to_response": "account_states"}
    states = mine.get("/3/movie/550", params=query).json()["account_states"]
    assert states == {"favorite": False, "rated": {"value": 8}, "watchlist": False}
    assert "account_states" not in app.get("/3/movie/550", params={"append_to_response": "account_states"}).json()


def test_v4_accounts_need_the_users_own_token(
    app: httpx.Client, mine4: httpx.Client, mine: httpx.Client, user: User, server: TMDBServer
) -> None:
    """The application's does not do (36), nor a session; another's account is private (39)."""
    refused = app.get(f"/4/account/{user.account_object_id}/movie/favorites")
    assert told(refused) == (401, 36)
    assert refused.json()["failure"] is True
    assert told(mine.get(f"/4/account/{user.account_object_id}/movie/favorites")) == (401, 36)
    assert told(mine4.get(f"/4/account/{server.login('eve').account_object_id}/movie/favorites")) == (401, 39)
    assert told(mine4.get("/4/account/000000000000000000000000/movie/favorites")) == (404, 34)


def test_recommendations_share_genres_with_what_the_user_likes(
    mine: httpx.Client, mine4: httpx.Client, user: User
) -> None:
    """Nothing for who likes nothing; never what is known already."""
    path = f"/4/account/{user.account_object_id}"
    assert rows(mine4, f"{path}/movie/recommendations") == rows(mine4, f"{path}/tv/recommendations") == []
    post(mine, "/3/movie/348/rating", value=9)
    post(mine, "/3/account/0/favorite", media_type="tv", media_id=1399, favorite=True)
    liked = {genre["id"] for genre in mine.get("/3/movie/348").json()["genres"]}
    found = rows(mine4, f"{path}/movie/recommendations")
    assert found
    assert 348 not in [row["id"] for row in found]
    assert all(set(row["genre_ids"]) & liked for row in found)
    assert 1399 not in ids(mine4, f"{path}/tv/recommendations")
    assert ids(mine4, f"{path}/tv/recommendations")


def test_users_are_kept_apart(mine: httpx.Client, connect: Connect, server: TMDBServer) -> None:
    """What one rates and likes is not another's."""
    post(mine, "/3/movie/550/rating", value=8)
    post(mine, "/3/account/0/favorite", media_type="movie", media_id=550, favorite=True)
    theirs = connect(session_id=server.login("eve").session_id)
    assert theirs.get("/3/movie/550/account_states").json() == {
        "id": 550, "favorite": False, "rated": False, "watchlist": False
    }  # fmt: skip
    assert mine.get("/3/movie/550/account_states").json()["favorite"] is True
