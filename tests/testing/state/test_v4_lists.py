"""v4 lists."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.requesting import delete, ids, outcome, post, put, rows, status_and_code
from tmdb_facade.testing import TMDBServer, User

MIXED = [("movie", 550), ("tv", 1399), ("movie", 603)]


def items(*titles: tuple[str, int]) -> list[dict[str, Any]]:
    """Return the items of a request body."""
    return [{"media_type": kind, "media_id": number} for kind, number in titles]


def results(result: tuple[int, Any]) -> list[bool]:
    """Return whether each item succeeded."""
    status, body = result
    assert (status, body["success"], body["status_code"]) == (200, True, 1)
    return [item["success"] for item in body["results"]]


@pytest.fixture
def path(v4_client: httpx.Client, server: TMDBServer) -> str:
    """Create a list with two movies and a series on 2026-01-01; return its path."""
    server.clock.stop(datetime(2026, 1, 1, tzinfo=UTC))
    answer = v4_client.post("/4/list", json={"name": "Mixed", "iso_639_1": "en"})
    assert (answer.status_code, answer.json()["status_code"]) == (201, 1)
    made = f"/4/list/{answer.json()['id']}"
    assert results(post(v4_client, f"{made}/items", items=items(*MIXED))) == [True, True, True]
    return made


def test_v4_list_details_have_booleans_and_comments(app: httpx.Client, path: str, user: User) -> None:
    """An account's lists have numbers instead; comments are keyed by kind and id."""
    body = app.get(path).json()
    assert [(row["media_type"], row["id"]) for row in body["results"]] == MIXED
    assert (body["public"], body["sort_by"], body["item_count"]) == (True, "original_order.asc", 3)
    assert body["comments"] == {"movie:550": None, "tv:1399": None, "movie:603": None}
    assert isinstance(body["runtime"], int)
    assert body["runtime"] > 200
    assert body["revenue"] > 0
    assert 7 < body["average_rating"] < 9
    assert body["created_by"]["id"] == user.account_object_id
    assert app.get(path).headers["cache-control"] == "public, max-age=300"


def test_a_new_v4_list_has_twenty_items_a_page(v4_client: httpx.Client, app: httpx.Client, user: User) -> None:
    """So has the list of an account's lists."""
    numbers = [row["id"] for page in "12" for row in rows(app, "/3/movie/popular", page=page)][:21]
    made = [v4_client.post("/4/list", json={"name": str(number), "iso_639_1": "en"}).json()["id"] for number in numbers]
    path = f"/4/list/{made[0]}"
    post(v4_client, f"{path}/items", items=items(*(("movie", number) for number in numbers)))
    pages = [app.get(path, params={"page": page}).json() for page in "12"]
    assert [[row["id"] for row in page["results"]] for page in pages] == [numbers[:20], numbers[20:]]
    assert [(page["total_pages"], page["total_results"]) for page in pages] == [(2, 21), (2, 21)]
    lists = f"/4/account/{user.account_object_id}/lists"
    assert [len(rows(v4_client, lists, page=page)) for page in "12"] == [20, 1]


def test_v4_account_lists_have_numbers(v4_client: httpx.Client, path: str, user: User) -> None:
    """`public` and `sort_by` are integers, and the runtime is a string."""
    [row] = rows(v4_client, f"/4/account/{user.account_object_id}/lists")
    assert (row["public"], row["sort_by"], row["adult"], row["featured"]) == (1, 1, 0, 0)
    assert row["runtime"] == str(v4_client.get(path).json()["runtime"])
    assert row["number_of_items"] == 3
    assert row["created_at"] == "2026-01-01 00:00:00 UTC"
    assert row["account_object_id"] == user.account_object_id


def test_v4_list_requires_name_and_language(v4_client: httpx.Client) -> None:
    """One answer lists all errors."""
    answer = v4_client.post("/4/list", json={"sort_by": "popularity.desc"})
    assert outcome(answer) == (400, 18)
    assert len(answer.json()["errors"]) == 3


@pytest.mark.parametrize(
    ("fields", "public"), [({}, True), ({"public": 0}, False), ({"public": 1}, True), ({"public": False}, True)]
)
def test_v4_list_create_is_private_only_with_public_0(
    v4_client: httpx.Client, app: httpx.Client, fields: dict[str, Any], public: bool
) -> None:
    """`false` is ignored; only the owner can read a private list (39), in v3 too."""
    number = v4_client.post("/4/list", json={"name": "x", "iso_639_1": "en", **fields}).json()["id"]
    assert v4_client.get(f"/4/list/{number}").json()["public"] is public
    if not public:
        assert outcome(app.get(f"/4/list/{number}")) == (401, 39)
        assert outcome(app.get(f"/3/list/{number}")) == (401, 39)
        post(v4_client, f"/4/list/{number}/items", items=items(("movie", 550)))
        query = {"media_type": "movie", "media_id": "550"}
        assert v4_client.get(f"/4/list/{number}/item_status", params=query).status_code == 200
        assert outcome(app.get(f"/4/list/{number}/item_status", params=query)) == (404, 34)


@pytest.mark.parametrize(("value", "public"), [(False, False), (0, False), (True, True), (1, True)])
def test_v4_list_update_accepts_booleans_and_numbers(
    v4_client: httpx.Client, path: str, value: object, public: bool
) -> None:
    assert status_and_code(put(v4_client, path, public=value)) == (201, 12)
    assert v4_client.get(path).json()["public"] is public


def test_v4_list_update_changes_only_the_given_fields(
    v4_client: httpx.Client, path: str, server: TMDBServer, user: User
) -> None:
    """An update without known fields is no error (40); an invalid value changes nothing (18)."""
    server.clock.advance(days=1)
    assert status_and_code(put(v4_client, path, name="New", sort_by="title.desc")) == (201, 12)
    body = v4_client.get(path).json()
    assert (body["name"], body["sort_by"], body["description"]) == ("New", "title.desc", "")
    [row] = rows(v4_client, f"/4/account/{user.account_object_id}/lists")
    assert (row["updated_at"], row["created_at"]) == ("2026-01-02 00:00:00 UTC", "2026-01-01 00:00:00 UTC")
    assert row["sort_by"] != 1
    assert status_and_code(put(v4_client, path, colour="red")) == (200, 40)
    assert put(v4_client, path, description="x", name="") == (400, 18)
    assert put(v4_client, path, sort_by="runtime.asc") == (400, 18)
    assert put(v4_client, path, public="no") == (400, 18)
    assert v4_client.get(path).json()["description"] == ""


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("original_order.asc", [550, 1399, 603]),
        ("original_order.desc", [603, 1399, 550]),
        ("release_date.asc", [603, 550, 1399]),
        ("primary_release_date.desc", [1399, 550, 603]),
        ("title.asc", [550, 1399, 603]),
        ("title.desc", [603, 1399, 550]),
    ],
)
def test_v4_list_sort_by_overrides_the_lists_order(
    app: httpx.Client, v4_client: httpx.Client, path: str, order: str, expected: list[int]
) -> None:
    assert ids(app, path, sort_by=order) == expected
    assert app.get(path, params={"sort_by": order}).json()["sort_by"] == order
    put(v4_client, path, sort_by=order)
    assert ids(app, path) == expected


def test_v4_list_sorts_by_vote_average(app: httpx.Client, path: str) -> None:
    votes = [row["vote_average"] for row in rows(app, path, sort_by="vote_average.asc")]
    assert votes == sorted(votes)
    assert [row["vote_average"] for row in rows(app, path, sort_by="vote_average.desc")] == votes[::-1]


@pytest.mark.parametrize("order", ["popularity.desc", "runtime.asc", "revenue.asc", "first_air_date.asc", "title"])
def test_v4_list_rejects_other_orders(app: httpx.Client, path: str, order: str) -> None:
    assert outcome(app.get(path, params={"sort_by": order})) == (400, 18)


def test_v4_item_that_is_on_the_list_says_so(v4_client: httpx.Client, path: str) -> None:
    """Programs compare the text, in Kotlin, Java and JavaScript."""
    added = v4_client.post(f"{path}/items", json={"items": items(("movie", 550), ("movie", 999999), ("movie", 13))})
    assert added.json()["results"] == [
        {"media_id": 550, "media_type": "movie", "error": ["Media has already been taken"], "success": False},
        {"media_id": 999999, "media_type": "movie", "success": False},
        {"media_id": 13, "media_type": "movie", "success": True},
    ]


def test_v4_list_items_have_a_result_each(v4_client: httpx.Client, path: str) -> None:
    """Duplicates and unknown titles fail alone; the answer is a success."""
    added = post(v4_client, f"{path}/items", items=items(("movie", 550), ("tv", 550), ("person", 287), ("tv", 1396)))
    assert results(added) == [False, False, False, True]
    assert added[1]["results"][3] == {"media_type": "tv", "media_id": 1396, "success": True}
    removed = delete(v4_client, f"{path}/items", items=items(("tv", 1396), ("tv", 1396), ("movie", 550)))
    assert results(removed) == [True, False, True]
    assert ids(v4_client, path) == [1399, 603]


def test_v4_list_comments_are_stored_only_by_put(v4_client: httpx.Client, path: str) -> None:
    commented = [{**item, "comment": "Good"} for item in items(("tv", 1396), ("movie", 278))]
    assert results(post(v4_client, f"{path}/items", items=commented[:1])) == [True]
    assert v4_client.get(path).json()["comments"]["tv:1396"] is None
    assert results(put(v4_client, f"{path}/items", items=commented)) == [True, False]
    assert v4_client.get(path).json()["comments"]["tv:1396"] == "Good"
    assert results(put(v4_client, f"{path}/items", items=items(("tv", 1396)))) == [False]


@pytest.mark.parametrize(
    "body", [{}, {"items": []}, {"items": 5}, {"items": [5]}, {"items": [{"media_id": 550}]},
             {"items": [{"media_type": "movie", "media_id": "550"}]}]
)  # fmt: skip
def test_v4_list_rejects_invalid_items(v4_client: httpx.Client, path: str, body: dict[str, Any]) -> None:
    assert post(v4_client, f"{path}/items", **body) == (400, 18)


def test_v4_item_status_is_404_without_the_item(app: httpx.Client, path: str) -> None:
    query = {"media_type": "tv", "media_id": "1399"}
    status = app.get(f"{path}/item_status", params=query).json()
    assert (status["media_type"], status["media_id"], status["success"]) == ("tv", 1399, True)
    assert outcome(app.get(f"{path}/item_status", params={**query, "media_type": "movie"})) == (404, 34)
    assert outcome(app.get(f"{path}/item_status")) == (404, 34)
    assert outcome(app.get("/4/list/1/item_status", params=query)) == (404, 34)


def test_v4_list_clear_is_a_get_for_the_owner(app: httpx.Client, v4_client: httpx.Client, path: str) -> None:
    assert outcome(app.get(f"{path}/clear")) == (401, 36)
    assert v4_client.get(f"{path}/clear").json()["items_deleted"] == 3
    assert ids(app, path) == []
    assert v4_client.get(f"{path}/clear").json()["items_deleted"] == 0


def test_v4_deleted_list_is_404(v4_client: httpx.Client, path: str) -> None:
    assert status_and_code(delete(v4_client, path)) == (200, 13)
    assert outcome(v4_client.get(path)) == (404, 34)
    assert delete(v4_client, path) == (404, 34)


def test_v4_list_writes_require_the_owners_token(
    app: httpx.Client, v3_client: httpx.Client, connect: Connect, path: str, server: TMDBServer
) -> None:
    """The application's token and a v3 session are code 36, another user is 38."""
    other = connect(server.login("eve").access_token)
    for client, expected in ((app, (401, 36)), (v3_client, (401, 36)), (other, (401, 38))):
        assert post(client, f"{path}/items", items=items(("movie", 278))) == expected
        assert put(client, f"{path}/items", items=items(("movie", 278))) == expected
        assert delete(client, f"{path}/items", items=items(("movie", 278))) == expected
        assert put(client, path, name="x") == expected
        assert delete(client, path) == expected
    assert post(app, "/4/list", name="x", iso_639_1="en") == (401, 36)


def test_v3_and_v4_share_lists(v3_client: httpx.Client, v4_client: httpx.Client, app: httpx.Client, path: str) -> None:
    number = path.rpartition("/")[2]
    body = app.get(f"/3/list/{number}").json()
    assert [(item["media_type"], item["id"]) for item in body["items"]] == MIXED
    assert post(v3_client, f"/3/list/{number}/add_item", media_id=278)[0] == 201
    assert ids(v4_client, path)[-1] == 278


def test_api_key_reads_public_lists_only(server: TMDBServer, path: str) -> None:
    with httpx.Client(timeout=30, base_url=server.base_url, params={"api_key": server.api_key}) as client:
        assert client.get(path).status_code == 200
        assert outcome(client.get(f"{path}/clear")) == (401, 36)


def test_title_lists_contain_public_lists(app: httpx.Client, v4_client: httpx.Client, path: str) -> None:
    number = int(path.rpartition("/")[2])
    for title in ("/3/movie/603", "/3/tv/1399"):
        assert number in ids(app, f"{title}/lists")
        assert app.get(f"{title}/lists").json()["results"][0].keys() == {
            *("description", "favorite_count", "id", "item_count", "iso_639_1", "iso_3166_1", "name", "poster_path"),
            *(("list_type",) if "movie" in title else ()),
        }
    assert number not in ids(app, "/3/movie/278/lists")
    put(v4_client, path, public=False)
    assert number not in ids(app, "/3/movie/603/lists")
