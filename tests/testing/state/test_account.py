"""Favorites, watchlists and ratings of users and guests, through v3 and v4."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.requesting import delete, ids, outcome, post, rows, status_and_code
from tmdb_facade.testing import TMDBServer, User

NOON = datetime(2026, 8, 6, 12, 0, tzinfo=UTC)


def test_account_details_are_those_of_the_session(v3_client: httpx.Client, user: User) -> None:
    """The account id in the path is ignored."""
    body = v3_client.get(f"/3/account/{user.account_id}").json()
    assert (body["id"], body["username"], body["include_adult"]) == (user.account_id, "ada", False)
    assert body["avatar"]["tmdb"] == {"avatar_path": None}
    assert v3_client.get("/3/account").json() == v3_client.get("/3/account/7").json() == body


@pytest.mark.parametrize(
    "path", ["", "/favorite/movies", "/favorite/tv", "/rated/movies", "/rated/tv", "/watchlist/movies", "/watchlist/tv"]
)
def test_account_requires_a_session_or_an_access_token(key_client: httpx.Client, app: httpx.Client, path: str) -> None:
    """An API key or an unknown session is not enough."""
    assert outcome(key_client.get(f"/3/account/1{path}")) == (401, 3)
    assert outcome(app.get(f"/3/account/1{path}", params={"session_id": "0" * 40})) == (401, 3)


def test_access_token_acts_as_its_owner(
    app: httpx.Client, v4_client: httpx.Client, connect: Connect, user: User, server: TMDBServer
) -> None:
    """That of the application is the token of the user `demo`; a session has precedence, an empty one is none."""
    assert app.get("/3/account").json()["username"] == "demo"
    assert v4_client.get("/3/account").json()["username"] == "ada"
    assert app.get("/3/account", params={"session_id": user.session_id}).json()["username"] == "ada"
    assert app.get("/3/account", params={"session_id": ""}).json()["username"] == "demo"
    assert status_and_code(post(app, "/3/movie/550/rating", value=8)) == (201, 1)
    mark = post(app, "/3/account/0/watchlist", media_type="movie", media_id=603, watchlist=True)
    assert status_and_code(mark) == (201, 1)
    demo = connect("not accepted", api_key=server.api_key, session_id=server.session_id)
    assert ids(demo, "/3/account/0/rated/movies") == [550]
    assert ids(demo, "/3/account/0/watchlist/movies") == [603]
    assert ids(v4_client, "/3/account/0/rated/movies") == []


def test_guest_session_has_precedence_over_the_owner_of_the_token(app: httpx.Client, connect: Connect) -> None:
    session = app.get("/3/authentication/guest_session/new").json()["guest_session_id"]
    post(connect(guest_session_id=session), "/3/movie/550/rating", value=3)
    assert ids(app, "/3/account/0/rated/movies") == []
    assert post(connect(guest_session_id="x"), "/3/movie/550/rating", value=3) == (401, 3)


@pytest.mark.parametrize(("name", "v4"), [("favorite", "favorites"), ("watchlist", "watchlist")])
def test_movies_and_series_are_marked_and_unmarked(
    v3_client: httpx.Client, v4_client: httpx.Client, user: User, name: str, v4: str
) -> None:
    """Marking again is an update (12); unmarking is a deletion (13), even if there is no mark."""
    path = f"/3/account/{user.account_id}/{name}"
    movie, series = {"media_type": "movie", "media_id": 550}, {"media_type": "tv", "media_id": 1399}
    assert status_and_code(post(v3_client, path, **movie, **{name: True})) == (201, 1)
    assert status_and_code(post(v3_client, path, **movie, **{name: True})) == (201, 12)
    assert status_and_code(post(v3_client, path, **series, **{name: True})) == (201, 1)
    assert (ids(v3_client, f"{path}/movies"), ids(v3_client, f"{path}/tv")) == ([550], [1399])
    assert rows(v4_client, f"/4/account/{user.account_object_id}/movie/{v4}") == rows(v3_client, f"{path}/movies")
    assert rows(v4_client, f"/4/account/{user.account_object_id}/tv/{v4}") == rows(v3_client, f"{path}/tv")
    for _ in range(2):
        assert status_and_code(post(v3_client, path, **movie, **{name: False})) == (200, 13)
    assert (ids(v3_client, f"{path}/movies"), ids(v3_client, f"{path}/tv")) == ([], [1399])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, (400, 18)),
        ({"media_type": "person", "media_id": 287, "favorite": True}, (400, 18)),
        ({"media_type": "movie", "media_id": "The Matrix", "favorite": True}, (400, 18)),
        ({"media_type": "movie", "media_id": True, "favorite": True}, (400, 18)),
        ({"media_type": "movie", "media_id": 550}, (400, 18)),
        ({"media_type": "movie", "media_id": 550, "favorite": [True]}, (400, 18)),
        ({"media_type": "movie", "media_id": 1399, "favorite": True}, (404, 34)),
        ({"media_type": "tv", "media_id": 550, "favorite": True}, (404, 34)),
    ],
)
def test_marking_rejects_invalid_bodies_and_unknown_titles(
    v3_client: httpx.Client, body: dict[str, Any], expected: tuple[int, int]
) -> None:
    assert post(v3_client, "/3/account/0/favorite", **body) == expected
    assert ids(v3_client, "/3/account/0/favorite/movies") == []


@pytest.mark.parametrize("value", ["true", "True", "false", "False", 1, 0])
def test_marking_takes_every_text_and_number_for_true(v3_client: httpx.Client, value: str | int) -> None:
    path = "/3/account/0/watchlist"
    assert status_and_code(post(v3_client, path, media_type="movie", media_id="550", watchlist=value)) == (201, 1)
    assert status_and_code(post(v3_client, path, media_type="movie", media_id=550, watchlist=value)) == (201, 12)
    assert ids(v3_client, f"{path}/movies") == [550]


def test_ratings_and_marks_may_be_in_the_query(v3_client: httpx.Client) -> None:
    rated = v3_client.post("/3/movie/550/rating", params={"value": "8.5"})
    assert status_and_code(outcome(rated)) == (201, 1)
    assert [row["rating"] for row in rows(v3_client, "/3/account/0/rated/movies")] == [8.5]
    assert outcome(v3_client.post("/3/movie/550/rating", params={"value": "11"})) == (400, 18)
    parameters = {"media_type": "movie", "media_id": "550", "favorite": "true"}
    assert status_and_code(outcome(v3_client.post("/3/account/0/favorite", params=parameters))) == (201, 1)
    assert ids(v3_client, "/3/account/0/favorite/movies") == [550]


@pytest.mark.parametrize("missing", [{}, {"media_id": None}])
def test_marking_without_an_id_is_a_success_that_marks_nothing(
    v3_client: httpx.Client, missing: dict[str, Any]
) -> None:
    path = "/3/account/0/favorite"
    assert status_and_code(post(v3_client, path, media_type="movie", favorite=True, **missing)) == (201, 12)
    assert status_and_code(post(v3_client, path, media_type="movie", favorite=False, **missing)) == (200, 13)
    assert ids(v3_client, f"{path}/movies") == []


def test_marks_are_sorted_by_creation_time(v3_client: httpx.Client, v4_client: httpx.Client, user: User) -> None:
    """Oldest first by default."""
    path = "/3/account/0/watchlist"
    numbers = [550, 603, 278]
    for number in numbers:
        post(v3_client, path, media_type="movie", media_id=number, watchlist=True)
    assert ids(v3_client, f"{path}/movies") == numbers
    assert ids(v3_client, f"{path}/movies", sort_by="created_at.asc") == numbers
    assert ids(v3_client, f"{path}/movies", sort_by="created_at.desc") == numbers[::-1]
    assert (
        ids(v4_client, f"/4/account/{user.account_object_id}/movie/watchlist", sort_by="created_at.desc")
        == numbers[::-1]
    )
    german = rows(v3_client, f"{path}/movies", language="de-DE")[0]["overview"]
    assert german != rows(v3_client, f"{path}/movies")[0]["overview"]
    page = v3_client.get(f"{path}/movies", params={"page": "2"}).json()
    assert page == {"page": 2, "results": [], "total_pages": 1, "total_results": 3}
    assert outcome(v3_client.get(f"{path}/movies", params={"page": "0"})) == (400, 22)


@pytest.mark.parametrize(("kind", "number", "name"), [("movie", 550, "movies"), ("tv", 1399, "tv")])
def test_ratings_are_added_updated_and_deleted(
    v3_client: httpx.Client, v4_client: httpx.Client, user: User, server: TMDBServer, kind: str, number: int, name: str
) -> None:
    """The first rating is a success (1), the next an update (12)."""
    server.clock.stop(NOON)
    path = f"/3/{kind}/{number}"
    assert v3_client.get(f"{path}/account_states").json() == {
        "id": number, "favorite": False, "rated": False, "watchlist": False
    }  # fmt: skip
    assert status_and_code(post(v3_client, f"{path}/rating", value=8)) == (201, 1)
    assert status_and_code(post(v3_client, f"{path}/rating", value=8.5)) == (201, 12)
    assert v3_client.get(f"{path}/account_states").json()["rated"] == {"value": 8.5}
    [row] = rows(v3_client, f"/3/account/0/rated/{name}")
    assert (row["id"], row["rating"]) == (number, 8.5)
    [row] = rows(v4_client, f"/4/account/{user.account_object_id}/{kind}/rated")
    assert row["account_rating"] == {"created_at": "2026-08-06T12:00:00.000Z", "value": 8.5}
    assert "rating" not in row
    for _ in range(2):
        assert status_and_code(delete(v3_client, f"{path}/rating")) == (200, 13)
    assert v3_client.get(f"{path}/account_states").json()["rated"] is False
    assert rows(v3_client, f"/3/account/0/rated/{name}") == []


@pytest.mark.parametrize("value", [0, 0.4, 10.5, 7.3, -1, "Poor", "", "8.1", True, [8]])
def test_rating_rejects_invalid_values(v3_client: httpx.Client, value: object) -> None:
    """Ratings are multiples of 0.5 from 0.5 to 10. The message says which limit, and there is no list of errors."""
    for path in ("/3/movie/550/rating", "/3/movie/0/rating"):
        answer = v3_client.post(path, json={"value": value})
        assert outcome(answer) == (400, 18)
        assert set(answer.json()) == {"success", "status_code", "status_message"}
    assert ids(v3_client, "/3/account/0/rated/movies") == []


@pytest.mark.parametrize("body", [{}, {"Value": 8}, {"value": None}])
@pytest.mark.parametrize("path", ["/3/movie/550", "/3/tv/1399", "/3/tv/1399/season/1/episode/2"])
def test_rating_without_a_value_is_code_5_with_400(v3_client: httpx.Client, path: str, body: object) -> None:
    assert outcome(v3_client.post(f"{path}/rating", json=body)) == (400, 5)


def test_rating_validates_the_session_first_and_the_title_last(
    key_client: httpx.Client, v3_client: httpx.Client
) -> None:
    assert post(key_client, "/3/movie/0/rating", value=100) == (401, 3)
    assert post(v3_client, "/3/movie/7/rating", value=100) == (400, 18)
    assert post(v3_client, "/3/movie/7/rating", value=8) == (404, 34)


@pytest.mark.parametrize("value", [0.5, 1, 9.5, 10, "7", "5x", " 8.5"])
def test_rating_accepts_the_limits_of_the_scale(v3_client: httpx.Client, value: float | str) -> None:
    """Of a text, TMDB takes the number at its start."""
    assert post(v3_client, "/3/movie/550/rating", value=value)[0] == 201


def test_rating_requires_a_session_and_a_known_title(key_client: httpx.Client, v3_client: httpx.Client) -> None:
    assert post(key_client, "/3/movie/550/rating", value=8) == (401, 3)
    assert delete(key_client, "/3/tv/1399/rating") == (401, 3)
    assert outcome(key_client.get("/3/tv/1399/account_states", params={"guest_session_id": "x"})) == (401, 3)
    assert post(v3_client, "/3/movie/1399/rating", value=8) == (404, 34)
    assert post(v3_client, "/3/tv/550/rating", value=8) == (404, 34)


def test_guest_session_rates_until_it_expires(app: httpx.Client, connect: Connect, server: TMDBServer) -> None:
    """Its ratings are listed under its id only."""
    session = app.get("/3/authentication/guest_session/new").json()["guest_session_id"]
    guest = connect(guest_session_id=session)
    assert status_and_code(post(guest, "/3/movie/550/rating", value=3)) == (201, 1)
    assert status_and_code(post(guest, "/3/tv/1399/rating", value=4)) == (201, 1)
    assert [(row["id"], row["rating"]) for row in rows(app, f"/3/guest_session/{session}/rated/movies")] == [(550, 3)]
    assert [(row["id"], row["rating"]) for row in rows(app, f"/3/guest_session/{session}/rated/tv")] == [(1399, 4)]
    assert guest.get("/3/movie/550/account_states").json()["rated"] == {"value": 3}
    assert outcome(app.get("/3/guest_session/nobody/rated/movies")) == (401, 3)
    server.clock.advance(days=2)
    assert post(guest, "/3/movie/550/rating", value=3) == (401, 3)


@pytest.mark.parametrize("name", ["movies", "tv", "tv/episodes"])
def test_rated_lists_of_a_guest_are_404_before_the_first_rating(app: httpx.Client, connect: Connect, name: str) -> None:
    """Afterwards they are empty, also if the rating was deleted."""
    session = app.get("/3/authentication/guest_session/new").json()["guest_session_id"]
    path, guest = f"/3/guest_session/{session}/rated/{name}", connect(guest_session_id=session)
    assert outcome(app.get(path)) == (404, 34)
    assert post(guest, "/3/movie/550/rating", value=11) == (400, 18)
    assert outcome(app.get(path)) == (404, 34)
    post(guest, "/3/movie/550/rating", value=8)
    delete(guest, "/3/movie/550/rating")
    assert rows(app, path) == []


EPISODE = "/3/tv/1399/season/1/episode/2"


def test_episode_ratings_are_listed_by_episode_and_season(
    v3_client: httpx.Client, app: httpx.Client, connect: Connect
) -> None:
    number = app.get(EPISODE).json()["id"]
    assert v3_client.get(f"{EPISODE}/account_states").json() == {"id": number, "rated": False}
    assert status_and_code(post(v3_client, f"{EPISODE}/rating", value=9)) == (201, 1)
    assert v3_client.get(f"{EPISODE}/account_states").json() == {"id": number, "rated": {"value": 9}}
    season = v3_client.get("/3/tv/1399/season/1/account_states").json()
    assert season["id"] == app.get("/3/tv/1399/season/1").json()["id"]
    rated = {row["episode_number"]: row["rated"] for row in season["results"]}
    assert (rated[1], rated[2]) == (False, {"value": 9})
    assert {row["episode_number"]: row["id"] for row in season["results"]}[2] == number
    [row] = rows(v3_client, "/3/account/0/rated/tv/episodes")
    assert (row["id"], row["show_id"], row["season_number"], row["episode_number"]) == (number, 1399, 1, 2)
    assert row["rating"] == 9
    assert rows(v3_client, "/3/account/0/rated/tv") == []
    session = app.get("/3/authentication/guest_session/new").json()["guest_session_id"]
    post(connect(guest_session_id=session), f"{EPISODE}/rating", value=1)
    assert [row["rating"] for row in rows(app, f"/3/guest_session/{session}/rated/tv/episodes")] == [1]
    assert status_and_code(delete(v3_client, f"{EPISODE}/rating")) == (200, 13)
    assert rows(v3_client, "/3/account/0/rated/tv/episodes") == []


@pytest.mark.parametrize(
    "path", ["movie/0", "tv/0", "movie/999999999", "tv/1399/season/99", "tv/1399/season/1/episode/99"]
)
def test_account_states_validate_the_session_before_the_title(
    key_client: httpx.Client, v3_client: httpx.Client, path: str
) -> None:
    """The tests of golang-tmdb expect this of id 0."""
    assert outcome(key_client.get(f"/3/{path}/account_states")) == (401, 3)
    assert outcome(v3_client.get(f"/3/{path}/account_states")) == (404, 6 if path.endswith("/0") else 34)


@pytest.mark.parametrize("path", ["/3/tv/1399/season/1/episode/99", "/3/tv/1399/season/99/episode/1"])
def test_rating_an_unknown_episode_is_404(v3_client: httpx.Client, key_client: httpx.Client, path: str) -> None:
    assert post(v3_client, f"{path}/rating", value=9) == (404, 34)
    assert outcome(v3_client.get(f"{path}/account_states")) == (404, 34)
    assert post(key_client, f"{EPISODE}/rating", value=9) == (401, 3)
    assert outcome(key_client.get("/3/tv/1399/season/1/account_states")) == (401, 3)


@pytest.mark.parametrize("path", ["/3/movie/550", "/3/tv/1399", "/3/tv/1399/season/1", EPISODE])
def test_account_states_can_be_appended_with_a_session(
    v3_client: httpx.Client, key_client: httpx.Client, path: str
) -> None:
    """The block equals the operation's answer without the id."""
    post(v3_client, f"{EPISODE}/rating", value=9)
    post(v3_client, "/3/tv/1399/rating", value=8)
    alone = v3_client.get(f"{path}/account_states").json()
    del alone["id"]
    assert v3_client.get(path, params={"append_to_response": "account_states"}).json()["account_states"] == alone
    assert "account_states" not in key_client.get(path, params={"append_to_response": "account_states"}).json()


def test_v4_account_requires_the_users_access_token(
    app: httpx.Client, v4_client: httpx.Client, v3_client: httpx.Client, user: User, server: TMDBServer
) -> None:
    """The application's token and a v3 session are not enough (36); another user's account is private (39)."""
    error = app.get(f"/4/account/{user.account_object_id}/movie/favorites")
    assert outcome(error) == (401, 36)
    assert error.json()["failure"] is True
    assert outcome(v3_client.get(f"/4/account/{user.account_object_id}/movie/favorites")) == (401, 36)
    assert outcome(v4_client.get(f"/4/account/{server.login('eve').account_object_id}/movie/favorites")) == (401, 39)
    assert outcome(v4_client.get("/4/account/000000000000000000000000/movie/favorites")) == (404, 34)


def test_v4_recommendations_share_genres_with_the_users_favorites(
    v3_client: httpx.Client, v4_client: httpx.Client, user: User
) -> None:
    """Rated and favorite titles are not recommended."""
    path = f"/4/account/{user.account_object_id}"
    assert rows(v4_client, f"{path}/movie/recommendations") == rows(v4_client, f"{path}/tv/recommendations") == []
    post(v3_client, "/3/movie/348/rating", value=9)
    post(v3_client, "/3/account/0/favorite", media_type="tv", media_id=1399, favorite=True)
    liked = {genre["id"] for genre in v3_client.get("/3/movie/348").json()["genres"]}
    recommended = rows(v4_client, f"{path}/movie/recommendations")
    assert recommended
    assert 348 not in [row["id"] for row in recommended]
    assert all(set(row["genre_ids"]) & liked for row in recommended)
    assert 1399 not in ids(v4_client, f"{path}/tv/recommendations")
    assert ids(v4_client, f"{path}/tv/recommendations")


def test_ratings_and_favorites_are_separate_for_each_user(
    v3_client: httpx.Client, connect: Connect, server: TMDBServer
) -> None:
    post(v3_client, "/3/movie/550/rating", value=8)
    post(v3_client, "/3/account/0/favorite", media_type="movie", media_id=550, favorite=True)
    theirs = connect(session_id=server.login("eve").session_id)
    assert theirs.get("/3/movie/550/account_states").json() == {
        "id": 550, "favorite": False, "rated": False, "watchlist": False
    }  # fmt: skip
    assert v3_client.get("/3/movie/550/account_states").json()["favorite"] is True
