"""v4 lists, with all that is odd about them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.test_account import code, ids, rows
from tests.testing.state.test_auth import delete, post, told
from tmdb_facade.testing import TMDBServer, User

MIXED = [("movie", 550), ("tv", 1399), ("movie", 603)]


def items(*named: tuple[str, int]) -> list[dict[str, Any]]:
    """Name items as bodies do."""
    return [{"media_type": kind, "media_id": number} for kind, number in named]


def put(client: httpx.Client, path: str, **body: object) -> tuple[int, Any]:
    """Put an object."""
    return told(client.put(path, json=body))


def results(answer: tuple[int, Any]) -> list[bool]:
    """What became of each item."""
    status, body = answer
    assert (status, body["success"], body["status_code"]) == (200, True, 1)
    return [result["success"] for result in body["results"]]


@pytest.fixture
def path(mine4: httpx.Client, server: TMDBServer) -> str:
    """The path of a new list with two films and a series, made on the first day of 2026."""
    server.clock.stop(datetime(2026, 1, 1, tzinfo=UTC))
    answer = mine4.post("/4/list", json={"name": "Mixed", "iso_639_1": "en"})
    assert (answer.status_code, answer.json()["status_code"]) == (201, 1)
    made = f"/4/list/{answer.json()['id']}"
    assert results(post(mine4, f"{made}/items", items=items(*MIXED))) == [True, True, True]
    return made


def test_details_have_booleans_and_texts(app: httpx.Client, path: str, user: User) -> None:
    """What an account's lists give as numbers; and the comments of the page's items by kind and id."""
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


def test_a_new_v4_list_has_twenty_items_a_page(mine4: httpx.Client, app: httpx.Client, user: User) -> None:
    """An account's lists have as many a page."""
    numbers = [row["id"] for page in "12" for row in rows(app, "/3/movie/popular", page=page)][:21]
    made = [mine4.post("/4/list", json={"name": str(number), "iso_639_1": "en"}).json()["id"] for number in numbers]
    path = f"/4/list/{made[0]}"
    post(mine4, f"{path}/items", items=items(*(("movie", number) for number in numbers)))
    pages = [app.get(path, params={"page": page}).json() for page in "12"]
    assert [[row["id"] for row in page["results"]] for page in pages] == [numbers[:20], numbers[20:]]
    assert [(page["total_pages"], page["total_results"]) for page in pages] == [(2, 21), (2, 21)]
    lists = f"/4/account/{user.account_object_id}/lists"
    assert [len(rows(mine4, lists, page=page)) for page in "12"] == [20, 1]


def test_an_accounts_lists_have_numbers(mine4: httpx.Client, path: str, user: User) -> None:
    """`public` and `sort_by` are integers there, and the runtime is a text."""
    [row] = rows(mine4, f"/4/account/{user.account_object_id}/lists")
    assert (row["public"], row["sort_by"], row["adult"], row["featured"]) == (1, 1, 0, 0)
    assert row["runtime"] == str(mine4.get(path).json()["runtime"])
    assert row["number_of_items"] == 3
    assert row["created_at"] == "2026-01-01 00:00:00 UTC"
    assert row["account_object_id"] == user.account_object_id


def test_a_list_needs_a_name_and_a_language(mine4: httpx.Client) -> None:
    """All that is wrong is said at once (18)."""
    answer = mine4.post("/4/list", json={"sort_by": "popularity.desc"})
    assert told(answer) == (400, 18)
    assert len(answer.json()["errors"]) == 3


@pytest.mark.parametrize(
    ("given", "public"), [({}, True), ({"public": 0}, False), ({"public": 1}, True), ({"public": False}, True)]
)
def test_only_the_number_zero_makes_a_list_private(
    mine4: httpx.Client, app: httpx.Client, given: dict[str, Any], public: bool
) -> None:
    """`false` is ignored; a private list is its owner's alone (39), in v3 too."""
    number = mine4.post("/4/list", json={"name": "x", "iso_639_1": "en", **given}).json()["id"]
    assert mine4.get(f"/4/list/{number}").json()["public"] is public
    if not public:
        assert told(app.get(f"/4/list/{number}")) == (401, 39)
        assert told(app.get(f"/3/list/{number}")) == (401, 39)
        post(mine4, f"/4/list/{number}/items", items=items(("movie", 550)))
        query = {"media_type": "movie", "media_id": "550"}
        assert mine4.get(f"/4/list/{number}/item_status", params=query).status_code == 200
        assert told(app.get(f"/4/list/{number}/item_status", params=query)) == (404, 34)


@pytest.mark.parametrize(("given", "public"), [(False, False), (0, False), (True, True), (1, True)])
def test_an_update_takes_booleans_and_numbers(mine4: httpx.Client, path: str, given: object, public: bool) -> None:
    """Other than making a list."""
    assert code(put(mine4, path, public=given)) == (200, 12)
    assert mine4.get(path).json()["public"] is public


def test_an_update_changes_what_it_names(mine4: httpx.Client, path: str, server: TMDBServer, user: User) -> None:
    """The rest stays; nothing known to change is no error (40); a wrong value changes nothing (18)."""
    server.clock.advance(days=1)
    assert code(put(mine4, path, name="New", sort_by="title.desc")) == (200, 12)
    body = mine4.get(path).json()
    assert (body["name"], body["sort_by"], body["description"]) == ("New", "title.desc", "")
    [row] = rows(mine4, f"/4/account/{user.account_object_id}/lists")
    assert (row["updated_at"], row["created_at"]) == ("2026-01-02 00:00:00 UTC", "2026-01-01 00:00:00 UTC")
    assert row["sort_by"] != 1
    assert code(put(mine4, path, colour="red")) == (200, 40)
    assert put(mine4, path, description="x", name="") == (400, 18)
    assert put(mine4, path, sort_by="runtime.asc") == (400, 18)
    assert put(mine4, path, public="no") == (400, 18)
    assert mine4.get(path).json()["description"] == ""


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
def test_a_list_is_read_in_its_own_order_or_in_another(
    app: httpx.Client, mine4: httpx.Client, path: str, order: str, expected: list[int]
) -> None:
    """The answer says in which."""
    assert ids(app, path, sort_by=order) == expected
    assert app.get(path, params={"sort_by": order}).json()["sort_by"] == order
    put(mine4, path, sort_by=order)
    assert ids(app, path) == expected


def test_votes_sort_a_list(app: httpx.Client, path: str) -> None:
    """Best last, or first."""
    votes = [row["vote_average"] for row in rows(app, path, sort_by="vote_average.asc")]
    assert votes == sorted(votes)
    assert [row["vote_average"] for row in rows(app, path, sort_by="vote_average.desc")] == votes[::-1]


@pytest.mark.parametrize("order", ["popularity.desc", "runtime.asc", "revenue.asc", "first_air_date.asc", "title"])
def test_other_orders_are_refused(app: httpx.Client, path: str, order: str) -> None:
    """Although discover knows them."""
    assert told(app.get(path, params={"sort_by": order})) == (400, 18)


def test_each_item_has_a_result(mine4: httpx.Client, path: str) -> None:
    """What is there already, is not known, or is no title fails alone, and the whole is a success all the same."""
    added = post(mine4, f"{path}/items", items=items(("movie", 550), ("tv", 550), ("person", 287), ("tv", 1396)))
    assert results(added) == [False, False, False, True]
    assert added[1]["results"][3] == {"media_type": "tv", "media_id": 1396, "success": True}
    removed = delete(mine4, f"{path}/items", items=items(("tv", 1396), ("tv", 1396), ("movie", 550)))
    assert results(removed) == [True, False, True]
    assert ids(mine4, path) == [1399, 603]


def test_only_put_keeps_a_comment(mine4: httpx.Client, path: str) -> None:
    """One that comes with a new item is dropped without a word."""
    commented = [{**one, "comment": "Good"} for one in items(("tv", 1396), ("movie", 278))]
    assert results(post(mine4, f"{path}/items", items=commented[:1])) == [True]
    assert mine4.get(path).json()["comments"]["tv:1396"] is None
    assert results(put(mine4, f"{path}/items", items=commented)) == [True, False]
    assert mine4.get(path).json()["comments"]["tv:1396"] == "Good"
    assert results(put(mine4, f"{path}/items", items=items(("tv", 1396)))) == [False]


@pytest.mark.parametrize(
    "body", [{}, {"items": []}, {"items": 5}, {"items": [5]}, {"items": [{"media_id": 550}]},
             {"items": [{"media_type": "movie", "media_id": "550"}]}]
)  # fmt: skip
def test_a_body_without_proper_items_is_refused(mine4: httpx.Client, path: str, body: dict[str, Any]) -> None:
    """As a whole, whatever else it names (18)."""
    assert post(mine4, f"{path}/items", **body) == (400, 18)


def test_item_status_is_found_or_not_found(app: httpx.Client, path: str) -> None:
    """404 says that it is not on the list, or that there is no list."""
    query = {"media_type": "tv", "media_id": "1399"}
    found = app.get(f"{path}/item_status", params=query).json()
    assert (found["media_type"], found["media_id"], found["success"]) == ("tv", 1399, True)
    assert told(app.get(f"{path}/item_status", params={**query, "media_type": "movie"})) == (404, 34)
    assert told(app.get(f"{path}/item_status")) == (404, 34)
    assert told(app.get("/4/list/1/item_status", params=query)) == (404, 34)


def test_a_get_clears_a_list(app: httpx.Client, mine4: httpx.Client, path: str) -> None:
    """For its owner only; it says how many items there were."""
    assert told(app.get(f"{path}/clear")) == (401, 36)
    assert mine4.get(f"{path}/clear").json()["items_deleted"] == 3
    assert ids(app, path) == []
    assert mine4.get(f"{path}/clear").json()["items_deleted"] == 0


def test_a_deleted_list_is_gone(mine4: httpx.Client, path: str) -> None:
    """Deleted (13), and then not found."""
    assert code(delete(mine4, path)) == (200, 13)
    assert told(mine4.get(path)) == (404, 34)
    assert delete(mine4, path) == (404, 34)


def test_writes_need_the_owners_token(
    app: httpx.Client, mine: httpx.Client, connect: Connect, path: str, server: TMDBServer
) -> None:
    """Neither the application's (36) nor a v3 session (36) nor another user's will do (38)."""
    other = connect(server.login("eve").access_token)
    for client, refused in ((app, (401, 36)), (mine, (401, 36)), (other, (401, 38))):
        assert post(client, f"{path}/items", items=items(("movie", 278))) == refused
        assert put(client, f"{path}/items", items=items(("movie", 278))) == refused
        assert delete(client, f"{path}/items", items=items(("movie", 278))) == refused
        assert put(client, path, name="x") == refused
        assert delete(client, path) == refused
    assert post(app, "/4/list", name="x", iso_639_1="en") == (401, 36)


def test_v3_and_v4_see_the_same_lists(mine: httpx.Client, mine4: httpx.Client, app: httpx.Client, path: str) -> None:
    """A series that only v4 can put on a list is there in v3 too."""
    number = path.rpartition("/")[2]
    body = app.get(f"/3/list/{number}").json()
    assert [(item["media_type"], item["id"]) for item in body["items"]] == MIXED
    assert post(mine, f"/3/list/{number}/add_item", media_id=278)[0] == 201
    assert ids(mine4, path)[-1] == 278


def test_an_api_key_reads_public_lists(server: TMDBServer, path: str) -> None:
    """As a query parameter, and it does not write."""
    with httpx.Client(base_url=server.base_url, params={"api_key": server.api_key}) as client:
        assert client.get(path).status_code == 200
        assert told(client.get(f"{path}/clear")) == (401, 36)


def test_titles_name_the_public_lists_that_hold_them(app: httpx.Client, mine4: httpx.Client, path: str) -> None:
    """Users' lists as well as the catalogue's; a private one is not told of."""
    number = int(path.rpartition("/")[2])
    for title in ("/3/movie/603", "/3/tv/1399"):
        assert number in ids(app, f"{title}/lists")
    assert number not in ids(app, "/3/movie/278/lists")
    put(mine4, path, public=False)
    assert number not in ids(app, "/3/movie/603/lists")
