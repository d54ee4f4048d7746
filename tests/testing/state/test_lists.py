"""v3 lists: one film a call, in the order in which they came, for everybody to see."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.test_account import code, rows
from tests.testing.state.test_auth import delete, post, told
from tmdb_facade.testing import TMDBServer, builtin


def create(mine: httpx.Client, **body: str) -> int:
    """Make a list and return its id."""
    number: int = mine.post("/3/list", json={"name": "To see", **body}).json()["list_id"]
    return number


def test_a_list_is_made_filled_and_read(mine: httpx.Client, app: httpx.Client) -> None:
    """Its rows are under `items`, each with its kind, and everybody can read it."""
    answer = mine.post("/3/list", json={"name": "To see", "description": "Soon", "language": "de"})
    assert (answer.status_code, answer.json()["status_code"]) == (201, 1)
    path = f"/3/list/{answer.json()['list_id']}"
    for number in (550, 603):
        assert code(post(mine, f"{path}/add_item", media_id=number)) == (201, 12)
    body = app.get(path).json()
    assert (body["name"], body["description"], body["iso_639_1"]) == ("To see", "Soon", "de")
    assert (body["created_by"], body["item_count"], body["total_results"]) == ("ada", 2, 2)
    assert [(item["id"], item["media_type"]) for item in body["items"]] == [(550, "movie"), (603, "movie")]
    assert body["id"] == answer.json()["list_id"]
    [row] = rows(mine, "/3/account/0/lists")
    assert (row["id"], row["item_count"], row["list_type"]) == (body["id"], 2, "movie")


def test_items_come_and_go(mine: httpx.Client, app: httpx.Client) -> None:
    """Twice is a duplicate (8), and what is not there cannot be removed (21, with HTTP 200)."""
    path = f"/3/list/{create(mine)}"
    assert post(mine, f"{path}/add_item", media_id=550)[0] == 201
    assert post(mine, f"{path}/add_item", media_id=550) == (403, 8)
    assert app.get(f"{path}/item_status", params={"movie_id": "550"}).json()["item_present"] is True
    assert app.get(f"{path}/item_status", params={"movie_id": "603"}).json()["item_present"] is False
    assert code(post(mine, f"{path}/remove_item", media_id=550)) == (200, 13)
    gone = mine.post(f"{path}/remove_item", json={"media_id": 550})
    assert (gone.status_code, gone.json()["status_code"], gone.json()["success"]) == (200, 21, False)
    assert post(mine, f"{path}/add_item", media_id=1399) == (404, 34)
    assert post(mine, f"{path}/add_item", media_id="550") == (400, 18)
    assert told(app.get(f"{path}/item_status")) == (422, {"errors": ["movie_id must be provided"]})


def test_clearing_has_to_be_confirmed(mine: httpx.Client, app: httpx.Client) -> None:
    """Without `confirm=true` everything stays (29)."""
    path = f"/3/list/{create(mine)}"
    post(mine, f"{path}/add_item", media_id=550)
    for query in ({}, {"confirm": "false"}):
        assert told(mine.post(f"{path}/clear", params=query)) == (400, 29)
    assert app.get(path).json()["item_count"] == 1
    assert code(told(mine.post(f"{path}/clear", params={"confirm": "true"}))) == (201, 12)
    assert app.get(path).json()["items"] == []


def test_a_deleted_list_is_gone_and_its_number_is_not_used_again(mine: httpx.Client, app: httpx.Client) -> None:
    """The answer says updated (12), as in TMDB's own example."""
    number = create(mine)
    assert code(delete(mine, f"/3/list/{number}")) == (200, 12)
    assert told(app.get(f"/3/list/{number}")) == (404, 34)
    assert delete(mine, f"/3/list/{number}") == (404, 34)
    assert create(mine) != number


def test_a_list_has_twenty_items_a_page(mine: httpx.Client, app: httpx.Client) -> None:
    """The items of the second page are the rest."""
    path = f"/3/list/{create(mine)}"
    numbers = [row["id"] for page in "12" for row in rows(app, "/3/movie/popular", page=page)][:25]
    for number in numbers:
        post(mine, f"{path}/add_item", media_id=number)
    pages = [app.get(path, params={"page": page}).json() for page in "123"]
    assert [len(page["items"]) for page in pages] == [20, 5, 0]
    assert [item["id"] for page in pages for item in page["items"]] == numbers
    assert (pages[1]["page"], pages[1]["total_pages"], pages[1]["item_count"]) == (2, 2, 25)


def test_changes_need_the_owners_session(
    app: httpx.Client, mine: httpx.Client, connect: Connect, server: TMDBServer
) -> None:
    """Without one nothing is changed (3), and another user has no permission (38)."""
    path = f"/3/list/{create(mine)}"
    other = connect(session_id=server.login("eve").session_id)
    for client, refused in ((app, (401, 3)), (other, (401, 38))):
        assert post(client, f"{path}/add_item", media_id=550) == refused
        assert post(client, f"{path}/remove_item", media_id=550) == refused
        assert told(client.post(f"{path}/clear", params={"confirm": "true"})) == refused
        assert delete(client, path) == refused
    assert post(app, "/3/list", name="x") == (401, 3)
    assert delete(other, "/3/list/9000001") == (401, 38)


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": 5}, {"name": "x", "description": 5}])
def test_a_list_that_cannot_be_made_has_no_id(mine: httpx.Client, body: dict[str, Any]) -> None:
    """The complaint comes with `list_id: null`."""
    answer = mine.post("/3/list", json=body)
    assert answer.status_code == 422
    assert answer.json()["list_id"] is None
    assert answer.json()["errors"]


def test_the_catalogues_lists_are_there(app: httpx.Client, server: TMDBServer) -> None:
    """They belong to somebody, and come back with a reset."""
    for made in builtin().lists.values():
        shown = app.get(f"/3/list/{made.id}").json()["items"]
        assert [item["id"] for item in shown] == [*made.movies, *made.series]
    assert any(made.series for made in builtin().lists.values())
    body = app.get("/3/list/9000001").json()
    assert body["created_by"] == "curator"
    server.reset()
    assert app.get("/3/list/9000001").json() == body
