"""v3 lists: ordered, public, and edited one movie at a time."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.requesting import create_list, delete, outcome, post, rows, status_and_code
from tmdb_facade.testing import TMDBServer, builtin


def test_v3_list_is_created_filled_and_read(v3_client: httpx.Client, app: httpx.Client) -> None:
    """The rows are under `items`, and anyone can read the list."""
    answer = v3_client.post("/3/list", json={"name": "To see", "description": "Soon", "language": "de"})
    assert (answer.status_code, answer.json()["status_code"]) == (201, 1)
    path = f"/3/list/{answer.json()['list_id']}"
    for number in (550, 603):
        assert status_and_code(post(v3_client, f"{path}/add_item", media_id=number)) == (201, 12)
    body = app.get(path).json()
    assert (body["name"], body["description"], body["iso_639_1"]) == ("To see", "Soon", "de")
    assert (body["created_by"], body["item_count"], body["total_results"]) == ("ada", 2, 2)
    assert [(item["id"], item["media_type"]) for item in body["items"]] == [(550, "movie"), (603, "movie")]
    assert body["id"] == answer.json()["list_id"]
    assert not {"iso_3166_1", "list_type"} & body.keys()
    [row] = rows(v3_client, "/3/account/0/lists")
    assert "iso_3166_1" not in row
    assert (row["id"], row["item_count"], row["list_type"]) == (body["id"], 2, "movie")


def test_v3_list_items_are_added_and_removed(v3_client: httpx.Client, app: httpx.Client) -> None:
    """A duplicate is code 8; removing a missing item is code 21 with HTTP 200."""
    path = f"/3/list/{create_list(v3_client)}"
    assert post(v3_client, f"{path}/add_item", media_id=550)[0] == 201
    assert post(v3_client, f"{path}/add_item", media_id=550) == (403, 8)
    assert app.get(f"{path}/item_status", params={"movie_id": "550"}).json()["item_present"] is True
    assert app.get(f"{path}/item_status", params={"movie_id": "603"}).json()["item_present"] is False
    assert status_and_code(post(v3_client, f"{path}/remove_item", media_id=550)) == (200, 13)
    missing = v3_client.post(f"{path}/remove_item", json={"media_id": 550})
    assert (missing.status_code, missing.json()["status_code"], missing.json()["success"]) == (200, 21, False)
    assert post(v3_client, f"{path}/add_item", media_id=1399) == (404, 34)
    assert post(v3_client, f"{path}/add_item", media_id="Fight Club") == (400, 18)
    assert post(v3_client, f"{path}/add_item") == (404, 34)
    assert outcome(app.get(f"{path}/item_status")) == (422, {"errors": ["movie_id must be provided"]})


def test_v3_list_clear_requires_confirm(v3_client: httpx.Client, app: httpx.Client) -> None:
    path = f"/3/list/{create_list(v3_client)}"
    post(v3_client, f"{path}/add_item", media_id=550)
    for query in ({}, {"confirm": "false"}):
        assert outcome(v3_client.post(f"{path}/clear", params=query)) == (400, 29)
    assert app.get(path).json()["item_count"] == 1
    assert status_and_code(outcome(v3_client.post(f"{path}/clear", params={"confirm": "true"}))) == (201, 12)
    assert app.get(path).json()["items"] == []


def test_v3_deleted_list_id_is_not_reused(v3_client: httpx.Client, app: httpx.Client) -> None:
    """The answer's code is 12 (updated), as in TMDB's example, with its HTTP status."""
    number = create_list(v3_client)
    assert status_and_code(delete(v3_client, f"/3/list/{number}")) == (201, 12)
    assert outcome(app.get(f"/3/list/{number}")) == (404, 34)
    assert delete(v3_client, f"/3/list/{number}") == (404, 34)
    assert create_list(v3_client) != number


def test_v3_list_has_twenty_items_per_page(v3_client: httpx.Client, app: httpx.Client) -> None:
    path = f"/3/list/{create_list(v3_client)}"
    numbers = [row["id"] for page in "12" for row in rows(app, "/3/movie/popular", page=page)][:25]
    for number in numbers:
        post(v3_client, f"{path}/add_item", media_id=number)
    pages = [app.get(path, params={"page": page}).json() for page in "123"]
    assert [len(page["items"]) for page in pages] == [20, 5, 0]
    assert [item["id"] for page in pages for item in page["items"]] == numbers
    assert (pages[1]["page"], pages[1]["total_pages"], pages[1]["item_count"]) == (2, 2, 25)


def test_v3_list_writes_require_the_owners_session(
    key_client: httpx.Client, v3_client: httpx.Client, connect: Connect, server: TMDBServer
) -> None:
    """Without a session the code is 3, for another user 38."""
    path = f"/3/list/{create_list(v3_client)}"
    other = connect(session_id=server.login("eve").session_id)
    for client, expected in ((key_client, (401, 3)), (other, (401, 38))):
        assert post(client, f"{path}/add_item", media_id=550) == expected
        assert post(client, f"{path}/remove_item", media_id=550) == expected
        assert outcome(client.post(f"{path}/clear", params={"confirm": "true"})) == expected
        assert delete(client, path) == expected
    assert post(key_client, "/3/list", name="x") == (401, 3)
    assert delete(other, "/3/list/9000001") == (401, 38)


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": 5}])
def test_v3_list_without_a_name_is_code_5(v3_client: httpx.Client, body: dict[str, Any]) -> None:
    assert post(v3_client, "/3/list", **body) == (422, 5)


def test_v3_list_with_an_invalid_description_has_no_id(v3_client: httpx.Client) -> None:
    answer = v3_client.post("/3/list", json={"name": "x", "description": 5})
    assert answer.status_code == 422
    assert answer.json() == {"success": False, "errors": ["Invalid description"], "list_id": None}


def test_lists_of_the_catalogue_are_restored_by_a_reset(app: httpx.Client, server: TMDBServer) -> None:
    for made in builtin().lists.values():
        shown = app.get(f"/3/list/{made.id}").json()["items"]
        assert [item["id"] for item in shown] == [*made.movies, *made.series]
    assert any(made.series for made in builtin().lists.values())
    body = app.get("/3/list/9000001").json()
    assert body["created_by"] == "curator"
    server.reset()
    assert app.get("/3/list/9000001").json() == body
